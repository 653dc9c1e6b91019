import { dagFyldt } from '../alder.js';
import { beregnFrist, type Fristparametre } from '../frist.js';
import { lokalDato } from '../lokal_dato.js';
import { type Lovpakke } from './lovpakke.js';
import { type Regelid } from './produktets_regler.js';
import { beregningsregel, variantregel, variantTaendt } from './regel.js';

/**
 * Due date of an active rule with an amount, from a start; undefined when no such rule is in force on the day. A variant
 * is another amount under the same rule, and like a rule it is not used from memory; `valg` is what the municipality has chosen where the law is open.
 */
export function forfaldEfter(
  lov: Lovpakke,
  regelId: Regelid,
  start: string,
  { variant, valg }: { readonly variant?: string; readonly valg?: Fristparametre } = {},
): string | undefined {
  const regel = lov.regel(regelId, lokalDato(start));
  if (regel === undefined) return undefined;
  const valgt = regel.varianter?.find((v) => v.kode === variant && variantTaendt(regel, v));
  const laengde = variant === undefined ? beregningsregel(regel) : valgt && variantregel(regel, valgt);
  return laengde === undefined ? undefined : beregnFrist(laengde, start, valg).forfald;
}

/**
 * The day a right ends for a person, by a rule that counts from an age: the day itself is too late. The law of `dato`, when
 * the right is to be used, decides; undefined when it has no such rule.
 */
export function aldersgraense(lov: Lovpakke, regelId: Regelid, foedt: string, dato: string): string | undefined {
  const regel = lov.regel(regelId, dato);
  const laengde = regel && beregningsregel(regel);
  return laengde && beregnFrist(laengde, dagFyldt(foedt, regel.ankeralder ?? 0)).forfald;
}
