import { lokalDato } from '../../faelles/lokal_dato.js';
import { fold } from '../../platform/commands/decider.js';
import { type EventStore, type StoredEvent } from '../../platform/eventstore/event-store.js';
import { type Sql } from '../../platform/queries/query.js';
import { type ContextRegistration } from '../../platform/registry.js';
import { hentSagsbilleder, type Sagsbillede } from '../naeste_skridt/sagsbillede.query.js';
import {
  hentAabneUnderretninger,
  hentSagsstamme,
  type Stammesag,
  type Stammevalg,
} from '../sagsstamme/sagsstamme.query.js';
import { advisDecider, advisId, type Advissag } from './advis.js';
import { danAdvis, type Advis, type Stamdata } from './dan_advis.js';

export interface Advisspoergsmaal {
  readonly kommune: number;
  /** The instant that deadlines are held against. */
  readonly pr: string;
  /** What was known; everything when left out. */
  readonly position?: number | undefined;
  /** Whose cases; several are put together. */
  readonly stammer: readonly Stammevalg[];
  /** Also the reception's notifications. */
  readonly modtagelse: boolean;
}

/** All advis on the cases, put off or not, in no order. */
export async function hentAdvis(
  sql: Sql,
  store: EventStore,
  kontekster: readonly ContextRegistration[],
  q: Advisspoergsmaal,
): Promise<readonly Advis[]> {
  const sager = new Map<string, Stammesag>();
  for (const valg of q.stammer)
    for (const sag of await hentSagsstamme(sql, q.kommune, valg, q.position)) sager.set(sag.sagId, sag);
  const underretninger = q.modtagelse ? await hentAabneUnderretninger(sql, q.kommune, q.position) : [];
  const billeder = await hentSagsbilleder(sql, store, kontekster, {
    kommune: q.kommune,
    sager: [...sager.keys()],
    underretninger: underretninger.map(({ underretningId }) => underretningId),
    pr: q.pr,
    position: q.position,
  });
  const husket = await hentHusket(store, q, billeder);
  const iDag = lokalDato(q.pr);
  return billeder.flatMap((billede) => danAdvis(billede, stamdata(sager.get(billede.id)), husket, iDag));
}

/** The advis of one case or notification; undefined when there is no such case or notification. */
export async function hentSagensAdvis(
  sql: Sql,
  store: EventStore,
  kontekster: readonly ContextRegistration[],
  q: { readonly kommune: number; readonly pr: string; readonly art: Sagsbillede['art']; readonly id: string },
): Promise<{ readonly billede: Sagsbillede; readonly advis: readonly Advis[] } | undefined> {
  const [billede] = await hentSagsbilleder(sql, store, kontekster, {
    ...{ kommune: q.kommune, pr: q.pr },
    sager: q.art === 'sag' ? [q.id] : [],
    underretninger: q.art === 'underretning' ? [q.id] : [],
  });
  if (billede?.art !== q.art) return undefined;
  const [sag] = q.art === 'sag' ? await hentSagsstamme(sql, q.kommune, { sagId: q.id }) : [];
  const husket = await hentHusket(store, q, [billede]);
  return { billede, advis: danAdvis(billede, stamdata(sag), husket, lokalDato(q.pr)) };
}

function stamdata(sag: Stammesag | undefined): Stamdata {
  return { sagsbehandler: sag?.sagsbehandler ?? null, team: sag?.team ?? null };
}

/** What was put off and acknowledged. The streams of a case came with its picture; those of a notification are fetched. */
async function hentHusket(
  store: EventStore,
  q: { readonly kommune: number; readonly position?: number | undefined },
  billeder: readonly Sagsbillede[],
): Promise<(advisId: string) => Advissag> {
  const stroemme = new Map<string, readonly StoredEvent[]>();
  for (const stroem of billeder.flatMap((b) => b.stroemme)) {
    const [foerste] = stroem;
    if (foerste?.kind === advisDecider.kind) stroemme.set(foerste.streamId, stroem);
  }
  const uden = billeder.filter(({ art }) => art === 'underretning').map(({ id }) => advisId(id, 'underretning'));
  if (uden.length > 0) {
    const fundne = await store.loadMany(q.kommune, uden, q.position === undefined ? {} : { untilPosition: q.position });
    for (const [id, stroem] of fundne) stroemme.set(id, stroem);
  }
  return (id) => fold(advisDecider, stroemme.get(id) ?? []);
}
