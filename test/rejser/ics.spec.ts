import { randomUUID } from 'node:crypto';
import { AALBORG, REBILD, startTestApi, type TestApi } from '../../src/platform/testing/api.js';
import { type Rolle } from '../../src/platform/auth/actor.js';

/** The triangle's dimensions through HTTP: only with a licence, from its day, in the one municipality. */
let api: TestApi;
const tokens = new Map<string, string>();

beforeAll(async () => {
  api = await startTestApi();
  for (const [navn, kommune, rolle] of [
    ['ad01', REBILD, 'administrator'],
    ['tl01', REBILD, 'teamleder'],
    ['aalborg-tl01', AALBORG, 'teamleder'],
    ['aalborg-ad01', AALBORG, 'administrator'],
  ] as readonly (readonly [string, number, Rolle])[]) {
    tokens.set(navn, await api.token(navn, kommune, [rolle]));
  }
});
afterAll(() => api.stop());

const send = (sti: string, krop: object, bruger = 'tl01') =>
  api.request
    .post(`/v1${sti}`)
    .set('Authorization', tokens.get(bruger) ?? '')
    .set('Idempotency-Key', randomUUID())
    .send(krop);
const hent = async (sti: string, bruger = 'tl01') => {
  const svar = await api.request.get(`/v1${sti}`).set('Authorization', tokens.get(bruger) ?? '');
  expect([sti, svar.status]).toEqual([sti, 200]);
  return svar.body;
};
async function sket(sti: string, krop: object, bruger = 'tl01'): Promise<Record<string, string>> {
  const svar = await send(sti, krop, bruger);
  expect([sti, svar.status, svar.body.detail]).toEqual([sti, 201, undefined]);
  return svar.body as Record<string, string>;
}
async function undersoegelse(
  afgoerelseDato: string,
  bruger = 'tl01',
): Promise<{ bfu: string; sagId: string; bfuId: string }> {
  const { sagId = '' } = await sket(
    '/sager',
    {
      barn: { navn: `Ics Testesen ${randomUUID().slice(0, 8)}`, foedselsdato: '2012-01-01' },
      omraade: 'social',
      grund: 'ansoegning',
      oprettet: '2018-01-01',
    },
    bruger,
  );
  const { bfuId = '' } = await sket(
    `/sager/${sagId}/undersoegelser`,
    {
      opmaerksomDato: afgoerelseDato,
      afgoerelseDato,
      begrundelse: 'Fravær.',
      grunde: ['alvorlig-eller-kompleks'],
    },
    bruger,
  );
  return { bfu: `/undersoegelser/${bfuId}`, sagId, bfuId };
}
const vurder = (tema: string, relevant = true) => ({
  dato: '2019-02-10',
  temaer: [{ tema, relevant, begrundelse: 'Bekymringen handler om dette.' }],
});

test('Uden licens findes dimensionerne ikke; med licens fra sin dato og kun i kommunen selv', async () => {
  const foer = await undersoegelse('2019-01-31');
  expect((await send(`${foer.bfu}/temaer`, vurder('nyere.socialt-netvaerk'))).body.type).toContain(
    'dimension-uden-licens',
  );
  expect(await hent('/ics/licens')).toEqual({ iDag: null, perioder: [] });
  expect((await hent('/ics/temaer')).temaer).toHaveLength(6);

  await sket('/ics/licens', { gaelderFra: '2019-02-01', generation: 'nyere', aftalenummer: 'ICS-840' }, 'ad01');
  expect((await send('/ics/licens', { gaelderFra: '2019-03-01', generation: 'nyere' }, 'ad01')).status).toBe(409);
  expect((await send('/ics/licens', { gaelderFra: '2019-03-01' }, 'tl01')).status).toBe(403);
  expect(await hent('/ics/licens')).toEqual({
    iDag: 'nyere',
    perioder: [{ gaelderFra: '2019-02-01', generation: 'nyere' }],
  });
  expect((await hent('/ics/temaer')).temaer).toHaveLength(16);
  expect((await hent('/ics/temaer?dato=2019-01-31')).temaer).toHaveLength(6);
  expect((await hent('/ics/temaer', 'aalborg-tl01')).temaer).toHaveLength(6);

  // An investigation that was decided before the licence keeps the neutral themes.
  expect((await send(`${foer.bfu}/temaer`, vurder('nyere.socialt-netvaerk'))).status).toBe(422);
  const { bfu } = await undersoegelse('2019-02-01');
  await sket(`${bfu}/temaer`, vurder('nyere.socialt-netvaerk'));
  expect((await send(`${bfu}/temaer`, vurder('aeldre.identitet'))).body.type).toContain('dimension-uden-licens');
});

test('Fund er ressourcer og udfordringer med barnets og forældrenes syn, set efter domæne', async () => {
  const { bfu, sagId, bfuId } = await undersoegelse('2019-02-01');
  await sket(`${bfu}/temaer`, {
    dato: '2019-02-10',
    temaer: [
      { tema: 'nyere.socialt-netvaerk', relevant: true, begrundelse: 'Mormor.' },
      { tema: 'nyere.trygt-omsorgsmiljoe', relevant: true, begrundelse: 'Uro hjemme.' },
      { tema: 'nyere.sundhedsforhold', relevant: false, begrundelse: 'Rask.' },
      { tema: 'nyere.dagtilbud-skoleforhold-og-laering', relevant: true, begrundelse: 'Fravær.' },
      { tema: 'nyere.udvikling-og-adfaerd', relevant: false, begrundelse: 'Alderssvarende.' },
      { tema: 'nyere.fritidsforhold-og-venskaber', relevant: false, begrundelse: 'Går til fodbold.' },
      { tema: 'nyere.bolig-beskaeftigelse-og-oekonomi', relevant: false, begrundelse: 'Stabilt.' },
    ],
  });
  const analyse = await sket(`${bfu}/analyse`, {
    dato: '2019-02-20',
    analyse: 'Samlet.',
    fund: [
      {
        tema: 'nyere.socialt-netvaerk',
        art: 'ressource',
        tekst: 'Mormor er tæt på.',
        barnetsSyn: 'Elsker at være hos mormor.',
        foraeldrenesSyn: 'En stor hjælp.',
      },
      { tema: 'nyere.dagtilbud-skoleforhold-og-laering', art: 'udfordring', tekst: 'Møder træt.' },
    ],
  });
  const { domaener, temaer } = await hent(bfu);
  expect(temaer[0]).toMatchObject({
    tema: 'nyere.socialt-netvaerk',
    navn: 'Socialt netværk',
    daekker: 'familieforhold',
  });
  const set = (
    domaener as { navn: string; temaer: { navn: string; ressourcer: object[]; udfordringer: object[] }[] }[]
  ).map((d) => [d.navn, d.temaer.map((t) => [t.navn, t.ressourcer.length, t.udfordringer.length])]);
  expect(set).toEqual([
    [
      'Barnets udvikling',
      [
        ['Sundhedsforhold', 0, 0],
        ['Dagtilbud, skoleforhold og læring', 0, 1],
        ['Udvikling og adfærd', 0, 0],
        ['Fritidsforhold og venskaber', 0, 0],
      ],
    ],
    ['Forældrekompetencer', [['Trygt omsorgsmiljø', 0, 0]]],
    [
      'Familie og netværk',
      [
        ['Socialt netværk', 1, 0],
        ['Bolig, beskæftigelse og økonomi', 0, 0],
      ],
    ],
  ]);
  expect(domaener[2].temaer[0].ressourcer[0]).toMatchObject({
    barnetsSyn: 'Elsker at være hos mormor.',
    foraeldrenesSyn: 'En stor hjælp.',
  });
  // Serviceloven wants all six themes judged; each dimension counts as its theme, so nothing is judged twice.
  const { mangler } = (await hent(bfu)) as { mangler: { kode: string }[] };
  expect(mangler.map(({ kode }) => kode)).not.toContain('bfu-temaer');

  const [, fundId] = analyse['fundIder'] as unknown as string[];
  const { planId = '' } = await sket(`/sager/${sagId}/planer`, {
    plantype: 'handleplan',
    oprettet: '2019-03-01',
    bfuId,
    formaal: 'Komme i skole.',
  });
  await sket(`/planer/${planId}/maal`, { dato: '2019-03-01', maal: 'Til tiden.', fundId });
  expect((await hent(`/planer/${planId}`)).maal).toMatchObject([{ tema: 'skoleforhold', kilde: { fundId } }]);
});

test('Når licensen er ophørt, vurderes der ikke flere dimensioner, heller ikke i en undersøgelse fra før', async () => {
  const licens = (gaelderFra: string, generation?: string) =>
    sket('/ics/licens', { gaelderFra, ...(generation === undefined ? {} : { generation }) }, 'aalborg-ad01');
  await licens('2019-02-01', 'nyere');
  await licens('2019-02-20');
  const { bfu } = await undersoegelse('2019-02-01', 'aalborg-tl01');
  const paa = (dato: string, tema: string) => send(`${bfu}/temaer`, { ...vurder(tema), dato }, 'aalborg-tl01');
  expect((await paa('2019-02-19', 'nyere.socialt-netvaerk')).status).toBe(201);
  expect((await paa('2019-02-20', 'nyere.trygt-omsorgsmiljoe')).body.type).toContain('dimension-uden-licens');
  expect((await paa('2019-02-20', 'familieforhold')).status).toBe(201);
});

test('Ophører licensen bagud, læses det skrevne, som det var; et nyt fund hører under det neutrale tema', async () => {
  const tl = 'aalborg-tl01';
  await sket('/ics/licens', { gaelderFra: '2018-01-01', generation: 'nyere' }, 'aalborg-ad01');
  const { bfu } = await undersoegelse('2018-02-01', tl);
  await sket(`${bfu}/temaer`, { ...vurder('nyere.socialt-netvaerk'), dato: '2018-02-10' }, tl);
  const fund = (tema: string, mere: object = {}) => ({ tema, art: 'ressource', tekst: 'Mormor er tæt på.', ...mere });
  const analyser = (dato: string, ...fundene: readonly object[]) =>
    send(`${bfu}/analyse`, { dato, analyse: 'Samlet.', fund: fundene }, tl);
  const { fundIder } = (await analyser('2018-02-20', fund('nyere.socialt-netvaerk'))).body as { fundIder: string[] };
  const foer = await hent(bfu, tl);

  // Ended from a day before the dimension was judged.
  await sket('/ics/licens', { gaelderFra: '2018-02-05' }, 'aalborg-ad01');
  expect(await hent(bfu, tl)).toEqual(foer);
  const afvist = await analyser('2018-03-01', fund('nyere.socialt-netvaerk'));
  expect([afvist.status, afvist.body.type, afvist.body.paragraf, afvist.body.mangler, afvist.body.detail]).toEqual([
    422,
    expect.stringContaining('dimension-uden-licens'),
    'licensaftalen om ICS',
    ['familieforhold'],
    "Dimensionen 'nyere.socialt-netvaerk' kan ikke bruges 2018-03-01 i en undersøgelse fra 2018-02-01: kommunen har ikke ICS-licens til den på begge dage. Brug det neutrale tema 'familieforhold'. Det, der allerede er skrevet under dimensionen, bliver stående og kan læses.",
  ]);
  expect(
    (await send(`${bfu}/temaer`, { ...vurder('nyere.socialt-netvaerk'), dato: '2018-02-10' }, tl)).body.type,
  ).toContain('dimension-uden-licens');
  expect((await analyser('2018-02-04', fund('nyere.socialt-netvaerk'))).status).toBe(201);
  expect((await analyser('2018-03-01', fund('familieforhold', { fundId: fundIder[0] }))).status).toBe(201);
  expect((await hent(bfu, tl)).fund).toMatchObject([{ tema: 'nyere.socialt-netvaerk' }, { tema: 'familieforhold' }]);
});

test('Uden licens ses de neutrale temaer efter domæne; et tema i to domæner står i begge, og resten går på tværs', async () => {
  const { bfu } = await undersoegelse('2019-01-15');
  await sket(`${bfu}/temaer`, {
    dato: '2019-01-20',
    temaer: [
      { tema: 'familieforhold', relevant: true, begrundelse: 'Uro.' },
      { tema: 'andre-relevante-forhold', relevant: false, begrundelse: 'Intet.' },
    ],
  });
  const { domaener } = (await hent(bfu)) as { domaener: { domaene: string | null; temaer: { tema: string }[] }[] };
  expect(domaener.map(({ domaene, temaer }) => [domaene, temaer.map(({ tema }) => tema)])).toEqual([
    ['barnet', []],
    ['omsorg', ['familieforhold']],
    ['omgivelser', ['familieforhold']],
    [null, ['andre-relevante-forhold']],
  ]);
});
