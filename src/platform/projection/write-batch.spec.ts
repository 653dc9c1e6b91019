import fc from 'fast-check';
import { type Pool } from 'pg';
import { createPool, withTenant } from '../db/pool.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { type Bound, type Projection, type Row, type TableDeclaration, type Writer } from './projection.js';
import { WriteError } from './operator-log.js';
import { ReadModelSchema } from './read-model-schema.js';
import { statementsOf } from './write-statements.js';
import { WriteBatch } from './write-batch.js';

const table: TableDeclaration = {
  name: 'ting',
  columns: {
    a: { type: 'int' },
    b: { type: 'text' },
    navn: { type: 'text' },
    tal: { type: 'int', nullable: true },
    maerker: { type: 'text[]', nullable: true },
    mere: { type: 'jsonb', nullable: true },
  },
  key: ['a', 'b'],
  indexes: [{ columns: ['tal'], where: 'tal IS NOT NULL' }],
};
const projection: Projection = {
  name: 'proeve.skriv',
  version: 1,
  contexts: [],
  events: '*',
  tables: [table],
  project: () => undefined,
};
const SCHEMA = 'lm_proeve_skriv';

type Op = (write: Writer) => void;

/** The table as if each call had been carried out at once: what a reader of `Writer` would expect. */
class PlainTable implements Writer {
  readonly rows = new Map<string, Record<string, unknown>>();

  insert(_table: string, row: Row): void {
    if (!this.rows.has(key(row))) this.rows.set(key(row), { tal: null, maerker: null, mere: null, ...row });
  }
  upsert(_table: string, row: Row): void {
    this.rows.set(key(row), { tal: null, maerker: null, mere: null, ...this.rows.get(key(row)), ...row });
  }
  update(_table: string, where: Row, set: Row): void {
    this.updateWhere(_table, where, set);
  }
  updateWhere(_table: string, where: Row, set: Row, bound?: Bound): void {
    for (const row of this.matching(where)) if (bound === undefined || isWithin(row, bound)) Object.assign(row, set);
  }
  deleteWhere(_table: string, where: Row): void {
    for (const row of this.matching(where)) this.rows.delete(key(row));
  }
  private matching(where: Row): Record<string, unknown>[] {
    return [...this.rows.values()].filter((row) =>
      Object.entries(where).every(([column, value]) => row[column] === value),
    );
  }
}

function isWithin(row: Row, { column, is, value }: Bound): boolean {
  const there = row[column];
  if (there === null || there === undefined) return false;
  return is === '>' ? Number(there) > Number(value) : Number(there) <= Number(value);
}

function key(row: Row): string {
  return `${String(row['a'])}/${String(row['b'])}`;
}

let database: TestDatabase;
let pool: Pool;
let owner: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.appUrl, { name: 'write-batch-app' });
  owner = createPool(database.ownerUrl, { name: 'write-batch-owner' });
  await new ReadModelSchema(owner).ensure(projection);
});

afterAll(async () => {
  await pool.end();
  await owner.end();
  await database.drop();
});

async function carryOut(ops: readonly Op[], size: number): Promise<readonly Row[]> {
  return withTenant(pool, 840, async (sql) => {
    await sql.query(`DELETE FROM ${SCHEMA}.ting WHERE tenant_id = 840`);
    for (let from = 0; from < ops.length; from += size) {
      const batch = new WriteBatch(WriteBatch.tablesByName([table]));
      for (const op of ops.slice(from, from + size)) op(batch);
      for (const statement of statementsOf(batch, SCHEMA, 840)) await sql.query(statement);
    }
    return (
      await sql.query<Record<string, unknown>>(
        `SELECT a, b, navn, tal, maerker, mere FROM ${SCHEMA}.ting WHERE tenant_id = 840 ORDER BY a, b`,
      )
    ).rows;
  });
}

function expected(ops: readonly Op[]): readonly Row[] {
  const plain = new PlainTable();
  for (const op of ops) op(plain);
  return [...plain.rows.values()].sort(
    (x, y) => Number(x['a']) - Number(y['a']) || (String(x['b']) < String(y['b']) ? -1 : 1),
  );
}

const whole = (a: number, b: string, more: Row = {}): Row => ({ a, b, navn: 'n', ...more });

describe('a batch leaves what its calls one by one would leave', () => {
  const cases: readonly [string, readonly Op[]][] = [
    [
      'insert leaves an existing row alone',
      [
        (w) => {
          w.insert('ting', whole(1, 'x', { tal: 1 }));
        },
        (w) => {
          w.insert('ting', whole(1, 'x', { tal: 2 }));
        },
      ],
    ],
    [
      'upsert changes only the given columns',
      [
        (w) => {
          w.insert('ting', whole(1, 'x', { tal: 1 }));
        },
        (w) => {
          w.upsert('ting', whole(1, 'x', { navn: 'ny' }));
        },
      ],
    ],
    [
      'upsert may leave out columns of a row that exists',
      [
        (w) => {
          w.insert('ting', whole(1, 'x', { tal: 1 }));
        },
        (w) => {
          w.upsert('ting', { a: 1, b: 'x', tal: 7 });
        },
      ],
    ],
    [
      'update of a missing row does nothing, also when it is inserted later',
      [
        (w) => {
          w.update('ting', { a: 1, b: 'x' }, { tal: 9 });
        },
        (w) => {
          w.insert('ting', whole(1, 'x'));
        },
      ],
    ],
    [
      'updateWhere sees rows of the same batch',
      [
        (w) => {
          w.insert('ting', whole(1, 'x'));
        },
        (w) => {
          w.insert('ting', whole(2, 'x'));
        },
        (w) => {
          w.updateWhere('ting', { navn: 'n' }, { tal: 3 });
        },
        (w) => {
          w.insert('ting', whole(3, 'x'));
        },
      ],
    ],
    [
      'null in a condition means IS NULL',
      [
        (w) => {
          w.insert('ting', whole(1, 'x'));
        },
        (w) => {
          w.insert('ting', whole(1, 'y', { tal: 1 }));
        },
        (w) => {
          w.updateWhere('ting', { a: 1, tal: null }, { tal: 4 });
        },
        (w) => {
          w.updateWhere('ting', { a: 1, tal: null }, { tal: 5 });
        },
      ],
    ],
    [
      'of two bounds on one row the lower stays, in whichever order they come',
      [
        (w) => {
          w.insert('ting', whole(1, 'x', { tal: 9 }));
        },
        (w) => {
          w.updateWhere('ting', { a: 1 }, { tal: 3 }, { column: 'tal', is: '>', value: 3 });
        },
        (w) => {
          w.updateWhere('ting', { a: 1 }, { tal: 5 }, { column: 'tal', is: '>', value: 5 });
        },
        (w) => {
          w.updateWhere('ting', { a: 1, b: 'x' }, { navn: 'm' }, { column: 'tal', is: '<=', value: 4 });
        },
      ],
    ],
    [
      'a deleted key can be inserted again',
      [
        (w) => {
          w.insert('ting', whole(1, 'x', { tal: 1 }));
        },
        (w) => {
          w.deleteWhere('ting', { a: 1, b: 'x' });
        },
        (w) => {
          w.upsert('ting', whole(1, 'x'));
        },
      ],
    ],
    [
      'deletes by a part of the key',
      [
        (w) => {
          w.insert('ting', whole(1, 'x'));
        },
        (w) => {
          w.insert('ting', whole(2, 'x'));
        },
        (w) => {
          w.deleteWhere('ting', { a: 1 });
        },
        (w) => {
          w.deleteWhere('ting', { a: 2 });
        },
        (w) => {
          w.insert('ting', whole(2, 'y'));
        },
      ],
    ],
    [
      'lists and objects keep their shape',
      [
        (w) => {
          w.upsert('ting', whole(1, 'x', { maerker: ['b', 'a'], mere: { z: [1, null] } }));
        },
      ],
    ],
  ];

  it.each(cases)('%s', async (_title, ops) => {
    for (const size of [1, 2, 100]) {
      expect(await carryOut(ops, size)).toEqual(expected(ops));
    }
  });

  it('any sequence of calls in batches of any size', async () => {
    const a = fc.integer({ min: 1, max: 3 });
    const b = fc.constantFrom('x', 'y');
    const tal = fc.option(fc.integer({ min: 0, max: 3 }));
    const navn = fc.constantFrom('n', 'm');
    const op: fc.Arbitrary<Op> = fc.oneof(
      fc.record({ a, b, navn, tal }).map((row): Op => (w) => {
        w.insert('ting', row);
      }),
      fc.record({ a, b, navn, tal }, { requiredKeys: ['a', 'b', 'navn'] }).map((row): Op => (w) => {
        w.upsert('ting', row);
      }),
      fc.record({ a, b, set: fc.record({ navn, tal }, { requiredKeys: [] }) }).map(({ set, ...k }): Op => (w) => {
        w.update('ting', k, set);
      }),
      fc
        .record({ where: fc.record({ a, tal }), set: fc.record({ navn, tal }, { requiredKeys: [] }) })
        .map(({ where, set }): Op => (w) => {
          w.updateWhere('ting', where, set);
        }),
      fc
        .record({
          where: fc.oneof(fc.record({ a }), fc.record({ a, b }), fc.record({ b, navn })),
          set: fc.record({ navn, tal }, { requiredKeys: [] }),
          bound: fc.record({
            column: fc.constant('tal'),
            is: fc.constantFrom('>' as const, '<=' as const),
            value: fc.integer({ min: 0, max: 3 }),
          }),
        })
        .map(({ where, set, bound }): Op => (w) => {
          w.updateWhere('ting', where, set, bound);
        }),
      fc.record({ where: fc.record({ b, navn }), tal }).map(({ where, tal: t }): Op => (w) => {
        w.updateWhere('ting', where, { tal: t });
      }),
      fc.record({ a, b }).map((where): Op => (w) => {
        w.deleteWhere('ting', where);
      }),
      fc.record({ a, tal }).map((where): Op => (w) => {
        w.deleteWhere('ting', where);
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(op, { maxLength: 40 }), fc.integer({ min: 1, max: 40 }), async (ops, size) => {
        expect(await carryOut(ops, size)).toEqual(expected(ops));
      }),
      { numRuns: 1000 },
    );
  });
});

it('rows that are put in and changed by condition in turn are two statements, and come out as one by one', async () => {
  // As deadlines are: opened, and met by a condition on a part of the key and on what the change itself sets.
  const opened =
    (a: number): Op =>
    (w) => {
      w.insert('ting', whole(a, 'x'));
    };
  const met =
    (a: number, tal: number): Op =>
    (w) => {
      w.updateWhere('ting', { a, tal: null }, { tal, navn: 'm' });
    };
  const ops = [opened(1), met(1, 10), opened(2), met(9, 90), opened(3), met(2, 20), met(2, 21), met(8, 80), opened(4)];
  const batch = new WriteBatch(WriteBatch.tablesByName([table]));
  for (const op of ops) op(batch);
  expect(statementsOf(batch, SCHEMA, 840)).toHaveLength(2);
  for (const size of [1, 3, 100]) expect(await carryOut(ops, size)).toEqual(expected(ops));
});

describe('a projection that asks for something its declaration does not allow is told so', () => {
  const batch = (): WriteBatch => new WriteBatch(WriteBatch.tablesByName([table]));

  it.each<[string, Op]>([
    [
      'an unknown table',
      (w) => {
        w.insert('andet', { a: 1 });
      },
    ],
    [
      'an unknown column',
      (w) => {
        w.insert('ting', { a: 1, b: 'x', findes_ikke: 1 });
      },
    ],
    [
      'a missing key column',
      (w) => {
        w.insert('ting', { a: 1 });
      },
    ],
    [
      'a change of a key column',
      (w) => {
        w.update('ting', { a: 1, b: 'x' }, { a: 2 });
      },
    ],
    [
      'an empty condition',
      (w) => {
        w.deleteWhere('ting', {});
      },
    ],
    [
      'a condition without a value',
      (w) => {
        w.deleteWhere('ting', { a: 1, navn: undefined });
      },
    ],
  ])('%s', (_title, op) => {
    expect(() => {
      op(batch());
    }).toThrow(WriteError);
  });
});

it('another municipality sees nothing, not even without a condition', async () => {
  await carryOut(
    [
      (w) => {
        w.insert('ting', whole(1, 'x'));
      },
    ],
    1,
  );
  for (const [who, tenant] of [
    [pool, 841],
    [owner, 841],
  ] as const) {
    const { rows } = await withTenant(who, tenant, (sql) => sql.query(`SELECT a FROM ${SCHEMA}.ting`));
    expect(rows).toEqual([]);
  }
});
