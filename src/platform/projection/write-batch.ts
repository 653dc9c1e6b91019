import { WriteError } from './operator-log.js';
import { type Bound, type Row, type TableDeclaration, type Writer } from './projection.js';
import {
  columnsOf,
  DeleteSegment,
  KeyedSegment,
  type KeyState,
  type Segment,
  tupleOf,
  UpdateSegment,
  type Values,
} from './write-segments.js';

/**
 * Collects calls and merges in memory what touches the same key, so that a batch is a few statements per table. A call goes
 * into the earliest run of its kind that it can be carried out in without anything else coming out differently: a deadline
 * that is opened and one that is met alternate in the log, and each would otherwise be a statement of its own.
 */
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
    const state = this.keyed(declaration, given, (segment) => !segment.mayMeetRow(given));
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

  updateWhere(table: string, where: Row, set: Row, bound?: Bound): void {
    const { declaration, given } = this.checkWhere(table, where);
    if (bound !== undefined) {
      this.changeWithin(declaration, given, this.checkSet(declaration, set), bound);
      return;
    }
    if (isWholeKey(declaration, given)) {
      this.update(table, given, set);
      return;
    }
    const change = this.checkSet(declaration, set);
    if (Object.keys(change).length === 0) {
      return;
    }
    this.change(declaration, given, change);
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
    const signature = columnsOf(given);
    const segments = this.segmentsOf(declaration);
    let last = segments.at(-1);
    if (last?.kind !== 'deleteWhere' || last.signature !== signature) {
      last = new DeleteSegment(declaration, signature);
      segments.push(last);
    }
    last.add(given);
  }

  /** The key's state in the nearest run of keyed calls that the call may go back to. */
  private keyed(
    table: TableDeclaration,
    row: Row,
    mayPass = (segment: UpdateSegment): boolean => !segment.mayMeetKey(row),
  ): KeyState {
    for (const column of table.key) {
      if (row[column] === undefined || row[column] === null)
        throw new WriteError(`a row for ${table.name} lacks the key column ${column}`);
    }
    const segments = this.segmentsOf(table);
    const name = tupleOf(table, table.key, row);
    for (const segment of [...segments].reverse()) {
      if (segment.kind === 'keyed') return segment.state(name, row);
      if (segment.kind === 'deleteWhere' || !mayPass(segment)) break;
    }
    const segment = new KeyedSegment(table);
    segments.push(segment);
    return segment.state(name, row);
  }

  /** A change by condition, in the nearest run of such changes that it may go back to. */
  private change(table: TableDeclaration, where: Row, set: Values): void {
    const change = { where, set };
    const signature = UpdateSegment.signatureOf(change);
    const segments = this.segmentsOf(table);
    // Rows that are put in between: a change that goes back before them is made in them here.
    const passed: Values[] = [];
    for (const segment of [...segments].reverse()) {
      if (segment.kind === 'deleteWhere') break;
      if (segment.kind === 'keyed') {
        const met = segment.metBy(change);
        if (met === undefined) break;
        passed.push(...met);
        continue;
      }
      if (segment.signature === signature) {
        if (!segment.takes(change)) break;
        for (const row of passed) Object.assign(row, set);
        return;
      }
      if (!segment.letsPass(change)) break;
    }
    segments.push(new UpdateSegment(table, change));
  }

  /** Whether a row is met depends on what was written to it before, so such a change goes back only into its own kind. */
  private changeWithin(table: TableDeclaration, where: Row, set: Values, bound: Bound): void {
    if (!(bound.column in table.columns)) throw new WriteError(`the table ${table.name} has no column ${bound.column}`);
    if (Object.keys(set).length === 0) return;
    const change = { where, set, bound };
    const segments = this.segmentsOf(table);
    const last = segments.at(-1);
    if (last?.kind === 'updateWhere' && last.signature === UpdateSegment.signatureOf(change) && last.takes(change))
      return;
    segments.push(new UpdateSegment(table, change));
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
