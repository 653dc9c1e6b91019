import { Afvist } from '../../faelles/afvist.js';
import { type Mangel, type Skridt } from '../../faelles/skridt.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import * as E from './indsats.events.js';

type Regime = 'SEL' | 'BL';
type Maalgruppe = 'barn' | 'familie';
type Prisenhed = 'time' | 'doegn' | 'uge' | 'maaned' | 'stk';
export type Ophoersaarsag = 'formaal-opnaaet' | 'aendret-behov' | 'samtykke-trukket' | 'flytning' | 'fyldt-18' | 'andet';

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
  readonly ophoertDato: string | null;
}

export type Indsats = { readonly fase: 'findes-ikke' } | BevilgetIndsats;

/** What the catalogue of measures says of a measure on the date of the decision; law is data, so it comes from outside. */
export interface KatalogIndsats {
  readonly indsatskode: string;
  readonly indsatsnavn: string;
  readonly hjemmel: string;
  readonly pgfKode: string;
  /** SEL § 52 / BL § 32: consent, purpose, child interview and (SEL) a plan first; early measures (SEL § 11 / BL § 30) do not. */
  readonly kraeverSamtykke: boolean;
  readonly kraeverPlanFoerst: boolean;
  readonly kraeverBoernesamtale: boolean;
}

export type IndsatsKommando =
  | { readonly type: 'BevilgIndsats'; readonly indsatsId: string; readonly barnId: string; readonly sagId: string; readonly regime: Regime; readonly katalog: KatalogIndsats; readonly maalgruppe: Maalgruppe; readonly afgoerelseDato: string; readonly forventetStart: string; readonly forventetVarighedMaaneder: number; readonly prisOere: number; readonly prisEnhed: Prisenhed; readonly samtykkeDato?: string; readonly planId?: string; readonly planGaelder: boolean; readonly planUndtagelse?: string; readonly bfuId?: string; readonly boernesamtaleHoldt: boolean; readonly formaal: string; readonly begrundelse: string; readonly barnetsHoldning: string }
  | { readonly type: 'IvaerksaetIndsats'; readonly dato: string; /** Whether the code is valid on the date; looked up in the dated code list. */ readonly kodeGaelder: boolean; readonly regime: Regime }
  | { readonly type: 'OphoerIndsats'; readonly dato: string; readonly aarsag: Ophoersaarsag; readonly begrundelse: string };

function ikkeFremtid(dato: string, context: DecisionContext, felt: string): void {
  if (dato > context.iDag) {
    throw new Afvist('dato-i-fremtiden', `Datoen ${dato} ligger efter i dag (${context.iDag}).`, { felt });
  }
}

/** What the law demands before a decision on a measure, and that the command does not show. */
export function manglerFoerBevilling(command: Extract<IndsatsKommando, { type: 'BevilgIndsats' }>): readonly Mangel[] {
  const sel = command.regime === 'SEL';
  const mangler: Mangel[] = [];
  if (command.katalog.kraeverSamtykke && command.samtykkeDato === undefined) {
    mangler.push({ kode: 'samtykke', tekst: 'Forældremyndighedsindehaverens samtykke skal være givet', hjemmel: sel ? 'SEL § 52, stk. 2' : 'BL § 32, stk. 2' });
  }
  if (command.katalog.kraeverBoernesamtale && !command.boernesamtaleHoldt) {
    mangler.push({ kode: 'boernesamtale', tekst: 'Barnets holdning skal være skaffet ved en samtale, eller undladelsen skal være begrundet', hjemmel: sel ? 'SEL § 48' : 'BL § 5, stk. 3-4' });
  }
  if (sel && command.katalog.kraeverPlanFoerst && !command.planGaelder && command.planUndtagelse === undefined) {
    mangler.push({ kode: 'handleplan', tekst: 'Handleplanen skal foreligge inden afgørelsen; kan hensynet til barnet ikke vente, angives formålet kort, og planen laves senest inden 4 måneder', hjemmel: 'SEL § 140, stk. 1' });
  }
  return mangler;
}

function decide(command: IndsatsKommando, state: Indsats, context: DecisionContext): readonly E.IndsatsEvent[] {
  switch (command.type) {
    case 'BevilgIndsats':
      return bevilg(command, state, context);
    case 'IvaerksaetIndsats': {
      const i = kraevFindes(state);
      ikkeFremtid(command.dato, context, 'dato');
      if (i.fase !== 'bevilget') {
        throw new Afvist('indsats-ikke-bevilget', `Indsatsen er allerede ${i.fase}.`, { status: 409 });
      }
      if (command.dato < i.afgoerelseDato) {
        throw new Afvist('ivaerksat-foer-afgoerelse', 'Indsatsen kan ikke være sat i værk, før der var truffet afgørelse.', { felt: 'dato', paragraf: i.regime === 'SEL' ? 'SEL § 52' : 'BL § 32' });
      }
      if (!command.kodeGaelder) {
        throw new Afvist('kode-gaelder-ikke', `Koden ${i.pgfKode} gælder ikke på iværksættelsesdatoen ${command.dato} og kan ikke indberettes.`, { felt: 'dato' });
      }
      return [event(E.IndsatsIvaerksat, { indsatsId: i.indsatsId, barnId: i.barnId, sagId: i.sagId, regime: command.regime, pgfKode: i.pgfKode, ivaerksatDato: command.dato })];
    }
    case 'OphoerIndsats': {
      const i = kraevFindes(state);
      ikkeFremtid(command.dato, context, 'dato');
      if (i.fase === 'ophoert') {
        throw new Afvist('indsats-ophoert', 'Indsatsen er allerede ophørt.', { status: 409 });
      }
      if (command.dato < (i.ivaerksatDato ?? i.afgoerelseDato)) {
        throw new Afvist('ophoert-foer-start', 'Indsatsen kan ikke ophøre, før den er begyndt.', { felt: 'dato' });
      }
      return [event(E.IndsatsOphoert, { indsatsId: i.indsatsId, barnId: i.barnId, sagId: i.sagId, ophoertDato: command.dato, ivaerksat: i.fase === 'ivaerksat', aarsag: command.aarsag, begrundelse: command.begrundelse })];
    }
  }
}

function bevilg(command: Extract<IndsatsKommando, { type: 'BevilgIndsats' }>, state: Indsats, context: DecisionContext): readonly E.IndsatsEvent[] {
  if (state.fase !== 'findes-ikke') {
    throw new Afvist('indsats-findes', 'Indsatsen er allerede bevilget.', { status: 409 });
  }
  ikkeFremtid(command.afgoerelseDato, context, 'afgoerelseDato');
  if (command.forventetStart < command.afgoerelseDato) {
    throw new Afvist('start-foer-afgoerelse', 'Indsatsen kan ikke begynde før afgørelsen.', { felt: 'forventetStart' });
  }
  if (command.samtykkeDato !== undefined && command.samtykkeDato > command.afgoerelseDato) {
    throw new Afvist('samtykke-efter-afgoerelse', 'Samtykket skal være givet inden afgørelsen.', { felt: 'samtykkeDato', paragraf: command.regime === 'SEL' ? 'SEL § 52, stk. 2' : 'BL § 32, stk. 2' });
  }
  const mangler = manglerFoerBevilling(command);
  if (mangler.length > 0) {
    throw new Afvist('indsats-kan-ikke-bevilges', `Afgørelsen kan ikke træffes endnu. ${mangler.map((m) => `${m.tekst} (${m.hjemmel})`).join('. ')}.`, {
      paragraf: mangler.map((m) => m.hjemmel).join('; '),
      mangler: mangler.map((m) => m.kode),
    });
  }
  const { type: _type, katalog, planGaelder, boernesamtaleHoldt: _holdt, ...data } = command;
  return [
    event(E.IndsatsBevilget, {
      ...data,
      indsatskode: katalog.indsatskode,
      indsatsnavn: katalog.indsatsnavn,
      hjemmel: katalog.hjemmel,
      pgfKode: katalog.pgfKode,
      planUndtaget: katalog.kraeverPlanFoerst && !planGaelder,
    }),
  ];
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
      return { fase: 'bevilget', indsatsId, barnId, sagId, regime, indsatskode, pgfKode, afgoerelseDato, ivaerksatDato: null, ophoertDato: null };
    }
    case 'oekonomi.IndsatsIvaerksat':
      return state.fase === 'findes-ikke' ? state : { ...state, fase: 'ivaerksat', ivaerksatDato: e.data.ivaerksatDato };
    case 'oekonomi.IndsatsOphoert':
      return state.fase === 'findes-ikke' ? state : { ...state, fase: 'ophoert', ophoertDato: e.data.ophoertDato };
  }
}

export function indsatsskridt(indsats: Indsats): readonly Skridt[] {
  if (indsats.fase !== 'bevilget') return [];
  return [{
    kode: 'indsats-ivaerksaettelse', art: 'skal', tekst: 'Sæt indsatsen i værk, og hold opstartsmøde', hvorfor: `Bevilget ${indsats.afgoerelseDato}, endnu ikke i værk`,
    hjemmel: indsats.regime === 'SEL' ? 'SEL § 52' : 'BL § 32', enkeltsagId: indsats.indsatsId,
  }];
}

export const indsatsDecider: Decider<IndsatsKommando, E.IndsatsEvent, Indsats> = { kind: 'oekonomi.indsats', initial: { fase: 'findes-ikke' }, decide, evolve };
