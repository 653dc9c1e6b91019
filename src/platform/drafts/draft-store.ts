import { type Pool } from 'pg';
import { inTenantQuery, withTenant } from '../db/pool.js';
import { type Sealer } from '../eventstore/sealing/sealer.js';
import { type Sql } from '../queries/query.js';

/** Where a text is written: the document (a stream) and the field of it, about a data subject. */
export interface DraftPlace {
  readonly documentId: string;
  readonly field: string;
  readonly subjectId: string;
}

export interface Draft {
  readonly field: string;
  readonly text: string;
  /** 1, 2, 3 … each time it was saved. */
  readonly version: number;
  /** ISO 8601 UTC, by the database's clock, like `registreret` of events. */
  readonly savedAt: string;
  readonly savedBy: string;
}

export type SaveOutcome =
  | { readonly outcome: 'saved'; readonly version: number; readonly savedAt: string }
  /** Somebody saved since the version that the writer saw; 0 when the draft is gone. */
  | { readonly outcome: 'stale'; readonly version: number; readonly savedAt: string; readonly savedBy: string }
  /** The data subject has been erased: there is nothing to seal with, and nothing to write about. */
  | { readonly outcome: 'erased' };

interface Row {
  readonly field: string;
  readonly subject: string;
  readonly version: number;
  readonly sealed: string;
  readonly savedAt: string;
  readonly savedBy: string;
}

const COLUMNS = `field, subject_id::text AS subject, version, encode(sealed, 'base64') AS sealed,
  to_char(saved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "savedAt", saved_by AS "savedBy"`;

/** Texts that are being written, one row for each field, sealed for the data subject and committed before the answer. */
export class DraftStore {
  constructor(
    private readonly pool: Pool,
    private readonly sealer: Sealer,
  ) {}

  /** Replaces the text when `seen` is its version; 0 means that there is none yet. */
  async save(tenant: number, place: DraftPlace, text: string, by: string, seen: number): Promise<SaveOutcome> {
    const key = (await this.sealer.keys(tenant, [place.subjectId])).get(place.subjectId);
    if (key === undefined || key === 'destroyed') return { outcome: 'erased' };
    const sealed = this.sealer.seal(tenant, where(place), key, { text });
    const { documentId, field, subjectId } = place;
    const { rows } = await inTenantQuery<Pick<Row, 'version' | 'savedAt'>>(
      this.pool,
      tenant,
      `INSERT INTO es.draft AS d (tenant_id, document_id, field, subject_id, version, sealed, saved_by)
       SELECT $1::int, $2::uuid, $3::text, $4::uuid, 1, decode($5, 'base64'), $6::text WHERE $7::int = 0
           OR EXISTS (SELECT FROM es.draft WHERE tenant_id = $1 AND document_id = $2 AND field = $3)
       ON CONFLICT (tenant_id, document_id, field) DO UPDATE
          SET version = d.version + 1, sealed = EXCLUDED.sealed, saved_by = EXCLUDED.saved_by, saved_at = clock_timestamp()
        WHERE d.version = $7
       RETURNING version, to_char(saved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "savedAt"`,
      [tenant, documentId, field, subjectId, sealed, by, seen],
    );
    const [saved] = rows;
    if (saved !== undefined) return { outcome: 'saved', ...saved };
    return this.explain(tenant, place, text, by, seen);
  }

  /** The drafts of a document, in the reader's own transaction; those of an erased person are left out. */
  async list(sql: Pick<Sql, 'query'>, tenant: number, documentId: string): Promise<readonly Draft[]> {
    const rows = await sql.query<Row>(
      `SELECT ${COLUMNS} FROM es.draft WHERE tenant_id = $1 AND document_id = $2 ORDER BY field`,
      [tenant, documentId],
    );
    return this.open(tenant, documentId, rows);
  }

  /** The drafts of a document, in a transaction of their own. */
  async all(tenant: number, documentId: string): Promise<readonly Draft[]> {
    return this.list(this.asking(tenant), tenant, documentId);
  }

  /** Queries in the municipality, each in a transaction of its own. */
  asking(tenant: number): Pick<Sql, 'query'> {
    return {
      query: async <R extends object>(text: string, values: readonly unknown[] = []) =>
        (await inTenantQuery<R & Record<string, unknown>>(this.pool, tenant, text, [...values])).rows,
    };
  }

  /** Removes a draft that the writer gives up, when it is still the version that was seen. */
  async discard(tenant: number, documentId: string, field: string, seen: number): Promise<'gone' | 'stale'> {
    return withTenant(this.pool, tenant, async (sql) => {
      const removed = await sql.query(
        'DELETE FROM es.draft WHERE tenant_id = $1 AND document_id = $2 AND field = $3 AND version = $4',
        [tenant, documentId, field, seen],
      );
      if (removed.rowCount === 1) return 'gone';
      const left = await sql.query('SELECT FROM es.draft WHERE tenant_id = $1 AND document_id = $2 AND field = $3', [
        tenant,
        documentId,
        field,
      ]);
      return left.rowCount === 0 ? 'gone' : 'stale';
    });
  }

  /** Removes drafts in the very version that is finished; what somebody has saved since stays. */
  async removeFinished(
    tenant: number,
    documentId: string,
    finished: readonly { readonly field: string; readonly version: number }[],
  ): Promise<void> {
    if (finished.length === 0) return;
    await inTenantQuery(
      this.pool,
      tenant,
      `DELETE FROM es.draft d USING unnest($3::text[], $4::int[]) AS f(field, version)
        WHERE d.tenant_id = $1 AND d.document_id = $2 AND d.field = f.field AND d.version = f.version`,
      [tenant, documentId, finished.map(({ field }) => field), finished.map(({ version }) => version)],
    );
  }

  /** Not saved: a repeat of what was saved (the answer was lost) is answered alike, anything else is stale. */
  private async explain(
    tenant: number,
    place: DraftPlace,
    text: string,
    by: string,
    seen: number,
  ): Promise<SaveOutcome> {
    const { documentId, field } = place;
    const { rows } = await inTenantQuery<Row>(
      this.pool,
      tenant,
      `SELECT ${COLUMNS} FROM es.draft WHERE tenant_id = $1 AND document_id = $2 AND field = $3`,
      [tenant, documentId, field],
    );
    const [now] = await this.open(tenant, documentId, rows);
    if (now === undefined) return { outcome: 'stale', version: 0, savedAt: '', savedBy: '' };
    const { version, savedAt, savedBy } = now;
    return version === seen + 1 && savedBy === by && now.text === text
      ? { outcome: 'saved', version, savedAt }
      : { outcome: 'stale', version, savedAt, savedBy };
  }

  private async open(tenant: number, documentId: string, rows: readonly Row[]): Promise<readonly Draft[]> {
    const opened = await this.sealer.openMany(
      tenant,
      rows.map(({ field, subject, sealed }) => ({
        ...where({ documentId, field, subjectId: subject }),
        // PostgreSQL breaks base64 into lines.
        blob: sealed.replaceAll('\n', ''),
      })),
    );
    return rows.flatMap(({ field, version, savedAt, savedBy }, index) => {
      const text = opened[index]?.['text'];
      return typeof text === 'string' ? [{ field, text, version, savedAt, savedBy }] : [];
    });
  }
}

/** A blob opens only in its own field of its own document. */
function where({ documentId, field, subjectId }: DraftPlace): { streamId: string; type: string; subjectId: string } {
  return { streamId: documentId, type: `draft/${field}`, subjectId };
}
