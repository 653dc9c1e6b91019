import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type CommandSession } from '../../platform/commands/command.js';
import {
  aabnEnkeltsag,
  afgivSamtykke,
  kraevAabenSag,
  samtykkemangler,
  samtykkerTil,
  type SamtykkeAnmodning,
  type Samtykkesag,
} from '../../sagsstyring/sagsstyring.public.js';
import { personIKommando, samtykkeemner } from '../samtykke/emner.js';
import { findBarnetsPlan, findSamtale } from './grundlag.js';
import { type BevilgIndsats, indsatsDecider } from './indsats.js';
import { type IndsatsAnmodning } from './indsats.dto.js';
import { slaaForslagOp, slaaIndsatsOp } from './katalogopslag.js';

/** Decides on a measure and opens its follow-up in the case, in one commit. */
export async function bevilgIndsats(
  session: CommandSession,
  sagId: string,
  krop: IndsatsAnmodning,
  lov: Lovpakke,
): Promise<string> {
  const { indsatskode, planId, boernesamtale, samtykker, ...resten } = krop;
  const { barnId } = await kraevAabenSag(session, sagId);
  const katalog = slaaIndsatsOp(lov, indsatskode, krop.maalgruppe, krop.afgoerelseDato);
  const regime = lov.regime(krop.afgoerelseDato);
  const { afgoerelseDato } = krop;
  const plan = await findBarnetsPlan(session, planId, barnId, { regime, afgoerelseDato });
  const samtale = await findSamtale(session, sagId, krop.bfuId, boernesamtale);
  const indsatsId = session.context.nytId();
  const tilhoer = { afgoerelseId: indsatsId, barnId, sagId };
  const samtykke = samtykker === undefined ? {} : await efterproevSamtykker(session, tilhoer, samtykker, krop, lov);
  await session.decide(indsatsDecider, indsatsId, {
    type: 'BevilgIndsats',
    ...resten,
    ...{ indsatsId, barnId, sagId, katalog },
    regime,
    kodeGaelder: lov.pgfGaelder(katalog.pgfKode, krop.forventetStart),
    ...(plan === undefined ? {} : { plan }),
    ...(samtale === undefined ? {} : { boernesamtale: samtale }),
    ...samtykke,
  });
  await aabnEnkeltsag(session, sagId, {
    enkeltsagId: indsatsId,
    art: 'indsats-opfoelgning',
    aabnet: krop.afgoerelseDato,
  });
  return indsatsId;
}

/** Records each answer and judges it by the rules of the day of the decision, as a visitation does. */
async function efterproevSamtykker(
  session: CommandSession,
  tilhoer: Pick<Samtykkesag, 'afgoerelseId' | 'barnId' | 'sagId'>,
  svar: readonly SamtykkeAnmodning[],
  { indsatskode, maalgruppe, afgoerelseDato: dato }: IndsatsAnmodning,
  lov: Lovpakke,
): Promise<Pick<BevilgIndsats, 'samtykkeDato' | 'samtykkemangler'>> {
  const { afgoerelseskode, kraeverSamtykke } = slaaForslagOp(lov, indsatskode, maalgruppe, dato);
  const hent = personIKommando(session);
  const emner = await samtykkeemner(hent, tilhoer.barnId, kraeverSamtykke ? [afgoerelseskode] : [], dato, lov);
  for (const et of svar) await afgivSamtykke(session, { ...tilhoer, emner }, { ...et });
  const samtykker = await samtykkerTil(session, tilhoer.afgoerelseId);
  const seneste = svar
    .map((et) => et.dato)
    .sort()
    .at(-1);
  return {
    ...(seneste === undefined ? {} : { samtykkeDato: seneste }),
    samtykkemangler: samtykkemangler(emner, samtykker, { dato }),
  };
}
