import { indsatsDecider, indsatshvile, indsatsskridt, type Indsats } from '../../src/oekonomi/indsats/indsats.js';
import { A, B, C, regimer, IDAG, kryds, tilladt, type Stilling } from './stilling.js';

function* indsatser(): Generator<Stilling> {
  for (const v of kryds({ fase: ['bevilget', 'ivaerksat', 'ophoert'] as const, regime: regimer })) {
    const indsats: Indsats = {
      ...{ indsatsId: A, barnId: B, sagId: C, indsatskode: 'x', pgfKode: '111', afgoerelseDato: '2026-10-01' },
      ...v,
      ivaerksatDato: v.fase === 'bevilget' ? null : '2026-10-02',
      opstartsmoede: null,
      ophoertDato: v.fase === 'ophoert' ? '2026-11-01' : null,
    };
    yield {
      skridt: indsatsskridt(indsats),
      hvile: indsatshvile(indsats),
      afgoerende: {
        kode: 'indsats-ivaerksaettelse',
        art: 'skal',
        tilladt: tilladt(indsatsDecider, indsats, {
          ...{ type: 'IvaerksaetIndsats', dato: IDAG, kodeGaelder: true, regime: v.regime },
        }),
      },
    };
  }
}

/** The walk of each aggregate here, by its kind. */
export const oekonomi: Readonly<Record<string, () => Iterable<Stilling>>> = {
  [indsatsDecider.kind]: indsatser,
};
