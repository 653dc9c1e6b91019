import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres, stopAbandonedPostgres } from '../../src/platform/db/embedded-postgres.js';
import { migrate } from '../../src/platform/db/migrate.js';
import { APP_ROLE, derivePassword, ensureAppLogin, ensureOwnerDatabase } from '../../src/platform/db/roles.js';
import type { TestCluster } from '../../src/platform/testing/database.js';

const PREFIX = 'boernesag-test-';
const TEMPLATE = 'boernesag_skabelon';

/**
 * Starts the cluster of this run and fills the template. TEST_DATABASE_URL (a superuser's) runs the tests on a given
 * server instead. Returns what stops it.
 */
export async function startTestCluster(): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') {
    const template = `${TEMPLATE}_${String(process.pid)}`;
    await prepareTemplate(given, template);
    return () => dropDatabase(given, template);
  }
  await sweepAbandoned();
  const dataDir = mkdtempSync(join(tmpdir(), PREFIX));
  // Durability is switched off: what a killed test run leaves is thrown away, never recovered.
  const server = await startEmbeddedPostgres({
    dataDir,
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      shared_buffers: '128MB',
      max_connections: '300',
    },
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await prepareTemplate(server.superuserUrl, TEMPLATE);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

async function prepareTemplate(superuserUrl: string, template: string): Promise<void> {
  const ownerUrl = await ensureOwnerDatabase(superuserUrl, template);
  await migrate(ownerUrl);
  const appUrl = await ensureAppLogin(ownerUrl, derivePassword(new URL(superuserUrl).password, APP_ROLE));
  const cluster: TestCluster = { superuserUrl, ownerUrl, appUrl, template };
  process.env['TEST_CLUSTER'] = JSON.stringify(cluster);
}

async function dropDatabase(superuserUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.end();
}

/** A run that was killed leaves server and folder behind. Runs that are alive have written themselves down and are left alone. */
async function sweepAbandoned(): Promise<void> {
  const left = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX));
  for (const folder of left.map((name) => join(tmpdir(), name))) {
    try {
      // A folder that was made this minute may belong to a run that is about to write itself down.
      const isOld = Date.now() - statSync(folder).mtimeMs > 60_000;
      if (isOld && (await stopAbandonedPostgres(folder))) {
        rmSync(folder, { recursive: true, force: true });
      }
    } catch {
      // Another user's run, or another run sweeping the same folder: neither hinders this one.
    }
  }
}
