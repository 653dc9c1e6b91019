import { type Static, type TObject } from '@sinclair/typebox';

/** How an event reads in the child's journal. Danish, for caseworkers; may use sealed fields: it is rendered when the journal is read. */
export interface JournalLine {
  readonly overskrift: string;
  readonly tekst: string;
}

/** Groups journal lines for the caseworker's filter. */
export const JOURNAL_CATEGORIES = [
  'underretning',
  'sag',
  'undersoegelse',
  'plan',
  'indsats',
  'opfoelgning',
  'afgoerelse',
  'notat',
  'person',
  'administration',
] as const;
export type JournalCategory = (typeof JOURNAL_CATEGORIES)[number];

export interface LegalBasis {
  /** Serviceloven, to 2023-12-31. */
  readonly SEL?: string;
  /** Barnets lov, from 2024-01-01. */
  readonly BL?: string;
  /** Law that did not change with the act, e.g. forvaltningsloven. */
  readonly begge?: string;
}

/**
 * A day in an event that can be put right when it was recorded wrongly, and what it must not pass. Days of events that have
 * a correction of their own are not named here.
 */
export interface Retbar {
  /** Events before it in its stream that it cannot come before. */
  readonly efter?: readonly string[];
  /** Events after it in its stream that it cannot come after. */
  readonly foer?: readonly string[];
  /** Days in the event itself that it cannot come before, and those it cannot come after. */
  readonly efterFelter?: readonly string[];
  readonly foerFelter?: readonly string[];
  /** Of these events only those about the same, by this id, where they name one (two statements in one investigation). */
  readonly samme?: string;
  /** Who may, besides the caseworker's leader; a caseworker when nothing is said. */
  readonly roller?: readonly string[];
  /** Never by itself: it only follows what was recorded by the same command. */
  readonly kunSammen?: true;
  /** A day of its own: what was recorded with the same day by the same command neither takes it along nor follows it. */
  readonly alene?: true;
  /**
   * Not the day it happened, but one that the event tells of, as the child's talk before a decision: meant only when it is
   * named. In the same step's other events the same field follows it, and nothing else; it may be of the other act's time.
   */
  readonly oplysning?: true;
  /** The same of a day that was planned or promised: it may also lie ahead. */
  readonly planlagt?: true;
}

/**
 * The one declaration of an event type: name, version, shape, what is sealed for whom, and how it reads in the journal.
 * `sealed` maps the name of a clear field that holds a data subject's id to the fields that belong to that person. Sealed
 * fields never reach a projection or the event table in the clear; deciders and readers see them opened. After the
 * person's key is destroyed a sealed string reads '[slettet]' and any other sealed field is absent, so sealed fields
 * that are not strings must be optional.
 */
export interface EventDeclaration<N extends string = string, S extends TObject = TObject> {
  /** `kontekst.HaendelseIDatid` */
  readonly type: N;
  readonly version: number;
  readonly schema: S;
  readonly sealed: Readonly<Record<string, readonly string[]>>;
  readonly category: JournalCategory;
  /** What happened, one Danish sentence for the catalogue. */
  readonly beskrivelse: string;
  /** A method, not a function property: only so do declarations of different shapes fit in one list. */
  journal(data: Static<S>): JournalLine;
  readonly legalBasis: LegalBasis;
  /** The days that a user can put right, by field. */
  readonly retbar?: Readonly<Record<string, Retbar>>;
  /** From version n to n + 1, for every stored older version. Works on clear and sealed fields together. */
  readonly upcasts?: Readonly<Record<number, (old: Record<string, unknown>) => Record<string, unknown>>>;
}

export type EventOf<D> =
  D extends EventDeclaration<infer N, infer S> ? { readonly type: N; readonly data: Static<S> } : never;

/** A domain event as deciders make and fold it. */
export interface DomainEvent<N extends string = string, D = Record<string, unknown>> {
  readonly type: N;
  readonly data: D;
}

export function declareEvent<const N extends string, S extends TObject>(
  declaration: EventDeclaration<N, S>,
): EventDeclaration<N, S> {
  for (const [subjectField, fields] of Object.entries(declaration.sealed)) {
    for (const field of [subjectField, ...fields]) {
      if (!(field in declaration.schema.properties)) {
        throw new Error(`Event ${declaration.type}: sealed names the field ${field}, which its schema does not have`);
      }
    }
  }
  for (const field of Object.keys(declaration.retbar ?? {})) {
    if (!(field in declaration.schema.properties) || !('barnId' in declaration.schema.properties)) {
      throw new Error(`Event ${declaration.type}: retbar names ${field}, but it or the child is not in the schema`);
    }
  }
  return declaration;
}

/** Makes a domain event of a declared type, checked by the compiler. */
export function event<N extends string, S extends TObject>(
  declaration: EventDeclaration<N, S>,
  data: Static<S>,
): { readonly type: N; readonly data: Static<S> } {
  return { type: declaration.type, data };
}
