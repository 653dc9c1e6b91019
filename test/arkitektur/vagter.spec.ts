import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * Every refusal has a test that names its code. The law is kept by what is refused, and a guard that nobody has seen refuse
 * may have been taken out, or never have worked, without anybody knowing.
 */
interface Kilde {
  readonly fil: string;
  readonly tekst: string;
}
interface Vagt {
  readonly kode: string;
  readonly fil: string;
  /** The paragraphs of an act that are written where it refuses. */
  readonly paragraffer: readonly string[];
}

const aabn = ({ fil, tekst }: Kilde): ts.SourceFile => ts.createSourceFile(fil, tekst, ts.ScriptTarget.Latest, true);

function noder(rod: ts.Node): readonly ts.Node[] {
  const alle: ts.Node[] = [];
  const tag = (node: ts.Node): void => {
    alle.push(node);
    ts.forEachChild(node, tag);
  };
  tag(rod);
  return alle;
}

/** The texts that an expression may be: itself, or either side of a choice. */
function tekster(node: ts.Node | undefined): readonly string[] {
  if (node === undefined) return [];
  if (ts.isStringLiteral(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...tekster(node.whenTrue), ...tekster(node.whenFalse)];
  return [];
}

const egenskab = (objekt: ts.Node, navn: string): ts.Expression | undefined => {
  if (!ts.isObjectLiteralExpression(objekt)) return undefined;
  for (const led of objekt.properties) {
    if (ts.isPropertyAssignment(led) && led.name.getText() === navn) return led.initializer;
  }
  return undefined;
};

/** A function that is told which code to refuse with, in which of its parameters, and where it can be called from. */
interface Hjaelper {
  readonly navn: string;
  readonly nr: number;
  readonly fil: string;
  readonly udefra: boolean;
}

function hjaelperOm(node: ts.Node, parameter: string, fil: string): Hjaelper | undefined {
  for (let ude = node.parent; !ts.isSourceFile(ude); ude = ude.parent) {
    if (!ts.isFunctionDeclaration(ude) && !ts.isArrowFunction(ude)) continue;
    const nr = ude.parameters.findIndex(({ name }) => name.getText() === parameter);
    if (nr < 0) continue;
    const navn = ts.isFunctionDeclaration(ude)
      ? ude.name?.text
      : ts.isVariableDeclaration(ude.parent)
        ? ude.parent.name.getText()
        : undefined;
    const udefra = ts.isFunctionDeclaration(ude) && ude.getText().startsWith('export ');
    if (navn !== undefined) return { navn, nr, fil, udefra };
  }
  return undefined;
}

/** Every code that is refused with, also where a function is told which; and every demand that a refusal can list. */
function vagter(kilder: readonly Kilde[]): readonly Vagt[] {
  const filer = kilder.map((kilde) => [kilde.fil, noder(aabn(kilde))] as const);
  const fundet: Vagt[] = [];
  const hjaelpere: Hjaelper[] = [];
  for (const [fil, alle] of filer) {
    for (const node of alle) {
      if (ts.isNewExpression(node) && node.expression.getText() === 'Afvist') {
        const [kode, , mere] = node.arguments ?? [];
        const paragraffer = mere === undefined ? [] : tekster(egenskab(mere, 'paragraf'));
        for (const en of tekster(kode)) fundet.push({ kode: en, fil, paragraffer });
        const hjaelper = kode !== undefined && ts.isIdentifier(kode) ? hjaelperOm(node, kode.text, fil) : undefined;
        if (hjaelper !== undefined) hjaelpere.push(hjaelper);
      }
      // A demand that can be listed as missing; a step of the guidance says also why.
      if (egenskab(node, 'hjemmel') !== undefined && egenskab(node, 'hvorfor') === undefined) {
        const paragraffer = tekster(egenskab(node, 'hjemmel'));
        for (const kode of tekster(egenskab(node, 'kode'))) fundet.push({ kode, fil, paragraffer });
      }
    }
  }
  for (const [fil, alle] of filer) {
    for (const node of alle) {
      if (!ts.isCallExpression(node)) continue;
      const navn = node.expression.getText();
      const hjaelper = hjaelpere.find((h) => h.navn === navn && (h.udefra || h.fil === fil));
      if (hjaelper === undefined) continue;
      for (const kode of tekster(node.arguments[hjaelper.nr])) fundet.push({ kode, fil, paragraffer: [] });
    }
  }
  return fundet;
}

/** The words of the texts in a test: a code named in a comment is not tried. */
function ordI(kilde: Kilde): ReadonlySet<string> {
  const ord = new Set<string>();
  for (const node of noder(aabn(kilde))) {
    if (!ts.isStringLiteral(node) && !ts.isNoSubstitutionTemplateLiteral(node)) continue;
    ord.add(node.text);
    for (const et of node.text.split(/[\s/:]+/)) ord.add(et);
  }
  return ord;
}

function mangler(vagterne: readonly Vagt[], proever: readonly Kilde[]): readonly string[] {
  const ordene = proever.map(ordI);
  const fundet = vagterne.flatMap(({ kode, fil, paragraffer }) => {
    const naevner = ordene.filter((ord) => ord.has(kode));
    if (naevner.length === 0) return [`${kode} (${fil})`];
    const utalte = paragraffer.filter((p) => /^(?:SEL|BL) /.test(p) && !naevner.some((ord) => ord.has(p)));
    return utalte.map((paragraf) => `${kode}: ${paragraf} (${fil})`);
  });
  return [...new Set(fundet)].sort();
}

function laes(rod: string, er: (fil: string) => boolean): readonly Kilde[] {
  return readdirSync(rod, { encoding: 'utf8', recursive: true })
    .filter((fil) => fil.endsWith('.ts') && er(fil))
    .map((fil) => ({ fil: `${rod}/${fil}`, tekst: readFileSync(`${rod}/${fil}`, 'utf8') }));
}

describe('Guards are seen to refuse', () => {
  const proevet = (fil: string): boolean => fil.endsWith('.spec.ts') || fil.includes('/testing/');
  const kilder = laes('src', (fil) => !proevet(fil));
  const proever = [...laes('src', proevet), ...laes('test', () => true)];

  it('every refusal, and every demand that one can list, is named in a test, and so is its paragraph under each act', () => {
    const alle = vagter(kilder);
    // A scan that finds nothing holds nothing.
    expect(new Set(alle.map(({ kode }) => kode)).size).toBeGreaterThan(400);
    expect(mangler(alle, proever)).toEqual([]);
  });

  const fil = 'src/a/a.ts';
  const kode = (tekst: string): readonly Vagt[] => vagter([{ fil, tekst }]);
  const proeve = (tekst: string): Kilde => ({ fil: 'src/a/a.spec.ts', tekst });

  it.each([
    ['a refusal', `throw new Afvist('plan-mangler', 'Nej.');`],
    ['either of two', `throw new Afvist(ung ? 'fyldt-18' : 'plan-mangler', 'Nej.');`],
    ['one told to a function', `function nej(kode: string) { throw new Afvist(kode, 'Nej.'); }\nnej('plan-mangler');`],
    ['a demand', `const m = { kode: 'plan-mangler', tekst: 'Planen', hjemmel: 'SEL § 140' };`],
  ])('%s that no test names is seen red', (_hvad, tekst) => {
    const fundet = mangler(kode(tekst), [proeve(`expect(nej.kode).toBe('fyldt-18'); // plan-mangler`)]);
    expect(fundet).toEqual([`plan-mangler (${fil})`]);
    expect(mangler(kode(tekst), [proeve(`expect(nej).toEqual(['plan-mangler', 'fyldt-18', 'SEL § 140'])`)])).toEqual(
      [],
    );
  });

  it('a paragraph of one act that no test of the code expects is seen red', () => {
    const vagt = kode(`throw new Afvist('x-mangler', 'Nej.', { paragraf: sel ? 'SEL § 140' : 'BL § 91' });`);
    expect(mangler(vagt, [proeve(`['x-mangler', 'SEL § 140']`), proeve(`'BL § 91'`)])).toEqual([
      `x-mangler: BL § 91 (${fil})`,
    ]);
    expect(mangler(vagt, [proeve(`['x-mangler', 'SEL § 140', 'BL § 91']`)])).toEqual([]);
  });
});
