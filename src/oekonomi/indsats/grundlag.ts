import { Afvist } from '../../faelles/afvist.js';
import { kraevPlan, kraevUndersoegelse } from '../../ics/ics.public.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { type BevilgIndsats, type Boernesamtale } from './indsats.js';
import {
  type BoernesamtaleVedAfgoerelse,
  holdtEllerUndladt,
  type NyAfgoerelse,
} from '../../sagsstyring/sagsstyring.public.js';
import { type Regime } from './tilstand.js';

/** The child's plan that a decision builds on; refused when it is another child's or no longer valid. */
export async function findBarnetsPlan(
  session: CommandSession,
  planId: string | undefined,
  barnId: string,
  paa: { readonly regime: Regime; readonly afgoerelseDato: string; readonly foerst?: boolean },
): Promise<BevilgIndsats['plan']> {
  if (planId === undefined) return undefined;
  const plan = await kraevPlan(session, planId);
  if (plan.barnId !== barnId) {
    throw new Afvist('andet-barn', 'Planen gælder et andet barn end sagen.', { felt: 'planId' });
  }
  if (plan.fase !== 'gaeldende' && plan.fase !== 'kladde') {
    throw new Afvist('plan-gaelder-ikke', `Planen er ${plan.fase}. Angiv barnets gældende plan.`, {
      felt: 'planId',
      paragraf: plan.regime === 'SEL' ? 'SEL § 140' : 'BL § 91',
    });
  }
  // Under serviceloven the plan had to be there before the decision; under barnets lov it may be made afterwards, but not
  // before compulsion (BL § 91, stk. 2) and a permanent placement (BL § 67).
  const iTide =
    (paa.regime === 'BL' && paa.foerst !== true) || (plan.godkendt !== null && plan.godkendt <= paa.afgoerelseDato);
  return { planId, gaeldende: plan.fase === 'gaeldende' && iTide };
}

/** How the child was heard before the decision: in the investigation, in a talk of its own, or not, with the reason. */
export async function findSamtale(
  session: CommandSession,
  sagId: string,
  bfuId: string | undefined,
  given: BoernesamtaleVedAfgoerelse | undefined,
): Promise<Boernesamtale | undefined> {
  const bfu = bfuId === undefined ? undefined : await kraevUndersoegelse(session, bfuId);
  if (bfu !== undefined && bfu.sagId !== sagId) {
    throw new Afvist('undersoegelse-i-anden-sag', 'Undersøgelsen hører til en anden sag.', { felt: 'bfuId' });
  }
  if (given !== undefined) {
    const samtale = holdtEllerUndladt(given);
    return 'dato' in samtale ? { art: 'holdt', dato: samtale.dato } : { art: 'undladt', begrundelse: samtale.undladt };
  }
  // A talk that was left out in the investigation does not count: each decision must say why the child was not heard.
  const dato = bfu?.naaet.boernesamtale;
  return bfu?.boernesamtale === 'afholdt' && dato !== undefined ? { art: 'i-bfu', dato } : undefined;
}

/**
 * The talk as the decision keeps it, where no other event does: when it was held, or why it was left out (SEL § 48,
 * BL § 5, stk. 3-4).
 */
export function samtaleIAfgoerelsen(
  given: BoernesamtaleVedAfgoerelse | undefined,
): Pick<NyAfgoerelse, 'boernesamtale'> {
  return given === undefined ? {} : { boernesamtale: holdtEllerUndladt(given) };
}
