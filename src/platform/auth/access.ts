import {
  applyDecorators,
  createParamDecorator,
  ForbiddenException,
  Injectable,
  Logger,
  ServiceUnavailableException,
  SetMetadata,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import { type Aktoer, type Rolle } from './actor.js';
import { TokenError } from './token-error.js';
import { TokenVerifier } from './token-verifier.js';

export const POLICY = 'boernesag:adgang';

export type AccessPolicy =
  { readonly offentlig: true } | { readonly offentlig: false; readonly roller: readonly Rolle[] };

/** Only actors with at least one of these roles may call the route (or any route of the controller). */
export function Adgang(...roller: readonly Rolle[]): ClassDecorator & MethodDecorator {
  if (roller.length === 0) throw new TypeError('@Adgang needs at least one role; use @Offentlig for a public route');
  return applyDecorators(
    SetMetadata(POLICY, { offentlig: false, roller } satisfies AccessPolicy),
    ApiSecurity('bearer'),
    ApiSecurity('oauth2', []),
    ApiExtension('x-roller', [...roller]),
  );
}

/** Anyone may call the route, without a token. Never for a route that shows anything about a child. */
export function Offentlig(): ClassDecorator & MethodDecorator {
  return applyDecorators(SetMetadata(POLICY, { offentlig: true } satisfies AccessPolicy));
}

const aktoerer = new WeakMap<object, Aktoer>();

/** The actor of a request that passed the guard; undefined on public routes. */
export function aktoerOf(request: object): Aktoer | undefined {
  return aktoerer.get(request);
}

/** Hands the controller the verified actor. */
export const AktuelAktoer = createParamDecorator((_data: unknown, context: ExecutionContext): Aktoer => {
  const aktoer = aktoerOf(context.switchToHttp().getRequest<object>());
  if (aktoer === undefined) throw new Error('@AktuelAktoer is used on a public route, which has no actor');
  return aktoer;
});

interface Request {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

interface Reply {
  header(name: string, value: string): unknown;
}

const REALM = 'Bearer realm="boernesag"';

/** RFC 6750 wants ASCII in the header; the Danish explanation is in the body. */
function challenge(error: TokenError): string {
  return error.kind === 'missing' ? REALM : `${REALM}, error="invalid_token", error_description="${error.message}"`;
}

function bearerToken(request: Request): string {
  const value = request.headers['authorization'];
  const match = typeof value === 'string' ? /^Bearer +([\w.~+/=-]+) *$/i.exec(value) : null;
  if (match?.[1] !== undefined) return match[1];
  if (value === undefined) throw new TokenError('missing', 'no Authorization header');
  throw new TokenError(
    'malformed',
    'Authorization header is not a bearer token',
    'Hovedet "Authorization" skal have formen "Bearer <token>".',
  );
}

/** The one gate of every route: without a policy nobody gets in, so a forgotten decorator is seen at the first call. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly log = new Logger(AccessGuard.name);

  constructor(
    private readonly reflector: Reflector,
    private readonly verifier: TokenVerifier,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const policy = this.reflector.getAllAndOverride<AccessPolicy | undefined>(POLICY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (policy === undefined) {
      this.log.error(`route ${context.getClass().name}.${context.getHandler().name} has no access policy; refused`);
      throw new ForbiddenException({
        type: 'urn:boernesag:problem:adgangspolitik-mangler',
        title: 'Ingen adgang',
        detail: 'Der er ikke fastsat, hvem der må kalde denne adresse. Derfor er den lukket for alle.',
      });
    }
    if (policy.offentlig) return true;
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const reply = http.getResponse<Reply>();
    const aktoer = await this.authenticate(request, reply);
    if (!policy.roller.some((rolle) => aktoer.roller.includes(rolle))) {
      reply.header('WWW-Authenticate', `${REALM}, error="insufficient_scope"`);
      throw new ForbiddenException({
        type: 'urn:boernesag:problem:rolle-mangler',
        title: 'Ingen adgang',
        detail: `Du har ikke en rolle, der giver adgang. Det kræver mindst én af rollerne: ${policy.roller.join(', ')}.`,
      });
    }
    aktoerer.set(request, aktoer);
    return true;
  }

  private async authenticate(request: Request, reply: Reply): Promise<Aktoer> {
    try {
      return await this.verifier.verify(bearerToken(request));
    } catch (error) {
      if (!(error instanceof TokenError)) throw error;
      if (error.kind === 'issuer-unavailable') {
        this.log.error(`${error.message}: ${error.cause instanceof Error ? error.cause.message : 'unknown cause'}`);
        reply.header('Retry-After', '10');
        throw new ServiceUnavailableException({
          type: 'urn:boernesag:problem:udsteder-utilgaengelig',
          title: 'Login kan ikke efterprøves lige nu',
          detail: error.detail,
        });
      }
      reply.header('WWW-Authenticate', challenge(error));
      throw new UnauthorizedException({
        type: error.kind === 'missing' ? 'urn:boernesag:problem:token-mangler' : 'urn:boernesag:problem:token-ugyldigt',
        title: 'Du er ikke logget ind',
        detail: error.detail,
      });
    }
  }
}
