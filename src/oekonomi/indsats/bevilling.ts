import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type CommandSession } from '../../platform/commands/command.js';
import {
  aabnEnkeltsag,
  afgivSamtykke,
  kraevAabenSag,
  kraevAfgoerelsesart,
  samtykkemangler,
  samtykkerTil,
  traefAfgoerelse,
  type SamtykkeAnmodning,
  type Samtykkesag,
} from '../../sagsstyring/sagsstyring.public.js';
import { kraevPerson } from '../../netvaerk/netvaerk.public.js';
import { alderPaa } from '../barnet/barnet.js';
import { personIKommando, samtykkeemner } from '../samtykke/emner.js';
import { findBarnetsPlan, findSamtale } from './grundlag.js';
import { type BevilgIndsats, indsatsDecider } from './indsats.js';
import { type IndsatsAnmodning } from './indsats.dto.js';
import { slaaForslagOp, slaaIndsatsOp } from './katalogopslag.js';
import { kraevVisitationen } from './krav.js';

/** Decides on a measure and opens its follow-up in the case, in one commit. */
export async function bevilgIndsats(
  session: CommandSession,
  sagId: string,
  krop: IndsatsAnmodning,
  lov: Lovpakke,
): Promise<{ readonly indsatsId: string; readonly afgoerelseId: string | null }> {
  const { indsatskode, planId, boernesamtale, samtykker, ...resten } = krop;
  const { barnId } = await kraevAabenSag(session, sagId);
  const { afgoerelseDato, overtaget, begrundelse } = krop;
  const gyldig = slaaIndsatsOp(lov, indsatskode, krop.maalgruppe, afgoerelseDato);
  const post = slaaForslagOp(lov, indsatskode, krop.maalgruppe, afgoerelseDato);
  const katalog = post.katalog ?? gyldig;
  const regime = lov.regime(afgoerelseDato);
  kraevVisitationen(post.kraeverSamtykke, overtaget, regime);
  const alder = alderPaa(await kraevPerson(session, barnId), afgoerelseDato);
  const plan = await findBarnetsPlan(session, planId, barnId, { regime, afgoerelseDato });
  const samtale = await findSamtale(session, sagId, krop.bfuId, boernesamtale);
  const indsatsId = session.context.nytId();
  const tilhoer = { afgoerelseId: indsatsId, barnId, sagId };
  const samtykke = samtykker === undefined ? {} : await efterproevSamtykker(session, tilhoer, samtykker, krop, lov);
  await session.decide(indsatsDecider, indsatsId, {
    type: 'BevilgIndsats',
    ...resten,
    ...{ indsatsId, barnId, sagId, katalog, alder, foerAlder: post.foerAlder },
    regime,
    kodeGaelder: lov.pgfGaelder(katalog.pgfKode, krop.forventetStart),
    ...(plan === undefined ? {} : { plan }),
    ...(samtale === undefined ? {} : { boernesamtale: samtale }),
    ...samtykke,
  });
  // What was decided elsewhere is not decided again.
  const afgoerelseId =
    overtaget === undefined
      ? await traefAfgoerelse(session, lov, {
          ...{ sagId, art: kraevAfgoerelsesart(lov, post.afgoerelseskode, afgoerelseDato), dato: afgoerelseDato },
          ...{ vedroererId: indsatsId, begrundelse },
        })
      : null;
  await aabnEnkeltsag(session, sagId, {
    enkeltsagId: indsatsId,
    art: 'indsats-opfoelgning',
    aabnet: krop.afgoerelseDato,
  });
  return { indsatsId, afgoerelseId };
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
