import { AALBORG, startTestApi, type TestApi } from '../../src/platform/testing/api.js';
import { Forloeb } from './forloeb.js';

/** What must, may and must not be done, and by when, at the clock of the test: 2019-03-19 10:00 (serviceloven). */
let api: TestApi;
let f: Forloeb;

beforeAll(async () => {
  api = await startTestApi();
  f = new Forloeb(api);
});
afterAll(() => api.stop());

interface Svar {
  readonly skridt: readonly {
    kode: string;
    art: string;
    inden: string | null;
    friststatus: string | null;
    fare: boolean;
  }[];
  readonly intetAtGoere: readonly { enkeltsagId: string; art: string; hvorfor: string }[];
  readonly frister: readonly { regel: string }[];
}

async function hent(sti: string): Promise<Svar> {
  const svar = await f.get('sb01', sti);
  expect([sti, svar.status]).toEqual([sti, 200]);
  return svar.body as Svar;
}
const skridt = ({ skridt: alle }: Svar, kode: string) => alle.find((s) => s.kode === kode);

test('En underretning uden sag siger, hvad der skal gøres, inden hvornår, og at faren for barnet går forud', async () => {
  // Received Monday 18 March at 15:00: 24 real hours are to Tuesday at 15:00; six hverdage are 19, 20, 21, 22, 23, 25.
  const { underretningId, barnId } = await f.underret('Uden Sag Testesen', '2019-03-18T15:00:00+01:00');
  const svar = await hent(`/underretninger/${underretningId}/naeste-skridt`);
  expect(svar).toMatchObject({ underretningId, sagId: null, pr: '2019-03-19T10:00:00.000+01:00' });
  expect(svar.skridt[0]).toMatchObject({
    kode: 'underretning-akutvurdering',
    art: 'skal',
    fare: true,
    inden: '2019-03-19T15:00:00+01:00',
    indenRegel: 'underretning-akutvurdering',
    friststatus: 'forfalder',
    hjemmel: 'SEL § 155, stk. 2',
  });
  expect(skridt(svar, 'underretning-kvittering')).toMatchObject({ inden: '2019-03-25' });
  expect(skridt(svar, 'screening')).toMatchObject({ art: 'maa-ikke', inden: null });
  expect(svar.frister.map(({ regel }) => regel)).toEqual(['underretning-akutvurdering', 'underretning-kvittering']);

  const barnets = await hent(`/boern/${barnId}/naeste-skridt`);
  expect(barnets).toMatchObject({ barnId, skridt: svar.skridt, frister: svar.frister });

  await f.akutvurder(underretningId, '2019-03-18T16:00:00+01:00');
  await f.post('mo01', `/underretninger/${underretningId}/annullering`, {
    annulleret: '2019-03-18T17:00:00+01:00',
    begrundelse: 'Dobbelt.',
  });
  expect(await hent(`/underretninger/${underretningId}/naeste-skridt`)).toMatchObject({
    skridt: [],
    intetAtGoere: [{ enkeltsagId: underretningId, art: 'underretning' }],
    frister: [],
  });
});

test('Et barn uden sag og underretning har intet at vente på, og det siges hvorfor', async () => {
  const { personId = '' } = await f.post('sb01', '/personer', { art: 'barn', navn: 'Rask Testesen' });
  expect(await hent(`/boern/${personId}/naeste-skridt`)).toMatchObject({
    skridt: [],
    intetAtGoere: [{ enkeltsagId: personId, art: 'barn', hvorfor: expect.stringContaining('ingen sag') }],
  });
});

test('Skridtene i en undersøgelse har undersøgelsens frist, og udtalelsen har sin egen (SEL § 50)', async () => {
  const { sagId } = await f.sag('Undersøgt Testesen', '2018-11-01', { sagsbehandler: 'sb01' });
  const bfuId = await f.bfu(sagId, '2018-11-01');
  await f.post('sb01', `/undersoegelser/${bfuId}/udtalelser`, {
    ...{ aktoer: 'Skolen', anmodet: '2018-11-10', svarfrist: '2018-11-24', emne: 'Trivsel' },
  });
  const svar = await hent(`/sager/${sagId}/naeste-skridt`);
  // Four months after 1 November.
  expect(skridt(svar, 'bfu-analyse')).toMatchObject({ art: 'skal', inden: '2019-03-01', friststatus: 'overskredet' });
  expect(skridt(svar, 'bfu-ryk-udtalelse')).toMatchObject({ inden: '2018-11-24', indenRegel: 'udtalelse-svarfrist' });
  expect(skridt(svar, 'sag-lukning')).toMatchObject({ art: 'maa-ikke' });
  // Serviceloven's interim assessment is known from memory only, so the rule is off and the step is no duty of its own.
  expect(skridt(svar, 'bfu-foreloebig-vurdering')).toMatchObject({ art: 'kan', inden: null });
});

test('Konklusionen peger på støtte: afgørelsen skal træffes; derefter skal indsatsen i gang og følges op (SEL § 70)', async () => {
  const { sagId } = await f.sag('Hjulpet Testesen', '2018-09-01', { sagsbehandler: 'sb01' });
  const bfuId = await f.bfu(sagId, '2018-09-01');
  await f.afslutBfu(bfuId, '2018-10-01', '2018-10-10', '2018-10-15', ['familiebehandling']);
  const foer = await hent(`/sager/${sagId}/naeste-skridt`);
  expect(skridt(foer, 'indsats-afgoerelse')).toMatchObject({ art: 'skal' });
  // The decision on it has no party to be told: the child has no known parent here.
  expect(foer.intetAtGoere).toMatchObject([{ enkeltsagId: bfuId, art: 'undersoegelse' }, { art: 'afgoerelse' }]);

  const indsatsId = await f.tidligIndsats(sagId, '2018-11-01');
  const bevilget = await hent(`/sager/${sagId}/naeste-skridt`);
  expect(bevilget.skridt.map(({ kode }) => kode)).toEqual(expect.arrayContaining(['indsats-ivaerksaettelse']));
  expect(skridt(bevilget, 'indsats-afgoerelse')).toBeUndefined();

  await f.post('sb01', `/indsatser/${indsatsId}/ivaerksaettelse`, { dato: '2018-12-20' });
  expect(skridt(await hent(`/sager/${sagId}/naeste-skridt`), 'indsats-opfoelgning')).toMatchObject({
    inden: '2019-03-20',
    indenRegel: 'opfoelgning-foerste',
    friststatus: 'forfalder',
  });
  await f.post('sb01', `/indsatser/${indsatsId}/ophoer`, {
    dato: '2019-03-01',
    aarsag: 'formaal-opnaaet',
    begrundelse: 'Nået.',
  });
  expect((await hent(`/sager/${sagId}/naeste-skridt`)).intetAtGoere.map(({ enkeltsagId }) => enkeltsagId)).toContain(
    indsatsId,
  );
});

test('Vejledningen kan spørges, som den var, og svaret er det samme, når der spørges igen senere', async () => {
  const { underretningId } = await f.underret('Dengang Testesen', '2019-03-18T15:00:00+01:00');
  const [modtaget] = await api.store.load(840, underretningId);
  const dengang = `kendtPr=${encodeURIComponent(modtaget?.registreret ?? '')}`;
  const sti = `/underretninger/${underretningId}/naeste-skridt`;
  const foer = await hent(sti);
  await f.akutvurder(underretningId, '2019-03-18T16:00:00+01:00');
  await f.post('mo01', `/underretninger/${underretningId}/kvittering`, { sendt: '2019-03-18', maade: 'brev' });
  expect(await hent(`${sti}?${dengang}&pr=${encodeURIComponent('2019-03-19T10:00:00.000+01:00')}`)).toEqual(foer);
  expect(skridt(await hent(sti), 'underretning-akutvurdering')).toBeUndefined();
  // A day later, with what was known then, the 24 hours are gone.
  expect(
    skridt(
      await hent(`${sti}?${dengang}&pr=${encodeURIComponent('2019-03-20T10:00:00+01:00')}`),
      'underretning-akutvurdering',
    ),
  ).toMatchObject({ friststatus: 'overskredet' });
  expect((await f.get('sb01', `${sti}?pr=${encodeURIComponent('2000-01-01T00:00:00Z')}`)).status).toBe(404);
});

test('Læsningen står i adgangsloggen, og en anden kommune finder intet', async () => {
  const { underretningId, barnId } = await f.underret('Læst Testesen', '2019-03-18T15:00:00+01:00');
  for (const sti of [`/underretninger/${underretningId}/naeste-skridt`, `/boern/${barnId}/naeste-skridt`]) {
    const nabo = await api.request
      .get(`/v1${sti}`)
      .set('Authorization', await api.token('n', AALBORG, ['sagsbehandler']));
    expect(nabo.status).toBe(404);
    await hent(sti);
  }
  const log = await api.request
    .get('/v1/revision/adgangslog?graense=200')
    .set('Authorization', await api.token('re01', 840, ['revisor']));
  const laeste = (log.body as { poster: { rute: string; barnId: string }[] }).poster.filter((p) => p.barnId === barnId);
  expect(laeste.map(({ rute }) => rute).sort()).toEqual([
    'GET /v1/boern/:id/naeste-skridt',
    'GET /v1/underretninger/:id/naeste-skridt',
  ]);
});
