import { type Row, type TableDeclaration, type Writer } from '../projection/projection.js';
import { type ClearEvent } from '../eventstore/event-store.js';
import { type Dagkolonner, rettetHaendelse } from './date-correction.js';

/**
 * What days were said to be before they were put right. A read model whose figures can be asked as they were known has this
 * table beside the rows, which say what is known now: a figure that was reported must be found again.
 */
export const SAGT_FOER: TableDeclaration = {
  name: 'sagt_foer',
  columns: {
    // What the row is about, and which of its days.
    noegle: { type: 'uuid' },
    kolonne: { type: 'text' },
    // Where the corrected event stands; null from corrections that do not say.
    rettet_position: { type: 'bigint', nullable: true },
    position: { type: 'bigint' },
    foer: { type: 'date' },
  },
  key: ['noegle', 'kolonne', 'position'],
};

/** Notes what a correction says that a row said before it. */
export function noterSagtFoer(
  event: ClearEvent,
  write: Writer,
  sagt: { readonly noegle: unknown; readonly kolonne: string; readonly foer: unknown },
): void {
  write.insert(SAGT_FOER.name, {
    ...sagt,
    rettet_position: rettetHaendelse(event)?.position ?? null,
    position: event.position,
  });
}

/**
 * The same for each of the days that a read model keeps, by the corrected event's type; a correction of an event's own is
 * named by its own type.
 */
export function noterSagteDage(
  event: ClearEvent,
  write: Writer,
  om: { readonly noegle: (data: Row) => unknown; readonly kolonner: Dagkolonner },
): void {
  const { type, data, foer } = rettetHaendelse(event) ?? {
    ...{ type: event.type, data: event.data },
    foer: (event.data['foer'] ?? {}) as Row,
  };
  for (const [felt, kolonne] of Object.entries(om.kolonner[type] ?? {}))
    if (typeof foer[felt] === 'string')
      noterSagtFoer(event, write, { noegle: om.noegle(data), kolonne, foer: foer[felt] });
}

/**
 * SQL for a day of a row as it was known at a position: what the first correction after it says was said before, else what
 * stands. `fra` is joined, `dag` read. The corrections are few, so they are read once and not for every row.
 */
export function kendtDag(om: {
  readonly skema: string;
  /** Alias of the row, its key, the day, and the column with the place of the event that said it. */
  readonly raekke: string;
  readonly noegle: string;
  readonly kolonne: string;
  readonly haendelse: string;
  /** Expressions of the municipality and of the position. */
  readonly kommune: string;
  readonly position: string;
}): { readonly fra: string; readonly dag: string } {
  const { skema, raekke, noegle, kolonne, haendelse, kommune, position } = om;
  const foer = `foer_${kolonne}`;
  return {
    fra: `LEFT JOIN (SELECT DISTINCT ON (noegle, rettet_position) noegle, rettet_position, foer FROM ${skema}.sagt_foer
                      WHERE tenant_id = ${kommune} AND kolonne = '${kolonne}' AND position > ${position}
                      ORDER BY noegle, rettet_position, position) ${foer}
            ON ${foer}.noegle = ${raekke}.${noegle} AND (${foer}.rettet_position = ${raekke}.${haendelse} OR ${foer}.rettet_position IS NULL)`,
    dag: `coalesce(${foer}.foer, ${raekke}.${kolonne})`,
  };
}
