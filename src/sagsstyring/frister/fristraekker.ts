import { lokalDato } from '../../faelles/lokal_dato.js';
import { type Beregnbarregel } from '../../faelles/lov/fristregler.js';
import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Setting, type Writer } from '../../platform/projection/projection.js';
import { kommunevalg } from '../serviceniveauer/kommunevalg.js';
import { afventende, type Data, forfaldstidspunkt, tekst } from './haendelsesfelter.js';

/** One event, what the municipality had decided before it, and where it is written. */
export interface Omstaendigheder {
  readonly event: ClearEvent;
  readonly settings: readonly Setting[];
  readonly write: Writer;
  /** Where in the log the corrected event stands, for a correction that says so: another may have the same day. */
  readonly rettetPosition?: number | undefined;
}

/** All versions of one rule: the start's date decides which of them counts. */
export type Udgaver = readonly [Beregnbarregel, ...Beregnbarregel[]];

export interface Beregnet {
  readonly regel: Beregnbarregel;
  readonly start: string;
  readonly forfald: string;
  readonly advis: string | null;
  readonly forklaring: string;
  /** The due date, when the end of an investigation moved it forward. */
  readonly fremrykketTil: string | null;
}

/** What a rule makes of the facts; null when it is not in force on their date or a condition is not met. */
export function beregn(
  regel: Beregnbarregel,
  data: Data,
  start: unknown,
  settings: readonly Setting[],
  mere: { readonly fremrykketTil?: string | undefined; readonly kunNaevnte?: boolean } = {},
): Beregnet | null {
  if (typeof start !== 'string' || !regel.gaelder(start)) return null;
  const valg = {
    kommune: kommunevalg(settings, regel.niveauregel, lokalDato(start)),
    kunNaevnte: mere.kunNaevnte === true,
  };
  const uden = regel.beregn(start, data, valg);
  if (uden === null) return null;
  const { fremrykketTil } = mere;
  const frist = fremrykketTil === undefined ? uden : (regel.beregn(start, data, { ...valg, fremrykketTil }) ?? uden);
  return { regel, start, ...frist, fremrykketTil: frist.forfald < uden.forfald ? frist.forfald : null };
}

/** The trigger's own field with the end of an investigation, when the rule reads one of it. */
export function egenFremrykning(regel: Beregnbarregel): string | undefined {
  return regel.fremrykkesVed.find(({ haendelse }) => haendelse === regel.udloeser.haendelse)?.dato;
}

/** The reckoning of the version that counts. */
export function beregnUdgaver(
  udgaver: Udgaver,
  data: Data,
  settings: readonly Setting[],
  { haendelse, kunNaevnte = false }: { readonly haendelse: string; readonly kunNaevnte?: boolean },
): Beregnet | null {
  for (const regel of udgaver) {
    if (regel.udloeser.haendelse !== haendelse) continue;
    const egen = egenFremrykning(regel);
    const fremrykketTil = egen === undefined ? undefined : (tekst(data[egen]) ?? undefined);
    const fundet = beregn(regel, data, data[regel.udloeser.dato], settings, { kunNaevnte, fremrykketTil });
    if (fundet !== null) return fundet;
  }
  return null;
}

export function aabn(frist: Beregnet, data: Data, om: Omstaendigheder, udloestAf = om.event.type): void {
  for (const noegle of afventende(data, frist.regel.udloeser.noegle)) {
    indsaet(frist.regel, noegle, data, om, { udloest_af: udloestAf, ...datoen(frist, om) });
    noterBeregning(frist, noegle, 'udloest', om, om.event.position);
  }
}

/**
 * A row for a deadline that there is not, kept out of every list. A later correction may give it a date, and then what
 * has met it or put an end to it in the meantime stands on it.
 */
export function forbered(regel: Beregnbarregel, start: string, data: Data, om: Omstaendigheder): void {
  for (const noegle of afventende(data, regel.udloeser.noegle)) {
    indsaet(regel, noegle, data, om, {
      udloest_af: om.event.type,
      start,
      forfald: null,
      forfald_tekst: null,
      advis: null,
      forklaring: null,
      beregnet_position: om.event.position,
      beregnet_af: om.event.type,
    });
  }
}

function indsaet(
  regel: Beregnbarregel,
  noegle: string,
  data: Data,
  om: Omstaendigheder,
  raekke: Readonly<Record<string, unknown>>,
): void {
  om.write.insert('frist', {
    regel: regel.id,
    noegle,
    udloest_position: om.event.position,
    barn_id: tekst(data['barnId']),
    sag_id: tekst(data['sagId']),
    ...afReglen(regel),
    fremrykket_til: null,
    ...raekke,
    aaben: true,
    ...IKKE_OPFYLDT,
    ...IKKE_BORTFALDET,
  });
}

const IKKE_OPFYLDT = {
  opfyldt: null,
  opfyldt_af: null,
  opfyldt_position: null,
  opfyldt_rettet_position: null,
};

export const IKKE_BORTFALDET = {
  bortfaldet: null,
  bortfaldet_af: null,
  bortfaldet_position: null,
  bortfaldet_rettet_position: null,
};

export function afReglen(regel: Beregnbarregel) {
  const { navn, regime, gyldigFra, hjemmel, ansvarlig, tillid } = regel;
  return { navn, regime, regel_fra: gyldigFra, hjemmel, ansvarlig_rolle: ansvarlig, tillid };
}

export function datoen(frist: Beregnet, om: Omstaendigheder) {
  return {
    start: frist.start,
    forfald: forfaldstidspunkt(frist.forfald),
    forfald_tekst: frist.forfald,
    advis: frist.advis,
    forklaring: frist.forklaring,
    fremrykket_til: frist.fremrykketTil,
    beregnet_position: om.event.position,
    beregnet_af: om.event.type,
  };
}

export function noterBeregning(
  { regel, start, forfald, advis, forklaring }: Beregnet,
  noegle: string,
  aarsag: 'udloest' | 'fremrykket' | 'rettet',
  { event, write }: Omstaendigheder,
  udloestPosition?: number,
): void {
  write.insert('beregning', {
    regel: regel.id,
    noegle,
    position: event.position,
    udloest_position: udloestPosition ?? null,
    aarsag,
    haendelse: event.type,
    regime: regel.regime,
    regel_fra: regel.gyldigFra,
    hjemmel: regel.hjemmel,
    start,
    forfald_tekst: forfald,
    advis,
    forklaring,
  });
}

/** That what was said of a deadline's end is another: for who asks what was known before. */
export function noterSlutrettelse(
  { event, write, rettetPosition }: Omstaendigheder,
  hvad: {
    readonly regel: string;
    readonly noegle: string;
    readonly felt: 'opfyldt' | 'bortfaldet' | 'taget';
    readonly rettet: string;
    readonly foer: string | null;
    readonly ny: string | null;
  },
): void {
  write.insert('slutrettelse', {
    ...hvad,
    position: event.position,
    rettelse: event.type,
    rettet_position: rettetPosition ?? null,
  });
}
