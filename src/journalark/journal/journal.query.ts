import { type Sql } from '../../platform/queries/query.js';

export interface Journalraekke {
  readonly barnId: string;
  readonly position: number;
  readonly type: string;
  readonly kategori: string;
  readonly dato: string;
  readonly klokkeslaet: string | null;
  readonly registreret: string;
  readonly aktoer: string;
  readonly sagId: string | null;
  readonly enkeltsagId: string | null;
}

export interface Journalfilter {
  readonly kommune: number;
  readonly barnId?: string;
  readonly sagId?: string;
  readonly kategori?: readonly string[] | undefined;
  readonly enkeltsagId?: string | undefined;
  readonly aktoer?: string | undefined;
  readonly fra?: string | undefined;
  readonly til?: string | undefined;
  /** What was known: nothing after this position. */
  readonly tilPosition?: number | undefined;
  readonly nyesteFoerst: boolean;
  readonly efter?: readonly [string, string, number] | undefined;
  readonly graense: number;
}

/** Journal rows in the order in which things happened; within a day those without a time first, then as recorded. */
export async function hentJournal(sql: Sql, filter: Journalfilter): Promise<readonly Journalraekke[]> {
  const vaerdier: unknown[] = [filter.kommune];
  const betingelser = ['tenant_id = $1'];
  const parameter = (vaerdi: unknown): string => `$${vaerdier.push(vaerdi)}`;
  if (filter.barnId !== undefined) betingelser.push(`barn_id = ${parameter(filter.barnId)}`);
  if (filter.sagId !== undefined) betingelser.push(`sag_id = ${parameter(filter.sagId)}`);
  if (filter.kategori !== undefined) betingelser.push(`kategori = ANY (${parameter(filter.kategori)})`);
  if (filter.enkeltsagId !== undefined) betingelser.push(`enkeltsag_id = ${parameter(filter.enkeltsagId)}`);
  if (filter.aktoer !== undefined) betingelser.push(`aktoer = ${parameter(filter.aktoer)}`);
  if (filter.fra !== undefined) betingelser.push(`dato >= ${parameter(filter.fra)}::date`);
  if (filter.til !== undefined) betingelser.push(`dato <= ${parameter(filter.til)}::date`);
  if (filter.tilPosition !== undefined) betingelser.push(`position <= ${parameter(filter.tilPosition)}`);
  const [retning, sammenligning] = filter.nyesteFoerst ? ['DESC', '<'] : ['ASC', '>'];
  if (filter.efter !== undefined) {
    const [dato, klokkeslaet, position] = filter.efter;
    betingelser.push(
      `(dato, coalesce(klokkeslaet, ''), position) ${sammenligning} (${parameter(dato)}::date, ${parameter(klokkeslaet)}, ${parameter(position)}::bigint)`,
    );
  }
  return sql.query<Journalraekke>(
    `SELECT barn_id AS "barnId", position::float8 AS position, type, kategori, dato::text AS dato, klokkeslaet,
            to_char(registreret AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS registreret, aktoer, sag_id AS "sagId", enkeltsag_id AS "enkeltsagId"
       FROM lm_journalark_journal.linje
      WHERE ${betingelser.join(' AND ')}
      ORDER BY dato ${retning}, coalesce(klokkeslaet, '') ${retning}, position ${retning}
      LIMIT ${parameter(filter.graense)}`,
    vaerdier,
  );
}
