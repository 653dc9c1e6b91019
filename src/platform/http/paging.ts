import { Heltal, Tekst } from './felt.js';
import { findesDato, findesTidspunkt } from './tid-form.js';
import { ugyldig } from './problem.js';

const STANDARD = 50;

/** Query parameters of every list; a list's own filters extend this class. */
export class Sidevalg {
  /** Most rows of the page. */
  @Heltal('Højst så mange poster på siden.', 50, { min: 1, maks: 200, valgfri: true })
  graense?: number;

  /** Where the page begins. */
  @Tekst('Markør fra forrige sides `naeste`. Skal bruges, som den er.', 'WyIyMDE5LTAyLTAxIl0', {
    maks: 500,
    valgfri: true,
  })
  efter?: string;
}

/** One page; `naeste` is null on the last one. */
export interface Side<T> {
  readonly poster: readonly T[];
  readonly naeste: string | null;
}

/** How many rows to ask the database for: one more than the page, to know whether there is a next one. */
export function antalAtHente(valg: Sidevalg): number {
  return (valg.graense ?? STANDARD) + 1;
}

/** Makes the page of rows fetched with `antalAtHente`; `noegle` is what the rows are ordered by, ending in something unique. */
export function side<T>(
  raekker: readonly T[],
  valg: Sidevalg,
  noegle: (raekke: T) => readonly (string | number)[],
): Side<T> {
  const graense = valg.graense ?? STANDARD;
  const poster = raekker.slice(0, graense);
  const sidste = poster.at(-1);
  return { poster, naeste: raekker.length > graense && sidste !== undefined ? encodeCursor(noegle(sidste)) : null };
}

/** The same page with other rows, e.g. opened and rendered. */
export function medPoster<A, B>(fra: Side<A>, poster: readonly B[]): Side<B> {
  return { poster, naeste: fra.naeste };
}

const ARTER = {
  tekst: (v: unknown) => typeof v === 'string' && v.length <= 200,
  uuid: (v: unknown) => typeof v === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(v),
  dato: (v: unknown) => typeof v === 'string' && findesDato(v),
  tidspunkt: (v: unknown) => typeof v === 'string' && findesTidspunkt(v),
  heltal: (v: unknown) => Number.isSafeInteger(v),
} as const;

/** What a value in a cursor is; it reaches the database as such. */
export type Markoerart = keyof typeof ARTER;
type VaerdiAf<A> = A extends 'heltal' ? number : string;

export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The values of a cursor; 400 for one that was not made by `encodeCursor` with these kinds of values. */
export function decodeCursor<const A extends readonly Markoerart[]>(
  text: string,
  arter: A,
): { -readonly [K in keyof A]: VaerdiAf<A[K]> } {
  const values = parse(text);
  if (!Array.isArray(values) || values.length !== arter.length || !arter.every((art, i) => ARTER[art](values[i]))) {
    throw ugyldig('ugyldig-markoer', 'Parameteren "efter" er ikke en markør fra denne liste. Begynd forfra uden den.', {
      felt: 'efter',
      sti: '?efter',
      kode: 'markoer',
      besked: 'Er ikke en markør fra denne liste.',
    });
  }
  // Checked value by value just above.
  return values as { -readonly [K in keyof A]: VaerdiAf<A[K]> };
}

/** `decodeCursor` of the page's `efter`; undefined on the first page. */
export function efterMarkoer<const A extends readonly Markoerart[]>(
  valg: Sidevalg,
  arter: A,
): { -readonly [K in keyof A]: VaerdiAf<A[K]> } | undefined {
  return valg.efter === undefined ? undefined : decodeCursor(valg.efter, arter);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
