import { Temporal } from 'temporal-polyfill';
import { type Bound, type ColumnType, type Row, type TableDeclaration } from './projection.js';

export type Values = Record<string, unknown>;

/**
 * Everything a run of keyed calls means for one key, whatever they were and whether the row is there or not: is an
 * existing row removed, which columns of an existing row are set, and what is put in when there is none (any more).
 */
export interface KeyState {
  readonly key: Row;
  remove: boolean;
  set: Values;
  row: Values | null;
}

export interface WhereChange {
  readonly where: Row;
  readonly set: Values;
  readonly bound?: Bound | undefined;
}

/** Calls of one table that can be carried out together; segments are carried out in order. */
export type Segment = KeyedSegment | UpdateSegment | DeleteSegment;

/** Columns whose equality can be told here as PostgreSQL tells it. */
const TOLD_HERE: readonly ColumnType[] = ['uuid', 'text', 'int', 'bigint'];

/** Inserts, upserts, updates and deletes of single rows, one state for each key. */
export class KeyedSegment {
  readonly kind = 'keyed';
  readonly states = new Map<string, KeyState>();
  private readonly indexes = new Map<
    string,
    { readonly columns: readonly string[]; readonly found: Map<string, KeyState[]> }
  >();

  constructor(private readonly table: TableDeclaration) {}

  state(name: string, row: Row): KeyState {
    let state = this.states.get(name);
    if (state === undefined) {
      const key = Object.fromEntries(this.table.key.map((column) => [column, row[column]]));
      state = { key, remove: false, set: {}, row: null };
      this.states.set(name, state);
      for (const { columns, found } of this.indexes.values()) note(found, tupleOf(this.table, columns, key), state);
    }
    return state;
  }

  /**
   * The rows put in here that a change of rows by condition would meet, had it come after; undefined when that cannot be
   * told without the database. A change that is carried out before instead must be made in these rows too.
   */
  metBy({ where }: WhereChange): readonly Values[] | undefined {
    const columns = this.table.key.filter((column) => where[column] !== undefined && where[column] !== null);
    if (columns.length === 0 || !Object.keys(where).every((column) => isToldHere(this.table, column))) return undefined;
    const met: Values[] = [];
    for (const { row, remove, set } of this.withKey(columns, where)) {
      // What is in the database of an existing row is not known here.
      if (row === null || remove || Object.keys(set).length > 0) return undefined;
      if (Object.keys(where).every((column) => isSame(this.table, column, row[column], where[column]))) met.push(row);
    }
    return met;
  }

  private withKey(columns: readonly string[], where: Row): readonly KeyState[] {
    const name = columns.join();
    let index = this.indexes.get(name);
    if (index === undefined) {
      index = { columns, found: new Map() };
      for (const state of this.states.values()) note(index.found, tupleOf(this.table, columns, state.key), state);
      this.indexes.set(name, index);
    }
    return index.found.get(tupleOf(this.table, columns, where)) ?? [];
  }
}

/** Changes of rows by condition: all have the same columns in `where` and in `set`, and no two can meet the same row. */
export class UpdateSegment {
  readonly kind = 'updateWhere';
  readonly changes = new Map<string, WhereChange>();
  readonly signature: string;
  /** Columns of the condition that the change leaves as they are: they tell the rows of two changes apart. */
  private readonly fixed: readonly string[];
  private readonly fixedKey: readonly string[];
  private readonly keys = new Set<string>();
  private readonly read: ReadonlySet<string>;
  private readonly written: ReadonlySet<string>;

  constructor(
    private readonly table: TableDeclaration,
    first: WhereChange,
  ) {
    this.signature = UpdateSegment.signatureOf(first);
    const conditions = Object.keys(first.where);
    this.read = new Set([...conditions, ...(first.bound === undefined ? [] : [first.bound.column])]);
    this.written = new Set(Object.keys(first.set));
    this.fixed = conditions.filter((column) => !this.written.has(column)).sort();
    this.fixedKey = this.fixed.filter((column) => table.key.includes(column) && first.where[column] !== null);
    this.add(first);
  }

  static signatureOf({ where, set, bound }: WhereChange): string {
    const limit = bound === undefined ? '' : `:${bound.column}${bound.is}`;
    return `${columnsOf(where)}:${Object.keys(set).sort().join()}${limit}`;
  }

  /** False when the change could meet a row that another one here meets, and would have to come after it. */
  takes(change: WhereChange): boolean {
    if (this.fixed.length === 0) return false;
    const earlier = this.changes.get(tupleOf(this.table, this.fixed, change.where));
    if (earlier === undefined) {
      this.add(change);
      return true;
    }
    if (change.bound !== undefined) return false;
    const reset = [...this.read].filter((column) => this.written.has(column));
    // With another condition it may meet rows that the earlier one did not.
    if (!reset.every((column) => this.isSameCondition(column, earlier.where[column], change.where[column])))
      return false;
    // The earlier one has left no row that this one could meet: a deadline that is met is not met again.
    if (reset.some((column) => this.differs(column, earlier.set[column], change.where[column]))) return true;
    if (!reset.every((column) => this.equals(column, earlier.set[column], change.where[column]))) return false;
    Object.assign(earlier.set, change.set);
    return true;
  }

  /** Whether a change with other columns may be carried out before these although it came after. */
  letsPass({ where, set }: WhereChange): boolean {
    return (
      Object.keys(set).every((column) => !this.read.has(column) && !this.written.has(column)) &&
      Object.keys(where).every((column) => !this.written.has(column))
    );
  }

  /** Whether some row with this key could be met: then what concerns the row must stay behind these. */
  mayMeetKey(key: Row): boolean {
    return this.fixedKey.length === 0 || this.keys.has(tupleOf(this.table, this.fixedKey, key));
  }

  /** Whether exactly this row, put in where there was none, could be met. */
  mayMeetRow(row: Row): boolean {
    if (!this.mayMeetKey(row)) return false;
    if (!this.fixed.every((column) => isToldHere(this.table, column))) return true;
    return this.changes.has(tupleOf(this.table, this.fixed, row));
  }

  private isSameCondition(column: string, one: unknown, other: unknown): boolean {
    return isNull(one) && isNull(other) ? true : this.equals(column, one, other);
  }

  private equals(column: string, one: unknown, other: unknown): boolean {
    return isToldHere(this.table, column) && isSame(this.table, column, one, other);
  }

  private differs(column: string, one: unknown, other: unknown): boolean {
    if (isNull(one) || isNull(other)) return isNull(one) !== isNull(other);
    return isToldHere(this.table, column) && !isSame(this.table, column, one, other);
  }

  private add(change: WhereChange): void {
    this.changes.set(tupleOf(this.table, this.fixed, change.where), change);
    if (this.fixedKey.length > 0) this.keys.add(tupleOf(this.table, this.fixedKey, change.where));
  }
}

/** Deletes by condition with the same columns. */
export class DeleteSegment {
  readonly kind = 'deleteWhere';
  readonly wheres = new Map<string, Row>();

  constructor(
    private readonly table: TableDeclaration,
    readonly signature: string,
  ) {}

  add(where: Row): void {
    this.wheres.set(tupleOf(this.table, Object.keys(where).sort(), where), where);
  }
}

/** Columns of a condition in order, those that must be null marked. */
export function columnsOf(where: Row): string {
  return Object.keys(where)
    .sort()
    .map((column) => (where[column] === null ? `${column}?` : column))
    .join();
}

export function tupleOf(table: TableDeclaration, columns: readonly string[], row: Row): string {
  return columns.map((column) => keyText(table, column, row[column])).join('\u0000');
}

function isToldHere(table: TableDeclaration, column: string): boolean {
  const type = table.columns[column]?.type;
  return type !== undefined && TOLD_HERE.includes(type);
}

function isSame(table: TableDeclaration, column: string, one: unknown, other: unknown): boolean {
  if (isNull(one) || isNull(other)) return isNull(one) && isNull(other);
  return keyText(table, column, one) === keyText(table, column, other);
}

function isNull(value: unknown): boolean {
  return value === undefined || value === null;
}

function note(found: Map<string, KeyState[]>, tuple: string, state: KeyState): void {
  const same = found.get(tuple);
  if (same === undefined) found.set(tuple, [state]);
  else same.push(state);
}

/** Two spellings of one value must be one key: PostgreSQL would see the same row twice in one statement. */
function keyText(table: TableDeclaration, column: string, value: unknown): string {
  if (value === null || value === undefined) {
    return '';
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  switch (table.columns[column]?.type) {
    case 'uuid':
      return text.toLowerCase().replaceAll(/[{}-]/g, '');
    case 'int':
    case 'bigint':
      return String(Number(text));
    case 'timestamptz':
      return String(Temporal.Instant.from(text).epochNanoseconds);
    default:
      return text;
  }
}
