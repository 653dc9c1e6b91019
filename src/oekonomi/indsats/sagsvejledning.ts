import { type UndersoegelseEvent } from '../../ics/ics.public.js';
import { hjemmelPaa } from '../../faelles/lov/hjemmel.js';
import { type Skridt } from '../../faelles/skridt.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { type SagEvent } from '../../sagsstyring/sagsstyring.public.js';
import { type AnbringelseEvent } from '../anbringelse/haendelser.js';
import { type IndsatsEvent } from './indsats.events.js';

type Stroem = readonly StoredEvent[];

/**
 * An approved investigation or an ended afdækning that points at support, and no decision on a measure or a placement since: the dead period in which the child
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
      const stoette = pegerPaaStoette(stroem, iDag);
      if (stoette === undefined) return [];
      if (bevillinger.some((b) => b.bfuId === stoette.bfuId || b.afgoerelseDato >= stoette.dato)) return [];
      return [
        {
          kode: 'indsats-afgoerelse',
          art: 'skal',
          tekst: stoette.tekst,
          hvorfor: stoette.hvorfor,
          hjemmel: stoette.hjemmel,
          enkeltsagId: stoette.bfuId,
        },
      ];
    },
  );
}

interface Stoette {
  readonly bfuId: string;
  readonly dato: string;
  readonly tekst: string;
  readonly hvorfor: string;
  readonly hjemmel: string;
}

/** What an investigation or an afdækning ended with, when it was that there is ground for support. */
function pegerPaaStoette(stroem: readonly UndersoegelseEvent[], iDag: string): Stoette | undefined {
  // An afdækning is ended without an approval (BL § 19), and serviceloven does not know it.
  const afdaekning = stroem.find((e) => e.type === 'ics.AfdaekningAfsluttet')?.data;
  if (afdaekning !== undefined) {
    if (afdaekning.udfald === 'ingen-stoette') return undefined;
    return {
      bfuId: afdaekning.bfuId,
      dato: afdaekning.dato,
      tekst: 'Træf afgørelse om den støtte, som afdækningen peger på',
      hvorfor: `Afdækningen blev afsluttet ${afdaekning.dato} med den konklusion, at der er grundlag for støtte`,
      hjemmel: afdaekning.udfald === 'tidlig-indsats' ? 'BL § 30' : 'BL § 32',
    };
  }
  const konklusion = stroem.findLast((e) => e.type === 'ics.BfuKonkluderet')?.data;
  const godkendt = stroem.find((e) => e.type === 'ics.BfuGodkendt')?.data;
  if (konklusion?.stoetteNoedvendig !== true || godkendt === undefined) return undefined;
  return {
    bfuId: konklusion.bfuId,
    dato: konklusion.dato,
    tekst: 'Træf afgørelse om den støtte, som undersøgelsen peger på',
    hvorfor: `Undersøgelsen blev godkendt ${godkendt.godkendtDato} med den konklusion, at der er grundlag for støtte`,
    hjemmel: hjemmelPaa(iDag, '§ 52', '§ 32'),
  };
}

function visitationIGang(stroem: readonly SagEvent[]): boolean {
  const aabne = new Set<string>();
  for (const e of stroem) {
    if (e.type === 'sagsstyring.EnkeltsagAabnet' && e.data.art === 'visitation') aabne.add(e.data.enkeltsagId);
    if (e.type === 'sagsstyring.EnkeltsagAfsluttet') aabne.delete(e.data.enkeltsagId);
  }
  return aabne.size > 0;
}
