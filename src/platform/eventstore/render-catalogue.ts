import { OptionalKind, type TSchema } from '@sinclair/typebox';
import { type EventDeclaration } from './event-declaration.js';

/** The event catalogue for `docs/haendelser.md`, generated from the declarations. */
export function renderCatalogue(declarations: readonly EventDeclaration[]): string {
  const contexts = new Map<string, EventDeclaration[]>();
  for (const declaration of [...declarations].sort((a, b) => (a.type < b.type ? -1 : 1))) {
    const context = declaration.type.slice(0, declaration.type.indexOf('.'));
    contexts.set(context, [...(contexts.get(context) ?? []), declaration]);
  }
  const lines = [
    '# Hændelseskatalog',
    '',
    'Dannet af erklæringerne i koden; ret dem, ikke denne fil. Felter, der er *forseglet*, er krypteret med den nævnte persons egen nøgle og står aldrig i klartekst i hændelsesloggen.',
    '',
    `${String(declarations.length)} hændelsestyper.`,
  ];
  for (const [context, ofContext] of contexts) {
    lines.push('', `## ${context}`);
    for (const declaration of ofContext) {
      lines.push('', ...section(declaration));
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Types that a catalogue has and that are not declared: a log that holds one could not be read, now or in ten years. */
export function forsvundneTyper(katalog: string, declarations: readonly EventDeclaration[]): readonly string[] {
  const kendte = new Set(declarations.map(({ type }) => type));
  return [...katalog.matchAll(/^### (\S+)$/gm)].flatMap(([, type = '']) => (kendte.has(type) ? [] : [type]));
}

function section(declaration: EventDeclaration): string[] {
  const properties = Object.entries(declaration.schema.properties);
  const sealedFor = new Map(
    Object.entries(declaration.sealed).flatMap(([subject, fields]) => fields.map((field) => [field, subject])),
  );
  const journal = declaration.journal(
    Object.fromEntries(properties.map(([name, schema]) => [name, example(name, schema)])),
  );
  const { SEL, BL, begge } = declaration.legalBasis;
  const basis = [
    SEL && `serviceloven ${SEL.replace(/^SEL /, '')}`,
    BL && `barnets lov ${BL.replace(/^BL /, '')}`,
    begge,
  ].filter((text) => text !== undefined && text !== '');
  return [
    `### ${declaration.type}`,
    '',
    declaration.beskrivelse,
    '',
    `- Version: ${String(declaration.version)}`,
    `- Kategori i journalen: ${declaration.category}`,
    `- Retsgrundlag: ${basis.length > 0 ? basis.join(' · ') : 'intet særskilt'}`,
    `- Journalen: **${inline(journal.overskrift)}** – ${inline(journal.tekst)}`,
    '',
    '| Felt | Type | Krævet | Forseglet for |',
    '|---|---|---|---|',
    ...properties.map(
      ([name, schema]) =>
        `| \`${name}\` | ${cell(typeName(schema))} | ${OptionalKind in schema ? 'nej' : 'ja'} | ${sealedFor.has(name) ? `personen i \`${sealedFor.get(name) ?? ''}\`` : ''} |`,
    ),
  ];
}

function typeName(schema: TSchema): string {
  const {
    anyOf,
    type,
    items,
    const: literal,
    pattern,
  } = schema as TSchema & { anyOf?: TSchema[]; items?: TSchema; const?: unknown };
  if (anyOf) {
    return anyOf.map(typeName).join(' | ');
  }
  if (literal !== undefined) {
    return JSON.stringify(literal);
  }
  if (type === 'array' && items) {
    return `liste af ${typeName(items)}`;
  }
  const known = typeof pattern === 'string' ? sampleOf(pattern)?.name : undefined;
  return known ?? NAMES[String(type)] ?? 'værdi';
}

/** Patterns say little to a reader; what they let through says more. */
const SAMPLES = [
  { name: 'id (UUID)', text: '018f2d6e-7c1a-7000-8000-000000000001' },
  { name: 'dato', text: '2024-03-01' },
  { name: 'tidspunkt', text: '2024-03-01T10:15:00+01:00' },
] as const;

function sampleOf(pattern: string): (typeof SAMPLES)[number] | undefined {
  const regex = new RegExp(pattern);
  // What takes a text that is none of them is no pattern for one of them.
  return regex.test('x1') ? undefined : SAMPLES.find(({ text }) => regex.test(text));
}

const NAMES: Readonly<Record<string, string>> = {
  string: 'tekst',
  integer: 'heltal',
  number: 'tal',
  boolean: 'ja/nej',
  object: 'objekt',
  array: 'liste',
  null: 'tom',
};

/** Placeholders that show where fields come into the journal's line. */
function example(name: string, schema: TSchema): unknown {
  const {
    anyOf,
    type,
    pattern,
    items,
    properties,
    const: literal,
    examples,
  } = schema as Omit<TSchema, 'examples'> & {
    anyOf?: TSchema[];
    items?: TSchema;
    properties?: Record<string, TSchema>;
    const?: unknown;
    examples?: unknown[];
    type?: string;
    pattern?: string;
  };
  if (examples?.[0] !== undefined) {
    return examples[0];
  }
  if (literal !== undefined) {
    return literal;
  }
  if (anyOf?.[0]) {
    return example(name, anyOf[0]);
  }
  switch (type) {
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return 1;
    case 'array':
      return items ? [example(name, items)] : [];
    case 'object':
      return Object.fromEntries(Object.entries(properties ?? {}).map(([inner, of]) => [inner, example(inner, of)]));
    case 'string':
      return (typeof pattern === 'string' ? sampleOf(pattern)?.text : undefined) ?? `‹${name}›`;
    default:
      return `‹${name}›`;
  }
}

function inline(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
