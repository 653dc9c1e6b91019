import { type ApiDokument, erHjemmel, trinMedFelter, udenHjemmel } from './obligatoriske-felter.js';

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

test('a field without a paragraph is found in every step, also when the law is only named', () => {
  const med = (sag: object, del: object = { 'x-hjemmel': 'BL § 92' }): ApiDokument => ({
    ...dokument,
    components: {
      schemas: {
        ...dokument.components?.schemas,
        Sag: { properties: { omraade: sag }, required: ['omraade'] },
        Del: { properties: { tekst: del }, required: ['tekst'] },
      },
    },
  });
  expect(udenHjemmel(trinMedFelter(med({ 'x-hjemmel': 'SEL § 46 / BL § 18' })))).toEqual([]);
  expect(udenHjemmel(trinMedFelter(med({}, {})))).toEqual([
    'POST /planer/{id}/maal: dele[].tekst',
    'POST /planer/{id}/maal: status[].tekst',
    'POST /sager: omraade',
  ]);
  expect(udenHjemmel(trinMedFelter(med({ 'x-hjemmel': 'god skik' })))).toEqual(['POST /sager: omraade (god skik)']);
});

test.each([
  'SEL § 70 / BL § 95, stk. 4',
  'SEL §§ 59 og 140 / BL § 91, stk. 2; § 51, stk. 1, nr. 3',
  'SEL § 155 b, stk. 1 / BL kap. 16',
  'databeskyttelsesloven § 22; BL § 18, stk. 3',
  'databeskyttelsesforordningen art. 16',
])('%s cites a paragraph', (hjemmel) => {
  expect(erHjemmel(hjemmel)).toBe(true);
});

test.each([
  'forvaltningsretten',
  'BL',
  '§ 70',
  'SEL § 70 / § 95',
  'SEL § 70 / serviceniveau',
  'servicelov § 70',
  'BL § x',
])('%s does not', (hjemmel) => {
  expect(erHjemmel(hjemmel)).toBe(false);
});
