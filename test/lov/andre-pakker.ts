import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indlaesLovpakke, type Lovpakke, lovpakkemappe } from '../../src/faelles/lov/lovpakke.js';

type Raekke = Record<string, unknown>;

/** The shipped pack with some files changed, read as any pack is read. */
export function medPakke<T>(
  filer: string | readonly string[],
  aendr: (regler: Raekke[]) => void,
  brug: (lov: Lovpakke, mappe: string) => T,
): T {
  const mappe = mkdtempSync(join(tmpdir(), 'boernesag-lovpakke-'));
  try {
    cpSync(lovpakkemappe(), mappe, { recursive: true });
    for (const fil of typeof filer === 'string' ? [filer] : filer) {
      const sti = join(mappe, fil);
      const data = JSON.parse(readFileSync(sti, 'utf8')) as { regler: Raekke[] };
      aendr(data.regler);
      writeFileSync(sti, JSON.stringify(data));
    }
    return brug(indlaesLovpakke(mappe), mappe);
  } finally {
    rmSync(mappe, { recursive: true });
  }
}

/** The day before, for the end of a version that another takes over from. */
function dagenFoer(dato: string): string {
  return new Date(Date.parse(dato) - 86_400_000).toISOString().slice(0, 10);
}

/** A rule gets a new version from a date: the way a change of law on 1 January or 1 July is written. */
export function nyUdgave(regler: Raekke[], id: string, fra: string, aendring: Raekke): void {
  const gammel =
    regler.find((r) => r['id'] === id && r['gyldigTil'] !== undefined) ?? regler.find((r) => r['id'] === id);
  if (gammel === undefined) throw new Error(`no rule ${id}`);
  regler.push({ ...gammel, gyldigFra: fra, ...aendring });
  gammel['gyldigTil'] = dagenFoer(fra);
}
