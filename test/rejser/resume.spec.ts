import { AALBORG, startTestApi, type TestApi } from '../../src/platform/testing/api.js';
import { Forloeb } from './forloeb.js';

/** The case on one page, through HTTP, at 2019-03-19 10:00. */
let api: TestApi;
let f: Forloeb;

beforeAll(async () => {
  api = await startTestApi();
  f = new Forloeb(api);
});
afterAll(() => api.stop());

async function sagen(): Promise<{ sagId: string; barnId: string; bfuId: string }> {
  const { sagId, barnId } = await f.sag('Resumé Testesen', '2018-11-01', { sagsbehandler: 'sb01', team: 'boerne' });
  const { personId = '' } = await f.post('sb01', '/personer', { art: 'voksen', navn: 'Mor Testesen' });
  await f.post('sb01', `/personer/${barnId}/relationer`, {
    personId,
    art: 'mor',
    foraeldremyndighed: true,
    gaelderFra: '2018-11-01',
  });
  const bfuId = await f.bfu(sagId, '2018-11-01');
  await f.post('sb01', `/undersoegelser/${bfuId}/udtalelser`, {
    aktoer: 'Skolen',
    anmodet: '2018-11-10',
    svarfrist: '2018-11-24',
    emne: 'Trivsel',
  });
  await f.post('sb01', `/undersoegelser/${bfuId}/boernesamtaler`, {
    ...{
      dato: '2018-12-01',
      holdt: true,
      udenForaeldre: true,
      referat: 'Samtale.',
      barnetsHoldning: 'Vil gerne hjælpes.',
    },
  });
  await f.post('sb01', `/sager/${sagId}/notater`, {
    oplyst: '2019-03-01T10:00:00+01:00',
    emne: 'Opkald',
    tekst: 'Mor ringede om mødet.',
  });
  return { sagId, barnId, bfuId };
}

test('Resuméet fortæller den, der overtager, hvad der haster, hvad der er aftalt, og hvad der senest er sket', async () => {
  const { sagId, barnId } = await sagen();
  const svar = await f.get('sb02', `/sager/${sagId}/resume`);
  expect(svar.status).toBe(200);
  expect(svar.body).toMatchObject({
    ...{ sagId, barnId, pr: '2019-03-19T10:00:00.000+01:00' },
    barn: { navn: 'Resumé Testesen', adressebeskyttet: false },
    netvaerk: [{ navn: 'Mor Testesen', art: 'mor', foraeldremyndighed: true }],
    sag: { sagsbehandler: 'sb01', team: 'boerne', overdragesTil: null },
    aabneEnkeltsager: [{ art: 'bfu', aabnet: '2018-11-01' }],
    venterPaa: [{ aktoer: 'Skolen', svarfrist: '2018-11-24' }],
    barnetsHoldning: { dato: '2018-12-01', tekst: 'Vil gerne hjælpes.' },
    maaIkke: [{ kode: 'sag-lukning' }],
  });
  expect(svar.body.haster[0]).toMatchObject({ kode: 'bfu-ryk-udtalelse', overskredet: true });
  expect(svar.body.seneste[0]).toEqual({ dato: '2019-03-01', overskrift: 'Opkald', tekst: 'Mor ringede om mødet.' });

  const tekst = await f.get('sb02', `/sager/${sagId}/resume/markdown`);
  expect([tekst.status, tekst.headers['content-type']]).toEqual([200, 'text/markdown; charset=utf-8']);
  for (const led of [
    '# Resumé Testesen',
    '## Haster',
    'Skolen, svarfrist 2018-11-24',
    'Mor Testesen, mor (forældremyndighed)',
  ])
    expect(tekst.text).toContain(led);
});

test('Resuméet kan læses, som sagen var, da den blev overdraget', async () => {
  const { sagId, bfuId } = await sagen();
  const foer = (await f.get('sb01', `/sager/${sagId}/resume`)).body;
  const head = await api.store.head(840);
  const [sidst] = await api.store.readAt(840, [head]);
  await f.post('sb01', `/undersoegelser/${bfuId}/afbrydelse`, {
    dato: '2019-03-19',
    aarsag: 'flytning',
    begrundelse: 'Flyttet.',
  });
  await f.post('sb01', `/sager/${sagId}/notater`, {
    oplyst: '2019-03-18T10:00:00+01:00',
    emne: 'Nyt',
    tekst: 'Efter overdragelsen.',
  });
  expect((await f.get('sb01', `/sager/${sagId}/resume`)).body.aabneEnkeltsager).toEqual([]);
  const kendt = `kendtPr=${encodeURIComponent(sidst?.registreret ?? '')}&pr=${encodeURIComponent('2019-03-19T10:00:00.000+01:00')}`;
  expect((await f.get('sb01', `/sager/${sagId}/resume?${kendt}`)).body).toEqual(foer);
});

test('Kun sagsbehandlere og teamledere i kommunen kan læse det, og læsningen står i adgangsloggen', async () => {
  const { sagId, barnId } = await sagen();
  for (const sti of [`/sager/${sagId}/resume`, `/sager/${sagId}/resume/markdown`]) {
    expect((await f.get('mo01', sti)).status).toBe(403);
    const nabo = await api.request.get(`/v1${sti}`).set('Authorization', await api.token('n', AALBORG, ['teamleder']));
    expect(nabo.status).toBe(404);
    await f.get('tl01', sti);
  }
  const log = await api.request
    .get('/v1/revision/adgangslog?graense=20')
    .set('Authorization', await api.token('re01', 840, ['revisor']));
  const laest = (log.body as { poster: { rute: string; barnId: string; bruger: string }[] }).poster.filter(
    (p) => p.barnId === barnId && p.bruger === 'tl01',
  );
  expect(laest.map(({ rute }) => rute).sort()).toEqual([
    'GET /v1/sager/:id/resume',
    'GET /v1/sager/:id/resume/markdown',
  ]);
});
