import { type InventedCase } from './invented-case.js';
import { medianPercentiles, type Percentiles } from './figures.js';
import { analyze, fill } from './filled-database.js';
import { type LoadInput, type LoadResult } from './load.js';
import { type Measurement, type Run } from './measurement.js';
import { type Product, startProduct } from './product.js';
import { below, type Figure } from './result.js';

const SMALL = 1000;
const LARGE = 100_000;
const QUICK_LARGE = 3000;
/** Most that the large municipality may take for each that the small one takes. */
const MOST = 1.5;
const REBILD = 840;
/** So many users at once: enough that answers stand beside each other, not so many that they queue. */
const CONNECTIONS = 4;
/** Children of the commands; those of the cases are below. */
const FIRST_CHILD = 2_000_000;

/** A municipality of so many cases with a product of its own. */
interface Municipality {
  readonly cases: number;
  readonly product: Product;
  readonly sample: readonly InventedCase[];
  readonly headers: Readonly<Record<string, string>>;
}

interface Question {
  readonly what: string;
  readonly ask: (of: Municipality) => LoadInput['what'];
}

let firstChild = FIRST_CHILD;

const QUESTIONS: readonly Question[] = [
  {
    what: 'Underretning modtages, svar som udgangspunkt',
    ask: () => ({ kind: 'underretning', firstChild: (firstChild += 100_000) }),
  },
  { what: 'Barnets journal', ask: reads(({ barnId }) => `/v1/boern/${barnId}/journal`) },
  { what: 'Sagens journal', ask: reads(({ sagId }) => `/v1/sager/${sagId}/journal`) },
  { what: 'Sagens frister', ask: reads(({ sagId }) => `/v1/frister?sagId=${sagId}`) },
  {
    what: 'Sagsbehandlerens frister, overskredne og forfaldne',
    ask: reads(({ sagsbehandler }) => `/v1/frister?ansvarlig=${sagsbehandler}&status=overskredet&status=forfalder`),
  },
  { what: 'Teamets overskredne frister', ask: reads(({ team }) => `/v1/frister?team=${team}&status=overskredet`) },
];

function reads(path: (of: InventedCase) => string): Question['ask'] {
  return ({ sample }) => ({ kind: 'read', paths: sample.map(path) });
}

/** How long users wait in a small municipality, and in one of nearly the whole country's size. */
export const answerTimes: Measurement = {
  name: 'svartider',
  title: 'Svartider ved få og mange sager',
  async measure(run) {
    const { surroundings, quick, progress } = run;
    const large = Number(process.env['BENCH_SAGER'] ?? (quick ? QUICK_LARGE : LARGE));
    const municipalities = [await open(run, 'lille', quick ? 300 : SMALL), await open(run, 'stor', large)] as const;
    const [rounds, seconds] = quick ? [2, 1] : [5, 3];
    const figures: Figure[] = [];
    for (const { what, ask } of QUESTIONS) {
      const times: Percentiles[][] = [[], []];
      for (let round = 0; round <= rounds; round += 1) {
        progress(`${what}, ${round === 0 ? 'opvarmning' : `runde ${String(round)} af ${String(rounds)}`}`);
        for (const [index, of] of municipalities.entries()) {
          const { ms } = await surroundings.processes.run<LoadResult>('load.js', {
            origin: of.product.origin,
            connections: CONNECTIONS,
            seconds,
            headers: of.headers,
            what: ask(of),
          } satisfies LoadInput);
          await of.product.settled();
          if (round > 0) times[index]?.push(ms);
        }
      }
      figures.push(...compare(what, municipalities, times.map(medianPercentiles)));
    }
    for (const { product } of municipalities) await product.stop();
    return figures;
  },
};

async function open({ surroundings, progress }: Run, name: string, cases: number): Promise<Municipality> {
  const database = await surroundings.database(name);
  progress(`${String(cases)} sager lægges i kommunen ${name}`);
  const { events, sample } = await fill(surroundings, database, { kommune: REBILD, cases }, progress);
  progress(`læsemodellerne bygges af ${String(events)} hændelser`);
  const product = await startProduct(surroundings, database);
  const ms = await product.settled(progress);
  progress(`læsemodellerne er ajour efter ${String(Math.round(ms / 1000))} s`);
  await analyze(database);
  return { cases, product, sample, headers: { authorization: await product.authorization('alt01') } };
}

function compare(what: string, of: readonly Municipality[], [few, many]: readonly Percentiles[]): Figure[] {
  if (few === undefined || many === undefined) return [];
  const ratio = many.p50 / few.p50;
  return [
    ...[few, many].flatMap((times, index) =>
      (['p50', 'p95', 'p99'] as const).map((part) => ({
        what: `${what}, ${String(of[index]?.cases ?? 0)} sager, ${part}`,
        unit: 'ms',
        value: times[part],
      })),
    ),
    { what: `${what}, mange ÷ få, p50`, unit: '×', value: ratio, target: below(ratio, MOST) },
  ];
}
