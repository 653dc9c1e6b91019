import { type CommandSession } from '../../platform/commands/command.js';
import { Sagslukning } from '../../sagsstyring/sagsstyring.public.js';
import { afslutPlan, gaeldendePlanDecider, gaeldendePlanId } from './gaeldende_plan.js';
import { type Plantype } from './kommandoer.js';
import { kraevPlan } from './opslag.js';

const TYPER: readonly Plantype[] = ['handleplan', 'barnets-plan', 'ungeplan'];

/**
 * The child's valid plans end with the case they were made in. A plan carries measures and is followed up as long as they
 * run (SEL §§ 70 and 140, BL §§ 91 and 95); a case closes only when none runs, and then there is nothing for it to carry.
 */
export class PlanerSlutterMedSagen extends Sagslukning {
  async slutMedSagen(
    session: CommandSession,
    { sagId, barnId, lukket }: { readonly sagId: string; readonly barnId: string; readonly lukket: string },
  ): Promise<void> {
    for (const plantype of TYPER) {
      const { state } = await session.state(gaeldendePlanDecider, gaeldendePlanId(barnId, plantype));
      if (state.planId === null) continue;
      const plan = await kraevPlan(session, state.planId);
      // The child's other case keeps its own plan.
      if (plan.sagId !== sagId) continue;
      const gjaldtFra = plan.godkendt ?? plan.oprettet;
      const dato = gjaldtFra > lukket ? gjaldtFra : lukket;
      await afslutPlan(session, plan, { dato, begrundelse: `Sagen er lukket ${lukket}.` });
    }
  }
}
