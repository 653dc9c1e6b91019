import { SubjectErased, InvalidCommit } from './errors.js';
import { type EventCatalogue } from './event-catalogue.js';
import { type DomainEvent } from './event-declaration.js';
import { type ClearEvent, type Commit, type EventMeta, type StoredEvent } from './event-store.js';
import { type KeyState, type Sealer, type SubjectKey } from './sealing/sealer.js';

/** Reserved field of the stored data: subject id -> sealed blob. */
const SEALED = '$';
export const ERASED = '[slettet]';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const JSON_SAFE_KIND = /^[a-z]+\.[a-z0-9-]+$/;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** An event as the adapters keep it: text in, the same text out. */
export interface EventRow {
  readonly position: number;
  readonly streamId: string;
  readonly kind: string;
  readonly version: number;
  readonly type: string;
  readonly schemaVersion: number;
  /** Microseconds since 1970. */
  readonly us: string;
  readonly data: string;
  readonly meta: string;
}

export interface SealedPart {
  readonly streamId: string;
  readonly kind: string;
  /** -1 = whatever it is */
  readonly expected: number;
  readonly events: readonly { readonly type: string; readonly schemaVersion: number; readonly data: string }[];
}

/** A commit ready to be written: checked, sealed, as text. */
export interface SealedCommit {
  readonly commandId: string;
  readonly fingerprint: string;
  readonly answer: string;
  readonly meta: string;
  readonly parts: readonly SealedPart[];
  readonly keys: readonly SubjectKey[];
  readonly bytes: number;
}

/** Between domain events and stored text: validation, sealing, upcasting. Shared by the adapters, so that they cannot differ. */
export class EventCodec {
  private lastMeta: { readonly text: string; readonly meta: EventMeta } | undefined;
  private lastTime: { readonly us: string; readonly iso: string } | undefined;

  constructor(
    private readonly catalogue: EventCatalogue,
    private readonly sealer: Sealer,
  ) {}

  /** `attempt` is 1, 2 …; from the second on keys are looked for also where the commit says that there are none. */
  async seal(tenant: number, commit: Commit, attempt = 1): Promise<SealedCommit> {
    checkShape(commit);
    const split = commit.writes.map((write) => write.events.map((event) => this.split(event)));
    const subjects = new Set(split.flat().flatMap(({ personal }) => [...personal.keys()]));
    const keys = await this.sealer.keysForWriting(tenant, subjects, attempt === 1 ? commit.freshIds : undefined);
    const used = [...subjects].map((subject) => usable(keys.get(subject), subject));
    let bytes = 0;
    const parts = commit.writes.map((write, index): SealedPart => ({
      streamId: write.streamId.toLowerCase(),
      kind: write.kind,
      expected: write.expected === 'any' ? -1 : write.expected,
      events: (split[index] ?? []).map(({ type, schemaVersion, clear, personal }) => {
        if (personal.size > 0) {
          clear[SEALED] = Object.fromEntries(
            [...personal].map(([subjectId, fields]) => [
              subjectId,
              this.sealer.seal(
                tenant,
                { streamId: write.streamId.toLowerCase(), type, subjectId },
                usable(keys.get(subjectId), subjectId),
                fields,
              ),
            ]),
          );
        }
        const data = JSON.stringify(clear);
        bytes += data.length;
        return { type, schemaVersion, data };
      }),
    }));
    return {
      commandId: commit.commandId.toLowerCase(),
      fingerprint: commit.fingerprint.toLowerCase(),
      answer: JSON.stringify(commit.answer),
      meta: JSON.stringify(commit.meta),
      parts,
      keys: used,
      bytes,
    };
  }

  /** Opened and upcast, in the order given. */
  async opened(tenant: number, rows: readonly EventRow[]): Promise<StoredEvent[]> {
    const parsed = rows.map((row) => this.parse(row));
    const keys = await this.sealer.keys(
      tenant,
      parsed.flatMap(({ sealed }) => Object.keys(sealed)),
    );
    return rows.map((row, index) => {
      const { clear, sealed } = parsed[index] ?? { clear: {}, sealed: {} };
      let data: Record<string, unknown> = clear;
      const erased = new Set<string>();
      for (const [subjectId, blob] of Object.entries(sealed)) {
        const key = keys.get(subjectId);
        if (key === undefined || key === 'destroyed') {
          erased.add(subjectId);
        } else {
          data = {
            ...data,
            ...this.sealer.openWith(tenant, { streamId: row.streamId, type: row.type, subjectId, blob }, key),
          };
        }
      }
      if (erased.size > 0) {
        data = this.markErased(row.type, data, erased);
      }
      data = this.catalogue.upcast(row.type, row.schemaVersion, data);
      return {
        tenant,
        position: row.position,
        streamId: row.streamId,
        kind: row.kind,
        version: row.version,
        type: row.type,
        schemaVersion: row.schemaVersion,
        registreret: this.time(row.us),
        data: erased.size > 0 ? this.markErased(row.type, data, erased) : data,
        meta: this.meta(row.meta),
      };
    });
  }

  /** As projections see it. */
  clear(tenant: number, row: Omit<EventRow, 'kind'>): ClearEvent {
    return new LazyClearEvent(tenant, row, row.schemaVersion === this.catalogue.get(row.type).version, this);
  }

  /** An upcast runs on the clear fields alone here, and what it puts in a sealed field is taken out again. */
  clearContent(
    row: Pick<EventRow, 'type' | 'schemaVersion' | 'data'>,
    isCurrent: boolean,
  ): Pick<ClearEvent, 'data' | 'sealed'> {
    const { clear, sealed } = this.parse(row);
    if (isCurrent) return { data: clear, sealed };
    const data = { ...this.catalogue.upcast(row.type, row.schemaVersion, clear) };
    for (const field of this.catalogue.sealedFields(row.type)) {
      Reflect.deleteProperty(data, field);
    }
    return { data, sealed };
  }

  private split(event: DomainEvent): {
    type: string;
    schemaVersion: number;
    clear: Record<string, unknown>;
    personal: Map<string, Record<string, unknown>>;
  } {
    const declaration = this.catalogue.get(event.type);
    this.catalogue.check(event.type, event.data);
    const clear: Record<string, unknown> = { ...event.data };
    const personal = new Map<string, Record<string, unknown>>();
    for (const [subjectField, fields] of Object.entries(declaration.sealed)) {
      for (const field of fields) {
        const value = clear[field];
        Reflect.deleteProperty(clear, field);
        if (value === undefined) {
          continue;
        }
        const subject = clear[subjectField];
        if (typeof subject !== 'string' || !isUuid(subject)) {
          throw new InvalidCommit(
            `Event ${event.type}: ${field} is to be sealed for the person in ${subjectField}, which is no id`,
          );
        }
        const id = subject.toLowerCase();
        const own = personal.get(id) ?? {};
        own[field] = value;
        personal.set(id, own);
      }
    }
    return { type: event.type, schemaVersion: declaration.version, clear, personal };
  }

  private parse(row: Pick<EventRow, 'data'>): { clear: Record<string, unknown>; sealed: Record<string, string> } {
    const clear = JSON.parse(row.data) as Record<string, unknown>;
    const sealed = clear[SEALED] as Record<string, string> | undefined;
    if (sealed) {
      Reflect.deleteProperty(clear, SEALED);
    }
    return { clear, sealed: sealed ?? {} };
  }

  /** Sealed strings of erased persons read '[slettet]'; sealed fields of other kinds are absent. */
  private markErased(
    type: string,
    data: Record<string, unknown>,
    erased: ReadonlySet<string>,
  ): Record<string, unknown> {
    const declaration = this.catalogue.get(type);
    const marked = { ...data };
    for (const [subjectField, fields] of Object.entries(declaration.sealed)) {
      const subject = data[subjectField];
      if (typeof subject === 'string' && erased.has(subject.toLowerCase())) {
        for (const field of fields) {
          if (declaration.schema.properties[field]?.['type'] === 'string') {
            marked[field] = ERASED;
          }
        }
      }
    }
    return marked;
  }

  /** Events of one commit share their meta's text: parsed once. */
  meta(text: string): EventMeta {
    if (this.lastMeta?.text !== text) {
      this.lastMeta = { text, meta: Object.freeze(JSON.parse(text) as EventMeta) };
    }
    return this.lastMeta.meta;
  }

  time(us: string): string {
    if (this.lastTime?.us !== us) {
      this.lastTime = { us, iso: new Date(Math.floor(Number(us) / 1000)).toISOString() };
    }
    return this.lastTime.iso;
  }
}

/** Parsed when somebody looks: a projection passes most events over, and what is parsed must be collected again. */
class LazyClearEvent implements ClearEvent {
  private content: Pick<ClearEvent, 'data' | 'sealed'> | undefined;

  constructor(
    readonly tenant: number,
    private readonly row: Omit<EventRow, 'kind'>,
    private readonly isCurrent: boolean,
    private readonly codec: EventCodec,
  ) {}

  get position(): number {
    return this.row.position;
  }

  get streamId(): string {
    return this.row.streamId;
  }

  get version(): number {
    return this.row.version;
  }

  get type(): string {
    return this.row.type;
  }

  get registreret(): string {
    return this.codec.time(this.row.us);
  }

  get meta(): EventMeta {
    return this.codec.meta(this.row.meta);
  }

  get data(): ClearEvent['data'] {
    return this.opened().data;
  }

  get sealed(): ClearEvent['sealed'] {
    return this.opened().sealed;
  }

  private opened(): Pick<ClearEvent, 'data' | 'sealed'> {
    this.content ??= this.codec.clearContent(this.row, this.isCurrent);
    return this.content;
  }
}

function usable(state: KeyState | undefined, subjectId: string): SubjectKey {
  if (state === undefined || state === 'destroyed') {
    throw new SubjectErased(subjectId);
  }
  return state;
}

function checkShape(commit: Commit): void {
  const streams = new Set<string>();
  for (const { streamId, kind, expected } of commit.writes) {
    if (!isUuid(streamId) || !JSON_SAFE_KIND.test(kind)) {
      throw new InvalidCommit(
        `A commit writes to stream ${streamId} of kind ${kind}: the id must be a UUID and the kind kontekst.navneord`,
      );
    }
    if (streams.has(streamId.toLowerCase())) {
      throw new InvalidCommit(`A commit writes twice to stream ${streamId}; put its events in one write`);
    }
    if (expected !== 'any' && (!Number.isInteger(expected) || expected < 0)) {
      throw new InvalidCommit(`A commit expects version ${String(expected)} of stream ${streamId}`);
    }
    streams.add(streamId.toLowerCase());
  }
  if (!isUuid(commit.commandId) || !/^[0-9a-f]{64}$/i.test(commit.fingerprint)) {
    throw new InvalidCommit('A commit needs a UUID as command id and a SHA-256 in hex as fingerprint');
  }
  if (!commit.writes.some((write) => write.events.length > 0)) {
    throw new InvalidCommit('A commit without events');
  }
}
