import { type CommandSession } from '../../platform/commands/command.js';
import { kraevRisikovurdering } from '../parter/brevregler.js';
import { underretningDecider } from '../underretning/underretning.js';
import { barnDecider, barnetsStroem } from './barn.js';

/**
 * Whether there are signs of an honour-related conflict that nobody has assessed the risk of. Until then no letter may go
 * to parents or network (BL § 18, stk. 3). Under serviceloven no such rule has been read.
 */
export async function manglerRisikovurdering(
  session: CommandSession,
  barnId: string,
  regime: 'SEL' | 'BL',
): Promise<boolean> {
  if (regime === 'SEL') return false;
  const { state: barn } = await session.state(barnDecider, barnetsStroem(barnId));
  const underretninger = await Promise.all(barn.underretninger.map((id) => session.state(underretningDecider, id)));
  return underretninger.some(
    ({ state: u }) => u.fase !== 'findes-ikke' && u.fase !== 'annulleret' && u.aeresrelateret && !u.risikovurderet,
  );
}

/** The same gate for what other contexts do with parents and network: talks as well as letters. */
export async function kraevRisikoenVurderet(
  session: CommandSession,
  barnId: string,
  regime: 'SEL' | 'BL',
): Promise<void> {
  kraevRisikovurdering(await manglerRisikovurdering(session, barnId, regime));
}
