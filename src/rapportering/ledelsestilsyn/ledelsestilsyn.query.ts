import { Temporal } from 'temporal-polyfill';
import { lokalDato } from '../../faelles/lokal_dato.js';
import { kendtDag } from '../../platform/corrections/known-days.js';
import { type Sql } from '../../platform/queries/query.js';
import { hentFrister, type Frist } from '../../sagsstyring/sagsstyring.public.js';
import { type Andel, helProcent, opgoerFrister, TILSYNSREGLER, type Tilsynstal } from './fristtal.js';
import { dageMellem, opgoerSagsstammer, type Sagsstammetal } from './oversigt.js';
import { hentAabneSager, hentAnsvar, hentIndsatserUdenPlan, type Opgoerelse } from './sager.query.js';

/** More deadlines than fall due in a large municipality in a year. */
const FRISTER = 500_000;
/** Whose breach of the law it is when the deadline passes. */
const KOMMUNEN = ['KB', 'BUU', 'FMD'];

/** The last instant of the local day. */
export function dagensSlut(dag: string): string {
  return Temporal.PlainDate.from(dag)
    .add({ days: 1 })
    .toZonedDateTime('Europe/Copenhagen')
    .toInstant()
    .subtract({ milliseconds: 1 })
    .toString();
}

/** The municipality's own deadlines that had passed at the end of the day, the longest overdue first. */
export async function hentOverskredne(
  sql: Sql,
  { kommune, pr, position }: Opgoerelse,
): Promise<readonly (Frist & { readonly dage: number })[]> {
  const frister = await hentFrister(sql, {
    ...{ kommune, position, pr: dagensSlut(pr) },
    ...{ status: ['overskredet'], graense: FRISTER },
  });
  return frister
    .filter(({ ansvarligRolle }) => KOMMUNEN.includes(ansvarligRolle))
    .map((frist) => ({ ...frist, dage: dageMellem(lokalDato(frist.forfald), pr) }));
}

export async function hentOversigt(
  sql: Sql,
  q: Opgoerelse & { readonly team?: string | undefined },
): Promise<readonly Sagsstammetal[]> {
  const udenPlan = (await hentIndsatserUdenPlan(sql, q)).filter(({ undtaget }) => !undtaget);
  return opgoerSagsstammer({
    sager: await hentAabneSager(sql, q, { team: q.team }),
    overskredne: await hentOverskredne(sql, q),
    udenPlan: new Set(udenPlan.map(({ sagId }) => sagId)),
    pr: q.pr,
  });
}

export interface Teamtal extends Tilsynstal {
  /** Null: cases that no team has, and notifications without a case. */
  readonly team: string | null;
  readonly M21: Andel & { readonly undladt: number };
}

export interface Talspoergsmaal extends Opgoerelse {
  /** The period that deadlines fall due and decisions are made in; both days count. */
  readonly fra: string;
  readonly til: string;
  readonly team?: string | undefined;
}

/** The minimum set of oversight for the municipality and for each team that owned the cases on the day. */
export async function hentTilsynstal(
  sql: Sql,
  q: Talspoergsmaal,
): Promise<{ readonly ialt: Omit<Teamtal, 'team'>; readonly teams: readonly Teamtal[] }> {
  const frister = await hentFrister(sql, {
    ...{ kommune: q.kommune, position: q.position, pr: dagensSlut(q.pr), regler: TILSYNSREGLER },
    ...{ forfaldMellem: { fra: q.fra, til: q.til }, graense: FRISTER },
  });
  const samtaler = await hentSamtaler(sql, q);
  const ansvar = await hentAnsvar(sql, q, [
    ...frister.flatMap(({ sagId }) => sagId ?? []),
    ...samtaler.map(({ sagId }) => sagId),
  ]);
  const teamAf = (sagId: string | null): string | null => (sagId === null ? null : (ansvar.get(sagId)?.team ?? null));
  const medTeam = frister.map((frist) => ({ ...frist, team: teamAf(frist.sagId) }));
  const samtalerne = samtaler.map((samtale) => ({ ...samtale, team: teamAf(samtale.sagId) }));
  const paa = (team: string | null): Teamtal => ({
    team,
    ...opgoerFrister(medTeam.filter((f) => f.team === team)),
    M21: opgoerSamtaler(samtalerne.filter((s) => s.team === team)),
  });
  const teams = [...new Set([...medTeam, ...samtalerne].map(({ team }) => team))].sort((a, b) =>
    (a ?? '￿') < (b ?? '￿') ? -1 : 1,
  );
  return {
    ialt: { ...opgoerFrister(medTeam), M21: opgoerSamtaler(samtalerne) },
    teams: teams.filter((team) => q.team === undefined || team === q.team).map(paa),
  };
}

interface Samtale {
  readonly sagId: string;
  readonly udfald: 'holdt' | 'undladt' | 'mangler';
}

/** M21: of the decisions of the period that demand it, those where the child was heard first; left out with a reason apart. */
async function hentSamtaler(sql: Sql, { kommune, position, fra, til }: Talspoergsmaal): Promise<readonly Samtale[]> {
  const T = 'lm_rapportering_ledelsestilsyn';
  const kendt = (raekke: string, noegle: string, kolonne: string, haendelse = 'position') =>
    kendtDag({ ...{ skema: T, raekke, noegle, kolonne, haendelse }, kommune: '$1', position: '$2' });
  const [godkendt, afgoerelse] = [kendt('b', 'bfu_id', 'godkendt'), kendt('i', 'indsats_id', 'afgoerelse')];
  const [dato, samtale] = [kendt('s', 'bfu_id', 'dato'), kendt('i', 'indsats_id', 'samtale')];
  const iBfu = (bfu: string, senest: string): string =>
    `(SELECT bool_or(s.holdt) FROM ${T}.samtale s ${dato.fra} WHERE s.tenant_id = $1 AND s.bfu_id = ${bfu} AND s.position <= $2 AND ${dato.dag} <= ${senest})`;
  return sql.query<Samtale>(
    `SELECT b.sag_id AS "sagId", CASE ${iBfu('b.bfu_id', godkendt.dag)} WHEN true THEN 'holdt' WHEN false THEN 'undladt' ELSE 'mangler' END AS udfald
       FROM ${T}.bfu b ${godkendt.fra} WHERE b.tenant_id = $1 AND b.position <= $2 AND ${godkendt.dag} BETWEEN $3 AND $4
      UNION ALL
     SELECT i.sag_id, CASE WHEN ${samtale.dag} <= ${afgoerelse.dag} OR ${iBfu('i.bfu_id', afgoerelse.dag)} THEN 'holdt' ELSE 'undladt' END
       FROM ${T}.indsats i ${afgoerelse.fra} ${samtale.fra}
      WHERE i.tenant_id = $1 AND i.position <= $2 AND i.plan_kraeves AND ${afgoerelse.dag} BETWEEN $3 AND $4`,
    [kommune, position, fra, til],
  );
}

function opgoerSamtaler(samtaler: readonly Samtale[]): Andel & { readonly undladt: number } {
  const antal = (udfald: Samtale['udfald']): number => samtaler.filter((s) => s.udfald === udfald).length;
  const undladt = antal('undladt');
  const forfaldne = samtaler.length - undladt;
  return { rettidige: antal('holdt'), forfaldne, procent: helProcent(antal('holdt'), forfaldne), undladt };
}
