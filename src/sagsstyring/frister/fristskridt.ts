import { type Beregnbarregel } from '../../faelles/lov/fristregler.js';
import { betingelseOpfyldt, type Regime } from '../../faelles/lov/regel.js';
import { lokalDato } from '../../faelles/lokal_dato.js';
import {
  aabn,
  beregn,
  type Beregnet,
  beregnUdgaver,
  datoen,
  forbered,
  noterBeregning,
  type Omstaendigheder,
  type Udgaver,
} from './fristraekker.js';
import { type Data, forfaldstidspunkt, noegler, tekst, tidspunkt } from './haendelsesfelter.js';
import { RETTES_VED } from './rettelser.js';

/** What meets the deadlines of a rule or makes them lapse; the same in all its versions that say so. */
export interface Slutkilde {
  readonly regel: string;
  readonly kilde: {
    readonly noegle: string;
    readonly dato?: string | undefined;
    readonly ikkeFoerStart?: boolean | undefined;
    readonly betingelser?: Beregnbarregel['opfyldtAf'][number]['betingelser'];
  };
}

/**
 * Opens the deadline of one rule, or keeps a row for it where a later correction may give it a date. A correction of an
 * event's own may carry it into the other act; a context's cannot, so only the rules of the act are prepared for.
 */
export function udloes(udgaver: Udgaver, om: Omstaendigheder, regime: (dato: string) => Regime): void {
  const { data, type } = om.event;
  const frist = beregnUdgaver(udgaver, data, om.settings, { haendelse: type });
  if (frist !== null) {
    aabn(frist, data, om);
    return;
  }
  const mulig = muligUdgave(udgaver, data, type);
  if (mulig === undefined) return;
  const iLoven = mulig.regel.regime === 'begge' || mulig.regel.regime === regime(lokalDato(mulig.start));
  if (iLoven || RETTES_VED.has(type)) forbered(mulig.regel, mulig.start, data, om);
}

/** The version that another date could make count: its conditions hold, only there is no date by it now. */
export function muligUdgave(
  udgaver: Udgaver,
  data: Data,
  haendelse: string,
  kunNaevnte = false,
): { readonly regel: Beregnbarregel; readonly start: string } | undefined {
  const mulige = udgaver.flatMap((regel) => {
    const start = tekst(data[regel.udloeser.dato]);
    return regel.udloeser.haendelse === haendelse && start !== null && regel.rammer(data, kunNaevnte)
      ? [{ regel, start }]
      : [];
  });
  return mulige.find(({ regel, start }) => regel.gaelder(start)) ?? mulige.at(-1);
}

export function opfyld({ regel, kilde }: Slutkilde, om: Omstaendigheder): void {
  if (!(kilde.betingelser ?? []).every((b) => betingelseOpfyldt(b, om.event.data))) return;
  slut('opfyldt', { regel, kilde }, om);
}

export function bortfald(kilde: Slutkilde, om: Omstaendigheder): void {
  slut('bortfaldet', kilde, om);
}

// Also of one that a correction has taken away: another may give it back, and then this has happened all the same. One
// condition, or a batch that both opens and ends deadlines is many statements: the read model was built seventeen times slower.
function slut(hvordan: 'opfyldt' | 'bortfaldet', { regel, kilde }: Slutkilde, { event, write }: Omstaendigheder): void {
  const dag = kilde.dato === undefined ? null : tekst(event.data[kilde.dato]);
  const set = {
    aaben: false,
    [hvordan]: tidspunkt(dag ?? event.registreret),
    ...{ [`${hvordan}_af`]: event.type, [`${hvordan}_position`]: event.position },
  };
  // A follow-up that is recorded late was held before the next one was due at all (SEL § 70, BL § 95).
  const begyndt =
    kilde.ikkeFoerStart === true && dag !== null
      ? ({ column: 'start', is: '<=', value: lokalDato(dag) } as const)
      : undefined;
  for (const noegle of noegler(event.data, kilde.noegle))
    write.updateWhere('frist', { regel, noegle, aaben: true }, set, begyndt);
}

// BL § 95, stk. 2: the first follow-up is due at the earliest of three months and the end of a parallel investigation. The
// event names the measures that ran and when they started, so that the projection need not read what it wrote before. Of
// two investigations the one that ended first counts, in whichever order they were recorded: hence the bound.
export function fremryk(regel: Beregnbarregel, om: Omstaendigheder): void {
  const { data, type } = om.event;
  for (const { noegle, ivaerksatDato, dato } of fremrykninger(regel, data, type)) {
    const frist = beregn(regel, data, ivaerksatDato, om.settings, { fremrykketTil: dato });
    if (frist === null || frist.fremrykketTil === null) continue;
    fremrykTil(frist, noegle, om);
    noterBeregning(frist, noegle, 'fremrykket', om);
  }
}

/** Only where it is earlier than what stands. */
export function fremrykTil(frist: Beregnet, noegle: string, om: Omstaendigheder): void {
  om.write.updateWhere(
    'frist',
    { regel: frist.regel.id, noegle, opfyldt_position: null, bortfaldet_position: null },
    datoen(frist, om),
    { column: 'forfald', is: '>', value: forfaldstidspunkt(frist.forfald) },
  );
}

/** The measures that an event moves the first follow-up of, by this rule. */
export function fremrykninger(
  regel: Beregnbarregel,
  data: Data,
  haendelse: string,
): readonly { readonly noegle: string; readonly ivaerksatDato: unknown; readonly dato: string }[] {
  const kilde = regel.fremrykkesVed.find((f) => f.haendelse === haendelse);
  const dato = kilde === undefined ? null : tekst(data[kilde.dato]);
  const indsatser = data['igangvaerendeIndsatser'];
  if (dato === null || !Array.isArray(indsatser)) return [];
  return (indsatser as readonly Data[]).flatMap((indsats) => {
    const noegle = tekst(indsats['indsatsId']);
    // Older events do not say which of them are placements; then both rules are tried, and one has no such deadline.
    const { art } = indsats;
    const andenArt = typeof art === 'string' && regel.udloeser.noegle !== `${art}Id`;
    return noegle === null || andenArt ? [] : [{ noegle, ivaerksatDato: indsats['ivaerksatDato'], dato }];
  });
}
