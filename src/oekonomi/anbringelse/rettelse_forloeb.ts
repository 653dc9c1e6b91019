import { dagFyldt } from '../../faelles/alder.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { foersteUndersoegelsesslut } from '../../ics/ics.public.js';
import { kraevPerson } from '../../netvaerk/netvaerk.public.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Reactor } from '../../platform/reactor/reactor.js';
import { retIndsatsstatus } from '../../sagsstyring/sagsstyring.public.js';
import { foedselsdatoAf } from '../barnet/barnet.js';
import { anbringelseDecider } from './anbringelse.js';
import { barnetsAnbringelser, kraevAnbringelse } from './opslag.js';
import { mindstTilsynPrAar, naesteTilsyn } from './tilsyn.js';

const UNGEPLAN = 16;
const MYNDIG = 18;

/** The child moved in on another day than was recorded: the case follows, and deadlines run from the right day. */
export async function retAnbringelsesivaerksaettelse(
  session: CommandSession,
  anbringelseId: string,
  { dato, begrundelse }: { readonly dato: string; readonly begrundelse: string },
  lov: Lovpakke,
): Promise<void> {
  const { sagId, ophoertDato } = await kraevAnbringelse(session, anbringelseId);
  await session.decide(anbringelseDecider, anbringelseId, {
    type: 'RetAnbringelsesivaerksaettelse',
    ...{ dato, begrundelse, regime: lov.regime(dato) },
    naesteTilsynSenest: naesteTilsyn(dato, [], mindstTilsynPrAar(lov, dato)),
    undersoegelse: await foersteUndersoegelsesslut(session, sagId, dato),
  });
  await retIndsatsstatus(session, sagId, { indsatsId: anbringelseId, fra: dato, til: ophoertDato });
}

/**
 * A placement keeps the days the young person turns 16 and 18, because deadlines may not see a date of birth. When the date of
 * birth turns out to be another, the child's placements are told.
 */
export const foedselsdatoreaktor: Reactor = {
  name: 'oekonomi.foedselsdato',
  events: ['netvaerk.PersonRettet'],
  react: ({ streamId }: ClearEvent) => ({
    context: 'oekonomi',
    etagStream: () => streamId,
    handle: (session) => retAldre(session, streamId),
  }),
};

async function retAldre(session: CommandSession, barnId: string): Promise<Readonly<Record<string, unknown>>> {
  const foedt = foedselsdatoAf(await kraevPerson(session, barnId));
  if (foedt === null) return {};
  for (const { anbringelseId } of await barnetsAnbringelser(session, barnId)) {
    await session.decide(anbringelseDecider, anbringelseId, {
      type: 'RetAlder',
      fylder16: dagFyldt(foedt, UNGEPLAN),
      fylder18: dagFyldt(foedt, MYNDIG),
      begrundelse: 'Barnets fødselsdato er rettet.',
    });
  }
  return {};
}
