import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files that make no steps though they speak of them, and codes that are no step's. */
const INGEN_SKRIDT: readonly string[] = ['faelles/', 'platform/', 'journalark/', 'oekonomi/mangler.ts'];
/** What must be there before a notification is screened and a plan approved is said as steps of their own. */
const MANGLER_SOM_SKRIDT: readonly string[] = ['ics/plan/krav.ts', 'sagsstyring/underretning/krav.ts'];

/** The code of every step that the guidance can give, from the source: where a step is made, its code stands as it is. */
export function skridtkoder(): readonly string[] {
  const rod = new URL('../../../src/', import.meta.url).pathname;
  const koder = readdirSync(rod, { recursive: true, encoding: 'utf8' })
    .filter(
      (fil) => fil.endsWith('.ts') && !fil.endsWith('.spec.ts') && !INGEN_SKRIDT.some((sti) => fil.startsWith(sti)),
    )
    .flatMap((fil) => {
      const tekst = readFileSync(join(rod, fil), 'utf8');
      if (!/\btype Skridt\b/.test(tekst) && !MANGLER_SOM_SKRIDT.includes(fil)) return [];
      const paa = (moenster: RegExp): readonly string[] =>
        [...tekst.matchAll(moenster)].flatMap((fundet) => fundet.slice(1));
      return [
        ...paa(/(?:kode: |tilfoej\(\s*|skridt\(\s*)'([a-z0-9-]+)'/g),
        // One of two, by what it is about.
        ...paa(/(?:kode: |tilfoej\(\s*)[^,;]*? \? '([a-z0-9-]+)' : '([a-z0-9-]+)'/g),
      ];
    });
  return [...new Set(koder)].sort();
}
