import { beregnFrist } from '../../faelles/frist.js';
import { type Kommunevalg, regelMedNiveau } from '../../faelles/lov/fristregler.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type Meddelelsesmaade } from './afgoerelse.js';

export const BREVREGEL = 'brev-modtagelse';

/** The day a party is held to have received what was sent: the same day digitally, some hverdage later by letter. */
export function ansesForModtaget(lov: Lovpakke, maade: Meddelelsesmaade, sendt: string, valg: Kommunevalg): string {
  if (maade !== 'brev') return sendt;
  const regel = lov.regel(BREVREGEL, sendt);
  const laengde = regel && regelMedNiveau(regel, valg.niveau);
  return laengde === undefined ? sendt : beregnFrist(laengde, sendt, valg.parametre).forfald;
}
