import { forfaldEfter } from '../../faelles/lov/forfald.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';

/** Where a measure is in its life, as the follow-ups and the day make it. */
export type Indsatstilstand =
  'bevilget' | 'ivaerksat' | 'opfoelgning-forfalden' | 'fulgt-op' | 'justeret' | 'ophoer-besluttet' | 'ophoert';

export interface Opfoelgningsgrundlag {
  readonly fase: string;
  readonly ivaerksatDato: string | null;
  readonly justeretDato: string | null;
  readonly ophoerVirkning: string | null;
  /** Oldest first. */
  readonly opfoelgninger: readonly { readonly dato: string; readonly naesteDato: string | null }[];
  /** Ends of parallel investigations. */
  readonly undersoegelsesslut: readonly string[];
}

/** Latest day of the next follow-up by the law of the day it is reckoned from; null when none is due. */
export function naesteOpfoelgning(
  om: Pick<Opfoelgningsgrundlag, 'fase' | 'ivaerksatDato' | 'opfoelgninger' | 'undersoegelsesslut'>,
  lov: Lovpakke,
  regel: 'opfoelgning-foerste' | 'opfoelgning-foerste-anbringelse' = 'opfoelgning-foerste',
): string | null {
  if (om.fase !== 'ivaerksat' || om.ivaerksatDato === null) return null;
  const seneste = om.opfoelgninger.at(-1);
  if (seneste !== undefined) {
    // Serviceloven: at most six months; barnets lov: the date that was decided (§ 95, stk. 3).
    const frist = forfaldEfter(lov, 'opfoelgning-loebende', seneste.dato);
    return [frist, seneste.naesteDato].filter((d) => d !== null && d !== undefined).sort()[0] ?? null;
  }
  const foerste = forfaldEfter(lov, regel, om.ivaerksatDato);
  const fremrykkes = (lov.regel(regel, om.ivaerksatDato)?.fremrykkesVed ?? []).length > 0;
  const start = om.ivaerksatDato;
  const slut = fremrykkes ? om.undersoegelsesslut.filter((dato) => dato >= start) : [];
  return [foerste, ...slut].filter((d) => d !== undefined).sort()[0] ?? null;
}

/** The measure's state on a day. */
export function indsatstilstand(om: Opfoelgningsgrundlag, iDag: string, lov: Lovpakke): Indsatstilstand {
  if (om.fase === 'bevilget' || om.fase === 'ophoert') return om.fase;
  if (om.ophoerVirkning !== null) return 'ophoer-besluttet';
  const naeste = naesteOpfoelgning(om, lov);
  if (naeste !== null && naeste < iDag) return 'opfoelgning-forfalden';
  const seneste = om.opfoelgninger.at(-1)?.dato ?? '';
  if (om.justeretDato !== null && om.justeretDato >= seneste) return 'justeret';
  return seneste === '' ? 'ivaerksat' : 'fulgt-op';
}
