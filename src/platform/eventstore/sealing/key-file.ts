import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { KEY_BYTES } from './cipher.js';

/** Keys that are kept outside the database: whoever holds only the database can neither read the persons nor forge a seal. */
export interface StoreKeys {
  /** Wraps each data subject's key. */
  readonly kek: { readonly id: string; readonly key: Buffer };
  /** Earlier key-encryption keys that still open what they wrapped, by id. */
  readonly retiredKeks: ReadonlyMap<string, Buffer>;
  /** Turns a CPR number into the id of its index stream. */
  readonly blindIndexKey: Buffer;
  /** Signs the heads of the chains. */
  readonly sealSigning: { readonly id: string; readonly privateKey: KeyObject };
  /** Public keys of current and earlier signing keys, by id. */
  readonly sealVerifying: ReadonlyMap<string, KeyObject>;
}

interface KeyFileContent {
  readonly version: 1;
  readonly kek: { readonly id: string; readonly key: string };
  readonly retiredKeks?: readonly { readonly id: string; readonly key: string }[];
  readonly blindIndexKey: string;
  /** PKCS #8, base64 */
  readonly sealSigningKey: { readonly id: string; readonly key: string };
  /** SPKI, base64 */
  readonly retiredSealKeys?: readonly { readonly id: string; readonly publicKey: string }[];
}

/** Reads the key file, or makes it with new keys (0600) when it does not exist. */
export function loadOrCreateKeyFile(path: string): StoreKeys {
  if (!existsSync(path)) {
    createKeyFile(path);
  }
  return loadKeyFile(path);
}

export function loadKeyFile(path: string): StoreKeys {
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new Error(`The key file ${path} can be read by others. Run: chmod 600 ${path}`);
  }
  let content: KeyFileContent;
  try {
    content = JSON.parse(readFileSync(path, 'utf8')) as KeyFileContent;
  } catch (cause) {
    // The parser's message quotes the text it stumbled on, and that is key material.
    throw new Error(`The key file ${path} is not valid JSON`, {
      cause: cause instanceof SyntaxError ? undefined : cause,
    });
  }
  return parseKeys(content, path);
}

/** Makes a key file with new keys (0600). Never writes over one: the keys in it may be all that opens somebody's data. */
export function makeKeyFile(path: string): StoreKeys {
  if (existsSync(path)) {
    throw new Error(`The key file ${path} exists already and is not written over`);
  }
  createKeyFile(path);
  return loadKeyFile(path);
}

/**
 * Puts a new key-encryption key and a new signing key in the file. The old ones stay as retired, so that what they wrapped
 * still opens and what they signed is still known. The blind index's key stays: with another no person would be found again.
 */
export function rotateKeyFile(path: string): StoreKeys {
  const { kek, sealVerifying, sealSigning } = loadKeyFile(path);
  const old = JSON.parse(readFileSync(path, 'utf8')) as KeyFileContent;
  const made = newKeys();
  const signed = sealVerifying.get(sealSigning.id);
  writeWhole(
    {
      ...made,
      blindIndexKey: old.blindIndexKey,
      retiredKeks: [...(old.retiredKeks ?? []), { id: kek.id, key: kek.key.toString('base64') }],
      retiredSealKeys: [
        ...(old.retiredSealKeys ?? []),
        ...(signed === undefined
          ? []
          : [{ id: sealSigning.id, publicKey: signed.export({ type: 'spki', format: 'der' }).toString('base64') }]),
      ],
    },
    path,
    renameSync,
  );
  return loadKeyFile(path);
}

/** Fresh keys that are kept nowhere: for tests and the memory store. */
export function ephemeralKeys(): StoreKeys {
  return parseKeys(newKeys(), 'memory');
}

function createKeyFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    // A link fails when the name is taken: of two processes that start together one wins, and both use its keys.
    writeWhole(newKeys(), path, linkSync);
  } catch (error) {
    if (!existsSync(path)) {
      throw error;
    }
  }
}

/** Written and on the disk under another name before it gets its own: a file that is half is no key file. */
function writeWhole(content: KeyFileContent, path: string, put: (draft: string, path: string) => void): void {
  const draft = `${path}.tmp-${String(process.pid)}-${randomBytes(4).toString('hex')}`;
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, `${JSON.stringify(content, undefined, 2)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    put(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

function newKeys(): KeyFileContent {
  const id = randomBytes(4).toString('hex');
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    version: 1,
    kek: { id: `kek-${id}`, key: randomBytes(KEY_BYTES).toString('base64') },
    blindIndexKey: randomBytes(KEY_BYTES).toString('base64'),
    sealSigningKey: { id: `segl-${id}`, key: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64') },
  };
}

function parseKeys(content: KeyFileContent, path: string): StoreKeys {
  const symmetric = (name: string, text: unknown): Buffer => {
    const key = Buffer.from(typeof text === 'string' ? text : '', 'base64');
    if (key.length !== KEY_BYTES) {
      throw new Error(`The key file ${path} has no ${String(KEY_BYTES)}-byte key in ${name}`);
    }
    return key;
  };
  const privateKey = createPrivateKey({
    key: Buffer.from(content.sealSigningKey.key, 'base64'),
    format: 'der',
    type: 'pkcs8',
  });
  return {
    kek: { id: content.kek.id, key: symmetric('kek', content.kek.key) },
    retiredKeks: new Map((content.retiredKeks ?? []).map(({ id, key }) => [id, symmetric(`retiredKeks ${id}`, key)])),
    blindIndexKey: symmetric('blindIndexKey', content.blindIndexKey),
    sealSigning: { id: content.sealSigningKey.id, privateKey },
    sealVerifying: new Map([
      ...(content.retiredSealKeys ?? []).map(({ id, publicKey }): [string, KeyObject] => [
        id,
        createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' }),
      ]),
      [content.sealSigningKey.id, createPublicKey(privateKey)],
    ]),
  };
}
