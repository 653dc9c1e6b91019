import { type Person, personDecider } from '../../netvaerk/netvaerk.public.js';
import { fold } from '../../platform/commands/decider.js';
import { type Streams } from '../../platform/registry.js';
import { soeskendeAf, under15 } from '../barnet/barnet.js';
import { type Anbringelse } from './tilstand.js';

/**
 * The child's brothers and sisters on the day of the decision that must be answered for, as the network has them now: one can
 * be registered late or by mistake, and a date of birth put right. Undefined when the network is not at hand.
 */
export function soeskendeVedAnbringelsen(a: Anbringelse, omkring: Streams): readonly string[] | undefined {
  if (a.fase === 'findes-ikke') return undefined;
  const barn = personI(omkring, a.barnId);
  if (barn === undefined || barn.fase === 'ukendt') return undefined;
  return soeskendeAf(barn, a.afgoerelseDato).filter((id) => {
    const person = personI(omkring, id);
    return person === undefined ? !a.soeskendeIkkeOmfattet.includes(id) : under15(person, a.afgoerelseDato) !== false;
  });
}

function personI(omkring: Streams, personId: string): Person | undefined {
  const stroem = omkring.find(([foerste]) => foerste?.kind === personDecider.kind && foerste.streamId === personId);
  return stroem === undefined ? undefined : fold(personDecider, stroem);
}
