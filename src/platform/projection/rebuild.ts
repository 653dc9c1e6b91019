import { escapeIdentifier, type Pool } from 'pg';
import { withTenant, type Sql } from '../db/pool.js';
import { type EventStore } from '../eventstore/event-store.js';
import { ClearTail } from './clear-tail.js';
import { FoldedProjection, projectInto } from './projection-batch.js';
import { schemaOf, type Projection, type TableDeclaration } from './projection.js';
import { checkpointName } from './read-model-target.js';
import { type ReadModelSchema } from './read-model-schema.js';

const EXAMPLES = 10;

export interface RebuildProgress {
  readonly tenant: number;
  readonly position: number;
  readonly target: number;
}

/** Rows that are in one of the two and not in the other; keys only, so that a report holds no more than ids. */
export interface TableComparison {
  readonly table: string;
  readonly rows: number;
  readonly onlyLive: number;
  readonly onlyRebuilt: number;
  /** Keys of the first rows that differ. */
  readonly examples: readonly Readonly<Record<string, unknown>>[];
}

export interface ProjectionComparison {
  readonly projection: string;
  readonly tenant: number;
  /** Both stand exactly here. */
  readonly position: number;
  readonly tables: readonly TableComparison[];
  /** Why the live one could not be compared or stands still. */
  readonly problem?: string;
}

interface Build {
  readonly folded: FoldedProjection;
  readonly schema: string;
  position: number;
}

/** Read models made again from the log, in schemas of their own that nobody reads and no checkpoint knows. */
export class Rebuild {
  private readonly tail: ClearTail;
  private readonly projections: readonly FoldedProjection[];

  constructor(
    private readonly deps: { readonly store: EventStore; readonly pool: Pool; readonly schema: ReadModelSchema },
    projections: readonly Projection[],
    /** Part of the schemas' names: two rebuilds at once must not share it. */
    private readonly suffix = '__revision',
  ) {
    this.tail = new ClearTail(deps.store);
    this.projections = projections.map((projection) => new FoldedProjection(projection));
  }

  /** Empty tables for every projection; what an earlier rebuild left is thrown away. */
  async prepare(): Promise<void> {
    for (const { projection } of this.projections) {
      await this.deps.schema.recreate(this.schemaFor(projection), projection);
    }
  }

  async drop(): Promise<void> {
    for (const { projection } of this.projections) {
      await this.deps.schema.drop(this.schemaFor(projection));
    }
  }

  schemaFor(projection: Projection): string {
    return `${schemaOf(projection)}${this.suffix}`;
  }

  /** Folds one municipality's log into the shadow, all projections in one reading. Returns how many events were read. */
  async rebuildInShadow(tenant: number, until?: number, progress?: (at: RebuildProgress) => void): Promise<number> {
    const target = until ?? (await this.deps.store.head(tenant));
    await this.build(
      tenant,
      this.projections.map((folded) => this.from(folded, 0)),
      target,
      progress,
    );
    return target;
  }

  /**
   * Rebuilds one municipality and compares row for row. Most is built while writing goes on; then each live projection is
   * held at its position for the moment it takes to bring the shadow to exactly the same one and compare.
   */
  async compareWithLive(
    tenant: number,
    progress?: (at: RebuildProgress) => void,
  ): Promise<readonly ProjectionComparison[]> {
    const positions = await this.livePositions(tenant);
    const builds = this.projections.map((folded) => this.from(folded, 0));
    const known = builds.filter((build) => positions.has(build.folded.projection.name));
    const lowest = Math.min(...[...positions.values()]);
    await this.build(tenant, known, Number.isFinite(lowest) ? lowest : 0, progress);
    const results: ProjectionComparison[] = [];
    for (const build of builds) {
      const { name } = build.folded.projection;
      results.push(
        positions.has(name)
          ? await this.compare(tenant, build)
          : {
              projection: name,
              tenant,
              position: 0,
              tables: [],
              problem: 'der findes ingen levende læsemodel i denne version',
            },
      );
    }
    return results;
  }

  private from(folded: FoldedProjection, position: number): Build {
    return { folded, schema: this.schemaFor(folded.projection), position };
  }

  private async build(
    tenant: number,
    builds: readonly Build[],
    target: number,
    progress?: (at: RebuildProgress) => void,
  ): Promise<void> {
    for (let position = Math.min(...builds.map((build) => build.position)); position < target && builds.length > 0;) {
      const read = await this.tail.read(tenant, position);
      const events = read.filter((event) => event.position <= target);
      const last = events.at(-1);
      if (last === undefined) {
        throw new Error(`The log of tenant ${String(tenant)} ends at ${String(position)}, before ${String(target)}`);
      }
      await projectInto(
        this.deps.pool,
        tenant,
        builds.map((build) => ({
          folded: build.folded,
          schema: build.schema,
          events: events.filter((event) => event.position > build.position),
        })),
        { settings: (streamId, until) => this.tail.settings(tenant, streamId, until) },
      );
      position = last.position;
      for (const build of builds) build.position = Math.max(build.position, position);
      this.tail.release(tenant, position);
      progress?.({ tenant, position, target });
    }
  }

  private async compare(tenant: number, build: Build): Promise<ProjectionComparison> {
    const { projection } = build.folded;
    return withTenant(this.deps.pool, tenant, async (sql) => {
      const { rows } = await sql.query<{ seq: string | number; error: string | null }>(
        'SELECT seq, error FROM es.checkpoint WHERE tenant_id = $1 AND projection = $2 AND schema = $3 FOR UPDATE',
        [tenant, checkpointName(projection), schemaOf(projection)],
      );
      const live = rows[0];
      if (live === undefined) {
        return {
          projection: projection.name,
          tenant,
          position: 0,
          tables: [],
          problem: 'læsemodellen blev udskiftet under efterprøvningen',
        };
      }
      const position = Number(live.seq);
      await this.build(tenant, [build], position);
      const tables: TableComparison[] = [];
      for (const table of projection.tables) {
        tables.push(await compareTable(sql, tenant, table, schemaOf(projection), build.schema));
      }
      return {
        projection: projection.name,
        tenant,
        position,
        tables,
        ...(live.error === null ? {} : { problem: `læsemodellen står stille ved ${live.error}` }),
      };
    });
  }

  private async livePositions(tenant: number): Promise<ReadonlyMap<string, number>> {
    const { rows } = await withTenant(this.deps.pool, tenant, (sql) =>
      sql.query<{ projection: string; schema: string; seq: string | number }>(
        'SELECT projection, schema, seq FROM es.checkpoint WHERE tenant_id = $1',
        [tenant],
      ),
    );
    const found = new Map(rows.map((row) => [`${row.projection}/${row.schema}`, Number(row.seq)]));
    return new Map(
      this.projections.flatMap(({ projection }) => {
        const position = found.get(`${checkpointName(projection)}/${schemaOf(projection)}`);
        return position === undefined ? [] : [[projection.name, position] as const];
      }),
    );
  }
}

async function compareTable(
  sql: Sql,
  tenant: number,
  table: TableDeclaration,
  live: string,
  rebuilt: string,
): Promise<TableComparison> {
  const columns = Object.keys(table.columns).map(escapeIdentifier).join(', ');
  const select = (schema: string): string =>
    `SELECT ${columns} FROM ${escapeIdentifier(schema)}.${escapeIdentifier(table.name)} WHERE tenant_id = $1`;
  const key = table.key.map(escapeIdentifier).join(', ');
  const { rows } = await sql.query<{
    rows: string | number;
    only_live: string | number;
    only_rebuilt: string | number;
    examples: Record<string, unknown>[] | null;
  }>(
    `WITH only_live AS (${select(live)} EXCEPT ${select(rebuilt)}), only_rebuilt AS (${select(rebuilt)} EXCEPT ${select(live)}),
          keys AS (SELECT DISTINCT ${key} FROM (SELECT ${key} FROM only_live UNION ALL SELECT ${key} FROM only_rebuilt) d ORDER BY ${key} LIMIT ${String(EXAMPLES)})
     SELECT (SELECT count(*) FROM (${select(live)}) l) AS rows,
            (SELECT count(*) FROM only_live) AS only_live, (SELECT count(*) FROM only_rebuilt) AS only_rebuilt,
            (SELECT json_agg(keys) FROM keys) AS examples`,
    [tenant],
  );
  const row = rows[0];
  return {
    table: table.name,
    rows: Number(row?.rows ?? 0),
    onlyLive: Number(row?.only_live ?? 0),
    onlyRebuilt: Number(row?.only_rebuilt ?? 0),
    examples: row?.examples ?? [],
  };
}

export function differs(comparison: ProjectionComparison): boolean {
  return (
    comparison.problem !== undefined || comparison.tables.some((table) => table.onlyLive > 0 || table.onlyRebuilt > 0)
  );
}
