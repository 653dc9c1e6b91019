import { type DomainEvent } from './event-declaration.js';

/** Who did it, in what role, because of what. Never personal data about the child or family. */
export interface EventMeta {
  /** The user id of the person or system that sent the command. */
  readonly aktoer: string;
  readonly roller: readonly string[];
  /** Ties together everything that one request led to. */
  readonly korrelation: string;
  /** `<tenant>/<position>` of the event that caused this one, when a reactor sent the command. */
  readonly aarsag?: string;
}

/** Expected version of a stream: a number of events, 0 = must not exist, 'any' = whatever it is. */
export type ExpectedVersion = number | 'any';

export interface StreamWrite {
  readonly streamId: string;
  /** `kontekst.navneord`, e.g. `sagsstyring.underretning`. */
  readonly kind: string;
  readonly expected: ExpectedVersion;
  readonly events: readonly DomainEvent[];
}

/** What one command wrote: all of it or nothing. */
export interface Commit {
  /** UUID; the same command id is answered as the first time and never written twice. */
  readonly commandId: string;
  /** SHA-256 (hex) of what the command said; the same id with another fingerprint is refused. */
  readonly fingerprint: string;
  readonly writes: readonly StreamWrite[];
  readonly meta: EventMeta;
  /** What the first answer said (ids, never personal data), kept so that a repeat is answered alike. */
  readonly answer: Readonly<Record<string, unknown>>;
  /**
   * Ids made while the command was handled: nobody can have given such a person a key before, so none is looked for. Should
   * it not hold, the append notices and the key that there is is used.
   */
  readonly freshIds?: ReadonlySet<string>;
}

export type AppendOutcome =
  | {
      readonly outcome: 'ok';
      readonly position: number;
      readonly versions: Readonly<Record<string, number>>;
      readonly answer: Readonly<Record<string, unknown>>;
    }
  | {
      readonly outcome: 'replayed';
      readonly position: number;
      readonly versions: Readonly<Record<string, number>>;
      readonly answer: Readonly<Record<string, unknown>>;
    }
  | { readonly outcome: 'other-body' }
  | { readonly outcome: 'conflict'; readonly streamId: string; readonly version: number }
  | { readonly outcome: 'closed'; readonly streamId: string };

/** An event as it was stored, opened: sealed fields are back in `data` (or '[slettet]'). Upcast to the current version. */
export interface StoredEvent extends DomainEvent {
  readonly tenant: number;
  readonly position: number;
  readonly streamId: string;
  readonly kind: string;
  readonly version: number;
  readonly schemaVersion: number;
  /** ISO 8601 UTC with microseconds cut to milliseconds: when the store knew. */
  readonly registreret: string;
  readonly meta: EventMeta;
}

/**
 * An event as projections see it: clear fields only, and for each data subject one sealed blob (base64) that may be
 * carried into a read model as it is and opened when read.
 */
export interface ClearEvent {
  readonly tenant: number;
  readonly position: number;
  readonly streamId: string;
  readonly version: number;
  readonly type: string;
  readonly registreret: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** subject id -> sealed blob, opened by `Sealer.open`. */
  readonly sealed: Readonly<Record<string, string>>;
  readonly meta: EventMeta;
}

export interface VerifyProblem {
  readonly position: number;
  readonly problem: 'gap' | 'missing-event' | 'extra-event' | 'hash' | 'seal-mismatch' | 'truncated' | 'bad-signature';
  readonly detail: string;
}

/** The port. PostgreSQL is the default adapter; memory for tests; KurrentDB fits (streams, expected revision, multi-stream append). */
export interface EventStore {
  /** Opens a municipality; doing it twice is fine. */
  openTenant(tenant: number, slug: string): Promise<void>;
  tenants(): Promise<readonly number[]>;
  append(tenant: number, commit: Commit): Promise<AppendOutcome>;
  /** Looks up a command that was carried out before, without writing. */
  findCommit(
    tenant: number,
    commandId: string,
  ): Promise<
    | {
        readonly fingerprint: string;
        readonly position: number;
        readonly versions: Readonly<Record<string, number>>;
        readonly answer: Readonly<Record<string, unknown>>;
      }
    | undefined
  >;
  /** A stream's events, opened, in order; empty when it does not exist. `untilPosition` asks what was known then. */
  load(
    tenant: number,
    streamId: string,
    options?: { readonly afterVersion?: number; readonly untilPosition?: number },
  ): Promise<readonly StoredEvent[]>;
  /** Several streams in one round trip. */
  loadMany(
    tenant: number,
    streamIds: readonly string[],
    options?: { readonly untilPosition?: number },
  ): Promise<ReadonlyMap<string, readonly StoredEvent[]>>;
  /** The log in order, opened. */
  read(tenant: number, after: number, limit: number): Promise<readonly StoredEvent[]>;
  /** The log in order, as projections see it. */
  readClear(tenant: number, after: number, limit: number): Promise<readonly ClearEvent[]>;
  /** Opened events at given positions (the journal's page), in the order of the positions. */
  readAt(tenant: number, positions: readonly number[]): Promise<readonly StoredEvent[]>;
  head(tenant: number): Promise<number>;
  /** The last position whose commit was registered at or before the instant: `kendtPr`. */
  positionAt(tenant: number, instant: string): Promise<number>;
  /** Called after commits of this or another process; may be called more often than needed. Returns an unsubscribe function. */
  subscribe(listener: (tenant: number, head: number) => void): () => void;
  verify(tenant: number, after?: number, to?: number): Promise<readonly VerifyProblem[]>;
  closeStream(tenant: number, streamId: string): Promise<boolean>;
  /** Destroys a person's key: everything sealed for that person is gone everywhere, for good. */
  destroySubjectKey(tenant: number, subjectId: string): Promise<boolean>;
  close(): Promise<void>;
}
