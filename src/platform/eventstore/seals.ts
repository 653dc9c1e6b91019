import { sign, verify as verifySignature } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Pool } from 'pg';
import { type VerifyProblem } from './event-store.js';
import { PostgresReads } from './postgres-reads.js';
import { type StoreKeys } from './sealing/key-file.js';
import { TenantReader } from './tenant-reader.js';

/** A signed head, as it stands on a line of the file outside the database. */
export interface Seal {
  readonly tenant: number;
  readonly position: number;
  /** hex */
  readonly hash: string;
  readonly sealedAt: string;
  readonly keyId: string;
  /** base64 */
  readonly signature: string;
}

export interface SealOptions {
  readonly pool: Pool;
  readonly keys: Pick<StoreKeys, 'sealSigning' | 'sealVerifying'>;
  /** SEGLMAPPE: one file per municipality, NDJSON, only ever appended to. Best on another machine or write-once storage. */
  readonly folder: string;
}

/** Signs the heads of all municipalities on a schedule: whatever stood at a seal can no longer be changed or cut off unseen. */
export class HeadSealer {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private readonly inFile = new Map<number, number>();

  constructor(
    private readonly options: SealOptions & {
      readonly intervalMs: number;
      readonly now?: () => Date;
      readonly onError?: (error: unknown) => void;
    },
  ) {}

  start(): void {
    this.timer ??= setInterval(() => {
      this.running ??= this.sealNow()
        .then(() => undefined)
        .catch((error: unknown) => this.options.onError?.(error))
        .finally(() => {
          this.running = undefined;
        });
    }, this.options.intervalMs).unref();
  }

  /** Seals what has come since the last time, too. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.running;
    await this.sealNow();
  }

  /** Seals every head that has moved; answers the new seals. */
  async sealNow(): Promise<readonly Seal[]> {
    const { pool, folder } = this.options;
    mkdirSync(folder, { recursive: true });
    const { rows } = await pool.query<{ tenant_id: number; seq: string; hash: string | null }>(
      "SELECT tenant_id, seq, encode(hash, 'hex') AS hash FROM es.heads()",
    );
    const seals: Seal[] = [];
    for (const { tenant_id: tenant, seq, hash } of rows) {
      if (hash !== null && Number(seq) > this.lastInFile(tenant)) {
        const seal = await this.keep(this.signed(tenant, Number(seq), hash));
        appendLine(sealFile(folder, tenant), seal);
        this.inFile.set(tenant, seal.position);
        seals.push(seal);
      }
    }
    return seals;
  }

  private signed(tenant: number, position: number, hash: string): Seal {
    const { id, privateKey } = this.options.keys.sealSigning;
    const sealedAt = (this.options.now?.() ?? new Date()).toISOString();
    const signature = sign(null, message({ tenant, position, hash, sealedAt }), privateKey).toString('base64');
    return { tenant, position, hash, sealedAt, keyId: id, signature };
  }

  /** Another process may have sealed the same head, or this one died before the file was written: then that seal stands. */
  private async keep(seal: Seal): Promise<Seal> {
    const client = await this.options.pool.connect();
    let broken: Error | undefined;
    const onError = (error: Error): void => {
      broken = error;
    };
    client.on('error', onError);
    try {
      await client.query(`BEGIN; SET LOCAL app.tenant = '${String(seal.tenant)}'`);
      await client.query(
        `INSERT INTO es.seal (tenant_id, seq, hash, sealed_at, signature, key_id)
         VALUES ($1, $2, decode($3, 'hex'), $4, decode($5, 'base64'), $6) ON CONFLICT DO NOTHING`,
        [seal.tenant, seal.position, seal.hash, seal.sealedAt, seal.signature, seal.keyId],
      );
      await client.query('COMMIT');
    } catch (error) {
      broken = error instanceof Error ? error : new Error('sealing failed');
      throw error;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
    const stored = (await storedSeals(this.options.pool, seal.tenant, seal.position)).find(
      ({ position }) => position === seal.position,
    );
    return stored ?? seal;
  }

  private lastInFile(tenant: number): number {
    let last = this.inFile.get(tenant);
    if (last === undefined) {
      last = Math.max(
        0,
        ...readSealFile(sealFile(this.options.folder, tenant)).map((line) =>
          typeof line === 'string' ? 0 : line.position,
        ),
      );
      this.inFile.set(tenant, last);
    }
    return last;
  }
}

/**
 * Holds the seals, from the file and from the database, against the chain: a history that was rewritten or cut off behind a seal
 * is found even when the chain itself is whole. What came after the last seal is vouched for by the chain alone.
 */
export async function verifySeals(options: SealOptions, tenant: number): Promise<readonly VerifyProblem[]> {
  const { pool, keys, folder } = options;
  const reads = new PostgresReads(new TenantReader(pool));
  const problems: VerifyProblem[] = [];
  const lines = readSealFile(sealFile(folder, tenant));
  const fromFile = lines.filter((line) => typeof line !== 'string');
  const inDatabase = await storedSeals(pool, tenant, 0);
  const known = new Set(inDatabase.map(identity));
  const unreadable = lines.filter((line) => typeof line === 'string' && !isTorn(line, inDatabase));
  if (unreadable.length > 0) {
    problems.push({
      position: 0,
      problem: 'bad-signature',
      detail: `${String(unreadable.length)} line(s) in the seal file cannot be read`,
    });
  }
  for (const seal of fromFile) {
    if (!known.has(identity(seal))) {
      problems.push({
        position: seal.position,
        problem: 'seal-mismatch',
        detail: `the seal of ${seal.sealedAt} is in the file but not in the database`,
      });
    }
  }
  const all = new Map([...fromFile, ...inDatabase].map((seal) => [identity(seal), seal]));
  const head = await reads.head(tenant);
  for (const seal of [...all.values()].sort((a, b) => a.position - b.position)) {
    const key = keys.sealVerifying.get(seal.keyId);
    if (
      seal.tenant !== tenant ||
      !key ||
      !verifySignature(null, message(seal), key, Buffer.from(seal.signature, 'base64'))
    ) {
      problems.push({
        position: seal.position,
        problem: 'bad-signature',
        detail: `the seal of ${seal.sealedAt} is not signed by ${seal.keyId}`,
      });
      continue;
    }
    if (seal.position > head) {
      problems.push({
        position: head,
        problem: 'truncated',
        detail: `the log ends at ${String(head)}, but ${String(seal.position)} was sealed at ${seal.sealedAt}`,
      });
      continue;
    }
    const commit = await reads.commitAt(tenant, seal.position);
    if (commit?.position !== seal.position || commit.hash !== seal.hash) {
      problems.push({
        position: seal.position,
        problem: 'seal-mismatch',
        detail: `the chain at ${String(seal.position)} is not the one that was sealed at ${seal.sealedAt}`,
      });
    }
  }
  return problems;
}

export function sealFile(folder: string, tenant: number): string {
  return join(folder, `segl-${String(tenant)}.ndjson`);
}

function message({
  tenant,
  position,
  hash,
  sealedAt,
}: Pick<Seal, 'tenant' | 'position' | 'hash' | 'sealedAt'>): Buffer {
  return Buffer.from(`boernesag-segl\n${String(tenant)}\n${String(position)}\n${hash}\n${sealedAt}`);
}

function identity(seal: Seal): string {
  return [seal.tenant, seal.position, seal.hash, seal.sealedAt, seal.keyId, seal.signature].join(' ');
}

async function storedSeals(pool: Pool, tenant: number, from: number): Promise<readonly Seal[]> {
  const rows = await new TenantReader(pool).read(tenant, {
    name: 'es_seals',
    text: `SELECT s.seq, encode(s.hash, 'hex'), (extract(epoch FROM s.sealed_at) * 1000)::bigint, s.key_id, translate(encode(s.signature, 'base64'), E'\\n', '')
             FROM es.seal s WHERE s.tenant_id = $1 AND s.seq >= $2 ORDER BY s.seq`,
    values: [tenant, from],
  });
  return rows.map((row) => ({
    tenant,
    position: Number(row[0]),
    hash: row[1] ?? '',
    sealedAt: new Date(Number(row[2])).toISOString(),
    keyId: row[3] ?? '',
    signature: row[4] ?? '',
  }));
}

/**
 * The beginning of a line that a power cut tore. The seal is in the database before it is in the file, and is held against
 * the chain from there; a fragment of anything else is not believed.
 */
function isTorn(fragment: string, inDatabase: readonly Seal[]): boolean {
  return inDatabase.some((seal) => JSON.stringify(seal).startsWith(fragment));
}

/** The seals of a file; a line that is not one stays as it is. */
function readSealFile(path: string): readonly (Seal | string)[] {
  if (!existsSync(path)) {
    return [];
  }
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      try {
        return JSON.parse(line) as Seal;
      } catch {
        return line;
      }
    });
}

function appendLine(path: string, seal: Seal): void {
  const file = openSync(path, 'a+', 0o640);
  try {
    // What a power cut tore must not take the next seal with it.
    const { size } = fstatSync(file);
    const last = Buffer.alloc(1);
    const torn = size > 0 && readSync(file, last, 0, 1, size - 1) === 1 && last.toString() !== '\n';
    writeSync(file, `${torn ? '\n' : ''}${JSON.stringify(seal)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
