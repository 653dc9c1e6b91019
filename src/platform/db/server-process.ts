import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** What postmaster.pid says; `status` is one of starting, ready, standby, stopping. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

/** What is known of a process id. A zombie is as dead as one that is gone, but its id is taken until it is reaped. */
export type ProcessState = 'gone' | 'zombie' | 'postgres-of-cluster' | 'other';

export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  // A file that is being written is read again by the caller.
  return Number.isInteger(pid) && pid > 0
    ? { pid, port: Number(lines[3] ?? 0), status: (lines[7] ?? 'starting').trim() }
    : undefined;
}

/**
 * What a process named by postmaster.pid is now. Process ids are reused, so being alive is not enough; in doubt it is a
 * server, for a second one on the same folder would be worse than none.
 */
export function processState(pid: number, cluster: string): ProcessState {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) {
      return 'gone';
    }
  }
  if (process.platform === 'linux') {
    const stat = linuxStat(pid);
    if (!stat) {
      return 'gone';
    }
    if (stat.state === 'Z' || stat.state === 'X') {
      return 'zombie';
    }
    return isServerOf(pid, cluster) ? 'postgres-of-cluster' : 'other';
  }
  const command = commandOf(pid);
  if (command === undefined) {
    return 'gone';
  }
  if (command.startsWith('Z')) {
    return 'zombie';
  }
  return command.includes('postgres') ? 'postgres-of-cluster' : 'other';
}

/** The program file a server runs from, or undefined where it cannot be told. */
export function programOf(pid: number): string | undefined {
  return process.platform === 'linux' ? (link(pid, 'exe') ?? argumentsOf(pid)[0]) : undefined;
}

/** Together with the process id this names one process for ever, though ids are reused. */
export function birthOf(pid: number): string {
  return process.platform === 'linux' ? (linuxStat(pid)?.born ?? '0') : '0';
}

/** True while the very process that was born then is alive. */
export function isAlive(pid: number, born: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) {
      return false;
    }
  }
  if (process.platform !== 'linux') {
    return true;
  }
  const stat = linuxStat(pid);
  return stat !== undefined && stat.state !== 'Z' && stat.state !== 'X' && stat.born === born;
}

/** Server processes of the cluster that are still there, e.g. the children of a killed postmaster. Linux only. */
export function processesOfCluster(cluster: string): number[] {
  if (process.platform !== 'linux') {
    return [];
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => link(pid, 'cwd') === realpathSync(cluster) && isPostgres(link(pid, 'exe')));
}

/** Sends a signal; a process that ended meanwhile is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) {
      throw error;
    }
  }
}

/** Looks every 25 ms until the condition holds; false when it did not in time. */
export async function within(milliseconds: number, condition: () => boolean | Promise<boolean>): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    if (await condition()) {
      return true;
    }
    if (Date.now() >= deadline) {
      return false;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function isServerOf(pid: number, cluster: string): boolean {
  const folder = link(pid, 'cwd');
  if (folder !== undefined) {
    return folder === realpathSync(cluster) && isPostgres(link(pid, 'exe'));
  }
  // Root in a container usually lacks CAP_SYS_PTRACE and may not look at another user's folder; the arguments are open to all.
  const args = argumentsOf(pid);
  const given = args[args.indexOf('-D') + 1];
  return isPostgres(args[0]) && (!args.includes('-D') || given === undefined || samePath(given, cluster));
}

function samePath(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}

function isPostgres(program: string | undefined): boolean {
  return /(^|\/)postgres( \(deleted\))?$/.test(program ?? '');
}

function argumentsOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

function link(pid: number, name: 'cwd' | 'exe'): string | undefined {
  try {
    return readlinkSync(`/proc/${String(pid)}/${name}`);
  } catch {
    return undefined;
  }
}

function linuxStat(pid: number): { state: string; born: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // The program's name may hold spaces and brackets; the fields are counted from the last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', born: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

function commandOf(pid: number): string | undefined {
  try {
    return process.platform === 'win32'
      ? execFileSync('tasklist', ['/FI', `PID eq ${String(pid)}`, '/FO', 'CSV', '/NH'], { encoding: 'utf8' })
      : execFileSync('ps', ['-o', 'stat=,command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}
