import { randomUUID } from 'node:crypto';
import { REBILD, startTestApi, type TestApi } from '../../src/platform/testing/api.js';

/** What the law says, asked through HTTP by somebody who needs no access to any child. */
let api: TestApi;
let revisor: string;
beforeAll(async () => {
  api = await startTestApi();
  revisor = await api.token('re01', REBILD, ['revisor']);
});
afterAll(() => api.stop());

const beregn = (krop: object) => api.request.post('/v1/lov/beregn').set('Authorization', revisor).send(krop);

test('Én frist beregnes uden Idempotency-Key, og intet gemmes', async () => {
  const hoved = await api.store.head(REBILD);
  const linje = { regel: 'underretning-kvittering', start: '2026-11-23', parametre: { hverdag: 'man-fre' } };
  const svar = await beregn(linje);
  expect([svar.status, svar.body]).toEqual([
    200,
    {
      ...linje,
      forfald: '2026-12-01',
      forklaring:
        '6 hverdage efter mandag den 23. november 2026, kun mandag-fredag tæller: senest tirsdag den 1. december 2026.',
      regime: 'BL',
      hjemmel: 'BL kap. 16',
      tillid: 'S',
      aktiv: true,
    },
  ]);
  expect(await api.store.head(REBILD)).toBe(hoved);
});

test('Flere linjer svares i rækkefølge; en, der ikke kan besvares, siger hvorfor', async () => {
  const svar = await beregn({
    linjer: [
      { regel: 'underretning-akutvurdering', start: '2026-03-28T14:30' },
      { regel: 'findes-ikke', start: '2026-11-23' },
      { regel: 'ungestoette-afgoerelse', start: '2009-05-23' },
    ],
  });
  expect(svar.status).toBe(200);
  expect(svar.body.linjer).toMatchObject([
    { forfald: '2026-03-29T15:30:00+02:00' },
    { regel: 'findes-ikke', felt: 'regel', fejl: expect.stringContaining('ingen regel') },
    { forfald: '2026-11-23' },
  ]);
});

test.each([
  ['ukendt regel', { regel: 'findes-ikke', start: '2026-11-23' }, 422, 'regel'],
  ['en dato, der ikke findes', { regel: 'bfu-afslutning', start: '2026-02-30' }, 422, 'start'],
  ['en dag før loven', { regel: 'barnets-plan', start: '2019-02-01' }, 422, 'start'],
  ['ingen start', { regel: 'bfu-afslutning' }, 400, 'linjer'],
  [
    'begge dele',
    { regel: 'bfu-afslutning', start: '2026-11-23', linjer: [{ regel: 'bfu-afslutning', start: '2026-11-23' }] },
    400,
    'linjer',
  ],
  ['ingen linjer', { linjer: [] }, 400, 'linjer'],
  ['en ukendt profil', { regel: 'bfu-afslutning', start: '2026-11-23', parametre: { hverdag: 'x' } }, 400, 'hverdag'],
  [
    'en ukendt parameter',
    { regel: 'bfu-afslutning', start: '2026-11-23', parametre: { hverdage: 'man-fre' } },
    400,
    'hverdage',
  ],
])('%s svares med feltet', async (_hvad, krop, status, felt) => {
  const svar = await beregn(krop);
  expect([svar.status, svar.body.fejl?.[0]?.felt]).toEqual([status, felt]);
  if (status === 422) expect(svar.body.type).toBe('/problemer/kan-ikke-beregnes');
});

test('Hvad der gælder på en dato, kan læses med tillid og hjemmel', async () => {
  const regler = async (query: string) => {
    const svar = await api.request.get(`/v1/lov/regler?${query}`).set('Authorization', revisor);
    expect(svar.status).toBe(200);
    return svar.body as { regime: string; lovpakke: string; regler: Record<string, unknown>[] };
  };
  expect(await regler('dato=2019-03-19&regel=bfu-afslutning')).toMatchObject({
    regime: 'SEL',
    lovpakke: expect.stringMatching(/^[0-9a-f]{16}$/),
    regler: [
      { hjemmel: 'SEL § 50', maengde: 4, enhed: 'MAANED', tillid: 'S', aktiv: true, udloestAf: 'ics.BfuBesluttet' },
    ],
  });
  const en = async (id: string) => (await regler(`dato=2026-11-23&regel=${id}`)).regler;
  // All that a rule counts by: how often, what moves it, what ends it, and what the municipality may not go beyond.
  expect(await en('tilsynsbesoeg')).toMatchObject([{ ur: 'kalender', maengde: null, mindstPrAar: 2 }]);
  expect(await en('underretning-akutvurdering')).toMatchObject([{ ur: 'klokkeslaet', mindstPrAar: null }]);
  expect(await en('opfoelgning-foerste')).toMatchObject([
    { fremrykkesVed: expect.arrayContaining(['ics.BfuGodkendt']), bortfalderVed: ['oekonomi.IndsatsOphoert'] },
  ]);
  expect(await en('bfu-lokal-6-uger')).toMatchObject([{ lokal: true, hoejstSom: ['bfu-afslutning'] }]);
  // Without a date it is the day of asking: 2019-03-19.
  expect((await regler('')).regime).toBe('SEL');
  const fra = await regler('dato=2026-11-23&aktiv=false');
  expect(fra.regler.every((r) => r['aktiv'] === false && (r['tillid'] === 'H' || r['lokal'] === true))).toBe(true);
  expect(fra.regler.map((r) => r['id'])).toEqual(expect.arrayContaining(['domstolsproevelse', 'bfu-lokal-6-uger']));
});

test('Uden token er der intet svar', async () => {
  expect((await api.request.post('/v1/lov/beregn').send({ regel: 'bfu-afslutning', start: '2026-11-23' })).status).toBe(
    401,
  );
  const med = await beregn({ regel: 'bfu-afslutning', start: '2026-11-23' }).set('Idempotency-Key', randomUUID());
  expect([med.status, med.headers['idempotent-gentagelse']]).toEqual([200, undefined]);
});
