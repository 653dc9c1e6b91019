import { execFile, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import {
  clusterPaths,
  endOfLog,
  ensureCluster,
  prepareFolder,
  superuserPassword,
  type ClusterPaths,
} from './cluster-folder.js';
import { countUsers, registerUser, withFolderLock } from './folder-users.js';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.js';
import { processState, processesOfCluster, programOf, readPostmasterFile, signal, within } from './server-process.js';
import { serverUser } from './server-user.js';

const HOST = '127.0.0.1';
/** Recovery after a kill replays at most max_wal_size of log; measured 1.8 s, but disks differ. */
const RECOVERY_TIMEOUT = 300_000;
const PATIENCE = 10_000;
const FAST_STOP_TIMEOUT = 20_000;
const KILL_TIMEOUT = 5_000;
const MAX_LOG = 20_000_000;

/** Measured choices; durability (fsync, full_page_writes, synchronous_commit) stays on unless a test cluster says otherwise. */
const DEFAULT_SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: HOST,
  unix_socket_directories: '',
  shared_buffers: '512MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  jit: 'off',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // DETAIL lines show the row that failed: the log is for operators and holds no personal data.
  log_error_verbosity: 'terse',
};

export interface EmbeddedPostgresOptions {
  /** Folder for the cluster, its log and its notes; made when absent. */
  readonly dataDir: string;
  /** A free one is chosen when none is given, the last used one first. */
  readonly port?: number;
  /** Added to, or put instead of, the default server settings. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Milliseconds a running server gets to answer before it counts as stuck and is ended; 10,000 when not given. */
  readonly patience?: number;
}

export interface EmbeddedPostgres {
  readonly host: string;
  readonly port: number;
  /** URL of the superuser `postgres`, with its password. */
  readonly superuserUrl: string;
  /** True when a server was already running on the folder and was taken over. */
  readonly adopted: boolean;
  /** Stops the server unless another living process uses it. May be called again; never hangs. */
  stop(): Promise<void>;
}

/** Starts PostgreSQL on the folder, or takes over the one that runs there. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const paths = clusterPaths(dataDir);
  prepareFolder(paths);
  const binaries = findPostgresBinaries(paths.links);
  const unregister = registerUser(dataDir);
  try {
    const { port, adopted } = await withFolderLock(dataDir, () => ensureServer(paths, binaries, options));
    let stopped: Promise<void> | undefined;
    return {
      host: HOST,
      port,
      adopted,
      superuserUrl: urlOf(paths, port),
      stop: () => {
        stopped ??= leave(paths, binaries, unregister);
        return stopped;
      },
    };
  } catch (error) {
    unregister();
    throw error;
  }
}

/** Ends the server that killed processes left behind on a folder; false when a living process uses it. */
export async function stopAbandonedPostgres(dataDir: string): Promise<boolean> {
  const paths = clusterPaths(resolve(dataDir));
  if (countUsers(paths.dataDir) > 0) {
    return false;
  }
  await endServer(paths, undefined);
  return true;
}

async function leave(paths: ClusterPaths, binaries: PostgresBinaries, unregister: () => void): Promise<void> {
  unregister();
  // Looked at before the lock too: one that is starting holds it for long, and has already written itself down.
  if (countUsers(paths.dataDir) > 0) {
    return;
  }
  // The folder may have been removed under us; then there is nothing to lock, but a server may still run.
  if (!statSync(paths.dataDir, { throwIfNoEntry: false })) {
    return;
  }
  await withFolderLock(paths.dataDir, async () => {
    if (countUsers(paths.dataDir) === 0) {
      await endServer(paths, binaries);
    }
  });
}

async function ensureServer(
  paths: ClusterPaths,
  binaries: PostgresBinaries,
  options: EmbeddedPostgresOptions,
): Promise<{ port: number; adopted: boolean }> {
  await ensureCluster(paths, binaries, options.settings?.['fsync'] !== 'off');
  const patience = options.patience ?? PATIENCE;
  const running = await adopt(paths, binaries, patience);
  if (running !== undefined) {
    return { port: running, adopted: true };
  }
  for (let attempt = 1; ; attempt += 1) {
    await clearRemains(paths);
    const port = options.port ?? (await freePort(paths));
    const failure = await launch(paths, binaries, port, options.settings ?? {}, patience);
    if (failure === undefined) {
      writeFileSync(paths.port, String(port));
      return { port, adopted: false };
    }
    // Between choosing a port and binding it somebody else may have taken it; dying children still hold shared memory for a moment.
    const mayPass = /could not bind|pre-existing shared memory|lock file/.test(failure);
    if (!mayPass || attempt >= 5 || (options.port !== undefined && failure.includes('could not bind'))) {
      throw new Error(
        `The embedded PostgreSQL did not start in ${paths.dataDir} (port ${String(port)}). Its log ends:\n${failure}`,
      );
    }
    rmSync(paths.port, { force: true });
  }
}

/** The port of the server that already runs here and answers, if there is one. One that is stuck is ended. */
async function adopt(paths: ClusterPaths, binaries: PostgresBinaries, patience: number): Promise<number | undefined> {
  const found = readPostmasterFile(paths.cluster);
  if (!found || processState(found.pid, paths.cluster) !== 'postgres-of-cluster') {
    return undefined;
  }
  const program = programOf(found.pid);
  const fromElsewhere = program !== undefined && program !== binaries.postgres;
  // After a reinstall the old program file is deleted: the server still runs, but cannot load anything more.
  if (fromElsewhere && countUsers(paths.dataDir) <= 1) {
    await endServer(paths, binaries);
    return undefined;
  }
  await within(RECOVERY_TIMEOUT, () => {
    const now = readPostmasterFile(paths.cluster);
    return (
      now?.pid !== found.pid ||
      now.status !== 'starting' ||
      processState(found.pid, paths.cluster) !== 'postgres-of-cluster'
    );
  });
  const now = readPostmasterFile(paths.cluster);
  if (now?.pid === found.pid && now.status === 'ready' && (await answers(paths, now.port, patience))) {
    return now.port;
  }
  await endServer(paths, binaries, now?.status === 'stopping' ? FAST_STOP_TIMEOUT : patience);
  return undefined;
}

/** Takes away what a killed server left, so that the next one is not refused. Never while a process of the cluster lives. */
async function clearRemains(paths: ClusterPaths): Promise<void> {
  const found = readPostmasterFile(paths.cluster);
  if (!(await within(KILL_TIMEOUT, () => processesOfCluster(paths.cluster).length === 0))) {
    processesOfCluster(paths.cluster).forEach((pid) => {
      signal(pid, 'SIGKILL');
    });
    await within(KILL_TIMEOUT, () => processesOfCluster(paths.cluster).length === 0);
  }
  // PostgreSQL removes the file itself unless the id is taken: by a stranger, or by a zombie that nobody reaps.
  if (found && processState(found.pid, paths.cluster) !== 'postgres-of-cluster') {
    rmSync(join(paths.cluster, 'postmaster.pid'), { force: true });
  }
}

/** Starts the server detached: Ctrl-C reaches the app only, which drains before it stops the database. */
async function launch(
  paths: ClusterPaths,
  binaries: PostgresBinaries,
  port: number,
  settings: Readonly<Record<string, string>>,
  patience: number,
): Promise<string | undefined> {
  if (statSync(paths.log).size > MAX_LOG) {
    truncateSync(paths.log);
  }
  const user = serverUser([paths.dataDir, binaries.postgres], paths.cluster);
  const options = Object.entries({ ...DEFAULT_SETTINGS, ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const [command, ...args] = [...user.prefix, binaries.postgres, '-D', paths.cluster, '-p', String(port), ...options];
  const log = openSync(paths.log, 'a');
  const child = spawn(command ?? binaries.postgres, args, {
    cwd: '/',
    env: binaries.env,
    detached: true,
    stdio: ['ignore', log, log],
    ...(user.uid === undefined ? {} : { uid: user.uid, gid: user.gid }),
  });
  closeSync(log);
  child.unref();
  let ended = false;
  child.once('error', () => {
    ended = true;
  });
  child.once('exit', () => {
    ended = true;
  });
  await within(RECOVERY_TIMEOUT, () => {
    const now = readPostmasterFile(paths.cluster);
    return ended || (now?.pid === child.pid && now?.status === 'ready');
  });
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- set by the exit listener while this waited
  if (!ended && (await answers(paths, port, patience))) {
    return undefined;
  }
  const failure = endOfLog(paths);
  await endServer(paths, binaries);
  return failure;
}

/** Fast shutdown, then immediate, then kill: each with its own time, so it ends whatever the server does. */
async function endServer(
  paths: ClusterPaths,
  binaries: PostgresBinaries | undefined,
  fastTimeout = FAST_STOP_TIMEOUT,
): Promise<void> {
  const found = readPostmasterFile(paths.cluster);
  if (!found || processState(found.pid, paths.cluster) !== 'postgres-of-cluster') {
    return;
  }
  const gone = (): boolean => processState(found.pid, paths.cluster) !== 'postgres-of-cluster';
  if (process.platform === 'win32') {
    if (binaries) {
      await promisify(execFile)(binaries.pgCtl, ['stop', '-D', paths.cluster, '-m', 'fast', '-t', '20'], {
        env: binaries.env,
      }).catch(() => undefined);
    }
  } else {
    signal(found.pid, 'SIGINT');
  }
  if (await within(fastTimeout, gone)) {
    return;
  }
  signal(found.pid, 'SIGQUIT');
  if (await within(KILL_TIMEOUT, gone)) {
    return;
  }
  for (const pid of [found.pid, ...processesOfCluster(paths.cluster)]) {
    signal(pid, 'SIGKILL');
  }
  await within(KILL_TIMEOUT, gone);
}

async function answers(paths: ClusterPaths, port: number, patience: number): Promise<boolean> {
  const url = urlOf(paths, port);
  return within(patience, async () => {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: patience, query_timeout: patience });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('SELECT 1');
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === '28P01') {
        throw new Error(`The database in ${paths.dataDir} refuses the password that is kept beside it.`, {
          cause: error,
        });
      }
      return false;
    } finally {
      // A server that is stopped in its tracks never says goodbye; the connection is not waited for.
      void client.end().catch(() => undefined);
    }
  });
}

function urlOf(paths: ClusterPaths, port: number): string {
  return `postgresql://postgres:${superuserPassword(paths)}@${HOST}:${String(port)}/postgres`;
}

async function freePort(paths: ClusterPaths): Promise<number> {
  const last = lastPort(paths);
  return (
    (last === undefined ? undefined : await tryPort(last)) ??
    (await tryPort(0)) ??
    Promise.reject(new Error('No port is free on 127.0.0.1.'))
  );
}

function lastPort(paths: ClusterPaths): number | undefined {
  try {
    const port = Number(readFileSync(paths.port, 'utf8'));
    return Number.isInteger(port) && port > 1023 && port < 65536 ? port : undefined;
  } catch {
    return undefined;
  }
}

async function tryPort(port: number): Promise<number | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => {
      done(undefined);
    });
    server.listen(port, HOST, () => {
      const address = server.address();
      server.close(() => {
        done(typeof address === 'object' && address !== null ? address.port : undefined);
      });
    });
  });
}
