import { type Sql } from '../../platform/queries/query.js';

/** An open case, and who has it. */
export interface Stammesag {
  readonly sagId: string;
  readonly barnId: string;
  readonly sagsbehandler: string | null;
  readonly team: string | null;
  /** To whom it is being handed over. */
  readonly overdragesTil: string | null;
}

/** Whose cases: one caseworker's (also those that wait for the caseworker's answer), a team's, those that nobody has, or one. */
export type Stammevalg =
  | { readonly sagId: string }
  | { readonly ansvarlig: string }
  | { readonly team: string; readonly ansvarlig?: string }
  | { readonly utildelte: true }
  | { readonly udenTeam: true }
  /** All that a rule can have made the team leader's at the instant; the rules themselves say which of them are. */
  | { readonly maaskeEskaleret: string };

/** Everything that is known. */
const ALT = Number.MAX_SAFE_INTEGER;

const gaelder = (tabel: string): string =>
  `${tabel}.fra_position <= $2 AND (${tabel}.til_position IS NULL OR ${tabel}.til_position > $2)`;
const L = 'lm_sagsstyring_sagsstamme';

/** The open cases of a caseload as it was known at a position; in the order they were opened. */
export async function hentSagsstamme(
  sql: Sql,
  kommune: number,
  valg: Stammevalg,
  position: number = ALT,
): Promise<readonly Stammesag[]> {
  const vaerdier: unknown[] = [kommune, position];
  const parameter = (vaerdi: unknown): string => `$${vaerdier.push(vaerdi)}`;
  const betingelser: string[] = [];
  if ('sagId' in valg) betingelser.push(`s.sag_id = ${parameter(valg.sagId)}`);
  if ('utildelte' in valg) betingelser.push('a.sagsbehandler IS NULL');
  if ('udenTeam' in valg) betingelser.push('h.team IS NULL');
  if ('maaskeEskaleret' in valg) betingelser.push(kanVaereEskaleret(parameter(valg.maaskeEskaleret)));
  if ('team' in valg) betingelser.push(`h.team = ${parameter(valg.team)}`);
  if ('ansvarlig' in valg && valg.ansvarlig !== undefined) {
    const bruger = parameter(valg.ansvarlig);
    // Two look-ups by index; an OR over two joined tables would read the whole municipality.
    betingelser.push(
      `s.sag_id IN (SELECT sag_id FROM ${L}.ansvar WHERE tenant_id = $1 AND sagsbehandler = ${bruger}
              UNION SELECT sag_id FROM ${L}.overdragelse WHERE tenant_id = $1 AND til = ${bruger})`,
      `(a.sagsbehandler = ${bruger} OR o.til = ${bruger})`,
    );
  }
  return sql.query<Stammesag>(
    `SELECT s.sag_id AS "sagId", s.barn_id AS "barnId", a.sagsbehandler, h.team, o.til AS "overdragesTil"
       FROM ${L}.aaben s
       LEFT JOIN ${L}.ansvar a ON a.tenant_id = $1 AND a.sag_id = s.sag_id AND ${gaelder('a')}
       LEFT JOIN ${L}.hold h ON h.tenant_id = $1 AND h.sag_id = s.sag_id AND ${gaelder('h')}
       LEFT JOIN ${L}.overdragelse o ON o.tenant_id = $1 AND o.sag_id = s.sag_id AND ${gaelder('o')}
      WHERE s.tenant_id = $1 AND ${gaelder('s')} AND ${betingelser.join(' AND ')}
      ORDER BY s.fra_position, s.sag_id`,
    vaerdier,
  );
}

/**
 * Wide on purpose, and by index: a case that nobody has, or one who leaves; one with a handover, one where something was put off, and one with
 * a deadline that has passed, or that was reckoned or ended anew since the position. To ask every open case would read the whole log.
 */
function kanVaereEskaleret(pr: string): string {
  return `(a.sagsbehandler IS NULL
           OR s.sag_id IN (SELECT sag_id FROM ${L}.overdragelse WHERE tenant_id = $1)
           OR a.sagsbehandler IN (SELECT sagsbehandler FROM lm_sagsstyring_fratraedelser.fratraadt WHERE tenant_id = $1)
           OR s.sag_id IN (SELECT sag_id FROM ${L}.husket WHERE tenant_id = $1)
           OR s.sag_id IN (SELECT f.sag_id FROM lm_sagsstyring_frister.frist f
                            WHERE f.tenant_id = $1 AND (f.forfald < ${pr}::timestamptz OR f.beregnet_position > $2)
                              AND (f.opfyldt_position IS NULL OR f.opfyldt_position > $2 OR f.opfyldt > ${pr}::timestamptz OR f.opfyldt_rettet_position > $2)
                              AND (f.bortfaldet_position IS NULL OR f.bortfaldet_position > $2 OR f.bortfaldet_rettet_position > $2)))`;
}

/** A notification that somebody must still do something about. */
export interface Stammeunderretning {
  readonly underretningId: string;
  readonly barnId: string;
  readonly iSag: boolean;
  /** Not yet screened, forwarded or annulled. */
  readonly aaben: boolean;
  /** Who assessed it. */
  readonly vurderetAf: string | null;
}

/**
 * The reception's notifications as known at a position: all that are not screened, and those outside a case that still owe
 * the notifier an answer. The oldest first.
 */
export async function hentAabneUnderretninger(
  sql: Sql,
  kommune: number,
  position: number = ALT,
): Promise<readonly Stammeunderretning[]> {
  const sket = (kolonne: string): string => `coalesce(u.${kolonne} <= $2, false)`;
  return sql.query<Stammeunderretning>(
    `SELECT u.underretning_id AS "underretningId", u.barn_id AS "barnId", ${sket('sag_position')} AS "iSag",
            NOT ${sket('lukket_position')} AS aaben, CASE WHEN ${sket('vurderet_position')} THEN u.vurderet_af END AS "vurderetAf"
       FROM ${L}.underretning u
      WHERE u.tenant_id = $1 AND u.fra_position <= $2 AND NOT ${sket('annulleret_position')}
        AND (NOT ${sket('lukket_position')}
             OR (NOT ${sket('sag_position')}
                 AND ((u.kendt AND NOT ${sket('kvitteret_position')})
                      OR (u.fagperson AND u.screenet AND NOT ${sket('orienteret_position')}))))
      ORDER BY u.fra_position, u.underretning_id`,
    [kommune, position],
  );
}
