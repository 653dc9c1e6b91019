import fc from 'fast-check';
import {
  anbragt,
  type Model,
  nyAnbringelse,
  type Part,
  parter,
  personId,
  risikoenMangler,
  skalAnbringes,
  ung,
  type Visitation,
} from './tilstand.js';
import { type Anmodning, foer, foerste, id, iFremtiden, type Trin, type Udfald, vaelg } from './trin.js';
import { morFindes, morHarMyndighed } from './trin_familie.js';
import { opretSag } from './trin_sag.js';
import { nummer, senere } from './trin_underretning.js';
import { SIDSTE_DAG, type Verden } from './verden.js';

const slut = (v: Visitation) => v.fase === 'slut' && ('409 visitation-slut' as const);
const uafgjort = (v: Visitation): readonly (Udfald | false)[] => [
  slut(v),
  v.afgjort !== null && '409 visitation-afgjort',
];
/** Of what changes or judges the proposal. */
const paaForslaget = (v: Visitation, naar: number) =>
  [...uafgjort(v), iFremtiden(naar), foer(naar, v.aendret)] as const;

const paabegynd = (nr: number, naar: number): Trin => ({
  navn: `påbegynd visitation(#${String(nr)} dag ${String(naar)})`,
  anmod: (model, v) => {
    const sag = vaelg(model.sager, nr);
    if (sag === undefined) return null;
    return {
      som: 'alt',
      sti: `/sager/${sag.id}/visitationer`,
      krop: { dato: v.dato(naar), formaal: 'Ro og stabilitet.' },
      forventet: foerste(sag.lukket !== null && '409 sag-lukket', iFremtiden(naar)),
      sidespor: model.visitationer.some(({ fase }) => fase !== 'slut'),
      gemt: (svar) =>
        model.visitationer.push({
          ...{ id: id(svar, 'visitationId'), sag, begyndt: naar, aendret: naar, nummer: 0, forslag: [] },
          ...{ fase: 'forslag', godkendt: null, udsagn: new Map(), afgjort: null, afgoerelser: [] },
        }),
    };
  },
});
const begynd = fc.tuple(nummer, fc.integer({ min: 0, max: 150 })).map(([nr, naar]) => paabegynd(nr, naar));

type Paa = Omit<Anmodning, 'som' | 'sti'>;

type Anmod = (v: Visitation, naar: number, verden: Verden, model: Model) => Paa | null;

/** A step on one of the visitations, so many days after what it rests on. */
type Visitationstrin = (nr: number, efter: number) => Trin;

function paaVisitation(navn: string, sti: string, anmod: Anmod): Visitationstrin {
  return (nr, efter) => ({
    navn: `${navn}(#${String(nr)} +${String(efter)})`,
    anmod: (model, verden) => {
      const v = vaelg(model.visitationer, nr);
      if (v === undefined) return null;
      const hviler = Math.max(v.aendret, v.godkendt ?? 0, v.afgjort ?? 0);
      const anmodning = anmod(v, Math.min(SIDSTE_DAG + 1, hviler + efter), verden, model);
      return anmodning === null ? null : { som: 'alt', sti: `/visitationer/${v.id}/${sti}`, ...anmodning };
    },
  });
}

const tilfaeldig = (trin: Visitationstrin): fc.Arbitrary<Trin> =>
  fc.tuple(nummer, senere).map(([nr, efter]) => trin(nr, efter));

function aendret(v: Visitation, naar: number): void {
  Object.assign(v, { aendret: naar, nummer: v.nummer + 1, godkendt: null, fase: 'forslag' });
}

const KONTAKTPERSON = { indsatskode: 'kontaktperson', maalgruppe: 'barn', prisOere: 42_500, prisEnhed: 'time' };
const ANBRINGELSE = { indsatskode: 'anbringelse', maalgruppe: 'barn', prisOere: 250_000, prisEnhed: 'doegn' };
const STED = { stedtype: 'opholdssted', sted: 'Opholdsstedet Prøvesen' };

const foreslaa = (hvad: 'kontaktperson' | 'anbringelse' | 'anbringelse uden sted', om: number) =>
  paaVisitation(`foreslå ${hvad}${om < 0 ? ' før' : ''}`, 'indsatser', (v, naar, verden) => {
    const anbringelse = hvad !== 'kontaktperson';
    return {
      krop: {
        ...(anbringelse
          ? { ...ANBRINGELSE, antalPr: 'doegn', antal: 1 }
          : { ...KONTAKTPERSON, antalPr: 'uge', antal: 2 }),
        ...(hvad === 'anbringelse' ? STED : {}),
        ...{ dato: verden.dato(naar), forventetStart: verden.dato(naar + om), maaneder: 12, begrundelse: 'Derfor.' },
      },
      forventet: foerste(
        v.sag.lukket !== null && '409 sag-lukket',
        anbringelse && v.forslag.some((f) => f.anbringelse) && '422 flere-anbringelser',
        hvad === 'anbringelse uden sted' && '422 sted-mangler',
        ...paaForslaget(v, naar),
        om < 0 && '422 start-foer-forslag',
      ),
      sidespor: v.forslag.length > 0,
      gemt: (svar) => {
        v.forslag.push({ id: id(svar, 'forslagId'), anbringelse, start: naar + om });
        aendret(v, naar);
      },
    };
  });

const fjern = fc.tuple(nummer, nummer, senere).map(([nr, forslagNr, efter]): Trin => ({
  navn: `fjern forslag(#${String(nr)} +${String(efter)})`,
  anmod: (model, verden) => {
    const v = vaelg(model.visitationer, nr);
    const forslag = v === undefined ? undefined : vaelg(v.forslag, forslagNr);
    if (v === undefined || forslag === undefined) return null;
    const naar = v.aendret + efter;
    return {
      som: 'alt',
      sti: `/visitationer/${v.id}/indsatser/${forslag.id}/fjernelse`,
      krop: { dato: verden.dato(naar), begrundelse: 'Mindre er nok.' },
      forventet: foerste(...paaForslaget(v, naar)),
      sidespor: v.forslag.length < 2,
      gemt: () => {
        v.forslag.splice(v.forslag.indexOf(forslag), 1);
        aendret(v, naar);
      },
    };
  },
}));

const send = paaVisitation('send til godkendelse', 'til-godkendelse', (v, naar, verden) => ({
  krop: { dato: verden.dato(naar) },
  forventet: foerste(
    ...paaForslaget(v, naar),
    (v.fase !== 'forslag' || v.forslag.length === 0) && '409 intet-at-godkende',
  ),
  gemt: () => {
    v.fase = 'til-godkendelse';
  },
}));

const tilGodkendelse = (v: Visitation, naar: number) =>
  [
    ...uafgjort(v),
    v.fase !== 'til-godkendelse' && ('409 ikke-til-godkendelse' as const),
    iFremtiden(naar),
    foer(naar, v.aendret),
  ] as const;

const godkend = (forum: string) =>
  paaVisitation(`godkend omkostning:${forum}`, 'godkendelse', (v, naar, verden) => ({
    // A committee of one is none.
    krop: { dato: verden.dato(naar), forum, ...(forum === 'leder' ? {} : { deltagere: ['tl01'] }) },
    forventet: foerste(...tilGodkendelse(v, naar), forum !== 'leder' && '422 udvalg-uden-deltagere'),
    gemt: () => {
      Object.assign(v, { fase: 'godkendt', godkendt: naar });
    },
  }));

const sendTilbage = paaVisitation('send tilbage', 'tilbagesendelse', (v, naar, verden) => ({
  krop: { dato: verden.dato(naar), begrundelse: 'Spørg netværket først.' },
  forventet: foerste(slut(v), ...tilGodkendelse(v, naar).slice(2)),
  sidespor: true,
  gemt: () => {
    v.fase = 'forslag';
  },
}));

/** Whose consent the proposal takes: hers who has custody, and the young person's to being placed (SEL §§ 52-53, BL §§ 32 and 46). */
function samtykkende({ forslag }: Visitation, model: Model): readonly Part[] {
  if (forslag.length === 0) return [];
  const barnet = ung(model) && forslag.some((f) => f.anbringelse);
  return [...(model.moderId === null ? [] : (['mor'] as const)), ...(barnet ? (['barnet'] as const) : [])];
}

const fra = (hvem: Part): string => (hvem === 'mor' ? '' : ' fra barnet');

const samtykke = (svar: 'givet' | 'afslaaet', hvem: Part) =>
  paaVisitation(`samtykke${fra(hvem)}:${svar}`, 'samtykker', (v, naar, verden, model) => {
    const person = personId(model, hvem);
    if (person === null) return null;
    const tidligere = v.udsagn.get(hvem);
    return {
      krop: {
        ...{ personId: person, svar, dato: verden.dato(naar), form: 'skriftlig' },
        ...{ informeret: true, omfatterFormaal: true },
      },
      forventet: foerste(
        ...uafgjort(v),
        hvem === 'mor' &&
          samtykkende(v, model).includes(hvem) &&
          risikoenMangler(model) &&
          '422 risikovurdering-mangler',
        iFremtiden(naar),
        !samtykkende(v, model).includes(hvem) && '422 ikke-samtykkeberettiget',
        foer(naar, tidligere?.trukket ?? tidligere?.dato ?? 0),
      ),
      sidespor: samtykker(v, hvem, naar) || svar === 'afslaaet',
      gemt: () => {
        v.udsagn.set(hvem, { svar, dato: naar, nummer: v.nummer, trukket: null });
      },
    };
  });

const traek = (hvem: Part) =>
  paaVisitation(`træk samtykke${fra(hvem)}`, 'samtykketilbagekaldelser', (v, naar, verden, model) => {
    const person = personId(model, hvem);
    if (person === null) return null;
    const udsagn = v.udsagn.get(hvem);
    return {
      krop: { personId: person, dato: verden.dato(naar) },
      forventet: foerste(
        ...uafgjort(v),
        iFremtiden(naar),
        (udsagn?.svar !== 'givet' || udsagn.trukket !== null) && '409 intet-samtykke',
        foer(naar, udsagn?.dato ?? 0),
      ),
      sidespor: true,
      gemt: () => {
        if (udsagn !== undefined) udsagn.trukket = naar;
      },
    };
  });

/** One's consent to this proposal, as it stands on the day. */
function samtykker({ udsagn, nummer }: Visitation, hvem: Part, naar: number): boolean {
  const sagt = udsagn.get(hvem);
  if (sagt === undefined || sagt.dato > naar || sagt.svar !== 'givet' || sagt.nummer !== nummer) return false;
  return sagt.trukket === null || sagt.trukket > naar;
}

/** With nobody who has custody it is not known whose consent is missing. */
const alleSamtykker = (v: Visitation, naar: number, model: Model): boolean =>
  model.moderId !== null && samtykkende(v, model).every((hvem) => samtykker(v, hvem, naar));

function sagdeNej({ udsagn }: Visitation, hvem: Part, naar: number): boolean {
  const sagt = udsagn.get(hvem);
  if (sagt === undefined || sagt.dato > naar) return false;
  return sagt.svar === 'afslaaet' || (sagt.trukket !== null && sagt.trukket <= naar);
}

const ANBRINGELSESVALG = { omsorgssvigt: false, udenUndersoegelse: 'Kan ikke afvente undersøgelsen.' };

const afgoer = (udfald: string) =>
  paaVisitation(`afgør visitation:${udfald}`, 'afgoerelse', (v, naar, verden, model) => {
    const afslag = udfald.startsWith('afslag');
    const samtale = udfald !== 'bevilget uden samtale';
    // With nobody to hear, it is a refusal like any other.
    if (udfald === 'afslag uden høring' && model.moderId === null) return null;
    const klar = v.afgjort === null && v.forslag.length > 0 && (afslag || v.godkendt !== null);
    return {
      krop: {
        ...{
          afgoerelseDato: verden.dato(naar),
          varighedMaaneder: 12,
          formaal: 'Ro.',
          begrundelse: 'Behovet er beskrevet.',
        },
        ...{ barnetsHoldning: 'Vil gerne.', planUndtagelse: 'Kan ikke vente.' },
        ...(samtale ? { boernesamtale: { dato: verden.dato(naar) } } : {}),
        ...(afslag ? { bevilgede: [] } : {}),
        ...(udfald === 'afslag' ? { hoeringsundtagelse: { grund: 'ubetaenkelig', begrundelse: 'Kender alt.' } } : {}),
        ...(v.forslag.some((f) => f.anbringelse)
          ? { anbringelse: { ...ANBRINGELSESVALG, stedGodkendt: verden.dato(naar - 1) } }
          : {}),
      },
      forventet: foerste(
        v.sag.lukket !== null && '409 sag-lukket',
        !afslag &&
          v.forslag.some((f) => f.anbringelse) &&
          (anbragt(model) || skalAnbringes(model)) &&
          '409 barnet-er-anbragt',
        !afslag &&
          v.godkendt !== null &&
          v.forslag.length > 0 &&
          (!samtale || !alleSamtykker(v, naar, model)) &&
          '422 visitation-kan-ikke-afgoeres',
        klar && foer(naar, v.sag.oprettet),
        klar && iFremtiden(naar),
        klar && udfald === 'afslag uden høring' && parter(model).length > 0 && '422 partshoering-mangler',
        ...uafgjort(v),
        iFremtiden(naar),
        foer(naar, v.godkendt ?? v.aendret),
        v.forslag.length === 0 && '409 intet-at-afgoere',
        !afslag && v.godkendt === null && '409 visitation-ikke-godkendt',
        !afslag && v.forslag.some(({ start }) => start < naar) && '422 start-foer-afgoerelse',
      ),
      sidespor: afslag,
      gemt: (svar) => {
        Object.assign(v, { fase: 'afgjort', afgjort: naar });
        const { bevilgede, afgoerelseIder } = svar as {
          bevilgede: { enkeltsagId: string; anbringelse: boolean }[];
          afgoerelseIder: string[];
        };
        for (const afgoerelseId of afgoerelseIder)
          v.afgoerelser.push({ id: afgoerelseId, truffet: naar, parter: parter(model), meddelt: new Map() });
        for (const { enkeltsagId, anbringelse } of bevilgede) {
          const ny = { id: enkeltsagId, sag: v.sag, besluttet: naar };
          const uberoert = { fase: 'bevilget', fra: null, til: null, fremrykket: null, opfoelgninger: [] } as const;
          if (anbringelse) model.anbringelser.push(nyAnbringelse(ny, null));
          else model.indsatser.push({ ...ny, ...uberoert, opfoelgninger: [] });
        }
      },
    };
  });

const afslut = paaVisitation('afslut visitation', 'meddelelse', (v, naar, verden) => ({
  krop: { dato: verden.dato(naar) },
  forventet: foerste(
    slut(v),
    v.afgjort === null && '409 visitation-ikke-afgjort',
    iFremtiden(naar),
    foer(naar, v.afgjort ?? 0),
    v.afgoerelser.some((a) => a.parter.some((hvem) => !a.meddelt.has(hvem))) && '422 afgoerelse-ikke-meddelt',
  ),
  gemt: () => {
    v.fase = 'slut';
  },
}));

const tvangsspor = paaVisitation('overgiv til tvang', 'tvangsspor', (v, naar, verden, model) => ({
  krop: { dato: verden.dato(naar), begrundelse: 'Mor siger nej.' },
  forventet: foerste(
    ...paaForslaget(v, naar),
    !samtykkende(v, model).some((hvem) => sagdeNej(v, hvem, naar)) && '422 samtykke-ikke-afslaaet',
  ),
  sidespor: true,
  gemt: () => {
    v.fase = 'slut';
  },
}));

const opgiv = paaVisitation('opgiv visitation', 'opgivelse', (v, naar, verden) => ({
  krop: { dato: verden.dato(naar), begrundelse: 'Familien er flyttet.' },
  forventet: foerste(...uafgjort(v), iFremtiden(naar), foer(naar, v.begyndt)),
  sidespor: true,
  gemt: () => {
    v.fase = 'slut';
  },
}));

const nogen = <T>(vaerdier: readonly T[], trin: (vaerdi: T) => Visitationstrin): fc.Arbitrary<Trin> =>
  fc.constantFrom(...vaerdier).chain((vaerdi) => tilfaeldig(trin(vaerdi)));

/** From the shallow to the deep. */
export const visitationstrin = [
  ...[opgiv, tvangsspor, sendTilbage, traek('barnet'), traek('mor')].map(tilfaeldig),
  fjern,
  begynd,
  ...[-1, 15, 40].map((om) =>
    nogen(['kontaktperson', 'anbringelse', 'anbringelse uden sted'] as const, (hvad) => foreslaa(hvad, om)),
  ),
  tilfaeldig(send),
  nogen(['leder', 'leder', 'visitationsudvalg'], godkend),
  ...(['barnet', 'mor'] as const).map((hvem) =>
    nogen(['givet', 'givet', 'afslaaet'] as const, (svar) => samtykke(svar, hvem)),
  ),
  ...[1, 2].map(() => nogen(['bevilget', 'bevilget', 'bevilget uden samtale', 'afslag', 'afslag uden høring'], afgoer)),
  tilfaeldig(afslut),
];

const begyndt = [morFindes, morHarMyndighed, opretSag('social', 1), paabegynd(0, 2)];
const tilSamtykke = (nr: number) => [send(nr, 1), godkend('leder')(nr, 1), samtykke('givet', 'mor')(nr, 1)];
const denUnge = (nr: number): Trin => ({ ...samtykke('givet', 'barnet')(nr, 1), kun: ung });
const afgjort = afgoer('bevilget')(0, 2);

/** A proposal has been made. */
export const foreslaaetForspil: readonly Trin[] = [...begyndt, foreslaa('kontaktperson', 40)(0, 1)];

/** A measure was decided on day 7, with all that it takes, and nobody has been told. */
export const bevilgetForspil: readonly Trin[] = [...foreslaaetForspil, ...tilSamtykke(0), afgjort];

/** A child that is to be placed on day 7, with all that it takes. */
export const anbragtForspil: readonly Trin[] = [
  ...[...begyndt, foreslaa('anbringelse', 40)(0, 1), ...tilSamtykke(0), denUnge(0), afgjort],
];

/** The same child, and a second placement that lacks only the decision. */
export const toGangeForspil: readonly Trin[] = [
  ...anbragtForspil,
  paabegynd(0, 8),
  foreslaa('anbringelse', 40)(1, 1),
  ...tilSamtykke(1),
  denUnge(1),
];

/** What decides it; the odd numbers are the second visitation. */
export const andenAnbringelse = fc
  .tuple(fc.constantFrom(1, 1, 3), fc.integer({ min: 0, max: 30 }))
  .map(([nr, efter]) => afgoer('bevilget')(nr, efter));
