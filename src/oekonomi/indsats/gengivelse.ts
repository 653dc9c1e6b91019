import { type BevilgetIndsats } from './indsats.js';
import { type IndsatsophoerVisning, type IndsatsVisning } from './indsats.dto.js';
import { type IndsatsEvent } from './indsats.events.js';

/** The whole measure as it is read, from its events; undefined when it was never granted. */
export function gengivIndsats(
  stroem: readonly IndsatsEvent[],
  { fase, ivaerksatDato }: BevilgetIndsats,
): IndsatsVisning | undefined {
  const bevilling = stroem.find((e) => e.type === 'oekonomi.IndsatsBevilget');
  const slut = stroem.find((e) => e.type === 'oekonomi.IndsatsOphoert');
  if (bevilling === undefined) return undefined;
  const { planBesluttet: _planBesluttet, ...d } = bevilling.data;
  const ophoer: IndsatsophoerVisning | null =
    slut === undefined
      ? null
      : { dato: slut.data.ophoertDato, aarsag: slut.data.aarsag, begrundelse: slut.data.begrundelse };
  return {
    ...d,
    fase,
    samtykkeDato: d.samtykkeDato ?? null,
    samtykkeUndtaget: d.samtykkeUndtaget ?? null,
    visitationId: d.visitationId ?? null,
    planId: d.planId ?? null,
    planUndtagelse: d.planUndtagelse ?? null,
    bfuId: d.bfuId ?? null,
    boernesamtaleDato: d.boernesamtaleDato ?? null,
    boernesamtaleUndladt: d.boernesamtaleUndladt ?? null,
    ivaerksatDato,
    ophoer,
    version: stroem.length,
  };
}
