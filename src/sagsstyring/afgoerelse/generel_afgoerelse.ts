import { Afvist } from '../../faelles/afvist.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type Afgoerelsesart } from '../parter/afgoerelsesart.js';
import { type BoernesamtaleVedAfgoerelse } from './afgoerelse.dto.js';
import { holdtEllerUndladt } from './boernesamtale.js';
import { type NyAfgoerelse } from './traeffelse.js';

/**
 * A kind of decision with demands of its own is made where they are judged, also when it takes the place of an earlier one: the
 * child and the case are others by then. A refusal gives nothing that the demands guard, and is made here when it says so;
 * where the refusal has demands too, it has them on the same route.
 */
export function kraevUdenEgenRute(art: Afgoerelsesart, { afslag }: { readonly afslag?: boolean }): void {
  if (art.egenRute === undefined || (afslag === true && !art.bebyrdende)) return;
  throw new Afvist(
    'afgoerelsen-har-egen-rute',
    `${art.navn} afgøres på ${art.egenRute}.${art.bebyrdende ? '' : ' Her kan den kun afslås; sig det med `afslag`.'}`,
    { felt: 'afgoerelseKode', paragraf: art.hjemmel },
  );
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
