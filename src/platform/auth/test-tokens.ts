import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { type Rolle } from './actor.js';
import { TokenVerifier } from './token-verifier.js';

export interface TestToken {
  /** Becomes `sub`. */
  readonly bruger: string;
  readonly kommune: number;
  readonly roller: readonly Rolle[];
  readonly navn?: string;
  readonly teams?: readonly string[];
  /** Seconds since 1970; by default in an hour. */
  readonly exp?: number;
}

export const TEST_ISSUER = 'https://udsteder.test';
export const TEST_AUDIENCE = 'boernesag';

export interface TestIssuer {
  /** Trusts this issuer's key alone; needs no network. */
  readonly verifier: TokenVerifier;
  readonly publicJwk: Awaited<ReturnType<typeof exportJWK>>;
  token(claims: TestToken): Promise<string>;
  /** A token with whatever claims, for tests of the verifier itself. */
  sign(payload: JWTPayload): Promise<string>;
}

/** An issuer in memory for API tests: `AuthModule.forVerifier(issuer.verifier)` and `Bearer ${await issuer.token({…})}`. */
export async function createTestIssuer(now: () => number = Date.now): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const verifier = new TokenVerifier({
    issuer: TEST_ISSUER,
    audience: TEST_AUDIENCE,
    keys: () => Promise.resolve(publicKey),
    now,
  });
  const sign = (payload: JWTPayload): Promise<string> =>
    new SignJWT(payload).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' }).sign(privateKey);
  return {
    verifier,
    publicJwk: await exportJWK(publicKey),
    sign,
    token: ({ bruger, kommune, roller, navn, teams, exp }) =>
      sign({
        iss: TEST_ISSUER,
        aud: TEST_AUDIENCE,
        sub: bruger,
        kommune: String(kommune).padStart(3, '0'),
        roller: [...roller],
        name: navn ?? bruger,
        ...(teams === undefined ? {} : { teams: [...teams] }),
        exp: exp ?? Math.floor(now() / 1000) + 3600,
      }),
  };
}
