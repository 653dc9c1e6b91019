import { context, given } from '../../platform/testing/given-when-then.js';
import { bevillingsgraenseDecider, graensePaa, type FastsaetBevillingsgraense } from './bevillingsgraense.js';

const nu = context('2024-06-30T10:00:00+02:00');
const saet = (gaelderFra: string, graenseOere?: number, forum: 'leder' | 'visitationsudvalg' = 'leder') =>
  ({
    type: 'FastsaetBevillingsgraense',
    ...{ forum, gaelderFra, begrundelse: 'Kompetenceplan.' },
    ...(graenseOere === undefined ? {} : { graenseOere }),
  }) as const satisfies FastsaetBevillingsgraense;

test('Grænsen er den, der senest er fastsat om dagen; før den første er der ingen', () => {
  const foerste = given(bevillingsgraenseDecider).then(saet('2023-01-01', 100), nu);
  const anden = given(bevillingsgraenseDecider, ...foerste).then(saet('2024-01-01', 200), nu);
  const rettet = given(bevillingsgraenseDecider, ...foerste, ...anden).then(saet('2024-01-01', 150), nu);
  const { state } = given(bevillingsgraenseDecider, ...foerste, ...anden, ...rettet);
  expect(['2022-12-31', '2023-12-31', '2024-01-01'].map((dato) => graensePaa(state, 'leder', dato))).toEqual([
    null,
    100,
    150,
  ]);
  expect(graensePaa(state, 'visitationsudvalg', '2024-01-01')).toBeNull();
});

test('Den samme grænse fastsættes ikke to gange', () => {
  const foerste = given(bevillingsgraenseDecider).then(saet('2023-01-01', 100), nu);
  expect(given(bevillingsgraenseDecider, ...foerste).refused(saet('2023-06-01', 100), nu)).toMatchObject({
    kode: 'graense-uaendret',
    mere: { status: 409 },
  });
  expect(given(bevillingsgraenseDecider).refused(saet('2023-06-01'), nu).kode).toBe('graense-uaendret');
});
