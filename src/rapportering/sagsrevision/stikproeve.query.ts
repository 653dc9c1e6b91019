import { createHash } from 'node:crypto';
import { type EventStore } from '../../platform/eventstore/event-store.js';
import { type Sql } from '../../platform/queries/query.js';
import { type ContextRegistration } from '../../platform/registry.js';
import { hentFrister, hentSagsbilleder } from '../../sagsstyring/sagsstyring.public.js';
import { aabnePerioder, gjaldt } from '../noegletal/noegletal.query.js';
import { type Udtraeksregel } from './sagsrevision.events.js';
import { besvarAfLoggen, type Systemsvar } from './systemsvar.js';

/** More deadlines than the cases of a sample have. */
const FRISTER = 100_000;

export interface Stikproevespoergsmaal {
  readonly kommune: number;
  readonly position: number;
  readonly periode: { readonly fra: string; readonly til: string };
  readonly udtraeksregel: Udtraeksregel;
  readonly seed: string;
  readonly skaeringstid: string;
}

export interface Stikproeve {
  readonly populationsantal: number;
  readonly sager: readonly { readonly sagId: string; readonly barnId: string; readonly svar: readonly Systemsvar[] }[];
}

/**
 * The `antal` cases whose SHA-256 of `seed/sagId` is lowest. Anyone can draw it again in any language: it depends on
 * nothing but the seed and the population, and not on the order in which the population comes.
 */
export function traek<T extends { readonly sagId: string }>(
  population: readonly T[],
  antal: number,
  seed: string,
): readonly T[] {
  const lod = (sagId: string): string => createHash('sha256').update(`${seed}/${sagId}`).digest('hex');
  return population
    .map((sag) => ({ sag, lod: lod(sag.sagId) }))
    .sort((a, b) => (a.lod < b.lod ? -1 : 1))
    .slice(0, antal)
    .map(({ sag }) => sag);
}

/** Draws the sample as it was known at the position and answers what the log can answer. */
export async function hentStikproeve(
  sql: Sql,
  store: EventStore,
  kontekster: readonly ContextRegistration[],
  q: Stikproevespoergsmaal,
): Promise<Stikproeve> {
  const { kommune, position, skaeringstid } = q;
  const { fra, til } = q.periode;
  const population = await hentPopulation(sql, q);
  const valgte = traek(population, q.udtraeksregel.antal, q.seed);
  const sagIder = valgte.map(({ sagId }) => sagId);
  const billeder = await hentSagsbilleder(sql, store, kontekster, {
    ...{ kommune, position, pr: skaeringstid, sager: sagIder, underretninger: [] },
  });
  const frister = await hentFrister(sql, {
    ...{ kommune, position, pr: skaeringstid, graense: FRISTER },
    ...{ omfatter: { sagIder, enkeltsagIder: [] }, forfaldMellem: { fra, til } },
  });
  const stroemme = new Map(billeder.map((b) => [b.id, b.stroemme]));
  return {
    populationsantal: population.length,
    sager: valgte.map(({ sagId, barnId }) => ({
      ...{ sagId, barnId },
      svar: besvarAfLoggen({
        ...{ stroemme: stroemme.get(sagId) ?? [], frister: frister.filter((f) => f.sagId === sagId), fra, til },
      }),
    })),
  };
}

interface Populationssag {
  readonly sagId: string;
  readonly barnId: string;
}

async function hentPopulation(sql: Sql, q: Stikproevespoergsmaal): Promise<readonly Populationssag[]> {
  const { population, omraade, team, sagsbehandler } = q.udtraeksregel;
  const fra = population === 'aktive-i-perioden' ? q.periode.fra : q.periode.til;
  // Closed on a day is not open at its end (M01), but it was active on it.
  const slut = population === 'aktive-i-perioden' ? '>=' : '>';
  return sql.query<Populationssag>(
    `SELECT DISTINCT p.sag_id AS "sagId", p.barn_id AS "barnId"
       FROM ${aabnePerioder(`${slut} $4`)}
        AND ($5::text IS NULL OR ${gjaldt('omraade', 'omraade')} = $5)
        AND ($6::text IS NULL OR ${gjaldt('ansvar', 'team', ' AND x.team IS NOT NULL')} = $6)
        AND ($7::text IS NULL OR ${gjaldt('ansvar', 'sagsbehandler', ' AND x.sagsbehandler IS NOT NULL')} = $7)
      ORDER BY 1`,
    [q.kommune, q.periode.til, q.position, fra, omraade ?? null, team ?? null, sagsbehandler ?? null],
  );
}
