import { createHash } from 'node:crypto';
import { type ExecuteCommand } from '../commands/command.js';
import { type ClearEvent } from '../eventstore/event-store.js';

/**
 * Does something because an event happened: a letter, a delivery, a deadline that starts work elsewhere. Not a projection:
 * it is carried out at least once with an idempotency key of the event's own, and never in a rebuild.
 */
export interface Reactor {
  /** `kontekst.hvad`; also its checkpoint and part of its idempotency key, so it is never changed. */
  readonly name: string;
  readonly events: readonly string[];
  /** The command that the event leads to; undefined = none. Pure. */
  react(event: ClearEvent): ExecuteCommand['options'] | undefined;
}

/** The same event and reactor always give the same command id, so a repeat is answered and not carried out again. */
export function commandIdFor(reactor: string, tenant: number, position: number): string {
  const hex = createHash('sha256')
    .update(`${String(tenant)}|${String(position)}|${reactor}`)
    .digest('hex');
  // Version 8 (RFC 9562): a UUID that is made in a way of its own.
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}
