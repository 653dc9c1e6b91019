import { event } from '../../platform/eventstore/event-declaration.js';
import { fold } from '../../platform/commands/decider.js';
import { partskreds } from './partskreds.js';
import * as E from './person.events.js';
import { personDecider } from './person.js';

const BARN = '00000000-0000-7000-8000-00000000000a';
const MOR = '00000000-0000-7000-8000-00000000000b';
const FASTER = '00000000-0000-7000-8000-00000000000c';
const rid = (nr: number): string => `00000000-0000-7000-8000-00000000010${String(nr)}`;
const relation = (nr: number, personId: string, art: 'mor' | 'anden', foraeldremyndighed: boolean, fra: string) =>
  event(E.RelationRegistreret, {
    ...{ relationId: rid(nr), barnId: BARN, personId, art, foraeldremyndighed },
    gaelderFra: fra,
  });
const ophoert = (nr: number, dato: string) =>
  event(E.RelationOphoert, { relationId: rid(nr), barnId: BARN, ophoertDato: dato });

function kreds(...mere: readonly E.PersonEvent[]) {
  const barn = fold(personDecider, [event(E.PersonRegistreret, { personId: BARN, art: 'barn' }), ...mere]);
  if (barn.fase === 'ukendt') throw new Error('the child is not known');
  return partskreds(barn);
}

test('Barnet er altid i kredsen, og en forælder uden forældremyndighed er en forælder', () => {
  expect(kreds(relation(1, MOR, 'mor', false, '2014-02-01'))).toEqual([
    { personId: BARN, art: 'barnet', person: { rolle: 'barn' } },
    { personId: MOR, art: 'mor', person: { rolle: 'foraelder', foraeldremyndighed: [] } },
  ]);
});

test('Forældremyndigheden er perioder; dagen, en relation ophører, er den første uden (forældreansvarsloven § 3)', () => {
  const [, mor] = kreds(
    relation(1, MOR, 'mor', true, '2014-02-01'),
    ophoert(1, '2018-05-01'),
    relation(2, MOR, 'mor', false, '2018-05-01'),
    relation(3, MOR, 'anden', true, '2023-01-01'),
  );
  expect(mor?.person).toEqual({
    rolle: 'foraelder',
    foraeldremyndighed: [{ gyldigFra: '2014-02-01', gyldigTil: '2018-04-30' }, { gyldigFra: '2023-01-01' }],
  });
});

test('En anden med forældremyndighed er myndighedsindehaver, en uden er ingen part', () => {
  const [, faster] = kreds(relation(1, FASTER, 'anden', true, '2020-01-01'));
  expect(faster?.person).toMatchObject({ rolle: 'myndighedsindehaver' });
  const [, ven] = kreds(relation(1, FASTER, 'anden', false, '2020-01-01'));
  expect(ven?.person).toEqual({ rolle: 'anden' });
});
