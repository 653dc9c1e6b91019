import { type SagEvent } from './sag.events.js';

export type Omraade = 'social' | 'handicap';
export type Sagsgrund = 'underretning' | 'ansoegning' | 'overtaget';
export type EnkeltsagArt =
  | 'afklaring'
  | 'afdaekning'
  | 'bfu'
  | 'visitation'
  | 'indsats-opfoelgning'
  | 'partshoering'
  | 'buu'
  | 'formandsafgoerelse'
  | 'anbringelsesanmodning'
  | 'ansoegning'
  | 'klage'
  | 'aktindsigt';

export interface Overdragelse {
  readonly overdragelseId: string;
  readonly fra: string;
  readonly til: string;
  readonly tilTeam: string | null;
  readonly foreslaaet: string;
  /** The handover of a whole caseload that it is part of. */
  readonly fratraedelseId: string | null;
}

export interface BegyndtSag {
  readonly fase: 'aaben' | 'lukket';
  readonly sagId: string;
  readonly barnId: string;
  readonly omraade: Omraade;
  readonly omraadeFra: string;
  readonly oprettet: string;
  /** Why it was opened; a case taken over has decisions that are not in the system. */
  readonly grund: Sagsgrund;
  readonly sagsbehandler: string | null;
  readonly team: string | null;
  /** Everyone who has had the case; a re-assessment needs somebody else. */
  readonly behandlere: readonly string[];
  readonly overdragelse: Overdragelse | null;
  /** The caseworker leaves, and the one who was to take over said no: somebody else must be found. */
  readonly afvistVedFratraedelse: string | null;
  /** The open ones. */
  readonly enkeltsager: Readonly<Record<string, { readonly art: EnkeltsagArt; readonly aabnet: string }>>;
  /** Every one there has been, open or ended. */
  readonly kendteEnkeltsager: readonly string[];
  /** The ended investigations of either form: whether they finished or were stopped, they say themselves. */
  readonly afsluttedeUndersoegelser: Readonly<Record<string, string>>;
  /** Every application there has been: what it was screened to counts also when it is answered or taken back. */
  readonly ansoegninger: readonly string[];
  readonly indsatser: Readonly<
    Record<string, { readonly fra: string; readonly til: string | null; readonly art?: Indsatsart | undefined }>
  >;
  readonly lukket: string | null;
}

/** What runs in a case: a measure, or a placement outside the home. */
export type Indsatsart = 'indsats' | 'anbringelse';

export type Sag = { readonly fase: 'findes-ikke' } | BegyndtSag;

/** The measures that ran on the date: the day it ends is not a running day. */
export function indsatserIGang(sag: BegyndtSag, dato: string): readonly string[] {
  return Object.entries(sag.indsatser).flatMap(([id, { fra, til }]) =>
    fra <= dato && (til === null || til > dato) ? [id] : [],
  );
}

/** Whether a measure ran on the date. */
export function indsatsIGang(sag: BegyndtSag, dato: string): boolean {
  return indsatserIGang(sag, dato).length > 0;
}

/** Whether a placement ran on the date: on the day it ends, the child is home. */
export function anbringelseIGang(sag: BegyndtSag, dato: string): boolean {
  return indsatserIGang(sag, dato).some((id) => sag.indsatser[id]?.art === 'anbringelse');
}

function medBehandler(sag: BegyndtSag, sagsbehandler: string, team: string | null): BegyndtSag {
  const behandlere = sag.behandlere.includes(sagsbehandler) ? sag.behandlere : [...sag.behandlere, sagsbehandler];
  return { ...sag, sagsbehandler, team, behandlere };
}

/** What an event makes of what was known before it. */
export function evolve(state: Sag, e: SagEvent): Sag {
  if (e.type === 'sagsstyring.SagOprettet') {
    return {
      fase: 'aaben',
      sagId: e.data.sagId,
      barnId: e.data.barnId,
      omraade: e.data.omraade,
      omraadeFra: e.data.oprettet,
      oprettet: e.data.oprettet,
      grund: e.data.grund,
      sagsbehandler: null,
      team: null,
      behandlere: [],
      overdragelse: null,
      afvistVedFratraedelse: null,
      enkeltsager: {},
      kendteEnkeltsager: [],
      afsluttedeUndersoegelser: {},
      ansoegninger: [],
      indsatser: {},
      lukket: null,
    };
  }
  if (state.fase === 'findes-ikke') return state;
  switch (e.type) {
    case 'sagsstyring.SagTildelt':
      return {
        ...medBehandler(state, e.data.sagsbehandler, e.data.team ?? state.team),
        afvistVedFratraedelse: null,
      };
    case 'sagsstyring.OverdragelseForeslaaet': {
      const { overdragelseId, fra, til, tilTeam = null, foreslaaet, fratraedelseId = null } = e.data;
      const overdragelse = { overdragelseId, fra, til, tilTeam, foreslaaet, fratraedelseId };
      return { ...state, overdragelse, afvistVedFratraedelse: null };
    }
    case 'sagsstyring.OverdragelseAccepteret':
      return { ...medBehandler(state, e.data.til, e.data.tilTeam ?? state.team), overdragelse: null };
    case 'sagsstyring.OverdragelseAfvist':
      return { ...state, overdragelse: null, afvistVedFratraedelse: state.overdragelse?.fratraedelseId ?? null };
    case 'sagsstyring.OmraadeAendret':
      return { ...state, omraade: e.data.omraade, omraadeFra: e.data.gaelderFra };
    case 'sagsstyring.SagLukket':
      return { ...state, fase: 'lukket', lukket: e.data.lukket };
    case 'sagsstyring.SagGenaabnet':
      return {
        ...state,
        ...{ fase: 'aaben', lukket: null },
        ...(e.data.udenSagsbehandler === true ? { sagsbehandler: null, afvistVedFratraedelse: null } : {}),
      };
    case 'sagsstyring.EnkeltsagAabnet':
      return {
        ...state,
        enkeltsager: { ...state.enkeltsager, [e.data.enkeltsagId]: { art: e.data.art, aabnet: e.data.aabnet } },
        kendteEnkeltsager: [...state.kendteEnkeltsager, e.data.enkeltsagId],
        ansoegninger: e.data.art === 'ansoegning' ? [...state.ansoegninger, e.data.enkeltsagId] : state.ansoegninger,
      };
    case 'sagsstyring.EnkeltsagAfsluttet': {
      const { enkeltsagId, afsluttet } = e.data;
      const { [enkeltsagId]: slut, ...enkeltsager } = state.enkeltsager;
      if (slut?.art !== 'bfu' && slut?.art !== 'afdaekning') return { ...state, enkeltsager };
      const afsluttedeUndersoegelser = { ...state.afsluttedeUndersoegelser, [enkeltsagId]: afsluttet };
      return { ...state, enkeltsager, afsluttedeUndersoegelser };
    }
    case 'sagsstyring.IndsatsstatusNoteret': {
      const kendt = state.indsatser[e.data.indsatsId];
      const fra = e.data.igang ? e.data.dato : (kendt?.fra ?? e.data.dato);
      const art = e.data.art ?? kendt?.art;
      return {
        ...state,
        indsatser: { ...state.indsatser, [e.data.indsatsId]: { fra, til: e.data.igang ? null : e.data.dato, art } },
      };
    }
  }
}
