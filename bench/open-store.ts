import { createPool } from '../src/platform/db/pool.js';
import { EventCatalogue } from '../src/platform/eventstore/event-catalogue.js';
import { type EventDeclaration } from '../src/platform/eventstore/event-declaration.js';
import { PostgresEventStore } from '../src/platform/eventstore/postgres-event-store.js';
import { loadOrCreateKeyFile, type StoreKeys } from '../src/platform/eventstore/sealing/key-file.js';
import { PostgresSubjectKeys } from '../src/platform/eventstore/sealing/postgres-subject-keys.js';
import { Sealer } from '../src/platform/eventstore/sealing/sealer.js';

export interface StoreInput {
  readonly appUrl: string;
  readonly keyFile: string;
  readonly kommune: number;
}

/** The event store as the product opens it, without the rest of the product. */
export function openStore(
  { appUrl, keyFile }: StoreInput,
  events: readonly EventDeclaration[],
): {
  readonly store: PostgresEventStore;
  readonly keys: StoreKeys;
  readonly catalogue: EventCatalogue;
  readonly close: () => Promise<void>;
} {
  const keys = loadOrCreateKeyFile(keyFile);
  const pool = createPool(appUrl, { name: 'bench-store' });
  const catalogue = new EventCatalogue(events);
  const sealer = new Sealer({ keys, source: new PostgresSubjectKeys(pool) });
  const store = new PostgresEventStore({ pool, catalogue, sealer });
  return {
    store,
    keys,
    catalogue,
    close: async () => {
      await store.close();
      await pool.end();
    },
  };
}
