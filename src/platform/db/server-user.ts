import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  lchownSync,
  lstatSync,
  readFileSync,
  readdirSync,
  statSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** How a server program is started: as whom, and with what in front of it. */
export interface ServerUser {
  /** Undefined: as the user we are. */
  readonly uid?: number;
  readonly gid?: number;
  /** Put before the command; empty when a plain change of user is enough. */
  readonly prefix: readonly string[];
}

/** PostgreSQL refuses to run as root. Anyone else runs it as themselves. */
export function serverUser(paths: readonly string[], cluster: string): ServerUser {
  if (process.getuid?.() !== 0) {
    return { prefix: [] };
  }
  const { uid, gid } = ownerOf(cluster) ?? unprivilegedUser();
  if (paths.every((path) => reachableByAll(path))) {
    return { uid, gid, prefix: [] };
  }
  return { prefix: prefixThatReaches(uid, gid, paths) };
}

/** Gives a file or folder, with all that is in it, to the server's user. */
export function giveTo(user: { uid: number; gid: number }, path: string): void {
  if (lstatSync(path).isDirectory()) {
    chownSync(path, user.uid, user.gid);
    for (const entry of readdirSync(path)) {
      giveTo(user, join(path, entry));
    }
  } else {
    lchownSync(path, user.uid, user.gid);
  }
}

/** The user that owns, or is to own, the cluster; undefined when we are not root and own it ourselves. */
export function clusterOwner(cluster: string): { uid: number; gid: number } | undefined {
  return process.getuid?.() === 0 ? (ownerOf(cluster) ?? unprivilegedUser()) : undefined;
}

/** A cluster that already belongs to somebody stays theirs: it may have been made without root. */
function ownerOf(cluster: string): { uid: number; gid: number } | undefined {
  const found = statSync(cluster, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

function unprivilegedUser(): { uid: number; gid: number } {
  const accounts = (existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : '')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((account) => account.uid > 0 && account.gid > 0);
  // initdb looks its user up in the account list, so the number must be one that is there.
  const chosen = accounts.find((account) => account.name === 'nobody') ?? accounts.at(-1);
  if (!chosen) {
    throw new Error(
      'PostgreSQL cannot run as root and this machine has no other account. Start as another user, or set DATABASE_URL.',
    );
  }
  return { uid: chosen.uid, gid: chosen.gid };
}

function reachableByAll(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) {
      return false;
    }
    if (folder === dirname(folder)) {
      return true;
    }
  }
}

/**
 * A project under /root cannot be reached by anyone but root. Rather than opening the home folder to all, the server gets
 * the one capability that lets it walk through folders; where that is not to be had, the operator must choose.
 */
function prefixThatReaches(uid: number, gid: number, paths: readonly string[]): readonly string[] {
  const setpriv = findProgram('setpriv');
  const capability = heldCapability();
  if (!setpriv || !capability) {
    throw new Error(
      `PostgreSQL cannot run as root, and the account it would run as (user id ${String(uid)}) may not enter ${paths.join(' and ')}. ` +
        'Start as another user, place the project and DATAMAPPE where others may enter, or set DATABASE_URL.',
    );
  }
  // Without no_setuid_fixup access(2), with which initdb looks for its programs, would ignore the capability.
  const bits = '--securebits=+no_setuid_fixup';
  return [
    setpriv,
    `--reuid=${String(uid)}`,
    `--regid=${String(gid)}`,
    '--clear-groups',
    bits,
    `--inh-caps=+${capability}`,
    `--ambient-caps=+${capability}`,
    '--',
  ];
}

function findProgram(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** Containers usually hold dac_override (bit 1) but not the narrower dac_read_search (bit 2). */
function heldCapability(): string | undefined {
  if (!existsSync('/proc/self/status')) {
    return undefined;
  }
  const held = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0'}`);
  if ((held & 4n) !== 0n) {
    return 'dac_read_search';
  }
  return (held & 2n) !== 0n ? 'dac_override' : undefined;
}
