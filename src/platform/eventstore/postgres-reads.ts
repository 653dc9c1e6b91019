import { AppendCoalescer } from './append-coalescer.js';
import { type CommitRow } from './chain.js';
import { type EventRow } from './event-codec.js';
import { type TextRow, type TenantReader } from './tenant-reader.js';

const LAST = '9223372036854775807';
const EVENT = `e.seq, e.stream_id, e.version, e.type, e.schema_version, (extract(epoch FROM e.recorded_at) * 1000000)::bigint, e.data, e.meta`;
const KIND = '(SELECT s.kind FROM es.stream s WHERE s.tenant_id = $1 AND s.stream_id = e.stream_id)';
const COMMIT = `c.seq, c.size, c.command_id, (extract(epoch FROM c.recorded_at) * 1000000)::bigint, encode(c.fingerprint, 'hex'), c.answer, c.versions, encode(c.hash, 'hex')`;

/**
 * The read statements of the PostgreSQL adapter, each prepared once per connection. LATERAL, OFFSET 0 and subqueries for joins keep
 * them to one descent of an index per thing asked for: before the first ANALYZE the planner takes reading all of a municipality's
 * rows for cheap, and keeps that plan (measured: 590 ms for a page of 1,000).
 */
export class PostgresReads {
  /** Under load the commands that are under way load their streams together: one transaction for all instead of one for each. */
  private readonly loads = new AppendCoalescer<readonly string[], ReadonlyMap<string, readonly EventRow[]>>({
    limits: { items: 200, bytes: 1000 },
    // While one is under way the next is put together.
    flights: 2,
    bytesOf: (streamIds) => streamIds.length,
    compatible: () => true,
    run: async (tenant, lists) => {
      const found = new Map<string, EventRow[]>();
      for (const row of await this.streams(tenant, [...new Set(lists.flat())], 0, undefined)) {
        const stream = found.get(row.streamId);
        if (stream === undefined) found.set(row.streamId, [row]);
        else stream.push(row);
      }
      return lists.map(() => found);
    },
  });

  constructor(private readonly reader: TenantReader) {}

  /** Whole streams as they are now, stream by stream; ids in lower case. */
  async wholeStreams(tenant: number, streamIds: readonly string[]): Promise<readonly EventRow[]> {
    const found = await this.loads.add(tenant, streamIds);
    return streamIds.flatMap((id) => found.get(id) ?? []);
  }

  async streams(
    tenant: number,
    streamIds: readonly string[],
    afterVersion: number,
    untilPosition: number | undefined,
  ): Promise<EventRow[]> {
    const rows = await this.reader.read(tenant, {
      name: 'es_streams',
      text: `SELECT ${EVENT}, ${KIND} FROM unnest($2::uuid[]) u(id), LATERAL
               (SELECT * FROM es.event e WHERE e.tenant_id = $1 AND e.stream_id = u.id AND e.version > $3 OFFSET 0) e
              WHERE e.tenant_id = $1 AND e.seq <= $4 ORDER BY e.stream_id, e.version`,
      values: [tenant, streamIds, afterVersion, untilPosition ?? LAST],
      anyPlanDoes: true,
    });
    return rows.map(eventRow);
  }

  /** The log with kinds, opened afterwards. */
  async log(tenant: number, after: number, limit: number): Promise<EventRow[]> {
    const rows = await this.reader.read(tenant, {
      name: 'es_log',
      text: `SELECT ${EVENT}, ${KIND} FROM es.event e WHERE e.tenant_id = $1 AND e.seq > $2 ORDER BY e.seq LIMIT $3`,
      values: [tenant, after, limit],
    });
    return rows.map(eventRow);
  }

  /** The log without kinds: no join, for projections and the check of the chain. */
  async bareLog(tenant: number, after: number, to: number | undefined, limit: number): Promise<EventRow[]> {
    const rows = await this.reader.read(tenant, {
      name: 'es_bare_log',
      text: `SELECT ${EVENT} FROM es.event e WHERE e.tenant_id = $1 AND e.seq > $2 AND e.seq <= $3 ORDER BY e.seq LIMIT $4`,
      values: [tenant, after, to ?? LAST, limit],
    });
    return rows.map(eventRow);
  }

  async at(tenant: number, positions: readonly number[]): Promise<EventRow[]> {
    const rows = await this.reader.read(tenant, {
      name: 'es_at',
      text: `SELECT ${EVENT}, ${KIND} FROM unnest($2::bigint[]) u(position), LATERAL
               (SELECT * FROM es.event e WHERE e.tenant_id = $1 AND e.seq = u.position OFFSET 0) e WHERE e.tenant_id = $1`,
      values: [tenant, positions],
    });
    return rows.map(eventRow);
  }

  async command(tenant: number, commandId: string): Promise<CommitRow | undefined> {
    const rows = await this.reader.read(tenant, {
      name: 'es_command',
      text: `SELECT ${COMMIT} FROM es.commit c WHERE c.tenant_id = $1 AND c.command_id = $2`,
      values: [tenant, commandId],
    });
    return rows[0] && commitRow(rows[0]);
  }

  async commits(tenant: number, after: number, to: number | undefined, limit: number): Promise<CommitRow[]> {
    const rows = await this.reader.read(tenant, {
      name: 'es_commits',
      text: `SELECT ${COMMIT} FROM es.commit c WHERE c.tenant_id = $1 AND c.seq > $2 AND c.seq <= $3 ORDER BY c.seq LIMIT $4`,
      values: [tenant, after, to ?? LAST, limit],
    });
    return rows.map(commitRow);
  }

  /** The last commit at or before a position. */
  async commitAt(tenant: number, position: number | undefined): Promise<CommitRow | undefined> {
    const rows = await this.reader.read(tenant, {
      name: 'es_commit_at',
      text: `SELECT ${COMMIT} FROM es.commit c WHERE c.tenant_id = $1 AND c.seq <= $2 ORDER BY c.seq DESC LIMIT 1`,
      values: [tenant, position ?? LAST],
    });
    return rows[0] && commitRow(rows[0]);
  }

  async head(tenant: number): Promise<number> {
    const rows = await this.reader.read(tenant, {
      name: 'es_head',
      text: 'SELECT c.seq FROM es.commit c WHERE c.tenant_id = $1 ORDER BY c.seq DESC LIMIT 1',
      values: [tenant],
    });
    return Number(rows[0]?.[0] ?? 0);
  }

  /** Registered times are shown cut to milliseconds, so one asks with milliseconds: everything within that one is known. */
  async positionAt(tenant: number, instant: string): Promise<number> {
    const rows = await this.reader.read(tenant, {
      name: 'es_position_at',
      text: `SELECT c.seq FROM es.commit c WHERE c.tenant_id = $1 AND c.recorded_at < date_trunc('milliseconds', $2::timestamptz) + interval '1 millisecond'
             ORDER BY c.recorded_at DESC, c.seq DESC LIMIT 1`,
      values: [tenant, instant],
    });
    return Number(rows[0]?.[0] ?? 0);
  }

  /** Streams whose counted events differ from their version: a tail that was cut off, or a row that was put in, shows here. */
  async unevenStreams(
    tenant: number,
    limit: number,
  ): Promise<
    readonly { readonly streamId: string; readonly version: number; readonly found: number; readonly last: number }[]
  > {
    const rows = await this.reader.read(tenant, {
      name: 'es_uneven',
      text: `SELECT coalesce(s.stream_id, e.stream_id), coalesce(s.version, 0), coalesce(e.found, 0), coalesce(e.last, 0)
               FROM (SELECT stream_id, version FROM es.stream WHERE tenant_id = $1) s
               FULL JOIN (SELECT stream_id, count(*) AS found, max(seq) AS last FROM es.event WHERE tenant_id = $1 GROUP BY stream_id) e USING (stream_id)
              WHERE s.version IS DISTINCT FROM e.found LIMIT $2`,
      values: [tenant, limit],
    });
    return rows.map((row) => ({
      streamId: row[0] ?? '',
      version: Number(row[1]),
      found: Number(row[2]),
      last: Number(row[3]),
    }));
  }
}

function eventRow(row: TextRow): EventRow {
  return {
    position: Number(row[0]),
    streamId: row[1] ?? '',
    version: Number(row[2]),
    type: row[3] ?? '',
    schemaVersion: Number(row[4]),
    us: row[5] ?? '',
    data: row[6] ?? '',
    meta: row[7] ?? '',
    kind: row[8] ?? '',
  };
}

function commitRow(row: TextRow): CommitRow {
  return {
    position: Number(row[0]),
    size: Number(row[1]),
    commandId: row[2] ?? '',
    us: row[3] ?? '',
    fingerprint: row[4] ?? '',
    answer: row[5] ?? '',
    versions: row[6] ?? '',
    hash: row[7] ?? '',
  };
}
