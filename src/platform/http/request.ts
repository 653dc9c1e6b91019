import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { aktoerOf } from '../auth/access.js';
import { type Aktoer } from '../auth/actor.js';
import { type RequestContext } from '../commands/command.js';
import { commandIdOf, fingerprintOf } from './fingerprint.js';
import { type HttpRequest, pathOf, singleHeader } from './http-request.js';
import { preferenceOf } from './prefer.js';
import { ProblemException, ugyldig } from './problem.js';

export const IF_MATCH_REQUIRED = 'boernesag:kraever-if-match';

/** The route cannot be called without `If-Match`: 428 otherwise. Give `@Kommandorute` `kraeverIfMatch: true` to document it too. */
export const KraeverIfMatch = (): MethodDecorator => SetMetadata(IF_MATCH_REQUIRED, true);

/** What a read needs to know about its request. */
export interface QueryRequest {
  readonly aktoer: Aktoer;
  readonly korrelation: string;
  /** Method and path template, for the access log. */
  readonly route: string;
  /** From the header `Haendelsesposition`: what the read must have seen. */
  readonly waitForPosition?: number;
}

const KEY = /^[\x21-\x7e]{1,200}$/;

/** Hands the controller the request of a command; 400 without `Idempotency-Key`. */
export const Anmodning = createParamDecorator((_data: unknown, context: ExecutionContext): RequestContext => {
  const request = context.switchToHttp().getRequest<HttpRequest>();
  const aktoer = actorOf(request);
  const key = idempotencyKey(request);
  const ifMatch = versionFrom(request);
  if (ifMatch === undefined && Reflect.getMetadata(IF_MATCH_REQUIRED, context.getHandler()) === true) {
    throw ifMatchMissing();
  }
  return {
    aktoer,
    commandId: commandIdOf(aktoer.kommune, aktoer.id, key),
    fingerprint: fingerprintOf({
      method: request.method,
      path: pathOf(request),
      body: request.body,
      tenant: aktoer.kommune,
      user: aktoer.id,
    }),
    korrelation: request.id,
    ...(ifMatch === undefined ? {} : { ifMatch }),
    waitMs: preferenceOf(request).waitMs,
  };
});

/** Hands the controller the request of a read. */
export const Opslag = createParamDecorator((_data: unknown, context: ExecutionContext): QueryRequest => {
  const request = context.switchToHttp().getRequest<HttpRequest>();
  const waitForPosition = positionFrom(request);
  return {
    aktoer: actorOf(request),
    korrelation: request.id,
    route: `${request.method} ${request.routeOptions?.url ?? pathOf(request)}`,
    ...(waitForPosition === undefined ? {} : { waitForPosition }),
  };
});

/** Hands the controller the version in `If-Match`, for what is replaced whole; 428 without it. `"0"` says: there is none yet. */
export const SetVersion = createParamDecorator((_data: unknown, context: ExecutionContext): number => {
  const version = versionFrom(context.switchToHttp().getRequest<HttpRequest>());
  if (version === undefined) throw ifMatchMissing();
  return version;
});

function ifMatchMissing(): ProblemException {
  return new ProblemException(428, {
    type: 'if-match-mangler',
    title: 'Sig, hvilken version du har set',
    detail:
      'Hovedet "If-Match" mangler. Hent det, du vil ændre, og send svarets ETag med, så du ikke overskriver andres arbejde.',
  });
}

function actorOf(request: HttpRequest): Aktoer {
  const aktoer = aktoerOf(request);
  if (aktoer === undefined)
    throw new Error('a public route has no actor and cannot send commands or read through the gateways');
  return aktoer;
}

function idempotencyKey(request: HttpRequest): string {
  const key = singleHeader(request, 'idempotency-key');
  if (key === undefined) {
    throw ugyldig(
      'idempotency-key-mangler',
      'Hovedet "Idempotency-Key" mangler. Send en ny UUID med hver ny anmodning og den samme, når du prøver igen; så sker intet to gange.',
      {
        felt: 'Idempotency-Key',
        sti: 'Idempotency-Key:',
        kode: 'mangler',
        besked: 'Hovedet skal sendes.',
      },
    );
  }
  if (!KEY.test(key)) {
    throw ugyldig(
      'idempotency-key-ugyldig',
      'Hovedet "Idempotency-Key" skal være 1-200 synlige ASCII-tegn uden mellemrum, for eksempel en UUID.',
      {
        felt: 'Idempotency-Key',
        sti: 'Idempotency-Key:',
        kode: 'moenster',
        besked: 'Skal være 1-200 synlige ASCII-tegn uden mellemrum.',
      },
    );
  }
  return key;
}

/** `*` asks for any version, which is what a command without the header does. */
function versionFrom(request: HttpRequest): number | undefined {
  const value = singleHeader(request, 'if-match')?.trim();
  if (value === undefined || value === '*') return undefined;
  const version = /^"(\d{1,9})"$/.exec(value)?.[1];
  if (version === undefined) {
    throw ugyldig(
      'if-match-ugyldig',
      'Hovedet "If-Match" skal være én ETag fra et tidligere svar, med anførselstegn, for eksempel "3".',
      {
        felt: 'If-Match',
        sti: 'If-Match:',
        kode: 'moenster',
        besked: 'Skal være én ETag, for eksempel "3".',
      },
    );
  }
  return Number(version);
}

function positionFrom(request: HttpRequest): number | undefined {
  const value = singleHeader(request, 'haendelsesposition');
  if (value === undefined) return undefined;
  if (!/^\d{1,15}$/.test(value)) {
    throw ugyldig(
      'haendelsesposition-ugyldig',
      'Hovedet "Haendelsesposition" skal være tallet fra et tidligere svar.',
      {
        felt: 'Haendelsesposition',
        sti: 'Haendelsesposition:',
        kode: 'moenster',
        besked: 'Skal være et helt tal.',
      },
    );
  }
  return Number(value);
}
