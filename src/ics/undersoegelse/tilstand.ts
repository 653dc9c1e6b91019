import {
  type Afbrydelsesaarsag,
  type Fundart,
  type Hastighed,
  type IgangvaerendeIndsats,
  type Regime,
  type Udtalelseskreds,
} from './kommandoer.js';
import { type TrinKode } from './trin.js';
import { type Konklusionsevent, type Sidesporsevent, type UndersoegelseEvent } from './undersoegelse.events.js';

/** The committee's decision that the investigation is made without consent, and the stay it may hold. */
export interface UdenSamtykke {
  readonly buuSagId: string;
  readonly regime: Regime;
  readonly afgoerelseDato: string;
  readonly udloeber: string;
  readonly form: 'ambulant' | 'ophold' | 'indlaeggelse';
  readonly ophold: { readonly begyndt: string; readonly ophoert: string | null } | null;
  readonly afsluttet: string | null;
}

export interface BegyndtUndersoegelse {
  readonly fase: 'i-gang' | 'afsluttet' | 'afbrudt';
  /** BL § 19 looks into some matters, § 20 into all; the first can become the second, and keeps its id and its dates. */
  readonly form: 'afdaekning' | 'bfu';
  readonly bfuId: string;
  readonly barnId: string;
  readonly sagId: string;
  readonly regime: Regime;
  readonly opmaerksomDato: string;
  /** When the form it has now was decided. */
  readonly afgoerelseDato: string;
  /** The earliest day of what the investigation rests on; awareness cannot be corrected to after that. */
  readonly foersteSkridt: string | null;
  /** When it began: the decision on the afdækning, when that came first. */
  readonly begyndt: string;
  readonly hastighed: Hastighed;
  readonly godkendt: {
    readonly dato: string;
    /** Whose first follow-up its end moved forward. */
    readonly igangvaerendeIndsatser: readonly IgangvaerendeIndsats[];
  } | null;
  /** The child is not born: its parents-to-be are looked into. */
  readonly kommendeForaeldre: boolean;
  readonly termin: string | null;
  /** Last day of the law; null when the decision does not say, or while it is an afdækning. */
  readonly frist: string | null;
  readonly milepaele: Readonly<Partial<Record<TrinKode, string>>>;
  /** Day on which a step was reached; what is undone later is taken out again. */
  readonly naaet: Readonly<Partial<Record<TrinKode, string>>>;
  /** Day of the latest thing that happened. */
  readonly sidst: string;
  /** Who must be heard has been found, or it is explained why nobody can be. */
  readonly aktoererAfdaekket: boolean;
  /** Code of the theme -> relevant or not. */
  readonly temaer: Readonly<Record<string, boolean>>;
  readonly udtalelser: Readonly<
    Record<
      string,
      {
        readonly anmodet: string;
        readonly svarfrist: string;
        readonly modtaget: boolean;
        readonly kreds?: Udtalelseskreds;
      }
    >
  >;
  readonly boernesamtale: 'mangler' | 'afholdt' | 'undladt';
  /** The first day on which the child was heard, or it was decided why not; null when neither has happened. */
  readonly barnetHoert: string | null;
  readonly foraeldresamtale: boolean;
  readonly fund: Readonly<
    Record<
      string,
      { readonly tema: string; readonly art: Fundart; readonly tekst: string; readonly undervisning: boolean }
    >
  >;
  readonly sagkyndige: Readonly<
    Record<
      string,
      { readonly anmodet: string; readonly svarfrist: string; readonly slut: 'modtaget' | 'opgivet' | null }
    >
  >;
  readonly ppv: boolean;
  readonly udenSamtykke: UdenSamtykke | null;
  /** Date of the latest analysis. */
  readonly analyseret: string | null;
  /** Date of the conclusion that stands; null when there is none, or when the analysis was made anew after it. */
  readonly konkluderet: string | null;
  readonly stoetteNoedvendig: boolean | null;
  /** When the conclusion that stands was gone through with the family. */
  readonly gennemgaaet: string | null;
  readonly partshoering: {
    readonly dato: string;
    readonly svarfrist: string;
    /** When the last of them had answered. */
    readonly besvaret: string | null;
    /** Whom it went to; null for one from before that was recorded. */
    readonly parter: readonly string[] | null;
    /** Who has answered, and when last. */
    readonly svaret: Readonly<Record<string, string>>;
  } | null;
  readonly foreloebigVurdering: boolean;
  readonly afbrudt: { readonly aarsag: Afbrydelsesaarsag; readonly dato: string; readonly regime: Regime } | null;
  /** A family moved, and no need for special support was found (BL § 132, SEL § 152), or the notice was sent from here, as it once was. */
  readonly mellemkommunalKlaret: boolean;
}

export type Undersoegelse = { readonly fase: 'findes-ikke' } | BegyndtUndersoegelse;

type Foerste = Extract<UndersoegelseEvent, { type: 'ics.BfuBesluttet' | 'ics.AfdaekningBesluttet' }>;

export function evolve(state: Undersoegelse, e: UndersoegelseEvent): Undersoegelse {
  if (state.fase === 'findes-ikke') {
    return e.type === 'ics.BfuBesluttet' || e.type === 'ics.AfdaekningBesluttet' ? begynd(e) : state;
  }
  const naeste = videre(state, e);
  const dag = dagen(e);
  const foersteSkridt = foerste(state.foersteSkridt, e.data);
  return { ...naeste, foersteSkridt, sidst: dag !== null && dag > naeste.sidst ? dag : naeste.sidst };
}

function foerste(hidtil: string | null, data: Readonly<Record<string, unknown>>): string | null {
  const dato = data['dato'] ?? data['anmodet'];
  return typeof dato === 'string' && (hidtil === null || dato < hidtil) ? dato : hidtil;
}

function begynd(e: Foerste): BegyndtUndersoegelse {
  const { bfuId, barnId, sagId, opmaerksomDato, afgoerelseDato } = e.data;
  const bfu = e.type === 'ics.BfuBesluttet';
  return {
    fase: 'i-gang',
    form: bfu ? 'bfu' : 'afdaekning',
    ...{ bfuId, barnId, sagId, opmaerksomDato, afgoerelseDato },
    regime: bfu ? e.data.regime : 'BL',
    begyndt: afgoerelseDato,
    hastighed: bfu ? (e.data.hastighed ?? 'almindelig') : 'almindelig',
    godkendt: null,
    kommendeForaeldre: e.data.kommendeForaeldre ?? false,
    termin: e.data.termin ?? null,
    frist: bfu ? (e.data.frist ?? null) : null,
    milepaele: bfu ? somMilepaele(e.data.milepaele ?? []) : {},
    naaet: { afgoerelse: afgoerelseDato },
    foersteSkridt: null,
    sidst: afgoerelseDato,
    aktoererAfdaekket: false,
    temaer: bfu ? {} : Object.fromEntries(e.data.forhold.map((tema) => [tema, true])),
    udtalelser: {},
    boernesamtale: 'mangler',
    barnetHoert: null,
    foraeldresamtale: false,
    fund: {},
    sagkyndige: {},
    ppv: false,
    udenSamtykke: null,
    analyseret: null,
    konkluderet: null,
    stoetteNoedvendig: null,
    gennemgaaet: null,
    partshoering: null,
    foreloebigVurdering: false,
    afbrudt: null,
    mellemkommunalKlaret: false,
  };
}

function videre(state: BegyndtUndersoegelse, e: UndersoegelseEvent): BegyndtUndersoegelse {
  switch (e.type) {
    case 'ics.AfdaekningBesluttet':
      return state;
    case 'ics.BfuBesluttet':
      // The afdækning goes on as an investigation: what was gathered and the day of awareness stay.
      return {
        ...state,
        form: 'bfu',
        regime: e.data.regime,
        afgoerelseDato: e.data.afgoerelseDato,
        hastighed: e.data.hastighed ?? 'almindelig',
        frist: e.data.frist ?? null,
        milepaele: somMilepaele(e.data.milepaele ?? []),
        naaet: { ...state.naaet, afgoerelse: e.data.afgoerelseDato },
      };
    case 'ics.BfuRettet':
      return { ...state, opmaerksomDato: e.data.opmaerksomDato, frist: e.data.frist ?? state.frist };
    case 'ics.AfdaekningRettet':
      return { ...state, opmaerksomDato: e.data.opmaerksomDato };
    case 'ics.AktoererAfdaekket':
    case 'ics.AktoererUndladt':
      return naaet({ ...state, aktoererAfdaekket: true }, 'aktoerer', e.data.dato);
    case 'ics.TemaVurderet': {
      const { tema, relevant, daekker } = e.data;
      // A theme is judged when a dimension of it is, and relevant when one of them is.
      const dermed = daekker === undefined ? {} : { [daekker]: relevant || (state.temaer[daekker] ?? false) };
      return { ...state, temaer: { ...state.temaer, ...dermed, [tema]: relevant } };
    }
    case 'ics.UdtalelseAnmodet': {
      const { udtalelseId, anmodet, svarfrist, kreds } = e.data;
      // One more statement to wait for: what came in is no longer all.
      const { opfoelgning: _opfoelgning, ...foer } = state.naaet;
      const ny = medUdtalelse(state, udtalelseId, {
        ...{ anmodet, svarfrist, modtaget: false },
        ...(kreds === undefined ? {} : { kreds }),
      });
      return { ...ny, naaet: { ...foer, udtalelser: foer.udtalelser ?? anmodet } };
    }
    case 'ics.UdtalelseRykket':
      return medUdtalelse(state, e.data.udtalelseId, { svarfrist: e.data.svarfrist });
    case 'ics.UdtalelseModtaget': {
      const ny = medUdtalelse(state, e.data.udtalelseId, { modtaget: true });
      return Object.values(ny.udtalelser).every((u) => u.modtaget) ? naaet(ny, 'opfoelgning', e.data.modtaget) : ny;
    }
    case 'ics.BoernesamtaleAfholdt': {
      const barnetHoert = tidligst(state.barnetHoert, e.data.dato);
      return naaet({ ...state, boernesamtale: 'afholdt', barnetHoert }, 'boernesamtale', e.data.dato);
    }
    case 'ics.BoernesamtaleUndladt': {
      const boernesamtale = state.boernesamtale === 'afholdt' ? 'afholdt' : 'undladt';
      const barnetHoert = tidligst(state.barnetHoert, e.data.dato);
      return naaet({ ...state, boernesamtale, barnetHoert }, 'boernesamtale', state.naaet.boernesamtale ?? e.data.dato);
    }
    case 'ics.ForaeldresamtaleAfholdt':
      return naaet({ ...state, foraeldresamtale: true }, 'foraeldresamtale', e.data.dato);
    case 'ics.FundNoteret': {
      const { fundId, tema, art, tekst, undervisning } = e.data;
      const fund = { tema, art, tekst, undervisning: undervisning ?? false };
      return { ...state, fund: { ...state.fund, [fundId]: fund } };
    }
    case 'ics.MilepaeleAendret':
    case 'ics.FoedselNoteret':
    case 'ics.SagkyndigUndersoegelseBestilt':
    case 'ics.SagkyndigUndersoegelseModtaget':
    case 'ics.SagkyndigUndersoegelseOpgivet':
    case 'ics.PpvStillingtagen':
    case 'ics.UndersoegelseUdenSamtykkeBesluttet':
    case 'ics.UndersoegelsesopholdBegyndt':
    case 'ics.UndersoegelsesopholdOphoert':
    case 'ics.UndersoegelseUdenSamtykkeAfsluttet':
      return medSidespor(state, e);
    default:
      return medKonklusion(state, e);
  }
}

function medKonklusion(state: BegyndtUndersoegelse, e: Konklusionsevent): BegyndtUndersoegelse {
  switch (e.type) {
    case 'ics.AnalyseUdarbejdet': {
      // A conclusion rests on the analysis it was drawn from; a new analysis needs a new one.
      const { konklusion: _konklusion, gennemgang: _gennemgang, ...foer } = state.naaet;
      const uden = { konkluderet: null, stoetteNoedvendig: null, gennemgaaet: null, partshoering: null };
      return { ...state, ...uden, analyseret: e.data.dato, naaet: { ...foer, analyse: e.data.dato } };
    }
    case 'ics.BfuKonkluderet': {
      // The family has neither seen nor been heard about a conclusion that is new.
      const { gennemgang: _gennemgang, ...foer } = state.naaet;
      const { dato: konkluderet, stoetteNoedvendig } = e.data;
      const ny = { konkluderet, stoetteNoedvendig, gennemgaaet: null, partshoering: null };
      return { ...state, ...ny, naaet: { ...foer, konklusion: konkluderet } };
    }
    case 'ics.BfuGennemgaaet':
      return medGennemgang({ ...state, gennemgaaet: e.data.dato }, e.data.dato);
    case 'ics.PartshoeringSendt': {
      const { dato, svarfrist } = e.data;
      const parter = e.data.parter?.map(({ personId }) => personId) ?? null;
      return medGennemgang({ ...state, partshoering: { dato, svarfrist, besvaret: null, parter, svaret: {} } }, dato);
    }
    case 'ics.PartshoeringBesvaret':
      return state.partshoering === null
        ? state
        : { ...state, partshoering: medSvar(state.partshoering, e.data.dato, e.data.personId) };
    case 'ics.ForeloebigVurderingForetaget':
      return { ...state, foreloebigVurdering: true };
    case 'ics.BfuGodkendt':
      return {
        ...state,
        fase: 'afsluttet',
        godkendt: { dato: e.data.godkendtDato, igangvaerendeIndsatser: e.data.igangvaerendeIndsatser ?? [] },
      };
    case 'ics.BfuGodkendelseRettet':
      return { ...state, godkendt: state.godkendt && { ...state.godkendt, dato: e.data.godkendtDato } };
    case 'ics.AfdaekningAfsluttet':
      return naaet({ ...state, fase: 'afsluttet', konkluderet: e.data.dato }, 'konklusion', e.data.dato);
    case 'ics.BfuAfbrudt': {
      const { aarsag, dato, regime } = e.data;
      return { ...state, fase: 'afbrudt', afbrudt: { aarsag, dato, regime: regime ?? state.regime } };
    }
    case 'ics.MellemkommunalUnderretningSendt':
    case 'ics.MellemkommunalUnderretningUndladt':
      return { ...state, mellemkommunalKlaret: true };
  }
}

function medSidespor(state: BegyndtUndersoegelse, e: Sidesporsevent): BegyndtUndersoegelse {
  switch (e.type) {
    case 'ics.MilepaeleAendret':
      return { ...state, milepaele: { ...state.milepaele, ...somMilepaele(e.data.milepaele) } };
    case 'ics.FoedselNoteret':
      return { ...state, kommendeForaeldre: false };
    case 'ics.SagkyndigUndersoegelseBestilt': {
      const { sagkyndigId, anmodet, svarfrist } = e.data;
      return { ...state, sagkyndige: { ...state.sagkyndige, [sagkyndigId]: { anmodet, svarfrist, slut: null } } };
    }
    case 'ics.SagkyndigUndersoegelseModtaget':
      return sagkyndigSlut(state, e.data.sagkyndigId, 'modtaget');
    case 'ics.SagkyndigUndersoegelseOpgivet':
      return sagkyndigSlut(state, e.data.sagkyndigId, 'opgivet');
    case 'ics.PpvStillingtagen':
      return { ...state, ppv: true };
    case 'ics.UndersoegelseUdenSamtykkeBesluttet': {
      const { buuSagId, afgoerelseDato, udloeber, form, regime } = e.data;
      return {
        ...state,
        udenSamtykke: { buuSagId, regime, afgoerelseDato, udloeber, form, ophold: null, afsluttet: null },
      };
    }
    case 'ics.UndersoegelsesopholdBegyndt':
      return medTvang(state, { ophold: { begyndt: e.data.dato, ophoert: null } });
    case 'ics.UndersoegelsesopholdOphoert':
      return medTvang(state, {
        ophold: { begyndt: state.udenSamtykke?.ophold?.begyndt ?? e.data.dato, ophoert: e.data.dato },
      });
    case 'ics.UndersoegelseUdenSamtykkeAfsluttet':
      return medTvang(state, { afsluttet: e.data.dato });
  }
}

/** When an event happened, when it says so. A deadline for an answer lies ahead and is not counted. */
function dagen(e: UndersoegelseEvent): string | null {
  const { data } = e;
  if ('dato' in data) return data.dato;
  if ('modtaget' in data) return data.modtaget;
  if ('anmodet' in data) return data.anmodet;
  if ('rykket' in data) return data.rykket;
  return 'afgoerelseDato' in data ? data.afgoerelseDato : null;
}

function tidligst(foer: string | null, dato: string): string {
  return foer === null || dato < foer ? dato : foer;
}

function naaet(state: BegyndtUndersoegelse, trin: TrinKode, dato: string): BegyndtUndersoegelse {
  return { ...state, naaet: { ...state.naaet, [trin]: dato } };
}

function medSvar(
  hoering: NonNullable<BegyndtUndersoegelse['partshoering']>,
  dato: string,
  personId: string | undefined,
): NonNullable<BegyndtUndersoegelse['partshoering']> {
  // A hearing from before the parties were recorded has one answer for all of them.
  const svaret = { ...hoering.svaret, [personId ?? 'alle']: dato };
  if (hoering.parter?.some((part) => svaret[part] === undefined) === true) return { ...hoering, svaret };
  const sidste = Object.values(svaret).reduce((a, b) => (a > b ? a : b));
  return { ...hoering, svaret, besvaret: sidste };
}

/** The step is both: gone through with the family, and heard. */
function medGennemgang(state: BegyndtUndersoegelse, dato: string): BegyndtUndersoegelse {
  if (state.gennemgaaet === null || state.partshoering === null) return state;
  const foer = state.naaet.gennemgang ?? '';
  return naaet(state, 'gennemgang', foer > dato ? foer : dato);
}

function somMilepaele(
  milepaele: readonly { readonly trin: string; readonly planlagt: string }[],
): BegyndtUndersoegelse['milepaele'] {
  return Object.fromEntries(milepaele.map(({ trin, planlagt }) => [trin, planlagt]));
}

function sagkyndigSlut(state: BegyndtUndersoegelse, id: string, slut: 'modtaget' | 'opgivet'): BegyndtUndersoegelse {
  const foer = state.sagkyndige[id];
  return foer === undefined ? state : { ...state, sagkyndige: { ...state.sagkyndige, [id]: { ...foer, slut } } };
}

function medTvang(state: BegyndtUndersoegelse, nyt: Partial<UdenSamtykke>): BegyndtUndersoegelse {
  return state.udenSamtykke === null ? state : { ...state, udenSamtykke: { ...state.udenSamtykke, ...nyt } };
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
