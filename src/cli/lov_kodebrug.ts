import { escapeIdentifier, type Pool } from 'pg';
import { type Kodeforskel, type OphoertKode } from '../faelles/lov/kodeforskelle.js';
import { type Listenavn } from '../faelles/lov/kodelister.js';
import { withTenant } from '../platform/db/pool.js';
import { feltlinjer } from './lov_feltlinjer.js';

/** An open thing of a case that rests on a code. */
export interface Kodebrug {
  readonly liste: Listenavn;
  readonly kode: string;
  readonly maalgruppe: string | null;
  readonly hvad: string;
  readonly sagId: string;
  readonly id: string;
}

/** The read models that say which codes open cases rest on. */
export const KODEBRUG_I = ['oekonomi.indsatser', 'oekonomi.anbringelser', 'sagsstyring.delforloeb'] as const;

/** What is open in the municipality, and the code it rests on; `skema` says in which schema a read model is. */
export async function kodebrug(
  pool: Pool,
  kommune: number,
  skema: (navn: (typeof KODEBRUG_I)[number]) => string,
): Promise<readonly Kodebrug[]> {
  const tabel = (navn: (typeof KODEBRUG_I)[number], t: string): string => `${escapeIdentifier(skema(navn))}.${t}`;
  const indsats = tabel('oekonomi.indsatser', 'indsats');
  const anbringelse = tabel('oekonomi.anbringelser', 'anbringelse');
  const delforloeb = tabel('sagsstyring.delforloeb', 'delforloeb');
  return withTenant(pool, kommune, async (sql) => {
    const { rows } = await sql.query<Kodebrug>(
      `SELECT 'indsatskatalog' AS liste, indsatskode AS kode, maalgruppe, 'indsats' AS hvad, sag_id AS "sagId", indsats_id AS id
         FROM ${indsats} WHERE tenant_id = $1 AND fase <> 'ophoert'
       UNION ALL
       SELECT 'foranstaltninger-pgf', pgf_kode, NULL, 'indsats', sag_id, indsats_id
         FROM ${indsats} WHERE tenant_id = $1 AND fase <> 'ophoert'
       UNION ALL
       SELECT 'anbringelsessteder', stedtype, NULL, 'anbringelse', sag_id, anbringelse_id
         FROM ${anbringelse} WHERE tenant_id = $1 AND fase <> 'ophoert'
       UNION ALL
       SELECT 'afgoerelser', afgoerelse_kode, NULL, art, sag_id, id
         FROM ${delforloeb}
        WHERE tenant_id = $1 AND slut IS NULL AND art IN ('partshoering', 'buu-sag', 'formandsafgoerelse')
          AND afgoerelse_kode IS NOT NULL
        ORDER BY 1, 2, 3 NULLS FIRST, 5, 6`,
      [kommune],
    );
    return rows;
  });
}

/** The differences of the lists, one line a row and one a field. */
export function kodelinjer({ liste, kode, maalgruppe, gyldigFra, art, felter }: Kodeforskel): readonly string[] {
  const navn = { ny: 'ny', fjernet: 'fjernet', aendret: 'ændret' }[art];
  return [`  ${liste} ${kodenavn({ kode, maalgruppe })} fra ${gyldigFra}: ${navn}`, ...feltlinjer(felter)];
}

/** For each code that ends, what is open and rests on it. */
export function brugslinjer(ophoerte: readonly OphoertKode[], brug: readonly Kodebrug[]): readonly string[] {
  return ophoerte.flatMap((kode) => {
    const ramte = brug.filter((b) => rammes(b, kode));
    if (ramte.length === 0) return [];
    return [
      `  ${kode.liste} ${kodenavn(kode)} kan ikke bruges fra ${kode.fra}:`,
      ...ramte.map(({ sagId, hvad, id }) => `    sag ${sagId}, ${hvad} ${id}`),
    ];
  });
}

/** How much that is open rests on a code that ends. */
export function antalRamte(ophoerte: readonly OphoertKode[], brug: readonly Kodebrug[]): number {
  return new Set(brug.filter((b) => ophoerte.some((kode) => rammes(b, kode))).map(({ id }) => id)).size;
}

function rammes(b: Kodebrug, kode: OphoertKode): boolean {
  return b.liste === kode.liste && b.kode === kode.kode && (b.maalgruppe ?? undefined) === kode.maalgruppe;
}

function kodenavn({ kode, maalgruppe }: { readonly kode: string; readonly maalgruppe?: string | undefined }): string {
  return maalgruppe === undefined ? kode : `${kode} (${maalgruppe})`;
}
