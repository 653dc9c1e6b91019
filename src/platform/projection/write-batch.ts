import { Temporal } from 'temporal-polyfill';
import { WriteError } from './operator-log.js';
import { type Row, type TableDeclaration, type Writer } from './projection.js';

type Values = Record<string, unknown>;

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

interface WhereChange {
  readonly where: Row;
  readonly set: Values;
}

/** Calls of one table that can be carried out together; segments are carried out in order. */
export type Segment =
  | { readonly kind: 'keyed'; readonly states: Map<string, KeyState> }
  | {
      readonly kind: 'updateWhere';
      readonly signature: string;
      readonly fixed: readonly string[];
      readonly disjoint: boolean;
      readonly changes: Map<string, WhereChange>;
    }
  | { readonly kind: 'deleteWhere'; readonly signature: string; readonly wheres: Map<string, Row> };

/** Collects calls and merges in memory what touches the same key, so that a batch is a few statements per table. */
export class WriteBatch implements Writer {
  private readonly work = new Map<string, { readonly table: TableDeclaration; readonly segments: Segment[] }>();

  constructor(private readonly tables: ReadonlyMap<string, TableDeclaration>) {}

  static tablesByName(tables: readonly TableDeclaration[]): ReadonlyMap<string, TableDeclaration> {
    return new Map(tables.map((table) => [table.name, table]));
  }

  /** The tables that were written to and what is to be done with each, in order. */
  segments(): readonly { readonly table: TableDeclaration; readonly segments: readonly Segment[] }[] {
    return [...this.work.values()];
  }

  insert(table: string, row: Row): void {
    const { declaration, given } = this.check(table, row);
    const state = this.keyed(declaration, given);
    state.row ??= { ...given };
  }

  upsert(table: string, row: Row): void {
    const { declaration, given } = this.check(table, row);
    const state = this.keyed(declaration, given);
    if (!state.remove) {
      Object.assign(state.set, withoutKey(declaration, given));
    }
    state.row = { ...state.row, ...given };
  }

  update(table: string, key: Row, set: Row): void {
    const { declaration, given } = this.check(table, key);
    const change = this.checkSet(declaration, set);
    if (Object.keys(given).length !== declaration.key.length) {
      throw new WriteError(`update of ${table} must name the key columns ${declaration.key.join(', ')} and no others`);
    }
    const state = this.keyed(declaration, given);
    if (!state.remove) {
      Object.assign(state.set, change);
    }
    if (state.row !== null) {
      Object.assign(state.row, change);
    }
  }

  updateWhere(table: string, where: Row, set: Row): void {
    const { declaration, given } = this.checkWhere(table, where);
    if (isWholeKey(declaration, given)) {
      this.update(table, given, set);
      return;
    }
    const change = this.checkSet(declaration, set);
    if (Object.keys(change).length === 0) {
      return;
    }
    const fixed = Object.keys(given)
      .filter((column) => !(column in change))
      .sort();
    const signature = `${signatureOf(given)}:${Object.keys(change).sort().join()}`;
    const disjoint = fixed.length === Object.keys(given).length;
    const tuple = fixed.map((column) => keyText(declaration, column, given[column])).join('\u0000');
    const segments = this.segmentsOf(declaration);
    const last = segments.at(-1);
    if (last?.kind === 'updateWhere' && last.signature === signature && fixed.length > 0) {
      const earlier = last.changes.get(tuple);
      if (earlier === undefined) {
        // A column that stays as it is tells the rows of the two calls apart, so they cannot get in each other's way.
        last.changes.set(tuple, { where: given, set: change });
        return;
      }
      if (disjoint) {
        Object.assign(earlier.set, change);
        return;
      }
    }
    segments.push({
      kind: 'updateWhere',
      signature,
      fixed,
      disjoint,
      changes: new Map([[tuple, { where: given, set: change }]]),
    });
  }

  deleteWhere(table: string, where: Row): void {
    const { declaration, given } = this.checkWhere(table, where);
    if (isWholeKey(declaration, given)) {
      const state = this.keyed(declaration, given);
      state.remove = true;
      state.row = null;
      state.set = {};
      return;
    }
    const signature = signatureOf(given);
    const tuple = Object.keys(given)
      .sort()
      .map((column) => keyText(declaration, column, given[column]))
      .join('\u0000');
    const segments = this.segmentsOf(declaration);
    const last = segments.at(-1);
    if (last?.kind === 'deleteWhere' && last.signature === signature) {
      last.wheres.set(tuple, given);
      return;
    }
    segments.push({ kind: 'deleteWhere', signature, wheres: new Map([[tuple, given]]) });
  }

  private keyed(table: TableDeclaration, row: Row): KeyState {
    const segments = this.segmentsOf(table);
    let last = segments.at(-1);
    if (last?.kind !== 'keyed') {
      last = { kind: 'keyed', states: new Map() };
      segments.push(last);
    }
    const name = table.key
      .map((column) => {
        const value = row[column];
        if (value === undefined || value === null) {
          throw new WriteError(`a row for ${table.name} lacks the key column ${column}`);
        }
        return keyText(table, column, value);
      })
      .join('\u0000');
    let state = last.states.get(name);
    if (state === undefined) {
      state = {
        key: Object.fromEntries(table.key.map((column) => [column, row[column]])),
        remove: false,
        set: {},
        row: null,
      };
      last.states.set(name, state);
    }
    return state;
  }

  private segmentsOf(table: TableDeclaration): Segment[] {
    let work = this.work.get(table.name);
    if (work === undefined) {
      work = { table, segments: [] };
      this.work.set(table.name, work);
    }
    return work.segments;
  }

  private check(table: string, row: Row): { declaration: TableDeclaration; given: Values } {
    const declaration = this.tables.get(table);
    if (declaration === undefined) {
      throw new WriteError(`the projection has no table ${table}`);
    }
    const given: Values = {};
    for (const [column, value] of Object.entries(row)) {
      if (!(column in declaration.columns)) {
        throw new WriteError(`the table ${table} has no column ${column}`);
      }
      if (value !== undefined) {
        given[column] = value;
      }
    }
    return { declaration, given };
  }

  private checkSet(table: TableDeclaration, set: Row): Values {
    const { given } = this.check(table.name, set);
    const keyColumn = table.key.find((column) => column in given);
    if (keyColumn !== undefined) {
      throw new WriteError(`the key column ${keyColumn} of ${table.name} cannot be changed`);
    }
    return given;
  }

  private checkWhere(table: string, where: Row): { declaration: TableDeclaration; given: Values } {
    const checked = this.check(table, where);
    // One that is not given would make the condition wider than the projection's author meant.
    if (Object.keys(where).length === 0 || Object.values(where).includes(undefined)) {
      throw new WriteError(`a condition on ${table} is empty or holds a column without a value`);
    }
    return checked;
  }
}

function withoutKey(table: TableDeclaration, row: Values): Values {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !table.key.includes(column)));
}

function isWholeKey(table: TableDeclaration, where: Row): boolean {
  return (
    Object.keys(where).length === table.key.length &&
    table.key.every((column) => where[column] !== undefined && where[column] !== null)
  );
}

function signatureOf(where: Row): string {
  return Object.keys(where)
    .sort()
    .map((column) => (where[column] === null ? `${column}?` : column))
    .join();
}

/** Two spellings of one value must be one key: PostgreSQL would see the same row twice in one statement. */
function keyText(table: TableDeclaration, column: string, value: unknown): string {
  if (value === null) {
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
