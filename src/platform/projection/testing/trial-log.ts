import { randomUUID } from 'node:crypto';
import { Type } from '@sinclair/typebox';
import { Client, type Pool } from 'pg';
import { Id } from '../../../faelles/felter.js';
import { createPool, withTenant } from '../../db/pool.js';
import { EventCatalogue } from '../../eventstore/event-catalogue.js';
import { declareEvent, event } from '../../eventstore/event-declaration.js';
import { MemoryEventStore } from '../../eventstore/memory-event-store.js';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { type OperatorLog } from '../operator-log.js';
import { schemaOf, type Projection } from '../projection.js';
import { ReadModelSchema } from '../read-model-schema.js';

/** A count that goes up: small enough that every figure can be worked by hand. */
export const Talt = declareEvent({
  type: 'proeve.Talt',
  version: 1,
  beskrivelse: 'Der blev talt.',
  schema: Type.Object({ barnId: Id, antal: Type.Integer(), fejl: Type.Optional(Type.String()) }),
  sealed: {},
  category: 'administration',
  journal: (data) => ({ overskrift: 'Talt', tekst: String(data.antal) }),
  legalBasis: {},
});

/** Keeps each event, and the latest per child. */
export function countProjection(
  name: string,
  change: { readonly version?: number; readonly factor?: number; readonly contexts?: readonly string[] } = {},
): Projection {
  return {
    name,
    version: change.version ?? 1,
    contexts: change.contexts ?? ['proeve'],
    events: ['proeve.Talt'],
    tables: [
      {
        name: 'hver',
        columns: { position: { type: 'bigint' }, barn_id: { type: 'uuid' }, antal: { type: 'int' } },
        key: ['position'],
        indexes: [{ columns: ['barn_id'] }],
      },
      {
        name: 'seneste',
        columns: { barn_id: { type: 'uuid' }, position: { type: 'bigint' }, antal: { type: 'int' } },
        key: ['barn_id'],
      },
    ],
    project(stored, write) {
      const { barnId, antal, fejl } = stored.data as { barnId: string; antal: number; fejl?: string };
      write.insert('hver', {
        position: stored.position,
        barn_id: barnId,
        antal: fejl === `${name}:sql` ? 'ikke et tal' : antal * (change.factor ?? 1),
      });
      if (fejl === name) throw new TypeError('fails as it was told to');
      write.upsert('seneste', { barn_id: barnId, position: stored.position, antal });
    },
  };
}

/** A log in memory and read models in a real database. */
export class TrialLog {
  readonly store = new MemoryEventStore({ catalogue: new EventCatalogue([Talt]) });
  readonly messages: string[] = [];
  readonly log: OperatorLog = {
    log: (m) => this.messages.push(m),
    warn: (m) => this.messages.push(m),
    error: (m) => this.messages.push(m),
  };

  private constructor(
    readonly database: TestDatabase,
    readonly pool: Pool,
    readonly owner: Pool,
    readonly schema: ReadModelSchema,
  ) {}

  static async open(tenants: readonly number[] = [840]): Promise<TrialLog> {
    const database = await createTestDatabase();
    const owner = createPool(database.ownerUrl, { name: 'trial-owner' });
    const trial = new TrialLog(
      database,
      createPool(database.appUrl, { name: 'trial-app', report: () => undefined }),
      owner,
      new ReadModelSchema(owner),
    );
    for (const tenant of tenants) await trial.openTenant(tenant);
    return trial;
  }

  async openTenant(tenant: number): Promise<void> {
    await this.owner.query('SELECT es.open_tenant($1, $2)', [tenant, `kommune-${String(tenant)}`]);
    await this.store.openTenant(tenant, `kommune-${String(tenant)}`);
  }

  /** One commit with an event for each count. Returns its position. */
  async count(tenant: number, barnId: string, counts: readonly number[], fejl?: string): Promise<number> {
    const outcome = await this.store.append(tenant, {
      commandId: randomUUID(),
      fingerprint: '0'.repeat(64),
      writes: [
        {
          streamId: barnId,
          kind: 'proeve.tal',
          expected: 'any',
          events: counts.map((antal) => event(Talt, { barnId, antal, ...(fejl === undefined ? {} : { fejl }) })),
        },
      ],
      meta: { aktoer: 'proeve', roller: ['system'], korrelation: 'proeve' },
      answer: {},
    });
    if (outcome.outcome !== 'ok') throw new Error(outcome.outcome);
    return outcome.position;
  }

  /** How many events are projected and what they add up to. */
  async total(tenant: number, name: string): Promise<{ events: number; sum: number }> {
    const { rows } = await withTenant(this.pool, tenant, (sql) =>
      sql.query<{ events: number; sum: number }>(
        `SELECT count(*)::int AS events, coalesce(sum(antal), 0)::int AS sum FROM ${schemaOf({ name })}.hver WHERE tenant_id = $1`,
        [tenant],
      ),
    );
    return rows[0] ?? { events: 0, sum: 0 };
  }

  /** Cuts the application's connections that are in the middle of something. Returns how many. */
  async cutConnections(): Promise<number> {
    const client = new Client({ connectionString: this.database.superuserUrl });
    await client.connect();
    try {
      const { rowCount } = await client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND application_name = 'trial-app' AND state <> 'idle'`,
      );
      return rowCount ?? 0;
    } finally {
      await client.end();
    }
  }

  /**
   * Cuts the connections of the projections while their transaction stands before this table: held back by a lock, seen to
   * wait for it, and then ended. What they wrote to the tables before it is in the transaction that is lost.
   */
  async cutWhileWriting(name: string, table: string, cause: () => Promise<unknown>): Promise<void> {
    const [holder, looker] = [1, 2].map(() => new Client({ connectionString: this.database.superuserUrl }));
    if (holder === undefined || looker === undefined) throw new Error('no connection');
    await Promise.all([holder.connect(), looker.connect()]);
    try {
      await holder.query(`BEGIN; LOCK TABLE ${schemaOf({ name })}.${table} IN ACCESS EXCLUSIVE MODE`);
      await cause();
      let cut = 0;
      const until = performance.now() + 60_000;
      while (cut === 0) {
        if (performance.now() > until)
          throw new Error(`No projection came to ${table} within a minute: ${await this.activity(looker)}`);
        // Outside the transaction that holds the lock: inside one, who was connected at the first look is all that is ever seen.
        const { rowCount } = await looker.query(
          `SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = 'trial-app' AND wait_event_type = 'Lock'`,
        );
        cut = rowCount ?? 0;
      }
      await holder.query('ROLLBACK');
    } finally {
      await Promise.all([holder.end(), looker.end()]);
    }
  }

  /** What every connection is doing, for who must find out why nothing happened. */
  private async activity(client: Client): Promise<string> {
    const { rows } = await client.query<{ activity: string }>(
      `SELECT coalesce(string_agg(concat_ws(' ', application_name, state, wait_event_type, wait_event, left(query, 80)), E'\n'), 'no connection') AS activity
         FROM pg_stat_activity WHERE datname = current_database()`,
    );
    return `${rows[0]?.activity ?? ''}\nlog: ${this.messages.join('\n')}`;
  }

  async close(): Promise<void> {
    await this.pool.end();
    await this.owner.end();
    await this.database.drop();
  }
}
