import { MemoryEventStore } from './memory-event-store.js';
import { catalogue } from './testing/example-events.js';
import { eventStoreContract } from './testing/event-store.contract.js';
import { openStoreDatabase } from './testing/postgres-under-test.js';

eventStoreContract('memory', () => {
  const store = new MemoryEventStore({ catalogue });
  return Promise.resolve({
    store,
    sealer: store.sealer,
    closeTenant: (tenant) => {
      store.closeTenant(tenant);
      return Promise.resolve();
    },
    close: () => store.close(),
  });
});

eventStoreContract('PostgreSQL', async () => {
  const database = await openStoreDatabase();
  const { store, sealer } = database.process();
  return {
    store,
    sealer,
    closeTenant: async (tenant) => {
      await database.owner.query('SELECT es.close_tenant($1)', [tenant]);
    },
    close: () => database.drop(),
  };
});
