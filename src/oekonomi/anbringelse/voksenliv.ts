import { Afvist } from '../../faelles/afvist.js';
import { type Mangel } from '../../faelles/skridt.js';
import { type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { ikkeFoer, ikkeFremtid } from '../datoer.js';
import { type Boernesamtale } from '../indsats/indsats.js';
import { boernesamtalemangel } from '../indsats/krav.js';
import { kraevIngenMangler } from '../mangler.js';
import { type Udvalgsafgoerelse } from './beslutning.js';
import { kraevIvaerksat, tilhoer } from './gang.js';
import { type AnbringelseEvent } from './haendelser.js';
import { type BesluttetAnbringelse, type Ungestoetteudfald } from './tilstand.js';
import * as V from './voksenliv.events.js';

type Regime = 'SEL' | 'BL';

/** Rules that a permanent placement can come by before three years: barnets lov has them, serviceloven is not known to. */
export type Saerregel = 'bl-50-stk-7' | 'bl-68-stk-2';

export interface BeslutPermanent {
  readonly type: 'BeslutPermanent';
  readonly regime: Regime;
  readonly hjemmel: string;
  readonly dato: string;
  readonly udvalg: Udvalgsafgoerelse;
  /** Earliest day by the rule of three years, from when the placement began. */
  readonly tidligst: string;
  /** The rule that lets it come before three years, and why it holds here. */
  readonly saerregel?: { readonly grund: Saerregel; readonly begrundelse: string };
  /** The day a BFU of the child's was concluded; null: it is not, on the day. */
  readonly bfu: { readonly bfuId: string; readonly afsluttet: string | null };
  /** The day it was approved; null: it is not the child's valid plan. */
  readonly plan: { readonly planId: string; readonly godkendt: string | null };
  readonly psykologiskVurderingDato: string;
  readonly alder: number | null;
  /** From which age the young person must consent; null: never. */
  readonly samtykkeFraAar: number | null;
  readonly samtykkeDato?: string;
  readonly tilknytning: string;
  readonly barnetsHoldning: string;
}

export interface AfgoerUngestoette {
  readonly type: 'AfgoerUngestoette';
  readonly regime: Regime;
  readonly afgoerelseId: string;
  readonly afgoerelseDato: string;
  readonly udfald: Ungestoetteudfald;
  /** The day the young person reaches the age limit of the law: on it and after it no support can be decided. */
  readonly graense: string | null;
  /** The day the young person turns 16; null when the date of birth is not known. */
  readonly fylder16: string | null;
  readonly planrevision: { readonly hjemmel: string } | null;
  readonly plan?: { readonly planId: string; readonly godkendt: string };
  readonly boernesamtale?: Boernesamtale;
  readonly begrundelse: string;
  readonly ungesHoldning: string;
}

export type Voksenlivskommando = BeslutPermanent | AfgoerUngestoette;

/** What the placement becomes when the child stays, and when it comes of age. */
export function voksenliv(
  command: Voksenlivskommando,
  a: BesluttetAnbringelse,
  context: DecisionContext,
): readonly AnbringelseEvent[] {
  kraevIvaerksat(a);
  return command.type === 'BeslutPermanent' ? permanent(command, a, context) : ungestoette(command, a, context);
}

/** The gates to a permanent placement, each with the paragraph. */
export function manglerFoerPermanent(command: BeslutPermanent, a: BesluttetAnbringelse): readonly Mangel[] {
  const { hjemmel, dato } = command;
  const mangler: Mangel[] = [];
  const mangl = (kode: string, tekst: string): void => void mangler.push({ kode, tekst, hjemmel });
  if (dato < command.tidligst && command.saerregel === undefined)
    mangl('tre-aar', `Barnet har ikke været anbragt i tre år; det er tidligst ${command.tidligst}`);
  if (command.dato < command.tidligst && command.saerregel !== undefined && command.regime === 'SEL')
    mangl('saerregel', 'Serviceloven har ingen særregel, der lader den komme før de tre år');
  // What was there when the child was placed is no revision: both are from since.
  const siden = a.ivaerksatDato ?? a.afgoerelseDato;
  const revideret = (dag: string | null): boolean => dag !== null && dag > siden && dag <= dato;
  if (!revideret(command.bfu.afsluttet))
    mangl('revideret-bfu', 'Den børnefaglige undersøgelse skal være revideret, siden barnet blev anbragt');
  if (!revideret(command.plan.godkendt))
    mangl('revideret-plan', 'Planen skal være revideret, siden barnet blev anbragt, og gælde');
  if (command.psykologiskVurderingDato > dato)
    mangl('psykologisk-vurdering', 'Der skal foreligge en psykologisk helhedsvurdering af barnet');
  const skalSamtykke =
    command.samtykkeFraAar !== null && command.alder !== null && command.alder >= command.samtykkeFraAar;
  if (skalSamtykke && (command.samtykkeDato === undefined || command.samtykkeDato > dato))
    mangl('unges-samtykke', `Den unge fra ${String(command.samtykkeFraAar)} år skal samtykke`);
  return mangler;
}

function permanent(
  command: BeslutPermanent,
  a: BesluttetAnbringelse,
  context: DecisionContext,
): readonly AnbringelseEvent[] {
  ikkeFremtid(command.dato, context, 'dato');
  ikkeFoer(command.dato, a.ivaerksatDato ?? a.afgoerelseDato, 'dato', 'Barnet var ikke anbragt endnu');
  if (a.permanent !== null) {
    throw new Afvist('allerede-permanent', `Anbringelsen er permanent fra ${a.permanent}.`, { status: 409 });
  }
  if (a.grundlag === 'ungestoette')
    throw new Afvist('er-ungestoette', 'Ungestøtte kan ikke være en permanent anbringelse.', { status: 409 });
  kraevIngenMangler(manglerFoerPermanent(command, a), 'permanent-kan-ikke-besluttes');
  const { regime, hjemmel, dato, udvalg, bfu, plan, psykologiskVurderingDato, samtykkeDato, saerregel } = command;
  return [
    event(V.PermanentAnbringelseBesluttet, {
      ...{ ...tilhoer(a), regime, hjemmel, dato, tilknytning: command.tilknytning },
      barnetsHoldning: command.barnetsHoldning,
      ...{ bfuId: bfu.bfuId, planId: plan.planId, psykologiskVurderingDato },
      ...(samtykkeDato === undefined ? {} : { samtykkeDato }),
      ...(saerregel === undefined ? {} : { saerregel: saerregel.begrundelse, saerregelgrund: saerregel.grund }),
      ...(udvalg.afgoerelseId === undefined ? {} : { udvalgsafgoerelseId: udvalg.afgoerelseId }),
      ...(udvalg.reference === undefined ? {} : { udvalgsreference: udvalg.reference }),
      ...(udvalg.overtaget === undefined ? {} : { udvalgOvertaget: udvalg.overtaget }),
    }),
  ];
}

/** What the law demands before the decision on support after 18. */
export function manglerFoerUngestoette(
  { regime, boernesamtale, planrevision, plan, afgoerelseDato }: Omit<AfgoerUngestoette, 'afgoerelseId'>,
  a: BesluttetAnbringelse,
): readonly Mangel[] {
  const mangler: Mangel[] = [...boernesamtalemangel(regime, boernesamtale, afgoerelseDato)];
  // The plan that the young person was placed with is not revised for adult life.
  const siden = a.ivaerksatDato ?? a.afgoerelseDato;
  if (planrevision !== null && (plan === undefined || plan.godkendt <= siden || plan.godkendt > afgoerelseDato)) {
    mangler.push({
      kode: 'ungestoette-planrevision',
      tekst: 'Planen skal være revideret i samarbejde med den unge inden afgørelsen',
      hjemmel: planrevision.hjemmel,
    });
  }
  return mangler;
}

function ungestoette(
  command: AfgoerUngestoette,
  a: BesluttetAnbringelse,
  context: DecisionContext,
): readonly AnbringelseEvent[] {
  const { type: _type, graense, fylder16, planrevision: _revision, plan, boernesamtale: _samtale, ...data } = command;
  const { afgoerelseDato } = command;
  ikkeFremtid(afgoerelseDato, context, 'afgoerelseDato');
  ikkeFoer(afgoerelseDato, a.ivaerksatDato ?? a.afgoerelseDato, 'afgoerelseDato', 'Den unge var ikke anbragt endnu');
  const paragraf = command.regime === 'SEL' ? 'SEL § 76' : 'BL §§ 113-118 og 120';
  if (graense === null || afgoerelseDato >= graense) {
    throw new Afvist('fyldt-23', 'Ungestøtte gives kun, før lovens aldersgrænse er nået.', {
      felt: 'afgoerelseDato',
      paragraf,
    });
  }
  // It is decided on the plan as it was revised for adult life, and that plan is first made at 16.
  if (fylder16 !== null && afgoerelseDato < fylder16) {
    throw new Afvist('ungestoette-foer-16', 'Ungestøtte afgøres på en plan for voksenlivet, som laves fra 16 år.', {
      felt: 'afgoerelseDato',
      paragraf: command.regime === 'SEL' ? 'SEL § 68, stk. 11; § 140' : 'BL §§ 108 og 111',
    });
  }
  kraevIngenMangler(manglerFoerUngestoette(command, a), 'ungestoette-kan-ikke-afgoeres');
  return [
    event(V.UngestoetteAfgjort, {
      ...{ ...tilhoer(a), ...data },
      ...(plan === undefined ? {} : { planId: plan.planId }),
    }),
  ];
}
