import { Client } from 'pg';
import { boundedContexts } from '../src/contexts.js';
import { indlaesLovpakke } from '../src/faelles/lov/lovpakke.js';
import { createPool } from '../src/platform/db/pool.js';
import { type Projection } from '../src/platform/projection/projection.js';
import { ReadModelSchema } from '../src/platform/projection/read-model-schema.js';
import { Rebuild } from '../src/platform/projection/rebuild.js';
import { gatherRegistrations } from '../src/platform/registry.js';
import { openStore, type StoreInput } from './open-store.js';

export interface RebuildInput extends StoreInput {
  readonly ownerUrl: string;
  readonly rounds: number;
}

export interface RebuildResult {
  readonly events: number;
  /** Events a second, a figure for each round. */
  readonly copied: readonly number[];
  readonly all: readonly number[];
  readonly each: Readonly<Record<string, readonly number[]>>;
}

/** The columns that a rebuild reads, in the same order, as PostgreSQL hands them out fastest. */
const copy = (kommune: number): string =>
  `COPY (SELECT seq, stream_id, version, type, schema_version, recorded_at, data, meta FROM es.event WHERE tenant_id = ${String(kommune)} ORDER BY seq) TO STDOUT`;

const input = JSON.parse(process.argv[2] ?? '') as RebuildInput;
const { projections, events } = gatherRegistrations(boundedContexts(indlaesLovpakke()));
const { store, close } = openStore(input, events);
const pool = createPool(input.appUrl, { name: 'bench-rebuild' });
const owner = createPool(input.ownerUrl, { name: 'bench-rebuild-owner', max: 2 });
// Reads for itself what the owner of the tables may see of this municipality; pg throws the copied bytes away.
const reader = new Client({ connectionString: input.ownerUrl });
await reader.connect();
await reader.query(`SET app.tenant = '${String(input.kommune)}'`);
const head = await store.head(input.kommune);

async function rate(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (head * 1000) / (performance.now() - start);
}

/** Into empty tables in a schema that nobody reads, as a new version is built beside the one that is read. */
async function rebuild(chosen: readonly Projection[]): Promise<number> {
  const shadow = new Rebuild({ store, pool, schema: new ReadModelSchema(owner) }, chosen, '__bench');
  await shadow.prepare();
  const perSecond = await rate(() => shadow.rebuildInShadow(input.kommune, head));
  await shadow.drop();
  return perSecond;
}

const copied: number[] = [];
const all: number[] = [];
const each: Record<string, number[]> = Object.fromEntries(projections.map(({ name }) => [name, []]));
for (let round = 0; round <= input.rounds; round += 1) {
  process.stdout.write(round === 0 ? 'opvarmning\n' : `runde ${String(round)} af ${String(input.rounds)}\n`);
  // The first round warms code and caches, and is not counted.
  const note = (list: number[] | undefined, perSecond: number): void => {
    if (round > 0) list?.push(perSecond);
  };
  note(copied, await rate(() => reader.query(copy(input.kommune))));
  note(all, await rebuild(projections));
  for (const projection of projections) {
    note(copied, await rate(() => reader.query(copy(input.kommune))));
    note(each[projection.name], await rebuild([projection]));
  }
}
const result: RebuildResult = { events: head, copied, all, each };
await reader.end();
await close();
await Promise.all([pool.end(), owner.end()]);
process.stdout.write(`${JSON.stringify(result)}\n`);
