import { readConfig } from '../platform/config/config.js';
import { startDatabase } from '../platform/db/database.js';
import { createPool } from '../platform/db/pool.js';
import { loadKeyFile, makeKeyFile, rotateKeyFile } from '../platform/eventstore/sealing/key-file.js';
import { rewrapSubjectKeys } from '../platform/eventstore/sealing/rewrap.js';

const HJAELP = `Brug: npm run noegler -- <kommando> [fil]

  dan <fil>     ny nøglefil (0600); overskriver aldrig en, der findes
  skift <fil>   ny nøgle til indpakning og ny seglnøgle; de gamle bliver i filen som pensionerede
  ompak         pak alle personers nøgler ind med den nuværende nøgle (NOEGLEFIL og databasen, som ved start)
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

const [kommando, fil, ...flere] = process.argv.slice(2);
try {
  if (kommando === 'dan' && fil !== undefined && flere.length === 0) {
    process.stdout.write(
      `${fil} er skrevet (${makeKeyFile(fil).kek.id}). Opbevar en kopi uden for databasen og dens kopier.\n`,
    );
  } else if (kommando === 'skift' && fil !== undefined && flere.length === 0) {
    process.stdout.write(`${fil} har fået ${rotateKeyFile(fil).kek.id}. Genstart alle processer, og kør så ompak.\n`);
  } else if (kommando === 'ompak' && fil === undefined) {
    await ompak();
  } else {
    process.stderr.write(HJAELP);
    process.exitCode = 2;
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'could not be done'}\n`);
  process.exitCode = 1;
}
