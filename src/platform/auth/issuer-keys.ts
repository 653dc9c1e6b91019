import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { TokenError } from './token-error.js';

const TIMEOUT_MS = 5_000;
/** After a key rotation the first token with the new kid fetches again, but not more often than this. */
const COOLDOWN_MS = 5_000;
const CACHE_MS = 600_000;
/** While the issuer is down its last known keys hold for so long: a notification must get through an outage. */
const STALE_MS = 12 * 3_600_000;
/** And so long no new attempt is made, so that calls do not each wait for a timeout. */
const RETRY_MS = 10_000;

type Remote = ReturnType<typeof createRemoteJWKSet>;

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

async function discover(issuer: string): Promise<URL> {
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
  return trustedUrl(String(document.jwks_uri), 'jwks_uri');
}

/** Everything else means that the keys could not be had. */
function isAboutTheToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}

/**
 * The issuer's public keys by OIDC discovery: found at the first token (so that the service starts while the issuer is
 * down), fetched again when a token names an unknown key, and kept through an outage of the issuer.
 */
export function discoveredKeys(
  issuer: string,
  now: () => number = Date.now,
  cooldownMs = COOLDOWN_MS,
): JWTVerifyGetKey {
  let remote: Promise<Remote> | undefined;
  let failedAt = Number.NEGATIVE_INFINITY;
  let succeededAt = Number.NEGATIVE_INFINITY;
  let lastCause: unknown;

  const waiting = (): boolean => now() >= failedAt && now() - failedAt < RETRY_MS;
  const failed = (error: unknown): TokenError => {
    failedAt = now();
    lastCause = error;
    return unavailable(error);
  };
  const unavailable = (cause: unknown): TokenError =>
    cause instanceof TokenError
      ? cause
      : new TokenError('issuer-unavailable', `the keys of ${issuer} cannot be fetched`, undefined, { cause });

  return async (header, token) => {
    if (remote === undefined) {
      if (waiting()) throw unavailable(lastCause);
      remote = discover(issuer).then((url) =>
        createRemoteJWKSet(url, { timeoutDuration: TIMEOUT_MS, cooldownDuration: cooldownMs, cacheMaxAge: CACHE_MS }),
      );
    }
    let keys: Remote;
    try {
      keys = await remote;
    } catch (error) {
      remote = undefined;
      throw failed(error);
    }
    const known = keys.jwks();
    const usable = known !== undefined && now() - succeededAt < STALE_MS;
    if (waiting()) {
      if (usable) return createLocalJWKSet(known)(header, token);
      throw unavailable(lastCause);
    }
    try {
      const key = await keys(header, token);
      if (keys.fresh) succeededAt = now();
      return key;
    } catch (error) {
      if (isAboutTheToken(error)) throw error;
      const outage = failed(error);
      if (usable) return createLocalJWKSet(known)(header, token);
      throw outage;
    }
  };
}
