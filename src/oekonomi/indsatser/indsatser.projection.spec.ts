import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Row } from '../../platform/projection/projection.js';
import { InMemoryTables } from '../../platform/projection/testing/in-memory-tables.js';
import { indsatserProjection } from './indsatser.projection.js';

const A = '00000000-0000-7000-8000-00000000000a';
const haendelse = (position: number, type: string, data: Row): ClearEvent => ({
  ...{ tenant: 840, position, streamId: A, version: position, type, registreret: '2026-03-01T09:00:00.000Z', data },
  ...{ sealed: {}, meta: { aktoer: 'sb01', roller: [], korrelation: 'k' } },
});

/** The one row, changed as the database would change it. */
const raekkeEfter = (...log: readonly ClearEvent[]): Row =>
  new InMemoryTables(indsatserProjection, log).all('indsats')[0] ?? {};

const bevilget = haendelse(1, 'oekonomi.IndsatsBevilget', { indsatsId: A, afgoerelseDato: '2026-01-05' });
const justeret = (position: number) =>
  haendelse(position, 'oekonomi.IndsatsJusteret', { indsatsId: A, gaelderFra: '2026-02-01' });
const rettet = (rettetPosition: number) =>
  haendelse(4, 'oekonomi.DatoRettet', {
    ...{ rettetType: 'oekonomi.IndsatsJusteret', rettetVersion: rettetPosition, rettetPosition },
    haendelse: { indsatsId: A, gaelderFra: '2026-01-20' },
    foer: { gaelderFra: '2026-02-01' },
  });

test('rettes den første af to justeringer fra samme dag, gælder den seneste stadig fra sin (SEL § 70, BL § 95)', () => {
  const log = [bevilget, justeret(2), justeret(3)];
  expect(raekkeEfter(...log, rettet(2))).toMatchObject({ justeret_dato: '2026-02-01' });
  expect(raekkeEfter(...log, rettet(3))).toMatchObject({ justeret_dato: '2026-01-20' });
});
