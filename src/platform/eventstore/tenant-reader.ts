import { type CustomTypesConfig, type Pool, type PoolClient, type QueryArrayResult } from 'pg';
import { inOnePacket } from '../db/one-packet.js';
import { withRetry } from './database-errors.js';

export type TextRow = readonly (string | null)[];

/** Columns stay text: what is needed is parsed once, by the one who needs it (measured ×1.7 on reading streams). */
const AS_TEXT: CustomTypesConfig = { getTypeParser: () => (value: string | Buffer) => value };

export interface Statement {
  /** Prepared under this name on each connection. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /**
   * True for what finds each thing it is asked for by one descent of an index, however large the table is. Such a plan is as
   * good as any, but PostgreSQL takes it for dear and made a new one each time: four fifths of the cost of loading a stream.
   */
  readonly anyPlanDoes?: boolean;
}

/**
 * One prepared read inside the municipality's wall: app.tenant is set by a statement of its own, local to the transaction, and
 * every statement says tenant_id = $1 itself as well. On a pool with `pipeline: true` the three go in one round trip.
 */
export class TenantReader {
  constructor(private readonly pool: Pool) {}

  async read(tenant: number, statement: Statement): Promise<readonly TextRow[]> {
    if (!Number.isSafeInteger(tenant)) {
      throw new TypeError('A tenant is a whole number');
    }
    return withRetry(3, async () => {
      const client = await this.pool.connect();
      let broken: Error | undefined;
      // Without a listener a server that goes away in the middle would end the process.
      const onError = (error: Error): void => {
        broken = error;
      };
      client.on('error', onError);
      try {
        const result = await this.roundTrip(
          client,
          `BEGIN READ ONLY; SET LOCAL app.tenant = '${String(tenant)}'${statement.anyPlanDoes === true ? '; SET LOCAL plan_cache_mode = force_generic_plan' : ''}`,
          statement,
        );
        return result.rows;
      } catch (error) {
        broken = error instanceof Error ? error : new Error('read failed');
        throw error;
      } finally {
        // A connection whose transaction failed is not worth keeping: its state is not known. It may still have something to say.
        if (broken === undefined) client.off('error', onError);
        client.release(broken);
      }
    });
  }

  private async roundTrip(
    client: PoolClient,
    begin: string,
    { name, text, values }: Statement,
  ): Promise<QueryArrayResult<(string | null)[]>> {
    const query = { name, text, values: [...values], rowMode: 'array' as const, types: AS_TEXT };
    if (Reflect.get(this.pool.options, 'pipeline') === true) {
      const [, result] = await inOnePacket(client, () =>
        Promise.all([client.query(begin), client.query<(string | null)[]>(query), client.query('COMMIT')]),
      );
      return result;
    }
    await client.query(begin);
    const result = await client.query<(string | null)[]>(query);
    await client.query('COMMIT');
    return result;
  }
}
