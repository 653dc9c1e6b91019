import { context, given } from '../../platform/testing/given-when-then.js';
import { anbringelsesanmodningDecider, anmodningsskridt, type AnmodningKommando } from './anbringelsesanmodning.js';

const id = (n: number): string => `00000000-0000-7000-8000-00000000010${String(n)}`;
const nu = context('2024-06-30T12:00:00+02:00');
const modtag = (mere: object = {}): AnmodningKommando => ({
  type: 'ModtagAnmodning',
  ...{ anmodningId: id(0), sagId: id(1), barnId: id(2), modtaget: '2024-02-01', form: 'mundtlig', regime: 'BL' },
  indhold: 'Vil bo hos mormor.',
  ...mere,
});
const vurder = (mere: object = {}): AnmodningKommando => ({
  type: 'VurderAnmodning',
  ...{ dato: '2024-02-10', bfuNoedvendig: true, betingelserOpfyldt: false, boernesamtaleDato: '2024-02-08' },
  begrundelse: 'Fordi.',
  ...mere,
});
const afgoer = (mere: object = {}): AnmodningKommando => ({
  type: 'AfgoerAnmodning',
  ...{ dato: '2024-02-20', udfald: 'ingen', afgoerelseId: id(3), begrundelse: 'Fordi.' },
  ...mere,
});
function efter(...kommandoer: readonly AnmodningKommando[]) {
  type Haendelse = Parameters<typeof anbringelsesanmodningDecider.evolve>[1];
  const sket: Haendelse[] = [];
  for (const kommando of kommandoer) sket.push(...given(anbringelsesanmodningDecider, ...sket).then(kommando, nu));
  return given(anbringelsesanmodningDecider, ...sket);
}

test('barnets anmodning modtages, vurderes og afgøres (BL § 48)', () => {
  expect(efter(modtag(), vurder(), afgoer()).state).toMatchObject({
    fase: 'afgjort',
    vurdering: { bfuNoedvendig: true },
    afgoerelse: { udfald: 'ingen', afgoerelseId: id(3) },
  });
});

test.each<[string, readonly AnmodningKommando[], AnmodningKommando, string, string | undefined]>([
  [
    'under serviceloven findes den ikke',
    [],
    modtag({ regime: 'SEL', modtaget: '2023-12-31' }),
    'findes-ikke-i-loven',
    'BL § 48 (fra 1-1-2024); SEL § 50',
  ],
  ['uden indhold', [], modtag({ indhold: ' ' }), 'indhold-mangler', 'BL § 48'],
  [
    'vurderet uden at tale med barnet',
    [modtag()],
    vurder({ boernesamtaleDato: undefined }),
    'boernesamtale-mangler',
    'BL § 5, stk. 3-4',
  ],
  [
    'vurderet før samtalen',
    [modtag()],
    vurder({ boernesamtaleDato: '2024-02-11' }),
    'boernesamtale-mangler',
    'BL § 5, stk. 3-4',
  ],
  [
    'vurderet, før den kom',
    [modtag()],
    vurder({ dato: '2024-01-31', boernesamtaleDato: '2024-01-31' }),
    'forkert-raekkefoelge',
    'BL § 48',
  ],
  ['afgjort uden vurdering', [modtag()], afgoer(), 'vurdering-mangler', 'BL § 48'],
  ['afgjort før vurderingen', [modtag(), vurder()], afgoer({ dato: '2024-02-09' }), 'forkert-raekkefoelge', 'BL § 48'],
  [
    'svaret er støtte, som ingen har besluttet',
    [modtag(), vurder()],
    afgoer({ udfald: 'stoettende-indsats', afgoerelseId: undefined }),
    'afgoerelse-mangler',
    'BL § 48',
  ],
  ['uden begrundelse', [modtag(), vurder()], afgoer({ begrundelse: ' ' }), 'begrundelse-mangler', 'BL § 48'],
])('nej: %s', (_titel, foer, kommando, kode, paragraf) => {
  const nej = efter(...foer).refused(kommando, nu);
  expect([nej.kode, nej.mere.paragraf]).toEqual([kode, paragraf]);
});

test('samtalen kan undlades med begrundelse, og hvert trin tages én gang', () => {
  const uden = vurder({ boernesamtaleDato: undefined, boernesamtaleUndladt: 'Ville kun skrive.' });
  expect(efter(modtag()).then(uden, nu)).toHaveLength(1);
  expect(efter(modtag(), vurder()).refused(vurder(), nu).mere.status).toBe(409);
  expect(efter(modtag(), vurder(), afgoer()).refused(afgoer(), nu).mere.status).toBe(409);
});

test('vejledningen beder om vurdering, derefter svar, derefter intet', () => {
  const koder = (...k: readonly AnmodningKommando[]) => anmodningsskridt(efter(...k).state).map((s) => s.kode);
  expect([koder(modtag()), koder(modtag(), vurder()), koder(modtag(), vurder(), afgoer())]).toEqual([
    ['barnets-anbringelsesanmodning'],
    ['barnets-anbringelsesanmodning-afgoerelse'],
    [],
  ]);
});

test('en anmodning modtages én gang, og kun en, der findes, vurderes', () => {
  expect(efter(modtag()).refused(modtag(), nu)).toMatchObject({ kode: 'anmodning-findes', mere: { status: 409 } });
  expect(efter().refused(vurder(), nu).kode).toBe('anmodning-findes-ikke');
});

// Asked for on 2024-02-01, assessed, and answered on 2024-02-20.
test.each([
  ['truffet, før barnet bad om det', '2024-01-31', 'afgoerelse-passer-ikke'],
  ['truffet samme dag, som barnet bad om det', '2024-02-01', null],
  ['truffet på svarets dag', '2024-02-20', null],
  ['ikke truffet endnu', '2024-02-21', 'afgoerelse-passer-ikke'],
])('svaret er den afgørelse, som anmodningen førte til (BL § 48): %s', (_hvad, afgoerelsesdato, kode) => {
  const svar = afgoer({ udfald: 'stoettende-indsats', afgoerelsesdato });
  const forloeb = efter(modtag(), vurder());
  if (kode === null) expect(forloeb.then(svar, nu)).toHaveLength(1);
  else expect(forloeb.refused(svar, nu)).toMatchObject({ kode, mere: { paragraf: 'BL § 48' } });
});
