import { type TSchema } from '@sinclair/typebox';
import { boundedContexts } from '../../src/contexts.js';
import { indlaesLovpakke } from '../../src/faelles/lov/lovpakke.js';
import { type EventDeclaration } from '../../src/platform/eventstore/event-declaration.js';
import { gatherRegistrations } from '../../src/platform/registry.js';

/**
 * What a person has written is read in the journal (offentlighedsloven § 13). A reason that the law demands and that is
 * kept in a sealed field nobody is shown might as well not have been written.
 */
const { events } = gatherRegistrations(boundedContexts(indlaesLovpakke()));

/** A value of the shape, in which every text names its field. */
function proeve(navn: string, schema: TSchema): unknown {
  const led = schema['anyOf'] as readonly TSchema[] | undefined;
  if (led !== undefined) return proeve(navn, led.find((form) => form['type'] !== 'null') ?? schema);
  if ('const' in schema) return schema['const'];
  switch (schema['type']) {
    case 'string':
      return schema['pattern'] === undefined ? `<${navn}>` : '2026-11-23';
    case 'integer':
    case 'number':
      return 1;
    case 'boolean':
      return true;
    case 'array':
      return [proeve(navn, schema['items'] as TSchema)];
    case 'object':
      return Object.fromEntries(
        Object.entries((schema['properties'] as Readonly<Record<string, TSchema>> | undefined) ?? {}).map(
          ([felt, form]) => [felt, proeve(felt, form)],
        ),
      );
    default:
      return {};
  }
}

/** The event as it is with each value of each field that has a few: what is said may hang on the outcome. */
function proever({ schema }: EventDeclaration): readonly Readonly<Record<string, unknown>>[] {
  const felter = Object.entries(schema.properties);
  const hel = Object.fromEntries(felter.map(([navn, form]) => [navn, proeve(navn, form)]));
  const varianter = felter.flatMap(([navn, form]) => {
    const led = (form['anyOf'] as readonly TSchema[] | undefined) ?? [];
    const vaerdier =
      form['type'] === 'boolean' ? [true, false] : led.flatMap((et) => ('const' in et ? [et['const']] : []));
    return vaerdier.map((vaerdi) => ({ ...hel, [navn]: vaerdi }));
  });
  return [hel, ...varianter];
}

function tavse(erklaering: EventDeclaration): readonly string[] {
  const linjer = proever(erklaering).map((data) => {
    const { overskrift, tekst } = erklaering.journal(data);
    return `${overskrift} ${tekst}`;
  });
  const [hel = {}] = proever(erklaering);
  return Object.values(erklaering.sealed)
    .flat()
    .filter((felt) => hel[felt] === `<${felt}>` && !linjer.some((linje) => linje.includes(`<${felt}>`)));
}

/** Who somebody is, and where to find them: read in the person's own record, and not spread over the child's journal. */
const IDENTITET = [
  ...['netvaerk.PersonRegistreret: adresse', 'netvaerk.PersonRettet: adresse', 'netvaerk.PersonRettet: navn'],
  ...['sagsstyring.UnderretningModtaget: underretterKontakt', 'sagsstyring.AktindsigtAnmodet: anmoderNavn'],
];

test('det, der er skrevet i en hændelse, kan læses i journalen; kun hvem nogen er, står et andet sted', () => {
  const fundne = events.flatMap((erklaering) => tavse(erklaering).map((felt) => `${erklaering.type}: ${felt}`));
  expect(fundne.sort()).toEqual([...IDENTITET].sort());
});
