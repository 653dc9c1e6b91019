import { type UndersoegelseEvent } from '../../ics/ics.public.js';
import { hjemmelPaa } from '../../faelles/lov/hjemmel.js';
import { type Skridt } from '../../faelles/skridt.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { type SagEvent } from '../../sagsstyring/sagsstyring.public.js';
import { type AnbringelseEvent } from '../anbringelse/haendelser.js';
import { type IndsatsEvent } from './indsats.events.js';

type Stroem = readonly StoredEvent[];

/**
 * An approved investigation that points at support, and no decision on a measure or a placement since: the dead period in which the child
 * waits. While a visitation is open in the case, that is what the caseworker should look at instead.
 */
export function konklusionUdenIndsats(stroemme: readonly Stroem[], iDag: string): readonly Skridt[] {
  // A stream's kind says which declarations its events were made of.
  const af = (kind: string): readonly unknown[] => stroemme.filter(([foerste]) => foerste?.kind === kind);
  if ((af('sagsstyring.sag') as readonly (readonly SagEvent[])[]).some(visitationIGang)) return [];
  const indsatser = (af('oekonomi.indsats') as readonly (readonly IndsatsEvent[])[]).flatMap((stroem) =>
    stroem.flatMap((e) => (e.type === 'oekonomi.IndsatsBevilget' ? [e.data] : [])),
  );
  const anbringelser = (af('oekonomi.anbringelse') as readonly (readonly AnbringelseEvent[])[]).flatMap((stroem) =>
    stroem.flatMap((e) => (e.type === 'oekonomi.AnbringelseBesluttet' ? [e.data] : [])),
  );
  const bevillinger = [...indsatser, ...anbringelser];
  return (af('ics.undersoegelse') as readonly (readonly UndersoegelseEvent[])[]).flatMap(
    (stroem): readonly Skridt[] => {
      const konklusion = stroem.findLast((e) => e.type === 'ics.BfuKonkluderet')?.data;
      const godkendt = stroem.find((e) => e.type === 'ics.BfuGodkendt')?.data;
      if (konklusion?.stoetteNoedvendig !== true || godkendt === undefined) return [];
      if (bevillinger.some((b) => b.bfuId === konklusion.bfuId || b.afgoerelseDato >= konklusion.dato)) return [];
      return [
        {
          kode: 'indsats-afgoerelse',
          art: 'skal',
          tekst: 'Træf afgørelse om den støtte, som undersøgelsen peger på',
          hvorfor: `Undersøgelsen blev godkendt ${godkendt.godkendtDato} med den konklusion, at der er grundlag for støtte`,
          hjemmel: hjemmelPaa(iDag, '§ 52', '§ 32'),
          enkeltsagId: konklusion.bfuId,
        },
      ];
    },
  );
}

function visitationIGang(stroem: readonly SagEvent[]): boolean {
  const aabne = new Set<string>();
  for (const e of stroem) {
    if (e.type === 'sagsstyring.EnkeltsagAabnet' && e.data.art === 'visitation') aabne.add(e.data.enkeltsagId);
    if (e.type === 'sagsstyring.EnkeltsagAfsluttet') aabne.delete(e.data.enkeltsagId);
  }
  return aabne.size > 0;
}
