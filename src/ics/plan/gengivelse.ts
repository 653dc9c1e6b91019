import { medRettelser } from '../../platform/corrections/date-correction.js';
import { type Kilde } from './kommandoer.js';
import { type PlanEvent } from './plan.events.js';
import { type KildeVisning, type MaalVisning, type PlanVisning } from './plan.visning.js';
import { type BegyndtPlan, type Maal } from './tilstand.js';

type Udkast = Omit<PlanVisning, 'fase' | 'version' | 'maal'>;

/** How the investigation words a finding now, and in which version it did so; undefined when it is not known there. */
export type SenesteOrdlyd = (
  bfuId: string,
  fundId: string,
) => { readonly version: number; readonly tekst: string } | undefined;

/** The whole plan as it is read, from its events; `plan` is the state that decisions are made on. */
export function gengivPlan(stroem: readonly PlanEvent[], plan: BegyndtPlan, senesteOrdlyd: SenesteOrdlyd): PlanVisning {
  const { planId, barnId, sagId, plantype, regime, oprettet, formaal, bfuId, reviderer, planversion, godkendt } = plan;
  const udkast = medRettelser(stroem).reduce<Udkast>((v, e) => medHaendelse(v, e, senesteOrdlyd), {
    ...{ planId, barnId, sagId, plantype, regime, oprettet, formaal, bfuId, reviderer, planversion, godkendt },
    grundlag: [],
    hoering: null,
    inddragelse: null,
    erstatter: null,
    erstattetAf: null,
    opfoelgninger: [],
    slut: null,
  });
  const fra = viderefoertFra(stroem);
  const maal = Object.values(plan.maal).map((m) => gengivMaal(m, fra.get(m.maalId) ?? null, senesteOrdlyd));
  return { ...udkast, maal, fase: plan.fase, version: stroem.length };
}

function viderefoertFra(stroem: readonly PlanEvent[]): ReadonlyMap<string, string> {
  return new Map(
    stroem.flatMap((e) =>
      e.type === 'ics.MaalViderefoert' ? e.data.maal.map(({ maalId, fraMaalId }) => [maalId, fraMaalId] as const) : [],
    ),
  );
}

function gengivMaal(m: Maal, fraMaalId: string | null, senesteOrdlyd: SenesteOrdlyd): MaalVisning {
  return {
    ...{ maalId: m.maalId, maal: m.maal, status: m.status, fraMaalId },
    overmaalId: m.overmaalId ?? null,
    tema: m.tema ?? null,
    voksenliv: m.voksenliv ?? null,
    indsatsIder: [...m.indsatsIder],
    ansvarlig: m.ansvarlig ?? null,
    succesindikator: m.succesindikator ?? null,
    kilde: m.kilde === undefined ? null : gengivKilde(m.kilde, senesteOrdlyd),
  };
}

function gengivKilde({ bfuId, fundId, version, tekst }: Kilde, senesteOrdlyd: SenesteOrdlyd): KildeVisning {
  const nu = senesteOrdlyd(bfuId, fundId);
  const kildeAendret = nu !== undefined && nu.version > version;
  return { bfuId, fundId, version, tekst, kildeAendret, tekstNu: kildeAendret ? nu.tekst : null };
}

function medHaendelse(v: Udkast, e: PlanEvent, senesteOrdlyd: SenesteOrdlyd): Udkast {
  switch (e.type) {
    case 'ics.FundOverfoert': {
      const { bfuId, fund } = e.data;
      const tekster = new Map((e.data.tekster ?? []).map((t) => [t.fundId, t]));
      const nye = fund.map(({ fundId, kildeversion: version, tema, art }) => {
        const { tekst = '[slettet]', kildetekst = '[slettet]' } = tekster.get(fundId) ?? {};
        return { tema, art, tekst, kilde: gengivKilde({ bfuId, fundId, version, tekst: kildetekst }, senesteOrdlyd) };
      });
      const igen = new Set(fund.map(({ fundId }) => fundId));
      return { ...v, grundlag: [...v.grundlag.filter(({ kilde }) => !igen.has(kilde.fundId)), ...nye] };
    }
    case 'ics.PlanSendtIHoering': {
      const { dato, svarfrist } = e.data;
      return { ...v, hoering: { dato, svarfrist, besvaret: null, svar: null } };
    }
    case 'ics.PlanhoeringBesvaret': {
      const { dato: besvaret, svar } = e.data;
      return v.hoering === null ? v : { ...v, hoering: { ...v.hoering, besvaret, svar } };
    }
    case 'ics.PlanGodkendt':
      return { ...v, inddragelse: e.data.inddragelse, erstatter: e.data.erstatter ?? null };
    case 'ics.PlanErstattet':
      return { ...v, erstattetAf: e.data.erstattetAf, slut: e.data.dato };
    case 'ics.OpfoelgningAfholdt': {
      const { opfoelgningId, dato, regime, indsatsIder, udfald, maalstatus, vurdering, barnetsHoldning } = e.data;
      const vurderinger = new Map((e.data.maalvurderinger ?? []).map((m) => [m.maalId, m.vurdering]));
      const ny = {
        ...{ opfoelgningId, dato, regime, indsatsIder, udfald, vurdering, barnetsHoldning },
        maal: maalstatus.map(({ maalId, status }) => ({ maalId, status, vurdering: vurderinger.get(maalId) ?? null })),
        planvurdering: e.data.planvurdering ?? null,
        undersoegelsesbehov: e.data.undersoegelsesbehov ?? null,
        udenForPlanen: e.data.udenForPlanen ?? null,
        naesteDato: e.data.naesteDato ?? null,
        rytmebegrundelse: e.data.rytmebegrundelse ?? null,
      };
      return { ...v, opfoelgninger: [...v.opfoelgninger, ny] };
    }
    case 'ics.PlanAfsluttet':
      return { ...v, slut: e.data.dato };
    case 'ics.PlanOprettet':
    case 'ics.MaalOpstillet':
    case 'ics.MaalViderefoert':
    case 'ics.MaalRettet':
    case 'ics.MaalFjernet':
    case 'ics.MaalKnyttetTilIndsatser':
    case 'ics.PlanhoeringTrukketTilbage':
      return v;
  }
}
