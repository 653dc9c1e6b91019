import { personDecider } from '../../netvaerk/netvaerk.public.js';
import { fold } from '../../platform/commands/decider.js';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { type Personopslag } from './emner.js';

/** Opens persons from the log, as they were known at a position. */
export function personIHistorik(
  store: EventStore,
  kommune: number,
  til: { readonly untilPosition?: number },
): Personopslag {
  return async (personId) => {
    const stroem = await store.load(kommune, personId, til);
    const person = fold(personDecider, stroem[0]?.kind === personDecider.kind ? stroem : []);
    if (person.fase === 'ukendt') throw ikkeFundet('person', personId);
    return person;
  };
}
