import { readFileSync } from 'node:fs';
import { afsnit, medAfsnit } from './felter-afsnit.js';
import { writeOrCheck } from './generated-file.js';
import { type ApiDokument, trinMedFelter, udenHjemmel } from './obligatoriske-felter.js';

const GUIDE = 'docs/api.md';

const dokument = JSON.parse(readFileSync('openapi/openapi.json', 'utf8')) as ApiDokument;
const trin = trinMedFelter(dokument);
const mangler = udenHjemmel(trin);
const guide = medAfsnit(readFileSync(GUIDE, 'utf8'), afsnit(trin, dokument));
if (mangler.length > 0) {
  process.stderr.write(
    `Fields that are demanded without a paragraph (give them \`hjemmel\`):\n${mangler.join('\n')}\n`,
  );
  process.exitCode = 1;
} else if (guide === undefined) {
  process.stderr.write(`${GUIDE} has no marks for the demanded fields\n`);
  process.exitCode = 1;
} else {
  writeOrCheck(GUIDE, guide, 'npm run felter');
}
