import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Row, type Writer } from '../../platform/projection/projection.js';
import { fristerProjection } from './frister.projection.js';

const SAG = '00000000-0000-7000-8000-000000000002';
const projection = fristerProjection([], 1, () => 'BL');

/** Whose the case's deadlines are after these events. */
function ansvaret(...haendelser: readonly (readonly [type: string, data: Row])[]): Row | null {
  let raekke: Row | null = null;
  const writer: Writer = {
    insert: () => undefined,
    update: () => undefined,
    upsert: (tabel, row) => {
      if (tabel === 'ansvar') raekke = { ...row };
    },
    updateWhere: (tabel, _where, set) => {
      if (tabel === 'ansvar' && raekke !== null) raekke = { ...raekke, ...set };
    },
    deleteWhere: (tabel) => {
      if (tabel === 'ansvar') raekke = null;
    },
  };
  haendelser.forEach(([type, data], nr) => {
    const event: ClearEvent = {
      ...{ tenant: 840, position: nr + 1, streamId: SAG, version: nr + 1, type, sealed: {} },
      registreret: '2026-11-24T00:00:00.000Z',
      data: { sagId: SAG, ...data },
      meta: { aktoer: 'tl01', roller: [], korrelation: 'k' },
    };
    projection.project(event, writer);
  });
  return raekke;
}

const tildelt = ['sagsstyring.SagTildelt', { sagsbehandler: 'sb01', team: 'boerne' }] as const;
const accepteret = (mere: Row = {}) => ['sagsstyring.OverdragelseAccepteret', { til: 'sb02', ...mere }] as const;

// A deadline that is in no team's list is looked at by nobody.
test.each([
  ['sagen tildeles', [tildelt], { sagsbehandler: 'sb01', team: 'boerne' }],
  ['den overdrages i teamet', [tildelt, accepteret()], { sagsbehandler: 'sb02', team: 'boerne' }],
  [
    'den overdrages til et andet team',
    [tildelt, accepteret({ tilTeam: 'unge' })],
    { sagsbehandler: 'sb02', team: 'unge' },
  ],
] as const)('Fristerne følger sagen, når %s', (_hvad, haendelser, ventet) => {
  expect(ansvaret(...haendelser)).toMatchObject(ventet);
});

test('Genåbnes en sag, hvis sagsbehandler er fratrådt, er fristerne ingens', () => {
  expect(ansvaret(tildelt, ['sagsstyring.SagGenaabnet', { udenSagsbehandler: true }])).toBeNull();
});
