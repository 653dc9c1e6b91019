import { beregnFrist } from '../../faelles/frist.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type Meddelelsesmaade } from './afgoerelse.js';

/** The day a party is held to have received what was sent: the same day digitally, some hverdage later by letter. */
export function ansesForModtaget(lov: Lovpakke, maade: Meddelelsesmaade, sendt: string): string {
  const regel = maade === 'brev' ? lov.regel('brev-modtagelse', sendt) : undefined;
  if (regel?.maengde === undefined || regel.enhed === undefined) return sendt;
  return beregnFrist(
    {
      maengde: regel.maengde,
      enhed: regel.enhed,
      taelHaendelsesdag: regel.taelHaendelsesdag ?? false,
      retning: regel.retning ?? 'FREM',
      forlaengVedLukkedag: regel.forlaengVedLukkedag ?? false,
    },
    sendt,
  ).forfald;
}
