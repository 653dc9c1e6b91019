import { createHash } from 'node:crypto';
import { escapeIdentifier, type QueryConfig } from 'pg';
import { type Row, type TableDeclaration } from './projection.js';
import { type WriteBatch } from './write-batch.js';
import { type KeyState, type Segment, type WhereChange } from './write-segments.js';

type Statement = QueryConfig<unknown[]>;

const named = new Map<string, string>();

/** The statements of a batch in the order in which they must run: one per table, kind of change and set of columns. */
export function statementsOf(batch: WriteBatch, schema: string, tenant: number): readonly Statement[] {
  return batch
    .segments()
    .flatMap(({ table, segments }) =>
      segments.flatMap((segment) => segmentStatements(new TableSql(table, schema, tenant), segment)),
    );
}

function segmentStatements(sql: TableSql, segment: Segment): Statement[] {
  switch (segment.kind) {
    case 'keyed':
      return keyedStatements(sql, [...segment.states.values()]);
    case 'updateWhere': {
      const changes = [...segment.changes.values()];
      return [sql.updateWhere(changes)];
    }
    case 'deleteWhere':
      return [sql.deleteWhere([...segment.wheres.values()])];
  }
}

/** Keys do not touch each other; for each key the order is remove, set, put in. */
function keyedStatements(sql: TableSql, states: readonly KeyState[]): Statement[] {
  const upserts = states.filter((state) => isPlainUpsert(state) && sql.isWhole(state.row));
  const others = states.filter((state) => !(isPlainUpsert(state) && sql.isWhole(state.row)));
  const removed = others.filter((state) => state.remove);
  const changed = others.filter((state) => Object.keys(state.set).length > 0);
  const rows = others.flatMap((state) => (state.row === null ? [] : [state.row]));
  const whole = rows.filter((row) => sql.isWhole(row));
  const partial = rows.filter((row) => !sql.isWhole(row));
  return [
    ...(removed.length > 0 ? [sql.deleteWhere(removed.map((state) => state.key))] : []),
    ...bySameColumns(changed, (state) => state.set).map((group) =>
      sql.updateWhere(group.map((state) => ({ where: state.key, set: state.set }))),
    ),
    ...bySameColumns(upserts, (state) => state.set).map((group) => sql.upsert(group)),
    ...(whole.length > 0 ? [sql.insert(whole)] : []),
    ...(partial.length > 0 ? [sql.insertWhereMissing(partial)] : []),
  ];
}

function isPlainUpsert(state: KeyState): state is KeyState & { row: Record<string, unknown> } {
  if (state.remove || state.row === null) return false;
  const columns = Object.keys(state.set);
  return (
    columns.length > 0 &&
    columns.length === Object.keys(state.row).length - Object.keys(state.key).length &&
    columns.every((column) => state.row?.[column] === state.set[column])
  );
}

function bySameColumns<T>(items: readonly T[], columnsOf: (item: T) => Row): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const signature = Object.keys(columnsOf(item)).sort().join();
    const group = groups.get(signature);
    if (group === undefined) groups.set(signature, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** SQL for one table: every statement takes the municipality as $1 and its rows as one JSON text as $2. */
class TableSql {
  private readonly name: string;
  private readonly columns: readonly string[];
  private readonly required: readonly string[];
  private readonly keyList: string;

  constructor(
    private readonly table: TableDeclaration,
    schema: string,
    private readonly tenant: number,
  ) {
    this.name = `${escapeIdentifier(schema)}.${escapeIdentifier(table.name)}`;
    this.columns = Object.keys(table.columns);
    this.required = this.columns.filter((column) => table.columns[column]?.nullable !== true);
    this.keyList = ['tenant_id', ...table.key.map(escapeIdentifier)].join(', ');
  }

  /** PostgreSQL checks NOT NULL before it looks for the row that is there already: such rows need another statement. */
  isWhole(row: Row): boolean {
    return this.required.every((column) => row[column] !== undefined && row[column] !== null);
  }

  insert(rows: readonly Row[]): Statement {
    return this.preparable(`INSERT INTO ${this.insertFrom('')} ON CONFLICT (${this.keyList}) DO NOTHING`, rows);
  }

  insertWhereMissing(rows: readonly Row[]): Statement {
    const missing = `WHERE NOT EXISTS (SELECT FROM ${this.name} t WHERE t.tenant_id = $1 AND ${this.matches(this.table.key, '')})`;
    return {
      text: `INSERT INTO ${this.insertFrom(missing)} ON CONFLICT (${this.keyList}) DO NOTHING`,
      values: [this.tenant, JSON.stringify(rows)],
    };
  }

  upsert(states: readonly KeyState[]): Statement {
    const set = Object.keys(states[0]?.set ?? {})
      .sort()
      .map((column) => `${escapeIdentifier(column)} = excluded.${escapeIdentifier(column)}`);
    return this.preparable(
      `INSERT INTO ${this.insertFrom('')} ON CONFLICT (${this.keyList}) DO UPDATE SET ${set.join(', ')}`,
      states.map((state) => state.row ?? {}),
    );
  }

  /** All changes have the same columns in `where`, `set` and `bound`, and the same ones of `where` are null. */
  updateWhere(changes: readonly WhereChange[]): Statement {
    const first: WhereChange = changes[0] ?? { where: {}, set: {} };
    const bound = first.bound;
    const set = Object.keys(first.set).sort();
    const values = this.givenIn(first.where);
    const record = [
      ...values.map((column) => `${quoted('w_', column)} ${this.type(column)}`),
      ...set.map((column) => `${quoted('s_', column)} ${this.type(column)}`),
      ...(bound === undefined ? [] : [`${quoted('b_', bound.column)} ${this.type(bound.column)}`]),
    ];
    const rows = changes.map((change) => ({
      ...Object.fromEntries(values.map((column) => [`w_${column}`, change.where[column]])),
      ...Object.fromEntries(set.map((column) => [`s_${column}`, change.set[column]])),
      ...(change.bound === undefined ? {} : { [`b_${change.bound.column}`]: change.bound.value }),
    }));
    const limit =
      bound === undefined ? '' : ` AND t.${escapeIdentifier(bound.column)} ${bound.is} r.${quoted('b_', bound.column)}`;
    return {
      text:
        `UPDATE ${this.name} AS t SET ${set.map((column) => `${escapeIdentifier(column)} = r.${quoted('s_', column)}`).join(', ')} ` +
        `FROM json_to_recordset($2::json) AS r(${record.join(', ')}) ` +
        `WHERE t.tenant_id = $1${this.condition(first.where, 'w_')}${limit}`,
      values: [this.tenant, JSON.stringify(rows)],
    };
  }

  deleteWhere(wheres: readonly Row[]): Statement {
    const first = wheres[0] ?? {};
    const values = this.givenIn(first);
    if (values.length === 0) {
      return {
        text: `DELETE FROM ${this.name} AS t WHERE t.tenant_id = $1${this.condition(first, '')}`,
        values: [this.tenant],
      };
    }
    return {
      text:
        `DELETE FROM ${this.name} AS t USING json_to_recordset($2::json) AS r(${this.record(values)}) ` +
        `WHERE t.tenant_id = $1${this.condition(first, '')}`,
      values: [this.tenant, JSON.stringify(wheres)],
    };
  }

  private insertFrom(condition: string): string {
    const list = this.columns.map(escapeIdentifier);
    return (
      `${this.name} (tenant_id, ${list.join(', ')}) ` +
      `SELECT $1::int, ${list.map((column) => `r.${column}`).join(', ')} FROM json_to_recordset($2::json) AS r(${this.record(this.columns)}) ${condition}`
    );
  }

  private record(columns: readonly string[]): string {
    return columns.map((column) => `${escapeIdentifier(column)} ${this.type(column)}`).join(', ');
  }

  private condition(where: Row, prefix: string): string {
    const parts = [
      ...this.givenIn(where).map((column) => this.matches([column], prefix)),
      ...Object.keys(where)
        .filter((column) => where[column] === null)
        .sort()
        .map((column) => `t.${escapeIdentifier(column)} IS NULL`),
    ];
    return parts.map((part) => ` AND ${part}`).join('');
  }

  private matches(columns: readonly string[], prefix: string): string {
    return columns.map((column) => `t.${escapeIdentifier(column)} = r.${quoted(prefix, column)}`).join(' AND ');
  }

  private givenIn(where: Row): string[] {
    return Object.keys(where)
      .filter((column) => where[column] !== null)
      .sort();
  }

  private type(column: string): string {
    return this.table.columns[column]?.type ?? 'text';
  }

  /** Plans of inserts do not depend on how large the table is; those of the others do, and are made anew each time. */
  private preparable(text: string, rows: readonly Row[]): Statement {
    let name = named.get(text);
    if (name === undefined) {
      name = `lm_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
      named.set(text, name);
    }
    return { name, text, values: [this.tenant, JSON.stringify(rows)] };
  }
}

function quoted(prefix: string, column: string): string {
  return escapeIdentifier(`${prefix}${column}`);
}
