import { decrypt, encrypt, fresh, KEY_BYTES } from './cipher.js';
import { type StoreKeys } from './key-file.js';
import { type SubjectKeySource, type WrappedKey } from './subject-keys.js';
import { unwrapKey, wrapKey } from './wrapping.js';

/** A data subject's key, unwrapped, with the wrapped form that the append holds against what is stored. */
export interface SubjectKey {
  readonly subjectId: string;
  readonly kekId: string;
  readonly wrapped: Buffer;
  readonly dek: Buffer;
}

export type KeyState = SubjectKey | 'destroyed';

/** Where a sealed blob belongs; it opens nowhere else. */
export interface SealedPlace {
  readonly streamId: string;
  /** The event type, also when the blob has been carried into a read model. */
  readonly type: string;
  readonly subjectId: string;
}

export type SealedItem = SealedPlace & { readonly blob: string };

export interface SealerOptions {
  readonly keys: Pick<StoreKeys, 'kek' | 'retiredKeks'>;
  readonly source: SubjectKeySource;
  /** How many unwrapped keys are kept in memory. */
  readonly cacheSize?: number;
  /** Longest time a key is used without looking whether it was destroyed; the notification normally comes within milliseconds. */
  readonly maxAgeMs?: number;
}

/** Seals and opens personal data with one AES-256-GCM key per data subject, wrapped by a key outside the database. */
export class Sealer {
  private readonly cache = new Map<string, { readonly state: KeyState; readonly until: number }>();
  /** Keys made here whose first commit is not yet stored: another process may win, so they only seal and never open. */
  private readonly pending = new Map<string, SubjectKey>();
  private readonly cacheSize: number;
  private readonly maxAgeMs: number;
  /** Raised by every forget: what was being loaded meanwhile must not be put in the cache. */
  private epoch = 0;

  constructor(private readonly options: SealerOptions) {
    this.cacheSize = options.cacheSize ?? 20_000;
    this.maxAgeMs = options.maxAgeMs ?? 300_000;
  }

  /** Keys of data subjects; those without one are left out. */
  async keys(tenant: number, subjectIds: Iterable<string>): Promise<ReadonlyMap<string, KeyState>> {
    const found = new Map<string, KeyState>();
    const missing: string[] = [];
    for (const id of new Set(subjectIds)) {
      const state = this.cached(tenant, id);
      if (state) {
        found.set(id, state);
      } else {
        missing.push(id);
      }
    }
    if (missing.length === 0) {
      return found;
    }
    const epoch = this.epoch;
    for (const key of await this.options.source.load(tenant, missing)) {
      const state = this.unwrap(tenant, key);
      found.set(key.subjectId, state);
      if (epoch === this.epoch) {
        this.remember(tenant, key.subjectId, state);
      }
    }
    return found;
  }

  /** Keys to seal with; those without one get a new one, the `fresh` ones without its being looked for. */
  async keysForWriting(
    tenant: number,
    subjectIds: ReadonlySet<string>,
    fresh: ReadonlySet<string> = new Set(),
  ): Promise<ReadonlyMap<string, KeyState>> {
    const pending = new Map(
      [...subjectIds].flatMap((id) => {
        const key = this.cached(tenant, id) ?? this.pending.get(place(tenant, id));
        return key === undefined ? [] : [[id, key] as const];
      }),
    );
    const unknown = [...subjectIds].filter((id) => !pending.has(id) && !fresh.has(id));
    const found = new Map([...pending, ...(unknown.length === 0 ? [] : await this.keys(tenant, unknown))]);
    for (const id of subjectIds) {
      if (found.has(id)) continue;
      // While this waited, another command may have made the person's first key: the same process uses only one.
      const made = this.pending.get(place(tenant, id)) ?? this.newKey(tenant, id);
      this.pending.set(place(tenant, id), made);
      found.set(id, made);
    }
    return found;
  }

  /**
   * The commit is done with, taken or not. New keys are read back when they are next needed: putting them in the cache here
   * could bring back one that was destroyed since.
   */
  settle(tenant: number, keys: readonly SubjectKey[]): void {
    for (const key of keys) {
      if (this.pending.get(place(tenant, key.subjectId)) === key) {
        this.pending.delete(place(tenant, key.subjectId));
      }
    }
  }

  seal(tenant: number, where: SealedPlace, key: SubjectKey, fields: Readonly<Record<string, unknown>>): string {
    return encrypt(key.dek, aad(tenant, where), Buffer.from(JSON.stringify(fields))).toString('base64');
  }

  /** What a blob holds. Throws when it was changed or moved. */
  openWith(tenant: number, item: SealedItem, key: SubjectKey): Record<string, unknown> {
    let plain: Buffer;
    try {
      plain = decrypt(key.dek, aad(tenant, item), Buffer.from(item.blob, 'base64'));
    } catch {
      throw new Error(
        `A sealed blob of ${item.type} in stream ${item.streamId} does not open: it was changed, moved, or its key was replaced`,
      );
    }
    return JSON.parse(plain.toString('utf8')) as Record<string, unknown>;
  }

  /** Opens blobs that were carried into read models, in order; undefined where the person's key has been destroyed. */
  async openMany(
    tenant: number,
    items: readonly SealedItem[],
  ): Promise<readonly (Record<string, unknown> | undefined)[]> {
    const keys = await this.keys(
      tenant,
      items.map((item) => item.subjectId),
    );
    return items.map((item) => {
      const key = keys.get(item.subjectId);
      return key === undefined || key === 'destroyed' ? undefined : this.openWith(tenant, item, key);
    });
  }

  async open(tenant: number, item: SealedItem): Promise<Record<string, unknown> | undefined> {
    return (await this.openMany(tenant, [item]))[0];
  }

  /** After a destruction or a lost race for the first key. */
  forget(tenant: number, subjectId: string): void {
    this.epoch += 1;
    this.cache.delete(place(tenant, subjectId));
    this.pending.delete(place(tenant, subjectId));
  }

  /** When notifications may have been missed. */
  forgetAll(): void {
    this.epoch += 1;
    this.cache.clear();
    this.pending.clear();
  }

  private cached(tenant: number, subjectId: string): KeyState | undefined {
    const slot = place(tenant, subjectId);
    const entry = this.cache.get(slot);
    if (!entry) {
      return undefined;
    }
    this.cache.delete(slot);
    if (entry.until < performance.now()) {
      return undefined;
    }
    this.cache.set(slot, entry);
    return entry.state;
  }

  private remember(tenant: number, subjectId: string, state: KeyState): void {
    this.cache.set(place(tenant, subjectId), { state, until: performance.now() + this.maxAgeMs });
    if (this.cache.size > this.cacheSize) {
      for (const oldest of this.cache.keys()) {
        this.cache.delete(oldest);
        break;
      }
    }
  }

  private newKey(tenant: number, subjectId: string): SubjectKey {
    const dek = fresh(KEY_BYTES);
    return { subjectId, dek, ...wrapKey(this.options.keys.kek, tenant, subjectId, dek) };
  }

  private unwrap(tenant: number, key: WrappedKey): KeyState {
    if (key.wrapped === 'destroyed') {
      return 'destroyed';
    }
    const { subjectId, kekId, wrapped } = key;
    return { subjectId, kekId, wrapped, dek: unwrapKey(this.options.keys, tenant, { subjectId, kekId, wrapped }) };
  }
}

function place(tenant: number, subjectId: string): string {
  return `${String(tenant)}/${subjectId}`;
}

function aad(tenant: number, where: SealedPlace): string {
  return `${String(tenant)}|${where.subjectId}|${where.streamId}|${where.type}`;
}
