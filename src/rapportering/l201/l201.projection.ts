import { type Dagkolonner, retKolonner } from '../../platform/corrections/date-correction.js';
import { noterSagteDage, SAGT_FOER } from '../../platform/corrections/known-days.js';
import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Projection, type Writer } from '../../platform/projection/projection.js';

const KOLONNER: Dagkolonner = { 'oekonomi.IndsatsOphoert': { ophoertDato: 'slut' } };
const EGEN_RETTELSE: Dagkolonner = { 'oekonomi.IndsatsivaerksaettelseRettet': { ivaerksatDato: 'start' } };

/** Measures and parents as the delivery to Danmarks Statistik needs them; CPR numbers are opened only when a delivery is made. */
export const l201Projection: Projection = {
  name: 'rapportering.l201',
  version: 4,
  contexts: ['rapportering'],
  events: [
    'oekonomi.IndsatsIvaerksat',
    'oekonomi.IndsatsivaerksaettelseRettet',
    'oekonomi.IndsatsOphoert',
    'oekonomi.DatoRettet',
    'netvaerk.RelationRegistreret',
    'netvaerk.RelationOphoert',
  ],
  tables: [
    {
      name: 'indsats',
      columns: {
        indsats_id: { type: 'uuid' },
        position: { type: 'bigint' },
        barn_id: { type: 'uuid' },
        sag_id: { type: 'uuid' },
        pgf_kode: { type: 'text' },
        start: { type: 'date' },
        slut: { type: 'date', nullable: true },
        slut_position: { type: 'bigint', nullable: true },
      },
      key: ['indsats_id'],
      indexes: [{ columns: ['start'] }],
    },
    {
      name: 'foraelder',
      columns: {
        relation_id: { type: 'uuid' },
        position: { type: 'bigint' },
        barn_id: { type: 'uuid' },
        person_id: { type: 'uuid' },
        art: { type: 'text' },
        foraeldremyndighed: { type: 'boolean' },
        fra: { type: 'date' },
        til: { type: 'date', nullable: true },
        til_position: { type: 'bigint', nullable: true },
      },
      key: ['relation_id'],
      indexes: [{ columns: ['barn_id'] }],
    },
    SAGT_FOER,
  ],
  project(event: ClearEvent, write: Writer): void {
    const d = event.data;
    noterSagteDage(event, write, { kolonner: { ...KOLONNER, ...EGEN_RETTELSE }, noegle: (data) => data['indsatsId'] });
    switch (event.type) {
      case 'oekonomi.IndsatsIvaerksat':
        write.insert('indsats', {
          indsats_id: d['indsatsId'],
          position: event.position,
          barn_id: d['barnId'],
          sag_id: d['sagId'],
          pgf_kode: d['pgfKode'],
          start: d['ivaerksatDato'],
          slut: null,
          slut_position: null,
        });
        return;
      case 'oekonomi.IndsatsivaerksaettelseRettet':
        write.update('indsats', { indsats_id: d['indsatsId'] }, { start: d['ivaerksatDato'] });
        return;
      case 'oekonomi.IndsatsOphoert':
        write.update(
          'indsats',
          { indsats_id: d['indsatsId'] },
          { slut: d['ophoertDato'], slut_position: event.position },
        );
        return;
      case 'oekonomi.DatoRettet':
        retKolonner(event, write, {
          ...{ tabel: 'indsats', kolonner: KOLONNER },
          noegle: (data) => ({ indsats_id: data['indsatsId'] }),
        });
        return;
      case 'netvaerk.RelationRegistreret':
        if (d['art'] === 'mor' || d['art'] === 'far' || d['art'] === 'medmor') {
          write.insert('foraelder', {
            relation_id: d['relationId'],
            position: event.position,
            barn_id: d['barnId'],
            person_id: d['personId'],
            art: d['art'],
            foraeldremyndighed: d['foraeldremyndighed'] === true,
            fra: d['gaelderFra'],
            til: null,
            til_position: null,
          });
        }
        return;
      case 'netvaerk.RelationOphoert':
        write.update(
          'foraelder',
          { relation_id: d['relationId'] },
          { til: d['ophoertDato'], til_position: event.position },
        );
        return;
      default:
        return;
    }
  },
};
