import { type Dagkolonner, retKolonner, rettetHaendelse } from '../../platform/corrections/date-correction.js';
import { noterSagteDage, SAGT_FOER } from '../../platform/corrections/known-days.js';
import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Projection, type Writer } from '../../platform/projection/projection.js';

const INDSATS: Dagkolonner = {
  'oekonomi.IndsatsBevilget': { afgoerelseDato: 'afgoerelse_dato' },
  'oekonomi.IndsatsJusteret': { gaelderFra: 'justeret_dato' },
  'oekonomi.IndsatsophoerBesluttet': { virkningFra: 'ophoer_virkning' },
  'oekonomi.IndsatsOphoert': { ophoertDato: 'ophoert_dato' },
};
const OPFOELGNING: Dagkolonner = { 'ics.OpfoelgningAfholdt': { dato: 'dato', naesteDato: 'naeste_dato' } };
const UNDERSOEGELSESSLUT: Dagkolonner = { 'ics.AfdaekningAfsluttet': { dato: 'dato' } };
const EGEN_RETTELSE: Dagkolonner = { 'ics.BfuGodkendelseRettet': { godkendtDato: 'dato' } };

const noegle = (d: ClearEvent['data']) => ({ indsats_id: d['indsatsId'] });

/** The measures of a case: ids, codes, phase and dates. What they say is opened from the log when it is read. */
export const indsatserProjection: Projection = {
  name: 'oekonomi.indsatser',
  version: 8,
  // A follow-up on a plan is a command of ics, and is shown on the measure.
  contexts: ['oekonomi', 'ics'],
  events: [
    'oekonomi.IndsatsBevilget',
    'oekonomi.IndsatsIvaerksat',
    'oekonomi.IndsatsivaerksaettelseRettet',
    'oekonomi.AnbringelseIvaerksat',
    'oekonomi.AnbringelsesivaerksaettelseRettet',
    'oekonomi.IndsatsJusteret',
    'oekonomi.IndsatsophoerBesluttet',
    'oekonomi.IndsatsOphoert',
    'ics.OpfoelgningAfholdt',
    'ics.BfuGodkendt',
    'ics.BfuGodkendelseRettet',
    'ics.AfdaekningAfsluttet',
    'oekonomi.DatoRettet',
    'ics.DatoRettet',
  ],
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
        justeret_dato: { type: 'date', nullable: true },
        // Which adjustment it was: two may hold from the same day.
        justeret_position: { type: 'bigint', nullable: true },
        ophoer_virkning: { type: 'date', nullable: true },
        ophoert_dato: { type: 'date', nullable: true },
      },
      key: ['indsats_id'],
      indexes: [{ columns: ['sag_id', 'afgoerelse_dato'] }],
    },
    {
      name: 'opfoelgning',
      columns: {
        indsats_id: { type: 'uuid' },
        opfoelgning_id: { type: 'uuid' },
        position: { type: 'bigint' },
        dato: { type: 'date' },
        udfald: { type: 'text' },
        naeste_dato: { type: 'date', nullable: true },
      },
      key: ['indsats_id', 'opfoelgning_id'],
    },
    {
      // The end of a parallel investigation moves the first follow-up forward (BL § 95, stk. 2).
      name: 'undersoegelsesslut',
      columns: {
        indsats_id: { type: 'uuid' },
        bfu_id: { type: 'uuid' },
        position: { type: 'bigint' },
        dato: { type: 'date' },
      },
      key: ['indsats_id', 'bfu_id'],
    },
    SAGT_FOER,
  ],
  project(event: ClearEvent, write: Writer): void {
    const { type, data: d, position } = event;
    const key = noegle(d);
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
          justeret_dato: null,
          justeret_position: null,
          ophoer_virkning: null,
          ophoert_dato: null,
        });
        return;
      case 'oekonomi.IndsatsIvaerksat':
        write.update('indsats', key, { fase: 'ivaerksat', ivaerksat_dato: d['ivaerksatDato'] });
        noterSluttet(event, d['indsatsId'], write);
        return;
      case 'oekonomi.IndsatsivaerksaettelseRettet':
        write.update('indsats', key, { ivaerksat_dato: d['ivaerksatDato'] });
        noterSluttet(event, d['indsatsId'], write);
        return;
      case 'oekonomi.AnbringelseIvaerksat':
      case 'oekonomi.AnbringelsesivaerksaettelseRettet':
        noterSluttet(event, d['anbringelseId'], write);
        return;
      case 'oekonomi.IndsatsJusteret':
        write.update('indsats', key, { justeret_dato: d['gaelderFra'], justeret_position: position });
        return;
      case 'oekonomi.IndsatsophoerBesluttet':
        write.update('indsats', key, { ophoer_virkning: d['virkningFra'] });
        return;
      case 'ics.OpfoelgningAfholdt':
        for (const indsats_id of liste(d['indsatsIder'])) {
          write.insert('opfoelgning', {
            ...{ indsats_id, position },
            opfoelgning_id: d['opfoelgningId'],
            dato: d['dato'],
            udfald: d['udfald'],
            naeste_dato: d['naesteDato'] ?? null,
          });
        }
        return;
      case 'ics.AfdaekningAfsluttet':
      case 'ics.BfuGodkendt':
        noterSlut(event, write);
        return;
      case 'ics.BfuGodkendelseRettet':
        noterSlut(event, write);
        write.updateWhere('undersoegelsesslut', { bfu_id: d['bfuId'] }, { dato: d['godkendtDato'] });
        noterSagteDage(event, write, { kolonner: EGEN_RETTELSE, noegle: (data) => data['bfuId'] });
        return;
      case 'oekonomi.IndsatsOphoert':
        write.update('indsats', key, { fase: 'ophoert', ophoert_dato: d['ophoertDato'] });
        return;
      case 'oekonomi.DatoRettet':
        retKolonner(event, write, {
          ...{ tabel: 'indsats', kolonner: INDSATS },
          noegle: (data, sted) => ({
            ...noegle(data),
            ...(rettetHaendelse(event)?.type === 'oekonomi.IndsatsJusteret' && sted !== undefined
              ? { justeret_position: sted }
              : {}),
          }),
        });
        return;
      case 'ics.DatoRettet':
        retKolonner(event, write, {
          ...{ tabel: 'opfoelgning', kolonner: OPFOELGNING },
          noegle: (data) => ({ opfoelgning_id: data['opfoelgningId'] }),
        });
        retKolonner(event, write, {
          ...{ tabel: 'undersoegelsesslut', kolonner: UNDERSOEGELSESSLUT },
          noegle: (data) => ({ bfu_id: data['bfuId'] }),
        });
        noterSagteDage(event, write, { kolonner: OPFOELGNING, noegle: (data) => data['opfoelgningId'] });
        noterSagteDage(event, write, { kolonner: UNDERSOEGELSESSLUT, noegle: (data) => data['bfuId'] });
        return;
      default:
        return;
    }
  },
};

/** The measures that the end of an investigation names; one that is known already keeps its row. */
function noterSlut({ data: d, position }: ClearEvent, write: Writer): void {
  for (const indsats of liste(d['igangvaerendeIndsatser'])) {
    const { indsatsId: indsats_id } = indsats as { readonly indsatsId: string };
    write.insert('undersoegelsesslut', {
      ...{ indsats_id, position, bfu_id: d['bfuId'], dato: d['godkendtDato'] ?? d['dato'] },
    });
  }
}

/** The investigation that a start names, because it had ended when the start was recorded. */
function noterSluttet({ data: d, position }: ClearEvent, indsats_id: unknown, write: Writer): void {
  const { undersoegelseId: bfu_id, undersoegelseSluttet: dato } = d;
  if (typeof bfu_id !== 'string' || typeof dato !== 'string') return;
  write.insert('undersoegelsesslut', { indsats_id, bfu_id, position, dato });
}

function liste(vaerdi: unknown): readonly unknown[] {
  return Array.isArray(vaerdi) ? vaerdi : [];
}
