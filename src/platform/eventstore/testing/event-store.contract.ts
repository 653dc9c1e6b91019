import { randomUUID } from 'node:crypto';
import { type EventStore } from '../event-store.js';
import { type Sealer } from '../sealing/sealer.js';
import { commit, received, sha, write } from './example-events.js';

export interface StoreUnderTest {
  readonly store: EventStore;
  readonly sealer: Sealer;
  closeTenant(tenant: number): Promise<void>;
  close(): Promise<void>;
}

/** What every adapter must do alike. */
export function eventStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`event store: ${name}`, () => {
    let under: StoreUnderTest;
    let store: EventStore;
    let tenant = 100;

    beforeAll(async () => {
      under = await open();
      store = under.store;
    });
    afterAll(async () => {
      await under.close();
    });
    beforeEach(async () => {
      tenant += 1;
      await store.openTenant(tenant, `kommune-${String(tenant)}`);
    });

    it('gives back what was appended, opened, in order, with position, version and time', async () => {
      const [stream, barn, afsender] = [randomUUID(), randomUUID(), randomUUID()];
      const data = { barnId: barn, nr: 1, navn: 'Ida Prøve', alder: 7, afsenderId: afsender, afsender: 'Skolen' };
      const before = Date.now();
      const outcome = await store.append(
        tenant,
        commit([write(stream, 0, [{ type: 'proeve.Modtaget', data }, received(barn, 2, { navn: undefined })])]),
      );
      expect(outcome).toEqual({ outcome: 'ok', position: 2, versions: { [stream]: 2 }, answer: { sagId: stream } });
      const events = await store.load(tenant, stream);
      expect(events).toMatchObject([
        {
          tenant,
          position: 1,
          version: 1,
          streamId: stream,
          kind: 'proeve.sag',
          type: 'proeve.Modtaget',
          schemaVersion: 1,
          meta: { aktoer: 'u-17' },
        },
        { position: 2, version: 2 },
      ]);
      expect(events.map((event) => event.data)).toEqual([data, { barnId: barn, nr: 2 }]);
      expect(Date.parse(events[0]?.registreret ?? '')).toBeGreaterThanOrEqual(before - 1000);
      expect(await store.head(tenant)).toBe(2);
      expect(await store.tenants()).toContain(tenant);
    });

    it('shows projections the clear fields alone, and one blob per person that opens where it belongs', async () => {
      const [stream, barn, afsender] = [randomUUID(), randomUUID(), randomUUID()];
      await store.append(
        tenant,
        commit([
          write(stream, 0, [received(barn, 1, { navn: 'Ida', alder: 7, afsenderId: afsender, afsender: 'Skolen' })]),
        ]),
      );
      const [event] = await store.readClear(tenant, 0, 10);
      expect(event?.data).toEqual({ barnId: barn, nr: 1, afsenderId: afsender });
      expect(Object.keys(event?.sealed ?? {}).sort()).toEqual([barn, afsender].sort());
      const item = { streamId: stream, type: 'proeve.Modtaget', subjectId: barn, blob: event?.sealed[barn] ?? '' };
      expect(await under.sealer.open(tenant, item)).toEqual({ navn: 'Ida', alder: 7 });
      await expect(under.sealer.open(tenant, { ...item, streamId: randomUUID() })).rejects.toThrow(/does not open/);
      await expect(under.sealer.open(tenant, { ...item, subjectId: afsender })).rejects.toThrow(/does not open/);
    });

    it('writes several streams in one commit, all or nothing', async () => {
      const [a, b, barn] = [randomUUID(), randomUUID(), randomUUID()];
      const both = await store.append(
        tenant,
        commit([write(a, 0, [received(barn, 1)]), write(b, 'any', [received(barn, 2), received(barn, 3)])]),
      );
      expect(both).toMatchObject({ outcome: 'ok', position: 3, versions: { [a]: 1, [b]: 2 } });
      const refused = await store.append(
        tenant,
        commit([write(a, 1, [received(barn, 4)]), write(b, 1, [received(barn, 5)])]),
      );
      expect(refused).toEqual({ outcome: 'conflict', streamId: b, version: 2 });
      expect(await store.head(tenant)).toBe(3);
      const streams = await store.loadMany(tenant, [b, a, randomUUID()]);
      expect([...streams.values()].map((events) => events.map((event) => event.data['nr']))).toEqual([[2, 3], [1], []]);
    });

    it('takes a write without events as a guard on a version', async () => {
      const [a, b, barn] = [randomUUID(), randomUUID(), randomUUID()];
      await store.append(tenant, commit([write(a, 0, [received(barn, 1)])]));
      expect(await store.append(tenant, commit([write(a, 1, []), write(b, 0, [received(barn, 2)])]))).toMatchObject({
        outcome: 'ok',
        versions: { [a]: 1, [b]: 1 },
      });
      expect(await store.append(tenant, commit([write(a, 2, []), write(b, 1, [received(barn, 3)])]))).toEqual({
        outcome: 'conflict',
        streamId: a,
        version: 1,
      });
      expect(await store.load(tenant, a)).toHaveLength(1);
    });

    it('refuses a wrong expected version', async () => {
      const [stream, barn] = [randomUUID(), randomUUID()];
      expect(await store.append(tenant, commit([write(stream, 1, [received(barn, 1)])]))).toEqual({
        outcome: 'conflict',
        streamId: stream,
        version: 0,
      });
      await store.append(tenant, commit([write(stream, 0, [received(barn, 1)])]));
      expect(await store.append(tenant, commit([write(stream, 0, [received(barn, 2)])]))).toEqual({
        outcome: 'conflict',
        streamId: stream,
        version: 1,
      });
      expect(await store.append(tenant, commit([write(stream, 'any', [received(barn, 2)])]))).toMatchObject({
        outcome: 'ok',
        versions: { [stream]: 2 },
      });
    });

    it('answers a repeated command as the first time, and refuses the same key with another body', async () => {
      const [stream, barn] = [randomUUID(), randomUUID()];
      const first = commit([write(stream, 0, [received(barn, 1)])], { answer: { sagId: stream, nr: 'æ "7"' } });
      const done = await store.append(tenant, first);
      await store.append(tenant, commit([write(stream, 1, [received(barn, 2)])]));
      expect(await store.append(tenant, { ...first, answer: { other: true } })).toEqual({
        ...done,
        outcome: 'replayed',
      });
      expect(await store.append(tenant, { ...first, fingerprint: sha('another body') })).toEqual({
        outcome: 'other-body',
      });
      expect(await store.findCommit(tenant, first.commandId)).toEqual({
        fingerprint: first.fingerprint,
        position: 1,
        versions: { [stream]: 1 },
        answer: first.answer,
      });
      expect(await store.findCommit(tenant, randomUUID())).toBeUndefined();
      expect(await store.head(tenant)).toBe(2);
    });

    it('refuses what no store could take: a stream twice, no events, another kind, undeclared types and fields', async () => {
      const [stream, barn] = [randomUUID(), randomUUID()];
      await store.append(tenant, commit([write(stream, 0, [received(barn, 1)])]));
      const one = write(stream, 'any', [received(barn, 2)]);
      await expect(store.append(tenant, commit([one, one]))).rejects.toThrow(/twice/);
      await expect(store.append(tenant, commit([write(stream, 'any', [])]))).rejects.toThrow(/without events/);
      await expect(store.append(tenant, commit([{ ...one, kind: 'proeve.andet' }]))).rejects.toThrow(/another kind/);
      await expect(
        store.append(tenant, commit([write(stream, 'any', [{ type: 'proeve.Ukendt', data: {} }])])),
      ).rejects.toThrow(/not declared/);
      await expect(
        store.append(tenant, commit([write(stream, 'any', [received(barn, 2, { cpr: '0101701234' })])])),
      ).rejects.toThrow(/\/cpr/);
      await expect(
        store.append(tenant, commit([write(stream, 'any', [received(barn, 2, { afsender: 'Skolen' })])])),
      ).rejects.toThrow(/afsenderId/);
      expect(await store.head(tenant)).toBe(1);
    });

    it('names field and type of bad data, never the value', async () => {
      const bad = commit([write(randomUUID(), 0, [received(randomUUID(), 1, { navn: 4711 })])]);
      await expect(store.append(tenant, bad)).rejects.toThrow(/proeve\.Modtaget.*\/navn/);
      await expect(store.append(tenant, bad)).rejects.not.toThrow(/4711/);
    });

    it('appends nothing to a closed stream', async () => {
      const [stream, barn] = [randomUUID(), randomUUID()];
      await store.append(tenant, commit([write(stream, 0, [received(barn, 1)])]));
      expect(await store.closeStream(tenant, stream)).toBe(true);
      expect(await store.closeStream(tenant, stream)).toBe(false);
      expect(await store.append(tenant, commit([write(stream, 1, [received(barn, 2)])]))).toEqual({
        outcome: 'closed',
        streamId: stream,
      });
    });

    it('appends nothing to an unknown or closed municipality', async () => {
      const one = commit([write(randomUUID(), 0, [received(randomUUID(), 1)])]);
      await expect(store.append(999_999, one)).rejects.toThrow(/unknown or closed/);
      await under.closeTenant(tenant);
      await expect(store.append(tenant, one)).rejects.toThrow(/unknown or closed/);
    });

    it('erases a person everywhere when the key is destroyed; counts, order and chain are as before', async () => {
      const [stream, barn, afsender] = [randomUUID(), randomUUID(), randomUUID()];
      await store.append(
        tenant,
        commit([
          write(stream, 0, [received(barn, 1, { navn: 'Ida', alder: 7, afsenderId: afsender, afsender: 'Skolen' })]),
        ]),
      );
      const blob = (await store.readClear(tenant, 0, 1))[0]?.sealed[barn] ?? '';
      expect(await store.destroySubjectKey(tenant, barn)).toBe(true);
      expect(await store.destroySubjectKey(tenant, barn)).toBe(false);
      expect((await store.load(tenant, stream))[0]?.data).toEqual({
        barnId: barn,
        nr: 1,
        navn: '[slettet]',
        afsenderId: afsender,
        afsender: 'Skolen',
      });
      expect(
        await under.sealer.open(tenant, { streamId: stream, type: 'proeve.Modtaget', subjectId: barn, blob }),
      ).toBeUndefined();
      await expect(
        store.append(tenant, commit([write(stream, 1, [received(barn, 2, { navn: 'Ida' })])])),
      ).rejects.toThrow(/destroyed/);
      expect(await store.append(tenant, commit([write(stream, 1, [received(barn, 2)])]))).toMatchObject({
        outcome: 'ok',
      });
      expect(await store.verify(tenant)).toEqual([]);
    });

    it('seals with the key there is, also when the commit takes the person for a new one', async () => {
      const [stream, barn] = [randomUUID(), randomUUID()];
      const say = (nr: number) => [write(stream, nr - 1, [received(barn, nr, { navn: `Ida ${String(nr)}` })])];
      await store.append(tenant, commit(say(1), { freshIds: new Set([barn]) }));
      await store.append(tenant, commit(say(2), { freshIds: new Set([barn]) }));
      expect((await store.load(tenant, stream)).map((event) => event.data['navn'])).toEqual(['Ida 1', 'Ida 2']);
      await store.destroySubjectKey(tenant, barn);
      await expect(store.append(tenant, commit(say(3), { freshIds: new Set([barn]) }))).rejects.toThrow(/destroyed/);
    });

    it('answers what was known at a position and at an instant; registered times never decrease', async () => {
      const [stream, barn] = [randomUUID(), randomUUID()];
      for (let nr = 1; nr <= 5; nr += 1) {
        await store.append(tenant, commit([write(stream, nr - 1, [received(barn, nr)])]));
      }
      const log = await store.read(tenant, 0, 100);
      const times = log.map((event) => event.registreret);
      expect(times).toEqual([...times].sort());
      for (const event of log) {
        const known = await store.positionAt(tenant, event.registreret);
        expect(known).toBe(log.findLast((other) => other.registreret <= event.registreret)?.position);
      }
      expect(await store.positionAt(tenant, '2000-01-01T00:00:00Z')).toBe(0);
      expect(await store.positionAt(tenant, '2999-01-01T00:00:00+01:00')).toBe(5);
      expect((await store.load(tenant, stream, { untilPosition: 3 })).map((event) => event.position)).toEqual([
        1, 2, 3,
      ]);
      expect((await store.load(tenant, stream, { afterVersion: 3 })).map((event) => event.version)).toEqual([4, 5]);
      expect((await store.readAt(tenant, [4, 2, 77])).map((event) => event.position)).toEqual([4, 2]);
      expect((await store.read(tenant, 2, 2)).map((event) => event.position)).toEqual([3, 4]);
    });

    it('keeps municipalities apart', async () => {
      const [stream, barn] = [randomUUID(), randomUUID()];
      const one = commit([write(stream, 0, [received(barn, 1, { navn: 'Ida' })])]);
      await store.append(tenant, one);
      const other = tenant + 500;
      await store.openTenant(other, `kommune-${String(other)}`);
      expect(await store.load(other, stream)).toEqual([]);
      expect(await store.readClear(other, 0, 10)).toEqual([]);
      expect(await store.findCommit(other, one.commandId)).toBeUndefined();
      expect(await store.append(other, one)).toMatchObject({ outcome: 'ok', position: 1 });
    });

    it('finds no stream under an id that is none', async () => {
      expect(await store.load(tenant, 'ikke-et-id')).toEqual([]);
      expect(await store.findCommit(tenant, 'ikke-et-id')).toBeUndefined();
    });

    it('tells listeners of new heads until they unsubscribe', async () => {
      const heads: number[] = [];
      const unsubscribe = store.subscribe((of, head) => {
        if (of === tenant) {
          heads.push(head);
        }
      });
      await store.append(tenant, commit([write(randomUUID(), 0, [received(randomUUID(), 1)])]));
      unsubscribe();
      await store.append(tenant, commit([write(randomUUID(), 0, [received(randomUUID(), 2)])]));
      expect(heads).toEqual([1]);
    });

    it('keeps quotes, newlines, backslashes, emoji and half surrogates', async () => {
      const [stream, barn] = [randomUUID(), randomUUID()];
      const navn = 'Æ "ø" \\ \n\t{,} NULL 👶 \u0000 \u0001 \ud800';
      await store.append(
        tenant,
        commit([write(stream, 0, [received(barn, 1, { navn })])], {
          meta: { aktoer: navn, roller: ['a"b,{}'], korrelation: '\\' },
        }),
      );
      const [event] = await store.load(tenant, stream);
      expect(event?.data['navn']).toBe(navn);
      expect(event?.meta).toEqual({ aktoer: navn, roller: ['a"b,{}'], korrelation: '\\' });
      expect(await store.verify(tenant)).toEqual([]);
    });
  });
}
