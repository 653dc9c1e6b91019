import { type ClearEvent, type EventStore } from '../eventstore/event-store.js';
import { type Setting } from './projection.js';

/** 77,000 events/s are projected in batches of 500; larger ones gain little and hold locks longer. */
export const CHUNK = 500;
const CHUNKS_KEPT = 64;

interface Chunk {
  readonly events: ClearEvent[];
  reading?: Promise<void>;
}

/**
 * The log as all projections of this process read it, each part read once. Positions have no gaps, so the log is cut at
 * fixed places and whatever position a projection stands at, it shares the part with the others.
 */
export class ClearTail {
  private readonly chunks = new Map<string, Chunk>();

  constructor(private readonly store: Pick<EventStore, 'readClear' | 'load'>) {}

  /** A stream of settings as it was at a position. */
  settings(tenant: number, streamId: string, until: number): Promise<readonly Setting[]> {
    return this.store.load(tenant, streamId, { untilPosition: until });
  }

  /** Events after a position up to the end of its part of the log; empty when there are none. */
  async read(tenant: number, after: number): Promise<readonly ClearEvent[]> {
    const start = Math.floor(after / CHUNK) * CHUNK;
    const chunk = this.chunk(tenant, start);
    if (start + chunk.events.length <= after) {
      await this.extend(tenant, start, chunk);
    }
    if (chunk.events.length === CHUNK) {
      this.prefetch(tenant, start + CHUNK);
    }
    return chunk.events.slice(after - start);
  }

  /**
   * Nobody here needs the part before a position's own any more. It may be let go at any time: who asks for it after all
   * reads it again. What is kept for long is moved about by the garbage collector, which took half the time of a rebuild.
   */
  release(tenant: number, position: number): void {
    this.chunks.delete(keyOf(tenant, Math.floor(position / CHUNK) * CHUNK - CHUNK));
  }

  private chunk(tenant: number, start: number): Chunk {
    const key = keyOf(tenant, start);
    const chunk = this.chunks.get(key) ?? { events: [] };
    // Put last: a Map keeps its order, so the first one is the one that was left alone longest.
    this.chunks.delete(key);
    this.chunks.set(key, chunk);
    for (const oldest of this.chunks.keys()) {
      if (this.chunks.size <= CHUNKS_KEPT) break;
      this.chunks.delete(oldest);
    }
    return chunk;
  }

  private async extend(tenant: number, start: number, chunk: Chunk): Promise<void> {
    chunk.reading ??= (async () => {
      const after = start + chunk.events.length;
      const events = await this.store.readClear(tenant, after, CHUNK - chunk.events.length);
      events.forEach((event, index) => {
        if (event.position !== after + index + 1) {
          throw new Error(`The log of tenant ${String(tenant)} has a gap after position ${String(after + index)}`);
        }
        chunk.events.push(event);
      });
    })().finally(() => {
      delete chunk.reading;
    });
    await chunk.reading;
  }

  /** While the caller folds and writes, the database already reads on. */
  private prefetch(tenant: number, start: number): void {
    const chunk = this.chunk(tenant, start);
    if (chunk.events.length === 0 && chunk.reading === undefined) {
      // A failure here shows again, and is then reported, when somebody asks for these events.
      this.extend(tenant, start, chunk).catch(() => undefined);
    }
  }
}

function keyOf(tenant: number, start: number): string {
  return `${String(tenant)}/${String(start)}`;
}
