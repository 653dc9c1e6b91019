import { type Fristparametre } from '../../faelles/frist.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { parametrePaa, serviceniveauStroem } from './kommunevalg.js';
import { serviceniveauDecider } from './serviceniveauer.js';

/** What the municipality has chosen on a date where the law is open, so that a date given in an answer is that of the deadline view. */
export async function kommunensValg(session: CommandSession, kommune: number, dato: string): Promise<Fristparametre> {
  const { state } = await session.state(serviceniveauDecider, serviceniveauStroem(kommune));
  return parametrePaa(state, dato);
}
