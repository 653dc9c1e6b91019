import { type Pool } from 'pg';
import { withTenant } from '../db/pool.js';
import { checkpointName } from './read-model-target.js';
import { schemaOf, type Projection } from './projection.js';

/** Read-your-writes: waits until the read models of a context have passed a position. */
export abstract class ReadModelWaiter {
  /** True when they have; false when the time ran out or when waiting is in vain because a projection stands still. */
  abstract waitFor(tenant: number, context: string, position: number, ms: number): Promise<boolean>;
}

const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 50;

/** For a process that runs no projections: looks at the checkpoints that other processes write. */
export class CheckpointWaiter extends ReadModelWaiter {
  constructor(
    private readonly pool: Pool,
    private readonly projections: readonly Projection[],
  ) {
    super();
  }

  override async waitFor(tenant: number, context: string, position: number, ms: number): Promise<boolean> {
    const waitedFor = this.projections.filter((projection) => projection.contexts.includes(context));
    const deadline = performance.now() + ms;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const state = await this.look(tenant, waitedFor, position);
      const left = deadline - performance.now();
      if (state !== 'behind' || left <= 0) {
        return state === 'there';
      }
      await new Promise((done) => setTimeout(done, Math.min(pause, left)));
    }
  }

  private async look(
    tenant: number,
    projections: readonly Projection[],
    position: number,
  ): Promise<'there' | 'behind' | 'stopped'> {
    const { rows } = await withTenant(this.pool, tenant, (sql) =>
      sql.query<{ there: boolean; stopped: boolean }>(
        `SELECT coalesce(c.seq >= $4, false) AS there, coalesce(c.seq < $4 AND c.failed_at IS NOT NULL, false) AS stopped
           FROM unnest($2::text[], $3::text[]) AS w(projection, schema)
           LEFT JOIN es.checkpoint c ON c.tenant_id = $1 AND c.projection = w.projection AND c.schema = w.schema`,
        [tenant, projections.map(checkpointName), projections.map(schemaOf), position],
      ),
    );
    if (rows.every((row) => row.there)) {
      return 'there';
    }
    return rows.some((row) => row.stopped) ? 'stopped' : 'behind';
  }
}
