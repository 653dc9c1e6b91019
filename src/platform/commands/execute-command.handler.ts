import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../clock.js';
import { EVENT_STORE } from '../tokens.js';
import { type AppendOutcome, type EventStore } from '../eventstore/event-store.js';
import { Ids } from '../ids.js';
import { ReadModelWaiter } from '../projection/read-model-waiter.js';
import { type CommandResult, ExecuteCommand } from './command.js';
import { closedStream, concurrentChange, keyUsedBefore, staleVersion } from './command-problems.js';
import { StoreSession } from './store-session.js';

const ATTEMPTS = 5;

type Answer = Readonly<Record<string, unknown>>;
type Done = Extract<AppendOutcome, { outcome: 'ok' | 'replayed' }>;

/**
 * Carries out every command there is: loads, decides, appends all of it as one commit, waits for the read models.
 *
 * Whether the command was carried out before is found by the append itself, in its one round trip. Only when the rules
 * refuse (as they do when "screen this" comes a second time) is it looked up first, so that a repeat is answered alike.
 */
@CommandHandler(ExecuteCommand)
export class ExecuteCommandHandler implements ICommandHandler<ExecuteCommand, CommandResult> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly waiter: ReadModelWaiter,
  ) {}

  async execute(command: ExecuteCommand): Promise<CommandResult> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const result = await this.attempt(command, attempt);
      if (result !== 'conflict') return result;
    }
    throw concurrentChange();
  }

  private async attempt(command: ExecuteCommand, attempt: number): Promise<CommandResult | 'conflict'> {
    const { request, options } = command;
    const tenant = request.aktoer.kommune;
    const session = this.open(command, attempt);
    let answer: Answer;
    let etagStream: string;
    try {
      answer = await options.handle(session);
      etagStream = options.etagStream(answer);
      if (request.ifMatch !== undefined && (await session.versionOf(etagStream)) !== request.ifMatch) {
        throw await staleVersion(this.store, tenant, etagStream, request.ifMatch);
      }
    } catch (refusal) {
      const before = await this.findRepeat(command);
      if (before === undefined) throw refusal;
      return this.answer(command, before);
    }
    const writes = session.writes();
    if (writes.length === 0) return this.nothingToWrite(command, session, answer, etagStream);
    const outcome = await this.store.append(tenant, {
      commandId: request.commandId,
      fingerprint: request.fingerprint,
      writes,
      meta: {
        aktoer: request.aktoer.id,
        roller: request.aktoer.roller,
        korrelation: request.korrelation,
        ...(request.aarsag === undefined ? {} : { aarsag: request.aarsag }),
      },
      answer,
      freshIds: session.freshIds,
    });
    switch (outcome.outcome) {
      case 'ok':
      case 'replayed':
        return this.answer(command, outcome);
      case 'other-body':
        throw keyUsedBefore();
      case 'closed':
        throw closedStream();
      case 'conflict':
        if (request.ifMatch !== undefined && outcome.streamId === etagStream) {
          throw await staleVersion(this.store, tenant, etagStream, request.ifMatch);
        }
        return 'conflict';
    }
  }

  private open({ request }: ExecuteCommand, attempt: number): StoreSession {
    const { aktoer } = request;
    const nu = this.clock.nu();
    return new StoreSession(this.store, aktoer.kommune, attempt, {
      nu,
      // `nu` is Copenhagen's wall clock, so its first ten characters are Copenhagen's date.
      iDag: nu.slice(0, 10),
      aktoer: { id: aktoer.id, roller: aktoer.roller },
      nytId: () => this.ids.nytId(),
    });
  }

  private async findRepeat({ request }: ExecuteCommand): Promise<Done | undefined> {
    const before = await this.store.findCommit(request.aktoer.kommune, request.commandId);
    if (before === undefined) return undefined;
    if (before.fingerprint !== request.fingerprint) throw keyUsedBefore();
    return { ...before, outcome: 'replayed' };
  }

  /** It was so already: nothing happened, and the answer is what is. */
  private async nothingToWrite(
    command: ExecuteCommand,
    session: StoreSession,
    answer: Answer,
    etagStream: string,
  ): Promise<CommandResult> {
    const before = await this.findRepeat(command);
    if (before !== undefined) return this.answer(command, before);
    const [position, version] = await Promise.all([
      this.store.head(command.request.aktoer.kommune),
      session.versionOf(etagStream),
    ]);
    return { answer, position, version, replayed: false, readable: await this.wait(command, position) };
  }

  private async answer(command: ExecuteCommand, done: Done): Promise<CommandResult> {
    const stream = command.options.etagStream(done.answer);
    const version = done.versions[stream] ?? (await this.store.load(command.request.aktoer.kommune, stream)).length;
    return {
      answer: done.answer,
      position: done.position,
      version,
      replayed: done.outcome === 'replayed',
      readable: await this.wait(command, done.position),
    };
  }

  private async wait({ request, options }: ExecuteCommand, position: number): Promise<boolean> {
    return (
      request.waitMs > 0 &&
      (await this.waiter.waitFor(request.aktoer.kommune, options.context, position, request.waitMs))
    );
  }
}
