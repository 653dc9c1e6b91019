import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isIPv4, type AddressInfo } from 'node:net';
import { type JWK } from 'jose';
import { type Configuration, type default as OidcProvider, type KoaContextWithOIDC } from 'oidc-provider';
import { DevIdentityStore } from './dev-identity-store.js';
import { loginErrorPage, loginPage } from './dev-login-page.js';
import { devSigningKey } from './dev-signing-key.js';
import { devTeams, findDevUser } from './dev-users.js';
import { SWAGGER_CLIENT } from './swagger-oauth.js';

/** A day's work without a renewal. */
const LIFETIME_S = 8 * 3600;
const SCOPE = 'boernesag';
const LOGIN_PATH = '/log-ind/';
const MAX_BODY = 4096;

/** For curl: `-d grant_type=urn:boernesag:testbruger -d client_id=curl -d bruger=sb01`. */
export const DEV_GRANT = 'urn:boernesag:testbruger';
export const DEV_AUDIENCE = 'boernesag';

export interface DevIdentityProviderOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** Where the signing key is kept. */
  readonly keyFolder: string;
  /** Must be loopback; anything else is refused. */
  readonly host?: string;
  /** The API's port, for Swagger UI's redirect and CORS; by default the port before this one. */
  readonly apiPort?: number;
  readonly audience?: string;
}

export interface DevIdentityProvider {
  readonly issuer: string;
  stop(): Promise<void>;
}

function refuseOutsideDevelopment(host: string): void {
  if (process.env['NODE_ENV'] === 'production') {
    throw new Error('The development identity provider does not run in production: set OIDC_ISSUER to the real issuer');
  }
  if (host !== 'localhost' && host !== '::1' && !(isIPv4(host) && host.startsWith('127.'))) {
    throw new Error(`The development identity provider listens on loopback only, not on ${host}`);
  }
}

/** A real OIDC server with test users and no passwords, for development and demo alone. */
export async function startDevIdentityProvider(options: DevIdentityProviderOptions): Promise<DevIdentityProvider> {
  const host = options.host ?? '127.0.0.1';
  refuseOutsideDevelopment(host);
  const key = await devSigningKey(options.keyFolder);
  const server = createServer();
  const port = await listen(server, host, options.port);
  const issuer = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const apiPort = options.apiPort ?? port - 1;
  const apiOrigins = [`http://127.0.0.1:${apiPort}`, `http://localhost:${apiPort}`];
  try {
    const provider = await createProvider({ issuer, key, apiOrigins, audience: options.audience ?? DEV_AUDIENCE });
    server.on(
      'request',
      requestHandler(
        provider,
        new Set([`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`, new URL(issuer).host]),
      ),
    );
  } catch (error) {
    server.close();
    throw error;
  }
  return {
    issuer,
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      // With a TCP host and port the address is always of this kind.
      resolve((server.address() as AddressInfo).port);
    });
  });
}

interface ProviderSetup {
  readonly issuer: string;
  readonly key: JWK;
  readonly apiOrigins: readonly string[];
  readonly audience: string;
}

async function createProvider(setup: ProviderSetup): Promise<OidcProvider> {
  // Loaded here so that a process with a real issuer never loads it.
  const { Provider } = await import('oidc-provider/lib/provider.js');
  const { InvalidGrant, InvalidTarget } = await import('oidc-provider/lib/helpers/errors.js');
  const resource = `urn:${setup.audience}`;
  const store = new DevIdentityStore();

  const grantEverything = async (provider: OidcProvider, clientId: string, accountId: string) => {
    const grant = new provider.Grant({ clientId, accountId });
    grant.addOIDCScope('openid profile');
    grant.addResourceScope(resource, SCOPE);
    await grant.save();
    return grant;
  };
  const resourceServer = {
    audience: setup.audience,
    scope: SCOPE,
    accessTokenFormat: 'jwt' as const,
    accessTokenTTL: LIFETIME_S,
    jwt: { sign: { alg: 'ES256' as const } },
  };

  const configuration: Configuration = {
    adapter: (kind: string) => store.adapter(kind),
    jwks: { keys: [{ ...setup.key }] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    clients: [
      {
        client_id: SWAGGER_CLIENT,
        client_name: 'Swagger UI',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: setup.apiOrigins.map((origin) => `${origin}/docs/oauth2-redirect.html`),
      },
      {
        client_id: 'curl',
        token_endpoint_auth_method: 'none',
        grant_types: [DEV_GRANT],
        response_types: [],
        redirect_uris: [],
      },
    ],
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: ['name', 'kommune', 'roller', 'teams'] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    clientBasedCORS: (_context, origin) => setup.apiOrigins.includes(origin),
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context, indicator) => {
          if (indicator !== resource) throw new InvalidTarget();
          return resourceServer;
        },
      },
    },
    pkce: { required: () => true },
    interactions: { url: (_context, interaction) => `${LOGIN_PATH}${interaction.uid}` },
    ttl: {
      AccessToken: LIFETIME_S,
      AuthorizationCode: 120,
      Grant: LIFETIME_S + 3600,
      IdToken: LIFETIME_S,
      Interaction: 3600,
      Session: LIFETIME_S,
    },
    findAccount: (_context, accountId) => {
      const user = findDevUser(accountId);
      return user && { accountId, claims: () => ({ sub: accountId, name: user.navn, ...accessClaims(accountId) }) };
    },
    extraTokenClaims: (_context, token) => {
      const accountId = 'accountId' in token ? token.accountId : undefined;
      return typeof accountId === 'string'
        ? { name: findDevUser(accountId)?.navn, ...accessClaims(accountId) }
        : undefined;
    },
    // Nobody is asked for consent: the user was picked from a list a second ago.
    loadExistingGrant: async (context) => {
      const { client, session, provider } = context.oidc;
      return client && session?.accountId ? grantEverything(provider, client.clientId, session.accountId) : undefined;
    },
    renderError: (context, out) => {
      context.type = 'html';
      context.body = loginErrorPage(`${out.error}: ${out.error_description ?? 'ukendt fejl'}`);
    },
  };

  const provider = new Provider(setup.issuer, configuration);
  provider.registerGrantType<{ bruger?: string }>(
    DEV_GRANT,
    async (context) => {
      const { client, params } = context.oidc;
      const user = findDevUser(params.bruger ?? '');
      if (user === undefined) throw new InvalidGrant('the user is not one of the test users');
      const grant = await grantEverything(provider, client.clientId, user.bruger);
      const token = new provider.AccessToken({
        client,
        accountId: user.bruger,
        grantId: grant.jti,
        gty: DEV_GRANT,
        resourceServer: new provider.ResourceServer(resource, resourceServer),
        scope: SCOPE,
      });
      const accessToken = await token.save();
      context.body = { access_token: accessToken, token_type: 'Bearer', expires_in: LIFETIME_S, scope: SCOPE };
    },
    ['bruger'],
  );
  provider.on('server_error', (_context: KoaContextWithOIDC, error: Error) => {
    console.error(`development identity provider: ${error.stack ?? error.message}`);
  });
  return provider;
}

function accessClaims(accountId: string): { kommune?: string; roller?: string[]; teams?: string[] } {
  const user = findDevUser(accountId);
  if (user === undefined) return {};
  const teams = devTeams(user);
  return {
    kommune: String(user.kommune),
    roller: [...user.roller],
    ...(teams === undefined ? {} : { teams }),
  };
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

function requestHandler(provider: OidcProvider, hosts: ReadonlySet<string>): Handler {
  const oidc = provider.callback();
  return (request, response) => {
    // A web page elsewhere that points its own name at 127.0.0.1 must not be able to fetch a token here.
    if (!hosts.has(request.headers.host ?? '')) {
      response.writeHead(421).end();
      return;
    }
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (path.startsWith(LOGIN_PATH)) {
      login(provider, request, response).catch(() => {
        if (response.headersSent) response.destroy();
        else html(response, 400, loginErrorPage('Login er udløbet eller startet i et andet vindue.'));
      });
      return;
    }
    // Every login starts without a session, so that a tester can change user by logging in again.
    if (path === '/auth' || path.startsWith('/auth/')) request.headers.cookie = withoutSession(request.headers.cookie);
    void oidc(request, response);
  };
}

function withoutSession(cookies: string | undefined): string {
  const kept = (cookies ?? '')
    .split(/; */)
    .filter((cookie) => !/^_session(\.sig|\.legacy|\.legacy\.sig)?=/.test(cookie));
  return kept.join('; ');
}

async function login(provider: OidcProvider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { uid } = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') return html(response, 200, loginPage(`${LOGIN_PATH}${uid}`));
  const user = findDevUser(new URLSearchParams(await readBody(request)).get('bruger') ?? '');
  if (user === undefined) return html(response, 400, loginErrorPage('Brugeren er ikke en af testbrugerne.'));
  await provider.interactionFinished(request, response, { login: { accountId: user.bruger } });
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const part = Buffer.from(chunk as Uint8Array);
    size += part.length;
    if (size > MAX_BODY) throw new Error('request body too large');
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function html(response: ServerResponse, status: number, body: string): void {
  response
    .writeHead(status, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Frame-Options': 'DENY',
    })
    .end(body);
}
