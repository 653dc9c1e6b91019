import { type AnbringelseEvent } from './anbringelse.events.js';
import { type Grundlag } from './beslutning.js';

export interface BesluttetAnbringelse {
  readonly fase: 'besluttet' | 'ivaerksat' | 'ophoert';
  readonly anbringelseId: string;
  readonly barnId: string;
  readonly sagId: string;
  /** Law of the decision. */
  readonly regime: 'SEL' | 'BL';
  readonly grundlag: Grundlag;
  readonly hjemmel: string;
  readonly afgoerelseDato: string;
  readonly visitationId: string | null;
  readonly stedtype: string;
  readonly ivaerksatDato: string | null;
  readonly ophoertDato: string | null;
}

export type Anbringelse = { readonly fase: 'findes-ikke' } | BesluttetAnbringelse;

/** What an event makes of what was known before it. */
export function evolve(state: Anbringelse, e: AnbringelseEvent): Anbringelse {
  if (e.type === 'oekonomi.AnbringelseBesluttet') {
    const { anbringelseId, barnId, sagId, regime, grundlag, hjemmel, afgoerelseDato, stedtype } = e.data;
    return {
      fase: 'besluttet',
      ...{ anbringelseId, barnId, sagId, regime, grundlag, hjemmel, afgoerelseDato, stedtype },
      visitationId: e.data.visitationId ?? null,
      ivaerksatDato: null,
      ophoertDato: null,
    };
  }
  return state;
}
