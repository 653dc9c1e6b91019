import { type Pool } from 'pg';
import { TenantReader } from '../tenant-reader.js';
import { type SubjectKeySource, type WrappedKey } from './subject-keys.js';

export class PostgresSubjectKeys implements SubjectKeySource {
  private readonly reader: TenantReader;

  constructor(pool: Pool) {
    this.reader = new TenantReader(pool);
  }

  async load(tenant: number, subjectIds: readonly string[]): Promise<readonly WrappedKey[]> {
    const rows = await this.reader.read(tenant, {
      name: 'es_subject_keys',
      text: `SELECT k.subject_id, k.kek_id, encode(k.wrapped_key, 'hex') FROM es.subject_key k WHERE k.tenant_id = $1 AND k.subject_id = ANY ($2::uuid[])`,
      values: [tenant, subjectIds],
    });
    return rows.map(([subjectId, kekId, wrapped]) => ({
      subjectId: subjectId ?? '',
      kekId: kekId ?? '',
      wrapped: wrapped === null || wrapped === undefined ? 'destroyed' : Buffer.from(wrapped, 'hex'),
    }));
  }
}
