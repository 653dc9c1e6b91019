import { Afvist } from '../../faelles/afvist.js';
import { laegMaanederTil } from '../../faelles/kalender.js';
import { type Skridt } from '../../faelles/skridt.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import * as E from './plan.events.js';

type Regime = 'SEL' | 'BL';
export type Plantype = 'handleplan' | 'barnets-plan' | 'ungeplan';
export type Maalstatus = 'ikke-begyndt' | 'i-gang' | 'delvist-naaet' | 'naaet' | 'opgivet';

export interface BegyndtPlan {
  readonly fase: 'kladde' | 'gaeldende' | 'erstattet' | 'afsluttet';
  readonly planId: string;
  readonly barnId: string;
  readonly sagId: string;
  readonly plantype: Plantype;
  readonly regime: Regime;
  readonly maal: Readonly<Record<string, { readonly status: Maalstatus; readonly fundId?: string }>>;
  readonly sidsteOpfoelgning: string | null;
}

export type Plan = { readonly fase: 'findes-ikke' } | BegyndtPlan;

export type PlanKommando =
  | { readonly type: 'OpretPlan'; readonly planId: string; readonly barnId: string; readonly sagId: string; readonly plantype: Plantype; readonly regime: Regime; readonly oprettet: string; readonly bfuId?: string; readonly formaal: string; /** The child's age on the day, when it is known. */ readonly alder?: number }
  | { readonly type: 'OpstilMaal'; readonly maalId: string; readonly tema?: string; readonly kilde?: { readonly bfuId: string; readonly fundId: string; readonly version: number; readonly tekst: string }; readonly maal: string; readonly ansvarlig?: string; readonly succesindikator?: string }
  | { readonly type: 'GodkendPlan'; readonly dato: string; readonly inddragelse: string; readonly erstatter?: string }
  | { readonly type: 'ErstatPlan'; readonly erstattetAf: string; readonly dato: string }
  | { readonly type: 'AfholdOpfoelgning'; readonly opfoelgningId: string; readonly dato: string; readonly indsatsIder: readonly string[]; readonly udfald: 'uaendret' | 'justeres' | 'ophoerer'; readonly naesteDato?: string; readonly rytmebegrundelse?: string; readonly maalstatus: readonly { readonly maalId: string; readonly status: Maalstatus }[]; readonly vurdering: string; readonly barnetsHoldning: string; /** Law in force on the day of the follow-up. */ readonly regime: Regime }
  | { readonly type: 'AfslutPlan'; readonly dato: string; readonly begrundelse: string };

function ikkeFremtid(dato: string, context: DecisionContext, felt: string): void {
  if (dato > context.iDag) {
    throw new Afvist('dato-i-fremtiden', `Datoen ${dato} ligger efter i dag (${context.iDag}).`, { felt });
  }
}

function decide(command: PlanKommando, state: Plan, context: DecisionContext): readonly E.PlanEvent[] {
  if (command.type === 'OpretPlan') {
    return opret(command, state, context);
  }
  if (state.fase === 'findes-ikke') {
    throw new Afvist('plan-findes-ikke', 'Planen findes ikke.');
  }
  const tilhoer = { planId: state.planId, barnId: state.barnId, sagId: state.sagId };
  switch (command.type) {
    case 'OpstilMaal':
      if (state.fase !== 'kladde') {
        throw new Afvist('plan-ikke-kladde', 'Mål opstilles i en kladde. Opret en ny plan for at revidere den gældende; den gamle kan fortsat læses.', { status: 409 });
      }
      if (state.regime === 'SEL' && command.tema === undefined) {
        throw new Afvist('maal-uden-tema', 'Under serviceloven skal et mål knyttes til et tema fra den børnefaglige undersøgelse.', { felt: 'tema', paragraf: 'SEL § 140' });
      }
      return [
        event(E.MaalOpstillet, {
          ...tilhoer,
          maalId: command.maalId,
          maal: command.maal,
          ...(command.tema === undefined ? {} : { tema: command.tema }),
          ...(command.ansvarlig === undefined ? {} : { ansvarlig: command.ansvarlig }),
          ...(command.succesindikator === undefined ? {} : { succesindikator: command.succesindikator }),
          ...(command.kilde === undefined
            ? {}
            : { bfuId: command.kilde.bfuId, fundId: command.kilde.fundId, kildeversion: command.kilde.version, kildetekst: command.kilde.tekst }),
        }),
      ];
    case 'GodkendPlan':
      ikkeFremtid(command.dato, context, 'dato');
      if (state.fase !== 'kladde') {
        throw new Afvist('plan-ikke-kladde', `Planen er ${state.fase} og kan ikke godkendes igen.`, { status: 409 });
      }
      if (Object.keys(state.maal).length === 0) {
        throw new Afvist('plan-uden-maal', 'Planen skal have mindst ét konkret mål.', { paragraf: state.regime === 'SEL' ? 'SEL § 140' : 'BL § 92', mangler: ['plan-maal'] });
      }
      return [
        event(E.PlanGodkendt, {
          ...tilhoer,
          plantype: state.plantype,
          godkendtDato: command.dato,
          inddragelse: command.inddragelse,
          ...(command.erstatter === undefined ? {} : { erstatter: command.erstatter }),
        }),
      ];
    case 'ErstatPlan':
      if (state.fase !== 'gaeldende') {
        throw new Afvist('plan-ikke-gaeldende', 'Kun en gældende plan kan erstattes.', { status: 409 });
      }
      return [event(E.PlanErstattet, { ...tilhoer, erstattetAf: command.erstattetAf, dato: command.dato })];
    case 'AfholdOpfoelgning':
      return foelgOp(command, state, context);
    case 'AfslutPlan':
      ikkeFremtid(command.dato, context, 'dato');
      if (state.fase !== 'gaeldende' && state.fase !== 'kladde') {
        throw new Afvist('plan-ikke-aaben', `Planen er allerede ${state.fase}.`, { status: 409 });
      }
      return [event(E.PlanAfsluttet, { ...tilhoer, dato: command.dato, begrundelse: command.begrundelse })];
  }
}

function opret(command: Extract<PlanKommando, { type: 'OpretPlan' }>, state: Plan, context: DecisionContext): readonly E.PlanEvent[] {
  if (state.fase !== 'findes-ikke') {
    throw new Afvist('plan-findes', 'Planen findes allerede.', { status: 409 });
  }
  ikkeFremtid(command.oprettet, context, 'oprettet');
  if (command.regime === 'SEL' && command.plantype !== 'handleplan') {
    throw new Afvist('plantype-findes-ikke', 'Før 1. januar 2024 er planen en handleplan efter serviceloven.', { felt: 'plantype', paragraf: 'SEL § 140' });
  }
  if (command.regime === 'BL' && command.plantype === 'handleplan') {
    throw new Afvist('plantype-ophoert', 'Fra 1. januar 2024 laves barnets plan eller en ungeplan. En ældre handleplan vises, til den bliver revideret.', { felt: 'plantype', paragraf: 'BL §§ 91 og 108' });
  }
  if (command.plantype === 'ungeplan' && command.alder !== undefined && command.alder < 16) {
    throw new Afvist('ungeplan-foer-16', `Ungeplanen laves fra det fyldte 16. år; barnet er ${command.alder}. Lav barnets plan.`, { felt: 'plantype', paragraf: 'BL § 108' });
  }
  const { type: _type, alder: _alder, ...data } = command;
  return [event(E.PlanOprettet, data)];
}

function foelgOp(command: Extract<PlanKommando, { type: 'AfholdOpfoelgning' }>, state: BegyndtPlan, context: DecisionContext): readonly E.PlanEvent[] {
  ikkeFremtid(command.dato, context, 'dato');
  if (state.fase !== 'gaeldende') {
    throw new Afvist('plan-ikke-gaeldende', `Der følges op på en gældende plan; denne er ${state.fase}.`, { status: 409, paragraf: command.regime === 'SEL' ? 'SEL § 70' : 'BL § 95' });
  }
  for (const { maalId } of command.maalstatus) {
    if (!(maalId in state.maal)) {
      throw new Afvist('maal-findes-ikke', 'Et af målene hører ikke til planen.', { felt: 'maalstatus' });
    }
  }
  if (command.udfald !== 'ophoerer') {
    if (command.regime === 'BL' && (command.naesteDato === undefined || command.rytmebegrundelse === undefined)) {
      throw new Afvist('rytme-mangler', 'Opfølgningen er først færdig, når næste opfølgning er besluttet og begrundet over for barn og forældre.', { felt: 'naesteDato', paragraf: 'BL § 95, stk. 3', mangler: ['opfoelgning-rytme'] });
    }
    if (command.naesteDato !== undefined && command.naesteDato <= command.dato) {
      throw new Afvist('naeste-foer-denne', 'Næste opfølgning skal ligge efter denne.', { felt: 'naesteDato' });
    }
    const senest = laegMaanederTil(command.dato, 6);
    if (command.regime === 'SEL' && command.naesteDato !== undefined && command.naesteDato > senest) {
      throw new Afvist('opfoelgning-over-6-maaneder', `Der må højst gå 6 måneder mellem opfølgninger: senest ${senest}.`, { felt: 'naesteDato', paragraf: 'SEL § 70' });
    }
  }
  const { type: _type, ...data } = command;
  return [
    event(E.OpfoelgningAfholdt, {
      planId: state.planId, barnId: state.barnId, sagId: state.sagId,
      ...data, indsatsIder: [...data.indsatsIder], maalstatus: [...data.maalstatus],
    }),
  ];
}

function evolve(state: Plan, e: E.PlanEvent): Plan {
  if (e.type === 'ics.PlanOprettet') {
    const { planId, barnId, sagId, plantype, regime } = e.data;
    return { fase: 'kladde', planId, barnId, sagId, plantype, regime, maal: {}, sidsteOpfoelgning: null };
  }
  if (state.fase === 'findes-ikke') return state;
  switch (e.type) {
    case 'ics.MaalOpstillet':
      return { ...state, maal: { ...state.maal, [e.data.maalId]: { status: 'ikke-begyndt', ...(e.data.fundId === undefined ? {} : { fundId: e.data.fundId }) } } };
    case 'ics.PlanGodkendt':
      return { ...state, fase: 'gaeldende' };
    case 'ics.PlanErstattet':
      return { ...state, fase: 'erstattet' };
    case 'ics.OpfoelgningAfholdt':
      return {
        ...state,
        sidsteOpfoelgning: e.data.dato,
        maal: { ...state.maal, ...Object.fromEntries(e.data.maalstatus.map((m) => [m.maalId, { ...state.maal[m.maalId], status: m.status }])) },
      };
    case 'ics.PlanAfsluttet':
      return { ...state, fase: 'afsluttet' };
  }
}

export function planskridt(plan: Plan): readonly Skridt[] {
  if (plan.fase === 'findes-ikke' || plan.fase === 'erstattet' || plan.fase === 'afsluttet') return [];
  const sel = plan.regime === 'SEL';
  if (plan.fase === 'kladde') {
    return Object.keys(plan.maal).length === 0
      ? [{ kode: 'plan-maal', art: 'skal', tekst: 'Opstil mindst ét konkret mål', hvorfor: 'En plan uden mål kan ikke godkendes', hjemmel: sel ? 'SEL § 140' : 'BL § 92', enkeltsagId: plan.planId }]
      : [{ kode: 'plan-godkendelse', art: 'skal', tekst: 'Godkend planen', hvorfor: 'Planen gælder først, når den er godkendt', hjemmel: sel ? 'SEL § 140' : 'BL § 91', enkeltsagId: plan.planId }];
  }
  return [{ kode: 'plan-opfoelgning', art: 'kan', tekst: 'Følg op på planen', hvorfor: plan.sidsteOpfoelgning === null ? 'Der er endnu ikke fulgt op' : `Der er sidst fulgt op ${plan.sidsteOpfoelgning}`, hjemmel: sel ? 'SEL § 70' : 'BL § 95', enkeltsagId: plan.planId }];
}

export const planDecider: Decider<PlanKommando, E.PlanEvent, Plan> = { kind: 'ics.plan', initial: { fase: 'findes-ikke' }, decide, evolve };

export interface GaeldendePlan {
  readonly planId: string | null;
}

export type GaeldendePlanKommando = { readonly type: 'SkiftGaeldendePlan'; readonly barnId: string; readonly sagId: string; readonly plantype: Plantype; readonly planId?: string; readonly dato: string };

/** Kept apart from the plans so that two plans approved at the same instant cannot both become the valid one. */
export const gaeldendePlanDecider: Decider<GaeldendePlanKommando, E.GaeldendePlanEvent, GaeldendePlan> = {
  kind: 'ics.gaeldende-plan',
  initial: { planId: null },
  decide: ({ type: _type, ...data }) => [event(E.GaeldendePlanSkiftet, data)],
  evolve: (_state, e) => ({ planId: e.data.planId ?? null }),
};
