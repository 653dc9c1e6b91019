import { fold } from '../../platform/commands/decider.js';
import { type Streams } from '../../platform/registry.js';
import { type Foreloebigbrug } from '../../sagsstyring/sagsstyring.public.js';
import { anbringelseDecider } from './anbringelse.js';
import { type AnbringelseEvent } from './haendelser.js';

/**
 * Since when no placement rests on the chairman's decision any more, and why; null while one does, or none has begun by it.
 * Nothing ends such a decision by itself before its days are over: it is revoked, or the committee takes it up (SEL § 75,
 * BL § 143).
 */
export function intetHvilerPaa(stroemme: Streams, formandsafgoerelseId: string): Foreloebigbrug | null {
  let sidst: Foreloebigbrug | null = null;
  let venter = false;
  for (const stroem of stroemme) {
    if (stroem[0]?.kind !== anbringelseDecider.kind) continue;
    // The stream's kind says which declarations its events were made of.
    const haendelser = stroem as unknown as readonly AnbringelseEvent[];
    const a = fold(anbringelseDecider, stroem);
    if (a.fase === 'findes-ikke' || !harHvilet(haendelser, formandsafgoerelseId)) continue;
    if (a.fase !== 'ophoert' && a.udvalg?.formandsafgoerelseId === formandsafgoerelseId) {
      if (a.fase === 'ivaerksat') return null;
      venter = true;
      continue;
    }
    // One that was given up before the child moved in has carried nothing out.
    if (a.ivaerksatDato === null) continue;
    const brug = slut(haendelser, formandsafgoerelseId);
    if (sidst === null || brug.siden > sidst.siden) sidst = brug;
  }
  // One that is decided and waits is never carried out when the child has come home since.
  return venter && hjemgivetFra(stroemme, formandsafgoerelseId) === null ? null : sidst;
}

/** The day that the child came home from a placement that the chairman's decision has carried; null when it has not. */
export function hjemgivetFra(stroemme: Streams, formandsafgoerelseId: string, senest?: string): string | null {
  for (const stroem of stroemme) {
    if (stroem[0]?.kind !== anbringelseDecider.kind) continue;
    const a = fold(anbringelseDecider, stroem);
    if (a.fase === 'findes-ikke' || a.ophoersaarsag !== 'hjemgivet' || a.ophoertDato === null) continue;
    if (senest !== undefined && a.ophoertDato > senest) continue;
    if (harHvilet(stroem as unknown as readonly AnbringelseEvent[], formandsafgoerelseId)) return a.ophoertDato;
  }
  return null;
}

/** Whether the placement rests on the chairman's decision, or has, also when something else carried it afterwards. */
export function harHvilet(haendelser: readonly AnbringelseEvent[], formandsafgoerelseId: string): boolean {
  return haendelser.some((e) => hviler(e, formandsafgoerelseId));
}

function hviler(e: AnbringelseEvent, formandsafgoerelseId: string): boolean {
  const grundlag = e.type === 'oekonomi.AnbringelseBesluttet' || e.type === 'oekonomi.AnbringelsesgrundlagSkiftet';
  return grundlag && e.data.formandsafgoerelseId === formandsafgoerelseId;
}

/** When it last rested on it, and what came then: another basis, or its own end. */
function slut(haendelser: readonly AnbringelseEvent[], formandsafgoerelseId: string): Foreloebigbrug {
  const fra = haendelser.findLastIndex((e) => hviler(e, formandsafgoerelseId));
  for (const e of haendelser.slice(fra + 1)) {
    if (e.type === 'oekonomi.AnbringelsesgrundlagSkiftet')
      return { siden: e.data.dato, hvorfor: e.data.grundlag === 'samtykke' ? 'samtykke' : 'andet-grundlag' };
    if (e.type === 'oekonomi.PermanentAnbringelseBesluttet') return { siden: e.data.dato, hvorfor: 'andet-grundlag' };
    if (e.type === 'oekonomi.AnbringelseOphoert')
      return { siden: e.data.ophoertDato, hvorfor: e.data.aarsag === 'hjemgivet' ? 'hjemgivet' : 'ophoert' };
  }
  throw new Error('A placement that no longer rests on the decision has an event that says so');
}
