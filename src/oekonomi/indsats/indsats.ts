import { Afvist } from '../../faelles/afvist.js';
import { foersteAf, kraevRettelse } from '../../faelles/rettelse.js';
import { type Mangel } from '../../faelles/skridt.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { type Undersoegelsesslut } from '../../ics/ics.public.js';
import { ikkeFremtid } from '../datoer.js';
import { kraevIngenMangler } from '../mangler.js';
import {
  beslutOphoer,
  juster,
  noterSamtykke,
  type BeslutIndsatsophoer,
  type Indsatssamtykke,
  type JusterIndsats,
} from './justering.js';
import { manglerFoerBevilling } from './krav.js';
import {
  evolve,
  type Antalpr,
  type BevilgetIndsats,
  type Indsats,
  type Maalgruppe,
  type Ophoersaarsag,
  type Prisenhed,
  type Regime,
} from './tilstand.js';
import * as E from './indsats.events.js';

/** What the catalogue of measures says of a measure on the date of the decision; law is data, so it comes from outside. */
export interface KatalogIndsats {
  readonly indsatskode: string;
  readonly indsatsnavn: string;
  readonly hjemmel: string;
  readonly pgfKode: string;
  /** SEL § 52 / BL § 32: consent, purpose, child interview and the question of a plan; early measures (SEL § 11 / BL § 30) do not. */
  readonly kraeverSamtykke: boolean;
  readonly kraeverPlanFoerst: boolean;
  readonly kraeverBoernesamtale: boolean;
}

/** How the child's view was sought before the decision. */
export type Boernesamtale =
  | { readonly art: 'i-bfu'; readonly dato: string }
  | { readonly art: 'holdt'; readonly dato: string }
  | { readonly art: 'undladt'; readonly begrundelse: string };

export interface BevilgIndsats {
  readonly type: 'BevilgIndsats';
  readonly indsatsId: string;
  readonly barnId: string;
  readonly sagId: string;
  readonly regime: Regime;
  readonly katalog: KatalogIndsats;
  readonly maalgruppe: Maalgruppe;
  readonly afgoerelseDato: string;
  readonly forventetStart: string;
  /** Whether the catalogue's code may be reported on the day the measure is meant to start. */
  readonly kodeGaelder: boolean;
  readonly forventetVarighedMaaneder: number;
  readonly prisOere: number;
  readonly prisEnhed: Prisenhed;
  readonly antalHundrededele?: number;
  readonly antalPr?: Antalpr;
  readonly samtykkeDato?: string;
  /** A measure taken over: granted elsewhere, or before this system; from where and why it is not decided here. */
  readonly overtaget?: string;
  /** Age on the day, null when the date of birth is not known; and the age that the act stops at. */
  readonly alder: number | null;
  readonly foerAlder: number;
  /** What consent is lacking when each person's own has been judged; undefined when only its date is told. */
  readonly samtykkemangler?: readonly Mangel[];
  /** The paragraph that lets a consent be left out. */
  readonly samtykkeUndtaget?: string;
  /** The visitation that proposed the measure. */
  readonly visitationId?: string;
  /** The child's plan that the measure belongs to: approved, or (barnets lov) decided and begun. */
  readonly plan?: { readonly planId: string; readonly gaeldende: boolean };
  /** Serviceloven: why it could not wait for the plan. Barnets lov: why no plan is made. */
  readonly planUndtagelse?: string;
  readonly bfuId?: string;
  readonly boernesamtale?: Boernesamtale;
  readonly formaal: string;
  readonly begrundelse: string;
  readonly barnetsHoldning: string;
}

export interface IvaerksaetIndsats {
  readonly type: 'IvaerksaetIndsats';
  readonly dato: string;
  /** Whether the code is valid on the date; looked up in the dated code list. */
  readonly kodeGaelder: boolean;
  /** Law in force on the date. */
  readonly regime: Regime;
  /** The investigation that ran beside it and has ended already, when it is recorded so late. */
  readonly undersoegelse?: Undersoegelsesslut | undefined;
}

export interface RetIndsatsivaerksaettelse {
  readonly type: 'RetIndsatsivaerksaettelse';
  readonly dato: string;
  readonly begrundelse: string;
  readonly kodeGaelder: boolean;
  readonly regime: Regime;
  readonly undersoegelse?: Undersoegelsesslut | undefined;
}

export interface OphoerIndsats {
  readonly type: 'OphoerIndsats';
  readonly dato: string;
  readonly aarsag: Ophoersaarsag;
  readonly begrundelse: string;
}

export interface AfholdOpstartsmoede {
  readonly type: 'AfholdOpstartsmoede';
  readonly dato: string;
  readonly referat: string;
}

export type IndsatsKommando =
  | BevilgIndsats
  | IvaerksaetIndsats
  | RetIndsatsivaerksaettelse
  | AfholdOpstartsmoede
  | JusterIndsats
  | BeslutIndsatsophoer
  | Indsatssamtykke
  | OphoerIndsats;

function decide(command: IndsatsKommando, state: Indsats, context: DecisionContext): readonly E.IndsatsEvent[] {
  switch (command.type) {
    case 'BevilgIndsats':
      return bevilg(command, state, context);
    case 'IvaerksaetIndsats':
      return ivaerksaet(command, kraevFindes(state), context);
    case 'RetIndsatsivaerksaettelse':
      return ret(command, kraevFindes(state), context);
    case 'AfholdOpstartsmoede':
      return opstart(command, kraevFindes(state), context);
    case 'JusterIndsats':
      return juster(command, kraevFindes(state), context);
    case 'BeslutIndsatsophoer':
      return beslutOphoer(command, kraevFindes(state), context);
    case 'BortfaldIndsatssamtykke':
    case 'GenopretIndsatssamtykke':
      return noterSamtykke(command, kraevFindes(state), context);
    case 'OphoerIndsats':
      return ophoer(command, kraevFindes(state), context);
  }
}

function bevilg(command: BevilgIndsats, state: Indsats, context: DecisionContext): readonly E.IndsatsEvent[] {
  if (state.fase !== 'findes-ikke') {
    throw new Afvist('indsats-findes', 'Indsatsen er allerede bevilget.', { status: 409 });
  }
  kraevDatoer(command, context);
  kraevIngenMangler(manglerFoerBevilling(command), 'indsats-kan-ikke-bevilges');
  const {
    type: _type,
    katalog,
    plan,
    kodeGaelder: _gaelder,
    boernesamtale,
    samtykkemangler: _mangler,
    alder: _alder,
    foerAlder: _foerAlder,
    ...data
  } = command;
  return [
    event(E.IndsatsBevilget, {
      ...data,
      indsatskode: katalog.indsatskode,
      indsatsnavn: katalog.indsatsnavn,
      hjemmel: katalog.hjemmel,
      pgfKode: katalog.pgfKode,
      ...(plan === undefined ? {} : { planId: plan.planId }),
      planUndtaget: katalog.kraeverPlanFoerst && plan === undefined,
      planBesluttet: plan !== undefined && !plan.gaeldende,
      ...(boernesamtale?.art === 'holdt' ? { boernesamtaleDato: boernesamtale.dato } : {}),
      ...(boernesamtale?.art === 'undladt' ? { boernesamtaleUndladt: boernesamtale.begrundelse } : {}),
    }),
  ];
}

function kraevDatoer(command: BevilgIndsats, context: DecisionContext): void {
  const { afgoerelseDato, forventetStart, samtykkeDato, boernesamtale, regime, plan } = command;
  ikkeFremtid(afgoerelseDato, context, 'afgoerelseDato');
  if (forventetStart < afgoerelseDato) {
    throw new Afvist('start-foer-afgoerelse', 'Indsatsen kan ikke begynde før afgørelsen.', {
      felt: 'forventetStart',
      paragraf: command.katalog.hjemmel,
    });
  }
  if (!command.kodeGaelder) {
    throw new Afvist(
      'kode-gaelder-ikke',
      `Koden ${command.katalog.pgfKode} gælder ikke ${forventetStart} og kan ikke indberettes.`,
      { felt: 'forventetStart' },
    );
  }
  if (samtykkeDato !== undefined && samtykkeDato > afgoerelseDato) {
    throw new Afvist('samtykke-efter-afgoerelse', 'Samtykket skal være givet inden afgørelsen.', {
      felt: 'samtykkeDato',
      paragraf: regime === 'SEL' ? 'SEL § 52, stk. 2' : 'BL § 32, stk. 2',
    });
  }
  if (boernesamtale !== undefined && boernesamtale.art !== 'undladt' && boernesamtale.dato > afgoerelseDato) {
    throw new Afvist('boernesamtale-efter-afgoerelse', 'Samtalen med barnet skal være holdt inden afgørelsen.', {
      felt: 'boernesamtale',
      paragraf: regime === 'SEL' ? 'SEL § 48' : 'BL § 5, stk. 3-4',
    });
  }
  if (regime === 'SEL' && plan?.gaeldende === false) {
    throw new Afvist(
      'plan-gaelder-ikke',
      'Den angivne plan gjaldt ikke den dag, der blev truffet afgørelse. Godkend den først.',
      {
        felt: 'planId',
        paragraf: 'SEL § 140, stk. 1',
      },
    );
  }
}

/** Also when it has ended: from when it ran is a fact. */
function ret(
  command: RetIndsatsivaerksaettelse,
  i: BevilgetIndsats,
  context: DecisionContext,
): readonly E.IndsatsEvent[] {
  const { dato, begrundelse, regime } = command;
  if (i.ivaerksatDato === null) {
    throw new Afvist('intet-at-rette', 'Indsatsen er ikke sat i værk; der er ingen dag at rette.', { status: 409 });
  }
  const skridt = [i.opstartsmoede, i.justeret, i.ophoertDato];
  kraevRettelse(
    {
      ...{ felt: 'dato', gammel: i.ivaerksatDato, ny: dato, begrundelse },
      tidligst: {
        hvornaar: i.afgoerelseDato,
        hvorfor: 'Indsatsen kan ikke være sat i værk, før der var truffet afgørelse',
      },
      senest: foersteAf('Der er sket noget med indsatsen, efter at den var sat i værk', ...skridt),
      paragraf: i.regime === 'SEL' ? 'SEL § 52' : 'BL § 32',
    },
    context,
  );
  kraevKode(command.kodeGaelder, i, dato);
  const { indsatsId, barnId, sagId, ivaerksatDato } = i;
  return [
    event(E.IndsatsivaerksaettelseRettet, {
      ...{ indsatsId, barnId, sagId, regime, ivaerksatDato: dato },
      ...(command.undersoegelse ?? { undersoegelseSluttet: null }),
      ...{ rettet: context.nu, foer: { ivaerksatDato }, begrundelse },
    }),
  ];
}

function kraevKode(gaelder: boolean, { pgfKode }: BevilgetIndsats, dato: string): void {
  if (gaelder) return;
  throw new Afvist(
    'kode-gaelder-ikke',
    `Koden ${pgfKode} gælder ikke på iværksættelsesdatoen ${dato} og kan ikke indberettes.`,
    { felt: 'dato' },
  );
}

function ivaerksaet(
  command: IvaerksaetIndsats,
  i: BevilgetIndsats,
  context: DecisionContext,
): readonly E.IndsatsEvent[] {
  ikkeFremtid(command.dato, context, 'dato');
  if (i.fase !== 'bevilget') {
    throw new Afvist(
      'indsats-ikke-bevilget',
      `Indsatsen er allerede ${i.fase === 'ivaerksat' ? 'sat i værk' : 'ophørt'}.`,
      {
        status: 409,
      },
    );
  }
  if (command.dato < i.afgoerelseDato) {
    throw new Afvist(
      'ivaerksat-foer-afgoerelse',
      'Indsatsen kan ikke være sat i værk, før der var truffet afgørelse.',
      { felt: 'dato', paragraf: i.regime === 'SEL' ? 'SEL § 52' : 'BL § 32' },
    );
  }
  kraevKode(command.kodeGaelder, i, command.dato);
  const { indsatsId, barnId, sagId, pgfKode } = i;
  const { regime, dato } = command;
  return [
    event(E.IndsatsIvaerksat, {
      ...{ indsatsId, barnId, sagId, regime, pgfKode, ivaerksatDato: dato },
      ...command.undersoegelse,
    }),
  ];
}

function opstart(
  command: AfholdOpstartsmoede,
  i: BevilgetIndsats,
  context: DecisionContext,
): readonly E.IndsatsEvent[] {
  const { indsatsId, barnId, sagId } = i;
  const { dato, referat } = command;
  ikkeFremtid(dato, context, 'dato');
  if (i.fase === 'ophoert') {
    throw new Afvist('indsats-ophoert', 'Indsatsen er ophørt; der er ikke noget at starte op.', { status: 409 });
  }
  if (i.opstartsmoede !== null) {
    throw new Afvist('opstartsmoede-holdt', `Opstartsmødet blev holdt ${i.opstartsmoede}.`, { status: 409 });
  }
  if (dato < i.afgoerelseDato) {
    throw new Afvist('opstartsmoede-foer-afgoerelse', 'Opstartsmødet holdes, når der er truffet afgørelse.', {
      felt: 'dato',
    });
  }
  return [event(E.OpstartsmoedeAfholdt, { indsatsId, barnId, sagId, dato, referat })];
}

function ophoer(command: OphoerIndsats, i: BevilgetIndsats, context: DecisionContext): readonly E.IndsatsEvent[] {
  ikkeFremtid(command.dato, context, 'dato');
  if (i.fase === 'ophoert') {
    throw new Afvist('indsats-ophoert', 'Indsatsen er allerede ophørt.', { status: 409 });
  }
  if (command.dato < (i.ivaerksatDato ?? i.afgoerelseDato)) {
    throw new Afvist('ophoert-foer-start', 'Indsatsen kan ikke ophøre, før den er begyndt.', { felt: 'dato' });
  }
  kraevOphoersgrund(command, i);
  const { indsatsId, barnId, sagId } = i;
  const { dato, aarsag, begrundelse } = command;
  const ivaerksat = i.fase === 'ivaerksat';
  return [event(E.IndsatsOphoert, { indsatsId, barnId, sagId, ophoertDato: dato, ivaerksat, aarsag, begrundelse })];
}

// What the municipality ends against the family's wish is a decision, with the parties heard first.
function kraevOphoersgrund({ aarsag, dato }: OphoerIndsats, i: BevilgetIndsats): void {
  if (aarsag !== 'kommunens-afgoerelse') return;
  if (i.ophoerBesluttet === null) {
    throw new Afvist(
      'ophoer-ikke-afgjort',
      'Træf først afgørelse om ophøret: parterne skal høres, og afgørelsen meddeles med klagevejledning.',
      { felt: 'aarsag', paragraf: 'forvaltningsloven § 19', mangler: ['ophoersafgoerelse'] },
    );
  }
  if (dato < i.ophoerBesluttet.virkningFra) {
    throw new Afvist(
      'ophoer-foer-virkning',
      `Afgørelsen om ophør har først virkning fra ${i.ophoerBesluttet.virkningFra}.`,
      { felt: 'dato', paragraf: i.regime === 'SEL' ? 'SEL § 70' : 'BL § 95' },
    );
  }
}

function kraevFindes(state: Indsats): BevilgetIndsats {
  if (state.fase === 'findes-ikke') {
    throw new Afvist('indsats-findes-ikke', 'Indsatsen findes ikke.');
  }
  return state;
}

export const indsatsDecider: Decider<IndsatsKommando, E.IndsatsEvent, Indsats> = {
  kind: 'oekonomi.indsats',
  initial: { fase: 'findes-ikke' },
  decide,
  evolve,
};
