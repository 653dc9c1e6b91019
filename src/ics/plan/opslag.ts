import { type CommandSession } from '../../platform/commands/command.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { kraevAabenSag } from '../../sagsstyring/sagsstyring.public.js';
import { planDecider } from './plan.js';
import { type BegyndtPlan } from './tilstand.js';

/** The plan, for commands that build on it; not found when there is none. */
export async function kraevPlan(session: CommandSession, planId: string): Promise<BegyndtPlan> {
  const { state } = await session.state(planDecider, planId);
  if (state.fase === 'findes-ikke') throw ikkeFundet('plan', planId);
  return state;
}

/** The plan of an open case, for commands that write in it; refused when the case is closed. Only ending a plan is not. */
export async function kraevPlanIAabenSag(session: CommandSession, planId: string): Promise<BegyndtPlan> {
  const plan = await kraevPlan(session, planId);
  await kraevAabenSag(session, plan.sagId);
  return plan;
}
