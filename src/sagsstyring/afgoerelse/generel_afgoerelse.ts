import { Afvist } from '../../faelles/afvist.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { type Afgoerelsesart } from '../parter/afgoerelsesart.js';
import { type BoernesamtaleVedAfgoerelse } from './afgoerelse.dto.js';
import { holdtEllerUndladt } from './boernesamtale.js';
import { kraevAfgoerelse, type NyAfgoerelse } from './traeffelse.js';

/**
 * A kind of decision with demands of its own is made where they are judged. A refusal gives nothing that they guard, and
 * one that takes the place of an earlier of the same kind (after a complaint) stands on what that one had.
 */
export async function kraevUdenEgenRute(
  session: CommandSession,
  art: Afgoerelsesart,
  { tilUgunst, erstatterId }: { readonly tilUgunst?: boolean; readonly erstatterId?: string },
): Promise<void> {
  if (art.egenRute === undefined || (tilUgunst === true && !art.bebyrdende)) return;
  if (erstatterId !== undefined && (await kraevAfgoerelse(session, erstatterId)).afgoerelseKode === art.kode) return;
  throw new Afvist('afgoerelsen-har-egen-rute', `${art.navn} afgøres på ${art.egenRute}.`, {
    felt: 'afgoerelseKode',
    paragraf: art.hjemmel,
  });
}

/** What the act says of the talk with the child before the decision, and what is told of it. */
export function samtale(
  lov: Lovpakke,
  art: Afgoerelsesart,
  dato: string,
  givet: BoernesamtaleVedAfgoerelse | undefined,
): Pick<NyAfgoerelse, 'samtalekrav' | 'boernesamtale'> {
  const krav = art.kraeverBoernesamtale ? { samtalekrav: { paragraf: lov.hjemmel('boernesamtale', dato) } } : {};
  return givet === undefined ? krav : { ...krav, boernesamtale: holdtEllerUndladt(givet) };
}
