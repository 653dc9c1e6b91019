import { boundedContexts } from '../../src/contexts.js';
import { indlaesLovpakke } from '../../src/faelles/lov/lovpakke.js';
import { type EventDeclaration } from '../../src/platform/eventstore/event-declaration.js';
import { RETTES_VED } from '../../src/sagsstyring/frister/rettelser.js';

/**
 * A deadline is only as right as the days it rests on, and people write wrong days: each day that opens or meets a deadline
 * can be put right (databeskyttelsesforordningen art. 16).
 */
const lov = indlaesLovpakke();
const erklaeringer = new Map<string, EventDeclaration>(
  boundedContexts(lov).flatMap(({ events }) => events.map((e) => [e.type, e] as const)),
);

function kanRettes(haendelse: string, felt: string): boolean {
  // A correction of its own says in `foer` which days it is about.
  const egen = (RETTES_VED.get(haendelse) ?? []).some((rettelse) => {
    const foer = erklaeringer.get(rettelse)?.schema.properties['foer'];
    return felt in ((foer?.['properties'] as Readonly<Record<string, unknown>> | undefined) ?? {});
  });
  return egen || erklaeringer.get(haendelse)?.retbar?.[felt] !== undefined;
}

test('hver dag, der starter eller opfylder en frist, kan rettes (databeskyttelsesforordningen art. 16)', () => {
  const uden = new Set(
    lov.alleRegler.flatMap(({ aktiv, udloeser, opfyldtAf }) =>
      aktiv
        ? [...(udloeser === null ? [] : [udloeser]), ...opfyldtAf].flatMap(({ haendelse, dato }) =>
            kanRettes(haendelse, dato) ? [] : [`${haendelse}.${dato}`],
          )
        : [],
    ),
  );
  expect([...uden].sort()).toEqual([]);
});

test('det, en dag skal ligge efter eller før, findes', () => {
  for (const { type, retbar = {}, schema } of erklaeringer.values()) {
    for (const { efter = [], foer = [], efterFelter = [], foerFelter = [], samme } of Object.values(retbar)) {
      expect([type, [...efter, ...foer].filter((t) => !erklaeringer.has(t))]).toEqual([type, []]);
      const felter = [...efterFelter, ...foerFelter, ...(samme === undefined ? [] : [samme])];
      expect([type, felter.filter((felt) => !(felt in schema.properties))]).toEqual([type, []]);
    }
  }
});
