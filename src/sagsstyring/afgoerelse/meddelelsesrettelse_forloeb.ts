import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { retKlagefrister } from '../klage/klage_forloeb.js';
import { valgForBreve } from '../serviceniveauer/kommunens_valg.js';
import { afgoerelseDecider } from './afgoerelse.js';
import { ansesForModtaget, BREVREGEL } from './modtagelse.js';
import { kraevAfgoerelse } from './traeffelse.js';

/** Puts right when a decision was sent to a party or reached it; the time for appeal follows, also of complaints that have come. */
export async function retMeddelelsen(
  session: CommandSession,
  lov: Lovpakke,
  kommune: number,
  rettelse: { readonly afgoerelseId: string; readonly meddelelseId: string; readonly begrundelse: string } & (
    { readonly sendt: string } | { readonly modtaget: string }
  ),
): Promise<{ readonly meddelelseId: string; readonly modtaget: string }> {
  const { afgoerelseId, meddelelseId, begrundelse } = rettelse;
  const { meddelelser, sagId } = await kraevAfgoerelse(session, afgoerelseId);
  const meddelelse = meddelelser.find((m) => m.meddelelseId === meddelelseId);
  if (meddelelse === undefined) throw ikkeFundet('meddelelse', meddelelseId);
  const regnet = async (sendt: string): Promise<string> =>
    ansesForModtaget(lov, meddelelse.maade, sendt, await valgForBreve(session, kommune, BREVREGEL, sendt));
  let { modtaget } = meddelelse;
  if ('sendt' in rettelse) {
    // A receipt that is known, and not reckoned from the day it was sent, is not moved by that.
    if ((await regnet(meddelelse.sendt)) === modtaget) modtaget = await regnet(rettelse.sendt);
    const { sendt } = rettelse;
    await session.decide(afgoerelseDecider, afgoerelseId, {
      ...{ type: 'RetAfsendelse', meddelelseId, sendt, modtaget, begrundelse },
    });
  } else {
    ({ modtaget } = rettelse);
    await session.decide(afgoerelseDecider, afgoerelseId, {
      ...{ type: 'RetModtagelse', meddelelseId, modtaget, begrundelse },
    });
  }
  await retKlagefrister(session, lov, kommune, { sagId, meddelelseId, modtaget }, begrundelse);
  return { meddelelseId, modtaget };
}
