import { alder, dagFyldt } from '../../faelles/alder.js';
import { type KendtPerson } from '../../netvaerk/netvaerk.public.js';

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
