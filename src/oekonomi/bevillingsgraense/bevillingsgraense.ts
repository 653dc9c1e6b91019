import { Type } from '@sinclair/typebox';
import { v5 } from 'uuid';
import { Afvist } from '../../faelles/afvist.js';
import { beloebTekst } from '../../faelles/beloeb.js';
import { Dato, Fritekst } from '../../faelles/felter.js';
import { type Decider } from '../../platform/commands/decider.js';
import { declareEvent, event, type EventOf } from '../../platform/eventstore/event-declaration.js';

export type Graenseforum = 'leder' | 'visitationsudvalg';

export const BevillingsgraenseFastsat = declareEvent({
  type: 'oekonomi.BevillingsgraenseFastsat',
  version: 1,
  beskrivelse: 'Kommunen har fastsat, hvor meget en leder eller visitationsudvalget må godkende fra en dato.',
  schema: Type.Object({
    forum: Type.Union([Type.Literal('leder'), Type.Literal('visitationsudvalg')]),
    /** Absent: no limit. */
    graenseOere: Type.Optional(Type.Integer({ minimum: 0 })),
    gaelderFra: Dato,
    begrundelse: Fritekst(2000),
  }),
  sealed: {},
  category: 'administration',
  legalBasis: { begge: 'kommunens kompetenceplan' },
  journal: (d) => ({
    overskrift: 'Bevillingsgrænse fastsat',
    tekst: `${d.forum === 'leder' ? 'En leder' : 'Visitationsudvalget'} må fra ${d.gaelderFra} godkende ${d.graenseOere === undefined ? 'uden grænse' : `op til ${beloebTekst(d.graenseOere)}`}. ${d.begrundelse}`,
  }),
});
type GraenseEvent = EventOf<typeof BevillingsgraenseFastsat>;

export interface Graense {
  readonly forum: Graenseforum;
  readonly graenseOere: number | null;
  readonly gaelderFra: string;
}

/** Every limit that the municipality has set, in the order they were set. */
export interface Bevillingsgraenser {
  readonly graenser: readonly Graense[];
}

export interface FastsaetBevillingsgraense {
  readonly type: 'FastsaetBevillingsgraense';
  readonly forum: Graenseforum;
  readonly graenseOere?: number;
  readonly gaelderFra: string;
  readonly begrundelse: string;
}

const NAVNERUM = '9e5b0f0a-36dd-5c0b-8c6b-2f7a1d9c4e52';

/** The municipality's own stream. */
export function graensestroem(kommune: number): string {
  return v5(`${String(kommune)}:bevillingsgraense`, NAVNERUM);
}

/** What the forum may approve on a date; what was set last about the day counts. Null: no limit is set. */
export function graensePaa({ graenser }: Bevillingsgraenser, forum: Graenseforum, dato: string): number | null {
  const gaeldende = graenser.filter((g) => g.forum === forum && g.gaelderFra <= dato);
  const nyeste = gaeldende.reduce<Graense | undefined>(
    (a, b) => (a === undefined || b.gaelderFra >= a.gaelderFra ? b : a),
    undefined,
  );
  return nyeste?.graenseOere ?? null;
}

/** How much who may approve; dated, set by each municipality itself. */
export const bevillingsgraenseDecider: Decider<FastsaetBevillingsgraense, GraenseEvent, Bevillingsgraenser> = {
  kind: 'oekonomi.bevillingsgraense',
  initial: { graenser: [] },
  decide(command, state) {
    const { type: _type, ...data } = command;
    const nu = graensePaa(state, data.forum, data.gaelderFra);
    if (nu === (data.graenseOere ?? null)) {
      throw new Afvist('graense-uaendret', 'Grænsen er allerede den samme på datoen.', {
        status: 409,
        felt: 'graenseOere',
      });
    }
    return [event(BevillingsgraenseFastsat, data)];
  },
  evolve: (state, { data: { forum, graenseOere, gaelderFra } }) => ({
    graenser: [...state.graenser, { forum, graenseOere: graenseOere ?? null, gaelderFra }],
  }),
};
