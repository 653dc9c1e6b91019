import { type ClearEvent } from '../eventstore/event-store.js';

export type ColumnType =
  'uuid' | 'text' | 'int' | 'bigint' | 'boolean' | 'date' | 'timestamptz' | 'jsonb' | 'text[]' | 'uuid[]';

export interface TableDeclaration {
  readonly name: string;
  /** Without tenant_id, which every table gets as its first column and first key column, with row-level security. */
  readonly columns: Readonly<Record<string, { readonly type: ColumnType; readonly nullable?: boolean }>>;
  readonly key: readonly string[];
  /** Each list of columns (tenant_id is put first) becomes an index; `where` makes it partial. */
  readonly indexes?: readonly {
    readonly columns: readonly string[];
    readonly where?: string;
    readonly unique?: boolean;
  }[];
}

export type Row = Readonly<Record<string, unknown>>;

/** A limit on which of the rows that match a condition are changed: those whose column lies on that side of the value. */
export interface Bound {
  readonly column: string;
  readonly is: '>' | '<=';
  readonly value: string | number;
}

/**
 * Collects what a batch of events writes; flushed set-wise in one transaction with the checkpoint. In every row a column
 * that is `undefined` is not given and keeps its value; null sets NULL. What is written reads as if each call had been
 * carried out at once.
 */
export interface Writer {
  /** Adds a row; an existing row with the key is left as it is. */
  insert(table: string, row: Row): void;
  /** Sets the given columns of the row with the key (all key columns must be given); makes the row when it is missing. */
  upsert(table: string, row: Row): void;
  /** Sets columns of an existing row with the whole key given; does nothing when it is missing. */
  update(table: string, key: Row, set: Row): void;
  /**
   * Sets columns of all rows that match `where` (equality); slower: flushes what came before first. Null in where means
   * IS NULL. With a `bound` only rows on its side of the value are changed, and never one whose column is NULL: the
   * earliest of two dates is kept without reading what was written before.
   */
  updateWhere(table: string, where: Row, set: Row, bound?: Bound): void;
  deleteWhere(table: string, where: Row): void;
}

/** What a municipality decided for itself, as projections see it. */
export type Setting = Pick<ClearEvent, 'type' | 'data' | 'position'>;

/** A read model: pure `(event, write, settings)`; no clock, no reads, no I/O. Rebuilt when `version` rises, never migrated. */
export interface Projection {
  /** `kontekst.visning`; its tables live in the schema `lm_<kontekst>_<visning>`. */
  readonly name: string;
  readonly version: number;
  /** Bounded contexts whose commands wait for this projection. */
  readonly contexts: readonly string[];
  readonly tables: readonly TableDeclaration[];
  /** Event types it wants; '*' = all. */
  readonly events: readonly string[] | '*';
  /**
   * The municipality's stream of settings, for a projection that reads events in their light. Such a projection is given
   * the settings that were recorded before the event, so it is still a function of the log alone.
   */
  readonly settings?: (tenant: number) => string;
  project(event: ClearEvent, write: Writer, settings?: readonly Setting[]): void;
}

export function schemaOf(projection: Pick<Projection, 'name'>): string {
  return `lm_${projection.name.replaceAll(/[^a-z0-9]+/g, '_')}`;
}
