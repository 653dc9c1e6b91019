import { Inject, Injectable } from '@nestjs/common';
import { type Aktoer } from '../auth/actor.js';
import { type EventStore, type StoredEvent } from '../eventstore/event-store.js';
import { EVENT_STORE } from '../event-store.token.js';
import { ikkeFundet, ProblemException } from '../http/problem.js';
import { type Sql } from '../queries/query.js';
import { type DraftDocument, type DraftFate, type DraftLog, fateOf, stepOf } from './draft-document.js';
import { type Draft, DraftStore } from './draft-store.js';

/** A field, and the version of its draft that somebody has seen. */
export interface DraftVersion {
  readonly field: string;
  readonly version: number;
}

interface KeptDraft extends Draft {
  /** Its step was recorded since without this text, or the document has ended: somebody must use it or give it up. */
  readonly leftOver: boolean;
}

/** A document's drafts, held against the log: only in a stream of the municipality's own, and gone when they are finished. */
@Injectable()
export class Drafts {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly drafts: DraftStore,
  ) {}

  /** Keeps a text that is being written; the answer comes when it is committed. */
  async save(
    aktoer: Aktoer,
    document: DraftDocument,
    documentId: string,
    writing: { readonly field: string; readonly text: string; readonly seen: number },
  ): Promise<{ readonly version: number; readonly savedAt: string }> {
    const { field, text, seen } = writing;
    const { events, elsewhere } = await this.open(aktoer.kommune, document, documentId);
    const step = stepOf(field);
    if (step === undefined || !document.steps.includes(step)) throw unknownField(document, field);
    const closed = document.closed(events, elsewhere);
    if (closed !== undefined) throw lockedDocument(closed);
    const { barnId: subjectId } = subjectsOf(events, documentId);
    const place = { documentId, field, subjectId };
    const outcome = await this.drafts.save(aktoer.kommune, place, text, aktoer.id, seen);
    switch (outcome.outcome) {
      case 'saved':
        return outcome;
      case 'stale':
        throw staleDraft(seen, outcome);
      case 'erased':
        throw lockedDocument('Personens oplysninger er slettet.');
    }
  }

  /** What has not been finished, and whether it is left over; finished texts are removed on the way. */
  async read(
    sql: Sql,
    kommune: number,
    document: DraftDocument,
    documentId: string,
  ): Promise<{ readonly drafts: readonly KeptDraft[]; readonly barnId: string; readonly sagId?: string }> {
    const opened = await this.open(kommune, document, documentId, sql);
    const all = sorted(document, opened, await this.drafts.list(sql, kommune, documentId));
    await this.drafts.removeFinished(kommune, documentId, all.filter(isFinished));
    const drafts = all.flatMap(({ fate, ...draft }) =>
      fate === 'finished' ? [] : [{ ...draft, leftOver: fate === 'left-over' }],
    );
    return { drafts, ...subjectsOf(opened.events, documentId) };
  }

  /** The writer gives a draft up. */
  async discard(
    aktoer: Aktoer,
    document: DraftDocument,
    documentId: string,
    field: string,
    seen: number,
  ): Promise<void> {
    await this.stream(aktoer.kommune, document, documentId);
    if ((await this.drafts.discard(aktoer.kommune, documentId, field, seen)) === 'stale') {
      throw staleDraft(seen, { version: null });
    }
  }

  /**
   * After a command: what it finished is no longer a draft. The writer can say which drafts, in which versions, became the
   * text; besides those, the ones whose words are in it go. One small question when there is none.
   */
  async tidy(
    kommune: number,
    document: DraftDocument,
    documentId: string,
    said: readonly DraftVersion[] = [],
  ): Promise<void> {
    const all = await this.drafts.all(kommune, documentId);
    if (all.length === 0) return;
    const finished = sorted(document, await this.open(kommune, document, documentId), all).filter(isFinished);
    await this.drafts.removeFinished(kommune, documentId, [...said, ...finished]);
  }

  private async open(
    tenant: number,
    document: DraftDocument,
    id: string,
    sql: Pick<Sql, 'query'> = this.drafts.asking(tenant),
  ): Promise<OpenedDocument> {
    const events = await this.stream(tenant, document, id);
    const log: DraftLog = {
      tenant,
      stream: (streamId) => this.store.load(tenant, streamId),
      at: (positions) => this.store.readAt(tenant, positions),
      query: (text, values) => sql.query(text, values),
    };
    return { events, elsewhere: (await document.elsewhere?.(log, events)) ?? [] };
  }

  private async stream(kommune: number, document: DraftDocument, id: string): Promise<readonly StoredEvent[]> {
    const events = await this.store.load(kommune, id);
    if (events[0]?.kind !== document.kind) throw ikkeFundet(document.kind.slice(document.kind.indexOf('.') + 1), id);
    return events;
  }
}

/** A document's own events, and those elsewhere that say what has become of its texts. */
interface OpenedDocument {
  readonly events: readonly StoredEvent[];
  readonly elsewhere: readonly StoredEvent[];
}

type SortedDraft = Draft & { readonly fate: DraftFate };

function sorted(
  document: DraftDocument,
  { events, elsewhere }: OpenedDocument,
  drafts: readonly Draft[],
): readonly SortedDraft[] {
  return drafts.map((draft) => ({ ...draft, fate: fateOf(document, events, draft, elsewhere) }));
}

const isFinished = ({ fate }: SortedDraft): boolean => fate === 'finished';

/** The first event of a document names the child, and the case when it belongs to one. */
function subjectsOf(events: readonly StoredEvent[], documentId: string): { barnId: string; sagId?: string } {
  const { barnId, sagId } = events[0]?.data ?? {};
  if (typeof barnId !== 'string') throw new Error(`stream ${documentId} has drafts but names no child`);
  return { barnId, ...(typeof sagId === 'string' ? { sagId } : {}) };
}

function unknownField(document: DraftDocument, field: string): ProblemException {
  const besked = `Skal begynde med et af: ${document.steps.join(', ')}, eventuelt fulgt af punktum og feltets navn.`;
  return new ProblemException(400, {
    type: 'ukendt-kladdefelt',
    title: 'Feltet kan ikke gemmes som kladde',
    detail: besked,
    fejl: [{ felt: 'felt', sti: '{felt}', kode: stepOf(field) === undefined ? 'moenster' : 'ukendt-kode', besked }],
  });
}

function lockedDocument(detail: string): ProblemException {
  return new ProblemException(409, { type: 'kladde-lukket', title: 'Der kan ikke skrives kladde', detail });
}

function staleDraft(
  seen: number,
  now: { readonly version: number | null; readonly savedAt?: string; readonly savedBy?: string },
): ProblemException {
  const hvem =
    now.savedBy === undefined || now.savedBy === '' ? '' : ` Den er gemt ${now.savedAt ?? ''} af ${now.savedBy}.`;
  return new ProblemException(412, {
    type: 'kladde-aendret-siden',
    title: 'Kladden er ændret, siden du så den',
    detail: `Du så version ${seen}.${hvem} Hent kladden, flet teksterne, og gem igen med den nye ETag; intet er overskrevet.`,
    mere: { gaeldendeVersion: now.version },
    ...(now.version === null ? {} : { headers: { ETag: `"${now.version}"` } }),
  });
}
