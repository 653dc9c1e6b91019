import { kendtDag } from '../../platform/corrections/known-days.js';
import { type Sql } from '../../platform/queries/query.js';

export interface Opfulgt {
  /** Oldest first. */
  readonly opfoelgninger: readonly {
    readonly opfoelgningId: string;
    readonly dato: string;
    readonly udfald: string;
    readonly naesteDato: string | null;
  }[];
  /** Ends of investigations that ran beside the measure. */
  readonly undersoegelsesslut: readonly string[];
}

export const INGEN_OPFOELGNING: Opfulgt = { opfoelgninger: [], undersoegelsesslut: [] };

type Opfoelgningsraekke = Opfulgt['opfoelgninger'][number] & { readonly indsatsId: string };

// Nothing is left out or said otherwise when no position is asked for.
const kendt = (raekke: string, noegle: string, kolonne: string) =>
  kendtDag({
    ...{ skema: 'lm_oekonomi_indsatser', raekke, noegle, kolonne, haendelse: 'position' },
    ...{ kommune: '$1', position: '$3::bigint' },
  });
const DATO = kendt('o', 'opfoelgning_id', 'dato');
const NAESTE = kendt('o', 'opfoelgning_id', 'naeste_dato');
const SLUT = kendt('u', 'bfu_id', 'dato');

/** The follow-ups of several measures, as known at a position. */
export async function hentOpfoelgninger(
  sql: Sql,
  kommune: number,
  indsatsIder: readonly string[],
  tilPosition?: number,
): Promise<ReadonlyMap<string, Opfulgt>> {
  if (indsatsIder.length === 0) return new Map();
  const vaerdier = [kommune, [...indsatsIder], tilPosition ?? null];
  const [fulgt, slut] = [
    await sql.query<Opfoelgningsraekke>(
      `SELECT o.indsats_id AS "indsatsId", o.opfoelgning_id AS "opfoelgningId", ${DATO.dag}::text AS dato, udfald, ${NAESTE.dag}::text AS "naesteDato"
         FROM lm_oekonomi_indsatser.opfoelgning o ${DATO.fra} ${NAESTE.fra}
        WHERE o.tenant_id = $1 AND indsats_id = ANY ($2::uuid[]) AND ($3::bigint IS NULL OR o.position <= $3::bigint)
        ORDER BY ${DATO.dag}, o.position`,
      vaerdier,
    ),
    await sql.query<{ readonly indsatsId: string; readonly dato: string }>(
      `SELECT u.indsats_id AS "indsatsId", ${SLUT.dag}::text AS dato
         FROM lm_oekonomi_indsatser.undersoegelsesslut u ${SLUT.fra}
        WHERE u.tenant_id = $1 AND indsats_id = ANY ($2::uuid[]) AND ($3::bigint IS NULL OR u.position <= $3::bigint)
        ORDER BY ${SLUT.dag}`,
      vaerdier,
    ),
  ];
  return new Map(
    indsatsIder.map((id) => [
      id,
      {
        opfoelgninger: fulgt.filter((f) => f.indsatsId === id).map(({ indsatsId: _id, ...resten }) => resten),
        undersoegelsesslut: slut.filter((s) => s.indsatsId === id).map(({ dato }) => dato),
      },
    ]),
  );
}

/** Where in the log the follow-ups of a measure lie, oldest first. */
export async function opfoelgningspladser(
  sql: Pick<Sql, 'query'>,
  kommune: number,
  indsatsId: string,
): Promise<readonly number[]> {
  const raekker = await sql.query<{ readonly position: string }>(
    `SELECT position::text AS position FROM lm_oekonomi_indsatser.opfoelgning
      WHERE tenant_id = $1 AND indsats_id = $2 ORDER BY position`,
    [kommune, indsatsId],
  );
  return raekker.map(({ position }) => Number(position));
}
