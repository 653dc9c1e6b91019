import { proevVagter, type Vagt } from '../../platform/testing/vagter.js';
import { type Regime, type UndersoegelseKommando } from './kommandoer.js';
import {
  BEGGE_LOVE,
  beslutAfdaekning,
  beslutBfu,
  dag,
  efter,
  godkendelse,
  nu,
  tilGodkendelse,
  udenSamtykke,
} from './testing/proeveforloeb.js';
import { undersoegelseDecider } from './undersoegelse.js';
import { undersoegelsesskridt } from './vejledning.js';

const P51 = { SEL: 'SEL § 51', BL: 'BL § 23' };
const begynd = (r: Regime, dato = '03-01', gennemfoert: string | null = null): UndersoegelseKommando => ({
  ...{ type: 'BegyndOphold', dato: dag(r, dato), gennemfoert: gennemfoert === null ? null : dag(r, gennemfoert) },
});
const ophoer = (r: Regime, dato = '04-01'): UndersoegelseKommando => ({ type: 'OphoerOphold', dato: dag(r, dato) });
const afslut = (r: Regime, dato = '04-02'): UndersoegelseKommando => ({
  type: 'AfslutUdenSamtykke',
  dato: dag(r, dato),
  resultat: 'Barnet har brug for faste voksne.',
});
const nyAfgoerelse = (r: Regime): UndersoegelseKommando =>
  udenSamtykke(r, {
    buuSagId: '00000000-0000-7000-8000-000000000078',
    ...{ afgoerelseDato: dag(r, '05-01'), udloeber: dag(r, '07-01') },
  });
const besluttet = (r: Regime) => [beslutBfu(r), udenSamtykke(r)];

const VAGTER: readonly Vagt<UndersoegelseKommando>[] = [
  {
    regel: 'Udvalgets afgørelse gælder en undersøgelse, der er besluttet',
    foer: (r) => [beslutBfu(r)],
    ulovlig: (r) => udenSamtykke(r, { afgoerelseDato: dag(r, '02-03') }),
    kode: 'forkert-raekkefoelge',
    paragraf: P51,
    lovlig: (r) => [udenSamtykke(r)],
    haendelse: 'ics.UndersoegelseUdenSamtykkeBesluttet',
  },
  {
    regel: 'Kun en børnefaglig undersøgelse gennemføres uden samtykke, ikke en afdækning',
    kun: 'BL',
    foer: (r) => [beslutAfdaekning(r)],
    ulovlig: (r) => udenSamtykke(r),
    kode: 'kun-bfu',
    paragraf: { BL: 'BL §§ 19-20' },
    mangler: ['bfu-afgoerelse'],
    status: 422,
    lovlig: (r) => [
      { type: 'KonverterTilBfu', afgoerelseDato: dag(r, '02-10'), regime: r, begrundelse: 'Alvorligt.' },
      udenSamtykke(r),
    ],
    haendelse: 'ics.UndersoegelseUdenSamtykkeBesluttet',
  },
  {
    regel: 'Der er én undersøgelse uden samtykke i gang ad gangen',
    foer: besluttet,
    ulovlig: (r) => udenSamtykke(r),
    kode: 'undersoegelse-uden-samtykke-i-gang',
    paragraf: P51,
    status: 409,
    lovlig: (r) => [afslut(r), nyAfgoerelse(r)],
    haendelse: 'ics.UndersoegelseUdenSamtykkeBesluttet',
  },
  {
    regel: 'Udvalgets afgørelse gælder én undersøgelse: er den gennemført, kræver en ny en ny afgørelse',
    foer: (r) => [...besluttet(r), afslut(r)],
    ulovlig: (r) => udenSamtykke(r),
    kode: 'undersoegelse-gennemfoert',
    paragraf: P51,
    mangler: ['udvalgets-afgoerelse'],
    status: 409,
    lovlig: (r) => [nyAfgoerelse(r)],
    haendelse: 'ics.UndersoegelseUdenSamtykkeBesluttet',
  },
  {
    regel: 'Et ophold uden for hjemmet hviler på udvalgets afgørelse',
    foer: (r) => [beslutBfu(r)],
    ulovlig: (r) => begynd(r),
    kode: 'ingen-undersoegelse-uden-samtykke',
    paragraf: P51,
    mangler: ['udvalgets-afgoerelse'],
    status: 422,
    lovlig: (r) => [udenSamtykke(r), begynd(r)],
    haendelse: 'ics.UndersoegelsesopholdBegyndt',
  },
  {
    regel: 'Et ophold begynder ikke, efter at undersøgelsen er meldt gennemført på udvalgets sag',
    foer: besluttet,
    ulovlig: (r) => begynd(r, '03-02', '03-01'),
    kode: 'undersoegelse-gennemfoert',
    paragraf: P51,
    mangler: ['udvalgets-afgoerelse'],
    lovlig: (r) => [begynd(r, '03-01', '03-01')],
    haendelse: 'ics.UndersoegelsesopholdBegyndt',
  },
  {
    regel: 'En ambulant undersøgelse giver ikke lov til et ophold',
    foer: (r) => [beslutBfu(r), udenSamtykke(r, { form: 'ambulant' })],
    ulovlig: (r) => begynd(r),
    kode: 'ophold-ikke-besluttet',
    paragraf: P51,
    mangler: ['udvalgets-afgoerelse'],
    lovlig: (r) => [afslut(r)],
    haendelse: 'ics.UndersoegelseUdenSamtykkeAfsluttet',
  },
  {
    // Decided 20 February, so 20 April is the last day.
    regel: 'Et ophold begynder ikke efter de to måneder',
    foer: besluttet,
    ulovlig: (r) => begynd(r, '04-21'),
    kode: 'undersoegelse-udloebet',
    paragraf: P51,
    mangler: ['udvalgets-afgoerelse'],
    lovlig: (r) => [begynd(r, '04-20')],
    haendelse: 'ics.UndersoegelsesopholdBegyndt',
  },
  {
    regel: 'Intet sker under undersøgelsen, før udvalget traf afgørelse',
    foer: besluttet,
    ulovlig: (r) => begynd(r, '02-19'),
    kode: 'forkert-raekkefoelge',
    paragraf: P51,
    lovlig: (r) => [begynd(r, '02-20')],
    haendelse: 'ics.UndersoegelsesopholdBegyndt',
  },
  {
    regel: 'Et ophold begynder én gang',
    foer: (r) => [...besluttet(r), begynd(r)],
    ulovlig: (r) => begynd(r, '03-02'),
    kode: 'ophold-begyndt',
    paragraf: P51,
    status: 409,
    lovlig: (r) => [ophoer(r)],
    haendelse: 'ics.UndersoegelsesopholdOphoert',
  },
  {
    regel: 'Et ophold, der ikke er i gang, kan ikke ophøre',
    foer: besluttet,
    ulovlig: (r) => ophoer(r),
    kode: 'intet-ophold',
    paragraf: P51,
    status: 409,
    lovlig: (r) => [begynd(r), ophoer(r)],
    haendelse: 'ics.UndersoegelsesopholdOphoert',
  },
  {
    regel: 'Opholdet varer kun, så længe undersøgelsen varer',
    foer: (r) => [...besluttet(r), begynd(r)],
    ulovlig: (r) => afslut(r),
    kode: 'ophold-i-gang',
    paragraf: P51,
    mangler: ['undersoegelsesophold-ophoer'],
    lovlig: (r) => [ophoer(r), afslut(r)],
    haendelse: 'ics.UndersoegelseUdenSamtykkeAfsluttet',
  },
  {
    regel: 'Undersøgelsen afbrydes ikke, mens barnet er på ophold',
    foer: (r) => [...besluttet(r), begynd(r)],
    ulovlig: (r) => ({
      type: 'AfbrydBfu',
      dato: dag(r, '04-01'),
      aarsag: 'flytning',
      regime: r,
      begrundelse: 'Flyttet.',
    }),
    kode: 'ophold-i-gang',
    paragraf: P51,
    mangler: ['undersoegelsesophold-ophoer'],
    lovlig: (r) => [
      ophoer(r, '03-31'),
      { type: 'AfbrydBfu', dato: dag(r, '04-01'), aarsag: 'flytning', regime: r, begrundelse: 'Flyttet.' },
    ],
    haendelse: 'ics.BfuAfbrudt',
  },
  {
    regel: 'Den børnefaglige undersøgelse godkendes ikke, før undersøgelsen uden samtykke er afsluttet',
    foer: (r) => [...besluttet(r), ...tilGodkendelse(r)],
    ulovlig: (r) => godkendelse(r),
    kode: 'bfu-kan-ikke-godkendes',
    paragraf: P51,
    mangler: ['bfu-uden-samtykke'],
    lovlig: (r) => [afslut(r), godkendelse(r)],
    haendelse: 'ics.BfuGodkendt',
  },
];
proevVagter('Undersøgelse uden samtykke: vagter', undersoegelseDecider, nu, VAGTER);

describe.each(BEGGE_LOVE)('Undersøgelse uden samtykke (%s)', (regime) => {
  test('Et ophold, der ophørte for sent, registreres, som det skete', () => {
    const [sket] = efter(regime, ...besluttet(regime), begynd(regime)).then(ophoer(regime, '04-25'), nu(regime));
    expect(sket?.data).toMatchObject({ dato: dag(regime, '04-25'), efterUdloeb: true });
  });

  test('Når de to måneder er gået, siger vejledningen, at opholdet skal ophøre nu', () => {
    const { state } = efter(regime, ...besluttet(regime), begynd(regime));
    const foer = undersoegelsesskridt(state, dag(regime, '04-20')).map(({ kode }) => kode);
    const efterUdloeb = undersoegelsesskridt(state, dag(regime, '04-21'));
    expect(foer).not.toContain('undersoegelsesophold-ophoer');
    expect(efterUdloeb[0]).toMatchObject({
      kode: 'undersoegelsesophold-ophoer',
      art: 'skal',
      hjemmel: P51[regime],
    });
  });
});

test('Udvalgets afgørelse efter nytår følger barnets lov, også når undersøgelsen blev besluttet før', () => {
  const sel = beslutBfu('SEL', { opmaerksomDato: '2023-11-01', afgoerelseDato: '2023-11-10' });
  const buu = udenSamtykke('BL', { afgoerelseDato: '2024-01-10', udloeber: '2024-03-10' });
  expect(efter('BL', sel, buu).refused(begynd('BL', '03-11'), nu('BL'))).toMatchObject({
    kode: 'undersoegelse-udloebet',
    mere: { paragraf: 'BL § 23' },
  });
});
