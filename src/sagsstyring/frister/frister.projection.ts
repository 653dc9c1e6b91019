import { doegnetsStart, iMillisekunder } from '../../faelles/dansk_tid.js';
import { plusDage } from '../../faelles/kalender.js';
import { lokalDato } from '../../faelles/lokal_dato.js';
import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Projection, type Writer } from '../../platform/projection/projection.js';

/** A version of a rule as the deadline view needs it; made from the law packs, so that law stays data. */
export interface Fristregel {
  readonly id: string;
  readonly navn: string;
  readonly regime: 'SEL' | 'BL' | 'begge';
  readonly hjemmel: string;
  readonly ansvarlig: string;
  /** V read in the law, S in a secondary source; shown to the caseworker. */
  readonly tillid: string;
  readonly gyldigFra: string;
  readonly gyldigTil?: string | undefined;
  readonly udloeser: { readonly haendelse: string; readonly noegle: string; readonly dato: string };
  readonly betingelser: readonly { readonly felt: string; readonly er: unknown }[];
  readonly opfyldtAf: readonly { readonly haendelse: string; readonly noegle: string; readonly dato: string }[];
  readonly bortfalderVed: readonly { readonly haendelse: string; readonly noegle: string }[];
  /** Events that move the deadline forward to their own date, for the running measures that they name. */
  readonly fremrykkesVed: readonly { readonly haendelse: string; readonly dato: string }[];
  /** From the date that the trigger names (and, where the law lets the case decide, a field with the date itself). */
  beregn(
    start: string,
    haendelse: Readonly<Record<string, unknown>>,
    fremrykketTil?: string,
  ): { readonly forfald: string; readonly advis: string | null; readonly forklaring: string } | null;
}

/** End of the due day in Copenhagen, or the instant itself for deadlines by the clock. */
function forfaldstidspunkt(forfald: string): string {
  return utc(forfald.length > 10 ? iMillisekunder(forfald) : doegnetsStart(plusDage(forfald, 1)) - 1);
}

/** Start of a day in Copenhagen, or the instant itself. */
function tidspunkt(vaerdi: string): string {
  return utc(vaerdi.length > 10 ? iMillisekunder(vaerdi) : doegnetsStart(vaerdi));
}

function utc(ms: number): string {
  return new Date(ms).toISOString();
}

function tekst(vaerdi: unknown): string | null {
  return typeof vaerdi === 'string' ? vaerdi : null;
}

/** An event may be about one thing or several (a follow-up on three measures). */
function noegler(event: ClearEvent, felt: string): readonly string[] {
  const vaerdi = event.data[felt];
  if (Array.isArray(vaerdi)) return vaerdi.filter((v): v is string => typeof v === 'string');
  return typeof vaerdi === 'string' ? [vaerdi] : [];
}

const ANSVARSHAENDELSER = [
  'sagsstyring.SagTildelt',
  'sagsstyring.OverdragelseAccepteret',
  'sagsstyring.UnderretningScreenet',
];

/**
 * Every deadline that the law packs know, opened by the event that triggers it and met by the event that satisfies it.
 * The row keeps the rule, its version, how the date was computed and what met it. Status depends on the time of asking
 * and is never stored.
 */
export function fristerProjection(regler: readonly Fristregel[], version: number): Projection {
  const udloestAf = grupper(regler, (r) => [r.udloeser.haendelse]);
  const opfyldtAf = grupper(regler, (r) => r.opfyldtAf.map((o) => o.haendelse));
  const bortfalderVed = grupper(regler, (r) => r.bortfalderVed.map((b) => b.haendelse));
  const fremrykkesVed = grupper(regler, (r) => r.fremrykkesVed.map((f) => f.haendelse));
  return {
    name: 'sagsstyring.frister',
    version,
    contexts: ['sagsstyring', 'ics', 'oekonomi'],
    events: [
      ...new Set([
        ...udloestAf.keys(),
        ...opfyldtAf.keys(),
        ...bortfalderVed.keys(),
        ...fremrykkesVed.keys(),
        ...ANSVARSHAENDELSER,
      ]),
    ],
    tables: [
      {
        name: 'frist',
        columns: {
          regel: { type: 'text' },
          noegle: { type: 'uuid' },
          udloest_position: { type: 'bigint' },
          navn: { type: 'text' },
          regime: { type: 'text' },
          hjemmel: { type: 'text' },
          ansvarlig_rolle: { type: 'text' },
          tillid: { type: 'text' },
          barn_id: { type: 'uuid', nullable: true },
          sag_id: { type: 'uuid', nullable: true },
          start: { type: 'text' },
          forfald: { type: 'timestamptz' },
          forfald_tekst: { type: 'text' },
          advis: { type: 'date', nullable: true },
          forklaring: { type: 'text' },
          opfyldt: { type: 'timestamptz', nullable: true },
          opfyldt_af: { type: 'text', nullable: true },
          opfyldt_position: { type: 'bigint', nullable: true },
          bortfaldet_position: { type: 'bigint', nullable: true },
          /** The deadline before it was moved forward, and the position that moved it: what was known earlier can be asked for. */
          foer: { type: 'jsonb', nullable: true },
        },
        key: ['noegle', 'regel', 'udloest_position'],
        indexes: [
          { columns: ['forfald', 'noegle'], where: 'opfyldt_position IS NULL AND bortfaldet_position IS NULL' },
          { columns: ['sag_id', 'forfald'] },
        ],
      },
      {
        name: 'ansvar',
        columns: { sag_id: { type: 'uuid' }, sagsbehandler: { type: 'text' }, team: { type: 'text', nullable: true } },
        key: ['sag_id'],
        indexes: [{ columns: ['sagsbehandler'] }, { columns: ['team'] }],
      },
    ],
    project(event: ClearEvent, write: Writer): void {
      for (const regel of bortfalderVed.get(event.type) ?? []) bortfald(regel, event, write);
      for (const regel of fremrykkesVed.get(event.type) ?? []) fremryk(regel, event, write);
      for (const regel of opfyldtAf.get(event.type) ?? []) opfyld(regel, event, write);
      for (const regel of udloestAf.get(event.type) ?? []) udloes(regel, event, write);
      noterAnsvar(event, write);
    },
  };
}

function grupper(
  regler: readonly Fristregel[],
  typer: (regel: Fristregel) => readonly string[],
): ReadonlyMap<string, readonly Fristregel[]> {
  const grupper = new Map<string, Fristregel[]>();
  for (const regel of regler) {
    for (const type of new Set(typer(regel))) grupper.set(type, [...(grupper.get(type) ?? []), regel]);
  }
  return grupper;
}

function udloes(regel: Fristregel, event: ClearEvent, write: Writer): void {
  const start = tekst(event.data[regel.udloeser.dato]);
  if (start === null || regel.betingelser.some((b) => event.data[b.felt] !== b.er)) return;
  const dag = lokalDato(start);
  if (!gaelder(regel, dag)) return;
  const frist = regel.beregn(start, event.data);
  if (frist === null) return;
  for (const noegle of noegler(event, regel.udloeser.noegle)) {
    write.insert('frist', {
      regel: regel.id,
      noegle,
      udloest_position: event.position,
      navn: regel.navn,
      regime: regel.regime,
      hjemmel: regel.hjemmel,
      ansvarlig_rolle: regel.ansvarlig,
      tillid: regel.tillid,
      barn_id: tekst(event.data['barnId']),
      sag_id: tekst(event.data['sagId']),
      start,
      forfald: forfaldstidspunkt(frist.forfald),
      forfald_tekst: frist.forfald,
      advis: frist.advis,
      forklaring: frist.forklaring,
      opfyldt: null,
      opfyldt_af: null,
      opfyldt_position: null,
      bortfaldet_position: null,
      foer: null,
    });
  }
}

function opfyld(regel: Fristregel, event: ClearEvent, write: Writer): void {
  for (const kilde of regel.opfyldtAf) {
    if (kilde.haendelse !== event.type) continue;
    const hvornaar = tekst(event.data[kilde.dato]) ?? event.registreret;
    for (const noegle of noegler(event, kilde.noegle)) {
      write.updateWhere(
        'frist',
        { regel: regel.id, noegle, opfyldt_position: null, bortfaldet_position: null },
        { opfyldt: tidspunkt(hvornaar), opfyldt_af: event.type, opfyldt_position: event.position },
      );
    }
  }
}

function bortfald(regel: Fristregel, event: ClearEvent, write: Writer): void {
  for (const kilde of regel.bortfalderVed) {
    if (kilde.haendelse !== event.type) continue;
    for (const noegle of noegler(event, kilde.noegle)) {
      write.updateWhere(
        'frist',
        { regel: regel.id, noegle, opfyldt_position: null, bortfaldet_position: null },
        { bortfaldet_position: event.position },
      );
    }
  }
}

// BL § 95, stk. 2: the first follow-up is due at the earliest of three months and the end of a parallel investigation. The
// event names the measures that ran and when they started, so that the projection need not read what it wrote before.
function fremryk(regel: Fristregel, event: ClearEvent, write: Writer): void {
  const kilde = regel.fremrykkesVed.find((f) => f.haendelse === event.type);
  const dato = kilde === undefined ? null : tekst(event.data[kilde.dato]);
  const indsatser = event.data['igangvaerendeIndsatser'];
  if (dato === null || !Array.isArray(indsatser)) return;
  for (const indsats of indsatser as readonly Readonly<Record<string, unknown>>[]) {
    const noegle = tekst(indsats['indsatsId']);
    const start = tekst(indsats['ivaerksatDato']);
    if (noegle === null || start === null || !gaelder(regel, start)) continue;
    const uden = regel.beregn(start, event.data);
    const frist = regel.beregn(start, event.data, dato);
    if (uden === null || frist === null || frist.forfald >= uden.forfald) continue;
    write.updateWhere(
      'frist',
      { regel: regel.id, noegle, opfyldt_position: null, bortfaldet_position: null },
      {
        forfald: forfaldstidspunkt(frist.forfald),
        forfald_tekst: frist.forfald,
        advis: frist.advis,
        forklaring: frist.forklaring,
        foer: { position: event.position, ...uden, forfaldTid: forfaldstidspunkt(uden.forfald) },
      },
    );
  }
}

function gaelder(regel: Fristregel, dag: string): boolean {
  return dag >= regel.gyldigFra && (regel.gyldigTil === undefined || dag <= regel.gyldigTil);
}

function noterAnsvar(event: ClearEvent, write: Writer): void {
  const sag_id = tekst(event.data['sagId']);
  if (sag_id === null) return;
  switch (event.type) {
    case 'sagsstyring.SagTildelt':
      write.upsert('ansvar', { sag_id, sagsbehandler: event.data['sagsbehandler'], team: event.data['team'] ?? null });
      return;
    case 'sagsstyring.OverdragelseAccepteret':
      write.upsert('ansvar', { sag_id, sagsbehandler: event.data['til'], team: event.data['tilTeam'] ?? null });
      return;
    case 'sagsstyring.UnderretningScreenet':
      // From the screening the notification's deadlines belong to the case's caseworker.
      write.updateWhere('frist', { noegle: event.data['underretningId'], sag_id: null }, { sag_id });
      return;
    default:
      return;
  }
}
