import { rettetHaendelse } from '../../platform/corrections/date-correction.js';
import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Projection, type Writer } from '../../platform/projection/projection.js';
import { lokalDato } from '../../faelles/lokal_dato.js';

/** Deadline of an investigation from its start date; the law pack's, so that law stays data. */
export type BfuFrist = (start: string) => string;

function tekst(event: ClearEvent, felt: string): string {
  const value = event.data[felt];
  if (typeof value !== 'string') {
    throw new Error(`Event ${event.type} has no text in ${felt}`);
  }
  return value;
}

/**
 * Facts with the period in which they held and the position at which they became known, so that every figure can be
 * asked as of any date (valid time) and as known at any time, and counts nothing that is stored twice.
 */
export function noegletalProjection(bfuFrist: BfuFrist, version: number): Projection {
  return {
    name: 'rapportering.noegletal',
    version,
    contexts: ['rapportering'],
    events: [
      'sagsstyring.SagOprettet',
      'sagsstyring.SagLukket',
      'sagsstyring.SagGenaabnet',
      'sagsstyring.OmraadeAendret',
      'sagsstyring.SagTildelt',
      'sagsstyring.OverdragelseAccepteret',
      'sagsstyring.UnderretningModtaget',
      'sagsstyring.UnderretningRettet',
      'sagsstyring.UnderretningAnnulleret',
      'sagsstyring.UnderretningVideresendt',
      'ics.BfuBesluttet',
      'ics.BfuRettet',
      'ics.BfuGodkendt',
      'ics.BfuGodkendelseRettet',
      'ics.BfuAfbrudt',
      'ics.DatoRettet',
    ],
    tables: [
      {
        name: 'sagsperiode',
        columns: {
          sag_id: { type: 'uuid' },
          position: { type: 'bigint' },
          barn_id: { type: 'uuid' },
          aabnet: { type: 'date' },
          lukket: { type: 'date', nullable: true },
          lukket_position: { type: 'bigint', nullable: true },
        },
        key: ['sag_id', 'position'],
        indexes: [{ columns: ['aabnet'] }],
      },
      {
        name: 'omraade',
        columns: {
          sag_id: { type: 'uuid' },
          position: { type: 'bigint' },
          fra: { type: 'date' },
          omraade: { type: 'text' },
        },
        key: ['sag_id', 'position'],
      },
      {
        name: 'ansvar',
        columns: {
          sag_id: { type: 'uuid' },
          position: { type: 'bigint' },
          fra: { type: 'date' },
          /** Null: it was opened again after its caseworker had left. */
          sagsbehandler: { type: 'text', nullable: true },
          team: { type: 'text', nullable: true },
        },
        key: ['sag_id', 'position'],
      },
      {
        name: 'underretning',
        columns: {
          underretning_id: { type: 'uuid' },
          position: { type: 'bigint' },
          barn_id: { type: 'uuid' },
          modtaget: { type: 'date' },
          ufoedt: { type: 'boolean' },
          udgaaet_position: { type: 'bigint', nullable: true },
        },
        // A correction is a new row; the one before it counts until then, so that a figure can be asked as it was known.
        key: ['underretning_id', 'position'],
        indexes: [{ columns: ['modtaget'] }],
      },
      {
        name: 'bfu',
        columns: {
          bfu_id: { type: 'uuid' },
          position: { type: 'bigint' },
          sag_id: { type: 'uuid' },
          besluttet: { type: 'date' },
          frist_afgoerelse: { type: 'date' },
          slut: { type: 'date', nullable: true },
          slut_position: { type: 'bigint', nullable: true },
        },
        key: ['bfu_id'],
        indexes: [{ columns: ['besluttet'] }],
      },
      {
        name: 'bfu_opmaerksom',
        columns: { bfu_id: { type: 'uuid' }, position: { type: 'bigint' }, frist_opmaerksom: { type: 'date' } },
        key: ['bfu_id', 'position'],
      },
    ],
    project(event: ClearEvent, write: Writer): void {
      const position = event.position;
      switch (event.type) {
        case 'sagsstyring.SagOprettet': {
          const sag_id = tekst(event, 'sagId');
          const fra = tekst(event, 'oprettet');
          write.insert('sagsperiode', {
            sag_id,
            position,
            barn_id: tekst(event, 'barnId'),
            aabnet: fra,
            lukket: null,
            lukket_position: null,
          });
          write.insert('omraade', { sag_id, position, fra, omraade: tekst(event, 'omraade') });
          return;
        }
        case 'sagsstyring.SagGenaabnet':
          write.insert('sagsperiode', {
            sag_id: tekst(event, 'sagId'),
            position,
            barn_id: tekst(event, 'barnId'),
            aabnet: tekst(event, 'genaabnet'),
            lukket: null,
            lukket_position: null,
          });
          if (event.data['udenSagsbehandler'] === true)
            write.insert('ansvar', {
              ...{ sag_id: tekst(event, 'sagId'), position, fra: tekst(event, 'genaabnet') },
              ...{ sagsbehandler: null, team: null },
            });
          return;
        case 'sagsstyring.SagLukket':
          write.updateWhere(
            'sagsperiode',
            { sag_id: tekst(event, 'sagId'), lukket: null },
            { lukket: tekst(event, 'lukket'), lukket_position: position },
          );
          return;
        case 'sagsstyring.OmraadeAendret':
          write.insert('omraade', {
            sag_id: tekst(event, 'sagId'),
            position,
            fra: tekst(event, 'gaelderFra'),
            omraade: tekst(event, 'omraade'),
          });
          return;
        case 'sagsstyring.SagTildelt':
          write.insert('ansvar', {
            sag_id: tekst(event, 'sagId'),
            position,
            fra: tekst(event, 'tildelt'),
            sagsbehandler: tekst(event, 'sagsbehandler'),
            team: event.data['team'] ?? null,
          });
          return;
        case 'sagsstyring.OverdragelseAccepteret':
          write.insert('ansvar', {
            sag_id: tekst(event, 'sagId'),
            position,
            fra: tekst(event, 'accepteret'),
            sagsbehandler: tekst(event, 'til'),
            team: event.data['tilTeam'] ?? null,
          });
          return;
        case 'sagsstyring.UnderretningModtaget':
          underretning(event, write);
          return;
        case 'sagsstyring.UnderretningRettet':
          afloes(event, write);
          underretning(event, write);
          return;
        // One that was received by mistake is no notification; one that was forwarded counts at the receiver.
        case 'sagsstyring.UnderretningAnnulleret':
        case 'sagsstyring.UnderretningVideresendt':
          afloes(event, write);
          return;
        case 'ics.BfuBesluttet':
          write.insert('bfu', {
            bfu_id: tekst(event, 'bfuId'),
            position,
            sag_id: tekst(event, 'sagId'),
            besluttet: tekst(event, 'afgoerelseDato'),
            frist_afgoerelse: bfuFrist(tekst(event, 'afgoerelseDato')),
            slut: null,
            slut_position: null,
          });
          opmaerksom(event, write, bfuFrist);
          return;
        case 'ics.DatoRettet':
          retBfu(event, write, bfuFrist);
          return;
        case 'ics.BfuRettet':
          opmaerksom(event, write, bfuFrist);
          return;
        case 'ics.BfuGodkendt':
          write.update(
            'bfu',
            { bfu_id: tekst(event, 'bfuId') },
            { slut: tekst(event, 'godkendtDato'), slut_position: position },
          );
          return;
        case 'ics.BfuGodkendelseRettet':
          write.update('bfu', { bfu_id: tekst(event, 'bfuId') }, { slut: tekst(event, 'godkendtDato') });
          return;
        case 'ics.BfuAfbrudt':
          write.update(
            'bfu',
            { bfu_id: tekst(event, 'bfuId') },
            { slut: tekst(event, 'dato'), slut_position: position },
          );
          return;
        default:
          return;
      }
    },
  };
}

function underretning(event: ClearEvent, write: Writer): void {
  write.insert('underretning', {
    underretning_id: tekst(event, 'underretningId'),
    position: event.position,
    barn_id: tekst(event, 'barnId'),
    modtaget: lokalDato(tekst(event, 'modtaget')),
    ufoedt: event.data['ufoedt'] === true,
    udgaaet_position: null,
  });
}

function afloes(event: ClearEvent, write: Writer): void {
  write.updateWhere(
    'underretning',
    { underretning_id: tekst(event, 'underretningId'), udgaaet_position: null },
    { udgaaet_position: event.position },
  );
}

function opmaerksom(event: ClearEvent, write: Writer, bfuFrist: BfuFrist): void {
  write.insert('bfu_opmaerksom', {
    bfu_id: tekst(event, 'bfuId'),
    position: event.position,
    frist_opmaerksom: bfuFrist(tekst(event, 'opmaerksomDato')),
  });
}

/** The day an investigation was decided, or interrupted, was another. */
function retBfu(event: ClearEvent, write: Writer, bfuFrist: BfuFrist): void {
  const rettet = rettetHaendelse(event);
  if (rettet === undefined) return;
  const noegle = { bfu_id: rettet.data['bfuId'] };
  if (rettet.type === 'ics.BfuBesluttet') {
    const besluttet = String(rettet.data['afgoerelseDato']);
    write.update('bfu', noegle, { besluttet, frist_afgoerelse: bfuFrist(besluttet) });
  }
  if (rettet.type === 'ics.BfuAfbrudt') write.update('bfu', noegle, { slut: rettet.data['dato'] });
}
