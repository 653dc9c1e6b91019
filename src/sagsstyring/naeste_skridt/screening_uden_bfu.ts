import { lokalDato } from '../../faelles/lokal_dato.js';
import { hjemmelPaa } from '../../faelles/lov/hjemmel.js';
import { type Skridt } from '../../faelles/skridt.js';
import { fold } from '../../platform/commands/decider.js';
import { type StoredEvent } from '../../platform/eventstore/event-store.js';
import { type SagEvent } from '../sag/sag.events.js';
import { underretningDecider } from '../underretning/underretning.js';
import { type UnderretningEvent } from '../underretning/underretning.events.js';

/**
 * A notification that was screened to an investigation, and no investigation since: the four months run from the day the
 * municipality became aware, also while nobody decides (SEL § 50 / BL § 20, stk. 3).
 */
export function screeningUdenBfu(stroemme: readonly (readonly StoredEvent[])[], iDag: string): readonly Skridt[] {
  // The stream's kind says which declarations its events were made of.
  const sager = stroemme.filter(([e]) => e?.kind === 'sagsstyring.sag') as unknown as readonly (readonly SagEvent[])[];
  const haendelser = sager.flat();
  const bfuer = haendelser.flatMap((e) =>
    e.type === 'sagsstyring.EnkeltsagAabnet' && e.data.art === 'bfu' ? [e.data] : [],
  );
  const slut = new Map(
    haendelser.flatMap((e) =>
      e.type === 'sagsstyring.EnkeltsagAfsluttet' ? [[e.data.enkeltsagId, e.data.afsluttet] as const] : [],
    ),
  );
  return stroemme
    .filter(([e]) => e?.kind === underretningDecider.kind)
    .flatMap((stroem): readonly Skridt[] => {
      const u = fold(underretningDecider, stroem);
      if (u.fase !== 'screenet' || u.spor !== 'bfu') return [];
      const screenet = (stroem as unknown as readonly UnderretningEvent[]).find(
        (e) => e.type === 'sagsstyring.UnderretningScreenet',
      )?.data.screenet;
      const opmaerksom = lokalDato(u.modtaget);
      // One that was running when the notification came takes its matter in.
      if (bfuer.some((bfu) => bfu.aabnet >= opmaerksom || (slut.get(bfu.enkeltsagId) ?? opmaerksom) >= opmaerksom))
        return [];
      return [
        {
          kode: 'bfu-afgoerelse',
          art: 'skal',
          tekst: 'Træf afgørelse om den børnefaglige undersøgelse, som screeningen førte til',
          hvorfor: `Underretningen blev screenet ${lokalDato(screenet ?? u.modtaget)}; fristen for undersøgelsen løber fra ${opmaerksom}`,
          hjemmel: hjemmelPaa(iDag, '§ 50, stk. 1', '§ 20, stk. 1-2'),
          enkeltsagId: u.underretningId,
        },
      ];
    });
}
