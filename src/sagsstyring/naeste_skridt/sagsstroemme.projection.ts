import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Projection, type Writer } from '../../platform/projection/projection.js';

/**
 * Which streams belong to a case, so that guidance and overviews can be made from the same state as the decisions. The
 * context of a stream's first event lets them leave out what says nothing about what to do (a case can have many notes).
 */
export const sagsstroemmeProjection: Projection = {
  name: 'sagsstyring.sagsstroemme',
  version: 2,
  contexts: ['sagsstyring', 'ics', 'oekonomi'],
  events: '*',
  tables: [
    {
      name: 'stroem',
      columns: { sag_id: { type: 'uuid' }, stroem_id: { type: 'uuid' }, kontekst: { type: 'text' } },
      key: ['sag_id', 'stroem_id'],
    },
  ],
  project(event: ClearEvent, write: Writer): void {
    const sag_id = event.data['sagId'];
    if (typeof sag_id !== 'string') return;
    const kontekst = event.type.slice(0, event.type.indexOf('.'));
    write.insert('stroem', { sag_id, stroem_id: event.streamId, kontekst });
    const enkeltsag = event.data['enkeltsagId'];
    if (event.type === 'sagsstyring.EnkeltsagAabnet' && typeof enkeltsag === 'string')
      write.insert('stroem', { sag_id, stroem_id: enkeltsag, kontekst });
  },
};
