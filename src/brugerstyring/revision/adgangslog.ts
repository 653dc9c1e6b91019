import { type Sql } from '../../platform/queries/query.js';

export interface Adgangsvalg {
  readonly kommune: number;
  readonly barnId?: string;
  readonly sagId?: string;
  readonly bruger?: string;
  readonly foerId?: number;
  readonly graense: number;
}

export interface Adgangsraekke {
  readonly id: number;
  readonly tid: string;
  readonly bruger: string;
  readonly roller: string[];
  readonly rute: string;
  readonly barnId: string | null;
  readonly sagId: string | null;
  readonly korrelation: string;
}

/** Newest first. */
export function hentAdgangslog(sql: Pick<Sql, 'query'>, valg: Adgangsvalg): Promise<readonly Adgangsraekke[]> {
  return sql.query<Adgangsraekke>(
    `SELECT a.id::float8 AS id, to_char(a.tid AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS tid, a.bruger, a.roller, a.rute,
            a.barn_id AS "barnId", a.sag_id AS "sagId", a.korrelation
       FROM es.access_log a
      WHERE a.tenant_id = $1 AND ($2::uuid IS NULL OR a.barn_id = $2) AND ($3::uuid IS NULL OR a.sag_id = $3) AND ($4::text IS NULL OR a.bruger = $4)
        AND ($5::bigint IS NULL OR a.id < $5)
      ORDER BY a.id DESC LIMIT $6`,
    [valg.kommune, valg.barnId ?? null, valg.sagId ?? null, valg.bruger ?? null, valg.foerId ?? null, valg.graense],
  );
}
