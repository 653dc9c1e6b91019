import { antalAtHente, efterMarkoer, side, type Side, type Sidevalg } from '../../platform/http/paging.js';
import { type Sql } from '../../platform/queries/query.js';

export interface Revisionsraekke {
  readonly revisionId: string;
  readonly betegnelse: string;
  readonly fra: string;
  readonly til: string;
  readonly dato: string;
  readonly antal: number;
  readonly populationsantal: number;
  readonly fase: string;
}

/** Newest first, a page at a time. */
export async function listSagsrevisioner(sql: Sql, kommune: number, valg: Sidevalg): Promise<Side<Revisionsraekke>> {
  const vaerdier: unknown[] = [kommune];
  const parameter = (vaerdi: unknown): string => `$${vaerdier.push(vaerdi)}`;
  const efter = efterMarkoer(valg, ['dato', 'uuid'] as const);
  const senere =
    efter === undefined ? '' : `AND (dato, revision_id) < (${parameter(efter[0])}::date, ${parameter(efter[1])}::uuid)`;
  const raekker = await sql.query<Revisionsraekke>(
    `SELECT revision_id AS "revisionId", betegnelse, fra::text AS fra, til::text AS til, dato::text AS dato, antal, populationsantal, fase
       FROM lm_rapportering_sagsrevisioner.revision
      WHERE tenant_id = $1 ${senere} ORDER BY dato DESC, revision_id DESC LIMIT ${parameter(antalAtHente(valg))}`,
    vaerdier,
  );
  return side(raekker, valg, (r) => [r.dato, r.revisionId]);
}
