import { type StoredEvent } from '../eventstore/event-store.js';
import { type DraftDocument, finishedFields, stepOf } from './draft-document.js';

const document: DraftDocument = {
  kind: 'proeve.dokument',
  steps: ['analyse', 'konklusion'],
  finishedBy: { 'proeve.Analyseret': ['analyse'], 'proeve.Afsluttet': '*' },
  closed: () => undefined,
};
const sket = (type: string, registreret: string): StoredEvent => ({
  type,
  registreret,
  data: {},
  tenant: 840,
  position: 1,
  streamId: 's',
  kind: document.kind,
  version: 1,
  schemaVersion: 1,
  meta: { aktoer: 'sb01', roller: [], korrelation: 'k' },
});

test.each([
  ['konklusion', 'konklusion'],
  ['konklusion.barnetsHoldning', 'konklusion'],
  ['fund.0191e2b4-7c3a-7d1e-8f00-000000000003.tekst', 'fund'],
  ['Konklusion', undefined],
  ['', undefined],
  ['konklusion.', undefined],
  ['a'.repeat(81), undefined],
  ['x.' + 'b'.repeat(37), undefined],
  ["x'; DROP TABLE", undefined],
])('the step of the field %s is %s', (field, step) => {
  expect(stepOf(field)).toBe(step);
});

test('a field is finished by the last event that finishes its step', () => {
  const events = [
    sket('proeve.Analyseret', '2024-01-01T10:00:00.000Z'),
    sket('proeve.Andet', '2024-01-02T10:00:00.000Z'),
    sket('proeve.Analyseret', '2024-01-03T10:00:00.000Z'),
    sket('proeve.Andet', '2024-01-04T10:00:00.000Z'),
  ];
  expect(finishedFields(document, events, ['analyse', 'analyse.samlet', 'konklusion'])).toEqual([
    { field: 'analyse', at: '2024-01-03T10:00:00.000Z' },
    { field: 'analyse.samlet', at: '2024-01-03T10:00:00.000Z' },
  ]);
});

test('the end of the document finishes all of it', () => {
  const events = [sket('proeve.Afsluttet', '2024-01-05T10:00:00.000Z')];
  expect(finishedFields(document, events, ['konklusion.tekst'])).toEqual([
    { field: 'konklusion.tekst', at: '2024-01-05T10:00:00.000Z' },
  ]);
});
