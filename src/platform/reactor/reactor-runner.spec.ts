import { randomUUID } from 'node:crypto';
import { Afvist } from '../../faelles/afvist.js';
import { type CommandResult, type ExecuteCommand } from '../commands/command.js';
import { withTenant } from '../db/pool.js';
import { TrialLog } from '../projection/testing/trial-log.js';
import { commandIdFor, type Reactor } from './reactor.js';
import { ReactorRunner } from './reactor-runner.js';

const TENANT = 840;
const BARN = randomUUID();
const done: CommandResult = { answer: {}, position: 1, version: 1, replayed: false, readable: false };

/** Answers every count above 10 with a command. */
const big: Reactor = {
  name: 'proeve.stort-tal',
  events: ['proeve.Talt'],
  react: (event) =>
    Number(event.data['antal']) > 10
      ? { context: 'proeve', etagStream: () => event.streamId, handle: () => Promise.resolve({}) }
      : undefined,
};

let trial: TrialLog;
const runners: ReactorRunner[] = [];

beforeEach(async () => {
  trial = await TrialLog.open();
});

afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()));
  await trial.close();
});

async function run(send: (command: ExecuteCommand) => Promise<CommandResult>): Promise<ReactorRunner> {
  const runner = new ReactorRunner({
    store: trial.store,
    pool: trial.pool,
    reactors: [big],
    send,
    log: trial.log,
    pollMs: 20,
  });
  runners.push(runner);
  await runner.start();
  return runner;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((go) => setImmediate(go));
}

it('sends the command once, as the system, tied to the event that caused it', async () => {
  await trial.count(TENANT, BARN, [11]);
  const sent: ExecuteCommand[] = [];
  const runner = await run((command) => {
    sent.push(command);
    return Promise.resolve(done);
  });
  await trial.count(TENANT, BARN, [1, 12, 2]);
  await until(() => runner.status().reaktorer[0]?.position === 4);
  // What happened before the reactor existed is not its business: only position 3.
  expect(sent.map(({ request }) => request)).toEqual([
    {
      aktoer: { id: 'system:proeve.stort-tal', navn: 'proeve.stort-tal', kommune: TENANT, roller: ['system'] },
      commandId: commandIdFor('proeve.stort-tal', TENANT, 3),
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      korrelation: 'proeve',
      aarsag: '840/3',
      waitMs: 0,
    },
  ]);
});

it('a crash between the command and the checkpoint gives the same command with the same id again', async () => {
  const sent: string[] = [];
  const runner = await run(async (command) => {
    sent.push(command.request.commandId);
    if (sent.length === 1) {
      // The command is carried out, and then the reactor's own connection is gone before it can note that.
      expect(await trial.cutConnections()).toBe(1);
    }
    return done;
  });
  await trial.count(TENANT, BARN, [20]);
  await until(() => runner.status().reaktorer[0]?.position === 1);
  expect(sent).toEqual([commandIdFor('proeve.stort-tal', TENANT, 1), commandIdFor('proeve.stort-tal', TENANT, 1)]);
});

it('two processes send each command once', async () => {
  const sent: string[] = [];
  const send = (command: ExecuteCommand): Promise<CommandResult> => {
    sent.push(command.request.commandId);
    return Promise.resolve(done);
  };
  const two = [await run(send), await run(send)];
  for (let round = 0; round < 20; round += 1) await trial.count(TENANT, BARN, [20]);
  await until(() => two.some((runner) => runner.status().reaktorer[0]?.position === 20));
  expect([...new Set(sent)]).toHaveLength(20);
  expect(sent).toHaveLength(20);
});

it('a command that the rules refuse is not sent again, one that fails is, and after five failures it stops loudly', async () => {
  let calls = 0;
  const runner = await run(() => {
    calls += 1;
    return Promise.reject(calls === 1 ? new Afvist('lukket', 'Sagen er lukket.') : new Error('no connection'));
  });
  await trial.count(TENANT, BARN, [20, 30]);
  await until(() => runner.status().reaktorer[0]?.fejl !== undefined);
  expect(calls).toBe(6);
  expect(runner.status()).toMatchObject({
    sund: false,
    reaktorer: [{ position: 1, fejl: expect.stringContaining('position 2') as string }],
  });
  const { rows } = await withTenant(trial.pool, TENANT, (sql) =>
    sql.query(
      `SELECT seq, error IS NOT NULL AS failed FROM es.checkpoint WHERE projection = 'reaktor:proeve.stort-tal'`,
    ),
  );
  expect(rows).toEqual([{ seq: 1, failed: true }]);
});

it('the command id is a UUID that follows from municipality, position and reactor', () => {
  const id = commandIdFor('a', 840, 1);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set([id, commandIdFor('b', 840, 1), commandIdFor('a', 841, 1), commandIdFor('a', 840, 2)]).size).toBe(4);
});
