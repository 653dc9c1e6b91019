import { type IgangUdenSamtykke } from './beslutningsgrundlag.js';
import { type Sagsperson } from '../parter/parter_i_sagen.js';
import {
  type Genbehandling,
  type Ophoersaarsag,
  type Regime,
  type Udtalelsesudfald,
  type Undtagelseskrav,
} from './tilstand.js';

/** What the act on the day of a step demands of this kind of decision; law is data, so it comes from outside. */
export interface Udvalgslov {
  readonly afgoerelseKode: string;
  readonly afgoerelsesnavn: string;
  readonly hjemmel: string;
  readonly regime: Regime;
  readonly kraeverBfu: boolean;
  readonly kraeverPlan: boolean;
  readonly kvalificeretFlertal: boolean;
  /** The decision must say its purpose and expected duration; only where that rule has been read. */
  readonly kraeverFormaal: boolean;
  /** Paragraphs of the act on the day. */
  readonly paragraf: {
    readonly indstilling: string;
    readonly plan: string;
    readonly boernesamtale: string;
    readonly udtaleret: string;
    readonly advokat: string;
    readonly formaal: string;
    readonly moede: string;
    readonly flertal: string;
    readonly permanent: string;
    readonly genbehandling: string;
  };
}

/** What the recommendation rests on, as it stands on the day. */
export interface Grundlag {
  /** Absent: none was named. `afsluttet` null: it is not finished. */
  readonly bfu?: { readonly afsluttet: string | null; readonly konkluderet: string | null };
  readonly plan?: { readonly gaeldendeFra: string | null };
  /** Since when the child has been placed, as the recommendation says. */
  readonly anbragtFra?: string;
  /** Earliest day of a permanent placement, reckoned from when the child was placed. */
  readonly tidligstPermanent?: string;
}

/** The placement without consent that is taken up again. */
export interface Genbehandlingsgrundlag {
  /** Last day on which it carries the placement; null when the law pack does not say. */
  readonly sidsteDag: string | null;
  /** The day it ended before that. */
  readonly ophoert: string | null;
}

export interface AfgivIndstilling {
  readonly type: 'AfgivIndstilling';
  readonly lov: Udvalgslov;
  readonly grundlag: Grundlag;
  readonly ufoedt: boolean;
  readonly dato: string;
  readonly bfuId?: string;
  readonly planId?: string;
  readonly boernesamtaleDato?: string;
  readonly boernesamtaleUndladt?: string;
  readonly psykologiskVurderingDato?: string;
  readonly anbragtFra?: string;
  readonly undtagelser: readonly Undtagelseskrav[];
  readonly undtagelsesbegrundelse?: string;
  readonly indstilling: string;
  readonly formaal: string;
  readonly varighedMaaneder?: number;
  readonly barnetsHoldning: string;
  readonly foraeldrenesHoldning: string;
}

export interface NyGenbehandling {
  readonly genbehandling: Genbehandling;
  readonly genbehandlesSenest?: string;
  /** The child was placed within the year before this placement (SEL § 62, stk. 2). */
  readonly anbragtInden1Aar: boolean;
  /** Whether the child was under one on the day. */
  readonly under1Aar: boolean;
  /** Whether the act's rule on the choice has been confirmed. */
  readonly bekraeftet: boolean;
  /** The latest day that the act allows without anything special. */
  readonly senestMuligt: string;
}

export interface AfgoerBuuSag {
  readonly type: 'AfgoerBuuSag';
  readonly lov: Udvalgslov;
  readonly grundlag: Grundlag;
  readonly genbehandler?: Genbehandlingsgrundlag;
  /** Everybody around the child as the rules see them on the day of the decision. */
  readonly personer: readonly Sagsperson[];
  readonly afgoerelseId: string;
  readonly dato: string;
  readonly vedtaget: boolean;
  readonly foelgerIndstilling: boolean;
  readonly stemmerFor: number;
  readonly stemmerImod: number;
  readonly formaal?: string;
  readonly begrundelse: string;
  readonly genbehandling?: NyGenbehandling;
}

export type BuuSagKommando =
  | {
      readonly type: 'RejsBuuSag';
      readonly buuSagId: string;
      readonly sagId: string;
      readonly barnId: string;
      readonly lov: Udvalgslov;
      readonly dato: string;
      readonly formandsafgoerelseId?: string;
      readonly genbehandlerId?: string;
      readonly genbehandler?: Genbehandlingsgrundlag;
      /** Last day of a basis that was decided before the case came here, so that no case of the committee here holds it. */
      readonly overtagetGrundlagTil?: string;
      readonly plejeforaeldreIder: readonly string[];
      readonly angaarIder: readonly string[];
      readonly begrundelse: string;
    }
  | {
      readonly type: 'VejledPart';
      readonly personId: string;
      readonly dato: string;
      readonly maade: string;
      readonly part: Sagsperson | undefined;
      readonly risikovurderingMangler: boolean;
      readonly paragraf: string;
    }
  | AfgivIndstilling
  | { readonly type: 'BeramMoede'; readonly moede: string }
  | {
      readonly type: 'RegistrerUdtalelse';
      readonly personId: string;
      readonly dato: string;
      readonly udfald: Udtalelsesudfald;
      readonly udtalelse: string;
      readonly person: Sagsperson | undefined;
      readonly paragraf: string;
    }
  | {
      readonly type: 'RegistrerSamtykke';
      readonly personId: string;
      readonly dato: string;
      readonly person: Sagsperson | undefined;
      readonly paragraf: string;
    }
  | AfgoerBuuSag
  | ({ readonly type: 'SaetGenbehandlingsfrist'; readonly dato: string; readonly grundlag: 'ankestyrelsen' | 'dom' } & {
      readonly ny: NyGenbehandling;
      readonly paragraf: string;
    })
  | {
      readonly type: 'MeldUndersoegelseGennemfoert';
      readonly dato: string;
      readonly naesteSkridt: string;
      /** What still runs of it in the investigation: there it is ended first. */
      readonly igang?: IgangUdenSamtykke;
    }
  | {
      readonly type: 'OphoerGrundlag';
      readonly dato: string;
      readonly regime: Regime;
      /** Whether the child was still placed on the day. */
      readonly anbragt: boolean;
      readonly aarsag: Ophoersaarsag;
      readonly begrundelse: string;
    }
  | { readonly type: 'TraekBuuSag'; readonly dato: string; readonly begrundelse: string };
