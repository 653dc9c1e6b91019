import { proevVagter, type Vagt } from '../../platform/testing/vagter.js';
import { type Barnefakta, type Regime, type UndersoegelseKommando } from './kommandoer.js';
import {
  aktoerer,
  analyse,
  BEGGE_LOVE,
  beslutBfu,
  boernesamtale,
  dag,
  efter,
  foraeldresamtale,
  gennemgang,
  godkendelse,
  konklusion,
  type Kommando,
  nu,
  partshoering,
  temaer,
} from './testing/proeveforloeb.js';
import { type BegyndtUndersoegelse, type Undersoegelse } from './tilstand.js';
import { TRIN, foreslaaMilepaele } from './trin.js';
import { trinoversigt } from './trinoversigt.js';
import { undersoegelseDecider } from './undersoegelse.js';
import { undersoegelsesskridt } from './vejledning.js';

const UFOEDT: Barnefakta = { ufoedt: true };
const FOEDT: Barnefakta = { ufoedt: false, alder: 0 };
const kommende = (r: Regime) => beslutBfu(r, { barn: { ufoedt: true, termin: dag(r, '05-01') } });
const afbryd = (r: Regime, aarsag: Kommando<'AfbrydBfu'>['aarsag'], barn?: Barnefakta): UndersoegelseKommando => ({
  type: 'AfbrydBfu',
  dato: dag(r, '04-10'),
  aarsag,
  regime: r,
  begrundelse: 'Forholdene er ændret.',
  ...(barn === undefined ? {} : { barn }),
});
const foedsel = (r: Regime, barn = FOEDT): UndersoegelseKommando => ({
  type: 'NoterFoedsel',
  dato: dag(r, '04-20'),
  begrundelse: 'Behovet er det samme.',
  barn,
});
const undlad = (r: Regime): UndersoegelseKommando => ({
  type: 'UndladMellemkommunalUnderretning',
  dato: dag(r, '04-11'),
  begrundelse: 'Intet behov.',
});
const planlaeg = (r: Regime, planlagt: string): UndersoegelseKommando => ({
  type: 'PlanlaegMilepaele',
  dato: dag(r, '02-10'),
  milepaele: [{ trin: 'analyse', planlagt: dag(r, planlagt) }],
  // Aware 1 February + 4 months.
  frist: dag(r, '06-01'),
});
const P152 = { SEL: 'SEL § 152, stk. 1-2', BL: 'BL § 132, stk. 1-2' };
const UFOEDT_P = { SEL: 'SEL § 50', BL: 'BL §§ 20 og 26' };
const udenHoldning = (r: Regime, barn: Barnefakta): UndersoegelseKommando => {
  const { barnetsHoldning: _holdning, ...uden } = konklusion(r);
  return { ...uden, barn };
};

const VAGTER: readonly Vagt<UndersoegelseKommando>[] = [
  {
    regel: 'En ufødts holdning kan ikke hentes i en samtale',
    foer: (r) => [kommende(r)],
    ulovlig: (r) => boernesamtale(r),
    kode: 'barnet-er-ikke-foedt',
    paragraf: { SEL: 'SEL § 48', BL: 'BL § 5, stk. 3' },
    status: 422,
    lovlig: (r) => [foedsel(r), { ...boernesamtale(r), dato: dag(r, '05-10') }],
    haendelse: 'ics.BoernesamtaleAfholdt',
  },
  {
    regel: 'Undersøgelsen af kommende forældre konkluderes ikke efter fødslen',
    foer: (r) => [kommende(r), temaer(r), foraeldresamtale(r), analyse(r)],
    ulovlig: (r) => udenHoldning(r, FOEDT),
    kode: 'barnet-er-foedt',
    paragraf: UFOEDT_P,
    mangler: ['bfu-foedsel'],
    lovlig: (r) => [udenHoldning(r, UFOEDT)],
    haendelse: 'ics.BfuKonkluderet',
  },
  {
    regel: 'Undersøgelsen af kommende forældre godkendes ikke efter fødslen',
    foer: (r) => [
      kommende(r),
      aktoerer(r),
      temaer(r),
      analyse(r),
      udenHoldning(r, UFOEDT),
      gennemgang(r),
      partshoering(r),
    ],
    ulovlig: (r) => ({ ...godkendelse(r), barn: FOEDT }),
    kode: 'barnet-er-foedt',
    paragraf: UFOEDT_P,
    mangler: ['bfu-foedsel'],
    lovlig: (r) => [{ ...godkendelse(r), barn: UFOEDT }],
    haendelse: 'ics.BfuGodkendt',
  },
  {
    regel: 'Fødslen er registreret på barnet, før undersøgelsen går videre',
    foer: (r) => [kommende(r)],
    ulovlig: (r) => foedsel(r, UFOEDT),
    kode: 'foedsel-ikke-registreret',
    paragraf: UFOEDT_P,
    mangler: ['person-foedsel'],
    lovlig: (r) => [foedsel(r)],
    haendelse: 'ics.FoedselNoteret',
  },
  {
    regel: 'Kun i en undersøgelse af kommende forældre noteres en fødsel',
    foer: (r) => [beslutBfu(r)],
    ulovlig: (r) => foedsel(r),
    kode: 'ikke-kommende-foraeldre',
    paragraf: UFOEDT_P,
    status: 409,
    lovlig: (r) => [boernesamtale(r)],
    haendelse: 'ics.BoernesamtaleAfholdt',
  },
  {
    regel: 'En fødsel afbryder kun, når barnet er født',
    foer: (r) => [kommende(r)],
    ulovlig: (r) => afbryd(r, 'foedsel', UFOEDT),
    kode: 'ikke-foedt',
    paragraf: { SEL: 'SEL § 50', BL: 'BL § 26' },
    lovlig: (r) => [afbryd(r, 'foedsel', FOEDT)],
    haendelse: 'ics.BfuAfbrudt',
  },
  {
    regel: 'Alderen afbryder kun, når den unge er fyldt 18 år',
    foer: (r) => [beslutBfu(r)],
    ulovlig: (r) => afbryd(r, 'fyldt-18', { ufoedt: false, alder: 17 }),
    kode: 'ikke-fyldt-18',
    paragraf: { SEL: 'SEL § 50', BL: 'BL § 20' },
    lovlig: (r) => [afbryd(r, 'fyldt-18', { ufoedt: false, alder: 18 })],
    haendelse: 'ics.BfuAfbrudt',
  },
  {
    regel: 'Der tages kun stilling til at undlade underretningen, når familien er flyttet',
    foer: (r) => [beslutBfu(r), afbryd(r, 'behov-bortfaldet')],
    ulovlig: (r) => undlad(r),
    kode: 'ikke-flyttet',
    paragraf: P152,
    mangler: ['bfu-afbrydelse'],
  },
  {
    regel: 'Der tages stilling til den mellemkommunale underretning én gang',
    foer: (r) => [beslutBfu(r), afbryd(r, 'flytning'), undlad(r)],
    ulovlig: (r) => undlad(r),
    kode: 'mellemkommunal-klaret',
    paragraf: P152,
    status: 409,
  },
  {
    regel: 'Et trin planlægges ikke efter undersøgelsens frist',
    foer: (r) => [beslutBfu(r)],
    ulovlig: (r) => planlaeg(r, '06-02'),
    kode: 'milepael-efter-frist',
    paragraf: { SEL: 'SEL § 50', BL: 'BL § 20, stk. 3' },
    lovlig: (r) => [planlaeg(r, '06-01')],
    haendelse: 'ics.MilepaeleAendret',
  },
  {
    regel: 'Et trin planlægges frem i tiden',
    foer: (r) => [beslutBfu(r)],
    ulovlig: (r) => planlaeg(r, '02-09'),
    kode: 'forkert-raekkefoelge',
    lovlig: (r) => [planlaeg(r, '02-10')],
    haendelse: 'ics.MilepaeleAendret',
  },
  {
    regel: 'Et trin, der er nået, planlægges ikke om',
    foer: (r) => [beslutBfu(r), temaer(r), analyse(r)],
    ulovlig: (r) => planlaeg(r, '05-01'),
    kode: 'milepael-naaet',
    status: 409,
    lovlig: (r) => [
      {
        ...(planlaeg(r, '05-01') as Kommando<'PlanlaegMilepaele'>),
        milepaele: [{ trin: 'konklusion', planlagt: dag(r, '05-01') }],
      },
    ],
    haendelse: 'ics.MilepaeleAendret',
  },
];
proevVagter('Forløbet: vagter', undersoegelseDecider, nu, VAGTER);

function begyndt(state: Undersoegelse): BegyndtUndersoegelse {
  if (state.fase === 'findes-ikke') throw new Error('no investigation');
  return state;
}
const koder = (state: Undersoegelse, iDag: string) => undersoegelsesskridt(state, iDag).map(({ kode }) => kode);

describe.each(BEGGE_LOVE)('Kommende forældre (%s)', (regime) => {
  test('Fødslen gør den til en undersøgelse af barnet med samme opmærksomhedsdato', () => {
    const state = begyndt(efter(regime, kommende(regime), foedsel(regime)).state);
    expect(state).toMatchObject({ kommendeForaeldre: false, opmaerksomDato: dag(regime, '02-01'), fase: 'i-gang' });
    expect(koder(state, dag(regime, '04-21'))).toContain('bfu-boernesamtale');
  });

  test('Når terminen er gået, skal fødslen noteres', () => {
    const { state } = efter(regime, kommende(regime));
    expect(koder(state, dag(regime, '05-01'))).not.toContain('bfu-foedsel');
    expect(koder(state, dag(regime, '05-02'))).toContain('bfu-foedsel');
  });
});

describe('Milepæle', () => {
  const trin = [
    { kode: 'afgoerelse', andel: 0 },
    { kode: 'aktoerer', andel: 10 },
    { kode: 'analyse', andel: 50 },
    { kode: 'plan', andel: 100 },
  ];

  test('Tiden mellem afgørelse og frist deles ud: en sen afgørelse giver en stram plan og ikke overskredne milepæle', () => {
    // 4 February to 3 June is 119 days (24 + 31 + 30 + 31 + 3): 10 % is day 12 = Saturday 16 February, so Friday the 15th;
    // half is day 60 = 5 April, a Friday; the whole is 3 June, a Monday.
    expect(foreslaaMilepaele(trin, '2019-02-04', '2019-06-03')).toEqual([
      { trin: 'aktoerer', planlagt: '2019-02-15' },
      { trin: 'analyse', planlagt: '2019-04-05' },
      { trin: 'plan', planlagt: '2019-06-03' },
    ]);
    // 20 days left from Tuesday 14 May: day 2 = Thursday 16 May, day 10 = Friday 24 May, day 20 = 3 June.
    expect(foreslaaMilepaele(trin, '2019-05-14', '2019-06-03').map(({ planlagt }) => planlagt)).toEqual([
      '2019-05-16',
      '2019-05-24',
      '2019-06-03',
    ]);
  });

  test('En undersøgelse, der besluttes efter sin egen frist, planlægges på seks uger', () => {
    // Monday 1 July + 42 days = Monday 12 August.
    expect(foreslaaMilepaele(trin, '2019-07-01', '2019-06-03').at(-1)).toEqual({
      trin: 'plan',
      planlagt: '2019-08-12',
    });
  });

  test.each(BEGGE_LOVE)('Den første overskredne milepæl vises i næste skridt, i én linje (%s)', (regime) => {
    const milepaele = [
      { trin: 'aktoerer', planlagt: dag(regime, '02-10') },
      { trin: 'boernesamtale', planlagt: dag(regime, '02-15') },
      { trin: 'analyse', planlagt: dag(regime, '04-01') },
    ] as const;
    const { state } = efter(regime, beslutBfu(regime, { milepaele }));
    const bagud = undersoegelsesskridt(state, dag(regime, '02-16')).filter(({ kode }) => kode === 'bfu-milepael');
    // The municipality's own plan: nothing in the law demands the step by that day.
    expect(bagud.map(({ art }) => art)).toEqual(['kan']);
    expect(bagud[0]?.hvorfor).toBe(`Milepælen var ${dag(regime, '02-10')}. Det gælder også børnesamtale.`);
    expect(koder(state, dag(regime, '02-10'))).not.toContain('bfu-milepael');
  });

  test('En foreløbig vurdering kan laves, og efter fristen er den en pligt (BL § 20, stk. 3)', () => {
    // Aware 1 February 2024: the four months end on 1 June.
    const { state } = efter('BL', beslutBfu('BL', { frist: '2024-06-01' }));
    const art = (iDag: string) =>
      undersoegelsesskridt(state, iDag).find(({ kode }) => kode === 'bfu-foreloebig-vurdering')?.art;
    // It belongs to that day, and can be made from two weeks before.
    expect(['2024-05-17', '2024-05-18', '2024-06-01', '2024-06-02'].map(art)).toEqual([
      ...['maa-ikke', 'kan', 'kan', 'skal'],
    ]);
    const sel = efter('SEL', beslutBfu('SEL', { frist: '2019-06-01' })).state;
    // That serviceloven demands it is not confirmed, so there it is never more than possible.
    expect(undersoegelsesskridt(sel, '2019-06-02')).toContainEqual(
      expect.objectContaining({ kode: 'bfu-foreloebig-vurdering', art: 'kan' }),
    );
  });

  test('Fire uger uden at der er sket noget er en død periode', () => {
    const { state } = efter('BL', beslutBfu('BL'), boernesamtale('BL'));
    expect(koder(state, '2024-03-18')).not.toContain('bfu-stilstand');
    expect(koder(state, '2024-03-19')).toContain('bfu-stilstand');
  });
});

describe('De elleve praktiske trin', () => {
  const navne = new Map(TRIN.map((kode) => [kode, `navn på ${kode}`] as const));
  const intet = { plan: null, ivaerksat: null };
  const status = (state: Undersoegelse, efterBfu = intet as { plan: string | null; ivaerksat: string | null }) =>
    trinoversigt(begyndt(state), navne, efterBfu, dag('SEL', '03-01')).map(({ nr, status: s, dato }) => [nr, s, dato]);

  test('Hvert trin har status og dato', () => {
    const { state } = efter('SEL', beslutBfu('SEL'), temaer('SEL'), boernesamtale('SEL'));
    expect(status(state)).toEqual([
      [1, 'udfoert', '2019-02-04'],
      [2, 'i-gang', null],
      [3, 'mangler', null],
      [4, 'udfoert', '2019-02-20'],
      [5, 'mangler', null],
      [6, 'mangler', null],
      [7, 'mangler', null],
      [8, 'mangler', null],
      [9, 'mangler', null],
      [10, 'mangler', null],
      [11, 'mangler', null],
    ]);
  });

  test('Peger undersøgelsen ikke på støtte, er plan og iværksættelse ikke relevante', () => {
    const { state } = efter(
      'SEL',
      beslutBfu('SEL'),
      temaer('SEL'),
      boernesamtale('SEL'),
      analyse('SEL'),
      konklusion('SEL', { stoetteNoedvendig: false, indsatskoder: [] }),
    );
    expect(status(state).slice(9)).toEqual([
      [10, 'ikke-relevant', null],
      [11, 'ikke-relevant', null],
    ]);
  });

  test('Plan og iværksættelse har den dag, de skete', () => {
    const { state } = efter('SEL', beslutBfu('SEL'));
    expect(status(state, { plan: '2019-04-20', ivaerksat: '2019-05-02' }).slice(9)).toEqual([
      [10, 'udfoert', '2019-04-20'],
      [11, 'udfoert', '2019-05-02'],
    ]);
  });

  test('En milepæl er overskredet dagen efter, når trinet ikke er nået', () => {
    const milepaele = [
      { trin: 'boernesamtale', planlagt: '2019-02-28' },
      { trin: 'analyse', planlagt: '2019-02-28' },
    ] as const;
    const state = begyndt(efter('SEL', beslutBfu('SEL', { milepaele }), boernesamtale('SEL')).state);
    const overskredne = (iDag: string) =>
      trinoversigt(state, navne, intet, iDag)
        .filter(({ overskredet }) => overskredet)
        .map(({ kode }) => kode);
    expect([overskredne('2019-02-28'), overskredne('2019-03-01')]).toEqual([[], ['analyse']]);
  });
});
