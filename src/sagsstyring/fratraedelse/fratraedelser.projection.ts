import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Projection, type Writer } from '../../platform/projection/projection.js';

/** The list of caseworkers who leave: who, when and how far. How each case stands is told by the case. */
export const fratraedelserProjection: Projection = {
  name: 'sagsstyring.fratraedelser',
  version: 1,
  contexts: ['sagsstyring'],
  events: ['sagsstyring.FratraedelseOprettet', 'sagsstyring.FratraedelseUdsendt', 'sagsstyring.FratraedelseAfsluttet'],
  tables: [
    {
      name: 'fratraedelse',
      columns: {
        fratraedelse_id: { type: 'uuid' },
        sagsbehandler: { type: 'text' },
        sidste_dag: { type: 'date' },
        oprettet: { type: 'date' },
        fase: { type: 'text' },
        antal_sager: { type: 'int' },
      },
      key: ['fratraedelse_id'],
      indexes: [{ columns: ['sidste_dag', 'fratraedelse_id'] }],
    },
  ],
  project({ type, data: d }: ClearEvent, write: Writer): void {
    const noegle = { fratraedelse_id: d['fratraedelseId'] };
    switch (type) {
      case 'sagsstyring.FratraedelseOprettet':
        write.insert('fratraedelse', {
          ...noegle,
          sagsbehandler: d['sagsbehandler'],
          sidste_dag: d['sidsteDag'],
          oprettet: d['dato'],
          fase: 'kladde',
          antal_sager: Array.isArray(d['sager']) ? d['sager'].length : 0,
        });
        return;
      case 'sagsstyring.FratraedelseUdsendt':
        write.update('fratraedelse', noegle, { fase: 'udsendt' });
        return;
      case 'sagsstyring.FratraedelseAfsluttet':
        write.update('fratraedelse', noegle, { fase: 'afsluttet' });
        return;
      default:
        return;
    }
  },
};
