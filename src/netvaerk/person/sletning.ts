import { type CommandSession } from '../../platform/commands/command.js';
import { type BlindIndex } from '../../platform/eventstore/sealing/blind-index.js';
import { cprIndeksDecider } from '../indeks/cpr_indeks.js';
import { personDecider, type Slettegrund } from './person.js';

/**
 * Records that the person is erased, and lets go of the number, so that somebody with it can be registered anew: under the
 * old id nothing more can be sealed. The key is destroyed afterwards, by the one who holds the keys.
 */
export async function noterSletning(
  session: CommandSession,
  blindIndex: BlindIndex,
  kommune: number,
  personId: string,
  sletning: { readonly grund: Slettegrund; readonly reference: string; readonly aabneForhold: readonly string[] },
): Promise<void> {
  const { state: foer } = await session.state(personDecider, personId);
  await session.decide(personDecider, personId, { type: 'SletPerson', ...sletning }, { mustExist: true });
  const cpr = foer.fase === 'kendt' ? foer.oplysninger.cpr : undefined;
  if (cpr === undefined) return;
  await session.decide(cprIndeksDecider, blindIndex.streamIdFor(kommune, cpr), { type: 'FrigivCpr', personId });
}
