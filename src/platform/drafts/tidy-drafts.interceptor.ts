import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, SetMetadata } from '@nestjs/common';
import { mergeMap, type Observable } from 'rxjs';
import { aktoerOf } from '../auth/access.js';
import { type HttpRequest } from '../http/http-request.js';
import { type DraftDocument } from './draft-document.js';
import { Drafts } from './drafts.js';

const DOCUMENT = 'boernesag:kladdedokument';

/** On a controller whose commands on `:id` finish texts that may have been drafted. */
export const FinishesDrafts = (document: DraftDocument): ClassDecorator => SetMetadata(DOCUMENT, document);

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
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        // The command is done whatever becomes of this; what is left over is removed when the drafts are next read.
        await this.drafts.tidy(kommune, document, id.toLowerCase()).catch(() => undefined);
        return answer;
      }),
    );
  }
}

function isDocument(value: unknown): value is DraftDocument {
  return typeof value === 'object' && value !== null && 'finishedBy' in value;
}
