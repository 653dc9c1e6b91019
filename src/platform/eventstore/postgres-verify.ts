import { ChainWalk } from './chain.js';
import { type VerifyProblem } from './event-store.js';
import { type PostgresReads } from './postgres-reads.js';

const COMMITS_AT_A_TIME = 2000;
const EVENTS_AT_A_TIME = 5000;
/** A broken chain may be broken everywhere; this many places are enough to act on. */
const MOST_PROBLEMS = 200;

export type VerifyProgress = (position: number, head: number) => void;

/**
 * Recomputes the chain in this process, not in the database: whoever can change the rows can change the database's functions too.
 * Streams: memory stays the same however long the log is.
 */
export async function verifyChain(
  reads: PostgresReads,
  tenant: number,
  after: number,
  to: number | undefined,
  progress: VerifyProgress | undefined,
): Promise<readonly VerifyProblem[]> {
  const from = after > 0 ? await reads.commitAt(tenant, after) : undefined;
  const head = (await reads.commitAt(tenant, to))?.position ?? 0;
  const walk = new ChainWalk(tenant, from?.position ?? 0, from ? Buffer.from(from.hash, 'hex') : Buffer.alloc(0));
  if (after <= 0) {
    for (const row of await reads.bareLog(tenant, -Number.MAX_SAFE_INTEGER, 0, 10)) {
      walk.extra(row.position);
    }
  }
  while (walk.at < head && walk.problems.length < MOST_PROBLEMS) {
    const commits = await reads.commits(tenant, walk.at, head, COMMITS_AT_A_TIME);
    let events = await reads.bareLog(tenant, walk.at, commits.at(-1)?.position, EVENTS_AT_A_TIME);
    let next = 0;
    for (const commit of commits) {
      // The chunk ended inside this commit, or its last events are missing: go on from what is not yet used.
      while ((events.at(-1)?.position ?? 0) < commit.position) {
        const rest = await reads.bareLog(
          tenant,
          Math.max(events.at(-1)?.position ?? 0, walk.at),
          commits.at(-1)?.position,
          EVENTS_AT_A_TIME,
        );
        if (rest.length === 0) {
          break;
        }
        events = [...events.slice(next), ...rest];
        next = 0;
      }
      const begin = next;
      while (next < events.length && (events[next]?.position ?? 0) <= commit.position) {
        next += 1;
      }
      walk.step(commit, events.slice(begin, next));
    }
    progress?.(walk.at, head);
  }
  if (to === undefined) {
    for (const row of await reads.bareLog(tenant, head, undefined, 10)) {
      // Written since the head was looked up, or put in without a commit?
      const commit = (await reads.commits(tenant, row.position - 1, undefined, 1))[0];
      if (!commit || commit.position - commit.size >= row.position) {
        walk.extra(row.position);
      }
    }
    if (after <= 0 && walk.problems.length === 0 && (await reads.head(tenant)) === head) {
      return unevenStreams(reads, tenant, head);
    }
  }
  return walk.problems;
}

/** A tail cut off with its commits leaves a chain that is whole; the streams still know how long they were. */
async function unevenStreams(reads: PostgresReads, tenant: number, head: number): Promise<readonly VerifyProblem[]> {
  const uneven = await reads.unevenStreams(tenant, MOST_PROBLEMS);
  // Appends that came between the two looks are no fault.
  if (uneven.length > 0 && (await reads.head(tenant)) !== head) {
    return [];
  }
  return uneven.map(({ streamId, version, found, last }) =>
    found < version
      ? {
          position: head,
          problem: 'truncated',
          detail: `stream ${streamId} has had ${String(version)} events, but ${String(found)} are there`,
        }
      : {
          position: last,
          problem: 'extra-event',
          detail: `stream ${streamId} has had ${String(version)} events, but ${String(found)} are there`,
        },
  );
}
