import { context, given } from '../../platform/testing/given-when-then.js';
import { proevVagter, type Vagt } from '../../platform/testing/vagter.js';
import { gaeldendePlanDecider } from './gaeldende_plan.js';
import { type OpretPlan, type PlanKommando, type Regime } from './kommandoer.js';
import { opfoelgningDecider, type FoelgOpUdenPlan } from './opfoelgning.js';
import { planDecider } from './plan.js';

const nr = (n: string): string => `00000000-0000-7000-8000-0000000000${n}`;
const [PLAN, ANDEN, BARN, SAG] = [nr('0a'), nr('1a'), nr('0b'), nr('0c')] as const;
const [MAAL, INDSATS, OPFOELGNING] = [nr('0d'), nr('11'), nr('12')] as const;
const dag = (r: Regime, maaneddag: string): string => `${r === 'SEL' ? '2019' : '2024'}-${maaneddag}`;
const nu = (r: Regime) => context(`${dag(r, '12-01')}T12:00:00+01:00`);

const opret = (r: Regime, mere: Partial<OpretPlan> = {}): OpretPlan => ({
  type: 'OpretPlan',
  ...{ planId: PLAN, barnId: BARN, sagId: SAG, regime: r, oprettet: dag(r, '04-01') },
  plantype: r === 'SEL' ? 'handleplan' : 'barnets-plan',
  formaal: 'En stabil hverdag.',
  ...mere,
});
const maal = (r: Regime): PlanKommando => ({
  ...{ type: 'OpstilMaal', dato: dag(r, '04-02'), maalId: MAAL, maal: 'Møder til tiden.', tema: 'skoleforhold' },
});
const godkend = (r: Regime, mere: object = {}): PlanKommando => ({
  ...{ type: 'GodkendPlan', dato: dag(r, '04-15'), regime: r, inddragelse: 'På mødet.' },
  ...mere,
});
const knyt = (r: Regime): PlanKommando => ({
  ...{ type: 'KnytIndsatser', dato: dag(r, '06-02'), maalId: MAAL, indsatsIder: [INDSATS] },
});
const reviderer = (r: Regime) => ({
  ...{ planId: ANDEN, barnId: BARN, gaeldende: true, planversion: 1, godkendt: dag(r, '01-01') },
});
const nuReviderer = { planversion: 1, gaeldende: true, erstattetAf: null };
const PLAN_P = { SEL: 'SEL § 140', BL: 'BL § 91' };

const VAGTER: readonly Vagt<PlanKommando>[] = [
  {
    regel: 'Den samme plan påbegyndes én gang',
    foer: (r) => [opret(r)],
    ulovlig: (r) => opret(r),
    kode: 'plan-findes',
    status: 409,
  },
  {
    regel: 'Der skrives ikke i en plan, der ikke findes',
    foer: () => [],
    ulovlig: maal,
    kode: 'plan-findes-ikke',
    lovlig: (r) => [opret(r), maal(r)],
    haendelse: 'ics.MaalOpstillet',
  },
  {
    regel: 'Indsatser knyttes ikke til en plan, der er afløst af en ny',
    foer: (r) => [opret(r), maal(r), godkend(r), { type: 'ErstatPlan', erstattetAf: ANDEN, dato: dag(r, '06-01') }],
    ulovlig: knyt,
    kode: 'plan-ikke-aaben',
    paragraf: PLAN_P,
    status: 409,
  },
  {
    regel: 'Indsatser knyttes ikke til en plan, der er afsluttet',
    foer: (r) => [opret(r), maal(r), godkend(r), { type: 'AfslutPlan', dato: dag(r, '06-01'), begrundelse: 'Slut.' }],
    ulovlig: knyt,
    kode: 'plan-ikke-aaben',
    paragraf: PLAN_P,
    status: 409,
  },
  {
    regel: 'En kladde godkendes ikke, når planen, den reviderer, er afløst imens',
    foer: (r) => [opret(r, { reviderer: reviderer(r) }), maal(r)],
    ulovlig: (r) => godkend(r, { revideret: { ...nuReviderer, gaeldende: false, erstattetAf: INDSATS } }),
    kode: 'plan-ikke-den-naeste',
    paragraf: PLAN_P,
    status: 409,
    lovlig: (r) => [godkend(r, { revideret: nuReviderer })],
    haendelse: 'ics.PlanGodkendt',
  },
];
proevVagter('Planen: vagter', planDecider, nu, VAGTER);

const foelgOp = (r: Regime, mere: Partial<FoelgOpUdenPlan> = {}): FoelgOpUdenPlan => ({
  type: 'FoelgOpUdenPlan',
  ...{ opfoelgningId: OPFOELGNING, barnId: BARN, sagId: SAG, dato: dag(r, '06-01'), regime: r, indsatsIder: [INDSATS] },
  ...{ ivaerksatDato: dag(r, '05-01'), udfald: 'uaendret', vurdering: 'Virker.', barnetsHoldning: 'Glad.' },
  ...{ naesteDato: dag(r, '09-01'), rytmebegrundelse: 'Indsatsen er ny.', graense: null },
  ...mere,
});
proevVagter('Opfølgning uden plan: vagter', opfoelgningDecider, nu, [
  {
    regel: 'Den samme opfølgning registreres én gang',
    foer: (r) => [foelgOp(r)],
    ulovlig: (r) => foelgOp(r),
    kode: 'opfoelgning-findes',
    status: 409,
  },
  {
    regel: 'Næste opfølgning ligger efter denne',
    foer: () => [],
    ulovlig: (r) => foelgOp(r, { naesteDato: dag(r, '06-01') }),
    kode: 'naeste-foer-denne',
    paragraf: { SEL: 'SEL § 70', BL: 'BL § 95, stk. 3' },
    lovlig: (r) => [foelgOp(r, { naesteDato: dag(r, '06-02') })],
    haendelse: 'ics.OpfoelgningAfholdt',
  },
]);

test('Den plan, der gælder, kan ikke komme til at gælde igen (SEL § 140 / BL § 91)', () => {
  const skift = { type: 'SkiftGaeldendePlan', barnId: BARN, sagId: SAG, planId: PLAN, dato: '2024-04-15' } as const;
  const [gaelder] = given(gaeldendePlanDecider).then({ ...skift, plantype: 'barnets-plan' }, nu('BL'));
  if (gaelder === undefined) throw new Error('not made valid');
  expect(given(gaeldendePlanDecider, gaelder).refused({ ...skift, plantype: 'barnets-plan' }, nu('BL'))).toMatchObject({
    kode: 'plan-gaelder-allerede',
    mere: { status: 409 },
  });
});
