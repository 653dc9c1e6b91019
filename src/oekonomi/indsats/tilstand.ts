import { type IndsatsEvent } from './indsats.events.js';

export type Regime = 'SEL' | 'BL';
export type Maalgruppe = 'barn' | 'familie';
export type Prisenhed = 'time' | 'doegn' | 'uge' | 'maaned' | 'stk';
/** The stretch of time that a number of units is said for. */
export type Antalpr = 'doegn' | 'uge' | 'maaned' | 'periode';
export type Ophoersaarsag =
  'formaal-opnaaet' | 'aendret-behov' | 'samtykke-trukket' | 'flytning' | 'fyldt-18' | 'kommunens-afgoerelse' | 'andet';

/** Price, scope and duration as they are agreed now. */
export interface Aftale {
  readonly prisOere: number;
  readonly prisEnhed: Prisenhed;
  /** Null when the grant did not say how much. */
  readonly omfang: { readonly antalHundrededele: number; readonly antalPr: Antalpr } | null;
  readonly forventetVarighedMaaneder: number;
}

export interface BevilgetIndsats {
  readonly fase: 'bevilget' | 'ivaerksat' | 'ophoert';
  readonly indsatsId: string;
  readonly barnId: string;
  readonly sagId: string;
  readonly regime: Regime;
  readonly indsatskode: string;
  readonly maalgruppe: Maalgruppe;
  readonly pgfKode: string;
  readonly afgoerelseDato: string;
  readonly forventetStart: string;
  readonly samtykkeDato: string | null;
  readonly visitationId: string | null;
  readonly aftale: Aftale;
  /** From when the agreement that holds now holds; null: since the grant. */
  readonly justeret: string | null;
  readonly ivaerksatDato: string | null;
  readonly opstartsmoede: string | null;
  readonly ophoerBesluttet: { readonly virkningFra: string; readonly afgoerelseDato: string } | null;
  /** Since when there is no consent to it. */
  readonly samtykkeBortfaldet: string | null;
  readonly ophoertDato: string | null;
}

export type Indsats = { readonly fase: 'findes-ikke' } | BevilgetIndsats;

function bevilget(data: Extract<IndsatsEvent, { type: 'oekonomi.IndsatsBevilget' }>['data']): BevilgetIndsats {
  const { indsatsId, barnId, sagId, regime, indsatskode, maalgruppe, pgfKode, afgoerelseDato, forventetStart } = data;
  const { prisOere, prisEnhed, forventetVarighedMaaneder, antalHundrededele, antalPr } = data;
  const omfang = antalHundrededele === undefined || antalPr === undefined ? null : { antalHundrededele, antalPr };
  return {
    fase: 'bevilget',
    ...{ indsatsId, barnId, sagId, regime, indsatskode, maalgruppe, pgfKode, afgoerelseDato, forventetStart },
    samtykkeDato: data.samtykkeDato ?? null,
    visitationId: data.visitationId ?? null,
    aftale: { prisOere, prisEnhed, omfang, forventetVarighedMaaneder },
    justeret: null,
    ivaerksatDato: null,
    opstartsmoede: null,
    ophoerBesluttet: null,
    samtykkeBortfaldet: null,
    ophoertDato: null,
  };
}

/** What an event makes of what was known before it. */
export function evolve(state: Indsats, e: IndsatsEvent): Indsats {
  if (e.type === 'oekonomi.IndsatsBevilget') return bevilget(e.data);
  if (state.fase === 'findes-ikke') return state;
  switch (e.type) {
    case 'oekonomi.IndsatsIvaerksat':
      return { ...state, fase: 'ivaerksat', ivaerksatDato: e.data.ivaerksatDato };
    case 'oekonomi.IndsatsivaerksaettelseRettet':
      return { ...state, ivaerksatDato: e.data.ivaerksatDato };
    case 'oekonomi.OpstartsmoedeAfholdt':
      return { ...state, opstartsmoede: e.data.dato };
    case 'oekonomi.IndsatsJusteret': {
      const { prisOere, prisEnhed, forventetVarighedMaaneder, antalHundrededele, antalPr, gaelderFra } = e.data;
      const omfang = antalHundrededele === undefined || antalPr === undefined ? null : { antalHundrededele, antalPr };
      return {
        ...state,
        aftale: { prisOere, prisEnhed, omfang, forventetVarighedMaaneder },
        justeret: gaelderFra,
      };
    }
    case 'oekonomi.IndsatsophoerBesluttet': {
      const { virkningFra, afgoerelseDato } = e.data;
      return { ...state, ophoerBesluttet: { virkningFra, afgoerelseDato } };
    }
    case 'oekonomi.IndsatssamtykkeBortfaldet':
      return { ...state, samtykkeBortfaldet: e.data.dato };
    case 'oekonomi.IndsatssamtykkeGenoprettet':
      return { ...state, samtykkeBortfaldet: null };
    case 'oekonomi.IndsatsOphoert':
      return { ...state, fase: 'ophoert', ophoertDato: e.data.ophoertDato };
  }
}
