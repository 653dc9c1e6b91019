import { fold } from '../../platform/commands/decider.js';
import { type EventStore, type StoredEvent } from '../../platform/eventstore/event-store.js';
import { antalAtHente, efterMarkoer, side, type Side, type Sidevalg } from '../../platform/http/paging.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { type Sql } from '../../platform/queries/query.js';
import { sagDecider } from '../sag/sag.js';
import { type SagEvent } from '../sag/sag.events.js';
import { hentAabneUnderretninger, hentSagsstamme, type Stammesag } from '../sagsstamme/sagsstamme.query.js';
import { type BegyndtFratraedelse, fratraedelseDecider, type Fratraedelsespost } from './fratraedelse.js';
import { fordel, type Fordelt } from './fordeling.js';

/** How a case of the list stands now. Only `overtaget` and `lukket` are settled; of the rest the leaver still has it. */
export const POSTSTATUS = [
  'foreslaaet',
  'under-udsendelse',
  'afventer-svar',
  'overtaget',
  'afvist',
  'sprunget-over',
  'uden-modtager',
  'lukket',
] as const;
export type Poststatus = (typeof POSTSTATUS)[number];

export interface Sagspost {
  readonly sagId: string;
  readonly barnId: string;
  readonly status: Poststatus;
  /** Proposed or actual receiver. */
  readonly til: string | null;
  readonly overdragelseId: string | null;
  /** Why the receiver said no, or why it could not be proposed. */
  readonly aarsag: string | null;
  readonly aabneUnderretninger: readonly string[];
  /** It came to the caseworker after the list was made. */
  readonly nytilkommet: boolean;
}

export interface Fratraedelsesbillede {
  readonly fratraedelse: BegyndtFratraedelse;
  readonly version: number;
  readonly sager: readonly Sagspost[];
  /** Cases that are being handed over to the one who leaves; they must be answered, and no by somebody. */
  readonly indgaaende: readonly { readonly sagId: string; readonly barnId: string }[];
  /** Notifications without a case that the caseworker has assessed; they are the reception's. */
  readonly underretninger: readonly { readonly underretningId: string; readonly barnId: string }[];
}

/** The handover as it stands now: the list, what became of each case, and what has come to the caseworker since. */
export async function hentFratraedelse(
  sql: Sql,
  store: EventStore,
  kommune: number,
  id: string,
): Promise<Fratraedelsesbillede> {
  const stroem = await store.load(kommune, id);
  if (stroem[0]?.kind !== fratraedelseDecider.kind) throw ikkeFundet('fratraedelse', id);
  const fratraedelse = fold(fratraedelseDecider, stroem);
  if (fratraedelse.fase === 'findes-ikke') throw ikkeFundet('fratraedelse', id);
  const { sagsbehandler, poster } = fratraedelse;
  const stamme = await hentSagsstamme(sql, kommune, { ansvarlig: sagsbehandler });
  const egne = stamme.filter((sag) => sag.sagsbehandler === sagsbehandler);
  const kendte = new Set(poster.map(({ sagId }) => sagId));
  const nye = egne.filter(({ sagId }) => !kendte.has(sagId)).map(({ sagId }) => sagId);
  const stroemme = await store.loadMany(kommune, [...kendte, ...nye]);
  const underretninger = await hentAabneUnderretninger(sql, kommune);
  return {
    fratraedelse,
    version: stroem.length,
    sager: [
      ...poster.map((post) => sagspost(fratraedelse, post, stroemme.get(post.sagId) ?? [], false)),
      ...nye.map((sagId) => sagspost(fratraedelse, { ...INGEN, sagId }, stroemme.get(sagId) ?? [], true)),
    ],
    indgaaende: stamme
      .filter(({ overdragesTil }) => overdragesTil === sagsbehandler)
      .map(({ sagId, barnId }) => ({ sagId, barnId })),
    underretninger: underretninger
      .filter(({ iSag, aaben, vurderetAf }) => aaben && !iSag && vurderetAf === sagsbehandler)
      .map(({ underretningId, barnId }) => ({ underretningId, barnId })),
  };
}

const INGEN: Omit<Fratraedelsespost, 'sagId'> = {
  ...{ til: null, tilTeam: null, trin: 'afventer', overdragelseId: null, aarsag: null },
};

/** Nobody has accepted it, so the leaver still has it. */
export function udestaar({ status }: Sagspost): boolean {
  return status !== 'overtaget' && status !== 'lukket';
}

function sagspost(
  f: BegyndtFratraedelse,
  post: Fratraedelsespost,
  stroem: readonly StoredEvent[],
  nytilkommet: boolean,
): Sagspost {
  const sag = fold(sagDecider, stroem);
  const { sagId, til, overdragelseId, aarsag } = post;
  const tom = { sagId, barnId: '', til, overdragelseId, aarsag, aabneUnderretninger: [], nytilkommet };
  if (sag.fase === 'findes-ikke') return { ...tom, status: 'uden-modtager' };
  const aabneUnderretninger = Object.entries(sag.enkeltsager)
    .filter(([, { art }]) => art === 'afklaring')
    .map(([enkeltsagId]) => enkeltsagId);
  const med = { ...tom, barnId: sag.barnId, aabneUnderretninger };
  if (sag.fase === 'lukket') return { ...med, status: 'lukket' };
  if (sag.sagsbehandler !== f.sagsbehandler) return { ...med, status: 'overtaget', til: sag.sagsbehandler };
  if (sag.overdragelse !== null) {
    return {
      ...med,
      status: 'afventer-svar',
      til: sag.overdragelse.til,
      overdragelseId: sag.overdragelse.overdragelseId,
    };
  }
  if (post.trin === 'sprunget-over') return { ...med, status: 'sprunget-over' };
  if (post.trin === 'foreslaaet') return { ...med, status: 'afvist', aarsag: afslag(stroem, overdragelseId) };
  if (til === null) return { ...med, status: 'uden-modtager' };
  return { ...med, status: f.fase === 'udsendt' ? 'under-udsendelse' : 'foreslaaet' };
}

function afslag(stroem: readonly StoredEvent[], overdragelseId: string | null): string | null {
  // The stream's kind says that it holds what the case's declarations make.
  const afvist = (stroem as unknown as readonly SagEvent[]).findLast(
    (e) => e.type === 'sagsstyring.OverdragelseAfvist' && e.data.overdragelseId === overdragelseId,
  );
  return afvist?.type === 'sagsstyring.OverdragelseAfvist' ? afvist.data.begrundelse : null;
}

/** The caseload that is to be handed over, with a proposed receiver for each case. */
export async function foreslaaFordeling(
  sql: Sql,
  kommune: number,
  sagsbehandler: string,
  modtagere: readonly { readonly sagsbehandler: string; readonly team?: string | undefined }[],
): Promise<{
  readonly sager: readonly Fordelt[];
  readonly iGang: string | null;
  readonly indgaaende: readonly string[];
  readonly adgang: readonly Stammesag[];
}> {
  const alle = await hentSagsstamme(sql, kommune, { ansvarlig: sagsbehandler });
  const stamme = alle.filter((sag) => sag.sagsbehandler === sagsbehandler);
  const indgaaende = alle.filter(({ overdragesTil }) => overdragesTil === sagsbehandler).map(({ sagId }) => sagId);
  const kandidater = [];
  for (const modtager of modtagere) {
    const deres = await hentSagsstamme(sql, kommune, { ansvarlig: modtager.sagsbehandler });
    kandidater.push({ ...modtager, aabneSager: deres.length });
  }
  const [iGang] = await sql.query<{ sidsteDag: string }>(
    `SELECT sidste_dag::text AS "sidsteDag" FROM lm_sagsstyring_fratraedelser.fratraedelse
      WHERE tenant_id = $1 AND sagsbehandler = $2 AND fase NOT IN ('afsluttet', 'trukket') LIMIT 1`,
    [kommune, sagsbehandler],
  );
  return { sager: fordel(stamme, kandidater), iGang: iGang?.sidsteDag ?? null, indgaaende, adgang: stamme };
}

export interface Fratraedelsesraekke {
  readonly fratraedelseId: string;
  readonly sagsbehandler: string;
  readonly sidsteDag: string;
  readonly oprettet: string;
  readonly fase: string;
  readonly antalSager: number;
}

/** The latest last day first, a page at a time. */
export async function listFratraedelser(
  sql: Sql,
  kommune: number,
  valg: Sidevalg & { readonly fase?: string; readonly sagsbehandler?: string },
): Promise<Side<Fratraedelsesraekke>> {
  const vaerdier: unknown[] = [kommune];
  const betingelser = ['tenant_id = $1'];
  const parameter = (vaerdi: unknown): string => `$${vaerdier.push(vaerdi)}`;
  if (valg.fase !== undefined) betingelser.push(`fase = ${parameter(valg.fase)}`);
  if (valg.sagsbehandler !== undefined) betingelser.push(`sagsbehandler = ${parameter(valg.sagsbehandler)}`);
  const efter = efterMarkoer(valg, ['dato', 'uuid'] as const);
  if (efter !== undefined)
    betingelser.push(`(sidste_dag, fratraedelse_id) < (${parameter(efter[0])}::date, ${parameter(efter[1])}::uuid)`);
  const raekker = await sql.query<Fratraedelsesraekke>(
    `SELECT fratraedelse_id AS "fratraedelseId", sagsbehandler, sidste_dag::text AS "sidsteDag", oprettet::text AS oprettet, fase,
            antal_sager AS "antalSager"
       FROM lm_sagsstyring_fratraedelser.fratraedelse
      WHERE ${betingelser.join(' AND ')}
      ORDER BY sidste_dag DESC, fratraedelse_id DESC LIMIT ${parameter(antalAtHente(valg))}`,
    vaerdier,
  );
  return side(raekker, valg, (r) => [r.sidsteDag, r.fratraedelseId]);
}
