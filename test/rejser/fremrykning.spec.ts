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

interface Frist {
  readonly regel: string;
  readonly start: string;
  readonly forfald: string;
  readonly forklaring: string;
  readonly historik: readonly { readonly forfald: string }[];
}

async function fristen(sagId: string): Promise<readonly Frist[]> {
  const svar = await f.get('sb01', `/frister?sagId=${sagId}&graense=200`);
  const { poster } = svar.body as { readonly poster: readonly Frist[] };
  return poster.filter(({ regel }) => regel.startsWith('opfoelgning-foerste'));
}

const foersteOpfoelgning = async (sagId: string): Promise<readonly string[]> =>
  (await fristen(sagId)).map(({ forfald }) => forfald);

/** What the list of the case's measures says of it: a read model of its own, which must say the same. */
async function vistPaaIndsatsen(sagId: string): Promise<readonly (string | null)[]> {
  const svar = await f.get('sb01', `/sager/${sagId}/indsatser`);
  const { poster } = svar.body as { readonly poster: readonly { naesteOpfoelgning: string | null }[] };
  return poster.map(({ naesteOpfoelgning }) => naesteOpfoelgning);
}

/** A measure from 1 May: three months are 1 August. */
async function sagMedIndsats(
  navn: string,
): Promise<{ readonly sagId: string; readonly bfuId: string; readonly indsatsId: string }> {
  const { sagId } = await f.sag(navn, '2024-04-01', { sagsbehandler: 'sb01' });
  const bfuId = await f.bfu(sagId, '2024-04-01');
  const indsatsId = await f.tidligIndsats(sagId, '2024-05-01', '2024-05-01');
  expect(await foersteOpfoelgning(sagId)).toEqual(['2024-08-01']);
  return { sagId, bfuId, indsatsId };
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

/** An investigation that ended on 5 June, before the measure was recorded. */
async function sagMedSluttetUndersoegelse(navn: string): Promise<{ readonly sagId: string; readonly bfuId: string }> {
  const { sagId } = await f.sag(navn, '2024-04-01', { sagsbehandler: 'sb01' });
  const bfuId = await f.bfu(sagId, '2024-04-01');
  await f.afslutBfu(bfuId, '2024-05-20', '2024-06-01', '2024-06-05');
  return { sagId, bfuId };
}
const retIvaerksat = (indsatsId: string, dato: string) =>
  f.post('sb01', `/indsatser/${indsatsId}/ivaerksaettelse/rettelse`, {
    dato,
    begrundelse: 'Leverandøren har oplyst det.',
  });
const retGodkendt = (bfuId: string, dato: string) =>
  f.post('tl01', `/undersoegelser/${bfuId}/godkendelse/rettelse`, { dato, begrundelse: 'Referatet er fra den dag.' });

test('En indsats, der først registreres, efter at den sideløbende undersøgelse er slut, følges op, da den sluttede (BL § 95, stk. 2)', async () => {
  const { sagId, bfuId } = await sagMedSluttetUndersoegelse('Sen Registrering Testesen');
  await f.tidligIndsats(sagId, '2024-05-01', '2024-05-01');
  expect(await foersteOpfoelgning(sagId)).toEqual(['2024-06-05']);
  expect(await vistPaaIndsatsen(sagId)).toEqual(['2024-06-05']);
  // And it follows the end of the investigation, when that is put right.
  await retGodkendt(bfuId, '2024-06-10');
  expect(await foersteOpfoelgning(sagId)).toEqual(['2024-06-10']);
  expect(await vistPaaIndsatsen(sagId)).toEqual(['2024-06-10']);
});

test('En indsats, der begyndte, da undersøgelsen var slut, har sine tre måneder (BL § 95, stk. 2)', async () => {
  const { sagId } = await sagMedSluttetUndersoegelse('Efter Undersøgelsen Testesen');
  const indsatsId = await f.tidligIndsats(sagId, '2024-05-15', '2024-06-10');
  expect(await foersteOpfoelgning(sagId)).toEqual(['2024-09-10']);
  // It began while the investigation ran after all, and then it did not.
  await retIvaerksat(indsatsId, '2024-06-01');
  expect(await foersteOpfoelgning(sagId)).toEqual(['2024-06-05']);
  expect(await vistPaaIndsatsen(sagId)).toEqual(['2024-06-05']);
  await retIvaerksat(indsatsId, '2024-06-06');
  expect(await foersteOpfoelgning(sagId)).toEqual(['2024-09-06']);
  expect(await vistPaaIndsatsen(sagId)).toEqual(['2024-09-06']);
  const [frist] = await fristen(sagId);
  expect(frist).toMatchObject({
    start: '2024-06-06',
    forklaring: '3 måneder efter torsdag den 6. juni 2024: senest fredag den 6. september 2024.',
  });
  expect(frist?.historik.map(({ forfald }) => forfald)).toEqual(['2024-09-10', '2024-06-05']);
});

test('Rettes iværksættelsen til efter undersøgelsens slutning, bortfalder fremrykningen, og det nye siger, hvordan der er regnet (BL § 95, stk. 2)', async () => {
  const { sagId, bfuId, indsatsId } = await sagMedIndsats('Rettet Iværksættelse Testesen');
  await f.afslutBfu(bfuId, '2024-05-20', '2024-06-01', '2024-06-05');
  await retIvaerksat(indsatsId, '2024-05-06');
  expect(await fristen(sagId)).toMatchObject([
    { start: '2024-05-06', forfald: '2024-06-05', forklaring: expect.stringContaining('mandag den 6. maj 2024') },
  ]);
  await retIvaerksat(indsatsId, '2024-06-20');
  expect(await fristen(sagId)).toMatchObject([{ start: '2024-06-20', forfald: '2024-09-20' }]);
  // The start stays as it was put right, when the end of the investigation is put right too: they ran side by side.
  await retGodkendt(bfuId, '2024-07-01');
  expect(await fristen(sagId)).toMatchObject([{ start: '2024-06-20', forfald: '2024-07-01' }]);
  expect(await vistPaaIndsatsen(sagId)).toEqual(['2024-07-01']);
});

test('Rettes undersøgelsens slutning til før iværksættelsen, løb de ikke sideløbende (BL § 95, stk. 2)', async () => {
  const { sagId } = await f.sag('Rettet Slutning Testesen', '2024-04-01', { sagsbehandler: 'sb01' });
  const bfuId = await f.bfu(sagId, '2024-04-01');
  await f.tidligIndsats(sagId, '2024-06-03', '2024-06-03');
  await f.afslutBfu(bfuId, '2024-05-20', '2024-05-25', '2024-06-05');
  expect(await foersteOpfoelgning(sagId)).toEqual(['2024-06-05']);
  await retGodkendt(bfuId, '2024-05-29');
  expect(await foersteOpfoelgning(sagId)).toEqual(['2024-09-03']);
  expect(await vistPaaIndsatsen(sagId)).toEqual(['2024-09-03']);
});
