import { existsSync } from 'node:fs';
import { type Pool } from 'pg';
import { boundedContexts } from '../contexts.js';
import { indlaesLovpakke } from '../faelles/lov/lovpakke.js';
import { readConfig } from '../platform/config/config.js';
import { startDatabase } from '../platform/db/database.js';
import { createPool } from '../platform/db/pool.js';
import { EventCatalogue } from '../platform/eventstore/event-catalogue.js';
import { type VerifyProblem } from '../platform/eventstore/event-store.js';
import { PostgresEventStore } from '../platform/eventstore/postgres-event-store.js';
import { loadKeyFile, type StoreKeys } from '../platform/eventstore/sealing/key-file.js';
import { PostgresSubjectKeys } from '../platform/eventstore/sealing/postgres-subject-keys.js';
import { Sealer } from '../platform/eventstore/sealing/sealer.js';
import { verifySeals } from '../platform/eventstore/seals.js';
import { type Projection } from '../platform/projection/projection.js';
import { ReadModelSchema } from '../platform/projection/read-model-schema.js';
import { gatherRegistrations, type Registry } from '../platform/registry.js';

/** What the auditor's commands work on. */
export interface Revisionsadgang {
  readonly store: PostgresEventStore;
  readonly pool: Pool;
  readonly schema: ReadModelSchema;
  readonly projections: readonly Projection[];
  verifySeals(tenant: number): Promise<readonly VerifyProblem[]>;
  close(): Promise<void>;
}

/** The environment does not lead to anything that can be audited; the message is for the person at the keyboard. */
export class IngenAdgang extends Error {
  override readonly name = 'IngenAdgang';
}

/** The same database as the application: one that runs is joined, one that stands still is started and stopped again. */
export async function aabnRevisionsadgang(env: NodeJS.ProcessEnv): Promise<Revisionsadgang> {
  const config = readConfig(env);
  if (!existsSync(config.keyFile)) {
    throw new IngenAdgang(
      `Nøglefilen ${config.keyFile} findes ikke. Peg på den med NOEGLEFIL, eller på datamappen med DATAMAPPE.`,
    );
  }
  const keys = loadKeyFile(config.keyFile);
  const database = await startDatabase(config.database);
  try {
    const adgang = revisionsadgang({
      ...database,
      keys,
      sealFolder: config.sealFolder,
      registry: gatherRegistrations(boundedContexts(indlaesLovpakke(config.lawPackFolder))),
    });
    return {
      ...adgang,
      close: async () => {
        await adgang.close();
        await database.stop();
      },
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

export function revisionsadgang(options: {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly keys: StoreKeys;
  readonly sealFolder: string;
  readonly registry: Pick<Registry, 'events' | 'projections'>;
}): Revisionsadgang {
  const pool = createPool(options.appUrl, { name: 'boernesag-revision', max: 4 });
  const owner = createPool(options.ownerUrl, { name: 'boernesag-revision-owner', max: 2 });
  const store = new PostgresEventStore({
    pool,
    catalogue: new EventCatalogue(options.registry.events),
    sealer: new Sealer({ keys: options.keys, source: new PostgresSubjectKeys(pool) }),
  });
  return {
    store,
    pool,
    schema: new ReadModelSchema(owner),
    projections: options.registry.projections,
    verifySeals: (tenant) => verifySeals({ pool, keys: options.keys, folder: options.sealFolder }, tenant),
    close: async () => {
      await store.close();
      await pool.end();
      await owner.end();
    },
  };
}
