import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { boundedContexts } from '../contexts.js';
import { Afvist } from '../faelles/afvist.js';
import { indlaesLovpakke } from '../faelles/lov/lovpakke.js';
import { type Slettegrund } from '../netvaerk/netvaerk.public.js';
import { SystemClock } from '../platform/clock.js';
import { readConfig } from '../platform/config/config.js';
import { startDatabase } from '../platform/db/database.js';
import { createPool } from '../platform/db/pool.js';
import { BlindIndex } from '../platform/eventstore/sealing/blind-index.js';
import { loadKeyFile, makeKeyFile, rotateKeyFile } from '../platform/eventstore/sealing/key-file.js';
import { rewrapSubjectKeys } from '../platform/eventstore/sealing/rewrap.js';
import { RandomIds } from '../platform/ids.js';
import { gatherRegistrations } from '../platform/registry.js';
import { revisionsadgang } from './revisionsadgang.js';
import { aabneForhold, sletPerson, type Sletteadgang } from './slet_person.js';

const GRUNDE: readonly Slettegrund[] = ['kassation', 'indsigelse', 'fejlregistreret'];
const HJAELP = `Brug: npm run noegler -- <kommando> [fil]

  dan <fil>     ny nøglefil (0600); overskriver aldrig en, der findes
  skift <fil>   ny nøgle til indpakning og ny seglnøgle; de gamle bliver i filen som pensionerede
  ompak         pak alle personers nøgler ind med den nuværende nøgle (NOEGLEFIL og databasen, som ved start)
  slet <kommunekode> <personId> --grund ${GRUNDE.join('|')} --reference <nummer> [--bekraeft]
                destruér en persons nøgle: alt, hvad der er forseglet for personen, er væk for altid.
                Uden --bekraeft vises kun, hvad der er i vejen. Kan køres igen, hvis den blev afbrudt.
                Referencen er nummeret på beslutningen eller Rigsarkivets bemyndigelse; den bliver stående.
`;

async function ompak(): Promise<void> {
  const config = readConfig(process.env);
  const keys = loadKeyFile(config.keyFile);
  const database = await startDatabase(config.database);
  const owner = createPool(database.ownerUrl, { name: 'boernesag-noegler', max: 1 });
  try {
    const antal = await rewrapSubjectKeys(owner, keys, (faerdige) => {
      process.stderr.write(`${String(faerdige)} pakket om\n`);
    });
    process.stdout.write(`${String(antal)} nøgler er pakket om; alle er nu pakket ind med ${keys.kek.id}.\n`);
  } finally {
    await owner.end();
    await database.stop();
  }
}

interface Sletteordre {
  readonly kommune: number;
  readonly personId: string;
  readonly grund: Slettegrund;
  readonly reference: string;
  readonly bekraeft: boolean;
}

/** What is asked for; undefined when it is not a whole order. */
function fortolkSletning(args: readonly string[]): Sletteordre | undefined {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      grund: { type: 'string' },
      reference: { type: 'string' },
      bekraeft: { type: 'boolean', default: false },
    },
  });
  const [kommune = '', personId = '', ...flere] = positionals;
  const grund = GRUNDE.find((kendt) => kendt === values.grund);
  const { reference } = values;
  if (!/^[1-9]\d{2}$/.test(kommune) || !/^[0-9a-f-]{36}$/i.test(personId) || flere.length > 0) return undefined;
  if (grund === undefined || reference === undefined) return undefined;
  return { kommune: Number(kommune), personId: personId.toLowerCase(), grund, reference, bekraeft: values.bekraeft };
}

async function slet(ordre: Sletteordre): Promise<void> {
  const config = readConfig(process.env);
  const keys = loadKeyFile(config.keyFile);
  const database = await startDatabase(config.database);
  const revision = revisionsadgang({
    ...{ ownerUrl: database.ownerUrl, appUrl: database.appUrl, keys, sealFolder: config.sealFolder },
    registry: gatherRegistrations(boundedContexts(indlaesLovpakke(config.lawPackFolder))),
  });
  const adgang: Sletteadgang = {
    ...{ store: revision.store, pool: revision.pool, blindIndex: new BlindIndex(keys.blindIndexKey) },
    ...{ clock: new SystemClock(), ids: new RandomIds() },
  };
  const { kommune, personId, bekraeft } = ordre;
  try {
    if (!bekraeft) {
      const aabne = await aabneForhold(adgang, kommune, personId);
      process.stdout.write(
        aabne.length === 0
          ? 'Intet åbent er i vejen. Kør igen med --bekraeft for at slette; det kan ikke fortrydes.\n'
          : `I vejen: ${aabne.join(', ')} er ikke afsluttet.\n`,
      );
      return;
    }
    const { haendelse, noegle } = await sletPerson(adgang, { ...ordre, bruger: `cli:${userInfo().username}` });
    process.stdout.write(
      `${personId}: sletningen ${haendelse === 'skrevet' ? 'er skrevet i loggen' : 'stod i loggen'}, og nøglen ${noegle === 'destrueret' ? 'er destrueret' : 'var destrueret'}.\n` +
        'Slet også personen i ældre sikkerhedskopier, når de gendannes: kør kommandoen igen.\n',
    );
  } finally {
    await revision.close();
    await database.stop();
  }
}

const [kommando, ...args] = process.argv.slice(2);
const [fil, ...flere] = args;
try {
  const sletning = kommando === 'slet' ? fortolkSletning(args) : undefined;
  if (kommando === 'dan' && fil !== undefined && flere.length === 0) {
    process.stdout.write(
      `${fil} er skrevet (${makeKeyFile(fil).kek.id}). Opbevar en kopi uden for databasen og dens kopier.\n`,
    );
  } else if (kommando === 'skift' && fil !== undefined && flere.length === 0) {
    process.stdout.write(`${fil} har fået ${rotateKeyFile(fil).kek.id}. Genstart alle processer, og kør så ompak.\n`);
  } else if (kommando === 'ompak' && fil === undefined) {
    await ompak();
  } else if (sletning !== undefined) {
    await slet(sletning);
  } else {
    process.stderr.write(HJAELP);
    process.exitCode = 2;
  }
} catch (error) {
  const tekst =
    error instanceof Afvist ? error.forklaring : error instanceof Error ? error.message : 'could not be done';
  process.stderr.write(`${tekst}\n`);
  process.exitCode = 1;
}
