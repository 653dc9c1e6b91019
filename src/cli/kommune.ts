import { KOMMUNER } from '../platform/auth/municipalities.js';
import { aabnRevisionsadgang } from './revisionsadgang.js';

const [order, code] = process.argv.slice(2);
const kommune = Number(code);
const navn = KOMMUNER.get(kommune);
if (order !== 'aabn' || navn === undefined) {
  process.stderr.write('Brug: npm run kommune -- aabn <kommunekode>   (for eksempel 840 for Rebild)\n');
  process.exitCode = 2;
} else {
  const adgang = await aabnRevisionsadgang(process.env);
  try {
    // From now on the municipality's tokens are let in; doing it twice is fine.
    await adgang.store.openTenant(kommune, navn.toLowerCase());
    process.stdout.write(`${navn} (${String(kommune)}) er åbnet.\n`);
  } finally {
    await adgang.close();
  }
}
