import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { boundedContexts } from '../../src/contexts.js';
import { indlaesLovpakke } from '../../src/faelles/lov/lovpakke.js';
import { FixedClock } from '../../src/platform/clock.js';
import { erDatorettelse, rettetPaaPlads } from '../../src/platform/corrections/date-correction.js';
import { type ClearEvent, type StoredEvent } from '../../src/platform/eventstore/event-store.js';
import { type Row } from '../../src/platform/projection/projection.js';
import { REBILD, startTestApi, type TestApi } from '../../src/platform/testing/api.js';
import { emner, LANG, vandring } from './emner.js';
import { FROE } from './froe.js';
import { Gang } from './gang.js';
import { svarKendtVed } from './kendt_foer.js';
import { Tabeller } from './tabeller.js';
import { type Anmodning } from './trin.js';
import { verden } from './verden.js';

/**
 * Random walks whose days are put right half-way and at the end: every read model, the deadlines too, must be what it would
 * have been, had the right days been recorded from the start. RETTELOEB sets how many walks there are about each thing.
 */
const LOEB = Number(process.env['RETTELOEB'] ?? 2);
/** So many events of a kind are put right each time, by the first of these that is possible. */
const AF_SLAGSEN = 3;
const FLYTNINGER = [1, -1, 3, -4] as const;

const lov = indlaesLovpakke();
const kontekster = boundedContexts(lov);
const erklaeringer = new Map(kontekster.flatMap(({ events }) => events.map((e) => [e.type, e] as const)));

function flyttet(dag: string, dage: number): string {
  if (dag.length === 10) return Temporal.PlainDate.from(dag).add({ days: dage }).toString();
  return Temporal.Instant.from(dag)
    .toZonedDateTimeISO('Europe/Copenhagen')
    .add({ days: dage })
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

async function helt<E>(laes: (efter: number) => Promise<readonly E[]>): Promise<readonly E[]> {
  const log: E[] = [];
  for (let side = await laes(0); side.length > 0; side = await laes(log.length)) log.push(...side);
  return log;
}

/** The days that can be put right, by kind and field. */
function retbare(log: readonly StoredEvent[]): ReadonlyMap<string, readonly (readonly [StoredEvent, string])[]> {
  const fundne = new Map<string, readonly (readonly [StoredEvent, string])[]>();
  for (const e of log)
    for (const [felt, { kunSammen }] of Object.entries(erklaeringer.get(e.type)?.retbar ?? {}))
      if (kunSammen !== true && typeof e.data[felt] === 'string')
        fundne.set(`${e.type} ${felt}`, [...(fundne.get(`${e.type} ${felt}`) ?? []), [e, felt]]);
  return fundne;
}

/** What was recorded, had the right days been recorded from the start. */
function fraStarten(log: readonly ClearEvent[], aabnet: readonly StoredEvent[]): readonly ClearEvent[] {
  const stroemme = new Map<string, StoredEvent[]>();
  for (const e of aabnet) stroemme.set(e.streamId, [...(stroemme.get(e.streamId) ?? []), e]);
  const rettet = new Map(
    [...stroemme.values()].flatMap((stroem) => rettetPaaPlads(stroem)).map((e) => [e.position, e.data] as const),
  );
  return log
    .filter((e) => !erDatorettelse(e))
    .map(({ tenant, position, streamId, version, type, registreret, sealed, meta, data }) => ({
      ...{ tenant, position, streamId, version, type, registreret, sealed, meta },
      data: Object.fromEntries(Object.keys(data).map((felt) => [felt, rettet.get(position)?.[felt]])),
    }));
}

/** That a day was put right, when and what was said before, is told by these; all else is as if it had never been wrong. */
const OM_RETTELSEN = /position$|^beregnet_af$/;
const UDENFOR = new Set([
  'journalark.journal.linje',
  'sagsstyring.frister.beregning',
  'sagsstyring.frister.slutrettelse',
]);

function vist(raekker: readonly Row[]): readonly string[] {
  return (
    raekker
      // Deadlines that there are not, and activity that is known not to have been.
      .filter((r) => r['forfald'] !== null && (r['rettet_position'] ?? null) === null)
      .map((r) =>
        JSON.stringify(
          Object.entries(r)
            .filter(([k, v]) => !OM_RETTELSEN.test(k) && v !== null)
            .sort(),
        ),
      )
      .sort()
  );
}

describe.each(['SEL', 'BL'] as const)('Dage, der rettes, efter %s', (regime) => {
  const v = verden(regime);
  let api: TestApi;
  let tokens: Record<Anmodning['som'], string>;
  const rettet = new Map<string, number>();

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

  async function ret(
    [{ position, data }, felt]: readonly [StoredEvent, string],
    dage: number,
    som: Anmodning['som'] = 'alt',
  ): Promise<number> {
    const ny = flyttet(String(data[felt]), dage);
    const svar = await api.app.inject({
      method: 'POST',
      url: '/v1/datorettelser',
      headers: {
        authorization: tokens[som],
        'idempotency-key': randomUUID(),
        'content-type': 'application/json',
        prefer: 'respond-async',
      },
      payload: JSON.stringify({
        ...{ position, felt, begrundelse: 'Referatet viser det.' },
        [ny.length === 10 ? 'dato' : 'tidspunkt']: ny,
      }),
    });
    return svar.statusCode;
  }

  /** How long the log is, and what is known of it. */
  async function spoerg() {
    expect(await api.platform.projections?.caughtUp(30_000)).toBe(true);
    const position = await api.store.head(REBILD);
    return [position, await svarKendtVed(api, v, position)] as const;
  }

  async function retNogle(): Promise<void> {
    for (const [slags, dage] of retbare(await helt((efter) => api.store.read(REBILD, efter, 1000))))
      for (const dag of dage.slice(-AF_SLAGSEN))
        for (const flytning of FLYTNINGER) {
          const status = await ret(dag, flytning);
          expect([slags, status]).toEqual([slags, status < 300 ? status : status === 409 ? 409 : 422]);
          if (status >= 300) continue;
          rettet.set(slags, (rettet.get(slags) ?? 0) + 1);
          break;
        }
  }

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
    const [foer, svaret] = await spoerg();
    await retNogle();
    expect(await svarKendtVed(api, v, foer)).toEqual(svaret);
    await Promise.all(resten.map((videre) => videre()));
    const [senere, svaretSenere] = await spoerg();
    await retNogle();
    expect(rettet.size).toBeGreaterThan(30);
    // None has stopped at a correction.
    expect(await api.platform.projections?.caughtUp(30_000)).toBe(true);
    // What was answered can be answered again.
    expect(await svarKendtVed(api, v, foer)).toEqual(svaret);
    expect(await svarKendtVed(api, v, senere)).toEqual(svaretSenere);

    const log = await helt((efter) => api.store.readClear(REBILD, efter, 1000));
    const rigtig = fraStarten(log, await helt((efter) => api.store.read(REBILD, efter, 1000)));
    for (const projection of kontekster.flatMap(({ projections }) => projections)) {
      const [rettede, ventede] = [new Tabeller(projection, log), new Tabeller(projection, rigtig)];
      for (const { name } of projection.tables) {
        const tabel = `${projection.name}.${name}`;
        if (!UDENFOR.has(tabel)) expect([tabel, vist(rettede.alle(name))]).toEqual([tabel, vist(ventede.alle(name))]);
      }
    }
  });

  it('den, der ikke må rette udvalgets dag, retter den heller ikke gennem det, der blev skrevet sammen med den', async () => {
    const log = await helt((efter) => api.store.read(REBILD, efter, 1000));
    const udvalgets = new Set(
      log.filter(({ type }) => type === 'sagsstyring.BuuAfgjort').map(({ meta }) => meta.korrelation),
    );
    const afgoerelser = log.filter((e) => e.type === 'sagsstyring.AfgoerelseTruffet' && e.data['organ'] === 'BUU');
    const sammen = afgoerelser.filter(({ meta }) => udvalgets.has(meta.korrelation));
    expect(sammen.length).toBeGreaterThan(0);
    for (const e of sammen) expect(await ret([e, 'dato'], -7, 'sb01')).toBe(403);
  });
});
