import { type Afvist } from '../../faelles/afvist.js';
import { type Decider, type DecisionContext, fold } from '../commands/decider.js';
import { type DomainEvent } from '../eventstore/event-declaration.js';
import { CountingIds } from '../ids.js';

/** A decision's surroundings in a test: an hour, and who acts. */
export function context(
  nu: string,
  aktoer: DecisionContext['aktoer'] = { id: 'sb01', roller: ['sagsbehandler'] },
): DecisionContext {
  const ids = new CountingIds();
  return { nu, iDag: nu.slice(0, 10), aktoer, nytId: () => ids.nytId() };
}

export interface When<C, E, S> {
  /** The events that the command leads to. */
  then(command: C, at: DecisionContext): readonly E[];
  /** The refusal that the command leads to; fails when it is allowed. */
  refused(command: C, at: DecisionContext): Afvist;
  readonly state: S;
}

/** Given what has happened; ask what a command leads to. */
export function given<C extends { readonly type: string }, E extends DomainEvent, S>(
  decider: Decider<C, E, S>,
  ...happened: readonly E[]
): When<C, E, S> {
  const state = fold(decider, happened);
  return {
    state,
    then: (command, at) => decider.decide(command, state, at),
    refused(command, at) {
      try {
        decider.decide(command, state, at);
      } catch (refusal) {
        if (refusal instanceof Error && refusal.name === 'Afvist') return refusal as Afvist;
        throw refusal;
      }
      throw new Error(`${command.type} was allowed`);
    },
  };
}
