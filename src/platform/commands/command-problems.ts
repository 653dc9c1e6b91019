import { type EventStore } from '../eventstore/event-store.js';
import { ProblemException } from '../http/problem.js';

/** More than this is not a conflict to look through but a page to fetch anew. */
const MOST_MISSED = 50;

/** 412: tells the version there is now, and what happened since the one the caller saw. */
export async function staleVersion(
  store: EventStore,
  tenant: number,
  streamId: string,
  seen: number,
): Promise<ProblemException> {
  const events = await store.load(tenant, streamId, { afterVersion: seen });
  const version = events.at(-1)?.version ?? (await store.load(tenant, streamId)).length;
  return new ProblemException(412, {
    type: 'aendret-siden',
    title: 'Det er ændret, siden du så det',
    detail: `Du så version ${String(seen)}; nu er det version ${String(version)}. Hent det igen, se hvad der er sket, og prøv igen med den nye ETag.`,
    mere: {
      gaeldendeVersion: version,
      misset: events
        .slice(0, MOST_MISSED)
        .map((event) => ({ haendelse: event.type, version: event.version, position: event.position })),
    },
    headers: { ETag: `"${String(version)}"` },
  });
}

/** 409: others kept changing the same while it was tried. */
export function concurrentChange(): ProblemException {
  return new ProblemException(409, {
    type: 'samtidig-aendring',
    title: 'Andre ændrer det samme lige nu',
    detail: 'Intet er gemt. Prøv igen om lidt.',
    headers: { 'Retry-After': '1' },
  });
}

/** 409: the stream takes no more events. */
export function closedStream(): ProblemException {
  return new ProblemException(409, {
    type: 'lukket-for-nyt',
    title: 'Lukket for nyt',
    detail: 'Der kan ikke føjes mere til det, anmodningen gælder. Intet er gemt.',
  });
}

/** 422: the same key says something else than before. */
export function keyUsedBefore(): ProblemException {
  return new ProblemException(422, {
    type: 'idempotency-key-genbrugt',
    title: 'Idempotency-Key er brugt før',
    detail:
      'Nøglen er brugt til en anmodning med et andet indhold. Intet er gemt. Brug en ny nøgle til en ny anmodning.',
  });
}
