import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** What a program is started with: one JSON text as its only argument, and what is added to the environment. */
interface Program {
  readonly script: string;
  readonly input?: object;
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeOptions?: readonly string[];
}

export interface Server {
  readonly pid: number | undefined;
  /** The first line it wrote, which says where it listens. */
  readonly said: string;
  stop(): Promise<void>;
}

const STOP_PATIENCE_MS = 30_000;
const TOLD = 2000;

/** Every party of a measurement is a process of its own, so that none shares an event loop, a heap or pg's parsers with another. */
export class ChildProcesses {
  private readonly running = new Map<ChildProcess, Promise<number | null>>();

  constructor(private readonly logFolder: string) {
    mkdirSync(logFolder, { recursive: true });
  }

  /** Runs a script of this folder to its end; its last line is its answer, the lines before it say how far it is. */
  async run<T>(script: string, input: object, progress: (line: string) => void = () => undefined): Promise<T> {
    const { stdout, ended, log } = this.start({ script: besideThis(script), input });
    let last = '';
    for await (const line of createInterface({ input: stdout })) {
      if (last !== '') progress(last);
      last = line;
    }
    const code = await ended;
    if (code !== 0) throw failed(script, code, log);
    return JSON.parse(last) as T;
  }

  /** Starts a script of this folder and waits for its first line. */
  async serve(script: string, input: object): Promise<Server> {
    return this.firstLine({ script: besideThis(script), input }, () => true);
  }

  /** Starts any program and waits until it has written a line that says it is ready. */
  async firstLine(program: Program, isReady: (line: string) => boolean): Promise<Server> {
    const { child, stdout, ended, log } = this.start(program);
    const said = await new Promise<string>((resolve, reject) => {
      createInterface({ input: stdout }).on('line', (line) => {
        if (isReady(line)) resolve(line);
      });
      void ended.then((code) => {
        reject(failed(program.script, code, log));
      });
    });
    return { pid: child.pid, said, stop: () => this.end(child, ended) };
  }

  async stopAll(): Promise<void> {
    await Promise.all([...this.running].map(([child, ended]) => this.end(child, ended)));
  }

  private start({ script, input, env, nodeOptions }: Program): {
    child: ChildProcess;
    stdout: Readable;
    ended: Promise<number | null>;
    log: string;
  } {
    const log = join(this.logFolder, `${script.replaceAll(/^.*[/\\]|\.js$/g, '')}.log`);
    const errors = openSync(log, 'a');
    const child = spawn(
      process.execPath,
      ['--enable-source-maps', ...(nodeOptions ?? []), script, ...(input === undefined ? [] : [JSON.stringify(input)])],
      {
        stdio: ['ignore', 'pipe', errors],
        env: { ...process.env, ...env },
        // Ctrl-C reaches the bench alone, which ends the others in order.
        detached: true,
      },
    );
    closeSync(errors);
    const { stdout } = child;
    if (stdout === null) throw new Error(`${script} has no standard output`);
    const ended = new Promise<number | null>((resolve) => {
      child.once('exit', resolve);
      child.once('error', () => {
        resolve(null);
      });
    }).finally(() => this.running.delete(child));
    this.running.set(child, ended);
    return { child, stdout, ended, log };
  }

  private async end(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
    child.kill('SIGTERM');
    const forced = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
    await ended;
    clearTimeout(forced);
  }
}

/** The log goes with the folder, so its end is told. */
function failed(script: string, code: number | null, log: string): Error {
  return new Error(`${script} ended with ${String(code)}. It wrote last:\n${readFileSync(log, 'utf8').slice(-TOLD)}`);
}

function besideThis(script: string): string {
  return fileURLToPath(new URL(script, import.meta.url));
}
