import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Projection, type Writer } from '../../platform/projection/projection.js';

/** The investigations of a case: ids, phase and dates. What they say is opened from the log when it is read. */
export const undersoegelserProjection: Projection = {
  name: 'ics.undersoegelser',
  version: 2,
  contexts: ['ics'],
  events: ['ics.BfuBesluttet', 'ics.BfuRettet', 'ics.BfuGodkendt', 'ics.BfuAfbrudt'],
  tables: [
    {
      name: 'undersoegelse',
      columns: {
        bfu_id: { type: 'uuid' },
        sag_id: { type: 'uuid' },
        barn_id: { type: 'uuid' },
        regime: { type: 'text' },
        fase: { type: 'text' },
        opmaerksom_dato: { type: 'date' },
        afgoerelse_dato: { type: 'date' },
        slut_dato: { type: 'date', nullable: true },
      },
      key: ['bfu_id'],
      indexes: [{ columns: ['sag_id', 'afgoerelse_dato'] }],
    },
  ],
  project({ type, data: d }: ClearEvent, write: Writer): void {
    const key = { bfu_id: d['bfuId'] };
    switch (type) {
      case 'ics.BfuBesluttet':
        write.insert('undersoegelse', {
          ...key,
          sag_id: d['sagId'],
          barn_id: d['barnId'],
          regime: d['regime'],
          fase: 'i-gang',
          opmaerksom_dato: d['opmaerksomDato'],
          afgoerelse_dato: d['afgoerelseDato'],
          slut_dato: null,
        });
        return;
      case 'ics.BfuRettet':
        write.update('undersoegelse', key, { opmaerksom_dato: d['opmaerksomDato'] });
        return;
      case 'ics.BfuGodkendt':
        write.update('undersoegelse', key, { fase: 'afsluttet', slut_dato: d['godkendtDato'] });
        return;
      case 'ics.BfuAfbrudt':
        write.update('undersoegelse', key, { fase: 'afbrudt', slut_dato: d['dato'] });
        return;
      default:
        return;
    }
  },
};
