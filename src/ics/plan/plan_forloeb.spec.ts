import { indlaesLovpakke } from '../../faelles/lov/lovpakke.js';
import { context, given } from '../../platform/testing/given-when-then.js';
import { fold } from '../../platform/commands/decider.js';
import { proevVagter, type Vagt } from '../../platform/testing/vagter.js';
import {
  type AfholdOpfoelgning,
  type OpretPlan,
  type OpstilMaal,
  type PlanKommando,
  type Regime,
} from './kommandoer.js';
import { opfoelgningDecider, opfoelgningsgraense } from './opfoelgning.js';
import { type PlanEvent } from './plan.events.js';
import { planDecider } from './plan.js';
import { gengivPlan } from './gengivelse.js';
import { planskridt } from './vejledning.js';

const lovpakke = indlaesLovpakke();
const nr = (n: string): string => `00000000-0000-7000-8000-0000000000${n}`;
const PLAN = nr('0a');
const NY = nr('1a');
const BARN = nr('0b');
const MAAL = nr('0d');
const FUND = nr('0e');
const BFU = nr('0f');
const INDSATS = nr('11');
const BEGGE: readonly Regime[] = ['SEL', 'BL'];
const dag = (r: Regime, maaneddag: string): string => `${r === 'SEL' ? '2019' : '2024'}-${maaneddag}`;
const nu = (r: Regime) => context(`${dag(r, '12-01')}T12:00:00+01:00`);
type Kommando<T extends PlanKommando['type']> = Extract<PlanKommando, { type: T }>;

const opret = (r: Regime, mere: Partial<OpretPlan> = {}): OpretPlan => ({
  type: 'OpretPlan',
  planId: PLAN,
  barnId: BARN,
  sagId: nr('0c'),
  plantype: r === 'SEL' ? 'handleplan' : 'barnets-plan',
  regime: r,
  oprettet: dag(r, '04-01'),
  formaal: 'En stabil hverdag.',
  ...mere,
});
const maal = (r: Regime, mere: Partial<OpstilMaal> = {}): OpstilMaal => ({
  type: 'OpstilMaal',
  dato: dag(r, '04-02'),
  maalId: MAAL,
  maal: 'Møder til tiden.',
  tema: 'skoleforhold',
  ...mere,
});
const udenTema = (r: Regime): OpstilMaal => {
  const { tema: _tema, ...uden } = maal(r);
  return uden;
};
const hoering = (r: Regime): Kommando<'SendIHoering'> => ({
  type: 'SendIHoering',
  dato: dag(r, '04-05'),
  svarfrist: dag(r, '04-15'),
});
const svar = (r: Regime): PlanKommando => ({ type: 'BesvarHoering', dato: dag(r, '04-10'), svar: 'Enige.' });
const godkend = (r: Regime, mere: Partial<Kommando<'GodkendPlan'>> = {}): Kommando<'GodkendPlan'> => ({
  type: 'GodkendPlan',
  dato: dag(r, '04-15'),
  regime: r,
  inddragelse: 'På mødet.',
  ...mere,
});
const opfoelgning = (r: Regime, mere: Partial<AfholdOpfoelgning> = {}): AfholdOpfoelgning => ({
  type: 'AfholdOpfoelgning',
  opfoelgningId: nr('12'),
  dato: dag(r, '06-01'),
  regime: r,
  indsatsIder: [INDSATS],
  udfald: 'uaendret',
  naesteDato: dag(r, '12-01'),
  rytmebegrundelse: 'Indsatsen er ny.',
  vurdering: 'Virker.',
  barnetsHoldning: 'Glad.',
  maalstatus: [{ maalId: MAAL, status: 'naaet' }],
  graense: opfoelgningsgraense(lovpakke, mere.dato ?? dag(r, '06-01')),
  ...mere,
});
const gaeldende = (r: Regime): readonly PlanKommando[] => [opret(r), maal(r), godkend(r)];
const MAAL_P = { SEL: 'SEL § 140', BL: 'BL § 92' };
const PLAN_P = { SEL: 'SEL § 140', BL: 'BL § 91' };
const OPF_P = { SEL: 'SEL § 70', BL: 'BL § 95, stk. 4' };
const HOERING_P = { SEL: 'forvaltningsloven § 19', BL: 'forvaltningsloven § 19' };

const VAGTER: readonly Vagt<PlanKommando>[] = [
  {
    regel: 'En kladde til barnets plan godkendes ikke, når den unge er fyldt 16 siden: da laves en ungeplan (BL § 108)',
    kun: 'BL',
    foer: (r) => [opret(r, { alder: 15 }), maal(r)],
    ulovlig: (r) => godkend(r, { alder: 16 }),
    kode: 'ungeplan-fra-16',
    paragraf: { BL: 'BL § 108' },
    lovlig: (r) => [godkend(r, { alder: 15 })],
    haendelse: 'ics.PlanGodkendt',
  },
  {
    regel: 'En handleplan, der var kladde ved skiftet, godkendes ikke efter barnets lov (BL §§ 91 og 108)',
    kun: 'SEL',
    foer: (r) => [opret(r), maal(r)],
    ulovlig: (r) => godkend(r, { regime: 'BL' }),
    kode: 'plantype-ophoert',
    paragraf: { SEL: 'BL §§ 91 og 108' },
    lovlig: (r) => [godkend(r)],
    haendelse: 'ics.PlanGodkendt',
  },
  {
    regel: 'Barnets plan findes først fra 2024',
    kun: 'SEL',
    foer: () => [],
    ulovlig: (r) => opret(r, { plantype: 'barnets-plan' }),
    kode: 'plantype-findes-ikke',
    paragraf: { SEL: 'SEL § 140' },
    lovlig: (r) => [opret(r)],
    haendelse: 'ics.PlanOprettet',
  },
  {
    regel: 'En handleplan laves ikke efter 2023',
    kun: 'BL',
    foer: () => [],
    ulovlig: (r) => opret(r, { plantype: 'handleplan' }),
    kode: 'plantype-ophoert',
    paragraf: { BL: 'BL §§ 91 og 108' },
    lovlig: (r) => [opret(r)],
    haendelse: 'ics.PlanOprettet',
  },
  {
    regel: 'Ungeplanen laves fra det fyldte 16. år',
    kun: 'BL',
    foer: () => [],
    ulovlig: (r) => opret(r, { plantype: 'ungeplan', alder: 15 }),
    kode: 'ungeplan-foer-16',
    paragraf: { BL: 'BL § 108' },
    lovlig: (r) => [opret(r, { plantype: 'ungeplan', alder: 16 })],
    haendelse: 'ics.PlanOprettet',
  },
  {
    regel: 'Kun barnets gældende plan revideres',
    foer: () => [],
    ulovlig: (r) =>
      opret(r, {
        reviderer: { planId: NY, barnId: BARN, gaeldende: false, planversion: 1, godkendt: dag(r, '01-01') },
      }),
    kode: 'plan-ikke-gaeldende',
    paragraf: PLAN_P,
    status: 409,
    lovlig: (r) => [
      opret(r, {
        reviderer: { planId: NY, barnId: BARN, gaeldende: true, planversion: 1, godkendt: dag(r, '01-01') },
      }),
    ],
    haendelse: 'ics.PlanOprettet',
  },
  {
    regel: 'En revision gælder det samme barn',
    foer: () => [],
    ulovlig: (r) =>
      opret(r, { reviderer: { planId: NY, barnId: NY, gaeldende: true, planversion: 1, godkendt: dag(r, '01-01') } }),
    kode: 'andet-barn',
    paragraf: PLAN_P,
    lovlig: (r) => [opret(r)],
    haendelse: 'ics.PlanOprettet',
  },
  {
    regel: 'En plan revideres ikke, før den gjaldt',
    foer: () => [],
    ulovlig: (r) =>
      opret(r, { reviderer: { planId: NY, barnId: BARN, gaeldende: true, planversion: 1, godkendt: dag(r, '04-02') } }),
    kode: 'forkert-raekkefoelge',
    paragraf: PLAN_P,
    lovlig: (r) => [
      opret(r, { reviderer: { planId: NY, barnId: BARN, gaeldende: true, planversion: 1, godkendt: dag(r, '04-01') } }),
    ],
    haendelse: 'ics.PlanOprettet',
  },
  {
    regel: 'Et mål har et tema under serviceloven',
    kun: 'SEL',
    foer: (r) => [opret(r)],
    ulovlig: udenTema,
    kode: 'maal-uden-tema',
    paragraf: { SEL: 'SEL § 140' },
    lovlig: (r) => [maal(r)],
    haendelse: 'ics.MaalOpstillet',
  },
  {
    regel: 'Et delmål hører til et mål i planen',
    foer: (r) => [opret(r), maal(r)],
    ulovlig: (r) => maal(r, { maalId: NY, overmaalId: FUND }),
    kode: 'maal-findes-ikke',
    paragraf: MAAL_P,
    lovlig: (r) => [maal(r, { maalId: NY, overmaalId: MAAL })],
    haendelse: 'ics.MaalOpstillet',
  },
  {
    regel: 'Et delmål har ikke selv delmål',
    foer: (r) => [opret(r), maal(r), maal(r, { maalId: NY, overmaalId: MAAL })],
    ulovlig: (r) => maal(r, { maalId: FUND, overmaalId: NY }),
    kode: 'delmaal-i-delmaal',
    paragraf: MAAL_P,
    lovlig: (r) => [maal(r, { maalId: FUND, overmaalId: MAAL })],
    haendelse: 'ics.MaalOpstillet',
  },
  {
    regel: 'Et mål skrives om, når det findes',
    foer: (r) => [opret(r), maal(r)],
    ulovlig: (r) => ({ type: 'RetMaal', dato: dag(r, '04-03'), maalId: NY, maal: 'Nyt.' }),
    kode: 'maal-findes-ikke',
    paragraf: MAAL_P,
    lovlig: (r) => [{ type: 'RetMaal', dato: dag(r, '04-03'), maalId: MAAL, maal: 'Nyt.' }],
    haendelse: 'ics.MaalRettet',
  },
  {
    regel: 'Et mål tages ud, når det findes',
    foer: (r) => [opret(r), maal(r)],
    ulovlig: (r) => ({ type: 'FjernMaal', dato: dag(r, '04-03'), maalId: NY, begrundelse: 'Dobbelt.' }),
    kode: 'maal-findes-ikke',
    paragraf: MAAL_P,
    lovlig: (r) => [{ type: 'FjernMaal', dato: dag(r, '04-03'), maalId: MAAL, begrundelse: 'Dobbelt.' }],
    haendelse: 'ics.MaalFjernet',
  },
  {
    regel: 'Mål skrives i en kladde, ikke i en plan, der gælder',
    foer: gaeldende,
    ulovlig: (r) => maal(r, { maalId: NY }),
    kode: 'plan-ikke-kladde',
    paragraf: PLAN_P,
    status: 409,
    lovlig: (r) => [{ type: 'KnytIndsatser', dato: dag(r, '05-01'), maalId: MAAL, indsatsIder: [INDSATS] }],
    haendelse: 'ics.MaalKnyttetTilIndsatser',
  },
  {
    regel: 'Planen ændres ikke, mens den er i høring',
    foer: (r) => [opret(r), maal(r), hoering(r)],
    ulovlig: (r) => maal(r, { maalId: NY }),
    kode: 'plan-ikke-kladde',
    paragraf: PLAN_P,
    status: 409,
    lovlig: (r) => [
      { type: 'TraekHoeringTilbage', dato: dag(r, '04-06'), begrundelse: 'Skal skrives om.' },
      maal(r, { maalId: NY }),
    ],
    haendelse: 'ics.MaalOpstillet',
  },
  {
    regel: 'En plan uden mål høres ikke',
    foer: (r) => [opret(r)],
    ulovlig: hoering,
    kode: 'plan-uden-maal',
    paragraf: MAAL_P,
    mangler: ['plan-maal'],
    lovlig: (r) => [maal(r), hoering(r)],
    haendelse: 'ics.PlanSendtIHoering',
  },
  {
    regel: 'Parterne får tid til at svare på planen',
    foer: (r) => [opret(r), maal(r)],
    ulovlig: (r) => ({ ...hoering(r), svarfrist: dag(r, '04-05') }),
    kode: 'hoering-uden-tid',
    paragraf: HOERING_P,
    lovlig: (r) => [{ ...hoering(r), svarfrist: dag(r, '04-06') }],
    haendelse: 'ics.PlanSendtIHoering',
  },
  {
    regel: 'Der svares på en plan, der er i høring',
    foer: (r) => [opret(r), maal(r)],
    ulovlig: svar,
    kode: 'plan-ikke-i-hoering',
    paragraf: HOERING_P,
    status: 409,
    lovlig: (r) => [hoering(r), svar(r)],
    haendelse: 'ics.PlanhoeringBesvaret',
  },
  {
    regel: 'Planen godkendes ikke, før der er svaret, eller svarfristen er gået',
    foer: (r) => [opret(r), maal(r), hoering(r)],
    ulovlig: godkend,
    kode: 'plan-kan-ikke-godkendes',
    paragraf: HOERING_P,
    mangler: ['plan-hoering-svar'],
    lovlig: (r) => [svar(r), godkend(r)],
    haendelse: 'ics.PlanGodkendt',
  },
  {
    regel: 'En plan uden mål godkendes ikke',
    foer: (r) => [opret(r)],
    ulovlig: godkend,
    kode: 'plan-uden-maal',
    paragraf: MAAL_P,
    mangler: ['plan-maal'],
    lovlig: (r) => [maal(r), godkend(r)],
    haendelse: 'ics.PlanGodkendt',
  },
  {
    regel: 'En ungeplan har mål for voksenlivet',
    kun: 'BL',
    foer: (r) => [opret(r, { plantype: 'ungeplan', alder: 16 }), maal(r)],
    ulovlig: godkend,
    kode: 'plan-kan-ikke-godkendes',
    paragraf: { BL: 'BL § 109' },
    mangler: ['plan-voksenlivsmaal'],
    lovlig: (r) => [maal(r, { maalId: NY, voksenliv: 'uddannelse' }), godkend(r)],
    haendelse: 'ics.PlanGodkendt',
  },
  {
    regel: 'En handleplan har mål for voksenlivet fra 16 år',
    kun: 'SEL',
    foer: (r) => [opret(r), maal(r)],
    ulovlig: (r) => godkend(r, { alder: 16 }),
    kode: 'plan-kan-ikke-godkendes',
    paragraf: { SEL: 'SEL § 140' },
    mangler: ['plan-voksenlivsmaal'],
    lovlig: (r) => [maal(r, { maalId: NY, voksenliv: 'bolig' }), godkend(r, { alder: 16 })],
    haendelse: 'ics.PlanGodkendt',
  },
  {
    regel: 'En plan, der gælder, godkendes ikke igen',
    foer: gaeldende,
    ulovlig: godkend,
    kode: 'plan-ikke-kladde',
    paragraf: PLAN_P,
    status: 409,
    lovlig: (r) => [{ type: 'ErstatPlan', erstattetAf: NY, dato: dag(r, '06-01') }],
    haendelse: 'ics.PlanErstattet',
  },
  {
    regel: 'Kun en gældende plan bliver revideret',
    foer: (r) => [opret(r), maal(r)],
    ulovlig: (r) => ({ type: 'ErstatPlan', erstattetAf: NY, dato: dag(r, '06-01') }),
    kode: 'plan-ikke-gaeldende',
    paragraf: PLAN_P,
    status: 409,
    lovlig: (r) => [godkend(r), { type: 'ErstatPlan', erstattetAf: NY, dato: dag(r, '06-01') }],
    haendelse: 'ics.PlanErstattet',
  },
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
proevVagter('Planen: vagter', planDecider, nu, VAGTER);

function sket(r: Regime, ...kommandoer: readonly PlanKommando[]): readonly PlanEvent[] {
  return kommandoer.reduce<readonly PlanEvent[]>(
    (foer, kommando) => [...foer, ...planDecider.decide(kommando, fold(planDecider, foer), nu(r))],
    [],
  );
}
const plan = (...events: readonly PlanEvent[]) => {
  const state = fold(planDecider, events);
  if (state.fase === 'findes-ikke') throw new Error('no plan');
  return state;
};
const kilde = { bfuId: BFU, fundId: FUND, version: 4, tekst: 'Møder træt.' };
const vis = (events: readonly PlanEvent[], nuTekst?: { version: number; tekst: string }) =>
  gengivPlan(events, plan(...events), () => nuTekst);

test('Under barnets lov er et måls tema valgfrit (BL § 92)', () => {
  expect(given(planDecider, ...sket('BL', opret('BL'))).then(udenTema('BL'), nu('BL'))).toHaveLength(1);
});

describe.each(BEGGE)('Mål og delmål (%s)', (regime) => {
  test('Et delmål arver målets tema og voksenlivsområde og tages ud med målet', () => {
    const events = sket(regime, opret(regime), maal(regime, { voksenliv: 'bolig' }), {
      ...udenTema(regime),
      maalId: NY,
      overmaalId: MAAL,
    });
    expect(plan(...events).maal[NY]).toMatchObject({ tema: 'skoleforhold', voksenliv: 'bolig', overmaalId: MAAL });
    const fjernet = sket(
      regime,
      opret(regime),
      maal(regime),
      { ...udenTema(regime), maalId: NY, overmaalId: MAAL },
      {
        type: 'FjernMaal',
        dato: dag(regime, '04-03'),
        maalId: MAAL,
        begrundelse: 'Dækket.',
      },
    );
    expect(plan(...fjernet).maal).toEqual({});
  });

  test('Kilden følger målet, også når målet skrives om, og viser, om fundet er ændret siden', () => {
    const events = sket(regime, opret(regime), maal(regime, { kilde }), {
      type: 'RetMaal',
      dato: dag(regime, '04-03'),
      maalId: MAAL,
      maal: 'Møder udhvilet.',
    });
    expect(vis(events, { version: 4, tekst: 'Møder træt.' }).maal).toMatchObject([
      { maal: 'Møder udhvilet.', kilde: { version: 4, tekst: 'Møder træt.', kildeAendret: false, tekstNu: null } },
    ]);
    expect(vis(events, { version: 9, tekst: 'Møder nu til tiden.' }).maal).toMatchObject([
      { kilde: { tekst: 'Møder træt.', kildeAendret: true, tekstNu: 'Møder nu til tiden.' } },
    ]);
  });

  test('Et fund ført over i planen beholder sin kilde, også når teksten er tilpasset', () => {
    const events = sket(regime, opret(regime), {
      type: 'OverfoerFund',
      dato: dag(regime, '04-02'),
      bfuId: BFU,
      fund: [
        {
          fundId: FUND,
          kildeversion: 4,
          tema: 'skoleforhold',
          art: 'udfordring',
          tekst: 'Morgenerne er svære.',
          kildetekst: 'Møder træt.',
        },
      ],
    });
    expect(vis(events, { version: 7, tekst: 'Møder udhvilet.' }).grundlag).toEqual([
      {
        tema: 'skoleforhold',
        art: 'udfordring',
        tekst: 'Morgenerne er svære.',
        kilde: { ...kilde, kildeAendret: true, tekstNu: 'Møder udhvilet.' },
      },
    ]);
  });

  test('Opfølgningen vurderer målene og siger, hvad der skal ændres', () => {
    const events = sket(
      regime,
      ...gaeldende(regime),
      opfoelgning(regime, {
        maalstatus: [{ maalId: MAAL, status: 'delvist-naaet', vurdering: 'Mandage er svære.' }],
        planvurdering: 'revideres',
        undersoegelsesbehov: 'bfu',
      }),
    );
    expect(vis(events)).toMatchObject({
      maal: [{ status: 'delvist-naaet' }],
      opfoelgninger: [
        {
          maal: [{ status: 'delvist-naaet', vurdering: 'Mandage er svære.' }],
          planvurdering: 'revideres',
          undersoegelsesbehov: 'bfu',
        },
      ],
    });
    expect(planskridt(plan(...events), dag(regime, '06-02')).map(({ kode }) => kode)).toEqual([
      'plan-revision',
      'ny-undersoegelse',
      'plan-opfoelgning',
      'plan-aendring',
    ]);
  });

  test('En plan i høring må ikke godkendes, før svarfristen er gået', () => {
    const state = plan(...sket(regime, opret(regime), maal(regime), hoering(regime)));
    expect(planskridt(state, dag(regime, '04-15'))).toMatchObject([{ kode: 'plan-hoering-svar', art: 'maa-ikke' }]);
    expect(planskridt(state, dag(regime, '04-16'))).toMatchObject([{ kode: 'plan-godkendelse', art: 'skal' }]);
  });
});

test('En revision fører målene videre i én hændelse, så journalen ikke gentager dem', () => {
  const events = sket(
    'BL',
    opret('BL', {
      planId: NY,
      reviderer: { planId: PLAN, barnId: BARN, gaeldende: true, planversion: 1, godkendt: '2024-03-01' },
    }),
    {
      type: 'ViderefoerMaal',
      dato: '2024-04-01',
      fraPlanId: PLAN,
      maal: [
        { maalId: nr('21'), fraMaalId: MAAL, maal: 'Møder til tiden.', indsatsIder: [INDSATS], kilde },
        { maalId: nr('22'), fraMaalId: NY, overmaalId: nr('21'), maal: 'Op kl. 7.', indsatsIder: [] },
      ],
    },
  );
  expect(events.map(({ type }) => type)).toEqual(['ics.PlanOprettet', 'ics.MaalViderefoert']);
  expect(vis(events)).toMatchObject({
    planversion: 2,
    reviderer: PLAN,
    maal: [
      { fraMaalId: MAAL, indsatsIder: [INDSATS], status: 'ikke-begyndt', kilde: { version: 4 } },
      { fraMaalId: NY, overmaalId: nr('21'), maal: 'Op kl. 7.' },
    ],
  });
});

describe('Opfølgning på en indsats uden plan', () => {
  const uden = (r: Regime, mere: object = {}) => {
    const { maalstatus: _maal, type: _type, ...resten } = opfoelgning(r);
    return {
      type: 'FoelgOpUdenPlan',
      ...resten,
      barnId: BARN,
      sagId: nr('0c'),
      ivaerksatDato: dag(r, '04-01'),
      ...mere,
    } as const;
  };

  test.each(BEGGE)('Der er ingen plan at revidere; den kan laves (%s)', (regime) => {
    const intet = given(opfoelgningDecider);
    expect(intet.refused(uden(regime, { planvurdering: 'revideres' }), nu(regime))).toMatchObject({
      kode: 'planvurdering-passer-ikke',
      mere: { paragraf: OPF_P[regime] },
    });
    expect(intet.then(uden(regime, { planvurdering: 'laves' }), nu(regime))).toHaveLength(1);
  });

  test.each(BEGGE)('Der følges ikke op, før indsatsen er sat i værk (%s)', (regime) => {
    expect(
      given(opfoelgningDecider).refused(uden(regime, { ivaerksatDato: dag(regime, '06-02') }), nu(regime)).kode,
    ).toBe('forkert-raekkefoelge');
  });
});

describe.each(BEGGE)('Næste opfølgning uden indsats (%s)', (regime) => {
  const skridtet = (iDag: string, mere: Partial<AfholdOpfoelgning> = {}) => {
    const holdt = opfoelgning(regime, { indsatsIder: [], naesteDato: dag(regime, '09-01'), ...mere });
    const state = plan(...sket(regime, ...gaeldende(regime), holdt));
    const fundet = planskridt(state, dag(regime, iDag)).find(({ kode }) => kode === 'plan-opfoelgning');
    return [fundet?.art, fundet?.tekst];
  };

  test('Den dag, der er besluttet, huskes, og når den er der, skal der følges op (SEL § 70, BL § 95, stk. 3)', () => {
    const tekst = `Følg op på planen senest ${dag(regime, '09-01')}, som det er besluttet`;
    expect([skridtet('08-31'), skridtet('09-01'), skridtet('10-15')]).toEqual([
      ['kan', tekst],
      ['skal', tekst],
      ['skal', tekst],
    ]);
  });

  test('Hvor en indsats har fristen, er det den, der siger hvornår', () => {
    expect(skridtet('10-15', { indsatsIder: [INDSATS] })).toEqual(['kan', 'Følg op på planen']);
  });
});
