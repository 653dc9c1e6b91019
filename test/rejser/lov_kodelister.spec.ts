import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sammenlign } from '../../src/cli/lov_sammenlign.js';
import { indlaesLovpakke, lovpakkemappe } from '../../src/faelles/lov/lovpakke.js';
import { createPool } from '../../src/platform/db/pool.js';
import { ReadModelSchema } from '../../src/platform/projection/read-model-schema.js';
import { REBILD, startTestApi, type TestApi } from '../../src/platform/testing/api.js';
import { Forloeb } from './forloeb.js';

/** What a new pack's code lists would mean for what is open; the clock stands at 2019-03-19 10:00. */
let api: TestApi;
let forloeb: Forloeb;
const lov = indlaesLovpakke();

beforeAll(async () => {
  api = await startTestApi();
  forloeb = new Forloeb(api);
});
afterAll(() => api.stop());

type Post = Record<string, unknown>;

/** The shipped pack, in which the codes can be used for the last time on a day. */
function udenKoder(slut: Readonly<Record<string, string>>, sidsteDag: string) {
  const mappe = mkdtempSync(join(tmpdir(), 'lovpakke-'));
  try {
    cpSync(lovpakkemappe(), mappe, { recursive: true });
    for (const [liste, kode] of Object.entries(slut)) {
      const sti = join(mappe, 'kodelister', `${liste}.json`);
      const data = JSON.parse(readFileSync(sti, 'utf8')) as { koder: Post[] };
      const koder = data.koder
        .filter((k) => k['kode'] !== kode || String(k['gyldigFra']) <= sidsteDag)
        .map((k) => (k['kode'] === kode ? { ...k, gyldigTil: sidsteDag } : k));
      writeFileSync(sti, JSON.stringify({ ...data, koder }));
    }
    return indlaesLovpakke(mappe);
  } finally {
    rmSync(mappe, { recursive: true });
  }
}

test('En ny pakke, der lader koder ophøre, viser forskellen og det åbne, der bruger dem', async () => {
  const [en, to, tre] = [
    await forloeb.sag('Barn Etsen', '2019-02-01'),
    await forloeb.sag('Barn Tosen', '2019-02-01'),
    await forloeb.sag('Barn Tresen', '2019-02-01'),
  ];
  const indsatsId = await forloeb.tidligIndsats(en.sagId, '2019-02-04', '2019-02-05');
  const ophoert = await forloeb.tidligIndsats(to.sagId, '2019-02-04', '2019-02-05');
  await forloeb.post('sb01', `/indsatser/${ophoert}/ophoer`, {
    ...{ dato: '2019-03-01', aarsag: 'formaal-opnaaet', begrundelse: 'Målet er nået.' },
  });
  const { buuSagId = '' } = await forloeb.post('sb01', `/sager/${tre.sagId}/buu-sager`, {
    ...{ afgoerelseKode: 'undersoegelse-uden-samtykke', dato: '2019-03-01', begrundelse: 'Forældrene vil ikke.' },
  });
  const ny = udenKoder(
    { indsatskatalog: 'tidlig-konsulentbistand', afgoerelser: 'undersoegelse-uden-samtykke' },
    '2019-12-31',
  );
  const owner = createPool(api.database.ownerUrl, { name: 'lov-kodelister', max: 2 });
  const linjer: string[] = [];
  const skriv = (linje: string): Promise<void> => {
    linjer.push(linje);
    return Promise.resolve();
  };
  const adgang = { ...api.platform, schema: new ReadModelSchema(owner) };
  try {
    expect(await sammenlign(adgang, lov, lov, [REBILD], skriv)).toBe(false);
    expect(linjer).toContain('Kodelister: 0 rækker er forskellige.');
    linjer.length = 0;
    expect(await sammenlign(adgang, lov, ny, [REBILD], skriv)).toBe(true);
  } finally {
    await owner.end();
  }
  expect(linjer).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^ {2}indsatskatalog tidlig-konsulentbistand \(familie\) fra .*: ændret$/),
      '    gyldigTil: intet -> "2019-12-31"',
      expect.stringMatching(/^ {2}afgoerelser undersoegelse-uden-samtykke fra 2024-01-01: fjernet$/),
      'Kommune 840: 2 åbne indsatser, anbringelser og forløb bruger en kode, der ophører.',
    ]),
  );
  const fra = linjer.findIndex((linje) => linje.startsWith('Kommune 840: 2'));
  expect(linjer.slice(fra + 1)).toEqual([
    '  indsatskatalog tidlig-konsulentbistand (familie) kan ikke bruges fra 2020-01-01:',
    `    sag ${en.sagId}, indsats ${indsatsId}`,
    '  afgoerelser undersoegelse-uden-samtykke kan ikke bruges fra 2020-01-01:',
    `    sag ${tre.sagId}, buu-sag ${buuSagId}`,
  ]);
});
