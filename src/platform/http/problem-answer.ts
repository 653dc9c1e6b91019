import { HttpException } from '@nestjs/common';
import { Afvist } from '../../faelles/afvist.js';
import { codeOf, isTransient } from '../eventstore/database-errors.js';
import { InvalidEventData, SubjectErased, UnknownTenant } from '../eventstore/errors.js';
import { type HttpReply, type HttpRequest, pathOf } from './http-request.js';
import { ProblemException, type ProblemOplysninger } from './problem.js';

export interface Answer {
  readonly status: number;
  readonly problem: ProblemOplysninger;
  /** The error is ours and belongs in the log. */
  readonly isFault: boolean;
}

const problemAf = (status: number, type: string, title: string, detail: string): Answer => ({
  status,
  problem: { type, title, detail },
  isFault: false,
});

/** What the framework refuses by itself, by status. */
const BY_STATUS: ReadonlyMap<number, Answer> = new Map(
  [
    problemAf(
      400,
      'ugyldig-anmodning',
      'Anmodningen kan ikke læses',
      'Adressen, et hoved eller indholdet har ikke den rette form.',
    ),
    problemAf(
      404,
      'ukendt-adresse',
      'Ikke fundet',
      'Adressen findes ikke. Se /docs eller /openapi.json for de adresser, der findes.',
    ),
    problemAf(
      406,
      'kan-ikke-leveres',
      'Kan ikke leveres i den form',
      'Svaret findes ikke i den medietype, som hovedet "Accept" beder om.',
    ),
    problemAf(408, 'for-langsom', 'Anmodningen kom for langsomt', 'Send anmodningen igen.'),
    problemAf(413, 'for-stort', 'Indholdet er for stort', 'Indholdet må højst fylde 1 MB.'),
    problemAf(414, 'for-lang-adresse', 'Adressen er for lang', 'En del af adressen er længere, end noget id kan være.'),
    problemAf(
      415,
      'forkert-medietype',
      'Forkert medietype',
      'Indholdet skal sendes som "Content-Type: application/json".',
    ),
    problemAf(431, 'for-store-hoveder', 'Hovederne er for store', 'Send færre eller kortere hoveder.'),
    problemAf(
      503,
      'utilgaengelig',
      'Ikke tilgængelig lige nu',
      'Prøv igen om lidt med samme Idempotency-Key; så sker intet to gange.',
    ),
  ].map((answer) => [answer.status, answer]),
);

const UKENDT: Answer = {
  status: 500,
  problem: {
    type: 'intern-fejl',
    title: 'Der er sket en fejl hos os',
    detail:
      'Fejlen er skrevet i driftsloggen under anmodningens id (korrelation). Prøv igen med samme Idempotency-Key; så sker intet to gange.',
  },
  isFault: true,
};

/** Any error as a problem. */
export function answerOf(error: unknown): Answer {
  if (error instanceof ProblemException) return { status: error.status, problem: error.problem, isFault: false };
  if (error instanceof Afvist) return refusal(error);
  if (error instanceof HttpException) return fromHttpException(error);
  if (error instanceof InvalidEventData) {
    // A field's own check was looser than the event's: nothing was written, and the caller can put it right.
    const fejl = error.issues.map(({ path }) => ({
      felt: path.slice(path.lastIndexOf('/') + 1),
      sti: path,
      kode: 'haendelse',
      besked: 'Værdien kan ikke gemmes i hændelsen.',
    }));
    return {
      status: 422,
      problem: {
        type: 'ugyldige-haendelsesdata',
        title: 'Oplysningerne kan ikke gemmes',
        detail: 'En værdi passer ikke til hændelsen. Intet er gemt.',
        fejl,
      },
      isFault: true,
    };
  }
  if (error instanceof SubjectErased) {
    return problemAf(
      409,
      'person-slettet',
      'Personens oplysninger er slettet',
      'Oplysningerne om personen er slettet for altid, så der kan ikke føjes nyt til. Intet er gemt.',
    );
  }
  if (error instanceof UnknownTenant)
    return problemAf(
      403,
      'kommune-ikke-aabnet',
      'Kommunen er ikke i brug',
      'Tokenets kommune er ikke taget i brug her.',
    );
  if (isAbandoned(error)) return BY_STATUS.get(400) ?? UKENDT;
  if (isTransient(error)) return { ...unavailable(), isFault: true };
  // Class 22 of SQLSTATE: a value that the column's type cannot hold.
  if (codeOf(error)?.startsWith('22') === true && codeOf(error)?.length === 5) {
    return {
      ...problemAf(
        400,
        'ugyldig-vaerdi',
        'Anmodningen kan ikke læses',
        'En værdi i anmodningen har ikke den rette form.',
      ),
      isFault: true,
    };
  }
  const status = frameworkStatus(error);
  return (status === undefined ? undefined : BY_STATUS.get(status)) ?? UKENDT;
}

/** Node's own word for a caller who hung up in the middle of the body. Nobody hears the answer, and nothing of ours failed. */
function isAbandoned(error: unknown): boolean {
  return error instanceof Error && error.message === 'aborted' && codeOf(error) === 'ECONNRESET';
}

function unavailable(): Answer {
  const answer = BY_STATUS.get(503) ?? UKENDT;
  return { ...answer, problem: { ...answer.problem, headers: { 'Retry-After': '1' } } };
}

function refusal(error: Afvist): Answer {
  const { paragraf, felt, mangler, status } = error.mere;
  return {
    status: status ?? 422,
    isFault: false,
    problem: {
      type: error.kode,
      title: 'Reglerne siger nej',
      detail: error.forklaring,
      ...(felt === undefined ? {} : { fejl: [{ ...fieldAt(felt), kode: error.kode, besked: error.forklaring }] }),
      mere: { ...(paragraf === undefined ? {} : { paragraf }), ...(mangler === undefined ? {} : { mangler }) },
    },
  };
}

/** A rule names a field inside another with dots, `barn.cpr`; callers get a JSON pointer, as from the pipe. */
function fieldAt(felt: string): { readonly felt: string; readonly sti: string } {
  return { felt: felt.slice(felt.lastIndexOf('.') + 1), sti: `/${felt.replaceAll('.', '/')}` };
}

const URN = 'urn:boernesag:problem:';

function fromHttpException(error: HttpException): Answer {
  const status = error.getStatus();
  const body = error.getResponse();
  if (typeof body === 'object' && 'type' in body && 'title' in body && 'detail' in body) {
    const { type, title, detail } = body;
    if (typeof type === 'string' && typeof title === 'string' && typeof detail === 'string') {
      return {
        status,
        problem: { type: type.startsWith(URN) ? type.slice(URN.length) : type, title, detail },
        isFault: false,
      };
    }
  }
  return (
    BY_STATUS.get(status) ??
    (status < 500
      ? problemAf(status, 'ugyldig-anmodning', 'Anmodningen kan ikke behandles', 'Anmodningen kan ikke behandles.')
      : UKENDT)
  );
}

/** Fastify's own errors, when they do not come through Nest. */
function frameworkStatus(error: unknown): number | undefined {
  const status: unknown = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

/** Sends the problem as RFC 9457 wants it. */
export function sendProblem(request: HttpRequest, reply: HttpReply, { status, problem }: Answer): void {
  for (const [name, value] of Object.entries(problem.headers ?? {})) reply.header(name, value);
  reply
    .status(status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .send(
      // A text: the adapter's serializers know JSON of routes only.
      JSON.stringify({
        type: `/problemer/${problem.type}`,
        title: problem.title,
        status,
        detail: problem.detail,
        instance: pathOf(request),
        korrelation: request.id,
        ...(problem.fejl === undefined ? {} : { fejl: problem.fejl }),
        ...problem.mere,
      }),
    );
}
