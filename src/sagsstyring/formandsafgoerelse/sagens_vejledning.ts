import { fold } from '../../platform/commands/decider.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { type GuidanceSource } from '../../platform/registry.js';
import { type Naboforhold } from '../naeste_skridt/naboforhold.js';
import { formandsafgoerelseDecider } from './formandsafgoerelse.js';
import { formandshvile, formandsskridt } from './vejledning.js';

/** The chairman's decision as guidance, which looks at whether the placement that it carried still rests on it. */
export function formandsvejledning({ intetHvilerPaa }: Naboforhold): GuidanceSource {
  const afgoerelsen = (events: readonly StoredEvent[]) => fold(formandsafgoerelseDecider, events);
  return {
    kind: formandsafgoerelseDecider.kind,
    steps: (events, iDag, omkring) => {
      const f = afgoerelsen(events);
      return f.fase === 'findes-ikke' ? [] : formandsskridt(f, iDag, intetHvilerPaa(omkring, f.formandsafgoerelseId));
    },
    rest: (events) => formandshvile(afgoerelsen(events)),
  };
}
