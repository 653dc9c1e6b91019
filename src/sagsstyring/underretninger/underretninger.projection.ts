import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Projection, type Writer } from '../../platform/projection/projection.js';

/** Milliseconds are enough to order by, and a cursor must hold exactly what the column holds. */
function tidspunkt(vaerdi: unknown): string {
  return new Date(String(vaerdi)).toISOString();
}

/** The reception's list of notifications: states and dates, never who it is about. */
export const underretningerProjection: Projection = {
  name: 'sagsstyring.underretninger',
  version: 3,
  contexts: ['sagsstyring'],
  events: [
    'sagsstyring.UnderretningModtaget',
    'sagsstyring.UnderretningRettet',
    'sagsstyring.AkutvurderingForetaget',
    'sagsstyring.KvitteringSendt',
    'sagsstyring.KvitteringRettet',
    'sagsstyring.UnderretningScreenet',
    'sagsstyring.UnderretningVideresendt',
    'sagsstyring.UnderretningAnnulleret',
  ],
  tables: [
    {
      name: 'underretning',
      columns: {
        underretning_id: { type: 'uuid' },
        barn_id: { type: 'uuid' },
        sag_id: { type: 'uuid', nullable: true },
        tilstand: { type: 'text' },
        modtaget: { type: 'timestamptz' },
        form: { type: 'text' },
        anonym: { type: 'boolean' },
        ufoedt: { type: 'boolean' },
        overgreb: { type: 'boolean' },
        igangvaerende_indsats: { type: 'boolean' },
        regime: { type: 'text' },
        akut: { type: 'boolean', nullable: true },
        kvitteret: { type: 'date', nullable: true },
        spor: { type: 'text', nullable: true },
      },
      key: ['underretning_id'],
      indexes: [
        { columns: ['modtaget', 'underretning_id'] },
        { columns: ['tilstand', 'modtaget', 'underretning_id'] },
        { columns: ['barn_id', 'modtaget'] },
      ],
    },
  ],
  project(event: ClearEvent, write: Writer): void {
    const d = event.data;
    const noegle = { underretning_id: d['underretningId'] };
    switch (event.type) {
      case 'sagsstyring.UnderretningModtaget':
        write.insert('underretning', {
          ...noegle,
          barn_id: d['barnId'],
          sag_id: d['sagId'] ?? null,
          tilstand: 'modtaget',
          modtaget: tidspunkt(d['modtaget']),
          form: d['form'],
          anonym: d['anonym'],
          ufoedt: d['ufoedt'],
          overgreb: d['overgreb'],
          igangvaerende_indsats: d['igangvaerendeIndsats'],
          regime: d['regime'],
          akut: null,
          kvitteret: null,
          spor: null,
        });
        return;
      case 'sagsstyring.UnderretningRettet':
        write.update('underretning', noegle, {
          modtaget: tidspunkt(d['modtaget']),
          regime: d['regime'],
          igangvaerende_indsats: d['igangvaerendeIndsats'],
        });
        return;
      case 'sagsstyring.AkutvurderingForetaget':
        write.update('underretning', noegle, { tilstand: 'akutvurderet', akut: d['akut'] });
        return;
      case 'sagsstyring.KvitteringSendt':
      case 'sagsstyring.KvitteringRettet':
        write.update('underretning', noegle, { kvitteret: d['sendt'] });
        return;
      case 'sagsstyring.UnderretningScreenet':
        write.update('underretning', noegle, {
          tilstand: 'screenet',
          spor: d['spor'],
          ...(d['sagId'] === undefined ? {} : { sag_id: d['sagId'] }),
        });
        return;
      case 'sagsstyring.UnderretningVideresendt':
        write.update('underretning', noegle, { tilstand: 'videresendt' });
        return;
      case 'sagsstyring.UnderretningAnnulleret':
        write.update('underretning', noegle, { tilstand: 'annulleret' });
        return;
      default:
        return;
    }
  },
};
