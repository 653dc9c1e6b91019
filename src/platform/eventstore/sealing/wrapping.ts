import { decrypt, encrypt } from './cipher.js';
import { type StoreKeys } from './key-file.js';

/** A data subject's key as it may be kept beside the data: no use without the key-encryption key. */
export interface Wrapped {
  readonly kekId: string;
  readonly wrapped: Buffer;
}

export function wrapKey(kek: StoreKeys['kek'], tenant: number, subjectId: string, dek: Buffer): Wrapped {
  return { kekId: kek.id, wrapped: encrypt(kek.key, aad(tenant, subjectId, kek.id), dek) };
}

/** Throws, naming the person by id and the key by name, when the key file is not the one of this database. */
export function unwrapKey(
  keys: Pick<StoreKeys, 'kek' | 'retiredKeks'>,
  tenant: number,
  { subjectId, kekId, wrapped }: Wrapped & { readonly subjectId: string },
): Buffer {
  const wrapping = kekId === keys.kek.id ? keys.kek.key : keys.retiredKeks.get(kekId);
  if (!wrapping) {
    throw new Error(
      `The key of a data subject is wrapped by ${kekId}, which the key file does not have: is it the key file of this database?`,
    );
  }
  try {
    return decrypt(wrapping, aad(tenant, subjectId, kekId), wrapped);
  } catch {
    throw new Error(
      `The key of data subject ${subjectId} does not open with ${kekId}: it was changed, or the key file is another database's`,
    );
  }
}

function aad(tenant: number, subjectId: string, kekId: string): string {
  return `${String(tenant)}|${subjectId}|${kekId}`;
}
