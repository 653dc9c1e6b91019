import { type DomainEvent } from '../eventstore/event-declaration.js';
import {
  type EventStore,
  type ExpectedVersion,
  type StoredEvent,
  type StreamWrite,
} from '../eventstore/event-store.js';
import { ikkeFundet } from '../http/problem.js';
import { type CommandSession } from './command.js';
import { type Decider, type DecisionContext, fold } from './decider.js';

interface OpenStream {
  readonly kind: string;
  readonly stored: readonly StoredEvent[];
  readonly added: DomainEvent[];
  expected: ExpectedVersion;
}

type AnyCommand = { readonly type: string };

/** One attempt at a command: what it has read, at which versions, and what it wants to write. */
export class StoreSession implements CommandSession {
  readonly context: DecisionContext;
  private readonly streams = new Map<string, OpenStream>();
  /** Ids that were made here, so that nothing has them yet. */
  readonly freshIds = new Set<string>();
  private batch:
    { readonly ids: Set<string>; readonly events: Promise<ReadonlyMap<string, readonly StoredEvent[]>> } | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly tenant: number,
    /** 1, 2 …; from the second on a stream that was said to be new is looked at. */
    private readonly attempt: number,
    context: DecisionContext,
  ) {
    this.context = {
      ...context,
      nytId: () => {
        const id = context.nytId();
        this.freshIds.add(id);
        return id;
      },
    };
  }

  async state<C extends AnyCommand, E extends DomainEvent, S>(
    decider: Decider<C, E, S>,
    streamId: string,
  ): Promise<{ readonly state: S; readonly version: number }> {
    const stream = await this.open(decider.kind, streamId, false);
    return {
      state: fold(decider, [...stream.stored, ...stream.added]),
      version: stream.stored.length + stream.added.length,
    };
  }

  async decide<C extends AnyCommand, E extends DomainEvent, S>(
    decider: Decider<C, E, S>,
    streamId: string,
    command: C,
    options: { readonly mustExist?: boolean; readonly expected?: ExpectedVersion } = {},
  ): Promise<S> {
    const stream = await this.open(decider.kind, streamId, options.expected === 0 && this.attempt === 1);
    if (options.mustExist === true && stream.stored.length + stream.added.length === 0)
      throw ikkeFundet(nounOf(decider.kind), streamId);
    if (options.expected !== undefined) stream.expected = options.expected;
    const before = fold(decider, [...stream.stored, ...stream.added]);
    const events = decider.decide(command, before, this.context);
    stream.added.push(...events);
    return events.reduce<S>((state, event) => decider.evolve(state, event), before);
  }

  async stream(streamId: string): ReturnType<CommandSession['stream']> {
    const known = this.streams.get(streamId);
    if (known !== undefined) return { kind: known.kind, events: [...known.stored, ...known.added] };
    const [first] = await this.load(streamId);
    if (first === undefined) return { kind: '', events: [] };
    // What is expected of the stream is what the opening saw: more may have been written since its kind was looked up.
    const opened = await this.open(first.kind, streamId, false);
    return { kind: opened.kind, events: [...opened.stored, ...opened.added] };
  }

  write(write: StreamWrite): void {
    const open = this.streams.get(write.streamId);
    if (open === undefined) {
      this.streams.set(write.streamId, {
        kind: write.kind,
        stored: [],
        added: [...write.events],
        expected: write.expected,
      });
    } else {
      open.added.push(...write.events);
    }
  }

  /** Everything that was decided, in the order the streams were met. */
  writes(): readonly StreamWrite[] {
    return [...this.streams]
      .filter(([, stream]) => stream.added.length > 0)
      .map(([streamId, { kind, expected, added }]) => ({ streamId, kind, expected, events: added }));
  }

  /** The stored version, before this command. */
  async versionOf(streamId: string): Promise<number> {
    const open = this.streams.get(streamId);
    if (open !== undefined) return open.stored.length;
    return this.freshIds.has(streamId) ? 0 : (await this.load(streamId)).length;
  }

  private async open(kind: string, streamId: string, isNew: boolean): Promise<OpenStream> {
    const known = this.streams.get(streamId);
    if (known !== undefined) return sameKind(known, kind, streamId);
    const stored = isNew || this.freshIds.has(streamId) ? [] : await this.load(streamId);
    // Another part of the same command may have opened it while it was being loaded.
    const meanwhile = this.streams.get(streamId);
    if (meanwhile !== undefined) return sameKind(meanwhile, kind, streamId);
    const stream: OpenStream = { kind: stored[0]?.kind ?? kind, stored, added: [], expected: stored.length };
    this.streams.set(streamId, stream);
    return sameKind(stream, kind, streamId);
  }

  /** Streams that are asked for in the same turn of the event loop are fetched in one round trip. */
  private async load(streamId: string): Promise<readonly StoredEvent[]> {
    this.batch ??= this.newBatch();
    const { ids, events } = this.batch;
    ids.add(streamId);
    return (await events).get(streamId) ?? [];
  }

  private newBatch(): NonNullable<StoreSession['batch']> {
    const ids = new Set<string>();
    const events = Promise.resolve().then(async () => {
      this.batch = undefined;
      const [only, ...others] = ids;
      if (only !== undefined && others.length === 0) return new Map([[only, await this.store.load(this.tenant, only)]]);
      return this.store.loadMany(this.tenant, [...ids]);
    });
    return { ids, events };
  }
}

/** An id of something else is no id of this: a case's id does not open an investigation. */
function sameKind(stream: OpenStream, kind: string, streamId: string): OpenStream {
  if (stream.kind !== kind) throw ikkeFundet(nounOf(kind), streamId);
  return stream;
}

function nounOf(kind: string): string {
  return kind.slice(kind.indexOf('.') + 1);
}
