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
