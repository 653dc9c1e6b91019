import { type CommandSession } from '../../platform/commands/command.js';

/**
 * What ends with a case and this context does not own. Whoever owns it ends it in the closing's own commit, so that nothing
 * stays in force in a case where nobody may follow up on it.
 */
export abstract class Sagslukning {
  abstract slutMedSagen(
    session: CommandSession,
    sag: { readonly sagId: string; readonly barnId: string; readonly lukket: string },
  ): Promise<void>;
}
