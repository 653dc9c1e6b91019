import { alder } from '../../faelles/alder.js';
import { type Person } from '../../netvaerk/netvaerk.public.js';

/** Whole years on the day; null when the date of birth is not known, or its key is destroyed and it reads as a mark of deletion. */
export function barnetsAlder(person: Person, dato: string): number | null {
  const foedt = person.fase === 'ukendt' ? undefined : person.oplysninger.foedselsdato;
  return foedt !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(foedt) ? alder(foedt, dato) : null;
}
