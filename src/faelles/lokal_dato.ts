import { datoVed, iMillisekunder } from './dansk_tid.js';

/** The local date in Copenhagen of an instant; a date stays as it is. */
export function lokalDato(tidspunkt: string): string {
  return tidspunkt.length === 10 ? tidspunkt : datoVed(iMillisekunder(tidspunkt));
}
