import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Row } from '../../platform/projection/projection.js';
import { InMemoryTables } from '../../platform/projection/testing/in-memory-tables.js';
import { anbringelserProjection } from './anbringelser.projection.js';

const A = '00000000-0000-7000-8000-00000000000a';
const haendelse = (position: number, type: string, data: Row): ClearEvent => ({
  ...{ tenant: 840, position, streamId: A, version: position, type, registreret: '2026-03-01T09:00:00.000Z', data },
  ...{ sealed: {}, meta: { aktoer: 'sb01', roller: [], korrelation: 'k' } },
});

/** The one row, changed as the database would change it. */
const raekkeEfter = (...log: readonly ClearEvent[]): Row =>
  new InMemoryTables(anbringelserProjection, log).all('anbringelse')[0] ?? {};

const besluttet = haendelse(1, 'oekonomi.AnbringelseBesluttet', { anbringelseId: A, afgoerelseDato: '2026-01-05' });
const besoeg = (position: number, naesteTilsynSenest: string) =>
  haendelse(position, 'oekonomi.TilsynsbesoegAfholdt', { anbringelseId: A, dato: '2026-05-20', naesteTilsynSenest });
const rettet = (position: number, rettetPosition: number, ny: string, gammel: string) =>
  haendelse(position, 'oekonomi.DatoRettet', {
    ...{ rettetType: 'oekonomi.TilsynsbesoegAfholdt', rettetVersion: rettetPosition, rettetPosition },
    haendelse: { anbringelseId: A, dato: '2026-04-20', naesteTilsynSenest: ny },
    foer: { dato: '2026-05-20', naesteTilsynSenest: gammel },
  });

test('rettes et tidligere tilsynsbesøg, gælder stadig det, der følger af det seneste (SEL § 148, BL § 156)', () => {
  const log = [besluttet, besoeg(2, '2027-05-20'), besoeg(3, '2027-05-20')];
  expect(raekkeEfter(...log, rettet(4, 2, '2027-04-20', '2027-05-20'))).toMatchObject({
    naeste_tilsyn_senest: '2027-05-20',
  });
  expect(raekkeEfter(...log, rettet(4, 3, '2027-04-20', '2027-05-20'))).toMatchObject({
    naeste_tilsyn_senest: '2027-04-20',
  });
});
