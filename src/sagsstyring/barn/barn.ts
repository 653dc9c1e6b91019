import { Type } from '@sinclair/typebox';
import { v5 } from 'uuid';
import { Afvist } from '../../faelles/afvist.js';
import { Id } from '../../faelles/felter.js';
import { type Decider } from '../../platform/commands/decider.js';
import { declareEvent, event, type EventOf } from '../../platform/eventstore/event-declaration.js';
import { type Omraade } from '../sag/tilstand.js';

// The fields are not called barnId and sagId on purpose: this stream is an index of facts that other streams tell, so
// it must not say them a second time in the child's journal or in the case's list of streams.
const indeks = { barn: Id };
const OmraadeFelt = Type.Union([Type.Literal('social'), Type.Literal('handicap')]);
const grundlag = { begge: 'offentlighedsloven § 15' } as const;

export const SagKnyttetTilBarn = declareEvent({
  type: 'sagsstyring.SagKnyttetTilBarn',
  version: 1,
  beskrivelse: 'Indeks: barnet har nu denne åbne sag på området. Et barn har højst én åben sag pr. område.',
  schema: Type.Object({ ...indeks, sag: Id, omraade: OmraadeFelt }),
  sealed: {},
  category: 'administration',
  legalBasis: grundlag,
  journal: (d) => ({ overskrift: 'Sag knyttet til barnet', tekst: `Område ${d.omraade}.` }),
});

export const SagLoesnetFraBarn = declareEvent({
  type: 'sagsstyring.SagLoesnetFraBarn',
  version: 1,
  beskrivelse: 'Indeks: sagen er ikke længere barnets åbne sag på området.',
  schema: Type.Object({ ...indeks, sag: Id }),
  sealed: {},
  category: 'administration',
  legalBasis: grundlag,
  journal: () => ({ overskrift: 'Sag løsnet fra barnet', tekst: 'Sagen er lukket eller flyttet til et andet område.' }),
});

export const UnderretningKnyttetTilBarn = declareEvent({
  type: 'sagsstyring.UnderretningKnyttetTilBarn',
  version: 1,
  beskrivelse: 'Indeks: der er en underretning om barnet, som endnu ikke er vurderet færdig.',
  schema: Type.Object({ ...indeks, underretning: Id }),
  sealed: {},
  category: 'administration',
  legalBasis: grundlag,
  journal: () => ({ overskrift: 'Underretning knyttet til barnet', tekst: 'Underretningen er ikke vurderet færdig.' }),
});

export const UnderretningAfsluttetForBarn = declareEvent({
  type: 'sagsstyring.UnderretningAfsluttetForBarn',
  version: 1,
  beskrivelse: 'Indeks: underretningen er vurderet færdig.',
  schema: Type.Object({ ...indeks, underretning: Id }),
  sealed: {},
  category: 'administration',
  legalBasis: grundlag,
  journal: () => ({ overskrift: 'Underretning vurderet færdig', tekst: 'Underretningen er ikke længere åben.' }),
});

export const SoeskendeundersoegelseKraevet = declareEvent({
  type: 'sagsstyring.SoeskendeundersoegelseKraevet',
  version: 1,
  beskrivelse:
    'Indeks: en søskende er anbragt på grund af omsorgssvigt eller overgreb, så en børnefaglig undersøgelse af barnet skal i gang.',
  schema: Type.Object({ ...indeks, anbringelse: Id }),
  sealed: {},
  category: 'administration',
  legalBasis: { ...grundlag, BL: 'BL § 21, stk. 2' },
  journal: () => ({
    overskrift: 'Undersøgelse skal i gang',
    tekst: 'En søskende er anbragt uden for hjemmet.',
  }),
});

export const SoeskendeundersoegelseAfklaret = declareEvent({
  type: 'sagsstyring.SoeskendeundersoegelseAfklaret',
  version: 1,
  beskrivelse:
    'Indeks: undersøgelsen, som søskendes anbringelse kræver, er begyndt eller undladt, eller barnet er ikke omfattet.',
  schema: Type.Object({ ...indeks, anbringelse: Id }),
  sealed: {},
  category: 'administration',
  legalBasis: { ...grundlag, BL: 'BL § 21, stk. 2-3' },
  journal: () => ({
    overskrift: 'Søskendes anbringelse kræver ikke mere',
    tekst: 'Undersøgelsen er begyndt, eller den er ikke krævet.',
  }),
});

export const barnEvents = [
  SagKnyttetTilBarn,
  SagLoesnetFraBarn,
  UnderretningKnyttetTilBarn,
  UnderretningAfsluttetForBarn,
  SoeskendeundersoegelseKraevet,
  SoeskendeundersoegelseAfklaret,
] as const;
export type BarnEvent = EventOf<(typeof barnEvents)[number]>;

export interface Barnesager {
  /** Open case per area. */
  readonly aabneSager: Readonly<Partial<Record<Omraade, string>>>;
  /** Every case the child has had. */
  readonly sager: readonly string[];
  readonly aabneUnderretninger: readonly string[];
  /** Every notification there has been about the child. */
  readonly underretninger: readonly string[];
  /** Placements of brothers and sisters that demand an investigation of this child, and it has not begun (BL § 21, stk. 2). */
  readonly soeskendesAnbringelser: readonly string[];
}

export type BarnKommando =
  | { readonly type: 'KnytSag'; readonly barnId: string; readonly sagId: string; readonly omraade: Omraade }
  | { readonly type: 'LoesnSag'; readonly barnId: string; readonly sagId: string }
  | { readonly type: 'KnytUnderretning'; readonly barnId: string; readonly underretningId: string }
  | { readonly type: 'AfslutUnderretning'; readonly barnId: string; readonly underretningId: string }
  | { readonly type: 'KraevUndersoegelse'; readonly barnId: string; readonly anbringelseId: string }
  /** For one placement, or for all of them when the investigation begins. */
  | { readonly type: 'AfklarUndersoegelse'; readonly barnId: string; readonly anbringelseId?: string };

function decide(command: BarnKommando, state: Barnesager): readonly BarnEvent[] {
  const barn = command.barnId;
  switch (command.type) {
    case 'KnytSag': {
      const optaget = state.aabneSager[command.omraade];
      if (optaget !== undefined && optaget !== command.sagId) {
        throw new Afvist(
          'barnet-har-aaben-sag',
          `Barnet har allerede en åben sag på området ${command.omraade} (${optaget}). Arbejd videre i den.`,
          { status: 409, felt: 'omraade' },
        );
      }
      return [event(SagKnyttetTilBarn, { barn, sag: command.sagId, omraade: command.omraade })];
    }
    case 'LoesnSag':
      return Object.values(state.aabneSager).includes(command.sagId)
        ? [event(SagLoesnetFraBarn, { barn, sag: command.sagId })]
        : [];
    case 'KnytUnderretning':
      return [event(UnderretningKnyttetTilBarn, { barn, underretning: command.underretningId })];
    case 'AfslutUnderretning':
      return state.aabneUnderretninger.includes(command.underretningId)
        ? [event(UnderretningAfsluttetForBarn, { barn, underretning: command.underretningId })]
        : [];
    case 'KraevUndersoegelse':
      return state.soeskendesAnbringelser.includes(command.anbringelseId)
        ? []
        : [event(SoeskendeundersoegelseKraevet, { barn, anbringelse: command.anbringelseId })];
    case 'AfklarUndersoegelse':
      return state.soeskendesAnbringelser
        .filter((id) => command.anbringelseId === undefined || command.anbringelseId === id)
        .map((anbringelse) => event(SoeskendeundersoegelseAfklaret, { barn, anbringelse }));
  }
}

function evolve(state: Barnesager, e: BarnEvent): Barnesager {
  switch (e.type) {
    case 'sagsstyring.SagKnyttetTilBarn': {
      const sager = state.sager.includes(e.data.sag) ? state.sager : [...state.sager, e.data.sag];
      return { ...state, sager, aabneSager: { ...state.aabneSager, [e.data.omraade]: e.data.sag } };
    }
    case 'sagsstyring.SagLoesnetFraBarn': {
      const { social, handicap } = state.aabneSager;
      return {
        ...state,
        aabneSager: {
          ...(social === undefined || social === e.data.sag ? {} : { social }),
          ...(handicap === undefined || handicap === e.data.sag ? {} : { handicap }),
        },
      };
    }
    case 'sagsstyring.UnderretningKnyttetTilBarn':
      return {
        ...state,
        underretninger: [...state.underretninger, e.data.underretning],
        aabneUnderretninger: [...state.aabneUnderretninger, e.data.underretning],
      };
    case 'sagsstyring.UnderretningAfsluttetForBarn':
      return { ...state, aabneUnderretninger: state.aabneUnderretninger.filter((id) => id !== e.data.underretning) };
    case 'sagsstyring.SoeskendeundersoegelseKraevet':
      return { ...state, soeskendesAnbringelser: [...state.soeskendesAnbringelser, e.data.anbringelse] };
    case 'sagsstyring.SoeskendeundersoegelseAfklaret':
      return {
        ...state,
        soeskendesAnbringelser: state.soeskendesAnbringelser.filter((id) => id !== e.data.anbringelse),
      };
  }
}

/** What the child has of cases and notifications: makes uniqueness hold and finds them inside a command. */
export const barnDecider: Decider<BarnKommando, BarnEvent, Barnesager> = {
  kind: 'sagsstyring.barn',
  initial: { aabneSager: {}, sager: [], aabneUnderretninger: [], underretninger: [], soeskendesAnbringelser: [] },
  decide,
  evolve,
};

const NAVNERUM = '6f1a7a0e-52f7-5c39-9f6b-2f0f3f5d7c11';

/** The child's own stream here: derived, because the child's id is already the id of the person's stream. */
export function barnetsStroem(barnId: string): string {
  return v5(`sagsstyring.barn/${barnId}`, NAVNERUM);
}
