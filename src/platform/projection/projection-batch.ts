import { type Pool, type PoolClient, type QueryConfig } from 'pg';
import { inOnePacket } from '../db/one-packet.js';
import { type ClearEvent } from '../eventstore/event-store.js';
import { describeError } from './operator-log.js';
import { type Projection, type Setting, type TableDeclaration } from './projection.js';
import { statementsOf } from './write-statements.js';
import { WriteBatch } from './write-batch.js';

/** Where a batch gets what it folds. */
export interface BatchSource {
  events(after: number): Promise<readonly ClearEvent[]>;
  /** The events of a stream of settings up to and with a position. */
  settings(streamId: string, until: number): Promise<readonly Setting[]>;
}

interface Fold {
  readonly batch: WriteBatch;
  readonly settings: readonly Setting[];
  readonly failure?: FailingEvent;
}

/** A projection with what the loops need of it, worked out once. */
export class FoldedProjection {
  private readonly tables: ReadonlyMap<string, TableDeclaration>;
  private readonly wanted: ReadonlySet<string> | undefined;
  /** Each municipality's settings as they were at the position that the last fold came to. */
  private readonly known = new Map<number, { readonly position: number; readonly settings: readonly Setting[] }>();

  constructor(readonly projection: Projection) {
    this.tables = WriteBatch.tablesByName(projection.tables);
    this.wanted = projection.events === '*' ? undefined : new Set(projection.events);
  }

  /** Folds events that follow a position, in order, up to the first that fails; what that one managed to write is not in the batch. */
  async fold(
    tenant: number,
    after: number,
    events: readonly ClearEvent[],
    source: Pick<BatchSource, 'settings'>,
  ): Promise<Fold> {
    const stream = this.projection.settings?.(tenant);
    const known = this.known.get(tenant);
    // Another process, a batch that was rolled back or a restart: then what was known is not what was so at this position.
    const before =
      stream === undefined ? [] : known?.position === after ? known.settings : await source.settings(stream, after);
    const folded = this.foldOn(before, stream, events);
    if (stream !== undefined) {
      const position = folded.failure === undefined ? events.at(-1)?.position : folded.failure.event.position - 1;
      this.known.set(tenant, { position: position ?? after, settings: folded.settings });
    }
    return folded;
  }

  private foldOn(before: readonly Setting[], stream: string | undefined, events: readonly ClearEvent[]): Fold {
    const batch = new WriteBatch(this.tables);
    let settings = before;
    for (const [index, event] of events.entries()) {
      if (event.streamId === stream) settings = [...settings, event];
      if (this.wanted?.has(event.type) === false) continue;
      try {
        this.projection.project(event, batch, settings);
      } catch (error) {
        return {
          ...this.foldOn(before, stream, events.slice(0, index)),
          failure: { event, reason: describeError(error) },
        };
      }
    }
    return { batch, settings };
  }
}

export interface FailingEvent {
  readonly event: ClearEvent;
  readonly reason: string;
}

/** One pair of projection and municipality, as it is asked to go on. */
export interface BatchMember {
  readonly checkpoint: string;
  readonly folded: FoldedProjection;
}

export interface MemberResult {
  readonly checkpoint: string;
  readonly position: number;
  readonly schema: string;
  readonly failure?: FailingEvent;
}

/** PostgreSQL would not take what the projections wrote: data (22), a constraint (23) or a name (42), so trying again is no use. */
export class RefusedWrite extends Error {
  override readonly name = 'RefusedWrite';
}

interface CheckpointRow {
  readonly projection: string;
  readonly seq: string | number;
  readonly schema: string;
}

/**
 * Brings projections of one municipality forward, rows and checkpoints in one transaction: pairs that another process
 * holds are left out, each of the others goes on from its own position. One commit for all of them, because a commit for
 * each costs more than everything else together.
 */
export async function projectBatch(
  pool: Pool,
  tenant: number,
  members: readonly BatchMember[],
  source: BatchSource,
): Promise<readonly MemberResult[]> {
  return inBatch(pool, async (client) => {
    const [, { rows }] = await inOnePacket(client, () =>
      Promise.all([
        client.query(beginFor(tenant)),
        client.query<CheckpointRow>({
          name: 'lm_checkpoints',
          text: `SELECT projection, seq, schema FROM es.checkpoint
                  WHERE tenant_id = $1 AND projection = ANY ($2::text[]) ORDER BY projection FOR UPDATE SKIP LOCKED`,
          values: [tenant, members.map((member) => member.checkpoint)],
        }),
      ]),
    );
    const results: MemberResult[] = [];
    const moved: { checkpoint: string; position: number; error: string | null }[] = [];
    const statements: QueryConfig<unknown[]>[] = [];
    for (const row of rows) {
      const member = members.find((one) => one.checkpoint === row.projection);
      if (member === undefined) continue;
      const before = Number(row.seq);
      const events = await source.events(before);
      const { batch, failure } = await member.folded.fold(tenant, before, events, source);
      const position = failure === undefined ? (events.at(-1)?.position ?? before) : failure.event.position - 1;
      statements.push(...statementsOf(batch, row.schema, tenant));
      results.push({
        checkpoint: row.projection,
        position,
        schema: row.schema,
        ...(failure === undefined ? {} : { failure }),
      });
      if (position > before || failure !== undefined) {
        moved.push({
          checkpoint: row.projection,
          position,
          error: failure === undefined ? null : failureText(failure),
        });
      }
    }
    if (moved.length > 0) {
      statements.push({
        name: 'lm_progress',
        text: `UPDATE es.checkpoint c SET seq = u.seq, error = u.error, failed_at = CASE WHEN u.error IS NOT NULL THEN clock_timestamp() END
                 FROM unnest($2::text[], $3::bigint[], $4::text[]) AS u(projection, seq, error)
                WHERE c.tenant_id = $1 AND c.projection = u.projection`,
        values: [
          tenant,
          moved.map((one) => one.checkpoint),
          moved.map((one) => one.position),
          moved.map((one) => one.error),
        ],
      });
    }
    await flush(client, statements);
    return results;
  });
}

/** Writes the given events into tables that have no checkpoint, as a rebuild does. */
export async function projectInto(
  pool: Pool,
  tenant: number,
  targets: readonly {
    readonly folded: FoldedProjection;
    readonly schema: string;
    readonly events: readonly ClearEvent[];
  }[],
  source: Pick<BatchSource, 'settings'>,
): Promise<void> {
  const statements: QueryConfig<unknown[]>[] = [];
  for (const { folded, schema, events } of targets) {
    const [first] = events;
    if (first === undefined) continue;
    const { batch, failure } = await folded.fold(tenant, first.position - 1, events, source);
    if (failure !== undefined) {
      throw new RefusedWrite(`${folded.projection.name} fails at ${failureText(failure)}`);
    }
    statements.push(...statementsOf(batch, schema, tenant));
  }
  if (statements.length > 0) {
    await inBatch(pool, (client) => flush(client, [{ text: beginFor(tenant) }, ...statements]));
  }
}

export function failureText(failure: FailingEvent): string {
  return `position ${String(failure.event.position)} (${failure.event.type}): ${failure.reason}`;
}

/**
 * Sends all statements and the COMMIT before the first answer is awaited; the first that fails is the one to tell about. The
 * COMMIT of a transaction that has failed is a rollback, so nothing can be half written.
 */
async function flush(client: PoolClient, statements: readonly QueryConfig<unknown[]>[]): Promise<void> {
  const outcomes = await inOnePacket(client, () =>
    Promise.allSettled([...statements, { text: 'COMMIT' }].map((statement) => client.query(statement))),
  );
  const refused = outcomes.find((outcome) => outcome.status === 'rejected');
  if (refused?.status === 'rejected') {
    const code: unknown = refused.reason instanceof Error && 'code' in refused.reason ? refused.reason.code : undefined;
    if (typeof code === 'string' && /^(22|23|42)/.test(code)) {
      throw new RefusedWrite(describeError(refused.reason), { cause: refused.reason });
    }
    throw refused.reason;
  }
}

// Rows and checkpoint are lost together or not at all when the server dies, and then made again from the log: no need to wait for the disk.
function beginFor(tenant: number): string {
  return `BEGIN; SET LOCAL synchronous_commit = off; SELECT set_config('app.tenant', '${String(Math.trunc(tenant))}', true)`;
}

/** `work` begins with BEGIN and ends with `flush`, each in the packet of its neighbour: two round trips where four were made. */
async function inBatch<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on('error', onError);
  try {
    return await work(client);
  } catch (error) {
    await client.query('ROLLBACK').catch((failed: unknown) => {
      broken = failed instanceof Error ? failed : new Error('rollback failed');
    });
    throw error;
  } finally {
    // One that is thrown away may still have something to say, and nobody else listens to it.
    if (broken === undefined) client.off('error', onError);
    client.release(broken);
  }
}
