import { lokalDato } from '../../faelles/lokal_dato.js';
import { type Dagkolonner, retKolonner, rettetHaendelse } from '../../platform/corrections/date-correction.js';
import { noterSagteDage, SAGT_FOER } from '../../platform/corrections/known-days.js';
import { RETTELSER } from '../../sagsstyring/sagsstyring.public.js';
import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Projection, type Row, type Writer } from '../../platform/projection/projection.js';

/** What the system or the administration does with a case is no activity for the child. */
const INGEN_AKTIVITET: ReadonlySet<string> = new Set([
  'sagsstyring.SagTildelt',
  'sagsstyring.OverdragelseForeslaaet',
  'sagsstyring.OverdragelseAccepteret',
  'sagsstyring.OverdragelseAfvist',
  'sagsstyring.OmraadeAendret',
  'sagsstyring.EnkeltsagAabnet',
  'sagsstyring.EnkeltsagAfsluttet',
  'sagsstyring.IndsatsstatusNoteret',
  'sagsstyring.AdvisUdsat',
  'sagsstyring.AdvisEskaleringKvitteret',
  'ics.GaeldendePlanSkiftet',
]);

/** Where an event says on which day it happened. */
const DATOFELTER = [
  ...['dato', 'oplyst', 'modtaget', 'vurderet', 'screenet', 'sendt', 'oprettet', 'lukket', 'genaabnet'],
  ...['anmodet', 'rykket', 'afgoerelseDato', 'godkendtDato', 'ivaerksatDato', 'ophoertDato'],
];

function datofelt(data: ClearEvent['data']): string | undefined {
  return DATOFELTER.find((felt) => typeof data[felt] === 'string' && /^\d{4}-\d{2}-\d{2}/.test(data[felt]));
}

/** The local day it happened, and never later than the day it was recorded: a plan for next week is no activity yet. */
function aktivitetsdag(data: ClearEvent['data'], kendtFra: string): string {
  const registreret = lokalDato(kendtFra);
  const felt = datofelt(data);
  const dag = felt === undefined ? registreret : lokalDato(data[felt] as string);
  return dag < registreret ? dag : registreret;
}

/** Whether a correction is of another day than that on which something was done: then it was done when it was. */
function andenDag(data: ClearEvent['data'], foer: ClearEvent['data']): boolean {
  const felt = datofelt(data);
  return felt === undefined || !(felt in foer);
}

/**
 * Facts for the leaders' oversight, each with the position at which it became known: on which days something was done in a
 * case, which measures ran with which demand for a plan, which plans were in force, and whether the child was heard.
 */
export const ledelsestilsynProjection: Projection = {
  name: 'rapportering.ledelsestilsyn',
  version: 10,
  contexts: ['rapportering'],
  events: '*',
  tables: [
    // Users are known only by their tokens: who has written anything, and as what.
    {
      name: 'bruger',
      columns: { bruger: { type: 'text' }, rolle: { type: 'text' }, position: { type: 'bigint' } },
      key: ['bruger', 'rolle'],
    },
    {
      name: 'aktivitet',
      columns: {
        sag_id: { type: 'uuid' },
        dag: { type: 'date' },
        position: { type: 'bigint' },
        // The event that it was: another place than its own where a correction says it happened another day. Corrections of an
        // event's own say which kind of event it is in their stream, and which day it had.
        haendelse_position: { type: 'bigint' },
        haendelse: { type: 'text' },
        stroem: { type: 'uuid' },
        // A decision is told to several, perhaps on the same day.
        meddelelse: { type: 'uuid', nullable: true },
        // From here on it is known not to have been that day.
        rettet_position: { type: 'bigint', nullable: true },
      },
      key: ['sag_id', 'position'],
      indexes: [{ columns: ['sag_id', 'dag'] }],
    },
    {
      name: 'indsats',
      columns: {
        indsats_id: { type: 'uuid' },
        sag_id: { type: 'uuid' },
        barn_id: { type: 'uuid' },
        position: { type: 'bigint' },
        indsatskode: { type: 'text' },
        indsatsnavn: { type: 'text' },
        hjemmel: { type: 'text' },
        afgoerelse: { type: 'date' },
        /** The law wants a plan, or a reason why there is none; only such decisions also demand that the child is heard. */
        plan_kraeves: { type: 'boolean' },
        plan_undtaget: { type: 'boolean' },
        samtale: { type: 'date', nullable: true },
        bfu_id: { type: 'uuid', nullable: true },
        ivaerksat: { type: 'date', nullable: true },
        ivaerksat_position: { type: 'bigint', nullable: true },
        ophoert: { type: 'date', nullable: true },
        ophoert_position: { type: 'bigint', nullable: true },
      },
      key: ['indsats_id'],
      indexes: [{ columns: ['sag_id'] }, { columns: ['afgoerelse'] }],
    },
    {
      name: 'plan',
      columns: {
        plan_id: { type: 'uuid' },
        sag_id: { type: 'uuid' },
        godkendt: { type: 'date' },
        position: { type: 'bigint' },
        slut: { type: 'date', nullable: true },
        slut_position: { type: 'bigint', nullable: true },
      },
      key: ['plan_id'],
      indexes: [{ columns: ['sag_id'] }],
    },
    {
      name: 'samtale',
      columns: {
        bfu_id: { type: 'uuid' },
        position: { type: 'bigint' },
        dato: { type: 'date' },
        holdt: { type: 'boolean' },
      },
      key: ['bfu_id', 'position'],
    },
    {
      name: 'bfu',
      columns: {
        bfu_id: { type: 'uuid' },
        sag_id: { type: 'uuid' },
        position: { type: 'bigint' },
        godkendt: { type: 'date' },
      },
      key: ['bfu_id'],
      indexes: [{ columns: ['godkendt'] }],
    },
    SAGT_FOER,
  ],
  project(event: ClearEvent, write: Writer): void {
    aktivitet(event, write);
    const { aktoer: bruger, roller } = event.meta;
    for (const rolle of roller) write.insert('bruger', { bruger, rolle, position: event.position });
    fakta(event, write);
    for (const [, noegle, kolonner] of [...DAGE, ...EGNE_RETTELSER])
      noterSagteDage(event, write, { kolonner, noegle: ID[noegle] });
    for (const [tabel, noegle, kolonner] of DAGE)
      retKolonner(event, write, {
        ...{ tabel, kolonner },
        // There may have been two talks that day.
        noegle: (d, position) => ({
          [noegle]: ID[noegle](d),
          ...(tabel === 'samtale' && position !== undefined ? { position } : {}),
        }),
      });
  },
};

function aktivitet(event: ClearEvent, write: Writer): void {
  const sag_id = event.data['sagId'];
  const rettet = rettetHaendelse(event);
  const [egen] = RETTELSER[event.type] ?? [];
  const skete = rettet ?? event;
  if (typeof sag_id !== 'string' || INGEN_AKTIVITET.has(skete.type) || event.type.startsWith('rapportering.')) return;
  const foer =
    rettet?.foer ?? (egen === undefined ? undefined : (event.data['foer'] as ClearEvent['data'] | undefined));
  if (foer !== undefined && andenDag(skete.data, foer)) return;
  const haendelse_position = skete.position ?? event.position;
  const meddelelse = skete.data['meddelelseId'] ?? null;
  // A visit that was dated too late must not make it look as if the child had been seen since.
  const ikkeDa = { rettet_position: event.position };
  if (rettet !== undefined)
    write.updateWhere('aktivitet', { sag_id, haendelse_position, rettet_position: null }, ikkeDa);
  if (egen !== undefined) {
    const sagt = { ...event.data, ...foer };
    const den = { sag_id, stroem: event.streamId, haendelse: egen, meddelelse };
    const dag = aktivitetsdag(sagt, event.registreret);
    write.updateWhere('aktivitet', { ...den, dag, rettet_position: null }, ikkeDa);
  }
  write.insert('aktivitet', {
    ...{ sag_id, position: event.position, haendelse_position, rettet_position: null },
    ...{ haendelse: egen ?? skete.type, stroem: event.streamId, meddelelse },
    dag: aktivitetsdag(skete.data, event.registreret),
  });
}

/** A placement is a measure too (SEL § 52, stk. 3, BL § 46) and stands among them. */
const ID = {
  indsats_id: (d: ClearEvent['data']) => d['anbringelseId'] ?? d['indsatsId'],
  plan_id: (d: ClearEvent['data']) => d['planId'],
  bfu_id: (d: ClearEvent['data']) => d['bfuId'],
} as const;

type Dage = readonly (readonly [tabel: string, noegle: keyof typeof ID, kolonner: Dagkolonner])[];

/** Where the days of events stand that can be put right. */
const DAGE: Dage = [
  [
    'indsats',
    'indsats_id',
    {
      'oekonomi.IndsatsBevilget': { afgoerelseDato: 'afgoerelse', boernesamtaleDato: 'samtale' },
      'oekonomi.IndsatsOphoert': { ophoertDato: 'ophoert' },
      'oekonomi.AnbringelseBesluttet': { afgoerelseDato: 'afgoerelse', boernesamtaleDato: 'samtale' },
      'oekonomi.AnbringelseOphoert': { ophoertDato: 'ophoert' },
    },
  ],
  [
    'plan',
    'plan_id',
    {
      'ics.PlanGodkendt': { godkendtDato: 'godkendt' },
      'ics.PlanErstattet': { dato: 'slut' },
      'ics.PlanAfsluttet': { dato: 'slut' },
    },
  ],
  ['samtale', 'bfu_id', { 'ics.BoernesamtaleAfholdt': { dato: 'dato' }, 'ics.BoernesamtaleUndladt': { dato: 'dato' } }],
];

/** And those that have a correction of their own, which `fakta` carries out. */
const EGNE_RETTELSER: Dage = [
  [
    'indsats',
    'indsats_id',
    {
      'oekonomi.IndsatsivaerksaettelseRettet': { ivaerksatDato: 'ivaerksat' },
      'oekonomi.AnbringelsesivaerksaettelseRettet': { ivaerksatDato: 'ivaerksat' },
    },
  ],
  ['bfu', 'bfu_id', { 'ics.BfuGodkendelseRettet': { godkendtDato: 'godkendt' } }],
];

/** What a measure and a placement both have when they are decided. */
const besluttet = (d: Row, position: number): Row => ({
  ...{ sag_id: d['sagId'], barn_id: d['barnId'], position, hjemmel: d['hjemmel'], afgoerelse: d['afgoerelseDato'] },
  ...{ samtale: d['boernesamtaleDato'] ?? null, bfu_id: d['bfuId'] ?? null },
  ...{ ivaerksat: null, ivaerksat_position: null, ophoert: null, ophoert_position: null },
});

function fakta({ type, data: d, position }: ClearEvent, write: Writer): void {
  switch (type) {
    case 'oekonomi.IndsatsBevilget':
      write.insert('indsats', {
        ...besluttet(d, position),
        indsats_id: d['indsatsId'],
        indsatskode: d['indsatskode'],
        indsatsnavn: d['indsatsnavn'],
        plan_kraeves: d['planUndtaget'] === true || d['planId'] !== undefined,
        plan_undtaget: d['planUndtaget'],
      });
      return;
    case 'oekonomi.AnbringelseBesluttet':
      write.insert('indsats', {
        ...besluttet(d, position),
        indsats_id: d['anbringelseId'],
        indsatskode: 'anbringelse',
        indsatsnavn: 'Anbringelse uden for hjemmet',
        plan_kraeves: true,
        // Under barnets lov it may come within three months, and no reason is given.
        plan_undtaget: d['planUndtagelse'] !== undefined,
      });
      return;
    case 'oekonomi.IndsatsIvaerksat':
    case 'oekonomi.AnbringelseIvaerksat':
      write.update(
        'indsats',
        { indsats_id: ID.indsats_id(d) },
        { ivaerksat: d['ivaerksatDato'], ivaerksat_position: position },
      );
      return;
    case 'oekonomi.IndsatsivaerksaettelseRettet':
    case 'oekonomi.AnbringelsesivaerksaettelseRettet':
      write.update('indsats', { indsats_id: ID.indsats_id(d) }, { ivaerksat: d['ivaerksatDato'] });
      return;
    case 'oekonomi.IndsatsOphoert':
    case 'oekonomi.AnbringelseOphoert':
      write.update(
        'indsats',
        { indsats_id: ID.indsats_id(d) },
        { ophoert: d['ophoertDato'], ophoert_position: position },
      );
      return;
    case 'ics.PlanGodkendt':
      write.insert('plan', {
        plan_id: d['planId'],
        sag_id: d['sagId'],
        godkendt: d['godkendtDato'],
        position,
        slut: null,
        slut_position: null,
      });
      return;
    case 'ics.PlanErstattet':
    case 'ics.PlanAfsluttet':
      write.update('plan', { plan_id: d['planId'] }, { slut: d['dato'], slut_position: position });
      return;
    case 'ics.BoernesamtaleAfholdt':
    case 'ics.BoernesamtaleUndladt':
      write.insert('samtale', {
        bfu_id: d['bfuId'],
        position,
        dato: d['dato'],
        holdt: type === 'ics.BoernesamtaleAfholdt',
      });
      return;
    case 'ics.BfuGodkendt':
      write.insert('bfu', { bfu_id: d['bfuId'], sag_id: d['sagId'], position, godkendt: d['godkendtDato'] });
      return;
    case 'ics.BfuGodkendelseRettet':
      write.updateWhere('bfu', { bfu_id: d['bfuId'] }, { godkendt: d['godkendtDato'] });
      return;
    default:
      return;
  }
}
