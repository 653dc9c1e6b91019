import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { ApiHeader } from '@nestjs/swagger';
import { mergeMap, type Observable } from 'rxjs';
import { aktoerOf } from '../auth/access.js';
import { type HttpRequest, singleHeader } from '../http/http-request.js';
import { ugyldig } from '../http/problem.js';
import { type DraftDocument, stepOf } from './draft-document.js';
import { Drafts, type DraftVersion } from './drafts.js';

const DOCUMENT = 'boernesag:kladdedokument';
const HEADER = 'Faerdige-Kladder';

const documented = ApiHeader({
  name: HEADER,
  required: false,
  description:
    'De kladder, der nu er skrevet færdige, med den version du så: `felt=version`, adskilt af komma. De slettes, når de stadig er den version. Uden hovedet slettes kun de kladder, hvis ord står i den færdige tekst; resten bliver og vises som tilovers.',
  schema: { type: 'string', maxLength: 2000 },
  example: 'analyse=12',
});

/** On a controller whose commands on `:id` finish texts that may have been drafted. */
export function FinishesDrafts(document: DraftDocument): ClassDecorator {
  return (controller) => {
    SetMetadata(DOCUMENT, document)(controller);
    const routes = controller.prototype as object;
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(routes))) {
      const handler: unknown = descriptor.value;
      if (typeof handler === 'function' && Reflect.getMetadata(METHOD_METADATA, handler) === RequestMethod.POST) {
        documented(routes, name, descriptor);
      }
    }
  };
}

/** When a command has been committed, the drafts of what it finished go. Their text is in the event now. */
@Injectable()
export class TidyDrafts implements NestInterceptor {
  constructor(private readonly drafts: Drafts) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const document: unknown = Reflect.getMetadata(DOCUMENT, context.getClass());
    const request = context.switchToHttp().getRequest<HttpRequest & { readonly params?: { readonly id?: unknown } }>();
    const kommune = aktoerOf(request)?.kommune;
    const id = request.params?.id;
    if (!isDocument(document) || request.method !== 'POST' || kommune === undefined || typeof id !== 'string') {
      return next.handle();
    }
    const said = draftsSaidFinished(request, document);
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        // The command is done whatever becomes of this; what is left over is removed when the drafts are next read.
        await this.drafts.tidy(kommune, document, id.toLowerCase(), said).catch(() => undefined);
        return answer;
      }),
    );
  }
}

/** What the writer says has become the finished text: only fields that the document has. */
function draftsSaidFinished(request: HttpRequest, document: DraftDocument): readonly DraftVersion[] {
  const value = singleHeader(request, HEADER.toLowerCase());
  if (value === undefined) return [];
  return value.split(',').map((part) => {
    const [, field = '', version = ''] = /^\s*([^=\s]{1,80})=(\d{1,9})\s*$/.exec(part) ?? [];
    if (!document.steps.includes(stepOf(field) ?? '')) {
      throw ugyldig(
        'faerdige-kladder-ugyldig',
        `Hovedet "${HEADER}" skal være felter med version, for eksempel analyse=12, adskilt af komma; et felt begynder med et af: ${document.steps.join(', ')}.`,
        { felt: HEADER, sti: `${HEADER}:`, kode: 'moenster', besked: 'Skal være felt=version, adskilt af komma.' },
      );
    }
    return { field, version: Number(version) };
  });
}

function isDocument(value: unknown): value is DraftDocument {
  return typeof value === 'object' && value !== null && 'finishedBy' in value;
}
