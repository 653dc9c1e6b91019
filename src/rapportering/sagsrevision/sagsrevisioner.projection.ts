import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Projection, type Writer } from '../../platform/projection/projection.js';

/** The list of audits. What was answered about each case is told by the audit itself. */
export const sagsrevisionerProjection: Projection = {
  name: 'rapportering.sagsrevisioner',
  version: 1,
  contexts: ['rapportering'],
  events: ['rapportering.SagsrevisionUdtrukket', 'rapportering.SagsrevisionAfsluttet'],
  tables: [
    {
      name: 'revision',
      columns: {
        revision_id: { type: 'uuid' },
        betegnelse: { type: 'text' },
        fra: { type: 'date' },
        til: { type: 'date' },
        dato: { type: 'date' },
        antal: { type: 'int' },
        populationsantal: { type: 'int' },
        fase: { type: 'text' },
      },
      key: ['revision_id'],
      indexes: [{ columns: ['dato', 'revision_id'] }],
    },
  ],
  project({ type, data: d }: ClearEvent, write: Writer): void {
    const noegle = { revision_id: d['revisionId'] };
    if (type === 'rapportering.SagsrevisionAfsluttet') {
      write.update('revision', noegle, { fase: 'afsluttet' });
      return;
    }
    const periode = d['periode'] as { readonly fra: string; readonly til: string };
    write.insert('revision', {
      ...noegle,
      ...{ betegnelse: d['betegnelse'], fra: periode.fra, til: periode.til, dato: d['dato'], fase: 'i-gang' },
      ...{ antal: (d['sagIder'] as readonly string[]).length, populationsantal: d['populationsantal'] },
    });
  },
};
