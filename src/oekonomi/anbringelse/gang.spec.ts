import { event } from '../../platform/eventstore/event-declaration.js';
import { given } from '../../platform/testing/given-when-then.js';
import { anbringelseDecider, type AnbringelseKommando } from './anbringelse.js';
import { AnbringelseOphoert } from './anbringelse.events.js';
import { type AnbringelseEvent } from './haendelser.js';
import {
  A,
  AFG,
  BARN,
  beslut,
  BUU,
  dag,
  efter,
  igang,
  ivaerksaet,
  LILLESOESTER,
  LOVE,
  medTvang,
  MOR,
  nu,
  PLAN,
  plejefamilie,
  type Regime,
  SAG,
  sikret,
  svar,
  udvalg,
} from './testing/forloeb.js';

/** The young person comes of age in the second year. */
const naesten18 = (regime: Regime) => ({ myndigDato: dag(regime, '05-23', 1) });
const flyt = (regime: Regime, mere: object = {}): AnbringelseKommando => ({
  type: 'SkiftAnbringelsessted',
  ...{ regime, hjemmel: regime === 'SEL' ? 'SEL § 68 b' : 'BL § 98', afgoerelseDato: dag(regime, '06-01') },
  ...{ dato: dag(regime, '06-10'), stedtype: { ...plejefamilie, kode: 'opholdssted' }, sted: 'Opholdsstedet Prøven' },
  ...{ stedGodkendt: dag(regime, '01-10'), mangler: [], begrundelse: 'Opsagt.', barnetsHoldning: 'Vil gerne.' },
  ...mere,
});
const traek = (regime: Regime, dato = dag(regime, '07-01')): AnbringelseKommando => ({
  type: 'BortfaldAnbringelsessamtykke',
  ...{ regime, personId: MOR, dato },
});
const grundlag = (regime: Regime, mere: object = {}): AnbringelseKommando => ({
  type: 'SkiftGrundlag',
  ...{ regime, grundlag: 'tvang', hjemmel: 'x', dato: dag(regime, '07-10'), mangler: [] },
  udvalg: udvalg(regime, dag(regime, '07-09')),
  ...mere,
});
const uden = (kommando: AnbringelseKommando, felt: string): AnbringelseKommando =>
  Object.fromEntries(Object.entries(kommando).filter(([navn]) => navn !== felt)) as unknown as AnbringelseKommando;
const ophoer = (regime: Regime, aarsag: string, dato: string): AnbringelseKommando =>
  ({ type: 'OphoerAnbringelse', regime, dato, aarsag, begrundelse: 'Fordi.' }) as AnbringelseKommando;
const ungestoette = (regime: Regime, udfald: 'doegnophold' | 'ingen'): AnbringelseKommando => ({
  type: 'AfgoerUngestoette',
  ...{ regime, afgoerelseId: AFG, afgoerelseDato: dag(regime, '10-01'), udfald, graense: dag(regime, '05-23', 6) },
  ...{ planrevision: null, boernesamtale: { art: 'holdt', dato: dag(regime, '09-01') } },
  ...{ begrundelse: 'Uddannelse.', ungesHoldning: 'Vil gerne.' },
});
const sket = (...events: readonly AnbringelseEvent[]) => given(anbringelseDecider, ...events);

type Lovlig = [
  navn: string,
  givet: (r: Regime) => readonly AnbringelseEvent[],
  naar: (r: Regime) => AnbringelseKommando,
  data: (r: Regime) => object,
];
type Ulovlig = [
  navn: string,
  givet: (r: Regime) => readonly AnbringelseEvent[],
  naar: (r: Regime) => AnbringelseKommando,
  nej: { readonly status?: 409; readonly kode: string; readonly mangler?: readonly string[] },
  paragraf?: { readonly SEL: string; readonly BL: string },
];

const LOVLIGE: readonly Lovlig[] = [
  [
    'barnet flytter ind; opfølgning og tilsyn løber',
    (r) => efter(r, beslut(r)),
    (r) => ivaerksaet(r),
    (r) => ({ ivaerksatDato: dag(r, '03-10'), naesteTilsynSenest: dag(r, '09-10') }),
  ],
  ['uden kendt fødselsdag', (r) => efter(r, beslut(r)), (r) => uden(ivaerksaet(r), 'myndigDato'), () => ({})],
  [
    'barnet flytter ind efter udvalgets afgørelse',
    (r) => efter(r, beslut(r, medTvang(r))),
    (r) => ivaerksaet(r),
    () => ({ grundlag: 'tvang' }),
  ],
  [
    'ungestøtte begynder på 18-årsdagen',
    (r) => efter(r, beslut(r, { grundlag: 'ungestoette', alder: 18 })),
    (r) => ivaerksaet(r, { dato: dag(r, '03-10'), myndigDato: dag(r, '03-10') }),
    () => ({ grundlag: 'ungestoette' }),
  ],
  [
    'flytning med samtykke',
    (r) => igang(r),
    (r) => flyt(r, { afgoerelseId: AFG }),
    () => ({ fraStedtype: 'plejefamilie-almen', stedtype: 'opholdssted', samtykke: true, afgoerelseId: AFG }),
  ],
  [
    'flytning efter udvalgets afgørelse, også til en sikret institution',
    (r) => igang(r),
    (r) => flyt(r, { stedtype: sikret, udvalg: udvalg(r, dag(r, '06-01')) }),
    () => ({ samtykke: false, udvalgsafgoerelseId: BUU }),
  ],
  [
    'en forælder tilbydes en støtteperson',
    (r) => igang(r),
    (r) => ({
      type: 'TilbydStoetteperson',
      ...{ personId: MOR, dato: dag(r, '03-10'), svar: 'oensker', regime: r, erForaelder: true },
    }),
    () => ({ personId: MOR, svar: 'oensker' }),
  ],
  [
    'stedet får dele af den gældende plan',
    (r) => igang(r),
    (r) => ({
      type: 'UdleverPlandele',
      ...{ planId: PLAN, dato: dag(r, '03-10'), dele: 'Mål.', planGaelder: true, regime: r },
    }),
    () => ({ planId: PLAN }),
  ],
  [
    'søskende vurderes',
    (r) => igang(r),
    (r) => ({ type: 'VurderSoeskende', dato: dag(r, '04-01'), soeskende: [LILLESOESTER], vurdering: 'Intet behov.' }),
    () => ({ soeskende: [LILLESOESTER] }),
  ],
  ['samtykket trækkes tilbage', (r) => igang(r), (r) => traek(r), (r) => ({ personId: MOR, dato: dag(r, '07-01') })],
  [
    'efter trukket samtykke fortsætter den efter udvalgets afgørelse',
    (r) => [...igang(r), ...efterIgang(r, traek(r))],
    (r) => grundlag(r),
    () => ({ fra: 'samtykke', grundlag: 'tvang', udvalgsafgoerelseId: BUU }),
  ],
  [
    'formandens afgørelse afløses af udvalgets',
    (r) => igang(r, { ...medTvang(r), udvalg: { formandsafgoerelseId: AFG, dato: dag(r, '03-05') } }),
    (r) => grundlag(r),
    () => ({ fra: 'tvang', grundlag: 'tvang', udvalgsafgoerelseId: BUU }),
  ],
  [
    'udvalget opretholder ved genbehandling',
    (r) => igang(r, medTvang(r)),
    (r) => grundlag(r, { dato: dag(r, '03-04', 1), udvalg: { afgoerelseId: AFG, dato: dag(r, '03-04', 1) } }),
    () => ({ fra: 'tvang', grundlag: 'tvang', udvalgsafgoerelseId: AFG }),
  ],
  [
    'samtykket gives igen',
    (r) => [...igang(r), ...efterIgang(r, traek(r))],
    (r) => uden(grundlag(r, { grundlag: 'samtykke' }), 'udvalg'),
    () => ({ fra: 'samtykke', grundlag: 'samtykke' }),
  ],
  [
    'fra tvang til frivillig med samtykke',
    (r) => igang(r, medTvang(r)),
    (r) => uden(grundlag(r, { grundlag: 'samtykke' }), 'udvalg'),
    () => ({ fra: 'tvang', grundlag: 'samtykke' }),
  ],
  [
    'døgnopholdet fortsætter som ungestøtte fra 18-årsdagen',
    (r) => [...igang(r, {}, naesten18(r)), ...efterIgang(r, ungestoette(r, 'doegnophold'))],
    (r) => uden(grundlag(r, { grundlag: 'ungestoette', dato: dag(r, '05-23', 1) }), 'udvalg'),
    () => ({ grundlag: 'ungestoette' }),
  ],
  [
    'en anbringelse, der ikke blev sat i værk',
    (r) => efter(r, beslut(r)),
    (r) => ophoer(r, 'ikke-ivaerksat', dag(r, '03-20')),
    () => ({ ivaerksat: false, aarsag: 'ikke-ivaerksat' }),
  ],
  [
    'ophør ved 18 år, når der er afgjort om ungestøtte',
    (r) => [...igang(r, {}, naesten18(r)), ...efterIgang(r, ungestoette(r, 'ingen'))],
    (r) => ophoer(r, 'fyldt-18', dag(r, '05-23', 1)),
    () => ({ ivaerksat: true, aarsag: 'fyldt-18' }),
  ],
  ['en anden kommune overtager', (r) => igang(r), (r) => ophoer(r, 'anden-kommune', dag(r, '09-01')), () => ({})],
  ['dødsfald', (r) => igang(r), (r) => ophoer(r, 'doed', dag(r, '09-01')), () => ({})],
  [
    'ungestøtten slutter',
    (r) => igang(r, { grundlag: 'ungestoette', alder: 18 }, { myndigDato: dag(r, '03-10') }),
    (r) => ophoer(r, 'ungestoette-slut', dag(r, '09-01')),
    () => ({}),
  ],
];

/** What a command leads to once the placement runs. */
function efterIgang(regime: Regime, kommando: AnbringelseKommando): readonly AnbringelseEvent[] {
  return sket(...igang(regime, {}, naesten18(regime))).then(kommando, nu(regime));
}

const ULOVLIGE: readonly Ulovlig[] = [
  [
    'barnet flytter ind før afgørelsen',
    (r) => efter(r, beslut(r)),
    (r) => ivaerksaet(r, { dato: dag(r, '03-04') }),
    { kode: 'forkert-raekkefoelge' },
    { SEL: 'SEL § 52, stk. 3, nr. 7', BL: 'BL § 46' },
  ],
  [
    'samtykket er trukket tilbage, før barnet flyttede ind',
    (r) => [...efter(r, beslut(r)), ...sket(...efter(r, beslut(r))).then(traek(r, dag(r, '03-08')), nu(r))],
    (r) => ivaerksaet(r),
    { kode: 'samtykke-bortfaldet', mangler: ['samtykke-trukket-tilbage'] },
    { SEL: 'SEL § 52', BL: 'BL § 46' },
  ],
  [
    'ungestøtte dagen før 18-årsdagen',
    (r) => efter(r, beslut(r, { grundlag: 'ungestoette', alder: 17 })),
    (r) => ivaerksaet(r, { myndigDato: dag(r, '03-11') }),
    { kode: 'ikke-fyldt-18' },
    { SEL: 'SEL § 76', BL: 'BL §§ 113-114' },
  ],
  ['to gange', (r) => igang(r), (r) => ivaerksaet(r), { status: 409, kode: 'anbringelse-ivaerksat' }],
  [
    'flytning, før barnet er flyttet ind',
    (r) => efter(r, beslut(r)),
    (r) => flyt(r),
    { status: 409, kode: 'anbringelse-ikke-ivaerksat' },
  ],
  [
    'flytning før afgørelsen om den',
    (r) => igang(r),
    (r) => flyt(r, { dato: dag(r, '05-30') }),
    { kode: 'forkert-raekkefoelge' },
    { SEL: 'SEL § 68 b', BL: 'BL § 98' },
  ],
  [
    'flytning til et sted, der ikke er godkendt',
    (r) => igang(r),
    (r) => flyt(r, { stedGodkendt: dag(r, '06-02') }),
    { kode: 'sted-ikke-godkendt', mangler: ['sted-godkendt'] },
    { SEL: 'SEL § 66', BL: 'BL § 43, stk. 2' },
  ],
  [
    'flytning til en sikret institution uden udvalget',
    (r) => igang(r),
    (r) => flyt(r, { stedtype: sikret }),
    { kode: 'stedtype-kraever-udvalg' },
    { SEL: 'SEL §§ 63 a-63 c og 74', BL: 'BL §§ 61-63 og 142' },
  ],
  [
    'flytning til en type, der ikke gælder på dagen',
    (r) => igang(r),
    (r) => flyt(r, { stedtype: undefined }),
    { kode: 'ukendt-stedtype' },
    { SEL: 'SEL § 66', BL: 'BL § 43, stk. 1' },
  ],
  [
    'flytning uden samtykke og uden udvalget',
    (r) => igang(r),
    (r) =>
      flyt(r, {
        mangler: [{ kode: 'samtykke-mangler', tekst: 'Mor', hjemmel: r === 'SEL' ? 'SEL § 52' : 'BL § 46' }],
      }),
    { kode: 'sted-kan-ikke-skiftes', mangler: ['samtykke-mangler'] },
    { SEL: 'SEL § 52', BL: 'BL § 46' },
  ],
  [
    'støtteperson til en, der ikke er forælder',
    (r) => igang(r),
    (r) => ({
      type: 'TilbydStoetteperson',
      ...{ personId: BARN, dato: dag(r, '03-10'), svar: 'oensker', regime: r, erForaelder: false },
    }),
    { kode: 'ikke-foraelder' },
    { SEL: 'SEL § 54', BL: 'BL § 75' },
  ],
  [
    'dele af en plan, der ikke gælder',
    (r) => igang(r),
    (r) => ({
      type: 'UdleverPlandele',
      ...{ planId: PLAN, dato: dag(r, '03-10'), dele: 'x', planGaelder: false, regime: r },
    }),
    { kode: 'plan-gaelder-ikke' },
    { SEL: 'SEL § 140', BL: 'BL § 109, stk. 5' },
  ],
  [
    'samtykket kan ikke trækkes, når den ikke hviler på samtykke',
    (r) => igang(r, medTvang(r)),
    (r) => traek(r),
    { status: 409, kode: 'hviler-ikke-paa-samtykke' },
  ],
  [
    'tvang uden udvalgets afgørelse',
    (r) => igang(r),
    (r) => uden(grundlag(r), 'udvalg'),
    { kode: 'udvalgsafgoerelse-mangler', mangler: ['udvalgsafgoerelse'] },
    { SEL: 'SEL §§ 58 og 74', BL: 'BL §§ 47 og 142' },
  ],
  [
    'til det grundlag, den allerede har',
    (r) => igang(r),
    (r) => uden(grundlag(r, { grundlag: 'samtykke' }), 'udvalg'),
    { status: 409, kode: 'grundlag-uaendret' },
  ],
  [
    'til den samme afgørelse fra udvalget',
    (r) => igang(r, medTvang(r)),
    (r) => grundlag(r, { udvalg: udvalg(r) }),
    { status: 409, kode: 'grundlag-uaendret' },
  ],
  [
    'til samtykke, som ikke er givet af alle',
    (r) => igang(r, medTvang(r)),
    (r) =>
      uden(
        grundlag(r, { grundlag: 'samtykke', mangler: [{ kode: 'samtykke-mangler', tekst: 'Far', hjemmel: 'H' }] }),
        'udvalg',
      ),
    { kode: 'grundlag-kan-ikke-skiftes', mangler: ['samtykke-mangler'] },
    { SEL: 'H', BL: 'H' },
  ],
  [
    'ungestøtte uden afgørelse om den',
    (r) => igang(r, {}, naesten18(r)),
    (r) => uden(grundlag(r, { grundlag: 'ungestoette', dato: dag(r, '05-23', 1) }), 'udvalg'),
    { kode: 'ungestoette-ikke-afgjort', mangler: ['ungestoette-afgoerelse'] },
    { SEL: 'SEL §§ 68, stk. 11, og 76', BL: 'BL §§ 111 og 114' },
  ],
  [
    'ungestøtte, når afgørelsen er, at der ingen gives',
    (r) => [...igang(r, {}, naesten18(r)), ...efterIgang(r, ungestoette(r, 'ingen'))],
    (r) => uden(grundlag(r, { grundlag: 'ungestoette', dato: dag(r, '05-23', 1) }), 'udvalg'),
    { kode: 'ungestoette-ikke-afgjort', mangler: ['ungestoette-afgoerelse'] },
    { SEL: 'SEL §§ 68, stk. 11, og 76', BL: 'BL §§ 111 og 114' },
  ],
  [
    'ungestøtte dagen før 18-årsdagen',
    (r) => [...igang(r, {}, naesten18(r)), ...efterIgang(r, ungestoette(r, 'doegnophold'))],
    (r) => uden(grundlag(r, { grundlag: 'ungestoette', dato: dag(r, '05-22', 1) }), 'udvalg'),
    { kode: 'ikke-fyldt-18' },
    { SEL: 'SEL §§ 68, stk. 11, og 76', BL: 'BL §§ 111 og 114' },
  ],
  [
    'tvang over for en, der er fyldt 18',
    (r) => igang(r, {}, naesten18(r)),
    (r) => grundlag(r, { dato: dag(r, '05-23', 1), hjemmel: 'H' }),
    { kode: 'fyldt-18' },
    { SEL: 'H', BL: 'H' },
  ],
  [
    'ophør som ikke iværksat, når barnet bor der',
    (r) => igang(r),
    (r) => ophoer(r, 'ikke-ivaerksat', dag(r, '09-01')),
    { kode: 'hjemgivelse-kraeves', mangler: ['hjemgivelse-afgoerelse'] },
    { SEL: 'SEL § 68, stk. 2', BL: 'BL § 100, stk. 1' },
  ],
  [
    'ophør ved 18 år dagen før',
    (r) => [...igang(r, {}, naesten18(r)), ...efterIgang(r, ungestoette(r, 'ingen'))],
    (r) => ophoer(r, 'fyldt-18', dag(r, '05-22', 1)),
    { kode: 'ikke-fyldt-18' },
    { SEL: 'SEL § 52, stk. 3, nr. 7', BL: 'BL § 46' },
  ],
  [
    'ophør ved 18 år uden afgørelse om ungestøtte',
    (r) => igang(r, {}, naesten18(r)),
    (r) => ophoer(r, 'fyldt-18', dag(r, '05-23', 1)),
    { kode: 'ungestoette-ikke-afgjort', mangler: ['ungestoette-afgoerelse'] },
    { SEL: 'SEL § 68, stk. 11', BL: 'BL § 111, stk. 1' },
  ],
  [
    'ungestøtten slutter, hvor der ingen er',
    (r) => igang(r),
    (r) => ophoer(r, 'ungestoette-slut', dag(r, '09-01')),
    { kode: 'ikke-ungestoette' },
    { SEL: 'SEL § 76', BL: 'BL § 114' },
  ],
  ['noget i fremtiden', (r) => igang(r), (r) => ophoer(r, 'doed', dag(r, '12-21', 1)), { kode: 'dato-i-fremtiden' }],
  [
    'noget efter ophøret',
    (r) => [
      ...igang(r),
      event(AnbringelseOphoert, {
        ...{ anbringelseId: A, barnId: BARN, sagId: SAG, regime: r, ophoertDato: dag(r, '09-01'), ivaerksat: true },
        ...{ aarsag: 'doed', begrundelse: 'x' },
      }),
    ],
    (r) => traek(r),
    { status: 409, kode: 'anbringelse-ophoert' },
  ],
];

describe.each(LOVE)('Anbringelsens gang (%s)', (regime) => {
  it.each(LOVLIGE)('lovligt: %s', (_navn, givet, naar, data) => {
    expect(sket(...givet(regime)).then(naar(regime), nu(regime))).toMatchObject([{ data: data(regime) }]);
  });

  const ulovlige = ULOVLIGE.map(([navn, givet, naar, nej, paragraf]) => ({ navn, givet, naar, nej, paragraf }));
  it.each(ulovlige)('ulovligt: $navn', ({ givet, naar, nej, paragraf }) => {
    const { status = 422, kode, mangler = [] } = nej;
    expect(svar(sket(...givet(regime)).refused(naar(regime), nu(regime)))).toEqual({
      ...{ status, kode, mangler },
      paragraf: paragraf?.[regime],
    });
  });

  it('efter en flytning har det nye sted ikke fået planen', () => {
    const udleveret = sket(...igang(regime)).then(
      {
        type: 'UdleverPlandele',
        ...{ planId: PLAN, dato: dag(regime, '03-10'), dele: 'x', planGaelder: true, regime },
      },
      nu(regime),
    );
    const foer = [...igang(regime), ...udleveret];
    const flyttet = sket(...foer).then(flyt(regime), nu(regime));
    expect(sket(...foer).state).toMatchObject({ plandeleUdleveret: dag(regime, '03-10') });
    expect(sket(...foer, ...flyttet).state).toMatchObject({ plandeleUdleveret: null, stedFra: dag(regime, '06-10') });
  });
});
