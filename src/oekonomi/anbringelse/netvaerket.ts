import { personDecider } from '../../netvaerk/netvaerk.public.js';
import { fold } from '../../platform/commands/decider.js';
import { type Streams } from '../../platform/registry.js';
import { soeskendeAf } from '../barnet/barnet.js';
import { type Anbringelse } from './tilstand.js';

/**
 * The child's brothers and sisters on the day of the decision, as the network has them now: one can be registered late or by
 * mistake. Undefined when the network is not at hand.
 */
export function soeskendeVedAnbringelsen(a: Anbringelse, omkring: Streams): readonly string[] | undefined {
  if (a.fase === 'findes-ikke') return undefined;
  const stroem = omkring.find(([foerste]) => foerste?.kind === personDecider.kind);
  const barn = stroem === undefined ? personDecider.initial : fold(personDecider, stroem);
  return barn.fase === 'ukendt' ? undefined : soeskendeAf(barn, a.afgoerelseDato);
}
