import { Type } from '@sinclair/typebox';
import { v5 } from 'uuid';
import { Afvist } from '../../faelles/afvist.js';
import { Id, Valgfri } from '../../faelles/felter.js';
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
  schema: Type.Object({
    ...indeks,
    anbringelse: Id,
    /** The investigation that began; absent when it is answered that none is demanded. */
    undersoegelse: Valgfri(Id),
  }),
  sealed: {},
  category: 'administration',
  legalBasis: { ...grundlag, BL: 'BL § 21, stk. 2-3' },
  journal: () => ({
    overskrift: 'Søskendes anbringelse kræver ikke mere',
    tekst: 'Undersøgelsen er begyndt, eller den er ikke krævet.',
  }),
});

export const FlytningKnyttetTilBarn = declareEvent({
  type: 'sagsstyring.FlytningKnyttetTilBarn',
  version: 1,
  beskrivelse:
    'Indeks: den kommune, barnet flytter til, er underrettet; det, der er krævet her, overtager den fra flytningen.',
  schema: Type.Object({ ...indeks, underretning: Id }),
  sealed: {},
  category: 'administration',
  legalBasis: { SEL: 'SEL § 152, stk. 1-2', BL: 'BL § 132, stk. 1-2' },
  journal: () => ({ overskrift: 'Flytning knyttet til barnet', tekst: 'Den nye kommune er underrettet.' }),
});

export const barnEvents = [
  SagKnyttetTilBarn,
  SagLoesnetFraBarn,
  UnderretningKnyttetTilBarn,
  UnderretningAfsluttetForBarn,
  SoeskendeundersoegelseKraevet,
  SoeskendeundersoegelseAfklaret,
  FlytningKnyttetTilBarn,
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
  /** The investigation of this child that each such placement has got. */
  readonly soeskendesUndersoegelser: Readonly<Record<string, string>>;
  /** Notifications to the municipality that the child moves to, since the last time an investigation was demanded. */
  readonly flytninger: readonly string[];
}

export type BarnKommando =
  | { readonly type: 'KnytSag'; readonly barnId: string; readonly sagId: string; readonly omraade: Omraade }
  | { readonly type: 'LoesnSag'; readonly barnId: string; readonly sagId: string }
  | { readonly type: 'KnytUnderretning'; readonly barnId: string; readonly underretningId: string }
  | { readonly type: 'AfslutUnderretning'; readonly barnId: string; readonly underretningId: string }
  | {
      readonly type: 'KraevUndersoegelse';
      readonly barnId: string;
      readonly anbringelseId: string;
      /** One that runs already is it. */
      readonly igang?: string;
    }
  | { readonly type: 'BegyndUndersoegelse'; readonly barnId: string; readonly undersoegelseId: string }
  /** Given up though a placement still demands it. */
  | { readonly type: 'OpgivUndersoegelse'; readonly barnId: string; readonly undersoegelseId: string }
  | { readonly type: 'AfklarUndersoegelse'; readonly barnId: string; readonly anbringelseId: string }
  /** The placement has ended: it does not demand anew what it once got. */
  | { readonly type: 'GlemUndersoegelse'; readonly barnId: string; readonly anbringelseId: string }
  | { readonly type: 'KnytFlytning'; readonly barnId: string; readonly mellemkommunalId: string };

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
    case 'KnytFlytning':
      return [event(FlytningKnyttetTilBarn, { barn, underretning: command.mellemkommunalId })];
    case 'KraevUndersoegelse':
    case 'BegyndUndersoegelse':
    case 'OpgivUndersoegelse':
    case 'AfklarUndersoegelse':
    case 'GlemUndersoegelse':
      return soeskendeundersoegelse(command, state);
  }
}

function soeskendeundersoegelse(
  command: Extract<BarnKommando, { type: `${string}Undersoegelse` }>,
  { soeskendesAnbringelser: kraevet, soeskendesUndersoegelser: begyndt }: Barnesager,
): readonly BarnEvent[] {
  const kraev = (anbringelse: string) => event(SoeskendeundersoegelseKraevet, { barn: command.barnId, anbringelse });
  const afklar = (anbringelse: string, undersoegelse?: string) =>
    event(SoeskendeundersoegelseAfklaret, {
      ...{ barn: command.barnId, anbringelse },
      ...(undersoegelse === undefined ? {} : { undersoegelse }),
    });
  switch (command.type) {
    case 'KraevUndersoegelse': {
      const { anbringelseId: id, igang } = command;
      // The investigation that has begun because of it, also when it is finished, is the one that is demanded.
      if (kraevet.includes(id) || id in begyndt) return [];
      return [kraev(id), ...(igang === undefined ? [] : [afklar(id, igang)])];
    }
    case 'BegyndUndersoegelse':
      return kraevet.map((id) => afklar(id, command.undersoegelseId));
    case 'OpgivUndersoegelse':
      return Object.keys(begyndt)
        .filter((id) => begyndt[id] === command.undersoegelseId)
        .map((id) => kraev(id));
    case 'AfklarUndersoegelse':
      return kraevet.includes(command.anbringelseId) || command.anbringelseId in begyndt
        ? [afklar(command.anbringelseId)]
        : [];
    case 'GlemUndersoegelse':
      return command.anbringelseId in begyndt ? [afklar(command.anbringelseId)] : [];
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
      return {
        ...uden(state, e.data.anbringelse),
        soeskendesAnbringelser: [...state.soeskendesAnbringelser, e.data.anbringelse],
        flytninger: [],
      };
    case 'sagsstyring.FlytningKnyttetTilBarn':
      return { ...state, flytninger: [...state.flytninger, e.data.underretning] };
    case 'sagsstyring.SoeskendeundersoegelseAfklaret': {
      const { anbringelse, undersoegelse } = e.data;
      const afklaret = uden(state, anbringelse);
      if (undersoegelse === undefined) return afklaret;
      const soeskendesUndersoegelser = { ...afklaret.soeskendesUndersoegelser, [anbringelse]: undersoegelse };
      return { ...afklaret, soeskendesUndersoegelser };
    }
  }
}

/** What the placement neither demands nor has got. */
function uden(state: Barnesager, anbringelse: string): Barnesager {
  return {
    ...state,
    soeskendesAnbringelser: state.soeskendesAnbringelser.filter((id) => id !== anbringelse),
    soeskendesUndersoegelser: Object.fromEntries(
      Object.entries(state.soeskendesUndersoegelser).filter(([id]) => id !== anbringelse),
    ),
  };
}

/** What the child has of cases and notifications: makes uniqueness hold and finds them inside a command. */
export const barnDecider: Decider<BarnKommando, BarnEvent, Barnesager> = {
  kind: 'sagsstyring.barn',
  initial: {
    ...{ aabneSager: {}, sager: [], aabneUnderretninger: [], underretninger: [] },
    ...{ soeskendesAnbringelser: [], soeskendesUndersoegelser: {}, flytninger: [] },
  },
  decide,
  evolve,
};

const NAVNERUM = '6f1a7a0e-52f7-5c39-9f6b-2f0f3f5d7c11';

/** The child's own stream here: derived, because the child's id is already the id of the person's stream. */
export function barnetsStroem(barnId: string): string {
  return v5(`sagsstyring.barn/${barnId}`, NAVNERUM);
}
