import { ugyldig } from '../../platform/http/problem.js';
import { type BoernesamtaleVedAfgoerelse } from './afgoerelse.dto.js';

/** What is told of the talk with the child before a decision: that it was held, or why it was left out; never both or neither. */
export function holdtEllerUndladt({
  dato,
  undladt,
}: BoernesamtaleVedAfgoerelse): { readonly dato: string } | { readonly undladt: string } {
  if (dato !== undefined && undladt === undefined) return { dato };
  if (undladt !== undefined && dato === undefined) return { undladt };
  const besked = 'Angiv enten hvornår samtalen blev holdt, eller hvorfor den er undladt.';
  throw ugyldig('boernesamtale-uklar', besked, {
    ...{ felt: 'boernesamtale', sti: '/boernesamtale', kode: 'enten-eller', besked },
  });
}
