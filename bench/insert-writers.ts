import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { BARE_INSERT } from './bare-table.js';
import { underretning } from './underretning-body.js';

export interface InsertInput {
  readonly url: string;
  readonly writers: number;
  readonly seconds: number;
}

export interface WriterResult {
  readonly answers: number;
  readonly perSecond: number;
  /** Processor time of the writing process for each answer. */
  readonly cpuMs: number;
}

/** As pgbench does it: so many connections, each with one insert in flight, nothing in between. */
const { url, writers, seconds } = JSON.parse(process.argv[2] ?? '') as InsertInput;
const body = JSON.stringify(underretning(1, new Date()));
const clients = await Promise.all(
  Array.from({ length: writers }, async () => {
    const client = new Client({ connectionString: url, application_name: 'bench-insert' });
    await client.connect();
    return client;
  }),
);
const cpuBefore = process.cpuUsage();
const start = performance.now();
const end = start + seconds * 1000;
let done = 0;
await Promise.all(
  clients.map(async (client) => {
    while (performance.now() < end) {
      await client.query({ ...BARE_INSERT, values: [randomUUID(), body] });
      done += 1;
    }
  }),
);
const perSecond = (done * 1000) / (performance.now() - start);
const { user, system } = process.cpuUsage(cpuBefore);
const result: WriterResult = { answers: done, perSecond, cpuMs: (user + system) / 1000 / done };
await Promise.all(clients.map((client) => client.end()));
process.stdout.write(`${JSON.stringify(result)}\n`);
