import fc from 'fast-check';
import {
  anbragt,
  type Anbringelse,
  begynd,
  gaeldendePlan,
  type Model,
  type Part,
  personId,
  type Plan,
  ung,
} from './tilstand.js';
import { afslutGenbehandlinger, uden } from './tilstand_tvang.js';
import { type Anmodning, foer, foerste, iFremtiden, type Trin, vaelg } from './trin.js';
import { retbar, retTilsyn } from './trin_ret.js';
import { nummer, senere } from './trin_underretning.js';
import { SIDSTE_DAG, type Verden } from './verden.js';

type Paa = Omit<Anmodning, 'som' | 'sti'>;

/** A step on one of the placements, so many days after the child moved in, or after the decision. */
export function paaAnbringelse(
  navn: string,
  sti: string,
  anmod: Anmod,
  efterDage: fc.Arbitrary<number> = senere,
): fc.Arbitrary<Trin> {
  return fc.tuple(nummer, efterDage).map(([nr, efter]) => skridt(navn, sti, anmod)(nr, efter));
}

type Anmod = (a: Anbringelse, naar: number, v: Verden, model: Model) => Paa | null;

function skridt(navn: string, sti: string, anmod: Anmod): (nr: number, efter: number) => Trin {
  return (nr, efter) => ({
    navn: `${navn}(#${String(nr)} +${String(efter)})`,
    anmod: (model, v) => {
      const a = vaelg(model.anbringelser, nr);
      if (a === undefined) return null;
      const hviler = Math.max(a.fra ?? a.besluttet, a.hjemgivelse.anmodet ?? 0, a.hjemgivelse.afgjort?.dato ?? 0);
      const anmodning = anmod(a, Math.min(SIDSTE_DAG + 1, hviler + efter), v, model);
      return anmodning === null ? null : { som: 'alt', sti: `/anbringelser/${a.id}/${sti}`, ...anmodning };
    },
  });
}

export const slut = (a: Anbringelse) => a.til !== null && ('409 anbringelse-ophoert' as const);
export const ikkeBegyndt = (a: Anbringelse) => a.fra === null && ('409 anbringelse-ikke-ivaerksat' as const);
/** The law is looked up on the day, so the day is judged before anything else. */
const paaDagen = (a: Anbringelse, naar: number) => [iFremtiden(naar), foer(naar, a.besluttet)] as const;

export const ivaerksaetAnbringelse = skridt('iværksæt anbringelse', 'ivaerksaettelse', (a, naar, v, model) => ({
  krop: { dato: v.dato(naar) },
  forventet: foerste(
    ...paaDagen(a, naar),
    anbragt(model, a) && '409 barnet-er-anbragt',
    slut(a),
    a.fra !== null && '409 anbringelse-ivaerksat',
    a.samtykkeTrukket !== null && a.samtykkeTrukket <= naar && '422 samtykke-bortfaldet',
    a.udvalg !== null && uden(a.udvalg, naar, v) && '422 grundlag-ophoert',
    // The days that end the chairman's decision are counted from when it was carried out.
    a.udvalg?.fase === 'truffet' && '422 foreloebig-ikke-ivaerksat',
    hjemgivetFra(model, a.udvalg, naar) && '422 grundlag-ophoert',
  ),
  gemt: () => {
    begynd(model, a, naar);
  },
}));

const ivaerksaet = fc.tuple(nummer, senere).map(([nr, efter]) => ivaerksaetAnbringelse(nr, efter));

const tilsyn = fc.constantFrom('tilsyn', 'tilsyn', 'tilsyn uden samtale').chain((hvad) =>
  paaAnbringelse(
    hvad,
    'tilsyn',
    (a, naar, v, model) => ({
      krop: {
        ...{ dato: v.dato(naar), samtale: hvad === 'tilsyn', udenPersonale: true, bekymrende: false },
        vurdering: 'Trives.',
      },
      forventet: foerste(
        ...paaDagen(a, naar),
        slut(a),
        ikkeBegyndt(a),
        foer(naar, a.fra ?? 0),
        hvad !== 'tilsyn' && '422 tilsyn-uden-samtale',
      ),
      sidespor: a.tilsyn.length > 1,
      gemt: (_svar, position) => {
        const nr = a.tilsyn.push(naar) - 1;
        model.dage.push(
          retbar('tilsyn', position, naar, {
            bygger: () => [a.fra],
            hviler: () => [a.til],
            saet: (ny) => {
              a.tilsyn[nr] = ny;
            },
          }),
        );
      },
    }),
    fc.integer({ min: -1, max: 60 }),
  ),
);

const stoetteperson = fc.constantFrom<Part>('mor', 'barnet').chain((hvem) =>
  paaAnbringelse(`støtteperson til ${hvem}`, 'stoettepersoner', (a, naar, v, model) => {
    const person = personId(model, hvem);
    if (person === null) return null;
    return {
      krop: { personId: person, dato: v.dato(naar), svar: 'oensker' },
      forventet: foerste(slut(a), iFremtiden(naar), foer(naar, a.besluttet), hvem === 'barnet' && '422 ikke-foraelder'),
      gemt: () => undefined,
    };
  }),
);

const traek = fc.constantFrom<Part>('mor', 'barnet').chain((hvem) =>
  paaAnbringelse(`træk samtykke til anbringelse:${hvem}`, 'samtykketilbagekaldelser', (a, naar, v, model) => {
    const person = personId(model, hvem);
    if (person === null) return null;
    return {
      krop: { personId: person, dato: v.dato(naar) },
      forventet: foerste(
        slut(a),
        iFremtiden(naar),
        foer(naar, a.besluttet),
        a.udvalg !== null && '409 hviler-ikke-paa-samtykke',
        hvem === 'barnet' && !ung(model) && '422 ikke-samtykkeberettiget',
        a.trukketAf.has(hvem) && '409 intet-samtykke',
        foer(naar, a.udtalt.get(hvem) ?? 0),
      ),
      sidespor: true,
      gemt: () => {
        a.trukketAf.add(hvem);
        a.udtalt.set(hvem, naar);
        a.samtykkeTrukket = Math.min(a.samtykkeTrukket ?? naar, naar);
      },
    };
  }),
);

const ophoer = fc.constantFrom('ikke-ivaerksat', 'fyldt-18').chain((aarsag) =>
  paaAnbringelse(`ophør af anbringelse:${aarsag}`, 'ophoer', (a, naar, v) => ({
    krop: { dato: v.dato(naar), aarsag, begrundelse: 'Familien ville ikke alligevel.' },
    forventet: foerste(
      slut(a),
      iFremtiden(naar),
      foer(naar, a.fra ?? a.besluttet),
      aarsag === 'fyldt-18' && '422 ikke-fyldt-18',
      a.fra !== null && '422 hjemgivelse-kraeves',
    ),
    sidespor: true,
    gemt: () => {
      a.til = naar;
    },
  })),
);

const hjemad = (a: Anbringelse, naar: number) =>
  [...paaDagen(a, naar), slut(a), ikkeBegyndt(a), foer(naar, a.fra ?? 0)] as const;
const afgjort = (a: Anbringelse) => a.hjemgivelse.afgjort !== null && ('409 hjemgivelse-afgjort' as const);

const anmod = fc.constantFrom<Part>('mor', 'barnet').chain((hvem) =>
  paaAnbringelse(`anmod om hjemgivelse:${hvem}`, 'hjemgivelsesanmodninger', (a, naar, v, model) => {
    const person = personId(model, hvem);
    if (person === null) return null;
    return {
      krop: { personId: person, dato: v.dato(naar) },
      forventet: foerste(...hjemad(a, naar), afgjort(a), hvem === 'barnet' && !ung(model) && '422 ikke-berettiget'),
      sidespor: a.hjemgivelse.anmodet !== null,
      gemt: () => {
        a.hjemgivelse.anmodet = naar;
      },
    };
  }),
);

const udtalelse = paaAnbringelse('udtalelse om hjemgivelse', 'hjemgivelsesudtalelser', (a, naar, v) => ({
  krop: { dato: v.dato(naar), udtalelse: 'Barnet savner mor.' },
  forventet: foerste(slut(a), ikkeBegyndt(a), iFremtiden(naar), foer(naar, a.fra ?? 0), afgjort(a)),
  sidespor: a.hjemgivelse.udtalelse !== null,
  gemt: () => {
    a.hjemgivelse.udtalelse = naar;
  },
}));

/** Agreed to anew since somebody wanted the child home (BL § 100, stk. 5). */
function revideret(plan: Plan | undefined, a: Anbringelse, naar: number): boolean {
  const godkendt = plan?.godkendt ?? null;
  const siden = a.samtykkeTrukket ?? a.hjemgivelse.anmodet ?? a.fra ?? a.besluttet;
  return godkendt !== null && godkendt >= siden && godkendt <= naar;
}

const afgoer = fc
  .constantFrom('hjemgives', 'hjemgives', 'hjemgives uden periode', 'afslag', 'afslag uden samtale')
  .chain((hvad) =>
    paaAnbringelse(`afgør hjemgivelse:${hvad}`, 'hjemgivelsesafgoerelse', (a, naar, v, model) => {
      const { regime } = model;
      const plan = gaeldendePlan(model);
      const hjem = hvad.startsWith('hjemgives');
      const samtale = hvad !== 'afslag uden samtale';
      const { udtalelse } = a.hjemgivelse;
      const uafgjort = a.fra !== null && a.til === null && a.hjemgivelse.afgjort === null;
      // Barnets lov wants the place heard and the plan revised; of serviceloven that is only known from memory.
      const mangler =
        !samtale ||
        (regime === 'BL' && (udtalelse === null || udtalelse > naar || (hjem && !revideret(plan, a, naar))));
      return {
        krop: {
          ...{ afgoerelseDato: v.dato(naar), udfald: hjem ? 'hjemgives' : 'afslag' },
          ...(samtale ? { boernesamtale: { dato: v.dato(naar) } } : {}),
          ...(plan === undefined ? {} : { planId: plan.id }),
          ...(hvad === 'hjemgives' ? { periodeSlut: v.dato(naar + 10) } : {}),
          ...{ viderestoette: 'Familiebehandling.', begrundelse: 'Mor kan igen.', barnetsHoldning: 'Glæder sig.' },
          hoeringsundtagelse: { grund: 'ubetaenkelig', begrundelse: 'Mor har selv bedt om det.' },
        },
        forventet: foerste(
          ...paaDagen(a, naar),
          a.sag.lukket !== null && '409 sag-lukket',
          uafgjort && mangler && '422 hjemgivelse-kan-ikke-afgoeres',
          ...hjemad(a, naar),
          afgjort(a),
          !hjem &&
            (a.samtykkeTrukket !== null || (a.udvalg !== null && uden(a.udvalg, naar, v))) &&
            '422 uden-grundlag',
          hvad === 'hjemgives uden periode' && '422 periode-mangler',
        ),
        sidespor: !hjem,
        gemt: () => {
          // After a refusal somebody may ask again.
          Object.assign(
            a.hjemgivelse,
            hjem
              ? { afgjort: { dato: naar, slut: naar + 10 }, orienteres: a.udvalg !== null }
              : { anmodet: null, udtalelse: null },
          );
        },
      };
    }),
  );

const hjem = paaAnbringelse('hjemgiv barn', 'hjemgivelse', (a, naar, v, model) => {
  const { afgjort } = a.hjemgivelse;
  return {
    krop: { dato: v.dato(naar), begrundelse: 'Overgangen er gået godt.' },
    forventet: foerste(
      ...hjemad(a, naar),
      (afgjort === null || naar < afgjort.dato) && '422 hjemgivelse-ikke-afgjort',
      naar > (afgjort?.slut ?? 0) && '422 efter-perioden',
    ),
    gemt: () => {
      a.til = naar;
      ophoerGrundlaget(model, a, a.udvalg === null ? (afgjort?.dato ?? naar) : naar, naar);
    },
  };
});

/** The child has been placed on it, and has come home, whatever the placement rested on at last. */
export function hjemgivetFra({ anbringelser }: Model, grundlag: Anbringelse['udvalg'], naar: number): boolean {
  if (grundlag === null || !('truffet' in grundlag)) return false;
  return anbringelser.some((a) => a.hviltPaa.has(grundlag) && a.fra !== null && a.til !== null && a.til <= naar);
}

/** The child is home, or stays by consent: what the committee decided carries it no more, unless it is renewed or another placement rests on it. */
export function ophoerGrundlaget(model: Model, a: Anbringelse, afgjortSenest: number, naar: number): void {
  const { buuSager } = model.tvang;
  for (const b of buuSager) {
    const fornyet = buuSager.some((n) => n.genbehandler === b && n.fase === 'vedtaget');
    const baerer = model.anbringelser.some((x) => x !== a && x.til === null && x.udvalg === b);
    const gaelder = b.sag === a.sag && b.fase === 'vedtaget' && b.genbehandlinger.length > 0 && b.ophoert === null;
    if (!gaelder || fornyet || baerer || (b.afgjort ?? 0) > afgjortSenest) continue;
    b.ophoert = naar;
    afslutGenbehandlinger(b, { bortfaldet: true });
  }
}

/** From the shallow to the deep. */
export const anbringelsestrin = [
  retTilsyn,
  ...[ophoer, traek, stoetteperson, ivaerksaet, ivaerksaet, tilsyn, anmod, udtalelse, afgoer, afgoer, hjem, hjem],
];

/** What can happen to a placement that is decided, before the child moves in. */
export const foerIndflytning = [traek, ivaerksaet, ophoer];
