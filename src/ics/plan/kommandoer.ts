import { type Opfoelgning, type Opfoelgningsgraense } from './opfoelgning.js';

export type Regime = 'SEL' | 'BL';
export type Plantype = 'handleplan' | 'barnets-plan' | 'ungeplan';
export type Maalstatus = 'ikke-begyndt' | 'i-gang' | 'delvist-naaet' | 'naaet' | 'ikke-naaet' | 'opgivet';
/** What a goal for adult life is about (BL § 109, SEL § 140 from 16). */
export type Voksenliv = 'uddannelse' | 'beskaeftigelse' | 'bolig' | 'oekonomi' | 'netvaerk' | 'andet';

/** The finding that a text is drawn from, as it was worded in that version of the investigation. */
export interface Kilde {
  readonly bfuId: string;
  readonly fundId: string;
  readonly version: number;
  readonly tekst: string;
}

/** What a goal says. */
export interface Maalindhold {
  readonly tema?: string;
  readonly voksenliv?: Voksenliv;
  readonly maal: string;
  readonly ansvarlig?: string;
  readonly succesindikator?: string;
}

/** The plan that a draft was begun as the next version of, on the day the draft is approved. */
export interface Revideretplan {
  readonly planversion: number;
  readonly gaeldende: boolean;
  /** The plan that came between. */
  readonly erstattetAf: string | null;
}

export interface OpretPlan {
  readonly type: 'OpretPlan';
  readonly planId: string;
  readonly barnId: string;
  readonly sagId: string;
  readonly plantype: Plantype;
  readonly regime: Regime;
  readonly oprettet: string;
  readonly bfuId?: string;
  readonly formaal: string;
  /** The child's age on the day, when it is known. */
  readonly alder?: number;
  /** The valid plan that this one revises. */
  readonly reviderer?: {
    readonly planId: string;
    readonly barnId: string;
    readonly gaeldende: boolean;
    readonly planversion: number;
    readonly godkendt: string;
  };
}

export interface OpstilMaal extends Maalindhold {
  readonly type: 'OpstilMaal';
  /** Local date; today when left out. */
  readonly dato?: string;
  readonly maalId: string;
  /** The goal that this is a part of. */
  readonly overmaalId?: string;
  readonly indsatsIder?: readonly string[];
  readonly kilde?: Kilde;
}

export interface RetMaal extends Maalindhold {
  readonly type: 'RetMaal';
  readonly dato: string;
  readonly maalId: string;
}

/** A goal of the earlier plan that goes on in the new one. */
export interface Viderefoertmaal extends Maalindhold {
  readonly maalId: string;
  readonly fraMaalId: string;
  readonly overmaalId?: string;
  readonly indsatsIder: readonly string[];
  readonly kilde?: Kilde;
}

export interface OverfoertFund {
  readonly fundId: string;
  readonly kildeversion: number;
  readonly tema: string;
  readonly art: 'ressource' | 'udfordring';
  readonly tekst: string;
  readonly kildetekst: string;
}

export type Maalkommando =
  | OpstilMaal
  | RetMaal
  | { readonly type: 'FjernMaal'; readonly dato: string; readonly maalId: string; readonly begrundelse: string }
  | {
      readonly type: 'KnytIndsatser';
      readonly dato: string;
      readonly maalId: string;
      readonly indsatsIder: readonly string[];
    }
  | {
      readonly type: 'ViderefoerMaal';
      readonly dato: string;
      readonly fraPlanId: string;
      readonly maal: readonly Viderefoertmaal[];
    }
  | {
      readonly type: 'OverfoerFund';
      readonly dato: string;
      readonly bfuId: string;
      /** The earlier plan that they go on from, with the version and wording that they had there. */
      readonly fraPlanId?: string;
      readonly fund: readonly OverfoertFund[];
    };

export interface AfholdOpfoelgning extends Opfoelgning {
  readonly type: 'AfholdOpfoelgning';
  /** Those of the measures that have ended already. */
  readonly ophoerteIder?: readonly string[];
  readonly graense: Opfoelgningsgraense | null;
  readonly maalstatus: readonly {
    readonly maalId: string;
    readonly status: Maalstatus;
    readonly vurdering?: string;
  }[];
}

export type PlanKommando =
  | OpretPlan
  | Maalkommando
  | AfholdOpfoelgning
  | { readonly type: 'SendIHoering'; readonly dato: string; readonly svarfrist: string }
  | { readonly type: 'BesvarHoering'; readonly dato: string; readonly svar: string }
  | { readonly type: 'TraekHoeringTilbage'; readonly dato: string; readonly begrundelse: string }
  | {
      readonly type: 'GodkendPlan';
      readonly dato: string;
      /** Law on the day; a draft may have been begun under another. */
      readonly regime: Regime;
      readonly inddragelse: string;
      /** The plan that was valid until now. */
      readonly erstatter?: string;
      /** How it stands with the plan that this one revises. */
      readonly revideret?: Revideretplan;
      /** The child's age on the day, when it is known. */
      readonly alder?: number;
    }
  | { readonly type: 'ErstatPlan'; readonly erstattetAf: string; readonly dato: string }
  | { readonly type: 'AfslutPlan'; readonly dato: string; readonly begrundelse: string };
