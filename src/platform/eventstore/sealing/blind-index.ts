import { createHmac } from 'node:crypto';

/**
 * Finds a person by CPR number without the number being stored anywhere in the clear: the number's keyed hash is the id of an
 * index stream. Without the key, which is outside the database, the billion possible numbers cannot be tried.
 */
export class BlindIndex {
  constructor(private readonly key: Buffer) {}

  /** UUID version 8 of the HMAC-SHA-256 of municipality and number; hyphens and spaces in the number do not matter. */
  streamIdFor(tenant: number, cpr: string): string {
    const mac = createHmac('sha256', this.key)
      .update(`cpr\n${String(tenant)}\n${cpr.replaceAll(/\D/g, '')}`)
      .digest()
      .subarray(0, 16);
    mac.writeUInt8((mac.readUInt8(6) & 0x0f) | 0x80, 6);
    mac.writeUInt8((mac.readUInt8(8) & 0x3f) | 0x80, 8);
    return mac.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
}
