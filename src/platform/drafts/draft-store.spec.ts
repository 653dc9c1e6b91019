import { randomUUID } from 'node:crypto';
import { commit, received, write } from '../eventstore/testing/example-events.js';
import { openStoreDatabase, type StoreDatabase, type StoreProcess } from '../eventstore/testing/postgres-under-test.js';
import { withTenant } from '../db/pool.js';
import { type Sql } from '../queries/query.js';
import { type Draft, DraftStore } from './draft-store.js';

/** Drafts on a real database: durable, versioned, walled and sealed like what is in the log. */
describe('the draft store', () => {
  let database: StoreDatabase;
  let here: StoreProcess;
  let drafts: DraftStore;
  const barn = randomUUID();
  const place = (field = 'analyse') => ({ documentId: randomUUID(), field, subjectId: barn });

  beforeAll(async () => {
    database = await openStoreDatabase();
    here = database.process();
    drafts = new DraftStore(here.pool, here.sealer);
    for (const tenant of [840, 851]) {
      await here.store.openTenant(tenant, `kommune-${tenant}`);
      // A person has a key from the first event that seals something about them.
      await here.store.append(tenant, commit([write(randomUUID(), 0, [received(barn, 1, { navn: 'Barn Testesen' })])]));
    }
  });
  afterAll(() => database.drop());

  const list = (documentId: string, tenant = 840, of = here): Promise<readonly Draft[]> =>
    withTenant(of.pool, tenant, (client) => {
      const sql: Pick<Sql, 'query'> = {
        query: async <R extends object>(text: string, values?: readonly unknown[]) =>
          (await client.query<R & Record<string, unknown>>(text, [...(values ?? [])])).rows,
      };
      return new DraftStore(of.pool, of.sealer).list(sql, tenant, documentId);
    });

  test('keeps what was saved last, with a version for each time', async () => {
    const at = place();
    expect(await drafts.save(840, at, 'Barnet', 'sb01', 0)).toMatchObject({ outcome: 'saved', version: 1 });
    expect(await drafts.save(840, at, 'Barnet trives', 'sb01', 1)).toMatchObject({ outcome: 'saved', version: 2 });
    expect(await list(at.documentId)).toMatchObject([
      { field: 'analyse', text: 'Barnet trives', version: 2, savedBy: 'sb01' },
    ]);
  });

  test('refuses the one who has not seen the latest, and overwrites nothing', async () => {
    const at = place();
    await drafts.save(840, at, 'Første', 'sb01', 0);
    expect(await drafts.save(840, at, 'Uset', 'sb02', 0)).toMatchObject({
      outcome: 'stale',
      version: 1,
      savedBy: 'sb01',
    });
    expect(await drafts.save(840, at, 'Fra fremtiden', 'sb02', 7)).toMatchObject({ outcome: 'stale', version: 1 });
    expect(await list(at.documentId)).toMatchObject([{ text: 'Første' }]);
  });

  test('a draft that is gone is stale for whoever had seen it', async () => {
    expect(await drafts.save(840, place(), 'Hvor blev den af?', 'sb01', 3)).toMatchObject({
      outcome: 'stale',
      version: 0,
    });
  });

  test('answers a repeat alike, so that a lost answer does not become a conflict with oneself', async () => {
    const at = place();
    await drafts.save(840, at, 'En', 'sb01', 0);
    const first = await drafts.save(840, at, 'To', 'sb01', 1);
    expect(await drafts.save(840, at, 'To', 'sb01', 1)).toEqual(first);
    expect(await drafts.save(840, at, 'To', 'sb02', 1)).toMatchObject({ outcome: 'stale' });
    expect(await drafts.save(840, at, 'Tre', 'sb01', 1)).toMatchObject({ outcome: 'stale' });
  });

  test('of writers that race from the same version, one wins', async () => {
    const at = place();
    await drafts.save(840, at, 'Begyndelsen', 'sb00', 0);
    const outcomes = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((n) => drafts.save(840, at, `Skriver ${n}`, `sb0${n}`, 1)),
    );
    expect(outcomes.filter(({ outcome }) => outcome === 'saved')).toHaveLength(1);
    expect(await list(at.documentId)).toMatchObject([{ version: 2 }]);
  });

  test('another process reads what was saved before the first one ended', async () => {
    const at = place();
    const other = database.process();
    await new DraftStore(other.pool, other.sealer).save(840, at, 'Inden strømmen gik', 'sb01', 0);
    await other.close();
    expect(await list(at.documentId, 840, database.process())).toMatchObject([{ text: 'Inden strømmen gik' }]);
  });

  test('shows another municipality nothing, and lets it change nothing', async () => {
    const at = place();
    await drafts.save(840, at, 'Kun i Rebild', 'sb01', 0);
    expect(await list(at.documentId, 851)).toEqual([]);
    expect(await drafts.save(851, at, 'Aalborgs egen', 'sb01', 0)).toMatchObject({ outcome: 'saved', version: 1 });
    await drafts.discard(851, at.documentId, at.field, 1);
    expect(await list(at.documentId)).toMatchObject([{ text: 'Kun i Rebild' }]);
    const client = await here.pool.connect();
    try {
      expect((await client.query('SELECT * FROM es.draft')).rows).toEqual([]);
    } finally {
      client.release();
    }
  });

  test('holds no text in the clear, and a sealed text opens only in its own field', async () => {
    const at = place();
    await drafts.save(840, at, 'Hemmelig Navnesen', 'sb01', 0);
    const { rows } = await database.superuser.query<{ row: string }>(
      `SELECT encode(sealed, 'escape') || d::text AS row FROM es.draft d`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ row }) => row.includes('Navnesen'))).toEqual([]);
    await database.superuser.query(`UPDATE es.draft SET field = 'konklusion' WHERE document_id = $1`, [at.documentId]);
    await expect(list(at.documentId)).rejects.toThrow('does not open');
    await database.superuser.query('DELETE FROM es.draft WHERE document_id = $1', [at.documentId]);
  });

  test('is given up by the version that was seen, and only by that', async () => {
    const at = place();
    await drafts.save(840, at, 'En', 'sb01', 0);
    expect(await drafts.discard(840, at.documentId, at.field, 2)).toBe('stale');
    expect(await drafts.discard(840, at.documentId, at.field, 1)).toBe('gone');
    expect(await drafts.discard(840, at.documentId, at.field, 1)).toBe('gone');
    expect(await list(at.documentId)).toEqual([]);
  });

  test('removes the version that is finished, and keeps one that was saved since', async () => {
    const at = place();
    await drafts.save(840, at, 'Før', 'sb01', 0);
    await drafts.save(840, at, 'Efter', 'sb02', 1);
    await drafts.removeFinished(840, at.documentId, [{ field: at.field, version: 1 }]);
    expect(await drafts.all(840, at.documentId)).toMatchObject([{ text: 'Efter', version: 2 }]);
    await drafts.removeFinished(840, at.documentId, [{ field: at.field, version: 2 }]);
    expect(await drafts.all(840, at.documentId)).toEqual([]);
  });

  test('nothing is kept about somebody who is not known or has been erased, and what was kept cannot be read', async () => {
    const erased = randomUUID();
    const at = { documentId: randomUUID(), field: 'analyse', subjectId: erased };
    expect(await drafts.save(840, at, 'Hvem?', 'sb01', 0)).toEqual({ outcome: 'erased' });
    await here.store.append(840, commit([write(randomUUID(), 0, [received(erased, 1, { navn: 'Slettet' })])]));
    expect(await drafts.save(840, at, 'Noget', 'sb01', 0)).toMatchObject({ outcome: 'saved' });
    await here.store.destroySubjectKey(840, erased);
    expect(await list(at.documentId)).toEqual([]);
    expect(await drafts.save(840, at, 'Mere', 'sb01', 1)).toEqual({ outcome: 'erased' });
  });
});
