import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lovpakkemappe } from '../faelles/lov/lovpakke.js';

// The program itself, as a person starts it, in a process of its own.
const PROGRAM = ['--import', './test/setup/register-typescript.js', 'src/cli/lov.ts'];
const miljoe = (mere: Record<string, string> = {}) => ({ ...process.env, NODE_OPTIONS: '', ...mere });

function lov(args: readonly string[], input = '', mere: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...PROGRAM, ...args], {
    encoding: 'utf8',
    input,
    env: miljoe(mere),
  });
  return { status, stderr, linjer: stdout.split('\n').filter((linje) => linje !== '') };
}

/** A copy of the packs in which one rule is changed. */
function pakke(fil: string, aendr: (regler: Record<string, unknown>[]) => void): string {
  const mappe = mkdtempSync(join(tmpdir(), 'lovpakke-'));
  cpSync(lovpakkemappe(), mappe, { recursive: true });
  const data = JSON.parse(readFileSync(join(mappe, fil), 'utf8')) as { regler: Record<string, unknown>[] };
  aendr(data.regler);
  writeFileSync(join(mappe, fil), JSON.stringify(data));
  return mappe;
}

const mapper: string[] = [];
const medPakke = (...args: Parameters<typeof pakke>): string => {
  const mappe = pakke(...args);
  mapper.push(mappe);
  return mappe;
};
afterAll(() => {
  for (const mappe of mapper) rmSync(mappe, { recursive: true });
});

describe('npm run lov -- beregn', () => {
  it('svarer linje for linje i rækkefølge med det, der blev spurgt om; en linje med fejl standser ikke de andre', () => {
    const svar = lov(
      ['beregn'],
      [
        '{"regel":"underretning-kvittering","start":"2026-11-23","parametre":{"hverdag":"man-fre"},"min":"egen"}',
        'ikke json',
        '',
        '{"regel":"findes-ikke","start":"2026-11-23"}',
        '"tekst"',
        '{"regel":"ungestoette-afgoerelse","start":"2009-05-23"}',
      ].join('\r\n'),
    );
    expect(svar.linjer.map((linje) => JSON.parse(linje) as unknown)).toEqual([
      expect.objectContaining({
        regel: 'underretning-kvittering',
        start: '2026-11-23',
        parametre: { hverdag: 'man-fre' },
        min: 'egen',
        forfald: '2026-12-01',
        tillid: 'S',
      }),
      { linje: 2, fejl: 'Linjen er ikke JSON.' },
      {
        regel: 'findes-ikke',
        start: '2026-11-23',
        felt: 'regel',
        fejl: 'Der er ingen regel, der hedder "findes-ikke".',
      },
      { linje: 5, fejl: 'Linjen skal være et objekt med regel og start.' },
      expect.objectContaining({ start: '2009-05-23', forfald: '2026-11-23' }),
    ]);
    expect(svar.status).toBe(1);
  });

  it('sender linjens egne tal tilbage, som de blev skrevet, og siger aldrig spørgerens ord som sit eget', () => {
    const svar = lov(
      ['beregn'],
      [
        '{"regel":"bfu-afslutning","start":"2026-10-31","nr":12345678901234567890,"andel":[1.50,-0],"fejl":"min","felt":"min"}',
        '{"regel":"bfu-afslutning","start":"2026-02-30","forfald":"2026-01-01","aktiv":true}',
        '{"regel":"bfu-afslutning","start":12345678901234567890}',
      ].join('\n'),
    );
    expect(svar.linjer[0]).toContain('"nr":12345678901234567890,"andel":[1.50,-0],"forfald":"2027-02-28"');
    expect(svar.linjer[0]).not.toMatch(/"fejl"|"felt"/);
    expect(svar.linjer[1]).toContain('"fejl":"Datoen 2026-02-30 findes ikke."');
    expect(svar.linjer[1]).not.toMatch(/"forfald"|"aktiv"/);
    expect(svar.linjer[2]).toContain('"start":12345678901234567890,"fejl":"start skal være');
    expect(svar.status).toBe(1);
  });

  it('afslutter med 0, når alle linjer kunne besvares', () => {
    const svar = lov(['beregn'], '{"regel":"bfu-afslutning","start":"2026-10-31"}');
    expect([svar.status, svar.linjer.length]).toEqual([0, 1]);
  });

  it('svarer, så snart en linje er skrevet, også når der skrives videre', async () => {
    const program = spawn(process.execPath, [...PROGRAM, 'beregn'], {
      env: miljoe(),
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    program.stdout.setEncoding('utf8');
    for (const start of ['2026-11-23', '2026-10-31']) {
      program.stdin.write(`{"regel":"bfu-afslutning","start":"${start}"}\n`);
      const [svar] = (await once(program.stdout, 'data')) as [string];
      expect(svar).toContain(`"start":"${start}"`);
    }
    program.stdin.end();
    expect(await once(program, 'close')).toEqual([0, null]);
  });
});

describe('npm run lov -- vis', () => {
  it('viser, hvad der gælder på datoen, og hvad der ikke er bekræftet', () => {
    const { linjer, status } = lov(['vis', '--dato', '2026-11-23']);
    const afsnit = (titel: string): string => {
      const fra = linjer.findIndex((linje) => linje.startsWith(titel));
      const til = linjer.findIndex((linje, nr) => nr > fra && !linje.startsWith('  '));
      return linjer.slice(fra, til).join('\n');
    };
    expect(status).toBe(0);
    expect(linjer[0]).toContain('barnets lov (BL)');
    expect(afsnit('Gælder')).toMatch(/underretning-kvittering +6 hverdage +BL kap\. 16 \[S, paragraf H\]/);
    expect(afsnit('Lokale')).toContain('bfu-lokal-6-uger');
    expect(afsnit('Ikke bekræftet')).toContain('domstolsproevelse');
    expect(afsnit('Ikke bekræftet')).not.toContain('bfu-lokal-6-uger');
    // The duty is on, the fourteen days for a spoken decision are from memory.
    expect(afsnit('Gælder')).toContain('begrundelse-klagevejledning');
    expect(afsnit('Ikke bekræftet')).toMatch(
      /begrundelse-klagevejledning, variant mundtlig-afgoerelse +14 dage .*\[H\]/,
    );
  });

  it('viser én regel under begge love', () => {
    expect(lov(['vis', '--regel', 'bfu-afslutning']).linjer.filter((linje) => !linje.startsWith(' '))).toEqual([
      'bfu-afslutning (BL), 2024-01-01 til nu: slået til',
      'bfu-afslutning (SEL), 2007-01-01 til 2023-12-31: slået til',
    ]);
    expect(lov(['vis', '--regel', 'formandsbeslutning-godkendelse', '--dato', '2026-11-23']).linjer).toEqual(
      expect.arrayContaining([
        '  Tælles sådan: hændelsesdagen er dag 1',
        expect.stringMatching(/^ {2}Bortfalder ved: sagsstyring\.ForeloebigAfgoerelseOphaevet \(dato\)/),
      ]),
    );
    expect(lov(['vis', '--regel', 'opfoelgning-foerste', '--dato', '2026-11-23']).linjer).toContainEqual(
      expect.stringMatching(/^ {2}Rykkes frem til: ics\.BfuGodkendt \(godkendtDato\)/),
    );
    expect(lov(['vis', '--regel', 'bfu-lokal-6-uger', '--dato', '2026-11-23']).linjer).toEqual(
      expect.arrayContaining([
        '  Kun når: hastighed er hurtig',
        '  Kommunens tal: kan sættes, højst som bfu-afslutning',
      ]),
    );
    expect(lov(['vis', '--regel', 'findes-ikke'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('ingen regel'),
    });
  });
});

describe('npm run lov -- valider', () => {
  it('siger, at den udleverede pakke er i orden', () => {
    expect(lov(['valider'])).toMatchObject({ status: 0, linjer: [expect.stringContaining('Lovpakken er i orden')] });
  });

  it('nævner fil, regel og grund for hver fejl og afslutter med 1', () => {
    const mappe = medPakke('regler-bl.json', (regler) => {
      Object.assign(regler.find((r) => r['id'] === 'bfu-afslutning') ?? {}, { enhed: 'DAG' });
      Object.assign(regler.find((r) => r['id'] === 'screening') ?? {}, { frsit: 4 });
    });
    const svar = lov(['valider', mappe]);
    expect(svar.status).toBe(1);
    expect(svar.stderr).toMatch(/regler-bl\.json \[bfu-afslutning\].*enhed/);
    expect(svar.stderr).toMatch(/regler-bl\.json \[screening\].*frsit/);
    // The same through the environment, as the application would read it.
    expect(lov(['beregn'], '', { LOVPAKKER: mappe }).status).toBe(1);
  });
});

it.each([
  [[], 'Skriv en kommando'],
  [['vrøvl'], 'Ukendt kommando'],
  [['vis', '--dato', '2026-02-30'], '--dato'],
  [['vis', '--ukendt'], 'ukendt'],
  [['sammenlign'], 'mappe'],
  [['beregn', 'for', 'meget'], 'For mange ord'],
])('%j forklarer brugen og afslutter med 2', (args, tekst) => {
  expect(lov(args)).toMatchObject({ status: 2, stderr: expect.stringContaining(tekst) });
});
