import { type TObject } from '@sinclair/typebox';
import { KODELISTER, listefil, LISTENAVNE } from './kodelister.js';
import { Regelfil } from './regel.js';

const DIALEKT = 'https://json-schema.org/draft/2020-12/schema';

/** The published schemas of a pack's files, by path inside the pack; the same shapes that stop the start. */
export function lovpakkeskemaer(): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  return new Map([
    ['skema/regler.json', udgiv('regler', Regelfil)],
    ...LISTENAVNE.map(
      (navn) =>
        [
          `skema/kodelister/${navn}.json`,
          udgiv(`kodelister/${navn}`, listefil(KODELISTER[navn]), `Kodelisten ${navn} i en lovpakke`),
        ] as const,
    ),
  ]);
}

function udgiv(navn: string, skema: TObject, title?: string): Readonly<Record<string, unknown>> {
  // A round trip through JSON takes away what only the library knows.
  const rent = JSON.parse(JSON.stringify(skema)) as Record<string, unknown>;
  return {
    $schema: DIALEKT,
    $id: `urn:boernesag:lovpakke:${navn}`,
    ...(title === undefined ? {} : { title }),
    ...rent,
  };
}
