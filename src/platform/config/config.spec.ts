import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ConfigError, readConfig } from './config.js';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) {
      return error.problems;
    }
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('needs nothing in development', () => {
    expect(readConfig({})).toEqual({
      environment: 'development',
      port: 3000,
      host: '127.0.0.1',
      dataFolder: resolve('data'),
      role: 'alt',
      database: { kind: 'embedded', dataDir: resolve('data/postgres') },
      identity: { kind: 'development' },
      keyFile: resolve('data/noegler.json'),
      mayGenerateKeys: true,
      sealFolder: resolve('data/segl'),
    });
  });

  it('puts keys, seals and the embedded database in DATAMAPPE', () => {
    expect(readConfig({ DATAMAPPE: '/srv/boernesag' })).toMatchObject({
      dataFolder: '/srv/boernesag',
      database: { kind: 'embedded', dataDir: '/srv/boernesag/postgres' },
      keyFile: '/srv/boernesag/noegler.json',
      sealFolder: '/srv/boernesag/segl',
    });
  });

  it('knows the address that browsers use, and refuses one that is not an origin', () => {
    expect(readConfig({ OFFENTLIG_ADRESSE: 'https://Boernesag.example.dk/' }).publicOrigin).toBe(
      'https://boernesag.example.dk',
    );
    for (const wrong of ['boernesag.example.dk', 'ftp://x', 'https://x/sti', 'https://x/?a', 'https://u:p@x'])
      expect(problemsOf({ OFFENTLIG_ADRESSE: wrong })).toEqual([expect.stringContaining('OFFENTLIG_ADRESSE')]);
  });

  it('takes the law packs from LOVPAKKER', () => {
    expect(readConfig({ LOVPAKKER: '/srv/lovpakker' }).lawPackFolder).toBe('/srv/lovpakker');
  });

  it('uses the database and the identity provider that are given', () => {
    const config = readConfig({
      DATABASE_URL: 'postgresql://es_owner:hemmelig@db:5432/boernesag',
      DATABASE_APP_URL: 'postgresql://es_app:hemmelig@db:5432/boernesag',
      OIDC_ISSUER: 'https://login.example.dk',
      OIDC_AUDIENCE: 'boernesag',
      ROLLE: 'projektor',
      PORT: '0',
    });
    expect(config).toMatchObject({
      port: 0,
      role: 'projektor',
      database: {
        kind: 'external',
        ownerUrl: 'postgresql://es_owner:hemmelig@db:5432/boernesag',
        appUrl: 'postgresql://es_app:hemmelig@db:5432/boernesag',
      },
      identity: { kind: 'external', issuer: 'https://login.example.dk', audience: 'boernesag' },
    });
  });

  it('takes an empty variable as one that is not set', () => {
    expect(readConfig({ DATABASE_URL: '', OIDC_ISSUER: ' ', PORT: '' })).toEqual(readConfig({}));
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT must be a whole number'],
    [{ PORT: '70000' }, 'PORT must be a whole number'],
    [{ ROLLE: 'alle' }, 'ROLLE must be one of api, projektor, alt'],
    [{ NODE_ENV: 'prod' }, 'NODE_ENV must be one of development, test, production'],
    [{ DATABASE_URL: 'mysql://u:p@h/d' }, 'DATABASE_URL must be a PostgreSQL URL'],
    [{ DATABASE_URL: 'postgresql://u:p@h' }, 'DATABASE_URL must be a PostgreSQL URL'],
    [{ DATABASE_URL: 'postgresql://u@h/d' }, 'DATABASE_URL has no password'],
    [{ DATABASE_APP_URL: 'postgresql://u:p@h/d' }, 'DATABASE_APP_URL is set without DATABASE_URL'],
    [{ OIDC_ISSUER: 'login' }, 'OIDC_ISSUER must be an http(s) URL'],
    [{ OIDC_ISSUER: 'https://login.example.dk' }, 'OIDC_AUDIENCE is not set'],
    [{ OIDC_AUDIENCE: 'boernesag' }, 'OIDC_AUDIENCE is set without OIDC_ISSUER'],
  ])('refuses %j', (env, message) => {
    expect(problemsOf(env)).toEqual([expect.stringContaining(message)]);
  });

  it('tells everything that is wrong at once', () => {
    expect(problemsOf({ PORT: 'x', ROLLE: 'y', OIDC_ISSUER: 'z' })).toHaveLength(3);
  });

  it('never repeats a password', () => {
    expect(problemsOf({ DATABASE_URL: 'postgres:hemmelig' }).join()).not.toContain('hemmelig');
  });
});

describe('production', () => {
  let folder: string;
  let complete: Record<string, string>;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'boernesag-config-'));
    writeFileSync(join(folder, 'kek.json'), '{}');
    complete = {
      NODE_ENV: 'production',
      DATABASE_URL: 'postgresql://es_owner:hemmelig@db/boernesag',
      OIDC_ISSUER: 'https://login.example.dk',
      OIDC_AUDIENCE: 'boernesag',
      NOEGLEFIL: join(folder, 'kek.json'),
      SEGLMAPPE: join(folder, 'segl'),
    };
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('starts when everything is given', () => {
    expect(readConfig(complete)).toMatchObject({ environment: 'production', mayGenerateKeys: false });
  });

  it('lists every development default that is in use', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toEqual([
      expect.stringContaining('DATABASE_URL'),
      expect.stringContaining('OIDC_ISSUER'),
      expect.stringContaining('NOEGLEFIL'),
      expect.stringContaining('SEGLMAPPE'),
    ]);
  });

  it.each(['http://localhost:3000/oidc', 'https://127.0.0.1/oidc', 'https://[::1]/oidc', 'https://idp.localhost'])(
    'refuses the loopback issuer %s',
    (issuer) => {
      expect(problemsOf({ ...complete, OIDC_ISSUER: issuer })).toEqual([expect.stringContaining('on this machine')]);
    },
  );

  it('refuses an issuer without TLS', () => {
    expect(problemsOf({ ...complete, OIDC_ISSUER: 'http://login.example.dk' })).toEqual([
      expect.stringContaining('not https'),
    ]);
  });

  it('refuses a key file that is not there', () => {
    expect(problemsOf({ ...complete, NOEGLEFIL: join(folder, 'borte.json') })).toEqual([
      expect.stringContaining('does not exist'),
    ]);
  });
});
