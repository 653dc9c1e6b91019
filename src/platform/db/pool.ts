import {
  Pool,
  types,
  type PoolClient,
  type PoolConfig,
  type QueryConfig,
  type QueryResult,
  type QueryResultRow,
} from 'pg';

/** What may be asked of a connection inside a transaction. */
export interface Sql {
  query<R extends QueryResultRow>(query: string | QueryConfig<unknown[]>, values?: unknown[]): Promise<QueryResult<R>>;
}

export interface PoolOptions {
  /** Most connections at once. */
  readonly max?: number;
  /** Shown in pg_stat_activity and in the log when a connection breaks. */
  readonly name: string;
  /** Where a broken idle connection is reported; standard error when absent. */
  readonly report?: (line: string) => void;
}

/** `@types/pg` does not know the option yet; with it, queries of one client that are not awaited travel in one packet. */
type PipelinedPoolConfig = PoolConfig & { readonly pipeline: true };

/** Only for this pool: another library in the process may rely on pg's own global parsers. */
const OWN_PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [types.builtins.INT8, parseInt8],
  // pg would make a Date at local midnight, which is another day in UTC: a date in law is its text.
  [types.builtins.DATE, (text: string) => text],
]);

/** A pool whose broken connections are reported rather than ending the process. */
export function createPool(url: string, options: PoolOptions): Pool {
  const config: PipelinedPoolConfig = {
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.name,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    pipeline: true,
    types: {
      // pg names the ids it knows as an enum, but is asked about any id that the server has.
      /* eslint-disable @typescript-eslint/no-unsafe-enum-assignment -- see above */
      getTypeParser: (id: number, format?: 'text' | 'binary'): ((value: string) => unknown) =>
        format === 'binary'
          ? (types.getTypeParser(id, 'binary') as (value: string) => unknown)
          : (OWN_PARSERS.get(id) ?? (types.getTypeParser(id, 'text') as (value: string) => unknown)),
      /* eslint-enable @typescript-eslint/no-unsafe-enum-assignment */
    },
  };
  const pool = new Pool(config);
  const report = options.report ?? ((line: string) => process.stderr.write(`${line}\n`));
  pool.on('error', (error) => {
    report(`database connection of pool ${options.name} broke: ${error.message}`);
  });
  return pool;
}

/**
 * One transaction in which row-level security shows this municipality and no other. BEGIN and the setting travel with the
 * first query of `work`; were they to fail, so does everything after them.
 */
export async function withTenant<T>(pool: Pool, tenant: number, work: (sql: Sql) => Promise<T>): Promise<T> {
  return onClient(pool, async (client) => {
    // Both are waited for also when one fails: nothing of `work` may be under way when the transaction ends.
    const [begun, done] = await Promise.allSettled([client.query(beginFor(tenant)), work(client)]);
    if (begun.status === 'fulfilled' && done.status === 'fulfilled') {
      await client.query('COMMIT');
      return done.value;
    }
    await client.query('ROLLBACK').catch((error: unknown) => {
      client.emit('error', error);
    });
    throw begun.status === 'rejected' ? begun.reason : done.status === 'rejected' ? done.reason : undefined;
  });
}

/** One query in its municipality's transaction, in one round trip where `withTenant` needs two. */
export async function inTenantQuery<R extends QueryResultRow>(
  pool: Pool,
  tenant: number,
  query: string | QueryConfig<unknown[]>,
  values?: unknown[],
): Promise<QueryResult<R>> {
  return onClient(pool, async (client) => {
    // COMMIT after a failed query is a rollback, so the three need not wait for each other's answers.
    const [, result] = await Promise.all([
      client.query(beginFor(tenant)),
      client.query<R>(query, values),
      client.query('COMMIT'),
    ]);
    return result;
  });
}

function beginFor(tenant: number): string {
  if (!Number.isInteger(tenant) || tenant <= 0) {
    throw new RangeError(`Not a municipality number: ${String(tenant)}`);
  }
  return `BEGIN; SELECT set_config('app.tenant', '${String(tenant)}', true)`;
}

/** A connection that broke in use is thrown away and not lent to the next one. */
async function onClient<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on('error', onError);
  try {
    return await work(client);
  } finally {
    // One that is thrown away may still have something to say, and nobody else listens to it.
    if (broken === undefined) client.off('error', onError);
    client.release(broken);
  }
}

function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`The whole number ${text} does not fit in a JavaScript number`);
  }
  return value;
}
