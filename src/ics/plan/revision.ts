import { Afvist } from '../../faelles/afvist.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { alderAf } from './alder.js';
import { type Plantype, type Viderefoertmaal } from './kommandoer.js';
import { planparagraf } from './krav.js';
import { erAabent } from './opfoelgning.js';
import { kraevPlanIAabenSag } from './opslag.js';
import { planDecider } from './plan.js';
import { type BegyndtPlan } from './tilstand.js';

/**
 * Begins a new version of the valid plan: its purpose, what was carried over from the investigation and the goals that are
 * not reached go on, with their sources. The old
 * plan stays valid, and as it was, until the new one is approved.
 */
export async function reviderPlan(
  session: CommandSession,
  planId: string,
  onske: { readonly dato: string; readonly plantype?: Plantype; readonly formaal?: string },
  lov: Lovpakke,
): Promise<string> {
  const plan = await kraevPlanIAabenSag(session, planId);
  const { dato } = onske;
  const alder = await alderAf(session, plan.barnId, dato);
  const regime = lov.regime(dato);
  const nyId = session.context.nytId();
  await session.decide(planDecider, nyId, {
    type: 'OpretPlan',
    planId: nyId,
    ...{ barnId: plan.barnId, sagId: plan.sagId, regime, oprettet: dato },
    plantype: onske.plantype ?? plantypeEfter(plan, regime, alder),
    formaal: onske.formaal ?? plan.formaal,
    ...(plan.bfuId === null ? {} : { bfuId: plan.bfuId }),
    ...(alder === undefined ? {} : { alder }),
    reviderer: {
      planId,
      barnId: plan.barnId,
      gaeldende: plan.fase === 'gaeldende',
      planversion: plan.planversion,
      godkendt: plan.godkendt ?? plan.oprettet,
    },
  });
  await session.decide(planDecider, nyId, {
    type: 'ViderefoerMaal',
    ...{ dato, fraPlanId: planId },
    maal: viderefoerte(plan, () => session.context.nytId()),
  });
  // Text that was carried into the old plan goes on as it stands there: its source is still the version it was taken from.
  for (const bfuId of new Set(plan.grundlag.map((g) => g.bfuId))) {
    await session.decide(planDecider, nyId, {
      type: 'OverfoerFund',
      ...{ dato, bfuId, fraPlanId: planId },
      fund: plan.grundlag.filter((g) => g.bfuId === bfuId),
    });
  }
  return nyId;
}

/** Under barnets lov a plan that is revised from 16 is a ungeplan, and a handleplan before that becomes barnets plan. */
function plantypeEfter(plan: BegyndtPlan, regime: 'SEL' | 'BL', alder: number | undefined): Plantype {
  if (regime === 'SEL') return plan.plantype;
  if (alder !== undefined) return alder >= 16 ? 'ungeplan' : 'barnets-plan';
  if (plan.plantype !== 'handleplan') return plan.plantype;
  throw new Afvist(
    'plantype-ukendt',
    'Barnets fødselsdato kendes ikke. Angiv, om handleplanen bliver til barnets plan eller en ungeplan.',
    { felt: 'plantype', paragraf: planparagraf({ regime, plantype: 'barnets-plan' }) },
  );
}

/** The goals that go on: those that are neither reached nor given up, and their sub-goals under their new ids. */
function viderefoerte(plan: BegyndtPlan, nytId: () => string): readonly Viderefoertmaal[] {
  const aabne = Object.values(plan.maal).filter(erAabent);
  const nye = new Map(aabne.map(({ maalId }) => [maalId, nytId()]));
  return aabne.flatMap(({ maalId: fraMaalId, overmaalId: over, status: _status, ...resten }) => {
    const maalId = nye.get(fraMaalId);
    const overmaalId = over === undefined ? undefined : nye.get(over);
    if (maalId === undefined) return [];
    return [{ ...resten, maalId, fraMaalId, ...(overmaalId === undefined ? {} : { overmaalId }) }];
  });
}
