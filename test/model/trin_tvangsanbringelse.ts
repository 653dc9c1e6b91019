import fc from 'fast-check';
import {
  anbragt,
  skalAnbringes,
  gaeldendePlan,
  nyAnbringelse,
  type Part,
  personId,
  risikoenMangler,
  ung,
} from './tilstand.js';
import {
  afslutGenbehandlinger,
  type BuuSag,
  genbehandles,
  type PaaklageligAfgoerelse,
  uden,
} from './tilstand_tvang.js';
import { foer, foerste, id, iFremtiden, type Trin, type Udfald, vaelg } from './trin.js';
import { ikkeBegyndt, ophoerGrundlaget, paaAnbringelse, slut } from './trin_anbringelse.js';
import { paaBuu, rejs, tilfaeldigt } from './trin_buu.js';
import { afgoer, genbehandling, paaMoedet, passerIkke, saetGenbehandling, type Valg } from './trin_udvalg.js';
import { nummer, senere } from './trin_underretning.js';
import { SIDSTE_DAG, type Verden } from './verden.js';

/** What a placement without consent rests on: the committee's own decision of it, in the case, that still holds. */
function baerer(a: PaaklageligAfgoerelse, sag: unknown, naar: number, v: Verden): readonly (Udfald | false)[] {
  return [
    (a.sag !== sag || a.buuSag === null || !genbehandles(a.slags)) && '422 udvalgsafgoerelse-passer-ikke',
    a.buuSag !== null && uden(a.buuSag, naar, v) && '422 grundlag-ophoert',
  ];
}

/** What is said of a placement, whoever decided it. */
export const anbringelsen = (naar: number, v: Verden): object => ({
  ...{ grundlag: 'tvang', afgoerelseDato: v.dato(naar) },
  ...{ stedtype: 'opholdssted', sted: 'Opholdsstedet Prøvesen', stedGodkendt: v.dato(naar - 1) },
  ...{ forventetStart: v.dato(naar), varighedMaaneder: 12, prisOere: 250_000, prisEnhed: 'doegn' },
  ...{ omsorgssvigt: false, udenUndersoegelse: 'Kan ikke vente.', boernesamtale: { dato: v.dato(naar) } },
  ...{ formaal: 'Ro.', begrundelse: 'Skade.', barnetsHoldning: 'Bange.' },
});

/** The child is placed by the committee's decision (SEL § 58, BL § 47), on a plan that was approved before. */
export function anbring(nr: number, efter: number, medPlan = true): Trin {
  return {
    navn: `anbring uden samtykke${medPlan ? '' : ' og plan'}(#${String(nr)} +${String(efter)})`,
    anmod: (model, v) => {
      const sag = vaelg(model.sager, nr);
      const a = vaelg(model.tvang.afgoerelser, nr);
      if (sag === undefined || a === undefined) return null;
      const naar = Math.min(SIDSTE_DAG + 1, a.truffet + efter);
      const plan = medPlan ? gaeldendePlan(model) : undefined;
      return {
        som: 'alt',
        sti: `/sager/${sag.id}/anbringelser`,
        krop: {
          ...anbringelsen(naar, v),
          udvalg: { afgoerelseId: a.id, dato: v.dato(a.truffet) },
          ...(plan === undefined ? {} : { planId: plan.id }),
        },
        forventet: foerste(
          sag.lukket !== null && '409 sag-lukket',
          ...baerer(a, sag, naar, v),
          (anbragt(model) || skalAnbringes(model)) && '409 barnet-er-anbragt',
          iFremtiden(naar),
          naar < a.truffet && '422 foer-udvalgets-afgoerelse',
          (plan === undefined || (plan.godkendt ?? naar) > naar) && '422 anbringelse-kan-ikke-besluttes',
        ),
        sidespor: model.anbringelser.some(({ til }) => til === null),
        gemt: (svar) =>
          model.anbringelser.push(nyAnbringelse({ id: id(svar, 'anbringelseId'), sag, besluttet: naar }, a.buuSag)),
      };
    },
  };
}

/** The placement goes on by another decision of the committee: after a consent that was taken back, or treated again. */
const skiftGrundlag = fc.tuple(nummer, nummer).chain(([nr, efter]) =>
  paaAnbringelse('skift til udvalgets afgørelse', 'grundlag', (a, hviler, v, model) => {
    const ny = vaelg(model.tvang.afgoerelser, nr);
    if (ny === undefined) return null;
    const naar = Math.min(SIDSTE_DAG + 1, Math.max(hviler, ny.truffet - 1 + (efter % 5)));
    return {
      krop: {
        ...{ grundlag: 'tvang', dato: v.dato(naar) },
        udvalg: { afgoerelseId: ny.id, dato: v.dato(ny.truffet) },
      },
      forventet: foerste(
        ...baerer(ny, a.sag, naar, v),
        slut(a),
        iFremtiden(naar),
        ikkeBegyndt(a),
        naar < ny.truffet && '422 foer-udvalgets-afgoerelse',
        foer(naar, a.fra ?? 0),
        a.udvalg !== null && a.udvalg === ny.buuSag && '409 grundlag-uaendret',
      ),
      gemt: () => {
        // The child stays: what was asked or decided of going home is answered by it.
        if (a.hjemgivelse.afgjort !== null) a.afloesteSlut.push(a.hjemgivelse.afgjort.slut);
        Object.assign(a.hjemgivelse, { anmodet: null, udtalelse: null, afgjort: null, orienteres: false });
        Object.assign(a, { udvalg: ny.buuSag, samtykkeTrukket: null });
      },
    };
  }),
);

/** They agree now: it is decided anew, with the child heard, and the committee's decision carries nothing (SEL § 52, BL § 46). */
const skiftTilSamtykke = fc
  .constantFrom('samtykke', 'samtykke', 'samtykke uden barnets', 'samtykke uden samtale')
  .chain((hvad) =>
    paaAnbringelse(`skift til ${hvad}`, 'grundlag', (a, naar, v, model) => {
      if (a.udvalg === null) return null;
      const hvem: readonly Part[] = ung(model) && hvad !== 'samtykke uden barnets' ? ['mor', 'barnet'] : ['mor'];
      const svar = { svar: 'givet', dato: v.dato(naar), form: 'skriftlig', informeret: true, omfatterFormaal: true };
      const samtykker = hvem.flatMap((part) => {
        const person = personId(model, part);
        return person === null ? [] : [{ ...svar, personId: person }];
      });
      const samtale = hvad !== 'samtykke uden samtale';
      return {
        krop: {
          ...{ grundlag: 'samtykke', dato: v.dato(naar), samtykker, begrundelse: 'Mor er enig.' },
          ...(samtale ? { boernesamtale: { dato: v.dato(naar) } } : {}),
        },
        forventet: foerste(
          model.moderId !== null && risikoenMangler(model) && '422 risikovurdering-mangler',
          iFremtiden(naar),
          ...hvem.map((part) => foer(naar, a.udtalt.get(part) ?? 0)),
          slut(a),
          ikkeBegyndt(a),
          foer(naar, a.fra ?? 0),
          foer(naar, ('truffet' in a.udvalg ? a.udvalg.truffet : a.udvalg.afgjort) ?? 0),
          (!samtale || (ung(model) && hvem.length === 1)) && '422 grundlag-kan-ikke-skiftes',
        ),
        gemt: () => {
          if (a.hjemgivelse.afgjort !== null) a.afloesteSlut.push(a.hjemgivelse.afgjort.slut);
          Object.assign(a.hjemgivelse, { anmodet: null, udtalelse: null, afgjort: null, orienteres: false });
          Object.assign(a, { udvalg: null, samtykkeTrukket: null });
          for (const part of hvem) {
            a.udtalt.set(part, naar);
            a.trukketAf.delete(part);
          }
          ophoerGrundlaget(model, a, naar, naar);
        },
      };
    }),
  );

/** The committee is told when a child that it has placed comes home; also when it is home already. */
const orienter = paaAnbringelse('orientér udvalget', 'udvalgsorientering', (a, naar, v) => ({
  krop: { dato: v.dato(naar) },
  forventet: foerste(
    a.fra === null && (a.til === null ? '409 anbringelse-ikke-ivaerksat' : false),
    iFremtiden(naar),
    foer(naar, a.fra ?? a.besluttet),
    !a.hjemgivelse.orienteres && '409 intet-at-orientere-om',
    foer(naar, a.hjemgivelse.afgjort?.dato ?? 0),
  ),
  gemt: () => {
    a.hjemgivelse.orienteres = false;
  },
}));

const fraAfgoerelsen = (b: BuuSag): number => b.afgjort ?? b.rejst;

/** Of the decision that a placement rests on. */
const efterAfgoerelsen = (b: BuuSag, naar: number) =>
  [
    b.fase !== 'vedtaget' && '409 ikke-vedtaget',
    iFremtiden(naar),
    foer(naar, b.afgjort ?? 0),
    (b.genbehandlinger.length === 0 || b.ophoert !== null) && '409 ingen-anbringelse',
  ] as const;

const ophoer = paaBuu(
  'udvalgets afgørelse ophører',
  'ophoer',
  (b, naar, v) => ({
    krop: { dato: v.dato(naar), aarsag: 'samtykke', begrundelse: 'Forældrene er enige nu.' },
    forventet: foerste(...efterAfgoerelsen(b, naar)),
    sidespor: true,
    gemt: () => {
      b.ophoert = naar;
      afslutGenbehandlinger(b, { bortfaldet: true });
    },
  }),
  fraAfgoerelsen,
);

/** Ankestyrelsen or the court has decided: the time runs from there, and what was set before is no more. */
const nyFrist = (valg: Valg) =>
  paaBuu(
    'ny genbehandlingsfrist',
    'genbehandlingsfrist',
    (b, naar, v) => ({
      krop: { dato: v.dato(naar), grundlag: 'ankestyrelsen', ...genbehandling(valg, naar, v) },
      forventet: foerste(...efterAfgoerelsen(b, naar), passerIkke(valg)),
      sidespor: true,
      gemt: () => {
        saetGenbehandling(b, valg, naar, v);
      },
    }),
    fraAfgoerelsen,
  );

const VALG: readonly (Valg | null)[] = ['1aar', 14, 40, 90, 0, '2aar', null];
const GYLDIGE: readonly Valg[] = ['1aar', 14, 40, 0];
const ANBRINGER = { navn: 'udvalget anbringer', kode: 'anbringelse-uden-samtykke' } as const;
const OPRETHOLDER = { navn: 'udvalget opretholder', kode: 'opretholdelse' } as const;

const rejser = fc
  .tuple(
    fc.constantFrom('opretholdelse', 'opretholdelse', 'anbringelse-uden-samtykke'),
    nummer,
    fc.integer({ min: -1, max: 45 }),
    fc.option(nummer, { freq: 5 }),
  )
  .map(([kode, nr, efter, tidligere]) => rejs(kode, nr, efter, null, tidligere));
const afgoerelser = (om: typeof ANBRINGER | typeof OPRETHOLDER) =>
  tilfaeldigt(
    fc.constantFrom(...VALG).map((valg) => afgoer(true, [5, 0], valg, om)),
    paaMoedet,
  );

/** From the shallow to the deep. */
export const tvangsanbringelsestrin = [
  tilfaeldigt(fc.constant(ophoer), fc.integer({ min: -1, max: 60 })),
  tilfaeldigt(fc.constantFrom(...GYLDIGE).map(nyFrist), fc.integer({ min: -1, max: 60 })),
  orienter,
  rejser,
  rejser,
  afgoerelser(ANBRINGER),
  fc.tuple(nummer, senere, fc.constantFrom(true, true, false)).map(([nr, efter, plan]) => anbring(nr, efter, plan)),
  afgoerelser(OPRETHOLDER),
  skiftTilSamtykke,
  skiftGrundlag,
];

/** The committee has decided on day 14 that the child is placed without consent, to be treated again in 40 days. */
export const vedtag = afgoer(true, [5, 0], 40, ANBRINGER)(0, 0);
