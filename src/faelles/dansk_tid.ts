import { Temporal } from 'temporal-polyfill';
import { TIDSZONE } from './kalender.js';

const DOEGN = 86_400_000;
const MINUT = 60_000;
const TIDSPUNKT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

interface Afsnit {
  readonly fra: number;
  readonly forskydning: number;
}

/**
 * For each year the stretches with one offset, found once in the time zone database. An instant is then some additions
 * away from the Danish clock, where a calendar object costs as much as sealing an event: it took a sixth of a command.
 */
const aarene = new Map<number, readonly Afsnit[]>();

function slaaOp(ms: number): number {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(TIDSZONE).offsetNanoseconds / 1_000_000;
}

function afsnitI(aar: number): readonly Afsnit[] {
  const kendt = aarene.get(aar);
  if (kendt !== undefined) return kendt;
  const slut = Date.UTC(aar + 1, 0, 1);
  let senest: Afsnit = { fra: Date.UTC(aar, 0, 1), forskydning: slaaOp(Date.UTC(aar, 0, 1)) };
  const afsnit = [senest];
  for (let dag = senest.fra + DOEGN; dag <= slut; dag += DOEGN) {
    if (slaaOp(dag) === senest.forskydning) continue;
    // The clocks were changed in the day before: halve it until the millisecond is found.
    let [foer, efter] = [dag - DOEGN, dag];
    while (efter - foer > 1) {
      const midt = Math.floor((foer + efter) / 2);
      if (slaaOp(midt) === senest.forskydning) foer = midt;
      else efter = midt;
    }
    senest = { fra: efter, forskydning: slaaOp(efter) };
    afsnit.push(senest);
  }
  aarene.set(aar, afsnit);
  return afsnit;
}

/** Milliseconds that Danish clocks are ahead of UTC. */
function forskydning(ms: number): number {
  const afsnit = afsnitI(new Date(ms).getUTCFullYear());
  for (let nr = afsnit.length - 1; nr >= 0; nr -= 1) {
    const et = afsnit[nr];
    if (et !== undefined && et.fra <= ms) return et.forskydning;
  }
  return slaaOp(ms);
}

/** What a Danish clock and calendar show, as if it were UTC. */
function paaUret(ms: number): string {
  if (Number.isNaN(ms)) throw new RangeError('Not a time');
  return new Date(ms + forskydning(ms)).toISOString();
}

/** The local date of an instant. */
export function datoVed(ms: number): string {
  return paaUret(ms).slice(0, 10);
}

/** The local time of an instant, `HH:MM`. */
export function klokkeslaetVed(ms: number): string {
  return paaUret(ms).slice(11, 16);
}

/** An instant as ISO 8601 with the offset of Danish clocks; milliseconds may be left out. */
export function medForskydning(ms: number, millisekunder = true): string {
  const minutter = Math.round(forskydning(ms) / MINUT);
  const to = (tal: number): string => String(tal).padStart(2, '0');
  return `${paaUret(ms).slice(0, millisekunder ? 23 : 19)}+${to(Math.floor(minutter / 60))}:${to(minutter % 60)}`;
}

/** The first instant of a local date. */
export function doegnetsStart(dato: string): number {
  const midnat = Date.parse(`${dato}T00:00:00Z`);
  if (!findes(dato)) throw new RangeError(`Not a date: ${dato}`);
  const start = midnat - forskydning(midnat - forskydning(midnat));
  if (datoVed(start) === dato && datoVed(start - 1) !== dato) return start;
  // The clocks were changed at midnight, as some databases have it for 1940.
  return Temporal.PlainDate.from(dato).toZonedDateTime(TIDSZONE).epochMilliseconds;
}

/** An ISO 8601 instant with its offset, in milliseconds since 1970; what is finer is cut off. */
export function iMillisekunder(tidspunkt: string): number {
  const ms = TIDSPUNKT.test(tidspunkt) ? Date.parse(tidspunkt) : Number.NaN;
  // Date.parse takes 30 February for 2 March.
  if (Number.isNaN(ms) || !findes(tidspunkt.slice(0, 10))) throw new RangeError(`Not an instant: ${tidspunkt}`);
  return ms;
}

function findes(dato: string): boolean {
  const midnat = Date.parse(`${dato}T00:00:00Z`);
  return dato.length === 10 && !Number.isNaN(midnat) && new Date(midnat).toISOString().startsWith(dato);
}
