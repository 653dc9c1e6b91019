import { Value } from '@sinclair/typebox/value';
import { type Static, type TSchema } from '@sinclair/typebox';
import { gentagneNoegler } from './gentagne_noegler.js';

export interface Fejl {
  /** Path of the file inside the pack. */
  readonly fil: string;
  /** Rule or code, when the fault belongs to one. */
  readonly regel?: string | undefined;
  readonly aarsag: string;
}

/** A law pack that cannot be trusted. Nothing starts with it: a wrong deadline is worse than none. */
export class Lovpakkefejl extends Error {
  constructor(readonly fejl: readonly Fejl[]) {
    super(
      `Law pack refused, ${fejl.length} fault(s):\n${fejl.map((f) => `- ${f.fil}${f.regel === undefined ? '' : ` [${f.regel}]`}: ${f.aarsag}`).join('\n')}`,
    );
    this.name = 'Lovpakkefejl';
  }
}

/** Checks the shape of a file; the path of a fault inside a list is turned into the id of its row. */
export function laesFil<T extends TSchema>(
  skema: T,
  fil: string,
  indhold: string,
  fejl: Fejl[],
): Static<T> | undefined {
  let data: unknown;
  try {
    data = JSON.parse(indhold);
  } catch (error) {
    fejl.push({ fil, aarsag: `not JSON: ${error instanceof Error ? error.message : 'unreadable'}` });
    return undefined;
  }
  const dobbelte = gentagneNoegler(indhold);
  for (const sti of dobbelte)
    fejl.push({ fil, regel: raekkenavn(data, sti), aarsag: `${sti}: the key stands twice in one object` });
  if (dobbelte.length > 0) return undefined;
  if (Value.Check(skema, data)) return data;
  for (const mangel of Value.Errors(skema, data)) {
    fejl.push({
      fil,
      regel: raekkenavn(data, mangel.path),
      aarsag: `${mangel.path === '' ? 'file' : mangel.path}: ${mangel.message}`,
    });
  }
  return undefined;
}

function raekkenavn(data: unknown, sti: string): string | undefined {
  const fundet = /^\/(regler|koder)\/(\d+)/.exec(sti);
  if (fundet === null) return undefined;
  const raekke = opslag(opslag(data, fundet[1] ?? ''), fundet[2] ?? '');
  const navn = opslag(raekke, 'id') ?? opslag(raekke, 'kode');
  return typeof navn === 'string' ? navn : undefined;
}

function opslag(data: unknown, felt: string): unknown {
  return typeof data === 'object' && data !== null ? Reflect.get(data, felt) : undefined;
}
