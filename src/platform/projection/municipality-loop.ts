import { type Pool } from 'pg';
import { withTenant } from '../db/pool.js';
import { type ClearTail } from './clear-tail.js';
import { describeError, type OperatorLog } from './operator-log.js';
import { failureText, projectBatch, RefusedWrite, type MemberResult } from './projection-batch.js';
import { type ProjectionPair } from './projection-pair.js';

/** A pair this close to the head goes first: somebody may be waiting for it, and nobody waits for a rebuild. */
const NEAR = 500;
/** Another process holds the pairs; it is most likely done by then. */
const LOCKED_RETRY_MS = 25;
const BROKEN_RETRY_MS = 1000;

export interface LoopSurroundings {
  readonly pool: Pool;
  readonly tail: ClearTail;
  readonly log: OperatorLog;
  /** Limits how many municipalities use the database at once. */
  readonly slot: <T>(work: () => Promise<T>) => Promise<T>;
  readonly progressed: () => void;
}

/** Brings the read models of one municipality to the head of its log, again each time it is woken. */
export class MunicipalityLoop {
  readonly pairs: ProjectionPair[] = [];
  head = 0;
  private running: Promise<void> | undefined;
  private woken = false;
  private stopped = false;
  private retry: NodeJS.Timeout | undefined;

  constructor(
    readonly tenant: number,
    private readonly around: LoopSurroundings,
  ) {}

  wake(head: number): void {
    this.head = Math.max(this.head, head);
    this.woken = true;
    if (this.running !== undefined || this.stopped) return;
    this.running = this.run().finally(() => {
      this.running = undefined;
      if (this.woken && this.retry === undefined) this.wake(this.head);
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.woken && !this.stopped) {
      this.woken = false;
      try {
        const moving = await this.around.slot(() => this.round());
        if (moving) this.woken = true;
      } catch (error) {
        this.around.log.warn(
          `projections of tenant ${String(this.tenant)} are interrupted and will be tried again: ${describeError(error)}`,
        );
        this.later(BROKEN_RETRY_MS);
        return;
      }
    }
  }

  /** True when there is more to do at once. */
  private async round(): Promise<boolean> {
    const behind = this.pairs.filter((pair) => pair.active && pair.position < this.head);
    if (behind.length === 0) return false;
    const near = behind.filter((pair) => this.head - pair.position <= NEAR);
    if (near.length > 0 && (await this.advance(near))) return true;
    if (near.length < behind.length && (await this.advance(behind.filter((pair) => this.head - pair.position > NEAR))))
      return true;
    this.later(LOCKED_RETRY_MS);
    return false;
  }

  private later(ms: number): void {
    if (this.stopped || this.retry !== undefined) return;
    this.retry = setTimeout(() => {
      this.retry = undefined;
      this.wake(this.head);
    }, ms);
  }

  private async advance(pairs: readonly ProjectionPair[]): Promise<boolean> {
    let moved: boolean;
    try {
      moved = this.take(pairs, await this.project(pairs));
    } catch (error) {
      if (!(error instanceof RefusedWrite)) throw error;
      moved = false;
      for (const pair of pairs) {
        moved = (await this.isolate(pair)) || moved;
      }
    }
    if (!moved) await this.lookForReplacement(pairs);
    const active = this.pairs.filter((pair) => pair.active).map((pair) => pair.position);
    if (active.length > 0) this.around.tail.release(this.tenant, Math.min(...active));
    this.around.progressed();
    return moved;
  }

  /** Alone and in ever smaller steps, until the event that cannot be written is found; the other pairs are not held up by it. */
  private async isolate(pair: ProjectionPair): Promise<boolean> {
    const before = pair.position;
    for (let size = NEAR; pair.active;) {
      try {
        const moved = this.take([pair], await this.project([pair], size));
        if (!moved || size === NEAR) break;
      } catch (error) {
        if (!(error instanceof RefusedWrite)) throw error;
        if (size === 1) {
          await this.markFailed(pair, error.message);
          break;
        }
        size = Math.floor(size / 2);
      }
    }
    return pair.position > before || pair.failure !== undefined;
  }

  private project(pairs: readonly ProjectionPair[], most?: number): Promise<readonly MemberResult[]> {
    // While the checkpoints are locked the events are already read; a failure here shows again where they are needed.
    this.around.tail.read(this.tenant, Math.min(...pairs.map((pair) => pair.position))).catch(() => undefined);
    return projectBatch(this.around.pool, this.tenant, pairs, {
      events: async (after) => {
        const events = await this.around.tail.read(this.tenant, after);
        return most === undefined ? events : events.slice(0, most);
      },
      settings: (streamId, until) => this.around.tail.settings(this.tenant, streamId, until),
    });
  }

  private take(pairs: readonly ProjectionPair[], results: readonly MemberResult[]): boolean {
    let moved = false;
    for (const result of results) {
      const pair = pairs.find((one) => one.checkpoint === result.checkpoint);
      if (pair === undefined) continue;
      moved ||= result.position > pair.position || result.failure !== undefined;
      pair.position = Math.max(pair.position, result.position);
      if (result.schema === pair.target.live) pair.target.state = 'live';
      if (result.failure !== undefined) this.fail(pair, failureText(result.failure));
    }
    return moved;
  }

  private async markFailed(pair: ProjectionPair, reason: string): Promise<void> {
    const [event] = await this.around.tail.read(this.tenant, pair.position);
    const text = event === undefined ? reason : failureText({ event, reason });
    await withTenant(this.around.pool, this.tenant, (sql) =>
      sql.query(
        'UPDATE es.checkpoint SET failed_at = clock_timestamp(), error = $3 WHERE tenant_id = $1 AND projection = $2',
        [this.tenant, pair.checkpoint, text],
      ),
    );
    this.fail(pair, text);
  }

  private fail(pair: ProjectionPair, reason: string): void {
    pair.failure = reason;
    this.around.log.error(
      `projection ${pair.checkpoint} of tenant ${String(this.tenant)} has stopped at ${reason}; the others go on`,
    );
  }

  /** A checkpoint that is not locked but gone means that a newer version has been put in this one's place. */
  private async lookForReplacement(pairs: readonly ProjectionPair[]): Promise<void> {
    const { rows } = await withTenant(this.around.pool, this.tenant, (sql) =>
      sql.query<{ projection: string }>(
        'SELECT projection FROM es.checkpoint WHERE tenant_id = $1 AND projection = ANY ($2::text[])',
        [this.tenant, pairs.map((pair) => pair.checkpoint)],
      ),
    );
    const there = new Set(rows.map((row) => row.projection));
    for (const pair of pairs.filter((one) => !there.has(one.checkpoint))) {
      pair.replaced = true;
      this.around.log.warn(
        `projection ${pair.checkpoint} of tenant ${String(this.tenant)} has been replaced by another version; this process leaves it`,
      );
    }
  }
}
