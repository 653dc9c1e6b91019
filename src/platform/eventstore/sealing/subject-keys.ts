/** A data subject's key as it is stored: wrapped, or destroyed. */
export interface WrappedKey {
  readonly subjectId: string;
  readonly kekId: string;
  readonly wrapped: Buffer | 'destroyed';
}

/** Where wrapped keys are read. They are written by the append, in the transaction of the first event that needs them. */
export interface SubjectKeySource {
  load(tenant: number, subjectIds: readonly string[]): Promise<readonly WrappedKey[]>;
}

/** For the memory store and tests. */
export class MemorySubjectKeys implements SubjectKeySource {
  private readonly keys = new Map<string, WrappedKey>();

  load(tenant: number, subjectIds: readonly string[]): Promise<readonly WrappedKey[]> {
    return Promise.resolve(subjectIds.flatMap((id) => this.keys.get(`${String(tenant)}/${id}`) ?? []));
  }

  /** First writer wins; answers whether the key that is kept is this one. */
  keep(tenant: number, key: { readonly subjectId: string; readonly kekId: string; readonly wrapped: Buffer }): boolean {
    const place = `${String(tenant)}/${key.subjectId}`;
    const kept = this.keys.get(place);
    if (!kept) {
      this.keys.set(place, key);
      return true;
    }
    return kept.wrapped !== 'destroyed' && kept.wrapped.equals(key.wrapped);
  }

  destroy(tenant: number, subjectId: string): boolean {
    const place = `${String(tenant)}/${subjectId}`;
    const kept = this.keys.get(place);
    if (!kept || kept.wrapped === 'destroyed') {
      return false;
    }
    this.keys.set(place, { ...kept, wrapped: 'destroyed' });
    return true;
  }
}
