import { ChainWalk, digestOf, linkOf, type CommitRow } from './chain.js';
import { InvalidCommit, UnknownTenant } from './errors.js';
import { type EventCatalogue } from './event-catalogue.js';
import { EventCodec, type EventRow, type SealedCommit } from './event-codec.js';
import {
  type AppendOutcome,
  type ClearEvent,
  type Commit,
  type EventStore,
  type StoredEvent,
  type VerifyProblem,
} from './event-store.js';
import { ephemeralKeys, type StoreKeys } from './sealing/key-file.js';
import { Sealer } from './sealing/sealer.js';
import { MemorySubjectKeys } from './sealing/subject-keys.js';

interface Stream {
  readonly kind: string;
  readonly events: EventRow[];
  closed: boolean;
}

interface Tenant {
  readonly slug: string;
  readonly events: EventRow[];
  readonly commits: CommitRow[];
  readonly commands: Map<string, CommitRow>;
  readonly streams: Map<string, Stream>;
  us: number;
  closed: boolean;
}

export interface MemoryEventStoreOptions {
  readonly catalogue: EventCatalogue;
  readonly keys?: StoreKeys;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** For unit tests: seals, chains and refuses like the real one, and forgets everything. */
export class MemoryEventStore implements EventStore {
  readonly sealer: Sealer;
  private readonly codec: EventCodec;
  private readonly keys = new MemorySubjectKeys();
  private readonly byId = new Map<number, Tenant>();
  private readonly listeners = new Set<(tenant: number, head: number) => void>();

  constructor(private readonly options: MemoryEventStoreOptions) {
    this.sealer = new Sealer({ keys: options.keys ?? ephemeralKeys(), source: this.keys });
    this.codec = new EventCodec(options.catalogue, this.sealer);
  }

  openTenant(tenant: number, slug: string): Promise<void> {
    if (!this.byId.has(tenant)) {
      this.byId.set(tenant, {
        slug,
        events: [],
        commits: [],
        commands: new Map(),
        streams: new Map(),
        us: 0,
        closed: false,
      });
    }
    return Promise.resolve();
  }

  closeTenant(tenant: number): void {
    this.open(tenant).closed = true;
  }

  tenants(): Promise<readonly number[]> {
    return Promise.resolve([...this.byId.keys()].sort((a, b) => a - b));
  }

  async append(tenant: number, commit: Commit): Promise<AppendOutcome> {
    for (let attempt = 1; ; attempt += 1) {
      const sealed = await this.codec.seal(tenant, commit, attempt);
      const outcome = this.write(tenant, this.open(tenant), sealed);
      if (outcome === 'rekey') {
        for (const { subjectId } of sealed.keys) {
          this.sealer.forget(tenant, subjectId);
        }
        continue;
      }
      this.sealer.settle(tenant, sealed.keys);
      if (outcome.outcome === 'ok') {
        for (const listener of this.listeners) {
          listener(tenant, outcome.position);
        }
      }
      return outcome;
    }
  }

  findCommit(tenant: number, commandId: string): ReturnType<EventStore['findCommit']> {
    const row = this.byId.get(tenant)?.commands.get(commandId.toLowerCase());
    return Promise.resolve(row && { fingerprint: row.fingerprint, ...answered(row) });
  }

  async load(
    tenant: number,
    streamId: string,
    options: { readonly afterVersion?: number; readonly untilPosition?: number } = {},
  ): Promise<readonly StoredEvent[]> {
    const { afterVersion = 0, untilPosition = Infinity } = options;
    const events = this.byId.get(tenant)?.streams.get(streamId.toLowerCase())?.events ?? [];
    return this.codec.opened(
      tenant,
      events.filter((row) => row.version > afterVersion && row.position <= untilPosition),
    );
  }

  async loadMany(
    tenant: number,
    streamIds: readonly string[],
    options: { readonly untilPosition?: number } = {},
  ): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
    const streams = new Map<string, readonly StoredEvent[]>();
    for (const id of streamIds) {
      streams.set(id, await this.load(tenant, id, options));
    }
    return streams;
  }

  async read(tenant: number, after: number, limit: number): Promise<readonly StoredEvent[]> {
    return this.codec.opened(tenant, this.page(tenant, after, limit));
  }

  readClear(tenant: number, after: number, limit: number): Promise<readonly ClearEvent[]> {
    return Promise.resolve(this.page(tenant, after, limit).map((row) => this.codec.clear(tenant, row)));
  }

  async readAt(tenant: number, positions: readonly number[]): Promise<readonly StoredEvent[]> {
    const events = this.byId.get(tenant)?.events ?? [];
    return this.codec.opened(
      tenant,
      positions.flatMap((position) => events[position - 1] ?? []),
    );
  }

  head(tenant: number): Promise<number> {
    return Promise.resolve(this.byId.get(tenant)?.events.length ?? 0);
  }

  positionAt(tenant: number, instant: string): Promise<number> {
    const until = (Math.floor(Date.parse(instant)) + 1) * 1000;
    return Promise.resolve(
      this.byId.get(tenant)?.commits.findLast((commit) => Number(commit.us) < until)?.position ?? 0,
    );
  }

  subscribe(listener: (tenant: number, head: number) => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  verify(tenant: number, after = 0, to = Infinity): Promise<readonly VerifyProblem[]> {
    const { commits, events } = this.open(tenant);
    const from = commits.findLast((commit) => commit.position <= after);
    const walk = new ChainWalk(tenant, from?.position ?? 0, Buffer.from(from?.hash ?? '', 'hex'));
    for (const commit of commits) {
      if (commit.position > walk.at && commit.position <= to) {
        walk.step(
          commit,
          events.filter((row) => row.position > walk.at && row.position <= commit.position),
        );
      }
    }
    return Promise.resolve(walk.problems);
  }

  closeStream(tenant: number, streamId: string): Promise<boolean> {
    const stream = this.open(tenant).streams.get(streamId.toLowerCase());
    if (!stream || stream.closed) {
      return Promise.resolve(false);
    }
    stream.closed = true;
    return Promise.resolve(true);
  }

  destroySubjectKey(tenant: number, subjectId: string): Promise<boolean> {
    const destroyed = this.keys.destroy(tenant, subjectId.toLowerCase());
    this.sealer.forget(tenant, subjectId.toLowerCase());
    return Promise.resolve(destroyed);
  }

  close(): Promise<void> {
    this.listeners.clear();
    return Promise.resolve();
  }

  /** Without awaiting anything: two appends cannot interleave. */
  private write(tenant: number, log: Tenant, commit: SealedCommit): AppendOutcome | 'rekey' {
    if (log.closed) {
      throw new UnknownTenant(tenant);
    }
    const earlier = log.commands.get(commit.commandId);
    if (earlier) {
      return earlier.fingerprint === commit.fingerprint
        ? { outcome: 'replayed', ...answered(earlier) }
        : { outcome: 'other-body' };
    }
    if (!commit.keys.map((key) => this.keys.keep(tenant, key)).every(Boolean)) {
      return 'rekey';
    }
    for (const { streamId, kind, expected } of commit.parts) {
      const stream = log.streams.get(streamId);
      if (stream?.closed === true) {
        return { outcome: 'closed', streamId };
      }
      if (stream && stream.kind !== kind) {
        throw new InvalidCommit(`Stream ${streamId} is of another kind than the commit says`);
      }
      const version = stream?.events.length ?? 0;
      if (expected >= 0 && expected !== version) {
        return { outcome: 'conflict', streamId, version };
      }
    }
    log.us = Math.max(log.us, (this.options.now?.() ?? Date.now()) * 1000);
    const us = String(log.us);
    const added: EventRow[] = [];
    const versions: Record<string, number> = {};
    for (const { streamId, kind, events } of commit.parts) {
      const stream = log.streams.get(streamId) ?? { kind, events: [], closed: false };
      for (const { type, schemaVersion, data } of events) {
        const row = {
          position: log.events.length + 1,
          streamId,
          kind,
          version: stream.events.length + 1,
          type,
          schemaVersion,
          us,
          data,
          meta: commit.meta,
        };
        stream.events.push(row);
        log.events.push(row);
        added.push(row);
        log.streams.set(streamId, stream);
      }
      versions[streamId] = stream.events.length;
    }
    const { commandId, fingerprint, answer } = commit;
    const row = {
      position: log.events.length,
      size: added.length,
      commandId,
      us,
      fingerprint,
      answer,
      versions: JSON.stringify(versions),
    };
    const prev = Buffer.from(log.commits.at(-1)?.hash ?? '', 'hex');
    const kept: CommitRow = {
      ...row,
      hash: linkOf(
        prev,
        tenant,
        row,
        added.map((event) => digestOf(tenant, event)),
      ).toString('hex'),
    };
    log.commits.push(kept);
    log.commands.set(commandId, kept);
    return { outcome: 'ok', ...answered(kept) };
  }

  private page(tenant: number, after: number, limit: number): EventRow[] {
    return (this.byId.get(tenant)?.events ?? []).slice(Math.max(after, 0), Math.max(after, 0) + limit);
  }

  private open(tenant: number): Tenant {
    const log = this.byId.get(tenant);
    if (!log) {
      throw new UnknownTenant(tenant);
    }
    return log;
  }
}

function answered(row: CommitRow): {
  position: number;
  versions: Record<string, number>;
  answer: Record<string, unknown>;
} {
  return {
    position: row.position,
    versions: JSON.parse(row.versions) as Record<string, number>,
    answer: JSON.parse(row.answer) as Record<string, unknown>,
  };
}
