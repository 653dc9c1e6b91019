import { once } from 'node:events';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { findesDato, TIDSZONE } from '../faelles/kalender.js';
import { Beregner } from '../faelles/lov/beregner.js';
import { indlaesLovpakke } from '../faelles/lov/lovpakke.js';
import { Lovpakkefejl } from '../faelles/lov/lovpakkefejl.js';
import { besvarLinjer } from './lov_beregn.js';
import { LOVHJAELP } from './lov_hjaelp.js';
import { visLov, visRegel } from './lov_vis.js';

class Brugsfejl extends Error {
  override readonly name = 'Brugsfejl';
}

const KOMMANDOER = ['valider', 'vis', 'sammenlign', 'beregn', 'hjaelp'] as const;
type Kommando = (typeof KOMMANDOER)[number];

interface Ordre {
  readonly kommando: Kommando;
  readonly mappe?: string;
  readonly dato?: string;
  readonly regel?: string;
  readonly kommuner: readonly number[];
}

function fortolk(args: readonly string[]): Ordre {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      dato: { type: 'string' },
      regel: { type: 'string' },
      kommune: { type: 'string', multiple: true },
      hjaelp: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [navn = '', mappe, ...flere] = positionals;
  const kommando = values.hjaelp ? 'hjaelp' : KOMMANDOER.find((kendt) => kendt === navn);
  if (kommando === undefined) throw new Brugsfejl(navn === '' ? 'Skriv en kommando.' : `Ukendt kommando: ${navn}`);
  const medMappe = kommando === 'valider' || kommando === 'sammenlign';
  if (flere.length > 0 || (mappe !== undefined && !medMappe && kommando !== 'hjaelp'))
    throw new Brugsfejl(`For mange ord efter ${kommando}.`);
  if (kommando === 'sammenlign' && mappe === undefined) throw new Brugsfejl('sammenlign skal have en mappe.');
  if (values.dato !== undefined && !findesDato(values.dato))
    throw new Brugsfejl(`--dato skal være en dato, der findes, fx 2026-11-23, ikke "${values.dato}".`);
  const kommuner = (values.kommune ?? []).map((tekst) => {
    if (!/^[1-9]\d{2}$/.test(tekst)) throw new Brugsfejl(`--kommune skal være tre cifre, ikke "${tekst}".`);
    return Number(tekst);
  });
  return {
    kommando,
    kommuner,
    ...(mappe === undefined ? {} : { mappe: resolve(mappe) }),
    ...(values.dato === undefined ? {} : { dato: values.dato }),
    ...(values.regel === undefined ? {} : { regel: values.regel }),
  };
}

const skriv = async (tekst: string): Promise<void> => {
  if (!process.stdout.write(tekst)) await once(process.stdout, 'drain');
};
const linjer = (tekster: readonly string[]): Promise<void> => skriv(tekster.map((tekst) => `${tekst}\n`).join(''));
/** Where packs are taken from when no folder is named: the same place as the application. */
const egenMappe = (): string | undefined => process.env['LOVPAKKER']?.trim() || undefined;

async function udfoer(ordre: Ordre): Promise<number> {
  switch (ordre.kommando) {
    case 'hjaelp':
      await linjer([LOVHJAELP]);
      return 0;
    case 'valider': {
      const lov = indlaesLovpakke(ordre.mappe ?? egenMappe());
      const { boundedContexts } = await import('../contexts.js');
      // As at the start: every event that a rule waits for must be one that the program has.
      boundedContexts(lov);
      const tal = (tillid: string): string => String(lov.alleRegler.filter((r) => r.tillid === tillid).length);
      await linjer([
        `Lovpakken er i orden: version ${lov.version}, ${lov.alleRegler.length} udgaver af regler (V ${tal('V')}, S ${tal('S')}, H ${tal('H')}), ${lov.alleRegler.filter((r) => r.aktiv).length} slået til.`,
      ]);
      return 0;
    }
    case 'vis': {
      const lov = indlaesLovpakke(egenMappe());
      if (ordre.regel === undefined) {
        await linjer(visLov(lov, ordre.dato ?? Temporal.Now.plainDateISO(TIDSZONE).toString()));
        return 0;
      }
      const fundet = visRegel(lov, ordre.regel, ordre.dato);
      if (fundet.length === 0)
        throw new Brugsfejl(`Der er ingen regel "${ordre.regel}"${ordre.dato === undefined ? '' : ` ${ordre.dato}`}.`);
      await linjer(fundet);
      return 0;
    }
    case 'beregn': {
      process.stdin.setEncoding('utf8');
      const stykker = process.stdin as AsyncIterable<string>;
      return (await besvarLinjer(new Beregner(indlaesLovpakke(egenMappe())), stykker, skriv)) ? 0 : 1;
    }
    case 'sammenlign': {
      // Only this one needs the database; computing dates must not wait for it to load.
      const { sammenlignMed } = await import('./lov_sammenlign.js');
      return sammenlignMed(ordre.mappe ?? '', ordre.kommuner, (tekst) => linjer([tekst]));
    }
  }
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader has seen enough (`| head`): that is no fault.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  process.exitCode = await udfoer(fortolk(process.argv.slice(2)));
} catch (error) {
  const parse = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  // By name: the last two come from what only sammenlign loads.
  const kendt =
    error instanceof Error && ['Brugsfejl', 'Lovpakkefejl', 'IngenAdgang', 'ConfigError'].includes(error.name);
  const tekst =
    error instanceof Error ? (kendt || parse ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`${tekst}\n`);
  if (parse || error instanceof Brugsfejl) process.stderr.write(`\n${LOVHJAELP}\n`);
  process.exitCode = error instanceof Lovpakkefejl ? 1 : 2;
}
