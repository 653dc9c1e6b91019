import { indlaesLovpakke } from '../../faelles/lov/lovpakke.js';
import { given } from '../../platform/testing/given-when-then.js';
import { anbringelseDecider, type AnbringelseKommando } from './anbringelse.js';
import { beslut, BUU, dag, efter, igang, LOVE, nu, svar, TILSYN, type Regime } from './testing/forloeb.js';
import { type BesluttetAnbringelse } from './tilstand.js';
import { mindstTilsynPrAar, naesteTilsyn, opgoerTilsyn } from './tilsyn.js';

const besoeg = (regime: Regime, mere: object = {}): AnbringelseKommando => ({
  type: 'AfholdTilsyn',
  ...{ regime, tilsynId: TILSYN, dato: dag(regime, '06-15'), samtale: true, udenPersonale: true, bekymrende: false },
  ...{ vurdering: 'Trives.', mindstPrAar: 2 },
  ...mere,
});

// Two a year: six months, then twelve, from the start; after that a year from the visit before the last.
it.each<[string, readonly string[], number, string]>([
  ['det første inden seks måneder', [], 2, '2024-09-10'],
  ['det andet inden tolv', ['2024-05-01'], 2, '2025-03-10'],
  ['så tolv måneder efter det næstsidste', ['2024-05-01', '2024-11-20'], 2, '2025-05-01'],
  ['rækkefølgen er dagenes', ['2024-11-20', '2024-05-01'], 2, '2025-05-01'],
  ['to besøg tæt på hinanden giver ikke længere frist', ['2024-11-19', '2024-11-20', '2024-05-01'], 2, '2025-11-19'],
  ['fire om året: hver tredje måned', [], 4, '2024-06-10'],
])('næste tilsyn: %s', (_navn, sket, mindst, forventet) => {
  expect(naesteTilsyn('2024-03-10', sket, mindst)).toBe(forventet);
});

it('holdes fristen hver gang, rummer ethvert kalenderår mindst to besøg', () => {
  // Each visit on its last day, for ten years: every year that the child was placed throughout has two.
  const start = '2019-03-10';
  const sket: string[] = [];
  for (let nr = 0; nr < 20; nr++) sket.push(naesteTilsyn(start, sket, 2));
  for (let aar = 2020; aar < 2028; aar++)
    expect([aar, sket.filter((d) => d.startsWith(String(aar))).length]).toEqual([aar, 2]);
});

it('loven på dagen siger, hvor mange der skal være om året (SEL § 148, BL § 156, stk. 5)', () => {
  const lov = indlaesLovpakke();
  expect([mindstTilsynPrAar(lov, '2022-06-01'), mindstTilsynPrAar(lov, '2024-06-01')]).toEqual([2, 2]);
});

describe.each(LOVE)('Tilsyn (%s)', (regime) => {
  const hjemmel = { SEL: 'SEL § 148', BL: 'BL § 156, stk. 5' }[regime];
  const barnetBorDer = given(anbringelseDecider, ...igang(regime));

  it.each<[string, object, object]>([
    ['besøg med samtale uden personale', {}, { naesteTilsynSenest: dag(regime, '03-10', 1) }],
    ['personalet var der, og det er begrundet', { udenPersonale: false, forbehold: 'Barnet bad om det.' }, {}],
    ['ingen samtale, og det er begrundet', { samtale: false, udenPersonale: false, forbehold: 'Otte måneder.' }, {}],
  ])('lovligt: %s', (_navn, mere, data) => {
    expect(barnetBorDer.then(besoeg(regime, mere), nu(regime))).toMatchObject([
      { type: 'oekonomi.TilsynsbesoegAfholdt', data },
    ]);
  });

  it.each<[string, object, object]>([
    [
      'ingen samtale uden en grund',
      { samtale: false, udenPersonale: false },
      { kode: 'tilsyn-uden-samtale', paragraf: hjemmel, mangler: ['samtale-med-barnet'] },
    ],
    [
      'med personale uden en grund',
      { udenPersonale: false, forbehold: ' ' },
      { kode: 'tilsyn-uden-samtale', paragraf: hjemmel, mangler: ['uden-personale'] },
    ],
    ['før barnet flyttede ind', { dato: dag(regime, '03-09') }, { kode: 'forkert-raekkefoelge' }],
    ['i fremtiden', { dato: dag(regime, '12-21', 1) }, { kode: 'dato-i-fremtiden' }],
  ])('ulovligt: %s', (_navn, mere, nej) => {
    expect(svar(barnetBorDer.refused(besoeg(regime, mere), nu(regime)))).toMatchObject({ status: 422, ...nej });
  });

  it('der føres ikke tilsyn, før anbringelsen er sat i værk', () => {
    const nej = given(anbringelseDecider, ...efter(regime, beslut(regime))).refused(besoeg(regime), nu(regime));
    expect(svar(nej)).toMatchObject({ status: 409, kode: 'anbringelse-ikke-ivaerksat' });
  });

  it('bekymrende forhold er umeldte, til socialtilsynet har fået besked, også efter ophøret', () => {
    const slut: AnbringelseKommando = {
      type: 'OphoerAnbringelse',
      ...{ regime, dato: dag(regime, '07-01'), aarsag: 'anden-kommune', begrundelse: 'Flyttet.' },
    };
    const sket = [
      ...igang(regime),
      ...barnetBorDer.then(besoeg(regime, { bekymrende: true }), nu(regime)),
      ...barnetBorDer.then(slut, nu(regime)),
    ];
    const efterladt = given(anbringelseDecider, ...sket);
    expect(efterladt.state).toMatchObject({ fase: 'ophoert', umeldte: [TILSYN] });
    const besked = (mere: object = {}): AnbringelseKommando => ({
      type: 'UnderretSocialtilsyn',
      ...{ dato: dag(regime, '07-02'), forhold: 'For få voksne.', ...mere },
    });
    expect(svar(efterladt.refused(besked({ tilsynId: BUU }), nu(regime)))).toMatchObject({
      ...{ status: 422, kode: 'tilsyn-findes-ikke' },
    });
    const meldt = efterladt.then(besked({ tilsynId: TILSYN }), nu(regime));
    expect(given(anbringelseDecider, ...sket, ...meldt).state).toMatchObject({ umeldte: [] });
  });

  it('opgøres både rullende og for kalenderåret', () => {
    const dage = [dag(regime, '06-15'), dag(regime, '11-20'), dag(regime, '02-01', 1), dag(regime, '10-01', 1)];
    const sket = dage.flatMap((dato) => barnetBorDer.then(besoeg(regime, { dato }), nu(regime)));
    const a = given(anbringelseDecider, ...igang(regime), ...sket).state as BesluttetAnbringelse;
    // The twelve months to 20 November of the second year hold two: the one exactly a year ago falls out.
    expect(opgoerTilsyn(a, dag(regime, '11-20', 1))).toEqual({ rullende: 2, iAar: 2, sidsteAar: null });
    expect(opgoerTilsyn(a, dag(regime, '01-05', 2))).toEqual({ rullende: 2, iAar: 0, sidsteAar: 2 });
  });
});
