import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import { percentiles, type Percentiles } from './figures.js';
import { underretning } from './underretning-body.js';

export interface LoadInput {
  readonly origin: string;
  readonly connections: number;
  readonly seconds: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly what:
    | { readonly kind: 'underretning'; readonly firstChild: number }
    | { readonly kind: 'read'; readonly paths: readonly string[] };
}

export interface LoadResult {
  readonly answers: number;
  readonly perSecond: number;
  readonly ms: Percentiles;
}

/** The load generator: every request has a key and a child of its own, and every answer must be a success. */
const input = JSON.parse(process.argv[2] ?? '') as LoadInput;
const times: number[] = [];
const refused = new Map<number, number>();
const received = new Date(Date.now() - 3_600_000);
let nr = 0;
let last = 0;

function next(request: autocannon.Request): autocannon.Request {
  nr += 1;
  if (input.what.kind === 'read') {
    return { ...request, method: 'GET', path: input.what.paths[nr % input.what.paths.length] ?? '/' };
  }
  return {
    ...request,
    method: 'POST',
    path: '/v1/underretninger',
    headers: { ...request.headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(underretning(input.what.firstChild + nr, received)),
  };
}

const start = performance.now();
const instance = autocannon({
  url: input.origin,
  connections: input.connections,
  duration: input.seconds,
  headers: { ...input.headers },
  requests: [{ setupRequest: next }],
});
instance.on('response', (_client, status, _bytes, ms) => {
  last = performance.now();
  if (status >= 200 && status < 300) times.push(ms);
  else refused.set(status, (refused.get(status) ?? 0) + 1);
});
const { errors, timeouts } = await instance;
if (refused.size > 0 || errors > 0 || timeouts > 0 || times.length === 0) {
  const statuses = [...refused].map(([status, count]) => `${String(count)} × ${String(status)}`).join(', ');
  throw new Error(
    `${input.origin}: ${String(times.length)} answers, ${String(errors)} errors, ${String(timeouts)} timeouts; ${statuses}`,
  );
}
const result: LoadResult = {
  answers: times.length,
  perSecond: (times.length * 1000) / (last - start),
  ms: percentiles(times),
};
process.stdout.write(`${JSON.stringify(result)}\n`);
