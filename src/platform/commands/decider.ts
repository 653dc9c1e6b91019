import { medRettelser } from '../corrections/date-correction.js';
import { type DomainEvent } from '../eventstore/event-declaration.js';

/** What a decider may know besides its state: time, ids and the actor come in from outside. */
export interface DecisionContext {
  /** ISO 8601 with Copenhagen offset. */
  readonly nu: string;
  /** Local date in Copenhagen, `YYYY-MM-DD`. */
  readonly iDag: string;
  readonly aktoer: { readonly id: string; readonly roller: readonly string[] };
  /** A fresh UUID. */
  nytId(): string;
}

/** A pure aggregate. `decide` throws `Afvist` (src/faelles/afvist.ts) when the law or the rules say no. */
export interface Decider<C extends { readonly type: string }, E extends DomainEvent, S> {
  /** `kontekst.navneord`; also the stream's kind. */
  readonly kind: string;
  readonly initial: S;
  decide(command: C, state: S, context: DecisionContext): readonly E[];
  evolve(state: S, event: E): S;
}

export type StateOf<D> = D extends Decider<infer _C, infer _E, infer S> ? S : never;
export type CommandOf<D> = D extends Decider<infer C, infer _E, infer _S> ? C : never;

export function fold<C extends { readonly type: string }, E extends DomainEvent, S>(
  decider: Decider<C, E, S>,
  events: readonly DomainEvent[],
): S {
  // The stream holds only what this decider wrote: its kind guards that, so the narrowing is safe.
  return medRettelser(events).reduce<S>((state, stored) => decider.evolve(state, stored as E), decider.initial);
}
