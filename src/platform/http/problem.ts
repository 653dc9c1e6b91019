/** One thing that is wrong with a request, said so that a person can put it right. */
export interface Feltfejl {
  /** The field's own name, e.g. `cpr`. */
  readonly felt: string;
  /** JSON pointer in the body, or `?navn`, `{navn}`, `navn:` for query, path and header, e.g. `/barn/cpr`. */
  readonly sti: string;
  readonly kode: string;
  /** Danish: what is wrong. */
  readonly besked: string;
}

/** A problem's extra members besides those of RFC 9457. */
export interface ProblemOplysninger {
  /** Stable code; the problem's type becomes `/problemer/<type>`. */
  readonly type: string;
  /** Danish, short, the same for every problem of the type. */
  readonly title: string;
  /** Danish, about this occurrence: what is wrong and what to do. Never personal data. */
  readonly detail: string;
  readonly fejl?: readonly Feltfejl[];
  /** Further members, e.g. `gaeldendeVersion` on 412. */
  readonly mere?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer with status 4xx or 5xx, rendered as `application/problem+json` by the filter. */
export class ProblemException extends Error {
  constructor(
    readonly status: number,
    readonly problem: ProblemOplysninger,
  ) {
    super(`problem ${String(status)} ${problem.type}`);
    this.name = 'ProblemException';
  }
}

/**
 * 404. What belongs to another municipality is told in the same words as what does not exist, so that nobody can find out
 * by asking.
 */
export function ikkeFundet(art: string, id?: string): ProblemException {
  return new ProblemException(404, {
    type: 'ikke-fundet',
    title: 'Ikke fundet',
    detail: `Findes ikke i kommunen: ${art}${id === undefined ? '' : ` ${id.slice(0, 60)}`}.`,
  });
}

/** 400 about a single field, header or parameter. */
export function ugyldig(type: string, detail: string, fejl?: Feltfejl): ProblemException {
  return new ProblemException(400, {
    type,
    title: 'Anmodningen kan ikke læses',
    detail,
    ...(fejl === undefined ? {} : { fejl: [fejl] }),
  });
}
