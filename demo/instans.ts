import { spawn } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';

export interface Instans {
  readonly api: string;
  readonly udsteder: string;
  stop(): Promise<void>;
}

const PATIENCE_MS = 120_000;
/** Invented children must never end in a real log: what leads to one in the operator's shell is emptied, which counts as not set. */
const EGEN = {
  NODE_ENV: 'development',
  HOST: '',
  OFFENTLIG_ADRESSE: '',
  ROLLE: '',
  DATABASE_URL: '',
  DATABASE_APP_URL: '',
  OIDC_ISSUER: '',
  OIDC_AUDIENCE: '',
  NOEGLEFIL: '',
  SEGLMAPPE: '',
  LOVPAKKER: '',
} as const;

/** The environment of the demo's instance, whatever the shell it is started from points at. */
export function egetMiljoe(skal: NodeJS.ProcessEnv, datamappe: string, port: number): NodeJS.ProcessEnv {
  return { ...skal, ...EGEN, PORT: String(port), DATAMAPPE: datamappe };
}

/** Starts the product in a data folder of the demo's own, as `npm start` does, and waits until it is ready. */
export async function startInstans(datamappe: string, port: number): Promise<Instans> {
  mkdirSync(datamappe, { recursive: true });
  const log = openSync(join(datamappe, 'instans.log'), 'a');
  const proces = spawn(process.execPath, ['--enable-source-maps', 'dist/src/main.js'], {
    env: egetMiljoe(process.env, datamappe, port),
    stdio: ['ignore', log, log],
    // Ctrl-C reaches the demo alone; it stops the instance itself when it is done with it.
    detached: true,
  });
  const slut = new Promise<void>((resolve) => {
    proces.once('exit', () => {
      resolve();
    });
  });
  const stop = async (): Promise<void> => {
    if (proces.exitCode === null) proces.kill('SIGTERM');
    await slut;
  };
  const api = `http://127.0.0.1:${port}`;
  const senest = Date.now() + PATIENCE_MS;
  for (;;) {
    const klar = await fetch(`${api}/sundhed/klar`).then(
      (svar) => svar.ok,
      () => false,
    );
    if (klar) return { api, udsteder: `http://127.0.0.1:${port + 1}`, stop };
    if (proces.exitCode !== null || Date.now() > senest) {
      await stop();
      throw new Error(`The instance did not become ready; see ${join(datamappe, 'instans.log')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
