import { TokenError } from './token-error.js';

const TIMEOUT_MS = 5_000;

/** What of an issuer's discovery document is used. */
export interface DiscoveredIssuer {
  readonly jwksUri: URL;
  /** Where a person logs in; absent at an issuer that only serves machines. */
  readonly authorizationEndpoint?: string;
  readonly tokenEndpoint?: string;
}

/** Reads and checks the issuer's discovery document. */
export async function discover(issuer: string): Promise<DiscoveredIssuer> {
  trustedUrl(issuer, 'OIDC_ISSUER');
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const document: unknown = await response.json();
  if (typeof document !== 'object' || document === null || !('issuer' in document) || !('jwks_uri' in document)) {
    throw new Error(`${address} is not an OIDC discovery document`);
  }
  if (document.issuer !== issuer) {
    throw new Error(`${address} says issuer ${String(document.issuer)}, expected ${issuer}`);
  }
  const authorizationEndpoint = endpoint(document, 'authorization_endpoint');
  const tokenEndpoint = endpoint(document, 'token_endpoint');
  return {
    jwksUri: trustedUrl(String(document.jwks_uri), 'jwks_uri'),
    ...(authorizationEndpoint === undefined ? {} : { authorizationEndpoint }),
    ...(tokenEndpoint === undefined ? {} : { tokenEndpoint }),
  };
}

function endpoint(document: object, name: string): string | undefined {
  const value: unknown = Object.entries(document).find(([key]) => key === name)?.[1];
  return typeof value === 'string' && URL.canParse(value) ? value : undefined;
}

function isLoopback(url: URL): boolean {
  return url.hostname === 'localhost' || url.hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(url.hostname);
}

/** Keys fetched over plain HTTP can be swapped on the way; loopback has no way to swap them on. */
function trustedUrl(text: string, what: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url)))) {
    throw new TokenError('issuer-unavailable', `${what} must be an https URL (http only on loopback): ${text}`);
  }
  return url;
}
