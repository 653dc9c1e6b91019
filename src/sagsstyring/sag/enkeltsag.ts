import { type CommandSession } from '../../platform/commands/command.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { begyndSoeskendeundersoegelse } from '../barn/soeskendeundersoegelse.js';
import { kraevAaben, sagDecider } from './sag.js';
import { type BegyndtSag, type EnkeltsagArt, type Indsatsart } from './tilstand.js';

/** The case, open or closed; not found when it does not exist. */
export async function kraevSag(session: CommandSession, sagId: string): Promise<BegyndtSag> {
  const { state } = await session.state(sagDecider, sagId);
  if (state.fase === 'findes-ikke') throw ikkeFundet('sag', sagId);
  return state;
}

/** The open case, for commands of other contexts; not found when it does not exist, refused when it is closed. */
export async function kraevAabenSag(session: CommandSession, sagId: string): Promise<BegyndtSag> {
  return kraevAaben(await kraevSag(session, sagId));
}

/** Opens a delproces in the case in the same commit; `enkeltsagId` is the id of the notification, investigation or measure. */
export async function aabnEnkeltsag(
  session: CommandSession,
  sagId: string,
  enkeltsag: { readonly enkeltsagId: string; readonly art: EnkeltsagArt; readonly aabnet: string },
): Promise<void> {
  const sag = await session.decide(sagDecider, sagId, { type: 'AabnEnkeltsag', ...enkeltsag }, { mustExist: true });
  if (enkeltsag.art === 'bfu' && sag.fase !== 'findes-ikke')
    await begyndSoeskendeundersoegelse(session, sag.barnId, enkeltsag.enkeltsagId);
}

/** Ends a delproces in the case in the same commit. */
export async function afslutEnkeltsag(
  session: CommandSession,
  sagId: string,
  enkeltsag: { readonly enkeltsagId: string; readonly afsluttet: string },
): Promise<void> {
  await session.decide(sagDecider, sagId, { type: 'AfslutEnkeltsag', ...enkeltsag }, { mustExist: true });
}

/** Tells the case that a measure ran from another day than was said; what has ended has still ended. */
export async function retIndsatsstatus(
  session: CommandSession,
  sagId: string,
  { indsatsId, fra, til }: { readonly indsatsId: string; readonly fra: string; readonly til: string | null },
): Promise<void> {
  await noterIndsatsstatus(session, sagId, { indsatsId, igang: true, dato: fra });
  if (til !== null) await noterIndsatsstatus(session, sagId, { indsatsId, igang: false, dato: til });
}

/** Tells the case that a measure runs or has ended, so that notifications know when a re-assessment is needed. */
export async function noterIndsatsstatus(
  session: CommandSession,
  sagId: string,
  status: { readonly indsatsId: string; readonly art?: Indsatsart; readonly igang: boolean; readonly dato: string },
): Promise<void> {
  await session.decide(sagDecider, sagId, { type: 'NoterIndsatsstatus', ...status }, { mustExist: true });
}
