import { Afvist } from '../../faelles/afvist.js';
import { type Skridt } from '../../faelles/skridt.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { ikkeFoer, ikkeIFremtiden } from '../datoer.js';
import { kraevRytme, type Opfoelgning, type Regime } from './opfoelgning.js';
import * as E from './plan.events.js';

export type Plantype = 'handleplan' | 'barnets-plan' | 'ungeplan';
export type Maalstatus = 'ikke-begyndt' | 'i-gang' | 'delvist-naaet' | 'naaet' | 'opgivet';

export interface BegyndtPlan {
  readonly fase: 'kladde' | 'gaeldende' | 'erstattet' | 'afsluttet';
  readonly planId: string;
  readonly barnId: string;
  readonly sagId: string;
  readonly plantype: Plantype;
  readonly regime: Regime;
  readonly oprettet: string;
  /** The investigation that the plan builds on. */
  readonly bfuId: string | null;
  readonly godkendt: string | null;
  readonly maal: Readonly<Record<string, { readonly status: Maalstatus; readonly fundId?: string }>>;
  readonly sidsteOpfoelgning: string | null;
}

export type Plan = { readonly fase: 'findes-ikke' } | BegyndtPlan;

export interface OpretPlan {
  readonly type: 'OpretPlan';
  readonly planId: string;
  readonly barnId: string;
  readonly sagId: string;
  readonly plantype: Plantype;
  readonly regime: Regime;
  readonly oprettet: string;
  readonly bfuId?: string;
  readonly formaal: string;
  /** The child's age on the day, when it is known. */
  readonly alder?: number;
}

export interface OpstilMaal {
  readonly type: 'OpstilMaal';
  /** Local date; today when left out. */
  readonly dato?: string;
  readonly maalId: string;
  readonly tema?: string;
  /** The finding that the goal is drawn from, as it was worded in that version of the investigation. */
  readonly kilde?: {
    readonly bfuId: string;
    readonly fundId: string;
    readonly version: number;
    readonly tekst: string;
  };
  readonly maal: string;
  readonly ansvarlig?: string;
  readonly succesindikator?: string;
}

export interface AfholdOpfoelgning extends Opfoelgning {
  readonly type: 'AfholdOpfoelgning';
  readonly maalstatus: readonly { readonly maalId: string; readonly status: Maalstatus }[];
}

export type PlanKommando =
  | OpretPlan
  | OpstilMaal
  | AfholdOpfoelgning
  | {
      readonly type: 'GodkendPlan';
      readonly dato: string;
      readonly inddragelse: string;
      /** The plan that was valid until now. */
      readonly erstatter?: string;
    }
  | { readonly type: 'ErstatPlan'; readonly erstattetAf: string; readonly dato: string }
  | { readonly type: 'AfslutPlan'; readonly dato: string; readonly begrundelse: string };

const tilhoer = ({ planId, barnId, sagId }: BegyndtPlan) => ({ planId, barnId, sagId });

function decide(command: PlanKommando, state: Plan, context: DecisionContext): readonly E.PlanEvent[] {
  if (command.type === 'OpretPlan') return opret(command, state, context);
  if (state.fase === 'findes-ikke') {
    throw new Afvist('plan-findes-ikke', 'Planen findes ikke.');
  }
  switch (command.type) {
    case 'OpstilMaal':
      return opstilMaal(command, state, context);
    case 'GodkendPlan': {
      ikkeIFremtiden(command.dato, context, 'dato');
      ikkeFoer(command.dato, state.oprettet, 'dato', 'Planen kan ikke være godkendt, før den blev oprettet');
      if (state.fase !== 'kladde') {
        throw new Afvist('plan-ikke-kladde', `Planen er ${state.fase} og kan ikke godkendes igen.`, { status: 409 });
      }
      if (Object.keys(state.maal).length === 0) {
        throw new Afvist('plan-uden-maal', 'Planen skal have mindst ét konkret mål.', {
          paragraf: state.regime === 'SEL' ? 'SEL § 140' : 'BL § 92',
          mangler: ['plan-maal'],
        });
      }
      const { type: _type, dato, ...data } = command;
      return [event(E.PlanGodkendt, { ...tilhoer(state), plantype: state.plantype, godkendtDato: dato, ...data })];
    }
    case 'ErstatPlan':
      if (state.fase !== 'gaeldende') {
        throw new Afvist('plan-ikke-gaeldende', 'Kun en gældende plan kan erstattes.', { status: 409 });
      }
      ikkeFoer(
        command.dato,
        state.godkendt ?? state.oprettet,
        'dato',
        'Den plan, der erstattes, gjaldt først fra en senere dato',
      );
      return [event(E.PlanErstattet, { ...tilhoer(state), erstattetAf: command.erstattetAf, dato: command.dato })];
    case 'AfholdOpfoelgning':
      return foelgOp(command, state, context);
    case 'AfslutPlan':
      ikkeIFremtiden(command.dato, context, 'dato');
      ikkeFoer(command.dato, state.oprettet, 'dato', 'Planen kan ikke være afsluttet, før den blev oprettet');
      if (state.fase !== 'gaeldende' && state.fase !== 'kladde') {
        throw new Afvist('plan-ikke-aaben', `Planen er allerede ${state.fase}.`, { status: 409 });
      }
      return [event(E.PlanAfsluttet, { ...tilhoer(state), dato: command.dato, begrundelse: command.begrundelse })];
  }
}

function opret(command: OpretPlan, state: Plan, context: DecisionContext): readonly E.PlanEvent[] {
  if (state.fase !== 'findes-ikke') {
    throw new Afvist('plan-findes', 'Planen findes allerede.', { status: 409 });
  }
  ikkeIFremtiden(command.oprettet, context, 'oprettet');
  if (command.regime === 'SEL' && command.plantype !== 'handleplan') {
    throw new Afvist('plantype-findes-ikke', 'Før 1. januar 2024 er planen en handleplan efter serviceloven.', {
      felt: 'plantype',
      paragraf: 'SEL § 140',
    });
  }
  if (command.regime === 'BL' && command.plantype === 'handleplan') {
    throw new Afvist(
      'plantype-ophoert',
      'Fra 1. januar 2024 laves barnets plan eller en ungeplan. En ældre handleplan vises, til den bliver revideret.',
      { felt: 'plantype', paragraf: 'BL §§ 91 og 108' },
    );
  }
  if (command.plantype === 'ungeplan' && command.alder !== undefined && command.alder < 16) {
    throw new Afvist(
      'ungeplan-foer-16',
      `Ungeplanen laves fra det fyldte 16. år; barnet er ${String(command.alder)}. Lav barnets plan.`,
      { felt: 'plantype', paragraf: 'BL § 108' },
    );
  }
  if (command.plantype === 'barnets-plan' && command.alder !== undefined && command.alder >= 16) {
    throw new Afvist(
      'ungeplan-fra-16',
      `Den unge er ${String(command.alder)} år. Fra det fyldte 16. år laves en ungeplan i stedet for barnets plan.`,
      { felt: 'plantype', paragraf: 'BL § 108' },
    );
  }
  const { type: _type, alder: _alder, ...data } = command;
  return [event(E.PlanOprettet, data)];
}

function opstilMaal(command: OpstilMaal, state: BegyndtPlan, context: DecisionContext): readonly E.PlanEvent[] {
  if (state.fase !== 'kladde') {
    throw new Afvist(
      'plan-ikke-kladde',
      'Mål opstilles i en kladde. Opret en ny plan for at revidere den gældende; den gamle kan fortsat læses.',
      { status: 409 },
    );
  }
  if (state.regime === 'SEL' && command.tema === undefined) {
    throw new Afvist(
      'maal-uden-tema',
      'Under serviceloven skal et mål knyttes til et tema fra den børnefaglige undersøgelse.',
      { felt: 'tema', paragraf: 'SEL § 140' },
    );
  }
  const { type: _type, kilde, dato = context.iDag, ...data } = command;
  ikkeIFremtiden(dato, context, 'dato');
  return [
    event(E.MaalOpstillet, {
      ...tilhoer(state),
      dato,
      ...data,
      ...(kilde === undefined
        ? {}
        : { bfuId: kilde.bfuId, fundId: kilde.fundId, kildeversion: kilde.version, kildetekst: kilde.tekst }),
    }),
  ];
}

function foelgOp(command: AfholdOpfoelgning, state: BegyndtPlan, context: DecisionContext): readonly E.PlanEvent[] {
  ikkeIFremtiden(command.dato, context, 'dato');
  if (state.fase !== 'gaeldende') {
    throw new Afvist('plan-ikke-gaeldende', `Der følges op på en gældende plan; denne er ${state.fase}.`, {
      status: 409,
      paragraf: command.regime === 'SEL' ? 'SEL § 70' : 'BL § 95',
    });
  }
  ikkeFoer(
    command.dato,
    state.godkendt ?? state.oprettet,
    'dato',
    'Der kan ikke følges op på planen, før den blev godkendt',
  );
  for (const { maalId } of command.maalstatus) {
    if (!(maalId in state.maal)) {
      throw new Afvist('maal-findes-ikke', 'Et af målene hører ikke til planen.', { felt: 'maalstatus' });
    }
  }
  kraevRytme(command);
  const { type: _type, indsatsIder, maalstatus, ...data } = command;
  return [
    event(E.OpfoelgningAfholdt, {
      ...tilhoer(state),
      ...data,
      indsatsIder: [...indsatsIder],
      maalstatus: maalstatus.map(({ maalId, status }) => ({ maalId, status })),
    }),
  ];
}

function evolve(state: Plan, e: E.PlanEvent): Plan {
  if (e.type === 'ics.PlanOprettet') {
    const { planId, barnId, sagId, plantype, regime, oprettet } = e.data;
    const ids = { planId, barnId, sagId, plantype, regime, oprettet };
    return { fase: 'kladde', ...ids, bfuId: e.data.bfuId ?? null, godkendt: null, maal: {}, sidsteOpfoelgning: null };
  }
  if (state.fase === 'findes-ikke') return state;
  switch (e.type) {
    case 'ics.MaalOpstillet': {
      const { maalId, fundId } = e.data;
      const maal = { status: 'ikke-begyndt', ...(fundId === undefined ? {} : { fundId }) } as const;
      return { ...state, maal: { ...state.maal, [maalId]: maal } };
    }
    case 'ics.PlanGodkendt':
      return { ...state, fase: 'gaeldende', godkendt: e.data.godkendtDato };
    case 'ics.PlanErstattet':
      return { ...state, fase: 'erstattet' };
    case 'ics.OpfoelgningAfholdt': {
      const nye = e.data.maalstatus.map(({ maalId, status }) => [maalId, { ...state.maal[maalId], status }] as const);
      return { ...state, sidsteOpfoelgning: e.data.dato, maal: { ...state.maal, ...Object.fromEntries(nye) } };
    }
    case 'ics.PlanAfsluttet':
      return { ...state, fase: 'afsluttet' };
  }
}

/** What the plan needs next. */
export function planskridt(plan: Plan): readonly Skridt[] {
  if (plan.fase === 'findes-ikke') return [];
  const sel = plan.regime === 'SEL';
  const enkeltsagId = plan.planId;
  switch (plan.fase) {
    case 'erstattet':
    case 'afsluttet':
      return [];
    case 'gaeldende': {
      const sidst = plan.sidsteOpfoelgning;
      return [
        {
          kode: 'plan-opfoelgning',
          art: 'kan',
          tekst: 'Følg op på planen',
          hvorfor: sidst === null ? 'Der er endnu ikke fulgt op' : `Der er sidst fulgt op ${sidst}`,
          hjemmel: sel ? 'SEL § 70' : 'BL § 95',
          enkeltsagId,
        },
        {
          kode: 'plan-aendring',
          art: 'maa-ikke',
          tekst: 'Ret ikke i den gældende plan; opret en ny, når den skal revideres',
          hvorfor: 'Det, familien har set, skal blive ved med at kunne læses',
          hjemmel: planhjemmel(plan),
          enkeltsagId,
        },
      ];
    }
    case 'kladde': {
      const uden = Object.keys(plan.maal).length === 0;
      return [
        {
          kode: uden ? 'plan-maal' : 'plan-godkendelse',
          art: 'skal',
          tekst: uden ? 'Opstil mindst ét konkret mål' : 'Godkend planen',
          hvorfor: uden ? 'En plan uden mål kan ikke godkendes' : 'Planen gælder først, når den er godkendt',
          hjemmel: uden ? (sel ? 'SEL § 140' : 'BL § 92') : planhjemmel(plan),
          enkeltsagId,
          frister: planfrister(plan),
        },
      ];
    }
  }
}

/** Why nothing is to be done with the plan; undefined when there is. */
export function planhvile(plan: Plan): string | undefined {
  switch (plan.fase) {
    case 'erstattet':
      return 'Planen er erstattet af en nyere plan';
    case 'afsluttet':
      return 'Planen er afsluttet';
    default:
      return undefined;
  }
}

function planhjemmel(plan: BegyndtPlan): string {
  if (plan.regime === 'SEL') return 'SEL § 140';
  return plan.plantype === 'ungeplan' ? 'BL § 108' : 'BL § 91';
}

// Some of the rules count for the case, some for the plan that was decided with the measure.
function planfrister({ planId, sagId }: BegyndtPlan): NonNullable<Skridt['frister']> {
  return [
    ...['barnets-plan-stoettende-indsats', 'ungeplan'].map((regel) => ({ regel, noegle: planId })),
    ...['handleplan-sel', 'barnets-plan', 'handleplan-lokal-6-uger'].map((regel) => ({ regel, noegle: sagId })),
  ];
}

export const planDecider: Decider<PlanKommando, E.PlanEvent, Plan> = {
  kind: 'ics.plan',
  initial: { fase: 'findes-ikke' },
  decide,
  evolve,
};
