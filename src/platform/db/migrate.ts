import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/migrations.js';

/** One number for all processes that migrate this database. */
const MIGRATION_LOCK = 740_001;

/**
 * Brings the database to the newest version, as its owner. Processes that start at once wait for each other: the lock is
 * held on a connection of its own, so it goes when the process dies.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const guard = new Client({ connectionString: ownerUrl, application_name: 'boernesag-migrate' });
  guard.on('error', () => undefined);
  await guard.connect();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const source = new DataSource({
      type: 'postgres',
      url: ownerUrl,
      applicationName: 'boernesag-migrate',
      migrations: [...migrations],
      migrationsTableName: 'migrations',
      migrationsTransactionMode: 'each',
      logging: ['error'],
    });
    await source.initialize();
    try {
      await source.runMigrations();
    } finally {
      await source.destroy();
    }
  } finally {
    await guard.end();
  }
}
