import { type Pool } from 'pg';
import { DataSource } from 'typeorm';
import { type Clock } from './clock.js';
import { type Role } from './config/config.js';
import { createPool } from './db/pool.js';
import { DraftStore } from './drafts/draft-store.js';
import { EventCatalogue } from './eventstore/event-catalogue.js';
import { type EventStore } from './eventstore/event-store.js';
import { PostgresEventStore } from './eventstore/postgres-event-store.js';
import { BlindIndex } from './eventstore/sealing/blind-index.js';
import { type StoreKeys } from './eventstore/sealing/key-file.js';
import { PostgresSubjectKeys } from './eventstore/sealing/postgres-subject-keys.js';
import { Sealer } from './eventstore/sealing/sealer.js';
import { HeadSealer, verifySeals } from './eventstore/seals.js';
import { type Ids } from './ids.js';
import { describeError, type OperatorLog } from './projection/operator-log.js';
import { ProjectionRunner } from './projection/projection-runner.js';
import { ReadModelSchema } from './projection/read-model-schema.js';
import { CheckpointWaiter, type ReadModelWaiter } from './projection/read-model-waiter.js';
import { type SealCheck } from './queries/seal-check.js';
import { type Registry } from './registry.js';

/** Kept apart, so that neither readers nor projections can use up the connections that writes need. */
const CONNECTIONS = { store: 10, queries: 10, projections: 6, owner: 2 } as const;
const SEAL_EVERY_MS = 60_000;

export interface PlatformOptions {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly keys: StoreKeys;
  readonly registry: Registry;
  readonly role: Role;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: OperatorLog;
  /** Heads are signed into this folder; nothing is signed without it. */
  readonly sealFolder?: string;
}

/** Everything below Nest that lives as long as the process. */
export interface RunningPlatform {
  readonly store: EventStore;
  readonly pool: Pool;
  readonly dataSource: DataSource;
  readonly sealer: Sealer;
  readonly blindIndex: BlindIndex;
  readonly drafts: DraftStore;
  readonly waiter: ReadModelWaiter;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Absent in a process that runs no projections. */
  readonly projections?: ProjectionRunner;
  /** Absent where there is no folder with seals. */
  readonly sealCheck?: SealCheck;
  /** Stops projections, seals the heads, and closes all connections. */
  close(): Promise<void>;
}

/** Opens store, read models and projections on a database that is migrated. */
export async function openPlatform(options: PlatformOptions): Promise<RunningPlatform> {
  const { registry, role, log } = options;
  let closing = false;
  // pg's pools have ended before their last connections have; the database may cut those off without anything being wrong.
  const report = (line: string): void => {
    if (!closing) log.error(line);
  };
  const pool = createPool(options.appUrl, { name: 'boernesag-store', max: CONNECTIONS.store, report });
  const projecting = createPool(options.appUrl, {
    name: 'boernesag-projections',
    max: CONNECTIONS.projections,
    report,
  });
  const owner = createPool(options.ownerUrl, { name: 'boernesag-owner', max: CONNECTIONS.owner, report });
  const sealer = new Sealer({ keys: options.keys, source: new PostgresSubjectKeys(pool) });
  const store = new PostgresEventStore({
    pool,
    listenUrl: options.appUrl,
    catalogue: new EventCatalogue(registry.events),
    sealer,
    onError: (error) => {
      log.warn(`event store: ${describeError(error)}`);
    },
  });
  const dataSource = readingSource(options, pool);
  const runsProjections = role !== 'api';
  const { keys, sealFolder } = options;
  const runner = new ProjectionRunner({
    store,
    pool: projecting,
    schema: new ReadModelSchema(owner),
    projections: registry.projections,
    log,
  });
  const heads =
    sealFolder === undefined || !runsProjections
      ? undefined
      : new HeadSealer({
          pool,
          keys,
          folder: sealFolder,
          intervalMs: SEAL_EVERY_MS,
          onError: (error) => {
            log.error(`sealing of heads failed: ${describeError(error)}`);
          },
        });
  const close = async (): Promise<void> => {
    // Each is tried whatever becomes of the others: a database that is gone must not keep the process alive.
    const failures: unknown[] = [];
    for (const step of [
      () => (runsProjections ? runner.stop() : undefined),
      () => heads?.stop(),
      () => store.close(),
      () => (dataSource.isInitialized ? dataSource.destroy() : undefined),
      () => {
        closing = true;
        return Promise.all([pool.end(), projecting.end(), owner.end()]);
      },
    ]) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
        log.error(`stopping: ${describeError(error)}`);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'not everything could be stopped cleanly');
  };
  try {
    await dataSource.initialize();
    if (runsProjections) await runner.start();
    heads?.start();
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
  return {
    store,
    pool,
    dataSource,
    sealer,
    blindIndex: new BlindIndex(options.keys.blindIndexKey),
    drafts: new DraftStore(pool, sealer),
    waiter: runsProjections ? runner : new CheckpointWaiter(pool, registry.projections),
    clock: options.clock,
    ids: options.ids,
    ...(runsProjections ? { projections: runner } : {}),
    ...(sealFolder === undefined
      ? {}
      : { sealCheck: { verify: (tenant) => verifySeals({ pool, keys, folder: sealFolder }, tenant) } }),
    close,
  };
}

/** TypeORM for reads alone. It makes its own connections, which must read dates and large numbers as ours do. */
function readingSource(options: PlatformOptions, like: Pool): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.appUrl,
    applicationName: 'boernesag-queries',
    entities: [...options.registry.entities],
    poolSize: CONNECTIONS.queries,
    extra: { types: like.options.types },
    synchronize: false,
    logging: false,
    poolErrorHandler: (error: unknown) => {
      options.log.error(`database connection of pool boernesag-queries broke: ${describeError(error)}`);
    },
  });
}
