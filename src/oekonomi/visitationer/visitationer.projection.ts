import { type Dagkolonner, retKolonner } from '../../platform/corrections/date-correction.js';
import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Projection, type Writer } from '../../platform/projection/projection.js';

const FASE: Readonly<Record<string, string>> = {
  'oekonomi.VisitationSendtTilGodkendelse': 'til-godkendelse',
  'oekonomi.VisitationGodkendt': 'godkendt',
  'oekonomi.VisitationSendtTilbage': 'oekonomi-beregnet',
  'oekonomi.VisitationMeddelt': 'meddelt',
  'oekonomi.VisitationOvergivetTilTvang': 'overgivet-til-tvang',
  'oekonomi.VisitationOpgivet': 'opgivet',
};

const KOLONNER: Dagkolonner = {
  'oekonomi.VisitationPaabegyndt': { dato: 'dato' },
  'oekonomi.VisitationAfgjort': { afgoerelseDato: 'afgoerelse_dato' },
};

const noegle = (d: ClearEvent['data']) => ({ visitation_id: d['visitationId'] });

/** The visitations of a case: phase, cost and decision. What they say is opened from the log when it is read. */
export const visitationerProjection: Projection = {
  name: 'oekonomi.visitationer',
  version: 2,
  contexts: ['oekonomi'],
  events: [
    'oekonomi.VisitationPaabegyndt',
    'oekonomi.OmkostningBeregnet',
    'oekonomi.SamtykkeAfklaret',
    'oekonomi.VisitationAfgjort',
    'oekonomi.DatoRettet',
    ...Object.keys(FASE),
  ],
  tables: [
    {
      name: 'visitation',
      columns: {
        visitation_id: { type: 'uuid' },
        sag_id: { type: 'uuid' },
        barn_id: { type: 'uuid' },
        fase: { type: 'text' },
        dato: { type: 'date' },
        ialt_oere: { type: 'bigint' },
        afgoerelse_dato: { type: 'date', nullable: true },
        udfald: { type: 'text', nullable: true },
      },
      key: ['visitation_id'],
      indexes: [{ columns: ['sag_id', 'dato'] }],
    },
  ],
  project(event: ClearEvent, write: Writer): void {
    const { type, data: d } = event;
    const key = noegle(d);
    switch (type) {
      case 'oekonomi.VisitationPaabegyndt':
        write.insert('visitation', {
          ...key,
          sag_id: d['sagId'],
          barn_id: d['barnId'],
          fase: 'forslag-under-udarbejdelse',
          dato: d['dato'],
          ialt_oere: 0,
          afgoerelse_dato: null,
          udfald: null,
        });
        return;
      case 'oekonomi.OmkostningBeregnet': {
        const tomt = Array.isArray(d['indsatser']) && d['indsatser'].length === 0;
        const fase = tomt ? 'forslag-under-udarbejdelse' : 'oekonomi-beregnet';
        write.update('visitation', key, { fase, ialt_oere: d['ialtOere'] });
        return;
      }
      case 'oekonomi.SamtykkeAfklaret':
        write.update('visitation', key, { fase: d['udfald'] === 'samtykke' ? 'samtykke-afklaret' : 'godkendt' });
        return;
      case 'oekonomi.VisitationAfgjort':
        write.update('visitation', key, {
          fase: 'afgjort',
          afgoerelse_dato: d['afgoerelseDato'],
          udfald: d['udfald'],
        });
        return;
      case 'oekonomi.DatoRettet':
        retKolonner(event, write, { tabel: 'visitation', noegle, kolonner: KOLONNER });
        return;
      default:
        write.update('visitation', key, { fase: FASE[type] });
    }
  },
};
