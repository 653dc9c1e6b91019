import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LISTENAVNE } from './kodelister.js';
import { type Fejl } from './lovpakkefejl.js';

/** A law pack's files as text; what is wrong with the folder or a file is added to the faults. */
export interface Pakkefiler {
  /** Names of the files of rules, in order; undefined when the folder cannot be read. */
  readonly regelfiler: readonly string[] | undefined;
  /** Text of a file; undefined when it cannot be read. */
  laes(fil: string): string | undefined;
  /** Hash of all that has been read. */
  version(): string;
}

const REGELFIL = /^regler-[a-z0-9]+(-[a-z0-9]+)*\.json$/;
const MAPPER: readonly string[] = ['kodelister', 'skema'];
const BYTE_ORDER_MARK = '\uFEFF';

export function pakkefiler(mappe: string, fejl: Fejl[]): Pakkefiler {
  const hash = createHash('sha256');
  const navne = navneI(mappe);
  if (navne === undefined) fejl.push({ fil: mappe, aarsag: 'the folder is missing or cannot be read' });
  const regelfiler = navne?.filter((navn) => REGELFIL.test(navn)).sort();
  // A misspelt name must not leave a whole file of law out in silence.
  for (const fil of navne?.filter((navn) => !REGELFIL.test(navn) && !MAPPER.includes(navn)) ?? [])
    fejl.push({ fil, aarsag: 'not a name of a law pack file; rules are in regler-<name>.json' });
  for (const navn of navneI(join(mappe, 'kodelister')) ?? []) {
    if (!LISTENAVNE.some((liste) => navn === `${liste}.json`))
      fejl.push({ fil: `kodelister/${navn}`, aarsag: 'no code list has this name' });
  }
  return {
    regelfiler,
    laes: (fil) => {
      const laest = laesTekst(join(mappe, fil));
      if ('aarsag' in laest) {
        fejl.push({ fil, aarsag: laest.aarsag });
        return undefined;
      }
      hash.update(`${fil}\0${laest.tekst}\0`);
      return laest.tekst;
    },
    version: () => hash.digest('hex').slice(0, 16),
  };
}

/** What lies in a folder of a pack: not notes to people, nor the hidden files of systems that lay folders out. */
function navneI(mappe: string): readonly string[] | undefined {
  try {
    return readdirSync(mappe).filter((navn) => !navn.startsWith('.') && !navn.endsWith('.md'));
  } catch {
    return undefined;
  }
}

// Read leniently a file in another encoding is still JSON, with a mark of loss for every Danish letter in it.
function laesTekst(sti: string): { readonly tekst: string } | { readonly aarsag: string } {
  let indhold: Buffer;
  try {
    indhold = readFileSync(sti);
  } catch {
    return { aarsag: 'file is missing or cannot be read' };
  }
  let tekst: string;
  try {
    tekst = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(indhold);
  } catch {
    return { aarsag: 'not UTF-8; save the file in that encoding' };
  }
  return tekst.startsWith(BYTE_ORDER_MARK)
    ? { aarsag: 'begins with a byte order mark; save the file as UTF-8 without one' }
    : { tekst };
}
