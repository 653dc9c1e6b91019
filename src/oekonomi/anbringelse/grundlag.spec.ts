import { event } from '../../platform/eventstore/event-declaration.js';
import { AnbringelseOphoert } from './anbringelse.events.js';
import {
  A,
  AFG,
  BARN,
  beslut,
  BUU,
  dag,
  efter,
  igang,
  LOVE,
  medTvang,
  MOR,
  nu,
  SAG,
  svar,
  udvalg,
} from './testing/forloeb.js';
import {
  efterIgang,
  grundlag,
  naesten18,
  ophoer,
  sket,
  traek,
  uden,
  ungestoette,
  type Lovlig,
  type Ulovlig,
} from './testing/kommandoer.js';

const LOVLIGE: readonly Lovlig[] = [
  ['samtykket trækkes tilbage', (r) => igang(r), (r) => traek(r), (r) => ({ personId: MOR, dato: dag(r, '07-01') })],
  [
    'efter trukket samtykke fortsætter den efter udvalgets afgørelse',
    (r) => [...igang(r), ...efterIgang(r, traek(r))],
    (r) => grundlag(r),
    () => ({ fra: 'samtykke', grundlag: 'tvang', udvalgsafgoerelseId: BUU }),
  ],
  [
    'formandens afgørelse afløses af udvalgets',
    (r) =>
      igang(r, { ...medTvang(r), udvalg: { formandsafgoerelseId: AFG, dato: dag(r, '03-05'), afgoerelseKode: 'x' } }),
    (r) => grundlag(r),
    () => ({ fra: 'tvang', grundlag: 'tvang', udvalgsafgoerelseId: BUU }),
  ],
  [
    'udvalget opretholder ved genbehandling',
    (r) => igang(r, medTvang(r)),
    (r) =>
      grundlag(r, {
        dato: dag(r, '03-04', 1),
        udvalg: { afgoerelseId: AFG, dato: dag(r, '03-04', 1), afgoerelseKode: 'opretholdelse' },
      }),
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
    (r) =>
      uden(
        grundlag(r, {
          ...{ grundlag: 'samtykke', afgoerelseId: AFG, begrundelse: 'Enige.' },
          boernesamtale: { art: 'holdt', dato: dag(r, '07-08') },
        }),
        'udvalg',
      ),
    (r) => ({ fra: 'tvang', grundlag: 'samtykke', afgoerelseId: AFG, boernesamtaleDato: dag(r, '07-08') }),
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

const ULOVLIGE: readonly Ulovlig[] = [
  [
    'til udvalgets afgørelse, før den er truffet',
    (r) => igang(r),
    (r) => grundlag(r, { udvalg: udvalg(r, dag(r, '07-11')) }),
    { kode: 'foer-udvalgets-afgoerelse', mangler: ['udvalgsafgoerelse'] },
    { SEL: 'SEL §§ 58 og 74', BL: 'BL §§ 47 og 142' },
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
    'til samtykke fra en dag, før det, den hviler på, blev afgjort',
    (r) => [...igang(r, medTvang(r)), ...sket(...igang(r, medTvang(r))).then(grundlag(r), nu(r))],
    (r) => uden(grundlag(r, { grundlag: 'samtykke', dato: dag(r, '07-08'), afgoerelseId: AFG }), 'udvalg'),
    { kode: 'forkert-raekkefoelge' },
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

describe.each(LOVE)('Anbringelsens grundlag og ophør (%s)', (regime) => {
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
});
