import { personDecider } from '../../netvaerk/netvaerk.public.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { mellemkommunalDecider } from '../mellemkommunal/mellemkommunal.js';
import { sagDecider } from '../sag/sag.js';
import { barnDecider, barnetsStroem, type Barnesager } from './barn.js';
import { barnetsAlder } from './barnets_alder.js';

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

/** Whether the placement of a brother or sister demands an investigation of the child that has not begun. */
export async function kraevesUndersoegelse(
  session: CommandSession,
  barnId: string,
  anbringelseId: string,
): Promise<boolean> {
  const { state } = await session.state(barnDecider, barnetsStroem(barnId));
  return state.soeskendesAnbringelser.includes(anbringelseId);
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

const MYNDIG = 18;

interface Flytteforhold {
  readonly dato: string;
  /** When the child moves, as the notification to the new municipality says; null when it is not known. */
  readonly flytter: (mellemkommunalId: string) => string | null;
}

/**
 * Whether the case is where the investigation must begin, so that it is not closed before: the child is under 18, has no
 * other open case, and has not moved to a municipality that was told since it was demanded (BL § 21, stk. 2, and § 132).
 */
export function holderSagenAaben(
  barn: Barnesager,
  sagId: string,
  om: Flytteforhold & {
    /** Whole years on the day; null when the date of birth is not known. */
    readonly alder: number | null;
  },
): boolean {
  if (barn.soeskendesAnbringelser.length === 0 || (om.alder !== null && om.alder >= MYNDIG)) return false;
  if (Object.values(barn.aabneSager).some((anden) => anden !== sagId)) return false;
  return !erFlyttet(barn, om);
}

/** Since the investigation was demanded, the child has moved to a municipality that was told, and takes it over (§ 132). */
export function erFlyttet(barn: Barnesager, { dato, flytter }: Flytteforhold): boolean {
  return barn.flytninger.some((id) => {
    const dag = flytter(id);
    return dag !== null && dag <= dato;
  });
}

/** `holderSagenAaben` inside a command. */
export async function kraeverUndersoegelseFoerLukning(
  session: CommandSession,
  barnId: string,
  sagId: string,
  dato: string,
): Promise<boolean> {
  const { state: barn } = await session.state(barnDecider, barnetsStroem(barnId));
  const flytter = new Map<string, string>();
  for (const id of barn.flytninger) {
    const { state } = await session.state(mellemkommunalDecider, id);
    if (state.fase !== 'findes-ikke') flytter.set(id, state.flytter);
  }
  const { state: person } = await session.state(personDecider, barnId);
  return holderSagenAaben(barn, sagId, {
    alder: barnetsAlder(person, dato),
    dato,
    flytter: (id) => flytter.get(id) ?? null,
  });
}

/** Whether a placement of a brother or sister still demands an investigation of the child. */
export async function kraevetAfSoeskendesAnbringelse(session: CommandSession, barnId: string): Promise<boolean> {
  const { state } = await session.state(barnDecider, barnetsStroem(barnId));
  return state.soeskendesAnbringelser.length > 0;
}
