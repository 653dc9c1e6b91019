import { FORKLARINGER, laesSide, linjeAf, omtalteBoern, sider } from '../brugerstyring/brugerstyring.public.js';
import { withTenant } from '../platform/db/pool.js';
import { type StoredEvent } from '../platform/eventstore/event-store.js';
import { differs, Rebuild, type ProjectionComparison } from '../platform/projection/rebuild.js';
import { writeAccessLog, type Access } from '../platform/queries/access-log.js';
import { type Revisionsadgang } from './revisionsadgang.js';

/** Where results and progress go. */
export interface Udskrift {
  /** The result; waits when the reader is slower. */
  linje(tekst: string): Promise<void>;
  /** How far it is; written over the last one on a terminal. */
  fremdrift(tekst: string): void;
}

/** Positions in the log, both included. */
export interface Afgraensning {
  readonly fra?: number;
  readonly til?: number;
}

/** Chain and seals of each municipality; true when all are whole. */
export async function verificer(
  adgang: Revisionsadgang,
  kommuner: readonly number[],
  ud: Udskrift,
  omfang: Afgraensning = {},
): Promise<boolean> {
  let hel = true;
  const fra = omfang.fra ?? 1;
  for (const kommune of kommuner) {
    const head = await adgang.store.head(kommune);
    const kaede = await adgang.store.verify(kommune, Math.max(0, fra - 1), omfang.til, (position, hoved) => {
      ud.fremdrift(`Kommune ${String(kommune)}: efterregner kæden, ${String(position)} af ${String(hoved)}`);
    });
    const fund = [...kaede, ...(await adgang.verifySeals(kommune))];
    hel &&= fund.length === 0;
    const omraade = head === 0 ? 'loggen er tom' : `plads ${String(fra)}–${String(omfang.til ?? head)}`;
    await ud.linje(
      fund.length === 0
        ? `Kommune ${String(kommune)}: kæde og segl er hele, ${omraade}.`
        : `Kommune ${String(kommune)}: ${String(fund.length)} fejl, ${omraade}.`,
    );
    for (const { position, problem, detail } of fund) {
      await ud.linje(`  plads ${String(position)}  ${problem}  ${FORKLARINGER[problem]} (${detail})`);
    }
  }
  return hel;
}

/** Every read model made again from the log and held against the live one, row for row; true when they are equal. */
export async function genafspil(adgang: Revisionsadgang, kommuner: readonly number[], ud: Udskrift): Promise<boolean> {
  const rebuild = new Rebuild(adgang, adgang.projections);
  await rebuild.prepare();
  try {
    let ens = true;
    for (const kommune of kommuner) {
      const sammenligninger = await rebuild.compareWithLive(kommune, ({ position, target }) => {
        ud.fremdrift(`Kommune ${String(kommune)}: genafspiller ${String(position)} af ${String(target)}`);
      });
      for (const sammenligning of sammenligninger) {
        ens &&= !differs(sammenligning);
        for (const linje of sammenligningslinjer(sammenligning)) await ud.linje(linje);
      }
    }
    return ens;
  } finally {
    await rebuild.drop();
  }
}

function sammenligningslinjer(sammenligning: ProjectionComparison): string[] {
  const { projection, tenant, position, tables, problem } = sammenligning;
  const hvad = `Kommune ${String(tenant)}, ${projection}, plads ${String(position)}`;
  const raekker = tables.reduce((sum, table) => sum + table.rows, 0);
  if (!differs(sammenligning)) return [`${hvad}: ${String(raekker)} rækker, alle ens.`];
  return [
    `${hvad}: FORSKEL${problem === undefined ? '' : `: ${problem}`}`,
    ...tables
      .filter((table) => table.onlyLive > 0 || table.onlyRebuilt > 0)
      .flatMap((table) => [
        `  ${table.table}: ${String(table.onlyLive)} rækker findes kun i den levende, ${String(table.onlyRebuilt)} kun i den genafspillede. De første:`,
        ...table.examples.map((example) => `    ${JSON.stringify(example)}`),
      ]),
  ];
}

export interface Historikvalg extends Afgraensning {
  /** ISO 8601: only what was known at that instant. */
  readonly kendtPr?: string;
  /** Who opens the sealed fields; each child whose data is shown is written to the access log before it is shown. */
  readonly aabnFor?: Omit<Access, 'aktoer'> & { readonly bruger: string };
}

/** History as NDJSON, one event a line. */
export async function haendelser(
  adgang: Revisionsadgang,
  kommuner: readonly number[],
  ud: Udskrift,
  valg: Historikvalg = {},
): Promise<void> {
  for (const kommune of kommuner) {
    const kendt =
      valg.kendtPr === undefined
        ? await adgang.store.head(kommune)
        : await adgang.store.positionAt(kommune, valg.kendtPr);
    const udsnit = { efter: valg.fra === undefined ? 0 : valg.fra - 1, til: Math.min(valg.til ?? kendt, kendt) };
    for await (const side of sider(udsnit, (del) => laesSide(adgang.store, kommune, del))) {
      if (valg.aabnFor === undefined) {
        for (const event of side) await ud.linje(JSON.stringify({ kommune, ...linjeAf(event) }));
        continue;
      }
      const { bruger, ...om } = valg.aabnFor;
      const access: Access = { ...om, aktoer: { id: bruger, kommune, roller: ['revisor'] } };
      await withTenant(adgang.pool, kommune, (sql) =>
        writeAccessLog(
          {
            query: async (text, values) => (await sql.query<never>(text, values === undefined ? [] : [...values])).rows,
          },
          access,
          omtalteBoern(side),
        ),
      );
      const aabnede = await adgang.store.readAt(
        kommune,
        side.map((event) => event.position),
      );
      for (const event of aabnede) await ud.linje(JSON.stringify({ kommune, ...aabenLinje(event) }));
    }
  }
}

function aabenLinje(event: StoredEvent): Record<string, unknown> {
  return {
    position: event.position,
    registreret: event.registreret,
    type: event.type,
    stroem: event.streamId,
    version: event.version,
    data: event.data,
    aktoer: event.meta.aktoer,
    roller: event.meta.roller,
    korrelation: event.meta.korrelation,
    aarsag: event.meta.aarsag ?? null,
  };
}
