import { type EntitySchema } from 'typeorm';
import { type Skridt } from '../faelles/skridt.js';
import { type Afledning } from './corrections/correct-date.js';
import { type Afskrift } from './corrections/copied-day.js';
import { type EventDeclaration } from './eventstore/event-declaration.js';
import { type StoredEvent } from './eventstore/event-store.js';
import { type Projection } from './projection/projection.js';
import { type Reactor } from './reactor/reactor.js';

/**
 * Derives guidance from the events of one kind of stream, so that advice and decisions come from the same state. Several
 * sources may speak about the same kind; all of them are asked.
 */
export interface GuidanceSource {
  /** Kind of stream, e.g. `ics.undersoegelse`. */
  readonly kind: string;
  /** Whether the rules look at the child's brothers and sisters: then their streams as persons are around too. */
  readonly withSiblings?: true;
  /** Ids of streams that the stream names and the rules look at: they are around too when they are of another of the child's cases. */
  readonly elsewhere?: (events: readonly StoredEvent[]) => readonly string[];
  /** `around`: all streams of the case, and the child's own, for what the rules look at outside the stream itself. */
  readonly steps: (events: readonly StoredEvent[], iDag: string, around: Streams) => readonly Skridt[];
  /** Why nothing is to be done, Danish, for a state that has no steps; undefined when there is something to do. */
  readonly rest?: (events: readonly StoredEvent[], iDag: string, around: Streams) => string | undefined;
}

export type Streams = readonly (readonly StoredEvent[])[];

/** Guidance that no stream shows alone: what follows from all that belongs to a case, e.g. a conclusion that nobody acted on. */
export interface CaseGuidance {
  readonly steps: (streams: Streams, iDag: string) => readonly Skridt[];
}

/** What a bounded context brings to the platform. */
export interface ContextRegistration {
  /** `sagsstyring`, `ics` … */
  readonly name: string;
  readonly events: readonly EventDeclaration[];
  readonly projections: readonly Projection[];
  /** TypeORM entities of its read models, for queries. */
  readonly entities?: readonly (EntitySchema | (new () => object))[];
  /** What may, must and must not be done next, per kind of stream. */
  readonly guidance?: readonly GuidanceSource[];
  /** The same for a case as a whole. */
  readonly caseGuidance?: readonly CaseGuidance[];
  /** Work that its events start elsewhere. */
  readonly reactors?: readonly Reactor[];
  /** What is derived from the days of a kind of stream, e.g. `oekonomi.anbringelse`, for when one of them is put right. */
  readonly afledninger?: Readonly<Record<string, Afledning>>;
  /** Days that its events took from another's, and that follow it when it is put right. */
  readonly afskrifter?: readonly Afskrift[];
}

/** Everything that all contexts bring, checked for what only shows when they are put together. */
export interface Registry {
  readonly events: readonly EventDeclaration[];
  readonly projections: readonly Projection[];
  readonly entities: readonly (EntitySchema | (new () => object))[];
  readonly reactors: readonly Reactor[];
}

export function gatherRegistrations(contexts: readonly ContextRegistration[]): Registry {
  const events = contexts.flatMap((context) => context.events);
  const projections = contexts.flatMap((context) => context.projections);
  refuseTwice(
    'context',
    contexts.map(({ name }) => name),
  );
  refuseTwice(
    'event type',
    events.map(({ type }) => type),
  );
  refuseTwice(
    'projection',
    projections.map(({ name }) => name),
  );
  const known = new Set(events.map(({ type }) => type));
  for (const { name, events: wanted } of projections) {
    const unknown = wanted === '*' ? undefined : wanted.find((type) => !known.has(type));
    if (unknown !== undefined) throw new Error(`Projection ${name} wants ${unknown}, which no context has declared`);
  }
  return {
    events,
    projections,
    entities: contexts.flatMap((context) => context.entities ?? []),
    reactors: contexts.flatMap((context) => context.reactors ?? []),
  };
}

function refuseTwice(what: string, names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`The ${what} ${twice} is registered twice`);
}
