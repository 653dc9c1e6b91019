import { readFileSync } from 'node:fs';
import { processesOfCluster } from '../src/platform/db/server-process.js';

/** Linux counts in hundredths of a second. */
const TICKS_PER_MS = 0.1;

/** Milliseconds of processor for each answer; undefined where there is no /proc to read it from. */
export interface CpuPerAnswer {
  readonly server?: number;
  readonly database: number;
}

/**
 * What work costs in processor time, of the process that serves and of PostgreSQL. Unlike throughput it hardly depends on
 * what else the machine does, so it shows where time goes also on a busy one.
 */
export async function withCpuPerAnswer<T extends { readonly answers: number }>(
  cluster: string,
  server: number | undefined,
  work: () => Promise<T>,
): Promise<T & { readonly cpu?: CpuPerAnswer }> {
  const used = (): readonly [server: number | undefined, database: number | undefined] => [
    server === undefined ? undefined : cpuMs(server, false),
    clusterCpuMs(cluster),
  ];
  const before = used();
  const result = await work();
  const after = used();
  const [own, database] = [0, 1].map((index) => {
    const [from, to] = [before[index], after[index]];
    return from === undefined || to === undefined ? undefined : (to - from) / result.answers;
  });
  if (database === undefined) return result;
  return { ...result, cpu: { database, ...(own === undefined ? {} : { server: own }) } };
}

function cpuMs(pid: number, withChildren: boolean): number | undefined {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // utime, stime, cutime and cstime are the fields 14 to 17; the name, which may hold anything, ends with the last parenthesis.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, withChildren ? 15 : 13).map(Number);
    return ticks.reduce((sum, count) => sum + count / TICKS_PER_MS, 0);
  } catch {
    return undefined;
  }
}

/** What ended server processes used has been added to the first one's children. */
function clusterCpuMs(cluster: string): number | undefined {
  const used = processesOfCluster(cluster).flatMap((pid) => cpuMs(pid, true) ?? []);
  return used.length === 0 ? undefined : used.reduce((sum, ms) => sum + ms, 0);
}
