import { type StoredEvent } from '../eventstore/event-store.js';

/**
 * What may be drafted in a kind of stream, and which events are the finished texts. The first part of a field's name, up to
 * the first full stop, is its step: `konklusion.barnetsHoldning` is finished by the conclusion.
 */
export interface DraftDocument {
  /** Kind of the stream, e.g. `ics.plan`. */
  readonly kind: string;
  /** Steps that can be drafted. */
  readonly steps: readonly string[];
  /** Event type -> the steps that it finishes; `*` = all of the document. */
  readonly finishedBy: Readonly<Record<string, readonly string[] | '*'>>;
  /** Why nothing can be drafted any more, in Danish; undefined while something can. */
  readonly closed: (events: readonly StoredEvent[]) => string | undefined;
}

const FIELD = /^[a-z][A-Za-z0-9-]{0,39}(\.[A-Za-z0-9-]{1,36}){0,3}$/;

/** The step of a field's name; undefined when the name has not the form. */
export function stepOf(field: string): string | undefined {
  return FIELD.test(field) && field.length <= 80 ? field.split('.', 1)[0] : undefined;
}

/** When each drafted field was last finished; left out when it never was. */
export function finishedFields(
  document: DraftDocument,
  events: readonly StoredEvent[],
  fields: readonly string[],
): readonly { readonly field: string; readonly at: string }[] {
  return fields.flatMap((field) => {
    const step = stepOf(field) ?? field;
    const last = events.findLast(({ type }) => {
      const finishes = document.finishedBy[type];
      return finishes === '*' || finishes?.includes(step) === true;
    });
    return last === undefined ? [] : [{ field, at: last.registreret }];
  });
}
