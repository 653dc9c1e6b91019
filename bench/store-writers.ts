import { createHash, randomUUID } from 'node:crypto';
import { UnderretningModtaget } from '../src/sagsstyring/underretning/underretning.events.js';
import { type AppendInput, appendLoad } from './append-load.js';
import { openStore } from './open-store.js';

export interface StoreAppendInput extends AppendInput {
  readonly keyFile: string;
  readonly kommune: number;
}

/** Our store: validated, sealed, idempotent, chained and answered when it is on the disk. */
const input = JSON.parse(process.argv[2] ?? '') as StoreAppendInput;
const { store, close } = openStore({ appUrl: input.url, keyFile: input.keyFile, kommune: input.kommune }, [
  UnderretningModtaget,
]);
await store.openTenant(input.kommune, `kommune-${String(input.kommune)}`);
const result = await appendLoad(input, async (streamId, version, event) => {
  const commandId = randomUUID();
  const { outcome } = await store.append(input.kommune, {
    commandId,
    fingerprint: createHash('sha256').update(commandId).digest('hex'),
    writes: [{ streamId, kind: 'bench.underretning', expected: version, events: [event] }],
    meta: { aktoer: 'bench', roller: ['system'], korrelation: commandId },
    answer: { underretningId: streamId },
  });
  if (outcome !== 'ok') throw new Error(`An append was answered ${outcome}`);
});
await close();
process.stdout.write(`${JSON.stringify(result)}\n`);
