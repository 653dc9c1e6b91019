import { erServicelov } from '../../faelles/lov/hjemmel.js';
import { type Skridt } from '../../faelles/skridt.js';
import { fold } from '../../platform/commands/decider.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { underretningDecider } from '../underretning/underretning.js';

/** What reaches parents or network, whoever else it reaches; to the child alone it may go. */
const TIL_FORAELDRE: readonly string[] = [
  'bfu-foraeldresamtale',
  'bfu-gennemgang',
  'bfu-partshoering',
  'plan-hoering',
  'visitation-samtykke',
  'partshoeringsbrev',
  'afgoerelse-meddelelse',
];

/**
 * While the risk of an honour-related conflict is not assessed, nothing may reach parents and network (BL § 18, stk. 3): the
 * commands refuse it, so the guidance must not say that it can or shall be done.
 */
export function foerRisikovurdering(
  skridt: readonly Skridt[],
  underretninger: readonly (readonly StoredEvent[])[],
  iDag: string,
): readonly Skridt[] {
  if (erServicelov(iDag) || !underretninger.some(mangler)) return skridt;
  return skridt.map((s) =>
    TIL_FORAELDRE.includes(s.kode) && s.kunTilBarnet !== true
      ? {
          ...s,
          art: 'maa-ikke',
          hvorfor: `Der er tegn på æresrelateret konflikt, og risikoen er ikke vurderet; vurdér den først. ${s.hvorfor}`,
          hjemmel: 'BL § 18, stk. 3',
        }
      : s,
  );
}

function mangler(stroem: readonly StoredEvent[]): boolean {
  if (stroem[0]?.kind !== underretningDecider.kind) return false;
  const u = fold(underretningDecider, stroem);
  return u.fase !== 'findes-ikke' && u.fase !== 'annulleret' && u.aeresrelateret && !u.risikovurderet;
}
