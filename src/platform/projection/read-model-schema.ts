import { escapeIdentifier, escapeLiteral, type Pool, type PoolClient } from 'pg';
import { schemaOf, type Projection, type TableDeclaration } from './projection.js';
import { checkpointName, shadowSchemaOf, tagOf } from './read-model-target.js';

/** First number of the advisory lock that guards the schemas of one projection. */
const SCHEMA_LOCK = 7402;

export type SchemaState = 'live' | 'shadow';

/**
 * Makes and swaps the tables of read models, as the database's owner. The schema's comment says what it was made from, so
 * exactly one schema answers to a version and a swap is two renames.
 */
export class ReadModelSchema {
  constructor(
    private readonly owner: Pool,
    private readonly appRole = 'es_app',
  ) {}

  /**
   * Sees to it that the version's tables exist: live when there were none, otherwise in a shadow beside the ones of
   * another version. A shadow that a stopped process left is taken up again.
   */
  async ensure(projection: Projection): Promise<SchemaState> {
    return this.locked(projection, async (client) => {
      const live = schemaOf(projection);
      const shadow = shadowSchemaOf(projection);
      const tags = await this.tags(client, [live, shadow]);
      if (tags.get(live) === tagOf(projection)) {
        return 'live';
      }
      if (!tags.has(live)) {
        // Dropped, or not in the back-up that was restored: where the old tables had come to says nothing of the new ones.
        await client.query('DELETE FROM es.checkpoint WHERE schema = $1 OR projection = $2', [
          live,
          checkpointName(projection),
        ]);
        await client.query(`DROP SCHEMA IF EXISTS ${escapeIdentifier(shadow)} CASCADE`);
        await this.createTables(client, live, projection);
        return 'live';
      }
      if (tags.get(shadow) !== tagOf(projection)) {
        await client.query(`DROP SCHEMA IF EXISTS ${escapeIdentifier(shadow)} CASCADE`);
        await client.query('DELETE FROM es.checkpoint WHERE projection = $1', [checkpointName(projection)]);
        await this.createTables(client, shadow, projection);
      }
      return 'shadow';
    });
  }

  /** Makes empty tables in a schema of the given name, throwing away what was there. */
  async recreate(schema: string, projection: Projection): Promise<void> {
    await this.locked(projection, async (client) => {
      await client.query(`DROP SCHEMA IF EXISTS ${escapeIdentifier(schema)} CASCADE`);
      await this.createTables(client, schema, projection);
    });
  }

  async drop(schema: string): Promise<void> {
    await this.owner.query(`DROP SCHEMA IF EXISTS ${escapeIdentifier(schema)} CASCADE`);
  }

  /**
   * Puts the shadow in the old version's place. The old version's checkpoints are held so that it stands still,
   * `catchUp` brings the shadow as far as the old one was, and nobody who has read his own writes sees them vanish.
   * False when another process has done it.
   */
  async swap(
    projection: Projection,
    catchUp: (positions: ReadonlyMap<number, number>) => Promise<void>,
  ): Promise<boolean> {
    const live = schemaOf(projection);
    const shadow = shadowSchemaOf(projection);
    const retired = `${live}__gammel`;
    const swapped = await this.locked(projection, async (client) => {
      if ((await this.tags(client, [live])).get(live) === tagOf(projection)) {
        return false;
      }
      const { rows } = await client.query<{ tenant_id: number; seq: string | number }>(
        `SELECT tenant_id, seq FROM es.checkpoint WHERE schema = $1 AND projection <> $2 ORDER BY tenant_id FOR UPDATE`,
        [live, checkpointName(projection)],
      );
      await catchUp(new Map(rows.map((row) => [row.tenant_id, Number(row.seq)])));
      await client.query('SELECT FROM es.checkpoint WHERE projection = $1 ORDER BY tenant_id FOR UPDATE', [
        checkpointName(projection),
      ]);
      await client.query(`DROP SCHEMA IF EXISTS ${escapeIdentifier(retired)} CASCADE`);
      await client.query(`ALTER SCHEMA ${escapeIdentifier(live)} RENAME TO ${escapeIdentifier(retired)}`);
      await client.query(`ALTER SCHEMA ${escapeIdentifier(shadow)} RENAME TO ${escapeIdentifier(live)}`);
      await client.query('DELETE FROM es.checkpoint WHERE schema = $1 AND projection <> $2', [
        live,
        checkpointName(projection),
      ]);
      await client.query('UPDATE es.checkpoint SET schema = $1 WHERE projection = $2', [
        live,
        checkpointName(projection),
      ]);
      return true;
    });
    if (swapped) {
      // On its own: it waits for those who are still reading the old tables, and nobody waits for it.
      await this.drop(retired);
    }
    return swapped;
  }

  private async locked<T>(projection: Projection, work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.owner.connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [SCHEMA_LOCK, projection.name]);
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  private async tags(client: PoolClient, schemas: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    const { rows } = await client.query<{ name: string; tag: string | null }>(
      `SELECT nspname::text AS name, obj_description(oid, 'pg_namespace') AS tag FROM pg_namespace WHERE nspname = ANY ($1::text[])`,
      [schemas],
    );
    return new Map(rows.map((row) => [row.name, row.tag]));
  }

  private async createTables(client: PoolClient, schema: string, projection: Projection): Promise<void> {
    const role = escapeIdentifier(this.appRole);
    const name = escapeIdentifier(schema);
    await client.query(
      [
        `CREATE SCHEMA ${name}`,
        `COMMENT ON SCHEMA ${name} IS ${escapeLiteral(tagOf(projection))}`,
        `GRANT USAGE ON SCHEMA ${name} TO ${role}`,
        ...projection.tables.flatMap((table) => tableDdl(`${name}.${escapeIdentifier(table.name)}`, table, role)),
      ].join(';\n'),
    );
  }
}

/**
 * Takes part in a projection's schema lock for as long as the caller's transaction lasts, and adds the municipality's
 * checkpoint where the version's tables are at that moment. Does nothing when the version has been replaced.
 */
export const ADD_CHECKPOINT = {
  lock: 'SELECT pg_advisory_xact_lock_shared($1, hashtext($2))',
  lockClass: SCHEMA_LOCK,
  insert: `INSERT INTO es.checkpoint (projection, tenant_id, version, schema)
           SELECT $1, $2::int, $3::int, nspname FROM pg_namespace
            WHERE nspname = ANY ($4::text[]) AND obj_description(oid, 'pg_namespace') = $5
           ON CONFLICT DO NOTHING`,
} as const;

function tableDdl(name: string, table: TableDeclaration, role: string): string[] {
  const columns = Object.entries(table.columns).map(
    ([column, { type, nullable }]) => `${escapeIdentifier(column)} ${type}${nullable === true ? '' : ' NOT NULL'}`,
  );
  const wall = `tenant_id = nullif(current_setting('app.tenant', true), '')::int`;
  return [
    `CREATE TABLE ${name} (tenant_id int NOT NULL, ${columns.join(', ')}, PRIMARY KEY (${keyed(table.key)}))`,
    `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`,
    // Forced: the owner, who makes the tables, must not see over the wall either.
    `ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY tenant ON ${name} USING (${wall}) WITH CHECK (${wall})`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ${name} TO ${role}`,
    ...(table.indexes ?? []).map(
      (index) =>
        `CREATE ${index.unique === true ? 'UNIQUE ' : ''}INDEX ON ${name} (${keyed(index.columns)})${index.where === undefined ? '' : ` WHERE ${index.where}`}`,
    ),
  ];
}

function keyed(columns: readonly string[]): string {
  return ['tenant_id', ...columns.map(escapeIdentifier)].join(', ');
}
