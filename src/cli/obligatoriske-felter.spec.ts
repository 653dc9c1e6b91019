import { afsnit, type ApiDokument, medAfsnit, trinMedFelter, udenHjemmel } from './obligatoriske-felter.js';

const noegle = [{ name: 'Idempotency-Key' }];
const krop = (navn: string) => ({
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${navn}` } } },
});
const dokument: ApiDokument = {
  paths: {
    '/v1/planer/{id}/maal': {
      post: { summary: 'Opstil et mål', tags: ['planer'], parameters: noegle, requestBody: krop('Maal') },
      get: { summary: 'Læs', tags: ['planer'] },
    },
    '/v1/sager': { post: { summary: 'Opret en sag', tags: ['sager'], parameters: noegle, requestBody: krop('Sag') } },
    // A look-up that is sent by POST is no step.
    '/v1/personer/opslag': { post: { summary: 'Slå op', tags: ['personer'], requestBody: krop('Sag') } },
  },
  components: {
    schemas: {
      Grund: { properties: { maal: { 'x-hjemmel': 'BL § 92' } }, required: ['maal'] },
      Maal: {
        allOf: [{ $ref: '#/components/schemas/Grund' }],
        properties: {
          tema: { 'x-hjemmel': 'SEL § 140', 'x-kraeves-naar': 'loven er serviceloven' },
          note: {},
          dele: { 'x-hjemmel': 'BL § 92', items: { $ref: '#/components/schemas/Del' } },
          status: { items: { $ref: '#/components/schemas/Del' } },
        },
        required: ['dele'],
      },
      Del: { properties: { tekst: { 'x-hjemmel': 'BL § 92' }, mere: {} }, required: ['tekst'] },
      Sag: { properties: { omraade: {} }, required: ['omraade'] },
    },
  },
};

test('a step is a command, and its fields are those that must be filled in, also inside lists and what is inherited', () => {
  expect(trinMedFelter(dokument)).toEqual([
    {
      tag: 'planer',
      navn: 'Opstil et mål',
      rute: 'POST /planer/{id}/maal',
      felter: [
        { navn: 'maal', hjemmel: 'BL § 92', naar: null },
        { navn: 'tema', hjemmel: 'SEL § 140', naar: 'loven er serviceloven' },
        { navn: 'dele', hjemmel: 'BL § 92', naar: null },
        { navn: 'dele[].tekst', hjemmel: 'BL § 92', naar: null },
        { navn: 'status[].tekst', hjemmel: 'BL § 92', naar: '`status` sendes' },
      ],
    },
    {
      tag: 'sager',
      navn: 'Opret en sag',
      rute: 'POST /sager',
      felter: [{ navn: 'omraade', hjemmel: null, naar: null }],
    },
  ]);
});

test('only what is always demanded is counted', () => {
  const tekst = afsnit(trinMedFelter(dokument));
  expect(tekst).toContain('**3 obligatoriske felter på 1 trin**, i snit 3,0 pr. trin, og 2 felter');
  expect(tekst).toContain('| Opret en sag<br>`POST /sager` | 1 |');
});

test('a field without a law is found in the groups that must have one', () => {
  expect(udenHjemmel(trinMedFelter(dokument))).toEqual([]);
  const uden = structuredClone(dokument) as {
    components: { schemas: Record<string, { properties: object }> };
  } & ApiDokument;
  uden.components.schemas['Del'] = { properties: { tekst: {} }, ...{ required: ['tekst'] } };
  expect(udenHjemmel(trinMedFelter(uden))).toEqual([
    'POST /planer/{id}/maal: dele[].tekst',
    'POST /planer/{id}/maal: status[].tekst',
  ]);
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
