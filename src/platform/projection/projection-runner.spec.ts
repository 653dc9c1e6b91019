import { randomUUID } from 'node:crypto';
import { withTenant } from '../db/pool.js';
import { type Projection } from './projection.js';
import { ProjectionRunner } from './projection-runner.js';
import { ReadModelSchema } from './read-model-schema.js';
import { CheckpointWaiter } from './read-model-waiter.js';
import { differs, Rebuild } from './rebuild.js';
import { countProjection, TrialLog } from './testing/trial-log.js';

const TENANT = 840;
const BARN = randomUUID();
let trial: TrialLog;
const runners: ProjectionRunner[] = [];

beforeEach(async () => {
  trial = await TrialLog.open();
});

afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()));
  await trial.close();
});

async function run(projections: readonly Projection[], schema = trial.schema): Promise<ProjectionRunner> {
  const runner = new ProjectionRunner({
    store: trial.store,
    pool: trial.pool,
    schema,
    projections,
    log: trial.log,
    pollMs: 50,
  });
  runners.push(runner);
  await runner.start();
  return runner;
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

it('brings what was there before and what comes later, for municipalities of before and of later', async () => {
  await trial.count(TENANT, BARN, numbers(1, 1200));
  const runner = await run([countProjection('proeve.a')]);
  await trial.openTenant(846);
  await trial.count(TENANT, BARN, [1000]);
  const position = await trial.count(846, BARN, [1, 2, 3]);
  expect(await runner.waitFor(846, 'proeve', position, 5000)).toBe(true);
  expect(await runner.caughtUp(5000)).toBe(true);
  // 1 + … + 1200 = 1200 · 1201 / 2 = 720600, and 1000 more.
  expect(await trial.total(TENANT, 'proeve.a')).toEqual({ events: 1201, sum: 721_600 });
  expect(await trial.total(846, 'proeve.a')).toEqual({ events: 3, sum: 6 });
  expect(runner.status().par.map((pair) => [pair.kommune, pair.position, pair.efterslaeb])).toEqual([
    [840, 1201, 0],
    [846, 3, 0],
  ]);
});

it('a position that does not exist is waited for in vain, and nothing chases it afterwards', async () => {
  const position = await trial.count(TENANT, BARN, [1, 2]);
  const runner = await run([countProjection('proeve.a')]);
  expect(await runner.waitFor(TENANT, 'proeve', position + 4709, 100)).toBe(false);
  expect(await runner.caughtUp(5000)).toBe(true);
  expect(runner.status().par).toEqual([expect.objectContaining({ position, hoved: position, efterslaeb: 0 })]);
});

it('a municipality that is not in use is waited for in vain, and costs the others nothing', async () => {
  const runner = await run([countProjection('proeve.a')]);
  expect(await runner.waitFor(101, 'proeve', 1, 5000)).toBe(false);
  expect(await runner.waitFor(TENANT, 'proeve', await trial.count(TENANT, BARN, [1]), 5000)).toBe(true);
  expect(runner.status().par.map((pair) => pair.kommune)).toEqual([TENANT]);
});

it('a stopped runner goes on where it was, and nothing is counted twice', async () => {
  for (let round = 1; round <= 4; round += 1) {
    const runner = await run([countProjection('proeve.a'), countProjection('proeve.b')]);
    // Not awaited before the stop: it falls in the middle of the work.
    const counting = trial.count(TENANT, BARN, numbers(1, 700));
    await runner.stop();
    await counting;
  }
  const runner = await run([countProjection('proeve.a'), countProjection('proeve.b')]);
  expect(await runner.caughtUp(5000)).toBe(true);
  // 4 · 700 events, 4 · 700 · 701 / 2 = 981400.
  expect(await trial.total(TENANT, 'proeve.a')).toEqual({ events: 2800, sum: 981_400 });
  expect(await trial.total(TENANT, 'proeve.b')).toEqual({ events: 2800, sum: 981_400 });
});

it.each([
  ['before the first row of the batch', 'hver'],
  ['between its rows and the position they belong to', 'seneste'],
])('connections that are cut %s cost time and nothing else', async (_where, table) => {
  const runner = await run([countProjection('proeve.a')]);
  for (let round = 1; round <= 3; round += 1) {
    await trial.cutWhileWriting('proeve.a', table, () => trial.count(TENANT, BARN, numbers(1, 400)));
  }
  expect(await runner.caughtUp(20_000)).toBe(true);
  // Three times 1 + … + 400 = 80200.
  expect(await trial.total(TENANT, 'proeve.a')).toEqual({ events: 1200, sum: 240_600 });
  expect(trial.messages.filter((line) => line.includes('are interrupted'))).toHaveLength(3);
});

it('read models that are gone, as after a back-up of the log alone, are built again from the start', async () => {
  const projections = [countProjection('proeve.a'), countProjection('proeve.b')];
  const before = await run(projections);
  await trial.count(TENANT, BARN, numbers(1, 10));
  expect(await before.caughtUp(5000)).toBe(true);
  await before.stop();
  await trial.schema.drop('lm_proeve_a');
  const after = await run(projections);
  expect(await after.caughtUp(5000)).toBe(true);
  expect(await trial.total(TENANT, 'proeve.a')).toEqual({ events: 10, sum: 55 });
  expect(await trial.total(TENANT, 'proeve.b')).toEqual({ events: 10, sum: 55 });
});

it('two runners at once share the work and count everything once', async () => {
  const projections = ['proeve.a', 'proeve.b', 'proeve.c'].map((name) => countProjection(name));
  const two = await Promise.all([run(projections), run(projections, new ReadModelSchema(trial.owner))]);
  let position = 0;
  for (let round = 0; round < 30; round += 1) position = await trial.count(TENANT, BARN, numbers(1, 20));
  for (const runner of two) expect(await runner.waitFor(TENANT, 'proeve', position, 5000)).toBe(true);
  for (const { name } of projections) expect(await trial.total(TENANT, name)).toEqual({ events: 600, sum: 6300 });
});

describe('an event that cannot be projected', () => {
  it.each([
    ['in the projection', 'proeve.daarlig'],
    ['in the database', 'proeve.daarlig:sql'],
  ])('fails %s: that pair stops at the event before, the others go on', async (_where, fejl) => {
    const runner = await run([
      countProjection('proeve.daarlig', { contexts: ['daarlig'] }),
      countProjection('proeve.god'),
    ]);
    await trial.count(TENANT, BARN, [1, 2]);
    await trial.count(TENANT, BARN, [4], fejl);
    const last = await trial.count(TENANT, BARN, [8, 16]);
    expect(await runner.waitFor(TENANT, 'proeve', last, 5000)).toBe(true);
    expect(await runner.waitFor(TENANT, 'daarlig', last, 5000)).toBe(false);
    expect(await trial.total(TENANT, 'proeve.god')).toEqual({ events: 5, sum: 31 });
    expect(await trial.total(TENANT, 'proeve.daarlig')).toEqual({ events: 2, sum: 3 });
    const status = runner.status();
    expect(status.sund).toBe(false);
    expect(status.par.find((pair) => pair.projektion === 'proeve.daarlig')).toMatchObject({
      tilstand: 'fejlet',
      position: 2,
      fejl: expect.stringContaining('position 3 (proeve.Talt)') as string,
    });
    expect(trial.messages.join()).toContain('has stopped at position 3');
    // Loud, but without what was in the event.
    expect(trial.messages.join()).not.toContain('ikke et tal');
    expect(trial.messages.join()).not.toContain(BARN);
  });

  it('is tried again at the next start', async () => {
    const bad = countProjection('proeve.daarlig');
    const first = await run([bad]);
    const position = await trial.count(TENANT, BARN, [1], 'proeve.daarlig');
    expect(await first.waitFor(TENANT, 'proeve', position, 5000)).toBe(false);
    await first.stop();
    // The same version with the fault mended: its name is another, so it is not told to fail.
    const good = countProjection('proeve.god');
    const second = await run([
      {
        ...bad,
        project: (event, write) => {
          good.project(event, write);
        },
      },
    ]);
    expect(await second.caughtUp(5000)).toBe(true);
    expect(second.status().sund).toBe(true);
    const { rows } = await withTenant(trial.pool, TENANT, (sql) =>
      sql.query('SELECT error, failed_at FROM es.checkpoint'),
    );
    expect(rows).toEqual([{ error: null, failed_at: null }]);
  });
});

describe('waiting', () => {
  it('a position that has not come is not there, and a context without projections never keeps anybody waiting', async () => {
    const runner = await run([countProjection('proeve.a')]);
    expect(await runner.waitFor(TENANT, 'proeve', 1, 20)).toBe(false);
    expect(await runner.waitFor(TENANT, 'uden', 99, 20)).toBe(true);
  });

  it('a process without projections sees how far others have come', async () => {
    const projections = [countProjection('proeve.a')];
    await run(projections);
    const waiter = new CheckpointWaiter(trial.pool, projections);
    const position = await trial.count(TENANT, BARN, [1]);
    expect(await waiter.waitFor(TENANT, 'proeve', position, 5000)).toBe(true);
    expect(await waiter.waitFor(TENANT, 'proeve', position + 1, 20)).toBe(false);
  });
});

describe('a new version', () => {
  it('is built beside the old one while both writing and reading go on, then takes its place', async () => {
    await trial.count(TENANT, BARN, numbers(1, 1500));
    const old = await run([countProjection('proeve.a')]);
    expect(await old.caughtUp(5000)).toBe(true);
    const renewed = await run([countProjection('proeve.a', { version: 2, factor: 10 })]);
    const swapped = { yet: false };
    const seen: number[] = [];
    const reading = (async () => {
      while (!swapped.yet) seen.push((await trial.total(TENANT, 'proeve.a')).events);
    })();
    for (let round = 0; round < 20; round += 1) await trial.count(TENANT, BARN, [1]);
    expect(await renewed.caughtUp(10_000)).toBe(true);
    swapped.yet = true;
    await reading;
    // 1 + … + 1500 = 1125750 and 20 ones, all ten times.
    expect(await trial.total(TENANT, 'proeve.a')).toEqual({ events: 1520, sum: 11_257_700 });
    // Nobody ever read less than was there before: never an empty or half-built table.
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
    const { rows } = await trial.owner.query(
      `SELECT nspname::text AS name FROM pg_namespace WHERE nspname LIKE 'lm\\_%'`,
    );
    expect(rows).toEqual([{ name: 'lm_proeve_a' }]);
    const position = await trial.count(TENANT, BARN, [2]);
    expect(await renewed.waitFor(TENANT, 'proeve', position, 5000)).toBe(true);
    expect(await old.waitFor(TENANT, 'proeve', position, 5000)).toBe(false);
    expect(old.status().par[0]?.tilstand).toBe('afloest');
    expect(await trial.total(TENANT, 'proeve.a')).toEqual({ events: 1521, sum: 11_257_720 });
  });

  it('a build that was interrupted is taken up again', async () => {
    await trial.count(TENANT, BARN, numbers(1, 1100));
    await (await run([countProjection('proeve.a')])).caughtUp(5000);
    await runners[0]?.stop();
    const renewed = countProjection('proeve.a', { version: 2 });
    await (await run([renewed])).stop();
    expect(await (await run([renewed])).caughtUp(10_000)).toBe(true);
    expect(await trial.total(TENANT, 'proeve.a')).toEqual({ events: 1100, sum: 605_550 });
  });
});

describe('a rebuild beside the live one', () => {
  it('is equal to it row for row, also while writing goes on', async () => {
    const projections = [countProjection('proeve.a'), countProjection('proeve.b')];
    const runner = await run(projections);
    await trial.count(TENANT, BARN, numbers(1, 900));
    await runner.caughtUp(5000);
    const rebuild = new Rebuild({ store: trial.store, pool: trial.pool, schema: trial.schema }, projections);
    await rebuild.prepare();
    const [comparisons] = await Promise.all([
      rebuild.compareWithLive(TENANT),
      trial.count(TENANT, randomUUID(), numbers(1, 300)),
    ]);
    expect(comparisons.map(differs)).toEqual([false, false]);
    expect(comparisons[0]?.tables.map((table) => table.rows >= 1)).toEqual([true, true]);
    await rebuild.drop();
  });

  it('shows which rows were changed, added and taken away behind its back', async () => {
    const projections = [countProjection('proeve.a')];
    const runner = await run(projections);
    await trial.count(TENANT, BARN, [1, 2, 3, 4]);
    await runner.caughtUp(5000);
    await withTenant(trial.pool, TENANT, async (sql) => {
      await sql.query('UPDATE lm_proeve_a.hver SET antal = 99 WHERE position = 2');
      await sql.query('DELETE FROM lm_proeve_a.hver WHERE position = 3');
      await sql.query('INSERT INTO lm_proeve_a.hver (tenant_id, position, barn_id, antal) VALUES ($1, 7, $2, 1)', [
        TENANT,
        BARN,
      ]);
    });
    const rebuild = new Rebuild({ store: trial.store, pool: trial.pool, schema: trial.schema }, projections);
    await rebuild.prepare();
    const [comparison] = await rebuild.compareWithLive(TENANT);
    expect(comparison?.tables[0]).toEqual({
      table: 'hver',
      rows: 4,
      onlyLive: 2,
      onlyRebuilt: 2,
      examples: [{ position: 2 }, { position: 3 }, { position: 7 }],
    });
    await rebuild.drop();
  });
});
