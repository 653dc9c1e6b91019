/** Injection token of the `EventStore`, which is an interface. */
export const EVENT_STORE = Symbol('EventStore');
