import { type ClearEvent } from '../../eventstore/event-store.js';
import {
  type Bound,
  type Projection,
  type Row,
  type TableDeclaration,
  type Writer,
  type Setting,
} from '../projection.js';

/** Days, instants and numbers as text, so that they are compared as what they say; absent is null, as in the database. */
function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function matches(row: Row, where: Row, bound?: Bound): boolean {
  if (!Object.entries(where).every(([column, value]) => asText(row[column]) === asText(value))) return false;
  if (bound === undefined) return true;
  const value = asText(row[bound.column]);
  if (value === null) return false;
  return bound.is === '>' ? value > String(bound.value) : value <= String(bound.value);
}

const given = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, v]) => v !== undefined));

/** One table: its rows, found by their ids. Row by row a log of ten thousand events took minutes. */
class Table {
  private readonly rows = new Map<number, Row>();
  private readonly byId = new Map<string, Set<number>>();
  private readonly idColumns: readonly string[];
  private next = 0;

  constructor(private readonly declaration: TableDeclaration) {
    this.idColumns = Object.entries(declaration.columns).flatMap(([column, { type }]) =>
      type === 'uuid' ? [column] : [],
    );
  }

  all(): readonly Row[] {
    return [...this.rows.values()];
  }

  insert(row: Row): void {
    if (this.find(this.key(row)).length === 0) this.put(this.next++, given(row));
  }

  upsert(row: Row): void {
    const key = this.key(row);
    if (this.find(key).length === 0) this.insert(row);
    else this.change(key, row);
  }

  change(where: Row, set: Row, bound?: Bound): void {
    for (const nr of this.find(where, bound)) {
      const before = this.rows.get(nr) ?? {};
      this.forgetIds(nr, before);
      this.put(nr, { ...before, ...given(set) });
    }
  }

  remove(where: Row): void {
    for (const nr of this.find(where)) {
      this.forgetIds(nr, this.rows.get(nr) ?? {});
      this.rows.delete(nr);
    }
  }

  private key(row: Row): Row {
    return Object.fromEntries(this.declaration.key.map((column) => [column, row[column]]));
  }

  private find(where: Row, bound?: Bound): readonly number[] {
    const id = this.idColumns.find((column) => typeof where[column] === 'string');
    const candidates =
      id === undefined ? this.rows.keys() : (this.byId.get(`${id} ${String(where[id])}`) ?? new Set<number>());
    return [...candidates].filter((nr) => matches(this.rows.get(nr) ?? {}, where, bound));
  }

  private put(nr: number, row: Row): void {
    this.rows.set(nr, row);
    for (const id of this.ids(row)) this.byId.set(id, (this.byId.get(id) ?? new Set()).add(nr));
  }

  private forgetIds(nr: number, row: Row): void {
    for (const id of this.ids(row)) this.byId.get(id)?.delete(nr);
  }

  private ids(row: Row): readonly string[] {
    return this.idColumns.flatMap((column) => {
      const value = row[column];
      return typeof value === 'string' ? [`${column} ${value}`] : [];
    });
  }
}

/** A read model in memory, made of a log that need not be anybody's; it means what the database would. */
export class InMemoryTables {
  private readonly tables: ReadonlyMap<string, Table>;
  private readonly write = this.writer();

  constructor(
    private readonly projection: Projection,
    log: readonly ClearEvent[] = [],
  ) {
    this.tables = new Map(projection.tables.map((declaration) => [declaration.name, new Table(declaration)] as const));
    for (const event of log) this.project(event);
  }

  project(event: ClearEvent, settings: readonly Setting[] = []): void {
    const { events } = this.projection;
    if (events === '*' || events.includes(event.type)) this.projection.project(event, this.write, settings);
  }

  /** All rows of a table. */
  all(table: string): readonly Row[] {
    return this.table(table).all();
  }

  private table(name: string): Table {
    const table = this.tables.get(name);
    if (table === undefined) throw new Error(`The read model has no table ${name}`);
    return table;
  }

  private writer(): Writer {
    return {
      insert: (table, row) => {
        this.table(table).insert(row);
      },
      upsert: (table, row) => {
        this.table(table).upsert(row);
      },
      update: (table, key, set) => {
        this.table(table).change(key, set);
      },
      updateWhere: (table, where, set, bound) => {
        this.table(table).change(where, set, bound);
      },
      deleteWhere: (table, where) => {
        this.table(table).remove(where);
      },
    };
  }
}
