import { alder } from '../../faelles/alder.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { personDecider } from '../../netvaerk/netvaerk.public.js';

/** The child's age in whole years on a day; undefined when the date of birth is not known. */
export async function alderAf(session: CommandSession, barnId: string, dato: string): Promise<number | undefined> {
  const { state } = await session.state(personDecider, barnId);
  const foedt = state.fase === 'ukendt' ? undefined : state.oplysninger.foedselsdato;
  // A destroyed date of birth reads as a mark of deletion, and a child without one has no age that is known.
  return foedt === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(foedt) ? undefined : alder(foedt, dato);
}
