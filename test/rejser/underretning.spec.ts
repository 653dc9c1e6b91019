import { randomUUID } from 'node:crypto';
import { AALBORG, REBILD, startTestApi, type TestApi } from '../../src/platform/testing/api.js';

/** From the first call to the screening, through HTTP, under serviceloven: the clock stands at 2019-03-19 10:00. */
let api: TestApi;
let modtagelse: string;
let nabo: string;

beforeAll(async () => {
  api = await startTestApi();
  modtagelse = await api.token('mod01', REBILD, ['modtagelse']);
  nabo = await api.token('mod99', AALBORG, ['modtagelse']);
});
afterAll(() => api.stop());

const post = (sti: string, krop: object, token = modtagelse) =>
  api.request.post(`/v1${sti}`).set('Authorization', token).set('Idempotency-Key', randomUUID()).send(krop);
const get = (sti: string, token = modtagelse) => api.request.get(`/v1${sti}`).set('Authorization', token);

const skolen = { anonym: false, kode: '2', navn: 'Skoleleder Test Testesen', kontakt: 'skole@example.dk' };
const underretning = (barn: object, mere: object = {}) => ({
  barn,
  modtaget: '2019-02-01T10:00:00+01:00',
  form: 'telefonisk',
  underretter: skolen,
  aarsagKoder: ['UDSLAG3'],
  beskrivelse: 'Kommer i skole uden mad.',
  ...mere,
});
const akut = {
  vurderet: '2019-02-01T15:00:00+01:00',
  akut: false,
  risikofaktorer: 'Misbrug.',
  beskyttelsesfaktorer: 'Mormor.',
  begrundelse: 'I sikkerhed.',
};
const screening = (spor: string) => ({
  spor,
  screenet: '2019-02-04T09:00:00+01:00',
  begrundelse: 'Skal undersøges samlet.',
});

async function modtag(
  barn: object,
  mere: object = {},
): Promise<{ underretningId: string; barnId: string; sagId: string | null }> {
  const svar = await post('/underretninger', underretning(barn, mere));
  expect([svar.status, svar.body]).toEqual([201, expect.objectContaining({ underretningId: expect.any(String) })]);
  return svar.body as { underretningId: string; barnId: string; sagId: string | null };
}

test('En underretning modtages, vurderes, kvitteres og screenes til en sag, som den næste underretning finder', async () => {
  const modtaget = await post('/underretninger', underretning({ cpr: '610214-9995', navn: 'Barn Testesen' }));
  expect(modtaget.status).toBe(201);
  expect(modtaget.body).toMatchObject({ sagId: null, advarsler: ['erstatningscpr'], laesbar: true, version: 1 });
  const { underretningId, barnId } = modtaget.body as { underretningId: string; barnId: string };
  expect(modtaget.headers['location']).toBe(`/v1/underretninger/${underretningId}`);

  const forTidligt = await post(`/underretninger/${underretningId}/screening`, screening('bfu'));
  expect([forTidligt.status, forTidligt.body.mangler]).toEqual([422, ['underretning-akutvurdering']]);
  const afdaekning = await post(`/underretninger/${underretningId}/screening`, screening('afdaekning'));
  expect([afdaekning.status, afdaekning.body.paragraf]).toEqual([422, 'SEL § 50']);

  expect((await post(`/underretninger/${underretningId}/akutvurdering`, akut)).status).toBe(201);
  const screenet = await post(`/underretninger/${underretningId}/screening`, screening('bfu'));
  expect(screenet.status).toBe(201);
  const { sagId } = screenet.body as { sagId: string };
  expect(
    (await post(`/underretninger/${underretningId}/kvittering`, { sendt: '2019-02-05', maade: 'digital post' })).status,
  ).toBe(201);

  const laest = await get(`/underretninger/${underretningId}`);
  expect(laest.body).toMatchObject({
    tilstand: 'screenet',
    sagId,
    spor: 'bfu',
    regime: 'SEL',
    underretter: { navn: skolen.navn, fagperson: true },
    akutvurdering: { vurderetAf: 'mod01' },
    kvittering: { sendt: '2019-02-05' },
    version: 4,
  });
  const sag = await get(`/sager/${sagId}`);
  expect(sag.body).toMatchObject({
    barnId,
    grund: 'underretning',
    underretningId,
    omraade: 'social',
    enkeltsager: [{ enkeltsagId: underretningId, art: 'afklaring', afsluttet: '2019-02-04' }],
  });

  const igen = await modtag({ cpr: '6102149995' });
  expect(igen).toMatchObject({ barnId, sagId });
  expect((await get(`/sager/${sagId}`)).body.enkeltsager).toHaveLength(2);
});

test('Hvad der var kendt på et tidligere tidspunkt, kan læses senere', async () => {
  const { underretningId } = await modtag({ navn: 'Kendt Testesen' });
  const [foerste] = await api.store.load(REBILD, underretningId);
  expect(
    (await get(`/underretninger/${underretningId}?kendtPr=${encodeURIComponent('2018-01-01T00:00:00Z')}`)).status,
  ).toBe(404);
  const dengang = await get(
    `/underretninger/${underretningId}?kendtPr=${encodeURIComponent(foerste?.registreret ?? '')}`,
  );
  expect([dengang.status, dengang.body.tilstand]).toEqual([200, 'modtaget']);
});

test('En anonym underretning gemmer ingen navne og kræver koden 8', async () => {
  const anonym = { anonym: true, kode: '8' };
  expect((await modtag({ navn: 'Anonymt meldt Testesen' }, { underretter: anonym })).underretningId).toBeTruthy();
  const medNavn = await post(
    '/underretninger',
    underretning({ navn: 'Testesen' }, { underretter: { ...anonym, navn: 'Nabo' } }),
  );
  expect([medNavn.status, medNavn.body.type]).toEqual([422, expect.stringContaining('anonym-med-navn')]);
  expect(
    (await post('/underretninger', underretning({ navn: 'Testesen' }, { underretter: { ...anonym, kode: '2' } })))
      .status,
  ).toBe(422);
});

test('En kode, som ikke gjaldt på modtagelsesdagen, afvises med feltets navn', async () => {
  // Code 12 (the child) is from 2024, reason 18 from 2022; the notification is from 2019.
  const svar = await post(
    '/underretninger',
    underretning({ navn: 'Testesen' }, { underretter: { anonym: false, kode: '12' } }),
  );
  expect([svar.status, svar.body.type]).toEqual([422, expect.stringContaining('kode-gaelder-ikke')]);
  expect(
    (await post('/underretninger', underretning({ navn: 'Testesen' }, { aarsagKoder: ['UDSLAG18'] }))).status,
  ).toBe(422);
});

test('Et ufødt barn findes gennem moderen, og samme graviditet er samme barn', async () => {
  const ufoedt = { ufoedt: true, morsCpr: '6502909996', termin: '2019-05-01' };
  const foerste = await modtag(ufoedt);
  const anden = await modtag({ ...ufoedt, termin: '2019-05-10' });
  expect(anden.barnId).toBe(foerste.barnId);
  const barn = await get(`/personer/${foerste.barnId}`);
  expect(barn.body).toMatchObject({ art: 'ufoedt', termin: '2019-05-01', relationer: [{ art: 'mor' }] });
  const mangler = await post('/underretninger', underretning({ ufoedt: true }));
  expect([mangler.status, mangler.body.type]).toEqual([422, expect.stringContaining('mor-mangler')]);
});

test('Søskende er hver sin underretning i samme henvendelse', async () => {
  const henvendelseId = randomUUID();
  const [a, b] = [
    await modtag({ navn: 'A Testesen' }, { henvendelseId }),
    await modtag({ navn: 'B Testesen' }, { henvendelseId }),
  ];
  expect(a.underretningId).not.toBe(b.underretningId);
  expect(a.barnId).not.toBe(b.barnId);
});

test('En gentaget anmodning modtager ikke underretningen igen', async () => {
  const noegle = randomUUID();
  const krop = underretning({ navn: 'Gentaget Testesen' });
  const send = () =>
    api.request.post('/v1/underretninger').set('Authorization', modtagelse).set('Idempotency-Key', noegle).send(krop);
  const [foerste, anden] = [await send(), await send()];
  expect(anden.headers['idempotent-gentagelse']).toBe('true');
  expect(anden.body.underretningId).toBe(foerste.body.underretningId);
});

test('To samtidige underretninger om et nyt barn registrerer barnet én gang', async () => {
  const svar = await Promise.all([1, 2, 3, 4].map(() => post('/underretninger', underretning({ cpr: '7003109994' }))));
  expect(svar.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(new Set(svar.map(({ body }) => (body as { barnId: string }).barnId)).size).toBe(1);
});

test('En ugyldig anmodning nævner hvert felt og hvorfor', async () => {
  const svar = await post('/underretninger', {
    ...underretning({ cpr: '9999999999' }),
    form: 'brevdue',
    modtaget: 'i går',
    ukendt: 1,
  });
  expect(svar.status).toBe(400);
  expect((svar.body as { fejl: { sti: string }[] }).fejl.map(({ sti }) => sti).sort()).toEqual([
    '/barn/cpr',
    '/form',
    '/modtaget',
    '/ukendt',
  ]);
});

test('En underretning fra fremtiden afvises', async () => {
  const svar = await post(
    '/underretninger',
    underretning({ navn: 'Testesen' }, { modtaget: '2019-03-19T10:00:01+01:00' }),
  );
  expect([svar.status, svar.body.type]).toEqual([422, expect.stringContaining('dato-i-fremtiden')]);
});

test('Videresendelse og annullering lukker underretningen for barnet', async () => {
  const videre = await modtag({ navn: 'Flyttet Testesen' });
  const send = { tilKommune: '851', videresendt: '2019-02-02T10:00:00+01:00', begrundelse: 'Flyttet.' };
  expect((await post(`/underretninger/${videre.underretningId}/videresendelse`, send)).status).toBe(422);
  await post(`/underretninger/${videre.underretningId}/akutvurdering`, akut);
  expect(
    (await post(`/underretninger/${videre.underretningId}/videresendelse`, { ...send, tilKommune: '999' })).status,
  ).toBe(422);
  expect((await post(`/underretninger/${videre.underretningId}/videresendelse`, send)).status).toBe(201);
  const fejl = await modtag({ navn: 'Dobbelt Testesen' });
  expect(
    (
      await post(`/underretninger/${fejl.underretningId}/annullering`, {
        annulleret: '2019-02-02T10:00:00+01:00',
        begrundelse: 'Registreret to gange.',
      })
    ).status,
  ).toBe(201);
  expect((await post(`/underretninger/${fejl.underretningId}/akutvurdering`, akut)).status).toBe(409);
  expect((await get(`/underretninger/${fejl.underretningId}`)).body).toMatchObject({
    tilstand: 'annulleret',
    lukkebegrundelse: 'Registreret to gange.',
  });
});

test('Ved overgreb kræver screeningen en samtale eller en begrundet undladelse (SEL § 155 a)', async () => {
  const { underretningId } = await modtag({ navn: 'Overgreb Testesen' }, { overgreb: true });
  await post(`/underretninger/${underretningId}/akutvurdering`, akut);
  expect((await post(`/underretninger/${underretningId}/screening`, screening('bfu'))).body.mangler).toEqual([
    'underretning-boernesamtale',
  ]);
  expect(
    (await post(`/underretninger/${underretningId}/boernesamtale`, { dato: '2019-02-02', udfald: 'holdt' })).status,
  ).toBe(422);
  expect(
    (
      await post(`/underretninger/${underretningId}/boernesamtale`, {
        dato: '2019-02-02',
        udfald: 'undladt',
        begrundelse: 'Tre uger gammelt.',
      })
    ).status,
  ).toBe(201);
  expect((await post(`/underretninger/${underretningId}/screening`, screening('ingen-indsats'))).body.sagId).toBeNull();
});

test('Listen viser tilstande uden navne, bladres med markør og skrives i adgangsloggen', async () => {
  const foerste = await get(
    '/underretninger?graense=3&tilstand=modtaget&modtagetFra=2019-02-01&modtagetTil=2019-02-01',
  );
  expect(foerste.status).toBe(200);
  const side = foerste.body as { poster: { underretningId: string; barnId: string }[]; naeste: string };
  expect(side.poster).toHaveLength(3);
  expect(JSON.stringify(side)).not.toContain('Testesen');
  const anden = await get(
    `/underretninger?graense=200&tilstand=modtaget&modtagetFra=2019-02-01&modtagetTil=2019-02-01&efter=${side.naeste}`,
  );
  const resten = (anden.body as typeof side).poster.map(({ underretningId }) => underretningId);
  expect(side.poster.some(({ underretningId }) => resten.includes(underretningId))).toBe(false);
  expect((await get('/underretninger?modtagetTil=2019-01-31')).body.poster).toEqual([]);
  const revisor = await api.token('rev01', REBILD, ['revisor']);
  const log = await get('/revision/adgangslog?graense=200', revisor);
  const set = (log.body as { poster: { barnId: string; rute: string }[] }).poster
    .filter(({ rute }) => rute === 'GET /v1/underretninger')
    .map(({ barnId }) => barnId);
  expect(set).toEqual(expect.arrayContaining(side.poster.map(({ barnId }) => barnId)));
});

test('En anden kommune ser ingenting: 404 for underretningen og barnet, og dens liste er tom', async () => {
  const { underretningId, barnId } = await modtag({ cpr: '6102149995' });
  expect((await get(`/underretninger/${underretningId}`, nabo)).status).toBe(404);
  expect((await get(`/personer/${barnId}`, nabo)).status).toBe(404);
  expect((await post(`/underretninger/${underretningId}/akutvurdering`, akut, nabo)).status).toBe(404);
  expect((await post('/personer/opslag', { cpr: '6102149995' }, nabo)).status).toBe(404);
  expect((await get('/underretninger', nabo)).body.poster).toEqual([]);
});
