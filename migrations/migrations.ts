import { EventStore1700000000000 } from './1700000000000-event-store.js';
import { Drafts1700000000101 } from './1700000000101-drafts.js';

/** In order. Read models are not here: they are rebuilt, never migrated. */
export const migrations = [EventStore1700000000000, Drafts1700000000101];
