import { randomUUID } from 'node:crypto';
import { Type } from '@sinclair/typebox';
import { declareEvent } from './event-declaration.js';
import { EventCatalogue } from './event-catalogue.js';
import { MemoryEventStore } from './memory-event-store.js';
import { forsvundneTyper, renderCatalogue } from './render-catalogue.js';
import { ephemeralKeys } from './sealing/key-file.js';
import { catalogue, commit, Lukket, Modtaget, write } from './testing/example-events.js';
import { openStoreDatabase } from './testing/postgres-under-test.js';

const about = {
  sealed: { barnId: ['fornavn', 'efternavn'] },
  category: 'person' as const,
  beskrivelse: 'En person er registreret.',
  journal: () => ({ overskrift: 'Person', tekst: 'Registreret' }),
  legalBasis: {},
};
const first = declareEvent({
  ...about,
  type: 'proeve.Person',
  version: 1,
  schema: Type.Object({ barnId: Type.String(), navn: Type.String(), koen: Type.String() }),
  sealed: { barnId: ['navn'] },
});
/** Version 2 calls a clear field by another name; version 3 splits the sealed name in two. */
const third = declareEvent({
  ...about,
  type: 'proeve.Person',
  version: 3,
  schema: Type.Object({
    barnId: Type.String(),
    fornavn: Type.String(),
    efternavn: Type.String(),
    koenskode: Type.String(),
  }),
  upcasts: {
    1: ({ koen, ...rest }) => ({ ...rest, koenskode: koen }),
    2: ({ navn, ...rest }) => {
      const [fornavn, ...efternavn] = typeof navn === 'string' ? navn.split(' ') : [];
      return { ...rest, ...(fornavn !== undefined && { fornavn, efternavn: efternavn.join(' ') }) };
    },
  },
});

describe('the event catalogue', () => {
  it('refuses duplicates, missing upcasts and names that say no context', () => {
    expect(() => new EventCatalogue([Modtaget, Modtaget])).toThrow(/declared twice/);
    expect(() => new EventCatalogue([{ ...Modtaget, version: 2 }])).toThrow(/no upcast from version 1/);
    expect(() => new EventCatalogue([{ ...Modtaget, type: 'modtaget' }])).toThrow(/kontekst\.HaendelseIDatid/);
    expect(
      () => new EventCatalogue([{ ...Modtaget, sealed: { barnId: ['afsenderId'], afsenderId: ['afsender'] } }]),
    ).toThrow(/cannot itself be sealed/);
    expect(() => catalogue.get('proeve.Ukendt')).toThrow(/not declared/);
  });

  it('reads stored examples of old versions as the current one, clear and sealed fields together', async () => {
    const database = await openStoreDatabase();
    try {
      const old = database.process({ catalogue: new EventCatalogue([first]) });
      const now = database.process({ catalogue: new EventCatalogue([third]) });
      const [stream, barnId] = [randomUUID(), randomUUID()];
      await old.store.openTenant(840, 'rebild');
      await old.store.append(
        840,
        commit([write(stream, 0, [{ type: first.type, data: { barnId, navn: 'Ida Prøve Nielsen', koen: 'K' } }])]),
      );
      expect(await now.store.load(840, stream)).toMatchObject([
        { schemaVersion: 1, data: { barnId, fornavn: 'Ida', efternavn: 'Prøve Nielsen', koenskode: 'K' } },
      ]);
      expect((await now.store.readClear(840, 0, 10))[0]?.data).toEqual({ barnId, koenskode: 'K' });
      await now.store.append(
        840,
        commit([
          write(stream, 1, [{ type: third.type, data: { barnId, fornavn: 'Bo', efternavn: 'Prøve', koenskode: 'M' } }]),
        ]),
      );
      await expect(old.store.load(840, stream)).rejects.toThrow(/older than the log/);
      expect(await old.store.verify(840)).toEqual([]);
      await now.store.destroySubjectKey(840, barnId);
      expect((await now.store.load(840, stream)).map((event) => event.data)).toEqual([
        { barnId, fornavn: '[slettet]', efternavn: '[slettet]', koenskode: 'K' },
        { barnId, fornavn: '[slettet]', efternavn: '[slettet]', koenskode: 'M' },
      ]);
    } finally {
      await database.drop();
    }
  });

  it('keeps undeclared fields out at every level', async () => {
    const nested = declareEvent({
      ...about,
      type: 'proeve.Indlejret',
      version: 1,
      schema: Type.Object({ barnId: Type.String(), linjer: Type.Array(Type.Object({ kode: Type.String() })) }),
      sealed: {},
    });
    const store = new MemoryEventStore({ catalogue: new EventCatalogue([nested]), keys: ephemeralKeys() });
    await store.openTenant(840, 'rebild');
    const append = (linjer: unknown): Promise<unknown> =>
      store.append(
        840,
        commit([write(randomUUID(), 0, [{ type: nested.type, data: { barnId: randomUUID(), linjer } }])]),
      );
    await expect(append([{ kode: 'a', navn: 'Ida' }])).rejects.toThrow(/proeve\.Indlejret.*\/linjer\/0\/navn/);
    await expect(append([{ kode: 'a' }])).resolves.toMatchObject({ outcome: 'ok' });
  });

  it('is rendered in Danish, with what is sealed for whom and how it reads in the journal', () => {
    const text = renderCatalogue([Modtaget, Lukket]);
    expect(text).toContain('## proeve');
    expect(text).toContain('### proeve.Modtaget');
    expect(text).toContain('| `navn` | tekst | nej | personen i `barnId` |');
    expect(text).toContain('| `grund` | "flyttet" \\| "voksen" | ja |  |');
    expect(text).toContain('- Retsgrundlag: serviceloven § 153 · barnets lov § 133');
    expect(text).toContain('- Journalen: **Modtaget** – ‹navn› er nævnt');
    expect(text.indexOf('proeve.Lukket')).toBeLessThan(text.indexOf('proeve.Modtaget'));
  });
});

test('a type that the catalogue has had cannot disappear: old logs hold it', () => {
  const catalogued = renderCatalogue([first]);
  expect(forsvundneTyper(catalogued, [third])).toEqual([]);
  expect(forsvundneTyper(catalogued, [])).toEqual(['proeve.Person']);
});
