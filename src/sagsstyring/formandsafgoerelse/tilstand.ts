import { type Hoertrolle } from '../partshoering/tilstand.js';
import { type FormandsafgoerelseEvent } from './formandsafgoerelse.events.js';

export type Regime = 'SEL' | 'BL';

export interface TruffetForeloebigt {
  readonly fase: 'truffet' | 'ivaerksat' | 'godkendt' | 'erstattet' | 'ophaevet' | 'bortfaldet';
  readonly formandsafgoerelseId: string;
  readonly sagId: string;
  readonly barnId: string;
  readonly afgoerelseKode: string;
  readonly afgoerelsesnavn: string;
  readonly hjemmel: string;
  /** The act on the day it was made, and from when it was carried out: on that day. */
  readonly regime: Regime;
  readonly truffet: string;
  readonly truffetAf: string;
  readonly underretningId: string | null;
  readonly formaal: string;
  readonly begrundelse: string;
  readonly ivaerksat: string | null;
  readonly godkendesSenest: string | null;
  readonly gyldigTil: string | null;
  readonly parter: readonly {
    readonly personId: string;
    readonly rolle: Hoertrolle;
    readonly meddelt: string | null;
  }[];
  readonly godkendt: string | null;
  readonly slut: string | null;
  /** The committee's case in which its own decision took the place of this one. */
  readonly erstattetAf: string | null;
}

export type Formandsafgoerelse = { readonly fase: 'findes-ikke' } | TruffetForeloebigt;

/**
 * Whether it had lapsed by itself on the day, and since when: on the eighth day there is nothing to approve, and after a
 * month nothing to replace.
 */
export function bortfald(
  f: TruffetForeloebigt,
  dato: string,
): { readonly aarsag: 'ikke-godkendt' | 'udloebet'; readonly sidsteDag: string } | null {
  if (f.fase === 'ivaerksat' && f.godkendesSenest !== null && dato > f.godkendesSenest) {
    return { aarsag: 'ikke-godkendt', sidsteDag: f.godkendesSenest };
  }
  if (f.fase === 'godkendt' && f.gyldigTil !== null && dato > f.gyldigTil) {
    return { aarsag: 'udloebet', sidsteDag: f.gyldigTil };
  }
  return null;
}

/** Whether it bears nothing more on the day: revoked, lapsed (also when that is noted), or replaced before it. */
export function gaelderIkke(f: TruffetForeloebigt, dato: string): boolean {
  if (f.slut !== null && (f.fase === 'ophaevet' ? f.slut <= dato : f.slut < dato)) return true;
  return bortfald(f, dato) !== null;
}

/** Whether there is anything left of it on the day for the committee's own decision of the same kind to replace. */
export function kanAfloeses(f: TruffetForeloebigt, afgoerelseKode: string, dato: string): boolean {
  const slut = ['erstattet', 'ophaevet', 'bortfaldet'].includes(f.fase);
  return f.afgoerelseKode === afgoerelseKode && !slut && bortfald(f, dato) === null;
}

export function evolve(state: Formandsafgoerelse, e: FormandsafgoerelseEvent): Formandsafgoerelse {
  if (e.type === 'sagsstyring.ForeloebigAfgoerelseTruffet') {
    return {
      fase: 'truffet',
      ...e.data,
      underretningId: e.data.underretningId ?? null,
      ivaerksat: null,
      godkendesSenest: null,
      gyldigTil: null,
      parter: [],
      godkendt: null,
      slut: null,
      erstattetAf: null,
    };
  }
  if (state.fase === 'findes-ikke') return state;
  switch (e.type) {
    case 'sagsstyring.ForeloebigAfgoerelseIvaerksat': {
      const { regime, ivaerksat, godkendesSenest, gyldigTil, parter } = e.data;
      return {
        ...state,
        ...{ fase: 'ivaerksat', regime, ivaerksat, godkendesSenest, gyldigTil },
        parter: parter.map((part) => ({ ...part, meddelt: null })),
      };
    }
    case 'sagsstyring.ForeloebigIvaerksaettelseRettet': {
      const { regime, ivaerksat, godkendesSenest, gyldigTil } = e.data;
      return { ...state, ...{ regime, ivaerksat, godkendesSenest, gyldigTil } };
    }
    case 'sagsstyring.ForeloebigAfgoerelseMeddelt': {
      const { personId, meddelt } = e.data;
      const parter = state.parter.map((part) => (part.personId === personId ? { ...part, meddelt } : part));
      return { ...state, parter };
    }
    case 'sagsstyring.ForeloebigAfgoerelseMeddeltAlle':
      return state;
    case 'sagsstyring.ForeloebigAfgoerelseGodkendt':
      return { ...state, fase: 'godkendt', godkendt: e.data.dato };
    case 'sagsstyring.ForeloebigAfgoerelseErstattet':
      return { ...state, fase: 'erstattet', slut: e.data.dato, erstattetAf: e.data.buuSagId };
    case 'sagsstyring.ForeloebigAfgoerelseOphaevet':
      return { ...state, fase: 'ophaevet', slut: e.data.dato };
    case 'sagsstyring.ForeloebigAfgoerelseBortfaldet':
      return { ...state, fase: 'bortfaldet', slut: e.data.bortfaldt };
  }
}
