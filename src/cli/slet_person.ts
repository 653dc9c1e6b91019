import { createHash, randomUUID } from 'node:crypto';
import { type Pool } from 'pg';
import { Afvist } from '../faelles/afvist.js';
import { type KendtPerson, noterSletning, personDecider, type Slettegrund } from '../netvaerk/netvaerk.public.js';
import { type Clock } from '../platform/clock.js';
import { fold } from '../platform/commands/decider.js';
import { StoreSession } from '../platform/commands/store-session.js';
import { withTenant } from '../platform/db/pool.js';
import { type EventStore } from '../platform/eventstore/event-store.js';
import { type BlindIndex } from '../platform/eventstore/sealing/blind-index.js';
import { type Ids } from '../platform/ids.js';
import { barnDecider, barnetsStroem, sagDecider } from '../sagsstyring/sagsstyring.public.js';

/** What an erasure works on. */
export interface Sletteadgang {
  readonly store: EventStore;
  readonly pool: Pool;
  readonly blindIndex: BlindIndex;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface Sletning {
  readonly kommune: number;
  readonly personId: string;
  readonly grund: Slettegrund;
  readonly reference: string;
  /** Who is at the keyboard, as the log will say. */
  readonly bruger: string;
}

/** What was done: the event may stand there from an attempt that was interrupted before the key was destroyed. */
export interface Sletteresultat {
  readonly haendelse: 'skrevet' | 'stod-der';
  readonly noegle: 'destrueret' | 'var-destrueret';
}

/** Cases and notifications that are not finished and that need the person: the child's own, those of a child whose network it is in, and those that wait for an answer in its case. */
export async function aabneForhold(
  adgang: Sletteadgang,
  kommune: number,
  personId: string,
): Promise<readonly string[]> {
  const person = await kraevKendt(adgang, kommune, personId);
  const boern = await withTenant(adgang.pool, kommune, async (sql) => {
    const { rows } = await sql.query<{ barn: string }>(
      'SELECT DISTINCT barn_id AS barn FROM lm_netvaerk_personer.relation WHERE tenant_id = $1 AND person_id = $2',
      [kommune, personId],
    );
    return rows.map(({ barn }) => barn);
  });
  const indekser = await adgang.store.loadMany(kommune, [personId, ...boern].map(barnetsStroem));
  const egne = [...indekser.values()].flatMap((stroem) => {
    const { aabneSager, aabneUnderretninger } = fold(barnDecider, stroem);
    return [...Object.values(aabneSager), ...aabneUnderretninger];
  });
  return [...new Set([...egne, ...(await soeskendesSager(adgang, kommune, person))])];
}

/**
 * Cases of brothers and sisters that wait for an investigation because the person was placed: that it is left out is answered
 * in the person's own case, and sealed for it (BL § 21, stk. 2-3).
 */
async function soeskendesSager(
  { store }: Sletteadgang,
  kommune: number,
  { personId, relationer }: KendtPerson,
): Promise<readonly string[]> {
  const soeskende = Object.values(relationer).flatMap((r) => (r.art === 'soeskende' ? [r.personId] : []));
  if (soeskende.length === 0) return [];
  const { sager } = fold(barnDecider, await store.load(kommune, barnetsStroem(personId)));
  const anbringelser = [...(await store.loadMany(kommune, sager)).values()].flatMap((stroem) => {
    const sag = fold(sagDecider, stroem);
    return sag.fase === 'findes-ikke' ? [] : sag.kendteEnkeltsager;
  });
  const deres = await store.loadMany(kommune, [...new Set(soeskende)].map(barnetsStroem));
  return [...deres.values()].flatMap((stroem) => {
    const { aabneSager, soeskendesAnbringelser } = fold(barnDecider, stroem);
    return soeskendesAnbringelser.some((id) => anbringelser.includes(id)) ? Object.values(aabneSager) : [];
  });
}

/**
 * Erases one person for ever: the event first, then the key. Can be run again: what was interrupted is finished, and what is
 * done stays done. What was sealed for the person reads `[slettet]` afterwards, everywhere, while the chain still holds.
 */
export async function sletPerson(adgang: Sletteadgang, sletning: Sletning): Promise<Sletteresultat> {
  const { kommune, personId } = sletning;
  const haendelse = await noter(adgang, sletning);
  const destrueret = await adgang.store.destroySubjectKey(kommune, personId);
  return { haendelse, noegle: destrueret ? 'destrueret' : 'var-destrueret' };
}

async function kraevKendt(adgang: Sletteadgang, kommune: number, personId: string): Promise<KendtPerson> {
  const person = fold(personDecider, await adgang.store.load(kommune, personId));
  if (person.fase === 'ukendt') {
    throw new Afvist('person-findes-ikke', `Kommune ${String(kommune)} har ingen person med id ${personId}.`);
  }
  return person;
}

async function noter(adgang: Sletteadgang, sletning: Sletning): Promise<Sletteresultat['haendelse']> {
  const { kommune, personId, grund, reference, bruger } = sletning;
  const person = await kraevKendt(adgang, kommune, personId);
  if (person.slettet !== null) return 'stod-der';
  const nu = adgang.clock.nu();
  const aktoer = { id: bruger, roller: ['administrator'] as const };
  const session = new StoreSession(adgang.store, kommune, 1, {
    ...{ nu, iDag: nu.slice(0, 10), aktoer },
    nytId: () => adgang.ids.nytId(),
  });
  await noterSletning(session, adgang.blindIndex, kommune, personId, {
    ...{ grund, reference },
    aabneForhold: await aabneForhold(adgang, kommune, personId),
  });
  const svar = await adgang.store.append(kommune, {
    commandId: adgang.ids.nytId(),
    fingerprint: createHash('sha256').update(`slet ${personId} ${grund} ${reference}`).digest('hex'),
    ...{ writes: session.writes(), answer: { personId } },
    meta: { aktoer: bruger, roller: [...aktoer.roller], korrelation: randomUUID() },
    freshIds: session.freshIds,
  });
  if (svar.outcome !== 'ok') {
    throw new Afvist('aendret-imens', 'Personen blev ændret imens. Kør kommandoen igen.', { status: 409 });
  }
  return 'skrevet';
}
