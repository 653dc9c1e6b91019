import { type Pool } from 'pg';
import { withTenant } from '../db/pool.js';
import { type EventStore } from '../eventstore/event-store.js';
import { CHUNK, ClearTail } from './clear-tail.js';
import { MunicipalityLoop } from './municipality-loop.js';
import { describeError, standardErrorLog, type OperatorLog } from './operator-log.js';
import { PositionWaits } from './position-waits.js';
import { type Projection } from './projection.js';
import { ProjectionPair, ProjectionTarget, type PairState } from './projection-pair.js';
import { ADD_CHECKPOINT, type ReadModelSchema } from './read-model-schema.js';
import { ReadModelWaiter } from './read-model-waiter.js';

const MUNICIPALITIES_AT_ONCE = 4;
const CATCH_UP_MS = 600_000;

export interface ProjectionRunnerDeps {
  readonly store: EventStore;
  /** The application's role; a connection for each of four municipalities at a time. */
  readonly pool: Pool;
  readonly schema: ReadModelSchema;
  readonly projections: readonly Projection[];
  readonly log?: OperatorLog;
  /** Between looks at the log, for when a wake-up is lost. */
  readonly pollMs?: number;
}

export interface PairStatus {
  readonly projektion: string;
  readonly kommune: number;
  readonly tilstand: PairState;
  readonly position: number;
  readonly hoved: number;
  readonly efterslaeb: number;
  readonly fejl?: string;
}

export interface ProjectionStatus {
  /** False when a pair has stopped: what it shows is old. */
  readonly sund: boolean;
  readonly par: readonly PairStatus[];
}

/** Runs all projections of all municipalities in this process, and knows how far each has come. */
export class ProjectionRunner extends ReadModelWaiter {
  private readonly loops = new Map<number, MunicipalityLoop>();
  private readonly waits = new PositionWaits();
  private readonly tail: ClearTail;
  private readonly log: OperatorLog;
  private targets: readonly ProjectionTarget[] = [];
  private readonly background = new Set<Promise<void>>();
  private adding: Promise<unknown> = Promise.resolve();
  private unsubscribe: () => void = () => undefined;
  private poll: NodeJS.Timeout | undefined;
  private stopped = false;
  private slotsTaken = 0;
  private readonly slotQueue: (() => void)[] = [];

  constructor(private readonly deps: ProjectionRunnerDeps) {
    super();
    this.tail = new ClearTail(deps.store);
    this.log = deps.log ?? standardErrorLog;
  }

  /** Makes missing read models, starts to build new versions beside the live ones, and follows the log until `stop`. */
  async start(): Promise<void> {
    const targets: ProjectionTarget[] = [];
    for (const projection of this.deps.projections) {
      targets.push(new ProjectionTarget(projection, await this.deps.schema.ensure(projection)));
    }
    this.targets = targets;
    this.unsubscribe = this.deps.store.subscribe((tenant, head) => {
      const loop = this.loops.get(tenant);
      if (loop === undefined) this.inBackground(this.look());
      else loop.wake(head);
    });
    await this.look();
    this.poll = setInterval(() => {
      this.inBackground(this.look());
    }, this.deps.pollMs ?? 1000);
  }

  /** Ends after what is under way is committed or rolled back; may be started again only as a new runner. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.poll);
    this.unsubscribe();
    this.waits.end();
    this.slotQueue.splice(0).forEach((go) => {
      go();
    });
    await Promise.all([...this.loops.values()].map((loop) => loop.stop()));
    await Promise.allSettled(this.background);
  }

  /** Until every pair has come as far as the log was at the call and every new version has replaced the old one. False when a pair has stopped. */
  async caughtUp(ms = CATCH_UP_MS): Promise<boolean> {
    await this.look();
    const heads = new Map([...this.loops.values()].map((loop) => [loop.tenant, loop.head]));
    return this.waits.until(() => {
      const pairs = [...this.loops.values()].flatMap((loop) => loop.pairs);
      if (pairs.some((pair) => !pair.active)) return false;
      const there = pairs.every((pair) => pair.position >= (heads.get(pair.tenant) ?? 0));
      return there && this.targets.every((target) => target.state === 'live') ? true : undefined;
    }, ms);
  }

  override async waitFor(tenant: number, context: string, position: number, ms: number): Promise<boolean> {
    const deadline = performance.now() + ms;
    let loop = this.loops.get(tenant);
    if (loop === undefined) {
      // A token may name a municipality that is not in use here.
      if (!(await this.deps.store.tenants()).includes(tenant)) return false;
      loop = await this.add(tenant);
    }
    const pairs = loop.pairs.filter((pair) => pair.target.projection.contexts.includes(context));
    if (pairs.some((pair) => pair.position < position)) {
      // The position may be a caller's invention: a head that does not exist would be chased for ever.
      loop.wake(position > loop.head ? await this.deps.store.head(tenant) : loop.head);
    }
    return this.waits.until(() => {
      const behind = pairs.filter((pair) => pair.position < position || pair.target.state === 'shadow');
      if (behind.length === 0) return true;
      // A rebuild takes longer than anybody should be kept waiting for his answer.
      return behind.some((pair) => !pair.active || pair.target.state === 'shadow') || this.stopped ? false : undefined;
    }, deadline - performance.now());
  }

  status(): ProjectionStatus {
    const par = [...this.loops.values()].flatMap((loop) =>
      loop.pairs.map((pair) => ({
        projektion: pair.target.projection.name,
        kommune: pair.tenant,
        tilstand: pair.state,
        position: pair.position,
        hoved: loop.head,
        efterslaeb: Math.max(0, loop.head - pair.position),
        ...(pair.failure === undefined ? {} : { fejl: pair.failure }),
      })),
    );
    return { sund: par.every((pair) => pair.tilstand !== 'fejlet'), par };
  }

  /** Finds new municipalities and the heads of all. */
  private async look(): Promise<void> {
    for (const tenant of await this.deps.store.tenants()) {
      if (this.stopped) return;
      const loop = this.loops.get(tenant) ?? (await this.add(tenant));
      loop.wake(await this.deps.store.head(tenant));
    }
    this.swapWhatIsReady();
  }

  /** One at a time, so that a municipality gets one loop. */
  private add(tenant: number): Promise<MunicipalityLoop> {
    const added = this.adding.then(async () => {
      const known = this.loops.get(tenant);
      if (known !== undefined) return known;
      const loop = new MunicipalityLoop(tenant, {
        pool: this.deps.pool,
        tail: this.tail,
        log: this.log,
        slot: (work) => this.inSlot(work),
        progressed: () => {
          this.waits.progressed();
          this.swapWhatIsReady();
        },
      });
      loop.pairs.push(...this.targets.map((target) => new ProjectionPair(target, tenant)));
      await this.addCheckpoints(loop);
      this.loops.set(tenant, loop);
      return loop;
    });
    this.adding = added.catch(() => undefined);
    return added;
  }

  private async addCheckpoints(loop: MunicipalityLoop): Promise<void> {
    if (loop.pairs.length === 0) return;
    const { rows } = await withTenant(this.deps.pool, loop.tenant, async (sql) => {
      // In the order of names, as in every process, so that two that start at once do not lock crosswise.
      for (const { target } of [...loop.pairs].sort((a, b) => (a.checkpoint < b.checkpoint ? -1 : 1))) {
        await sql.query(ADD_CHECKPOINT.lock, [ADD_CHECKPOINT.lockClass, target.projection.name]);
        await sql.query(ADD_CHECKPOINT.insert, [
          target.checkpoint,
          loop.tenant,
          target.projection.version,
          [target.live, target.shadow],
          target.tag,
        ]);
      }
      return sql.query<{ projection: string; seq: string | number }>(
        'SELECT projection, seq FROM es.checkpoint WHERE tenant_id = $1 AND projection = ANY ($2::text[])',
        [loop.tenant, loop.pairs.map((pair) => pair.checkpoint)],
      );
    });
    const positions = new Map(rows.map((row) => [row.projection, Number(row.seq)]));
    for (const pair of loop.pairs) {
      pair.position = positions.get(pair.checkpoint) ?? 0;
    }
  }

  private swapWhatIsReady(): void {
    for (const target of this.targets) {
      if (target.state !== 'shadow' || target.swapping || this.stopped || this.loops.size === 0) continue;
      const ready = [...this.loops.values()].every((loop) =>
        loop.pairs.every((pair) => pair.target !== target || (pair.active && loop.head - pair.position <= CHUNK)),
      );
      if (ready) {
        target.swapping = true;
        this.inBackground(this.swap(target));
      }
    }
  }

  private async swap(target: ProjectionTarget): Promise<void> {
    try {
      const swapped = await this.deps.schema.swap(target.projection, (positions) => this.reach(target, positions));
      target.state = 'live';
      this.log.log(
        `projection ${target.checkpoint} ${swapped ? 'has replaced' : 'was found in the place of'} the version before it`,
      );
    } finally {
      target.swapping = false;
      this.waits.progressed();
    }
  }

  private async reach(target: ProjectionTarget, positions: ReadonlyMap<number, number>): Promise<void> {
    const pairs = [...this.loops.values()].flatMap((loop) => loop.pairs.filter((pair) => pair.target === target));
    for (const [tenant, position] of positions) this.loops.get(tenant)?.wake(position);
    const there = await this.waits.until(() => {
      if (this.stopped || pairs.some((pair) => !pair.active)) return false;
      return pairs.every((pair) => pair.position >= (positions.get(pair.tenant) ?? 0)) ? true : undefined;
    }, CATCH_UP_MS);
    if (!there) {
      throw new Error(`the new version of ${target.projection.name} did not come as far as the old one`);
    }
  }

  private inBackground(work: Promise<void>): void {
    const watched = work
      .catch((error: unknown) => {
        if (!this.stopped) this.log.warn(`projections: ${describeError(error)}; will be tried again`);
      })
      .finally(() => {
        this.background.delete(watched);
      });
    this.background.add(watched);
  }

  private async inSlot<T>(work: () => Promise<T>): Promise<T> {
    if (this.slotsTaken >= MUNICIPALITIES_AT_ONCE && !this.stopped) {
      await new Promise<void>((go) => this.slotQueue.push(go));
    }
    this.slotsTaken += 1;
    try {
      return await work();
    } finally {
      this.slotsTaken -= 1;
      this.slotQueue.shift()?.();
    }
  }
}
