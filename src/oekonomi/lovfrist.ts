import { beregnFrist, STANDARDPARAMETRE } from '../faelles/frist.js';
import { type Lovpakke } from '../faelles/lov/lovpakke.js';

/** The date that a rule of the law gives from a start, by the version in force on that day; null when it has no amount. */
export function lovfrist(lov: Lovpakke, regelId: string, start: string): string | null {
  const regel = lov.regel(regelId, start);
  if (regel?.maengde === undefined || regel.enhed === undefined) return null;
  const { maengde, enhed, taelHaendelsesdag = false, retning = 'FREM', forlaengVedLukkedag = false } = regel;
  const beregning = { maengde, enhed, taelHaendelsesdag, retning, forlaengVedLukkedag };
  return beregnFrist(beregning, start, STANDARDPARAMETRE).forfald;
}
