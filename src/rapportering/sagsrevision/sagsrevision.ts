import { Afvist } from '../../faelles/afvist.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import * as E from './sagsrevision.events.js';
import { type Udtraeksregel } from './sagsrevision.events.js';
import { findSpoergsmaal, SPOERGSMAAL, type Svarvaerdi } from './spoergsmaal.js';
import { type Systemsvar } from './systemsvar.js';

export interface Revisionssvar {
  readonly vaerdi: Svarvaerdi;
  readonly kilde: 'system' | 'person';
}

export interface Revisionssag {
  readonly sagId: string;
  readonly barnId: string;
  /** Id of the question -> the latest answer. */
  readonly svar: Readonly<Record<string, Revisionssvar>>;
}

export interface BegyndtRevision {
  readonly fase: 'i-gang' | 'afsluttet';
  readonly revisionId: string;
  readonly betegnelse: string;
  readonly periode: { readonly fra: string; readonly til: string };
  readonly udtraeksregel: Udtraeksregel;
  readonly seed: string;
  readonly position: number;
  readonly skaeringstid: string;
  readonly dato: string;
  readonly populationsantal: number;
  /** In the order in which they were drawn. */
  readonly sager: readonly Revisionssag[];
}

export type Sagsrevision = { readonly fase: 'findes-ikke' } | BegyndtRevision;

export type SagsrevisionKommando =
  | {
      readonly type: 'TraekStikproeve';
      readonly revisionId: string;
      readonly betegnelse: string;
      readonly periode: { readonly fra: string; readonly til: string };
      readonly udtraeksregel: Udtraeksregel;
      readonly seed: string;
      readonly position: number;
      readonly skaeringstid: string;
      readonly populationsantal: number;
      /** Drawn by the rule and the seed, with what the log answers about each. */
      readonly sager: readonly {
        readonly sagId: string;
        readonly barnId: string;
        readonly svar: readonly Systemsvar[];
      }[];
    }
  | {
      readonly type: 'BesvarSpoergsmaal';
      readonly sagId: string;
      readonly spoergsmaalId: string;
      readonly vaerdi: Svarvaerdi;
      readonly bemaerkning?: string;
      /** Everyone who has had the case. */
      readonly behandlere: readonly string[];
    }
  | { readonly type: 'AfslutRevision' };

function decide(
  command: SagsrevisionKommando,
  state: Sagsrevision,
  context: DecisionContext,
): readonly E.SagsrevisionEvent[] {
  if (command.type === 'TraekStikproeve') return traek(command, state, context);
  if (state.fase === 'findes-ikke') throw new Afvist('revision-findes-ikke', 'Revisionen findes ikke.');
  if (state.fase === 'afsluttet') {
    throw new Afvist('revision-afsluttet', 'Revisionen er afsluttet, og svarene står fast.', { status: 409 });
  }
  switch (command.type) {
    case 'BesvarSpoergsmaal':
      return besvar(command, state, context);
    case 'AfslutRevision': {
      const mangler = state.sager.flatMap(({ sagId, svar }) => ubesvarede(svar).map((id) => `${sagId}/${id}`));
      if (mangler.length > 0) {
        throw new Afvist('svar-mangler', `${String(mangler.length)} spørgsmål er ikke besvaret endnu.`, { mangler });
      }
      return [event(E.SagsrevisionAfsluttet, { revisionId: state.revisionId, dato: context.iDag })];
    }
  }
}

/** The questions of a case that nobody has answered. What the log cannot show is put to a person, whose word it then is. */
export function ubesvarede(svar: Revisionssag['svar']): readonly string[] {
  return SPOERGSMAAL.filter(({ id }) => erUbesvaret(svar[id])).map(({ id }) => id);
}

export function erUbesvaret(svar: Revisionssvar | undefined): boolean {
  return svar === undefined || (svar.kilde === 'system' && svar.vaerdi === 'kan-ikke-ses');
}

function traek(
  command: Extract<SagsrevisionKommando, { type: 'TraekStikproeve' }>,
  state: Sagsrevision,
  context: DecisionContext,
): readonly E.SagsrevisionEvent[] {
  if (state.fase !== 'findes-ikke') throw new Afvist('revision-findes', 'Revisionen findes allerede.', { status: 409 });
  const { fra, til } = command.periode;
  if (til < fra) throw new Afvist('periode-vender-forkert', 'Perioden slutter, før den begynder.', { felt: 'periode' });
  if (til > context.iDag) {
    throw new Afvist('periode-ikke-afsluttet', `Perioden slutter ${til}, og i dag er ${context.iDag}.`, {
      felt: 'periode',
    });
  }
  if (command.sager.length === 0) {
    throw new Afvist('ingen-sager', 'Ingen sager passer med udtræksreglen.', { felt: 'udtraeksregel' });
  }
  const { type: _type, sager, ...data } = command;
  const { revisionId } = command;
  return [
    event(E.SagsrevisionUdtrukket, {
      ...data,
      ...{ periode: { fra, til }, udtraeksregel: { ...command.udtraeksregel }, dato: context.iDag },
      sagIder: sager.map(({ sagId }) => sagId),
    }),
    ...sager.map(({ sagId, barnId, svar }) =>
      event(E.SagBesvaretAfSystemet, {
        ...{ revisionId, sagId, barnId, dato: context.iDag },
        svar: svar.map(({ spoergsmaalId, vaerdi, forklaring }) => ({
          ...{ spoergsmaalId, vaerdi, forklaring: forklaring.slice(0, 2000) },
        })),
      }),
    ),
  ];
}

function besvar(
  command: Extract<SagsrevisionKommando, { type: 'BesvarSpoergsmaal' }>,
  state: BegyndtRevision,
  context: DecisionContext,
): readonly E.SagsrevisionEvent[] {
  const { sagId, spoergsmaalId, vaerdi, bemaerkning } = command;
  const sag = state.sager.find((s) => s.sagId === sagId);
  if (sag === undefined) {
    throw new Afvist('sag-ikke-i-stikproeven', 'Sagen er ikke i stikprøven.', { felt: 'sagId' });
  }
  const spoergsmaal = findSpoergsmaal(spoergsmaalId);
  if (spoergsmaal === undefined) {
    const kendte = SPOERGSMAAL.map(({ id }) => id).join(', ');
    throw new Afvist('ukendt-spoergsmaal', `Spørgsmålet findes ikke. Vælg et af: ${kendte}.`, {
      felt: 'spoergsmaalId',
    });
  }
  const hidtil = sag.svar[spoergsmaalId];
  if (hidtil?.kilde === 'system' && hidtil.vaerdi !== 'kan-ikke-ses') {
    throw new Afvist(
      'systemet-har-svaret',
      `Hændelserne svarer ${hidtil.vaerdi}. Er det forkert, er det sagen, der skal rettes.`,
      { felt: 'spoergsmaalId', status: 409 },
    );
  }
  if (command.behandlere.includes(context.aktoer.id)) {
    throw new Afvist('egen-sag', 'Du har selv haft sagen. En anden skal svare.', {
      felt: 'sagId',
      paragraf: 'forvaltningsloven § 3',
    });
  }
  if ((vaerdi === 'nej' || vaerdi === 'kan-ikke-ses') && (bemaerkning ?? '').trim() === '') {
    throw new Afvist('bemaerkning-mangler', 'Skriv, hvad der mangler, så der kan læres af det.', {
      felt: 'bemaerkning',
    });
  }
  const { revisionId } = state;
  return [
    event(E.SagBesvaretAfPerson, {
      ...{ revisionId, sagId, barnId: sag.barnId, spoergsmaalId, vaerdi, dato: context.iDag },
      ...(bemaerkning === undefined ? {} : { bemaerkning }),
    }),
  ];
}

function evolve(state: Sagsrevision, e: E.SagsrevisionEvent): Sagsrevision {
  if (e.type === 'rapportering.SagsrevisionUdtrukket') {
    const { sagIder: _sagIder, ...data } = e.data;
    return { fase: 'i-gang', ...data, sager: [] };
  }
  if (state.fase === 'findes-ikke') return state;
  switch (e.type) {
    case 'rapportering.SagBesvaretAfSystemet': {
      const { sagId, barnId, svar } = e.data;
      const medKilde = svar.map(({ spoergsmaalId, vaerdi }): readonly [string, Revisionssvar] => [
        spoergsmaalId,
        { vaerdi, kilde: 'system' },
      ]);
      return { ...state, sager: [...state.sager, { sagId, barnId, svar: Object.fromEntries(medKilde) }] };
    }
    case 'rapportering.SagBesvaretAfPerson': {
      const { sagId, spoergsmaalId, vaerdi } = e.data;
      const nyt: Revisionssvar = { vaerdi, kilde: 'person' };
      return {
        ...state,
        sager: state.sager.map((s) => (s.sagId === sagId ? { ...s, svar: { ...s.svar, [spoergsmaalId]: nyt } } : s)),
      };
    }
    case 'rapportering.SagsrevisionAfsluttet':
      return { ...state, fase: 'afsluttet' };
  }
}

/** An audit of a random sample of cases: `Revision` and `Svar`, with everything that is needed to draw it again. */
export const sagsrevisionDecider: Decider<SagsrevisionKommando, E.SagsrevisionEvent, Sagsrevision> = {
  kind: 'rapportering.sagsrevision',
  initial: { fase: 'findes-ikke' },
  decide,
  evolve,
};
