import { type Dagkolonner, retKolonner } from '../../platform/corrections/date-correction.js';
import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Projection, type Writer } from '../../platform/projection/projection.js';

const KOLONNER: Dagkolonner = {
  'ics.BfuBesluttet': { afgoerelseDato: 'afgoerelse_dato' },
  'ics.AfdaekningAfsluttet': { dato: 'slut_dato' },
  'ics.BfuAfbrudt': { dato: 'slut_dato' },
};

/** Once it goes on as an investigation the day shown is that decision's, also when they were made on the same day. */
const AFDAEKNINGENS: Dagkolonner = { 'ics.AfdaekningBesluttet': { afgoerelseDato: 'afgoerelse_dato' } };

const noegle = (d: ClearEvent['data']) => ({ bfu_id: d['bfuId'] });

/** The investigations of a case: ids, phase and dates. What they say is opened from the log when it is read. */
export const undersoegelserProjection: Projection = {
  name: 'ics.undersoegelser',
  version: 5,
  contexts: ['ics'],
  events: [
    'ics.AfdaekningBesluttet',
    'ics.BfuBesluttet',
    'ics.BfuRettet',
    'ics.AfdaekningRettet',
    'ics.AfdaekningAfsluttet',
    'ics.BfuGodkendt',
    'ics.BfuGodkendelseRettet',
    'ics.BfuAfbrudt',
    'ics.DatoRettet',
  ],
  tables: [
    {
      name: 'undersoegelse',
      columns: {
        bfu_id: { type: 'uuid' },
        sag_id: { type: 'uuid' },
        barn_id: { type: 'uuid' },
        form: { type: 'text' },
        reviderer: { type: 'uuid', nullable: true },
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
  project(event: ClearEvent, write: Writer): void {
    const { type, data: d } = event;
    const key = noegle(d);
    switch (type) {
      case 'ics.AfdaekningBesluttet':
        write.insert('undersoegelse', begyndt(d, 'afdaekning', 'BL'));
        return;
      case 'ics.BfuBesluttet':
        // An afdækning that goes on as an investigation keeps its row, and its day of awareness.
        if (d['fraAfdaekning'] === true) {
          write.update('undersoegelse', key, {
            form: 'bfu',
            regime: d['regime'],
            afgoerelse_dato: d['afgoerelseDato'],
          });
        } else {
          write.insert('undersoegelse', begyndt(d, 'bfu', d['regime']));
        }
        return;
      case 'ics.AfdaekningAfsluttet':
        write.update('undersoegelse', key, { fase: 'afsluttet', slut_dato: d['dato'] });
        return;
      case 'ics.AfdaekningRettet':
      case 'ics.BfuRettet':
        write.update('undersoegelse', key, { opmaerksom_dato: d['opmaerksomDato'] });
        return;
      case 'ics.BfuGodkendt':
        write.update('undersoegelse', key, { fase: 'afsluttet', slut_dato: d['godkendtDato'] });
        return;
      case 'ics.BfuGodkendelseRettet':
        write.update('undersoegelse', key, { slut_dato: d['godkendtDato'] });
        return;
      case 'ics.BfuAfbrudt':
        write.update('undersoegelse', key, { fase: 'afbrudt', slut_dato: d['dato'] });
        return;
      case 'ics.DatoRettet':
        retKolonner(event, write, { tabel: 'undersoegelse', noegle, kolonner: KOLONNER });
        retKolonner(event, write, {
          ...{ tabel: 'undersoegelse', kolonner: AFDAEKNINGENS },
          noegle: (data) => ({ ...noegle(data), form: 'afdaekning' }),
        });
        return;
      default:
        return;
    }
  },
};

function begyndt(d: ClearEvent['data'], form: string, regime: unknown): Readonly<Record<string, unknown>> {
  return {
    bfu_id: d['bfuId'],
    sag_id: d['sagId'],
    barn_id: d['barnId'],
    form,
    reviderer: d['reviderer'] ?? null,
    regime,
    fase: 'i-gang',
    opmaerksom_dato: d['opmaerksomDato'],
    afgoerelse_dato: d['afgoerelseDato'],
    slut_dato: null,
  };
}
