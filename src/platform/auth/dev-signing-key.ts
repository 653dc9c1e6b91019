import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

const FILE = 'dev-identity-key.json';

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

function read(file: string): JWK | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  const key: unknown = JSON.parse(text);
  if (!isPrivateKey(key)) throw new Error(`${file} holds no private key; delete it and a new one is made`);
  return key;
}

function isPrivateKey(value: unknown): value is JWK {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kty' in value &&
    value.kty === 'EC' &&
    'd' in value &&
    typeof value.d === 'string'
  );
}

/** The key outlives a restart, so that tokens handed out before it still work. Two starts at once end with one key. */
export async function devSigningKey(folder: string): Promise<JWK> {
  const file = join(folder, FILE);
  const known = read(file);
  if (known !== undefined) return known;
  mkdirSync(folder, { recursive: true });
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const key = { ...jwk, use: 'sig', alg: 'ES256', kid: await calculateJwkThumbprint(jwk) };
  const draft = join(folder, `${FILE}.${randomUUID()}`);
  writeFileSync(draft, JSON.stringify(key), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    // Someone else was first: theirs is read below.
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return read(file) ?? key;
}
