import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Projection, type Writer } from '../../platform/projection/projection.js';

/** The measures of a case: ids, codes, phase and dates. What they say is opened from the log when it is read. */
export const indsatserProjection: Projection = {
  name: 'oekonomi.indsatser',
  version: 1,
  contexts: ['oekonomi'],
  events: ['oekonomi.IndsatsBevilget', 'oekonomi.IndsatsIvaerksat', 'oekonomi.IndsatsOphoert'],
  tables: [
    {
      name: 'indsats',
      columns: {
        indsats_id: { type: 'uuid' },
        sag_id: { type: 'uuid' },
        barn_id: { type: 'uuid' },
        indsatskode: { type: 'text' },
        indsatsnavn: { type: 'text' },
        maalgruppe: { type: 'text' },
        pgf_kode: { type: 'text' },
        regime: { type: 'text' },
        fase: { type: 'text' },
        afgoerelse_dato: { type: 'date' },
        ivaerksat_dato: { type: 'date', nullable: true },
        ophoert_dato: { type: 'date', nullable: true },
      },
      key: ['indsats_id'],
      indexes: [{ columns: ['sag_id', 'afgoerelse_dato'] }],
    },
  ],
  project({ type, data: d }: ClearEvent, write: Writer): void {
    const key = { indsats_id: d['indsatsId'] };
    switch (type) {
      case 'oekonomi.IndsatsBevilget':
        write.insert('indsats', {
          ...key,
          sag_id: d['sagId'],
          barn_id: d['barnId'],
          indsatskode: d['indsatskode'],
          indsatsnavn: d['indsatsnavn'],
          maalgruppe: d['maalgruppe'],
          pgf_kode: d['pgfKode'],
          regime: d['regime'],
          fase: 'bevilget',
          afgoerelse_dato: d['afgoerelseDato'],
          ivaerksat_dato: null,
          ophoert_dato: null,
        });
        return;
      case 'oekonomi.IndsatsIvaerksat':
        write.update('indsats', key, { fase: 'ivaerksat', ivaerksat_dato: d['ivaerksatDato'] });
        return;
      case 'oekonomi.IndsatsOphoert':
        write.update('indsats', key, { fase: 'ophoert', ophoert_dato: d['ophoertDato'] });
        return;
      default:
        return;
    }
  },
};
