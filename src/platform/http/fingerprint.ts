import { createHash } from 'node:crypto';

/** JSON with keys in order, so that the same content has the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
    return `{${fields.join(',')}}`;
  }
  return value === undefined ? 'null' : JSON.stringify(value);
}

/** What a command said and who said it; the same key with another fingerprint is another command. */
export function fingerprintOf(command: {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly tenant: number;
  readonly user: string;
}): string {
  return createHash('sha256')
    .update(canonicalJson([command.tenant, command.user, command.method, command.path, command.body ?? null]))
    .digest('hex');
}

/** The command's id: the key is the caller's own, so two callers with the same key must not meet. */
export function commandIdOf(tenant: number, user: string, key: string): string {
  const bytes = createHash('sha256')
    .update(canonicalJson([tenant, user, key]))
    .digest()
    .subarray(0, 16);
  // RFC 9562 version 8: a UUID made from a hash of one's own choice.
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
