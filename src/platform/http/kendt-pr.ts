import { rettetPaaPlads } from '../corrections/date-correction.js';
import { type EventStore, type StoredEvent } from '../eventstore/event-store.js';
import { TidspunktFelt } from './felt.js';
import { ikkeFundet } from './problem.js';

/** Query parameter of reads that can be asked what was known at an earlier time. */
export class KendtPr {
  /** What was known at this instant. */
  @TidspunktFelt('Svaret, som det var kendt på dette tidspunkt.', '2026-11-23T12:00:00+01:00', { valgfri: true })
  kendtPr?: string;
}

/** The events of a stream that were known then, with the days that were known to be right; 404 when it did not exist, was not known yet or is something else. */
export async function kendtStroem(
  store: EventStore,
  hvad: { readonly kommune: number; readonly kind: string; readonly id: string; readonly kendtPr?: string | undefined },
): Promise<readonly StoredEvent[]> {
  const untilPosition = hvad.kendtPr === undefined ? undefined : await store.positionAt(hvad.kommune, hvad.kendtPr);
  const stored =
    untilPosition === 0
      ? []
      : await store.load(hvad.kommune, hvad.id, untilPosition === undefined ? {} : { untilPosition });
  if (stored[0]?.kind !== hvad.kind) throw ikkeFundet(hvad.kind.slice(hvad.kind.indexOf('.') + 1), hvad.id);
  return rettetPaaPlads(stored);
}
