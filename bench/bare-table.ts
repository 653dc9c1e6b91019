/** The plain table that bare Fastify and the plain inserts write to, in the product's own database. */
export const BARE_TABLE = `CREATE SCHEMA bench;
  CREATE TABLE bench.raekke (id uuid PRIMARY KEY, data json NOT NULL, registreret timestamptz NOT NULL DEFAULT clock_timestamp())`;

/** Prepared once on each connection. */
export const BARE_INSERT = {
  name: 'bench_insert',
  text: 'INSERT INTO bench.raekke (id, data) VALUES ($1, $2)',
} as const;

export interface BareInput {
  readonly url: string;
  readonly connections: number;
}
