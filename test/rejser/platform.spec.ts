import { randomUUID } from 'node:crypto';
import { REBILD, startTestApi, type TestApi } from '../../src/platform/testing/api.js';
import { proeveKontekst } from './proeve-kontekst.js';

let api: TestApi;
let sagsbehandler: string;

beforeAll(async () => {
  api = await startTestApi({ instead: proeveKontekst });
  sagsbehandler = await api.token('sb01', REBILD, ['sagsbehandler']);
});
afterAll(() => api.stop());

const post = (sti: string, noegle: string = randomUUID()) =>
  api.request.post(`/v1${sti}`).set('Authorization', sagsbehandler).set('Idempotency-Key', noegle);
const get = (sti: string) => api.request.get(`/v1${sti}`).set('Authorization', sagsbehandler);
const opret = async (): Promise<string> => String((await post('/ting').send({ navn: 'Ting' }).expect(201)).body.tingId);

describe('en kommando', () => {
  test('svarer 201 med ETag, position, Location og det, der kan læses straks', async () => {
    const answer = await post('/ting').send({ navn: 'Ting' }).expect(201);
    expect(answer.body).toEqual({
      tingId: expect.any(String),
      version: 1,
      position: expect.any(Number),
      laesbar: true,
    });
    expect(answer.headers).toMatchObject({
      etag: '"1"',
      haendelsesposition: String(answer.body.position),
      location: `/v1/ting/${answer.body.tingId}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers['idempotent-gentagelse']).toBeUndefined();
    const seen = await api.request
      .get(answer.headers['location'] ?? '')
      .set('Authorization', sagsbehandler)
      .expect(200);
    expect(seen.body).toMatchObject({ tingId: answer.body.tingId, tal: 0 });
  });

  test('"Prefer: wait=N" følges og bekræftes', async () => {
    const answer = await post('/ting').set('Prefer', 'handling=lenient, wait=5').send({ navn: 'Ting' }).expect(201);
    expect(answer.headers['preference-applied']).toBe('wait=5');
    expect(answer.body.laesbar).toBe(true);
  });

  test('"Prefer: respond-async" svarer 202 uden at vente, og positionen kan ventes på bagefter', async () => {
    const answer = await post('/ting').set('Prefer', 'respond-async').send({ navn: 'Ting' }).expect(202);
    expect(answer.headers['preference-applied']).toBe('respond-async');
    expect(answer.body.laesbar).toBe(false);
    await get(`/ting/${answer.body.tingId}`).set('Haendelsesposition', String(answer.body.position)).expect(200);
  });

  test('anmodningens id følger med ud og ind i hændelsen', async () => {
    const answer = await post('/ting').set('X-Request-Id', 'min-egen.1').send({ navn: 'Ting' }).expect(201);
    expect(answer.headers['x-request-id']).toBe('min-egen.1');
    const [stored] = await api.store.load(REBILD, answer.body.tingId);
    expect(stored?.meta).toMatchObject({ korrelation: 'min-egen.1', aktoer: 'sb01', roller: ['sagsbehandler'] });
  });
});

describe('samme Idempotency-Key', () => {
  test('og samme indhold svarer som første gang, og intet sker to gange', async () => {
    const key = randomUUID();
    const first = await post('/ting', key).send({ navn: 'A', antal: 2 }).expect(201);
    const head = await api.store.head(REBILD);
    const again = await post('/ting', key).send({ antal: 2, navn: 'A' }).expect(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotent-gentagelse']).toBe('true');
    expect(await api.store.head(REBILD)).toBe(head);
  });

  test('sendt 20 gange samtidig bliver til én hændelse', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => post('/ting', key).send({ navn: 'Samtidig' })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.tingId)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotent-gentagelse'] === undefined)).toHaveLength(1);
  });

  test('med andet indhold afvises med 422', async () => {
    const key = randomUUID();
    await post('/ting', key).send({ navn: 'A' }).expect(201);
    const answer = await post('/ting', key).send({ navn: 'B' }).expect(422);
    expect(answer.body.type).toBe('/problemer/idempotency-key-genbrugt');
  });

  test('fra en anden bruger er en anden anmodning', async () => {
    const key = randomUUID();
    const first = await post('/ting', key).send({ navn: 'A' }).expect(201);
    const other = await api.request
      .post('/v1/ting')
      .set('Authorization', await api.token('sb02', REBILD, ['sagsbehandler']))
      .set('Idempotency-Key', key)
      .send({ navn: 'A' })
      .expect(201);
    expect(other.body.tingId).not.toBe(first.body.tingId);
  });

  test('svarer som første gang, også når reglerne nu ville sige nej', async () => {
    const id = await opret();
    const last = randomUUID();
    for (let n = 1; n <= 20; n += 1) await post(`/ting/${id}/tal`, n === 20 ? last : randomUUID()).expect(201);
    await post(`/ting/${id}/tal`).expect(409);
    const again = await post(`/ting/${id}/tal`, last).expect(201);
    expect(again.body.version).toBe(21);
    expect(again.headers['idempotent-gentagelse']).toBe('true');
  });

  test('mangler den, svares 400, før noget er gjort', async () => {
    const answer = await api.request
      .post('/v1/ting')
      .set('Authorization', sagsbehandler)
      .send({ navn: 'A' })
      .expect(400);
    expect(answer.body).toMatchObject({
      type: '/problemer/idempotency-key-mangler',
      fejl: [{ felt: 'Idempotency-Key' }],
    });
  });
});

describe('If-Match', () => {
  test('med den ETag, man lige har hentet, går igennem', async () => {
    const id = await opret();
    const seen = await get(`/ting/${id}`).expect(200);
    await post(`/ting/${id}/noejagtig`)
      .set('If-Match', seen.headers['etag'] ?? '')
      .expect(201);
  });

  test('med en gammel version svares 412 med, hvad der er sket siden', async () => {
    const id = await opret();
    const second = await post(`/ting/${id}/tal`).expect(201);
    const answer = await post(`/ting/${id}/noejagtig`).set('If-Match', '"1"').expect(412);
    expect(answer.body).toMatchObject({
      type: '/problemer/aendret-siden',
      gaeldendeVersion: 2,
      misset: [{ haendelse: 'proeve.TingTalt', version: 2, position: second.body.position }],
    });
    expect(answer.headers['etag']).toBe('"2"');
  });

  test('mangler, hvor den kræves: 428', async () => {
    const answer = await post(`/ting/${await opret()}/noejagtig`).expect(428);
    expect(answer.body.type).toBe('/problemer/if-match-mangler');
  });

  test.each(['3', 'W/"3"', '"abc"', '"1", "2"'])('%s er ikke én ETag: 400', async (value) => {
    await post(`/ting/${await opret()}/tal`)
      .set('If-Match', value)
      .expect(400);
  });

  test('af ti med samme If-Match vinder én, og ni får 412', async () => {
    const id = await opret();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => post(`/ting/${id}/noejagtig`).set('If-Match', '"1"')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 412)]);
  });
});

test('uden If-Match prøves der igen, når andre kom først', async () => {
  const id = await opret();
  const answers = await Promise.all([1, 2, 3, 4].map(() => post(`/ting/${id}/tal`)));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect((await get(`/ting/${id}`).expect(200)).body.tal).toBe(4);
});

test('en regels nej fortæller paragraf, mangler og felt', async () => {
  const id = await opret();
  for (let n = 1; n <= 20; n += 1) await post(`/ting/${id}/tal`).expect(201);
  const answer = await post(`/ting/${id}/tal`).expect(409);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.body).toMatchObject({
    type: '/problemer/ting-fuld',
    title: 'Reglerne siger nej',
    status: 409,
    paragraf: 'SEL § 0',
    mangler: ['plads'],
    instance: `/v1/ting/${id}/tal`,
  });
});

describe('sider', () => {
  test('graense og efter giver alt én gang, i orden, og Link peger på næste side', async () => {
    await Promise.all(Array.from({ length: 5 }, opret));
    const all = (await get('/ting?graense=200').expect(200)).body.poster as { tingId: string }[];
    const seen: string[] = [];
    for (let path: string | null = '/v1/ting?graense=2'; path !== null;) {
      const page: { body: { poster: { tingId: string }[]; naeste: string | null }; headers: Record<string, string> } =
        await api.request.get(path).set('Authorization', sagsbehandler).expect(200);
      seen.push(...page.body.poster.map(({ tingId }) => tingId));
      const next: string | undefined = /^<(.+)>; rel="next"$/.exec(page.headers['link'] ?? '')?.[1];
      expect(next === undefined).toBe(page.body.naeste === null);
      path = next ?? null;
    }
    expect(seen).toEqual(all.map(({ tingId }) => tingId));
  });

  test.each([
    'graense=0',
    'graense=201',
    'graense=abc',
    'graense=1.5',
    'graense=1&graense=2',
    'efter=xx',
    'efter=WyJhIl0',
    'efter=WzEsMl0',
    'ukendt=1',
    'ja=måske',
    'mindst=-1',
  ])('?%s svares med 400', async (query) => {
    const answer = await get(`/ting?${encodeURI(query)}`).expect(400);
    expect(answer.body.fejl).toHaveLength(1);
    expect(answer.body.fejl[0].sti).toBe(`?${query.split('=')[0]}`);
  });
});

describe('vrøvl', () => {
  const id = '0191e2b4-9d2c-7c44-8f5e-5d1b1b2c3d4e';
  const rows: readonly (readonly [hvad: string, indhold: unknown, sti: string, kode: string])[] = [
    ['mangler', {}, '/navn', 'mangler'],
    ['null', { navn: null }, '/navn', 'mangler'],
    ['tal for tekst', { navn: 7 }, '/navn', 'type'],
    ['liste for tekst', { navn: ['a'] }, '/navn', 'type'],
    ['objekt for tekst', { navn: { a: 1 } }, '/navn', 'type'],
    ['tom', { navn: '' }, '/navn', 'tom'],
    ['blank', { navn: ' \t\n' }, '/navn', 'tom'],
    ['for lang', { navn: 'å'.repeat(41) }, '/navn', 'laengde'],
    ['NUL', { navn: 'a\u0000b' }, '/navn', 'tegn'],
    ['halvt tegn', { navn: 'a\ud800b' }, '/navn', 'tegn'],
    ['ukendt felt', { navn: 'a', kommune: 851 }, '/kommune', 'ukendt-felt'],
    ['null i valgfrit', { navn: 'a', tekst: null }, '/tekst', 'mangler'],
    ['ukendt kode', { navn: 'a', kode: 'c' }, '/kode', 'ukendt-kode'],
    ['dato, der ikke findes', { navn: 'a', dato: '2019-02-29' }, '/dato', 'dato'],
    ['dato som tidspunkt', { navn: 'a', dato: '2019-02-28T00:00:00Z' }, '/dato', 'dato'],
    ['dato i et forkert århundrede', { navn: 'a', dato: '0219-02-28' }, '/dato', 'dato'],
    ['tidspunkt uden forskydning', { navn: 'a', tid: '2019-02-28T10:00:00' }, '/tid', 'tidspunkt'],
    ['tidspunkt, der ikke findes', { navn: 'a', tid: '2019-02-28T25:00:00+01:00' }, '/tid', 'tidspunkt'],
    ['kommatal', { navn: 'a', antal: 1.5 }, '/antal', 'type'],
    ['tekst for tal', { navn: 'a', antal: '1' }, '/antal', 'type'],
    ['for stort tal', { navn: 'a', antal: 10 }, '/antal', 'graense'],
    ['tekst for ja/nej', { navn: 'a', ja: 'true' }, '/ja', 'type'],
    ['ikke et id', { navn: 'a', id: 'abc' }, '/id', 'uuid'],
    ['ukendt kode i liste', { navn: 'a', koder: ['x', 'z'] }, '/koder', 'ukendt-kode'],
    ['gentagelse i liste', { navn: 'a', koder: ['x', 'x'] }, '/koder', 'gentagelse'],
    ['tekst for liste', { navn: 'a', koder: 'x' }, '/koder', 'type'],
    ['CPR med bogstav', { navn: 'a', indre: { cpr: '61011912A4' } }, '/indre/cpr', 'cpr-form'],
    ['CPR med dato, der ikke findes', { navn: 'a', indre: { cpr: '310219-1234' } }, '/indre/cpr', 'cpr-dato'],
    ['ukendt felt indeni', { navn: 'a', indre: { cpr: '610119-1234', x: 1 } }, '/indre/x', 'ukendt-felt'],
    ['tekst for objekt', { navn: 'a', indre: 'x' }, '/indre', 'type'],
    ['liste for objekt', { navn: 'a', indre: [] }, '/indre', 'type'],
    [
      'fejl i listens anden del',
      { navn: 'a', flere: [{ cpr: '610119-1234' }, { cpr: '' }] },
      '/flere/1/cpr',
      'cpr-form',
    ],
    ['for mange i liste', { navn: 'a', flere: [1, 2, 3] }, '/flere', 'antal'],
    ['tal i liste af objekter', { navn: 'a', flere: [1] }, '/flere', 'type'],
  ];

  test.each(rows)('%s svares med 400, der nævner felt og grund', async (_hvad, indhold, sti, kode) => {
    const head = await api.store.head(REBILD);
    const answer = await post('/ting')
      .send(indhold as object)
      .expect(400);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body.fejl).toEqual([
      { felt: sti.slice(sti.lastIndexOf('/') + 1), sti, kode, besked: expect.stringMatching(/^[A-ZÆØÅ].+\.$/) },
    ]);
    expect(await api.store.head(REBILD)).toBe(head);
  });

  test('alle felters fejl nævnes på én gang', async () => {
    const answer = await post('/ting').send({ navn: '', antal: 0, dato: 'x' }).expect(400);
    expect(answer.body.fejl.map(({ sti }: { sti: string }) => sti)).toEqual(['/navn', '/dato', '/antal']);
    expect(answer.body.detail).toBe('3 felter er ikke gyldige.');
  });

  test.each([
    ['afbrudt JSON', '{"navn":', 'ugyldig-json'],
    ['ikke et objekt', '[1]', 'ugyldigt-indhold'],
    ['en tekst', '"x"', 'ugyldigt-indhold'],
    ['null', 'null', 'ugyldigt-indhold'],
    ['__proto__', '{"navn":"a","__proto__":{"x":1}}', 'ugyldig-json'],
    ['constructor', '{"navn":"a","constructor":{"prototype":{}}}', 'ugyldig-json'],
    ['alt for dybt', `{"navn":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'ugyldig-json'],
    ['tomt', '', 'ugyldigt-indhold'],
  ])('indholdet %s svares med 400', async (_hvad, indhold, type) => {
    const answer = await post('/ting').set('Content-Type', 'application/json').send(indhold).expect(400);
    expect(answer.body.type).toBe(`/problemer/${type}`);
  });

  test('indhold, der ikke er UTF-8, svares med 400', async () => {
    const answer = await api.app.inject({
      method: 'POST',
      url: '/v1/ting',
      headers: { authorization: sagsbehandler, 'idempotency-key': 'x', 'content-type': 'application/json' },
      payload: Buffer.from([0x7b, 0xff, 0x7d]),
    });
    expect([answer.statusCode, answer.json<{ type: string }>().type]).toEqual([400, '/problemer/ugyldig-json']);
  });

  test.each([
    [
      'forkert medietype',
      () => post('/ting').set('Content-Type', 'text/plain').send('navn=a'),
      415,
      'forkert-medietype',
    ],
    [
      'formular',
      () => post('/ting').set('Content-Type', 'application/x-www-form-urlencoded').send('navn=a'),
      415,
      'forkert-medietype',
    ],
    ['over 1 MB', () => post('/ting').send({ navn: 'x'.repeat(1024 * 1024) }), 413, 'for-stort'],
    ['ukendt adresse', () => get('/findes-ikke'), 404, 'ukendt-adresse'],
    ['forkert metode', () => api.request.put('/v1/ting').set('Authorization', sagsbehandler), 405, 'forkert-metode'],
    ['id, der ikke er et id', () => get('/ting/abc'), 404, 'ikke-fundet'],
    ['id med NUL', () => get('/ting/%00'), 400, 'ugyldige-tegn'],
    ['ødelagt adresse', () => get('/ting/%E0%A4%A'), 400, 'ugyldig-anmodning'],
    ['meget langt id', () => get(`/ting/${'a'.repeat(3000)}`), 414, 'for-lang-adresse'],
    ['kommando på noget, der ikke findes', () => post(`/ting/${id}/tal`), 404, 'ikke-fundet'],
    ['nøgle med mellemrum', () => post('/ting', 'a b').send({ navn: 'a' }), 400, 'idempotency-key-ugyldig'],
    [
      'position, der ikke er et tal',
      () => get('/ting').set('Haendelsesposition', 'x'),
      400,
      'haendelsesposition-ugyldig',
    ],
  ] as const)('%s', async (_hvad, kald, status, type) => {
    const answer = await kald().expect(status);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({
      type: `/problemer/${type}`,
      status,
      title: expect.any(String),
      detail: expect.any(String),
      korrelation: answer.headers['x-request-id'],
    });
  });

  test('CPR-nummeret gentages aldrig i et svar', async () => {
    const answer = await post('/ting')
      .send({ navn: 'a', indre: { cpr: '310219-1234' } })
      .expect(400);
    expect(answer.text).not.toContain('1234');
  });

  test('en fejl i programmet svares med 500 uden at røbe noget', async () => {
    const answer = await get('/ting/fejl').expect(500);
    expect(answer.body.type).toBe('/problemer/intern-fejl');
    expect(answer.text).not.toContain('hemmelig');
  });
});
