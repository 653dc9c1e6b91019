import { Type } from '@sinclair/typebox';
import { v5 } from 'uuid';
import { Id } from '../../faelles/felter.js';
import { type Decider } from '../../platform/commands/decider.js';
import { declareEvent, event, type EventOf } from '../../platform/eventstore/event-declaration.js';

export const UfoedtTilknyttet = declareEvent({
  type: 'netvaerk.UfoedtTilknyttet',
  version: 1,
  beskrivelse: 'Indeks: moderen venter dette barn, så en ny underretning om graviditeten finder det samme barn.',
  schema: Type.Object({ mor: Id, ufoedt: Id }),
  sealed: {},
  category: 'person',
  legalBasis: { SEL: 'SEL § 50', BL: 'BL §§ 24-27' },
  journal: () => ({
    overskrift: 'Ufødt barn knyttet til moderen',
    tekst: 'Barnet kan findes gennem moderen, til det er født.',
  }),
});

type UfoedtEvent = EventOf<typeof UfoedtTilknyttet>;

/** The child that the mother was last known to expect. Whether it is born since is told by the child's own stream. */
export const ufoedtIndeksDecider: Decider<
  { readonly type: 'TilknytUfoedt'; readonly morId: string; readonly barnId: string },
  UfoedtEvent,
  { readonly barnId: string | null }
> = {
  kind: 'netvaerk.ufoedt',
  initial: { barnId: null },
  decide: (command) => [event(UfoedtTilknyttet, { mor: command.morId, ufoedt: command.barnId })],
  evolve: (_state, e) => ({ barnId: e.data.ufoedt }),
};

const NAVNERUM = '0b3c6d0e-3a84-5b1e-8c55-5b9a4c1f7d20';

export function ufoedtStroem(morId: string): string {
  return v5(`netvaerk.ufoedt/${morId}`, NAVNERUM);
}
