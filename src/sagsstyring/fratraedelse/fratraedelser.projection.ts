import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Projection, type Writer } from '../../platform/projection/projection.js';

/** The list of caseworkers who leave: who, when and how far. How each case stands is told by the case. */
export const fratraedelserProjection: Projection = {
  name: 'sagsstyring.fratraedelser',
  version: 2,
  contexts: ['sagsstyring'],
  events: [
    'sagsstyring.FratraedelseOprettet',
    'sagsstyring.FratraedelseUdsendt',
    'sagsstyring.FratraedelseAfsluttet',
    'sagsstyring.FratraedelseTrukketTilbage',
  ],
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
    // From which position of the log to which somebody was to leave, so that advis can be shown as they were.
    {
      name: 'fratraadt',
      columns: {
        fratraedelse_id: { type: 'uuid' },
        fra_position: { type: 'bigint' },
        sagsbehandler: { type: 'text' },
        sidste_dag: { type: 'date' },
        afsluttet_position: { type: 'bigint', nullable: true },
        trukket_position: { type: 'bigint', nullable: true },
      },
      key: ['fratraedelse_id', 'fra_position'],
    },
  ],
  project({ type, data: d, position }: ClearEvent, write: Writer): void {
    const noegle = { fratraedelse_id: d['fratraedelseId'] };
    switch (type) {
      case 'sagsstyring.FratraedelseOprettet':
        write.upsert('fratraedelse', {
          ...noegle,
          sagsbehandler: d['sagsbehandler'],
          sidste_dag: d['sidsteDag'],
          oprettet: d['dato'],
          fase: 'kladde',
          antal_sager: Array.isArray(d['sager']) ? d['sager'].length : 0,
        });
        write.insert('fratraadt', {
          ...{ ...noegle, fra_position: position, sagsbehandler: d['sagsbehandler'], sidste_dag: d['sidsteDag'] },
          ...{ afsluttet_position: null, trukket_position: null },
        });
        return;
      case 'sagsstyring.FratraedelseUdsendt':
        write.update('fratraedelse', noegle, { fase: 'udsendt' });
        return;
      case 'sagsstyring.FratraedelseAfsluttet':
        write.update('fratraedelse', noegle, { fase: 'afsluttet' });
        write.updateWhere('fratraadt', { ...noegle, afsluttet_position: null }, { afsluttet_position: position });
        return;
      case 'sagsstyring.FratraedelseTrukketTilbage':
        write.update('fratraedelse', noegle, { fase: 'trukket' });
        write.updateWhere('fratraadt', { ...noegle, trukket_position: null }, { trukket_position: position });
        return;
      default:
        return;
    }
  },
};
