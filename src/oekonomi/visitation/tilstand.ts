import { type Antalpr, type Maalgruppe, type Prisenhed } from '../indsats/tilstand.js';
import { type VisitationEvent } from './visitation.events.js';

/** A measure as it is proposed. */
export interface Forslag {
  readonly forslagId: string;
  readonly indsatskode: string;
  readonly indsatsnavn: string;
  readonly maalgruppe: Maalgruppe;
  readonly anbringelse: boolean;
  readonly stedtype: string | null;
  readonly sted: string | null;
  readonly hjemmel: string;
  readonly prisOere: number;
  readonly prisEnhed: Prisenhed;
  readonly antalHundrededele: number;
  readonly antalPr: Antalpr;
  readonly forventetStart: string;
  readonly maaneder: number;
  readonly begrundelse: string;
}

export type Visitationsfase =
  | 'forslag-under-udarbejdelse'
  | 'oekonomi-beregnet'
  | 'til-godkendelse'
  | 'godkendt'
  | 'samtykke-afklaret'
  | 'afgjort'
  | 'meddelt'
  | 'overgivet-til-tvang'
  | 'opgivet';

export interface BegyndtVisitation {
  readonly fase: Visitationsfase;
  readonly visitationId: string;
  readonly barnId: string;
  readonly sagId: string;
  readonly dato: string;
  readonly bfuId: string | null;
  /** Rises by each change; what was approved or agreed to under another number does not hold. */
  readonly nummer: number;
  /** Day of the last change of the proposal. */
  readonly aendret: string;
  readonly forslag: readonly Forslag[];
  readonly ialtOere: number;
  readonly godkendt: string | null;
  /** Null until everybody has answered. */
  readonly samtykke: 'samtykke' | 'ikke-samtykke' | null;
  readonly afgoerelse: {
    readonly dato: string;
    readonly regime: 'SEL' | 'BL';
    readonly afgoerelseIder: readonly string[];
  } | null;
}

export type Visitation = { readonly fase: 'findes-ikke' } | BegyndtVisitation;

/** Phases in which nothing more happens. */
export function erSlut(fase: Visitationsfase): boolean {
  return fase === 'meddelt' || fase === 'overgivet-til-tvang' || fase === 'opgivet';
}

function medForslag(
  v: BegyndtVisitation,
  forslag: readonly Forslag[],
  nummer: number,
  dato: string,
): BegyndtVisitation {
  const ny = { forslag, nummer, aendret: dato, godkendt: null, samtykke: null } as const;
  return { ...v, ...ny, fase: 'forslag-under-udarbejdelse' };
}

/** What an event makes of what was known before it. */
export function evolve(state: Visitation, e: VisitationEvent): Visitation {
  if (e.type === 'oekonomi.VisitationPaabegyndt') {
    const { visitationId, barnId, sagId, dato, bfuId } = e.data;
    return {
      fase: 'forslag-under-udarbejdelse',
      ...{ visitationId, barnId, sagId, dato, aendret: dato },
      bfuId: bfuId ?? null,
      nummer: 0,
      forslag: [],
      ialtOere: 0,
      godkendt: null,
      samtykke: null,
      afgoerelse: null,
    };
  }
  if (state.fase === 'findes-ikke') return state;
  switch (e.type) {
    case 'oekonomi.IndsatsForeslaaet': {
      const { stedtype, sted, nummer, dato, visitationId: _v, barnId: _b, sagId: _s, ialtOere: _i, ...data } = e.data;
      const nyt = { ...data, stedtype: stedtype ?? null, sted: sted ?? null };
      return medForslag(state, [...state.forslag, nyt], nummer, dato);
    }
    case 'oekonomi.ForslagFjernet': {
      const tilbage = state.forslag.filter(({ forslagId }) => forslagId !== e.data.forslagId);
      return medForslag(state, tilbage, e.data.nummer, e.data.dato);
    }
    case 'oekonomi.OmkostningBeregnet':
      return {
        ...state,
        fase: state.forslag.length === 0 ? 'forslag-under-udarbejdelse' : 'oekonomi-beregnet',
        ialtOere: e.data.ialtOere,
      };
    case 'oekonomi.VisitationSendtTilGodkendelse':
      return { ...state, fase: 'til-godkendelse' };
    case 'oekonomi.VisitationGodkendt':
      return { ...state, fase: 'godkendt', godkendt: e.data.dato };
    case 'oekonomi.VisitationSendtTilbage':
      return { ...state, fase: 'oekonomi-beregnet', godkendt: null };
    case 'oekonomi.SamtykkeAfklaret':
      return {
        ...state,
        fase: e.data.udfald === 'samtykke' ? 'samtykke-afklaret' : 'godkendt',
        samtykke: e.data.udfald,
      };
    case 'oekonomi.VisitationAfgjort': {
      const { afgoerelseDato: dato, regime, afgoerelseIder } = e.data;
      return { ...state, fase: 'afgjort', afgoerelse: { dato, regime, afgoerelseIder } };
    }
    case 'oekonomi.VisitationMeddelt':
      return { ...state, fase: 'meddelt' };
    case 'oekonomi.VisitationOvergivetTilTvang':
      return { ...state, fase: 'overgivet-til-tvang' };
    case 'oekonomi.VisitationOpgivet':
      return { ...state, fase: 'opgivet' };
  }
}
