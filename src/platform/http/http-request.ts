/** What this folder needs of a Fastify request; Fastify itself is the adapter's business. */
export interface HttpRequest {
  /** Also the correlation of everything the request leads to; see `fastify-adapter.ts`. */
  readonly id: string;
  readonly method: string;
  /** Path and query string as sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body?: unknown;
  readonly query?: unknown;
  readonly routeOptions?: { readonly url?: string };
}

/** What this folder needs of a Fastify reply. */
export interface HttpReply {
  readonly sent: boolean;
  status(code: number): HttpReply;
  header(name: string, value: string): HttpReply;
  removeHeader(name: string): HttpReply;
  getHeader(name: string): unknown;
  send(body: unknown): unknown;
}

/** A header that may be sent once; undefined when absent or empty. */
export function singleHeader(request: HttpRequest, name: string): string | undefined {
  const value = request.headers[name];
  const text = typeof value === 'string' ? value : value?.join(', ');
  return text === undefined || text === '' ? undefined : text;
}

/** The path without its query string. */
export function pathOf(request: HttpRequest): string {
  return request.url.split('?', 1)[0] ?? request.url;
}
