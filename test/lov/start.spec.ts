import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lovpakkemappe } from '../../src/faelles/lov/lovpakke.js';

// The main program itself: a pack that cannot be trusted must stop it before there is a database, a key or a port.
let mappe: string;
beforeEach(() => {
  mappe = mkdtempSync(join(tmpdir(), 'boernesag-start-'));
  cpSync(lovpakkemappe(), join(mappe, 'lovpakker'), { recursive: true });
});
afterEach(() => {
  rmSync(mappe, { recursive: true });
});

function start() {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', './test/setup/register-typescript.js', 'src/main.ts'],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        LOVPAKKER: join(mappe, 'lovpakker'),
        DATAMAPPE: join(mappe, 'data'),
        DATABASE_URL: '',
        PORT: '0',
      },
    },
  );
  return { status, tekst: `${stdout}${stderr}` };
}

function ret(fil: string, aendr: (regel: Record<string, unknown>) => void, id: string): void {
  const sti = join(mappe, 'lovpakker', fil);
  const data = JSON.parse(readFileSync(sti, 'utf8')) as { regler: Record<string, unknown>[] };
  for (const regel of data.regler.filter((r) => r['id'] === id)) aendr(regel);
  writeFileSync(sti, JSON.stringify(data));
}

it.each<[string, () => void, readonly string[]]>([
  [
    'en ukendt enhed',
    () => {
      ret('regler-bl.json', (r) => Object.assign(r, { enhed: 'DAG' }), 'bfu-afslutning');
    },
    ['regler-bl.json', '[bfu-afslutning]', 'enhed'],
  ],
  [
    'en hændelse, der ikke findes',
    () => {
      ret(
        'regler-sel.json',
        (r) =>
          Object.assign(r, { udloeser: { haendelse: 'ics.BfuBeslutet', noegle: 'bfuId', dato: 'opmaerksomDato' } }),
        'bfu-afslutning',
      );
    },
    ['regler-sel.json', '[bfu-afslutning]', 'no event is called ics.BfuBeslutet'],
  ],
  [
    'en halv pakke',
    () => {
      rmSync(join(mappe, 'lovpakker', 'regler-bl.json'));
    },
    ['regler-bl.json', 'missing'],
  ],
  [
    'en fil med et navn, ingen læser',
    () => {
      writeFileSync(join(mappe, 'lovpakker', 'Regler-2027.json'), '{}');
    },
    ['Regler-2027.json', 'not a name'],
  ],
])('%s standser starten med fil, regel og grund, før noget er startet', (_hvad, odelaeg, besked) => {
  odelaeg();
  const { status, tekst } = start();
  expect(status).toBe(1);
  expect(tekst).toContain('Law pack refused');
  for (const del of besked) expect(tekst).toContain(del);
  expect(existsSync(join(mappe, 'data'))).toBe(false);
});
