import fc from 'fast-check';
import { createPool } from '../../src/platform/db/pool.js';
import { FixedClock } from '../../src/platform/clock.js';
import { Rebuild, differs } from '../../src/platform/projection/rebuild.js';
import { ReadModelSchema } from '../../src/platform/projection/read-model-schema.js';
import { boundedContexts } from '../../src/contexts.js';
import { indlaesLovpakke } from '../../src/faelles/lov/lovpakke.js';
import { REBILD, startTestApi, type TestApi } from '../../src/platform/testing/api.js';
import { ventedeFrister, type VentetFrist } from './frister.js';
import { tvangsfrister } from './frister_tvang.js';
import { ALDRIG, type Emne, LAENGDE, LANG, SJAELDENT, slagsTrin, vandring, type Vandring } from './emner.js';
import { FROE } from './froe.js';
import { Gang } from './gang.js';
import { type Anmodning } from './trin.js';
import { verden } from './verden.js';

/**
 * Random walks of lawful and unlawful steps through the API, held against a small reference model: the same answer to
 * every step, never a 5xx, and at the end no state and no deadline that the model does not have. MODELLOEB sets how many
 * walks there are under each act, and MODELFROE where they begin; a failing walk is shown shortened, with the seed that gives
 * it again.
 */
const LOEB = Number(process.env['MODELLOEB'] ?? 1000);
/** Walks at the same time: they meet in the log's one order, as users do, and share its commits (4: 20 s for 200 walks, 40: 13 s). */
const SAMTIDIGE = 40;
/** Of ten walks each, towards what no other has come to. Most need 2-5; with 20, one whole run in a few came too short. */
const RUNDER = 100;

describe.each(['SEL', 'BL'] as const)('Tilfældige forløb efter %s', (regime) => {
  const v = verden(regime);
  const ventede: VentetFrist[] = [];
  const naaet = new Map<string, number>();
  let api: TestApi;
  let tokens: Record<Anmodning['som'], string>;

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
  });
  afterAll(() => api.stop());

  // A failure is shortened, but not for ever: forty walks at once that are all shortened took a quarter of an hour.
  let fejl: unknown = null;
  let forkortninger = 150;
  const proev = async ({ alder, forspil, skridt }: Vandring, soegte: readonly string[]): Promise<void> => {
    if (fejl !== null && (forkortninger -= 1) < 0) return;
    const gang = new Gang(api, tokens, v, naaet, alder, new Set(soegte));
    try {
      await gang.begynd();
      for (const trin of forspil) await gang.tag(trin);
      await fc.asyncModelRun(() => ({ model: {}, real: gang }), skridt);
      await gang.slut();
    } catch (denne) {
      fejl = denne;
      throw denne;
    }
    ventede.push(...ventedeFrister(gang.model, v), ...tvangsfrister(gang.model, v));
  };
  let froe = FROE;
  const gaaTur = async (numRuns: number, om?: readonly Emne[], soegte: readonly string[] = []) => {
    // The bias towards the ends of a range is for the first of many runs, and each of these has few.
    const udfald = await fc.check(
      fc.asyncProperty(vandring(v, om, om === undefined ? LAENGDE : LANG), (vandring) => proev(vandring, soegte)),
      { numRuns, unbiased: true, seed: (froe += 1) },
    );
    if (udfald.failed)
      throw new Error(
        `${String(udfald.errorInstance)}\nseed ${String(udfald.seed)}, path ${String(udfald.counterexamplePath)}`,
      );
  };

  it(`hvert skridt besvares, som loven siger (${String(LOEB)} forløb)`, async () => {
    await Promise.all(Array.from({ length: SAMTIDIGE }, () => gaaTur(Math.ceil(LOEB / SAMTIDIGE))));
  });

  // Walks that stop at the door would find nothing. What chance has left out is walked for, but not for ever.
  it('forløbene når lovligt hvert slags skridt', async () => {
    const slags = slagsTrin(v);
    const kraeves = [...slags].filter(([navn]) => !ALDRIG[regime].includes(navn) && !SJAELDENT.includes(navn));
    const mangler = () => kraeves.filter(([navn]) => !naaet.has(navn));
    for (let runde = 0; runde < RUNDER && mangler().length > 0; runde += 1)
      await gaaTur(
        10,
        [...new Set(mangler().flatMap(([, emner]) => [...emner]))],
        mangler().map(([navn]) => navn),
      );
    expect(mangler().map(([navn]) => navn)).toEqual([]);
    expect(ALDRIG[regime].filter((navn) => naaet.has(navn) || !slags.has(navn))).toEqual([]);
  });

  it('ingen frist mangler, og ingen er for meget eller har forkert dato eller status', async () => {
    expect(await api.platform.projections?.caughtUp(30_000)).toBe(true);
    const regler = new Set(ventede.map(({ regel }) => regel));
    const fundne: VentetFrist[] = [];
    for (let naeste: string | null = ''; naeste !== null;) {
      const { body } = await api.request
        .get(`/v1/frister?graense=200${naeste === '' ? '' : `&efter=${naeste}`}`)
        .set('Authorization', tokens.alt);
      const side = body as { poster: VentetFrist[]; naeste: string | null };
      fundne.push(...side.poster.filter(({ regel }) => regler.has(regel)));
      naeste = side.naeste;
    }
    const somTekst = (f: VentetFrist) => `${f.enkeltsagId} ${f.regel} ${f.forfald} ${f.status}`;
    expect(ventede.length).toBeGreaterThan(LOEB);
    expect(fundne.map(somTekst).sort()).toEqual(ventede.map(somTekst).sort());
  });

  it('kæden er hel, og læsemodellerne bygget op igen er de samme, også fristerne', async () => {
    expect(await api.store.verify(REBILD)).toEqual([]);
    const owner = createPool(api.database.ownerUrl, { name: 'rebuild', max: 2 });
    const projections = boundedContexts(indlaesLovpakke()).flatMap((context) => context.projections);
    const rebuild = new Rebuild(
      { store: api.store, pool: api.platform.pool, schema: new ReadModelSchema(owner) },
      projections,
    );
    try {
      await rebuild.prepare();
      expect((await rebuild.compareWithLive(REBILD)).filter(differs)).toEqual([]);
    } finally {
      await rebuild.drop();
      await owner.end();
    }
  });
});
