import { createHash } from 'node:crypto';
import { type EventRow } from './event-codec.js';
import { type VerifyProblem } from './event-store.js';

/** A commit's own row as it was stored; hash and fingerprint in hex. */
export interface CommitRow {
  readonly position: number;
  readonly size: number;
  readonly commandId: string;
  readonly us: string;
  readonly fingerprint: string;
  readonly answer: string;
  readonly versions: string;
  readonly hash: string;
}

/** What is hashed of one event: the same text as the SQL function es.digest. */
export function digestOf(tenant: number, row: Omit<EventRow, 'kind'>): Buffer {
  return createHash('sha256')
    .update(
      [
        tenant,
        row.position,
        row.streamId,
        row.version,
        row.type,
        row.schemaVersion,
        row.us,
        Buffer.byteLength(row.meta),
        row.meta,
        row.data,
      ].join('\n'),
    )
    .digest();
}

/** The link of one commit: the same bytes as the SQL function es.link. */
export function linkOf(
  prev: Buffer,
  tenant: number,
  commit: Omit<CommitRow, 'hash'>,
  digests: readonly Buffer[],
): Buffer {
  const { position, size, commandId, us, fingerprint, answer, versions } = commit;
  const hash = createHash('sha256').update(prev);
  hash.update(
    [
      tenant,
      position,
      size,
      commandId,
      us,
      fingerprint,
      Buffer.byteLength(answer),
      answer,
      Buffer.byteLength(versions),
      versions,
    ].join('\n'),
  );
  for (const digest of digests) {
    hash.update(digest);
  }
  return hash.digest();
}

/** Walks a chain in order and notes what does not fit. After a fault it goes on from the stored hash, so that each fault is named once. */
export class ChainWalk {
  readonly problems: VerifyProblem[] = [];

  constructor(
    private readonly tenant: number,
    private position: number,
    private prev: Buffer,
  ) {}

  get at(): number {
    return this.position;
  }

  /** One commit with the events between the walk's position and its own. */
  step(commit: CommitRow, events: readonly Omit<EventRow, 'kind'>[]): void {
    const begin = commit.position - commit.size;
    if (begin !== this.position) {
      this.note(
        this.position + 1,
        'gap',
        `a commit is missing or was changed: the chain goes from ${String(this.position)} to a commit of ${String(begin + 1)}–${String(commit.position)}`,
      );
    }
    const own = events.filter((event) => event.position > begin);
    const found = new Set(own.map((event) => event.position));
    for (let position = Math.max(begin, this.position) + 1; position <= commit.position; position += 1) {
      if (!found.has(position)) {
        this.note(
          position,
          'missing-event',
          `event ${String(position)} of the commit ${String(begin + 1)}–${String(commit.position)} is missing`,
        );
      }
    }
    const digests = own.map((event) => digestOf(this.tenant, event));
    if (
      begin === this.position &&
      own.length === commit.size &&
      linkOf(this.prev, this.tenant, commit, digests).toString('hex') !== commit.hash
    ) {
      this.note(
        commit.position,
        'hash',
        `events ${String(begin + 1)}–${String(commit.position)} or their commit row were changed`,
      );
    }
    this.position = commit.position;
    this.prev = Buffer.from(commit.hash, 'hex');
  }

  /** Events that no commit vouches for. */
  extra(position: number): void {
    this.note(position, 'extra-event', `event ${String(position)} belongs to no commit`);
  }

  private note(position: number, problem: VerifyProblem['problem'], detail: string): void {
    this.problems.push({ position, problem, detail });
  }
}
