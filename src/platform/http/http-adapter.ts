import { randomUUID } from 'node:crypto';
import { type IncomingMessage } from 'node:http';
import { type Socket } from 'node:net';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AnswerInterceptor } from './answer.interceptor.js';
import { type HttpReply, type HttpRequest, pathOf, singleHeader } from './http-request.js';
import { BODY_LIMIT, isStorableText, parseJsonBody } from './json-body.js';
import { answerOf, sendProblem } from './problem-answer.js';
import { ugyldig } from './problem.js';
import { ProblemFilter } from './problem-filter.js';
import { RouteTable } from './route-table.js';
import { ValidationPipe } from './validation.pipe.js';

const PREFIX = 'v1';
/** Technical addresses outside the versioned API. */
const UNVERSIONED = ['sundhed/lever', 'sundhed/klar'];
/** A client that takes longer to send a request than this is cut off. */
const REQUEST_TIMEOUT_MS = 60_000;
/** The caller's own id may follow the request through our logs, if it is a plain one. */
const REQUEST_ID = /^[\w.:-]{1,64}$/;

/** Fastify with this API's limits, body parser, headers and table of routes. */
export class HttpAdapter extends FastifyAdapter {
  readonly routes = new RouteTable();

  constructor() {
    super({
      bodyLimit: BODY_LIMIT,
      requestTimeout: REQUEST_TIMEOUT_MS,
      // Idle keep-alive connections would otherwise hold back the shutdown.
      forceCloseConnections: 'idle',
      return503OnClosing: true,
      // No Nest middleware is used, and every request would pay for it.
      skipMiddie: true,
      genReqId: (request: { headers: IncomingMessage['headers'] }) => {
        const given = request.headers['x-request-id'];
        return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
      },
      // The router refuses a malformed address before any hook has run.
      frameworkErrors: (error: unknown, request: unknown, reply: unknown) => {
        // Fastify's generic signature is only met by what asks nothing of its types.
        setHeaders(request as HttpRequest, reply as HttpReply);
        sendProblem(request as HttpRequest, reply as HttpReply, answerOf(error));
      },
      clientErrorHandler: answerBrokenRequest,
    });
    const fastify = this.getInstance();
    fastify.addHook('onRoute', ({ method, url }) => {
      this.routes.add(method, url);
    });
    fastify.addHook('onRequest', (request, reply, done) => {
      setHeaders(request, reply);
      done(isReadableUrl(request.url) ? undefined : ugyldig('ugyldige-tegn', 'Adressen har tegn, der ikke kan læses.'));
    });
    fastify.removeAllContentTypeParsers();
    fastify.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
      (_request, body: Buffer, done) => {
        try {
          done(null, parseJsonBody(body));
        } catch (error) {
          done(error instanceof Error ? error : new Error('body could not be parsed'));
        }
      },
    );
  }
}

/** What every application of this API has: main program, tests, and the one that only writes the OpenAPI document. */
export function configureHttp(app: NestFastifyApplication, adapter: HttpAdapter): void {
  app.setGlobalPrefix(PREFIX, { exclude: UNVERSIONED });
  app.useGlobalPipes(new ValidationPipe());
  app.useGlobalFilters(new ProblemFilter(adapter.routes));
  app.useGlobalInterceptors(new AnswerInterceptor());
}

function setHeaders(request: HttpRequest, reply: Pick<HttpReply, 'header'>): void {
  reply.header('X-Request-Id', request.id);
  reply.header('X-Content-Type-Options', 'nosniff');
  reply.header('X-Frame-Options', 'DENY');
  reply.header('Referrer-Policy', 'no-referrer');
  // Nothing about a child is kept in a browser or a proxy.
  if (pathOf(request).startsWith(`/${PREFIX}/`) || pathOf(request).startsWith('/sundhed/'))
    reply.header('Cache-Control', 'no-store');
  if (singleHeader(request, 'origin') !== undefined) reply.header('Vary', 'Origin');
}

function isReadableUrl(url: string): boolean {
  if (!url.includes('%')) return true;
  try {
    return isStorableText(decodeURIComponent(url.replaceAll('+', ' ')));
  } catch {
    return false;
  }
}

/** What is not even HTTP has no request to answer through; the bytes are written by hand. */
function answerBrokenRequest(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, reason, type, title] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? ['431', 'Request Header Fields Too Large', 'for-store-hoveder', 'Hovederne er for store']
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? ['408', 'Request Timeout', 'for-langsom', 'Anmodningen kom for langsomt']
        : ['400', 'Bad Request', 'ugyldig-anmodning', 'Anmodningen kan ikke læses'];
  const body = JSON.stringify({
    type: `/problemer/${type}`,
    title,
    status: Number(status),
    detail: 'Anmodningen er ikke gyldig HTTP.',
  });
  if (socket.writable) {
    socket.write(
      `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/problem+json; charset=utf-8\r\nContent-Length: ${String(Buffer.byteLength(body))}\r\nConnection: close\r\n\r\n${body}`,
    );
  }
  socket.destroy(error);
}
