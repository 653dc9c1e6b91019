import { erServicelov, hjemmelPaa } from '../../faelles/lov/hjemmel.js';
import { type Skridt } from '../../faelles/skridt.js';
import { maalparagraf, manglerFoerGodkendelse, planparagraf } from './krav.js';
import { type BegyndtPlan, type Plan } from './tilstand.js';

/** What the rules look at outside the plan. */
export interface Plansag {
  /** Nothing is decided about a plan in a closed case. */
  readonly lukket: boolean;
  /** A draft of its next version has begun. */
  readonly revideres: boolean;
  readonly undersoegesNu: boolean;
  readonly undersoegelser: readonly { readonly art: 'bfu' | 'afdaekning'; readonly besluttet: string }[];
}

const AABEN: Plansag = { lukket: false, revideres: false, undersoegesNu: false, undersoegelser: [] };

/** What the plan needs next; the child's age decides whether a handleplan must look to adult life (SEL § 140). */
export function planskridt(
  plan: Plan,
  iDag: string,
  sag: Plansag = AABEN,
  alder: number | null = null,
): readonly Skridt[] {
  if (sag.lukket) return [];
  switch (plan.fase) {
    case 'findes-ikke':
    case 'revideret':
    case 'afsluttet':
      return [];
    case 'kladde':
    case 'i-hoering':
      return kladdeskridt(plan, iDag, alder);
    case 'gaeldende':
      return gaeldendeskridt(plan, sag, iDag);
  }
}

function kladdeskridt(plan: BegyndtPlan, iDag: string, alder: number | null): readonly Skridt[] {
  const enkeltsagId = plan.planId;
  const frister = planfrister(plan);
  // A draft of before 2024 that was not approved in time; serviceloven gives it no more paragraph to be valid under.
  if (plan.plantype === 'handleplan' && !erServicelov(iDag)) {
    return [
      {
        kode: 'plan-type',
        art: 'skal',
        tekst: 'Opgiv kladden til handleplanen, og påbegynd barnets plan eller en ungeplan',
        hvorfor: 'Fra 1. januar 2024 kan en handleplan ikke godkendes',
        hjemmel: 'BL §§ 91 og 108',
        ...{ enkeltsagId, frister },
      },
    ];
  }
  const skridt: Skridt[] = [];
  const mangler = manglerFoerGodkendelse(plan, iDag, alder ?? undefined);
  for (const { kode, tekst, hjemmel } of mangler) {
    const venter = kode === 'plan-hoering-svar';
    skridt.push({
      kode,
      art: venter ? 'maa-ikke' : 'skal',
      tekst: venter ? `Planen må ikke godkendes endnu. ${tekst}` : tekst,
      hvorfor: 'Kræves, før planen kan godkendes',
      hjemmel,
      enkeltsagId,
      frister,
    });
  }
  if (mangler.length > 0) return skridt;
  if (plan.fase === 'kladde') {
    skridt.push({
      kode: 'plan-hoering',
      art: 'kan',
      tekst: 'Send planen i høring hos barnet og forældrene',
      hvorfor: 'Planen laves så vidt muligt sammen med dem',
      hjemmel: 'forvaltningsloven § 19',
      enkeltsagId,
    });
  }
  skridt.push({
    kode: 'plan-godkendelse',
    art: 'skal',
    tekst: 'Godkend planen',
    hvorfor: 'Planen gælder først, når den er godkendt',
    hjemmel: planparagraf(plan),
    enkeltsagId,
    frister,
  });
  return skridt;
}

function gaeldendeskridt(plan: BegyndtPlan, sag: Plansag, iDag: string): readonly Skridt[] {
  const sidst = plan.sidsteOpfoelgning;
  // What is done today is done under the act of today, also with a handleplan from before.
  const opfoelgning = hjemmelPaa(iDag, '§ 70', '§ 95');
  const sammeLov = erServicelov(iDag) === (plan.regime === 'SEL');
  const enkeltsagId = plan.planId;
  const skridt: Skridt[] = [];
  if (plan.planvurdering !== 'uaendret' && !sag.revideres) {
    skridt.push({
      kode: 'plan-revision',
      art: 'skal',
      tekst: 'Revidér planen',
      hvorfor: `Opfølgningen ${sidst ?? ''} viste, at planen skal ændres`,
      hjemmel: sammeLov ? `${opfoelgning}; ${maalparagraf(plan)}` : opfoelgning,
      enkeltsagId,
    });
  }
  if (plan.undersoegelsesbehov !== 'intet' && !erUndersoegt(plan, sag)) {
    skridt.push({
      kode: 'ny-undersoegelse',
      art: 'skal',
      tekst:
        plan.undersoegelsesbehov === 'afdaekning'
          ? 'Screen sagen, og beslut en ny afdækning'
          : 'Beslut en ny eller revideret børnefaglig undersøgelse',
      hvorfor: `Opfølgningen ${sidst ?? ''} viste behov for det`,
      hjemmel: hjemmelPaa(iDag, '§§ 50 og 70', '§ 95, stk. 4-5'),
      enkeltsagId,
    });
  }
  // The law's deadline is on each measure. Without one the decided day is all there is, and is not to be forgotten.
  const aftalt = plan.naesteUdenIndsats;
  skridt.push({
    kode: 'plan-opfoelgning',
    art: aftalt !== null && aftalt <= iDag ? 'skal' : 'kan',
    tekst: aftalt === null ? 'Følg op på planen' : `Følg op på planen senest ${aftalt}, som det er besluttet`,
    hvorfor: sidst === null ? 'Der er endnu ikke fulgt op' : `Der er sidst fulgt op ${sidst}`,
    hjemmel: opfoelgning,
    enkeltsagId,
  });
  skridt.push({
    kode: 'plan-aendring',
    art: 'maa-ikke',
    tekst: 'Ret ikke i den gældende plan; revidér den, så den gamle stadig kan læses',
    hvorfor: 'Det, familien har set, skal blive ved med at kunne læses',
    hjemmel: planparagraf(plan),
    enkeltsagId,
  });
  return skridt;
}

/** What the follow-up asked for runs, or has been decided since; while one of either form runs no other can be. */
function erUndersoegt({ undersoegelsesbehov, sidsteOpfoelgning }: BegyndtPlan, sag: Plansag): boolean {
  return (
    sag.undersoegesNu ||
    sag.undersoegelser.some(
      ({ art, besluttet }) =>
        (art === 'bfu' || undersoegelsesbehov === 'afdaekning') && besluttet >= (sidsteOpfoelgning ?? ''),
    )
  );
}

/** Why nothing is to be done with the plan; undefined when there is. */
export function planhvile(plan: Plan, sag: Plansag = AABEN): string | undefined {
  if (sag.lukket && plan.fase !== 'revideret' && plan.fase !== 'afsluttet')
    return 'Sagen er lukket; genåbn den, hvis planen skal bruges';
  switch (plan.fase) {
    case 'revideret':
      return 'Planen er revideret: en nyere plan gælder';
    case 'afsluttet':
      return 'Planen er afsluttet';
    default:
      return undefined;
  }
}

/** Deadlines of a plan that count for the case. */
export const PLANREGLER_I_SAGEN = [
  'handleplan-sel',
  'handleplan-sel-anbringelse',
  'barnets-plan',
  'ungeplan',
  'ungeplan-16-aar',
  'handleplan-lokal-6-uger',
  'handleplan-lokal-anbringelse',
] as const;

// Some of the rules count for the case, some for the plan that was decided with the measure.
function planfrister({ planId, sagId }: BegyndtPlan): NonNullable<Skridt['frister']> {
  return [
    { regel: 'barnets-plan-stoettende-indsats', noegle: planId },
    ...PLANREGLER_I_SAGEN.map((regel) => ({ regel, noegle: sagId })),
  ];
}
