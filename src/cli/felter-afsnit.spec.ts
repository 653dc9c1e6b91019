import { afsnit, medAfsnit } from './felter-afsnit.js';
import { type Trin } from './obligatoriske-felter.js';

const felt = (navn: string, hjemmel: string, naar: string | null = null) => ({ navn, hjemmel, naar });
const trin: readonly Trin[] = [
  {
    tag: 'planer',
    navn: 'Opstil et mål',
    rute: 'POST /planer/{id}/maal',
    felter: [
      felt('maal', 'BL § 92'),
      felt('dato', 'offentlighedsloven § 13'),
      felt('tema', 'BL § 92', 'temaet ikke er kendt'),
      felt('dele', 'BL § 92'),
    ],
  },
  { tag: 'børne- og ungeudvalg', navn: 'Beram mødet', rute: 'POST /moede', felter: [felt('moede', 'BL § 142')] },
  { tag: 'planer', navn: 'Luk planen', rute: 'POST /planer/{id}/lukning', felter: [] },
];
const tags = [
  { name: 'børne- og ungeudvalg', description: 'Udvalgets sager.' },
  { name: 'planer', description: 'Planerne.' },
  { name: 'sundhed', description: 'Har ingen trin.' },
];
const tekst = afsnit(trin, { tags });

test('the numbers stand first, and only what is always demanded is counted as demanded', () => {
  expect(tekst.split('\n')[0]).toContain(
    '**4 obligatoriske felter på 3 trin**, i snit 1,3 pr. trin, og 1 felter, som reglerne kræver i bestemte tilfælde',
  );
  expect(tekst).toContain('| [Planer](#felter-planer) | 2 | 3 | 1,5 | 1 |');
  expect(tekst).toContain('| **I alt** | **3** | **4** | **1,3** | **1** |');
});

test('each area with steps has its table, in the order of the document', () => {
  const overskrifter = tekst.split('\n').filter((linje) => linje.startsWith('### '));
  expect(overskrifter).toEqual(['### Felter: børne- og ungeudvalg', '### Felter: planer']);
  expect(tekst).toContain('[Børne- og ungeudvalg](#felter-børne--og-ungeudvalg)');
  expect(tekst).toContain('Planerne. 2 trin, 3 obligatoriske felter.');
  expect(tekst).toContain('| Luk planen<br>`POST /planer/{id}/lukning` | 0 | – |');
});

test('fields that one paragraph demands stand together, apart from those it demands on a condition', () => {
  expect(tekst).toContain(
    '| 3 | `maal`, `dele` – BL § 92<br>`dato` – offentlighedsloven § 13<br>`tema` – BL § 92 (kræves, når temaet ikke er kendt) |',
  );
});

test('a step whose group the document does not name is told of all the same', () => {
  expect(afsnit(trin, {})).toContain('### Felter: planer\n\n2 trin, 3 obligatoriske felter.');
});

test('the section is put between its marks and nowhere else', () => {
  const guide =
    'Før\n<!-- obligatoriske felter: begynder her; skrives af `npm run felter` -->\ngammelt\n<!-- obligatoriske felter: slutter her -->\nEfter\n';
  const ny = medAfsnit(guide, 'nyt');
  expect(ny).toBe(
    'Før\n<!-- obligatoriske felter: begynder her; skrives af `npm run felter` -->\n\nnyt\n\n<!-- obligatoriske felter: slutter her -->\nEfter\n',
  );
  expect(medAfsnit(ny ?? '', 'nyt')).toBe(ny);
  expect(medAfsnit('Uden mærker', 'nyt')).toBeUndefined();
});
