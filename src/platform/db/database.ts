import type { DatabaseConfig } from '../config/config.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { migrate } from './migrate.js';
import { APP_ROLE, derivePassword, ensureAppLogin, ensureOwnerDatabase } from './roles.js';

/** A database that is migrated and ready. */
export interface RunningDatabase {
  /** For migrations and read model DDL. */
  readonly ownerUrl: string;
  /** For everything else. */
  readonly appUrl: string;
  /** Stops what was started here; an external server is left alone. Call it after the application has drained. */
  stop(): Promise<void>;
}

/** Starts or finds the database that the configuration names, migrates it, and lets the application log in. */
export async function startDatabase(config: DatabaseConfig): Promise<RunningDatabase> {
  if (config.kind === 'external') {
    await migrate(config.ownerUrl);
    const appUrl =
      config.appUrl ??
      (await ensureAppLogin(config.ownerUrl, derivePassword(new URL(config.ownerUrl).password, APP_ROLE)));
    return { ownerUrl: config.ownerUrl, appUrl, stop: () => Promise.resolve() };
  }
  const server = await startEmbeddedPostgres({ dataDir: config.dataDir });
  try {
    const ownerUrl = await ensureOwnerDatabase(server.superuserUrl, 'boernesag');
    await migrate(ownerUrl);
    const appUrl = await ensureAppLogin(ownerUrl, derivePassword(new URL(server.superuserUrl).password, APP_ROLE));
    return { ownerUrl, appUrl, stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
