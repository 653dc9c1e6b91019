import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { ophoerAnbringelsesgrundlag } from '../../sagsstyring/sagsstyring.public.js';
import { barnetsAnbringelser } from './opslag.js';
import { type BesluttetAnbringelse } from './tilstand.js';

/**
 * What the committee decided until the day carries the placement no more, as the placement now stands; what one of the child's
 * placements still rests on stays. The committee decides about a child, so nothing of it stays for somebody who is of age.
 */
export async function slipUdvalgets(
  session: CommandSession,
  { barnId, sagId }: Pick<BesluttetAnbringelse, 'barnId' | 'sagId'>,
  om: {
    readonly dato: string;
    readonly aarsag: 'hjemgivelse' | 'samtykke' | 'permanent' | 'fyldt-18';
    /** Decisions of a later day are about something else; the day itself when left out. */
    readonly afgjortSenest?: string;
    readonly lov: Lovpakke;
  },
): Promise<void> {
  const anbringelser = om.aarsag === 'fyldt-18' ? [] : await barnetsAnbringelser(session, barnId);
  await ophoerAnbringelsesgrundlag(session, sagId, {
    ...{ afgjortSenest: om.dato, ...om },
    baererEndnu: anbringelser.flatMap((a) => (a.fase === 'ophoert' ? [] : (a.udvalg?.afgoerelseId ?? []))),
  });
}
