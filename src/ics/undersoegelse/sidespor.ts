import { Temporal } from 'temporal-polyfill';
import { type Skridt } from '../../faelles/skridt.js';
import { type BegyndtUndersoegelse } from './tilstand.js';
import { TRIN, TRINNAVN } from './trin.js';
import { opholdIGang, paragraf51, tvangIGang } from './tvang.js';

/** So long without anything happening is a dead period (local practice, not law). */
const STILSTAND_DAGE = 28;

/** Steps 10 and 11 are taken in the plan and the measure and are reminded of there. */
const I_UNDERSOEGELSEN = TRIN.filter((trin) => trin !== 'plan' && trin !== 'ivaerksaettelse');

/** Steps that the plan of the investigation has set a day for, and that have not been reached by then. */
export function overskredneMilepaele(u: BegyndtUndersoegelse, iDag: string): readonly (typeof TRIN)[number][] {
  return I_UNDERSOEGELSEN.filter((trin) => {
    const planlagt = u.milepaele[trin];
    const ikkeRelevant = trin === 'boernesamtale' && u.kommendeForaeldre;
    return planlagt !== undefined && planlagt < iDag && u.naaet[trin] === undefined && !ikkeRelevant;
  });
}

/** All of it must be done before the investigation is finished, so the earliest deadline for that says by when. */
export function afslutningsfrister({ bfuId: noegle }: BegyndtUndersoegelse): NonNullable<Skridt['frister']> {
  return ['bfu-afslutning', 'bfu-lokal-6-uger', 'kommende-foraeldre-foedsel'].map((regel) => ({ regel, noegle }));
}

/** One line, however much is late: the first step that should have been reached, or that nothing has happened for weeks. */
export function bagud(u: BegyndtUndersoegelse, iDag: string): readonly Skridt[] {
  const hjemmel = u.regime === 'SEL' ? 'SEL § 50' : u.form === 'afdaekning' ? 'BL § 19' : 'BL § 20, stk. 3';
  const overskredne = overskredneMilepaele(u, iDag);
  const [foerste] = overskredne;
  if (foerste !== undefined) {
    const flere =
      overskredne.length === 1
        ? ''
        : ` Det gælder også ${overskredne
            .slice(1)
            .map((trin) => TRINNAVN[trin])
            .join(', ')}.`;
    return [
      {
        // The milestones are the municipality's own planning: the law has the end of it, not the steps on the way.
        kode: 'bfu-milepael',
        art: 'kan',
        tekst: `Undersøgelsen er bagud: nå trinnet ${TRINNAVN[foerste]}, eller planlæg milepælene om`,
        hvorfor: `Milepælen var ${u.milepaele[foerste] ?? ''}.${flere}`,
        hjemmel: `${hjemmel}, efter kommunens egen plan`,
        enkeltsagId: u.bfuId,
        frister: afslutningsfrister(u),
      },
    ];
  }
  const dage = Temporal.PlainDate.from(u.sidst).until(iDag, { largestUnit: 'day' }).days;
  if (dage < STILSTAND_DAGE) return [];
  return [
    {
      kode: 'bfu-stilstand',
      art: 'skal',
      tekst: 'Tag det næste skridt: der er ikke registreret noget i undersøgelsen',
      hvorfor: `Der er sidst sket noget ${u.sidst}, for ${dage} dage siden`,
      hjemmel,
      enkeltsagId: u.bfuId,
      frister: afslutningsfrister(u),
    },
  ];
}

/** What the committee's decision demands while the examination without consent lasts. */
export function tvangsskridt(u: BegyndtUndersoegelse, iDag: string): readonly Skridt[] {
  const tvang = tvangIGang(u);
  if (tvang === null) return [];
  const hjemmel = paragraf51(tvang);
  const udloebet = iDag > tvang.udloeber;
  const skridt: Skridt[] = [];
  if (udloebet && opholdIGang(tvang)) {
    skridt.push({
      kode: 'undersoegelsesophold-ophoer',
      art: 'skal',
      tekst: 'Ophold uden for hjemmet skal ophøre nu; tag stilling til næste skridt',
      hvorfor: `Undersøgelsens to måneder var gået ${tvang.udloeber}`,
      hjemmel,
      enkeltsagId: u.bfuId,
    });
  }
  skridt.push({
    kode: 'undersoegelse-uden-samtykke',
    art: 'skal',
    tekst: opholdIGang(tvang)
      ? 'Lad opholdet ophøre, når undersøgelsen er gennemført, og afslut så undersøgelsen uden samtykke'
      : 'Gennemfør og afslut undersøgelsen uden samtykke',
    hvorfor: udloebet
      ? `Den skulle være afsluttet ${tvang.udloeber}`
      : `Den skal være afsluttet senest ${tvang.udloeber}; et ophold må kun vare, så længe undersøgelsen varer`,
    hjemmel,
    enkeltsagId: u.bfuId,
    frister: [{ regel: 'bfu-uden-samtykke-ophold', noegle: tvang.buuSagId }],
  });
  if (udloebet && tvang.form !== 'ambulant' && tvang.ophold === null) {
    skridt.push({
      kode: 'undersoegelsesophold-begynd',
      art: 'maa-ikke',
      tekst: 'Et ophold må ikke begynde uden en ny afgørelse fra udvalget',
      hvorfor: `Undersøgelsens to måneder var gået ${tvang.udloeber}`,
      hjemmel,
      enkeltsagId: u.bfuId,
    });
  }
  return skridt;
}

/** Experts that were asked and have not answered in time. */
export function sagkyndigskridt(u: BegyndtUndersoegelse, iDag: string): readonly Skridt[] {
  return Object.values(u.sagkyndige)
    .filter(({ slut, svarfrist }) => slut === null && svarfrist < iDag)
    .map(({ svarfrist }) => ({
      kode: 'bfu-ryk-sagkyndig',
      art: 'skal',
      tekst: 'Ryk for en sagkyndig undersøgelse, eller opgiv den med en begrundelse',
      hvorfor: `Svarfristen var ${svarfrist}`,
      hjemmel: u.regime === 'SEL' ? 'SEL § 50' : 'BL § 22, stk. 3',
      enkeltsagId: u.bfuId,
    }));
}

/** An afdækning is short: hear the child, and end it or let it become an investigation. */
export function afdaekningsskridt(u: BegyndtUndersoegelse): readonly Skridt[] {
  const enkeltsagId = u.bfuId;
  const skridt: Skridt[] = [];
  const samtaleMangler = u.boernesamtale === 'mangler' && !u.kommendeForaeldre;
  if (samtaleMangler) {
    skridt.push({
      kode: 'bfu-boernesamtale',
      art: 'skal',
      tekst: 'Hold en børnesamtale, eller begrund hvorfor den undlades',
      hvorfor: 'Kræves, før afdækningen kan afsluttes',
      hjemmel: 'BL § 5, stk. 3-4',
      enkeltsagId,
    });
  }
  skridt.push(
    {
      kode: 'afdaekning-afslutning',
      art: samtaleMangler ? 'maa-ikke' : 'skal',
      tekst: 'Afslut afdækningen med en konklusion',
      hvorfor: samtaleMangler ? 'Barnets holdning mangler' : 'Forholdene er afdækket, når der kan konkluderes på dem',
      hjemmel: 'BL § 19',
      enkeltsagId,
    },
    {
      kode: 'afdaekning-konvertering',
      art: 'kan',
      tekst: 'Lad afdækningen fortsætte som børnefaglig undersøgelse; det indsamlede følger med',
      hvorfor: `Er sagen alvorlig eller kompleks, er undersøgelsen en pligt. Dens frist løber fra ${u.opmaerksomDato}`,
      hjemmel: 'BL § 20, stk. 1-3',
      enkeltsagId,
    },
  );
  return skridt;
}

/** The term has passed: the look into the parents-to-be is over, or the term was another. */
export function foedselsskridt(u: BegyndtUndersoegelse, iDag: string): readonly Skridt[] {
  if (!u.kommendeForaeldre || u.termin === null || u.termin >= iDag) return [];
  return [
    {
      kode: 'bfu-foedsel',
      art: 'skal',
      tekst: 'Notér fødslen, eller ret terminen: undersøgelsen af de kommende forældre slutter senest ved fødslen',
      hvorfor: `Terminen var ${u.termin}`,
      hjemmel: u.regime === 'SEL' ? 'SEL § 50' : 'BL §§ 24-27',
      enkeltsagId: u.bfuId,
    },
  ];
}
