import { Afvist } from '../../faelles/afvist.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { opfoelgningDecider, opfoelgningsgraense, type IndsatsopfoelgningAnmodning } from '../../ics/ics.public.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { type TilsynAnmodning } from './gang.dto.js';
import { anbringelseDecider } from './anbringelse.js';
import { kraevAnbringelse, kraevAnbringelsePaa } from './opslag.js';
import { mindstTilsynPrAar } from './tilsyn.js';

/** A follow-up on a placement that has no plan; with a plan it is followed up there. */
export async function foelgAnbringelseOp(
  session: CommandSession,
  anbringelseId: string,
  krop: IndsatsopfoelgningAnmodning,
  lov: Lovpakke,
): Promise<string> {
  const { barnId, sagId, fase, ivaerksatDato } = await kraevAnbringelse(session, anbringelseId);
  const regime = lov.regime(krop.dato);
  if (fase !== 'ivaerksat' || ivaerksatDato === null) {
    throw new Afvist('anbringelse-ikke-i-gang', 'Der følges op på en anbringelse, som er i gang.', {
      status: 409,
      paragraf: regime === 'SEL' ? 'SEL § 70' : 'BL § 95',
    });
  }
  const opfoelgningId = session.context.nytId();
  await session.decide(opfoelgningDecider, opfoelgningId, {
    type: 'FoelgOpUdenPlan',
    ...krop,
    ...{ opfoelgningId, barnId, sagId, indsatsIder: [anbringelseId], ivaerksatDato, regime },
    graense: opfoelgningsgraense(lov, krop.dato),
  });
  return opfoelgningId;
}

/** A visit to the child; the next one's date follows from the law of the day. */
export async function afholdTilsyn(
  session: CommandSession,
  anbringelseId: string,
  krop: TilsynAnmodning,
  lov: Lovpakke,
): Promise<string> {
  await kraevAnbringelsePaa(session, anbringelseId, krop.dato);
  const tilsynId = session.context.nytId();
  await session.decide(anbringelseDecider, anbringelseId, {
    type: 'AfholdTilsyn',
    ...krop,
    ...{ tilsynId, regime: lov.regime(krop.dato), mindstPrAar: mindstTilsynPrAar(lov, krop.dato) },
  });
  return tilsynId;
}
