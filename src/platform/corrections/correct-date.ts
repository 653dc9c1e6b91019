import { Afvist } from '../../faelles/afvist.js';
import { lokalDato } from '../../faelles/lokal_dato.js';
import { foersteAf, kraevRettelse, sidsteAf } from '../../faelles/rettelse.js';
import { type DecisionContext } from '../commands/decider.js';
import { type DomainEvent, type EventDeclaration } from '../eventstore/event-declaration.js';
import { datoRettetType, erDatorettelse, rettetPaaPlads } from './date-correction.js';

/** One day in a stream: which of its events (1, 2 …), and the field of it. */
export interface Dag {
  readonly version: number;
  readonly felt: string;
  /** It is the local day of the instant that is put right. */
  readonly foelger?: true;
}

/** Which days were wrong, and what they should be. */
export interface Datoretning {
  /** What one step recorded with the same day in the same stream. */
  readonly dage: readonly Dag[];
  /** A local date, or an instant where the events have one. */
  readonly ny: string;
  readonly begrundelse: string;
}

/** What is derived from a stream's days anew: per event (1, 2 …) the fields that are others now. */
export type Afledning = (events: readonly DomainEvent[]) => ReadonlyMap<number, Readonly<Record<string, unknown>>>;

/** An event, and where in the log it stands. */
export type Logget = DomainEvent & { readonly position?: number };

export interface Rettelsesgrundlag {
  /** All that has happened in the stream, as it is known to have been; corrections hold their place. */
  readonly events: readonly Logget[];
  readonly erklaeringer: ReadonlyMap<string, EventDeclaration>;
  readonly afled: Afledning;
}

type Felter = Readonly<Record<string, unknown>>;

/** The corrections of days and of what is derived from them; refuses a day that cannot be. */
export function retDato(
  retning: Datoretning,
  { events, erklaeringer, afled }: Rettelsesgrundlag,
  context: DecisionContext,
): readonly DomainEvent[] {
  const { dage, ny, begrundelse } = retning;
  const kendte = medEgneRettelser(events);
  const nye = [...events];
  const aendret = new Map<number, Felter>();
  for (const dag of dage) {
    const nyt = { [dag.felt]: dag.foelger === true ? lokalDato(ny) : ny };
    kraevMulig(dag, { ...retning, ny: nyt[dag.felt] ?? ny }, { kendte, erklaeringer }, context);
    const event = nye[dag.version - 1];
    if (event !== undefined) nye[dag.version - 1] = { ...event, data: { ...event.data, ...nyt } };
    aendret.set(dag.version, { ...aendret.get(dag.version), ...nyt });
  }
  for (const [nr, felter] of afled(nye)) aendret.set(nr, { ...aendret.get(nr), ...felter });
  return [...aendret].flatMap(([nr, felter]) => {
    const event = events[nr - 1];
    const klar = event === undefined ? undefined : erklaeringer.get(event.type);
    if (event === undefined || klar === undefined) return [];
    // What follows from all the days may be what it was.
    const nyt = Object.fromEntries(Object.entries(felter).filter(([felt, vaerdi]) => event.data[felt] !== vaerdi));
    return Object.keys(nyt).length === 0 ? [] : [rettelse(event, nr, nyt, klar, { rettet: context.nu, begrundelse })];
  });
}

interface Kendt {
  readonly kendte: readonly DomainEvent[];
  readonly erklaeringer: ReadonlyMap<string, EventDeclaration>;
}

function kraevMulig(
  { version, felt }: Dag,
  { dage, ny, begrundelse }: Datoretning,
  { kendte, erklaeringer }: Kendt,
  context: DecisionContext,
): void {
  const rettet = kendte[version - 1];
  const regler = rettet === undefined ? undefined : erklaeringer.get(rettet.type)?.retbar?.[felt];
  const gammel = rettet?.data[felt];
  if (rettet === undefined || regler === undefined || typeof gammel !== 'string') {
    throw new Afvist('intet-at-rette', 'Hændelsen har ikke en dag, der kan rettes her.', { status: 409 });
  }
  if (gammel.length > 10 !== ny.length > 10) {
    throw new Afvist(
      'forkert-tidsform',
      gammel.length > 10 ? 'Skriv et tidspunkt: det, der rettes, har et klokkeslæt.' : 'Skriv en dag uden klokkeslæt.',
      { felt: gammel.length > 10 ? 'tidspunkt' : 'dato' },
    );
  }
  // What moves along with it is no limit.
  const andre = kendte.map((e, nr) => (dage.some((dag) => dag.version === nr + 1) ? undefined : e));
  const om = (typer: readonly string[] | undefined, blandt: readonly (DomainEvent | undefined)[]): readonly string[] =>
    blandt.flatMap((e) => (e === undefined ? [] : dagenAf(e, typer ?? [], rettet.data, regler.samme, erklaeringer)));
  // What another's day may not pass may not pass that either, though only the other says so.
  const erDagen = felt === feltAf(rettet, erklaeringer);
  const modsat = (side: 'efter' | 'foer', blandt: readonly (DomainEvent | undefined)[]): readonly string[] =>
    erDagen ? blandt.flatMap((e) => (e === undefined ? [] : holderSigTil(e, side, rettet, erklaeringer))) : [];
  kraevRettelse(
    {
      ...{ felt: 'dato', gammel, ny, begrundelse, planlagt: regler.planlagt },
      tidligst: sidsteAf(
        'Det kan ikke være sket før det, som det bygger på',
        // What was recorded out of order stays so: only what came before it must still come before it.
        ...[
          ...dageI(rettet, regler.efterFelter),
          ...om(regler.efter, andre.slice(0, version - 1)),
          ...modsat('foer', andre.slice(0, version - 1)),
        ].filter((d) => lokalDato(d) <= lokalDato(gammel)),
      ),
      senest: foersteAf(
        'Det kan ikke være sket efter det, som bygger på det',
        ...[
          ...dageI(rettet, regler.foerFelter),
          ...om(regler.foer, andre.slice(version)),
          ...modsat('efter', andre.slice(version)),
        ].filter((d) => lokalDato(d) >= lokalDato(gammel)),
      ),
    },
    context,
  );
}

/**
 * The correction of what follows from a day that stands in another stream: the latest of the stream's events that says it
 * is told anew. Nothing when it is as it was.
 */
export function retAfledt(
  events: readonly Logget[],
  erklaeringer: readonly EventDeclaration[],
  felter: Felter,
  om: { readonly rettet: string; readonly begrundelse: string },
): readonly DomainEvent[] {
  const kendte = rettetPaaPlads(events);
  const nr = kendte.findLastIndex(({ type }) => erklaeringer.some((e) => e.type === type)) + 1;
  const event = kendte[nr - 1];
  const klar = erklaeringer.find(({ type }) => type === event?.type);
  const nyt = Object.fromEntries(Object.entries(felter).filter(([felt, vaerdi]) => event?.data[felt] !== vaerdi));
  if (event === undefined || klar === undefined || Object.keys(nyt).length === 0) return [];
  return [rettelse(event, nr, nyt, klar, om)];
}

/** The days in the event itself, by their fields. */
function dageI({ data }: DomainEvent, felter: readonly string[] = []): readonly string[] {
  return felter.map((felt) => data[felt]).filter((v): v is string => typeof v === 'string');
}

/** When one of the given kinds of events happened, unless it is about something else. */
function dagenAf(
  e: DomainEvent,
  typer: readonly string[],
  rettet: Felter,
  samme: string | undefined,
  erklaeringer: ReadonlyMap<string, EventDeclaration>,
): readonly string[] {
  const andet = samme !== undefined && e.data[samme] !== undefined && e.data[samme] !== rettet[samme];
  if (!typer.includes(e.type) || andet) return [];
  const felt = feltAf(e, erklaeringer);
  return felt === undefined ? [] : dageI(e, [felt]);
}

/** The days of the event that say of themselves that they do not come before, or after, the one that is put right. */
function holderSigTil(
  e: DomainEvent,
  side: 'efter' | 'foer',
  rettet: DomainEvent,
  erklaeringer: ReadonlyMap<string, EventDeclaration>,
): readonly string[] {
  // What names nothing is about all that the stream is about.
  const andet = (samme: string | undefined): boolean => {
    const [her, der] = samme === undefined ? [] : [e.data[samme], rettet.data[samme]];
    return her !== undefined && der !== undefined && her !== der;
  };
  const felter = Object.entries(erklaeringer.get(e.type)?.retbar ?? {}).flatMap(([felt, regler]) =>
    regler[side]?.includes(rettet.type) === true && !andet(regler.samme) ? [felt] : [],
  );
  return dageI(e, felter);
}

/** The field with the day it happened; not those it only tells of: a decision was not made on the day of the talk before it. */
function feltAf(e: DomainEvent, erklaeringer: ReadonlyMap<string, EventDeclaration>): string | undefined {
  const retbare = Object.entries(erklaeringer.get(e.type)?.retbar ?? {});
  const [skete, fortalte] = [false, true].map((fortalt) =>
    retbare.filter(([, r]) => (r.oplysning ?? r.planlagt ?? false) === fortalt).map(([felt]) => felt),
  );
  return [...(skete ?? []), ...SKETE, ...(fortalte ?? [])].find((felt) => typeof e.data[felt] === 'string');
}

/** Where an event says when it happened, for those whose day is not corrected here. */
const SKETE = ['modtaget', 'vurderet', 'sendt', 'ivaerksat', 'ivaerksatDato', 'godkendtDato', 'dato'] as const;

/** Events that have a correction of their own, as that says they were: it is about those that name the same things by their ids. */
function medEgneRettelser(events: readonly DomainEvent[]): readonly DomainEvent[] {
  return events.reduce<readonly DomainEvent[]>((kendte, { type, data: { foer, ...nyt } }, nr) => {
    if (typeof foer !== 'object' || foer === null || erDatorettelse({ type })) return kendte;
    const andet = (data: Felter): boolean =>
      Object.entries(data).some(([felt, id]) => felt.endsWith('Id') && felt in nyt && nyt[felt] !== id);
    return kendte.map((e, plads) => {
      if (plads >= nr || andet(e.data)) return e;
      const rammes = Object.entries(foer).filter(([felt, gammel]) => e.data[felt] === gammel);
      return rammes.length === 0
        ? e
        : { ...e, data: { ...e.data, ...Object.fromEntries(rammes.map(([felt]) => [felt, nyt[felt]])) } };
    });
  }, events);
}

function rettelse(
  { type, data, position }: Logget,
  version: number,
  felter: Readonly<Record<string, unknown>>,
  { sealed }: EventDeclaration,
  om: { readonly rettet: string; readonly begrundelse: string },
): DomainEvent {
  const lukkede = new Set(Object.values(sealed).flat());
  const klare = Object.fromEntries(Object.entries(data).filter(([felt]) => !lukkede.has(felt)));
  return {
    type: datoRettetType(type),
    data: {
      barnId: data['barnId'],
      ...(data['sagId'] === undefined ? {} : { sagId: data['sagId'] }),
      ...{ rettetType: type, rettetVersion: version },
      ...(position === undefined ? {} : { rettetPosition: position }),
      haendelse: { ...klare, ...felter },
      foer: Object.fromEntries(Object.keys(felter).map((felt) => [felt, data[felt]])),
      ...om,
    },
  };
}
