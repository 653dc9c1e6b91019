import { randomUUID } from 'node:crypto';
import { ROLLER, type Rolle } from '../../src/platform/auth/actor.js';
import { listRoutesWithoutPolicy } from '../../src/platform/auth/route-policies.js';
import { type FoundOperation, openApiDocument, operationsOf } from '../../src/platform/http/openapi-document.js';
import { AALBORG, REBILD, startTestApi, type TestApi } from '../../src/platform/testing/api.js';
import { type Anmodningskrop, kropmedEksempel, eksempelAf, type Skema, Skemaer } from './skema-eksempel.js';

/** What holds for every route, found in the API's own description: a new route is under test the moment it exists. */
interface Rute {
  readonly navn: string;
  readonly method: FoundOperation['method'];
  readonly path: string;
  readonly roller: readonly Rolle[];
  readonly krop: Skema | undefined;
  /** What a read must be asked, as the documentation shows it. */
  readonly spoergsmaal: Readonly<Record<string, string>>;
}

let api: TestApi;
let skemaer: Skemaer;
let ruter: readonly Rute[];
const alleRoller = [...ROLLER];

beforeAll(async () => {
  api = await startTestApi();
  const document = openApiDocument(api.app, 'http://127.0.0.1:3001');
  skemaer = new Skemaer(document.components?.schemas ?? {});
  ruter = operationsOf(document).map(({ path, method, operation }) => {
    const om = operation as unknown as {
      'x-roller'?: readonly Rolle[];
      requestBody?: Anmodningskrop;
      parameters?: readonly { name: string; in: string; required?: boolean; schema?: { example?: string } }[];
    };
    return {
      navn: `${method.toUpperCase()} ${path}`,
      method,
      path,
      roller: om['x-roller'] ?? [],
      krop: kropmedEksempel(om.requestBody),
      spoergsmaal: Object.fromEntries(
        (om.parameters ?? [])
          .filter((p) => p.in === 'query' && p.required === true)
          .map((p) => [p.name, p.schema?.example ?? '']),
      ),
    };
  });
});
afterAll(() => api.stop());

const beskyttede = (): readonly Rute[] => ruter.filter(({ path }) => path.startsWith('/v1/'));
const medId = (path: string): string => path.replaceAll(/\{[^}]+\}/g, () => randomUUID());
const kald = (rute: Rute, token?: string, krop?: unknown) => {
  const call = api.request[rute.method](medId(rute.path)).set('Idempotency-Key', randomUUID()).set('If-Match', '"1"');
  if (token !== undefined) call.set('Authorization', token);
  return rute.method === 'get' ? call.query(rute.spoergsmaal) : call.send(krop as object);
};
const erProblem = (answer: { headers: Record<string, string>; body: { status?: number } }, status: number): boolean =>
  answer.headers['content-type'] === 'application/problem+json; charset=utf-8' && answer.body.status === status;

test('hver rute har en adgangspolitik', () => {
  expect(listRoutesWithoutPolicy(api.app)).toEqual([]);
  expect(beskyttede().filter(({ roller }) => roller.length === 0)).toEqual([]);
  expect(beskyttede().length).toBeGreaterThan(40);
});

test('uden token svarer hver rute 401', async () => {
  for (const rute of beskyttede()) {
    const answer = await kald(rute);
    expect([rute.navn, answer.status, erProblem(answer, 401)]).toEqual([rute.navn, 401, true]);
    expect(answer.headers['www-authenticate']).toContain('Bearer');
  }
});

test('uden en af rutens roller svarer hver rute 403', async () => {
  for (const rute of beskyttede()) {
    const andre = alleRoller.filter((rolle) => !rute.roller.includes(rolle));
    for (const roller of [[], andre]) {
      const answer = await kald(rute, await api.token('sb01', REBILD, roller));
      expect([rute.navn, roller, answer.status, erProblem(answer, 403)]).toEqual([rute.navn, roller, 403, true]);
    }
  }
});

test('en anden kommunes token får 404 for alt med et id, også med et gyldigt indhold', async () => {
  const token = await api.token('aalborg-tl01', AALBORG, alleRoller);
  for (const rute of beskyttede().filter(({ path }) => path.includes('{'))) {
    // Some bodies are only valid with a field that the schema calls optional ("say what the child said, when it was heard").
    const kroppe =
      rute.krop === undefined
        ? [undefined]
        : [eksempelAf(rute.krop, skemaer, 'alle'), eksempelAf(rute.krop, skemaer, 'paakraevede')];
    const answers = await Promise.all(kroppe.map((krop) => kald(rute, token, krop)));
    const [found = answers[0]] = answers.filter(({ status }) => status === 404);
    expect([rute.navn, found?.status, found?.body.fejl]).toEqual([rute.navn, 404, undefined]);
    expect(answers.filter(({ status }) => status < 400)).toEqual([]);
  }
});

test('et eksempel på en hel krop kan sendes, som det står', async () => {
  const token = await api.token('alt01', REBILD, alleRoller);
  const document = openApiDocument(api.app, 'http://127.0.0.1:3001');
  const sendt: string[] = [];
  for (const { path, method, operation } of operationsOf(document).filter((found) => !found.path.includes('{'))) {
    const { requestBody } = operation as { requestBody?: { content?: Record<string, { examples?: object }> } };
    const eksempler = Object.values(requestBody?.content?.['application/json']?.examples ?? {}) as { value: object }[];
    for (const { value } of eksempler) {
      const answer = await api.request[method](path)
        .set('Authorization', token)
        .set('Idempotency-Key', randomUUID())
        .send(value);
      // What names an event is read and understood; there is no such event here.
      const svar = path === '/v1/datorettelser' ? [404, '/problemer/ikke-fundet'] : [201, undefined];
      expect([path, answer.status, answer.body.type]).toEqual([path, ...svar]);
      sendt.push(path);
    }
  }
  expect(sendt).toEqual(expect.arrayContaining(['/v1/personer', '/v1/sager', '/v1/underretninger']));
});

test('et id, der ikke er et id, svares med 404', async () => {
  const token = await api.token('alt01', REBILD, alleRoller);
  for (const rute of beskyttede().filter(({ path }) => path.includes('{'))) {
    const path = rute.path.replaceAll(/\{[^}]+\}/g, 'ikke-et-id');
    const call = api.request[rute.method](path)
      .set('Idempotency-Key', randomUUID())
      .set('If-Match', '"1"')
      .set('Authorization', token);
    const answer = await (rute.method === 'get'
      ? call.query(rute.spoergsmaal)
      : call.send(rute.krop === undefined ? undefined : (eksempelAf(rute.krop, skemaer, 'paakraevede') as object)));
    expect([rute.navn, answer.status]).toEqual([rute.navn, 404]);
  }
});

test('en kommando uden Idempotency-Key svares med 400', async () => {
  const token = await api.token('alt01', REBILD, alleRoller);
  const document = openApiDocument(api.app, 'http://127.0.0.1:3001');
  for (const { path, method, operation } of operationsOf(document)) {
    const headers = (operation.parameters ?? []) as readonly { name?: string }[];
    if (method !== 'post' || !headers.some(({ name }) => name === 'Idempotency-Key')) continue;
    const answer = await api.request.post(medId(path)).set('Authorization', token).send({});
    expect([path, answer.status]).toEqual([path, 400]);
  }
});

test('vrøvl i ethvert felt svares med et klart nej, aldrig 5xx, og loggen er hel bagefter', async () => {
  const token = await api.token('alt01', REBILD, alleRoller);
  const head = await api.store.head(REBILD);
  const vroevl: readonly unknown[] = [
    null,
    {},
    [],
    [null],
    '',
    '\u0000',
    '\ud800',
    'x'.repeat(30_000),
    -1,
    1.5,
    1e21,
    true,
    '9999-99-99',
    '../../etc',
    { $gt: '' },
  ];
  for (const rute of beskyttede().filter(({ krop }) => krop !== undefined)) {
    const gyldigt = eksempelAf(rute.krop ?? {}, skemaer, 'alle');
    for (const [sti, indhold] of skemaer.medVroevl(rute.krop ?? {}, gyldigt, vroevl)) {
      const answer = await kald({ ...rute }, token, indhold);
      // With an id that does not exist, what is valid by chance is 404.
      if (answer.status < 400) continue;
      expect([rute.navn, sti, answer.status < 500, erProblem(answer, answer.status)]).toEqual([
        rute.navn,
        sti,
        true,
        true,
      ]);
    }
    for (const indhold of ['[]', '"x"', '{"__proto__":{}}', '{', '{"ukendt":1}']) {
      const answer = await api.request[rute.method](medId(rute.path))
        .set('Authorization', token)
        .set('Idempotency-Key', randomUUID())
        .set('If-Match', '"1"')
        .set('Content-Type', 'application/json')
        .send(indhold);
      expect([rute.navn, indhold, answer.status]).toEqual([rute.navn, indhold, 400]);
    }
  }
  // What is rubbish to a person can be a valid text; then something was made, and made whole.
  expect(await api.store.verify(REBILD)).toEqual([]);
  expect(await api.store.head(REBILD)).toBeGreaterThanOrEqual(head);
}, 120_000);

test('vrøvl i enhver forespørgsel svares aldrig med 5xx', async () => {
  const token = await api.token('alt01', REBILD, alleRoller);
  for (const rute of beskyttede().filter(({ method }) => method === 'get')) {
    for (const query of [
      'graense=-1',
      'efter=xx',
      'ukendt=%27%3B%20DROP',
      'pr=2019-02-30',
      'kendtPr=x',
      'sagId=x',
      'status=x',
      'modtagetFra=9',
      'fra=x&fra=y',
      'periode=99',
    ]) {
      const answer = await api.request.get(`${medId(rute.path)}?${query}`).set('Authorization', token);
      expect([rute.navn, query, answer.status < 500]).toEqual([rute.navn, query, true]);
    }
  }
});
