import { type Aktoer } from '../auth/actor.js';
import { type AccessLogEntry, type Sql } from './query.js';

export interface Access {
  readonly aktoer: Pick<Aktoer, 'id' | 'kommune' | 'roller'>;
  readonly rute: string;
  readonly korrelation: string;
}

/** Writes who looked at whose data, one row for each child and case, in the transaction that read it. */
export async function writeAccessLog(
  sql: Pick<Sql, 'query'>,
  access: Access,
  entries: readonly AccessLogEntry[],
): Promise<void> {
  const distinct = [...new Map(entries.map((entry) => [`${entry.barnId}/${entry.sagId ?? ''}`, entry])).values()];
  if (distinct.length === 0) return;
  await sql.query(
    `INSERT INTO es.access_log (tenant_id, bruger, roller, rute, barn_id, sag_id, korrelation)
     SELECT $1, $2, $3::text[], $4, u.barn_id, u.sag_id, $5 FROM unnest($6::uuid[], $7::uuid[]) AS u(barn_id, sag_id)`,
    [
      access.aktoer.kommune,
      access.aktoer.id,
      access.aktoer.roller,
      access.rute,
      access.korrelation,
      distinct.map((entry) => entry.barnId),
      distinct.map((entry) => entry.sagId ?? null),
    ],
  );
}
