import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { type PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { ReadModelWaiter } from '../projection/read-model-waiter.js';
import { writeAccessLog } from './access-log.js';
import { RunQuery, type Sql } from './query.js';

/** A reader who names a position waits no longer than a writer does; then he gets what there is. */
const POSITION_WAIT_MS = 2000;

/** The one handler behind the query bus: waiting, the municipality's wall and the access log, once for every read. */
@QueryHandler(RunQuery)
export class RunQueryHandler implements IQueryHandler<RunQuery<unknown>, unknown> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly waiter: ReadModelWaiter,
  ) {}

  async execute({ request, options }: RunQuery<unknown>): Promise<unknown> {
    const { aktoer } = request;
    if (request.waitForPosition !== undefined) {
      await this.waiter.waitFor(aktoer.kommune, request.context, request.waitForPosition, POSITION_WAIT_MS);
    }
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    const sql: Sql = {
      query: async <R extends object>(text: string, values?: readonly unknown[]) =>
        (await client.query<R & Record<string, unknown>>(text, values === undefined ? [] : [...values])).rows,
      manager: runner.manager,
    };
    try {
      // Read committed: a read model may be swapped under way, and an older snapshot would see the new tables as empty.
      await client.query(`BEGIN; SELECT set_config('app.tenant', '${String(Math.trunc(aktoer.kommune))}', true)`);
      const result = await options.read(sql);
      await writeAccessLog(
        sql,
        { aktoer, rute: request.route, korrelation: request.korrelation },
        options.accessed(result),
      );
      await client.query('COMMIT');
      return result;
    } catch (error) {
      // The reason for the rollback is what must come out, also when the connection is gone.
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}
