import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type VerifyProblem } from './event-store.js';
import { HeadSealer, sealFile, verifySeals } from './seals.js';
import { commit, received, write } from './testing/example-events.js';
import { openStoreDatabase, type StoreDatabase, type StoreProcess } from './testing/postgres-under-test.js';

/** Ten commits of two events: positions 1–20, commits at 2, 4 … 20. */
const COMMITS = 10;

describe('a log that someone with all rights to the database has changed', () => {
  let database: StoreDatabase;
  let here: StoreProcess;
  let tenant = 2000;
  let folder = '';
  const stream = randomUUID();

  beforeAll(async () => {
    database = await openStoreDatabase();
    here = database.process();
    for (const table of ['event', 'commit', 'stream', 'seal']) {
      await database.superuser.query(`ALTER TABLE es.${table} DISABLE TRIGGER USER`);
    }
    folder = mkdtempSync(join(tmpdir(), 'segl-'));
  });
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    tenant += 1;
    await here.store.openTenant(tenant, `kommune-${String(tenant)}`);
    for (let nr = 1; nr <= COMMITS; nr += 1) {
      await here.store.append(
        tenant,
        commit([write(stream, 'any', [received(randomUUID(), nr), received(randomUUID(), nr, { navn: 'Ida' })])]),
      );
    }
    expect(await here.store.verify(tenant)).toEqual([]);
  });

  /** As one would who has all rights and no scruples; `@` stands for the municipality. */
  async function tamper(...statements: readonly string[]): Promise<void> {
    for (const statement of statements) {
      await database.superuser.query(statement.replaceAll('@', String(tenant)));
    }
  }

  async function found(): Promise<readonly Pick<VerifyProblem, 'position' | 'problem'>[]> {
    return (await here.store.verify(tenant)).map(({ position, problem }) => ({ position, problem }));
  }

  async function firstInSql(): Promise<unknown> {
    return (await database.superuser.query('SELECT seq, problem FROM es.verify($1)', [tenant])).rows[0];
  }

  it.each([
    ['data', `data = '{"barnId":"x","nr":8}'`],
    ['white space in the data', `data = (data::text || ' ')::json`],
    ['who did it', `meta = replace(meta::text, 'u-17', 'u-18')::json`],
    ['when it was registered', `recorded_at = recorded_at - interval '1 microsecond'`],
    ['type', `type = 'proeve.Lukket'`],
    ['version of the schema', `schema_version = 2`],
    ['stream', `stream_id = '${randomUUID()}'`],
  ])('is found when an event is edited: %s', async (_, set) => {
    await tamper(`UPDATE es.event SET ${set} WHERE tenant_id = @ AND seq = 7`);
    expect(await found()).toEqual([{ position: 8, problem: 'hash' }]);
    expect(await firstInSql()).toEqual({ seq: 8, problem: 'hash' });
  });

  it.each([
    ['answer', `answer = '{"sagId":"x"}'`],
    ['versions', `versions = '{}'`],
    ['fingerprint', `fingerprint = sha256('x')`],
    ['command id', `command_id = '${randomUUID()}'`],
    ['time', `recorded_at = recorded_at + interval '1 second'`],
  ])('is found when a commit row is edited: %s', async (_, set) => {
    await tamper(`UPDATE es.commit SET ${set} WHERE tenant_id = @ AND seq = 8`);
    expect(await found()).toEqual([{ position: 8, problem: 'hash' }]);
    expect(await firstInSql()).toEqual({ seq: 8, problem: 'hash' });
  });

  it('is found when an event is deleted', async () => {
    await tamper('DELETE FROM es.event WHERE tenant_id = @ AND seq = 7');
    expect(await found()).toEqual([{ position: 7, problem: 'missing-event' }]);
    expect(await firstInSql()).toEqual({ seq: 8, problem: 'missing-event' });
  });

  it('is found when a whole commit is deleted', async () => {
    await tamper(
      'DELETE FROM es.event WHERE tenant_id = @ AND seq IN (7, 8)',
      'DELETE FROM es.commit WHERE tenant_id = @ AND seq = 8',
    );
    expect((await found())[0]).toEqual({ position: 7, problem: 'gap' });
    expect(await firstInSql()).toEqual({ seq: 10, problem: 'gap' });
  });

  it('is found when an event is inserted behind the head, before the beginning, or in the middle with all moved up', async () => {
    const copy = (position: string, version: number): string =>
      `INSERT INTO es.event SELECT tenant_id, ${position}, stream_id, ${String(version)}, type, schema_version, recorded_at, data, meta FROM es.event WHERE tenant_id = @ AND seq = 7`;
    await tamper(copy('21', 21));
    expect(await found()).toEqual([{ position: 21, problem: 'extra-event' }]);
    await tamper('DELETE FROM es.event WHERE tenant_id = @ AND seq = 21', copy('0', 99));
    expect(await found()).toContainEqual({ position: 0, problem: 'extra-event' });
    await tamper(
      'DELETE FROM es.event WHERE tenant_id = @ AND seq = 0',
      'UPDATE es.event SET seq = seq + 1000, version = version + 1000 WHERE tenant_id = @ AND seq > 7',
      'UPDATE es.event SET seq = seq - 999, version = version - 999 WHERE tenant_id = @ AND seq > 1000',
      copy('8', 8),
      'UPDATE es.commit SET seq = seq + 1000 WHERE tenant_id = @ AND seq >= 8',
      'UPDATE es.commit SET seq = seq - 999, size = size + (seq = 1008)::int WHERE tenant_id = @ AND seq > 1000',
      'UPDATE es.stream SET version = version + 1 WHERE tenant_id = @',
    );
    expect((await found())[0]).toEqual({ position: 9, problem: 'hash' });
  });

  it('is found when a stream is cut off at the tail and its row still tells how long it was', async () => {
    await tamper(
      'DELETE FROM es.event WHERE tenant_id = @ AND seq > 18',
      'DELETE FROM es.commit WHERE tenant_id = @ AND seq > 18',
    );
    expect(await found()).toEqual([{ position: 18, problem: 'truncated' }]);
  });

  it('names each place once, and checks a part of the log by itself', async () => {
    await tamper("UPDATE es.event SET type = type || 'x' WHERE tenant_id = @ AND seq IN (3, 15)");
    expect(await found()).toEqual([
      { position: 4, problem: 'hash' },
      { position: 16, problem: 'hash' },
    ]);
    expect(await here.store.verify(tenant, 4, 14)).toEqual([]);
    expect(await here.store.verify(tenant, 5)).toMatchObject([{ position: 16 }]);
    const seen: number[] = [];
    await here.store.verify(tenant, 0, undefined, (position) => seen.push(position));
    expect(seen.at(-1)).toBe(2 * COMMITS);
  });

  describe('behind a seal', () => {
    let options: { pool: StoreProcess['pool']; keys: StoreDatabase['keys']; folder: string };
    let sealer: HeadSealer;

    async function sealProblems(): Promise<readonly Pick<VerifyProblem, 'position' | 'problem'>[]> {
      return (await verifySeals(options, tenant)).map(({ position, problem }) => ({ position, problem }));
    }

    beforeEach(async () => {
      options = { pool: here.pool, keys: database.keys, folder };
      sealer = new HeadSealer({ ...options, intervalMs: 60_000 });
      await sealer.sealNow();
      expect(await sealProblems()).toEqual([]);
    });

    it('seals a head once, and goes on from its files after a restart', async () => {
      expect(await sealer.sealNow()).toEqual([]);
      await here.store.append(tenant, commit([write(stream, 'any', [received(randomUUID(), 1)])]));
      const again = new HeadSealer({ ...options, intervalMs: 60_000 });
      expect(await again.sealNow()).toMatchObject([{ tenant, position: 21 }]);
      expect(readFileSync(sealFile(folder, tenant), 'utf8').trimEnd().split('\n')).toHaveLength(2);
      expect(await sealProblems()).toEqual([]);
    });

    it('is found when the tail is cut off, also with everything that belongs to it', async () => {
      await tamper(
        'DELETE FROM es.event WHERE tenant_id = @ AND seq > 18',
        'DELETE FROM es.commit WHERE tenant_id = @ AND seq > 18',
        'UPDATE es.stream SET version = 18 WHERE tenant_id = @',
        'DELETE FROM es.seal WHERE tenant_id = @',
      );
      expect(await found()).toEqual([]);
      expect(await sealProblems()).toEqual([
        { position: 20, problem: 'seal-mismatch' },
        { position: 18, problem: 'truncated' },
      ]);
    });

    it('is found when an event is edited and the whole chain reckoned anew', async () => {
      await tamper(
        `UPDATE es.event SET data = '{"barnId":"x","nr":8}' WHERE tenant_id = @ AND seq = 7`,
        `DO $do$ DECLARE c record; prev bytea := ''; h bytea; BEGIN
           FOR c IN SELECT * FROM es.commit WHERE tenant_id = @ ORDER BY seq LOOP
             SELECT es.link(prev, c.tenant_id, c.seq, c.size, c.command_id, (extract(epoch FROM c.recorded_at) * 1000000)::bigint, c.fingerprint, c.answer::text, c.versions::text,
                      string_agg(es.digest(e.tenant_id, e.seq, e.stream_id, e.version, e.type, e.schema_version, (extract(epoch FROM e.recorded_at) * 1000000)::bigint, e.meta::text, e.data::text), '' ORDER BY e.seq))
               INTO h FROM es.event e WHERE e.tenant_id = @ AND e.seq > c.seq - c.size AND e.seq <= c.seq;
             UPDATE es.commit SET hash = h WHERE tenant_id = @ AND seq = c.seq;
             prev := h;
           END LOOP; END $do$`,
      );
      expect(await found()).toEqual([]);
      expect(await sealProblems()).toEqual([{ position: 20, problem: 'seal-mismatch' }]);
    });

    it('is found when a seal is forged, in the database or in the file', async () => {
      await tamper("UPDATE es.seal SET sealed_at = sealed_at - interval '1 day' WHERE tenant_id = @");
      expect(await sealProblems()).toEqual([
        { position: 20, problem: 'seal-mismatch' },
        { position: 20, problem: 'bad-signature' },
      ]);
      await tamper("UPDATE es.seal SET sealed_at = sealed_at + interval '1 day' WHERE tenant_id = @");
      const file = sealFile(folder, tenant);
      const line = readFileSync(file, 'utf8');
      writeFileSync(file, line.replace('"position":20', '"position":18'));
      expect(await sealProblems()).toContainEqual({ position: 18, problem: 'bad-signature' });
      writeFileSync(file, line);
      appendFileSync(file, 'not a seal\n');
      expect(await sealProblems()).toEqual([{ position: 0, problem: 'bad-signature' }]);
    });

    it('a line that a power cut tore takes no other with it; a fragment of anything else is found', async () => {
      const file = sealFile(folder, tenant);
      const line = readFileSync(file, 'utf8');
      writeFileSync(file, line.slice(0, 40));
      await here.store.append(tenant, commit([write(stream, 'any', [received(randomUUID(), 1)])]));
      // As after a restart: what is in the file is not remembered.
      await new HeadSealer({ ...options, intervalMs: 60_000 }).sealNow();
      expect(readFileSync(file, 'utf8').trimEnd().split('\n').at(0)).toBe(line.slice(0, 40));
      expect(await sealProblems()).toEqual([]);
      writeFileSync(file, line.slice(0, 40).replace('"position":20', '"position":18'));
      expect(await sealProblems()).toEqual([{ position: 0, problem: 'bad-signature' }]);
    });

    it('seals on its schedule, and once more when it stops', async () => {
      await here.store.append(tenant, commit([write(stream, 'any', [received(randomUUID(), 1)])]));
      const scheduled = new HeadSealer({ ...options, intervalMs: 60_000 });
      scheduled.start();
      await scheduled.stop();
      expect(readFileSync(sealFile(folder, tenant), 'utf8')).toContain('"position":21');
    });
  });
});
