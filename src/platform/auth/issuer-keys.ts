import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { discover } from './oidc-discovery.js';
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
      remote = discover(issuer).then(({ jwksUri }) =>
        createRemoteJWKSet(jwksUri, {
          timeoutDuration: TIMEOUT_MS,
          cooldownDuration: cooldownMs,
          cacheMaxAge: CACHE_MS,
        }),
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
