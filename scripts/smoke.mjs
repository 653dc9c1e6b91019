// Starts the product as a newcomer would, in a fresh data folder, makes the first calls, and stops it with Ctrl-C.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PATIENCE_MS = 120_000;

async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function postgresProcesses(folder) {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
    } catch {
      return false;
    }
  });
}

async function json(url, options) {
  const response = await fetch(url, options);
  const body = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${body}`);
  return JSON.parse(body);
}

const folder = mkdtempSync(join(tmpdir(), 'boernesag-smoke-'));
const port = await freePort();
const api = `http://127.0.0.1:${port}`;
const app = spawn(process.execPath, ['--enable-source-maps', 'dist/src/main.js'], {
  env: { ...process.env, NODE_ENV: 'development', PORT: String(port), DATAMAPPE: folder, DATABASE_URL: '' },
  stdio: ['ignore', 'inherit', 'inherit'],
});
const ended = new Promise((resolve) => app.once('exit', (code, signal) => resolve({ code, signal })));
const deadline = setTimeout(() => {
  console.error('The smoke test took too long');
  app.kill('SIGINT');
  process.exitCode = 1;
}, PATIENCE_MS);

try {
  for (;;) {
    const up = await fetch(`${api}/sundhed/klar`).then(
      (r) => r.ok,
      () => false,
    );
    if (up) break;
    if (app.exitCode !== null) throw new Error(`The program ended with ${app.exitCode} before it was ready`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const openapi = await json(`${api}/openapi.json`);
  if (!openapi.openapi.startsWith('3.1')) throw new Error('The OpenAPI document is not 3.1');
  const docs = await fetch(`${api}/docs`);
  if (!docs.ok) throw new Error(`Swagger UI answered ${docs.status}`);
  const issuer = `http://127.0.0.1:${port + 1}`;
  const { access_token } = await json(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'urn:boernesag:testbruger', client_id: 'curl', bruger: 'alt01' }),
  });
  const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' };
  const { barnId } = await json(`${api}/v1/underretninger`, {
    method: 'POST',
    headers: { ...headers, 'idempotency-key': 'smoke-1' },
    body: JSON.stringify({
      barn: { cpr: '7403124995', navn: 'Alma Prøvesen' },
      modtaget: new Date(Date.now() - 3_600_000).toISOString(),
      form: 'telefonisk',
      underretter: { anonym: false, kode: '2', navn: 'Inga Lærer', kontakt: 'inga@skole.example' },
      aarsagKoder: ['UDSLAG14'],
      beskrivelse: 'Barnet møder ofte uden madpakke og virker træt.',
    }),
  });
  const journal = await json(`${api}/v1/boern/${barnId}/journal`, { headers });
  if (!journal.poster.some((line) => line.type === 'sagsstyring.UnderretningModtaget'))
    throw new Error('The journal does not show the notification');
  app.kill('SIGINT');
  const { code, signal } = await ended;
  if (code !== 0) throw new Error(`Ctrl-C ended the program with ${code ?? signal}`);
  const left = postgresProcesses(folder);
  if (left.length > 0) throw new Error(`PostgreSQL processes were left behind: ${left.join(', ')}`);
  console.log('OK: started, answered, stopped');
} catch (error) {
  console.error(error);
  process.exitCode = 1;
  app.kill('SIGINT');
  await ended;
} finally {
  clearTimeout(deadline);
  rmSync(folder, { recursive: true, force: true });
}
