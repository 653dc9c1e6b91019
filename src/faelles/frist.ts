import { datoVed, iMillisekunder, klokkeslaetVed, medForskydning } from './dansk_tid.js';
import {
  datoTekst,
  erArbejdsdag,
  laegAarTil,
  laegMaanederTil,
  nteHverdag,
  plusDage,
  senesteArbejdsdag,
  type Hverdagsprofil,
  type Saerdag,
} from './kalender.js';
import { lokalDato } from './lokal_dato.js';

export type Enhed = 'TIME' | 'KALENDERDAG' | 'HVERDAG' | 'ARBEJDSDAG' | 'UGE' | 'MAANED' | 'AAR';

/** The part of a rule that says how long. */
export interface Beregningsregel {
  readonly maengde: number;
  readonly enhed: Enhed;
  /** Whether the day of the event is day 1. Only the chairman's provisional decision counts so. */
  readonly taelHaendelsesdag: boolean;
  readonly retning: 'FREM' | 'BAGLAENS';
  /** Only the citizen's own deadlines are extended when they end on a closed day. */
  readonly forlaengVedLukkedag: boolean;
  /** The date is the earliest that something may happen; it cannot be missed, so nobody is reminded before it. */
  readonly tidligst?: boolean | undefined;
  /** The date is a boundary that is itself too late, as "until the 23rd year is completed" is. */
  readonly inden?: boolean | undefined;
}

/** What a municipality may choose; the law does not settle it. */
export interface Fristparametre {
  readonly hverdagsprofil: Hverdagsprofil;
  /** Days that are not counted as hverdage. */
  readonly hverdagSaerdage: readonly Saerdag[];
  /** Days that are not working days. */
  readonly arbejdsfriSaerdage: readonly Saerdag[];
  /** Days on which the citizen's deadline does not end. */
  readonly lukkedagSaerdage: readonly Saerdag[];
}

/** The strictest reading for the authority's hverdage; days off as municipalities normally have them. */
export const STANDARDPARAMETRE: Fristparametre = {
  hverdagsprofil: 'loerdag-taeller',
  hverdagSaerdage: [],
  arbejdsfriSaerdage: ['12-24', '12-31', '06-05'],
  lukkedagSaerdage: ['12-24', '12-31', '06-05'],
};

export interface Frist {
  /** Local date, met when done on or before it (for a boundary: before it); for hours a timestamp with Copenhagen offset. */
  readonly forfald: string;
  /** Latest working day before, when the due date is not one. */
  readonly advis?: string;
  /** Danish: how it was reckoned. */
  readonly forklaring: string;
}

const TIME = 3_600_000;

const ENHEDSNAVN: Readonly<Record<Enhed, readonly [string, string]>> = {
  TIME: ['time', 'timer'],
  KALENDERDAG: ['dag', 'dage'],
  HVERDAG: ['hverdag', 'hverdage'],
  ARBEJDSDAG: ['arbejdsdag', 'arbejdsdage'],
  UGE: ['uge', 'uger'],
  MAANED: ['måned', 'måneder'],
  AAR: ['år', 'år'],
};

/**
 * Due date of a rule from its event. An authority's own deadline never moves for weekends and holidays; `advis` then says
 * the latest working day. `fremrykketTil` is the date of an event that moves the deadline forward (BL § 95, stk. 2).
 */
export function beregnFrist(
  regel: Beregningsregel,
  start: string,
  parametre: Fristparametre = STANDARDPARAMETRE,
  fremrykketTil?: string,
): Frist {
  if (regel.enhed === 'TIME') return timefrist(regel, start);
  const startdag = lokalDato(start);
  const nominel = nominelDag(regel, startdag, parametre);
  const led = [laengde(regel, startdag, parametre)];
  let forfald = nominel;
  if (regel.forlaengVedLukkedag && !erArbejdsdag(nominel, parametre.lukkedagSaerdage)) {
    const skridt = regel.retning === 'FREM' ? 1 : -1;
    while (!erArbejdsdag(forfald, parametre.lukkedagSaerdage)) forfald = plusDage(forfald, skridt);
    led.push(`flyttet fra ${datoTekst(nominel)}, der er lukkedag`);
  }
  // What had ended before the start did not run beside it.
  if (fremrykketTil !== undefined && fremrykketTil >= startdag && fremrykketTil < forfald) {
    forfald = fremrykketTil;
    led.push('rykket frem, fordi undersøgelsen blev afsluttet først');
  }
  if (regel.tidligst === true) return { forfald, forklaring: `${led.join('; ')}: tidligst ${datoTekst(forfald)}.` };
  if (regel.inden === true) return graense(forfald, led, parametre);
  return medAdvis(forfald, led, parametre);
}

function graense(forfald: string, led: readonly string[], parametre: Fristparametre): Frist {
  const sidste = plusDage(forfald, -1);
  return {
    forfald,
    advis: senesteArbejdsdag(sidste, parametre.arbejdsfriSaerdage),
    forklaring: `${led.join('; ')}: inden ${datoTekst(forfald)}, som selv er for sent; sidste dag er ${datoTekst(sidste)}.`,
  };
}

/** A deadline whose date the case decided itself (a reply date, the next follow-up). */
export function fastsatFrist(
  dato: string,
  parametre: Fristparametre = STANDARDPARAMETRE,
  hvorfor = 'Datoen er besluttet i sagen',
): Frist {
  return medAdvis(lokalDato(dato), [hvorfor], parametre);
}

function medAdvis(forfald: string, led: readonly string[], parametre: Fristparametre): Frist {
  const tekst = `${led.join('; ')}: senest ${datoTekst(forfald)}.`;
  if (erArbejdsdag(forfald, parametre.arbejdsfriSaerdage)) return { forfald, forklaring: tekst };
  const advis = senesteArbejdsdag(forfald, parametre.arbejdsfriSaerdage);
  return {
    forfald,
    advis,
    forklaring: `${tekst} Det er ikke en arbejdsdag; seneste arbejdsdag før er ${datoTekst(advis)}.`,
  };
}

// Real elapsed time: the wall clock jumps an hour at the changes of summer time, the deadline does not.
function timefrist(regel: Beregningsregel, start: string): Frist {
  const timer = regel.retning === 'FREM' ? regel.maengde : -regel.maengde;
  const forfald = iMillisekunder(start) + timer * TIME;
  return {
    forfald: medForskydning(forfald, forfald % 1000 !== 0),
    forklaring: `${antal(regel)} ${regel.retning === 'FREM' ? 'efter' : 'før'} hændelsen, regnet time for time hele døgnet: senest ${datoTekst(datoVed(forfald))} kl. ${klokkeslaetVed(forfald)}.`,
  };
}

function nominelDag(regel: Beregningsregel, start: string, parametre: Fristparametre): string {
  const fortegn = regel.retning === 'FREM' ? 1 : -1;
  const n = regel.maengde * fortegn;
  const medregnet = regel.taelHaendelsesdag ? -fortegn : 0;
  switch (regel.enhed) {
    case 'HVERDAG':
      return taelDage(regel, start, parametre.hverdagsprofil, parametre.hverdagSaerdage);
    case 'ARBEJDSDAG':
      return taelDage(regel, start, 'man-fre', parametre.arbejdsfriSaerdage);
    case 'UGE':
      return plusDage(start, n * 7 + medregnet);
    case 'MAANED':
      return plusDage(laegMaanederTil(start, n), medregnet);
    case 'AAR':
      return plusDage(laegAarTil(start, n), medregnet);
    case 'KALENDERDAG':
    case 'TIME':
      return plusDage(start, n + medregnet);
  }
}

function taelDage(
  { maengde, retning, taelHaendelsesdag }: Beregningsregel,
  start: string,
  profil: Hverdagsprofil,
  saerdage: readonly Saerdag[],
): string {
  const skridt = retning === 'FREM' ? 1 : -1;
  return nteHverdag(taelHaendelsesdag ? plusDage(start, -skridt) : start, maengde, skridt, profil, saerdage);
}

/** "6 hverdage". */
export function antal(regel: Pick<Beregningsregel, 'maengde' | 'enhed'>): string {
  return `${regel.maengde} ${ENHEDSNAVN[regel.enhed][regel.maengde === 1 ? 0 : 1]}`;
}

function laengde(regel: Beregningsregel, start: string, parametre: Fristparametre): string {
  const dele = [`${antal(regel)} ${regel.retning === 'FREM' ? 'efter' : 'før'} ${datoTekst(start)}`];
  if (regel.taelHaendelsesdag) dele.push('hændelsesdagen tæller med');
  if (regel.enhed === 'HVERDAG')
    dele.push(parametre.hverdagsprofil === 'loerdag-taeller' ? 'lørdag tæller' : 'kun mandag-fredag tæller');
  return dele.join(', ');
}
