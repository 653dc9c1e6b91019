import { type Beregner } from '../faelles/lov/beregner.js';
import { Beregningsfejl } from '../faelles/lov/beregningsstart.js';
import { medlemmer } from './lov_linje.js';

/** Answers one line of NDJSON with one line: what was asked and the date, or why there is none. */
export function besvarLinje(beregner: Beregner, tekst: string, nummer: number): { svar: string; fejl: boolean } {
  let linje: unknown;
  try {
    linje = JSON.parse(tekst);
  } catch {
    return ulaeselig(nummer, 'Linjen er ikke JSON.');
  }
  if (typeof linje !== 'object' || linje === null || Array.isArray(linje))
    return ulaeselig(nummer, 'Linjen skal være et objekt med regel og start.');
  const spurgt = linje as Readonly<Record<string, unknown>>;
  try {
    return { svar: medSvar(tekst, beregner.beregn(spurgt)), fejl: false };
  } catch (fejl) {
    if (!(fejl instanceof Beregningsfejl)) throw fejl;
    return { svar: medSvar(tekst, { fejl: fejl.message, felt: fejl.felt }), fejl: true };
  }
}

// These are never the caller's own words: a line with a date has no `fejl`, and one with `fejl` no date.
const SVARFELTER: readonly string[] = [
  ...['forfald', 'advis', 'forklaring', 'regime', 'hjemmel', 'tillid', 'aktiv', 'bemaerkning'],
  ...['fejl', 'felt'],
];

/** What was asked, as it was written, and then the answer. */
function medSvar(tekst: string, svar: object): string {
  const egne = [...medlemmer(tekst)]
    .filter(([navn]) => !SVARFELTER.includes(navn))
    .map(([navn, vaerdi]) => `${JSON.stringify(navn)}:${vaerdi}`);
  return `{${[...egne, JSON.stringify(svar).slice(1, -1)].join(',')}}`;
}

function ulaeselig(linje: number, fejl: string): { svar: string; fejl: boolean } {
  return { svar: JSON.stringify({ linje, fejl }), fejl: true };
}

/**
 * Answers every line in order; true when all could be answered. Each piece of input is answered before the next is waited
 * for, so a program may also ask one line at a time.
 */
export async function besvarLinjer(
  beregner: Beregner,
  stykker: AsyncIterable<string>,
  skriv: (tekst: string) => Promise<void>,
): Promise<boolean> {
  let rest = '';
  let nummer = 0;
  let alle = true;
  const besvar = async (linjer: readonly string[]): Promise<void> => {
    const svar = linjer.flatMap((tekst) => {
      nummer += 1;
      if (tekst.trim() === '') return [];
      const besvaret = besvarLinje(beregner, nummer === 1 ? tekst.replace(/^\uFEFF/, '') : tekst, nummer);
      alle &&= !besvaret.fejl;
      return [`${besvaret.svar}\n`];
    });
    if (svar.length > 0) await skriv(svar.join(''));
  };
  for await (const stykke of stykker) {
    const linjer = `${rest}${stykke}`.split('\n');
    rest = linjer.pop() ?? '';
    await besvar(linjer);
  }
  await besvar([rest]);
  return alle;
}
