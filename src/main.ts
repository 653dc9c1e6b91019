import { createServer, type AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { contextModules } from './app.module.js';
import { boundedContexts } from './contexts.js';
import { createApp } from './create-app.js';
import { indlaesLovpakke } from './faelles/lov/lovpakke.js';
import { Lovpakkefejl } from './faelles/lov/lovpakkefejl.js';
import { DEV_AUDIENCE, startDevIdentityProvider } from './platform/auth/dev-identity-provider.js';
import { DEV_USERS } from './platform/auth/dev-users.js';
import { KOMMUNER } from './platform/auth/municipalities.js';
import { TokenVerifier } from './platform/auth/token-verifier.js';
import { SystemClock } from './platform/clock.js';
import { type CommandResult, type ExecuteCommand } from './platform/commands/command.js';
import { type Config, ConfigError, readConfig } from './platform/config/config.js';
import { startDatabase } from './platform/db/database.js';
import { loadKeyFile, loadOrCreateKeyFile } from './platform/eventstore/sealing/key-file.js';
import { serveDocumentation } from './platform/http/swagger-ui.js';
import { RandomIds } from './platform/ids.js';
import { ReactorRunner } from './platform/reactor/reactor-runner.js';
import { gatherRegistrations } from './platform/registry.js';
import { openPlatform, type RunningPlatform } from './platform/running-platform.js';
import { Shutdown } from './platform/shutdown.js';
import { startText } from './start-text.js';

const log = new Logger('Boernesag');
const shutdown = new Shutdown((line) => {
  log.error(line);
});

interface Identity {
  readonly issuer: string;
  readonly audience: string;
}

/** Starts each part after what it stands on, and gives up in silence when a stop was asked for meanwhile. */
async function start(config: Config): Promise<void> {
  // Faults in the law packs are found before anything is started.
  const lovpakke = indlaesLovpakke(config.lawPackFolder);
  const contexts = boundedContexts(lovpakke);
  const registry = gatherRegistrations(contexts);
  const keys = config.mayGenerateKeys ? loadOrCreateKeyFile(config.keyFile) : loadKeyFile(config.keyFile);
  const port = config.port === 0 ? await freePort(config.host) : config.port;
  const database = await startDatabase(config.database);
  shutdown.add('database', () => database.stop());
  if (shutdown.isBegun()) return;
  const identity = await startIdentity(config, port);
  const platform = await openPlatform({
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    keys,
    registry,
    role: config.role,
    clock: new SystemClock(),
    ids: new RandomIds(),
    log,
    sealFolder: config.sealFolder,
  });
  shutdown.add('platform', () => platform.close());
  if (config.identity.kind === 'development') await openDevelopmentMunicipalities(platform);
  if (shutdown.isBegun()) return;
  const app = await createApp({
    verifier: new TokenVerifier(identity),
    platform: () => platform,
    contexts,
    lovpakke: () => lovpakke,
    modules: config.role === 'projektor' ? [] : contextModules,
  });
  const origin =
    config.publicOrigin ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${String(port)}`;
  serveDocumentation(app, { origin, issuer: identity.issuer, externalIssuer: config.identity.kind === 'external' });
  await app.listen(port, config.host);
  shutdown.add('api', () => app.close());
  await startReactors(config, platform, registry.reactors, app);
  if (shutdown.isBegun()) return;
  process.stdout.write(startText(config, origin, identity.issuer));
}

async function startIdentity(config: Config, port: number): Promise<Identity> {
  if (config.identity.kind === 'external') return config.identity;
  const provider = await startDevIdentityProvider({ port: port + 1, apiPort: port, keyFolder: config.dataFolder });
  shutdown.add('development identity provider', () => provider.stop());
  return { issuer: provider.issuer, audience: DEV_AUDIENCE };
}

/** A newcomer's test users must have somewhere to work; in operation a municipality is opened on purpose. */
async function openDevelopmentMunicipalities(platform: RunningPlatform): Promise<void> {
  for (const code of new Set(DEV_USERS.map((user) => user.kommune))) {
    await platform.store.openTenant(code, (KOMMUNER.get(code) ?? String(code)).toLowerCase());
  }
}

/** A process that projects also reacts; one that only serves users does not. */
async function startReactors(
  config: Config,
  platform: RunningPlatform,
  reactors: ConstructorParameters<typeof ReactorRunner>[0]['reactors'],
  app: NestFastifyApplication,
): Promise<void> {
  if (config.role === 'api' || reactors.length === 0) return;
  const bus = app.get(CommandBus, { strict: false });
  const runner = new ReactorRunner({
    store: platform.store,
    pool: platform.pool,
    reactors,
    send: (command) => bus.execute<ExecuteCommand, CommandResult>(command),
    log,
  });
  await runner.start();
  shutdown.add('reactors', () => runner.stop());
}

/** PORT=0: a port that is free, and whose neighbour is asked for next. */
async function freePort(host: string): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

let started: Promise<void> = Promise.resolve();

async function stop(exitCode: number): Promise<void> {
  const clean = await shutdown.run(started);
  process.exit(clean ? exitCode : 1);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (shutdown.isBegun()) {
      log.warn('stopped at once: a second signal came before everything had stopped');
      process.exit(130);
    }
    process.stdout.write('\nBørnesag stopper. Tryk Ctrl-C igen for at afbryde med det samme.\n');
    void stop(0);
  });
}

/** What was wrong, said so that the person who started the program can put it right. */
function faultOf(error: unknown): string {
  if (error instanceof ConfigError || error instanceof Lovpakkefejl) return error.message;
  if (!(error instanceof Error)) return 'could not start';
  if ('code' in error && error.code === 'EADDRINUSE')
    return `${error.message}. Choose another port with PORT; the development login takes the port after it.`;
  return error.stack ?? error.message;
}

try {
  started = start(readConfig(process.env));
  await started;
} catch (error) {
  if (!shutdown.isBegun()) {
    log.error(faultOf(error));
    await stop(1);
  }
}
