import { beregnFrist } from '../frist.js';
import { lokalDato } from '../lokal_dato.js';
import { type Lovpakke } from './lovpakke.js';

/** Due date of an active rule with an amount, from a start; undefined when no such rule is in force on the day. */
export function forfaldEfter(lov: Lovpakke, regelId: string, start: string): string | undefined {
  const regel = lov.regel(regelId, lokalDato(start));
  if (regel?.maengde === undefined || regel.enhed === undefined) return undefined;
  return beregnFrist(
    {
      maengde: regel.maengde,
      enhed: regel.enhed,
      taelHaendelsesdag: regel.taelHaendelsesdag ?? false,
      retning: regel.retning ?? 'FREM',
      forlaengVedLukkedag: regel.forlaengVedLukkedag ?? false,
    },
    start,
  ).forfald;
}
