import { randomUUID } from 'node:crypto';
import { catalogue, commit, received, write } from '../testing/example-events.js';
import { openStoreDatabase, type StoreDatabase } from '../testing/postgres-under-test.js';
import { PostgresEventStore } from '../postgres-event-store.js';
import { ephemeralKeys, type StoreKeys } from './key-file.js';
import { PostgresSubjectKeys } from './postgres-subject-keys.js';
import { rewrapSubjectKeys } from './rewrap.js';
import { Sealer } from './sealer.js';

const TENANT = 840;
let at: StoreDatabase;

beforeEach(async () => {
  at = await openStoreDatabase();
});
afterEach(() => at.drop());

function changed(from: StoreKeys): StoreKeys {
  return { ...from, kek: ephemeralKeys().kek, retiredKeks: new Map([[from.kek.id, from.kek.key]]) };
}

async function keks(): Promise<unknown> {
  return (
    await at.owner.query(
      'SELECT kek_id, count(*)::int AS n, count(wrapped_key)::int AS kept FROM es.subject_key GROUP BY 1',
    )
  ).rows;
}

it('opens everything with the new key alone, keeps the destroyed destroyed, and tells running processes', async () => {
  const { store } = at.process();
  await store.openTenant(TENANT, 'rebild');
  const boern = Array.from({ length: 1203 }, () => randomUUID());
  await Promise.all(
    boern.map((barn) => store.append(TENANT, commit([write(barn, 0, [received(barn, 1, { navn: 'Ida' })])]))),
  );
  const [slettet = '', barn = ''] = boern;
  await store.destroySubjectKey(TENANT, slettet);
  const keys = changed(at.keys);

  expect(await rewrapSubjectKeys(at.owner, keys)).toBe(1202);
  expect(await rewrapSubjectKeys(at.owner, keys)).toBe(0);
  expect(await keks()).toEqual(
    expect.arrayContaining([
      { kek_id: keys.kek.id, n: 1202, kept: 1202 },
      { kek_id: at.keys.kek.id, n: 1, kept: 0 },
    ]),
  );

  const { pool } = at.process();
  // Without the old key: nothing may need it any more.
  const alone = { ...keys, retiredKeks: new Map<string, Buffer>() };
  const later = new PostgresEventStore({
    pool,
    catalogue,
    sealer: new Sealer({ keys: alone, source: new PostgresSubjectKeys(pool) }),
  });
  expect((await later.load(TENANT, barn))[0]?.data).toMatchObject({ navn: 'Ida' });
  expect((await later.load(TENANT, slettet))[0]?.data).toMatchObject({ navn: '[slettet]' });
  await later.close();
  expect(await store.verify(TENANT)).toEqual([]);
});

it('does not lose what a process writes that has both keys and remembers the old wrapping', async () => {
  const keys = changed(at.keys);
  const { pool } = at.process();
  const sealer = new Sealer({ keys, source: new PostgresSubjectKeys(pool) });
  const store = new PostgresEventStore({ pool, catalogue, sealer });
  await store.openTenant(TENANT, 'rebild');
  const barn = randomUUID();
  const before = at.process().store;
  await before.append(TENANT, commit([write(barn, 0, [received(barn, 1, { navn: 'Ida' })])]));
  await store.load(TENANT, barn);
  await rewrapSubjectKeys(at.owner, keys);
  expect(await store.append(TENANT, commit([write(barn, 1, [received(barn, 2, { navn: 'Bo' })])]))).toMatchObject({
    outcome: 'ok',
  });
  expect((await store.load(TENANT, barn)).map(({ data }) => data['navn'])).toEqual(['Ida', 'Bo']);
  await store.close();
});

it('stops, without changing anything, at a key that the file does not open', async () => {
  const { store } = at.process();
  await store.openTenant(TENANT, 'rebild');
  const barn = randomUUID();
  await store.append(TENANT, commit([write(barn, 0, [received(barn, 1, { navn: 'Ida' })])]));
  await expect(rewrapSubjectKeys(at.owner, ephemeralKeys())).rejects.toThrow(/key file of this database/);
  expect(await keks()).toEqual([{ kek_id: at.keys.kek.id, n: 1, kept: 1 }]);
});
