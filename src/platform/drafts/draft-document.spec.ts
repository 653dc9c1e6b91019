import { type StoredEvent } from '../eventstore/event-store.js';
import { type DraftDocument, fateOf, stepOf } from './draft-document.js';

const document: DraftDocument = {
  kind: 'proeve.dokument',
  steps: ['analyse', 'konklusion', 'tema', 'udtalelse'],
  finishedBy: {
    'proeve.Analyseret': [{ step: 'analyse' }],
    'proeve.TemaVurderet': [{ step: 'tema', names: { property: 'tema', ownNames: false } }],
    'proeve.UdtalelseModtaget': [{ step: 'udtalelse', names: { property: 'udtalelseId', ownNames: true } }],
  },
  closed: (events) => (events.some(({ type }) => type === 'proeve.Afsluttet') ? 'Slut.' : undefined),
};
const sket = (type: string, registreret: string, data: StoredEvent['data'] = {}): StoredEvent => ({
  type,
  registreret: `2024-01-0${registreret}T10:00:00.000Z`,
  data,
  tenant: 840,
  position: 1,
  streamId: 's',
  kind: document.kind,
  version: 1,
  schemaVersion: 1,
  meta: { aktoer: 'sb01', roller: [], korrelation: 'k' },
});
const kladde = (field: string, text: string, dag = '2') => ({
  ...{ field, text, version: 1 },
  savedAt: `2024-01-0${dag}T10:00:00.000Z`,
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

describe('a draft is finished when its words are in the text that was recorded after it', () => {
  const analyse = (dag: string, tekst: string) =>
    sket('proeve.Analyseret', dag, { analyse: tekst, forbehold: 'Ingen.' });

  test.each([
    ['the same words', 'Barnet trives.', 'finished'],
    ['a part of them, with other spacing', '  Barnet\n trives', 'finished'],
    ['nothing written', ' ', 'finished'],
    ['a page that a colleague wrote meanwhile', 'Barnet trives. Far er flyttet.', 'left-over'],
  ])('%s', (_hvad, tekst, fate) => {
    expect(fateOf(document, [analyse('3', 'Barnet trives.')], kladde('analyse', tekst))).toBe(fate);
  });

  test('what was saved after the finished text stays, also when it begins with it', () => {
    expect(fateOf(document, [analyse('1', 'Barnet trives.')], kladde('analyse', 'Barnet trives'))).toBe('open');
  });

  test('an earlier and a later text are both looked in', () => {
    const begge = [analyse('3', 'Barnet trives.'), analyse('4', 'Barnet mistrives.')];
    expect(fateOf(document, begge, kladde('analyse', 'Barnet trives'))).toBe('finished');
  });

  test('a field that has the name of a text in the event is held against that text alone', () => {
    expect(fateOf(document, [analyse('3', 'Ingen ro.')], kladde('analyse.forbehold', 'Ingen ro'))).toBe('left-over');
    expect(fateOf(document, [analyse('3', 'x')], kladde('analyse.forbehold', 'Ingen'))).toBe('finished');
  });

  test('a field with the name of the writer own choice must be the whole text', () => {
    expect(fateOf(document, [analyse('3', 'Ja, han trives.')], kladde('analyse.mor', 'Ja'))).toBe('left-over');
    expect(fateOf(document, [analyse('3', 'Ja.')], kladde('analyse.mor', 'Ja'))).toBe('finished');
  });
});

describe('of two texts of one step, the event finishes the one that it names', () => {
  const tema = (kode: string) => sket('proeve.TemaVurderet', '3', { tema: kode, begrundelse: 'Fravær.' });

  test.each([
    ['tema.skole', 'Fravær', 'finished'],
    ['tema.skole.begrundelse', 'Fravær', 'finished'],
    ['tema.skole', 'Fravær og uro', 'left-over'],
    ['tema.familie', 'Fravær', 'open'],
    ['tema.skolevej', 'Fravær', 'open'],
  ])('%s with %s is %s', (felt, tekst, fate) => {
    expect(fateOf(document, [tema('skole')], kladde(felt, tekst))).toBe(fate);
  });

  test('what has no id yet may have the name of the writer own choice; what has one is finished by its own event', () => {
    const id = '0191e2b4-7c3a-7d1e-8f00-000000000003';
    const andet = '0191e2b4-7c3a-7d1e-8f00-000000000004';
    const modtaget = [sket('proeve.UdtalelseModtaget', '3', { udtalelseId: id, indhold: 'Møder træt.' })];
    expect(fateOf(document, modtaget, kladde('udtalelse.skolen', 'Møder træt'))).toBe('finished');
    expect(fateOf(document, modtaget, kladde('udtalelse.laegen', 'Er rask'))).toBe('left-over');
    expect(fateOf(document, modtaget, kladde(`udtalelse.${id}`, 'Møder'))).toBe('finished');
    expect(fateOf(document, modtaget, kladde(`udtalelse.${andet}`, 'Møder træt'))).toBe('open');
  });
});

test('what is not finished when the document ends is left over, and not thrown away', () => {
  const slut = [sket('proeve.Afsluttet', '3')];
  expect(fateOf(document, slut, kladde('konklusion.tekst', 'Halv'))).toBe('left-over');
  expect(fateOf(document, [], kladde('konklusion.tekst', 'Halv'))).toBe('open');
});
