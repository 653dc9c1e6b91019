import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { aabnEnkeltsag, kraevAabenSag } from '../../sagsstyring/sagsstyring.public.js';
import { findBarnetsPlan, findSamtale } from './grundlag.js';
import { indsatsDecider } from './indsats.js';
import { type IndsatsAnmodning } from './indsats.dto.js';
import { slaaIndsatsOp } from './katalogopslag.js';

/** Decides on a measure and opens its follow-up in the case, in one commit. */
export async function bevilgIndsats(
  session: CommandSession,
  sagId: string,
  krop: IndsatsAnmodning,
  lov: Lovpakke,
): Promise<string> {
  const { indsatskode, planId, boernesamtale, ...resten } = krop;
  const { barnId } = await kraevAabenSag(session, sagId);
  const katalog = slaaIndsatsOp(lov, indsatskode, krop.maalgruppe, krop.afgoerelseDato);
  const plan = await findBarnetsPlan(session, planId, barnId);
  const samtale = await findSamtale(session, sagId, krop.bfuId, boernesamtale);
  const indsatsId = session.context.nytId();
  await session.decide(indsatsDecider, indsatsId, {
    type: 'BevilgIndsats',
    ...resten,
    ...{ indsatsId, barnId, sagId, katalog },
    regime: lov.regime(krop.afgoerelseDato),
    kodeGaelder: lov.pgfGaelder(katalog.pgfKode, krop.forventetStart),
    ...(plan === undefined ? {} : { plan }),
    ...(samtale === undefined ? {} : { boernesamtale: samtale }),
  });
  await aabnEnkeltsag(session, sagId, {
    enkeltsagId: indsatsId,
    art: 'indsats-opfoelgning',
    aabnet: krop.afgoerelseDato,
  });
  return indsatsId;
}
