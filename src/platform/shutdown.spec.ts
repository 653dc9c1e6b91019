import { Shutdown } from './shutdown.js';

describe('Shutdown', () => {
  test('stopper i modsat rækkefølge, én gang, efter at starten er faldet til ro', async () => {
    const seen: string[] = [];
    const shutdown = new Shutdown((line) => seen.push(line));
    shutdown.add('database', () => Promise.resolve(seen.push('database')));
    let finish: () => void = () => undefined;
    const starting = new Promise<void>((resolve) => (finish = resolve));
    expect(shutdown.isBegun()).toBe(false);
    const first = shutdown.run(starting);
    const second = shutdown.run(Promise.resolve());
    expect(shutdown.isBegun()).toBe(true);
    // Started while the stop was waiting: it is stopped too, and first.
    shutdown.add('api', () => Promise.resolve(seen.push('api')));
    finish();
    expect(await first).toBe(true);
    expect(await second).toBe(true);
    expect(seen).toEqual(['api', 'database']);
  });

  test('det, der ikke kan stoppes, holder ikke resten oppe, og en start, der mislykkedes, ryddes op', async () => {
    const seen: string[] = [];
    const shutdown = new Shutdown((line) => seen.push(line));
    shutdown.add('database', () => Promise.resolve(seen.push('database')));
    shutdown.add('platform', () => Promise.reject(new TypeError('hemmelig')));
    expect(await shutdown.run(Promise.reject(new Error('start')))).toBe(false);
    expect(seen).toEqual(['stopping platform failed: TypeError', 'database']);
  });
});
