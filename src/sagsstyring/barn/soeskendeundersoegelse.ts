import { type CommandSession } from '../../platform/commands/command.js';
import { sagDecider } from '../sag/sag.js';
import { barnDecider, barnetsStroem } from './barn.js';

/**
 * A brother or sister of the child is placed because of neglect or abuse: an investigation of the child must begin (BL § 21,
 * stk. 2). One that runs already in a case of the child's own is it.
 */
export async function kraevSoeskendeundersoegelse(
  session: CommandSession,
  barnId: string,
  anbringelseId: string,
): Promise<void> {
  const { state: barn } = await session.state(barnDecider, barnetsStroem(barnId));
  for (const sagId of Object.values(barn.aabneSager)) {
    const { state: sag } = await session.state(sagDecider, sagId);
    if (sag.fase !== 'findes-ikke' && Object.values(sag.enkeltsager).some(({ art }) => art === 'bfu')) return;
  }
  await session.decide(barnDecider, barnetsStroem(barnId), { type: 'KraevUndersoegelse', barnId, anbringelseId });
}

/** The investigation has begun, or it is answered that none is demanded; where none was, nothing is written. */
export async function afklarSoeskendeundersoegelse(
  session: CommandSession,
  barnId: string,
  anbringelseId?: string,
): Promise<void> {
  await session.decide(barnDecider, barnetsStroem(barnId), {
    ...{ type: 'AfklarUndersoegelse', barnId },
    ...(anbringelseId === undefined ? {} : { anbringelseId }),
  });
}

/** Whether a placement of a brother or sister still demands an investigation of the child. */
export async function kraevetAfSoeskendesAnbringelse(session: CommandSession, barnId: string): Promise<boolean> {
  const { state } = await session.state(barnDecider, barnetsStroem(barnId));
  return state.soeskendesAnbringelser.length > 0;
}
