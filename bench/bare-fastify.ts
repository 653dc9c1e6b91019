import { randomUUID } from 'node:crypto';
import { fastify } from 'fastify';
import { Pool } from 'pg';
import { BARE_INSERT, type BareInput } from './bare-table.js';

/**
 * What the product is held against: Fastify parses the same body and puts it in one row of a plain table, with a prepared
 * statement from a pool, and answers when the row is on the disk. No token, rules, sealing, chain or read models.
 */
const { url, connections } = JSON.parse(process.argv[2] ?? '') as BareInput;
const pool = new Pool({ connectionString: url, max: connections, application_name: 'bench-bare' });
const app = fastify();

app.post('/v1/underretninger', async (request, reply) => {
  const id = randomUUID();
  await pool.query({ ...BARE_INSERT, values: [id, JSON.stringify(request.body)] });
  return reply.status(201).send({ underretningId: id });
});

const address = await app.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${address}\n`);
process.once('SIGTERM', () => {
  void app.close().then(() => pool.end());
});
