import { type Pool } from 'pg';
import { AppendCoalescer, type BatchLimits } from './append-coalescer.js';
import { codeOf, isTransient, withRetry } from './database-errors.js';
import { UnknownTenant } from './errors.js';
import { type SealedCommit } from './event-codec.js';

/** What es.append answered for one commit, or the error that it alone ran into. */
export type AppendRow =
  | {
      readonly outcome: 'ok' | 'replayed' | 'other-body' | 'conflict' | 'closed' | 'rekey' | 'wrong-kind';
      readonly position: number;
      readonly streamId: string;
      readonly version: number;
      readonly versions: string;
      readonly answer: string;
    }
  | { readonly outcome: 'error'; readonly error: unknown };

/** 2 MB keeps one call under some tens of milliseconds of lock; 200 commits is where more no longer helps. */
const LIMITS: BatchLimits = { items: 200, bytes: 2_000_000 };
/** A restarted database is back within these: 50 ms doubled each time, 6.3 s in all. */
const ATTEMPTS = 8;

const SQL = `SELECT outcome, seq, stream_id, version, versions, answer FROM es.append($1,
  $2::uuid[], $3::text[],
  $4::uuid[], $5::bytea[], $6::text[], $7::json[], $8::int[],
  $9::int[], $10::int[], $11::int[],
  $12::int[], $13::text[], $14::smallint[], $15::json[],
  $16::int[], $17::uuid[], $18::bytea[], $19::text[])`;

/** Writes sealed commits, coalesced per municipality. Safe to repeat: a command id is written once. */
export class PostgresAppend {
  private readonly coalescer: AppendCoalescer<SealedCommit, AppendRow>;

  constructor(
    private readonly pool: Pool,
    limits: BatchLimits = LIMITS,
  ) {
    this.coalescer = new AppendCoalescer({
      limits,
      bytesOf: (commit) => commit.bytes,
      compatible,
      run: (tenant, commits) => this.run(tenant, commits),
    });
  }

  async append(tenant: number, commit: SealedCommit): Promise<Exclude<AppendRow, { outcome: 'error' }>> {
    const row = await this.coalescer.add(tenant, commit);
    if (row.outcome === 'error') {
      throw row.error;
    }
    return row;
  }

  idle(): Promise<void> {
    return this.coalescer.idle();
  }

  private async run(tenant: number, commits: readonly SealedCommit[]): Promise<readonly AppendRow[]> {
    try {
      return await withRetry(ATTEMPTS, () => this.call(tenant, commits));
    } catch (error) {
      if (codeOf(error) === 'ES404') {
        throw new UnknownTenant(tenant);
      }
      if (commits.length === 1 || isTransient(error)) {
        throw error;
      }
      // One commit the database cannot take must not pull the others down with it.
      const rows: AppendRow[] = [];
      for (const commit of commits) {
        rows.push(
          ...(await this.call(tenant, [commit]).catch((cause: unknown): AppendRow[] => [
            { outcome: 'error', error: cause },
          ])),
        );
      }
      return rows;
    }
  }

  private async call(tenant: number, commits: readonly SealedCommit[]): Promise<AppendRow[]> {
    const { rows } = await this.pool.query<(string | null)[]>({
      name: 'es_append',
      text: SQL,
      values: argumentsOf(tenant, commits),
      rowMode: 'array',
    });
    return rows.map((row) => ({
      outcome: row[0] as Exclude<AppendRow, { outcome: 'error' }>['outcome'],
      position: Number(row[1] ?? 0),
      streamId: row[2] ?? '',
      version: Number(row[3] ?? 0),
      versions: row[4] ?? '{}',
      answer: row[5] ?? '{}',
    }));
  }
}

function compatible(earlier: SealedCommit, later: SealedCommit): boolean {
  return (
    earlier.commandId !== later.commandId &&
    // es.append is told a stream's kind once per call.
    later.parts.every((part) =>
      earlier.parts.every((other) => other.streamId !== part.streamId || other.kind === part.kind),
    )
  );
}

function argumentsOf(tenant: number, commits: readonly SealedCommit[]): unknown[] {
  const streams = new Map<string, number>();
  const kinds: string[] = [];
  const part: { stream: number[]; expected: number[]; size: number[] } = { stream: [], expected: [], size: [] };
  const event: { part: number[]; type: string[]; schema: number[]; data: string[] } = {
    part: [],
    type: [],
    schema: [],
    data: [],
  };
  const key: { commit: number[]; subject: string[]; wrapped: Buffer[]; kek: string[] } = {
    commit: [],
    subject: [],
    wrapped: [],
    kek: [],
  };
  commits.forEach((commit, index) => {
    for (const { streamId, kind, expected, events } of commit.parts) {
      let stream = streams.get(streamId);
      if (stream === undefined) {
        stream = streams.size + 1;
        streams.set(streamId, stream);
        kinds.push(kind);
      }
      part.stream.push(stream);
      part.expected.push(expected);
      part.size.push(events.length);
      for (const { type, schemaVersion, data } of events) {
        event.part.push(part.stream.length);
        event.type.push(type);
        event.schema.push(schemaVersion);
        event.data.push(data);
      }
    }
    for (const { subjectId, wrapped, kekId } of commit.keys) {
      key.commit.push(index + 1);
      key.subject.push(subjectId);
      key.wrapped.push(wrapped);
      key.kek.push(kekId);
    }
  });
  return [
    tenant,
    [...streams.keys()],
    kinds,
    commits.map((commit) => commit.commandId),
    commits.map((commit) => Buffer.from(commit.fingerprint, 'hex')),
    commits.map((commit) => commit.answer),
    commits.map((commit) => commit.meta),
    commits.map((commit) => commit.parts.length),
    part.stream,
    part.expected,
    part.size,
    event.part,
    event.type,
    event.schema,
    event.data,
    key.commit,
    key.subject,
    key.wrapped,
    key.kek,
  ];
}
