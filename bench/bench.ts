import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { answerTimes } from './answer-times.js';
import { append } from './append.js';
import { commands } from './commands.js';
import { type Measurement } from './measurement.js';
import { rebuild } from './rebuild.js';
import { type Figure, table } from './result.js';
import { Surroundings } from './surroundings.js';

const MEASUREMENTS: readonly Measurement[] = [commands, append, rebuild, answerTimes];
const OUT = 'bench/ud';
const HELP = `Brug: npm run bench [-- navn …] [--hurtig]

${MEASUREMENTS.map(({ name, title }) => `  ${name.padEnd(14)} ${title}`).join('\n')}

  --hurtig       få og korte runder: viser, at alt virker, og cirka hvor tallene ligger

Uden navn køres alle. BENCH_SAGER sætter antallet af sager i den store kommune, BENCH_DATAMAPPE mappen (ellers data/bench),
og BENCH_PROFIL=<mappe> lægger en CPU-profil af hver produktproces dér.`;

const line = (text = ''): void => void process.stdout.write(`${text}\n`);

async function bench(chosen: readonly Measurement[], quick: boolean): Promise<void> {
  const start = performance.now();
  const surroundings = await Surroundings.open(process.env['BENCH_DATAMAPPE']);
  const asked = { toStop: false };
  const interrupt = (): void => {
    if (asked.toStop) process.exit(130);
    asked.toStop = true;
    line('\nAfbrudt; rydder op. Tryk Ctrl-C igen for at afbryde med det samme.');
    void surroundings.close().finally(() => process.exit(130));
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    const results: { name: string; title: string; figures: readonly Figure[] }[] = [];
    for (const { name, title, measure } of chosen) {
      line(`\n${title}`);
      const figures = await measure({
        surroundings,
        quick,
        progress: (text) => {
          if (!asked.toStop) line(`  ${String(Math.round((performance.now() - start) / 1000)).padStart(4)} s  ${text}`);
        },
      });
      line(`\n${table(figures)}`);
      results.push({ name, title, figures });
    }
    write(results, quick, (performance.now() - start) / 1000);
  } catch (error) {
    // What is torn down under a measurement fails, and that is no fault of it. The interruption ends the process.
    if (asked.toStop) await new Promise(() => undefined);
    throw error;
  } finally {
    await surroundings.close();
  }
}

function write(results: readonly object[], quick: boolean, seconds: number): void {
  mkdirSync(OUT, { recursive: true });
  const when = new Date().toISOString();
  const file = join(OUT, `${when.replaceAll(/[:.]/g, '-')}${quick ? '-hurtig' : ''}.json`);
  const machine = {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    gigabytes: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
  writeFileSync(file, `${JSON.stringify({ when, commit: commit(), quick, seconds, machine, results }, null, 2)}\n`);
  line(`\n${String(Math.round(seconds))} sekunder. Skrevet: ${file}`);
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'ukendt';
  }
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { hurtig: { type: 'boolean', default: false }, hjaelp: { type: 'boolean', short: 'h', default: false } },
  });
  const unknown = positionals.find((name) => !MEASUREMENTS.some((one) => one.name === name));
  if (values.hjaelp) line(HELP);
  else if (unknown !== undefined) throw new Error(`Der er ingen måling, der hedder ${unknown}.\n\n${HELP}`);
  else {
    const chosen = MEASUREMENTS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
    await bench(chosen, values.hurtig);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
