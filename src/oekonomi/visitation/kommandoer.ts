import { type Mangel } from '../../faelles/skridt.js';
import { type Forslag } from './tilstand.js';

export type Forum = 'leder' | 'visitationsudvalg';

export interface ForeslaaIndsats extends Omit<Forslag, 'stedtype' | 'sted'> {
  readonly type: 'ForeslaaIndsats';
  readonly dato: string;
  readonly stedtype?: string;
  readonly sted?: string;
}

export interface GodkendVisitation {
  readonly type: 'GodkendVisitation';
  readonly dato: string;
  readonly forum: Forum;
  readonly deltagere: readonly string[];
  /** What the forum may approve on the day; null: no limit is set. */
  readonly graenseOere: number | null;
  readonly bemaerkning?: string;
}

export interface AfgoerVisitation {
  readonly type: 'AfgoerVisitation';
  readonly afgoerelseDato: string;
  readonly regime: 'SEL' | 'BL';
  readonly bevilgede: readonly {
    readonly forslagId: string;
    readonly enkeltsagId: string;
    readonly anbringelse: boolean;
  }[];
  readonly afgoerelseIder: readonly string[];
  /** What consent, talk, plan and place still lack: judged by their own rules, refused together here. */
  readonly mangler: readonly Mangel[];
  readonly varighedMaaneder: number;
  readonly planId?: string;
  readonly formaal: string;
  readonly begrundelse: string;
  readonly barnetsHoldning: string;
  readonly planUndtagelse?: string;
}

export type VisitationKommando =
  | {
      readonly type: 'PaabegyndVisitation';
      readonly visitationId: string;
      readonly barnId: string;
      readonly sagId: string;
      readonly dato: string;
      readonly bfuId?: string;
      readonly formaal: string;
    }
  | ForeslaaIndsats
  | {
      readonly type: 'FjernForslag';
      readonly forslagId: string;
      readonly dato: string;
      readonly begrundelse: string;
    }
  | { readonly type: 'SendTilGodkendelse'; readonly dato: string }
  | GodkendVisitation
  | { readonly type: 'SendTilbage'; readonly dato: string; readonly begrundelse: string }
  | {
      readonly type: 'AfklarSamtykke';
      readonly dato: string;
      readonly udfald: 'samtykke' | 'ikke-samtykke';
      readonly mangler: readonly string[];
    }
  | AfgoerVisitation
  | {
      readonly type: 'MeddelVisitation';
      readonly dato: string;
      /** Decisions that a party has not been told. */
      readonly umeddelte: readonly string[];
    }
  | {
      readonly type: 'OvergivTilTvang';
      readonly dato: string;
      readonly regime: 'SEL' | 'BL';
      /** Paragraphs of the tracks that are left; empty: consent has not been refused, so there is none. */
      readonly spor: readonly string[];
      readonly mangler: readonly string[];
      readonly begrundelse: string;
    }
  | { readonly type: 'OpgivVisitation'; readonly dato: string; readonly begrundelse: string };
