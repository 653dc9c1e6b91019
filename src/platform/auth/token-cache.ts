import { createHash } from 'node:crypto';
import { type Aktoer } from './actor.js';

interface Entry {
  readonly aktoer: Aktoer;
  readonly from: number;
  readonly until: number;
}

/** A revoked key or a changed role must bite within a minute. */
const LONGEST_MS = 60_000;

/**
 * Verified tokens by SHA-256, least recently used out first: an ES256 check costs some 100 µs, a look-up some 3 µs, and a
 * frontend sends the same token with every call. The token itself is not kept.
 */
export class TokenCache {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly capacity = 10_000) {}

  static keyOf(token: string): string {
    return createHash('sha256').update(token).digest('base64');
  }

  get(key: string, now: number): Aktoer | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    this.entries.delete(key);
    // A clock that was set back must not make an entry live longer than it was meant to.
    if (now < entry.from || now >= entry.until) return undefined;
    this.entries.set(key, entry);
    return entry.aktoer;
  }

  set(key: string, aktoer: Aktoer, now: number, expires: number): void {
    this.entries.delete(key);
    this.entries.set(key, { aktoer, from: now, until: Math.min(expires, now + LONGEST_MS) });
    if (this.entries.size <= this.capacity) return;
    const oldest = this.entries.keys().next();
    if (oldest.done !== true) this.entries.delete(oldest.value);
  }

  get size(): number {
    return this.entries.size;
  }
}
