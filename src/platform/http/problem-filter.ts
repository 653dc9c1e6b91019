import { type ArgumentsHost, Catch, type ExceptionFilter, Logger, NotFoundException } from '@nestjs/common';
import { type HttpReply, type HttpRequest, pathOf } from './http-request.js';
import { type Answer, answerOf, sendProblem } from './problem-answer.js';
import { type RouteTable } from './route-table.js';

/** Turns every error of every route, and of the framework itself, into problem details. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger(ProblemFilter.name);

  constructor(private readonly routes: RouteTable) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<HttpRequest>();
    const reply = host.switchToHttp().getResponse<HttpReply>();
    const answer = this.wrongMethod(error, request) ?? answerOf(error);
    if (answer.isFault) this.report(error, request, answer);
    if (reply.sent) return;
    sendProblem(request, reply, answer);
  }

  /** Nest's own 404 is thrown both for unknown paths and for known paths with another method. */
  private wrongMethod(error: unknown, request: HttpRequest): Answer | undefined {
    if (!(error instanceof NotFoundException)) return undefined;
    const methods = this.routes.methodsOf(pathOf(request));
    if (methods.length === 0 || methods.includes(request.method)) return undefined;
    return {
      status: 405,
      isFault: false,
      problem: {
        type: 'forkert-metode',
        title: 'Metoden findes ikke her',
        detail: `Adressen kan kaldes med ${methods.join(', ')}.`,
        headers: { Allow: methods.join(', ') },
      },
    };
  }

  /** The message of an error may quote values; only its kind, code and place go in the log. */
  private report(error: unknown, request: HttpRequest, answer: Answer): void {
    const kind = error instanceof Error ? error.name : typeof error;
    const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
    const place =
      error instanceof Error
        ? (error.stack ?? '')
            .split('\n')
            .filter((line) => line.trimStart().startsWith('at '))
            .slice(0, 12)
            .join('\n')
        : '';
    const route = `${request.method} ${request.routeOptions?.url ?? 'unknown route'}`;
    this.log.error(
      `${route} answered ${String(answer.status)}: ${kind}${typeof code === 'string' ? ` (${code})` : ''}, request ${request.id}\n${place}`,
    );
  }
}
