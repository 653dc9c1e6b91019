import { AppendCoalescer } from './append-coalescer.js';

interface Item {
  readonly id: string;
  readonly bytes: number;
}

/** A coalescer whose calls are answered by hand. */
function byHand(
  limits = { items: 3, bytes: 100 },
  flights?: number,
): {
  coalescer: AppendCoalescer<Item, string>;
  calls: { tenant: number; ids: string[]; answer: () => Promise<void>; fail: (error: Error) => Promise<void> }[];
} {
  const calls: ReturnType<typeof byHand>['calls'] = [];
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const coalescer = new AppendCoalescer<Item, string>({
    limits,
    ...(flights === undefined ? {} : { flights }),
    bytesOf: (item) => item.bytes,
    compatible: (earlier, later) => earlier.id !== later.id,
    run: (tenant, items) =>
      new Promise((resolve, reject) => {
        calls.push({
          tenant,
          ids: items.map((item) => item.id),
          answer: () => {
            resolve(items.map((item) => `${item.id} done`));
            return turn();
          },
          fail: (error) => {
            reject(error);
            return turn();
          },
        });
      }),
  });
  return { coalescer, calls };
}

describe('the coalescing of appends', () => {
  it('has one call in flight per municipality; what comes meanwhile goes in the next, each with its own answer', async () => {
    const { coalescer, calls } = byHand();
    const results = ['a', 'b', 'c'].map((id) => coalescer.add(840, { id, bytes: 1 }));
    const elsewhere = coalescer.add(851, { id: 'x', bytes: 1 });
    expect(calls.map(({ tenant, ids }) => [tenant, ids])).toEqual([
      [840, ['a']],
      [851, ['x']],
    ]);
    await calls[0]?.answer();
    expect(calls[2]?.ids).toEqual(['b', 'c']);
    await calls[1]?.answer();
    await calls[2]?.answer();
    expect(await Promise.all([...results, elsewhere])).toEqual(['a done', 'b done', 'c done', 'x done']);
    await coalescer.idle();
  });

  it('has as many calls in flight as it is allowed, and the first that is answered takes what waits', async () => {
    const { coalescer, calls } = byHand({ items: 3, bytes: 100 }, 2);
    const results = ['a', 'b', 'c', 'd'].map((id) => coalescer.add(840, { id, bytes: 1 }));
    expect(calls.map(({ ids }) => ids)).toEqual([['a'], ['b']]);
    await calls[1]?.answer();
    expect(calls[2]?.ids).toEqual(['c', 'd']);
    await calls[0]?.answer();
    await calls[2]?.answer();
    expect(await Promise.all(results)).toEqual(['a done', 'b done', 'c done', 'd done']);
    await coalescer.idle();
  });

  it('keeps to the limits of a call, and leaves what may not go together for the next, in order', async () => {
    const { coalescer, calls } = byHand();
    const items = [
      { id: 'first', bytes: 1 },
      { id: 'a', bytes: 1 },
      { id: 'a', bytes: 1 },
      { id: 'b', bytes: 1 },
      { id: 'c', bytes: 1 },
      { id: 'big', bytes: 99 },
      { id: 'huge', bytes: 1000 },
    ];
    const results = items.map((item) => coalescer.add(840, item));
    for (let call = 0; call < 5; call += 1) {
      await calls[call]?.answer();
    }
    expect(calls.map(({ ids }) => ids)).toEqual([['first'], ['a', 'b', 'c'], ['a', 'big'], ['huge']]);
    expect(await Promise.all(results)).toHaveLength(7);
  });

  it('goes on after a call that failed', async () => {
    const { coalescer, calls } = byHand();
    const first = coalescer.add(840, { id: 'a', bytes: 1 });
    const second = coalescer.add(840, { id: 'b', bytes: 1 });
    const failure = expect(first).rejects.toThrow('the server went away');
    await calls[0]?.fail(new Error('the server went away'));
    await failure;
    await calls[1]?.answer();
    expect(await second).toBe('b done');
  });
});
