import { createHash, randomUUID } from 'node:crypto';
import { boundedContexts } from '../src/contexts.js';
import { indlaesLovpakke } from '../src/faelles/lov/lovpakke.js';
import { SystemClock } from '../src/platform/clock.js';
import { StoreSession } from '../src/platform/commands/store-session.js';
import { MemoryEventStore } from '../src/platform/eventstore/memory-event-store.js';
import { BlindIndex } from '../src/platform/eventstore/sealing/blind-index.js';
import { RandomIds } from '../src/platform/ids.js';
import { gatherRegistrations } from '../src/platform/registry.js';
import { inventCase, type InventedCase } from './invented-case.js';
import { openStore, type StoreInput } from './open-store.js';

export interface FillInput extends StoreInput {
  readonly cases: number;
}

export interface FillResult {
  readonly events: number;
  /** Cases spread evenly over all. */
  readonly sample: readonly InventedCase[];
}

/** As many cases at once as make a call of the append full. */
const AT_ONCE = 150;
const SAMPLE = 300;

/**
 * Fills a municipality: each case is decided by the product's own rules in memory and written as one commit through the
 * store, so that the events are the real ones, sealed and chained, without a million commands having to be sent.
 */
const input = JSON.parse(process.argv[2] ?? '') as FillInput;
const lov = indlaesLovpakke();
const { store, keys, catalogue, close } = openStore(input, gatherRegistrations(boundedContexts(lov)).events);
const clock = new SystemClock();
const ids = new RandomIds();
const around = { blindIndex: new BlindIndex(keys.blindIndexKey), lov, kommune: input.kommune, now: clock.instant() };
// Every stream is new, so the rules look into a store that holds none.
const nothing = new MemoryEventStore({ catalogue });
const nu = clock.nu();
const sample: InventedCase[] = [];
const numbers = Array.from({ length: input.cases }, (_none, nr) => nr).values();
const step = Math.max(1, Math.floor(input.cases / SAMPLE));
let done = 0;

async function writeOne(nr: number): Promise<void> {
  const session = new StoreSession(nothing, input.kommune, 1, {
    nu,
    iDag: nu.slice(0, 10),
    aktoer: { id: 'bench', roller: ['system'] },
    nytId: () => ids.nytId(),
  });
  const invented = await inventCase(session, around, nr);
  const commandId = randomUUID();
  const { outcome } = await store.append(input.kommune, {
    commandId,
    fingerprint: createHash('sha256').update(commandId).digest('hex'),
    writes: session.writes(),
    meta: { aktoer: invented.sagsbehandler, roller: ['system'], korrelation: commandId },
    answer: {},
  });
  if (outcome !== 'ok') throw new Error(`Case ${String(nr)}: ${outcome}`);
  if (nr % step === 0) sample.push(invented);
  done += 1;
  if (done % Math.ceil(input.cases / 10) === 0)
    process.stdout.write(`${String(done)} af ${String(input.cases)} sager\n`);
}

await store.openTenant(input.kommune, `kommune-${String(input.kommune)}`);
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (const nr of numbers) await writeOne(nr);
  }),
);
const result: FillResult = { events: await store.head(input.kommune), sample };
await close();
process.stdout.write(`${JSON.stringify(result)}\n`);
