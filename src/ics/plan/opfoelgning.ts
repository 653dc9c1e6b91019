import { Afvist } from '../../faelles/afvist.js';
import { laegMaanederTil } from '../../faelles/kalender.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event, type EventOf } from '../../platform/eventstore/event-declaration.js';
import { ikkeFoer, ikkeIFremtiden } from '../datoer.js';
import { type AfholdOpfoelgning, type Maalstatus, type Regime } from './kommandoer.js';
import { OpfoelgningAfholdt } from './opfoelgning.events.js';
import { type BegyndtPlan } from './tilstand.js';

export type Opfoelgningsudfald = 'uaendret' | 'justeres' | 'ophoerer';

/** What a follow-up says, with or without a plan. */
export interface Opfoelgning {
  readonly opfoelgningId: string;
  readonly dato: string;
  /** Law in force on the day of the follow-up. */
  readonly regime: Regime;
  readonly indsatsIder: readonly string[];
  readonly udfald: Opfoelgningsudfald;
  readonly naesteDato?: string;
  readonly rytmebegrundelse?: string;
  readonly vurdering: string;
  readonly barnetsHoldning: string;
  /** Whether the plan is to be revised, or made where there is none (BL § 95, stk. 4). */
  readonly planvurdering?: 'uaendret' | 'revideres' | 'laves';
  /** Whether the child's situation must be looked into anew. */
  readonly undersoegelsesbehov?: 'intet' | 'afdaekning' | 'bfu';
  readonly udenForPlanen?: string;
}

/** What a follow-up must say, with or without a plan. */
export function kraevOpfoelgning(o: Opfoelgning, { harPlan }: { readonly harPlan: boolean }): void {
  kraevRytme(o);
  if (o.regime === 'SEL' && o.undersoegelsesbehov === 'afdaekning') {
    throw new Afvist('afdaekning-findes-ikke', 'Før 1. januar 2024 undersøges barnet i en børnefaglig undersøgelse.', {
      felt: 'undersoegelsesbehov',
      paragraf: 'SEL §§ 50 og 70',
    });
  }
  const umulig = harPlan ? 'laves' : 'revideres';
  if (o.planvurdering === umulig) {
    throw new Afvist(
      'planvurdering-passer-ikke',
      harPlan ? 'Barnet har en plan; den kan revideres.' : 'Der er ingen plan at revidere; den kan laves.',
      { felt: 'planvurdering', paragraf: o.regime === 'SEL' ? 'SEL § 70' : 'BL § 95, stk. 4' },
    );
  }
}

/** A goal that is still worked for: neither reached nor given up. */
export function erAabent({ status }: { readonly status: Maalstatus }): boolean {
  return status !== 'naaet' && status !== 'opgivet';
}

// Goals that are met speak for themselves; the others are explained, so that measure and plan can be fitted to it.
const KRAEVER_ORD: readonly Maalstatus[] = ['delvist-naaet', 'ikke-naaet', 'opgivet'];

/** Every open goal is judged, each goal once, only the plan's own, and one that was not reached is explained. */
export function kraevMaalvurderinger({ maalstatus, regime }: AfholdOpfoelgning, plan: BegyndtPlan): void {
  const afvis = (kode: string, tekst: string, mangler?: readonly string[]): never => {
    const paragraf = regime === 'SEL' ? 'SEL § 70' : 'BL § 95, stk. 4';
    throw new Afvist(kode, tekst, { felt: 'maalstatus', paragraf, ...(mangler === undefined ? {} : { mangler }) });
  };
  const vurderet = new Set<string>();
  for (const { maalId, status, vurdering } of maalstatus) {
    if (!(maalId in plan.maal)) afvis('maal-findes-ikke', 'Et af målene hører ikke til planen.');
    if (vurderet.has(maalId)) afvis('maal-vurderet-to-gange', 'Hvert mål vurderes én gang i en opfølgning.');
    vurderet.add(maalId);
    if (KRAEVER_ORD.includes(status) && vurdering === undefined) {
      afvis(
        'maalvurdering-mangler',
        'Skriv for hvert mål, der kun er nået delvist, ikke er nået eller er opgivet, hvorfor, så indsatsen og planen kan tilpasses.',
      );
    }
  }
  const mangler = Object.values(plan.maal).filter((m) => erAabent(m) && !vurderet.has(m.maalId));
  if (mangler.length > 0) {
    afvis(
      'maal-ikke-vurderet',
      `Opfølgningen vurderer hvert mål i planen, der ikke er nået eller opgivet. Der mangler ${mangler.length}; "mangler" har deres id.`,
      mangler.map(({ maalId }) => maalId),
    );
  }
}

/**
 * When the measures go on, the next follow-up is part of this one. Serviceloven has a fixed limit of six months; barnets
 * lov has none after the first, but wants the rhythm decided and explained in each case.
 */
function kraevRytme(o: Opfoelgning): void {
  if (o.udfald === 'ophoerer') return;
  if (o.regime === 'BL' && (o.naesteDato === undefined || o.rytmebegrundelse === undefined)) {
    throw new Afvist(
      'rytme-mangler',
      'Opfølgningen er først færdig, når næste opfølgning er besluttet og begrundet over for barn og forældre.',
      { felt: 'naesteDato', paragraf: 'BL § 95, stk. 3', mangler: ['opfoelgning-rytme'] },
    );
  }
  if (o.naesteDato !== undefined && o.naesteDato <= o.dato) {
    throw new Afvist('naeste-foer-denne', 'Næste opfølgning skal ligge efter denne.', {
      felt: 'naesteDato',
      paragraf: o.regime === 'SEL' ? 'SEL § 70' : 'BL § 95, stk. 3',
    });
  }
  const senest = laegMaanederTil(o.dato, 6);
  if (o.regime === 'SEL' && o.naesteDato !== undefined && o.naesteDato > senest) {
    throw new Afvist(
      'opfoelgning-over-6-maaneder',
      `Der må højst gå 6 måneder mellem opfølgninger: senest ${senest}.`,
      {
        felt: 'naesteDato',
        paragraf: 'SEL § 70',
      },
    );
  }
}

export interface OpfoelgningUdenPlan {
  readonly fase: 'findes-ikke' | 'afholdt';
}

export interface FoelgOpUdenPlan extends Opfoelgning {
  readonly type: 'FoelgOpUdenPlan';
  readonly barnId: string;
  readonly sagId: string;
  /** When the measure was started; there is nothing to follow up before that. */
  readonly ivaerksatDato: string;
}

type OpfoelgningEvent = EventOf<typeof OpfoelgningAfholdt>;

function decide(
  command: FoelgOpUdenPlan,
  state: OpfoelgningUdenPlan,
  context: DecisionContext,
): readonly OpfoelgningEvent[] {
  if (state.fase !== 'findes-ikke') {
    throw new Afvist('opfoelgning-findes', 'Opfølgningen er allerede registreret.', { status: 409 });
  }
  ikkeIFremtiden(command.dato, context, 'dato');
  ikkeFoer(command.dato, command.ivaerksatDato, 'dato', 'Der kan ikke følges op, før indsatsen er sat i værk');
  kraevOpfoelgning(command, { harPlan: false });
  const { type: _type, ivaerksatDato: _ivaerksat, indsatsIder, ...data } = command;
  return [event(OpfoelgningAfholdt, { ...data, indsatsIder: [...indsatsIder], maalstatus: [] })];
}

/** A follow-up on a measure that has no plan; the duty to follow up does not hang on there being one. */
export const opfoelgningDecider: Decider<FoelgOpUdenPlan, OpfoelgningEvent, OpfoelgningUdenPlan> = {
  kind: 'ics.opfoelgning',
  initial: { fase: 'findes-ikke' },
  decide,
  evolve: () => ({ fase: 'afholdt' }),
};
