import type { Pool } from 'pg';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { createPool, inTenantQuery, withTenant } from './pool.js';

let database: TestDatabase;
let owner: Pool;
let app: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = createPool(database.ownerUrl, { name: 'test-owner', max: 2 });
  await owner.query(`
    CREATE TABLE public.sag (tenant_id int NOT NULL, n bigint NOT NULL);
    ALTER TABLE public.sag ENABLE ROW LEVEL SECURITY;
    CREATE POLICY tenant ON public.sag USING (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
    GRANT SELECT, INSERT ON public.sag TO es_app;
    INSERT INTO public.sag VALUES (840, 1), (101, 2)`);
  app = createPool(database.appUrl, { name: 'test-app', max: 1 });
});

afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await database.drop();
});

const ALL = 'SELECT n FROM public.sag ORDER BY n';

describe('the pool', () => {
  it('reads int8 as a number and a date as its text, and refuses an int8 that a number cannot hold', async () => {
    const { rows } = await app.query<Record<string, unknown>>(
      "SELECT 9007199254740991::int8 AS n, '2019-03-19'::date AS d",
    );
    expect(rows).toEqual([{ n: 9007199254740991, d: '2019-03-19' }]);
    await expect(app.query('SELECT 9007199254740993::int8 AS n')).rejects.toThrow('does not fit');
  });

  it('reports a broken idle connection and goes on', async () => {
    const lines: string[] = [];
    const pool = createPool(database.appUrl, { name: 'breaks', max: 1, report: (line) => lines.push(line) });
    const { rows } = await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const broken = new Promise<void>((resolve) => {
      pool.once('error', () => {
        resolve();
      });
    });
    const superuser = createPool(database.superuserUrl, { name: 'test-super', max: 1 });
    await superuser.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    await superuser.end();
    await broken;
    expect(lines).toEqual([expect.stringContaining('database connection of pool breaks broke')]);
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });
});

describe('a tenant’s transaction', () => {
  it('shows its own municipality only, and none once it is over', async () => {
    expect(await withTenant(app, 840, async (sql) => (await sql.query(ALL)).rows)).toEqual([{ n: 1 }]);
    expect((await inTenantQuery(app, 101, ALL)).rows).toEqual([{ n: 2 }]);
    expect((await app.query(ALL)).rows).toEqual([]);
  });

  it('rolls back what a failing piece of work wrote, and leaves the connection usable', async () => {
    const work = withTenant(app, 840, async (sql) => {
      await sql.query('INSERT INTO public.sag VALUES (840, 3)');
      throw new Error('afbrudt');
    });
    await expect(work).rejects.toThrow('afbrudt');
    await expect(inTenantQuery(app, 840, 'INSERT INTO public.sag VALUES (840, $1)', ['x'])).rejects.toThrow(
      'invalid input syntax',
    );
    expect((await inTenantQuery(app, 840, ALL)).rows).toEqual([{ n: 1 }]);
    expect((await app.query(ALL)).rows).toEqual([]);
  });

  it('gives parameters and prepared statements through', async () => {
    for (const n of [1, 2]) {
      const { rows } = await inTenantQuery(app, 840, {
        name: 'sag-by-n',
        text: 'SELECT n FROM public.sag WHERE n = $1',
        values: [n],
      });
      expect(rows).toEqual(n === 1 ? [{ n: 1 }] : []);
    }
  });

  it('keeps what was written', async () => {
    await withTenant(app, 840, (sql) => sql.query('INSERT INTO public.sag VALUES (840, 7)'));
    await inTenantQuery(app, 840, 'INSERT INTO public.sag VALUES (840, $1)', [8]);
    expect((await inTenantQuery(app, 840, ALL)).rows).toEqual([{ n: 1 }, { n: 7 }, { n: 8 }]);
    await owner.query('DELETE FROM public.sag WHERE n > 2');
  });

  it('is refused for what is not a municipality number', async () => {
    await expect(inTenantQuery(app, Number('1.5'), ALL)).rejects.toThrow('Not a municipality number');
    await expect(withTenant(app, NaN, (sql) => sql.query(ALL))).rejects.toThrow('Not a municipality number');
  });

  it('throws a connection away that broke in the middle', async () => {
    const work = withTenant(app, 840, async (sql) => {
      const { rows } = await sql.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      const superuser = createPool(database.superuserUrl, { name: 'test-super', max: 1 });
      await superuser.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
      await superuser.end();
      await sql.query(ALL);
    });
    await expect(work).rejects.toThrow();
    expect((await inTenantQuery(app, 840, ALL)).rows).toEqual([{ n: 1 }]);
  });
});
