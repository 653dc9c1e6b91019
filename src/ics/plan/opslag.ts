import { type CommandSession } from '../../platform/commands/command.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { type BegyndtPlan, planDecider } from './plan.js';

/** The plan, for commands that build on it; not found when there is none. */
export async function kraevPlan(session: CommandSession, planId: string): Promise<BegyndtPlan> {
  const { state } = await session.state(planDecider, planId);
  if (state.fase === 'findes-ikke') throw ikkeFundet('plan', planId);
  return state;
}
