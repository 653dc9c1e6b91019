import { kendtDag } from '../../platform/corrections/known-days.js';
import { type Sql } from '../../platform/queries/query.js';

/** What the figures are asked for. Dates are local dates in Copenhagen; `position` is what was known. */
export interface Noegletalsspoergsmaal {
  readonly kommune: number;
  readonly pr: string;
  readonly position: number;
  /** Period of M03; both days count. */
  readonly fra: string;
  readonly til: string;
  readonly fristStart: 'opmaerksom' | 'afgoerelse';
}

export interface Noegletal {
  readonly M01: { readonly social: number; readonly handicap: number; readonly ialt: number };
  /** Open cases per caseworker who carries a case (heads), one decimal; null = no data. */
  readonly M02: number | null;
  readonly M02grundlag: { readonly sager: number; readonly sagsbehandlere: number; readonly utildelte: number };
  readonly M03: {
    readonly ialt: number;
    readonly prMaaned: Readonly<Record<string, number>>;
    readonly gennemsnitPrMaaned: number | null;
  };
  readonly M07: number;
  /** Share of running investigations within their deadline, whole per cent; null = no data. */
  readonly M09a: number | null;
  readonly M09agrundlag: { readonly rettidige: number; readonly igang: number; readonly overskredne: number };
}

const SKEMA = 'lm_rapportering_noegletal';
const kendt = (raekke: string, noegle: string, kolonne: string, haendelse: string) =>
  kendtDag({ ...{ skema: SKEMA, raekke, noegle, kolonne, haendelse }, kommune: '$1', position: '$3' });
const AABNET = kendt('p', 'sag_id', 'aabnet', 'position');
const LUKKET = kendt('p', 'sag_id', 'lukket', 'lukket_position');

/**
 * The periods `p` in which cases were open: opened on or before, and not closed on or before, the reference date (M01), unless
 * another limit is given. $1 is the municipality, $2 the date and $3 the position.
 */
export const aabnePerioder = (lukket = '> $2') => `${SKEMA}.sagsperiode p ${AABNET.fra} ${LUKKET.fra}
   WHERE p.tenant_id = $1 AND ${AABNET.dag} <= $2 AND p.position <= $3
     AND (p.lukket IS NULL OR ${LUKKET.dag} ${lukket} OR p.lukket_position > $3)`;
/** The day such a period began. */
export const PERIODENS_BEGYNDELSE = AABNET.dag;

/** What the case `p` had on the date, by the latest of a table's rows. */
export function gjaldt(tabel: 'omraade' | 'ansvar', kolonne: string, mere = ''): string {
  return `(SELECT x.${kolonne} FROM ${SKEMA}.${tabel} x
    WHERE x.tenant_id = $1 AND x.sag_id = p.sag_id AND x.fra <= $2 AND x.position <= $3
      AND (x.rettet_position IS NULL OR x.rettet_position > $3)${mere}
    ORDER BY x.fra DESC, x.haendelse_position DESC LIMIT 1)`;
}

const AABNE_SAGER = `
  SELECT p.sag_id, ${gjaldt('omraade', 'omraade')} AS omraade, ${gjaldt('ansvar', 'sagsbehandler')} AS sagsbehandler
    FROM ${aabnePerioder()}`;

const BESLUTTET = kendt('b', 'bfu_id', 'besluttet', 'position');
const FRIST = kendt('b', 'bfu_id', 'frist_afgoerelse', 'position');
const SLUT = kendt('b', 'bfu_id', 'slut', 'slut_position');

// The day of awareness may have been corrected; what was known at the position counts.
const OPMAERKSOMHEDSFRIST = `
  (SELECT o.frist_opmaerksom FROM lm_rapportering_noegletal.bfu_opmaerksom o
    WHERE o.tenant_id = $1 AND o.bfu_id = b.bfu_id AND o.position <= $3 ORDER BY o.position DESC LIMIT 1)`;

export async function beregnNoegletal(sql: Pick<Sql, 'query'>, q: Noegletalsspoergsmaal): Promise<Noegletal> {
  const [sager] = await sql.query<{
    social: number;
    handicap: number;
    ialt: number;
    hoveder: number;
    utildelte: number;
  }>(
    `SELECT count(*) FILTER (WHERE omraade = 'social')::int AS social, count(*) FILTER (WHERE omraade = 'handicap')::int AS handicap,
            count(*)::int AS ialt, count(DISTINCT sagsbehandler)::int AS hoveder, count(*) FILTER (WHERE sagsbehandler IS NULL)::int AS utildelte
       FROM (SELECT DISTINCT ON (sag_id) * FROM (${AABNE_SAGER}) s ORDER BY sag_id) aabne`,
    [q.kommune, q.pr, q.position],
  );
  const maaneder = await sql.query<{ maaned: string; antal: number }>(
    `SELECT to_char(modtaget, 'YYYY-MM') AS maaned, count(*)::int AS antal
       FROM lm_rapportering_noegletal.underretning
      WHERE tenant_id = $1 AND modtaget BETWEEN $2 AND $3 AND position <= $4
        AND (udgaaet_position IS NULL OR udgaaet_position > $4)
      GROUP BY 1 ORDER BY 1`,
    [q.kommune, q.fra, q.til, q.position],
  );
  const frist = q.fristStart === 'opmaerksom' ? OPMAERKSOMHEDSFRIST : FRIST.dag;
  const [bfu] = await sql.query<{ igang: number; rettidige: number }>(
    `SELECT count(*)::int AS igang, count(*) FILTER (WHERE ${frist} >= $2)::int AS rettidige
       FROM ${SKEMA}.bfu b ${BESLUTTET.fra} ${FRIST.fra} ${SLUT.fra}
      WHERE b.tenant_id = $1 AND ${BESLUTTET.dag} <= $2 AND b.position <= $3
        AND (b.slut IS NULL OR ${SLUT.dag} > $2 OR b.slut_position > $3)`,
    [q.kommune, q.pr, q.position],
  );
  const { social, handicap, ialt, hoveder, utildelte } = sager ?? {
    social: 0,
    handicap: 0,
    ialt: 0,
    hoveder: 0,
    utildelte: 0,
  };
  const { igang, rettidige } = bfu ?? { igang: 0, rettidige: 0 };
  const underretninger = maaneder.reduce((sum, m) => sum + m.antal, 0);
  const antalMaaneder = maanederMellem(q.fra, q.til);
  return {
    M01: { social, handicap, ialt },
    M02: hoveder === 0 ? null : enDecimal(ialt / hoveder),
    M02grundlag: { sager: ialt, sagsbehandlere: hoveder, utildelte },
    M03: {
      ialt: underretninger,
      prMaaned: Object.fromEntries(maaneder.map((m) => [m.maaned, m.antal])),
      gennemsnitPrMaaned: antalMaaneder === 0 ? null : enDecimal(underretninger / antalMaaneder),
    },
    M07: igang,
    M09a: igang === 0 ? null : Math.floor((rettidige * 200 + igang) / (2 * igang)),
    M09agrundlag: { rettidige, igang, overskredne: igang - rettidige },
  };
}

/** Half up, one decimal: 34.63 → 34.6. */
function enDecimal(tal: number): number {
  return Math.floor(tal * 10 + 0.5) / 10;
}

/** Whole calendar months touched by the period. */
function maanederMellem(fra: string, til: string): number {
  if (til < fra) return 0;
  return (
    (Number(til.slice(0, 4)) - Number(fra.slice(0, 4))) * 12 + Number(til.slice(5, 7)) - Number(fra.slice(5, 7)) + 1
  );
}
