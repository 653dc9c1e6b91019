import { randomUUID } from 'node:crypto';
import { REBILD, AALBORG, startTestApi, type TestApi } from '../../src/platform/testing/api.js';
import { openApiDocument } from '../../src/platform/http/openapi-document.js';
import { proeveKontekst } from './proeve-kontekst.js';

/** What an instance says to another municipality, to who watches over it, and to who builds a client. */
let api: TestApi;
let sagsbehandler: string;

beforeAll(async () => {
  api = await startTestApi({ instead: proeveKontekst });
  sagsbehandler = await api.token('sb01', REBILD, ['sagsbehandler']);
});
afterAll(() => api.stop());

const post = (sti: string, noegle: string = randomUUID()) =>
  api.request.post(`/v1${sti}`).set('Authorization', sagsbehandler).set('Idempotency-Key', noegle);
const opret = async (): Promise<string> => String((await post('/ting').send({ navn: 'Ting' }).expect(201)).body.tingId);

test('en anden kommunes token får 404 på det, der findes', async () => {
  const id = await opret();
  const aalborg = await api.token('aalborg-sb01', AALBORG, ['sagsbehandler']);
  await api.request.get(`/v1/ting/${id}`).set('Authorization', aalborg).expect(404);
  await api.request
    .post(`/v1/ting/${id}/tal`)
    .set('Authorization', aalborg)
    .set('Idempotency-Key', randomUUID())
    .expect(404);
  expect((await api.request.get('/v1/ting').set('Authorization', aalborg).expect(200)).body.poster).toEqual([]);
});

test('en kommune, der ikke er taget i brug, ser intet og kan intet gemme, også når den nævner en position', async () => {
  const token = await api.token('sb01', 101, ['sagsbehandler']);
  const answer = await api.request
    .get(`/v1/ting/${await opret()}`)
    .set('Authorization', token)
    .set('Haendelsesposition', '3')
    .expect(404);
  expect(answer.body.type).toBe('/problemer/ikke-fundet');
  await api.request
    .post('/v1/ting')
    .set('Authorization', token)
    .set('Idempotency-Key', randomUUID())
    .send({ navn: 'Ting' })
    .expect(403);
});

test('sundhed: lever svarer altid, klar fortæller om database og projektioner', async () => {
  await api.request.get('/sundhed/lever').expect(200, { status: 'i live' });
  const klar = await api.request.get('/sundhed/klar').expect(200);
  expect(klar.body).toMatchObject({
    klar: true,
    database: { svarer: true },
    projektioner: { koerer: true, antal: 2, fejlede: 0 },
  });
});

test('OpenAPI-dokumentet er 3.1 og beskriver fejl, hoveder og sider', () => {
  const document = openApiDocument(api.app, 'http://127.0.0.1:3001');
  expect(document.openapi).toBe('3.1.0');
  expect(document.paths['/v1/ting']?.post).toMatchObject({
    operationId: 'opretTing',
    responses: {
      201: { headers: { ETag: {} } },
      400: { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  });
  expect(JSON.stringify(document)).not.toContain('"nullable"');
});
