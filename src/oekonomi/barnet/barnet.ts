import { alder, dagFyldt } from '../../faelles/alder.js';
import { type KendtPerson, type Person } from '../../netvaerk/netvaerk.public.js';

/** The child's date of birth; null when it is not known, or its key is destroyed and it reads as a mark of deletion. */
export function foedselsdatoAf({ oplysninger: { foedselsdato } }: KendtPerson): string | null {
  return foedselsdato !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(foedselsdato) ? foedselsdato : null;
}

/** The child's age on a day; null when the date of birth is not known. */
export function alderPaa(barn: KendtPerson, dato: string): number | null {
  const foedt = foedselsdatoAf(barn);
  return foedt === null ? null : alder(foedt, dato);
}

/** The day the child turns 16, when a plan becomes a ungeplan (BL § 108); null when the date of birth is not known. */
export function dagFyldt16(barn: KendtPerson): string | null {
  const foedt = foedselsdatoAf(barn);
  return foedt === null ? null : dagFyldt(foedt, 16);
}

/** Brothers and sisters in the child's network on the day. */
export function soeskendeAf(barn: KendtPerson, dato: string): readonly string[] {
  const gaeldende = Object.values(barn.relationer).filter(
    (r) => r.art === 'soeskende' && r.gaelderFra <= dato && (r.ophoertDato === null || r.ophoertDato > dato),
  );
  return [...new Set(gaeldende.map(({ personId }) => personId))];
}

/** BL § 21, stk. 2. */
const UNDER = 15;

/**
 * Whether the law asks about the brother or sister on the day (BL § 21, stk. 2); null: the age is not known, so it is to be
 * answered. One who is not born or is grown up is in no such household.
 */
export function under15(person: Person, dato: string): boolean | null {
  if (person.fase === 'ukendt' || person.art === 'ufoedt' || person.slettet !== null) return false;
  const aar = alderPaa(person, dato);
  if (aar === null) return person.art === 'voksen' ? false : null;
  return aar < UNDER;
}
