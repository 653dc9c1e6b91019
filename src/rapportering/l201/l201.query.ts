import { Temporal } from 'temporal-polyfill';
import { kendtDag } from '../../platform/corrections/known-days.js';
import { type Sql } from '../../platform/queries/query.js';

/** One measure with the parent who is reported with it; ids only. */
export interface Indsatsraekke {
  readonly indsatsId: string;
  readonly barnId: string;
  readonly pgfKode: string;
  readonly start: string;
  readonly slut: string | null;
  readonly foraelderId: string | null;
}

const kendt = (kolonne: string, haendelse: string) =>
  kendtDag({
    ...{ skema: 'lm_rapportering_l201', raekke: 'i', noegle: 'indsats_id', kolonne, haendelse },
    ...{ kommune: '$1', position: '$4' },
  });
const START = kendt('start', 'position');
const SLUT = kendt('slut', 'slut_position');

/** First and last day of a month written `2019M02`. */
export function periodensDage(periode: string): { readonly fra: string; readonly til: string } {
  const maaned = Temporal.PlainYearMonth.from(periode.replace('M', '-'));
  return {
    fra: maaned.toPlainDate({ day: 1 }).toString(),
    til: maaned.toPlainDate({ day: maaned.daysInMonth }).toString(),
  };
}

/**
 * Measures in effect at any time in the period, as known at the position. A measure that ends after the period is
 * reported without its end, as it would have been then. The parent is the one with custody, the mother first.
 */
export async function hentIndsatser(
  sql: Sql,
  kommune: number,
  periode: string,
  position: number,
): Promise<readonly Indsatsraekke[]> {
  const { fra, til } = periodensDage(periode);
  return sql.query<Indsatsraekke>(
    `SELECT i.indsats_id AS "indsatsId", i.barn_id AS "barnId", i.pgf_kode AS "pgfKode", ${START.dag}::text AS start,
            CASE WHEN i.slut_position <= $4 AND ${SLUT.dag} <= $3 THEN ${SLUT.dag}::text END AS slut,
            (SELECT f.person_id FROM lm_rapportering_l201.foraelder f
              WHERE f.tenant_id = $1 AND f.barn_id = i.barn_id AND f.position <= $4 AND f.fra <= $3
                AND (f.til IS NULL OR f.til > $3 OR f.til_position > $4)
              ORDER BY f.foraeldremyndighed DESC, (f.art = 'mor') DESC, f.position LIMIT 1) AS "foraelderId"
       FROM lm_rapportering_l201.indsats i ${START.fra} ${SLUT.fra}
      WHERE i.tenant_id = $1 AND i.position <= $4 AND ${START.dag} <= $3
        AND (i.slut IS NULL OR ${SLUT.dag} >= $2 OR i.slut_position > $4)
      ORDER BY ${START.dag}, i.indsats_id`,
    [kommune, fra, til, position],
  );
}
