import {
  beregnFrist,
  fastsatFrist,
  STANDARDPARAMETRE,
  type Beregningsregel,
  type Enhed,
  type Frist,
  type Fristparametre,
} from '../frist.js';
import { lokalDato } from '../lokal_dato.js';
import { gaelder } from '../periode.js';
import { type Lovpakke } from './lovpakke.js';
import { beregningsregel, betingelseOpfyldt, type Regel, type Regime } from './regel.js';

/** What a municipality has decided for a rule on a date. */
export interface Kommunevalg {
  readonly parametre: Fristparametre;
  /** Its own service level; only local rules listen to it. */
  readonly niveau?: { readonly maengde: number; readonly enhed: Enhed } | undefined;
}

export interface Fristvalg {
  readonly kommune?: Kommunevalg | undefined;
  /** Date of an event that moves the deadline forward. */
  readonly fremrykketTil?: string;
  /** A correction says anew only what it is about: conditions on other fields held when the deadline was opened. */
  readonly kunNaevnte?: boolean;
}

/** A rule that an event can start, ready for a view of deadlines: everything it needs, nothing about how law is stored. */
export interface Beregnbarregel {
  readonly id: string;
  readonly navn: string;
  readonly regime: Regime | 'begge';
  readonly hjemmel: string;
  readonly ansvarlig: string;
  readonly tillid: string;
  readonly gyldigFra: string;
  /**
   * Whether the version is the one for this start. The start's date decides; for a rule that counts from an age the start
   * is the day the person turns it, and the due date decides, when the duty is there.
   */
  gaelder(start: string): boolean;
  readonly udloeser: NonNullable<Regel['udloeser']>;
  /** The rule whose level of the municipality's counts here; most often itself. */
  readonly niveauregel: string;
  /** The trigger's field with a date that the case itself decided, where there is one. */
  readonly datofelt?: string | undefined;
  /** Whether the trigger meets all conditions of the rule, or those on the fields that it has. */
  rammer(haendelse: Readonly<Record<string, unknown>>, kunNaevnte?: boolean): boolean;
  readonly opfyldtAf: Regel['opfyldtAf'];
  readonly bortfalderVed: Regel['bortfalderVed'];
  /** Events that move the deadline forward to their own date; give it as `fremrykketTil`. */
  readonly fremrykkesVed: NonNullable<Regel['fremrykkesVed']>;
  /** Null when the trigger does not start the deadline: a condition is not met, no date or local level was decided. */
  beregn(
    start: string,
    haendelse: Readonly<Record<string, unknown>>,
    valg?: Fristvalg,
  ): { readonly forfald: string; readonly advis: string | null; readonly forklaring: string } | null;
}

/**
 * The rules that a known event starts and that have a date: those that are on, and the local ones, which wait for the
 * municipality. A rule for the earliest possible date is not among them: nobody can miss it.
 */
export function fristregler(lov: Lovpakke): readonly Beregnbarregel[] {
  return lov.alleRegler.flatMap((regel) => {
    const { udloeser, id, navn, regime, hjemmel, ansvarlig, tillid, gyldigFra, opfyldtAf, bortfalderVed } = regel;
    if (udloeser === null || regel.tidligst === true) return [];
    const harDato = regel.maengde !== undefined || regel.datofelt !== undefined;
    if (!(regel.aktiv && harDato) && !harNiveau(regel)) return [];
    return [
      {
        id,
        navn,
        regime,
        hjemmel,
        ansvarlig,
        tillid,
        gyldigFra,
        gaelder: (start: string) => gaelder(regel, lovdag(regel, lokalDato(start))),
        udloeser,
        niveauregel: regel.niveauFra ?? id,
        datofelt: regel.datofelt,
        rammer: (haendelse: Readonly<Record<string, unknown>>, kunNaevnte = false) =>
          rammer(regel, haendelse, kunNaevnte),
        opfyldtAf,
        bortfalderVed,
        fremrykkesVed: regel.fremrykkesVed ?? [],
        beregn: (start: string, haendelse: Readonly<Record<string, unknown>>, valg: Fristvalg = {}) =>
          beregn(regel, start, haendelse, valg),
      },
    ];
  });
}

/** The day whose law applies to a deadline from this day. */
export function lovdag(regel: Regel, start: string): string {
  const laengde = regel.ankeralder === undefined ? undefined : beregningsregel(regel);
  return laengde === undefined ? start : beregnFrist(laengde, start).forfald;
}

/** Rules without an event that code counts with: when a letter is held to be received. */
const REGNES_UDEN_HAENDELSE: readonly string[] = ['brev-modtagelse'];

/**
 * Whether a municipality may set a level for the rule: not where the case decides the date, where another rule's level
 * counts, or where nothing would listen to it.
 */
export function tagerNiveau(regel: Regel): boolean {
  return regel.niveauFra === undefined && harNiveau(regel);
}

/** Whether the rule counts with a level, its own or another rule's. */
function harNiveau(regel: Regel): boolean {
  const bruges = regel.udloeser !== null || REGNES_UDEN_HAENDELSE.includes(regel.id);
  return regel.lokal && bruges && regel.datofelt === undefined && regel.hyppighed === undefined;
}

/** What the rule counts with under a level; undefined when it has neither a level nor an amount that is on. */
export function regelMedNiveau(regel: Regel, niveau: Kommunevalg['niveau']): Beregningsregel | undefined {
  const egen = beregningsregel(regel);
  if (niveau === undefined || !harNiveau(regel)) return regel.aktiv ? egen : undefined;
  return {
    taelHaendelsesdag: egen?.taelHaendelsesdag ?? false,
    retning: egen?.retning ?? 'FREM',
    forlaengVedLukkedag: egen?.forlaengVedLukkedag ?? false,
    maengde: niveau.maengde,
    enhed: niveau.enhed,
  };
}

function rammer(regel: Regel, haendelse: Readonly<Record<string, unknown>>, kunNaevnte: boolean): boolean {
  return regel.betingelser.every((b) => (kunNaevnte && !(b.felt in haendelse)) || betingelseOpfyldt(b, haendelse));
}

function beregn(
  regel: Regel,
  start: string,
  haendelse: Readonly<Record<string, unknown>>,
  valg: Fristvalg,
): { forfald: string; advis: string | null; forklaring: string } | null {
  if (!rammer(regel, haendelse, valg.kunNaevnte === true)) return null;
  const parametre = valg.kommune?.parametre ?? STANDARDPARAMETRE;
  if (regel.datofelt !== undefined) {
    const dato = haendelse[regel.datofelt];
    return typeof dato === 'string' ? medNull(fastsatFrist(dato, parametre)) : null;
  }
  const niveau = valg.kommune?.niveau;
  const laengde = regelMedNiveau(regel, niveau);
  if (laengde === undefined) return null;
  const frist = beregnFrist(laengde, start, parametre, valg.fremrykketTil);
  const lokal = niveau !== undefined && harNiveau(regel);
  return medNull(lokal ? { ...frist, forklaring: `Kommunens serviceniveau: ${frist.forklaring}` } : frist);
}

function medNull({ forfald, advis, forklaring }: Frist): { forfald: string; advis: string | null; forklaring: string } {
  return { forfald, advis: advis ?? null, forklaring };
}
