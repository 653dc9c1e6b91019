import { Type } from '@sinclair/typebox';
import { v5 } from 'uuid';
import { Afvist } from '../../faelles/afvist.js';
import { Dato, Fritekst, Id } from '../../faelles/felter.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { declareEvent, event, type EventOf } from '../../platform/eventstore/event-declaration.js';
import { ikkeFoer, ikkeIFremtiden } from '../datoer.js';

export type Screeningsudfald = 'ingen-afdaekning' | 'afdaekning' | 'bfu';
const UDFALDNAVN = {
  'ingen-afdaekning': 'der er ikke behov for yderligere afdækning',
  afdaekning: 'et eller flere forhold skal afdækkes',
  bfu: 'der skal laves en børnefaglig undersøgelse',
} as const;

export const SagScreenet = declareEvent({
  type: 'ics.SagScreenet',
  version: 1,
  beskrivelse:
    'En sag, der ikke kom af en underretning (en ansøgning, kommunens egen viden, nye forhold), er screenet til ét af tre spor.',
  schema: Type.Object({
    screeningId: Id,
    barnId: Id,
    sagId: Id,
    dato: Dato,
    udfald: Type.Union([Type.Literal('ingen-afdaekning'), Type.Literal('afdaekning'), Type.Literal('bfu')]),
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'undersoegelse',
  // There is no such thing under serviceloven, and the decider refuses it there.
  retbar: { dato: {} },
  legalBasis: { begge: 'BL § 18, stk. 1-2' },
  journal: (d) => ({
    overskrift: 'Sagen er screenet',
    tekst: `Screenet ${d.dato}: ${UDFALDNAVN[d.udfald]}. ${d.begrundelse}`,
  }),
});
type SagScreenetEvent = EventOf<typeof SagScreenet>;

interface Screenet {
  readonly screeningId: string;
  readonly dato: string;
  readonly udfald: Screeningsudfald;
}

/** The screenings of a case, the latest last. */
export interface Screeninger {
  readonly seneste: Screenet | null;
  readonly alle: readonly Screenet[];
}

export interface ScreenSag {
  readonly type: 'ScreenSag';
  readonly screeningId: string;
  readonly barnId: string;
  readonly sagId: string;
  readonly dato: string;
  readonly regime: 'SEL' | 'BL';
  readonly udfald: Screeningsudfald;
  readonly begrundelse: string;
}

function decide(command: ScreenSag, state: Screeninger, context: DecisionContext): readonly SagScreenetEvent[] {
  if (command.regime === 'SEL') {
    throw new Afvist(
      'screening-findes-ikke',
      'Screening i tre spor kom med barnets lov 1. januar 2024. Før da er vejen den børnefaglige undersøgelse.',
      { felt: 'dato', paragraf: 'SEL § 50' },
    );
  }
  ikkeIFremtiden(command.dato, context, 'dato');
  if (state.seneste !== null) {
    ikkeFoer(command.dato, state.seneste.dato, 'dato', 'Sagen er senest screenet en senere dag', 'BL § 18');
  }
  const { type: _type, regime: _regime, ...data } = command;
  return [event(SagScreenet, data)];
}

/** BL § 18: every case is screened, also one that began with an application and not with a notification. */
export const screeningDecider: Decider<ScreenSag, SagScreenetEvent, Screeninger> = {
  kind: 'ics.screening',
  initial: { seneste: null, alle: [] },
  decide,
  evolve: ({ alle }, { data: { screeningId, dato, udfald } }) => {
    const seneste = { screeningId, dato, udfald };
    return { seneste, alle: [...alle, seneste] };
  },
};

const NAVNERUM = '2a7d3c58-64f0-5c0b-9b0e-1f5c0a7be3d1';

/** The case's stream of screenings: derived, because the case's id is already the id of its own stream. */
export function screeningsstroem(sagId: string): string {
  return v5(`ics.screening/${sagId}`, NAVNERUM);
}
