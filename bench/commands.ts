import { Client } from 'pg';
import { BARE_TABLE, type BareInput } from './bare-table.js';
import { type CpuPerAnswer, withCpuPerAnswer } from './cpu-time.js';
import { medianPercentiles, medianRatio, median } from './figures.js';
import { type InsertInput, type WriterResult } from './insert-writers.js';
import { type LoadInput, type LoadResult } from './load.js';
import { type Measurement } from './measurement.js';
import { startProduct } from './product.js';
import { atLeast, type Figure } from './result.js';

/** Children of one run of the load generator; the next one starts above them. */
const CHILDREN_OF_A_RUN = 200_000;
const MOST_CONNECTIONS = 64;
const LEAST_OF_BARE = { async: 0.6, wait: 0.35 } as const;

type Measured<T> = T & { readonly cpu?: CpuPerAnswer };

interface Rounds {
  readonly bare: Measured<LoadResult>[];
  readonly async: Measured<LoadResult>[];
  readonly wait: Measured<LoadResult>[];
  readonly inserts: Measured<WriterResult>[];
  /** Milliseconds from the last answer until the read models had come to the head, where nobody waited for them. */
  readonly behind: number[];
}

/** POST of a notification through the whole product, against one plain insert per POST, on the same database. */
export const commands: Measurement = {
  name: 'kommandoer',
  title: 'Kommandoer: hele vejen mod bar Fastify',
  async measure({ surroundings, quick, progress }) {
    const { processes, cluster } = surroundings;
    const database = await surroundings.database('kommandoer');
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query(BARE_TABLE);
    await owner.end();
    const product = await startProduct(surroundings, database);
    const bare = await processes.serve('bare-fastify.js', {
      url: database.ownerUrl,
      connections: MOST_CONNECTIONS,
    } satisfies BareInput);
    const authorization = await product.authorization('mo01');
    let runs = 0;
    const load = (origin: string, connections: number, seconds: number, prefer?: string): Promise<LoadResult> =>
      processes.run<LoadResult>('load.js', {
        origin,
        connections,
        seconds,
        headers: { authorization, ...(prefer === undefined ? {} : { prefer }) },
        what: { kind: 'underretning', firstChild: CHILDREN_OF_A_RUN * (runs += 1) },
      } satisfies LoadInput);

    progress('opvarmning');
    await load(bare.said, 16, quick ? 1 : 3);
    await load(product.origin, 16, quick ? 3 : 8);
    await product.settled();
    const [rounds, seconds] = quick ? [2, 3] : [7, 4];
    const figures: Figure[] = [];
    for (const connections of [1, 16, MOST_CONNECTIONS]) {
      const seen: Rounds = { bare: [], async: [], wait: [], inserts: [], behind: [] };
      for (let round = 1; round <= rounds; round += 1) {
        progress(`${String(connections)} forbindelser, runde ${String(round)} af ${String(rounds)}`);
        seen.bare.push(await withCpuPerAnswer(cluster, bare.pid, () => load(bare.said, connections, seconds)));
        seen.async.push(
          await withCpuPerAnswer(cluster, product.pid, async () => {
            const result = await load(product.origin, connections, seconds, 'respond-async');
            // What is put off is also work, and none of it may be left to the next one measured.
            seen.behind.push(await product.settled());
            return result;
          }),
        );
        seen.wait.push(await withCpuPerAnswer(cluster, product.pid, () => load(product.origin, connections, seconds)));
        await product.settled();
        seen.inserts.push(
          await withCpuPerAnswer(cluster, undefined, () =>
            processes.run<WriterResult>('insert-writers.js', {
              url: database.ownerUrl,
              writers: connections,
              seconds,
            } satisfies InsertInput),
          ),
        );
      }
      figures.push(...figuresOf(connections, seen));
    }
    await product.stop();
    await bare.stop();
    return figures;
  },
};

function figuresOf(connections: number, seen: Rounds): Figure[] {
  const at = `${String(connections)} forb.`;
  const rates = (rounds: readonly { readonly perSecond: number }[]): number[] => rounds.map((one) => one.perSecond);
  const rate = (what: string, rounds: readonly { readonly perSecond: number }[]): Figure => ({
    what: `${what}, ${at}`,
    unit: 'pr. sekund',
    value: median(rates(rounds)),
    rounds: rates(rounds),
  });
  const ratio = (what: string, rounds: readonly LoadResult[], least: number): Figure => {
    const value = medianRatio(rates(rounds), rates(seen.bare));
    return {
      what: `${what} ÷ bar Fastify, ${at}`,
      unit: '×',
      value,
      ...(connections === MOST_CONNECTIONS ? { target: atLeast(value, least) } : {}),
    };
  };
  const ms = medianPercentiles(seen.wait.map((one) => one.ms));
  const answer = (what: string, value: number): Figure => ({
    what: `Svar med ventetid, ${what}, ${at}`,
    unit: 'ms',
    value,
  });
  return [
    rate('Indsættelser direkte', seen.inserts),
    rate('Bar Fastify', seen.bare),
    rate('Underretning uden at vente', seen.async),
    rate('Underretning som udgangspunkt', seen.wait),
    ratio('Uden at vente', seen.async, LEAST_OF_BARE.async),
    ratio('Som udgangspunkt', seen.wait, LEAST_OF_BARE.wait),
    answer('p50', ms.p50),
    answer('p95', ms.p95),
    answer('p99', ms.p99),
    {
      what: `Læsemodeller ajour efter sidste svar, ${at}`,
      unit: 'ms',
      value: median(seen.behind),
      rounds: seen.behind,
    },
    ...cpuFigures(`bar Fastify, ${at}`, seen.bare),
    ...cpuFigures(`underretning uden at vente, ${at}`, seen.async),
    ...cpuFigures(`underretning som udgangspunkt, ${at}`, seen.wait),
    ...cpuFigures(`indsættelse direkte, ${at}`, seen.inserts),
  ];
}

function cpuFigures(what: string, rounds: readonly Measured<object>[]): Figure[] {
  const figure = (whose: string, values: readonly number[]): Figure[] =>
    values.length === 0
      ? []
      : [{ what: `Processortid ${whose}, ${what}`, unit: 'ms pr. svar', value: median(values), rounds: values }];
  return [
    ...figure(
      'serveren',
      rounds.flatMap(({ cpu }) => cpu?.server ?? []),
    ),
    ...figure(
      'PostgreSQL',
      rounds.flatMap(({ cpu }) => cpu?.database ?? []),
    ),
  ];
}
