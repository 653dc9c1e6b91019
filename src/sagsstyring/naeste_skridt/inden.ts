import { type Skridt } from '../../faelles/skridt.js';
import { type Frist } from '../frister/frister.query.js';

/** A step and by when, told by the open deadline of its rule on its enkeltsag. */
export interface SkridtMedFrist extends Skridt {
  /** The deadline that says by when; null when the law gives the step none, or none is open. */
  readonly frist: Pick<Frist, 'regel' | 'navn' | 'ansvarligRolle' | 'forfald' | 'forfaldTid' | 'status'> | null;
}

const RAEKKEFOELGE: Readonly<Record<Skridt['art'], number>> = { skal: 0, 'maa-ikke': 1, kan: 2 };

/**
 * Gives each step its deadline: the earliest open one of the rules it helps to meet. A step that may be taken becomes one
 * that must be taken when the law's own day for it has come. What is about danger goes first, then what must be done, the
 * most urgent first.
 */
export function medFrister(skridt: readonly Skridt[], aabne: readonly Frist[]): readonly SkridtMedFrist[] {
  const frister = new Map<string, Frist>();
  for (const frist of aabne) {
    const noegle = `${frist.regel}/${frist.enkeltsagId}`;
    const kendt = frister.get(noegle);
    if (kendt === undefined || frist.forfaldTid < kendt.forfaldTid) frister.set(noegle, frist);
  }
  const med = skridt.map((s): SkridtMedFrist => {
    const soegte = s.frister ?? [{ regel: s.kode, noegle: s.enkeltsagId }];
    const [frist = null] = soegte
      .flatMap(({ regel, noegle }) => frister.get(`${regel}/${noegle}`) ?? [])
      .sort((a, b) => (a.forfaldTid < b.forfaldTid ? -1 : 1));
    const art = s.art === 'kan' && frist?.status === 'overskredet' ? 'skal' : s.art;
    return { ...s, art, frist };
  });
  return med.sort(
    (a, b) =>
      Number(b.fare === true) - Number(a.fare === true) ||
      RAEKKEFOELGE[a.art] - RAEKKEFOELGE[b.art] ||
      tidstekst(a).localeCompare(tidstekst(b)),
  );
}

// Without a deadline comes after every deadline.
function tidstekst({ frist }: SkridtMedFrist): string {
  return frist?.forfaldTid ?? '9999';
}
