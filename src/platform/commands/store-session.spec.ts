import { type EventStore, type StoredEvent } from '../eventstore/event-store.js';
import { context } from '../testing/given-when-then.js';
import { StoreSession } from './store-session.js';

const STROEM = '00000000-0000-7000-8000-000000000001';
const haendelse = (version: number): StoredEvent => ({
  ...{ tenant: 840, position: version, streamId: STROEM, kind: 'proeve.ting', version, schemaVersion: 1 },
  ...{ type: 'proeve.Sket', registreret: '2026-11-29T10:00:00.000Z', data: { nr: version } },
  meta: { aktoer: 'sb01', roller: [], korrelation: 'k' },
});

test('det, der læses af en strøm, er det, som der skrives oven på; en anden kan have skrevet imens', async () => {
  const log = [haendelse(1)];
  // Somebody else writes each time after the stream has been read.
  const load: EventStore['load'] = () => {
    const foer = [...log];
    log.push(haendelse(log.length + 1));
    return Promise.resolve(foer);
  };
  const session = new StoreSession({ load } as unknown as EventStore, 840, 1, context('2026-11-29T10:00:00+01:00'));
  const { kind, events } = await session.stream(STROEM);
  session.write({ streamId: STROEM, kind, expected: events.length, events: [{ type: 'proeve.Rettet', data: {} }] });
  expect(session.writes().map(({ expected }) => expected)).toEqual([events.length]);
  expect((await session.stream(STROEM)).events).toHaveLength(events.length + 1);
});
