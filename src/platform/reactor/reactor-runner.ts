import { createHash } from 'node:crypto';
import { type Pool } from 'pg';
import { Afvist } from '../../faelles/afvist.js';
import { ExecuteCommand, type CommandResult } from '../commands/command.js';
import { withTenant } from '../db/pool.js';
import { type ClearEvent, type EventStore } from '../eventstore/event-store.js';
import { describeError, standardErrorLog, type OperatorLog } from '../projection/operator-log.js';
import { commandIdFor, type Reactor } from './reactor.js';

const BATCH = 200;
const ATTEMPTS = 5;

export interface ReactorRunnerDeps {
  readonly store: EventStore;
  /** The application's role. */
  readonly pool: Pool;
  readonly reactors: readonly Reactor[];
  /** The command bus. */
  readonly send: (command: ExecuteCommand) => Promise<CommandResult>;
  readonly log?: OperatorLog;
  readonly pollMs?: number;
}

export interface ReactorStatus {
  readonly sund: boolean;
  readonly reaktorer: readonly {
    readonly reaktor: string;
    readonly kommune: number;
    readonly position: number;
    readonly fejl?: string;
  }[];
}

interface Progress {
  readonly reactor: Reactor;
  readonly tenant: number;
  position: number;
  attempts: number;
  failure?: string;
}

/**
 * Follows the log for reactors. A reactor that is new starts at the head: letters about what happened before it existed
 * must not be sent. One process at a time has a reactor's checkpoint; if it dies after the command and before the
 * checkpoint, the next one sends the same command with the same id.
 */
export class ReactorRunner {
  private readonly log: OperatorLog;
  private readonly progress = new Map<string, Progress>();
  private unsubscribe: () => void = () => undefined;
  private poll: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private woken = false;
  private stopped = false;

  constructor(private readonly deps: ReactorRunnerDeps) {
    this.log = deps.log ?? standardErrorLog;
  }

  async start(): Promise<void> {
    for (const tenant of await this.deps.store.tenants()) {
      await this.addCheckpoints(tenant);
    }
    this.unsubscribe = this.deps.store.subscribe(() => {
      this.wake();
    });
    this.poll = setInterval(() => {
      this.wake();
    }, this.deps.pollMs ?? 1000);
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.poll);
    this.unsubscribe();
    await this.running;
  }

  status(): ReactorStatus {
    const reaktorer = [...this.progress.values()].map(({ reactor, tenant, position, failure }) => ({
      reaktor: reactor.name,
      kommune: tenant,
      position,
      ...(failure === undefined ? {} : { fejl: failure }),
    }));
    return { sund: reaktorer.every((one) => one.fejl === undefined), reaktorer };
  }

  private wake(): void {
    this.woken = true;
    if (this.running !== undefined || this.stopped) return;
    this.running = this.run()
      .catch((error: unknown) => {
        this.log.warn(`reactors are interrupted and will be tried again: ${describeError(error)}`);
      })
      .finally(() => {
        this.running = undefined;
      });
  }

  private async run(): Promise<void> {
    while (this.woken && !this.stopped) {
      this.woken = false;
      for (const tenant of await this.deps.store.tenants()) {
        await this.addCheckpoints(tenant);
        const head = await this.deps.store.head(tenant);
        for (const reactor of this.deps.reactors) {
          const progress = this.progress.get(key(reactor, tenant));
          if (progress === undefined || progress.failure !== undefined || progress.position >= head) continue;
          if (await this.advance(progress)) this.woken = true;
        }
      }
    }
  }

  private async addCheckpoints(tenant: number): Promise<void> {
    const unknown = this.deps.reactors.filter((reactor) => !this.progress.has(key(reactor, tenant)));
    if (unknown.length === 0) return;
    const head = await this.deps.store.head(tenant);
    await withTenant(this.deps.pool, tenant, async (sql) => {
      await sql.query(
        `INSERT INTO es.checkpoint (projection, tenant_id, seq) SELECT name, $1::int, $2::bigint FROM unnest($3::text[]) AS n(name) ON CONFLICT DO NOTHING`,
        [tenant, head, unknown.map(checkpointOf)],
      );
    });
    for (const reactor of unknown) {
      this.progress.set(key(reactor, tenant), { reactor, tenant, position: 0, attempts: 0 });
    }
  }

  /** True when it got further. The checkpoint is locked for as long as commands are under way. */
  private async advance(progress: Progress): Promise<boolean> {
    const { reactor, tenant } = progress;
    const before = progress.position;
    // Only what is committed counts: a position that was lost with its transaction must be gone through again.
    progress.position = await withTenant(this.deps.pool, tenant, async (sql) => {
      const { rows } = await sql.query<{ seq: string | number }>(
        'SELECT seq FROM es.checkpoint WHERE tenant_id = $1 AND projection = $2 FOR UPDATE SKIP LOCKED',
        [tenant, checkpointOf(reactor)],
      );
      const row = rows[0];
      if (row === undefined) return before;
      const start = Number(row.seq);
      let position = start;
      for (const event of await this.deps.store.readClear(tenant, start, BATCH)) {
        if (this.stopped || !(await this.carryOut(progress, event))) break;
        position = event.position;
      }
      if (position > start || progress.failure !== undefined) {
        await sql.query(
          `UPDATE es.checkpoint SET seq = $3, error = $4, failed_at = CASE WHEN $4::text IS NOT NULL THEN clock_timestamp() END
            WHERE tenant_id = $1 AND projection = $2`,
          [tenant, checkpointOf(reactor), position, progress.failure ?? null],
        );
      }
      return position;
    });
    return progress.position > before;
  }

  /** False when the event must be tried again or has stopped the reactor. */
  private async carryOut(progress: Progress, event: ClearEvent): Promise<boolean> {
    const { reactor } = progress;
    if (!reactor.events.includes(event.type)) return true;
    try {
      const options = reactor.react(event);
      if (options !== undefined) await this.deps.send(commandFor(reactor, event, options));
      progress.attempts = 0;
      return true;
    } catch (error) {
      const where = `reactor ${reactor.name} of tenant ${String(event.tenant)} at position ${String(event.position)}`;
      if (error instanceof Afvist) {
        // The rules said no, and would say so again: the reactor has done what it should.
        this.log.warn(`${where} was refused: ${error.kode}`);
        progress.attempts = 0;
        return true;
      }
      progress.attempts += 1;
      if (progress.attempts >= ATTEMPTS) {
        progress.failure = `position ${String(event.position)} (${event.type}): ${describeError(error)}`;
        this.log.error(`${where} has stopped after ${String(ATTEMPTS)} attempts: ${describeError(error)}`);
      } else {
        this.log.warn(`${where} failed and will be tried again: ${describeError(error)}`);
      }
      return false;
    }
  }
}

function commandFor(reactor: Reactor, event: ClearEvent, options: ExecuteCommand['options']): ExecuteCommand {
  return new ExecuteCommand(
    {
      aktoer: { id: `system:${reactor.name}`, navn: reactor.name, kommune: event.tenant, roller: ['system'] },
      commandId: commandIdFor(reactor.name, event.tenant, event.position),
      // What the command says follows from the event and the reactor alone.
      fingerprint: createHash('sha256')
        .update(`${reactor.name}|${String(event.tenant)}|${String(event.position)}`)
        .digest('hex'),
      korrelation: event.meta.korrelation,
      aarsag: `${String(event.tenant)}/${String(event.position)}`,
      waitMs: 0,
    },
    options,
  );
}

function checkpointOf(reactor: Reactor): string {
  return `reaktor:${reactor.name}`;
}

function key(reactor: Reactor, tenant: number): string {
  return `${reactor.name}/${String(tenant)}`;
}
