import { v5 } from 'uuid';
import { Afvist } from '../../faelles/afvist.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { kraevIkkeFoer, kraevIkkeIFremtiden, kraevTekst } from '../datoregler.js';
import * as E from './samtykke.events.js';

export type Samtykkesvar = 'givet' | 'afslaaet' | 'betinget';
export type Samtykkeform = 'skriftlig' | 'mundtlig' | 'digital';
/** In what capacity somebody consents. */
export type Samtykkerolle = 'foraeldremyndighedsindehaver' | 'barnet';

/** What a person has said last. */
export interface Udsagn {
  readonly som: Samtykkerolle;
  readonly svar: Samtykkesvar;
  readonly dato: string;
  readonly informeret: boolean;
  readonly omfatterFormaal: boolean;
  readonly grundlag: number | null;
  readonly trukketTilbage: string | null;
}

export interface Undtagelse {
  readonly grund: string;
  readonly paragraf: string;
  readonly gaelderFor: readonly string[];
  readonly dato: string;
}

/** Consent to one decision: what each person has said, and what lawfully need not be asked. */
export interface Samtykker {
  readonly udsagn: Readonly<Record<string, Udsagn>>;
  /** Per person; under `ALLE` for everybody with custody. */
  readonly undtagelser: Readonly<Record<string, Undtagelse>>;
}

export const ALLE = 'alle';

interface Tilhoer {
  readonly afgoerelseId: string;
  readonly barnId: string;
  readonly sagId: string;
}

export interface AfgivSamtykke extends Tilhoer {
  readonly type: 'AfgivSamtykke';
  readonly personId: string;
  /** By the rules of custody and age on the day; null when the decision does not need this person's consent. */
  readonly som: Samtykkerolle | null;
  readonly svar: Samtykkesvar;
  readonly dato: string;
  readonly form: Samtykkeform;
  readonly informeret: boolean;
  readonly omfatterFormaal: boolean;
  readonly grundlag?: number;
  readonly bemaerkning?: string;
  /** Basis of the demand for consent, for the refusal. */
  readonly hjemmel: string;
}

export interface TraekSamtykkeTilbage extends Tilhoer {
  readonly type: 'TraekSamtykkeTilbage';
  readonly personId: string;
  readonly dato: string;
  readonly begrundelse?: string;
  /** In what capacity, when the consent was told with the decision and is not in this stream. */
  readonly oplystSom?: Samtykkerolle;
}

export interface UndtagSamtykke extends Tilhoer {
  readonly type: 'UndtagSamtykke';
  readonly personId?: string;
  /** The ground as the dated list has it on the day; undefined when it has none of that code. */
  readonly grund: { readonly kode: string; readonly navn: string; readonly gaelderFor: readonly string[] } | undefined;
  /** Kinds of decision that consent is needed for here. */
  readonly afgoerelser: readonly string[];
  readonly paragraf: string | undefined;
  readonly dato: string;
  readonly begrundelse: string;
  /** The young person's own consent has no exception. */
  readonly erBarnet: boolean;
  readonly hjemmel: string;
}

export type SamtykkeKommando = AfgivSamtykke | TraekSamtykkeTilbage | UndtagSamtykke;

const NAVNERUM = '3c0f6f0e-6a56-5d3e-9b1b-6f1c2a7d4e10';

/** The stream that holds the consent to a decision; the decision is known by its visitation, investigation or placement. */
export function samtykkestroem(afgoerelseId: string): string {
  return v5(`${afgoerelseId}:samtykke`, NAVNERUM);
}

function decide(command: SamtykkeKommando, state: Samtykker, context: DecisionContext): readonly E.SamtykkeEvent[] {
  kraevIkkeIFremtiden(command.dato, context, 'dato');
  switch (command.type) {
    case 'AfgivSamtykke':
      return afgiv(command, state);
    case 'TraekSamtykkeTilbage':
      return traekTilbage(command, state);
    case 'UndtagSamtykke':
      return undtag(command);
  }
}

function afgiv(command: AfgivSamtykke, state: Samtykker): readonly E.SamtykkeEvent[] {
  const { type: _type, som, hjemmel, ...data } = command;
  if (som === null) {
    throw new Afvist(
      'ikke-samtykkeberettiget',
      'Afgørelsen kræver ikke samtykke fra personen på den dag. Samtykke gives af dem, der har forældremyndigheden, og ved anbringelse også af den unge, der er fyldt 15; et yngre barns holdning skaffes ved en samtale.',
      { felt: 'personId', paragraf: hjemmel },
    );
  }
  if (command.svar === 'betinget') {
    kraevTekst(
      command.bemaerkning ?? '',
      'betingelse-mangler',
      'bemaerkning',
      'Skriv, hvilke betingelser der er stillet.',
      hjemmel,
    );
  }
  const foer = state.udsagn[command.personId];
  if (foer !== undefined) {
    const senest = foer.trukketTilbage ?? foer.dato;
    kraevIkkeFoer(command.dato, senest, 'dato', 'Personen har udtalt sig på en senere dato', hjemmel);
  }
  return [event(E.SamtykkeAfgivet, { ...data, som })];
}

function traekTilbage(command: TraekSamtykkeTilbage, state: Samtykker): readonly E.SamtykkeEvent[] {
  const { type: _type, oplystSom, ...data } = command;
  const foer = state.udsagn[command.personId];
  if (foer === undefined && oplystSom !== undefined) {
    return [event(E.SamtykkeTrukketTilbage, { ...data, som: oplystSom })];
  }
  if (foer?.svar !== 'givet' || foer.trukketTilbage !== null) {
    throw new Afvist('intet-samtykke', 'Personen har ikke et samtykke at trække tilbage.', {
      felt: 'personId',
      status: 409,
    });
  }
  kraevIkkeFoer(command.dato, foer.dato, 'dato', 'Samtykket kan ikke trækkes tilbage, før det blev givet');
  return [event(E.SamtykkeTrukketTilbage, { ...data, som: foer.som })];
}

function undtag(command: UndtagSamtykke): readonly E.SamtykkeEvent[] {
  const { grund, afgoerelser, paragraf, erBarnet, hjemmel, type: _type, ...data } = command;
  if (erBarnet) {
    throw new Afvist(
      'unges-samtykke-kan-ikke-undtages',
      'Den unges eget samtykke kan ikke undtages. Siger den unge nej, er det sporet uden samtykke.',
      { felt: 'personId', paragraf: hjemmel },
    );
  }
  if (grund === undefined) {
    throw new Afvist('ukendt-undtagelse', 'Grunden findes ikke på listen over undtagelser på den dag.', {
      felt: 'grund',
    });
  }
  const udenfor = afgoerelser.filter((kode) => !grund.gaelderFor.includes(kode));
  if (udenfor.length > 0) {
    throw new Afvist(
      'undtagelse-gaelder-ikke',
      `Grunden ${grund.kode} kan ikke træde i stedet for samtykke til: ${udenfor.join(', ')}. Brug sporet uden samtykke.`,
      { felt: 'grund', paragraf: hjemmel, mangler: ['samtykke'] },
    );
  }
  if (paragraf === undefined) {
    throw new Afvist('paragraf-mangler', 'Angiv den paragraf, der giver ret til at undlade samtykket.', {
      felt: 'paragraf',
    });
  }
  kraevTekst(command.begrundelse, 'begrundelse-mangler', 'begrundelse', 'Begrund undtagelsen.', paragraf);
  return [
    event(E.SamtykkeUndtaget, {
      ...data,
      grund: grund.kode,
      grundnavn: grund.navn,
      paragraf,
      gaelderFor: [...grund.gaelderFor],
    }),
  ];
}

/** A consent that was told with the decision, without what was said. */
const OPLYST = { svar: 'givet', informeret: true, omfatterFormaal: true, grundlag: null } as const;

function evolve(state: Samtykker, e: E.SamtykkeEvent): Samtykker {
  switch (e.type) {
    case 'sagsstyring.SamtykkeAfgivet': {
      const { personId, som, svar, dato, informeret, omfatterFormaal, grundlag } = e.data;
      const nyt = { som, svar, dato, informeret, omfatterFormaal, grundlag: grundlag ?? null, trukketTilbage: null };
      return { ...state, udsagn: { ...state.udsagn, [personId]: nyt } };
    }
    case 'sagsstyring.SamtykkeTrukketTilbage': {
      const { personId, som, dato } = e.data;
      const udsagn = state.udsagn[personId] ?? { ...OPLYST, som, dato };
      return { ...state, udsagn: { ...state.udsagn, [personId]: { ...udsagn, trukketTilbage: dato } } };
    }
    case 'sagsstyring.SamtykkeUndtaget': {
      const { personId = ALLE, grund, paragraf, gaelderFor, dato } = e.data;
      return { ...state, undtagelser: { ...state.undtagelser, [personId]: { grund, paragraf, gaelderFor, dato } } };
    }
  }
}

/** Consent to a decision, person by person: given, refused, conditional or withdrawn, and what may lawfully be left out. */
export const samtykkeDecider: Decider<SamtykkeKommando, E.SamtykkeEvent, Samtykker> = {
  kind: 'sagsstyring.samtykke',
  initial: { udsagn: {}, undtagelser: {} },
  decide,
  evolve,
};
