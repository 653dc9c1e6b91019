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

/** Days that are no public holidays, but on which many are closed: `MM-DD`, or a day that moves with Easter. */
export const SAERDAGE = ['05-01', '06-05', '12-24', '12-31', 'himmelfartsfredag'] as const;
export type Saerdag = (typeof SAERDAGE)[number];
// Ascension Day is 39 days after Easter Sunday.
const DAGE_TIL_HIMMELFARTSFREDAG = 40;

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

// Local dates have no zone, so whole days are plain integers here (day 0 is 1 January 1970), and no calendar object is
// made: counting hverdage steps through many days for every deadline of every rebuild.
function dagnummer(dato: string): number {
  const dag = laesDag(dato);
  if (dag === undefined) throw new RangeError(`Not a date: ${dato}`);
  return dag;
}

/** Whether a text is a date that exists, `YYYY-MM-DD`. */
export function findesDato(tekst: string): boolean {
  return laesDag(tekst) !== undefined;
}

function laesDag(tekst: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(tekst)) return undefined;
  const [aar, maaned, dag] = [Number(tekst.slice(0, 4)), Number(tekst.slice(5, 7)), Number(tekst.slice(8))];
  return maaned >= 1 && maaned <= 12 && dag >= 1 && dag <= dageIMaaned(aar, maaned)
    ? dagnummerAf(aar, maaned, dag)
    : undefined;
}

function dageIMaaned(aar: number, maaned: number): number {
  if (maaned === 2) return aar % 4 === 0 && (aar % 100 !== 0 || aar % 400 === 0) ? 29 : 28;
  return maaned === 4 || maaned === 6 || maaned === 9 || maaned === 11 ? 30 : 31;
}

// The year is begun in March, so that the leap day is its last: days follow from months by one straight line, and 400
// years are always 146,097 days.
function dagnummerAf(aar: number, maaned: number, dag: number): number {
  const y = maaned <= 2 ? aar - 1 : aar;
  const era = Math.floor(y / 400);
  const iEra = y - era * 400;
  const iAaret = Math.floor((153 * (maaned + (maaned > 2 ? -3 : 9)) + 2) / 5) + dag - 1;
  return era * 146_097 + iEra * 365 + Math.floor(iEra / 4) - Math.floor(iEra / 100) + iAaret - 719_468;
}

function tilDato(dag: number): string {
  const z = dag + 719_468;
  const era = Math.floor(z / 146_097);
  const rest = z - era * 146_097;
  const iEra = Math.floor(
    (rest - Math.floor(rest / 1460) + Math.floor(rest / 36_524) - Math.floor(rest / 146_096)) / 365,
  );
  const iAaret = rest - (365 * iEra + Math.floor(iEra / 4) - Math.floor(iEra / 100));
  const m = Math.floor((5 * iAaret + 2) / 153);
  const maaned = m < 10 ? m + 3 : m - 9;
  return datoAf(iEra + era * 400 + (maaned <= 2 ? 1 : 0), maaned, iAaret - Math.floor((153 * m + 2) / 5) + 1);
}

function datoAf(aar: number, maaned: number, dag: number): string {
  return `${String(aar).padStart(4, '0')}-${maaned < 10 ? '0' : ''}${maaned}-${dag < 10 ? '0' : ''}${dag}`;
}

/** The date, if there is such a day. */
export function findDato(aar: number, maaned: number, dag: number): string | undefined {
  return maaned >= 1 && maaned <= 12 && dag >= 1 && dag <= dageIMaaned(aar, maaned)
    ? datoAf(aar, maaned, dag)
    : undefined;
}

/** 1 = Monday … 7 = Sunday. */
export function ugedag(dato: string): number {
  return ugedagAf(dagnummer(dato));
}

function ugedagAf(dag: number): number {
  // Day 0 was a Thursday.
  return ((((dag + 3) % 7) + 7) % 7) + 1;
}

function erSaerdag(dato: string, saerdage: readonly Saerdag[]): boolean {
  return saerdage.some((dag) => (dag === 'himmelfartsfredag' ? erHimmelfartsfredag(dato) : dato.endsWith(dag)));
}

function erHimmelfartsfredag(dato: string): boolean {
  return dato === plusDage(paaskedag(Number(dato.slice(0, 4))), DAGE_TIL_HIMMELFARTSFREDAG);
}

/** Whether Saturday is a hverdag is unsettled, so it is a parameter. Sundays and public holidays never are. */
export function erHverdag(dato: string, profil: Hverdagsprofil, saerdage: readonly Saerdag[] = []): boolean {
  const dag = ugedag(dato);
  if (dag === 7 || (dag === 6 && profil === 'man-fre')) return false;
  return helligdag(dato) === undefined && !erSaerdag(dato, saerdage);
}

/** The nth hverdag after a date, or before it. */
export function nteHverdag(
  dato: string,
  n: number,
  skridt: 1 | -1,
  profil: Hverdagsprofil,
  saerdage: readonly Saerdag[],
): string {
  const sidsteUgedag = profil === 'man-fre' ? 5 : 6;
  let dag = dagnummer(dato);
  for (let tilbage = n; tilbage > 0;) {
    dag += skridt;
    // Most days that do not count are known by their weekday alone.
    if (ugedagAf(dag) > sidsteUgedag) continue;
    const tekst = tilDato(dag);
    if (helligdag(tekst) === undefined && !erSaerdag(tekst, saerdage)) tilbage -= 1;
  }
  return tilDato(dag);
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
  if (!findesDato(dato)) throw new RangeError(`Not a date: ${dato}`);
  const nummer = Number(dato.slice(0, 4)) * 12 + Number(dato.slice(5, 7)) - 1 + maaneder;
  const aar = Math.floor(nummer / 12);
  const maaned = nummer - aar * 12 + 1;
  return datoAf(aar, maaned, Math.min(Number(dato.slice(8)), dageIMaaned(aar, maaned)));
}

/** Same date another year; 29 February becomes 28 February. */
export function laegAarTil(dato: string, aar: number): string {
  return laegMaanederTil(dato, aar * 12);
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
