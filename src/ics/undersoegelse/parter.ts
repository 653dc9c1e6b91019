import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { kraevAfgoerelsesart, sagensParter, traefAfgoerelse } from '../../sagsstyring/sagsstyring.public.js';
import { type Hoeringspart } from './kommandoer.js';

/** The code of the decision in the list of decisions. */
const BFU = 'bfu';

/** The parties to the decision on the investigation on a day: asked of the rules each time, never stored as a field. */
export async function undersoegelsensParter(
  session: CommandSession,
  lov: Lovpakke,
  barnId: string,
  dato: string,
): Promise<readonly Hoeringspart[]> {
  const art = kraevAfgoerelsesart(lov, BFU, dato, 'dato');
  const parter = await sagensParter(session, { barnId, art, dato });
  return parter.map(({ personId, rolle }) => ({ personId, rolle }));
}

/** The investigation is a decision (SEL § 50, BL § 20): it has parties, is told to each of them, and can be complained of. */
export async function traefBfuafgoerelse(
  session: CommandSession,
  lov: Lovpakke,
  om: { readonly sagId: string; readonly bfuId: string; readonly dato: string; readonly begrundelse: string },
): Promise<string> {
  const { sagId, bfuId, dato, begrundelse } = om;
  const art = kraevAfgoerelsesart(lov, BFU, dato, 'afgoerelseDato');
  return traefAfgoerelse(session, lov, { sagId, art, dato, begrundelse, vedroererId: bfuId });
}
