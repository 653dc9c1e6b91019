import { randomUUID } from 'node:crypto';
import { REBILD, startTestApi, type TestApi } from '../../src/platform/testing/api.js';

/** A case from its opening to its closing, and the child's network, through HTTP. */
let api: TestApi;
let teamleder: string;
let sb01: string;
let sb02: string;

beforeAll(async () => {
  api = await startTestApi();
  [teamleder, sb01, sb02] = await Promise.all([
    api.token('tl01', REBILD, ['teamleder']),
    api.token('sb01', REBILD, ['sagsbehandler']),
    api.token('sb02', REBILD, ['sagsbehandler']),
  ]);
});
afterAll(() => api.stop());

const post = (sti: string, krop: object, token = teamleder) =>
  api.request.post(`/v1${sti}`).set('Authorization', token).set('Idempotency-Key', randomUUID()).send(krop);
const get = (sti: string, token = teamleder) => api.request.get(`/v1${sti}`).set('Authorization', token);

async function opret(barn: object, omraade = 'social'): Promise<{ sagId: string; barnId: string }> {
  const svar = await post('/sager', { barn, omraade, grund: 'ansoegning', oprettet: '2018-06-01' });
  expect([svar.status, svar.body]).toEqual([201, expect.objectContaining({ sagId: expect.any(String) })]);
  return svar.body as { sagId: string; barnId: string };
}

test('En sag oprettes, tildeles, overdrages med notat, lukkes og genåbnes', async () => {
  const { sagId, barnId } = await opret({ cpr: '6102149995', navn: 'Barn Testesen' });
  expect(
    (await post(`/sager/${sagId}/tildeling`, { sagsbehandler: 'sb01', team: 'boerne', tildelt: '2018-06-01' })).status,
  ).toBe(201);

  const uden = await post(`/sager/${sagId}/overdragelser`, { til: 'sb02', foreslaaet: '2019-02-01' }, sb01);
  expect([uden.status, uden.body.fejl?.[0]?.sti]).toEqual([400, '/notat']);
  const forslag = await post(
    `/sager/${sagId}/overdragelser`,
    { til: 'sb02', tilTeam: 'unge', notat: 'Fristen er 1. april.', foreslaaet: '2019-02-01' },
    sb01,
  );
  const { overdragelseId } = forslag.body as { overdragelseId: string };
  expect((await get(`/sager?overdragesTil=sb02`)).body.poster).toMatchObject([
    { sagId, sagsbehandler: 'sb01', overdragesTil: 'sb02' },
  ]);
  expect(
    (await post(`/sager/${sagId}/overdragelser/${overdragelseId}/accept`, { accepteret: '2019-02-02' }, sb01)).status,
  ).toBe(422);
  expect(
    (await post(`/sager/${sagId}/overdragelser/${overdragelseId}/accept`, { accepteret: '2019-02-02' }, sb02)).status,
  ).toBe(201);
  expect((await get(`/sager?sagsbehandler=sb02&tilstand=aaben`)).body.poster).toMatchObject([
    { sagId, team: 'unge', overdragesTil: null },
  ]);
  expect((await get(`/sager/${sagId}`)).body.overdragelser).toMatchObject([
    { notat: 'Fristen er 1. april.', svar: 'accepteret', svaret: '2019-02-02' },
  ]);

  expect((await post(`/sager/${sagId}/omraade`, { omraade: 'handicap', gaelderFra: '2019-03-01' }, sb02)).status).toBe(
    201,
  );
  expect(
    (await post(`/sager/${sagId}/lukning`, { lukket: '2019-03-10', begrundelse: 'Formålet er opnået.' }, sb02)).status,
  ).toBe(201);
  expect((await post(`/sager/${sagId}/tildeling`, { sagsbehandler: 'sb01', tildelt: '2019-03-11' })).status).toBe(409);
  expect(
    (await post(`/sager/${sagId}/genaabning`, { genaabnet: '2019-03-12', begrundelse: 'Ny ansøgning.' }, sb02)).status,
  ).toBe(201);
  expect((await get(`/sager/${sagId}`)).body).toMatchObject({
    barnId,
    tilstand: 'aaben',
    omraade: 'handicap',
    lukket: null,
    sagsbehandler: 'sb02',
    version: 7,
  });
});

test('Et barn har højst én åben sag pr. område, men en ny kan oprettes, når den gamle er lukket', async () => {
  const barn = { cpr: '7003109994' };
  const { sagId, barnId } = await opret(barn);
  const igen = await post('/sager', { barnId, omraade: 'social', grund: 'ansoegning', oprettet: '2019-01-01' });
  expect([igen.status, igen.body.type]).toEqual([409, expect.stringContaining('barnet-har-aaben-sag')]);
  await opret(barn, 'handicap');
  expect((await post(`/sager/${sagId}/lukning`, { lukket: '2019-01-02', begrundelse: 'Slut.' })).status).toBe(201);
  await opret(barn);
  const optaget = await post(`/sager/${sagId}/genaabning`, { genaabnet: '2019-01-03', begrundelse: 'Igen.' });
  expect(optaget.status).toBe(409);
  expect((await get(`/sager?barnId=${barnId}&tilstand=aaben`)).body.poster).toHaveLength(2);
});

test('En sag kan ikke lukkes, mens en underretning om barnet er åben', async () => {
  const { sagId, barnId } = await opret({ navn: 'Underrettet Testesen' });
  const modtaget = await post('/underretninger', {
    barn: { barnId },
    modtaget: '2019-03-01T10:00:00+01:00',
    form: 'skriftlig',
    underretter: { anonym: true, kode: '8' },
    aarsagKoder: ['UDSLAG3'],
    beskrivelse: 'Bekymring.',
  });
  expect(modtaget.body).toMatchObject({ barnId, sagId });
  const lukning = await post(`/sager/${sagId}/lukning`, { lukket: '2019-03-10', begrundelse: 'Slut.' });
  expect([lukning.status, lukning.body.mangler]).toEqual([422, ['aaben-underretning']]);
  const { underretningId } = modtaget.body as { underretningId: string };
  await post(`/underretninger/${underretningId}/annullering`, {
    annulleret: '2019-03-02T10:00:00+01:00',
    begrundelse: 'Fejl.',
  });
  expect((await post(`/sager/${sagId}/lukning`, { lukket: '2019-03-10', begrundelse: 'Slut.' })).status).toBe(201);
});

test('Den, der ikke har set den nyeste version, får 412, og intet er ændret', async () => {
  const { sagId } = await opret({ navn: 'Version Testesen' });
  const tildel = (sagsbehandler: string, ifMatch: string) =>
    api.request
      .post(`/v1/sager/${sagId}/tildeling`)
      .set('Authorization', teamleder)
      .set('Idempotency-Key', randomUUID())
      .set('If-Match', ifMatch)
      .send({ sagsbehandler, tildelt: '2018-06-02' });
  const foerste = await tildel('sb01', '"1"');
  expect([foerste.status, foerste.headers['etag']]).toEqual([201, '"2"']);
  expect((await tildel('sb02', '"1"')).status).toBe(412);
  expect((await get(`/sager/${sagId}`)).body.sagsbehandler).toBe('sb01');
});

test('Et andet ids art er ikke en sag', async () => {
  const { barnId } = await opret({ navn: 'Art Testesen' });
  expect((await get(`/sager/${barnId}`)).status).toBe(404);
  expect((await post(`/sager/${barnId}/tildeling`, { sagsbehandler: 'sb01', tildelt: '2018-06-02' })).status).toBe(404);
});

test('Barnets netværk: personer slås op, rettes, beskyttes og har daterede relationer', async () => {
  const mor = await post('/personer', {
    art: 'voksen',
    cpr: '6502909996',
    navn: 'Mor Testesen',
    adresse: 'Prøvevej 1',
  });
  const { personId: morId } = mor.body as { personId: string };
  expect((await post('/personer', { art: 'voksen', cpr: '650290-9996' })).status).toBe(409);
  const { barnId } = await opret({ navn: 'Netværk Testesen', foedselsdato: '2014-02-01' });
  const relation = await post(`/personer/${barnId}/relationer`, {
    personId: morId,
    art: 'mor',
    foraeldremyndighed: true,
    gaelderFra: '2014-02-01',
  });
  const { relationId } = relation.body as { relationId: string };
  expect((await get(`/personer/${morId}`)).body.relationTil).toMatchObject([
    { personId: barnId, art: 'mor', foraeldremyndighed: true, ophoertDato: null },
  ]);
  expect(
    (await post(`/personer/${barnId}/relationer/${relationId}/ophoer`, { ophoertDato: '2018-01-01' })).status,
  ).toBe(201);
  expect((await get(`/personer/${barnId}`)).body.relationer).toMatchObject([{ relationId, ophoertDato: '2018-01-01' }]);
  expect(
    (
      await post(`/personer/${barnId}/relationer`, {
        personId: randomUUID(),
        art: 'far',
        foraeldremyndighed: true,
        gaelderFra: '2014-02-01',
      })
    ).status,
  ).toBe(404);

  expect((await post(`/personer/${morId}/rettelser`, { cpr: '6502909988', aarsag: 'Tastefejl.' })).status).toBe(201);
  expect((await post('/personer/opslag', { cpr: '6502909996' })).status).toBe(404);
  const fundet = await post('/personer/opslag', { cpr: '6502909988' });
  expect([fundet.status, fundet.body]).toEqual([
    200,
    expect.objectContaining({ personId: morId, navn: 'Mor Testesen', adresse: 'Prøvevej 1' }),
  ]);

  await post(`/personer/${morId}/adressebeskyttelse`, { beskyttet: true, gaelderFra: '2019-03-01' });
  expect((await get(`/personer/${morId}`)).body).toMatchObject({ adressebeskyttet: true, adresse: null });
  expect((await get(`/personer/${morId}?visBeskyttetAdresse=true`)).body).toMatchObject({ adresse: 'Prøvevej 1' });
});

test('Hvad der skal gøres nu, følger af sagen', async () => {
  const { sagId } = await opret({ navn: 'Vejledt Testesen' });
  const svar = await get(`/sager/${sagId}/naeste-skridt`);
  expect((svar.body as { skridt: { kode: string }[] }).skridt.map(({ kode }) => kode)).toEqual([
    'sag-tildeling',
    'sag-lukning',
    'bfu-undersoegelse',
  ]);
});
