import { type BuuSagEvent } from './buu_sag.events.js';

export type Regime = 'SEL' | 'BL';
export type Genbehandling = '1aar' | '2aar' | 'under-1aar' | 'fastsat';
export type Udtalelsesudfald = 'udtalt' | 'oenskede-ikke' | 'undladt';
export type Undtagelseskrav = 'bfu' | 'tre-aar';
export type Ophoersaarsag = 'hjemgivelse' | 'samtykke' | 'ophaevet' | 'fyldt-18' | 'permanent';

export interface Indstilling {
  readonly dato: string;
  readonly regime: Regime;
  readonly hjemmel: string;
  readonly bfuId: string | null;
  readonly planId: string | null;
  readonly boernesamtaleDato: string | null;
  readonly boernesamtaleUndladt: string | null;
  readonly psykologiskVurderingDato: string | null;
  readonly anbragtFra: string | null;
  readonly undtagelser: readonly Undtagelseskrav[];
  readonly undtagelsesbegrundelse: string | null;
  readonly indstilling: string;
  readonly formaal: string;
  readonly varighedMaaneder: number | null;
  readonly barnetsHoldning: string;
  readonly foraeldrenesHoldning: string;
}

export interface RejstBuuSag {
  readonly fase: 'forberedes' | 'indstillet' | 'berammet' | 'afgjort' | 'trukket';
  readonly buuSagId: string;
  readonly sagId: string;
  readonly barnId: string;
  readonly afgoerelseKode: string;
  readonly afgoerelsesnavn: string;
  readonly hjemmel: string;
  readonly regime: Regime;
  readonly dato: string;
  readonly begrundelse: string;
  readonly formandsafgoerelseId: string | null;
  readonly genbehandlerId: string | null;
  readonly overtagetGrundlagTil: string | null;
  readonly plejeforaeldreIder: readonly string[];
  readonly angaarIder: readonly string[];
  readonly vejledte: readonly { readonly personId: string; readonly dato: string; readonly maade: string }[];
  readonly indstilling: Indstilling | null;
  readonly moede: string | null;
  readonly udtalelser: readonly {
    readonly personId: string;
    readonly dato: string;
    readonly udfald: Udtalelsesudfald;
    readonly udtalelse: string;
  }[];
  readonly samtykker: readonly { readonly personId: string; readonly dato: string }[];
  readonly afgjort: {
    readonly afgoerelseId: string | null;
    readonly hjemmel: string;
    readonly regime: Regime;
    readonly dato: string;
    readonly vedtaget: boolean;
    readonly foelgerIndstilling: boolean;
    readonly stemmerFor: number;
    readonly stemmerImod: number;
    readonly formaal: string | null;
    readonly begrundelse: string;
  } | null;
  readonly genbehandling: {
    readonly dato: string;
    readonly genbehandling: Genbehandling;
    readonly genbehandlesSenest: string | null;
    readonly grundlag: 'udvalg' | 'ankestyrelsen' | 'dom';
  } | null;
  readonly undersoegelseGennemfoert: string | null;
  readonly grundlagOphoert: string | null;
  readonly trukket: string | null;
}

export type BuuSag = { readonly fase: 'findes-ikke' } | RejstBuuSag;

export function evolve(state: BuuSag, e: BuuSagEvent): BuuSag {
  if (e.type === 'sagsstyring.BuuSagRejst') {
    return {
      fase: 'forberedes',
      ...e.data,
      formandsafgoerelseId: e.data.formandsafgoerelseId ?? null,
      genbehandlerId: e.data.genbehandlerId ?? null,
      overtagetGrundlagTil: e.data.overtagetGrundlagTil ?? null,
      vejledte: [],
      indstilling: null,
      moede: null,
      udtalelser: [],
      samtykker: [],
      afgjort: null,
      genbehandling: null,
      undersoegelseGennemfoert: null,
      grundlagOphoert: null,
      trukket: null,
    };
  }
  return state.fase === 'findes-ikke' ? state : videre(state, e);
}

function videre(state: RejstBuuSag, e: Exclude<BuuSagEvent, { type: 'sagsstyring.BuuSagRejst' }>): RejstBuuSag {
  switch (e.type) {
    case 'sagsstyring.BuuPartVejledt': {
      const { personId, dato, maade } = e.data;
      return { ...state, vejledte: [...state.vejledte, { personId, dato, maade }] };
    }
    case 'sagsstyring.BuuIndstillingAfgivet': {
      const { buuSagId: _b, sagId: _s, barnId: _a, ...d } = e.data;
      return {
        ...state,
        fase: state.moede === null ? 'indstillet' : 'berammet',
        indstilling: {
          ...d,
          bfuId: d.bfuId ?? null,
          planId: d.planId ?? null,
          boernesamtaleDato: d.boernesamtaleDato ?? null,
          boernesamtaleUndladt: d.boernesamtaleUndladt ?? null,
          psykologiskVurderingDato: d.psykologiskVurderingDato ?? null,
          anbragtFra: d.anbragtFra ?? null,
          undtagelsesbegrundelse: d.undtagelsesbegrundelse ?? null,
          varighedMaaneder: d.varighedMaaneder ?? null,
        },
      };
    }
    case 'sagsstyring.BuuMoedeBerammet':
      return { ...state, fase: state.indstilling === null ? state.fase : 'berammet', moede: e.data.moede };
    case 'sagsstyring.BuuUdtalelseGivet': {
      const { personId, dato, udfald, udtalelse } = e.data;
      // What somebody says last is what the committee knows.
      const andre = state.udtalelser.filter((u) => u.personId !== personId);
      return { ...state, udtalelser: [...andre, { personId, dato, udfald, udtalelse }] };
    }
    case 'sagsstyring.BuuSamtykkeGivet':
      return { ...state, samtykker: [...state.samtykker, { personId: e.data.personId, dato: e.data.dato }] };
    case 'sagsstyring.BuuAfgjort': {
      const { hjemmel, regime, dato, vedtaget, foelgerIndstilling, stemmerFor, stemmerImod, begrundelse } = e.data;
      return {
        ...state,
        fase: 'afgjort',
        afgjort: {
          ...{ hjemmel, regime, dato, vedtaget, foelgerIndstilling, stemmerFor, stemmerImod, begrundelse },
          afgoerelseId: e.data.afgoerelseId ?? null,
          formaal: e.data.formaal ?? null,
        },
      };
    }
    case 'sagsstyring.GenbehandlingsfristSat': {
      const { dato, genbehandling, grundlag } = e.data;
      const genbehandlesSenest = e.data.genbehandlesSenest ?? null;
      return { ...state, genbehandling: { dato, genbehandling, grundlag, genbehandlesSenest } };
    }
    case 'sagsstyring.UndersoegelseUdenSamtykkeGennemfoert':
      return { ...state, undersoegelseGennemfoert: e.data.dato };
    case 'sagsstyring.AnbringelsesgrundlagOphoert':
      return { ...state, grundlagOphoert: e.data.dato };
    case 'sagsstyring.BuuSagTrukket':
      return { ...state, fase: 'trukket', trukket: e.data.dato };
  }
}
