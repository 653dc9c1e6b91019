import { rettetHaendelse } from '../../platform/corrections/date-correction.js';
import { noterSagtFoer, SAGT_FOER } from '../../platform/corrections/known-days.js';
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

// A correction of the day is a new row, and the one before it counts until then: the place of the event that both are of, and
// of the correction.
const AFLOEST = {
  haendelse_position: { type: 'bigint' },
  rettet_position: { type: 'bigint', nullable: true },
} as const;

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
      'sagsstyring.DatoRettet',
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
          ...AFLOEST,
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
          ...AFLOEST,
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
      SAGT_FOER,
    ],
    project(event: ClearEvent, write: Writer): void {
      const position = event.position;
      switch (event.type) {
        case 'sagsstyring.SagOprettet':
        case 'sagsstyring.SagGenaabnet':
          aabnet(event, write);
          gaelderFra(event, write);
          return;
        case 'sagsstyring.SagLukket':
          write.updateWhere(
            'sagsperiode',
            { sag_id: tekst(event, 'sagId'), lukket: null },
            { lukket: tekst(event, 'lukket'), lukket_position: position },
          );
          return;
        case 'sagsstyring.OmraadeAendret':
        case 'sagsstyring.SagTildelt':
        case 'sagsstyring.OverdragelseAccepteret':
          gaelderFra(event, write);
          return;
        case 'sagsstyring.DatoRettet':
          retSag(event, write);
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
          retSlut(event, write, event.data, event.data['foer'] as ClearEvent['data'], 'godkendtDato');
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

function aabnet(event: ClearEvent, write: Writer): void {
  write.insert('sagsperiode', {
    sag_id: tekst(event, 'sagId'),
    position: event.position,
    barn_id: tekst(event, 'barnId'),
    aabnet: tekst(event, event.type === 'sagsstyring.SagOprettet' ? 'oprettet' : 'genaabnet'),
    lukket: null,
    lukket_position: null,
  });
}

interface Kendsgerning {
  readonly type: string;
  readonly data: ClearEvent['data'];
  readonly haendelse_position: number;
  /** Its own, or the correction's. */
  readonly position: number;
}

/** Whose the case is, and which area it belongs to, from a day on. */
function gaelderFra(event: Pick<ClearEvent, 'type' | 'data' | 'position'>, write: Writer, rettet?: Kendsgerning): void {
  const { type, data, haendelse_position, position } = rettet ?? {
    ...{ type: event.type, data: event.data },
    ...{ haendelse_position: event.position, position: event.position },
  };
  const fra = (felt: string) => ({
    ...{ sag_id: data['sagId'], position, haendelse_position, rettet_position: null },
    fra: data[felt],
  });
  switch (type) {
    case 'sagsstyring.SagOprettet':
      write.insert('omraade', { ...fra('oprettet'), omraade: data['omraade'] });
      return;
    case 'sagsstyring.OmraadeAendret':
      write.insert('omraade', { ...fra('gaelderFra'), omraade: data['omraade'] });
      return;
    case 'sagsstyring.SagGenaabnet':
      if (data['udenSagsbehandler'] === true)
        write.insert('ansvar', { ...fra('genaabnet'), sagsbehandler: null, team: null });
      return;
    case 'sagsstyring.SagTildelt':
      write.insert('ansvar', {
        ...fra('tildelt'),
        sagsbehandler: data['sagsbehandler'],
        team: data['team'] ?? null,
      });
      return;
    case 'sagsstyring.OverdragelseAccepteret':
      write.insert('ansvar', { ...fra('accepteret'), sagsbehandler: data['til'], team: data['tilTeam'] ?? null });
      return;
    default:
      return;
  }
}

/** The day a case was opened, closed, given to somebody or moved to another area was another. */
function retSag(event: ClearEvent, write: Writer): void {
  const rettet = rettetHaendelse(event);
  // A correction of a notification may be in no case.
  if (rettet?.position === undefined || rettet.data['sagId'] === undefined) return;
  const { type, data, position: haendelse_position } = rettet;
  const sag_id = data['sagId'];
  for (const tabel of ['omraade', 'ansvar'])
    write.updateWhere(
      tabel,
      { sag_id, haendelse_position, rettet_position: null },
      { rettet_position: event.position },
    );
  gaelderFra(event, write, { type, data, haendelse_position, position: event.position });
  const dag = SAGSDAGE[type];
  if (dag === undefined) return;
  const [felt, kolonne] = dag;
  write.updateWhere(
    'sagsperiode',
    { sag_id, [kolonne === 'aabnet' ? 'position' : 'lukket_position']: haendelse_position },
    { [kolonne]: data[felt] },
  );
  noterSagtFoer(event, write, { noegle: sag_id, kolonne, foer: rettet.foer[felt] });
}

const SAGSDAGE: Readonly<Record<string, readonly [felt: string, kolonne: string]>> = {
  'sagsstyring.SagOprettet': ['oprettet', 'aabnet'],
  'sagsstyring.SagGenaabnet': ['genaabnet', 'aabnet'],
  'sagsstyring.SagLukket': ['lukket', 'lukket'],
};

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
  const { type, data, foer } = rettet;
  if (type === 'ics.BfuAfbrudt') retSlut(event, write, data, foer, 'dato');
  const [noegle, gammel, besluttet] = [data['bfuId'], foer['afgoerelseDato'], data['afgoerelseDato']];
  if (type !== 'ics.BfuBesluttet' || typeof gammel !== 'string' || typeof besluttet !== 'string') return;
  write.update('bfu', { bfu_id: noegle }, { besluttet, frist_afgoerelse: bfuFrist(besluttet) });
  noterSagtFoer(event, write, { noegle, kolonne: 'besluttet', foer: gammel });
  noterSagtFoer(event, write, { noegle, kolonne: 'frist_afgoerelse', foer: bfuFrist(gammel) });
}

function retSlut(
  event: ClearEvent,
  write: Writer,
  data: ClearEvent['data'],
  foer: ClearEvent['data'],
  felt: string,
): void {
  write.update('bfu', { bfu_id: data['bfuId'] }, { slut: data[felt] });
  noterSagtFoer(event, write, { noegle: data['bfuId'], kolonne: 'slut', foer: foer[felt] });
}
