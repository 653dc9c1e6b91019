import { Afvist } from '../../faelles/afvist.js';

/**
 * A number of units with at most two decimals, as whole hundredths. In floating point 2.55 × 100 is not a whole number, but
 * as near one as makes no difference.
 */
export function hundrededele(antal: number): number {
  const hele = Math.round(antal * 100);
  if (hele < 1 || hele > 20_000 || Math.abs(hele - antal * 100) > 1e-6) {
    throw new Afvist('antal-ugyldigt', 'Antallet skal være mellem 0,01 og 200 med højst to decimaler.', {
      felt: 'antal',
    });
  }
  return hele;
}
