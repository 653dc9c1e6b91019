import { existsSync, readFileSync } from 'node:fs';
import { forsvundneTyper, renderCatalogue } from '../platform/eventstore/render-catalogue.js';
import { gatherRegistrations } from '../platform/registry.js';
import { boundedContexts } from '../contexts.js';
import { indlaesLovpakke } from '../faelles/lov/lovpakke.js';
import { writeOrCheck } from './generated-file.js';

const KATALOG = 'docs/haendelser.md';

const { events } = gatherRegistrations(boundedContexts(indlaesLovpakke()));
const text = renderCatalogue(events);
const before = existsSync(KATALOG) ? readFileSync(KATALOG, 'utf8') : '';
const gone = forsvundneTyper(before, events);
if (gone.length > 0) {
  process.stderr.write(
    `${KATALOG} has event types that are not declared any more: ${gone.join(', ')}. Logs that hold them could not be read: keep the declaration, and say in beskrivelse that it is no longer written.\n`,
  );
  process.exitCode = 1;
} else {
  writeOrCheck(KATALOG, text.endsWith('\n') ? text : `${text}\n`, 'npm run haendelser');
}
