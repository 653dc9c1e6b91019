import fc from 'fast-check';
import { type Model, parter, personId } from './tilstand.js';
import { bortfaldet, dagenEfter, type Formandsafgoerelse, gaelder } from './tilstand_tvang.js';
import { type Anmodning, foer, foerste, id, iFremtiden, type Trin, vaelg } from './trin.js';
import { nummer, senere, UKENDT } from './trin_underretning.js';
import { SIDSTE_DAG, type Verden } from './verden.js';

/** The chairman's provisional decision, and what becomes of it (serviceloven § 75, barnets lov § 143). */
export function traefForeloebigt(nr: number, efter: number, kode = 'laegelig-behandling'): Trin {
  return {
    navn: `formanden træffer ${kode}(#${String(nr)} +${String(efter)})`,
    anmod: (model, v) => {
      const sag = vaelg(model.sager, nr);
      if (sag === undefined) return null;
      const naar = Math.min(SIDSTE_DAG + 1, sag.oprettet + efter);
      return {
        som: 'alt',
        sti: `/sager/${sag.id}/formandsafgoerelser`,
        krop: {
          ...{ afgoerelseKode: kode, truffet: v.tid(naar, '11:00') },
          ...{ formaal: 'Barnet skal behandles nu.', begrundelse: 'Det kan ikke vente på udvalget.' },
        },
        forventet: foerste(
          sag.lukket !== null && '409 sag-lukket',
          iFremtiden(naar),
          kode === 'privat-familiepleje' && '422 kan-ikke-traeffes-foreloebigt',
        ),
        sidespor: model.tvang.formandsafgoerelser.some(gaelder) || model.tvang.formandsafgoerelser.length > 2,
        gemt: (svar) =>
          model.tvang.formandsafgoerelser.push({
            ...{ id: id(svar, 'formandsafgoerelseId'), sag, kode, truffet: naar, fase: 'truffet', ivaerksat: null },
            ...{ parter: [], meddelt: new Map(), godkendt: null, erstattet: null, erstattetAf: null, slut: null },
          }),
      };
    },
  };
}

const traef = fc
  .tuple(nummer, fc.integer({ min: 0, max: 120 }), fc.constantFrom('laegelig-behandling', 'privat-familiepleje'))
  .map(([nr, efter, kode]) => traefForeloebigt(nr, efter, kode));

type Paa = Omit<Anmodning, 'som' | 'sti'>;

const paaForeloebig =
  (
    navn: string,
    sti: string,
    anmod: (f: Formandsafgoerelse, naar: number, v: Verden, model: Model) => Paa,
  ): ((nr: number, efter: number) => Trin) =>
  (nr, efter) => ({
    navn: `${navn}(#${String(nr)} +${String(efter)})`,
    anmod: (model, v) => {
      const f = vaelg(model.tvang.formandsafgoerelser, nr);
      if (f === undefined) return null;
      const naar = Math.min(SIDSTE_DAG + 1, (f.ivaerksat ?? f.truffet) + efter);
      return { som: 'alt', sti: `/formandsafgoerelser/${f.id}/${sti}`, ...anmod(f, naar, v, model) };
    },
  });

const iFase = (f: Formandsafgoerelse, ...faser: Formandsafgoerelse['fase'][]) =>
  !faser.includes(f.fase) && ('409 forkert-fase' as const);

export const ivaerksaetForeloebigt = paaForeloebig('iværksæt foreløbigt', 'ivaerksaettelse', (f, naar, v, model) => ({
  krop: { ivaerksat: v.tid(naar, '12:00') },
  forventet: foerste(iFase(f, 'truffet'), iFremtiden(naar), foer(naar, f.truffet)),
  gemt: () => {
    Object.assign(f, { fase: 'ivaerksat', ivaerksat: naar, parter: parter(model) });
  },
}));

const meddel = fc.constantFrom('mor', 'mor', 'mor uden vejledning', 'barnet').chain((hvem) => {
  const part = hvem === 'barnet' ? 'barnet' : 'mor';
  const trin = paaForeloebig(`meddel foreløbigt ${hvem}`, 'meddelelser', (f, naar, v, model) => ({
    krop: {
      ...{ personId: personId(model, part) ?? UKENDT, maade: 'overrakt' },
      ...{ meddelt: v.tid(naar, '13:00'), vejledning: hvem !== 'mor uden vejledning' },
    },
    forventet: foerste(
      f.ivaerksat === null && '409 ikke-ivaerksat',
      !f.parter.includes(part) && '422 ikke-part',
      f.meddelt.has(part) && '409 afgoerelse-meddelt',
      iFremtiden(naar),
      foer(naar, f.truffet),
      hvem === 'mor uden vejledning' && '422 vejledning-mangler',
    ),
    gemt: () => {
      f.meddelt.set(part, naar);
    },
  }));
  return fc.tuple(nummer, fc.integer({ min: -1, max: 2 })).map(([nr, efter]) => trin(nr, efter));
});

const ophaev = paaForeloebig('ophæv foreløbigt', 'ophaevelse', (f, naar, v) => ({
  krop: { dato: v.dato(naar), begrundelse: 'Forældrene har samtykket.' },
  forventet: foerste(
    iFase(f, 'truffet', 'ivaerksat', 'godkendt'),
    iFremtiden(naar),
    foer(naar, f.truffet),
    bortfaldet(f, naar, v) && '422 foreloebig-afgoerelse-bortfaldet',
  ),
  sidespor: true,
  gemt: () => {
    Object.assign(f, { fase: 'ophaevet', slut: v.dato(naar) });
  },
}));

const bortfald = paaForeloebig('notér bortfald', 'bortfald', (f, naar, v) => ({
  krop: { dato: v.dato(naar), opfoelgning: 'Barnet kom hjem samme dag.' },
  forventet: foerste(
    iFase(f, 'ivaerksat', 'godkendt'),
    iFremtiden(naar),
    !bortfaldet(f, naar, v) && '422 ikke-bortfaldet',
  ),
  sidespor: true,
  gemt: () => {
    f.slut = dagenEfter(f, v);
    f.fase = 'bortfaldet';
  },
}));

/** The eighth day and the day after a month are in it, and the days before them. */
const udloebsdage = fc.oneof(fc.constantFrom(6, 7, 28, 29, 30, 31, 32), fc.integer({ min: -1, max: 40 }));
const efter = (trin: (nr: number, efter: number) => Trin, dage: fc.Arbitrary<number>): fc.Arbitrary<Trin> =>
  fc.tuple(nummer, dage).map(([nr, antal]) => trin(nr, antal));

/** From the shallow to the deep. */
export const formandstrin = [
  efter(ophaev, fc.oneof(senere, udloebsdage)),
  efter(bortfald, udloebsdage),
  traef,
  efter(ivaerksaetForeloebigt, fc.integer({ min: -1, max: 2 })),
  meddel,
];
