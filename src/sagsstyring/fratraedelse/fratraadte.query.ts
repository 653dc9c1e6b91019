import { type Sql } from '../../platform/queries/query.js';

/** Everything that is known. */
const ALT = Number.MAX_SAFE_INTEGER;

/**
 * Those who have left: the last day is past, or the handover of their cases is finished. Last day by user, as known at a
 * position. A handover that was withdrawn counts no more.
 */
export async function hentFratraadte(
  sql: Sql,
  kommune: number,
  { iDag, position = ALT }: { readonly iDag: string; readonly position?: number | undefined },
): Promise<ReadonlyMap<string, string>> {
  const raekker = await sql.query<{ sagsbehandler: string; sidsteDag: string }>(
    `SELECT sagsbehandler, max(sidste_dag)::text AS "sidsteDag" FROM lm_sagsstyring_fratraedelser.fratraadt
      WHERE tenant_id = $1 AND fra_position <= $2 AND (trukket_position IS NULL OR trukket_position > $2)
        AND (sidste_dag < $3::date OR afsluttet_position <= $2)
      GROUP BY sagsbehandler`,
    [kommune, position, iDag],
  );
  return new Map(raekker.map(({ sagsbehandler, sidsteDag }) => [sagsbehandler, sidsteDag]));
}
