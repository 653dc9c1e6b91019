import {
  type Kilde,
  type Maalindhold,
  type Maalstatus,
  type OverfoertFund,
  type Plantype,
  type Regime,
} from './kommandoer.js';
import { type PlanEvent } from './plan.events.js';

export interface Maal extends Maalindhold {
  readonly maalId: string;
  readonly overmaalId?: string;
  readonly kilde?: Kilde;
  readonly indsatsIder: readonly string[];
  readonly status: Maalstatus;
}

/** A finding that the plan rests on: the plan's own words, and the source as it was worded when it was carried over. */
interface Grundlag extends OverfoertFund {
  readonly bfuId: string;
}

export interface BegyndtPlan {
  readonly fase: 'kladde' | 'i-hoering' | 'gaeldende' | 'revideret' | 'afsluttet';
  readonly planId: string;
  readonly barnId: string;
  readonly sagId: string;
  readonly plantype: Plantype;
  readonly regime: Regime;
  readonly oprettet: string;
  readonly formaal: string;
  /** The investigation that the plan builds on. */
  readonly bfuId: string | null;
  readonly reviderer: string | null;
  /** 1 for the first, one more for each revision. */
  readonly planversion: number;
  readonly godkendt: string | null;
  /** The plan that took its place. */
  readonly erstattetAf: string | null;
  readonly hoering: { readonly dato: string; readonly svarfrist: string; readonly besvaret: boolean } | null;
  /** Findings carried over, the latest wording of each in the plan. */
  readonly grundlag: readonly Grundlag[];
  readonly maal: Readonly<Record<string, Maal>>;
  readonly sidsteOpfoelgning: string | null;
  /** When the next one was decided for, where no measure carries a deadline for it. */
  readonly naesteUdenIndsats: string | null;
  /** What the latest follow-up found must be done besides the measures. */
  readonly planvurdering: 'uaendret' | 'revideres' | 'laves';
  readonly undersoegelsesbehov: 'intet' | 'afdaekning' | 'bfu';
}

export type Plan = { readonly fase: 'findes-ikke' } | BegyndtPlan;

/** What an event makes of what was known before it. */
export function evolve(state: Plan, e: PlanEvent): Plan {
  if (e.type === 'ics.PlanOprettet') {
    const { planId, barnId, sagId, plantype, regime, oprettet, formaal } = e.data;
    return {
      fase: 'kladde',
      ...{ planId, barnId, sagId, plantype, regime, oprettet, formaal },
      bfuId: e.data.bfuId ?? null,
      reviderer: e.data.reviderer ?? null,
      planversion: e.data.planversion ?? 1,
      godkendt: null,
      erstattetAf: null,
      hoering: null,
      grundlag: [],
      maal: {},
      sidsteOpfoelgning: null,
      naesteUdenIndsats: null,
      planvurdering: 'uaendret',
      undersoegelsesbehov: 'intet',
    };
  }
  if (state.fase === 'findes-ikke') return state;
  switch (e.type) {
    case 'ics.FundOverfoert': {
      const { bfuId, fund } = e.data;
      const tekster = new Map((e.data.tekster ?? []).map((t) => [t.fundId, t]));
      const nye = fund.map((f): Grundlag => {
        // The words are gone when the child's key is destroyed; what it came from is still known.
        const { tekst = '[slettet]', kildetekst = '[slettet]' } = tekster.get(f.fundId) ?? {};
        return { ...f, bfuId, tekst, kildetekst };
      });
      const igen = new Set(fund.map(({ fundId }) => fundId));
      return { ...state, grundlag: [...state.grundlag.filter(({ fundId }) => !igen.has(fundId)), ...nye] };
    }
    case 'ics.MaalOpstillet': {
      const { maalId, overmaalId, indsatsIder, bfuId, fundId, kildeversion, kildetekst, ...resten } = e.data;
      return medMaal(state, {
        ...indhold(resten),
        ...{ maalId, status: 'ikke-begyndt', indsatsIder: indsatsIder ?? [] },
        ...(overmaalId === undefined ? {} : { overmaalId }),
        ...kilde(bfuId, fundId, kildeversion, kildetekst),
      });
    }
    case 'ics.MaalViderefoert': {
      const tekster = new Map((e.data.tekster ?? []).map((t) => [t.maalId, t]));
      return e.data.maal.reduce<BegyndtPlan>((plan, m) => {
        // The words are gone when the child's key is destroyed; the goal and where it came from are still counted.
        const tekst = tekster.get(m.maalId) ?? { maal: '[slettet]' };
        const { maalId, overmaalId, indsatsIder, bfuId, fundId, kildeversion } = m;
        const kildetekst = 'kildetekst' in tekst ? tekst.kildetekst : undefined;
        return medMaal(plan, {
          ...indhold({ ...m, ...tekst }),
          ...{ maalId, status: 'ikke-begyndt', indsatsIder },
          ...(overmaalId === undefined ? {} : { overmaalId }),
          ...kilde(bfuId, fundId, kildeversion, kildetekst),
        });
      }, state);
    }
    case 'ics.MaalRettet': {
      const foer = state.maal[e.data.maalId];
      if (foer === undefined) return state;
      const { maalId, overmaalId, kilde: fra, indsatsIder, status } = foer;
      const fast = {
        ...(overmaalId === undefined ? {} : { overmaalId }),
        ...(fra === undefined ? {} : { kilde: fra }),
      };
      return medMaal(state, { ...indhold(e.data), ...fast, maalId, indsatsIder, status });
    }
    case 'ics.MaalFjernet': {
      const { maalId } = e.data;
      const tilbage = Object.values(state.maal).filter((m) => m.maalId !== maalId && m.overmaalId !== maalId);
      return { ...state, maal: Object.fromEntries(tilbage.map((m) => [m.maalId, m])) };
    }
    case 'ics.MaalKnyttetTilIndsatser': {
      const foer = state.maal[e.data.maalId];
      if (foer === undefined) return state;
      return medMaal(state, { ...foer, indsatsIder: [...new Set([...foer.indsatsIder, ...e.data.indsatsIder])] });
    }
    case 'ics.PlanSendtIHoering': {
      const { dato, svarfrist } = e.data;
      return { ...state, fase: 'i-hoering', hoering: { dato, svarfrist, besvaret: false } };
    }
    case 'ics.PlanhoeringBesvaret':
      return state.hoering === null ? state : { ...state, hoering: { ...state.hoering, besvaret: true } };
    case 'ics.PlanhoeringTrukketTilbage':
      return { ...state, fase: 'kladde', hoering: null };
    case 'ics.PlanGodkendt':
      return { ...state, fase: 'gaeldende', godkendt: e.data.godkendtDato };
    case 'ics.PlanErstattet':
      return { ...state, fase: 'revideret', erstattetAf: e.data.erstattetAf };
    case 'ics.OpfoelgningAfholdt': {
      const { dato, maalstatus, planvurdering = 'uaendret', undersoegelsesbehov = 'intet' } = e.data;
      const status = new Map(maalstatus.map((m) => [m.maalId, m.status]));
      const maal = Object.values(state.maal).map((m) => [m.maalId, { ...m, status: status.get(m.maalId) ?? m.status }]);
      const naesteUdenIndsats = e.data.indsatsIder.length === 0 ? (e.data.naesteDato ?? null) : null;
      return {
        ...state,
        ...{ sidsteOpfoelgning: dato, naesteUdenIndsats, planvurdering, undersoegelsesbehov },
        maal: Object.fromEntries(maal) as BegyndtPlan['maal'],
      };
    }
    case 'ics.PlanAfsluttet':
      return { ...state, fase: 'afsluttet' };
  }
}

function medMaal(plan: BegyndtPlan, maal: Maal): BegyndtPlan {
  return { ...plan, maal: { ...plan.maal, [maal.maalId]: maal } };
}

/** The goal's own words and codes, without what an event holds besides. */
export function indhold({ tema, voksenliv, maal, ansvarlig, succesindikator }: Maalindhold): Maalindhold {
  return {
    maal,
    ...(tema === undefined ? {} : { tema }),
    ...(voksenliv === undefined ? {} : { voksenliv }),
    ...(ansvarlig === undefined ? {} : { ansvarlig }),
    ...(succesindikator === undefined ? {} : { succesindikator }),
  };
}

function kilde(
  bfuId: string | undefined,
  fundId: string | undefined,
  version: number | undefined,
  tekst: string | undefined,
): { readonly kilde?: Kilde } {
  if (bfuId === undefined || fundId === undefined || version === undefined) return {};
  return { kilde: { bfuId, fundId, version, tekst: tekst ?? '[slettet]' } };
}
