/** Injection tokens of what has an interface and no class of its own. `Clock` and `Ids` are their own tokens. */
export const EVENT_STORE = Symbol('EventStore');
/** The law packs, loaded and checked at start (src/faelles/lov/lovpakke.ts). */
export const LOVPAKKE = Symbol('Lovpakke');
/** The registrations of all bounded contexts. */
export const CONTEXTS = Symbol('Contexts');
