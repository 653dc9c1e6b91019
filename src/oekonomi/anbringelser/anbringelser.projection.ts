import { type Dagkolonner, retKolonner, rettetHaendelse } from '../../platform/corrections/date-correction.js';
import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Projection, type Writer } from '../../platform/projection/projection.js';

const KOLONNER: Dagkolonner = {
  'oekonomi.AnbringelseBesluttet': { afgoerelseDato: 'afgoerelse_dato' },
  'oekonomi.TilsynsbesoegAfholdt': { naesteTilsynSenest: 'naeste_tilsyn_senest' },
  'oekonomi.HjemgivelseAfgjort': { afgoerelseDato: 'hjemgivelse_afgjort', periodeSlut: 'periode_slut' },
  'oekonomi.PermanentAnbringelseBesluttet': { dato: 'permanent_dato' },
  'oekonomi.AnbringelseOphoert': { ophoertDato: 'ophoert_dato' },
};

const UDEN_PERIODE: Dagkolonner = { 'oekonomi.HjemgivelseAfgjort': { afgoerelseDato: 'periode_slut' } };

const noegle = (d: ClearEvent['data']) => ({ anbringelse_id: d['anbringelseId'] });

/** The placements of a case: ids, codes, phase and dates. Where the child lives is opened from the log when it is read. */
export const anbringelserProjection: Projection = {
  name: 'oekonomi.anbringelser',
  version: 4,
  contexts: ['oekonomi'],
  events: [
    'oekonomi.AnbringelseBesluttet',
    'oekonomi.AnbringelseIvaerksat',
    'oekonomi.AnbringelsesivaerksaettelseRettet',
    'oekonomi.AnbringelsesstedSkiftet',
    'oekonomi.AnbringelsesgrundlagSkiftet',
    'oekonomi.TilsynsbesoegAfholdt',
    'oekonomi.HjemgivelseAfgjort',
    'oekonomi.PermanentAnbringelseBesluttet',
    'oekonomi.AnbringelseOphoert',
    'oekonomi.DatoRettet',
  ],
  tables: [
    {
      name: 'anbringelse',
      columns: {
        anbringelse_id: { type: 'uuid' },
        sag_id: { type: 'uuid' },
        barn_id: { type: 'uuid' },
        regime: { type: 'text' },
        grundlag: { type: 'text' },
        stedtype: { type: 'text' },
        fase: { type: 'text' },
        afgoerelse_dato: { type: 'date' },
        ivaerksat_dato: { type: 'date', nullable: true },
        naeste_tilsyn_senest: { type: 'date', nullable: true },
        // Which visit it is counted from: two may have been made the same day.
        tilsyn_position: { type: 'bigint', nullable: true },
        hjemgivelse_afgjort: { type: 'date', nullable: true },
        periode_slut: { type: 'date', nullable: true },
        permanent_dato: { type: 'date', nullable: true },
        ophoert_dato: { type: 'date', nullable: true },
        ophoersaarsag: { type: 'text', nullable: true },
      },
      key: ['anbringelse_id'],
      indexes: [{ columns: ['sag_id', 'afgoerelse_dato'] }],
    },
  ],
  project(event: ClearEvent, write: Writer): void {
    const { type, data: d } = event;
    const key = noegle(d);
    const saet = (felter: Readonly<Record<string, unknown>>): void => write.update('anbringelse', key, felter);
    switch (type) {
      case 'oekonomi.AnbringelseBesluttet':
        write.insert('anbringelse', {
          ...key,
          sag_id: d['sagId'],
          barn_id: d['barnId'],
          regime: d['regime'],
          grundlag: d['grundlag'],
          stedtype: d['stedtype'],
          fase: 'besluttet',
          afgoerelse_dato: d['afgoerelseDato'],
          ivaerksat_dato: null,
          naeste_tilsyn_senest: null,
          tilsyn_position: null,
          hjemgivelse_afgjort: null,
          periode_slut: null,
          permanent_dato: null,
          ophoert_dato: null,
          ophoersaarsag: null,
        });
        return;
      case 'oekonomi.AnbringelseIvaerksat':
        saet({
          fase: 'ivaerksat',
          ivaerksat_dato: d['ivaerksatDato'],
          naeste_tilsyn_senest: d['naesteTilsynSenest'],
        });
        return;
      case 'oekonomi.AnbringelsesivaerksaettelseRettet': {
        const foersteTilsyn = (d['foer'] as Readonly<Record<string, unknown>>)['naesteTilsynSenest'];
        saet({ ivaerksat_dato: d['ivaerksatDato'] });
        // Once a visit has been made, the next is counted from that.
        if (typeof foersteTilsyn === 'string') {
          const uset = { ...key, naeste_tilsyn_senest: foersteTilsyn, tilsyn_position: null };
          write.updateWhere('anbringelse', uset, { naeste_tilsyn_senest: d['naesteTilsynSenest'] });
        }
        return;
      }
      case 'oekonomi.AnbringelsesstedSkiftet':
        saet({ stedtype: d['stedtype'] });
        return;
      case 'oekonomi.AnbringelsesgrundlagSkiftet':
        saet({ grundlag: d['grundlag'], hjemgivelse_afgjort: null, periode_slut: null });
        return;
      case 'oekonomi.TilsynsbesoegAfholdt':
        saet({ naeste_tilsyn_senest: d['naesteTilsynSenest'], tilsyn_position: event.position });
        return;
      case 'oekonomi.HjemgivelseAfgjort':
        if (d['udfald'] !== 'hjemgives') return;
        saet({ hjemgivelse_afgjort: d['afgoerelseDato'], periode_slut: d['periodeSlut'] ?? d['afgoerelseDato'] });
        return;
      case 'oekonomi.PermanentAnbringelseBesluttet':
        saet({ permanent_dato: d['dato'] });
        return;
      case 'oekonomi.AnbringelseOphoert':
        saet({
          fase: 'ophoert',
          ophoert_dato: d['ophoertDato'],
          ophoersaarsag: d['aarsag'],
          naeste_tilsyn_senest: null,
        });
        return;
      case 'oekonomi.DatoRettet':
        ret(event, write);
        return;
      default:
        return;
    }
  },
};

function ret(event: ClearEvent, write: Writer): void {
  const tilsyn = rettetHaendelse(event)?.type === 'oekonomi.TilsynsbesoegAfholdt';
  retKolonner(event, write, {
    ...{ tabel: 'anbringelse', kolonner: KOLONNER },
    noegle: (d, position) => ({
      ...noegle(d),
      ...(tilsyn && position !== undefined ? { tilsyn_position: position } : {}),
    }),
  });
  // Without a period at home it ends the day it was decided.
  if (rettetHaendelse(event)?.data['periodeSlut'] === undefined)
    retKolonner(event, write, { tabel: 'anbringelse', noegle, kolonner: UDEN_PERIODE });
}
