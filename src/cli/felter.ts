import { readFileSync } from 'node:fs';
import { writeOrCheck } from './generated-file.js';
import { afsnit, type ApiDokument, medAfsnit, trinMedFelter, udenHjemmel } from './obligatoriske-felter.js';

const GUIDE = 'docs/api.md';

const trin = trinMedFelter(JSON.parse(readFileSync('openapi/openapi.json', 'utf8')) as ApiDokument);
const mangler = udenHjemmel(trin);
const guide = medAfsnit(readFileSync(GUIDE, 'utf8'), afsnit(trin));
if (mangler.length > 0) {
  process.stderr.write(`Fields that are demanded without a law (give them \`hjemmel\`):\n${mangler.join('\n')}\n`);
  process.exitCode = 1;
} else if (guide === undefined) {
  process.stderr.write(`${GUIDE} has no marks for the demanded fields\n`);
  process.exitCode = 1;
} else {
  writeOrCheck(GUIDE, guide, 'npm run felter');
}
