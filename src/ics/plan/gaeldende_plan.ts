import { v5 } from 'uuid';
import { Afvist } from '../../faelles/afvist.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { type Decider } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { type Plantype, type Regime, type Revideretplan } from './kommandoer.js';
import { planDecider } from './plan.js';
import { type BegyndtPlan } from './tilstand.js';
import { type GaeldendePlanEvent, GaeldendePlanSkiftet } from './plan.events.js';

// Fixed for ever: the ids of the streams that say which plan is valid are made with it.
const NAVNERUM = '6f4a2c1e-8d3b-5b7a-9c0d-1e2f3a4b5c6d';

/** The stream that says which plan of a type is valid for a child. */
export function gaeldendePlanId(barnId: string, plantype: Plantype): string {
  return v5(`${barnId}:${plantype}`, NAVNERUM);
}

export interface GaeldendePlan {
  readonly planId: string | null;
}

export interface SkiftGaeldendePlan {
  readonly type: 'SkiftGaeldendePlan';
  readonly barnId: string;
  readonly sagId: string;
  readonly plantype: Plantype;
  /** Absent: none is valid any more. */
  readonly planId?: string;
  readonly dato: string;
}

/** Kept apart from the plans so that two plans approved at the same instant cannot both become the valid one. */
export const gaeldendePlanDecider: Decider<SkiftGaeldendePlan, GaeldendePlanEvent, GaeldendePlan> = {
  kind: 'ics.gaeldende-plan',
  initial: { planId: null },
  decide: ({ type: _type, ...data }, state) => {
    if ((data.planId ?? null) === state.planId) {
      throw new Afvist('plan-gaelder-allerede', 'Planen er allerede barnets gældende plan.', { status: 409 });
    }
    return [event(GaeldendePlanSkiftet, data)];
  },
  evolve: (_state, e) => ({ planId: e.data.planId ?? null }),
};

/**
 * The plans that a new one takes the place of. A handleplan from before 2024 is shown until it is revised into barnets plan
 * or a ungeplan, and from the age of 16 the ungeplan is made instead of barnets plan (BL § 108).
 */
const AFLOESER: Readonly<Record<Plantype, readonly Plantype[]>> = {
  handleplan: ['handleplan'],
  'barnets-plan': ['barnets-plan', 'handleplan'],
  ungeplan: ['ungeplan', 'barnets-plan', 'handleplan'],
};

interface Plangodkendelse {
  readonly dato: string;
  readonly regime: Regime;
  readonly inddragelse: string;
  readonly alder?: number;
}

/** Approves a plan and takes those it replaces out of force, in one commit. */
export async function godkendPlan(
  session: CommandSession,
  plan: BegyndtPlan,
  godkendelse: Plangodkendelse,
): Promise<void> {
  const { planId, barnId, sagId, plantype } = plan;
  const { dato } = godkendelse;
  const afloeste = await planerDerAfloeses(session, plan);
  const revideret = await planenDerRevideres(session, plan);
  // The one it revises is among them, and first when there are several.
  const erstatter = afloeste.find((a) => a.planId === plan.reviderer)?.planId ?? afloeste[0]?.planId;
  await session.decide(planDecider, planId, {
    type: 'GodkendPlan',
    ...godkendelse,
    ...(erstatter === undefined ? {} : { erstatter }),
    ...(revideret === undefined ? {} : { revideret }),
  });
  for (const { planId: gammel } of afloeste) {
    await session.decide(planDecider, gammel, { type: 'ErstatPlan', erstattetAf: planId, dato });
  }
  const skift = { type: 'SkiftGaeldendePlan', barnId, sagId, dato } as const;
  await session.decide(gaeldendePlanDecider, gaeldendePlanId(barnId, plantype), { ...skift, plantype, planId });
  for (const { plantype: anden } of afloeste) {
    if (anden === plantype) continue;
    await session.decide(gaeldendePlanDecider, gaeldendePlanId(barnId, anden), { ...skift, plantype: anden });
  }
}

async function planenDerRevideres(session: CommandSession, plan: BegyndtPlan): Promise<Revideretplan | undefined> {
  if (plan.reviderer === null) return undefined;
  const { state } = await session.state(planDecider, plan.reviderer);
  if (state.fase === 'findes-ikke') return undefined;
  const { planversion, fase, erstattetAf } = state;
  return { planversion, gaeldende: fase === 'gaeldende', erstattetAf };
}

/** The valid plans of the types that this one replaces, and the one that it revises. */
async function planerDerAfloeses(
  session: CommandSession,
  plan: BegyndtPlan,
): Promise<readonly { readonly planId: string; readonly plantype: Plantype }[]> {
  const { barnId, plantype, reviderer } = plan;
  const revideret = reviderer === null ? undefined : (await session.state(planDecider, reviderer)).state;
  const typer = new Set<Plantype>(AFLOESER[plantype]);
  if (revideret?.fase === 'gaeldende') typer.add(revideret.plantype);
  const gaeldende = await Promise.all(
    [...typer].map(async (type) => {
      const { state } = await session.state(gaeldendePlanDecider, gaeldendePlanId(barnId, type));
      return state.planId === null ? [] : [{ planId: state.planId, plantype: type }];
    }),
  );
  return gaeldende.flat();
}

/** Ends a plan; when it was the valid one, the child has none of that type any more. */
export async function afslutPlan(
  session: CommandSession,
  plan: BegyndtPlan,
  afslutning: { readonly dato: string; readonly begrundelse: string },
): Promise<void> {
  const { planId, barnId, sagId, plantype } = plan;
  await session.decide(planDecider, planId, { type: 'AfslutPlan', ...afslutning });
  const stroem = gaeldendePlanId(barnId, plantype);
  if ((await session.state(gaeldendePlanDecider, stroem)).state.planId === planId) {
    const { dato } = afslutning;
    await session.decide(gaeldendePlanDecider, stroem, { type: 'SkiftGaeldendePlan', barnId, sagId, plantype, dato });
  }
}
