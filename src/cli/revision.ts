import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { ConfigError } from '../platform/config/config.js';
import { aabnRevisionsadgang, IngenAdgang } from './revisionsadgang.js';
import { genafspil, haendelser, verificer, type Udskrift } from './revisionskommandoer.js';

const HJAELP = `Brug: npm run revision -- <kommando> [valg]

  verificer    efterregn hashkæden og hold den op mod seglene
  genafspil    dan alle læsemodeller igen af loggen, og sammenlign række for række
  haendelser   skriv historikken som NDJSON, én hændelse pr. linje

  --kommune 840     kun denne kommune (ellers alle); kan gentages
  --fra N --til N   afgræns til pladser i loggen (verificer, haendelser)
  --kendtPr TID     kun det, der var registreret på tidspunktet, fx 2019-03-19T23:59:59+01:00 (haendelser)
  --aabn            vis også personoplysninger; hvert barn skrives i adgangsloggen (haendelser)

Afslutter med 0, når alt er i orden, 1 når der er fundet noget, og 2 når kommandoen ikke kunne udføres.`;

class Brugsfejl extends Error {
  override readonly name = 'Brugsfejl';
}

async function revision(args: readonly string[], ud: Udskrift): Promise<number> {
  const { kommando, kommuner, fra, til, kendtPr, aabn } = fortolk(args);
  if (kommando === undefined) {
    await ud.linje(HJAELP);
    return args.length === 0 ? 2 : 0;
  }
  const adgang = await aabnRevisionsadgang(process.env);
  try {
    const kendte = await adgang.store.tenants();
    const ukendt = kommuner.find((kommune) => !kendte.includes(kommune));
    if (ukendt !== undefined) throw new Brugsfejl(`Kommune ${String(ukendt)} findes ikke i loggen.`);
    const valgte = kommuner.length === 0 ? kendte : kommuner;
    const omfang = { ...(fra === undefined ? {} : { fra }), ...(til === undefined ? {} : { til }) };
    switch (kommando) {
      case 'verificer':
        return (await verificer(adgang, valgte, ud, omfang)) ? 0 : 1;
      case 'genafspil':
        return (await genafspil(adgang, valgte, ud)) ? 0 : 1;
      case 'haendelser': {
        const aabnFor = {
          bruger: `cli:${userInfo().username}`,
          rute: 'npm run revision -- haendelser --aabn',
          korrelation: randomUUID(),
        };
        await haendelser(adgang, valgte, ud, {
          ...omfang,
          ...(kendtPr === undefined ? {} : { kendtPr }),
          ...(aabn ? { aabnFor } : {}),
        });
        return 0;
      }
    }
  } finally {
    await adgang.close();
  }
}

type Kommando = 'verificer' | 'genafspil' | 'haendelser';

function fortolk(args: readonly string[]): {
  kommando?: Kommando;
  kommuner: number[];
  fra?: number;
  til?: number;
  kendtPr?: string;
  aabn: boolean;
} {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      kommune: { type: 'string', multiple: true },
      fra: { type: 'string' },
      til: { type: 'string' },
      kendtPr: { type: 'string' },
      aabn: { type: 'boolean', default: false },
      hjaelp: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [kommando, ...flere] = positionals;
  const kommuner = (values.kommune ?? []).map((text) => heltal('--kommune', text));
  if (kommando === undefined || values.hjaelp) return { kommuner, aabn: false };
  if (!erKommando(kommando) || flere.length > 0) throw new Brugsfejl(`Ukendt kommando: ${positionals.join(' ')}`);
  return {
    kommando,
    kommuner,
    aabn: values.aabn,
    ...(values.fra === undefined ? {} : { fra: heltal('--fra', values.fra) }),
    ...(values.til === undefined ? {} : { til: heltal('--til', values.til) }),
    ...(values.kendtPr === undefined ? {} : { kendtPr: tidspunkt(values.kendtPr) }),
  };
}

function erKommando(text: string): text is Kommando {
  return ['verificer', 'genafspil', 'haendelser'].includes(text);
}

function heltal(valg: string, text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new Brugsfejl(`${valg} skal være et helt tal, ikke "${text}".`);
  return Number(text);
}

function tidspunkt(text: string): string {
  try {
    return Temporal.Instant.from(text).toString();
  } catch {
    throw new Brugsfejl(`--kendtPr skal være et tidspunkt med tidszone, fx 2019-03-19T23:59:59+01:00, ikke "${text}".`);
  }
}

/** Results on standard output, progress on standard error, so that the one can be piped while the other is seen. */
function terminal(): Udskrift {
  let sidst = 0;
  return {
    linje: async (text) => {
      if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain');
    },
    fremdrift: (text) => {
      const now = Date.now();
      if (now - sidst < 500) return;
      sidst = now;
      process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${text}\r` : `${text}\n`);
    },
  };
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader has seen enough (`| head`): that is no fault.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  process.exitCode = await revision(process.argv.slice(2), terminal());
} catch (error) {
  const kendt = error instanceof Brugsfejl || error instanceof IngenAdgang || error instanceof ConfigError;
  const brugsfejl = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  process.stderr.write(
    `${error instanceof Error ? (kendt || brugsfejl ? error.message : (error.stack ?? error.message)) : String(error)}\n`,
  );
  if (error instanceof Brugsfejl || brugsfejl) process.stderr.write(`\n${HJAELP}\n`);
  process.exitCode = 2;
}
