import { alder } from '../../faelles/alder.js';
import { personDecider } from '../../netvaerk/netvaerk.public.js';
import { fold } from '../../platform/commands/decider.js';
import { type Streams } from '../../platform/registry.js';
import { barnDecider, type Barnesager } from '../barn/barn.js';
import { type Barnetsforhold } from '../sag/sagsskridt.js';

/** What the rules about a case look at outside it: the child's age, and notifications about the child in any of its cases. */
export function barnetsForhold(stroemme: Streams, iDag: string): Barnetsforhold {
  const person = stroemme.find(([foerste]) => foerste?.kind === personDecider.kind);
  const kendt = person === undefined ? personDecider.initial : fold(personDecider, person);
  const foedt = kendt.fase === 'ukendt' ? undefined : kendt.oplysninger.foedselsdato;
  return {
    aabneUnderretninger: barnetsIndeks(stroemme).aabneUnderretninger,
    // A destroyed date of birth reads as a mark of deletion, and a child without one has no age that is known.
    alder: foedt !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(foedt) ? alder(foedt, iDag) : null,
  };
}

/** Whether a brother or sister is placed because of neglect or abuse, and the investigation of this child has not begun. */
export function soeskendeAnbragt(stroemme: Streams): boolean {
  return barnetsIndeks(stroemme).soeskendesAnbringelser.length > 0;
}

function barnetsIndeks(stroemme: Streams): Barnesager {
  const indeks = stroemme.find(([foerste]) => foerste?.kind === barnDecider.kind);
  return indeks === undefined ? barnDecider.initial : fold(barnDecider, indeks);
}
