import { beregnFrist } from '../frist.js';
import { lokalDato } from '../lokal_dato.js';
import { type Lovpakke } from './lovpakke.js';
import { beregningsregel } from './regel.js';

/** Due date of an active rule with an amount, from a start; undefined when no such rule is in force on the day. */
export function forfaldEfter(lov: Lovpakke, regelId: string, start: string): string | undefined {
  const regel = lov.regel(regelId, lokalDato(start));
  const laengde = regel === undefined ? undefined : beregningsregel(regel);
  return laengde === undefined ? undefined : beregnFrist(laengde, start).forfald;
}
