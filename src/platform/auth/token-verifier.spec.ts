import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWK, type JWTPayload } from 'jose';
import { discoveredKeys } from './issuer-keys.js';
import { KOMMUNER } from './municipalities.js';
import { createTestIssuer, TEST_AUDIENCE, TEST_ISSUER, type TestIssuer } from './test-tokens.js';
import { TokenCache } from './token-cache.js';
import { TokenError, type TokenErrorKind } from './token-error.js';
import { TokenVerifier } from './token-verifier.js';

const NOW = Date.UTC(2024, 0, 15, 8, 0, 0);
const NOW_S = NOW / 1000;

const claims = (changes: Record<string, unknown> = {}): JWTPayload => ({
  iss: TEST_ISSUER,
  aud: TEST_AUDIENCE,
  sub: 'sb01',
  kommune: '840',
  roller: ['sagsbehandler'],
  name: 'Asta Bækgaard',
  exp: NOW_S + 3600,
  ...changes,
});

async function refusal(verifier: TokenVerifier, token: string): Promise<TokenErrorKind | 'accepted'> {
  try {
    await verifier.verify(token);
    return 'accepted';
  } catch (error) {
    if (error instanceof TokenError) return error.kind;
    throw error;
  }
}

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('TokenVerifier', () => {
  let issuer: TestIssuer;
  let time = NOW;
  beforeEach(async () => {
    time = NOW;
    issuer = await createTestIssuer(() => time);
  });

  test('et gyldigt token giver en aktør med kommune og roller', async () => {
    const token = await issuer.token({
      bruger: 'sb01',
      kommune: 840,
      roller: ['sagsbehandler', 'modtagelse'],
      navn: 'Asta Bækgaard',
    });
    await expect(issuer.verifier.verify(token)).resolves.toEqual({
      id: 'sb01',
      navn: 'Asta Bækgaard',
      kommune: 840,
      roller: ['sagsbehandler', 'modtagelse'],
    });
  });

  test('fremmede roller tæller ikke', async () => {
    const aktoer = await issuer.verifier.verify(
      await issuer.sign(claims({ roller: ['offline_access', 'revisor', 'revisor'] })),
    );
    expect(aktoer.roller).toEqual(['revisor']);
  });

  test('brugerens teams læses, når udstederen giver dem; tomme og gentagne tæller ikke', async () => {
    const teams = async (changes: Record<string, unknown>) =>
      (await issuer.verifier.verify(await issuer.sign(claims(changes)))).teams;
    expect(await teams({})).toBeUndefined();
    expect(await teams({ teams: [] })).toBeUndefined();
    expect(await teams({ teams: [' boerne', 'unge', 'boerne', ''] })).toEqual(['boerne', 'unge']);
  });

  test.each<[string, Record<string, unknown>, TokenErrorKind]>([
    ['udløbet', { exp: NOW_S - 6 }, 'expired'],
    ['uden udløb', { exp: undefined }, 'claim'],
    ['ikke trådt i kraft', { nbf: NOW_S + 6 }, 'not-yet-valid'],
    ['til en anden modtager', { aud: 'et-andet-system' }, 'audience'],
    ['fra en anden udsteder', { iss: 'https://falsk.test' }, 'issuer'],
    ['uden bruger', { sub: undefined }, 'claim'],
    ['med linjeskift i bruger-id', { sub: 'sb01\nadmin' }, 'claim'],
    ['uden kommune', { kommune: undefined }, 'claim'],
    ['med kommune som tal', { kommune: 840 }, 'claim'],
    ['med en kommune, der ikke findes', { kommune: '999' }, 'claim'],
    ['med fire cifre i kommunen', { kommune: '0840' }, 'claim'],
    ['uden roller', { roller: undefined }, 'claim'],
    ['med roller som tekst', { roller: 'sagsbehandler' }, 'claim'],
    ['med roller, der ikke er tekster', { roller: ['revisor', 1] }, 'claim'],
    ['med teams som tekst', { teams: 'boerne' }, 'claim'],
    ['med teams, der ikke er tekster', { teams: ['boerne', 1] }, 'claim'],
  ])('et token %s afvises', async (_title, changes, kind) => {
    expect(await refusal(issuer.verifier, await issuer.sign(claims(changes)))).toBe(kind);
  });

  test('alg none afvises', async () => {
    expect(await refusal(issuer.verifier, `${base64({ alg: 'none' })}.${base64(claims())}.`)).toBe('algorithm');
  });

  test('HS256 med den offentlige nøgle som hemmelighed afvises', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(issuer.publicJwk));
    const token = await new SignJWT(claims()).setProtectedHeader({ alg: 'HS256' }).sign(secret);
    expect(await refusal(issuer.verifier, token)).toBe('algorithm');
  });

  test('et token signeret af en anden nøgle, ændret indhold og vrøvl afvises', async () => {
    const other = await createTestIssuer(() => time);
    expect(await refusal(issuer.verifier, await other.sign(claims()))).toBe('signature');
    const [header, , signature] = (await issuer.sign(claims())).split('.');
    expect(await refusal(issuer.verifier, `${header}.${base64(claims({ kommune: '851' }))}.${signature}`)).toBe(
      'signature',
    );
    expect(await refusal(issuer.verifier, 'ikke-et-token')).toBe('malformed');
  });

  test('et efterprøvet token huskes, men aldrig ud over sit udløb', async () => {
    const token = await issuer.token({ bruger: 're01', kommune: 840, roller: ['revisor'], exp: NOW_S + 30 });
    const first = await issuer.verifier.verify(token);
    expect(await issuer.verifier.verify(token)).toBe(first);
    time = NOW + 36_000; // 30 s to the expiry, 5 s of tolerance, and one more.
    expect(await refusal(issuer.verifier, token)).toBe('expired');
  });

  test('der er 98 kommuner', () => {
    expect(KOMMUNER.size).toBe(98);
  });
});

describe('TokenCache', () => {
  const aktoer = { id: 'x', navn: 'x', kommune: 840, roller: [] };

  test('holder højst et minut, glemmer den ældste og tåler, at uret stilles tilbage', () => {
    const cache = new TokenCache(2);
    cache.set('a', aktoer, 1000, 1_000_000);
    cache.set('b', aktoer, 1000, 1_000_000);
    expect(cache.get('a', 2000)).toBe(aktoer);
    cache.set('c', aktoer, 2000, 1_000_000);
    expect(cache.size).toBe(2);
    expect(cache.get('b', 2000)).toBeUndefined();
    expect(cache.get('a', 60_999)).toBe(aktoer);
    expect(cache.get('a', 61_000)).toBeUndefined(); // Set at 1 s, 60 s later.
    expect(cache.get('c', 1999)).toBeUndefined();
  });
});

describe('nøgler ved OIDC discovery', () => {
  let server: Server;
  let origin: string;
  let keys: JWK[] = [];
  let statedIssuer: string | undefined;
  let down = false;
  let fetches = 0;

  const newKey = async (kid: string) => {
    const pair = await generateKeyPair('RS256', { extractable: true });
    return {
      jwk: { ...(await exportJWK(pair.publicKey)), kid, use: 'sig', alg: 'RS256' },
      sign: (): Promise<string> =>
        new SignJWT(claims({ iss: origin, exp: Math.floor(Date.now() / 1000) + 3600, jti: String(Math.random()) }))
          .setProtectedHeader({ alg: 'RS256', kid })
          .sign(pair.privateKey),
    };
  };

  beforeAll(async () => {
    server = createServer((request, response) => {
      if (down) return void response.writeHead(503).end();
      if (request.url === '/jwks') {
        fetches += 1;
        return void response.end(JSON.stringify({ keys }));
      }
      return void response.end(JSON.stringify({ issuer: statedIssuer ?? origin, jwks_uri: `${origin}/jwks` }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  beforeEach(() => {
    down = false;
    fetches = 0;
    statedIssuer = undefined;
  });

  test('en ny nøgle hentes, når et token nævner den', async () => {
    const verifier = new TokenVerifier({
      issuer: origin,
      audience: TEST_AUDIENCE,
      keys: discoveredKeys(origin, Date.now, 0),
    });
    const first = await newKey('1');
    const second = await newKey('2');
    keys = [first.jwk];
    expect(await refusal(verifier, await first.sign())).toBe('accepted');
    expect(await refusal(verifier, await second.sign())).toBe('signature');
    keys = [first.jwk, second.jwk];
    expect(await refusal(verifier, await second.sign())).toBe('accepted');
    expect(fetches).toBe(3);
  });

  test('kendte nøgler gælder, mens udstederen er nede, og der forsøges igen bagefter', async () => {
    let now = Date.now();
    const verifier = new TokenVerifier({
      issuer: origin,
      audience: TEST_AUDIENCE,
      keys: discoveredKeys(origin, () => now, 0),
      now: () => now,
    });
    const key = await newKey('1');
    const unknown = await newKey('2');
    keys = [key.jwk];
    expect(await refusal(verifier, await key.sign())).toBe('accepted');
    down = true;
    expect(await refusal(verifier, await unknown.sign())).toBe('signature');
    expect(await refusal(verifier, await key.sign())).toBe('accepted');
    down = false;
    keys = [key.jwk, unknown.jwk];
    expect(await refusal(verifier, await unknown.sign())).toBe('signature'); // Within the ten seconds of rest.
    now += 11_000;
    expect(await refusal(verifier, await unknown.sign())).toBe('accepted');
  });

  test('er udstederen nede fra starten, siges det, og der forsøges igen', async () => {
    let now = Date.now();
    const verifier = new TokenVerifier({
      issuer: origin,
      audience: TEST_AUDIENCE,
      keys: discoveredKeys(origin, () => now),
      now: () => now,
    });
    const key = await newKey('1');
    keys = [key.jwk];
    down = true;
    expect(await refusal(verifier, await key.sign())).toBe('issuer-unavailable');
    down = false;
    expect(await refusal(verifier, await key.sign())).toBe('issuer-unavailable');
    now += 11_000;
    expect(await refusal(verifier, await key.sign())).toBe('accepted');
  });

  test('en udsteder, der kalder sig noget andet, og http uden for loopback bruges ikke', async () => {
    statedIssuer = 'https://en-anden.test';
    const key = await newKey('1');
    const token = await key.sign();
    expect(await refusal(new TokenVerifier({ issuer: origin, audience: TEST_AUDIENCE }), token)).toBe(
      'issuer-unavailable',
    );
    expect(await refusal(new TokenVerifier({ issuer: 'http://udsteder.test', audience: TEST_AUDIENCE }), token)).toBe(
      'issuer-unavailable',
    );
  });
});
