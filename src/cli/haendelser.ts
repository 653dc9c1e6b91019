import { renderCatalogue } from '../platform/eventstore/render-catalogue.js';
import { gatherRegistrations } from '../platform/registry.js';
import { boundedContexts } from '../contexts.js';
import { indlaesLovpakke } from '../faelles/lov/lovpakke.js';
import { writeOrCheck } from './generated-file.js';

const text = renderCatalogue(gatherRegistrations(boundedContexts(indlaesLovpakke())).events);
writeOrCheck('docs/haendelser.md', text.endsWith('\n') ? text : `${text}\n`, 'npm run haendelser');
