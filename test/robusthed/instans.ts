import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEV_GRANT } from '../../src/platform/auth/dev-identity-provider.js';
import { clusterPaths, superuserPassword } from '../../src/platform/db/cluster-folder.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/db/embedded-postgres.js';
import { readPostmasterFile, signal, within } from '../../src/platform/db/server-process.js';

/** Recovery and a cold start on a machine that does other things too; what is waited for is seen long before. */
const PATIENCE_MS = 240_000;

/** The product as a process of its own on a data folder of its own, with durable settings, that may be killed and started again. */
export class Instans {
  readonly api: string;
  private proces: ChildProcess | undefined;

  private constructor(
    readonly datamappe: string,
    private readonly port: number,
    private readonly postgresPort: number,
  ) {
    this.api = `http://127.0.0.1:${String(port)}`;
  }

  static async opret(): Promise<Instans> {
    const datamappe = mkdtempSync(join(tmpdir(), 'boernesag-nedbrud-'));
    const port = await freePorts(2);
    const postgresPort = await freePorts(1, port + 2);
    const instans = new Instans(datamappe, port, postgresPort);
    // The port that was used last is tried first: the application looks for its database where it was.
    mkdirSync(instans.databasemappe, { recursive: true });
    writeFileSync(clusterPaths(instans.databasemappe).port, String(postgresPort));
    return instans;
  }

  get databasemappe(): string {
    return join(this.datamappe, 'postgres');
  }

  /** What the process is told; also what the auditor's commands are told to look at the same data. */
  get omgivelser(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      NODE_ENV: 'development',
      NODE_OPTIONS: '',
      PORT: String(this.port),
      DATAMAPPE: this.datamappe,
      DATABASE_URL: '',
    };
  }

  get postgresUrl(): string {
    const paths = clusterPaths(this.databasemappe);
    return `postgresql://postgres:${superuserPassword(paths)}@127.0.0.1:${String(this.postgresPort)}/boernesag`;
  }

  async start(): Promise<void> {
    const log = openSync(join(this.datamappe, 'proces.log'), 'a');
    const proces = spawn(process.execPath, ['--import', './test/setup/register-typescript.js', 'src/main.ts'], {
      env: this.omgivelser,
      stdio: ['ignore', log, log],
    });
    this.proces = proces;
    const klar = await within(PATIENCE_MS, async () => ended(proces) || (await this.erKlar()));
    if (!klar || ended(proces)) throw new Error(`The product did not start:\n${this.logslut()}`);
  }

  /** Ready for requests: the database answers and the projections run. */
  erKlar(): Promise<boolean> {
    return fetch(`${this.api}/sundhed/klar`).then(
      async (svar) => {
        await svar.arrayBuffer();
        return svar.ok;
      },
      () => false,
    );
  }

  async ventTilKlar(): Promise<void> {
    if (!(await within(PATIENCE_MS, () => this.erKlar()))) {
      throw new Error(`The product did not become ready:\n${this.logslut()}`);
    }
  }

  async token(bruger: string): Promise<string> {
    const svar = await fetch(`http://127.0.0.1:${String(this.port + 1)}/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: DEV_GRANT, client_id: 'curl', bruger }),
    });
    return `Bearer ${((await svar.json()) as { access_token: string }).access_token}`;
  }

  /** As a power cut or the kernel does it: no farewell. Returns at once; `draebt` says when the process is gone. */
  draebApi(): { readonly draebt: Promise<unknown> } {
    const proces = this.proces;
    if (proces === undefined) throw new Error('nothing to kill');
    const draebt = ended(proces) ? Promise.resolve() : once(proces, 'exit');
    proces.kill('SIGKILL');
    return { draebt };
  }

  /** The postmaster and every one of its children, at once. */
  draebPostgres(): { readonly draebt: Promise<unknown> } {
    const postmaster = readPostmasterFile(join(this.databasemappe, 'pgdata'))?.pid;
    if (postmaster === undefined) throw new Error('no database to kill');
    const alle = [postmaster, ...childrenOf(postmaster)];
    for (const pid of alle) signal(pid, 'SIGKILL');
    return { draebt: within(PATIENCE_MS, () => !anyRuns(alle)) };
  }

  /** The database comes back beneath an application that runs. */
  async startPostgres(): Promise<void> {
    const server: EmbeddedPostgres = await startEmbeddedPostgres({ dataDir: this.databasemappe });
    if (server.port !== this.postgresPort) throw new Error('the database came back on another port');
    // The application uses it, so it is only this process that leaves.
    await server.stop();
  }

  /** Ctrl-C; the exit code. */
  async stop(): Promise<number | null> {
    const proces = this.proces;
    if (proces === undefined) return null;
    if (!ended(proces)) {
      const slut = once(proces, 'exit');
      proces.kill('SIGINT');
      await slut;
    }
    return proces.exitCode;
  }

  /** Whatever a failed test has left; the folder goes too. */
  async ryd(): Promise<void> {
    if (this.proces !== undefined && !ended(this.proces)) await this.draebApi().draebt;
    if (this.postgresKoerer()) await this.draebPostgres().draebt;
    rmSync(this.datamappe, { recursive: true, force: true });
  }

  postgresKoerer(): boolean {
    const pid = readPostmasterFile(join(this.databasemappe, 'pgdata'))?.pid;
    return pid !== undefined && anyRuns([pid]);
  }

  private logslut(): string {
    return readFileSync(join(this.datamappe, 'proces.log'), 'utf8').split('\n').slice(-30).join('\n');
  }
}

function ended(proces: ChildProcess): boolean {
  return proces.exitCode !== null || proces.signalCode !== null;
}

/** Below the range that outgoing connections take theirs from: a restart finds them free again. */
async function freePorts(howMany: number, from = 20_000 + Math.floor(Math.random() * 8000)): Promise<number> {
  for (let first = from; first < 32_000; first += howMany) {
    const ports = Array.from({ length: howMany }, (_, index) => first + index);
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return first;
  }
  throw new Error('no port is free');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, '127.0.0.1', () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
}

interface Proces {
  readonly pid: number;
  readonly parent: number;
  /** Only waits to be buried. */
  readonly dead: boolean;
}

function processes(): readonly Proces[] {
  if (process.platform !== 'linux') {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' }).trim().split('\n');
    return lines.map((line) => {
      const [pid, parent, state = ''] = line.trim().split(/\s+/);
      return { pid: Number(pid), parent: Number(parent), dead: state.startsWith('Z') };
    });
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => linuxProcess(Number(name)) ?? []);
}

function linuxProcess(pid: number): Proces | undefined {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // The program's name may hold spaces and brackets; the fields are counted from the last bracket.
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { pid, parent: Number(parent), dead: state === 'Z' || state === 'X' };
  } catch {
    return undefined;
  }
}

function childrenOf(parent: number): readonly number[] {
  return processes()
    .filter((one) => one.parent === parent)
    .map(({ pid }) => pid);
}

function anyRuns(pids: readonly number[]): boolean {
  return processes().some(({ pid, dead }) => pids.includes(pid) && !dead);
}
