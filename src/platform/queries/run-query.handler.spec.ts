import { randomUUID } from 'node:crypto';
import { type Pool } from 'pg';
import { DataSource, EntitySchema } from 'typeorm';
import { type Aktoer } from '../auth/actor.js';
import { createPool, withTenant } from '../db/pool.js';
import { type Projection } from '../projection/projection.js';
import { ReadModelSchema } from '../projection/read-model-schema.js';
import { ReadModelWaiter } from '../projection/read-model-waiter.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { RunQuery, type AccessLogEntry, type Sql } from './query.js';
import { RunQueryHandler } from './run-query.handler.js';

const visning: Projection = {
  name: 'proeve.opslag',
  version: 1,
  contexts: ['proeve'],
  events: '*',
  tables: [{ name: 'barn', columns: { barn_id: { type: 'uuid' }, navn: { type: 'text' } }, key: ['barn_id'] }],
  project: () => undefined,
};
const Barn = new EntitySchema<{ tenantId: number; barnId: string; navn: string }>({
  name: 'ProeveBarn',
  schema: 'lm_proeve_opslag',
  tableName: 'barn',
  columns: {
    tenantId: { name: 'tenant_id', type: 'int', primary: true },
    barnId: { name: 'barn_id', type: 'uuid', primary: true },
    navn: { type: 'text' },
  },
});
const BARN = randomUUID();
const SAG = randomUUID();
const aktoer: Aktoer = { id: 'sb01', navn: 'S', kommune: 840, roller: ['sagsbehandler', 'teamleder'] };

class NotedWaits extends ReadModelWaiter {
  readonly calls: unknown[][] = [];
  override waitFor(...call: Parameters<ReadModelWaiter['waitFor']>): Promise<boolean> {
    this.calls.push(call);
    return Promise.resolve(true);
  }
}

let database: TestDatabase;
let pool: Pool;
let source: DataSource;
const waiter = new NotedWaits();

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.appUrl, { name: 'query-app' });
  const owner = createPool(database.ownerUrl, { name: 'query-owner' });
  await new ReadModelSchema(owner).ensure(visning);
  await owner.end();
  for (const [tenant, navn] of [
    [840, 'egen'],
    [851, 'fremmed'],
  ] as const) {
    await withTenant(pool, tenant, (sql) =>
      sql.query('INSERT INTO lm_proeve_opslag.barn VALUES ($1, $2, $3)', [tenant, BARN, navn]),
    );
  }
  source = await new DataSource({ type: 'postgres', url: database.appUrl, entities: [Barn], poolSize: 2 }).initialize();
});

afterAll(async () => {
  await source.destroy();
  await pool.end();
  await database.drop();
});

function run(
  read: (sql: Sql) => Promise<unknown>,
  accessed: readonly AccessLogEntry[],
  waitForPosition?: number,
): Promise<unknown> {
  const request = {
    aktoer,
    korrelation: 'k1',
    route: 'GET /v1/proeve',
    context: 'proeve',
    ...(waitForPosition === undefined ? {} : { waitForPosition }),
  };
  return new RunQueryHandler(source, waiter).execute(
    new RunQuery<unknown>(request, { read, accessed: () => accessed }),
  );
}

async function accessLog(): Promise<readonly unknown[]> {
  const { rows } = await withTenant(pool, 840, (sql) =>
    sql.query('SELECT bruger, roller, rute, barn_id, sag_id, korrelation FROM es.access_log ORDER BY id'),
  );
  return rows;
}

it('reads the own municipality only, by SQL and by entity, and writes each child and case once in the access log', async () => {
  const result = await run(
    async (sql) => ({
      sql: await sql.query('SELECT navn FROM lm_proeve_opslag.barn WHERE barn_id = $1', [BARN]),
      entity: await sql.manager.find(Barn, { where: { tenantId: 840 } }),
      foreign: await sql.manager.find(Barn, { where: { tenantId: 851 } }),
    }),
    [{ barnId: BARN }, { barnId: BARN, sagId: SAG }, { barnId: BARN }],
  );
  expect(result).toEqual({
    sql: [{ navn: 'egen' }],
    entity: [{ tenantId: 840, barnId: BARN, navn: 'egen' }],
    foreign: [],
  });
  const common = {
    bruger: 'sb01',
    roller: ['sagsbehandler', 'teamleder'],
    rute: 'GET /v1/proeve',
    barn_id: BARN,
    korrelation: 'k1',
  };
  expect(await accessLog()).toEqual([
    { ...common, sag_id: null },
    { ...common, sag_id: SAG },
  ]);
});

it('gives nothing when the access log cannot be written, and leaves the connection usable', async () => {
  const before = await accessLog();
  await expect(run(() => Promise.resolve('secret'), [{ barnId: 'not-a-uuid' }])).rejects.toMatchObject({
    code: '22P02',
  });
  await expect(run(() => Promise.reject(new Error('not found')), [{ barnId: BARN }])).rejects.toThrow('not found');
  expect(await accessLog()).toEqual(before);
  // The municipality's setting went with the transaction: nothing is seen on a connection that is lent anew.
  expect(await source.query('SELECT navn FROM lm_proeve_opslag.barn')).toEqual([]);
  expect(await run(() => Promise.resolve('works'), [])).toBe('works');
});

it('waits for the position that the caller has seen, in his own municipality and context', async () => {
  waiter.calls.length = 0;
  await run(() => Promise.resolve(1), []);
  await run(() => Promise.resolve(1), [], 4711);
  expect(waiter.calls).toEqual([[840, 'proeve', 4711, 2000]]);
});
