import { type Fundart, type Regime } from './kommandoer.js';
import { type UndersoegelseEvent } from './undersoegelse.events.js';

export interface BegyndtUndersoegelse {
  readonly fase: 'i-gang' | 'afsluttet' | 'afbrudt';
  readonly bfuId: string;
  readonly barnId: string;
  readonly sagId: string;
  readonly regime: Regime;
  readonly opmaerksomDato: string;
  readonly afgoerelseDato: string;
  /** The earliest day of what the investigation rests on; awareness cannot be corrected to after that. */
  readonly foersteSkridt: string | null;
  readonly aktoererAfdaekket: boolean;
  /** Code of the theme -> relevant or not. */
  readonly temaer: Readonly<Record<string, boolean>>;
  readonly udtalelser: Readonly<
    Record<string, { readonly anmodet: string; readonly svarfrist: string; readonly modtaget: boolean }>
  >;
  readonly boernesamtale: 'mangler' | 'afholdt' | 'undladt';
  /** The first day on which the child was heard, or it was decided why not; null when neither has happened. */
  readonly barnetHoert: string | null;
  readonly foraeldresamtale: boolean;
  readonly fund: Readonly<Record<string, { readonly tema: string; readonly art: Fundart; readonly tekst: string }>>;
  /** Date of the latest analysis. */
  readonly analyseret: string | null;
  /** Date of the conclusion that stands; null when there is none, or when the analysis was made anew after it. */
  readonly konkluderet: string | null;
  /** When the conclusion that stands was gone through with the family. */
  readonly gennemgaaet: string | null;
  readonly partshoering: {
    readonly dato: string;
    readonly svarfrist: string;
    readonly besvaret: string | null;
  } | null;
  readonly foreloebigVurdering: boolean;
}

export type Undersoegelse = { readonly fase: 'findes-ikke' } | BegyndtUndersoegelse;

export function evolve(state: Undersoegelse, e: UndersoegelseEvent): Undersoegelse {
  if (e.type === 'ics.BfuBesluttet') {
    const { bfuId, barnId, sagId, regime, opmaerksomDato, afgoerelseDato } = e.data;
    return {
      fase: 'i-gang',
      ...{ bfuId, barnId, sagId, regime, opmaerksomDato, afgoerelseDato },
      foersteSkridt: null,
      aktoererAfdaekket: false,
      temaer: {},
      udtalelser: {},
      boernesamtale: 'mangler',
      barnetHoert: null,
      foraeldresamtale: false,
      fund: {},
      analyseret: null,
      konkluderet: null,
      gennemgaaet: null,
      partshoering: null,
      foreloebigVurdering: false,
    };
  }
  if (state.fase === 'findes-ikke') return state;
  return { ...videre(state, e), foersteSkridt: foerste(state.foersteSkridt, e.data) };
}

function foerste(hidtil: string | null, data: Readonly<Record<string, unknown>>): string | null {
  const dato = data['dato'] ?? data['anmodet'];
  return typeof dato === 'string' && (hidtil === null || dato < hidtil) ? dato : hidtil;
}

function videre(
  state: BegyndtUndersoegelse,
  e: Exclude<UndersoegelseEvent, { type: 'ics.BfuBesluttet' }>,
): BegyndtUndersoegelse {
  switch (e.type) {
    case 'ics.BfuRettet':
      return { ...state, opmaerksomDato: e.data.opmaerksomDato };
    case 'ics.AktoererAfdaekket':
      return { ...state, aktoererAfdaekket: true };
    case 'ics.TemaVurderet':
      return { ...state, temaer: { ...state.temaer, [e.data.tema]: e.data.relevant } };
    case 'ics.UdtalelseAnmodet':
      return medUdtalelse(state, e.data.udtalelseId, {
        anmodet: e.data.anmodet,
        svarfrist: e.data.svarfrist,
        modtaget: false,
      });
    case 'ics.UdtalelseRykket':
      return medUdtalelse(state, e.data.udtalelseId, { svarfrist: e.data.svarfrist });
    case 'ics.UdtalelseModtaget':
      return medUdtalelse(state, e.data.udtalelseId, { modtaget: true });
    case 'ics.BoernesamtaleAfholdt':
      return { ...state, boernesamtale: 'afholdt', barnetHoert: tidligst(state.barnetHoert, e.data.dato) };
    case 'ics.BoernesamtaleUndladt':
      return {
        ...state,
        boernesamtale: state.boernesamtale === 'afholdt' ? 'afholdt' : 'undladt',
        barnetHoert: tidligst(state.barnetHoert, e.data.dato),
      };
    case 'ics.ForaeldresamtaleAfholdt':
      return { ...state, foraeldresamtale: true };
    case 'ics.FundNoteret': {
      const { fundId, tema, art, tekst } = e.data;
      return { ...state, fund: { ...state.fund, [fundId]: { tema, art, tekst } } };
    }
    case 'ics.AnalyseUdarbejdet':
      // A conclusion rests on the analysis it was drawn from; a new analysis needs a new one.
      return { ...state, analyseret: e.data.dato, konkluderet: null, gennemgaaet: null, partshoering: null };
    case 'ics.BfuKonkluderet':
      // The family has neither seen nor been heard about a conclusion that is new.
      return { ...state, konkluderet: e.data.dato, gennemgaaet: null, partshoering: null };
    case 'ics.BfuGennemgaaet':
      return { ...state, gennemgaaet: e.data.dato };
    case 'ics.PartshoeringSendt':
      return { ...state, partshoering: { dato: e.data.dato, svarfrist: e.data.svarfrist, besvaret: null } };
    case 'ics.PartshoeringBesvaret':
      return state.partshoering === null
        ? state
        : { ...state, partshoering: { ...state.partshoering, besvaret: e.data.dato } };
    case 'ics.ForeloebigVurderingForetaget':
      return { ...state, foreloebigVurdering: true };
    case 'ics.BfuGodkendt':
      return { ...state, fase: 'afsluttet' };
    case 'ics.BfuAfbrudt':
      return { ...state, fase: 'afbrudt' };
  }
}

function tidligst(foer: string | null, dato: string): string {
  return foer === null || dato < foer ? dato : foer;
}

type Udtalelse = BegyndtUndersoegelse['udtalelser'][string];

function medUdtalelse(state: BegyndtUndersoegelse, id: string, nyt: Partial<Udtalelse>): BegyndtUndersoegelse {
  const foer = state.udtalelser[id] ?? {
    anmodet: state.afgoerelseDato,
    svarfrist: state.afgoerelseDato,
    modtaget: false,
  };
  return { ...state, udtalelser: { ...state.udtalelser, [id]: { ...foer, ...nyt } } };
}

/** Where the investigation stands, for lists and the case's overview. */
export function trin(u: BegyndtUndersoegelse): string {
  if (u.fase !== 'i-gang') return u.fase;
  if (u.partshoering !== null) return 'partshoering';
  if (u.konkluderet !== null) return 'konklusion-udkast';
  if (u.analyseret !== null) return 'analyse';
  if (u.boernesamtale !== 'mangler' || u.foraeldresamtale) return 'samtaler';
  if (Object.keys(u.udtalelser).length > 0) return 'oplysninger-indhentes';
  if (u.aktoererAfdaekket || Object.keys(u.temaer).length > 0) return 'planlagt';
  return 'besluttet';
}
