import { type Dagkolonner, retKolonner } from '../../platform/corrections/date-correction.js';
import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Projection, type Writer } from '../../platform/projection/projection.js';

const KOLONNER: Dagkolonner = {
  'ics.PlanOprettet': { oprettet: 'oprettet' },
  'ics.PlanGodkendt': { godkendtDato: 'godkendt' },
  'ics.PlanErstattet': { dato: 'slut' },
  'ics.PlanAfsluttet': { dato: 'slut' },
};

const noegle = (d: ClearEvent['data']) => ({ plan_id: d['planId'] });

/** The plans of a case: ids, type, phase and dates. What they say is opened from the log when it is read. */
export const planerProjection: Projection = {
  name: 'ics.planer',
  version: 3,
  contexts: ['ics'],
  events: [
    'ics.PlanOprettet',
    'ics.PlanSendtIHoering',
    'ics.PlanhoeringTrukketTilbage',
    'ics.PlanGodkendt',
    'ics.PlanErstattet',
    'ics.PlanAfsluttet',
    'ics.DatoRettet',
  ],
  tables: [
    {
      name: 'plan',
      columns: {
        plan_id: { type: 'uuid' },
        sag_id: { type: 'uuid' },
        barn_id: { type: 'uuid' },
        bfu_id: { type: 'uuid', nullable: true },
        plantype: { type: 'text' },
        regime: { type: 'text' },
        fase: { type: 'text' },
        planversion: { type: 'int' },
        oprettet: { type: 'date' },
        godkendt: { type: 'date', nullable: true },
        slut: { type: 'date', nullable: true },
      },
      key: ['plan_id'],
      indexes: [{ columns: ['sag_id', 'oprettet'] }, { columns: ['bfu_id'], where: 'bfu_id IS NOT NULL' }],
    },
  ],
  project(event: ClearEvent, write: Writer): void {
    const { type, data: d } = event;
    const key = noegle(d);
    switch (type) {
      case 'ics.PlanOprettet':
        write.insert('plan', {
          ...key,
          sag_id: d['sagId'],
          barn_id: d['barnId'],
          bfu_id: d['bfuId'] ?? null,
          plantype: d['plantype'],
          regime: d['regime'],
          fase: 'kladde',
          planversion: d['planversion'] ?? 1,
          oprettet: d['oprettet'],
          godkendt: null,
          slut: null,
        });
        return;
      case 'ics.PlanSendtIHoering':
        write.update('plan', key, { fase: 'i-hoering' });
        return;
      case 'ics.PlanhoeringTrukketTilbage':
        write.update('plan', key, { fase: 'kladde' });
        return;
      case 'ics.PlanGodkendt':
        write.update('plan', key, { fase: 'gaeldende', godkendt: d['godkendtDato'] });
        return;
      case 'ics.PlanErstattet':
        write.update('plan', key, { fase: 'revideret', slut: d['dato'] });
        return;
      case 'ics.PlanAfsluttet':
        write.update('plan', key, { fase: 'afsluttet', slut: d['dato'] });
        return;
      case 'ics.DatoRettet':
        retKolonner(event, write, { tabel: 'plan', noegle, kolonner: KOLONNER });
        return;
      default:
        return;
    }
  },
};
