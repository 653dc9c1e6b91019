import { mkdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BenchDatabase, type Surroundings } from './surroundings.js';

/** The product as `npm start` runs it, in a process of its own, on a database of the bench. */
export interface Product {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly pid: number | undefined;
  /** `Bearer …` of a named test user, from the product's own identity provider. */
  authorization(user: string): Promise<string>;
  /** Waits until every read model has come to the head of the log; how many milliseconds that took. */
  settled(progress?: (text: string) => void): Promise<number>;
  stop(): Promise<void>;
}

const MAIN = fileURLToPath(new URL('../src/main.js', import.meta.url));
const SETTLE_MS = 20;
const TELL_MS = 10_000;

/** Where the product of this database keeps keys and seals; the one who fills the database must use the same keys. */
export function dataFolderOf(surroundings: Surroundings, database: BenchDatabase): string {
  const folder = join(surroundings.folder, `produkt-${database.name}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

export async function startProduct(surroundings: Surroundings, database: BenchDatabase): Promise<Product> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${String(port)}`;
  // BENCH_PROFIL=<folder> leaves a CPU profile of each product process there.
  const profiles = process.env['BENCH_PROFIL'] ?? '';
  const server = await surroundings.processes.firstLine(
    {
      script: MAIN,
      env: {
        NODE_ENV: 'development',
        PORT: String(port),
        DATAMAPPE: dataFolderOf(surroundings, database),
        DATABASE_URL: database.ownerUrl,
      },
      nodeOptions: profiles === '' ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiles}`],
    },
    (line) => line.startsWith('Ctrl-C'),
  );
  return {
    origin,
    pid: server.pid,
    authorization: (user) => bearer(`http://127.0.0.1:${String(port + 1)}/token`, user),
    settled: (progress) => settled(origin, progress),
    stop: () => server.stop(),
  };
}

async function bearer(tokenUrl: string, user: string): Promise<string> {
  const answer = await fetch(tokenUrl, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'urn:boernesag:testbruger', client_id: 'curl', bruger: user }),
  });
  const { access_token } = (await answer.json()) as { access_token?: string };
  if (access_token === undefined) throw new Error(`No token for ${user}: ${String(answer.status)}`);
  return `Bearer ${access_token}`;
}

async function settled(origin: string, progress: (text: string) => void = () => undefined): Promise<number> {
  const start = performance.now();
  let told = start;
  // The product hears of commits of others within a second.
  for (let still = 0; still < 2;) {
    const answer = await fetch(`${origin}/sundhed/klar`);
    const { projektioner } = (await answer.json()) as {
      projektioner: { fejlede: number; stoersteEfterslaeb: number };
    };
    if (projektioner.fejlede > 0) throw new Error('A projection has failed');
    if (performance.now() - told > TELL_MS) {
      told = performance.now();
      progress(`${String(projektioner.stoersteEfterslaeb)} hændelser endnu`);
    }
    still = projektioner.stoersteEfterslaeb === 0 ? still + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  }
  return performance.now() - start;
}

/** A free port whose neighbour, which the product takes for its login, is free too. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = await tryPort(0);
    if ((await tryPort(port + 1).catch(() => 0)) === port + 1) return port;
  }
}

async function tryPort(port: number): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: given } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return given;
}
