import fc from 'fast-check';
import { gaeldendePlan, parter, planForVoksenlivet, type Ungestoette } from './tilstand.js';
import { foer, foerste, id, iFremtiden } from './trin.js';
import { ikkeBegyndt, paaAnbringelse, slut } from './trin_anbringelse.js';
import { senere } from './trin_underretning.js';

type Hvad = Ungestoette | 'ingen uden høring' | 'doegnophold uden samtale';

/** What becomes of the support when a placed child comes of age (serviceloven § 68, stk. 11, barnets lov § 111). */
const afgoer = fc
  .constantFrom<Hvad>('doegnophold', 'anden-stoette', 'ingen', 'ingen uden høring', 'doegnophold uden samtale')
  .chain((hvad) =>
    paaAnbringelse(
      `afgør ungestøtte:${hvad}`,
      'ungestoette',
      (a, naar, v, model) => {
        const udfald = hvad.startsWith('ingen') ? 'ingen' : hvad === 'anden-stoette' ? hvad : 'doegnophold';
        const samtale = hvad !== 'doegnophold uden samtale';
        const plan = gaeldendePlan(model);
        const bor = a.fra !== null && a.til === null;
        // The plan that the young person was placed with is not revised for adult life.
        const godkendt = plan?.godkendt ?? null;
        const revideret = godkendt !== null && godkendt > (a.fra ?? a.besluttet) && godkendt <= naar;
        return {
          krop: {
            ...{ afgoerelseDato: v.dato(naar), udfald, begrundelse: 'Uddannelse.', ungesHoldning: 'Vil gerne.' },
            ...(samtale ? { boernesamtale: { dato: v.dato(naar) } } : {}),
            ...(plan === undefined ? {} : { planId: plan.id }),
            ...(hvad === 'ingen' ? { hoeringsundtagelse: { grund: 'ubetaenkelig', begrundelse: 'Kender alt.' } } : {}),
          },
          forventet: foerste(
            a.sag.lukket !== null && '409 sag-lukket',
            bor && (!samtale || !revideret) && '422 ungestoette-kan-ikke-afgoeres',
            bor && foer(naar, a.sag.oprettet),
            bor && iFremtiden(naar),
            bor && hvad === 'ingen uden høring' && parter(model).length > 0 && '422 partshoering-mangler',
            slut(a),
            ikkeBegyndt(a),
            iFremtiden(naar),
            foer(naar, a.fra ?? 0),
            !planForVoksenlivet(model) && '422 ungestoette-foer-16',
          ),
          sidespor: a.ungestoette.length > 0,
          gemt: (svar) => {
            a.ungestoette.push({ dato: naar, udfald });
            model.tvang.afgoerelser.push({
              ...{ id: id(svar, 'afgoerelseId'), truffet: naar, parter: parter(model), meddelt: new Map() },
              ...{ sag: a.sag, organ: 'KB', slags: 'ungestoette', erstatter: null, buuSag: null },
            });
          },
        };
      },
      fc.oneof(senere, fc.integer({ min: 0, max: 190 })),
    ),
  );

/** The stay goes on as support from the day the young person comes of age, and nobody does within these days. */
const overgang = paaAnbringelse('skift til ungestøtte', 'grundlag', (a, naar, v) => ({
  krop: { grundlag: 'ungestoette', dato: v.dato(naar) },
  forventet: foerste(
    slut(a),
    iFremtiden(naar),
    ikkeBegyndt(a),
    foer(naar, a.fra ?? 0),
    a.ungestoette.at(-1)?.udfald === 'doegnophold' ? '422 ikke-fyldt-18' : '422 ungestoette-ikke-afgjort',
  ),
  gemt: () => undefined,
}));

/** From the shallow to the deep. */
export const ungestoettetrin = [overgang, afgoer, afgoer];
