import { Tidspunkt } from '../felter.js';
import { type Lovpakke } from './lovpakke.js';
import { Lovpakkefejl, type Fejl } from './lovpakkefejl.js';
import { type Regel } from './regel.js';

/** What is asked of a declared event: its fields, and which of them are sealed and so not seen by deadlines. */
interface Erklaering {
  readonly type: string;
  readonly schema: { readonly properties: Readonly<Record<string, unknown>> };
  readonly sealed: Readonly<Record<string, readonly string[]>>;
}

/** Refuses a pack with a rule that waits for an event or a field that does not exist: its deadline would never start. */
export function kraevKendteHaendelser(lov: Lovpakke, erklaeringer: readonly Erklaering[]): void {
  const kendte = new Map(erklaeringer.map((e) => [e.type, e]));
  const fejl = lov.alleRegler.flatMap((regel): readonly Fejl[] => {
    const aarsager = omtalte(regel).flatMap(
      ([haendelse, felt]) => mangel(kendte.get(haendelse), haendelse, felt) ?? [],
    );
    return [...new Set([...aarsager, ...timerUdenKlokkeslaet(regel, kendte)])].map((aarsag) => ({
      fil: regel.fil,
      regel: regel.id,
      aarsag,
    }));
  });
  if (fejl.length > 0) throw new Lovpakkefejl(fejl);
}

function mangel(erklaering: Erklaering | undefined, haendelse: string, felt: string): string | undefined {
  if (erklaering === undefined) return `no event is called ${haendelse}`;
  if (!(felt in erklaering.schema.properties)) return `the event ${haendelse} has no field ${felt}`;
  if (Object.values(erklaering.sealed).flat().includes(felt)) return `${felt} of ${haendelse} is sealed`;
  return undefined;
}

// Hours after a mere date would stop the deadline view at the first such event.
function timerUdenKlokkeslaet(regel: Regel, kendte: ReadonlyMap<string, Erklaering>): readonly string[] {
  if (regel.enhed !== 'TIME' || regel.udloeser === null) return [];
  const { haendelse, dato } = regel.udloeser;
  const felt = kendte.get(haendelse)?.schema.properties[dato] as { readonly pattern?: string } | undefined;
  if (felt === undefined || felt.pattern === Tidspunkt.pattern) return [];
  return [`hours need a time of day, and ${dato} of ${haendelse} has none`];
}

function omtalte(regel: Regel): readonly (readonly [haendelse: string, felt: string])[] {
  const kilder = [
    ...(regel.udloeser === null ? [] : [regel.udloeser]),
    ...regel.opfyldtAf,
    ...(regel.fremrykkesVed ?? []),
  ];
  const udloeser = regel.udloeser?.haendelse;
  const afUdloeseren = [
    ...regel.betingelser.map((b) => b.felt),
    ...(regel.datofelt === undefined ? [] : [regel.datofelt]),
  ];
  return [
    ...kilder.flatMap(({ haendelse, noegle, dato }) => [[haendelse, noegle] as const, [haendelse, dato] as const]),
    ...regel.opfyldtAf.flatMap(({ haendelse, betingelser = [] }) =>
      betingelser.map((b) => [haendelse, b.felt] as const),
    ),
    ...regel.bortfalderVed.flatMap(({ haendelse, noegle, dato }) => [
      [haendelse, noegle] as const,
      ...(dato === undefined ? [] : [[haendelse, dato] as const]),
    ]),
    ...(udloeser === undefined ? [] : afUdloeseren.map((felt) => [udloeser, felt] as const)),
  ];
}
