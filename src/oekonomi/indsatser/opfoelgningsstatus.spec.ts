import { indlaesLovpakke } from '../../faelles/lov/lovpakke.js';
import { indsatstilstand, naesteOpfoelgning, type Opfoelgningsgrundlag } from './opfoelgningsstatus.js';

const lov = indlaesLovpakke();
const igang = (mere: Partial<Opfoelgningsgrundlag> = {}): Opfoelgningsgrundlag => ({
  fase: 'ivaerksat',
  ivaerksatDato: '2024-03-10',
  justeretDato: null,
  ophoerVirkning: null,
  opfoelgninger: [],
  undersoegelsesslut: [],
  ...mere,
});
const sel = (mere: Partial<Opfoelgningsgrundlag> = {}) => igang({ ivaerksatDato: '2023-03-10', ...mere });

it.each<[string, Opfoelgningsgrundlag, string | null]>([
  ['første opfølgning 3 måneder efter iværksættelsen (SEL § 70)', sel(), '2023-06-10'],
  ['første opfølgning 3 måneder efter iværksættelsen (BL § 95, stk. 2)', igang(), '2024-06-10'],
  [
    'BL: en sideløbende undersøgelse, der slutter først, rykker den frem',
    igang({ undersoegelsesslut: ['2024-05-02'] }),
    '2024-05-02',
  ],
  ['SEL: den rykkes ikke frem', sel({ undersoegelsesslut: ['2023-05-02'] }), '2023-06-10'],
  [
    'SEL: højst 6 måneder til den næste, også når der er aftalt senere',
    sel({ opfoelgninger: [{ dato: '2023-06-01', naesteDato: null }] }),
    '2023-12-01',
  ],
  [
    'SEL: den aftalte, når den ligger før',
    sel({ opfoelgninger: [{ dato: '2023-06-01', naesteDato: '2023-09-01' }] }),
    '2023-09-01',
  ],
  [
    'BL: den besluttede dato gælder, også når den er senere end 6 måneder (§ 95, stk. 3)',
    igang({ opfoelgninger: [{ dato: '2024-06-01', naesteDato: '2025-02-01' }] }),
    '2025-02-01',
  ],
  ['før den er sat i værk, følges der ikke op', igang({ fase: 'bevilget', ivaerksatDato: null }), null],
])('%s', (_navn, om, forventet) => {
  expect(naesteOpfoelgning(om, lov)).toBe(forventet);
});

it.each<[string, Opfoelgningsgrundlag, string, string]>([
  ['bevilget', igang({ fase: 'bevilget', ivaerksatDato: null }), '2024-03-01', 'bevilget'],
  ['i gang', igang(), '2024-06-10', 'ivaerksat'],
  ['dagen efter fristen', igang(), '2024-06-11', 'opfoelgning-forfalden'],
  ['fulgt op', igang({ opfoelgninger: [{ dato: '2024-06-01', naesteDato: '2024-09-01' }] }), '2024-07-01', 'fulgt-op'],
  [
    'igen forfalden',
    igang({ opfoelgninger: [{ dato: '2024-06-01', naesteDato: '2024-09-01' }] }),
    '2024-09-02',
    'opfoelgning-forfalden',
  ],
  [
    'justeret efter opfølgningen',
    igang({ opfoelgninger: [{ dato: '2024-06-01', naesteDato: '2024-09-01' }], justeretDato: '2024-06-15' }),
    '2024-07-01',
    'justeret',
  ],
  ['ophør besluttet', igang({ ophoerVirkning: '2024-08-01' }), '2024-07-01', 'ophoer-besluttet'],
  ['ophørt', igang({ fase: 'ophoert' }), '2024-07-01', 'ophoert'],
])('tilstanden: %s', (_navn, om, iDag, forventet) => {
  expect(indsatstilstand(om, iDag, lov)).toBe(forventet);
});
