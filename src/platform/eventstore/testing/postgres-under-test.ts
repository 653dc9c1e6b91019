import { type Pool } from 'pg';
import { createPool } from '../../db/pool.js';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { type EventCatalogue } from '../event-catalogue.js';
import { PostgresEventStore } from '../postgres-event-store.js';
import { ephemeralKeys, type StoreKeys } from '../sealing/key-file.js';
import { PostgresSubjectKeys } from '../sealing/postgres-subject-keys.js';
import { Sealer } from '../sealing/sealer.js';
import { catalogue } from './example-events.js';

/** A store with a pool, a key cache and a listening connection of its own: to the others it is another process. */
export interface StoreProcess {
  readonly store: PostgresEventStore;
  readonly sealer: Sealer;
  readonly pool: Pool;
  close(): Promise<void>;
}

export interface StoreDatabase {
  readonly database: TestDatabase;
  readonly keys: StoreKeys;
  /** For tampering. */
  readonly superuser: Pool;
  readonly owner: Pool;
  process(options?: { readonly catalogue?: EventCatalogue; readonly listen?: boolean }): StoreProcess;
  drop(): Promise<void>;
}

export async function openStoreDatabase(): Promise<StoreDatabase> {
  const database = await createTestDatabase();
  const keys = ephemeralKeys();
  const ignored = { report: () => undefined };
  const superuser = createPool(database.superuserUrl, { name: 'superuser', max: 2, ...ignored });
  const owner = createPool(database.ownerUrl, { name: 'owner', max: 2, ...ignored });
  const processes: StoreProcess[] = [];
  return {
    database,
    keys,
    superuser,
    owner,
    process: (options = {}) => {
      const pool = createPool(database.appUrl, { name: 'store-under-test', max: 4, ...ignored });
      const sealer = new Sealer({ keys, source: new PostgresSubjectKeys(pool) });
      const listenUrl = options.listen === false ? {} : { listenUrl: database.appUrl };
      const store = new PostgresEventStore({ pool, ...listenUrl, catalogue: options.catalogue ?? catalogue, sealer });
      let closed: Promise<void> | undefined;
      const made: StoreProcess = {
        store,
        sealer,
        pool,
        close: () => {
          closed ??= store.close().then(() => pool.end());
          return closed;
        },
      };
      processes.push(made);
      return made;
    },
    drop: async () => {
      await Promise.all(processes.map((one) => one.close()));
      await Promise.all([superuser.end(), owner.end()]);
      await database.drop();
    },
  };
}

/** Waits for what another process brings about; by asking, never by sleeping for a guessed time. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
