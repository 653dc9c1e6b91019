import { Afvist } from '../../faelles/afvist.js';
import { type Mangel, type Skridt } from '../../faelles/skridt.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import * as E from './indsats.events.js';

export type Regime = 'SEL' | 'BL';
export type Maalgruppe = 'barn' | 'familie';
export type Prisenhed = 'time' | 'doegn' | 'uge' | 'maaned' | 'stk';
export type Ophoersaarsag =
  'formaal-opnaaet' | 'aendret-behov' | 'samtykke-trukket' | 'flytning' | 'fyldt-18' | 'andet';

export interface BevilgetIndsats {
  readonly fase: 'bevilget' | 'ivaerksat' | 'ophoert';
  readonly indsatsId: string;
  readonly barnId: string;
  readonly sagId: string;
  readonly regime: Regime;
  readonly indsatskode: string;
  readonly pgfKode: string;
  readonly afgoerelseDato: string;
  readonly ivaerksatDato: string | null;
  readonly opstartsmoede: string | null;
  readonly ophoertDato: string | null;
}

export type Indsats = { readonly fase: 'findes-ikke' } | BevilgetIndsats;

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
  | { readonly art: 'i-bfu' }
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
  readonly samtykkeDato?: string;
  /** The child's plan that the measure belongs to: in force when it was decided, or (barnets lov) decided and begun. */
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

export type IndsatsKommando = BevilgIndsats | IvaerksaetIndsats | AfholdOpstartsmoede | OphoerIndsats;

function ikkeFremtid(dato: string, context: DecisionContext, felt: string): void {
  if (dato > context.iDag) {
    throw new Afvist('dato-i-fremtiden', `Datoen ${dato} ligger efter i dag (${context.iDag}).`, { felt });
  }
}

/** What the law demands before a decision on a measure, and that the command does not show. */
export function manglerFoerBevilling(command: BevilgIndsats): readonly Mangel[] {
  const sel = command.regime === 'SEL';
  const mangler: Mangel[] = [];
  if (command.katalog.kraeverSamtykke && command.samtykkeDato === undefined) {
    mangler.push({
      kode: 'samtykke',
      tekst: 'Forældremyndighedsindehaverens samtykke skal være givet',
      hjemmel: sel ? 'SEL § 52, stk. 2' : 'BL § 32, stk. 2',
    });
  }
  if (command.katalog.kraeverBoernesamtale && command.boernesamtale === undefined) {
    mangler.push({
      kode: 'boernesamtale',
      tekst: 'Barnets holdning skal være skaffet ved en samtale, eller undladelsen skal være begrundet',
      hjemmel: sel ? 'SEL § 48' : 'BL § 5, stk. 3-4',
    });
  }
  if (command.katalog.kraeverPlanFoerst && command.planUndtagelse === undefined) {
    if (sel && command.plan?.gaeldende !== true) {
      mangler.push({
        kode: 'handleplan',
        tekst:
          'Handleplanen skal være godkendt inden afgørelsen; kan hensynet til barnet ikke vente, angives formålet kort, og planen laves senest inden 4 måneder',
        hjemmel: 'SEL § 140, stk. 1',
      });
    } else if (!sel && command.plan === undefined) {
      mangler.push({
        kode: 'stillingtagen-til-plan',
        tekst: 'Tag stilling til, om der skal laves en plan: angiv planen, eller begrund hvorfor den ikke laves',
        hjemmel: 'BL § 91, stk. 1',
      });
    }
  }
  return mangler;
}

function decide(command: IndsatsKommando, state: Indsats, context: DecisionContext): readonly E.IndsatsEvent[] {
  switch (command.type) {
    case 'BevilgIndsats':
      return bevilg(command, state, context);
    case 'IvaerksaetIndsats':
      return ivaerksaet(command, kraevFindes(state), context);
    case 'AfholdOpstartsmoede':
      return opstart(command, kraevFindes(state), context);
    case 'OphoerIndsats':
      return ophoer(command, kraevFindes(state), context);
  }
}

function bevilg(command: BevilgIndsats, state: Indsats, context: DecisionContext): readonly E.IndsatsEvent[] {
  if (state.fase !== 'findes-ikke') {
    throw new Afvist('indsats-findes', 'Indsatsen er allerede bevilget.', { status: 409 });
  }
  kraevDatoer(command, context);
  const mangler = manglerFoerBevilling(command);
  if (mangler.length > 0) {
    throw new Afvist(
      'indsats-kan-ikke-bevilges',
      `Afgørelsen kan ikke træffes endnu. ${mangler.map((m) => `${m.tekst} (${m.hjemmel})`).join('. ')}.`,
      { paragraf: mangler.map((m) => m.hjemmel).join('; '), mangler: mangler.map((m) => m.kode) },
    );
  }
  const { type: _type, katalog, plan, kodeGaelder: _gaelder, boernesamtale, ...data } = command;
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
  if (boernesamtale?.art === 'holdt' && boernesamtale.dato > afgoerelseDato) {
    throw new Afvist('boernesamtale-efter-afgoerelse', 'Samtalen med barnet skal være holdt inden afgørelsen.', {
      felt: 'boernesamtale',
      paragraf: regime === 'SEL' ? 'SEL § 48' : 'BL § 5, stk. 3',
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
  if (!command.kodeGaelder) {
    throw new Afvist(
      'kode-gaelder-ikke',
      `Koden ${i.pgfKode} gælder ikke på iværksættelsesdatoen ${command.dato} og kan ikke indberettes.`,
      { felt: 'dato' },
    );
  }
  const { indsatsId, barnId, sagId, pgfKode } = i;
  const { regime, dato } = command;
  return [event(E.IndsatsIvaerksat, { indsatsId, barnId, sagId, regime, pgfKode, ivaerksatDato: dato })];
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
  const { indsatsId, barnId, sagId } = i;
  const { dato, aarsag, begrundelse } = command;
  const ivaerksat = i.fase === 'ivaerksat';
  return [event(E.IndsatsOphoert, { indsatsId, barnId, sagId, ophoertDato: dato, ivaerksat, aarsag, begrundelse })];
}

function kraevFindes(state: Indsats): BevilgetIndsats {
  if (state.fase === 'findes-ikke') {
    throw new Afvist('indsats-findes-ikke', 'Indsatsen findes ikke.');
  }
  return state;
}

function evolve(state: Indsats, e: E.IndsatsEvent): Indsats {
  switch (e.type) {
    case 'oekonomi.IndsatsBevilget': {
      const { indsatsId, barnId, sagId, regime, indsatskode, pgfKode, afgoerelseDato } = e.data;
      const ids = { indsatsId, barnId, sagId, regime, indsatskode, pgfKode, afgoerelseDato };
      return { fase: 'bevilget', ...ids, ivaerksatDato: null, opstartsmoede: null, ophoertDato: null };
    }
    case 'oekonomi.OpstartsmoedeAfholdt':
      return state.fase === 'findes-ikke' ? state : { ...state, opstartsmoede: e.data.dato };
    case 'oekonomi.IndsatsIvaerksat':
      return state.fase === 'findes-ikke'
        ? state
        : { ...state, fase: 'ivaerksat', ivaerksatDato: e.data.ivaerksatDato };
    case 'oekonomi.IndsatsOphoert':
      return state.fase === 'findes-ikke' ? state : { ...state, fase: 'ophoert', ophoertDato: e.data.ophoertDato };
  }
}

/** What a measure needs next: to be started, then to be followed up for as long as it runs. */
export function indsatsskridt(indsats: Indsats): readonly Skridt[] {
  if (indsats.fase === 'findes-ikke' || indsats.fase === 'ophoert') return [];
  const sel = indsats.regime === 'SEL';
  const enkeltsagId = indsats.indsatsId;
  if (indsats.fase === 'bevilget') {
    return [
      {
        kode: 'indsats-ivaerksaettelse',
        art: 'skal',
        tekst: 'Sæt indsatsen i værk',
        hvorfor: `Bevilget ${indsats.afgoerelseDato}, endnu ikke sat i værk`,
        hjemmel: sel ? 'SEL § 52' : 'BL § 32',
        enkeltsagId,
      },
      ...opstartsmoede(indsats),
    ];
  }
  return [
    {
      kode: 'indsats-opfoelgning',
      art: 'skal',
      tekst: 'Følg op på indsatsen, og beslut, hvornår der næste gang følges op',
      hvorfor: `Indsatsen har været i gang siden ${indsats.ivaerksatDato ?? indsats.afgoerelseDato}`,
      hjemmel: sel ? 'SEL § 70' : 'BL § 95',
      enkeltsagId,
      frister: ['opfoelgning-foerste', 'opfoelgning-loebende'].map((regel) => ({ regel, noegle: enkeltsagId })),
    },
    {
      kode: 'indsats-ophoer',
      art: 'kan',
      tekst: 'Lad indsatsen ophøre, når formålet er nået eller behovet er ændret',
      hvorfor: 'En indsats skal ikke vare længere end nødvendigt',
      hjemmel: sel ? 'SEL § 70' : 'BL § 95',
      enkeltsagId,
    },
    ...opstartsmoede(indsats),
  ];
}

function opstartsmoede(indsats: BevilgetIndsats): readonly Skridt[] {
  if (indsats.opstartsmoede !== null) return [];
  return [
    {
      kode: 'indsats-opstartsmoede',
      art: 'kan',
      tekst: 'Hold opstartsmøde med familien og leverandøren',
      hvorfor: 'Der er ikke skrevet noget om et opstartsmøde',
      hjemmel: indsats.regime === 'SEL' ? 'SEL § 52' : 'BL § 32',
      enkeltsagId: indsats.indsatsId,
    },
  ];
}

/** Why nothing is to be done with the measure; undefined when there is. */
export function indsatshvile(indsats: Indsats): string | undefined {
  return indsats.fase === 'ophoert' ? `Indsatsen er ophørt ${indsats.ophoertDato ?? ''}`.trim() : undefined;
}

export const indsatsDecider: Decider<IndsatsKommando, E.IndsatsEvent, Indsats> = {
  kind: 'oekonomi.indsats',
  initial: { fase: 'findes-ikke' },
  decide,
  evolve,
};
