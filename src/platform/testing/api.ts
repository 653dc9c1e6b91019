import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { type AppOptions, contextModules } from '../../app.module.js';
import { boundedContexts } from '../../contexts.js';
import { createApp } from '../../create-app.js';
import { indlaesLovpakke } from '../../faelles/lov/lovpakke.js';
import { type Rolle } from '../auth/actor.js';
import { createTestIssuer, type TestIssuer } from '../auth/test-tokens.js';
import { type Clock, FixedClock } from '../clock.js';
import { type EventStore } from '../eventstore/event-store.js';
import { ephemeralKeys } from '../eventstore/sealing/key-file.js';
import { RandomIds } from '../ids.js';
import { type ContextRegistration, gatherRegistrations } from '../registry.js';
import { openPlatform, type RunningPlatform } from '../running-platform.js';
import { createTestDatabase, type TestDatabase } from './database.js';

/** The municipalities that are open in every test. */
export const REBILD = 840;
export const AALBORG = 851;

export interface TestApiOptions {
  /** Stands still at 2019-03-19 10:00 in Copenhagen unless another is given. */
  readonly clock?: Clock;
  /** Other contexts than the product's own, for tests of the platform itself. */
  readonly instead?: { readonly contexts: readonly ContextRegistration[]; readonly modules: AppOptions['modules'] };
}

/** The whole application on a database of its own, with projections running. */
export interface TestApi {
  readonly app: NestFastifyApplication;
  /** Supertest on the application: `api.request.post('/v1/…')`. */
  readonly request: ReturnType<typeof supertest>;
  readonly store: EventStore;
  readonly platform: RunningPlatform;
  readonly database: TestDatabase;
  readonly clock: Clock;
  readonly issuer: TestIssuer;
  /** Where the heads are sealed. */
  readonly sealFolder: string;
  /** `Bearer …` for the header Authorization. */
  token(bruger: string, kommune: number, roller: readonly Rolle[]): Promise<string>;
  stop(): Promise<void>;
}

export async function startTestApi(options: TestApiOptions = {}): Promise<TestApi> {
  const clock = options.clock ?? FixedClock.at('2019-03-19T10:00:00+01:00');
  const database = await createTestDatabase();
  const issuer = await createTestIssuer();
  const lovpakke = indlaesLovpakke();
  const contexts = options.instead?.contexts ?? boundedContexts(lovpakke);
  const registry = gatherRegistrations(contexts);
  const seals = mkdtempSync(join(tmpdir(), 'boernesag-segl-'));
  const silent = {
    log: () => undefined,
    warn: () => undefined,
    error: (line: string) => void process.stderr.write(`${line}\n`),
  };
  const platform = await openPlatform({
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    keys: ephemeralKeys(),
    registry,
    role: 'alt',
    clock,
    ids: new RandomIds(),
    log: silent,
    sealFolder: seals,
  });
  await platform.store.openTenant(REBILD, 'rebild');
  await platform.store.openTenant(AALBORG, 'aalborg');
  const app = await createApp({
    verifier: issuer.verifier,
    platform: () => platform,
    contexts,
    lovpakke: () => lovpakke,
    modules: options.instead?.modules ?? contextModules,
  });
  await app.listen(0, '127.0.0.1');
  return {
    app,
    request: supertest(app.getHttpServer()),
    store: platform.store,
    platform,
    database,
    clock,
    issuer,
    sealFolder: seals,
    token: async (bruger, kommune, roller) => `Bearer ${await issuer.token({ bruger, kommune, roller })}`,
    stop: async () => {
      await app.close();
      await platform.close();
      await database.drop();
      rmSync(seals, { recursive: true, force: true });
    },
  };
}
