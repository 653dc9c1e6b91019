import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Which part of the work this process does. */
export type Role = 'api' | 'projektor' | 'alt';

/** The database: our own server in a data folder, or one that is given. */
export type DatabaseConfig =
  | { readonly kind: 'embedded'; readonly dataDir: string }
  | { readonly kind: 'external'; readonly ownerUrl: string; readonly appUrl?: string };

/** Who issues the tokens: the development provider in this process, or one that is given. */
export type IdentityConfig =
  { readonly kind: 'development' } | { readonly kind: 'external'; readonly issuer: string; readonly audience: string };

/** Everything that is set from outside, read once at start. */
export interface Config {
  readonly environment: 'development' | 'test' | 'production';
  /** PORT; 0 lets the system choose. */
  readonly port: number;
  /** HOST: the address that is listened on. */
  readonly host: string;
  /** OFFENTLIG_ADRESSE: the origin that browsers know the API by, when it is not http://HOST:PORT. */
  readonly publicOrigin?: string;
  /** DATAMAPPE: absolute path of the folder for everything this process keeps outside a database. */
  readonly dataFolder: string;
  /** ROLLE. */
  readonly role: Role;
  readonly database: DatabaseConfig;
  readonly identity: IdentityConfig;
  /** NOEGLEFIL: the file with the key-encryption keys. */
  readonly keyFile: string;
  /** True in development only: a key file that is absent is generated. */
  readonly mayGenerateKeys: boolean;
  /** LOVPAKKER: the folder with the law packs; undefined for the ones that came with the program. */
  readonly lawPackFolder?: string;
  /** SEGLMAPPE: where signed heads of the hash chains are written, outside the database. */
  readonly sealFolder: string;
}

/** The environment does not make a configuration; `problems` holds one sentence for each thing that is wrong. */
export class ConfigError extends Error {
  constructor(
    heading: string,
    readonly problems: readonly string[],
  ) {
    super([heading, ...problems.map((problem) => `  - ${problem}`)].join('\n'));
    this.name = 'ConfigError';
  }
}

type Env = Readonly<Record<string, string | undefined>>;

/** Reads and checks the environment; throws a ConfigError that lists everything that is wrong at once. */
export function readConfig(env: Env): Config {
  const problems: string[] = [];
  const environment = choice(env, 'NODE_ENV', ['development', 'test', 'production'], 'development', problems);
  const dataFolder = resolve(text(env, 'DATAMAPPE') ?? './data');
  const publicOrigin = origin(env, problems);
  const lawPackFolder = text(env, 'LOVPAKKER');
  const config: Config = {
    environment,
    port: port(env, problems),
    host: text(env, 'HOST') ?? '127.0.0.1',
    ...(publicOrigin === undefined ? {} : { publicOrigin }),
    dataFolder,
    role: choice(env, 'ROLLE', ['api', 'projektor', 'alt'], 'alt', problems),
    database: database(env, dataFolder, problems),
    identity: identity(env, problems),
    keyFile: resolve(text(env, 'NOEGLEFIL') ?? join(dataFolder, 'noegler.json')),
    mayGenerateKeys: environment !== 'production',
    sealFolder: resolve(text(env, 'SEGLMAPPE') ?? join(dataFolder, 'segl')),
    ...(lawPackFolder === undefined ? {} : { lawPackFolder: resolve(lawPackFolder) }),
  };
  if (problems.length > 0) {
    throw new ConfigError('The configuration cannot be used:', problems);
  }
  if (environment === 'production') {
    refuseDevelopmentDefaults(env, config);
  }
  return config;
}

/** Production never starts with something that only development may have; all of it is told at once. */
function refuseDevelopmentDefaults(env: Env, config: Config): void {
  const missing: string[] = [];
  if (config.database.kind === 'embedded') {
    missing.push(
      'DATABASE_URL is not set: the embedded database is for development. Give the URL of the owner in a PostgreSQL 15 or newer.',
    );
  }
  if (config.identity.kind === 'development') {
    missing.push(
      'OIDC_ISSUER is not set: the development identity provider lets anyone in. Give the issuer of your OpenID provider.',
    );
  } else {
    const issuer = new URL(config.identity.issuer);
    if (isLoopback(issuer.hostname)) {
      missing.push(`OIDC_ISSUER is on this machine (${issuer.hostname}): only a development identity provider is.`);
    } else if (issuer.protocol !== 'https:') {
      missing.push('OIDC_ISSUER is not https: tokens could be forged on the way.');
    }
  }
  if (text(env, 'NOEGLEFIL') === undefined) {
    missing.push(
      'NOEGLEFIL is not set: generated keys are for development. Give the file with the key-encryption keys, kept outside the database and its backup.',
    );
  } else if (!existsSync(config.keyFile)) {
    missing.push(`NOEGLEFIL names ${config.keyFile}, which does not exist: keys are not generated in production.`);
  }
  if (text(env, 'SEGLMAPPE') === undefined) {
    missing.push(
      'SEGLMAPPE is not set: seals prove something only where those who can change the database cannot write. Give such a folder.',
    );
  }
  if (missing.length > 0) {
    throw new ConfigError('NODE_ENV=production refuses to start with development defaults:', missing);
  }
}

function database(env: Env, dataFolder: string, problems: string[]): DatabaseConfig {
  const ownerUrl = postgresUrl(env, 'DATABASE_URL', problems);
  const appUrl = postgresUrl(env, 'DATABASE_APP_URL', problems);
  if (ownerUrl === undefined) {
    if (appUrl !== undefined) {
      problems.push(
        'DATABASE_APP_URL is set without DATABASE_URL: the migrations need the owner. Set both or neither.',
      );
    }
    return { kind: 'embedded', dataDir: join(dataFolder, 'postgres') };
  }
  // The application's password is worked out from the owner's; with neither there is none to set.
  if (appUrl === undefined && new URL(ownerUrl).password === '') {
    problems.push(
      'DATABASE_URL has no password, so DATABASE_APP_URL must be given: there is nothing to derive the password of es_app from.',
    );
  }
  return { kind: 'external', ownerUrl, ...(appUrl === undefined ? {} : { appUrl }) };
}

function identity(env: Env, problems: string[]): IdentityConfig {
  const issuer = text(env, 'OIDC_ISSUER');
  const audience = text(env, 'OIDC_AUDIENCE');
  if (issuer === undefined) {
    if (audience !== undefined) {
      problems.push('OIDC_AUDIENCE is set without OIDC_ISSUER. Set both or neither.');
    }
    return { kind: 'development' };
  }
  const protocol = URL.canParse(issuer) ? new URL(issuer).protocol : undefined;
  if (protocol !== 'https:' && protocol !== 'http:') {
    problems.push('OIDC_ISSUER must be an http(s) URL, e.g. https://login.example.dk/realms/boernesag.');
    return { kind: 'development' };
  }
  if (audience === undefined) {
    problems.push('OIDC_AUDIENCE is not set: without it, tokens that were issued for other systems would be accepted.');
  }
  return { kind: 'external', issuer, audience: audience ?? '' };
}

function postgresUrl(env: Env, name: string, problems: string[]): string | undefined {
  const value = text(env, name);
  if (value === undefined) {
    return undefined;
  }
  const url = URL.canParse(value) ? new URL(value) : undefined;
  // The value is not repeated: it holds a password.
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol) || url.pathname.length < 2) {
    problems.push(
      `${name} must be a PostgreSQL URL with a database, e.g. postgresql://user:password@host:5432/boernesag.`,
    );
    return undefined;
  }
  return value;
}

function port(env: Env, problems: string[]): number {
  const value = text(env, 'PORT');
  if (value === undefined) {
    return 3000;
  }
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65535) {
    problems.push(`PORT must be a whole number from 0 to 65535, not "${value}".`);
  }
  return Number(value);
}

function origin(env: Env, problems: string[]): string | undefined {
  const value = text(env, 'OFFENTLIG_ADRESSE');
  if (value === undefined) {
    return undefined;
  }
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.href !== `${url.origin}/`) {
    problems.push('OFFENTLIG_ADRESSE must be an http(s) address without a path, e.g. https://boernesag.example.dk.');
    return undefined;
  }
  return url.origin;
}

function choice<T extends string>(env: Env, name: string, allowed: readonly T[], fallback: T, problems: string[]): T {
  const value = text(env, name);
  if (value === undefined) {
    return fallback;
  }
  const found = allowed.find((one) => one === value);
  if (found === undefined) {
    problems.push(`${name} must be one of ${allowed.join(', ')}, not "${value}".`);
  }
  return found ?? fallback;
}

/** An empty variable is one that is not set: compose files write it so. */
function text(env: Env, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

function isLoopback(host: string): boolean {
  return (
    host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || host === '0.0.0.0' || /^127\./.test(host)
  );
}
