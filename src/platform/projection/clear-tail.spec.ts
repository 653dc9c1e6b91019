import { type ClearEvent } from '../eventstore/event-store.js';
import { ClearTail } from './clear-tail.js';

const TENANT = 840;

/** A log of so many events that notes what is read of it, as `after+count`. */
function logOf(length: number): { readonly tail: ClearTail; readonly reads: string[] } {
  const reads: string[] = [];
  const readClear = (tenant: number, after: number, limit: number): Promise<readonly ClearEvent[]> => {
    const count = Math.max(0, Math.min(limit, length - after));
    reads.push(`${String(after)}+${String(count)}`);
    return Promise.resolve(
      Array.from({ length: count }, (_, index) => ({
        tenant,
        position: after + index + 1,
        streamId: '',
        version: 1,
        type: 'proeve.Talt',
        registreret: '',
        data: {},
        sealed: {},
        meta: { aktoer: '', roller: [], korrelation: '' },
      })),
    );
  };
  return { tail: new ClearTail({ readClear, load: () => Promise.resolve([]) }), reads };
}

async function positions(tail: ClearTail, after: number): Promise<readonly number[]> {
  const events = await tail.read(TENANT, after);
  return [events.at(0)?.position ?? 0, events.at(-1)?.position ?? 0];
}

it('each part of the log is read once, whoever asks, and let go when all have seen it', async () => {
  const { tail, reads } = logOf(1200);
  for (const after of [0, 499, 500, 999, 1000]) {
    await Promise.all([tail.read(TENANT, after), tail.read(TENANT, after)]);
    tail.release(TENANT, after);
  }
  expect(reads).toEqual(['0+500', '500+500', '1000+200']);
});

it('who is behind what was let go reads it again, and nobody misses an event', async () => {
  const { tail, reads } = logOf(1200);
  expect(await positions(tail, 0)).toEqual([1, 500]);
  tail.release(TENANT, 500);
  const [behind, ahead] = await Promise.all([positions(tail, 250), positions(tail, 500)]);
  expect([behind, ahead]).toEqual([
    [251, 500],
    [501, 1000],
  ]);
  expect(reads.filter((read) => read === '0+500')).toHaveLength(2);
});

it('a part that is let go while it is being read still reaches those who wait for it', async () => {
  const { tail } = logOf(700);
  const waiting = positions(tail, 10);
  tail.release(TENANT, 600);
  expect(await waiting).toEqual([11, 500]);
});
