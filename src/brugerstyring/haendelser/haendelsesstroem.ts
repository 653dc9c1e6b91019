import { type ClearEvent, type EventStore } from '../../platform/eventstore/event-store.js';

const PAGE = 500;

export interface Udsnit {
  /** Only events after this position. */
  readonly efter: number;
  readonly til: number;
  readonly typer?: readonly string[];
  /** Most events in all. */
  readonly graense?: number;
}

/** One page of the log, of which only some events may be asked for. */
export interface Side {
  readonly events: readonly ClearEvent[];
  /** Last position that was looked at; the next page begins after it. */
  readonly naaet: number;
}

export async function laesSide(store: EventStore, kommune: number, udsnit: Udsnit): Promise<Side> {
  const events = (await store.readClear(kommune, udsnit.efter, PAGE)).filter((event) => event.position <= udsnit.til);
  const wanted = events.filter((event) => udsnit.typer?.includes(event.type) !== false);
  if (udsnit.graense !== undefined && wanted.length >= udsnit.graense) {
    const page = wanted.slice(0, udsnit.graense);
    return { events: page, naaet: page.at(-1)?.position ?? udsnit.efter };
  }
  return { events: wanted, naaet: events.at(-1)?.position ?? udsnit.til };
}

/** Page by page: however long the log is, no more than a page of it is in memory, and a reader who leaves ends the reading. */
export async function* sider(
  udsnit: Udsnit,
  laes: (udsnit: Udsnit) => Promise<Side>,
): AsyncGenerator<readonly ClearEvent[]> {
  let efter = udsnit.efter;
  let tilbage = udsnit.graense ?? Infinity;
  while (efter < udsnit.til && tilbage > 0) {
    const side = await laes({ ...udsnit, efter, ...(Number.isFinite(tilbage) ? { graense: tilbage } : {}) });
    efter = side.naaet;
    tilbage -= side.events.length;
    if (side.events.length > 0) yield side.events;
  }
}
