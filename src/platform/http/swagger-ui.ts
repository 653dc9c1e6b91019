import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { discover } from '../auth/oidc-discovery.js';
import { swaggerUiOAuth } from '../auth/swagger-oauth.js';
import { type HttpRequest, pathOf } from './http-request.js';
import { openApiDocument } from './openapi-document.js';

const PAGE = 'docs';
const KEY = 'Idempotency-Key';

export interface DocumentationOptions {
  readonly issuer: string;
  /** The issuer is not our own: where one logs in is asked of it. */
  readonly externalIssuer: boolean;
  /** The address that browsers know the API by. */
  readonly origin: string;
}

/** Serves the API's description at `/openapi.json`, and Swagger UI, where it can be tried, at `/docs`. */
export function serveDocumentation(app: NestFastifyApplication, options: DocumentationOptions): void {
  const login = loginOf(options);
  SwaggerModule.setup(PAGE, app, () => openApiDocument(app, options.issuer), {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Børnesag – API',
    swaggerOptions: {
      ...swaggerUiOAuth(options.origin),
      tagsSorter: undefined,
      docExpansion: 'none',
      requestInterceptor: giveKey,
    },
    patchDocumentOnRequest: async (request: unknown, _reply: unknown, document: OpenAPIObject) => {
      const described = withLogin(document, await login());
      return pathOf(request as HttpRequest).endsWith('swagger-ui-init.js') ? forTrying(described) : described;
    },
  });
}

type Login = { readonly authorizationUrl: string; readonly tokenUrl: string } | undefined;

/** Asked for when the page is first seen, so that the service starts while the issuer is down; then remembered. */
function loginOf({ externalIssuer, issuer }: DocumentationOptions): () => Promise<Login> {
  let known: Login;
  return async () => {
    if (!externalIssuer || known !== undefined) return known;
    const found = await discover(issuer).catch(() => undefined);
    if (found?.authorizationEndpoint !== undefined && found.tokenEndpoint !== undefined)
      known = { authorizationUrl: found.authorizationEndpoint, tokenUrl: found.tokenEndpoint };
    return known;
  };
}

function withLogin(document: OpenAPIObject, login: Login): OpenAPIObject {
  const oauth2 = document.components?.securitySchemes?.['oauth2'];
  if (login === undefined || oauth2 === undefined || '$ref' in oauth2) return document;
  const { authorizationCode } = oauth2.flows ?? {};
  return {
    ...document,
    components: {
      ...document.components,
      securitySchemes: {
        ...document.components?.securitySchemes,
        oauth2: { ...oauth2, flows: { authorizationCode: { scopes: {}, ...authorizationCode, ...login } } },
      },
    },
  };
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly example?: unknown;
  readonly schema?: Readonly<Record<string, unknown>>;
}

/**
 * The description as Swagger UI can use it. It fills in every example it is given, so that "Try it out" would send all
 * filters, a cursor from nowhere and an `If-Match` that fits nothing: what may be left out is shown with its example in
 * words. The key of a command is made by the page, a new one each time.
 */
export function forTrying(document: OpenAPIObject): OpenAPIObject {
  const paths = Object.entries(document.paths).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(item).map(([method, operation]: [string, unknown]) => [method, withoutPrefill(operation)]),
    ),
  ]);
  return { ...document, paths: Object.fromEntries(paths) as OpenAPIObject['paths'] };
}

function withoutPrefill(operation: unknown): unknown {
  if (typeof operation !== 'object' || operation === null || !('parameters' in operation)) return operation;
  const parameters = operation.parameters as readonly Parameter[];
  return { ...operation, parameters: parameters.map((parameter) => inWords(parameter)) };
}

function inWords(parameter: Parameter): Parameter {
  const { example, schema = {}, ...rest } = parameter;
  const { example: schemaExample, ...plain } = schema;
  const shown: unknown = example ?? schemaExample;
  if (parameter.name === KEY) {
    return {
      ...rest,
      schema: plain,
      required: false,
      description: `${said(rest)} Denne side laver selv en, når feltet er tomt.`,
    };
  }
  if (parameter.required === true || shown === undefined) return parameter;
  const text = typeof shown === 'string' ? shown : Array.isArray(shown) ? shown.join(', ') : JSON.stringify(shown);
  return { ...rest, schema: plain, description: `${said(rest)} Eksempel: \`${text}\`.` };
}

function said({ description }: Pick<Parameter, 'description'>): string {
  return description ?? '';
}

interface UiRequest {
  readonly method?: string;
  readonly url: string;
  readonly headers: Record<string, string>;
}

/** Runs in the browser, as text: it may use nothing but its argument and what a browser has. */
function giveKey(request: UiRequest): UiRequest {
  if (request.method === 'POST' && request.url.includes('/v1/') && !request.headers['Idempotency-Key']) {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    request.headers['Idempotency-Key'] = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
  return request;
}
