import { type BegyndtPlan } from './plan.js';
import { type PlanVisning } from './plan.dto.js';
import { type PlanEvent } from './plan.events.js';

type Udkast = Omit<PlanVisning, 'fase' | 'version'>;

/** Version of the investigation that worded a finding last; undefined when it is not known there. */
export type SenesteOrdlyd = (bfuId: string, fundId: string) => number | undefined;

/** The whole plan as it is read, from its events; `plan` is the state that decisions are made on. */
export function gengivPlan(stroem: readonly PlanEvent[], plan: BegyndtPlan, senesteOrdlyd: SenesteOrdlyd): PlanVisning {
  const { planId, barnId, sagId, plantype, regime, oprettet } = plan;
  const udkast = stroem.reduce<Udkast>((v, e) => medHaendelse(v, e, plan, senesteOrdlyd), {
    ...{ planId, barnId, sagId, plantype, regime, oprettet },
    formaal: '',
    bfuId: null,
    maal: [],
    godkendt: plan.godkendt,
    inddragelse: null,
    erstatter: null,
    erstattetAf: null,
    opfoelgninger: [],
    slut: null,
  });
  return { ...udkast, fase: plan.fase, version: stroem.length };
}

function medHaendelse(v: Udkast, e: PlanEvent, plan: BegyndtPlan, senesteOrdlyd: SenesteOrdlyd): Udkast {
  switch (e.type) {
    case 'ics.PlanOprettet':
      return { ...v, formaal: e.data.formaal, bfuId: e.data.bfuId ?? null };
    case 'ics.MaalOpstillet': {
      const { maalId, maal, tema, ansvarlig, succesindikator, bfuId, fundId, kildeversion, kildetekst } = e.data;
      const kilde =
        bfuId === undefined || fundId === undefined || kildeversion === undefined
          ? null
          : {
              ...{ bfuId, fundId, version: kildeversion, tekst: kildetekst ?? '[slettet]' },
              kildeAendret: (senesteOrdlyd(bfuId, fundId) ?? 0) > kildeversion,
            };
      const nyt = {
        ...{ maalId, maal, kilde },
        tema: tema ?? null,
        ansvarlig: ansvarlig ?? null,
        succesindikator: succesindikator ?? null,
        status: plan.maal[maalId]?.status ?? 'ikke-begyndt',
      };
      return { ...v, maal: [...v.maal, nyt] };
    }
    case 'ics.PlanGodkendt':
      return { ...v, inddragelse: e.data.inddragelse, erstatter: e.data.erstatter ?? null };
    case 'ics.PlanErstattet':
      return { ...v, erstattetAf: e.data.erstattetAf, slut: e.data.dato };
    case 'ics.OpfoelgningAfholdt': {
      const { opfoelgningId, dato, regime, indsatsIder, udfald, naesteDato, rytmebegrundelse, vurdering } = e.data;
      const ny = {
        ...{ opfoelgningId, dato, regime, indsatsIder, udfald, vurdering },
        naesteDato: naesteDato ?? null,
        rytmebegrundelse: rytmebegrundelse ?? null,
        barnetsHoldning: e.data.barnetsHoldning,
      };
      return { ...v, opfoelgninger: [...v.opfoelgninger, ny] };
    }
    case 'ics.PlanAfsluttet':
      return { ...v, slut: e.data.dato };
  }
}
