import { type EventDeclaration } from '../platform/eventstore/event-declaration.js';
import { type ContextRegistration } from '../platform/registry.js';
import { journalProjection } from './journal/journal.projection.js';
import { notatEvents } from './notat/notat.js';

/** The journal is written from the events of all contexts, so it is given their declarations. */
export function journalarkRegistration(others: readonly EventDeclaration[]): ContextRegistration {
  return { name: 'journalark', events: notatEvents, projections: [journalProjection([...others, ...notatEvents])] };
}
