import { Afvist } from '../../faelles/afvist.js';
import { type Mangel } from '../../faelles/skridt.js';
import { type Plantype, type Regime } from './kommandoer.js';
import { type BegyndtPlan } from './tilstand.js';

/** The phases as they are called to people. */
export const FASENAVN: Readonly<Record<BegyndtPlan['fase'], string>> = {
  kladde: 'en kladde',
  'i-hoering': 'i høring',
  gaeldende: 'gældende',
  revideret: 'revideret',
  afsluttet: 'afsluttet',
};

/** The paragraph on the plan itself. */
export function planparagraf({ regime, plantype }: { readonly regime: Regime; readonly plantype: Plantype }): string {
  if (regime === 'SEL') return 'SEL § 140';
  return plantype === 'ungeplan' ? 'BL § 108' : 'BL § 91';
}

/** The paragraph on the plan's goals. */
export function maalparagraf({ regime, plantype }: { readonly regime: Regime; readonly plantype: Plantype }): string {
  if (regime === 'SEL') return 'SEL § 140';
  return plantype === 'ungeplan' ? 'BL § 109' : 'BL § 92';
}

export const tilhoer = ({ planId, barnId, sagId }: BegyndtPlan): { planId: string; barnId: string; sagId: string } => ({
  planId,
  barnId,
  sagId,
});

/** Goals are written in a draft. What is out for hearing or valid stays as it is; a change of it is a new version. */
export function kraevKladde(plan: BegyndtPlan): void {
  if (plan.fase === 'kladde') return;
  throw new Afvist(
    'plan-ikke-kladde',
    plan.fase === 'i-hoering'
      ? 'Planen er i høring, som den er. Træk den tilbage for at skrive i den, og send den så i høring igen.'
      : 'Mål opstilles i en kladde. Revidér planen for at ændre den; den gamle kan fortsat læses.',
    { status: 409, paragraf: planparagraf(plan) },
  );
}

/** What the law still demands before the plan can be approved. */
export function manglerFoerGodkendelse(plan: BegyndtPlan, dato: string, alder?: number): readonly Mangel[] {
  const mangler: Mangel[] = [];
  const maal = Object.values(plan.maal);
  if (maal.length === 0) {
    mangler.push({ kode: 'plan-maal', tekst: 'Opstil mindst ét konkret mål', hjemmel: maalparagraf(plan) });
  }
  const forVoksenlivet = plan.plantype === 'ungeplan' || (plan.regime === 'SEL' && alder !== undefined && alder >= 16);
  if (forVoksenlivet && maal.every(({ voksenliv }) => voksenliv === undefined)) {
    mangler.push({
      kode: 'plan-voksenlivsmaal',
      tekst: 'Opstil mindst ét mål for overgangen til voksenlivet: uddannelse, beskæftigelse, bolig eller andet',
      hjemmel: plan.regime === 'SEL' ? 'SEL § 140' : 'BL § 109',
    });
  }
  if (plan.fase === 'i-hoering' && plan.hoering !== null && !plan.hoering.besvaret && dato <= plan.hoering.svarfrist) {
    mangler.push({
      kode: 'plan-hoering-svar',
      tekst: `Afvent svar på høringen til og med ${plan.hoering.svarfrist}`,
      hjemmel: 'forvaltningsloven § 19',
    });
  }
  return mangler;
}
