import { type CommandSession } from '../../platform/commands/command.js';
import { afslutEnkeltsag, noterIndsatsstatus } from '../../sagsstyring/sagsstyring.public.js';
import { slipUbesvarede } from './soeskende_forloeb.js';
import { type BesluttetAnbringelse } from './tilstand.js';

/** The case no longer has the placement running. */
export async function afslut(session: CommandSession, a: BesluttetAnbringelse, dato: string): Promise<void> {
  if (a.fase === 'ivaerksat')
    await noterIndsatsstatus(session, a.sagId, { indsatsId: a.anbringelseId, igang: false, dato });
  await slipUbesvarede(session, a);
  await afslutEnkeltsag(session, a.sagId, { enkeltsagId: a.anbringelseId, afsluttet: dato });
}
