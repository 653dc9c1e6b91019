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
  /** Deadlines of any of these cases, and those on any of these enkeltsager. */
  readonly omfatter?: { readonly sagIder: readonly string[]; readonly enkeltsagIder: readonly string[] } | undefined;
  /** As known at this position of the log; everything when left out. */
  readonly position?: number | undefined;
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

/** The table, or what it would have said when the log was so long. */
function kendtVed(position: string | undefined): string {
  const tabel = 'lm_sagsstyring_frister.frist';
  if (position === undefined) return tabel;
  const rykket = `(foer->>'position')::bigint > ${position}::bigint`;
  return `(SELECT tenant_id, regel, noegle, udloest_position, navn, regime, hjemmel, ansvarlig_rolle, tillid, barn_id, sag_id, start,
                 CASE WHEN ${rykket} THEN (foer->>'forfaldTid')::timestamptz ELSE forfald END AS forfald,
                 CASE WHEN ${rykket} THEN foer->>'forfald' ELSE forfald_tekst END AS forfald_tekst,
                 CASE WHEN ${rykket} THEN (foer->>'advis')::date ELSE advis END AS advis,
                 CASE WHEN ${rykket} THEN foer->>'forklaring' ELSE forklaring END AS forklaring,
                 CASE WHEN opfyldt_position <= ${position}::bigint THEN opfyldt END AS opfyldt,
                 CASE WHEN opfyldt_position <= ${position}::bigint THEN opfyldt_af END AS opfyldt_af,
                 CASE WHEN opfyldt_position <= ${position}::bigint THEN opfyldt_position END AS opfyldt_position,
                 CASE WHEN bortfaldet_position <= ${position}::bigint THEN bortfaldet_position END AS bortfaldet_position
            FROM ${tabel} WHERE tenant_id = $1 AND udloest_position <= ${position}::bigint)`;
}

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
  if (filter.omfatter !== undefined) {
    const { sagIder, enkeltsagIder } = filter.omfatter;
    betingelser.push(
      `(f.sag_id = ANY (${parameter(sagIder)}::uuid[]) OR f.noegle = ANY (${parameter(enkeltsagIder)}::uuid[]))`,
    );
  }
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
       FROM ${kendtVed(filter.position === undefined ? undefined : parameter(filter.position))} f
       LEFT JOIN lm_sagsstyring_frister.ansvar a ON a.tenant_id = $1 AND a.sag_id = f.sag_id
      WHERE ${betingelser.join(' AND ')}
      ORDER BY f.forfald, f.regel, f.noegle, f.udloest_position
      LIMIT ${parameter(filter.graense)}`,
    vaerdier,
  );
}
