import { createHash, randomUUID } from 'node:crypto';
import { Type } from '@sinclair/typebox';
import { EventCatalogue } from '../event-catalogue.js';
import { declareEvent } from '../event-declaration.js';
import { type Commit, type StreamWrite } from '../event-store.js';

const Uuid = Type.String({ pattern: '^[0-9a-f-]{36}$' });

/** Events of no context, for the tests of the store. */
export const Modtaget = declareEvent({
  type: 'proeve.Modtaget',
  version: 1,
  schema: Type.Object({
    barnId: Uuid,
    nr: Type.Integer(),
    navn: Type.Optional(Type.String()),
    alder: Type.Optional(Type.Integer()),
    afsenderId: Type.Optional(Uuid),
    afsender: Type.Optional(Type.String()),
  }),
  sealed: { barnId: ['navn', 'alder'], afsenderId: ['afsender'] },
  category: 'underretning',
  beskrivelse: 'Noget er modtaget om et barn.',
  journal: (data) => ({ overskrift: 'Modtaget', tekst: `${data.navn ?? 'Barnet'} er nævnt` }),
  legalBasis: { SEL: '§ 153', BL: '§ 133' },
});

export const Lukket = declareEvent({
  type: 'proeve.Lukket',
  version: 1,
  schema: Type.Object({ barnId: Uuid, grund: Type.Union([Type.Literal('flyttet'), Type.Literal('voksen')]) }),
  sealed: {},
  category: 'sag',
  beskrivelse: 'Sagen er lukket.',
  journal: (data) => ({ overskrift: 'Lukket', tekst: data.grund }),
  legalBasis: { begge: 'forvaltningsloven § 22' },
});

export const catalogue = new EventCatalogue([Modtaget, Lukket]);

export function sha(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function received(
  barnId: string,
  nr: number,
  more: Readonly<Record<string, unknown>> = {},
): { type: string; data: Record<string, unknown> } {
  return { type: Modtaget.type, data: { barnId, nr, ...more } };
}

export function write(streamId: string, expected: StreamWrite['expected'], events: StreamWrite['events']): StreamWrite {
  return { streamId, kind: 'proeve.sag', expected, events };
}

export function commit(writes: readonly StreamWrite[], more: Partial<Commit> = {}): Commit {
  const commandId = more.commandId ?? randomUUID();
  return {
    commandId,
    fingerprint: sha(commandId),
    writes,
    meta: { aktoer: 'u-17', roller: ['sagsbehandler'], korrelation: 'k-1' },
    answer: { sagId: writes[0]?.streamId ?? '' },
    ...more,
  };
}
