import { randomUUID } from 'node:crypto';
import { sammenlign } from '../../src/cli/lov_sammenlign.js';
import { boundedContexts } from '../../src/contexts.js';
import { indlaesLovpakke } from '../../src/faelles/lov/lovpakke.js';
import { createPool } from '../../src/platform/db/pool.js';
import { ProjectionRunner } from '../../src/platform/projection/projection-runner.js';
import { ReadModelSchema } from '../../src/platform/projection/read-model-schema.js';
import { differs, Rebuild } from '../../src/platform/projection/rebuild.js';
import { gatherRegistrations } from '../../src/platform/registry.js';
import { AALBORG, REBILD, startTestApi, type TestApi } from '../../src/platform/testing/api.js';
import { fristerUnder } from '../../src/sagsstyring/sagsstyring.public.js';
import { medPakke, nyUdgave } from '../lov/andre-pakker.js';

/** Law as data, through HTTP: the clock stands at 2019-03-19 10:00, so serviceloven is in force. */
let api: TestApi;
let sb: string;
let admin: string;
const lov = indlaesLovpakke();

beforeAll(async () => {
  api = await startTestApi();
  sb = await api.token('sb01', REBILD, ['sagsbehandler', 'modtagelse']);
  admin = await api.token('ad01', REBILD, ['administrator']);
});
afterAll(() => api.stop());

const post = (sti: string, krop: object, token = sb) =>
  api.request.post(`/v1${sti}`).set('Authorization', token).set('Idempotency-Key', randomUUID()).send(krop);
const get = (sti: string, token = sb) => api.request.get(`/v1${sti}`).set('Authorization', token);

async function underretning(modtaget: string, token = sb): Promise<string> {
  const svar = await post(
    '/underretninger',
    {
      barn: { navn: 'Barn Testesen' },
      modtaget,
      form: 'telefonisk',
      underretter: { anonym: false, kode: '2', navn: 'Skoleleder Testesen' },
      aarsagKoder: ['UDSLAG3'],
      beskrivelse: 'Kommer i skole uden mad.',
    },
    token,
  );
  expect(svar.status).toBe(201);
  return (svar.body as { underretningId: string }).underretningId;
}

async function undersoegelse(
  opmaerksomDato: string,
  afgoerelseDato: string,
  hastighed = 'hurtig',
): Promise<{ bfuId: string; sagId: string }> {
  const sag = await post('/sager', {
    barn: { navn: 'Barn Testesen' },
    omraade: 'social',
    grund: 'ansoegning',
    oprettet: opmaerksomDato,
  });
  const { sagId } = sag.body as { sagId: string };
  const bfu = await post(`/sager/${sagId}/undersoegelser`, {
    ...{ opmaerksomDato, afgoerelseDato, hastighed },
    begrundelse: 'Fravær.',
    grunde: ['alvorlig-eller-kompleks'],
  });
  expect(bfu.status).toBe(201);
  return { sagId, bfuId: (bfu.body as { bfuId: string }).bfuId };
}

type Frist = Record<string, unknown> & { regel: string; forfald: string };
async function frister(enkeltsagId: string, regel: string): Promise<readonly Frist[]> {
  const svar = await get(`/frister?enkeltsagId=${enkeltsagId}&regel=${regel}`);
  expect(svar.status).toBe(200);
  return (svar.body as { poster: Frist[] }).poster;
}
const forfald = async (id: string, regel: string): Promise<readonly string[]> =>
  (await frister(id, regel)).map((f) => f.forfald);

/** Every read model made again from the log and held against the live one. */
async function genopbygget(): Promise<readonly string[]> {
  const owner = createPool(api.database.ownerUrl, { name: 'lov-rebuild', max: 2 });
  try {
    const { projections } = gatherRegistrations(boundedContexts(lov));
    const rebuild = new Rebuild({ ...api.platform, schema: new ReadModelSchema(owner) }, projections, '__lovspec');
    await rebuild.prepare();
    const forskelle = (await rebuild.compareWithLive(REBILD)).filter(differs).map((c) => c.projection);
    await rebuild.drop();
    return forskelle;
  } finally {
    await owner.end();
  }
}

const beslutning = 'Børneudvalget, 12. februar 2019, punkt 4';

test('Et serviceniveau åbner frister fra sin dag i den kommune, der har besluttet det', async () => {
  const foer = await undersoegelse('2019-03-04', '2019-03-05');
  const svar = await post(
    '/serviceniveauer',
    { regel: 'bfu-lokal-6-uger', gaelderFra: '2019-03-01', maengde: 6, enhed: 'UGE', beslutning },
    admin,
  );
  expect([svar.status, svar.body.gaelderFra]).toEqual([201, '2019-03-01']);
  await post(
    '/serviceniveauer',
    { regel: 'underretning-systematisk-vurdering', gaelderFra: '2019-03-01', maengde: 5, enhed: 'HVERDAG', beslutning },
    admin,
  );

  const efter = await undersoegelse('2019-03-04', '2019-03-05');
  const tidligere = await undersoegelse('2019-02-28', '2019-03-05');
  // Six weeks after Monday 4 March: Monday 15 April. What ran already, and what began before the level, is not touched.
  expect(await forfald(efter.bfuId, 'bfu-lokal-6-uger')).toEqual(['2019-04-15']);
  expect([await forfald(foer.bfuId, 'bfu-lokal-6-uger'), await forfald(tidligere.bfuId, 'bfu-lokal-6-uger')]).toEqual([
    [],
    [],
  ]);
  expect(await forfald(efter.bfuId, 'bfu-afslutning')).toEqual(['2019-07-04']);
  const almindelig = await undersoegelse('2019-03-04', '2019-03-05', 'almindelig');
  expect(await forfald(almindelig.bfuId, 'bfu-lokal-6-uger')).toEqual([]);
  // Friday 15 March: Sat 16, Mon 18, 19, 20, 21.
  const id = await underretning('2019-03-15T10:00:00+01:00');
  expect(await forfald(id, 'underretning-systematisk-vurdering')).toEqual(['2019-03-21']);

  const nabo = await api.token('ad99', AALBORG, ['administrator']);
  expect(
    (await get('/serviceniveauer', nabo)).body.niveauer.every((n: { gaeldende: unknown }) => n.gaeldende === null),
  ).toBe(true);
  const oversigt = (await get('/serviceniveauer?dato=2019-03-19')).body;
  expect(oversigt.niveauer.find((n: { regel: string }) => n.regel === 'bfu-lokal-6-uger')).toMatchObject({
    gaeldende: { maengde: 6, enhed: 'UGE', gaelderFra: '2019-03-01', beslutning },
  });

  expect(
    (await post('/serviceniveauer/ophoer', { regel: 'bfu-lokal-6-uger', gaelderFra: '2019-03-10', beslutning }, admin))
      .status,
  ).toBe(201);
  expect(await forfald((await undersoegelse('2019-03-11', '2019-03-12')).bfuId, 'bfu-lokal-6-uger')).toEqual([]);
  expect(await forfald((await undersoegelse('2019-03-08', '2019-03-12')).bfuId, 'bfu-lokal-6-uger')).toEqual([
    '2019-04-19',
  ]);
});

test('Lovens frister kan ikke ændres, og kun en administrator beslutter', async () => {
  const niveau = { gaelderFra: '2019-03-01', maengde: 8, enhed: 'MAANED', beslutning };
  const lovens = await post('/serviceniveauer', { regel: 'bfu-afslutning', ...niveau }, admin);
  expect([lovens.status, lovens.body.paragraf]).toEqual([422, 'SEL § 50']);
  const laengere = await post('/serviceniveauer', { regel: 'bfu-lokal-6-uger', ...niveau }, admin);
  expect([laengere.status, laengere.body.type, laengere.body.paragraf]).toEqual([
    ...[422, expect.stringContaining('niveau-laengere-end-loven'), 'SEL § 50'],
  ]);
  const senere = await post(
    '/serviceniveauer',
    { regel: 'bfu-lokal-6-uger', ...niveau, gaelderFra: '2024-03-01' },
    admin,
  );
  expect([senere.status, senere.body.paragraf]).toEqual([422, 'BL § 20, stk. 3']);
  const ukendt = await post('/serviceniveauer', { regel: 'screening', ...niveau }, admin);
  // Screening is a rule of barnets lov.
  expect([ukendt.status, ukendt.body.type, ukendt.body.fejl[0].felt]).toEqual([
    ...[422, expect.stringContaining('regel-findes-ikke'), 'regel'],
  ]);
  expect((await post('/serviceniveauer', { regel: 'bfu-lokal-6-uger', ...niveau })).status).toBe(403);
});

test('Om lørdag tæller, vælger kommunen fra en dag; uden valg er det den strengeste læsning', async () => {
  // Monday 11 March 2019: Tue-Sat 12-16 and Mon 18; without Saturday Tue 19.
  expect(await forfald(await underretning('2019-03-11T10:00:00+01:00'), 'underretning-kvittering')).toEqual([
    '2019-03-18',
  ]);
  const valg = await post(
    '/serviceniveauer/parametre',
    { gaelderFra: '2019-03-11', hverdag: 'man-fre', beslutning },
    admin,
  );
  expect(valg.status).toBe(201);
  expect(await forfald(await underretning('2019-03-11T10:00:00+01:00'), 'underretning-kvittering')).toEqual([
    '2019-03-19',
  ]);
  expect(await forfald(await underretning('2019-03-08T10:00:00+01:00'), 'underretning-kvittering')).toEqual([
    '2019-03-15',
  ]);
  expect((await get('/serviceniveauer')).body.parametre).toMatchObject({ hverdag: 'man-fre', ikkeHverdage: [] });
  const afkortet = await post(
    '/serviceniveauer/parametre',
    { gaelderFra: '2019-03-12', lukkedage: [], beslutning },
    admin,
  );
  expect([afkortet.status, afkortet.body.paragraf]).toEqual([422, 'RSL § 67']);
});

test('En rettet kendsgerning flytter fristen, og historikken viser begge', async () => {
  const id = await underretning('2019-03-04T10:00:00+01:00');
  const akut = {
    vurderet: '2019-03-04T15:00:00+01:00',
    akut: false,
    risikofaktorer: 'Ingen.',
    beskyttelsesfaktorer: 'Mormor.',
    begrundelse: 'I sikkerhed.',
  };
  expect((await post(`/underretninger/${id}/akutvurdering`, akut)).status).toBe(201);
  expect(await frister(id, 'underretning-akutvurdering')).toMatchObject([{ status: 'opfyldt', historik: [] }]);
  const rettelse = { modtaget: '2019-03-01T10:00:00+01:00', begrundelse: 'Telefonnotatet viser fredag.' };
  const svar = await post(`/underretninger/${id}/rettelse`, rettelse);
  expect(svar.status).toBe(201);

  const [frist] = await frister(id, 'underretning-akutvurdering');
  expect(frist).toMatchObject({
    start: '2019-03-01T10:00:00+01:00',
    forfald: '2019-03-02T10:00:00+01:00',
    status: 'opfyldt-for-sent',
    beregnetPosition: svar.body.position,
    regelGyldigFra: '2007-01-01',
    historik: [
      {
        status: 'rettet',
        start: '2019-03-04T10:00:00+01:00',
        forfald: '2019-03-05T10:00:00+01:00',
        position: frist?.['udloestPosition'],
        erstattetPosition: svar.body.position,
        erstattetAf: 'sagsstyring.UnderretningRettet',
      },
    ],
  });
  const laest = await get(`/underretninger/${id}`);
  expect(laest.body).toMatchObject({
    modtaget: '2019-03-01T10:00:00+01:00',
    rettelser: [{ modtagetFoer: '2019-03-04T10:00:00+01:00', begrundelse: 'Telefonnotatet viser fredag.' }],
  });
  expect((await post(`/underretninger/${id}/rettelse`, rettelse)).status).toBe(409);
});

test('Opmærksomhedsdatoen kan rettes; nøgletallet kan stadig spørges, som det var kendt', async () => {
  const { bfuId, sagId } = await undersoegelse('2018-11-20', '2018-11-28');
  expect(await forfald(bfuId, 'bfu-afslutning')).toEqual(['2019-03-20']);
  const noegletal = async (kendtPr = '') =>
    (await get(`/noegletal?pr=2019-03-19${kendtPr === '' ? '' : `&kendtPr=${encodeURIComponent(kendtPr)}`}`, admin))
      .body.M09agrundlag as { overskredne: number };
  const foer = await noegletal();
  const [besluttet] = await api.store.load(REBILD, bfuId);
  const svar = await post(`/undersoegelser/${bfuId}/rettelse`, {
    opmaerksomDato: '2018-11-12',
    begrundelse: 'Brevet er modtaget den 12. november.',
  });
  expect(svar.status).toBe(201);
  // Four months after 12 November: 12 March, which is past.
  expect(await frister(bfuId, 'bfu-afslutning')).toMatchObject([
    { forfald: '2019-03-12', status: 'overskredet', historik: [{ status: 'rettet', forfald: '2019-03-20' }] },
  ]);
  expect((await noegletal()).overskredne).toBe(foer.overskredne + 1);
  expect(await noegletal(besluttet?.registreret)).toEqual(foer);
  expect((await get(`/undersoegelser/${bfuId}`)).body).toMatchObject({
    opmaerksomDato: '2018-11-12',
    rettelser: [{ opmaerksomDatoFoer: '2018-11-20' }],
  });
  expect((await get(`/sager/${sagId}/undersoegelser`)).body.poster).toMatchObject([{ opmaerksomDato: '2018-11-12' }]);
  const journal = await get(`/sager/${sagId}/journal`);
  expect(journal.body.poster.map((l: { overskrift: string }) => l.overskrift)).toContain(
    'Opmærksomhedsdatoen er rettet',
  );
});

test('Det, der opfyldte en frist, kan rettes: den viser, hvad der før stod, og den udløsende hændelse', async () => {
  const id = await underretning('2019-03-06T10:00:00+01:00');
  const akut = {
    vurderet: '2019-03-07T12:00:00+01:00',
    ...{ akut: false, aeresrelateret: false },
    ...{ risikofaktorer: 'Ingen.', beskyttelsesfaktorer: 'Mormor.', begrundelse: 'I sikkerhed.' },
  };
  expect((await post(`/underretninger/${id}/akutvurdering`, akut)).status).toBe(201);
  expect(await frister(id, 'underretning-akutvurdering')).toMatchObject([{ status: 'opfyldt-for-sent' }]);
  const rettelse = { tidspunkt: '2019-03-06T15:00:00+01:00', begrundelse: 'Vagtens notat viser samme dag.' };
  expect((await post(`/underretninger/${id}/akutvurdering/rettelse`, rettelse)).status).toBe(201);
  expect(await frister(id, 'underretning-akutvurdering')).toMatchObject([
    {
      ...{ status: 'opfyldt', opfyldt: '2019-03-06T14:00:00.000Z' },
      opfyldtHistorik: [{ tidspunkt: '2019-03-07T11:00:00.000Z', erstattetAf: 'sagsstyring.AkutvurderingRettet' }],
      ...{ opfyldtAf: 'sagsstyring.AkutvurderingForetaget', udloestAf: 'sagsstyring.UnderretningModtaget' },
      ...{ beregnetAf: 'sagsstyring.UnderretningModtaget', bortfaldet: null, bortfaldetAf: null },
    },
  ]);
  expect((await post(`/underretninger/${id}/akutvurdering/rettelse`, rettelse)).status).toBe(409);
  const igen = { ...rettelse, tidspunkt: '2019-03-06T13:00:00+01:00' };
  expect((await post(`/underretninger/${id}/akutvurdering/rettelse`, igen)).status).toBe(201);
  // Each of the three times, as it was known when it stood.
  const kendt = await Promise.all(
    (await api.store.load(REBILD, id)).map(async ({ registreret }) => {
      const tid = encodeURIComponent(registreret);
      const [frist] = (await get(`/frister?enkeltsagId=${id}&regel=underretning-akutvurdering&kendtPr=${tid}`)).body
        .poster as { readonly opfyldt: string | null; readonly opfyldtHistorik: readonly unknown[] }[];
      return [frist?.opfyldt, frist?.opfyldtHistorik.length];
    }),
  );
  expect(kendt).toEqual([
    [null, 0],
    ['2019-03-07T11:00:00.000Z', 0],
    ['2019-03-06T14:00:00.000Z', 1],
    ['2019-03-06T12:00:00.000Z', 2],
  ]);
  const foerModtagelsen = { ...rettelse, tidspunkt: '2019-03-06T09:00:00+01:00' };
  const nej = await post(`/underretninger/${id}/akutvurdering/rettelse`, foerModtagelsen);
  expect([nej.status, String(nej.body.type).split('/').at(-1)]).toEqual([422, 'forkert-raekkefoelge']);
  expect((await get(`/underretninger/${id}`)).body.akutvurdering.vurderet).toBe('2019-03-06T13:00:00+01:00');
});

test('En frist, der er faldet bort, siger hvornår og hvorfor; spurgt om dagen før løber den', async () => {
  const { bfuId } = await undersoegelse('2019-03-01', '2019-03-04');
  const afbrudt = { dato: '2019-03-12', aarsag: 'behov-bortfaldet', begrundelse: 'Bekymringen er væk.' };
  expect((await post(`/undersoegelser/${bfuId}/afbrydelse`, afbrudt)).status).toBe(201);
  // Midnight of 12 March 2019 in Copenhagen.
  expect(await frister(bfuId, 'bfu-afslutning')).toMatchObject([
    { status: 'bortfaldet', bortfaldet: '2019-03-11T23:00:00.000Z', bortfaldetAf: 'ics.BfuAfbrudt' },
  ]);
  const dagenFoer = await get(
    `/frister?enkeltsagId=${bfuId}&regel=bfu-afslutning&pr=${encodeURIComponent('2019-03-11T12:00:00+01:00')}`,
  );
  expect(dagenFoer.body.poster).toMatchObject([{ status: 'kommende' }]);

  const log = await api.store.load(REBILD, bfuId);
  const position = log.find(({ type }) => type === 'ics.BfuAfbrudt')?.position;
  for (const dato of ['2019-03-13', '2019-03-14'])
    expect((await post('/datorettelser', { position, dato, begrundelse: 'Notatet viser det.' })).status).toBe(201);
  const kendtPr = async (registreret: string) =>
    (await get(`/frister?enkeltsagId=${bfuId}&regel=bfu-afslutning&kendtPr=${encodeURIComponent(registreret)}`)).body
      .poster as {
      readonly bortfaldet: string | null;
      readonly bortfaldetHistorik: { readonly tidspunkt: string }[];
    }[];
  const efter = await Promise.all((await api.store.load(REBILD, bfuId)).slice(-4).map((e) => kendtPr(e.registreret)));
  expect(efter.flat().map((f) => [f.bortfaldet, f.bortfaldetHistorik.map(({ tidspunkt }) => tidspunkt)])).toEqual([
    [null, []],
    ['2019-03-11T23:00:00.000Z', []],
    ['2019-03-12T23:00:00.000Z', ['2019-03-11T23:00:00.000Z']],
    ['2019-03-13T23:00:00.000Z', ['2019-03-11T23:00:00.000Z', '2019-03-12T23:00:00.000Z']],
  ]);
});

test('Genopbygning giver netop de samme frister, med niveauer, valg og rettelser', async () => {
  expect(await genopbygget()).toEqual([]);
});

test('En ny lovpakke med en kortere frist fra en dag ændrer kun hændelser fra den dag, og det kan ses i forvejen', async () => {
  const [foer, efter] = [
    await undersoegelse('2019-03-14', '2019-03-18'),
    await undersoegelse('2019-03-15', '2019-03-18'),
  ];
  const alleFoer = (await get('/frister?graense=200')).body.poster as Frist[];
  const owner = createPool(api.database.ownerUrl, { name: 'lov-ny-pakke', max: 2 });
  const schema = new ReadModelSchema(owner);
  const ny = medPakke(
    'regler-sel.json',
    (regler) => {
      nyUdgave(regler, 'bfu-afslutning', '2019-03-15', { maengde: 3 });
    },
    (pakke) => pakke,
  );
  const linjer: string[] = [];
  const skriv = (linje: string): Promise<void> => {
    linjer.push(linje);
    return Promise.resolve();
  };

  expect(await sammenlign({ ...api.platform, schema }, lov, lov, [REBILD], skriv)).toBe(false);
  expect(await sammenlign({ ...api.platform, schema }, lov, ny, [REBILD], skriv)).toBe(true);
  expect(linjer.filter((linje) => linje.startsWith('  '))).toEqual([
    '  bfu-afslutning (SEL) fra 2007-01-01: ændret',
    '    gyldigTil: "2023-12-31" -> "2019-03-14"',
    '  bfu-afslutning (SEL) fra 2019-03-15: ny',
    '    maengde: 4 -> 3',
    '  bfu-afslutning:',
    `    sag ${efter.sagId}, enkeltsag ${efter.bfuId}: 2019-07-15 -> 2019-06-15`,
  ]);

  // Put in place: a process with the new pack builds the view beside the old one and swaps it in.
  const runner = new ProjectionRunner({
    store: api.platform.store,
    pool: api.platform.pool,
    schema,
    projections: [fristerUnder(ny)],
  });
  await runner.start();
  expect(await runner.caughtUp(20_000)).toBe(true);
  const alleEfter = (await get('/frister?graense=200')).body.poster as Frist[];
  await runner.stop();
  await owner.end();
  const aendrede = alleEfter.filter(
    (f) =>
      !alleFoer.some(
        (g) => JSON.stringify({ ...g, regelGyldigFra: '' }) === JSON.stringify({ ...f, regelGyldigFra: '' }),
      ),
  );
  expect(aendrede).toMatchObject([
    { enkeltsagId: efter.bfuId, regel: 'bfu-afslutning', forfald: '2019-06-15', regelGyldigFra: '2019-03-15' },
  ]);
  expect(alleEfter).toHaveLength(alleFoer.length);
  expect(alleEfter.find((f) => f['enkeltsagId'] === foer.bfuId && f.regel === 'bfu-afslutning')?.forfald).toBe(
    '2019-07-14',
  );
});
