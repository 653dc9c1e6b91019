import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';
import { type AppendInput, appendLoad } from './append-load.js';

/**
 * The other store: the same event, in the clear, without chain or command id. It puts parsers of its own into pg for the
 * whole process, and so has one to itself. It gets a connection for each writer; with pg's usual ten it is slower.
 */
const input = JSON.parse(process.argv[2] ?? '') as AppendInput;
const pool = new pg.Pool({ connectionString: input.url, max: input.writers, application_name: 'bench-emmett' });
const store = getPostgreSQLEventStore(input.url, { connectionOptions: { pool } });
await store.schema.migrate();
const result = await appendLoad(input, async (streamId, version, event) => {
  await store.appendToStream(`underretning-${streamId}`, [event], { expectedStreamVersion: BigInt(version) });
});
await store.close();
await pool.end();
process.stdout.write(`${JSON.stringify(result)}\n`);
