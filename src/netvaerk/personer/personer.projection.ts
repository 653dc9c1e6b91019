import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Projection, type Writer } from '../../platform/projection/projection.js';

/** Who there is and who belongs to whom, seen from both sides. No name, number or address: those are opened when read. */
export const personerProjection: Projection = {
  name: 'netvaerk.personer',
  version: 1,
  contexts: ['netvaerk', 'sagsstyring'],
  events: [
    'netvaerk.PersonRegistreret',
    'netvaerk.PersonRettet',
    'netvaerk.RelationRegistreret',
    'netvaerk.RelationOphoert',
  ],
  tables: [
    {
      name: 'person',
      columns: { person_id: { type: 'uuid' }, art: { type: 'text' }, registreret_position: { type: 'bigint' } },
      key: ['person_id'],
    },
    {
      name: 'relation',
      columns: {
        relation_id: { type: 'uuid' },
        position: { type: 'bigint' },
        barn_id: { type: 'uuid' },
        person_id: { type: 'uuid' },
        art: { type: 'text' },
        foraeldremyndighed: { type: 'boolean' },
        gaelder_fra: { type: 'date' },
        ophoert: { type: 'date', nullable: true },
        ophoert_position: { type: 'bigint', nullable: true },
      },
      key: ['relation_id'],
      indexes: [{ columns: ['person_id', 'gaelder_fra'] }, { columns: ['barn_id'] }],
    },
  ],
  project(event: ClearEvent, write: Writer): void {
    const d = event.data;
    switch (event.type) {
      case 'netvaerk.PersonRegistreret':
        write.insert('person', { person_id: d['personId'], art: d['art'], registreret_position: event.position });
        return;
      case 'netvaerk.PersonRettet':
        if (d['art'] !== undefined) write.update('person', { person_id: d['personId'] }, { art: d['art'] });
        return;
      case 'netvaerk.RelationRegistreret':
        write.insert('relation', {
          relation_id: d['relationId'],
          position: event.position,
          barn_id: d['barnId'],
          person_id: d['personId'],
          art: d['art'],
          foraeldremyndighed: d['foraeldremyndighed'],
          gaelder_fra: d['gaelderFra'],
          ophoert: null,
          ophoert_position: null,
        });
        return;
      case 'netvaerk.RelationOphoert':
        write.update(
          'relation',
          { relation_id: d['relationId'] },
          { ophoert: d['ophoertDato'], ophoert_position: event.position },
        );
        return;
      default:
        return;
    }
  },
};
