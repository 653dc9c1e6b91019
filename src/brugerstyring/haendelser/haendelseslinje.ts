import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type AccessLogEntry } from '../../platform/queries/query.js';

/** An event as partners and auditors get it: clear fields, and whose data is sealed, but nothing of what is sealed. */
export interface Linje {
  readonly position: number;
  readonly registreret: string;
  readonly type: string;
  readonly stroem: string;
  readonly version: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly forseglet: readonly string[];
  readonly aktoer: string;
  readonly roller: readonly string[];
  readonly korrelation: string;
  readonly aarsag: string | null;
}

export function linjeAf(event: ClearEvent): Linje {
  return {
    position: event.position,
    registreret: event.registreret,
    type: event.type,
    stroem: event.streamId,
    version: event.version,
    data: event.data,
    forseglet: Object.keys(event.sealed),
    aktoer: event.meta.aktoer,
    roller: event.meta.roller,
    korrelation: event.meta.korrelation,
    aarsag: event.meta.aarsag ?? null,
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The children that events are about, for the access log. Without names too it is somebody's case that is read. */
export function omtalteBoern(
  events: readonly { readonly data: Readonly<Record<string, unknown>> }[],
): readonly AccessLogEntry[] {
  return events.flatMap(({ data }) => {
    const { barnId, sagId } = data;
    if (typeof barnId !== 'string' || !UUID.test(barnId)) return [];
    return [{ barnId, ...(typeof sagId === 'string' && UUID.test(sagId) ? { sagId } : {}) }];
  });
}
