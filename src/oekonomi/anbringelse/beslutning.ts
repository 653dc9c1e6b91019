import { Afvist } from '../../faelles/afvist.js';
import { type Mangel } from '../../faelles/skridt.js';
import { type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { ikkeFremtid } from '../datoer.js';
import { type Boernesamtale } from '../indsats/indsats.js';
import { type Prisenhed } from '../indsats/tilstand.js';
import { boernesamtalemangel } from '../indsats/krav.js';
import { kraevIngenMangler } from '../mangler.js';
import * as E from './anbringelse.events.js';
import { type AnbringelseEvent } from './haendelser.js';
import { LUKKEDE } from './afgoerelseskoder.js';

const MYNDIG = 18;

export type Grundlag = 'samtykke' | 'tvang' | 'ungestoette';

/** The kind of place as the dated list has it on the day of the decision. */
export interface Stedtype {
  readonly kode: string;
  readonly navn: string;
  /** The committee's own decision that a closed place takes; null for an open one. */
  readonly afgoerelseskode: string | null;
}

/** A decision of the committee, or the chairman's provisional one, in the system or told by its reference. */
export interface Udvalgsafgoerelse {
  readonly afgoerelseId?: string;
  readonly formandsafgoerelseId?: string;
  readonly reference?: string;
  /** From where a case with a reference is taken over, and how the decision is known. */
  readonly overtaget?: string;
  /** What was decided. */
  readonly afgoerelseKode: string;
  readonly dato: string;
}

/** The committee's decision as the events keep it. */
export function udvalgsfelter(udvalg: Udvalgsafgoerelse | undefined): {
  readonly udvalgsafgoerelseId?: string;
  readonly formandsafgoerelseId?: string;
  readonly udvalgsreference?: string;
  readonly udvalgOvertaget?: string;
  readonly udvalgsafgoerelseDato?: string;
} {
  if (udvalg === undefined) return {};
  const { afgoerelseId, formandsafgoerelseId, reference, overtaget, dato } = udvalg;
  return {
    udvalgsafgoerelseDato: dato,
    ...(afgoerelseId === undefined ? {} : { udvalgsafgoerelseId: afgoerelseId }),
    ...(formandsafgoerelseId === undefined ? {} : { formandsafgoerelseId }),
    ...(reference === undefined ? {} : { udvalgsreference: reference }),
    ...(overtaget === undefined ? {} : { udvalgOvertaget: overtaget }),
  };
}

export interface BeslutAnbringelse {
  readonly type: 'BeslutAnbringelse';
  readonly anbringelseId: string;
  readonly barnId: string;
  readonly sagId: string;
  readonly regime: 'SEL' | 'BL';
  readonly grundlag: Grundlag;
  readonly hjemmel: string;
  readonly afgoerelseDato: string;
  readonly visitationId?: string;
  readonly udvalg?: Udvalgsafgoerelse;
  /** Undefined when the list has no such kind of place on the day. */
  readonly stedtype: Stedtype | undefined;
  readonly stedGodkendt?: string;
  readonly sted: string;
  readonly forventetStart: string;
  readonly varighedMaaneder: number;
  /** The decided placement, not begun, that this one takes the place of. */
  readonly erstatterId?: string;
  readonly prisOere: number;
  readonly prisEnhed: Prisenhed;
  /** The investigation that the placement rests on, and whether it is finished. */
  readonly bfu?: { readonly bfuId: string; readonly afsluttet: boolean };
  readonly udenUndersoegelse?: string;
  readonly plan?: { readonly planId: string; readonly gaeldende: boolean };
  readonly planUndtagelse?: string;
  /** Age on the day; null when the date of birth is not known. */
  readonly alder: number | null;
  /** The day the child turns 16; null when the date of birth is not known. */
  readonly fylder16: string | null;
  readonly omsorgssvigt: boolean;
  readonly soeskende: readonly string[];
  /** Those of them who are 15 or more, grown up or not born on the day. */
  readonly soeskendeIkkeOmfattet?: readonly string[];
  readonly boernesamtale?: Boernesamtale;
  readonly formaal: string;
  readonly begrundelse: string;
  readonly barnetsHoldning: string;
}

/** What the law demands before a child is placed, and that the command does not show. Consent is judged by its own rules. */
export function manglerFoerAnbringelse(command: BeslutAnbringelse): readonly Mangel[] {
  const sel = command.regime === 'SEL';
  const mangler: Mangel[] = [];
  if (command.stedGodkendt === undefined || command.stedGodkendt > command.afgoerelseDato) {
    mangler.push({
      kode: 'sted-godkendt',
      tekst: 'Anbringelsesstedet skal være godkendt, før der træffes afgørelse',
      hjemmel: sel ? 'SEL § 66' : 'BL § 43, stk. 2',
    });
  }
  mangler.push(...boernesamtalemangel(command.regime, command.boernesamtale, command.afgoerelseDato));
  if (command.grundlag !== 'ungestoette' && command.alder !== null && command.alder >= MYNDIG) {
    mangler.push({
      kode: 'fyldt-18',
      tekst: 'Den unge er fyldt 18 år og kan ikke anbringes; der kan gives ungestøtte',
      hjemmel: command.hjemmel,
    });
  }
  // Support after 18 is no placement of a child, and the chairman's decision is made because the child cannot wait.
  if (command.grundlag === 'ungestoette' || command.udvalg?.formandsafgoerelseId !== undefined) return mangler;
  if (command.bfu?.afsluttet !== true && command.udenUndersoegelse === undefined) {
    mangler.push({
      kode: 'bfu-afsluttet',
      tekst:
        'Anbringelsen skal bygge på en afsluttet børnefaglig undersøgelse; kun ved særlige forhold kan den ske sideløbende, og det begrundes',
      hjemmel: sel ? 'SEL § 52, stk. 2' : 'BL § 46, stk. 3',
    });
  }
  return [...mangler, ...planmangel(command)];
}

function planmangel({ regime, grundlag, plan, planUndtagelse }: BeslutAnbringelse): readonly Mangel[] {
  if (plan?.gaeldende === true) return [];
  if (grundlag === 'tvang') {
    return [
      {
        kode: 'plan-foer-tvang',
        tekst: 'Planen skal være godkendt inden afgørelsen om anbringelse uden samtykke',
        hjemmel: regime === 'SEL' ? 'SEL §§ 58 og 140' : 'BL § 91, stk. 2; § 51, stk. 1, nr. 3',
      },
    ];
  }
  if (regime === 'BL' || planUndtagelse !== undefined) return [];
  return [
    {
      kode: 'handleplan',
      tekst:
        'Handleplanen skal være godkendt inden afgørelsen; kan hensynet til barnet ikke vente, angives formålet kort, og planen laves senest inden 4 måneder',
      hjemmel: 'SEL § 140, stk. 1',
    },
  ];
}

/** Decides a placement; refused with everything that the law demands first. */
export function beslut(command: BeslutAnbringelse, context: DecisionContext): readonly AnbringelseEvent[] {
  const {
    type: _type,
    udvalg,
    stedtype,
    bfu,
    plan,
    alder,
    boernesamtale,
    soeskende,
    soeskendeIkkeOmfattet = [],
    stedGodkendt,
    fylder16,
    ...data
  } = command;
  const { afgoerelseDato, regime } = command;
  ikkeFremtid(afgoerelseDato, context, 'afgoerelseDato');
  if (command.forventetStart < afgoerelseDato) {
    throw new Afvist('start-foer-afgoerelse', 'Anbringelsen kan ikke begynde før afgørelsen.', {
      felt: 'forventetStart',
      paragraf: command.hjemmel,
    });
  }
  kraevUdvalgFoer(udvalg, afgoerelseDato, regime);
  kraevStedtype(stedtype, udvalg?.afgoerelseKode, regime);
  if (command.grundlag === 'tvang' && udvalg === undefined) {
    throw new Afvist(
      'udvalgsafgoerelse-mangler',
      'En anbringelse uden samtykke hviler på en afgørelse fra børne- og ungeudvalget; angiv dens id og dato.',
      { felt: 'udvalg', paragraf: regime === 'SEL' ? 'SEL §§ 58 og 74' : 'BL §§ 47 og 142' },
    );
  }
  kraevIngenMangler(manglerFoerAnbringelse(command), 'anbringelse-kan-ikke-besluttes');
  return [
    event(E.AnbringelseBesluttet, {
      ...data,
      stedtype: stedtype.kode,
      stedGodkendt: stedGodkendt ?? afgoerelseDato,
      soeskende: [...soeskende],
      ...(soeskendeIkkeOmfattet.length === 0 ? {} : { soeskendeIkkeOmfattet: [...soeskendeIkkeOmfattet] }),
      planUndtaget: plan?.gaeldende !== true,
      ungeplan: alder !== null && alder >= 16,
      ...(fylder16 !== null && fylder16 > afgoerelseDato ? { fylder16Dato: fylder16 } : {}),
      ...udvalgsfelter(udvalg),
      ...(bfu === undefined ? {} : { bfuId: bfu.bfuId }),
      ...(plan === undefined ? {} : { planId: plan.planId }),
      ...(boernesamtale?.art === 'holdt' ? { boernesamtaleDato: boernesamtale.dato } : {}),
      ...(boernesamtale?.art === 'undladt' ? { boernesamtaleUndladt: boernesamtale.begrundelse } : {}),
    }),
  ];
}

/** The place is of a kind that exists on the day, and of one that the administration may choose. */
export function kraevStedtype(
  stedtype: Stedtype | undefined,
  udvalgskode: string | undefined,
  regime: 'SEL' | 'BL',
): asserts stedtype is Stedtype {
  const paragraf = regime === 'SEL' ? 'SEL § 66' : 'BL § 43, stk. 1';
  if (stedtype === undefined) {
    throw new Afvist('ukendt-stedtype', 'Anbringelsesstedets type gælder ikke på afgørelsesdagen.', {
      felt: 'stedtype',
      paragraf,
    });
  }
  if (stedtype.afgoerelseskode !== null && stedtype.afgoerelseskode !== udvalgskode) {
    throw new Afvist(
      'stedtype-kraever-udvalg',
      `Anbringelse på ${stedtype.navn.toLowerCase()} afgøres særskilt af børne- og ungeudvalget; en almindelig afgørelse om anbringelse er ikke nok.`,
      { felt: 'stedtype', paragraf: regime === 'SEL' ? 'SEL §§ 63 a-63 c og 74' : 'BL §§ 61-63 og 142' },
    );
  }
  if (stedtype.afgoerelseskode === null && udvalgskode !== undefined && LUKKEDE.includes(udvalgskode)) {
    throw new Afvist(
      'stedtype-passer-ikke',
      'Udvalgets afgørelse gælder en lukket afdeling og bærer ikke et andet sted.',
      { felt: 'stedtype', paragraf: regime === 'SEL' ? 'SEL §§ 63 a-63 c og 74' : 'BL §§ 61-63 og 142' },
    );
  }
}

/** What rests on the committee's decision is not decided before it. */
export function kraevUdvalgFoer(udvalg: Udvalgsafgoerelse | undefined, dato: string, regime: 'SEL' | 'BL'): void {
  if (udvalg === undefined || udvalg.dato <= dato) return;
  throw new Afvist('foer-udvalgets-afgoerelse', `Udvalget afgjorde først sagen ${udvalg.dato}.`, {
    felt: 'udvalg',
    paragraf: regime === 'SEL' ? 'SEL §§ 58 og 74' : 'BL §§ 47 og 142',
    mangler: ['udvalgsafgoerelse'],
  });
}
