import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import { type CommandResult } from '../commands/command.js';
import { type HttpReply, type HttpRequest } from './http-request.js';
import { type Side } from './paging.js';
import { preferenceOf } from './prefer.js';
import { LISTE, PLACERING, type Placering } from './rute.js';

/** Makes a command's result, and a page of a list, the HTTP answer with its headers. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(map((value: unknown) => render(context, value)));
  }
}

function render(context: ExecutionContext, value: unknown): unknown {
  if (isCommandResult(value)) return renderCommand(context, value);
  if (isPage(value) && Reflect.getMetadata(LISTE, context.getHandler()) === true) linkNext(context, value);
  if (hasVersion(value)) tellVersion(context, value.version);
  return value;
}

function renderCommand(context: ExecutionContext, result: CommandResult): object {
  const request = context.switchToHttp().getRequest<HttpRequest>();
  const reply = context.switchToHttp().getResponse<HttpReply>();
  const preference = preferenceOf(request);
  reply.header('ETag', `"${String(result.version)}"`).header('Haendelsesposition', String(result.position));
  if (result.replayed) reply.header('Idempotent-Gentagelse', 'true');
  if (preference.applied !== undefined) reply.header('Preference-Applied', preference.applied);
  const placering = Reflect.getMetadata(PLACERING, context.getHandler()) as Parameters<typeof Placering>[0] | undefined;
  if (placering !== undefined) reply.header('Location', `/v1${placering(result.answer)}`);
  if (preference.respondAsync) reply.status(202);
  return { ...result.answer, version: result.version, position: result.position, laesbar: result.readable };
}

function linkNext(context: ExecutionContext, page: Side<unknown>): void {
  if (page.naeste === null) return;
  const { url } = context.switchToHttp().getRequest<HttpRequest>();
  const [path = '', query = ''] = url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('efter', page.naeste);
  context.switchToHttp().getResponse<HttpReply>().header('Link', `<${path}?${parameters.toString()}>; rel="next"`);
}

/** What was read can be changed with `If-Match`. */
function tellVersion(context: ExecutionContext, version: number): void {
  const reply = context.switchToHttp().getResponse<HttpReply>();
  if (reply.getHeader('etag') === undefined) reply.header('ETag', `"${String(version)}"`);
}

function hasVersion(value: unknown): value is { readonly version: number } {
  return typeof value === 'object' && value !== null && 'version' in value && Number.isSafeInteger(value.version);
}

function isCommandResult(value: unknown): value is CommandResult {
  return (
    typeof value === 'object' &&
    value !== null &&
    'answer' in value &&
    'position' in value &&
    'version' in value &&
    'replayed' in value
  );
}

function isPage(value: unknown): value is Side<unknown> {
  return typeof value === 'object' && value !== null && 'poster' in value && 'naeste' in value;
}
