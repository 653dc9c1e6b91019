import { type Dagkolonner, retKolonner } from '../../platform/corrections/date-correction.js';
import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Projection, type Writer } from '../../platform/projection/projection.js';

const DAGE: Dagkolonner = {
  'sagsstyring.SagOprettet': { oprettet: 'oprettet' },
  'sagsstyring.SagLukket': { lukket: 'lukket' },
};

/** The list of cases: who has them, where they belong and whether they are open; never who they are about. */
export const sagerProjection: Projection = {
  name: 'sagsstyring.sager',
  version: 2,
  contexts: ['sagsstyring', 'ics', 'oekonomi'],
  events: [
    'sagsstyring.SagOprettet',
    'sagsstyring.SagTildelt',
    'sagsstyring.OverdragelseForeslaaet',
    'sagsstyring.OverdragelseAccepteret',
    'sagsstyring.OverdragelseAfvist',
    'sagsstyring.OmraadeAendret',
    'sagsstyring.SagLukket',
    'sagsstyring.SagGenaabnet',
    'sagsstyring.DatoRettet',
  ],
  tables: [
    {
      name: 'sag',
      columns: {
        sag_id: { type: 'uuid' },
        barn_id: { type: 'uuid' },
        omraade: { type: 'text' },
        tilstand: { type: 'text' },
        oprettet: { type: 'date' },
        lukket: { type: 'date', nullable: true },
        // Which closing it was: a case may be closed more than once.
        lukket_position: { type: 'bigint', nullable: true },
        sagsbehandler: { type: 'text', nullable: true },
        team: { type: 'text', nullable: true },
        overdrages_til: { type: 'text', nullable: true },
      },
      key: ['sag_id'],
      indexes: [
        { columns: ['oprettet', 'sag_id'] },
        { columns: ['sagsbehandler', 'oprettet', 'sag_id'] },
        { columns: ['overdrages_til'], where: 'overdrages_til IS NOT NULL' },
        { columns: ['barn_id'] },
      ],
    },
  ],
  project(event: ClearEvent, write: Writer): void {
    const d = event.data;
    const noegle = { sag_id: d['sagId'] };
    switch (event.type) {
      case 'sagsstyring.SagOprettet':
        write.insert('sag', {
          ...noegle,
          barn_id: d['barnId'],
          omraade: d['omraade'],
          tilstand: 'aaben',
          oprettet: d['oprettet'],
          lukket: null,
          lukket_position: null,
          sagsbehandler: null,
          team: null,
          overdrages_til: null,
        });
        return;
      case 'sagsstyring.SagTildelt':
        write.update('sag', noegle, {
          sagsbehandler: d['sagsbehandler'],
          ...(d['team'] === undefined ? {} : { team: d['team'] }),
        });
        return;
      case 'sagsstyring.OverdragelseForeslaaet':
        write.update('sag', noegle, { overdrages_til: d['til'] });
        return;
      case 'sagsstyring.OverdragelseAccepteret':
        write.update('sag', noegle, {
          overdrages_til: null,
          sagsbehandler: d['til'],
          ...(d['tilTeam'] === undefined ? {} : { team: d['tilTeam'] }),
        });
        return;
      case 'sagsstyring.OverdragelseAfvist':
        write.update('sag', noegle, { overdrages_til: null });
        return;
      case 'sagsstyring.OmraadeAendret':
        write.update('sag', noegle, { omraade: d['omraade'] });
        return;
      case 'sagsstyring.SagLukket':
        write.update('sag', noegle, { tilstand: 'lukket', lukket: d['lukket'], lukket_position: event.position });
        return;
      case 'sagsstyring.SagGenaabnet':
        write.update('sag', noegle, {
          ...{ tilstand: 'aaben', lukket: null, lukket_position: null },
          ...(d['udenSagsbehandler'] === true ? { sagsbehandler: null } : {}),
        });
        return;
      case 'sagsstyring.DatoRettet':
        retKolonner(event, write, {
          ...{ tabel: 'sag', kolonner: DAGE },
          noegle: (data, position) => ({
            sag_id: data['sagId'],
            ...(data['lukket'] === undefined ? {} : { lukket_position: position }),
          }),
        });
        return;
      default:
        return;
    }
  },
};
