import { forfaldEfter } from '../../faelles/lov/forfald.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type Regelid } from '../../faelles/lov/produktets_regler.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { kraevAfgoerelse } from '../afgoerelse/traeffelse.js';
import { bortfald, gaelderIkke } from '../formandsafgoerelse/tilstand.js';
import { kraevFormandsafgoerelse } from '../formandsafgoerelse/formandsafgoerelse_forloeb.js';
import { buuSagDecider } from './buu_sag.js';
import { type Genbehandling, type RejstBuuSag } from './tilstand.js';

const REGEL: Readonly<Record<Exclude<Genbehandling, 'fastsat'>, Regelid>> = {
  '1aar': 'anbringelse-genbehandling-1aar',
  '2aar': 'anbringelse-genbehandling-2aar',
  'under-1aar': 'anbringelse-genbehandling-under-1aar',
};

/** The last day that the committee's decision carries a placement by itself; null: it is not to be treated again. */
export function sidsteDag(sag: RejstBuuSag, lov: Lovpakke): string | null {
  const { genbehandling: g } = sag;
  if (g === null) return null;
  return g.genbehandling === 'fastsat'
    ? g.genbehandlesSenest
    : (forfaldEfter(lov, REGEL[g.genbehandling], g.dato) ?? null);
}

/** Since when the basis is gone on the day: ended, or past the day it was to be treated again (SEL § 62; BL § 50); null while it holds. */
export function grundlagSlut(sag: RejstBuuSag, lov: Lovpakke, dato: string): string | null {
  if (sag.grundlagOphoert !== null && sag.grundlagOphoert <= dato) return sag.grundlagOphoert;
  const sidste = sidsteDag(sag, lov);
  return sidste !== null && sidste < dato ? sidste : null;
}

/** Since when the decision that a placement rests on carries nothing on the day; null while it does. */
export async function anbringelsesgrundlagSlut(
  session: CommandSession,
  lov: Lovpakke,
  hviler: { readonly afgoerelseId: string | null; readonly formandsafgoerelseId: string | null },
  dato: string,
): Promise<string | null> {
  if (hviler.formandsafgoerelseId !== null) {
    const f = await kraevFormandsafgoerelse(session, hviler.formandsafgoerelseId);
    // What took its place carries what rested on it.
    if (f.erstattetAf !== null) return buuSagSlut(session, lov, f.erstattetAf, dato);
    return gaelderIkke(f, dato) ? (f.slut ?? bortfald(f, dato)?.sidsteDag ?? null) : null;
  }
  if (hviler.afgoerelseId === null) return null;
  const { vedroererId } = await kraevAfgoerelse(session, hviler.afgoerelseId);
  return vedroererId === null ? null : buuSagSlut(session, lov, vedroererId, dato);
}

async function buuSagSlut(session: CommandSession, lov: Lovpakke, id: string, dato: string): Promise<string | null> {
  const { state } = await session.state(buuSagDecider, id);
  return state.fase === 'findes-ikke' ? null : grundlagSlut(state, lov, dato);
}
