import { laegAarTil } from '../../faelles/kalender.js';
import { erServicelov, hjemmelPaa } from '../../faelles/lov/hjemmel.js';
import { type Skridt } from '../../faelles/skridt.js';
import { type BegyndtPlan, planDecider, type PlanEvent, PLANREGLER_I_SAGEN } from '../../ics/ics.public.js';
import { fold } from '../../platform/commands/decider.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { indsatsDecider } from '../indsats/indsats.js';
import { type IndsatsEvent } from '../indsats/indsats.events.js';
import { anbringelseDecider } from './anbringelse.js';
import { type AnbringelseEvent } from './haendelser.js';
import { type Anbringelse, type BesluttetAnbringelse } from './tilstand.js';

type Stroem = readonly StoredEvent[];

/**
 * A child is placed, or has a measure that could not wait for its handleplan, and nobody has begun the plan that the act
 * demands (SEL § 140, BL §§ 91 and 108). A draft says itself what it lacks; of what is not begun nothing else speaks.
 */
export function manglerPlan(stroemme: readonly Stroem[], iDag: string): readonly Skridt[] {
  const planer = planerne(stroemme);
  const anbringelser = (af(stroemme, anbringelseDecider.kind) as readonly (readonly AnbringelseEvent[])[]).flatMap(
    (stroem) => {
      const a = fold(anbringelseDecider, stroem);
      return a.fase === 'besluttet' || a.fase === 'ivaerksat' ? [a] : [];
    },
  );
  if (planer.some(erPaaVej)) return [];
  const gaeldende = planer.filter(({ fase }) => fase === 'gaeldende');
  const anbragt = anbringelser.find((a) => !andetsteds(a.planId, planer));
  if (anbragt !== undefined) {
    const ung = erFyldt16(anbragt, iDag);
    if (gaeldende.length === 0) return [paabegynd(anbragt, iDag, ung, 'Barnet er anbragt')];
    const [plan] = gaeldende;
    const erUngeplan = gaeldende.some(({ plantype }) => plantype === 'ungeplan');
    return plan === undefined || !ung || erUngeplan || erServicelov(iDag) ? [] : [tilUngeplan(plan)];
  }
  if (gaeldende.length > 0) return [];
  const indsatser = af(stroemme, indsatsDecider.kind) as readonly (readonly IndsatsEvent[])[];
  const uden = indsatser.flatMap((stroem) => {
    const bevilget = stroem.find((e) => e.type === 'oekonomi.IndsatsBevilget')?.data;
    const { fase } = fold(indsatsDecider, stroem);
    // Under barnets lov it has been considered, and no plan is made.
    return bevilget?.regime === 'SEL' && bevilget.planUndtaget && fase !== 'ophoert' ? [bevilget] : [];
  });
  return uden.slice(0, 1).map((i) => paabegynd(i, iDag, false, 'Indsatsen kunne ikke vente på planen'));
}

/** There is no plan that the place could be given parts of. */
export function udenGaeldendePlan(a: Anbringelse, stroemme: readonly Stroem[]): boolean {
  const planer = planerne(stroemme);
  if (a.fase === 'findes-ikke' || andetsteds(a.planId, planer)) return false;
  return !planer.some(({ fase }) => fase === 'gaeldende');
}

// A stream's kind says which declarations its events were made of.
const af = (stroemme: readonly Stroem[], kind: string): readonly unknown[] =>
  stroemme.filter(([foerste]) => foerste?.kind === kind);

function planerne(stroemme: readonly Stroem[]): readonly BegyndtPlan[] {
  return (af(stroemme, planDecider.kind) as readonly (readonly PlanEvent[])[]).flatMap((stroem) => {
    const plan = fold(planDecider, stroem);
    return plan.fase === 'findes-ikke' ? [] : [plan];
  });
}

const erPaaVej = ({ fase }: BegyndtPlan): boolean => fase === 'kladde' || fase === 'i-hoering';

/** It was decided on a plan in the child's other case, which has its own guidance. */
function andetsteds(planId: string | null, planer: readonly BegyndtPlan[]): boolean {
  return planId !== null && !planer.some((plan) => plan.planId === planId);
}

/** As far as the placement knows: in the support after 18 everybody is, and one who comes of age in less than two years. */
function erFyldt16({ grundlag, fylder16Dato, myndigDato }: BesluttetAnbringelse, iDag: string): boolean {
  if (grundlag === 'ungestoette') return true;
  const dag = fylder16Dato ?? (myndigDato === null ? null : laegAarTil(myndigDato, -2));
  return dag !== null && dag <= iDag;
}

function paabegynd(
  om: { readonly sagId: string; readonly afgoerelseDato: string },
  iDag: string,
  ung: boolean,
  hvorfor: string,
): Skridt {
  const plan = ung ? 'en ungeplan' : 'barnets plan';
  return {
    kode: 'plan-paabegyndelse',
    art: 'skal',
    tekst: `Påbegynd ${erServicelov(iDag) ? 'handleplanen' : plan}, og godkend den`,
    hvorfor: `${hvorfor}; afgørelsen er fra ${om.afgoerelseDato}, og ingen plan gælder eller er på vej`,
    hjemmel: hjemmelPaa(iDag, '§ 140, stk. 1', ung ? '§ 108' : '§ 91, stk. 1-2'),
    enkeltsagId: om.sagId,
    frister: PLANREGLER_I_SAGEN.map((regel) => ({ regel, noegle: om.sagId })),
  };
}

function tilUngeplan(plan: BegyndtPlan): Skridt {
  return {
    kode: 'ungeplan',
    art: 'skal',
    tekst: 'Revidér planen til en ungeplan, og godkend den',
    hvorfor: 'Den unge er fyldt 16 år og er anbragt, og den plan, der gælder, er ikke en ungeplan',
    hjemmel: 'BL § 108',
    enkeltsagId: plan.planId,
    frister: [{ regel: 'ungeplan-16-aar', noegle: plan.sagId }],
  };
}
