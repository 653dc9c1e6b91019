import { FixedClock } from '../../src/platform/clock.js';
import { startTestApi, type TestApi } from '../../src/platform/testing/api.js';
import { Forloeb } from './forloeb.js';

/** When the first follow-up falls due beside more than one investigation (BL § 95, stk. 2), through HTTP. */
let api: TestApi;
let f: Forloeb;

beforeAll(async () => {
  api = await startTestApi({ clock: FixedClock.at('2024-07-20T10:00:00+02:00') });
  f = new Forloeb(api);
});
afterAll(() => api.stop());

async function foersteOpfoelgning(sagId: string): Promise<readonly string[]> {
  const svar = await f.get('sb01', `/frister?sagId=${sagId}&graense=200`);
  const { poster } = svar.body as { readonly poster: readonly { regel: string; forfald: string }[] };
  return poster.filter(({ regel }) => regel === 'opfoelgning-foerste').map(({ forfald }) => forfald);
}

/** A measure from 1 May: three months are 1 August. */
async function sagMedIndsats(navn: string): Promise<{ readonly sagId: string; readonly bfuId: string }> {
  const { sagId } = await f.sag(navn, '2024-04-01', { sagsbehandler: 'sb01' });
  const bfuId = await f.bfu(sagId, '2024-04-01');
  await f.tidligIndsats(sagId, '2024-05-01', '2024-05-01');
  expect(await foersteOpfoelgning(sagId)).toEqual(['2024-08-01']);
  return { sagId, bfuId };
}

test('Slutter endnu en sideløbende undersøgelse, gælder den tidligste dag stadig: opfølgningen udskydes ikke (BL § 95, stk. 2)', async () => {
  const { sagId, bfuId } = await sagMedIndsats('To Undersøgelser Testesen');
  await f.afslutBfu(bfuId, '2024-05-20', '2024-06-01', '2024-06-05');
  expect(await foersteOpfoelgning(sagId)).toEqual(['2024-06-05']);
  const anden = await f.bfu(sagId, '2024-06-10');
  // Before three months have gone, but later than the first one ended.
  await f.afslutBfu(anden, '2024-06-20', '2024-07-01', '2024-07-10');
  expect(await foersteOpfoelgning(sagId)).toEqual(['2024-06-05']);
});

test('En undersøgelse, der blev afbrudt, rykker intet frem; den næste, der afsluttes, gør (BL § 95, stk. 2)', async () => {
  const { sagId, bfuId } = await sagMedIndsats('Afbrudt Undersøgelse Testesen');
  await f.post('sb01', `/undersoegelser/${bfuId}/afbrydelse`, {
    ...{ dato: '2024-05-20', aarsag: 'behov-bortfaldet', begrundelse: 'Bekymringen er væk.' },
  });
  expect(await foersteOpfoelgning(sagId)).toEqual(['2024-08-01']);
  const anden = await f.bfu(sagId, '2024-06-10');
  await f.afslutBfu(anden, '2024-06-20', '2024-07-01', '2024-07-10');
  expect(await foersteOpfoelgning(sagId)).toEqual(['2024-07-10']);
});
