import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type CommandResult, type CommandSession, ExecuteCommand, type RequestContext } from '../commands/command.js';
import { RunQuery } from '../queries/query.js';
import { type QueryRequest } from './request.js';

/** Controllers' way to the command bus. */
@Injectable()
export class CommandGateway {
  constructor(private readonly bus: CommandBus) {}

  execute(request: RequestContext, options: ExecuteCommand['options']): Promise<CommandResult> {
    return this.bus.execute<ExecuteCommand, CommandResult>(new ExecuteCommand(request, options));
  }

  /**
   * A command about one thing, named as the answer names it: `{ klageId: id }`. Its stream gives the ETag, and its id is
   * answered beside the ids of what was made.
   */
  om(
    request: RequestContext,
    context: string,
    hvad: Readonly<Record<string, string>>,
    handling: Handling,
  ): Promise<CommandResult> {
    const [id = ''] = Object.values(hvad);
    return this.execute(request, {
      context,
      etagStream: () => id,
      handle: async (session) => ({ ...hvad, ...((await handling(session)) ?? {}) }),
    });
  }
}

/** What a command does within its session; the ids of what it made, when it made something. */
export type Handling = (session: CommandSession) => Promise<Readonly<Record<string, unknown>>> | Promise<void>;

/** Controllers' way to the query bus. */
@Injectable()
export class QueryGateway {
  constructor(private readonly bus: QueryBus) {}

  run<T>(request: QueryRequest, options: { readonly context: string } & RunQuery<T>['options']): Promise<T> {
    const { context, ...rest } = options;
    return this.bus.execute<RunQuery<T>, T>(new RunQuery<T>({ ...request, context }, rest));
  }
}
