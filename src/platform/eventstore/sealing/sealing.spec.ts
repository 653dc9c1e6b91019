import { randomUUID, sign, verify } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlindIndex } from './blind-index.js';
import { ephemeralKeys, loadKeyFile, loadOrCreateKeyFile, makeKeyFile, rotateKeyFile } from './key-file.js';
import { Sealer } from './sealer.js';
import { MemorySubjectKeys } from './subject-keys.js';

describe('keys outside the database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'noegle-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('are made once, readable by the owner alone, and read again', () => {
    const path = join(folder, 'ny', 'noegler.json');
    const made = loadOrCreateKeyFile(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const again = loadOrCreateKeyFile(path);
    expect(again.kek).toEqual(made.kek);
    expect(again.blindIndexKey).toEqual(made.blindIndexKey);
    expect(again.sealVerifying.get(again.sealSigning.id)?.export({ type: 'spki', format: 'der' })).toEqual(
      made.sealVerifying.get(made.sealSigning.id)?.export({ type: 'spki', format: 'der' }),
    );
  });

  it('are never written over, and keep everything that was wrapped, signed or found when they are changed', () => {
    const path = join(folder, 'skift.json');
    const first = makeKeyFile(path);
    expect(() => makeKeyFile(path)).toThrow(/not written over/);
    const second = rotateKeyFile(path);
    const third = rotateKeyFile(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(new Set([first.kek.id, second.kek.id, third.kek.id]).size).toBe(3);
    expect(third.blindIndexKey).toEqual(first.blindIndexKey);
    expect([...third.retiredKeks]).toEqual([
      [first.kek.id, first.kek.key],
      [second.kek.id, second.kek.key],
    ]);
    const signature = sign(null, Buffer.from('et hoved'), first.sealSigning.privateKey);
    const key = third.sealVerifying.get(first.sealSigning.id);
    expect(key && verify(null, Buffer.from('et hoved'), key, signature)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  it('are refused when others can read them or when the file is broken, without quoting it', () => {
    const path = join(folder, 'aaben.json');
    loadOrCreateKeyFile(path);
    chmodSync(path, 0o644);
    expect(() => loadKeyFile(path)).toThrow(/can be read by others/);
    chmodSync(path, 0o600);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"blindIndexKey": "[^"]*"/, '"blindIndexKey": "kort"'));
    expect(() => loadKeyFile(path)).toThrow(/32-byte key in blindIndexKey/);
    writeFileSync(path, '{ hemmelighed');
    expect(() => loadKeyFile(path)).toThrow(/not valid JSON/);
    expect(() => loadKeyFile(path)).not.toThrow(/hemmelighed/);
  });
});

describe('the blind index', () => {
  const index = new BlindIndex(ephemeralKeys().blindIndexKey);

  it('gives a number the same UUID version 8 however it is written, and another in another municipality or under another key', () => {
    const id = index.streamIdFor(840, '610115-1234');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(index.streamIdFor(840, '6101151234')).toBe(id);
    expect(index.streamIdFor(851, '6101151234')).not.toBe(id);
    expect(new BlindIndex(ephemeralKeys().blindIndexKey).streamIdFor(840, '6101151234')).not.toBe(id);
  });
});

describe('the sealer', () => {
  const keys = ephemeralKeys();

  it('never seals the same text to the same bytes', async () => {
    const sealer = new Sealer({ keys, source: new MemorySubjectKeys() });
    const place = { streamId: randomUUID(), type: 'proeve.X', subjectId: randomUUID() };
    const key = (await sealer.keysForWriting(840, new Set([place.subjectId]))).get(place.subjectId);
    if (key === undefined || key === 'destroyed') {
      throw new Error('no key');
    }
    const blobs = [sealer.seal(840, place, key, { navn: 'Ida' }), sealer.seal(840, place, key, { navn: 'Ida' })];
    expect(blobs[0]).not.toBe(blobs[1]);
    expect(blobs.map((blob) => sealer.openWith(840, { ...place, blob }, key))).toEqual([
      { navn: 'Ida' },
      { navn: 'Ida' },
    ]);
    expect(() => sealer.openWith(851, { ...place, blob: blobs[0] ?? '' }, key)).toThrow(/does not open/);
    expect(() => sealer.openWith(840, { ...place, blob: '' }, key)).toThrow(/does not open/);
  });

  it('opens nothing with a key whose first commit is not yet stored: another process may have won', async () => {
    const source = new MemorySubjectKeys();
    const [here, there] = [new Sealer({ keys, source }), new Sealer({ keys, source })];
    const subject = randomUUID();
    await here.keysForWriting(840, new Set([subject]));
    const winner = (await there.keysForWriting(840, new Set([subject]))).get(subject);
    if (winner === undefined || winner === 'destroyed') {
      throw new Error('no key');
    }
    expect((await here.keys(840, [subject])).size).toBe(0);
    source.keep(840, winner);
    expect((await here.keys(840, [subject])).get(subject)).toMatchObject({ dek: winner.dek });
  });

  it('opens what an earlier key-encryption key wrapped, and says so when the key file is another database’s', async () => {
    const source = new MemorySubjectKeys();
    const subject = randomUUID();
    const first = (await new Sealer({ keys, source }).keysForWriting(840, new Set([subject]))).get(subject);
    if (first === undefined || first === 'destroyed') {
      throw new Error('no key');
    }
    source.keep(840, first);
    const later = { ...ephemeralKeys(), retiredKeks: new Map([[keys.kek.id, keys.kek.key]]) };
    expect((await new Sealer({ keys: later, source }).keys(840, [subject])).get(subject)).toMatchObject({
      dek: first.dek,
    });
    await expect(new Sealer({ keys: ephemeralKeys(), source }).keys(840, [subject])).rejects.toThrow(/key file/);
  });

  it('keeps a bounded number of keys, looks again after their time, and never caches what was forgotten while it was loaded', async () => {
    const source = new MemorySubjectKeys();
    const loads: string[] = [];
    let whileLoading = (): void => undefined;
    const counted = {
      load: async (tenant: number, ids: readonly string[]) => {
        loads.push(...ids);
        const found = await source.load(tenant, ids);
        whileLoading();
        return found;
      },
    };
    const sealer = new Sealer({ keys, source: counted, cacheSize: 2 });
    const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of [a, b, c]) {
      const key = (await sealer.keysForWriting(840, new Set([id]))).get(id);
      if (key !== undefined && key !== 'destroyed') {
        source.keep(840, key);
        sealer.settle(840, [key]);
      }
    }
    loads.length = 0;
    for (const id of [a, b, c, b]) {
      await sealer.keys(840, [id]);
    }
    expect(loads).toEqual([a, b, c]);
    await sealer.keys(840, [a]);
    expect(loads).toEqual([a, b, c, a]);
    sealer.forgetAll();
    whileLoading = () => {
      source.destroy(840, b);
      sealer.forget(840, b);
    };
    await sealer.keys(840, [b]);
    whileLoading = () => undefined;
    expect((await sealer.keys(840, [b])).get(b)).toBe('destroyed');
    const impatient = new Sealer({ keys, source: counted, maxAgeMs: -1 });
    loads.length = 0;
    await impatient.keys(840, [a]);
    await impatient.keys(840, [a]);
    expect(loads).toEqual([a, a]);
  });
});
