import { Afvist } from '../../faelles/afvist.js';
import { laegMaanederTil } from '../../faelles/kalender.js';
import { lokalDato } from '../../faelles/lokal_dato.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { fold } from '../../platform/commands/decider.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { type GuidanceSource, type Streams } from '../../platform/registry.js';
import { formandsafgoerelseDecider } from '../formandsafgoerelse/formandsafgoerelse.js';
import { bortfald, type TruffetForeloebigt } from '../formandsafgoerelse/tilstand.js';
import { barnetsForhold } from '../naeste_skridt/barnets_forhold.js';
import { personDecider } from '../../netvaerk/netvaerk.public.js';
import { personerOmBarnet } from '../parter/parter_i_sagen.js';
import { type Naboforhold } from '../naeste_skridt/naboforhold.js';
import { grundlagSlut, sidsteDag } from './anbringelsesgrundlag.js';
import { buuSagDecider } from './buu_sag.js';
import { type BuuSag, type RejstBuuSag } from './tilstand.js';
import { buuSagshvile, buuSagsskridt, type Udvalgsforhold } from './vejledning.js';

const MYNDIG = 18;

/** The committee case as guidance: how long a placement can be treated again is the law's, what is to be approved is the chairman's, and what is to be kept is an earlier case's. */
export function buuVejledning(lov: Lovpakke, nabo: Naboforhold): GuidanceSource {
  const paaDagen = (events: readonly StoredEvent[], iDag: string, omkring: Streams) => {
    const sag: BuuSag = fold(buuSagDecider, events);
    const forhold: Udvalgsforhold =
      sag.fase === 'findes-ikke'
        ? {}
        : {
            grundlagSlut: grundlagSlut(sag, lov, iDag),
            intetAtGodkende: intetAtGodkende(sag, iDag, omkring),
            intetAtOpretholde: intetAtOpretholde(sag, lov, iDag, omkring),
            udenSamtykkeIGang: nabo.udenSamtykkeIGang(omkring, sag.buuSagId) !== null,
            myndig: (barnetsForhold(omkring, iDag).alder ?? 0) >= MYNDIG,
            ...vejledtOgHoert(sag, lov, iDag, omkring),
            genbehandlesNu: genbehandlesNu(sag, omkring),
            genbehandlesSnart: genbehandlesSnart(sag, lov, iDag, omkring, nabo),
          };
    return [sag, forhold] as const;
  };
  return {
    kind: buuSagDecider.kind,
    elsewhere: (events) => undersoegelsen(fold(buuSagDecider, events)),
    steps: (events, iDag, omkring) => buuSagsskridt(...paaDagen(events, iDag, omkring)),
    rest: (events, iDag, omkring) => buuSagshvile(...paaDagen(events, iDag, omkring)),
  };
}

/** The investigation that the committee has let be carried out without consent; it can be in another case of the child's. */
function undersoegelsen(sag: BuuSag): readonly string[] {
  if (sag.fase !== 'afgjort' || sag.afgoerelseKode !== 'undersoegelse-uden-samtykke') return [];
  const bfuId = sag.indstilling?.bfuId ?? null;
  return bfuId === null || sag.undersoegelseGennemfoert !== null ? [] : [bfuId];
}

/**
 * Who must be advised and heard is a rule of the day of the decision, and more than one: as long as one is left the duty is.
 * Not known for a child whose age is not, or where the act of the day has no such decision; the command says so.
 */
function vejledtOgHoert(
  sag: RejstBuuSag,
  lov: Lovpakke,
  iDag: string,
  omkring: Streams,
): Pick<Udvalgsforhold, 'alleVejledt' | 'alleUdtaleret'> {
  const { barnId, angaarIder: angaar, plejeforaeldreIder: plejeforaeldre } = sag;
  const stroem = omkring.find(([foerste]) => foerste?.kind === personDecider.kind && foerste.streamId === barnId);
  const barn = stroem === undefined ? personDecider.initial : fold(personDecider, stroem);
  const dato = afgoerelsesdag(sag, iDag);
  const art = lov.kode('afgoerelser', sag.afgoerelseKode, dato);
  if (barn.fase === 'ukendt' || art === undefined) return {};
  try {
    const personer = personerOmBarnet(barn, { barnId, art, dato, angaar, plejeforaeldre });
    const alle = (hvem: typeof personer, liste: readonly { readonly personId: string }[]): boolean | undefined =>
      // Nobody known to be advised is not everybody.
      hvem.length === 0 ? undefined : hvem.every(({ personId }) => liste.some((post) => post.personId === personId));
    return {
      alleVejledt: alle(
        personer.filter(({ part }) => part),
        sag.vejledte,
      ),
      alleUdtaleret: alle(
        personer.filter((person) => person.maaUdtaleSig),
        sag.udtalelser,
      ),
    };
  } catch (afvist) {
    if (afvist instanceof Afvist) return {};
    throw afvist;
  }
}

/** A case that is to keep the decision is raised, and neither decided nor withdrawn. */
function genbehandlesNu({ buuSagId }: RejstBuuSag, omkring: Streams): boolean {
  return omkring.some((stroem) => {
    if (stroem[0]?.kind !== buuSagDecider.kind) return false;
    const anden = fold(buuSagDecider, stroem);
    if (anden.fase === 'findes-ikke' || anden.fase === 'afgjort' || anden.fase === 'trukket') return false;
    return anden.genbehandlerId === buuSagId;
  });
}

// An investigation and a plan, the parties' say and a meeting take their time: a choice, for the law has no number.
const MAANEDER_FOER = 3;

/** Not for one who comes of age, or is home, before the day: then there is nothing to keep. */
function genbehandlesSnart(
  sag: RejstBuuSag,
  lov: Lovpakke,
  iDag: string,
  omkring: Streams,
  { hjemmeSenest }: Naboforhold,
): boolean {
  const senest = sidsteDag(sag, lov);
  if (senest === null || iDag < laegMaanederTil(senest, -MAANEDER_FOER)) return false;
  if ((hjemmeSenest(omkring) ?? '9999') <= senest) return false;
  return (barnetsForhold(omkring, senest).alder ?? 0) < MYNDIG;
}

/** Since when there is nothing to approve on the day of the meeting, or today when none is set. */
function intetAtGodkende(sag: RejstBuuSag, iDag: string, omkring: Streams): string | null {
  if (sag.afgoerelseKode !== 'godkendelse-foreloebig') return null;
  const stroem = omkring.find(
    ([foerste]) => foerste?.kind === formandsafgoerelseDecider.kind && foerste.streamId === sag.formandsafgoerelseId,
  );
  if (stroem === undefined) return null;
  const f = fold(formandsafgoerelseDecider, stroem);
  return f.fase === 'findes-ikke' ? null : slutPaa(f, afgoerelsesdag(sag, iDag));
}

/** Since when there is nothing to keep on that day: the child is home, or it should have been treated again before. */
function intetAtOpretholde(sag: RejstBuuSag, lov: Lovpakke, iDag: string, omkring: Streams): string | null {
  const dag = afgoerelsesdag(sag, iDag);
  const { genbehandlerId, overtagetGrundlagTil: overtaget } = sag;
  if (genbehandlerId === null) return overtaget !== null && overtaget < dag ? overtaget : null;
  const stroem = omkring.find(
    ([foerste]) => foerste?.kind === buuSagDecider.kind && foerste.streamId === genbehandlerId,
  );
  const tidligere = stroem === undefined ? buuSagDecider.initial : fold(buuSagDecider, stroem);
  return tidligere.fase === 'findes-ikke' ? null : grundlagSlut(tidligere, lov, dag);
}

/** The day that the committee meets, or today when no meeting is set. */
const afgoerelsesdag = ({ moede }: RejstBuuSag, iDag: string): string => (moede === null ? iDag : lokalDato(moede));

function slutPaa(f: TruffetForeloebigt, dato: string): string | null {
  return f.slut ?? bortfald(f, dato)?.sidsteDag ?? null;
}
