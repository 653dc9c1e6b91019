import { lokalDato } from '../../faelles/lokal_dato.js';
import { personDecider, type KendtPerson } from '../../netvaerk/netvaerk.public.js';
import { fold } from '../../platform/commands/decider.js';
import { JOURNAL_CATEGORIES } from '../../platform/eventstore/event-declaration.js';
import { type EventStore, type StoredEvent } from '../../platform/eventstore/event-store.js';
import { ikkeFundet } from '../../platform/http/problem.js';
import { type Sql } from '../../platform/queries/query.js';
import { type ContextRegistration } from '../../platform/registry.js';
import { hentSagsbilleder, sagDecider } from '../../sagsstyring/sagsstyring.public.js';
import { hentJournal } from '../journal/journal.query.js';
import { renderLine } from '../journal/journal_line.js';
import { skrivResume, type Linje, type Netvaerksperson, type Resume } from './resume.js';

/** More than the page shows; a line that the program no longer knows takes none of its room. */
const LINJER = 12;
/** What the system notes about itself (opened, put off, tied) is no news to one who takes the case over. */
const KATEGORIER = JOURNAL_CATEGORIES.filter((kategori) => kategori !== 'administration');

export interface Resumesvar {
  readonly resume: Resume;
  readonly barnId: string;
}

/** The case on one page, as it was at an instant and known at a position. */
export async function hentResume(
  sql: Sql,
  store: EventStore,
  kontekster: readonly ContextRegistration[],
  q: { readonly kommune: number; readonly sagId: string; readonly pr: string; readonly position: number | undefined },
): Promise<Resumesvar> {
  const { kommune, sagId, pr, position } = q;
  const [billede] = await hentSagsbilleder(sql, store, kontekster, {
    ...{ kommune, pr, position },
    ...{ sager: [sagId], underretninger: [] },
  });
  const sagen = billede?.stroemme.find(([foerste]) => foerste?.streamId === sagId);
  const sag = sagen === undefined ? sagDecider.initial : fold(sagDecider, sagen);
  if (billede?.art !== 'sag' || sag.fase === 'findes-ikke') throw ikkeFundet('sag', sagId);
  const kendt = position === undefined ? {} : { untilPosition: position };
  const barn = personen(await store.load(kommune, billede.barnId, kendt));
  const resume = skrivResume({
    ...{ billede, sag, barn, iDag: lokalDato(pr) },
    netvaerk: await netvaerket(store, kommune, barn, kendt),
    seneste: await senesteLinjer(sql, store, kontekster, q),
  });
  return { resume, barnId: billede.barnId };
}

function personen(stroem: readonly StoredEvent[]): KendtPerson | null {
  const person = fold(personDecider, stroem[0]?.kind === personDecider.kind ? stroem : []);
  return person.fase === 'ukendt' ? null : person;
}

async function netvaerket(
  store: EventStore,
  kommune: number,
  barn: KendtPerson | null,
  kendt: { readonly untilPosition?: number },
): Promise<readonly Netvaerksperson[]> {
  const relationer = Object.values(barn?.relationer ?? {}).filter(({ ophoertDato }) => ophoertDato === null);
  if (relationer.length === 0) return [];
  const personer = await store.loadMany(
    kommune,
    relationer.map(({ personId }) => personId),
    kendt,
  );
  return relationer.map(({ personId, art, foraeldremyndighed }) => ({
    ...{ art, foraeldremyndighed },
    navn: personen(personer.get(personId) ?? [])?.oplysninger.navn ?? null,
  }));
}

async function senesteLinjer(
  sql: Sql,
  store: EventStore,
  kontekster: readonly ContextRegistration[],
  q: { readonly kommune: number; readonly sagId: string; readonly position: number | undefined },
): Promise<readonly Linje[]> {
  const raekker = await hentJournal(sql, {
    ...{ kommune: q.kommune, sagId: q.sagId, kategori: KATEGORIER, tilPosition: q.position },
    ...{ nyesteFoerst: true, graense: LINJER },
  });
  const haendelser = await store.readAt(
    q.kommune,
    raekker.map(({ position }) => position),
  );
  const paa = new Map(haendelser.map((h) => [h.position, h]));
  const erklaeringer = new Map(kontekster.flatMap((k) => k.events).map((e) => [e.type, e]));
  return raekker.map(({ position, dato }) => {
    const { overskrift, tekst } = renderLine(paa.get(position), erklaeringer, dato);
    return { dato, overskrift, tekst };
  });
}
