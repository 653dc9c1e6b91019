import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { type AppendOutcome, type Commit } from './event-store.js';
import { commit, received, sha, write } from './testing/example-events.js';
import { openStoreDatabase, until, type StoreDatabase, type StoreProcess } from './testing/postgres-under-test.js';

/** One thing a writer does: append to some streams of a small set, perhaps sending the request again, perhaps with another body. */
const step = fc.record({
  streams: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 3 }),
  events: fc.integer({ min: 1, max: 3 }),
  guarded: fc.boolean(),
  again: fc.constantFrom('no', 'at once', 'after', 'other body'),
  person: fc.integer({ min: 0, max: 2 }),
});
const plan = fc.array(fc.array(step, { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 4 });

describe('the log under racing writers', () => {
  let database: StoreDatabase;
  let processes: StoreProcess[];
  let tenant = 1000;

  beforeAll(async () => {
    database = await openStoreDatabase();
    processes = [database.process(), database.process(), database.process({ listen: false })];
  });
  afterAll(() => database.drop());

  /** Gapless, chained, each acknowledged commit there once with the versions it was told, each refused one not at all. */
  async function check(
    of: number,
    acknowledged: ReadonlyMap<string, AppendOutcome>,
    sent: ReadonlyMap<string, Commit>,
  ): Promise<void> {
    const store = processes[0]?.store;
    const log = (await store?.read(of, 0, 100_000)) ?? [];
    expect(log.map((event) => event.position)).toEqual(log.map((_, index) => index + 1));
    const times = log.map((event) => event.registreret);
    expect(times).toEqual([...times].sort());
    const versions = new Map<string, number>();
    for (const event of log) {
      expect(event.version).toBe((versions.get(event.streamId) ?? 0) + 1);
      versions.set(event.streamId, event.version);
      expect(event.data['navn']).toBe('Navn Navnesen');
    }
    expect(await store?.verify(of)).toEqual([]);
    expect((await database.superuser.query('SELECT * FROM es.verify($1)', [of])).rows).toEqual([]);
    const byCommand = new Map<string, number>();
    for (const event of log) {
      byCommand.set(event.meta.korrelation, (byCommand.get(event.meta.korrelation) ?? 0) + 1);
    }
    for (const [commandId, outcome] of acknowledged) {
      const size = sent.get(commandId)?.writes.reduce((sum, one) => sum + one.events.length, 0);
      expect(byCommand.get(commandId) ?? 0).toBe(outcome.outcome === 'ok' || outcome.outcome === 'replayed' ? size : 0);
    }
    expect([...byCommand.keys()].filter((id) => !acknowledged.has(id))).toEqual([]);
  }

  it('is gapless and whole, with nothing lost or doubled, whatever the writers do', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (writers) => {
        tenant += 1;
        const own = tenant;
        await processes[0]?.store.openTenant(own, `kommune-${String(own)}`);
        const streams = Array.from({ length: 5 }, () => randomUUID());
        const persons = Array.from({ length: 3 }, () => randomUUID());
        const acknowledged = new Map<string, AppendOutcome>();
        const sent = new Map<string, Commit>();
        await Promise.all(
          writers.flatMap((steps, index) => {
            const { store } = processes[index % processes.length] ?? database.process();
            const other = processes[(index + 1) % processes.length]?.store ?? store;
            return steps.map(async ({ streams: chosen, events, guarded, again, person }) => {
              const barnId = persons[person] ?? randomUUID();
              const ids = chosen.map((one) => streams[one] ?? randomUUID());
              const seen = guarded ? await store.loadMany(own, ids) : undefined;
              const commandId = randomUUID();
              const request = commit(
                ids.map((id) =>
                  write(
                    id,
                    seen ? (seen.get(id)?.length ?? 0) : 'any',
                    Array.from({ length: events }, (_, nr) => received(barnId, nr, { navn: 'Navn Navnesen' })),
                  ),
                ),
                { commandId, meta: { aktoer: 'u', roller: [], korrelation: commandId } },
              );
              sent.set(commandId, request);
              const repeat = again === 'at once' ? other.append(own, request) : undefined;
              const first = await store.append(own, request);
              const second = again === 'after' ? await other.append(own, request) : await repeat;
              if (again === 'other body' && first.outcome === 'ok') {
                expect(await other.append(own, { ...request, fingerprint: sha('other') })).toEqual({
                  outcome: 'other-body',
                });
              }
              const written = [first, second].filter(
                (outcome) => outcome?.outcome === 'ok' || outcome?.outcome === 'replayed',
              );
              if (written.length === 2) {
                expect({ ...second, outcome: '' }).toEqual({ ...first, outcome: '' });
                expect([first.outcome, second?.outcome].sort()).toEqual(['ok', 'replayed']);
              }
              acknowledged.set(commandId, written[0] ?? first);
            });
          }),
        );
        await check(own, acknowledged, sent);
      }),
      { numRuns: 25 },
    );
  });

  it('loses and doubles nothing when the server kills the connections in the middle', async () => {
    tenant += 1;
    const own = tenant;
    await processes[0]?.store.openTenant(own, `kommune-${String(own)}`);
    const acknowledged = new Map<string, AppendOutcome>();
    const sent = new Map<string, Commit>();
    const persons = [randomUUID(), randomUUID()];
    let running = true;
    // Not for ever: on a machine where each call takes longer than the pause, nobody would get through.
    let kills = 0;
    const killer = (async () => {
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- set to false while this waits for the database
      while (running && kills < 12) {
        const seen = acknowledged.size;
        const { rowCount } = await database.superuser.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'es_app' AND state <> 'idle'`,
        );
        kills += rowCount ?? 0;
        // Somebody gets through between two kills, or nobody ever would.
        await until(() => acknowledged.size > seen || !running);
      }
    })();
    const writers = processes.flatMap(({ store }) =>
      Array.from({ length: 8 }, async (_, writer) => {
        for (let nr = 0; nr < 40 || (kills < 5 && nr < 400); nr += 1) {
          const commandId = randomUUID();
          const barnId = persons[writer % 2] ?? '';
          const request = commit([write(randomUUID(), 0, [received(barnId, nr, { navn: 'Navn Navnesen' })])], {
            commandId,
            meta: { aktoer: 'u', roller: [], korrelation: commandId },
          });
          sent.set(commandId, request);
          for (;;) {
            // A caller whose request failed sends it again under the same key.
            const outcome = await store.append(own, request).catch(() => undefined);
            if (outcome) {
              acknowledged.set(commandId, outcome);
              break;
            }
          }
        }
      }),
    );
    await Promise.all(writers);
    running = false;
    await killer;
    expect(kills).toBeGreaterThan(0);
    expect([...acknowledged.values()].every(({ outcome }) => outcome === 'ok' || outcome === 'replayed')).toBe(true);
    await check(own, acknowledged, sent);
  });

  it('leaves no trace of a call that was rolled back', async () => {
    tenant += 1;
    const own = tenant;
    const store = processes[0]?.store;
    await store?.openTenant(own, `kommune-${String(own)}`);
    await store?.append(own, commit([write(randomUUID(), 0, [received(randomUUID(), 1)])]));
    const client = await database.superuser.connect();
    const stream = randomUUID();
    try {
      await client.query('BEGIN');
      const { rows } = await client.query<{ seq: number }>(
        `SELECT seq FROM es.append($1, ARRAY[$2::uuid], ARRAY['proeve.sag'], ARRAY[$3::uuid], ARRAY[sha256('x')], ARRAY['{}'], ARRAY['{}'::json], ARRAY[1],
           ARRAY[1], ARRAY[0], ARRAY[1], ARRAY[1], ARRAY['proeve.Modtaget'], ARRAY[1::smallint], ARRAY['{}'::json], '{}', '{}', '{}', '{}')`,
        [own, stream, randomUUID()],
      );
      expect(rows).toEqual([{ seq: 2 }]);
      await client.query('ROLLBACK');
    } finally {
      client.release();
    }
    expect(await store?.append(own, commit([write(stream, 0, [received(randomUUID(), 2)])]))).toMatchObject({
      outcome: 'ok',
      position: 2,
    });
    expect(await store?.verify(own)).toEqual([]);
  });

  it('lets writers of several processes make a new person’s key at once, and opens what each of them wrote', async () => {
    tenant += 1;
    const own = tenant;
    await processes[0]?.store.openTenant(own, `kommune-${String(own)}`);
    for (let round = 0; round < 10; round += 1) {
      const barnId = randomUUID();
      const outcomes = await Promise.all(
        processes.map(({ store }, nr) =>
          store.append(own, commit([write(randomUUID(), 0, [received(barnId, nr, { navn: `Navn ${String(nr)}` })])])),
        ),
      );
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok']);
    }
    for (const { store, sealer } of processes) {
      sealer.forgetAll();
      const log = await store.read(own, 0, 100);
      expect(log).toHaveLength(30);
      expect(log.map((event) => event.data['navn'])).toEqual(log.map((event) => `Navn ${String(event.data['nr'])}`));
    }
  });

  it('drops a destroyed key in the other processes, and a commit that was sealed with it meanwhile is not stored', async () => {
    tenant += 1;
    const own = tenant;
    const [here, there, deaf] = processes;
    await here?.store.openTenant(own, `kommune-${String(own)}`);
    const [stream, barnId] = [randomUUID(), randomUUID()];
    await here?.store.append(own, commit([write(stream, 0, [received(barnId, 1, { navn: 'Ida' })])]));
    for (const one of processes) {
      expect((await one.store.load(own, stream))[0]?.data['navn']).toBe('Ida');
    }
    await here?.store.destroySubjectKey(own, barnId);
    await until(async () => (await there?.store.load(own, stream))?.[0]?.data['navn'] === '[slettet]');
    // This one hears no notifications and still has the key in memory.
    await expect(
      deaf?.store.append(own, commit([write(stream, 1, [received(barnId, 2, { navn: 'Ida' })])])),
    ).rejects.toThrow(/destroyed/);
    expect(await here?.store.head(own)).toBe(1);
  });

  it('tells other processes of new heads, by notification or by looking', async () => {
    tenant += 1;
    const own = tenant;
    const [here, there, deaf] = processes;
    await here?.store.openTenant(own, `kommune-${String(own)}`);
    const heard = new Map<string, number>();
    const stops = [
      there?.store.subscribe((of, head) => of === own && heard.set('there', head)),
      deaf?.store.subscribe((of, head) => of === own && heard.set('deaf', head)),
    ];
    await here?.store.append(
      own,
      commit([write(randomUUID(), 0, [received(randomUUID(), 1), received(randomUUID(), 2)])]),
    );
    await until(() => heard.get('there') === 2 && heard.get('deaf') === 2);
    stops.forEach((stop) => stop?.());
  });
});
