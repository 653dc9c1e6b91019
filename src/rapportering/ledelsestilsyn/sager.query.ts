import { kendtDag } from '../../platform/corrections/known-days.js';
import { type Sql } from '../../platform/queries/query.js';
import { aabnePerioder, gjaldt, PERIODENS_BEGYNDELSE } from '../noegletal/noegletal.query.js';

/** A date and what was known: every figure here can be asked as of both. */
export interface Opgoerelse {
  readonly kommune: number;
  /** Local date; the end of that day. */
  readonly pr: string;
  readonly position: number;
}

export interface AabenSag {
  readonly sagId: string;
  readonly barnId: string;
  readonly omraade: string;
  readonly sagsbehandler: string | null;
  readonly team: string | null;
  readonly aabnet: string;
  /** The latest day on which something was done in the case. */
  readonly aktivitet: string | null;
}

const MED_TEAM = ' AND x.team IS NOT NULL';

/** The cases that were open at the end of the day (M01), with who had them then: not today's caseworker and team. */
export async function hentAabneSager(
  sql: Sql,
  { kommune, pr, position }: Opgoerelse,
  valg: { readonly team?: string | undefined; readonly sagsbehandler?: string | undefined } = {},
): Promise<readonly AabenSag[]> {
  const sager = await sql.query<AabenSag>(
    `SELECT DISTINCT ON (p.sag_id) p.sag_id AS "sagId", p.barn_id AS "barnId", ${gjaldt('omraade', 'omraade')} AS omraade,
            ${gjaldt('ansvar', 'sagsbehandler')} AS sagsbehandler, ${gjaldt('ansvar', 'team', MED_TEAM)} AS team,
            ${PERIODENS_BEGYNDELSE}::text AS aabnet,
            (SELECT max(a.dag)::text FROM lm_rapportering_ledelsestilsyn.aktivitet a
              WHERE a.tenant_id = $1 AND a.sag_id = p.sag_id AND a.dag <= $2 AND a.position <= $3
                AND (a.rettet_position IS NULL OR a.rettet_position > $3)) AS aktivitet
       FROM ${aabnePerioder()}
      ORDER BY p.sag_id, ${PERIODENS_BEGYNDELSE} DESC`,
    [kommune, pr, position],
  );
  return sager.filter(
    (sag) =>
      (valg.team === undefined || sag.team === valg.team) &&
      (valg.sagsbehandler === undefined || sag.sagsbehandler === valg.sagsbehandler),
  );
}

export interface Ansvar {
  readonly sagsbehandler: string | null;
  readonly team: string | null;
}

/** Who had the cases on the day, open or closed. */
export async function hentAnsvar(
  sql: Sql,
  { kommune, pr, position }: Opgoerelse,
  sagIder: readonly string[],
): Promise<ReadonlyMap<string, Ansvar>> {
  const raekker = await sql.query<Ansvar & { readonly sagId: string }>(
    `SELECT p.sag_id AS "sagId", ${gjaldt('ansvar', 'sagsbehandler')} AS sagsbehandler,
            ${gjaldt('ansvar', 'team', MED_TEAM)} AS team
       FROM unnest($4::uuid[]) p(sag_id)`,
    [kommune, pr, position, [...new Set(sagIder)]],
  );
  return new Map(raekker.map(({ sagId, sagsbehandler, team }) => [sagId, { sagsbehandler, team }]));
}

/** Since when the cases have been with the one who had them on the day, without having been with another in between. */
export async function hentHosSiden(
  sql: Sql,
  { kommune, pr, position }: Opgoerelse,
  sagIder: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const raekker = await sql.query<{ readonly sagId: string; readonly siden: string }>(
    `WITH kendt AS (SELECT sag_id, sagsbehandler, fra,
                           lag(sagsbehandler) OVER (PARTITION BY sag_id ORDER BY fra, haendelse_position) AS foer
                      FROM lm_rapportering_noegletal.ansvar
                     WHERE tenant_id = $1 AND fra <= $2 AND position <= $3 AND (rettet_position IS NULL OR rettet_position > $3) AND sag_id = ANY ($4::uuid[]))
     SELECT sag_id AS "sagId", max(fra)::text AS siden FROM kendt WHERE sagsbehandler IS DISTINCT FROM foer GROUP BY sag_id`,
    [kommune, pr, position, sagIder],
  );
  return new Map(raekker.map(({ sagId, siden }) => [sagId, siden]));
}

export interface IndsatsUdenPlan {
  readonly indsatsId: string;
  readonly sagId: string;
  readonly indsatsnavn: string;
  readonly hjemmel: string;
  readonly afgoerelse: string;
  /** It was decided with a reason that no plan is made, or that it could not wait for one. */
  readonly undtaget: boolean;
}

const T = 'lm_rapportering_ledelsestilsyn';
const kendt = (raekke: string, noegle: string, kolonne: string, haendelse: string) =>
  kendtDag({ ...{ skema: T, raekke, noegle, kolonne, haendelse }, kommune: '$1', position: '$3' });
const AFGOERELSE = kendt('i', 'indsats_id', 'afgoerelse', 'position');
const IVAERKSAT = kendt('i', 'indsats_id', 'ivaerksat', 'ivaerksat_position');
const OPHOERT = kendt('i', 'indsats_id', 'ophoert', 'ophoert_position');
const GODKENDT = kendt('p', 'plan_id', 'godkendt', 'position');
const SLUT = kendt('p', 'plan_id', 'slut', 'slut_position');

/** Measures that ran on the day, that the law wants a plan for, in a case without a plan in force. */
export async function hentIndsatserUdenPlan(
  sql: Sql,
  { kommune, pr, position }: Opgoerelse,
): Promise<readonly IndsatsUdenPlan[]> {
  return sql.query<IndsatsUdenPlan>(
    `SELECT i.indsats_id AS "indsatsId", i.sag_id AS "sagId", i.indsatsnavn, i.hjemmel, ${AFGOERELSE.dag}::text AS afgoerelse,
            i.plan_undtaget AS undtaget
       FROM ${T}.indsats i ${AFGOERELSE.fra} ${IVAERKSAT.fra} ${OPHOERT.fra}
      WHERE i.tenant_id = $1 AND i.plan_kraeves AND i.position <= $3
        AND ${IVAERKSAT.dag} <= $2 AND i.ivaerksat_position <= $3
        AND (i.ophoert IS NULL OR ${OPHOERT.dag} > $2 OR i.ophoert_position > $3)
        AND NOT EXISTS (SELECT 1 FROM ${T}.plan p ${GODKENDT.fra} ${SLUT.fra}
                         WHERE p.tenant_id = $1 AND p.sag_id = i.sag_id AND ${GODKENDT.dag} <= $2 AND p.position <= $3
                           AND (p.slut IS NULL OR ${SLUT.dag} > $2 OR p.slut_position > $3))
      ORDER BY ${AFGOERELSE.dag}, i.indsats_id`,
    [kommune, pr, position],
  );
}
