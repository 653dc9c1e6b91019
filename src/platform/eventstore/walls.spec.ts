import { randomUUID } from 'node:crypto';
import { type Pool } from 'pg';
import { isAppendOnlyRefusal } from './postgres-event-store.js';
import { commit, received, write } from './testing/example-events.js';
import { openStoreDatabase, type StoreDatabase, type StoreProcess } from './testing/postgres-under-test.js';

const TABLES = ['event', 'commit', 'stream', 'subject_key', 'seal', 'access_log', 'checkpoint'];

describe('the walls of the database', () => {
  let database: StoreDatabase;
  let here: StoreProcess;
  const [stream, barn] = [randomUUID(), randomUUID()];
  const secret = 'Hemmelig Navnesen-Æblegård';

  beforeAll(async () => {
    database = await openStoreDatabase();
    here = database.process();
    for (const tenant of [840, 851]) {
      await here.store.openTenant(tenant, `kommune-${String(tenant)}`);
      await here.store.append(tenant, commit([write(stream, 0, [received(barn, 1, { navn: secret, alder: 7 })])]));
    }
    await asTenant(
      here.pool,
      840,
      `INSERT INTO es.access_log (tenant_id, bruger, roller, rute, barn_id, korrelation) VALUES (840, 'u', '{}', 'GET /v1/x', '${barn}', 'k')`,
    );
    await asTenant(here.pool, 840, `INSERT INTO es.seal VALUES (840, 1, '', now(), '', 'k')`);
  });
  afterAll(() => database.drop());

  async function asTenant(pool: Pool, tenant: number | undefined, sql: string): Promise<Record<string, unknown>[]> {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      if (tenant !== undefined) {
        await client.query("SELECT set_config('app.tenant', $1, true)", [String(tenant)]);
      }
      const { rows } = await client.query<Record<string, unknown>>(sql);
      await client.query('COMMIT');
      return rows;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }

  it.each(TABLES)(
    'show the app nothing of es.%s without a municipality, and of another municipality only its own',
    async (table) => {
      expect(await asTenant(here.pool, undefined, `SELECT tenant_id FROM es.${table}`)).toEqual([]);
      expect(await asTenant(here.pool, 999, `SELECT tenant_id FROM es.${table}`)).toEqual([]);
      const rows = await asTenant(here.pool, 840, `SELECT DISTINCT tenant_id FROM es.${table}`);
      expect(rows).toEqual(table === 'checkpoint' ? [] : [{ tenant_id: 840 }]);
    },
  );

  it('keep the setting to the transaction: the connection is without a municipality afterwards', async () => {
    await here.store.load(840, stream);
    const client = await here.pool.connect();
    try {
      expect((await client.query('SELECT * FROM es.event')).rows).toEqual([]);
    } finally {
      client.release();
    }
  });

  it.each([
    'INSERT INTO es.event SELECT tenant_id, 2, stream_id, 2, type, schema_version, recorded_at, data, meta FROM es.event',
    "UPDATE es.event SET type = 'x'",
    'DELETE FROM es.event',
    'TRUNCATE es.event',
    'DELETE FROM es.commit',
    'TRUNCATE es.commit',
    'UPDATE es.stream SET version = 0',
    "UPDATE es.subject_key SET wrapped_key = 'x'",
    'DELETE FROM es.access_log',
    "UPDATE es.access_log SET bruger = 'x'",
    'DELETE FROM es.seal',
    'SELECT es.close_tenant(840)',
    'CREATE TABLE es.x ()',
  ])('let the app write nothing but by the functions: %s', async (sql) => {
    await expect(asTenant(here.pool, 840, sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('let the app put nothing into another municipality', async () => {
    const into = `INSERT INTO es.access_log (tenant_id, bruger, roller, rute, korrelation) VALUES (851, 'u', '{}', 'x', 'k')`;
    await expect(asTenant(here.pool, 840, into)).rejects.toMatchObject({ code: '42501' });
    await expect(asTenant(here.pool, undefined, into)).rejects.toMatchObject({ code: '42501' });
  });

  it.each([
    ...['event', 'commit', 'seal', 'access_log'].flatMap((table) => [
      `UPDATE es.${table} SET tenant_id = tenant_id`,
      `DELETE FROM es.${table}`,
      `TRUNCATE es.${table}`,
    ]),
    ...['stream', 'subject_key', 'tenant'].flatMap((table) => [
      `DELETE FROM es.${table}`,
      `TRUNCATE es.${table} CASCADE`,
    ]),
    'UPDATE es.stream SET version = version - 1',
    "UPDATE es.stream SET kind = 'x'",
    'SET session_replication_role = replica; DELETE FROM es.event',
  ])('refuse the owner and the superuser too: %s', async (sql) => {
    for (const pool of sql.startsWith('SET') ? [database.superuser] : [database.owner, database.superuser]) {
      const client = await pool.connect();
      try {
        const error: unknown = await client.query(sql).then(
          () => undefined,
          (cause: unknown) => cause,
        );
        expect(isAppendOnlyRefusal(error)).toBe(true);
      } finally {
        client.release(true);
      }
    }
  });

  it('keep a destroyed key destroyed', async () => {
    await here.store.destroySubjectKey(851, barn);
    const back = "UPDATE es.subject_key SET wrapped_key = 'x', shredded_at = NULL WHERE tenant_id = 851";
    await expect(database.owner.query(back)).rejects.toMatchObject({ code: 'ES403' });
  });

  it('hold no sealed text in any column of the store', async () => {
    for (const table of TABLES) {
      const { rows } = await database.superuser.query<{ row: string }>(`SELECT t::text AS row FROM es.${table} t`);
      expect(rows.filter(({ row }) => row.includes('Navnesen') || row.includes('alder'))).toEqual([]);
    }
    expect((await here.store.load(840, stream))[0]?.data['navn']).toBe(secret);
  });
});
