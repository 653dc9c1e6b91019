import fc from 'fast-check';
import { FixedClock } from '../../src/platform/clock.js';
import { REBILD, startTestApi, type TestApi } from '../../src/platform/testing/api.js';
import { emner, LANG, vandring } from './emner.js';
import { FROE } from './froe.js';
import { Gang } from './gang.js';
import { Rettelsesproeve } from './rettelsesproeve.js';
import { type Anmodning } from './trin.js';
import { SIDSTE_DAG, verden } from './verden.js';

/**
 * Random walks whose days are put right half-way and at the end. RETTELOEB sets how many walks there are about each thing.
 */
const LOEB = Number(process.env['RETTELOEB'] ?? 2);

describe.each(['SEL', 'BL'] as const)('Dage, der rettes, efter %s', (regime) => {
  const v = verden(regime);
  let api: TestApi;
  let tokens: Record<Anmodning['som'], string>;
  let proeve: Rettelsesproeve;

  beforeAll(async () => {
    api = await startTestApi({ clock: FixedClock.at(v.nu) });
    const alt = await api.token('alt01', REBILD, [
      'modtagelse',
      'sagsbehandler',
      'teamleder',
      'buu-sekretaer',
      'formand',
    ]);
    const [sb01 = '', sb02 = '', sb03 = ''] = await Promise.all(
      ['sb01', 'sb02', 'sb03'].map((bruger) => api.token(bruger, REBILD, ['sagsbehandler'])),
    );
    tokens = { alt, sb01, sb02, sb03 };
    proeve = new Rettelsesproeve(api, { dage: [5, 20, 60, 120, SIDSTE_DAG].map((dag) => v.dato(dag)), nu: v.nu });
  });
  afterAll(() => api.stop());

  it('er de samme overalt, som var de registreret rigtigt fra starten (databeskyttelsesforordningen art. 16)', async () => {
    const resten: (() => Promise<void>)[] = [];
    const gaa = async (emne: ReturnType<typeof emner>[number]) => {
      for (const { alder, forspil, skridt } of fc.sample(vandring(v, [emne], LANG), { numRuns: LOEB, seed: FROE })) {
        const gang = new Gang(api, tokens, v, new Map(), alder);
        await gang.begynd();
        for (const trin of forspil) await gang.tag(trin);
        const halvt = Math.floor(skridt.length / 2);
        for (const s of skridt.slice(0, halvt)) await s.run({}, gang);
        resten.push(async () => {
          // The model knows the days that were recorded, so what it expects of those that were put right may be refused.
          for (const s of skridt.slice(halvt)) await s.run({}, gang).catch(() => undefined);
        });
      }
    };
    await Promise.all(emner(v).map(gaa));
    const foer = await proeve.kendt();
    await proeve.retNogle(tokens.alt);
    await foer();
    await Promise.all(resten.map((videre) => videre()));
    const senere = await proeve.kendt();
    await proeve.retNogle(tokens.alt);
    expect(proeve.rettet.size).toBeGreaterThan(30);
    await foer();
    await senere();
    await proeve.somFraStarten();
  });

  it('den, der ikke må rette udvalgets dag, retter den heller ikke gennem det, der blev skrevet sammen med den', async () => {
    const log = await proeve.log();
    const udvalgets = new Set(
      log.filter(({ type }) => type === 'sagsstyring.BuuAfgjort').map(({ meta }) => meta.korrelation),
    );
    const afgoerelser = log.filter((e) => e.type === 'sagsstyring.AfgoerelseTruffet' && e.data['organ'] === 'BUU');
    const sammen = afgoerelser.filter(({ meta }) => udvalgets.has(meta.korrelation));
    expect(sammen.length).toBeGreaterThan(0);
    for (const e of sammen) expect(await proeve.ret([e, 'dato'], -7, tokens.sb01)).toBe(403);
  });
});
