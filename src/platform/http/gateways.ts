import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type CommandResult, ExecuteCommand, type RequestContext } from '../commands/command.js';
import { RunQuery } from '../queries/query.js';
import { type QueryRequest } from './request.js';

/** Controllers' way to the command bus. */
@Injectable()
export class CommandGateway {
  constructor(private readonly bus: CommandBus) {}

  execute(request: RequestContext, options: ExecuteCommand['options']): Promise<CommandResult> {
    return this.bus.execute<ExecuteCommand, CommandResult>(new ExecuteCommand(request, options));
  }
}

/** Controllers' way to the query bus. */
@Injectable()
export class QueryGateway {
  constructor(private readonly bus: QueryBus) {}

  run<T>(request: QueryRequest, options: { readonly context: string } & RunQuery<T>['options']): Promise<T> {
    const { context, ...rest } = options;
    return this.bus.execute<RunQuery<T>, T>(new RunQuery<T>({ ...request, context }, rest));
  }
}
