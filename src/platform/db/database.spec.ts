import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrations } from '../../../migrations/migrations.js';
import { createTestDatabase } from '../testing/database.js';
import { startDatabase } from './database.js';
import { migrate } from './migrate.js';
import { derivePassword, ensureAppLogin, urlFor } from './roles.js';

async function who(url: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(
      'SELECT current_user AS name, rolsuper AS super, rolbypassrls AS bypass FROM pg_roles WHERE rolname = current_user',
    );
    return rows[0];
  } finally {
    await client.end();
  }
}

describe('the database at start', () => {
  it('is embedded when none is given: owner and application log in, neither is a superuser, and a second start finds it as it was', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'boernesag-test-database-'));
    try {
      const first = await startDatabase({ kind: 'embedded', dataDir });
      expect(await who(first.ownerUrl)).toEqual({ name: 'es_owner', super: false, bypass: false });
      expect(await who(first.appUrl)).toEqual({ name: 'es_app', super: false, bypass: false });
      await first.stop();
      const second = await startDatabase({ kind: 'embedded', dataDir });
      expect(second).toMatchObject({ ownerUrl: first.ownerUrl, appUrl: first.appUrl });
      await second.stop();
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });

  it('is used as given when it is external, and is not stopped', async () => {
    const given = await createTestDatabase();
    const database = await startDatabase({ kind: 'external', ownerUrl: given.ownerUrl, appUrl: given.appUrl });
    await database.stop();
    expect(await who(database.appUrl)).toMatchObject({ name: 'es_app' });
    await given.drop();
  });
});

describe('migrations', () => {
  it('are each run once when several processes start at once', async () => {
    const database = await createTestDatabase();
    await Promise.all([migrate(database.ownerUrl), migrate(database.ownerUrl), migrate(database.ownerUrl)]);
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM migrations');
    await client.end();
    expect(rows).toEqual([{ n: migrations.length }]);
    await database.drop();
  });
});

describe('the application’s login', () => {
  it('keeps a password that fits, so that running processes are not shut out', async () => {
    const database = await createTestDatabase();
    const password = new URL(database.appUrl).password;
    const [one, two] = await Promise.all([
      ensureAppLogin(database.ownerUrl, password),
      ensureAppLogin(database.ownerUrl, password),
    ]);
    expect([one, two]).toEqual([database.appUrl, database.appUrl]);
    await database.drop();
  });

  it('has a password that is worked out from the owner’s and tells nothing about it', () => {
    expect(derivePassword('hemmelig', 'es_app')).toBe(derivePassword('hemmelig', 'es_app'));
    expect(derivePassword('hemmelig', 'es_app')).not.toBe(derivePassword('hemmelig', 'es_owner'));
    expect(derivePassword('hemmelig', 'es_app')).toMatch(/^[\w-]{43}$/);
  });

  it('is at the same server and database as the owner’s', () => {
    expect(urlFor('postgresql://es_owner:x@db:5433/boernesag?sslmode=require', { role: 'es_app', password: 'y' })).toBe(
      'postgresql://es_app:y@db:5433/boernesag?sslmode=require',
    );
  });
});
