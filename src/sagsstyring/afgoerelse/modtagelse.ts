import { forfaldEfter } from '../../faelles/lov/forfald.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type Meddelelsesmaade } from './afgoerelse.js';

/** The day a party is held to have received what was sent: the same day digitally, some hverdage later by letter. */
export function ansesForModtaget(lov: Lovpakke, maade: Meddelelsesmaade, sendt: string): string {
  return maade === 'brev' ? (forfaldEfter(lov, 'brev-modtagelse', sendt) ?? sendt) : sendt;
}
