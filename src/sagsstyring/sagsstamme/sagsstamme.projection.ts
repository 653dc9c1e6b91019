import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Projection, type Writer } from '../../platform/projection/projection.js';

const periode = { fra_position: { type: 'bigint' }, til_position: { type: 'bigint', nullable: true } } as const;

/**
 * Who has had which open case, from which position of the log to which. Nothing is overwritten, so a caseload can be asked
 * as it was known at any position: advis and handovers must be able to be shown as they were.
 */
export const sagsstammeProjection: Projection = {
  name: 'sagsstyring.sagsstamme',
  version: 2,
  contexts: ['sagsstyring', 'ics', 'oekonomi', 'rapportering'],
  events: [
    'sagsstyring.SagOprettet',
    'sagsstyring.SagLukket',
    'sagsstyring.SagGenaabnet',
    'sagsstyring.SagTildelt',
    'sagsstyring.OverdragelseForeslaaet',
    'sagsstyring.OverdragelseAccepteret',
    'sagsstyring.OverdragelseAfvist',
    'sagsstyring.AdvisUdsat',
    'sagsstyring.UnderretningModtaget',
    'sagsstyring.AkutvurderingForetaget',
    'sagsstyring.KvitteringSendt',
    'sagsstyring.FagpersonOrienteret',
    'sagsstyring.UnderretningScreenet',
    'sagsstyring.UnderretningVideresendt',
    'sagsstyring.UnderretningAnnulleret',
  ],
  tables: [
    {
      name: 'aaben',
      columns: { sag_id: { type: 'uuid' }, barn_id: { type: 'uuid' }, ...periode },
      key: ['sag_id', 'fra_position'],
    },
    {
      name: 'ansvar',
      columns: { sag_id: { type: 'uuid' }, sagsbehandler: { type: 'text' }, ...periode },
      key: ['sag_id', 'fra_position'],
      indexes: [{ columns: ['sagsbehandler'] }],
    },
    {
      name: 'hold',
      columns: { sag_id: { type: 'uuid' }, team: { type: 'text' }, ...periode },
      key: ['sag_id', 'fra_position'],
      indexes: [{ columns: ['team'] }],
    },
    {
      name: 'overdragelse',
      columns: { overdragelse_id: { type: 'uuid' }, sag_id: { type: 'uuid' }, til: { type: 'text' }, ...periode },
      key: ['overdragelse_id'],
      indexes: [{ columns: ['til'] }, { columns: ['sag_id'] }],
    },
    // Where something was put off: by rule that can make it the team leader's.
    { name: 'husket', columns: { sag_id: { type: 'uuid' } }, key: ['sag_id'] },
    {
      name: 'underretning',
      columns: {
        underretning_id: { type: 'uuid' },
        barn_id: { type: 'uuid' },
        fra_position: { type: 'bigint' },
        /** A known sender must have a receipt. */
        kendt: { type: 'boolean' },
        fagperson: { type: 'boolean' },
        /** From here it is in a case. */
        sag_position: { type: 'bigint', nullable: true },
        /** Who assessed whether the child was in danger: until it is screened, it is theirs. */
        vurderet_af: { type: 'text', nullable: true },
        vurderet_position: { type: 'bigint', nullable: true },
        lukket_position: { type: 'bigint', nullable: true },
        screenet: { type: 'boolean' },
        annulleret_position: { type: 'bigint', nullable: true },
        kvitteret_position: { type: 'bigint', nullable: true },
        orienteret_position: { type: 'bigint', nullable: true },
      },
      key: ['underretning_id'],
    },
  ],
  project(event: ClearEvent, write: Writer): void {
    if (event.data['underretningId'] !== undefined && event.type !== 'sagsstyring.SagOprettet')
      underretningen(event, write);
    else sagen(event, write);
  },
};

function sagen({ type, data: d, position }: ClearEvent, write: Writer): void {
  const sag_id = d['sagId'];
  const fra = { sag_id, fra_position: position, til_position: null };
  const slut = (tabel: string): void => {
    write.updateWhere(tabel, { sag_id, til_position: null }, { til_position: position });
  };
  switch (type) {
    case 'sagsstyring.SagOprettet':
    case 'sagsstyring.SagGenaabnet':
      if (d['udenSagsbehandler'] === true) slut('ansvar');
      write.insert('aaben', { ...fra, barn_id: d['barnId'] });
      return;
    case 'sagsstyring.SagLukket':
      slut('aaben');
      return;
    case 'sagsstyring.SagTildelt':
    case 'sagsstyring.OverdragelseAccepteret': {
      const tildelt = type === 'sagsstyring.SagTildelt';
      slut('ansvar');
      write.insert('ansvar', { ...fra, sagsbehandler: tildelt ? d['sagsbehandler'] : d['til'] });
      const team = tildelt ? d['team'] : d['tilTeam'];
      if (team !== undefined) {
        slut('hold');
        write.insert('hold', { ...fra, team });
      }
      if (!tildelt) write.update('overdragelse', { overdragelse_id: d['overdragelseId'] }, { til_position: position });
      return;
    }
    case 'sagsstyring.AdvisUdsat':
      if (sag_id !== undefined) write.insert('husket', { sag_id });
      return;
    case 'sagsstyring.OverdragelseForeslaaet':
      write.insert('overdragelse', { ...fra, overdragelse_id: d['overdragelseId'], til: d['til'] });
      return;
    case 'sagsstyring.OverdragelseAfvist':
      write.update('overdragelse', { overdragelse_id: d['overdragelseId'] }, { til_position: position });
      return;
    default:
      return;
  }
}

function underretningen({ type, data: d, position }: ClearEvent, write: Writer): void {
  const noegle = { underretning_id: d['underretningId'] };
  switch (type) {
    case 'sagsstyring.UnderretningModtaget':
      write.insert('underretning', {
        ...noegle,
        barn_id: d['barnId'],
        fra_position: position,
        kendt: d['kendtAfsender'],
        fagperson: d['fagperson'],
        sag_position: d['sagId'] === undefined ? null : position,
        vurderet_af: null,
        vurderet_position: null,
        lukket_position: null,
        screenet: false,
        annulleret_position: null,
        kvitteret_position: null,
        orienteret_position: null,
      });
      return;
    case 'sagsstyring.AkutvurderingForetaget':
      write.update('underretning', noegle, { vurderet_af: d['vurderetAf'], vurderet_position: position });
      return;
    case 'sagsstyring.KvitteringSendt':
      write.update('underretning', noegle, { kvitteret_position: position });
      return;
    case 'sagsstyring.FagpersonOrienteret':
      write.update('underretning', noegle, { orienteret_position: position });
      return;
    case 'sagsstyring.UnderretningScreenet':
      write.update('underretning', noegle, { lukket_position: position, screenet: true });
      if (d['sagId'] !== undefined)
        write.updateWhere('underretning', { ...noegle, sag_position: null }, { sag_position: position });
      return;
    case 'sagsstyring.UnderretningVideresendt':
      write.update('underretning', noegle, { lukket_position: position });
      return;
    case 'sagsstyring.UnderretningAnnulleret':
      write.update('underretning', noegle, { lukket_position: position, annulleret_position: position });
      return;
    default:
      return;
  }
}
