import { v5 } from 'uuid';
import { Afvist } from '../../faelles/afvist.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { kraevTekst } from '../datoregler.js';
import * as E from './fratraedelse.events.js';

// Fixed for ever: the ids of the streams are made with it.
const NAVNERUM = '2d0b6f0a-7f0b-5a55-8d1e-9a3f4c5b6d7e';

/** One for a caseworker and a last day, so that two team leaders cannot each prepare the same. */
export function fratraedelsesId(sagsbehandler: string, sidsteDag: string): string {
  return v5(`${sagsbehandler}/${sidsteDag}`, NAVNERUM);
}

export interface Fratraedelsespost {
  readonly sagId: string;
  readonly til: string | null;
  readonly tilTeam: string | null;
  /** `afventer`: not yet proposed; the case itself tells what became of the proposal. */
  readonly trin: 'afventer' | 'foreslaaet' | 'sprunget-over';
  readonly overdragelseId: string | null;
  readonly aarsag: string | null;
}

export interface BegyndtFratraedelse {
  readonly fase: 'kladde' | 'udsendt' | 'afsluttet' | 'trukket';
  readonly fratraedelseId: string;
  readonly sagsbehandler: string;
  readonly sidsteDag: string;
  readonly oprettet: string;
  readonly position: number;
  /** In the order in which the cases were opened. */
  readonly poster: readonly Fratraedelsespost[];
}

export type Fratraedelse = { readonly fase: 'findes-ikke' } | BegyndtFratraedelse;

interface Modtager {
  readonly sagId: string;
  readonly til: string;
  readonly tilTeam?: string;
}

export type FratraedelseKommando =
  | {
      readonly type: 'OpretFratraedelse';
      readonly fratraedelseId: string;
      readonly sagsbehandler: string;
      readonly sidsteDag: string;
      readonly position: number;
      /** Last day of one that is prepared already and not finished. */
      readonly iGang: string | null;
      /** Cases that are on their way to the one who leaves: they need an answer, also when there is nothing else. */
      readonly indgaaende: readonly string[];
      readonly sager: readonly { readonly sagId: string; readonly til?: string; readonly tilTeam?: string }[];
    }
  | ({ readonly type: 'VaelgModtager' } & Modtager)
  | { readonly type: 'UdsendFratraedelse' }
  | ({ readonly type: 'NoterForeslaaet'; readonly overdragelseId: string } & Modtager)
  | { readonly type: 'NoterSprungetOver'; readonly sagId: string; readonly aarsag: string }
  | {
      readonly type: 'AfslutFratraedelse';
      /** Cases that nobody has accepted yet, found by whoever sends the command. */
      readonly udestaaende: readonly string[];
      /** Cases whose handover waits for the answer of the one who leaves. */
      readonly indgaaende: readonly string[];
    }
  | { readonly type: 'TraekFratraedelse'; readonly begrundelse: string };

function decide(
  command: FratraedelseKommando,
  state: Fratraedelse,
  context: DecisionContext,
): readonly E.FratraedelseEvent[] {
  if (command.type === 'OpretFratraedelse') return opret(command, state, context);
  if (state.fase === 'findes-ikke') throw new Afvist('fratraedelse-findes-ikke', 'Fratrædelsen findes ikke.');
  if (state.fase === 'trukket') {
    throw new Afvist('fratraedelse-trukket', 'Fratrædelsen er trukket tilbage.', { status: 409 });
  }
  if (command.type === 'TraekFratraedelse') {
    kraevTekst(
      command.begrundelse,
      'begrundelse-mangler',
      'begrundelse',
      'Skriv, hvorfor fratrædelsen ikke gælder mere.',
    );
    const { begrundelse } = command;
    return [
      event(E.FratraedelseTrukketTilbage, { fratraedelseId: state.fratraedelseId, dato: context.iDag, begrundelse }),
    ];
  }
  if (state.fase === 'afsluttet') {
    throw new Afvist('fratraedelse-afsluttet', 'Fratrædelsen er afsluttet.', { status: 409 });
  }
  const { fratraedelseId } = state;
  switch (command.type) {
    case 'VaelgModtager':
      kraevAnden(command.til, state.sagsbehandler, 'til');
      return [event(E.FratraedelsesmodtagerValgt, { fratraedelseId, ...modtager(command), dato: context.iDag })];
    case 'UdsendFratraedelse': {
      if (state.fase === 'udsendt') {
        throw new Afvist('fratraedelse-udsendt', 'Overdragelserne er allerede sendt ud.', { status: 409 });
      }
      const uden = state.poster.filter(({ til }) => til === null).map(({ sagId }) => sagId);
      if (uden.length > 0) {
        throw new Afvist(
          'modtager-mangler',
          `${String(uden.length)} sager har ingen foreslået modtager. Vælg en for hver, så ingen sag bliver efterladt.`,
          { mangler: uden },
        );
      }
      return [event(E.FratraedelseUdsendt, { fratraedelseId, dato: context.iDag })];
    }
    case 'NoterForeslaaet': {
      const { overdragelseId } = command;
      return [event(E.FratraedelsessagForeslaaet, { fratraedelseId, ...modtager(command), overdragelseId })];
    }
    case 'NoterSprungetOver':
      return [
        event(E.FratraedelsessagSprungetOver, {
          fratraedelseId,
          post: command.sagId,
          aarsag: command.aarsag.slice(0, 400),
        }),
      ];
    case 'AfslutFratraedelse':
      if (command.udestaaende.length > 0) {
        throw new Afvist(
          'sager-uden-modtager',
          `${String(command.udestaaende.length)} sager har ingen modtager, der har accepteret. ${state.sagsbehandler} har stadig ansvaret for dem.`,
          { mangler: command.udestaaende, paragraf: 'offentlighedsloven § 13' },
        );
      }
      if (command.indgaaende.length > 0) {
        throw new Afvist(
          'overdragelser-til-fratraeder',
          `${String(command.indgaaende.length)} sager er foreslået overdraget til ${state.sagsbehandler} og venter på svar. Få dem afvist eller trukket tilbage først.`,
          { mangler: command.indgaaende, paragraf: 'offentlighedsloven § 13' },
        );
      }
      return [event(E.FratraedelseAfsluttet, { fratraedelseId, dato: context.iDag })];
  }
}

function opret(
  command: Extract<FratraedelseKommando, { type: 'OpretFratraedelse' }>,
  state: Fratraedelse,
  context: DecisionContext,
): readonly E.FratraedelseEvent[] {
  // One that is finished or withdrawn may be prepared again: cases may have come since.
  const egen = state.fase === 'kladde' || state.fase === 'udsendt' ? state.sidsteDag : null;
  const dag = egen ?? command.iGang;
  if (dag !== null) {
    throw new Afvist(
      'fratraedelse-findes',
      `${command.sagsbehandler}s fratrædelse ${dag} er allerede forberedt. Arbejd videre i den.`,
      { status: 409 },
    );
  }
  if (command.sager.length === 0 && command.indgaaende.length === 0) {
    throw new Afvist('ingen-aabne-sager', `${command.sagsbehandler} har ingen åbne sager at overdrage.`, {
      felt: 'sagsbehandler',
    });
  }
  for (const { til } of command.sager) if (til !== undefined) kraevAnden(til, command.sagsbehandler, 'modtagere');
  const { type: _type, iGang: _iGang, indgaaende: _indgaaende, sager, ...data } = command;
  return [
    event(E.FratraedelseOprettet, {
      ...data,
      dato: context.iDag,
      sager: sager.map(({ sagId, ...resten }) => ({ post: sagId, ...resten })),
    }),
  ];
}

function kraevAnden(til: string, sagsbehandler: string, felt: string): void {
  if (til === sagsbehandler) {
    throw new Afvist('modtager-fratraeder', `${sagsbehandler} fratræder og kan ikke overtage sine egne sager.`, {
      felt,
    });
  }
}

function modtager({ sagId, til, tilTeam }: Modtager): { post: string; til: string; tilTeam?: string } {
  return { post: sagId, til, ...(tilTeam === undefined ? {} : { tilTeam }) };
}

function evolve(state: Fratraedelse, e: E.FratraedelseEvent): Fratraedelse {
  if (e.type === 'sagsstyring.FratraedelseOprettet') {
    const { fratraedelseId, sagsbehandler, sidsteDag, dato, position, sager } = e.data;
    return {
      ...{ fase: 'kladde', fratraedelseId, sagsbehandler, sidsteDag, oprettet: dato, position },
      poster: sager.map(({ post, til, tilTeam }) => ({
        ...NY,
        sagId: post,
        til: til ?? null,
        tilTeam: tilTeam ?? null,
      })),
    };
  }
  if (state.fase === 'findes-ikke') return state;
  switch (e.type) {
    case 'sagsstyring.FratraedelsesmodtagerValgt': {
      const { post, til, tilTeam = null } = e.data;
      return medPost(state, post, { til, tilTeam, trin: 'afventer', overdragelseId: null, aarsag: null });
    }
    case 'sagsstyring.FratraedelseUdsendt':
      return { ...state, fase: 'udsendt' };
    case 'sagsstyring.FratraedelsessagForeslaaet': {
      const { post, til, tilTeam = null, overdragelseId } = e.data;
      return medPost(state, post, { til, tilTeam, trin: 'foreslaaet', overdragelseId, aarsag: null });
    }
    case 'sagsstyring.FratraedelsessagSprungetOver':
      return medPost(state, e.data.post, { trin: 'sprunget-over', aarsag: e.data.aarsag });
    case 'sagsstyring.FratraedelseAfsluttet':
      return { ...state, fase: 'afsluttet' };
    case 'sagsstyring.FratraedelseTrukketTilbage':
      return { ...state, fase: 'trukket' };
  }
}

const NY: Omit<Fratraedelsespost, 'sagId'> = {
  ...{ til: null, tilTeam: null, trin: 'afventer', overdragelseId: null, aarsag: null },
};

// A case that came to the caseworker after the list was made is put last on it.
function medPost(state: BegyndtFratraedelse, sagId: string, nyt: Partial<Fratraedelsespost>): BegyndtFratraedelse {
  const kendt = state.poster.some((p) => p.sagId === sagId);
  const poster = kendt ? state.poster : [...state.poster, { ...NY, sagId }];
  return { ...state, poster: poster.map((p) => (p.sagId === sagId ? { ...p, ...nyt } : p)) };
}

/** A caseworker leaves: the caseload, who is to have each case, and how far the proposals have come. */
export const fratraedelseDecider: Decider<FratraedelseKommando, E.FratraedelseEvent, Fratraedelse> = {
  kind: 'sagsstyring.fratraedelse',
  initial: { fase: 'findes-ikke' },
  decide,
  evolve,
};

/** The next case to propose; undefined when all are. */
export function naestePost(f: Fratraedelse): Fratraedelsespost | undefined {
  return f.fase === 'udsendt' ? f.poster.find(({ trin, til }) => trin === 'afventer' && til !== null) : undefined;
}
