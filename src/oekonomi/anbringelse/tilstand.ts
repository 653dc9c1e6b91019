import { type Grundlag } from './beslutning.js';
import { type AnbringelseEvent } from './haendelser.js';

export type Stoettepersonsvar = 'oensker' | 'afslaar' | 'afventer';
export type Ungestoetteudfald = 'doegnophold' | 'anden-stoette' | 'ingen';
export type Anbringelsesophoer =
  'hjemgivet' | 'fyldt-18' | 'ungestoette-slut' | 'ikke-ivaerksat' | 'anden-kommune' | 'doed';

/** An investigation begins, or is left out for there is plainly no need, or the law does not ask for one. */
export type Soeskendeudfald = 'undersoeges' | 'undladt' | 'ikke-under-15' | 'ikke-i-husstanden';

export interface Tilsynsbesoeg {
  readonly tilsynId: string;
  readonly dato: string;
  readonly samtale: boolean;
  readonly bekymrende: boolean;
}

/** What is known of the child's return home. */
export interface Hjemgivelse {
  /** Who asked, when somebody did. */
  readonly anmodet: string | null;
  readonly udtalelse: string | null;
  readonly afgjort: { readonly dato: string; readonly periodeSlut: string } | null;
  /** Null: the committee has nothing to be told. */
  readonly udvalgOrienteret: boolean | null;
}

export interface Udvalgsgrundlag {
  readonly afgoerelseId: string | null;
  /** Provisional: it lapses unless the committee decides in time. */
  readonly formandsafgoerelseId: string | null;
  readonly dato: string;
  /** Only told by a reference in a case taken over: nothing here watches when it runs out. */
  readonly overtaget: boolean;
}

export interface BesluttetAnbringelse {
  readonly fase: 'besluttet' | 'ivaerksat' | 'ophoert';
  readonly anbringelseId: string;
  readonly barnId: string;
  readonly sagId: string;
  /** Law of the decision. */
  readonly regime: 'SEL' | 'BL';
  readonly grundlag: Grundlag;
  readonly hjemmel: string;
  /** The committee's decision, or the chairman's, that it rests on. */
  readonly udvalg: Udvalgsgrundlag | null;
  readonly afgoerelseDato: string;
  readonly visitationId: string | null;
  readonly planId: string | null;
  readonly stedtype: string;
  readonly omsorgssvigt: boolean;
  readonly soeskende: readonly string[];
  /** Those of them who were not under 15 on the day. */
  readonly soeskendeIkkeOmfattet: readonly string[];
  readonly soeskendeVurderet: string | null;
  /** What was last answered for each. */
  readonly soeskendesvar: Readonly<Record<string, Soeskendeudfald>>;
  readonly forventetStart: string;
  readonly varighedMaaneder: number;
  readonly ivaerksatDato: string | null;
  /** Since when the child has lived in the place where it is now. */
  readonly stedFra: string | null;
  readonly myndigDato: string | null;
  /** The day the child turns 16, when that was after the decision. */
  readonly fylder16Dato: string | null;
  /** What it rested on, and when the first visit was due, as it was carried out. */
  readonly ivaerksat: { readonly grundlag: Grundlag; readonly naesteTilsynSenest: string } | null;
  readonly stoettepersoner: Readonly<Record<string, Stoettepersonsvar>>;
  /** Parents with a plan for the support to themselves, and when it was last made. */
  readonly foraeldrehandleplaner: Readonly<Record<string, string>>;
  readonly plandeleUdleveret: string | null;
  readonly tilsyn: readonly Tilsynsbesoeg[];
  readonly naesteTilsynSenest: string | null;
  /** Visits with something worrying that the inspectorate has not been told of. */
  readonly umeldte: readonly string[];
  readonly samtykkeBortfaldet: string | null;
  readonly hjemgivelse: Hjemgivelse;
  readonly permanent: string | null;
  readonly ungestoette: { readonly dato: string; readonly udfald: Ungestoetteudfald } | null;
  readonly ophoertDato: string | null;
  readonly ophoersaarsag: Anbringelsesophoer | null;
}

export type Anbringelse = { readonly fase: 'findes-ikke' } | BesluttetAnbringelse;

const INGEN: Hjemgivelse = { anmodet: null, udtalelse: null, afgjort: null, udvalgOrienteret: null };

type Udvalgsfelter = Pick<
  Extract<AnbringelseEvent, { type: 'oekonomi.AnbringelsesgrundlagSkiftet' }>['data'],
  'udvalgsafgoerelseId' | 'formandsafgoerelseId' | 'udvalgsafgoerelseDato'
>;

function udvalgsgrundlag(data: Udvalgsfelter): Udvalgsgrundlag | null {
  const { udvalgsafgoerelseId = null, formandsafgoerelseId = null, udvalgsafgoerelseDato: dato } = data;
  const overtaget = udvalgsafgoerelseId === null && formandsafgoerelseId === null;
  return dato === undefined ? null : { afgoerelseId: udvalgsafgoerelseId, formandsafgoerelseId, dato, overtaget };
}

function permanentgrundlag(
  data: Extract<AnbringelseEvent, { type: 'oekonomi.PermanentAnbringelseBesluttet' }>['data'],
): Udvalgsgrundlag {
  const { udvalgsafgoerelseId: afgoerelseId = null, dato } = data;
  return { afgoerelseId, formandsafgoerelseId: null, dato, overtaget: afgoerelseId === null };
}

function besluttet(
  data: Extract<AnbringelseEvent, { type: 'oekonomi.AnbringelseBesluttet' }>['data'],
): BesluttetAnbringelse {
  const { anbringelseId, barnId, sagId, regime, grundlag, hjemmel, afgoerelseDato, stedtype } = data;
  const { forventetStart, varighedMaaneder } = data;
  return {
    fase: 'besluttet',
    ...{ anbringelseId, barnId, sagId, regime, grundlag, hjemmel, afgoerelseDato, stedtype },
    udvalg: udvalgsgrundlag(data),
    visitationId: data.visitationId ?? null,
    planId: data.planId ?? null,
    omsorgssvigt: data.omsorgssvigt,
    soeskende: data.soeskende,
    soeskendeIkkeOmfattet: data.soeskendeIkkeOmfattet ?? [],
    soeskendeVurderet: null,
    soeskendesvar: {},
    ...{ forventetStart, varighedMaaneder },
    ivaerksatDato: null,
    stedFra: null,
    myndigDato: null,
    fylder16Dato: data.fylder16Dato ?? null,
    ivaerksat: null,
    stoettepersoner: {},
    foraeldrehandleplaner: {},
    plandeleUdleveret: null,
    tilsyn: [],
    naesteTilsynSenest: null,
    umeldte: [],
    samtykkeBortfaldet: null,
    hjemgivelse: INGEN,
    permanent: null,
    ungestoette: null,
    ophoertDato: null,
    ophoersaarsag: null,
  };
}

/** What an event makes of what was known before it. */
export function evolve(state: Anbringelse, e: AnbringelseEvent): Anbringelse {
  if (e.type === 'oekonomi.AnbringelseBesluttet') return besluttet(e.data);
  if (state.fase === 'findes-ikke') return state;
  switch (e.type) {
    case 'oekonomi.AnbringelseIvaerksat': {
      const { ivaerksatDato, naesteTilsynSenest, myndigDato, stedtype, grundlag } = e.data;
      return {
        ...state,
        fase: 'ivaerksat',
        ...{ ivaerksatDato, naesteTilsynSenest, stedtype, stedFra: ivaerksatDato },
        myndigDato: myndigDato ?? null,
        ivaerksat: { grundlag, naesteTilsynSenest },
      };
    }
    case 'oekonomi.AnbringelsesivaerksaettelseRettet': {
      const { ivaerksatDato, naesteTilsynSenest, grundlag } = e.data;
      return {
        ...state,
        ivaerksatDato,
        stedFra: state.stedFra === state.ivaerksatDato ? ivaerksatDato : state.stedFra,
        naesteTilsynSenest: state.tilsyn.length === 0 ? naesteTilsynSenest : state.naesteTilsynSenest,
        ivaerksat: { grundlag, naesteTilsynSenest },
      };
    }
    case 'oekonomi.AnbringelsesalderRettet':
      return { ...state, myndigDato: e.data.myndigDato, fylder16Dato: e.data.fylder16Dato };
    case 'oekonomi.AnbringelsesstedSkiftet':
      // The new place has had nothing of the plan yet.
      return { ...state, stedtype: e.data.stedtype, stedFra: e.data.dato, plandeleUdleveret: null };
    case 'oekonomi.StoettepersonTilbudt':
      return { ...state, stoettepersoner: { ...state.stoettepersoner, [e.data.personId]: e.data.svar } };
    case 'oekonomi.ForaeldrehandleplanLavet': {
      const { personId, dato } = e.data;
      return { ...state, foraeldrehandleplaner: { ...state.foraeldrehandleplaner, [personId]: dato } };
    }
    case 'oekonomi.PlandeleUdleveret':
      return { ...state, plandeleUdleveret: e.data.dato };
    case 'oekonomi.SoeskendeVurderet':
      return {
        ...state,
        soeskendeVurderet: e.data.dato,
        soeskendesvar: {
          ...state.soeskendesvar,
          ...Object.fromEntries((e.data.udfald ?? []).map(({ personId, udfald }) => [personId, udfald])),
        },
      };
    case 'oekonomi.TilsynsbesoegAfholdt': {
      const { tilsynId, dato, samtale, bekymrende, naesteTilsynSenest } = e.data;
      return {
        ...state,
        tilsyn: [...state.tilsyn, { tilsynId, dato, samtale, bekymrende }],
        umeldte: bekymrende ? [...state.umeldte, tilsynId] : state.umeldte,
        naesteTilsynSenest,
      };
    }
    case 'oekonomi.SocialtilsynUnderrettet':
      return {
        ...state,
        umeldte: e.data.tilsynId === undefined ? [] : state.umeldte.filter((t) => t !== e.data.tilsynId),
      };
    case 'oekonomi.AnbringelsessamtykkeBortfaldet': {
      // It rests on everybody's: the first that is taken back ends it, also when another is taken back later.
      const { samtykkeBortfaldet: foer } = state;
      return { ...state, samtykkeBortfaldet: foer !== null && foer < e.data.dato ? foer : e.data.dato };
    }
    case 'oekonomi.AnbringelsesgrundlagSkiftet': {
      const { grundlag, hjemmel } = e.data;
      // The child stays: what was asked or decided of going home is answered by it.
      const udvalg = udvalgsgrundlag(e.data);
      return { ...state, grundlag, hjemmel, udvalg, samtykkeBortfaldet: null, hjemgivelse: INGEN };
    }
    case 'oekonomi.HjemgivelseAnmodet':
      return medHjemgivelse(state, { anmodet: e.data.dato });
    case 'oekonomi.HjemgivelsesudtalelseIndhentet':
      return medHjemgivelse(state, { udtalelse: e.data.dato });
    case 'oekonomi.HjemgivelseAfgjort': {
      const { udfald, afgoerelseDato: dato, periodeSlut = dato, orienterUdvalg } = e.data;
      // A refusal ends the matter: the next request is a new one, with a new statement.
      if (udfald === 'afslag') return { ...state, hjemgivelse: INGEN };
      return medHjemgivelse(state, {
        afgjort: { dato, periodeSlut },
        udvalgOrienteret: orienterUdvalg ? false : null,
      });
    }
    case 'oekonomi.UdvalgOrienteret':
      return medHjemgivelse(state, { udvalgOrienteret: true });
    case 'oekonomi.PermanentAnbringelseBesluttet':
      // It is the basis from then, and is not treated again.
      return { ...state, permanent: e.data.dato, udvalg: permanentgrundlag(e.data) };
    case 'oekonomi.UngestoetteAfgjort':
      return { ...state, ungestoette: { dato: e.data.afgoerelseDato, udfald: e.data.udfald } };
    case 'oekonomi.AnbringelseOphoert':
      return { ...state, fase: 'ophoert', ophoertDato: e.data.ophoertDato, ophoersaarsag: e.data.aarsag };
  }
}

function medHjemgivelse(state: BesluttetAnbringelse, nyt: Partial<Hjemgivelse>): BesluttetAnbringelse {
  return { ...state, hjemgivelse: { ...state.hjemgivelse, ...nyt } };
}
