import { type Aktoer } from '../auth/actor.js';
import { type DomainEvent } from '../eventstore/event-declaration.js';
import { type ExpectedVersion, type StreamWrite } from '../eventstore/event-store.js';
import { type Decider, type DecisionContext } from './decider.js';

/** What the HTTP edge (or a reactor, or the CLI) knows about a request; made once, generically. */
export interface RequestContext {
  readonly aktoer: Aktoer;
  /** From `Idempotency-Key`, tied to municipality and user; a UUID. */
  readonly commandId: string;
  readonly fingerprint: string;
  readonly korrelation: string;
  readonly aarsag?: string;
  /** From `If-Match`: the version the caller saw. */
  readonly ifMatch?: number;
  /** From `Prefer`: milliseconds to wait for read models; 0 = respond-async. */
  readonly waitMs: number;
}

/** Streams that were loaded while handling a command, for commands that touch more than one. */
export interface CommandSession {
  readonly context: DecisionContext;
  /** Loads and folds; remembers the version so that the write expects it. */
  state<C extends { readonly type: string }, E extends DomainEvent, S>(
    decider: Decider<C, E, S>,
    streamId: string,
  ): Promise<{ readonly state: S; readonly version: number }>;
  /** Decides on a stream and adds the events to the one commit of this command. Returns the new state. */
  decide<C extends { readonly type: string }, E extends DomainEvent, S>(
    decider: Decider<C, E, S>,
    streamId: string,
    command: C,
    options?: { readonly mustExist?: boolean; readonly expected?: ExpectedVersion },
  ): Promise<S>;
  /** A stream's kind and all that has happened in it, in order; empty when it does not exist. */
  stream(streamId: string): Promise<{
    readonly kind: string;
    /** Those that are stored have their place in the log. */
    readonly events: readonly (DomainEvent & { readonly position?: number })[];
  }>;
  /** Adds ready-made events to a stream (index streams and the like). */
  write(write: StreamWrite): void;
}

/**
 * The one command class on Nest's command bus. `handle` runs inside the generic handler, which has checked idempotency,
 * retries on conflict (unless If-Match was given), appends everything as one commit, waits for the read models of
 * `context` and answers with position and version. It may run more than once and must only use the session.
 * The returned record is the answer's body (ids, never personal data).
 */
export class ExecuteCommand {
  constructor(
    readonly request: RequestContext,
    readonly options: {
      /** Bounded context whose read models are waited for. */
      readonly context: string;
      /** Stream whose version is the answer's ETag and that If-Match is held against. */
      readonly etagStream: (answer: Readonly<Record<string, unknown>>) => string;
      readonly handle: (session: CommandSession) => Promise<Readonly<Record<string, unknown>>>;
    },
  ) {}
}

export interface CommandResult {
  readonly answer: Readonly<Record<string, unknown>>;
  readonly position: number;
  readonly version: number;
  readonly replayed: boolean;
  /** False when the read models had not caught up within the wait. */
  readonly readable: boolean;
}
