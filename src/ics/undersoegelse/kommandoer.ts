import { type TrinKode } from './trin.js';

export type Regime = 'SEL' | 'BL';
export type Fundart = 'ressource' | 'udfordring';
export type Sideloebende = 'ingen' | 'viderefoeres' | 'aendres' | 'ophoerer';
export type Afbrydelsesaarsag = 'flytning' | 'fyldt-18' | 'behov-bortfaldet' | 'foedsel';
export type Afdaekningsudfald = 'ingen-stoette' | 'tidlig-indsats' | 'stoettende-indsats';
/** The four-month track of the law, or the municipality's own quick one of six weeks. */
export type Hastighed = 'almindelig' | 'hurtig';
/** BL § 20, stk. 1: with one of these an investigation must be made; § 20, stk. 2 lets it be made otherwise. */
export type Bfugrund = 'alvorlig-eller-kompleks' | 'anbringelse-overvejes' | 'overgreb' | 'afbrudt-krisecenterophold';

/**
 * The themes, and with a licence the dimensions, that may be judged on the day of the decision, by code. Law is data, so they
 * come from outside. `daekker`: the theme that a dimension counts as.
 */
export type GyldigeTemaer = Readonly<Record<string, { readonly navn: string; readonly daekker?: string }>>;

/**
 * Dimensions of the triangle that the municipality has no licence for on the day of use, or had none for on the day of the
 * decision, by code -> the neutral theme that is used instead.
 */
export type UdenLicens = Readonly<Record<string, string>>;

/** A practical step and the day it is planned for. */
export interface Milepael {
  readonly trin: TrinKode;
  readonly planlagt: string;
}

/** What the municipality's network of persons knows of the child on the day; looked up outside. */
export interface Barnefakta {
  readonly ufoedt: boolean;
  /** Expected day of birth. */
  readonly termin?: string;
  /** Whole years on the day of the decision, when the date of birth is known. */
  readonly alder?: number;
}

export interface BeslutBfu {
  readonly type: 'BeslutBfu';
  readonly bfuId: string;
  readonly barnId: string;
  readonly sagId: string;
  readonly regime: Regime;
  readonly opmaerksomDato: string;
  readonly afgoerelseDato: string;
  readonly underretningId?: string;
  /** How the case was screened by the day of the decision; absent when it has not been. */
  readonly screening?: Screeningsfakta;
  readonly begrundelse: string;
  readonly hastighed?: Hastighed;
  readonly grunde?: readonly Bfugrund[];
  /** A brother or sister is placed because of neglect or abuse, which makes it a duty too (BL § 21, stk. 2). */
  readonly soeskendeAnbragt?: true;
  /** An earlier investigation of the child that this one revises. */
  readonly reviderer?: { readonly bfuId: string; readonly barnId: string; readonly afsluttet: boolean };
  readonly milepaele?: readonly Milepael[];
  /** Last day of the law, from the day of awareness. */
  readonly frist?: string;
  readonly barn?: Barnefakta;
  /** Investigations that run in the case already; they live in streams of their own. */
  readonly igangvaerende: readonly string[];
}

/** How the case was screened (BL § 18): through a notification or by itself. */
export interface Screeningsfakta {
  readonly udfald: string;
  readonly underretningId?: string;
  readonly screeningId?: string;
}

export interface BeslutAfdaekning {
  readonly type: 'BeslutAfdaekning';
  readonly bfuId: string;
  readonly barnId: string;
  readonly sagId: string;
  readonly regime: Regime;
  readonly opmaerksomDato: string;
  readonly afgoerelseDato: string;
  readonly screening?: Screeningsfakta;
  /** Codes of the themes that are looked into. */
  readonly forhold: readonly string[];
  readonly gyldigeTemaer: GyldigeTemaer;
  readonly grunde: readonly Bfugrund[];
  readonly begrundelse: string;
  readonly barn?: Barnefakta;
  readonly igangvaerende: readonly string[];
}

export interface AfslutAfdaekning {
  readonly type: 'AfslutAfdaekning';
  readonly dato: string;
  readonly udfald: Afdaekningsudfald;
  readonly indsatskoder: readonly string[];
  readonly kendteIndsatskoder: readonly string[];
  /** What was found that the law wants an investigation for. */
  readonly grunde: readonly Bfugrund[];
  readonly igangvaerendeIndsatser?: readonly IgangvaerendeIndsats[];
  readonly barn?: Barnefakta;
  readonly konklusion: string;
  readonly barnetsHoldning?: string;
  readonly foraeldresHoldning: string;
}

export interface KonverterTilBfu {
  readonly type: 'KonverterTilBfu';
  readonly barn?: Barnefakta;
  readonly afgoerelseDato: string;
  readonly regime: Regime;
  readonly hastighed?: Hastighed;
  readonly grunde?: readonly Bfugrund[];
  readonly milepaele?: readonly Milepael[];
  readonly frist?: string;
  readonly begrundelse: string;
}

/** A party to the decision on the investigation, found by the rules on the day. */
export interface Hoeringspart {
  readonly personId: string;
  readonly rolle: string;
}

export interface SendPartshoering {
  readonly type: 'SendPartshoering';
  readonly dato: string;
  readonly svarfrist: string;
  readonly parter: readonly Hoeringspart[];
  /** Why there is nobody to hear. */
  readonly ingenParter?: string;
  readonly maskeret: boolean;
  /** The most others around the child that one of the letters could tell of, whose address is protected. */
  readonly beskyttedeAndre: number;
}

export interface BesvarPartshoering {
  readonly type: 'BesvarPartshoering';
  readonly dato: string;
  readonly svar: string;
  /** Who answered; needed when more than one was heard. */
  readonly personId?: string;
}

export type Afdaekningskommando = BeslutAfdaekning | AfslutAfdaekning | KonverterTilBfu;

export interface VurderTemaer {
  readonly type: 'VurderTemaer';
  /** Local date; today when left out. */
  readonly dato?: string;
  readonly gyldigeTemaer: GyldigeTemaer;
  readonly udenLicens?: UdenLicens;
  readonly temaer: readonly { readonly tema: string; readonly relevant: boolean; readonly begrundelse: string }[];
}

export interface Konkluder {
  readonly type: 'Konkluder';
  readonly dato: string;
  readonly stoetteNoedvendig: boolean;
  readonly indsatskoder: readonly string[];
  readonly sideloebende: Sideloebende;
  readonly konklusion: string;
  /** Left out only for a child that is not born. */
  readonly barnetsHoldning?: string;
  readonly foraeldresHoldning: string;
  /** Themes that the law of the decision wants judged relevant or not. */
  readonly kraevedeTemaer: readonly string[];
  /** Codes of the catalogue of measures on the day of the conclusion. */
  readonly kendteIndsatskoder: readonly string[];
  readonly barn?: Barnefakta;
  /** Whether a measure ran in the case on the day of the conclusion. */
  readonly indsatsIGang: boolean;
}

export interface RetOpmaerksomhed {
  readonly type: 'RetOpmaerksomhed';
  readonly opmaerksomDato: string;
  /** The law's last day, counted anew. */
  readonly frist?: string;
  readonly begrundelse: string;
}

/** A measure or placement that runs beside an investigation. */
export interface IgangvaerendeIndsats {
  readonly indsatsId: string;
  readonly art?: 'indsats' | 'anbringelse';
  readonly ivaerksatDato: string;
}

export interface RetGodkendelse {
  readonly type: 'RetGodkendelse';
  readonly dato: string;
  readonly begrundelse: string;
  /** Whose first follow-up the right day may move, or no longer move. */
  readonly igangvaerendeIndsatser: readonly IgangvaerendeIndsats[];
}

export type Tvangskommando =
  | {
      readonly type: 'BeslutUdenSamtykke';
      /** The day of the committee's decision; its own process is elsewhere, here it is a fact. */
      readonly afgoerelseDato: string;
      /** Law on the day of that decision, which may be another than the investigation's. */
      readonly regime: Regime;
      readonly udloeber: string;
      readonly buuSagId: string;
      readonly form: 'ambulant' | 'ophold' | 'indlaeggelse';
      readonly sted?: string;
      readonly begrundelse: string;
    }
  | {
      readonly type: 'BegyndOphold';
      readonly dato: string;
      /** The day that the committee's case was told that the investigation is carried out. */
      readonly gennemfoert: string | null;
    }
  | { readonly type: 'OphoerOphold'; readonly dato: string }
  | { readonly type: 'AfslutUdenSamtykke'; readonly dato: string; readonly resultat: string };

export type Sagkyndigkommando =
  | {
      readonly type: 'BestilSagkyndig';
      readonly sagkyndigId: string;
      readonly art: 'laege' | 'psykolog';
      readonly undersoeges: 'barnet' | 'foraeldre';
      readonly autoriseret: boolean;
      readonly anmodet: string;
      readonly svarfrist: string;
      readonly udfoerer: string;
      /** When the young person agreed to be examined. */
      readonly samtykkeDato?: string;
      readonly barn?: Barnefakta;
      readonly begrundelse: string;
    }
  | {
      readonly type: 'ModtagSagkyndig';
      readonly sagkyndigId: string;
      readonly modtaget: string;
      readonly resultat: string;
    }
  | {
      readonly type: 'OpgivSagkyndig';
      readonly sagkyndigId: string;
      readonly dato: string;
      readonly begrundelse: string;
    }
  | {
      readonly type: 'TagStillingTilPpv';
      readonly dato: string;
      readonly indstilles: boolean;
      readonly begrundelse: string;
    };

export type Forloebskommando =
  | {
      readonly type: 'PlanlaegMilepaele';
      readonly dato: string;
      readonly milepaele: readonly Milepael[];
      /** Last day of the investigation; what leads to it is planned before. */
      readonly frist: string;
      readonly begrundelse?: string;
    }
  | { readonly type: 'NoterFoedsel'; readonly dato: string; readonly begrundelse: string; readonly barn: Barnefakta }
  | {
      readonly type: 'AfbrydBfu';
      readonly dato: string;
      readonly aarsag: Afbrydelsesaarsag;
      /** Law on the day. */
      readonly regime: Regime;
      readonly begrundelse: string;
      readonly barn?: Barnefakta;
    }
  | { readonly type: 'UndladMellemkommunalUnderretning'; readonly dato: string; readonly begrundelse: string };

/** Who is asked: what reaches parents and network waits for the assessment of an honour-related risk (BL § 18, stk. 3). */
export type Udtalelseskreds = 'fagperson' | 'netvaerk' | 'foraeldre';

export type Indhentningskommando =
  | { readonly type: 'AfdaekAktoerer'; readonly dato: string; readonly aktoerer: readonly string[] }
  | { readonly type: 'UndladAktoerer'; readonly dato: string; readonly begrundelse: string }
  | VurderTemaer
  | {
      readonly type: 'AnmodUdtalelse';
      readonly udtalelseId: string;
      readonly aktoer: string;
      readonly kreds?: Udtalelseskreds;
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
  | { readonly type: 'AfholdForaeldresamtale'; readonly dato: string; readonly referat: string };

/** A finding; one with an id that the investigation knows takes the place of the earlier one. */
export interface Fundkommando {
  readonly fundId: string;
  readonly tema: string;
  readonly art: Fundart;
  readonly tekst: string;
  /** The challenge is about the child's need for teaching (BL § 22, stk. 4). */
  readonly undervisning?: boolean;
  readonly barnetsSyn?: string;
  readonly foraeldrenesSyn?: string;
}

export type UndersoegelseKommando =
  | BeslutBfu
  | RetOpmaerksomhed
  | RetGodkendelse
  | Afdaekningskommando
  | Indhentningskommando
  | Tvangskommando
  | Sagkyndigkommando
  | Forloebskommando
  | {
      readonly type: 'UdarbejdAnalyse';
      readonly dato: string;
      readonly analyse: string;
      readonly fund: readonly Fundkommando[];
      readonly udenLicens?: UdenLicens;
    }
  | Konkluder
  | { readonly type: 'Gennemgaa'; readonly dato: string; readonly referat: string }
  | SendPartshoering
  | BesvarPartshoering
  | { readonly type: 'VurderForeloebigt'; readonly dato: string; readonly aarsag: string; readonly vurdering: string }
  | {
      readonly type: 'GodkendBfu';
      readonly dato: string;
      /** Measures that run beside the investigation; their first follow-up moves forward to its end (BL § 95, stk. 2). */
      readonly igangvaerendeIndsatser?: readonly IgangvaerendeIndsats[];
      readonly barn?: Barnefakta;
      /** The parties on the day; a rule has found them. */
      readonly parter?: readonly Hoeringspart[];
    };
