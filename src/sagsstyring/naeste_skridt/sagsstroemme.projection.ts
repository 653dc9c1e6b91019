import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Projection, type Writer } from '../../platform/projection/projection.js';

/** Which streams belong to a case, so that guidance and overviews can be made from the same state as the decisions. */
export const sagsstroemmeProjection: Projection = {
  name: 'sagsstyring.sagsstroemme',
  version: 1,
  contexts: ['sagsstyring', 'ics', 'oekonomi'],
  events: '*',
  tables: [
    {
      name: 'stroem',
      columns: { sag_id: { type: 'uuid' }, stroem_id: { type: 'uuid' } },
      key: ['sag_id', 'stroem_id'],
    },
  ],
  project(event: ClearEvent, write: Writer): void {
    const sag_id = event.data['sagId'];
    if (typeof sag_id !== 'string') return;
    write.insert('stroem', { sag_id, stroem_id: event.streamId });
    const enkeltsag = event.data['enkeltsagId'];
    if (event.type === 'sagsstyring.EnkeltsagAabnet' && typeof enkeltsag === 'string')
      write.insert('stroem', { sag_id, stroem_id: enkeltsag });
  },
};
