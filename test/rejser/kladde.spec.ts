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
const opgiv = (sti: string, set: number) =>
  api.request.delete(`/v1${sti}`).set('Authorization', token).set('If-Match', `"${set}"`);
const tilbage = async (sti: string) =>
  ((await hent(`${sti}/kladde`)).body as { kladder: { felt: string; tilovers: boolean }[] }).kladder.map(
    ({ felt, tilovers }) => [felt, tilovers],
  );
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
    kladder: [{ felt: 'analyse', tekst, version: 200, gemt: expect.any(String), gemtAf: 'sb01', tilovers: false }],
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
  expect((await opgiv(`${bfu}/kladde/gennemgang`, 7)).status).toBe(412);
  expect((await opgiv(`${bfu}/kladde/gennemgang`, 1)).status).toBe(200);
  expect((await hent(`${bfu}/kladde`)).body.kladder).toEqual([]);
  await gem(`${bfu}/kladde/konklusion`, 'Bliver aldrig færdig', 0);
  await sket(`${bfu}/afbrydelse`, {
    dato: '2019-02-10',
    aarsag: 'behov-bortfaldet',
    begrundelse: 'Ikke længere behov.',
  });
  // An autosave that was answered is not thrown away when somebody stops the investigation; it can be read and given up.
  expect((await hent(`${bfu}/kladde`)).body.kladder).toMatchObject([
    { felt: 'konklusion', tekst: 'Bliver aldrig færdig', tilovers: true },
  ]);
  const lukket = await gem(`${bfu}/kladde/konklusion`, 'For sent', 0);
  expect([lukket.status, lukket.body.detail]).toEqual([409, 'Undersøgelsen er afbrudt.']);
  expect((await opgiv(`${bfu}/kladde/konklusion`, 1)).status).toBe(200);
  expect((await hent(`${bfu}/kladde`)).body.kladder).toEqual([]);
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
  const { maalId } = await sket(`${plan}/maal`, { dato: '2019-02-11', maal: 'Til tiden.', fundId });
  expect((await hent(`${plan}/kladde`)).body.kladder).toEqual([]);
  await sket(`${plan}/godkendelse`, { dato: '2019-02-12', inddragelse: 'Ja.' });
  expect((await gem(`${plan}/kladde/opfoelgning.vurdering`, 'Det går fremad', 0)).status).toBe(200);
  await sket(`${plan}/opfoelgninger`, {
    dato: '2019-03-10',
    udfald: 'uaendret',
    vurdering: 'Det går fremad.',
    barnetsHoldning: 'Glad.',
    maalstatus: [{ maalId, status: 'i-gang' }],
  });
  expect((await hent(`${plan}/kladde`)).body.kladder).toEqual([]);
});

test('Af to felter i samme trin forsvinder kun det, der blev registreret; det andet er der endnu', async () => {
  const { sagId, bfu, bfuId } = await undersoegelse();
  const felter = [
    ['temaer.familieforhold', 'Far er flyttet'],
    ['temaer.skoleforhold', 'Fravær hver mandag'],
    ['foraeldresamtale.mor', 'Mor fortæller'],
    ['foraeldresamtale.far', 'Far fortæller'],
    ['udtalelse.skolen', 'Om trivsel i klassen'],
    ['udtalelse.laegen', 'Om hørelsen'],
    ['fund.1', 'Møder træt'],
    ['fund.2', 'Har en god ven'],
  ] as const;
  for (const [felt, tekst] of felter) expect((await gem(`${bfu}/kladde/${felt}`, tekst, 0)).status).toBe(200);

  await sket(`${bfu}/temaer`, {
    dato: '2019-01-11',
    temaer: [{ tema: 'skoleforhold', relevant: true, begrundelse: 'Fravær hver mandag.' }],
  });
  await sket(`${bfu}/foraeldresamtaler`, { dato: '2019-01-12', referat: 'Mor fortæller.' });
  const anmodning = { anmodet: '2019-01-12', svarfrist: '2019-01-26', emne: 'Om trivsel i klassen.' };
  await sket(`${bfu}/udtalelser`, { aktoer: 'Skolen', ...anmodning });
  const analyse = await sket(`${bfu}/analyse`, {
    ...{ dato: '2019-02-10', analyse: 'Kort.' },
    fund: [{ tema: 'skoleforhold', art: 'udfordring', tekst: 'Møder træt.' }],
  });
  expect(await tilbage(bfu)).toEqual([
    ['foraeldresamtale.far', true],
    ['fund.2', true],
    // Nothing has been recorded of that theme: it is simply not finished.
    ['temaer.familieforhold', false],
    ['udtalelse.laegen', true],
  ]);

  const { planId = '' } = await sket(`/sager/${sagId}/planer`, {
    ...{ plantype: 'handleplan', oprettet: '2019-02-11', bfuId },
    formaal: 'Komme i skole.',
  });
  const plan = `/planer/${planId}`;
  const [fundId] = analyse['fundIder'] as unknown as string[];
  for (const nr of [1, 2]) await gem(`${plan}/kladde/maal.${nr}`, `Mål nummer ${nr}`, 0);
  await gem(`${plan}/kladde/hoering`, 'Parterne mener', 0);
  expect((await gem(`${plan}/kladde/formaal`, 'Kan ikke gøres færdig', 0)).status).toBe(400);
  await sket(`${plan}/maal`, { dato: '2019-02-11', maal: 'Mål nummer 1.', fundId });
  await sket(`${plan}/godkendelse`, { dato: '2019-02-12', inddragelse: 'Ja.' });
  expect((await tilbage(plan)).map(([felt]) => felt)).toEqual(['hoering', 'maal.2']);

  // A colleague approves the next version while the follow-up is being written in the old one.
  await gem(`${plan}/kladde/opfoelgning.vurdering`, 'Det går fremad', 0);
  const { planId: naeste = '' } = await sket(`${plan}/revision`, { dato: '2019-03-01' });
  await sket(`/planer/${naeste}/godkendelse`, { dato: '2019-03-02', inddragelse: 'Ja.' });
  expect(await tilbage(plan)).toContainEqual(['opfoelgning.vurdering', true]);
});

test('To skriver på samme analyse: den, der registrerer sin egen gamle udgave, sletter ikke den andens side', async () => {
  const { bfu } = await undersoegelse();
  const felt = `${bfu}/kladde/analyse`;
  const krop = { dato: '2019-02-10', analyse: 'Barnet trives.', fund: [] };
  await gem(felt, 'Barnet trives.', 0);
  await gem(felt, 'Barnet trives. Og en side mere.', 1, anden);
  await sket(`${bfu}/analyse`, krop);
  expect(await tilbage(bfu)).toEqual([['analyse', true]]);

  const registrer = (hoved: string) => send(`${bfu}/analyse`, krop).set('Faerdige-Kladder', hoved);
  expect((await registrer('analyse=1')).status).toBe(201);
  expect(await tilbage(bfu)).toEqual([['analyse', true]]);
  // Now the writer says that the version is seen and done with, though its words were written anew.
  expect((await registrer(' analyse=2 ')).status).toBe(201);
  expect(await tilbage(bfu)).toEqual([]);

  const sjusk = await registrer('analyse');
  expect([sjusk.status, sjusk.body.fejl]).toEqual([400, [expect.objectContaining({ felt: 'Faerdige-Kladder' })]]);
  expect((await registrer('vejret=1')).status).toBe(400);
});

test('I en lukket sag tager en plan, der er kladde, ikke mod skrift; det skrevne kan læses og opgives, og en genåbnet sag skriver videre', async () => {
  const { sagId, bfu } = await undersoegelse();
  await sket(`${bfu}/afbrydelse`, { dato: '2019-02-10', aarsag: 'behov-bortfaldet', begrundelse: 'Ikke behov.' });
  const { planId = '' } = await sket(`/sager/${sagId}/planer`, {
    ...{ plantype: 'handleplan', oprettet: '2019-02-11', formaal: 'Komme i skole.' },
  });
  const plan = `/planer/${planId}`;
  await gem(`${plan}/kladde/maal.1`, 'Til tiden', 0);
  await gem(`${plan}/kladde/maal.2`, 'Sove hjemme', 0);
  await sket(`/sager/${sagId}/lukning`, { lukket: '2019-03-01', begrundelse: 'Familien klarer sig.' });

  const lukket = await gem(`${plan}/kladde/maal.1`, 'Til tiden hver dag', 1);
  expect([lukket.status, lukket.body.type, lukket.body.detail]).toEqual([
    409,
    expect.stringContaining('kladde-lukket'),
    'Sagen blev lukket 2019-03-01. Genåbn den for at skrive i planen; det skrevne kan læses og opgives.',
  ]);
  expect((await hent(`${plan}/kladde`)).body.kladder).toMatchObject([
    { felt: 'maal.1', tekst: 'Til tiden', version: 1, tilovers: true },
    { felt: 'maal.2', tekst: 'Sove hjemme', tilovers: true },
  ]);
  expect((await opgiv(`${plan}/kladde/maal.2`, 1)).status).toBe(200);

  await sket(`/sager/${sagId}/genaabning`, { genaabnet: '2019-03-10', begrundelse: 'Nye forhold.' });
  expect((await gem(`${plan}/kladde/maal.1`, 'Til tiden hver dag', 1)).status).toBe(200);
  expect(await tilbage(plan)).toEqual([['maal.1', false]]);
});
