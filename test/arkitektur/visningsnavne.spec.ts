import { readdirSync, readFileSync } from 'node:fs';

/** A class at the top of a file, exported or not: the document knows it by its name alone. */
const KLASSE = /^(?:export )?(?:abstract )?class (\w+)/gm;

/** Names that more than one class has, each with the places where it is declared. */
function sammeNavn(kilder: readonly (readonly [fil: string, kilde: string])[]): readonly string[] {
  const steder = new Map<string, string[]>();
  for (const [fil, kilde] of kilder) {
    for (const [, navn = ''] of kilde.matchAll(KLASSE)) steder.set(navn, [...(steder.get(navn) ?? []), fil]);
  }
  return [...steder].filter(([, filer]) => filer.length > 1).map(([navn, filer]) => `${navn}: ${filer.join(', ')}`);
}

// OpenAPI names a schema after its class alone, so of two classes with one name it publishes the shape of one for both.
describe('Names of the shapes that OpenAPI publishes', () => {
  it('no two classes of the DTO and visning files share a name', () => {
    const filer = readdirSync('src', { encoding: 'utf8', recursive: true }).filter(
      (fil) => fil.endsWith('.ts') && !fil.endsWith('.spec.ts'),
    );
    const kilder = filer
      .map((fil) => [fil, readFileSync(`src/${fil}`, 'utf8')] as const)
      .filter(([fil, kilde]) => /\.(?:dto|visning)\.ts$/.test(fil) || /\/felt\.js'/.test(kilde));
    // A scan that finds nothing holds nothing.
    expect(kilder.length).toBeGreaterThan(50);
    expect(sammeNavn(kilder)).toEqual([]);
  });

  it('two of one name are seen red, exported or not', () => {
    expect(
      sammeNavn([
        ['src/a.dto.ts', 'export class Svar {}\nexport class Anmodning {}\n'],
        ['src/b.visning.ts', 'class Svar {}\n'],
      ]),
    ).toEqual(['Svar: src/a.dto.ts, src/b.visning.ts']);
  });
});
