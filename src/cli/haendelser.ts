import { renderCatalogue } from '../platform/eventstore/render-catalogue.js';
import { gatherRegistrations } from '../platform/registry.js';
import { contexts } from '../contexts.js';
import { writeOrCheck } from './generated-file.js';

const text = renderCatalogue(gatherRegistrations(contexts).events);
writeOrCheck('docs/haendelser.md', text.endsWith('\n') ? text : `${text}\n`, 'npm run haendelser');
