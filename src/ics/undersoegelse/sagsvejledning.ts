import { erServicelov, hjemmelPaa } from '../../faelles/lov/hjemmel.js';
import { type Skridt } from '../../faelles/skridt.js';
import { fold } from '../../platform/commands/decider.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { type Streams } from '../../platform/registry.js';
import {
  ansoegningDecider,
  barnetsForhold,
  soeskendeAnbragt,
  type Sag,
  underretningDecider,
} from '../../sagsstyring/sagsstyring.public.js';
import { screeningDecider } from '../screening/screening.js';
import {
  ansoegningensScreening,
  foererVidere,
  gaeldendeScreening,
  type Screening,
  underretningensScreening,
} from './screeningskrav.js';

const SCREENING = 'BL § 18, stk. 1-2';
const SOESKENDE = 'BL § 21, stk. 2';

/**
 * Whether an investigation can be decided in the case. Under barnets lov the case is screened first (§ 18), unless one of the
 * grounds of § 20, stk. 1, makes it a duty, so the step says so when no screening carries it yet, and the screening is
 * offered.
 */
export function undersoegelseISagen(sag: Sag, iDag: string, omkring: Streams): readonly Skridt[] {
  if (sag.fase !== 'aaben') return [];
  const { sagId: enkeltsagId } = sag;
  const { alder } = barnetsForhold(omkring, iDag);
  if (alder !== null && alder >= 18) {
    return [
      {
        ...{ kode: 'bfu-undersoegelse', art: 'maa-ikke', enkeltsagId },
        tekst: 'Træf ikke afgørelse om en børnefaglig undersøgelse',
        hvorfor: 'Den unge er fyldt 18 år; tag stilling til støtte efter det 18. år',
        hjemmel: hjemmelPaa(iDag, '§§ 50 og 76', '§§ 20 og 111'),
      },
    ];
  }
  const igang = Object.entries(sag.enkeltsager).filter(([, { art }]) => art === 'bfu' || art === 'afdaekning');
  if (soeskendeAnbragt(omkring, iDag) && !igang.some(([, { art }]) => art === 'bfu')) {
    return [efterSoeskendesAnbringelse(enkeltsagId, igang[0]?.[0])];
  }
  if (igang.length > 0) return [];
  const undersoegelse = { kode: 'bfu-undersoegelse', art: 'kan', enkeltsagId } as const;
  const screening = erServicelov(iDag) ? 'uden-krav' : screeningI(omkring, sag.sagId, iDag);
  if (screening === 'uden-krav' || (screening !== undefined && foererVidere(screening))) {
    return [
      {
        ...undersoegelse,
        tekst: 'Træf afgørelse om en børnefaglig undersøgelse, hvis barnet kan have behov for særlig støtte',
        hvorfor: 'Ingen undersøgelse er i gang i sagen',
        hjemmel: hjemmelPaa(iDag, '§ 50, stk. 1', '§ 20, stk. 1-2'),
      },
    ];
  }
  const screenet =
    screening === undefined
      ? 'Sagen er ikke screenet'
      : `Sagen er senest screenet ${screening.dato} til, at intet mere behøves`;
  return [
    ...(venterPaaScreening(omkring)
      ? []
      : [
          {
            ...({ kode: 'sag-screening', art: 'kan', enkeltsagId, hjemmel: SCREENING } as const),
            tekst:
              screening === undefined
                ? 'Screen sagen'
                : 'Screen sagen på ny, hvis der er kommet nye oplysninger om barnet',
            hvorfor: `${screenet}; alle sager screenes, og en undersøgelse eller afdækning følger af screeningen`,
          },
        ]),
    {
      ...undersoegelse,
      tekst:
        'Screen først sagen, underretningen eller ansøgningen, og træf så afgørelse om en børnefaglig undersøgelse, hvis barnet kan have behov for særlig støtte',
      hvorfor: `Ingen undersøgelse er i gang i sagen. ${screenet}; kun et af forholdene i § 20, stk. 1, gør undersøgelsen til en pligt uden`,
      hjemmel: `${SCREENING}, og § 20, stk. 1-2`,
    },
  ];
}

/** BL § 21, stk. 2: an investigation is a duty without a screening; an afdækning that runs goes on as it. */
function efterSoeskendesAnbringelse(sagId: string, afdaekningId: string | undefined): Skridt {
  return {
    ...(afdaekningId === undefined
      ? { kode: 'bfu-undersoegelse', tekst: 'Træf afgørelse om en børnefaglig undersøgelse', enkeltsagId: sagId }
      : {
          kode: 'afdaekning-konvertering',
          tekst: 'Lad afdækningen fortsætte som børnefaglig undersøgelse; det indsamlede følger med',
          enkeltsagId: afdaekningId,
        }),
    art: 'skal',
    hvorfor:
      'En søskende er anbragt på grund af omsorgssvigt eller overgreb; undersøgelsen kan kun undlades, når der i søskendes sag er taget stilling til, at der åbenbart ikke er behov for den',
    hjemmel: SOESKENDE,
  };
}

/** The screening that would carry a decision today, as the decision itself looks for it. */
function screeningI(omkring: Streams, sagId: string, iDag: string): Screening | undefined {
  const sagens = af(omkring, screeningDecider.kind).flatMap((stroem) => fold(screeningDecider, stroem).alle);
  const underretninger = af(omkring, underretningDecider.kind).flatMap((stroem) => {
    const u = fold(underretningDecider, stroem);
    return u.fase !== 'findes-ikke' && u.sagId === sagId ? (underretningensScreening(u) ?? []) : [];
  });
  const ansoegninger = af(omkring, ansoegningDecider.kind).flatMap(
    (stroem) => ansoegningensScreening(fold(ansoegningDecider, stroem)) ?? [],
  );
  return gaeldendeScreening(sagens, [...underretninger, ...ansoegninger], iDag);
}

/** An application or a notification that is to be screened says so itself, and one screening is enough. */
function venterPaaScreening(omkring: Streams): boolean {
  return (
    af(omkring, ansoegningDecider.kind).some((stroem) => fold(ansoegningDecider, stroem).fase === 'modtaget') ||
    af(omkring, underretningDecider.kind).some((stroem) =>
      ['modtaget', 'akutvurderet'].includes(fold(underretningDecider, stroem).fase),
    )
  );
}

function af(omkring: Streams, kind: string): readonly (readonly StoredEvent[])[] {
  return omkring.filter(([foerste]) => foerste?.kind === kind);
}
