import { join } from 'node:path';
import { type AppendInput } from './append-load.js';
import { type CpuPerAnswer, withCpuPerAnswer } from './cpu-time.js';
import { median, medianRatio } from './figures.js';
import { type WriterResult } from './insert-writers.js';
import { type Measurement } from './measurement.js';
import { dataFolderOf } from './product.js';
import { atLeast, type Figure } from './result.js';
import { type StoreAppendInput } from './store-writers.js';

const WRITERS = 16;
const LEAST = 3;
const REBILD = 840;

type Measured = WriterResult & { readonly cpu?: CpuPerAnswer };

/** Appends of one event a commit: our store against emmett's, on the same database. */
export const append: Measurement = {
  name: 'lager',
  title: 'Hændelseslageret mod emmett-postgresql',
  async measure({ surroundings, quick, progress }) {
    const { processes, cluster } = surroundings;
    const database = await surroundings.database('lager');
    const [rounds, seconds, warmUpSeconds] = quick ? [2, 3, 2] : [7, 5, 3];
    const load = { writers: WRITERS, seconds, warmUpSeconds };
    const ours: Measured[] = [];
    const theirs: Measured[] = [];
    const measured = (script: string, input: AppendInput): Promise<Measured> =>
      withCpuPerAnswer(cluster, undefined, () => processes.run<WriterResult>(script, input));
    for (let round = 1; round <= rounds; round += 1) {
      progress(`${String(WRITERS)} skrivere, runde ${String(round)} af ${String(rounds)}`);
      const keyFile = join(dataFolderOf(surroundings, database), 'noegler.json');
      const own: StoreAppendInput = { ...load, url: database.appUrl, keyFile, kommune: REBILD };
      ours.push(await measured('store-writers.js', own));
      theirs.push(await measured('emmett-writers.js', { ...load, url: database.ownerUrl }));
    }
    const rate = (what: string, results: readonly WriterResult[]): Figure => {
      const perSecond = results.map((one) => one.perSecond);
      return {
        what: `${what}, ${String(WRITERS)} skrivere`,
        unit: 'hændelser pr. sekund',
        value: median(perSecond),
        rounds: perSecond,
      };
    };
    const ratio = medianRatio(
      ours.map((one) => one.perSecond),
      theirs.map((one) => one.perSecond),
    );
    const cpu = (what: string, unit: string, values: readonly number[]): Figure[] =>
      values.length === 0 ? [] : [{ what: `Processortid ${what}`, unit, value: median(values), rounds: values }];
    return [
      rate('Hændelseslageret', ours),
      rate('emmett-postgresql', theirs),
      { what: 'Hændelseslageret ÷ emmett', unit: '×', value: ratio, target: atLeast(ratio, LEAST) },
      ...[['Hændelseslageret', ours] as const, ['emmett', theirs] as const].flatMap(([what, results]) => [
        ...cpu(
          `skrivende proces, ${what}`,
          'ms pr. hændelse',
          results.map((one) => one.cpuMs),
        ),
        ...cpu(
          `PostgreSQL, ${what}`,
          'ms pr. hændelse',
          results.flatMap((one) => one.cpu?.database ?? []),
        ),
      ]),
    ];
  },
};
