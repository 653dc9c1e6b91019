import { randomUUID } from 'node:crypto';
import { AALBORG } from '../../src/platform/testing/api.js';
import { Rejse } from './familie.js';

/** The correction of a day as a call: repeated, at the same time as another, of what cannot be corrected, and from elsewhere. */
let rejse: Rejse;
beforeAll(async () => {
  rejse = await Rejse.start('2026-12-30T10:00:00+01:00', { sb01: ['sagsbehandler'], tl01: ['teamleder'] });
});
afterAll(() => rejse.stop());

const begrundelse = 'Referatet i sagen viser den rigtige dag.';

interface Linje {
  readonly position: number;
  readonly type: string;
}

async function pladser(sagId: string, type: string): Promise<readonly number[]> {
  const svar = await rejse.get(`/sager/${sagId}/journal?graense=200`);
  const { poster } = svar.body as { readonly poster: readonly Linje[] };
  return poster.filter((l) => l.type === type).map((l) => l.position);
}

async function screenet() {
  const { sagId } = await rejse.familie('2018-01-10', '2026-01-15');
  await rejse.gem(`/sager/${sagId}/screeninger`, { dato: '2026-02-01', udfald: 'afdaekning', begrundelse: 'Fravær.' });
  const [position = 0] = await pladser(sagId, 'ics.SagScreenet');
  const dage = async () => {
    const svar = await rejse.get(`/sager/${sagId}/screeninger`);
    return (svar.body as { readonly screeninger: readonly { readonly dato: string }[] }).screeninger.map((s) => s.dato);
  };
  return { sagId, position, dage };
}

const kald = (krop: object, hoveder: Readonly<Record<string, string>> = {}) =>
  Object.entries(hoveder).reduce((k, [navn, vaerdi]) => k.set(navn, vaerdi), rejse.post('/datorettelser', krop));
const kode = ({ status, body }: { readonly status: number; readonly body: unknown }): readonly unknown[] => {
  const { type = '' } = body as { readonly type?: string };
  return [status, type.split('/').at(-1)];
};

test('screeningerne viser den rigtige dag og ikke rettelsen som en screening (BL § 18)', async () => {
  const { position, dage } = await screenet();
  await rejse.gem('/datorettelser', { position, dato: '2026-02-03', begrundelse });
  expect(await dage()).toEqual(['2026-02-03']);
});

test('det samme kald to gange retter én gang; en anden krop med samme nøgle afvises', async () => {
  const { sagId, position, dage } = await screenet();
  const hoveder = { 'Idempotency-Key': randomUUID() };
  const krop = { position, dato: '2026-02-03', begrundelse };
  const [foerst, igen] = [await kald(krop, hoveder), await kald(krop, hoveder)];
  expect([foerst.status, igen.status, igen.body]).toEqual([201, 201, foerst.body]);
  expect(kode(await kald({ ...krop, dato: '2026-02-04' }, hoveder))[0]).toBe(422);
  expect(await dage()).toEqual(['2026-02-03']);
  expect(await pladser(sagId, 'ics.DatoRettet')).toHaveLength(1);
});

test('to retter samtidig: begge står i loggen, og den sidste gælder', async () => {
  const { sagId, position, dage } = await screenet();
  const svar = await Promise.all(
    ['2026-02-03', '2026-02-04'].map((dato) => kald({ position, dato, begrundelse }).then(kode)),
  );
  expect(svar.map(([status]) => status)).toEqual([201, 201]);
  expect(await pladser(sagId, 'ics.DatoRettet')).toHaveLength(2);
  expect(['2026-02-03', '2026-02-04']).toContain((await dage())[0]);
  const samme = await Promise.all([1, 2].map(() => kald({ position, dato: '2026-02-09', begrundelse }).then(kode)));
  expect(samme.map(([status]) => status).sort()).toEqual([201, 409]);
});

test('med en forældet version afvises rettelsen, og med den rette tages den imod', async () => {
  const { position, dage } = await screenet();
  const krop = { position, dato: '2026-02-03', begrundelse };
  expect((await kald(krop, { 'If-Match': '"7"' })).status).toBe(412);
  expect((await kald(krop, { 'If-Match': '"1"', Prefer: 'respond-async' })).status).toBeLessThan(300);
  expect(await dage()).toEqual(['2026-02-03']);
});

test('en rettelse rettes ikke; det gør den hændelse, den rettede', async () => {
  const { sagId, position } = await screenet();
  await rejse.gem('/datorettelser', { position, dato: '2026-02-03', begrundelse });
  const [rettelse = 0] = await pladser(sagId, 'ics.DatoRettet');
  expect(kode(await kald({ position: rettelse, dato: '2026-02-05', begrundelse }))).toEqual([
    422,
    'kan-ikke-rettes-her',
  ]);
});

test('en anden kommunes plads i loggen er ikke ens egen', async () => {
  const { position, dage } = await screenet();
  const svar = await rejse.api.request
    .post('/v1/datorettelser')
    .set('Authorization', await rejse.api.token('sb01', AALBORG, ['sagsbehandler']))
    .set('Idempotency-Key', randomUUID())
    .send({ position, dato: '2026-02-03', begrundelse });
  expect(kode(svar)).toEqual([404, 'ikke-fundet']);
  expect(await dage()).toEqual(['2026-02-01']);
});
