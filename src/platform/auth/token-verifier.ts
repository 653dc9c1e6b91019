import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { erRolle, type Aktoer } from './actor.js';
import { discoveredKeys } from './issuer-keys.js';
import { KOMMUNER } from './municipalities.js';
import { TokenCache } from './token-cache.js';
import { TokenError } from './token-error.js';

/** Asymmetric only: with HS* anyone who can read the public key could sign. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'];
/** Clocks in a municipality's datacentre drift; five seconds is enough with NTP. */
const CLOCK_TOLERANCE_S = 5;
/** Subject ids are stored on every event, so they are short and printable. */
const SUBJECT = /^[\x21-\x7e]{1,128}$/;

export interface TokenVerifierOptions {
  /** Must equal the token's `iss`. */
  readonly issuer: string;
  /** Must be in the token's `aud`. */
  readonly audience: string;
  /** Where the public keys come from; by default OIDC discovery of the issuer. */
  readonly keys?: JWTVerifyGetKey;
  /** Milliseconds since 1970; only tests set it. */
  readonly now?: () => number;
  readonly cacheSize?: number;
}

/** From bearer token to actor; throws `TokenError` for every token that is not in order. */
export class TokenVerifier {
  private readonly cache: TokenCache;
  private readonly keys: JWTVerifyGetKey;
  private readonly now: () => number;

  constructor(private readonly options: TokenVerifierOptions) {
    this.cache = new TokenCache(options.cacheSize);
    this.now = options.now ?? Date.now;
    this.keys = options.keys ?? discoveredKeys(options.issuer, this.now);
  }

  async verify(token: string): Promise<Aktoer> {
    const now = this.now();
    const key = TokenCache.keyOf(token);
    const known = this.cache.get(key, now);
    if (known !== undefined) return known;
    const payload = await this.check(token, now);
    const aktoer = aktoerFrom(payload);
    this.cache.set(key, aktoer, now, (payload.exp ?? 0) * 1000);
    return aktoer;
  }

  private async check(token: string, now: number): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer: this.options.issuer,
        audience: this.options.audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['sub', 'exp'],
        clockTolerance: CLOCK_TOLERANCE_S,
        currentDate: new Date(now),
      });
      return payload;
    } catch (error) {
      throw asTokenError(error);
    }
  }
}

function asTokenError(error: unknown): TokenError {
  if (error instanceof TokenError) return error;
  const refused = (kind: TokenError['kind'], message: string, detail?: string): TokenError =>
    new TokenError(kind, message, detail, { cause: error });
  if (error instanceof errors.JWTExpired) return refused('expired', 'token has expired');
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'iss') return refused('issuer', 'token is from another issuer');
    if (error.claim === 'aud') return refused('audience', 'token is for another audience');
    if (error.claim === 'nbf' && error.reason === 'check_failed')
      return refused('not-yet-valid', 'token is not valid yet');
    return refused('claim', `claim ${error.claim}: ${error.reason}`, claimDetail(error.claim));
  }
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported) {
    return refused('algorithm', 'token is signed with an algorithm that is not allowed');
  }
  if (
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys
  ) {
    return refused('signature', `token is not signed by the issuer (${error.code})`);
  }
  return refused('malformed', 'token is not a JWT');
}

function claimDetail(claim: string): string {
  return `Adgangstokenets oplysning "${claim}" mangler eller har forkert form.`;
}

function refuseClaim(claim: string, detail: string): never {
  throw new TokenError('claim', `claim ${claim} is missing or has the wrong form`, detail);
}

function aktoerFrom(payload: JWTPayload): Aktoer {
  const { sub, kommune, roller, teams, name } = payload;
  if (sub === undefined || !SUBJECT.test(sub)) refuseClaim('sub', claimDetail('sub'));
  if (typeof kommune !== 'string' || !/^\d{3}$/.test(kommune) || !KOMMUNER.has(Number(kommune))) {
    refuseClaim(
      'kommune',
      'Adgangstokenets oplysning "kommune" skal være en dansk kommunes trecifrede kode som tekst, fx "840".',
    );
  }
  if (!erTekstliste(roller)) {
    refuseClaim('roller', 'Adgangstokenets oplysning "roller" skal være en liste af tekster.');
  }
  if (teams !== undefined && !erTekstliste(teams)) {
    refuseClaim('teams', 'Adgangstokenets oplysning "teams" skal være en liste af tekster eller udelades.');
  }
  const kendteTeams = [...new Set((teams ?? []).map((team) => team.trim()).filter((team) => team !== ''))];
  return Object.freeze({
    id: sub,
    navn: typeof name === 'string' && name.trim() !== '' ? name : sub,
    kommune: Number(kommune),
    // A municipality's identity provider may know roles of other systems; they mean nothing here.
    roller: Object.freeze([...new Set(roller.filter(erRolle))]),
    ...(kendteTeams.length === 0 ? {} : { teams: Object.freeze(kendteTeams) }),
  });
}

function erTekstliste(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}
