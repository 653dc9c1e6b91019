import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { PostgresBinaries } from './postgres-binaries.js';
import { clusterOwner, giveTo, serverUser } from './server-user.js';

/** Kept inside the cluster, so that folder and password come into being in one rename. */
const PASSWORD_FILE = 'boernesag-superuser-password';

/** Where things are in the data folder of an embedded server. */
export interface ClusterPaths {
  readonly dataDir: string;
  /** The cluster itself (PGDATA). */
  readonly cluster: string;
  readonly log: string;
  readonly links: string;
  /** The port used last, tried first next time. */
  readonly port: string;
}

export function clusterPaths(dataDir: string): ClusterPaths {
  return {
    dataDir,
    cluster: join(dataDir, 'pgdata'),
    log: join(dataDir, 'postgres.log'),
    links: join(dataDir, 'links'),
    port: join(dataDir, 'port'),
  };
}

/** Makes the folder that holds the cluster. Others may pass through it (the server runs as another user under root), not list it. */
export function prepareFolder(paths: ClusterPaths): void {
  try {
    mkdirSync(paths.dataDir, { recursive: true });
    if (statSync(paths.dataDir).uid === (process.getuid?.() ?? 0)) {
      chmodSync(paths.dataDir, 0o711);
    }
    appendFileSync(paths.log, '', { mode: 0o600 });
  } catch (cause) {
    throw new Error(
      `The data folder ${paths.dataDir} cannot be written by this user. Start as the user that made it, choose another DATAMAPPE, or set DATABASE_URL.`,
      { cause },
    );
  }
}

/** Creates the cluster unless it is there. A kill in the middle leaves a folder that the next start throws away. */
export async function ensureCluster(paths: ClusterPaths, binaries: PostgresBinaries, sync: boolean): Promise<void> {
  const owner = clusterOwner(paths.cluster);
  if (existsSync(join(paths.cluster, 'PG_VERSION'))) {
    if (owner && statSync(paths.cluster).uid === 0) {
      giveTo(owner, paths.cluster);
    }
    return;
  }
  sweepUnfinished(paths);
  const unfinished = `${paths.cluster}.tmp-${String(process.pid)}`;
  const passwordFile = `${unfinished}.password`;
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (owner) {
    giveTo(owner, unfinished);
    giveTo(owner, passwordFile);
  }
  try {
    await run(binaries, paths, [
      `--pgdata=${unfinished}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth-host=scram-sha-256',
      '--auth-local=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(sync ? [] : ['--no-sync']),
    ]);
    renameSync(passwordFile, join(unfinished, PASSWORD_FILE));
    renameSync(unfinished, paths.cluster);
  } catch (error) {
    // Another process may have finished first: its folder is as good as ours.
    if (!existsSync(join(paths.cluster, 'PG_VERSION'))) {
      throw error;
    }
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
  }
}

export function superuserPassword(paths: ClusterPaths): string {
  try {
    return readFileSync(join(paths.cluster, PASSWORD_FILE), 'utf8').trim();
  } catch (cause) {
    throw new Error(
      `The password of the embedded database cannot be read from ${paths.cluster}. Was the folder made by another user?`,
      { cause },
    );
  }
}

/** The end of the server's log, for error messages. */
export function endOfLog(paths: ClusterPaths): string {
  try {
    return readFileSync(paths.log, 'utf8').trimEnd().split('\n').slice(-12).join('\n');
  } catch {
    return '(no log)';
  }
}

/** Called under the folder lock, so no other process is at work on what is found here. */
function sweepUnfinished(paths: ClusterPaths): void {
  for (const name of readdirSync(paths.dataDir)) {
    if (name.startsWith('pgdata.tmp-')) {
      rmSync(join(paths.dataDir, name), { recursive: true, force: true });
    }
  }
}

async function run(binaries: PostgresBinaries, paths: ClusterPaths, args: readonly string[]): Promise<void> {
  const user = serverUser([paths.dataDir, binaries.initdb], paths.cluster);
  const [command, ...rest] = [...user.prefix, binaries.initdb, ...args];
  const child = spawn(command ?? binaries.initdb, rest, {
    cwd: '/',
    env: binaries.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user.uid === undefined ? {} : { uid: user.uid, gid: user.gid }),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) {
        resolve();
      } else {
        reject(new Error(`initdb failed with code ${String(code)} in ${paths.dataDir}:\n${output}`));
      }
    });
  });
}
