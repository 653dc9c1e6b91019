import { escapeIdentifier } from 'pg';
import { boundedContexts } from '../contexts.js';
import { regelforskelle, type Regelforskel } from '../faelles/lov/forskelle.js';
import { kodeforskelle, ophoerteKoder } from '../faelles/lov/kodeforskelle.js';
import { indlaesLovpakke, type Lovpakke } from '../faelles/lov/lovpakke.js';
import { withTenant } from '../platform/db/pool.js';
import { type EventStore } from '../platform/eventstore/event-store.js';
import { type Projection } from '../platform/projection/projection.js';
import { Rebuild } from '../platform/projection/rebuild.js';
import { fristerUnder } from '../sagsstyring/sagsstyring.public.js';
import { feltlinjer } from './lov_feltlinjer.js';
import { antalRamte, brugslinjer, kodebrug, KODEBRUG_I, kodelinjer } from './lov_kodebrug.js';
import { aabnRevisionsadgang, IngenAdgang, type Revisionsadgang } from './revisionsadgang.js';

type Ud = (linje: string) => Promise<void>;

/** What a pack in a folder would change, said before it is put in place. 0 when nothing, 1 when something. */
export async function sammenlignMed(mappe: string, kommuner: readonly number[], ud: Ud): Promise<number> {
  const nu = indlaesLovpakke(process.env['LOVPAKKER']?.trim() || undefined);
  const ny = indlaesLovpakke(mappe);
  // As at the start: every event that a rule waits for must be one that the program has.
  boundedContexts(ny);
  const adgang = await aabnRevisionsadgang(process.env);
  try {
    const kendte = await adgang.store.tenants();
    const ukendt = kommuner.find((kommune) => !kendte.includes(kommune));
    if (ukendt !== undefined) throw new IngenAdgang(`Kommune ${String(ukendt)} findes ikke i loggen.`);
    const valgte = kommuner.length === 0 ? kendte : kommuner;
    return (await sammenlign(adgang, nu, ny, valgte, ud)) ? 1 : 0;
  } finally {
    await adgang.close();
  }
}

/** True when there is a difference. */
export async function sammenlign(
  adgang: Pick<Revisionsadgang, 'pool' | 'schema'> & { readonly store: EventStore },
  nu: Lovpakke,
  ny: Lovpakke,
  kommuner: readonly number[],
  ud: Ud,
): Promise<boolean> {
  const forskelle = regelforskelle(nu, ny);
  await ud(`Lovpakke ${nu.version} mod ${ny.version}: ${String(forskelle.length)} udgaver af regler er forskellige.`);
  for (const linje of forskelle.flatMap(regellinjer)) await ud(linje);
  const koder = kodeforskelle(nu, ny);
  const ophoerte = ophoerteKoder(nu, ny);
  await ud(`Kodelister: ${String(koder.length)} rækker er forskellige.`);
  for (const linje of koder.flatMap(kodelinjer)) await ud(linje);
  const nuvaerende = fristerUnder(nu);
  const proevet = { ...fristerUnder(ny), name: `${nuvaerende.name}_ny` };
  const brugte = ophoerte.length === 0 ? [] : kodebrugsvisninger(nu);
  const rebuild = new Rebuild(adgang, [nuvaerende, proevet, ...brugte], '__lovproeve');
  await rebuild.prepare();
  try {
    let aendret = forskelle.length > 0 || koder.length > 0;
    for (const kommune of kommuner) {
      const position = await rebuild.rebuildInShadow(kommune);
      const frister = await fristforskelle(adgang, kommune, rebuild.schemaFor(nuvaerende), rebuild.schemaFor(proevet));
      aendret ||= frister.length > 0;
      await ud(
        `Kommune ${String(kommune)}, plads ${String(position)}: ${String(frister.length)} åbne frister ville ændres.`,
      );
      for (const linje of fristlinjer(frister)) await ud(linje);
      if (ophoerte.length === 0) continue;
      const brug = await kodebrug(adgang.pool, kommune, (navn) =>
        rebuild.schemaFor(brugte.find((p) => p.name === navn) ?? nuvaerende),
      );
      await ud(
        `Kommune ${String(kommune)}: ${String(antalRamte(ophoerte, brug))} åbne indsatser, anbringelser og forløb bruger en kode, der ophører.`,
      );
      for (const linje of brugslinjer(ophoerte, brug)) await ud(linje);
    }
    return aendret;
  } finally {
    await rebuild.drop();
  }
}

function kodebrugsvisninger(lov: Lovpakke): readonly Projection[] {
  const alle = boundedContexts(lov).flatMap((kontekst) => kontekst.projections);
  return KODEBRUG_I.map((navn) => {
    const fundet = alle.find((projection) => projection.name === navn);
    if (fundet === undefined) throw new Error(`No read model is called ${navn}`);
    return fundet;
  });
}

function regellinjer({ regel, regime, gyldigFra, art, felter }: Regelforskel): readonly string[] {
  const navn = { ny: 'ny', fjernet: 'fjernet', aendret: 'ændret' }[art];
  return [`  ${regel} (${regime}) fra ${gyldigFra}: ${navn}`, ...feltlinjer(felter)];
}

interface Fristforskel {
  readonly regel: string;
  readonly sagId: string | null;
  readonly noegle: string;
  readonly nu: string | null;
  readonly ny: string | null;
  /** How the row stands under each pack; null when it is not there. */
  readonly standNu: 'aaben' | 'opfyldt' | 'bortfaldet' | null;
  readonly standNy: 'aaben' | 'opfyldt' | 'bortfaldet' | null;
}

const STAND = (r: string): string =>
  `CASE WHEN ${r}.regel IS NULL THEN NULL WHEN ${r}.opfyldt_position IS NOT NULL THEN 'opfyldt' WHEN ${r}.bortfaldet_position IS NOT NULL THEN 'bortfaldet' ELSE 'aaben' END`;

/** Open deadlines under either pack that are not the same under the other. */
async function fristforskelle(
  adgang: Pick<Revisionsadgang, 'pool'>,
  kommune: number,
  nu: Projection['name'],
  ny: Projection['name'],
): Promise<readonly Fristforskel[]> {
  const tabel = (skema: string): string =>
    `(SELECT * FROM ${escapeIdentifier(skema)}.frist WHERE tenant_id = $1 AND forfald IS NOT NULL)`;
  return withTenant(adgang.pool, kommune, async (sql) => {
    const { rows } = await sql.query<Fristforskel>(
      `SELECT * FROM (
         SELECT coalesce(a.regel, b.regel) AS regel, coalesce(a.sag_id, b.sag_id) AS "sagId", coalesce(a.noegle, b.noegle) AS noegle,
                a.forfald_tekst AS nu, b.forfald_tekst AS ny, ${STAND('a')} AS "standNu", ${STAND('b')} AS "standNy"
           FROM ${tabel(nu)} a FULL JOIN ${tabel(ny)} b USING (regel, noegle, udloest_position)) f
        WHERE 'aaben' IN ("standNu", "standNy") AND ("standNu", nu) IS DISTINCT FROM ("standNy", ny)
        ORDER BY regel, "sagId" NULLS FIRST, noegle`,
      [kommune],
    );
    return rows;
  });
}

function fristlinjer(frister: readonly Fristforskel[]): readonly string[] {
  return frister.flatMap((f, nr) => [
    ...(f.regel === frister[nr - 1]?.regel ? [] : [`  ${f.regel}:`]),
    `    ${f.sagId === null ? 'uden sag' : `sag ${f.sagId}`}, enkeltsag ${f.noegle}: ${forskel(f)}`,
  ]);
}

function forskel({ nu, ny, standNu, standNy }: Fristforskel): string {
  if (standNu !== 'aaben') return `ny åben frist ${String(ny)}${standNu === null ? '' : ` (nu ${standNu})`}`;
  if (standNy === null) return `forsvinder (nu ${String(nu)})`;
  return standNy === 'aaben' ? `${String(nu)} -> ${String(ny)}` : `${standNy} (nu åben, ${String(nu)})`;
}
