import { lokalDato } from '../../faelles/lokal_dato.js';
import { type Beregnbarregel } from '../../faelles/lov/fristregler.js';
import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Setting, type Writer } from '../../platform/projection/projection.js';
import { kommunevalg } from '../serviceniveauer/kommunevalg.js';
import { type Data, forfaldstidspunkt, noegler, tekst, tidspunkt } from './haendelsesfelter.js';

/** One event, what the municipality had decided before it, and where it is written. */
export interface Omstaendigheder {
  readonly event: ClearEvent;
  readonly settings: readonly Setting[];
  readonly write: Writer;
}

interface Beregnet {
  readonly regel: Beregnbarregel;
  readonly start: string;
  readonly forfald: string;
  readonly advis: string | null;
  readonly forklaring: string;
}

/** What a rule makes of the facts; null when it is not in force on their date or a condition is not met. */
function beregn(
  regel: Beregnbarregel,
  data: Data,
  start: unknown,
  settings: readonly Setting[],
  fremrykketTil?: string,
): Beregnet | null {
  if (typeof start !== 'string' || !regel.gaelder(start)) return null;
  const frist = regel.beregn(start, data, {
    kommune: kommunevalg(settings, regel.id, lokalDato(start)),
    ...(fremrykketTil === undefined ? {} : { fremrykketTil }),
  });
  return frist === null ? null : { regel, start, ...frist };
}

export function udloes(regel: Beregnbarregel, om: Omstaendigheder): void {
  const { data } = om.event;
  const frist = beregn(regel, data, data[regel.udloeser.dato], om.settings);
  if (frist !== null) aabn(frist, data, om);
}

function aabn({ regel, start, ...frist }: Beregnet, data: Data, om: Omstaendigheder): void {
  for (const noegle of noegler(data, regel.udloeser.noegle)) {
    om.write.insert('frist', {
      regel: regel.id,
      noegle,
      udloest_position: om.event.position,
      barn_id: tekst(data['barnId']),
      sag_id: tekst(data['sagId']),
      ...afReglen(regel),
      ...datoen({ regel, start, ...frist }, om),
      opfyldt: null,
      opfyldt_af: null,
      opfyldt_position: null,
      bortfaldet_position: null,
    });
    noterBeregning({ regel, start, ...frist }, noegle, 'udloest', om);
  }
}

function afReglen(regel: Beregnbarregel) {
  const { navn, regime, gyldigFra, hjemmel, ansvarlig, tillid } = regel;
  return { navn, regime, regel_fra: gyldigFra, hjemmel, ansvarlig_rolle: ansvarlig, tillid };
}

function datoen(frist: Beregnet, om: Omstaendigheder) {
  return {
    start: frist.start,
    forfald: forfaldstidspunkt(frist.forfald),
    forfald_tekst: frist.forfald,
    advis: frist.advis,
    forklaring: frist.forklaring,
    beregnet_position: om.event.position,
  };
}

function noterBeregning(
  { regel, start, forfald, advis, forklaring }: Beregnet,
  noegle: string,
  aarsag: 'udloest' | 'fremrykket' | 'rettet',
  { event, write }: Omstaendigheder,
): void {
  write.insert('beregning', {
    regel: regel.id,
    noegle,
    position: event.position,
    aarsag,
    haendelse: event.type,
    regime: regel.regime,
    hjemmel: regel.hjemmel,
    start,
    forfald_tekst: forfald,
    advis,
    forklaring,
  });
}

export function opfyld(regel: Beregnbarregel, { event, write }: Omstaendigheder): void {
  for (const kilde of regel.opfyldtAf) {
    if (kilde.haendelse !== event.type) continue;
    const hvornaar = tekst(event.data[kilde.dato]) ?? event.registreret;
    for (const noegle of noegler(event.data, kilde.noegle)) {
      write.updateWhere(
        'frist',
        { regel: regel.id, noegle, opfyldt_position: null, bortfaldet_position: null },
        { opfyldt: tidspunkt(hvornaar), opfyldt_af: event.type, opfyldt_position: event.position },
      );
    }
  }
}

export function bortfald(regel: Beregnbarregel, { event, write }: Omstaendigheder): void {
  for (const kilde of regel.bortfalderVed) {
    if (kilde.haendelse !== event.type) continue;
    for (const noegle of noegler(event.data, kilde.noegle)) {
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
export function fremryk(regel: Beregnbarregel, om: Omstaendigheder): void {
  const { data } = om.event;
  const kilde = regel.fremrykkesVed.find((f) => f.haendelse === om.event.type);
  const dato = kilde === undefined ? null : tekst(data[kilde.dato]);
  const indsatser = data['igangvaerendeIndsatser'];
  if (dato === null || !Array.isArray(indsatser)) return;
  for (const indsats of indsatser as readonly Data[]) {
    const noegle = tekst(indsats['indsatsId']);
    const uden = beregn(regel, data, indsats['ivaerksatDato'], om.settings);
    const frist = beregn(regel, data, indsats['ivaerksatDato'], om.settings, dato);
    if (noegle === null || uden === null || frist === null || frist.forfald >= uden.forfald) continue;
    om.write.updateWhere(
      'frist',
      { regel: regel.id, noegle, opfyldt_position: null, bortfaldet_position: null },
      datoen(frist, om),
    );
    noterBeregning(frist, noegle, 'fremrykket', om);
  }
}

/**
 * A corrected fact moves the deadline it started; what met it still does. `udgaver` are all versions of one rule: the
 * corrected date may lie under the other act. What the fact was before stands in the event's `foer`.
 */
export function ret(udgaver: readonly Beregnbarregel[], om: Omstaendigheder): void {
  const efterRettelsen = om.event.data;
  const sagtFoer = { ...efterRettelsen, ...(efterRettelsen['foer'] as Data | undefined) };
  const paa = (data: Data): Beregnet | null =>
    udgaver.reduce<Beregnet | null>(
      (fundet, regel) => fundet ?? beregn(regel, data, data[regel.udloeser.dato], om.settings),
      null,
    );
  const [foer, efter] = [paa(sagtFoer), paa(efterRettelsen)];
  if (foer === null) {
    if (efter !== null) aabn(efter, efterRettelsen, om);
    return;
  }
  for (const noegle of noegler(efterRettelsen, foer.regel.udloeser.noegle)) {
    if (efter === null) {
      om.write.updateWhere(
        'frist',
        { regel: foer.regel.id, noegle, opfyldt_position: null, bortfaldet_position: null },
        { bortfaldet_position: om.event.position },
      );
    } else if (efter.start !== foer.start || efter.forfald !== foer.forfald) {
      om.write.updateWhere(
        'frist',
        { regel: foer.regel.id, noegle },
        { ...afReglen(efter.regel), ...datoen(efter, om) },
      );
      noterBeregning(efter, noegle, 'rettet', om);
    }
  }
}
