import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDevIdentityProvider, type DevIdentityProvider } from './dev-identity-provider.js';
import { devSigningKey } from './dev-signing-key.js';
import { DEV_USERS, devTeams, findDevUser } from './dev-users.js';
import { TokenVerifier } from './token-verifier.js';

const REDIRECT = 'http://127.0.0.1:3000/docs/oauth2-redirect.html';

/** As a browser keeps them, without looking at paths. */
class Browser {
  private readonly cookies = new Map<string, string>();

  async fetch(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
}

function location(response: Response, base: string): URL {
  expect([302, 303]).toContain(response.status);
  return new URL(response.headers.get('location') ?? '', base);
}

describe('udviklingens identitetsudbyder', () => {
  let folder: string;
  let idp: DevIdentityProvider;
  let verifier: TokenVerifier;
  const noise: unknown[] = [];

  beforeAll(async () => {
    for (const method of ['log', 'info', 'warn', 'error'] as const) {
      jest.spyOn(console, method).mockImplementation((...line: unknown[]) => void noise.push(line));
    }
    folder = mkdtempSync(join(tmpdir(), 'dev-idp-'));
    idp = await startDevIdentityProvider({ port: 0, keyFolder: folder, apiPort: 3000 });
    verifier = new TokenVerifier({ issuer: idp.issuer, audience: 'boernesag' });
  });
  afterAll(async () => {
    await idp.stop();
    rmSync(folder, { recursive: true });
    jest.restoreAllMocks();
    expect(noise).toEqual([]);
  });

  const token = (body: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${idp.issuer}/token`, { method: 'POST', body: new URLSearchParams(body), headers });

  async function logIn(browser: Browser, bruger: string): Promise<{ code: string; codeVerifier: string }> {
    const codeVerifier = randomBytes(32).toString('base64url');
    const url = new URL(`${idp.issuer}/auth`);
    url.search = new URLSearchParams({
      client_id: 'swagger-ui',
      response_type: 'code',
      redirect_uri: REDIRECT,
      scope: 'openid profile boernesag',
      state: 'tilstand',
      code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
      code_challenge_method: 'S256',
    }).toString();
    const login = location(await browser.fetch(url), idp.issuer);
    const page = await browser.fetch(login);
    const text = await page.text();
    expect(text).toContain('Kun til udvikling');
    expect(text).toContain('Rebild Kommune');
    const resume = location(
      await browser.fetch(login, { method: 'POST', body: new URLSearchParams({ bruger }) }),
      idp.issuer,
    );
    const back = location(await browser.fetch(resume), idp.issuer);
    expect(`${back.origin}${back.pathname}`).toBe(REDIRECT);
    expect(back.searchParams.get('state')).toBe('tilstand');
    return { code: back.searchParams.get('code') ?? '', codeVerifier };
  }

  const exchange = (code: string, codeVerifier: string): Promise<Response> =>
    token(
      {
        grant_type: 'authorization_code',
        client_id: 'swagger-ui',
        redirect_uri: REDIRECT,
        code,
        code_verifier: codeVerifier,
      },
      { origin: 'http://127.0.0.1:3000' },
    );

  test('Swagger UI logger ind med authorization code og PKCE, og næste login kan være en anden bruger', async () => {
    const browser = new Browser();
    for (const user of [DEV_USERS[2], DEV_USERS[0], DEV_USERS.find(({ bruger }) => bruger === 'aalborg-tl01')]) {
      expect(user).toBeDefined();
      if (user === undefined) return;
      const { code, codeVerifier } = await logIn(browser, user.bruger);
      const answer = await exchange(code, codeVerifier);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:3000');
      const body = (await answer.json()) as { access_token: string; expires_in: number; id_token: string };
      expect(body.expires_in).toBe(28_800); // 8 hours
      expect(body.id_token).toBeDefined();
      await expect(verifier.verify(body.access_token)).resolves.toEqual({
        id: user.bruger,
        navn: user.navn,
        kommune: user.kommune,
        roller: user.roller,
        ...(devTeams(user) === undefined ? {} : { teams: devTeams(user) }),
      });
    }
  });

  test('lederens team hedder i tokenet, hvad det hedder på sagerne', () => {
    const teams = ['tl01', 'tl02', 'tl03', 're01'].map((bruger) => {
      const user = findDevUser(bruger);
      return user === undefined ? 'ingen' : devTeams(user);
    });
    expect(teams).toEqual([['boerne'], ['unge'], ['boernehandicap'], undefined]);
    for (const user of DEV_USERS)
      expect([user.bruger, devTeams(user) === undefined]).toEqual([user.bruger, user.team === undefined]);
  });

  test('en kode virker kun én gang og kun med den rette PKCE-nøgle', async () => {
    const browser = new Browser();
    const first = await logIn(browser, 'sb01');
    expect((await exchange(first.code, randomBytes(32).toString('base64url'))).status).toBe(400);
    const second = await logIn(browser, 'sb01');
    expect((await exchange(second.code, second.codeVerifier)).status).toBe(200);
    expect((await exchange(second.code, second.codeVerifier)).status).toBe(400);
  });

  test('curl får et token med ét kald, og ukendte brugere afvises', async () => {
    const ask = (bruger: string): Promise<Response> =>
      token({ grant_type: 'urn:boernesag:testbruger', client_id: 'curl', bruger });
    for (const user of DEV_USERS) {
      const body = (await (await ask(user.bruger)).json()) as { access_token: string };
      await expect(verifier.verify(body.access_token)).resolves.toMatchObject({
        id: user.bruger,
        kommune: user.kommune,
        roller: user.roller,
      });
    }
    const refused = await ask('findes-ikke');
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: 'invalid_grant' });
  });

  test('CORS: forespørgslen på forhånd besvares, og fremmede sider får intet token', async () => {
    const preflight = await fetch(`${idp.issuer}/token`, {
      method: 'OPTIONS',
      headers: {
        origin: 'http://127.0.0.1:3000',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-requested-with',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:3000');
    expect(preflight.headers.get('access-control-allow-headers')).toBe('x-requested-with');
    const foreign = await token(
      { grant_type: 'urn:boernesag:testbruger', client_id: 'curl', bruger: 'sb01' },
      { origin: 'https://fremmed.test' },
    );
    expect(foreign.status).toBe(400);
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('en fremmed redirect, ressource eller bruger og en udløbet login-side afvises med en dansk side', async () => {
    const browser = new Browser();
    const query = 'client_id=swagger-ui&response_type=code&scope=openid&code_challenge=x&code_challenge_method=S256';
    const foreign = await browser.fetch(`${idp.issuer}/auth?${query}&redirect_uri=https://fremmed.test/`);
    expect(foreign.status).toBe(400);
    expect(await foreign.text()).toContain('Login mislykkedes');
    const expired = await browser.fetch(`${idp.issuer}/log-ind/findes-ikke`);
    expect(expired.status).toBe(400);
    expect(await expired.text()).toContain('udløbet');
  });

  test('et token fra før en genstart gælder stadig', async () => {
    const before = await startDevIdentityProvider({ port: 0, keyFolder: folder });
    const port = Number(new URL(before.issuer).port);
    const answer = await fetch(`${before.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'urn:boernesag:testbruger', client_id: 'curl', bruger: 're01' }),
    });
    const body = (await answer.json()) as { access_token: string };
    await before.stop();
    const after = await startDevIdentityProvider({ port, keyFolder: folder });
    try {
      expect(after.issuer).toBe(before.issuer);
      await expect(
        new TokenVerifier({ issuer: after.issuer, audience: 'boernesag' }).verify(body.access_token),
      ).resolves.toMatchObject({ id: 're01' });
    } finally {
      await after.stop();
    }
  });

  test('to samtidige starter ender med én nøgle, som kun ejeren kan læse', async () => {
    const fresh = mkdtempSync(join(tmpdir(), 'dev-idp-'));
    try {
      const keys = await Promise.all([devSigningKey(fresh), devSigningKey(fresh)]);
      expect(keys[0]).toEqual(keys[1]);
      expect(readdirSync(fresh)).toEqual(['dev-identity-key.json']);
      expect(statSync(join(fresh, 'dev-identity-key.json')).mode & 0o777).toBe(0o600);
    } finally {
      rmSync(fresh, { recursive: true });
    }
  });

  test('den starter hverken i produktion eller uden for loopback', async () => {
    const start = (changes: object): Promise<DevIdentityProvider> =>
      startDevIdentityProvider({ port: 0, keyFolder: folder, ...changes });
    const environment = process.env['NODE_ENV'];
    try {
      process.env['NODE_ENV'] = 'production';
      await expect(start({})).rejects.toThrow('does not run in production');
    } finally {
      process.env['NODE_ENV'] = environment;
    }
    await expect(start({ host: '0.0.0.0' })).rejects.toThrow('loopback only');
    await expect(start({ host: '10.0.0.1' })).rejects.toThrow('loopback only');
    await expect(start({ host: '127.evil.test' })).rejects.toThrow('loopback only');
  });

  test('testbrugerne dækker alle roller, og hver team har en leder', () => {
    expect(new Set(DEV_USERS.map(({ bruger }) => bruger)).size).toBe(DEV_USERS.length);
    expect(DEV_USERS.filter(({ bruger }) => /^sb\d\d$/.test(bruger))).toHaveLength(25);
    for (const rolle of ['modtagelse', 'sagsbehandler', 'teamleder', 'administrator', 'revisor', 'system'] as const) {
      expect(DEV_USERS.some(({ roller }) => roller.includes(rolle))).toBe(true);
    }
    const ledet = new Set(DEV_USERS.filter(({ roller }) => roller.includes('teamleder')).map(({ team }) => team));
    for (const { roller, team } of DEV_USERS)
      if (roller.includes('sagsbehandler') && team !== undefined) expect(ledet).toContain(team);
  });
});
