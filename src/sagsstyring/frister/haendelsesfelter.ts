import { Temporal } from 'temporal-polyfill';
import { TIDSZONE } from '../../faelles/kalender.js';

/** The clear fields of an event. */
export type Data = Readonly<Record<string, unknown>>;

export function tekst(vaerdi: unknown): string | null {
  return typeof vaerdi === 'string' ? vaerdi : null;
}

/** An event may be about one thing or several (a follow-up on three measures). */
export function noegler(data: Data, felt: string): readonly string[] {
  const vaerdi = data[felt];
  if (Array.isArray(vaerdi)) return vaerdi.filter((v): v is string => typeof v === 'string');
  return typeof vaerdi === 'string' ? [vaerdi] : [];
}

/** Start of a day in Copenhagen, or the instant itself. */
export function tidspunkt(vaerdi: string): string {
  if (vaerdi.length > 10) return Temporal.Instant.from(vaerdi).toString();
  return Temporal.PlainDate.from(vaerdi).toZonedDateTime(TIDSZONE).toInstant().toString();
}

/** End of the due day in Copenhagen, or the instant itself for deadlines by the clock. */
export function forfaldstidspunkt(forfald: string): string {
  if (forfald.length > 10) return Temporal.Instant.from(forfald).toString();
  return Temporal.PlainDate.from(forfald)
    .add({ days: 1 })
    .toZonedDateTime(TIDSZONE)
    .toInstant()
    .subtract({ milliseconds: 1 })
    .toString();
}
