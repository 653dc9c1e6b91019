import { v5 } from 'uuid';
import { Afvist } from '../../faelles/afvist.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { type Decider } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { type BegyndtPlan, planDecider, type Plantype } from './plan.js';
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

/** Approves a plan and takes those it replaces out of force, in one commit. */
export async function godkendPlan(
  session: CommandSession,
  plan: BegyndtPlan,
  godkendelse: { readonly dato: string; readonly inddragelse: string },
): Promise<void> {
  const { planId, barnId, sagId, plantype } = plan;
  const { dato } = godkendelse;
  const gamle: { readonly type: Plantype; readonly planId: string }[] = [];
  for (const type of AFLOESER[plantype]) {
    const { state } = await session.state(gaeldendePlanDecider, gaeldendePlanId(barnId, type));
    if (state.planId !== null) gamle.push({ type, planId: state.planId });
  }
  const erstatter = gamle[0]?.planId;
  await session.decide(planDecider, planId, {
    type: 'GodkendPlan',
    ...godkendelse,
    ...(erstatter === undefined ? {} : { erstatter }),
  });
  const skift = { type: 'SkiftGaeldendePlan', barnId, sagId, dato } as const;
  for (const gammel of gamle) {
    await session.decide(planDecider, gammel.planId, { type: 'ErstatPlan', erstattetAf: planId, dato });
    if (gammel.type !== plantype) {
      const stroem = gaeldendePlanId(barnId, gammel.type);
      await session.decide(gaeldendePlanDecider, stroem, { ...skift, plantype: gammel.type });
    }
  }
  await session.decide(gaeldendePlanDecider, gaeldendePlanId(barnId, plantype), { ...skift, plantype, planId });
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
