import { Afvist } from '../../faelles/afvist.js';
import { type UdenLicens } from './kommandoer.js';
import { type BegyndtUndersoegelse } from './tilstand.js';

/** What is used of the triangle: a theme or a dimension, and the day. */
interface Brug {
  readonly tema: string;
  readonly dato: string;
  readonly felt: string;
}

/**
 * A dimension of the triangle is used only with a licence on the day of the decision and on the day of use. What was written
 * while there was one, or was believed to be one, is not touched: it stands, and is gone on with under the neutral theme.
 */
export function kraevLicensTil({ tema, dato, felt }: Brug, u: BegyndtUndersoegelse, udenLicens: UdenLicens = {}): void {
  const neutralt = udenLicens[tema];
  if (neutralt === undefined) return;
  throw new Afvist(
    'dimension-uden-licens',
    `Dimensionen '${tema}' kan ikke bruges ${dato} i en undersøgelse fra ${u.afgoerelseDato}: kommunen har ikke ICS-licens til den på begge dage. Brug det neutrale tema '${neutralt}'. Det, der allerede er skrevet under dimensionen, bliver stående og kan læses.`,
    { felt, paragraf: 'licensaftalen om ICS', mangler: [neutralt] },
  );
}
