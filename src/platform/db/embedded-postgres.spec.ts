import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres, stopAbandonedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
import { processState, readPostmasterFile, signal } from './server-process.js';

/** Small memory, full durability: what survives a kill is what is tested. */
const SETTINGS = { shared_buffers: '16MB' };

let dataDir: string;
let servers: EmbeddedPostgres[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'boernesag-test-embedded-'));
  servers = [];
});

afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await stopAbandonedPostgres(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(port?: number): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, settings: SETTINGS, ...(port === undefined ? {} : { port }) });
  servers.push(server);
  return server;
}

async function ask(server: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: server.superuserUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

function postmaster(): number {
  return readPostmasterFile(join(dataDir, 'pgdata'))?.pid ?? 0;
}

function state(pid: number): string {
  return processState(pid, join(dataDir, 'pgdata'));
}

describe('the embedded PostgreSQL', () => {
  it('starts in an empty folder, also as root, on loopback only, with a password that only its user can read', async () => {
    const server = await start();
    expect(server.adopted).toBe(false);
    expect(
      await ask(
        server,
        `SELECT current_setting('listen_addresses') AS a, current_setting('fsync') AS f, current_setting('unix_socket_directories') AS u`,
      ),
    ).toEqual([{ a: '127.0.0.1', f: 'on', u: '' }]);
    expect(
      await ask(
        server,
        `SELECT string_agg(x, ' ' ORDER BY x COLLATE "da-x-icu") AS x FROM unnest(ARRAY['Aarhus', 'Ørsted', 'Zebra', 'Åse', 'Æble']) x`,
      ),
    ).toEqual([{ x: 'Zebra Æble Ørsted Aarhus Åse' }]);
    expect(statSync(join(dataDir, 'pgdata/boernesag-superuser-password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'pgdata')).uid).not.toBe(0);
    const url = new URL(server.superuserUrl);
    url.password = 'forkert';
    const stranger = new Client({ connectionString: url.toString() });
    await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' });
  });

  it('is stopped once however often it is asked, and keeps its port for the next start', async () => {
    const server = await start();
    const pid = postmaster();
    await Promise.all([server.stop(), server.stop()]);
    await server.stop();
    expect(state(pid)).not.toBe('postgres-of-cluster');
    expect(existsSync(join(dataDir, 'pgdata/postmaster.pid'))).toBe(false);
    const again = await start();
    expect(again.adopted).toBe(false);
    expect(again.port).toBe(server.port);
  });

  it('stops at once when the server died before', async () => {
    const server = await start();
    signal(postmaster(), 'SIGKILL');
    await server.stop();
    expect(state(postmaster())).not.toBe('postgres-of-cluster');
  });

  it('takes over a server that a killed process left behind', async () => {
    const left = spawnStarter();
    const port = await left.port;
    const pid = postmaster();
    left.child.kill('SIGKILL');
    await once(left.child, 'exit');
    const server = await start();
    expect(server).toMatchObject({ adopted: true, port });
    expect(postmaster()).toBe(pid);
    await server.stop();
    expect(state(pid)).not.toBe('postgres-of-cluster');
  });

  it('has every committed row after the server was killed', async () => {
    const first = await start();
    await ask(first, 'CREATE TABLE t (n int); INSERT INTO t SELECT generate_series(1, 1000)');
    const client = new Client({ connectionString: first.superuserUrl });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('BEGIN');
    await client.query('INSERT INTO t VALUES (-1)');
    signal(postmaster(), 'SIGKILL');
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await ask(second, 'SELECT count(*)::int AS n, min(n) AS least FROM t')).toEqual([{ n: 1000, least: 1 }]);
    await client.end().catch(() => undefined);
  });

  it('is started once when two processes and this one start on one empty folder, and stops with the last of them', async () => {
    const others = [spawnStarter(), spawnStarter()];
    const [mine, ...ports] = await Promise.all([start(), ...others.map((other) => other.port)]);
    expect(ports).toEqual([mine.port, mine.port]);
    const pid = postmaster();
    await mine.stop();
    expect(state(pid)).toBe('postgres-of-cluster');
    // One after the other: two that end in the same instant may each take the other for the last, and the next start ends it.
    for (const { child } of others) {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    }
    expect(state(pid)).not.toBe('postgres-of-cluster');
    expect(readdirSync(dataDir).filter((name) => name.includes('tmp') || name.startsWith('start.'))).toEqual([]);
  });

  it('ends a server that no longer answers and starts another', async () => {
    const left = spawnStarter();
    await left.port;
    left.child.kill('SIGKILL');
    await once(left.child, 'exit');
    const pid = postmaster();
    signal(pid, 'SIGSTOP');
    const server = await startEmbeddedPostgres({ dataDir, settings: SETTINGS, patience: 500 });
    servers.push(server);
    expect(server.adopted).toBe(false);
    expect(state(pid)).not.toBe('postgres-of-cluster');
    expect(await ask(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('is not misled by a postmaster.pid whose process id now belongs to somebody else', async () => {
    const first = await start();
    await first.stop();
    const file = join(dataDir, 'pgdata/postmaster.pid');
    writeFileSync(
      file,
      `${String(process.pid)}\n${join(dataDir, 'pgdata')}\n1700000000\n${String(first.port)}\n\n127.0.0.1\n\nready   \n`,
    );
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(postmaster()).not.toBe(process.pid);
  });

  it('throws away what an interrupted initialisation left', async () => {
    mkdirSync(join(dataDir, 'pgdata.tmp-1/base'), { recursive: true });
    await start();
    expect(readdirSync(dataDir)).not.toContain('pgdata.tmp-1');
  });

  it('does not stand in the way of a given port that is taken', async () => {
    const first = await start();
    const otherDir = mkdtempSync(join(tmpdir(), 'boernesag-test-embedded-'));
    try {
      await expect(startEmbeddedPostgres({ dataDir: otherDir, port: first.port, settings: SETTINGS })).rejects.toThrow(
        /did not start.*could not bind/s,
      );
    } finally {
      rmSync(otherDir, { recursive: true, force: true });
    }
  });
});

/** A process of its own that starts the server, says its port, and stops it on SIGTERM. */
function spawnStarter(): { child: ReturnType<typeof spawn>; port: Promise<number> } {
  const child = spawn(
    process.execPath,
    ['--import', './test/setup/register-typescript.js', 'test/setup/start-server.ts', dataDir],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const port = new Promise<number>((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const found = /port (\d+)/.exec(output);
      if (found) {
        resolve(Number(found[1]));
      }
    });
    child.once('exit', () => {
      reject(new Error(`the starter ended: ${output}`));
    });
  });
  return { child, port };
}
