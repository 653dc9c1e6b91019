import { type AnbringelseKommando } from './anbringelse.js';
import {
  AFG,
  BARN,
  beslut,
  BUU,
  dag,
  efter,
  igang,
  ivaerksaet,
  LOVE,
  medTvang,
  MOR,
  nu,
  PLAN,
  sikret,
  svar,
  udvalg,
  type Regime,
} from './testing/forloeb.js';
import { efterIgang, flyt, sket, traek, uden, type Lovlig, type Ulovlig } from './testing/kommandoer.js';

const foraeldreplan = (regime: Regime, erForaelder: boolean): AnbringelseKommando => ({
  type: 'LavForaeldrehandleplan',
  ...{ personId: MOR, dato: dag(regime, '04-15'), maal: 'Ædru.', stoette: 'Samtaler.', regime, erForaelder },
});

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
    (r) => flyt(r, { stedtype: sikret, udvalg: udvalg(r, dag(r, '06-01'), 'sikret') }),
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
    'en forælder får en plan for støtten til sig selv',
    (r) => igang(r),
    (r) => foraeldreplan(r, true),
    () => ({ personId: MOR, revision: false }),
  ],
  [
    'den anden gang er en revision',
    (r) => [...igang(r), ...efterIgang(r, foraeldreplan(r, true))],
    (r) => foraeldreplan(r, true),
    () => ({ revision: true }),
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
];

const ULOVLIGE: readonly Ulovlig[] = [
  [
    'flytning uden samtykke på den afgørelse, barnet blev anbragt efter (SEL § 69, stk. 3 / BL § 98, stk. 4)',
    (r) => igang(r, medTvang(r)),
    (r) => flyt(r, { udvalg: udvalg(r) }),
    { kode: 'udvalgsafgoerelse-brugt', mangler: ['udvalgsafgoerelse'] },
    { SEL: 'SEL § 68 b', BL: 'BL § 98' },
  ],
  [
    'flytning uden samtykke på en afgørelse fra før barnet kom til stedet (SEL § 69, stk. 3 / BL § 98, stk. 4)',
    (r) => igang(r),
    (r) => flyt(r, { udvalg: udvalg(r, dag(r, '03-09'), 'aendring-anbringelsessted') }),
    { kode: 'udvalgsafgoerelse-brugt', mangler: ['udvalgsafgoerelse'] },
    { SEL: 'SEL § 68 b', BL: 'BL § 98' },
  ],
  [
    'flytning, der er afgjort før udvalget (SEL § 69, stk. 3 / BL § 98, stk. 4)',
    (r) => igang(r),
    (r) => flyt(r, { udvalg: udvalg(r, dag(r, '06-02'), 'aendring-anbringelsessted') }),
    { kode: 'foer-udvalgets-afgoerelse', mangler: ['udvalgsafgoerelse'] },
    { SEL: 'SEL §§ 58 og 74', BL: 'BL §§ 47 og 142' },
  ],
  [
    'flytning til en sikret institution på en afgørelse om et andet sted (SEL § 63 b / BL § 62)',
    (r) => igang(r),
    (r) => flyt(r, { stedtype: sikret, udvalg: udvalg(r, dag(r, '06-01'), 'aendring-anbringelsessted') }),
    { kode: 'stedtype-kraever-udvalg' },
    { SEL: 'SEL §§ 63 a-63 c og 74', BL: 'BL §§ 61-63 og 142' },
  ],
  [
    'barnet flytter først ind, når det er fyldt 18 (SEL § 52 / BL § 46)',
    (r) => efter(r, beslut(r)),
    (r) => ivaerksaet(r, { myndigDato: dag(r, '03-10') }),
    { kode: 'fyldt-18' },
    { SEL: 'SEL § 52, stk. 3, nr. 7', BL: 'BL § 46' },
  ],
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
    'samtykket er trukket tilbage, før barnet flyttede ind, og den unges eget først bagefter',
    (r) => [
      ...efter(r, beslut(r)),
      ...sket(...efter(r, beslut(r))).then(traek(r, dag(r, '03-08')), nu(r)),
      ...sket(...efter(r, beslut(r))).then(traek(r, dag(r, '03-20'), BARN), nu(r)),
    ],
    (r) => ivaerksaet(r),
    { kode: 'samtykke-bortfaldet', mangler: ['samtykke-trukket-tilbage'] },
    { SEL: 'SEL § 52', BL: 'BL § 46' },
  ],
  [
    'udvalgets afgørelse bærer ikke længere anbringelsen, når barnet skulle flytte ind (SEL § 62 / BL § 50)',
    (r) => efter(r, beslut(r, medTvang(r))),
    (r) => ivaerksaet(r, { grundlagSlut: dag(r, '03-09') }),
    { kode: 'grundlag-ophoert', mangler: ['udvalgsafgoerelse'] },
    { SEL: 'SEL §§ 62 og 68', BL: 'BL §§ 50 og 100' },
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
    'forældrehandleplan for en, der ikke er forælder',
    (r) => igang(r),
    (r) => foraeldreplan(r, false),
    { kode: 'ikke-foraelder' },
    { SEL: 'SEL § 54, stk. 2', BL: 'BL §§ 76-79' },
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
