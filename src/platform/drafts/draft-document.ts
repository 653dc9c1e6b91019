import { type StoredEvent } from '../eventstore/event-store.js';
import { type Sql } from '../queries/query.js';

/** A text that an event finishes: the step, and what in the event says which of the step's texts it is. */
interface FinishedStep {
  readonly step: string;
  /**
   * Where the step has one text for each thing of a kind, the event names the thing. The rest of a field's name is that
   * name, or the writer's own as long as the thing has none (`udtalelse.skolen`, before the statement has an id).
   */
  readonly names?: { readonly property: string; readonly ownNames: boolean };
}

/** What a document may look up about itself in the municipality's log and read models. */
export interface DraftLog {
  /** The municipality, for `query`. */
  readonly tenant: number;
  readonly stream: (streamId: string) => Promise<readonly StoredEvent[]>;
  readonly at: (positions: readonly number[]) => Promise<readonly StoredEvent[]>;
  readonly query: Sql['query'];
}

/**
 * What may be drafted in a kind of stream, and which events are the finished texts. The first part of a field's name, up to
 * the first full stop, is its step: `konklusion.barnetsHoldning` is finished by the conclusion.
 */
export interface DraftDocument {
  /** Kind of the stream, e.g. `ics.plan`. */
  readonly kind: string;
  /** Steps that can be drafted. */
  readonly steps: readonly string[];
  /** Event type -> the steps that it finishes. The end of the document finishes nothing: what is not finished is left over. */
  readonly finishedBy: Readonly<Record<string, readonly FinishedStep[]>>;
  /** Events outside the document's own stream that finish its texts, or say that nothing may be written in it. */
  readonly elsewhere?: (log: DraftLog, events: readonly StoredEvent[]) => Promise<readonly StoredEvent[]>;
  /** Why nothing can be drafted any more, in Danish; undefined while something can. */
  readonly closed: (events: readonly StoredEvent[], elsewhere: readonly StoredEvent[]) => string | undefined;
}

/** The part of a draft that says whether it is finished. */
interface WrittenDraft {
  readonly field: string;
  readonly text: string;
  readonly version: number;
  readonly savedAt: string;
}

const FIELD = /^[a-z][A-Za-z0-9-]{0,39}(\.[A-Za-z0-9-]{1,36}){0,3}$/;
const ID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** The step of a field's name; undefined when the name has not the form. */
export function stepOf(field: string): string | undefined {
  return FIELD.test(field) && field.length <= 80 ? field.split('.', 1)[0] : undefined;
}

/**
 * `finished`: every word of the draft stands in the text that was recorded after it was saved, so nothing is lost with it.
 * `left-over`: its step has been recorded since, or the document has ended, but this text was not in it. Otherwise `open`.
 */
export type DraftFate = 'finished' | 'left-over' | 'open';

/** What has become of a draft. An autosave that was answered is never thrown away on a guess: its words must be elsewhere. */
export function fateOf(
  document: DraftDocument,
  events: readonly StoredEvent[],
  draft: WrittenDraft,
  elsewhere: readonly StoredEvent[] = [],
): DraftFate {
  const step = stepOf(draft.field) ?? draft.field;
  const name = draft.field.slice(step.length + 1);
  let touched = false;
  for (const event of [...events, ...elsewhere]) {
    if (event.registreret < draft.savedAt) continue;
    for (const finishes of document.finishedBy[event.type] ?? []) {
      if (finishes.step !== step) continue;
      const match = matchOf(finishes, name, event.data);
      if (match === 'other') continue;
      if (holds(event.data, name, draft.text, match)) return 'finished';
      touched = true;
    }
  }
  return touched || document.closed(events, elsewhere) !== undefined ? 'left-over' : 'open';
}

/** Whether the event is about this field: surely, perhaps (the writer's own name for it), or about another. */
type Match = 'this' | 'perhaps' | 'other';

function matchOf({ names }: FinishedStep, name: string, data: Readonly<Record<string, unknown>>): Match {
  if (name === '' || typeof data[name] === 'string') return 'this';
  const named = names === undefined ? undefined : data[names.property];
  if (names === undefined || typeof named !== 'string') return 'perhaps';
  if (name === named || name.startsWith(`${named}.`)) return 'this';
  return names.ownNames && !ID.test(name.split('.', 1)[0] ?? '') ? 'perhaps' : 'other';
}

/** The event holds the draft's words; where it is not sure that the field is meant, all of a text must be the same. */
function holds(data: Readonly<Record<string, unknown>>, name: string, text: string, match: Match): boolean {
  const draft = words(text);
  if (draft === '') return true;
  const own = data[name];
  const texts = typeof own === 'string' ? [own] : textsIn(data);
  return texts.some((t) => (match === 'this' ? words(t).includes(draft) : words(t) === draft));
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Spacing and the last full stop are not words. */
function words(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.!?…\s]+$/u, '');
}
