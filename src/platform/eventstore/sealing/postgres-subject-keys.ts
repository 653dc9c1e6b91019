import { type Pool } from 'pg';
import { AppendCoalescer } from '../append-coalescer.js';
import { TenantReader } from '../tenant-reader.js';
import { type SubjectKeySource, type WrappedKey } from './subject-keys.js';

/** Each person a municipality registers is looked up once before the first key: under load many in one statement. */
export class PostgresSubjectKeys implements SubjectKeySource {
  private readonly reader: TenantReader;
  private readonly coalescer = new AppendCoalescer<readonly string[], ReadonlyMap<string, WrappedKey>>({
    limits: { items: 200, bytes: 5000 },
    bytesOf: (ids) => ids.length,
    compatible: () => true,
    run: async (tenant, lists) => {
      const found = new Map((await this.read(tenant, [...new Set(lists.flat())])).map((key) => [key.subjectId, key]));
      return lists.map(() => found);
    },
  });

  constructor(pool: Pool) {
    this.reader = new TenantReader(pool);
  }

  async load(tenant: number, subjectIds: readonly string[]): Promise<readonly WrappedKey[]> {
    const found = await this.coalescer.add(tenant, subjectIds);
    return subjectIds.flatMap((id) => found.get(id) ?? []);
  }

  private async read(tenant: number, subjectIds: readonly string[]): Promise<readonly WrappedKey[]> {
    const rows = await this.reader.read(tenant, {
      name: 'es_subject_keys',
      text: `SELECT k.subject_id, k.kek_id, encode(k.wrapped_key, 'hex') FROM unnest($2::uuid[]) u(id), LATERAL
               (SELECT * FROM es.subject_key s WHERE s.tenant_id = $1 AND s.subject_id = u.id OFFSET 0) k WHERE k.tenant_id = $1`,
      values: [tenant, subjectIds],
      anyPlanDoes: true,
    });
    return rows.map(([subjectId, kekId, wrapped]) => ({
      subjectId: subjectId ?? '',
      kekId: kekId ?? '',
      wrapped: wrapped === null || wrapped === undefined ? 'destroyed' : Buffer.from(wrapped, 'hex'),
    }));
  }
}
