import { randomUUID } from 'node:crypto';
import { type Projection } from './projection.js';
import { ProjectionRunner } from './projection-runner.js';
import { differs, Rebuild } from './rebuild.js';
import { countProjection, TrialLog } from './testing/trial-log.js';

const TENANT = 840;
const BARN = randomUUID();
const STREAM = randomUUID();
let trial: TrialLog;

/** Counts times the factor that the municipality had last set when the event was recorded; its own stream sets factors. */
function factored(version = 1): Projection {
  const plain = countProjection('proeve.a', { version });
  return {
    ...plain,
    settings: () => STREAM,
    project(event, write, settings = []) {
      if (event.streamId === STREAM) return;
      const factor = Number(settings.at(-1)?.data['antal'] ?? 1);
      plain.project({ ...event, data: { ...event.data, antal: Number(event.data['antal']) * factor } }, write);
    },
  };
}

async function run(projection: Projection): Promise<ProjectionRunner> {
  const runner = new ProjectionRunner({ ...trial, projections: [projection], pollMs: 50 });
  await runner.start();
  expect(await runner.caughtUp(10_000)).toBe(true);
  return runner;
}

beforeEach(async () => {
  trial = await TrialLog.open();
});
afterEach(() => trial.close());

it('reads each event in the light of the settings recorded before it, also after a restart and in a rebuild', async () => {
  await trial.count(TENANT, BARN, [1, 2]);
  await trial.count(TENANT, STREAM, [10]);
  await trial.count(TENANT, BARN, [3]);
  // 1 + 2 at factor 1, 3 at factor 10, in one batch.
  const first = await run(factored());
  expect(await trial.total(TENANT, 'proeve.a')).toEqual({ events: 3, sum: 33 });
  await trial.count(TENANT, BARN, [4]);
  await first.caughtUp(5000);
  await first.stop();

  // The new process has seen no setting pass, and must find them in the log.
  await trial.count(TENANT, BARN, [5]);
  const second = await run(factored());
  await trial.count(TENANT, STREAM, [100]);
  await trial.count(TENANT, BARN, [6]);
  await second.caughtUp(5000);
  // 33 + 40 + 50 + 600.
  expect(await trial.total(TENANT, 'proeve.a')).toEqual({ events: 6, sum: 723 });

  const rebuild = new Rebuild(trial, [factored()]);
  await rebuild.prepare();
  expect((await rebuild.compareWithLive(TENANT)).map(differs)).toEqual([false]);
  await rebuild.drop();
  await second.stop();

  const renewed = await run(factored(2));
  expect(await trial.total(TENANT, 'proeve.a')).toEqual({ events: 6, sum: 723 });
  await renewed.stop();
});

it('a municipality has its own settings', async () => {
  await trial.openTenant(851);
  await trial.count(TENANT, STREAM, [10]);
  await trial.count(TENANT, BARN, [1]);
  await trial.count(851, BARN, [1]);
  const runner = await run(factored());
  expect([await trial.total(TENANT, 'proeve.a'), await trial.total(851, 'proeve.a')]).toEqual([
    { events: 1, sum: 10 },
    { events: 1, sum: 1 },
  ]);
  await runner.stop();
});
