import { randomUUID } from 'node:crypto';
import { AALBORG, REBILD, startTestApi, type TestApi } from '../../src/platform/testing/api.js';
import { createPool } from '../../src/platform/db/pool.js';

/** Texts saved while they are written: 200 times, with nothing lost and nothing in the journal but the finished text, once. */
let api: TestApi;
let token: string;
let anden: string;
let fremmed: string;
let revisor: string;

beforeAll(async () => {
  api = await startTestApi();
  [token, anden, fremmed, revisor] = await Promise.all([
    api.token('sb01', REBILD, ['sagsbehandler', 'teamleder']),
    api.token('sb02', REBILD, ['sagsbehandler']),
    api.token('aalborg-sb01', AALBORG, ['sagsbehandler']),
    api.token('re01', REBILD, ['revisor']),
  ]);
});
afterAll(() => api.stop());

const send = (sti: string, krop: object) =>
  api.request.post(`/v1${sti}`).set('Authorization', token).set('Idempotency-Key', randomUUID()).send(krop);
async function sket(sti: string, krop: object): Promise<Record<string, string>> {
  const svar = await send(sti, krop);
  expect([sti, svar.status, svar.body.detail]).toEqual([sti, 201, undefined]);
  return svar.body as Record<string, string>;
}
const gem = (sti: string, tekst: string, set: number, hvem = token) =>
  api.request.put(`/v1${sti}`).set('Authorization', hvem).set('If-Match', `"${set}"`).send({ tekst });
const hent = (sti: string, hvem = token) => api.request.get(`/v1${sti}`).set('Authorization', hvem);
const linjer = async (barnId: string) =>
  ((await hent(`/boern/${barnId}/journal?graense=200`)).body as { poster: { overskrift: string; tekst: string }[] })
    .poster;

async function undersoegelse() {
  const { sagId = '', barnId = '' } = await sket('/sager', {
    barn: { navn: `Kladde Testesen ${randomUUID().slice(0, 8)}` },
    omraade: 'social',
    grund: 'ansoegning',
    oprettet: '2019-01-02',
  });
  const { bfuId = '' } = await sket(`/sager/${sagId}/undersoegelser`, {
    opmaerksomDato: '2019-01-05',
    afgoerelseDato: '2019-01-07',
    begrundelse: 'Fravær.',
  });
  await sket(`/undersoegelser/${bfuId}/temaer`, {
    dato: '2019-01-10',
    temaer: [{ tema: 'skoleforhold', relevant: true, begrundelse: 'Fravær.' }],
  });
  return { sagId, barnId, bfu: `/undersoegelser/${bfuId}`, bfuId };
}

test('200 gange gemt giver ingen linjer i journalen, ingen hændelser og en strøm, der ikke er vokset', async () => {
  const { barnId, bfu, bfuId } = await undersoegelse();
  const [foer, hoved, stroem] = [
    await linjer(barnId),
    await api.store.head(REBILD),
    await api.store.load(REBILD, bfuId),
  ];
  let tekst = '';
  for (let nr = 0; nr < 200; nr += 1) {
    tekst += `Sætning ${nr} om barnets trivsel, skrevet færdig og gemt. `;
    const svar = await gem(`${bfu}/kladde/analyse`, tekst, nr);
    expect([nr, svar.status, svar.headers['etag']]).toEqual([nr, 200, `"${nr + 1}"`]);
  }
  expect(await linjer(barnId)).toEqual(foer);
  expect(await api.store.head(REBILD)).toBe(hoved);
  expect(await api.store.load(REBILD, bfuId)).toHaveLength(stroem.length);
  expect((await hent(`${bfu}/kladde`)).body).toEqual({
    kladder: [{ felt: 'analyse', tekst, version: 200, gemt: expect.any(String), gemtAf: 'sb01' }],
  });

  await sket(`${bfu}/analyse`, { dato: '2019-02-10', analyse: tekst, fund: [] });
  // The finished text is in the journal once, and the draft is gone.
  expect((await linjer(barnId)).filter((linje) => linje.tekst === tekst)).toHaveLength(1);
  expect((await hent(`${bfu}/kladde`)).body).toEqual({ kladder: [] });
  const owner = createPool(api.database.superuserUrl, { name: 'rows', max: 1 });
  try {
    expect((await owner.query('SELECT FROM es.draft WHERE document_id = $1', [bfuId])).rowCount).toBe(0);
  } finally {
    await owner.end();
  }
});

test('To, der skriver i samme felt, overskriver ikke hinanden: den anden får 412 og ser, hvem der gemte', async () => {
  const { bfu } = await undersoegelse();
  const felt = `${bfu}/kladde/konklusion.barnetsHoldning`;
  expect((await gem(felt, 'Vil gerne', 0)).status).toBe(200);
  const sent = await gem(felt, 'Noget andet', 0, anden);
  expect([sent.status, sent.headers['etag'], sent.body.gaeldendeVersion]).toEqual([412, '"1"', 1]);
  expect(sent.body.detail).toContain('sb01');
  // The answer to the first was lost and it is sent again: nothing is in the way of oneself.
  expect((await gem(felt, 'Vil gerne', 0)).body).toMatchObject({ version: 1 });
  expect((await gem(felt, 'Vil gerne have ro', 1, anden)).status).toBe(200);
  const uden = await api.request.put(`/v1${felt}`).set('Authorization', token).send({ tekst: 'x' });
  expect([uden.status, uden.body.type]).toEqual([428, expect.stringContaining('if-match-mangler')]);
  expect((await hent(`${bfu}/kladde`)).body.kladder).toMatchObject([{ tekst: 'Vil gerne have ro', gemtAf: 'sb02' }]);
});

test('Kladden ses kun i kommunen, er forseglet, og læsningen står i adgangsloggen', async () => {
  const { bfu, bfuId, barnId } = await undersoegelse();
  await gem(`${bfu}/kladde/foraeldresamtale`, 'Hemmeligt om familien Navnesen', 0);
  expect((await hent(`${bfu}/kladde`, fremmed)).status).toBe(404);
  expect((await gem(`${bfu}/kladde/foraeldresamtale`, 'Fremmed', 1, fremmed)).status).toBe(404);
  await hent(`${bfu}/kladde`, anden);
  const log = await hent(`/revision/adgangslog?barnId=${barnId}`, revisor);
  expect(log.body.poster).toContainEqual(
    expect.objectContaining({ bruger: 'sb02', rute: 'GET /v1/undersoegelser/:id/kladde' }),
  );
  const owner = createPool(api.database.superuserUrl, { name: 'bytes', max: 1 });
  try {
    const { rows } = await owner.query<{ row: string }>(
      `SELECT encode(sealed, 'escape') || d::text AS row FROM es.draft d WHERE document_id = $1`,
      [bfuId],
    );
    expect(rows).toHaveLength(1);
    expect(rows.some(({ row }) => row.includes('Navnesen'))).toBe(false);
  } finally {
    await owner.end();
  }
});

test('Der skrives kun kladde til trin, der findes, og kun mens undersøgelsen er i gang', async () => {
  const { bfu } = await undersoegelse();
  const ukendt = await gem(`${bfu}/kladde/vejret`, 'Sol', 0);
  expect([ukendt.status, ukendt.body.fejl]).toEqual([
    400,
    [expect.objectContaining({ sti: '{felt}', kode: 'ukendt-kode' })],
  ]);
  await gem(`${bfu}/kladde/gennemgang`, 'Påbegyndt', 0);
  expect(
    (await api.request.delete(`/v1${bfu}/kladde/gennemgang`).set('Authorization', token).set('If-Match', '"7"')).status,
  ).toBe(412);
  expect(
    (await api.request.delete(`/v1${bfu}/kladde/gennemgang`).set('Authorization', token).set('If-Match', '"1"')).status,
  ).toBe(200);
  expect((await hent(`${bfu}/kladde`)).body.kladder).toEqual([]);
  await gem(`${bfu}/kladde/konklusion`, 'Bliver aldrig færdig', 0);
  await sket(`${bfu}/afbrydelse`, {
    dato: '2019-02-10',
    aarsag: 'behov-bortfaldet',
    begrundelse: 'Ikke længere behov.',
  });
  expect((await hent(`${bfu}/kladde`)).body.kladder).toEqual([]);
  const lukket = await gem(`${bfu}/kladde/konklusion`, 'For sent', 0);
  expect([lukket.status, lukket.body.detail]).toEqual([409, 'Undersøgelsen er afbrudt.']);
});

test('Det, der er skrevet efter den færdige tekst, bliver; en plans opfølgning kan skrives som kladde, mens den gælder', async () => {
  const { sagId, bfuId, bfu } = await undersoegelse();
  await gem(`${bfu}/kladde/analyse`, 'Første', 0);
  await gem(`${bfu}/kladde/konklusion`, 'Ikke færdig', 0);
  const analyse = await sket(`${bfu}/analyse`, {
    dato: '2019-02-10',
    analyse: 'Første.',
    fund: [{ tema: 'skoleforhold', art: 'udfordring', tekst: 'Møder træt.' }],
  });
  await gem(`${bfu}/kladde/analyse`, 'Anden udgave', 0);
  expect((await hent(`${bfu}/kladde`)).body.kladder).toMatchObject([
    { felt: 'analyse', tekst: 'Anden udgave' },
    { felt: 'konklusion', tekst: 'Ikke færdig' },
  ]);

  const { planId = '' } = await sket(`/sager/${sagId}/planer`, {
    plantype: 'handleplan',
    oprettet: '2019-02-11',
    bfuId,
    formaal: 'Komme i skole.',
  });
  const plan = `/planer/${planId}`;
  const [fundId] = analyse['fundIder'] as unknown as string[];
  await gem(`${plan}/kladde/maal.1`, 'Til tiden', 0);
  await sket(`${plan}/maal`, { dato: '2019-02-11', maal: 'Til tiden.', fundId });
  expect((await hent(`${plan}/kladde`)).body.kladder).toEqual([]);
  await sket(`${plan}/godkendelse`, { dato: '2019-02-12', inddragelse: 'Ja.' });
  expect((await gem(`${plan}/kladde/opfoelgning.vurdering`, 'Det går fremad', 0)).status).toBe(200);
  await sket(`${plan}/opfoelgninger`, {
    dato: '2019-03-10',
    udfald: 'uaendret',
    vurdering: 'Det går fremad.',
    barnetsHoldning: 'Glad.',
  });
  expect((await hent(`${plan}/kladde`)).body.kladder).toEqual([]);
});
