import { proevVagter, type Vagt } from '../../platform/testing/vagter.js';
import { type PlanKommando } from './kommandoer.js';
import { planDecider } from './plan.js';
import { NY, MAAL, dag, nu, opret, maal, godkend, opfoelgning, gaeldende } from './testing/planforloeb.js';

const PLAN_P = { SEL: 'SEL § 140', BL: 'BL § 91' };
const OPF_P = { SEL: 'SEL § 70', BL: 'BL § 95, stk. 4' };

const VAGTER: readonly Vagt<PlanKommando>[] = [
  {
    regel: 'Der følges op på en plan, der gælder',
    foer: (r) => [opret(r), maal(r)],
    ulovlig: (r) => opfoelgning(r),
    kode: 'plan-ikke-gaeldende',
    paragraf: { SEL: 'SEL § 70', BL: 'BL § 95' },
    status: 409,
    lovlig: (r) => [godkend(r), opfoelgning(r)],
    haendelse: 'ics.OpfoelgningAfholdt',
  },
  {
    regel: 'Hvert åbent mål vurderes (SEL § 70, BL § 95, stk. 4)',
    foer: (r) => [opret(r), maal(r), maal(r, { maalId: NY, maal: 'Går til fodbold.' }), godkend(r)],
    ulovlig: (r) => opfoelgning(r),
    kode: 'maal-ikke-vurderet',
    paragraf: OPF_P,
    mangler: [NY],
    lovlig: (r) => [
      opfoelgning(r, {
        maalstatus: [
          { maalId: MAAL, status: 'naaet' },
          { maalId: NY, status: 'i-gang' },
        ],
      }),
    ],
    haendelse: 'ics.OpfoelgningAfholdt',
  },
  {
    regel: 'Et mål vurderes én gang i en opfølgning',
    foer: gaeldende,
    ulovlig: (r) =>
      opfoelgning(r, {
        maalstatus: [
          { maalId: MAAL, status: 'naaet' },
          { maalId: MAAL, status: 'opgivet', vurdering: 'Vil ikke.' },
        ],
      }),
    kode: 'maal-vurderet-to-gange',
    paragraf: OPF_P,
    lovlig: (r) => [opfoelgning(r)],
    haendelse: 'ics.OpfoelgningAfholdt',
  },
  {
    regel: 'Det, der er nået, skal ikke vurderes igen',
    foer: (r) => [
      ...[opret(r), maal(r), maal(r, { maalId: NY, maal: 'Går til fodbold.' }), godkend(r)],
      opfoelgning(r, {
        maalstatus: [
          { maalId: MAAL, status: 'naaet' },
          { maalId: NY, status: 'i-gang' },
        ],
      }),
    ],
    ulovlig: (r) => opfoelgning(r, { dato: dag(r, '07-01'), maalstatus: [] }),
    kode: 'maal-ikke-vurderet',
    paragraf: OPF_P,
    mangler: [NY],
    lovlig: (r) => [opfoelgning(r, { dato: dag(r, '07-01'), maalstatus: [{ maalId: NY, status: 'naaet' }] })],
    haendelse: 'ics.OpfoelgningAfholdt',
  },
  {
    regel: 'Et mål, der opgives, begrundes',
    foer: gaeldende,
    ulovlig: (r) => opfoelgning(r, { maalstatus: [{ maalId: MAAL, status: 'opgivet' }] }),
    kode: 'maalvurdering-mangler',
    paragraf: OPF_P,
    lovlig: (r) => [
      opfoelgning(r, { maalstatus: [{ maalId: MAAL, status: 'opgivet', vurdering: 'Vil noget andet.' }] }),
    ],
    haendelse: 'ics.OpfoelgningAfholdt',
  },
  {
    regel: 'Planens egne mål vurderes',
    foer: gaeldende,
    ulovlig: (r) => opfoelgning(r, { maalstatus: [{ maalId: NY, status: 'naaet' }] }),
    kode: 'maal-findes-ikke',
    paragraf: OPF_P,
    lovlig: (r) => [opfoelgning(r)],
    haendelse: 'ics.OpfoelgningAfholdt',
  },
  {
    regel: 'Et mål, der kun er nået delvist, vurderes med ord',
    foer: gaeldende,
    ulovlig: (r) => opfoelgning(r, { maalstatus: [{ maalId: MAAL, status: 'delvist-naaet' }] }),
    kode: 'maalvurdering-mangler',
    paragraf: OPF_P,
    lovlig: (r) => [
      opfoelgning(r, { maalstatus: [{ maalId: MAAL, status: 'delvist-naaet', vurdering: 'Mandage er svære.' }] }),
    ],
    haendelse: 'ics.OpfoelgningAfholdt',
  },
  {
    regel: 'Et mål, der ikke er nået, vurderes med ord',
    foer: gaeldende,
    ulovlig: (r) => opfoelgning(r, { maalstatus: [{ maalId: MAAL, status: 'ikke-naaet' }] }),
    kode: 'maalvurdering-mangler',
    paragraf: OPF_P,
    lovlig: (r) => [opfoelgning(r, { maalstatus: [{ maalId: MAAL, status: 'ikke-naaet', vurdering: 'Skoleskift.' }] })],
    haendelse: 'ics.OpfoelgningAfholdt',
  },
  {
    regel: 'Rytmen for opfølgning besluttes og begrundes',
    kun: 'BL',
    foer: gaeldende,
    ulovlig: (r) => {
      const { rytmebegrundelse: _rytme, ...uden } = opfoelgning(r);
      return uden;
    },
    kode: 'rytme-mangler',
    paragraf: { BL: 'BL § 95, stk. 3' },
    mangler: ['opfoelgning-rytme'],
    lovlig: (r) => [opfoelgning(r)],
    haendelse: 'ics.OpfoelgningAfholdt',
  },
  {
    // 1 June + 6 months is 1 December.
    regel: 'Der går højst seks måneder til næste opfølgning',
    kun: 'SEL',
    foer: gaeldende,
    ulovlig: (r) => opfoelgning(r, { naesteDato: dag(r, '12-02') }),
    kode: 'naeste-opfoelgning-for-sent',
    paragraf: { SEL: 'SEL § 70' },
    lovlig: (r) => [opfoelgning(r)],
    haendelse: 'ics.OpfoelgningAfholdt',
  },
  {
    regel: 'Næste opfølgning ligger efter denne',
    foer: gaeldende,
    ulovlig: (r) => opfoelgning(r, { naesteDato: dag(r, '06-01') }),
    kode: 'naeste-foer-denne',
    paragraf: { SEL: 'SEL § 70', BL: 'BL § 95, stk. 3' },
    lovlig: (r) => [opfoelgning(r, { naesteDato: dag(r, '06-02') })],
    haendelse: 'ics.OpfoelgningAfholdt',
  },
  {
    regel: 'En plan, der findes, kan revideres og ikke laves',
    foer: gaeldende,
    ulovlig: (r) => opfoelgning(r, { planvurdering: 'laves' }),
    kode: 'planvurdering-passer-ikke',
    paragraf: OPF_P,
    lovlig: (r) => [opfoelgning(r, { planvurdering: 'revideres' })],
    haendelse: 'ics.OpfoelgningAfholdt',
  },
  {
    regel: 'En ny afdækning findes ikke under serviceloven',
    kun: 'SEL',
    foer: gaeldende,
    ulovlig: (r) => opfoelgning(r, { undersoegelsesbehov: 'afdaekning' }),
    kode: 'afdaekning-findes-ikke',
    paragraf: { SEL: 'SEL §§ 50 og 70' },
    lovlig: (r) => [opfoelgning(r, { undersoegelsesbehov: 'bfu' })],
    haendelse: 'ics.OpfoelgningAfholdt',
  },
  {
    regel: 'En afsluttet plan afsluttes ikke igen',
    foer: (r) => [...gaeldende(r), { type: 'AfslutPlan', dato: dag(r, '06-01'), begrundelse: 'Nået.' }],
    ulovlig: (r) => ({ type: 'AfslutPlan', dato: dag(r, '06-02'), begrundelse: 'Igen.' }),
    kode: 'plan-ikke-aaben',
    paragraf: PLAN_P,
    status: 409,
  },
];
proevVagter('Opfølgning på planen: vagter', planDecider, nu, VAGTER);
