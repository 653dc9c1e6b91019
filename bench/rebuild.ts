import { join } from 'node:path';
import { median } from './figures.js';
import { fill } from './filled-database.js';
import { type Measurement } from './measurement.js';
import { dataFolderOf } from './product.js';
import { type RebuildInput, type RebuildResult } from './rebuild-runner.js';
import { atLeast, type Figure } from './result.js';

const LEAST = 0.25;
const REBILD = 840;

/** Read models made again from the log, against the fastest there is: PostgreSQL handing out the same events with COPY. */
export const rebuild: Measurement = {
  name: 'genopbygning',
  title: 'Genopbygning af læsemodeller mod COPY TO af de samme hændelser',
  async measure({ surroundings, quick, progress }) {
    const database = await surroundings.database('genopbygning');
    const keyFile = join(dataFolderOf(surroundings, database), 'noegler.json');
    await fill(surroundings, database, { kommune: REBILD, cases: quick ? 800 : 5000 }, progress);
    const { events, copied, all, each } = await surroundings.processes.run<RebuildResult>(
      'rebuild-runner.js',
      {
        appUrl: database.appUrl,
        ownerUrl: database.ownerUrl,
        keyFile,
        kommune: REBILD,
        rounds: quick ? 1 : 5,
      } satisfies RebuildInput,
      progress,
    );
    const copy = median(copied);
    const rate = (what: string, rounds: readonly number[]): Figure => ({
      what,
      unit: 'hændelser pr. sekund',
      value: median(rounds),
      rounds,
    });
    const ratio = (what: string, rounds: readonly number[]): Figure => {
      const value = median(rounds) / copy;
      return { what: `${what} ÷ COPY`, unit: '×', value, target: atLeast(value, LEAST) };
    };
    const single = Object.entries(each);
    return [
      { what: 'Hændelser i loggen', unit: 'hændelser', value: events },
      rate('COPY TO', copied),
      rate('Alle læsemodeller på én gang', all),
      ...single.map(([name, rounds]) => rate(`Kun ${name}`, rounds)),
      ratio('Alle læsemodeller på én gang', all),
      ...single.map(([name, rounds]) => ratio(`Kun ${name}`, rounds)),
    ];
  },
};
