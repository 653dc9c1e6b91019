import { Temporal } from 'temporal-polyfill';

/** The local date in Copenhagen of an instant; a date stays as it is. */
export function lokalDato(tidspunkt: string): string {
  if (tidspunkt.length === 10) return tidspunkt;
  return Temporal.Instant.from(tidspunkt).toZonedDateTimeISO('Europe/Copenhagen').toPlainDate().toString();
}
