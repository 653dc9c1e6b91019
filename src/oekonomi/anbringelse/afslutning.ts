import { type CommandSession } from '../../platform/commands/command.js';
import { afslutEnkeltsag, noterIndsatsstatus } from '../../sagsstyring/sagsstyring.public.js';
import { slipSoeskende } from './soeskende_forloeb.js';
import { type BesluttetAnbringelse } from './tilstand.js';

/** The case no longer has the placement running; `erstattet`: another took its place before it began. */
export async function afslut(
  session: CommandSession,
  a: BesluttetAnbringelse,
  dato: string,
  erstattet = false,
): Promise<void> {
  if (a.fase === 'ivaerksat')
    await noterIndsatsstatus(session, a.sagId, { indsatsId: a.anbringelseId, igang: false, dato });
  await slipSoeskende(session, a, erstattet);
  await afslutEnkeltsag(session, a.sagId, { enkeltsagId: a.anbringelseId, afsluttet: dato });
}
