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
  return declaration;
}

/** Makes a domain event of a declared type, checked by the compiler. */
export function event<N extends string, S extends TObject>(
  declaration: EventDeclaration<N, S>,
  data: Static<S>,
): { readonly type: N; readonly data: Static<S> } {
  return { type: declaration.type, data };
}
