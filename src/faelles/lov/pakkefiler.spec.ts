import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indlaesLovpakke, lovpakkemappe } from './lovpakke.js';
import { Lovpakkefejl } from './lovpakkefejl.js';

let mappe: string;
beforeEach(() => {
  mappe = join(mkdtempSync(join(tmpdir(), 'boernesag-pakkefiler-')), 'lovpakker');
  cpSync(lovpakkemappe(), mappe, { recursive: true });
});
afterEach(() => {
  rmSync(join(mappe, '..'), { recursive: true });
});

function fejl(): readonly string[] {
  try {
    indlaesLovpakke(mappe);
    return [];
  } catch (error) {
    if (!(error instanceof Lovpakkefejl)) throw error;
    return error.fejl.map((f) => `${f.fil}: ${f.aarsag}`);
  }
}
const skriv = (fil: string, indhold: string | Buffer): void => {
  writeFileSync(join(mappe, fil), indhold);
};
const laes = (fil: string): string => readFileSync(join(mappe, fil), 'utf8');

describe('En lovpakkes filer', () => {
  // Read as UTF-8 such a file is valid JSON with a mark of loss for every Danish letter: the law would be shown so.
  it('en fil i en anden tegnkodning end UTF-8 standser starten', () => {
    skriv('regler-bl.json', Buffer.from(laes('regler-bl.json'), 'latin1'));
    expect(fejl()).toEqual(['regler-bl.json: not UTF-8; save the file in that encoding']);
  });

  it('en fil med byte order mark siges der om, hvad der er galt', () => {
    skriv('kodelister/temaer.json', `\uFEFF${laes('kodelister/temaer.json')}`);
    expect(fejl()).toEqual([
      'kodelister/temaer.json: begins with a byte order mark; save the file as UTF-8 without one',
    ]);
  });

  it('en mappe, der ikke findes, er en fejl i pakken og siger hvor', () => {
    rmSync(mappe, { recursive: true });
    expect(fejl()).toEqual([`${mappe}: the folder is missing or cannot be read`]);
    writeFileSync(mappe, 'ikke en mappe');
    expect(fejl()).toEqual([`${mappe}: the folder is missing or cannot be read`]);
  });

  it('en fil, der mangler, nævnes én gang', () => {
    rmSync(join(mappe, 'kodelister/temaer.json'));
    rmSync(join(mappe, 'regler-bl.json'));
    mkdirSync(join(mappe, 'regler-bl.json'));
    expect(fejl()).toEqual([
      'regler-bl.json: file is missing or cannot be read',
      'kodelister/temaer.json: file is missing or cannot be read',
    ]);
  });

  it.each(['regler-2027.JSON', 'regler-bl.json.bak', 'regler-2027', 'noget.txt'])(
    '%s læses ikke i stilhed: en ukendt fil standser starten',
    (fil) => {
      skriv(fil, '{}');
      expect(fejl()).toEqual([`${fil}: not a name of a law pack file; rules are in regler-<name>.json`]);
    },
  );

  it('det gør en ukendt kodeliste også', () => {
    skriv('kodelister/tema.json', '{}');
    expect(fejl()).toEqual(['kodelister/tema.json: no code list has this name']);
  });

  it('læs mig og skjulte filer må ligge der', () => {
    skriv('LAESMIG.md', 'Kilder.');
    skriv('.gitkeep', '');
    skriv('kodelister/.gitkeep', '');
    expect(fejl()).toEqual([]);
  });
});

describe('Det, et skema ikke kan sige om kommunens niveauer', () => {
  const ret = (id: string, felter: object): void => {
    const data = JSON.parse(laes('regler-bl.json')) as { regler: { id: string }[] };
    for (const regel of data.regler.filter((r) => r.id === id)) Object.assign(regel, felter);
    skriv('regler-bl.json', JSON.stringify(data));
  };

  // The municipality could then set the level of none of them.
  it('et niveau kan ikke hentes fra reglen selv eller fra en, der henter sit et andet sted', () => {
    ret('screening', { niveauFra: 'screening-ansoegning' });
    expect(fejl()).toEqual([
      'regler-bl.json: niveauFra names screening-ansoegning, which takes its level from another rule',
      'regler-bl.json: niveauFra names screening, which takes its level from another rule',
    ]);
    ret('screening', { niveauFra: 'screening' });
    expect(fejl()).toContain('regler-bl.json: niveauFra names screening, which takes its level from another rule');
  });

  it('en frist kan ikke rykkes frem til den dag, den løber fra', () => {
    ret('opfoelgning-foerste', {
      fremrykkesVed: [{ haendelse: 'oekonomi.IndsatsIvaerksat', noegle: 'indsatsId', dato: 'ivaerksatDato' }],
    });
    expect(fejl()).toEqual([
      'regler-bl.json: fremrykkesVed names the day that the rule runs from, and would always give that day',
    ]);
  });

  it('en hjemmel af lutter mellemrum er ingen hjemmel', () => {
    ret('bfu-afslutning', { hjemmel: '  ' });
    expect(fejl()).toEqual([
      expect.stringMatching(/^regler-bl\.json: \/regler\/\d+\/hjemmel: Expected string to match/),
    ]);
  });
});
