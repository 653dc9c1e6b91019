import { doegnetsStart, iMillisekunder } from '../../faelles/dansk_tid.js';
import { plusDage } from '../../faelles/kalender.js';

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

/** Those that something is awaited of: what a late follow-up tells has ended already awaits no other (SEL § 70, BL § 95). */
export function afventende(data: Data, felt: string): readonly string[] {
  const ophoerte = noegler(data, 'ophoerteIder');
  return noegler(data, felt).filter((noegle) => !ophoerte.includes(noegle));
}

/** Start of a day in Copenhagen, or the instant itself. */
export function tidspunkt(vaerdi: string): string {
  return utc(vaerdi.length > 10 ? iMillisekunder(vaerdi) : doegnetsStart(vaerdi));
}

/** End of the due day in Copenhagen, or the instant itself for deadlines by the clock. */
export function forfaldstidspunkt(forfald: string): string {
  return utc(forfald.length > 10 ? iMillisekunder(forfald) : doegnetsStart(plusDage(forfald, 1)) - 1);
}

function utc(ms: number): string {
  return new Date(ms).toISOString();
}
