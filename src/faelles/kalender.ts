import { Temporal } from 'temporal-polyfill';

export const TIDSZONE = 'Europe/Copenhagen';

interface Helligdagsregel {
  readonly navn: string;
  /** Days from Easter Sunday, or a fixed month and day. */
  readonly fraPaaske?: number;
  readonly fast?: string;
  /** Last year it was a public holiday. */
  readonly tilOgMed?: number;
}

// Store Bededag ended by LOV 214/2023: 2023 was the last year.
const HELLIGDAGE: readonly Helligdagsregel[] = [
  { navn: 'nytårsdag', fast: '01-01' },
  { navn: 'skærtorsdag', fraPaaske: -3 },
  { navn: 'langfredag', fraPaaske: -2 },
  { navn: 'påskedag', fraPaaske: 0 },
  { navn: '2. påskedag', fraPaaske: 1 },
  { navn: 'store bededag', fraPaaske: 26, tilOgMed: 2023 },
  { navn: 'Kristi himmelfartsdag', fraPaaske: 39 },
  { navn: 'pinsedag', fraPaaske: 49 },
  { navn: '2. pinsedag', fraPaaske: 50 },
  { navn: '1. juledag', fast: '12-25' },
  { navn: '2. juledag', fast: '12-26' },
];

/** Days that are no public holidays, but on which many municipalities are closed: `MM-DD`. */
export type Saerdag = '12-24' | '12-31' | '06-05' | '05-01';

export type Hverdagsprofil = 'loerdag-taeller' | 'man-fre';

const aarskalender = new Map<number, ReadonlyMap<string, string>>();

/** Gregorian Easter Sunday (the anonymous algorithm). */
export function paaskedag(aar: number): string {
  const a = aar % 19;
  const b = Math.floor(aar / 100);
  const c = aar % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return new Temporal.PlainDate(aar, Math.floor(n / 31), (n % 31) + 1).toString();
}

/** The public holidays of a year: date -> name. */
export function helligdage(aar: number): ReadonlyMap<string, string> {
  const kendt = aarskalender.get(aar);
  if (kendt !== undefined) return kendt;
  const paaske = paaskedag(aar);
  const dage = new Map<string, string>();
  for (const regel of HELLIGDAGE) {
    if (regel.tilOgMed !== undefined && aar > regel.tilOgMed) continue;
    dage.set(regel.fast === undefined ? plusDage(paaske, regel.fraPaaske ?? 0) : `${aar}-${regel.fast}`, regel.navn);
  }
  aarskalender.set(aar, dage);
  return dage;
}

/** Name of the public holiday, or undefined. */
export function helligdag(dato: string): string | undefined {
  return helligdage(Number(dato.slice(0, 4))).get(dato);
}

const DOEGN = 86_400_000;

// Local dates have no zone, so whole days are plain integers here: 20 times faster than calendar objects, and counting
// hverdage steps through many days for every deadline of every rebuild.
function dagnummer(dato: string): number {
  const dag = Date.parse(`${dato}T00:00:00Z`) / DOEGN;
  if (dato.length !== 10 || Number.isNaN(dag) || tilDato(dag) !== dato) throw new RangeError(`Not a date: ${dato}`);
  return dag;
}

function tilDato(dag: number): string {
  return new Date(dag * DOEGN).toISOString().slice(0, 10);
}

/** The date, if there is such a day. */
export function datoAf(aar: number, maaned: number, dag: number): string | undefined {
  const fundet = new Date(Date.UTC(aar, maaned - 1, dag));
  return fundet.getUTCMonth() === maaned - 1 && fundet.getUTCDate() === dag
    ? fundet.toISOString().slice(0, 10)
    : undefined;
}

/** 1 = Monday … 7 = Sunday. */
export function ugedag(dato: string): number {
  // Day 0, 1 January 1970, was a Thursday.
  return ((((dagnummer(dato) + 3) % 7) + 7) % 7) + 1;
}

function erSaerdag(dato: string, saerdage: readonly Saerdag[]): boolean {
  return saerdage.some((dag) => dato.endsWith(dag));
}

/** Whether Saturday is a hverdag is unsettled, so it is a parameter. Sundays and public holidays never are. */
export function erHverdag(dato: string, profil: Hverdagsprofil, saerdage: readonly Saerdag[] = []): boolean {
  const dag = ugedag(dato);
  if (dag === 7 || (dag === 6 && profil === 'man-fre')) return false;
  return helligdag(dato) === undefined && !erSaerdag(dato, saerdage);
}

/** Monday to Friday without public holidays and without the given days off. */
export function erArbejdsdag(dato: string, saerdage: readonly Saerdag[]): boolean {
  return erHverdag(dato, 'man-fre', saerdage);
}

export function plusDage(dato: string, dage: number): string {
  return tilDato(dagnummer(dato) + dage);
}

/** Same day of the month; where it does not exist, the last day of the month. Negative counts backwards. */
export function laegMaanederTil(dato: string, maaneder: number): string {
  const dag = new Date(dagnummer(dato) * DOEGN);
  const maaned = dag.getUTCFullYear() * 12 + dag.getUTCMonth() + maaneder;
  const [aar, nr] = [Math.floor(maaned / 12), maaned % 12];
  // Day 0 of the next month is the last day of this one.
  const sidste = new Date(Date.UTC(aar, nr + 1, 0)).getUTCDate();
  return new Date(Date.UTC(aar, nr, Math.min(dag.getUTCDate(), sidste))).toISOString().slice(0, 10);
}

/** Same date another year; 29 February becomes 28 February. */
export function laegAarTil(dato: string, aar: number): string {
  return Temporal.PlainDate.from(dato).add({ years: aar }).toString();
}

/** The latest working day that is not after the date. */
export function senesteArbejdsdag(dato: string, saerdage: readonly Saerdag[]): string {
  let dag = dato;
  while (!erArbejdsdag(dag, saerdage)) dag = plusDage(dag, -1);
  return dag;
}

const UGEDAGE = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'];
const MAANEDER = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
];

/** "mandag den 23. november 2026", said to people. */
export function datoTekst(dato: string): string {
  const [aar = '', maaned = '', dag = ''] = dato.split('-');
  return `${UGEDAGE[ugedag(dato) - 1] ?? ''} den ${Number(dag)}. ${MAANEDER[Number(maaned) - 1] ?? ''} ${aar}`;
}
