export { EVENT_STORE } from './event-store.token.js';

/** The law packs, loaded and checked at start (src/faelles/lov/lovpakke.ts). */
export const LOVPAKKE = Symbol('Lovpakke');
/** The registrations of all bounded contexts. */
export const CONTEXTS = Symbol('Contexts');
