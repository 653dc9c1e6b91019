import { Type } from '@sinclair/typebox';
import { Fritekst, Id, Kode, Tidspunkt, Valgfri } from '../../faelles/felter.js';
import { RETTELSESHJEMMEL } from '../../faelles/rettelse.js';
import { declareEvent, type DomainEvent, type EventDeclaration } from '../eventstore/event-declaration.js';
import { type ClearEvent } from '../eventstore/event-store.js';
import { type Row, type Writer } from '../projection/projection.js';

/** Ends the name of every context's one event for a day that was recorded wrongly. */
const NAVN = '.DatoRettet';

/** The type of the corrections of a context's events, by its name or by one of them. */
export function datoRettetType(haendelse: string): string {
  return `${haendelse.replace(/\..*$/, '')}${NAVN}`;
}

const Klare = Type.Record(Type.String(), Type.Unknown());

/**
 * A context's event for days that were recorded wrongly, whichever of its events they are in. It stands in the corrected
 * event's own stream and states that event's clear facts anew, so that whoever follows the log can follow the correction
 * without looking anything up.
 */
export function datoRettet(kontekst: string, egne: () => readonly EventDeclaration[]) {
  return declareEvent({
    type: `${kontekst}${NAVN}` as const,
    version: 1,
    beskrivelse:
      'En dag, der var registreret forkert, er rettet; det, der hviler på den, følger med. `haendelse` er den rettede hændelses åbne felter, som de er nu, og `foer` det, der stod.',
    schema: Type.Object({
      barnId: Id,
      sagId: Valgfri(Id),
      /** What is corrected, and which of its stream's events it is (1, 2 …). */
      rettetType: Kode,
      rettetVersion: Type.Integer({ minimum: 1 }),
      haendelse: Klare,
      foer: Klare,
      rettet: Tidspunkt,
      begrundelse: Fritekst(),
    }),
    sealed: { barnId: ['begrundelse'] },
    category: 'administration',
    legalBasis: { begge: RETTELSESHJEMMEL },
    journal: (d) => ({
      overskrift: 'En dag er rettet',
      tekst: `${egne().find(({ type }) => type === d.rettetType)?.beskrivelse ?? d.rettetType} ${Object.entries(d.foer)
        .map(([felt, gammel]) => `${dag(d.haendelse[felt])}, ikke ${dag(gammel)}.`)
        .join(' ')} ${d.begrundelse}`,
    }),
  });
}

const dag = (vaerdi: unknown): string => (typeof vaerdi === 'string' ? vaerdi : 'ingen dag');

interface Rettelse {
  readonly rettetType: string;
  readonly rettetVersion: number;
  readonly haendelse: Readonly<Record<string, unknown>>;
  readonly foer: Readonly<Record<string, unknown>>;
}

export function erDatorettelse(event: Pick<DomainEvent, 'type'>): boolean {
  return event.type.endsWith(NAVN);
}

function rettelsen(event: { readonly data: unknown }): Rettelse {
  // The event's schema was checked when it was written.
  return event.data as Rettelse;
}

/** A stream's events with the right days; the corrections themselves keep their places. */
export function rettetPaaPlads<E extends DomainEvent>(events: readonly E[]): readonly E[] {
  if (!events.some(erDatorettelse)) return events;
  const rettede = [...events];
  for (const event of events.filter(erDatorettelse)) {
    const { rettetVersion, haendelse, foer } = rettelsen(event);
    const rettet = rettede[rettetVersion - 1];
    // Only what the correction changed: the rest may since have been brought to a newer version of its schema.
    const nyt = Object.fromEntries(Object.keys(foer).map((felt) => [felt, haendelse[felt]]));
    if (rettet !== undefined) rettede[rettetVersion - 1] = { ...rettet, data: { ...rettet.data, ...nyt } };
  }
  return rettede;
}

/** A stream's events as they are known to have been: with the right days, and without the corrections themselves. */
export function medRettelser<E extends DomainEvent>(events: readonly E[]): readonly E[] {
  return events.some(erDatorettelse) ? rettetPaaPlads(events).filter((event) => !erDatorettelse(event)) : events;
}

/** What a correction says of the event it corrects: that event's type and facts, and what was said before. */
export function rettetHaendelse(event: ClearEvent):
  | {
      readonly type: string;
      /** Which of the stream's events it is (1, 2 …). */
      readonly version: number;
      readonly data: ClearEvent['data'];
      readonly foer: ClearEvent['data'];
    }
  | undefined {
  if (!erDatorettelse(event)) return undefined;
  const { rettetType, rettetVersion: version, haendelse, foer } = rettelsen(event);
  return { type: rettetType, version, data: haendelse, foer };
}

/** Where a read model keeps the days of events: per type of event, per field, the column. */
export type Dagkolonner = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Puts the days right in rows that still show what was said before; a row that a later event has moved on stays. */
export function retKolonner(
  event: ClearEvent,
  write: Writer,
  om: { readonly tabel: string; readonly noegle: (data: ClearEvent['data']) => Row; readonly kolonner: Dagkolonner },
): void {
  const rettet = rettetHaendelse(event);
  if (rettet === undefined) return;
  const kolonner = om.kolonner[rettet.type] ?? {};
  for (const [felt, gammel] of Object.entries(rettet.foer)) {
    const kolonne = kolonner[felt];
    if (kolonne === undefined) continue;
    write.updateWhere(om.tabel, { ...om.noegle(rettet.data), [kolonne]: gammel }, { [kolonne]: rettet.data[felt] });
  }
}
