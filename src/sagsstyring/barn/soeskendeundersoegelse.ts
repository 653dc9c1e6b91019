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
  const igang = await igangvaerende(session, barnId);
  await session.decide(barnDecider, barnetsStroem(barnId), {
    ...{ type: 'KraevUndersoegelse', barnId, anbringelseId },
    ...(igang === undefined ? {} : { igang }),
  });
}

/** Whether the child has a case that an investigation can begin in, or it has begun already because of the placement. */
export async function kanUndersoeges(session: CommandSession, barnId: string, anbringelseId: string): Promise<boolean> {
  const { state } = await session.state(barnDecider, barnetsStroem(barnId));
  return Object.keys(state.aabneSager).length > 0 || anbringelseId in state.soeskendesUndersoegelser;
}

/** The investigation that runs in a case of the child's own. */
async function igangvaerende(session: CommandSession, barnId: string): Promise<string | undefined> {
  const { state: barn } = await session.state(barnDecider, barnetsStroem(barnId));
  for (const sagId of Object.values(barn.aabneSager)) {
    const { state: sag } = await session.state(sagDecider, sagId);
    if (sag.fase === 'findes-ikke') continue;
    const bfu = Object.entries(sag.enkeltsager).find(([, { art }]) => art === 'bfu');
    if (bfu !== undefined) return bfu[0];
  }
  return undefined;
}

/** The investigation that placements of brothers and sisters demand has begun; where none was demanded, nothing is written. */
export async function begyndSoeskendeundersoegelse(
  session: CommandSession,
  barnId: string,
  undersoegelseId: string,
): Promise<void> {
  await session.decide(barnDecider, barnetsStroem(barnId), { type: 'BegyndUndersoegelse', barnId, undersoegelseId });
}

/** It is given up because the need is gone, which the law lets nobody say without a reason in the placed child's case (§ 21, stk. 3). */
export async function opgivSoeskendeundersoegelse(
  session: CommandSession,
  barnId: string,
  undersoegelseId: string,
): Promise<void> {
  await session.decide(barnDecider, barnetsStroem(barnId), { type: 'OpgivUndersoegelse', barnId, undersoegelseId });
}

/** It is answered that none is demanded because of the placement; where none was, nothing is written. */
export async function afklarSoeskendeundersoegelse(
  session: CommandSession,
  barnId: string,
  anbringelseId: string,
): Promise<void> {
  await session.decide(barnDecider, barnetsStroem(barnId), { type: 'AfklarUndersoegelse', barnId, anbringelseId });
}

/** The placement has ended, and was answered for: what is demanded stands, and what has begun can be given up. */
export async function glemSoeskendeundersoegelse(
  session: CommandSession,
  barnId: string,
  anbringelseId: string,
): Promise<void> {
  await session.decide(barnDecider, barnetsStroem(barnId), { type: 'GlemUndersoegelse', barnId, anbringelseId });
}

/** Whether a placement of a brother or sister still demands an investigation of the child. */
export async function kraevetAfSoeskendesAnbringelse(session: CommandSession, barnId: string): Promise<boolean> {
  const { state } = await session.state(barnDecider, barnetsStroem(barnId));
  return state.soeskendesAnbringelser.length > 0;
}
