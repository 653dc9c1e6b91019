import { linkSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { birthOf, isAlive, within } from './server-process.js';

/** A start may wait for another process that initialises or recovers the folder. */
const LOCK_TIMEOUT = 360_000;

/** Runs the work while no other process starts or stops the server of this folder. */
export async function withFolderLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const lock = join(dataDir, 'start.lock');
  const ticket = join(dataDir, `start.${randomUUID()}`);
  const mine = `${String(process.pid)} ${birthOf(process.pid)} ${randomUUID()}`;
  writeFileSync(ticket, mine);
  try {
    const taken = await within(LOCK_TIMEOUT, () => tryLock(ticket, lock));
    if (!taken) {
      throw new Error(
        `Another process has been starting or stopping the database in ${dataDir} for minutes: ${contentOf(lock) ?? ''}`,
      );
    }
    try {
      return await work();
    } finally {
      if (contentOf(lock) === mine) {
        rmSync(lock, { force: true });
      }
    }
  } finally {
    rmSync(ticket, { force: true });
  }
}

/** A hard link is made or not made, also when two try at once; a file that was created and not yet written does not exist. */
function tryLock(ticket: string, lock: string): boolean {
  try {
    linkSync(ticket, lock);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
      throw error;
    }
  }
  const holder = contentOf(lock);
  if (holder !== undefined && !holderLives(holder)) {
    // Its holder was killed. Moving it away is done by one only; one that took a living lock by mistake puts it back.
    const away = `${ticket}.dead`;
    try {
      renameSync(lock, away);
      if (contentOf(away) !== holder) {
        linkSync(away, lock);
      }
      rmSync(away, { force: true });
    } catch {
      return false;
    }
  }
  return false;
}

function holderLives(content: string): boolean {
  const [pid, born] = content.split(' ');
  return isAlive(Number(pid), born ?? '');
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Writes down that this process uses the server, so that nobody else stops it: the auditor's command line may run beside
 * the API, and the last one out stops the server. Returns the function that takes the note away.
 */
export function registerUser(dataDir: string): () => void {
  const folder = join(dataDir, 'users');
  mkdirSync(folder, { recursive: true });
  const note = join(folder, `${String(process.pid)}-${birthOf(process.pid)}-${randomUUID()}`);
  writeFileSync(note, '');
  return () => {
    rmSync(note, { force: true });
  };
}

/** How many living users the server has; notes of processes that are gone are thrown away. */
export function countUsers(dataDir: string): number {
  const folder = join(dataDir, 'users');
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return 0;
  }
  return names.filter((name) => {
    const [pid, born] = name.split('-');
    const lives = isAlive(Number(pid), born ?? '');
    if (!lives) {
      rmSync(join(folder, name), { force: true });
    }
    return lives;
  }).length;
}
