import { plusDage } from '../../faelles/kalender.js';
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

/** A reckoning that another took the place of. */
export interface Tidligerefrist {
  readonly status: 'rettet' | 'fremrykket';
  readonly regime: string;
  readonly regelGyldigFra: string;
  readonly hjemmel: string;
  readonly start: string;
  readonly forfald: string;
  readonly advis: string | null;
  readonly forklaring: string;
  readonly position: number;
  readonly erstattetPosition: number;
  readonly erstattetAf: string;
}

/** What was said of when it was met or lapsed, before it was put right. */
export interface Tidligereslutning {
  readonly tidspunkt: string;
  readonly erstattetPosition: number;
  readonly erstattetAf: string;
}

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
  /** What was said before, in order, when the date of what met it has been corrected. */
  readonly opfyldtHistorik: readonly Tidligereslutning[];
  readonly bortfaldet: string | null;
  readonly bortfaldetHistorik: readonly Tidligereslutning[];
  readonly bortfaldetAf: string | null;
  readonly udloestPosition: number;
  readonly udloestAf: string;
  readonly opfyldtPosition: number | null;
  readonly bortfaldetPosition: number | null;
  readonly regelGyldigFra: string;
  readonly beregnetPosition: number;
  readonly beregnetAf: string;
  /** Earlier reckonings, in order. */
  readonly historik: readonly Tidligerefrist[];
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
  readonly regler?: readonly string[] | undefined;
  readonly status?: readonly Friststatus[] | undefined;
  /** Deadlines of any of these cases, and those on any of these enkeltsager. */
  readonly omfatter?: { readonly sagIder: readonly string[]; readonly enkeltsagIder: readonly string[] } | undefined;
  /** Due on or between these local days; a deadline by the clock is due on the day of its instant. */
  readonly forfaldMellem?: { readonly fra: string; readonly til: string } | undefined;
  /** As known at this position of the log; everything when left out. */
  readonly position?: number | undefined;
  readonly efter?: readonly [string, string, string, number] | undefined;
  readonly graense: number;
}

// A forward move that came after one to an earlier day changed nothing, and so is no reckoning of its own.
const VIRKSOMME = `(SELECT a.*, b.forfald_tekst AS foer FROM lm_sagsstyring_frister.beregning a
  LEFT JOIN LATERAL (SELECT min(c.forfald_tekst) AS forfald_tekst FROM lm_sagsstyring_frister.beregning c
                      WHERE a.aarsag = 'fremrykket' AND c.tenant_id = a.tenant_id AND c.regel = a.regel AND c.noegle = a.noegle
                        AND c.position < a.position
                        AND c.position >= (SELECT max(d.position) FROM lm_sagsstyring_frister.beregning d
                                            WHERE d.tenant_id = a.tenant_id AND d.regel = a.regel AND d.noegle = a.noegle
                                              AND d.position < a.position AND d.aarsag <> 'fremrykket')) b ON true
  WHERE b.forfald_tekst IS NULL OR a.forfald_tekst < b.forfald_tekst)`;

/** A rule may have several deadlines on a key, one for each visit: only what was reckoned of this one. */
const DENS_EGNE = `b.tenant_id = $1 AND b.regel = f.regel AND b.noegle = f.noegle
                             AND (b.udloest_position IS NULL OR b.udloest_position = f.udloest_position)`;

/**
 * The corrections of when a deadline was met or lapsed. One that does not say where the corrected event stands is about
 * this deadline when it led to what is said of it now: two events of a kind may end one deadline and the other not.
 */
function slutrettelser(felt: 'opfyldt' | 'bortfaldet'): string {
  const samme = (h: string): string =>
    `${h}.tenant_id = $1 AND ${h}.regel = f.regel AND ${h}.noegle = f.noegle AND ${h}.felt = '${felt}' AND ${h}.rettet = f.${felt}_af`;
  return `lm_sagsstyring_frister.slutrettelse h
   WHERE ${samme('h')}
     AND (h.rettet_position = f.${felt}_position
          OR h.rettet_position IS NULL
             AND (h.ny = f.${felt} OR EXISTS (SELECT 1 FROM lm_sagsstyring_frister.slutrettelse s
                                              WHERE ${samme('s')} AND s.foer = h.ny AND s.position > h.position)))`;
}

/** When it ended as known at the position: what the first later correction says was said before it. */
function slutningKendtVed(felt: 'opfyldt' | 'bortfaldet', position: string): string {
  return `CASE WHEN f.${felt}_rettet_position > ${position}::bigint
               THEN coalesce((SELECT h.foer FROM ${slutrettelser(felt)} AND h.position > ${position}::bigint ORDER BY h.position LIMIT 1), f.${felt})
               ELSE f.${felt} END`;
}

/** The table, or what it would have said when the log was so long: each deadline as it was last reckoned by then. */
function kendtVed(position: string | undefined): string {
  if (position === undefined) return 'lm_sagsstyring_frister.frist';
  const kendt = (kolonne: string): string => `CASE WHEN f.${kolonne}_position <= ${position}::bigint`;
  // A correction may have taken it away, and another have given it back since.
  const bortfaldet = (kolonne: string, taget: string): string =>
    `${kendt('bortfaldet')} THEN ${kolonne} WHEN t.ny IS NOT NULL THEN ${taget} END`;
  return `(SELECT f.tenant_id, f.regel, f.noegle, f.udloest_position, f.udloest_af, f.navn, b.regime, b.regel_fra, b.hjemmel, f.ansvarlig_rolle, f.tillid,
                 f.barn_id, f.sag_id, b.start, b.forfald_tekst, b.advis, b.forklaring, b.position AS beregnet_position, b.haendelse AS beregnet_af,
                 CASE WHEN b.position = f.beregnet_position THEN f.forfald
                      WHEN length(b.forfald_tekst) > 10 THEN b.forfald_tekst::timestamptz
                      ELSE (b.forfald_tekst::date + 1)::timestamp AT TIME ZONE 'Europe/Copenhagen' - interval '1 millisecond' END AS forfald,
                 ${kendt('opfyldt')} THEN ${slutningKendtVed('opfyldt', position)} END AS opfyldt,
                 ${kendt('opfyldt')} THEN f.opfyldt_af END AS opfyldt_af,
                 ${kendt('opfyldt')} THEN f.opfyldt_position END AS opfyldt_position, f.opfyldt_rettet_position,
                 ${bortfaldet(slutningKendtVed('bortfaldet', position), 't.ny')} AS bortfaldet,
                 ${bortfaldet('f.bortfaldet_af', 't.rettelse')} AS bortfaldet_af,
                 ${bortfaldet('f.bortfaldet_position', 't.position')} AS bortfaldet_position, f.bortfaldet_rettet_position
            FROM lm_sagsstyring_frister.frist f
            JOIN LATERAL (SELECT * FROM ${VIRKSOMME} b
                           WHERE ${DENS_EGNE}
                             AND b.position BETWEEN f.udloest_position AND least(f.beregnet_position, ${position}::bigint)
                           ORDER BY b.position DESC LIMIT 1) b ON true
            LEFT JOIN LATERAL (SELECT * FROM lm_sagsstyring_frister.slutrettelse s
                                WHERE s.tenant_id = $1 AND s.regel = f.regel AND s.noegle = f.noegle AND s.felt = 'taget' AND s.rettet = f.udloest_af
                                  AND (s.rettet_position IS NULL OR s.rettet_position = f.udloest_position)
                                  AND s.position <= ${position}::bigint
                                ORDER BY s.position DESC LIMIT 1) t ON true
           WHERE f.tenant_id = $1)`;
}

/** Few are ever corrected, so the others are not looked for. */
function sluthistorik(felt: 'opfyldt' | 'bortfaldet', position: string | undefined): string {
  const kendte = position === undefined ? '' : ` AND h.position <= ${position}::bigint`;
  return `CASE WHEN f.${felt}_rettet_position IS NULL THEN '[]'::jsonb ELSE (
    SELECT coalesce(jsonb_agg(jsonb_build_object('tidspunkt', ${tid('foer', { tabel: 'h' })}, 'erstattetPosition', h.position,
             'erstattetAf', h.rettelse) ORDER BY h.position), '[]'::jsonb)
      FROM ${slutrettelser(felt)}${kendte}) END`;
}

// A deadline within seven days is due; one by the clock is due from the start. Only a correction takes away one that was met.
const STATUS = `CASE
    WHEN f.bortfaldet <= $2::timestamptz THEN 'bortfaldet'
    WHEN f.opfyldt IS NOT NULL AND f.opfyldt <= $2::timestamptz THEN CASE WHEN f.opfyldt <= f.forfald THEN 'opfyldt' ELSE 'opfyldt-for-sent' END
    WHEN f.forfald < $2::timestamptz THEN 'overskredet'
    WHEN f.forfald < $2::timestamptz + interval '7 days' THEN 'forfalder'
    ELSE 'kommende' END`;

// Most deadlines are reckoned once, so the others are looked for only where there are any.
const HISTORIK = `CASE WHEN f.beregnet_position = f.udloest_position THEN '[]'::jsonb ELSE (
    SELECT coalesce(jsonb_agg(jsonb_build_object('status', h.status, 'regime', h.regime, 'regelGyldigFra', h.regel_fra, 'hjemmel', h.hjemmel,
             'start', h.start, 'forfald', h.forfald_tekst, 'advis', h.advis, 'forklaring', h.forklaring, 'position', h.position,
             'erstattetPosition', h.naeste, 'erstattetAf', h.naeste_haendelse) ORDER BY h.position), '[]'::jsonb)
      FROM (SELECT b.*, lead(b.position) OVER raekke AS naeste, lead(b.haendelse) OVER raekke AS naeste_haendelse,
                   lead(b.aarsag) OVER raekke AS status
              FROM ${VIRKSOMME} b
             WHERE ${DENS_EGNE}
               AND b.position BETWEEN f.udloest_position AND f.beregnet_position
            WINDOW raekke AS (ORDER BY b.position)) h
     WHERE h.naeste IS NOT NULL) END`;

const tid = (kolonne: string, { tabel = 'f', dele = 'MS' } = {}): string =>
  `to_char(${tabel}.${kolonne} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.${dele}"Z"')`;

/** Deadlines, the most urgent first. Keyset paging on (forfald, regel, noegle, position). */
export async function hentFrister(sql: Sql, filter: Fristfilter): Promise<readonly Frist[]> {
  const vaerdier: unknown[] = [filter.kommune, filter.pr];
  const betingelser = ['f.tenant_id = $1', 'f.forfald IS NOT NULL'];
  const parameter = (vaerdi: unknown): string => `$${vaerdier.push(vaerdi)}`;
  if (filter.sagsbehandler !== undefined) betingelser.push(`a.sagsbehandler = ${parameter(filter.sagsbehandler)}`);
  if (filter.team !== undefined) betingelser.push(`a.team = ${parameter(filter.team)}`);
  if (filter.sagId !== undefined) betingelser.push(`f.sag_id = ${parameter(filter.sagId)}`);
  if (filter.enkeltsagId !== undefined) betingelser.push(`f.noegle = ${parameter(filter.enkeltsagId)}`);
  if (filter.regel !== undefined) betingelser.push(`f.regel = ${parameter(filter.regel)}`);
  if (filter.regler !== undefined) betingelser.push(`f.regel = ANY (${parameter(filter.regler)}::text[])`);
  if (filter.omfatter !== undefined) {
    const { sagIder, enkeltsagIder } = filter.omfatter;
    betingelser.push(
      `(f.sag_id = ANY (${parameter(sagIder)}::uuid[]) OR f.noegle = ANY (${parameter(enkeltsagIder)}::uuid[]))`,
    );
  }
  if (filter.forfaldMellem !== undefined) {
    const doegn = (dag: string): string => `(${parameter(dag)}::date)::timestamp AT TIME ZONE 'Europe/Copenhagen'`;
    betingelser.push(`f.forfald >= ${doegn(filter.forfaldMellem.fra)}`);
    betingelser.push(`f.forfald < ${doegn(plusDage(filter.forfaldMellem.til, 1))}`);
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
  const position = filter.position === undefined ? undefined : parameter(filter.position);
  return sql.query<Frist>(
    `SELECT f.regel, f.navn, f.regime, f.hjemmel, f.tillid, f.ansvarlig_rolle AS "ansvarligRolle", f.barn_id AS "barnId", f.sag_id AS "sagId",
            f.noegle AS "enkeltsagId", a.sagsbehandler, a.team, f.start, f.forfald_tekst AS forfald, f.advis::text AS advis, f.forklaring,
            ${STATUS} AS status, ${tid('opfyldt')} AS opfyldt, f.opfyldt_af AS "opfyldtAf", ${sluthistorik('opfyldt', position)} AS "opfyldtHistorik",
            ${tid('bortfaldet')} AS bortfaldet, f.bortfaldet_af AS "bortfaldetAf", ${sluthistorik('bortfaldet', position)} AS "bortfaldetHistorik",
            f.udloest_position::float8 AS "udloestPosition", f.udloest_af AS "udloestAf", f.opfyldt_position::float8 AS "opfyldtPosition",
            f.bortfaldet_position::float8 AS "bortfaldetPosition",
            f.regel_fra::text AS "regelGyldigFra", f.beregnet_position::float8 AS "beregnetPosition", f.beregnet_af AS "beregnetAf",
            ${HISTORIK} AS historik, ${tid('forfald', { dele: 'US' })} AS "forfaldTid"
       FROM ${kendtVed(position)} f
       LEFT JOIN lm_sagsstyring_frister.ansvar a ON a.tenant_id = $1 AND a.sag_id = f.sag_id
      WHERE ${betingelser.join(' AND ')}
      ORDER BY f.forfald, f.regel, f.noegle, f.udloest_position
      LIMIT ${parameter(filter.graense)}`,
    vaerdier,
  );
}
