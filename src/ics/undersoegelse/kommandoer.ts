export type Regime = 'SEL' | 'BL';
export type Fundart = 'ressource' | 'udfordring';
export type Sideloebende = 'ingen' | 'viderefoeres' | 'aendres' | 'ophoerer';
export type Afbrydelsesaarsag = 'flytning' | 'fyldt-18' | 'behov-bortfaldet';

export interface BeslutBfu {
  readonly type: 'BeslutBfu';
  readonly bfuId: string;
  readonly barnId: string;
  readonly sagId: string;
  readonly regime: Regime;
  readonly opmaerksomDato: string;
  readonly afgoerelseDato: string;
  readonly underretningId?: string;
  readonly begrundelse: string;
  /** Investigations that run in the case already; they live in streams of their own. */
  readonly igangvaerende: readonly string[];
}

export interface VurderTemaer {
  readonly type: 'VurderTemaer';
  /** Local date; today when left out. */
  readonly dato?: string;
  /** Code and name of the themes in force on the day of the decision; law is data, so they come from outside. */
  readonly gyldigeTemaer: Readonly<Record<string, string>>;
  readonly temaer: readonly { readonly tema: string; readonly relevant: boolean; readonly begrundelse: string }[];
}

export interface Konkluder {
  readonly type: 'Konkluder';
  readonly dato: string;
  readonly stoetteNoedvendig: boolean;
  readonly indsatskoder: readonly string[];
  readonly sideloebende: Sideloebende;
  readonly konklusion: string;
  readonly barnetsHoldning: string;
  readonly foraeldresHoldning: string;
  /** Themes that the law of the decision wants judged relevant or not. */
  readonly kraevedeTemaer: readonly string[];
  /** Codes of the catalogue of measures on the day of the conclusion. */
  readonly kendteIndsatskoder: readonly string[];
  /** Whether a measure ran in the case on the day of the conclusion. */
  readonly indsatsIGang: boolean;
}

export interface RetOpmaerksomhed {
  readonly type: 'RetOpmaerksomhed';
  readonly opmaerksomDato: string;
  readonly begrundelse: string;
}

export type UndersoegelseKommando =
  | BeslutBfu
  | RetOpmaerksomhed
  | { readonly type: 'AfdaekAktoerer'; readonly dato: string; readonly aktoerer: readonly string[] }
  | VurderTemaer
  | {
      readonly type: 'AnmodUdtalelse';
      readonly udtalelseId: string;
      readonly aktoer: string;
      readonly anmodet: string;
      readonly svarfrist: string;
      readonly emne: string;
    }
  | { readonly type: 'RykUdtalelse'; readonly udtalelseId: string; readonly rykket: string; readonly svarfrist: string }
  | {
      readonly type: 'ModtagUdtalelse';
      readonly udtalelseId: string;
      readonly modtaget: string;
      readonly indhold: string;
    }
  | {
      readonly type: 'AfholdBoernesamtale';
      readonly dato: string;
      readonly udenForaeldre: boolean;
      readonly referat: string;
      readonly barnetsHoldning: string;
    }
  | {
      readonly type: 'UndladBoernesamtale';
      readonly dato: string;
      readonly begrundelse: string;
      readonly barnetsHoldning: string;
    }
  | { readonly type: 'AfholdForaeldresamtale'; readonly dato: string; readonly referat: string }
  | {
      readonly type: 'UdarbejdAnalyse';
      readonly dato: string;
      readonly analyse: string;
      /** A finding with an id that the investigation knows takes the place of the earlier one. */
      readonly fund: readonly {
        readonly fundId: string;
        readonly tema: string;
        readonly art: Fundart;
        readonly tekst: string;
      }[];
    }
  | Konkluder
  | { readonly type: 'Gennemgaa'; readonly dato: string; readonly referat: string }
  | { readonly type: 'SendPartshoering'; readonly dato: string; readonly svarfrist: string }
  | { readonly type: 'BesvarPartshoering'; readonly dato: string; readonly svar: string }
  | { readonly type: 'VurderForeloebigt'; readonly dato: string; readonly aarsag: string; readonly vurdering: string }
  | {
      readonly type: 'GodkendBfu';
      readonly dato: string;
      /** Measures that run beside the investigation; their first follow-up moves forward to its end (BL § 95, stk. 2). */
      readonly igangvaerendeIndsatser?: readonly { readonly indsatsId: string; readonly ivaerksatDato: string }[];
    }
  | {
      readonly type: 'AfbrydBfu';
      readonly dato: string;
      readonly aarsag: Afbrydelsesaarsag;
      readonly begrundelse: string;
    };
