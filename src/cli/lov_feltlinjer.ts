import { type Feltforskel } from '../faelles/lov/forskelle.js';

/** What changed in a row, a field a line. */
export function feltlinjer(felter: readonly Feltforskel[]): readonly string[] {
  return felter.map(({ felt, foer, efter }) => `    ${felt}: ${visVaerdi(foer)} -> ${visVaerdi(efter)}`);
}

const visVaerdi = (vaerdi: unknown): string => (vaerdi === undefined ? 'intet' : JSON.stringify(vaerdi));
