import { type Sql } from '../../platform/queries/query.js';

export const FRISTSTATUS = [
  'kommende',
  'forfalder',
  'overskredet',
  'opfyldt',
  'opfyldt-for-sent',
  'bortfaldet',
] as const;
export type Friststatus = (typeof FRISTSTATUS)[number];

export interface Frist {
  readonly regel: string;
  readonly navn: string;
  readonly regime: string;
  readonly hjemmel: string;
  readonly tillid: string;
  readonly ansvarligRolle: string;
  readonly barnId: string | null;
  readonly sagId: string | null;
  readonly enkeltsagId: string;
  readonly sagsbehandler: string | null;
  readonly team: string | null;
  readonly start: string;
  readonly forfald: string;
  readonly advis: string | null;
  readonly forklaring: string;
  readonly status: Friststatus;
  readonly opfyldt: string | null;
  readonly opfyldtAf: string | null;
  readonly udloestPosition: number;
  readonly opfyldtPosition: number | null;
  /** ISO instant of the end of the due day, for the cursor. */
  readonly forfaldTid: string;
}

export interface Fristfilter {
  readonly kommune: number;
  /** The instant that statuses are computed at. */
  readonly pr: string;
  readonly sagsbehandler?: string | undefined;
  readonly team?: string | undefined;
  readonly sagId?: string | undefined;
  readonly enkeltsagId?: string | undefined;
  readonly regel?: string | undefined;
  readonly status?: readonly Friststatus[] | undefined;
  readonly efter?: readonly [string, string, string, number] | undefined;
  readonly graense: number;
}

// A deadline within seven days is due; one by the clock is due from the start. A citizen's own deadline runs out without
// anybody having broken it.
const STATUS = `CASE
    WHEN f.opfyldt IS NOT NULL AND f.opfyldt <= $2::timestamptz THEN CASE WHEN f.opfyldt <= f.forfald THEN 'opfyldt' ELSE 'opfyldt-for-sent' END
    WHEN f.bortfaldet_position IS NOT NULL THEN 'bortfaldet'
    WHEN f.forfald < $2::timestamptz AND f.ansvarlig_rolle = 'PART' THEN 'bortfaldet'
    WHEN f.forfald < $2::timestamptz THEN 'overskredet'
    WHEN f.forfald < $2::timestamptz + interval '7 days' THEN 'forfalder'
    ELSE 'kommende' END`;

/** Deadlines, the most urgent first. Keyset paging on (forfald, regel, noegle, position). */
export async function hentFrister(sql: Sql, filter: Fristfilter): Promise<readonly Frist[]> {
  const vaerdier: unknown[] = [filter.kommune, filter.pr];
  const betingelser = ['f.tenant_id = $1'];
  const parameter = (vaerdi: unknown): string => `$${vaerdier.push(vaerdi)}`;
  if (filter.sagsbehandler !== undefined) betingelser.push(`a.sagsbehandler = ${parameter(filter.sagsbehandler)}`);
  if (filter.team !== undefined) betingelser.push(`a.team = ${parameter(filter.team)}`);
  if (filter.sagId !== undefined) betingelser.push(`f.sag_id = ${parameter(filter.sagId)}`);
  if (filter.enkeltsagId !== undefined) betingelser.push(`f.noegle = ${parameter(filter.enkeltsagId)}`);
  if (filter.regel !== undefined) betingelser.push(`f.regel = ${parameter(filter.regel)}`);
  if (filter.status !== undefined) {
    betingelser.push(`${STATUS} = ANY (${parameter(filter.status)})`);
    if (filter.status.length === 1 && filter.status[0] === 'overskredet')
      betingelser.push('f.forfald < $2::timestamptz');
  }
  if (filter.efter !== undefined) {
    const [forfald, regel, noegle, position] = filter.efter;
    betingelser.push(
      `(f.forfald, f.regel, f.noegle, f.udloest_position) > (${parameter(forfald)}::timestamptz, ${parameter(regel)}, ${parameter(noegle)}::uuid, ${parameter(position)}::bigint)`,
    );
  }
  return sql.query<Frist>(
    `SELECT f.regel, f.navn, f.regime, f.hjemmel, f.tillid, f.ansvarlig_rolle AS "ansvarligRolle", f.barn_id AS "barnId", f.sag_id AS "sagId",
            f.noegle AS "enkeltsagId", a.sagsbehandler, a.team, f.start, f.forfald_tekst AS forfald, f.advis::text AS advis, f.forklaring,
            ${STATUS} AS status, to_char(f.opfyldt AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS opfyldt, f.opfyldt_af AS "opfyldtAf",
            f.udloest_position::float8 AS "udloestPosition", f.opfyldt_position::float8 AS "opfyldtPosition",
            to_char(f.forfald AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "forfaldTid"
       FROM lm_sagsstyring_frister.frist f
       LEFT JOIN lm_sagsstyring_frister.ansvar a ON a.tenant_id = $1 AND a.sag_id = f.sag_id
      WHERE ${betingelser.join(' AND ')}
      ORDER BY f.forfald, f.regel, f.noegle, f.udloest_position
      LIMIT ${parameter(filter.graense)}`,
    vaerdier,
  );
}
