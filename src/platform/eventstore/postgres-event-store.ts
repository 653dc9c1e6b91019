import { type Pool } from 'pg';
import { codeOf } from './database-errors.js';
import { InvalidCommit } from './errors.js';
import { EventCodec, isUuid } from './event-codec.js';
import { type EventCatalogue } from './event-catalogue.js';
import {
  type AppendOutcome,
  type ClearEvent,
  type Commit,
  type EventStore,
  type StoredEvent,
  type VerifyProblem,
} from './event-store.js';
import { HeadWatch } from './head-watch.js';
import { PostgresAppend } from './postgres-append.js';
import { PostgresReads } from './postgres-reads.js';
import { verifyChain, type VerifyProgress } from './postgres-verify.js';
import { type Sealer } from './sealing/sealer.js';
import { TenantReader } from './tenant-reader.js';

export interface PostgresEventStoreOptions {
  /** Logs in as es_app; `pipeline: true` saves two round trips on each read. Ended by the one who made it. */
  readonly pool: Pool;
  /** Connection string for LISTEN. */
  readonly listenUrl?: string;
  readonly catalogue: EventCatalogue;
  readonly sealer: Sealer;
  readonly pollMs?: number;
  /** Faults that no call can be blamed for: the listening connection, a listener that throws. */
  readonly onError?: (error: unknown) => void;
}

/** More than one try is only needed when another process makes a person's first key at the same moment, or destroys it. */
const KEY_ATTEMPTS = 5;

/** The default adapter. */
export class PostgresEventStore implements EventStore {
  private readonly codec: EventCodec;
  private readonly appends: PostgresAppend;
  private readonly reads: PostgresReads;
  private readonly watch: HeadWatch;

  constructor(private readonly options: PostgresEventStoreOptions) {
    const { pool, listenUrl, catalogue, sealer, pollMs, onError } = options;
    this.codec = new EventCodec(catalogue, sealer);
    this.appends = new PostgresAppend(pool);
    this.reads = new PostgresReads(new TenantReader(pool));
    this.watch = new HeadWatch({
      pool,
      listenUrl,
      pollMs,
      onKeyDestroyed: (tenant, subjectId) => {
        sealer.forget(tenant, subjectId);
      },
      onReconnect: () => {
        sealer.forgetAll();
      },
      onError: onError ?? (() => undefined),
    });
  }

  async openTenant(tenant: number, slug: string): Promise<void> {
    await this.options.pool.query('SELECT es.open_tenant($1, $2)', [tenant, slug]);
  }

  async tenants(): Promise<readonly number[]> {
    const { rows } = await this.options.pool.query<{ tenant_id: number }>(
      'SELECT tenant_id FROM es.tenant ORDER BY tenant_id',
    );
    return rows.map((row) => row.tenant_id);
  }

  async append(tenant: number, commit: Commit): Promise<AppendOutcome> {
    this.watch.start();
    for (let attempt = 1; ; attempt += 1) {
      const sealed = await this.codec.seal(tenant, commit, attempt);
      const row = await this.appends.append(tenant, sealed).finally(() => {
        this.options.sealer.settle(tenant, sealed.keys);
      });
      switch (row.outcome) {
        case 'ok':
          this.watch.committed(tenant, row.position);
          return {
            outcome: 'ok',
            position: row.position,
            versions: JSON.parse(row.versions) as Record<string, number>,
            answer: commit.answer,
          };
        case 'replayed':
          this.watch.committed(tenant, row.position);
          return {
            outcome: 'replayed',
            position: row.position,
            versions: JSON.parse(row.versions) as Record<string, number>,
            answer: JSON.parse(row.answer) as Record<string, unknown>,
          };
        case 'other-body':
          return { outcome: 'other-body' };
        case 'conflict':
          return { outcome: 'conflict', streamId: row.streamId, version: row.version };
        case 'closed':
          return { outcome: 'closed', streamId: row.streamId };
        case 'wrong-kind':
          throw new InvalidCommit(`Stream ${row.streamId} is of another kind than the commit says`);
        case 'rekey':
          if (attempt === KEY_ATTEMPTS) {
            throw new Error('The keys of the data subjects changed again and again while a commit was sealed');
          }
          for (const { subjectId } of sealed.keys) {
            this.options.sealer.forget(tenant, subjectId);
          }
      }
    }
  }

  async findCommit(tenant: number, commandId: string): ReturnType<EventStore['findCommit']> {
    const row = isUuid(commandId) ? await this.reads.command(tenant, commandId) : undefined;
    return (
      row && {
        fingerprint: row.fingerprint,
        position: row.position,
        versions: JSON.parse(row.versions) as Record<string, number>,
        answer: JSON.parse(row.answer) as Record<string, unknown>,
      }
    );
  }

  async load(
    tenant: number,
    streamId: string,
    options: { readonly afterVersion?: number; readonly untilPosition?: number } = {},
  ): Promise<readonly StoredEvent[]> {
    if (!isUuid(streamId)) {
      return [];
    }
    this.watch.start();
    const { afterVersion = 0, untilPosition } = options;
    const whole = afterVersion === 0 && untilPosition === undefined;
    const rows = whole
      ? await this.reads.wholeStreams(tenant, [streamId.toLowerCase()])
      : await this.reads.streams(tenant, [streamId], afterVersion, untilPosition);
    return this.codec.opened(tenant, rows);
  }

  async loadMany(
    tenant: number,
    streamIds: readonly string[],
    options: { readonly untilPosition?: number } = {},
  ): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
    const streams = new Map<string, StoredEvent[]>(streamIds.map((id) => [id, []]));
    const ids = [...streams.keys()].filter(isUuid);
    if (ids.length > 0) {
      this.watch.start();
      const byStored = new Map(ids.map((id) => [id.toLowerCase(), streams.get(id)]));
      const rows =
        options.untilPosition === undefined
          ? await this.reads.wholeStreams(tenant, [...byStored.keys()])
          : await this.reads.streams(tenant, ids, 0, options.untilPosition);
      for (const event of await this.codec.opened(tenant, rows)) {
        byStored.get(event.streamId)?.push(event);
      }
    }
    return streams;
  }

  async read(tenant: number, after: number, limit: number): Promise<readonly StoredEvent[]> {
    this.watch.start();
    return this.codec.opened(tenant, await this.reads.log(tenant, after, limit));
  }

  async readClear(tenant: number, after: number, limit: number): Promise<readonly ClearEvent[]> {
    const rows = await this.reads.bareLog(tenant, after, undefined, limit);
    return rows.map((row) => this.codec.clear(tenant, row));
  }

  async readAt(tenant: number, positions: readonly number[]): Promise<readonly StoredEvent[]> {
    if (positions.length === 0) {
      return [];
    }
    this.watch.start();
    const events = await this.codec.opened(tenant, await this.reads.at(tenant, positions));
    const byPosition = new Map(events.map((event) => [event.position, event]));
    return positions.flatMap((position) => byPosition.get(position) ?? []);
  }

  head(tenant: number): Promise<number> {
    return this.reads.head(tenant);
  }

  positionAt(tenant: number, instant: string): Promise<number> {
    return this.reads.positionAt(tenant, instant);
  }

  subscribe(listener: (tenant: number, head: number) => void): () => void {
    return this.watch.subscribe(listener);
  }

  verify(tenant: number, after = 0, to?: number, progress?: VerifyProgress): Promise<readonly VerifyProblem[]> {
    return verifyChain(this.reads, tenant, after, to, progress);
  }

  async closeStream(tenant: number, streamId: string): Promise<boolean> {
    const { rows } = await this.options.pool.query<{ closed: boolean }>('SELECT es.close_stream($1, $2) AS closed', [
      tenant,
      streamId,
    ]);
    return rows[0]?.closed ?? false;
  }

  async destroySubjectKey(tenant: number, subjectId: string): Promise<boolean> {
    const id = subjectId.toLowerCase();
    const { rows } = await this.options.pool.query<{ destroyed: boolean }>(
      'SELECT es.destroy_key($1, $2) AS destroyed',
      [tenant, id],
    );
    this.options.sealer.forget(tenant, id);
    await this.watch.keyDestroyed(tenant, id);
    return rows[0]?.destroyed ?? false;
  }

  async close(): Promise<void> {
    await this.appends.idle();
    await this.watch.close();
  }
}

/** True for the database's own refusals to change the log. */
export function isAppendOnlyRefusal(error: unknown): boolean {
  return codeOf(error) === 'ES403';
}
