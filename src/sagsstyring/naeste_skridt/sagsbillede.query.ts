import { lokalDato } from '../../faelles/lokal_dato.js';
import { type Skridt } from '../../faelles/skridt.js';
import { personDecider } from '../../netvaerk/netvaerk.public.js';
import { fold } from '../../platform/commands/decider.js';
import { rettetPaaPlads } from '../../platform/corrections/date-correction.js';
import { type EventStore, type StoredEvent } from '../../platform/eventstore/event-store.js';
import { type Sql } from '../../platform/queries/query.js';
import {
  type CaseGuidance,
  type ContextRegistration,
  type GuidanceSource,
  type Streams,
} from '../../platform/registry.js';
import { barnDecider, barnetsStroem, type Barnesager } from '../barn/barn.js';
import { type Frist, hentFrister } from '../frister/frister.query.js';
import { hentFratraadte } from '../fratraedelse/fratraadte.query.js';
import { type Fratraadt } from '../sag/sag.js';
import { foerRisikovurdering } from './foer_risikovurdering.js';
import { hosFratraadt } from './hos_fratraadt.js';
import { medFrister, type SkridtMedFrist } from './inden.js';

/** Nothing is to be done with an enkeltsag, and why. */
export interface Hvile {
  readonly enkeltsagId: string;
  /** What it is: `underretning`, `undersoegelse`, `plan` … */
  readonly art: string;
  readonly hvorfor: string;
}

/** Where a case, or a notification without one, stands: its streams, what to do, and its open deadlines. */
export interface Sagsbillede {
  /** The case, or the notification that has none. */
  readonly id: string;
  readonly art: 'sag' | 'underretning';
  readonly barnId: string;
  readonly stroemme: readonly (readonly StoredEvent[])[];
  readonly skridt: readonly SkridtMedFrist[];
  readonly hvile: readonly Hvile[];
  /** Open, the most urgent first. */
  readonly frister: readonly Frist[];
}

export interface Billedspoergsmaal {
  readonly kommune: number;
  readonly sager: readonly string[];
  /** Notifications without a case. */
  readonly underretninger: readonly string[];
  /** The instant that deadlines are held against. */
  readonly pr: string;
  /** What was known; everything when left out. */
  readonly position?: number | undefined;
}

/** More deadlines than a caseload can have open; a hundred cases with five each are still far below. */
const FRISTER = 20_000;
/** Contexts whose streams say nothing about what to do. */
const UDEN_VEJLEDNING = ['journalark', 'rapportering'];

/** Where cases and notifications stand, in one round trip to the log for all of them. Those that do not exist are left out. */
export async function hentSagsbilleder(
  sql: Sql,
  store: EventStore,
  kontekster: readonly ContextRegistration[],
  q: Billedspoergsmaal,
): Promise<readonly Sagsbillede[]> {
  if (q.sager.length + q.underretninger.length === 0) return [];
  const raekker = await sql.query<{ sag: string; stroem: string }>(
    `SELECT sag_id AS sag, stroem_id AS stroem FROM lm_sagsstyring_sagsstroemme.stroem
      WHERE tenant_id = $1 AND sag_id = ANY ($2::uuid[]) AND kontekst <> ALL ($3::text[])`,
    [q.kommune, q.sager, UDEN_VEJLEDNING],
  );
  const stroemmeAf = new Map<string, Set<string>>();
  for (const id of [...q.sager, ...q.underretninger]) stroemmeAf.set(id, new Set([id]));
  for (const { sag, stroem } of raekker) stroemmeAf.get(sag)?.add(stroem);
  const haendelser = await store.loadMany(
    q.kommune,
    [...new Set([...stroemmeAf.values()].flatMap((ids) => [...ids]))],
    q.position === undefined ? {} : { untilPosition: q.position },
  );
  const vejledning = vejledningAf(kontekster);
  const barnets = await hentBarnetsStroemme(store, q, haendelser, vejledning);
  const frister = await hentFrister(sql, {
    kommune: q.kommune,
    pr: q.pr,
    position: q.position,
    omfatter: { sagIder: q.sager, enkeltsagIder: q.underretninger },
    status: ['overskredet', 'forfalder', 'kommende'],
    graense: FRISTER,
  });
  const iDag = lokalDato(q.pr);
  const fratraadte = await hentFratraadte(sql, q.kommune, { iDag, position: q.position });
  return [...stroemmeAf].flatMap(([id, ids]) => {
    const stroemme = [...ids].flatMap((stroem) => {
      const fundet = haendelser.get(stroem);
      return fundet === undefined || fundet.length === 0 ? [] : [rettetPaaPlads(fundet)];
    });
    const egen = haendelser.get(id)?.[0];
    const art = artAf(egen?.kind);
    const barnId = egen?.data['barnId'];
    if (art === undefined || typeof barnId !== 'string') return [];
    const egne = frister.filter((f) => (art === 'sag' ? f.sagId === id : f.enkeltsagId === id));
    return [
      {
        id,
        art,
        barnId,
        stroemme,
        frister: egne,
        ...vejled(vejledning, { art, stroemme, barnets: barnets(barnId, ids), frister: egne, fratraadte, iDag }),
      },
    ];
  });
}

/** What there is about the child besides the case. */
interface Barnets {
  readonly stroemme: Streams;
  /** Every notification about the child, whichever case it is in; only for what holds for the child in all of them. */
  readonly underretninger: Streams;
}

/**
 * The child's own streams: how old it is, and which notifications there are about it in its other cases; its brothers and
 * sisters where guidance looks at them; and what the case and the child name of the child's other cases.
 */
async function hentBarnetsStroemme(
  store: EventStore,
  q: Billedspoergsmaal,
  sagernes: ReadonlyMap<string, readonly StoredEvent[]>,
  { kilder, medSoeskende }: Vejledning,
): Promise<(barnId: string, egne: ReadonlySet<string>) => Barnets> {
  const naevnte = new Map<string, Set<string>>();
  const medFlok = new Set<string>();
  for (const stroem of sagernes.values()) {
    const [foerste] = stroem;
    const barnId = foerste?.data['barnId'];
    if (foerste === undefined || typeof barnId !== 'string') continue;
    const andetsteds = kilder.get(foerste.kind)?.flatMap((kilde) => kilde.elsewhere?.(stroem) ?? []) ?? [];
    if (artAf(foerste.kind) === undefined && andetsteds.length === 0 && !medSoeskende.has(foerste.kind)) continue;
    naevnte.set(barnId, new Set([...(naevnte.get(barnId) ?? []), ...andetsteds]));
    if (medSoeskende.has(foerste.kind)) medFlok.add(barnId);
  }
  const hent = (ids: readonly string[]) =>
    store.loadMany(q.kommune, ids, q.position === undefined ? {} : { untilPosition: q.position });
  const fundne = await hent([...naevnte.keys()].flatMap((barnId) => [barnId, barnetsStroem(barnId)]));
  const underretninger = new Map<string, readonly string[]>();
  for (const [barnId, ids] of naevnte) {
    const indeks = fold(barnDecider, fundne.get(barnetsStroem(barnId)) ?? []);
    for (const id of medFlok.has(barnId) ? soeskendeI(fundne.get(barnId) ?? []) : []) ids.add(id);
    for (const id of flytninger(indeks)) ids.add(id);
    underretninger.set(barnId, indeks.underretninger);
  }
  const flere = [...naevnte.values(), ...underretninger.values()]
    .flatMap((ids) => [...ids])
    .filter((id) => !sagernes.has(id) && !fundne.has(id));
  const fundneFlere = flere.length === 0 ? undefined : await hent([...new Set(flere)]);
  const find = (ids: readonly string[]): Streams =>
    ids.flatMap((id) => {
      const stroem = fundne.get(id) ?? fundneFlere?.get(id) ?? sagernes.get(id);
      return stroem === undefined || stroem.length === 0 ? [] : [stroem];
    });
  return (barnId, egne) => ({
    stroemme: find([barnId, barnetsStroem(barnId), ...(naevnte.get(barnId) ?? [])].filter((id) => !egne.has(id))),
    underretninger: find(underretninger.get(barnId) ?? []),
  });
}

/** Notifications to the municipality that the child moves to, where they decide whether a case can be closed. */
function flytninger(barn: Barnesager): readonly string[] {
  return barn.soeskendesAnbringelser.length === 0 ? [] : barn.flytninger;
}

/** All who have been registered as brothers and sisters; on which days they were, guidance asks itself. */
function soeskendeI(stroem: readonly StoredEvent[]): readonly string[] {
  const person = fold(personDecider, stroem);
  const relationer = person.fase === 'ukendt' ? [] : Object.values(person.relationer);
  return [...new Set(relationer.flatMap(({ art, personId }) => (art === 'soeskende' ? [personId] : [])))];
}

function artAf(kind: string | undefined): Sagsbillede['art'] | undefined {
  if (kind === 'sagsstyring.sag') return 'sag';
  return kind === 'sagsstyring.underretning' ? 'underretning' : undefined;
}

interface Vejledning {
  readonly kilder: ReadonlyMap<string, readonly GuidanceSource[]>;
  readonly sagskilder: readonly CaseGuidance[];
  /** Kinds of streams whose guidance looks at brothers and sisters. */
  readonly medSoeskende: ReadonlySet<string>;
}

function vejledningAf(kontekster: readonly ContextRegistration[]): Vejledning {
  const kilder = new Map<string, readonly GuidanceSource[]>();
  const alle = kontekster.flatMap((k) => k.guidance ?? []);
  for (const kilde of alle) kilder.set(kilde.kind, [...(kilder.get(kilde.kind) ?? []), kilde]);
  const medSoeskende = new Set(alle.flatMap(({ kind, withSiblings }) => (withSiblings === true ? [kind] : [])));
  return { kilder, sagskilder: kontekster.flatMap((k) => k.caseGuidance ?? []), medSoeskende };
}

function vejled(
  { kilder, sagskilder }: Vejledning,
  {
    art,
    stroemme,
    barnets,
    frister,
    fratraadte,
    iDag,
  }: Pick<Sagsbillede, 'art' | 'stroemme' | 'frister'> & {
    readonly barnets: Barnets;
    readonly fratraadte: Fratraadt;
    readonly iDag: string;
  },
): Pick<Sagsbillede, 'skridt' | 'hvile'> {
  const skridt: Skridt[] = [];
  const hvile: Hvile[] = [];
  const omkring = [...stroemme, ...barnets.stroemme];
  for (const stroem of stroemme) {
    const [foerste] = stroem;
    if (foerste === undefined) continue;
    for (const kilde of kilder.get(foerste.kind) ?? []) {
      skridt.push(...kilde.steps(stroem, iDag, omkring));
      const hvorfor = kilde.rest?.(stroem, iDag, omkring);
      if (hvorfor !== undefined)
        hvile.push({
          enkeltsagId: foerste.streamId,
          art: foerste.kind.slice(foerste.kind.indexOf('.') + 1),
          hvorfor,
        });
    }
  }
  if (art === 'sag') {
    for (const kilde of sagskilder) skridt.push(...kilde.steps(stroemme, iDag));
    if (!skridt.some(({ kode }) => kode === 'sag-fratraedelse')) skridt.push(...hosFratraadt(stroemme, fratraadte));
  }
  return { skridt: medFrister(foerRisikovurdering(skridt, barnets.underretninger, iDag), frister), hvile };
}
