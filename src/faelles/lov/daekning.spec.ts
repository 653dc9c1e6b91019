import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indlaesLovpakke, lovpakkemappe } from './lovpakke.js';
import { Lovpakkefejl } from './lovpakkefejl.js';
import { PRODUKTETS_REGLER, REGELKRAV } from './produktets_regler.js';

const lov = indlaesLovpakke();

/** The faults of a copy of the packs after a change of its folder; none when it is accepted. */
function fejlEfter(aendr: (mappe: string) => void): readonly string[] {
  const mappe = mkdtempSync(join(tmpdir(), 'lovpakke-'));
  try {
    cpSync(lovpakkemappe(), mappe, { recursive: true });
    aendr(mappe);
    indlaesLovpakke(mappe);
    return [];
  } catch (fejl) {
    if (fejl instanceof Lovpakkefejl) return fejl.message.split('\n').slice(1);
    throw fejl;
  } finally {
    rmSync(mappe, { recursive: true });
  }
}

type Raekke = Record<string, unknown>;

const ret = (fil: string, aendr: (regler: Raekke[]) => readonly Raekke[]) => (mappe: string) => {
  const sti = join(mappe, fil);
  const data = JSON.parse(readFileSync(sti, 'utf8')) as { regler: Raekke[] };
  writeFileSync(sti, JSON.stringify({ ...data, regler: aendr(data.regler) }));
};
const uden = (fil: string, id: string) => ret(fil, (regler) => regler.filter((r) => r['id'] !== id));
const medFelter = (fil: string, id: string, felter: Raekke) =>
  ret(fil, (regler) => regler.map((r) => (r['id'] === id ? { ...r, ...felter } : r)));
/** The rule in two versions: to a day, and from a day. */
const toUdgaver = (fil: string, id: string, foerste: Raekke, naeste: Raekke) =>
  ret(fil, (regler) =>
    regler.flatMap((r) =>
      r['id'] === id
        ? [
            { ...r, ...foerste },
            { ...r, ...naeste },
          ]
        : [r],
    ),
  );

const BL = 'regler-bl.json';

describe('En halv pakke standser starten med fil, regel og grund', () => {
  it.each<[string, (mappe: string) => void, RegExp]>([
    [
      'hele filen med forvaltningsret mangler',
      (mappe) => {
        rmSync(join(mappe, 'regler-faelles.json'));
      },
      /^- regler-faelles\.json \[partshoering\]: the rule is missing; the product needs it 2007-01-01 to 2023-12-31$/,
    ],
    [
      'klagefristen mangler under barnets lov',
      uden(BL, 'klagefrist'),
      /^- regler-bl\.json \[klagefrist\]: the rule is missing; the product needs it 2024-01-01 to now$/,
    ],
    [
      'døgnvurderingen mangler under barnets lov',
      uden(BL, 'underretning-akutvurdering'),
      /^- regler-bl\.json \[underretning-akutvurdering\]: the rule is missing/,
    ],
    [
      'døgnvurderingen mangler under serviceloven',
      uden('regler-sel.json', 'underretning-akutvurdering'),
      /^- regler-sel\.json \[underretning-akutvurdering\]: the rule is missing/,
    ],
    [
      'en regel begynder senere end loven',
      medFelter(BL, 'screening', { gyldigFra: '2024-03-01' }),
      /^- regler-bl\.json \[screening\]: no version is in force 2024-01-01 to 2024-02-29/,
    ],
    [
      'tilsynsbesøg er slået fra',
      medFelter(BL, 'tilsynsbesoeg', { aktiv: false }),
      /^- regler-bl\.json \[tilsynsbesoeg\]: the program counts with the rule, so it must be on$/,
    ],
    [
      'tilsynsbesøg er slået fra som ubekræftet',
      medFelter(BL, 'tilsynsbesoeg', { aktiv: false, tillid: 'H' }),
      /^- regler-bl\.json \[tilsynsbesoeg\]: the program counts with the rule, so it must be on$/,
    ],
    [
      'en læst regel er slået fra',
      medFelter(BL, 'bfu-konklusion', { aktiv: false }),
      /^- regler-bl\.json \[bfu-konklusion\]: confidence V and S must be on/,
    ],
    [
      'en læst regel er slået fra som et lokalt serviceniveau, loven ikke giver',
      medFelter(BL, 'bfu-foreloebig-vurdering', { aktiv: false, lokal: true }),
      /^- regler-bl\.json \[bfu-foreloebig-vurdering\]: confidence V and S must be on/,
    ],
    [
      'klagefristen har intet tal',
      medFelter(BL, 'klagefrist', {
        ...{ art: 'pligt', ur: 'ingen-fast', maengde: undefined, enhed: undefined },
        ...{ taelHaendelsesdag: undefined, retning: undefined, forlaengVedLukkedag: undefined },
      }),
      /^- regler-bl\.json \[klagefrist\]: the program counts with its amount; maengde is missing$/,
    ],
    [
      'en variant, der regnes med, er efter hukommelsen',
      medFelter('regler-faelles.json', 'aktindsigt-klage-tid', {
        varianter: [{ kode: 'klageadgang', navn: 'n', maengde: 14, enhed: 'ARBEJDSDAG', tillid: 'H' }],
      }),
      /\[aktindsigt-klage-tid\]: the program counts with the variant klageadgang/,
    ],
    [
      'et hul mellem to udgaver',
      toUdgaver(BL, 'bfu-konklusion', { gyldigTil: '2026-12-31' }, { gyldigFra: '2027-02-01' }),
      /^- regler-bl\.json \[bfu-konklusion\]: no version is in force 2027-01-01 to 2027-01-31; let a version begin/,
    ],
    [
      'et hul mellem to udgaver af en regel, produktet ikke kender',
      ret(BL, (regler) => [
        ...regler,
        {
          ...regler.find((r) => r['id'] === 'bisidder'),
          id: 'ny-pligt',
          gyldigFra: '2027-01-01',
          gyldigTil: '2027-06-30',
        },
        { ...regler.find((r) => r['id'] === 'bisidder'), id: 'ny-pligt', gyldigFra: '2027-08-01' },
      ]),
      /^- regler-bl\.json \[ny-pligt\]: no version is in force 2027-07-01 to 2027-07-31/,
    ],
    [
      'en regel holder op, uden at nogen siger hvorfor',
      medFelter(BL, 'bisidder', { gyldigTil: '2026-12-31' }),
      /^- regler-bl\.json \[bisidder\]: no version is in force 2027-01-01 to now/,
    ],
    [
      'en regel, programmet selv regner med, holder op',
      medFelter(BL, 'klagefrist', { gyldigTil: '2026-12-31', ophoerer: 'ophævet' }),
      /^- regler-bl\.json \[klagefrist\]: .*cannot end without a new version of the program$/,
    ],
    [
      'en dato, der ikke findes',
      medFelter(BL, 'bfu-konklusion', { gyldigTil: '2027-02-29', ophoerer: 'ophævet' }),
      /^- regler-bl\.json \[bfu-konklusion\]: the date 2027-02-29 does not exist$/,
    ],
    [
      'ophoerer uden slutdato',
      medFelter(BL, 'bisidder', { ophoerer: 'ophævet' }),
      /^- regler-bl\.json \[bisidder\]: ophoerer says why the rule ends, but it has no gyldigTil$/,
    ],
    [
      'ophoerer, selv om en udgave følger',
      toUdgaver(BL, 'bisidder', { gyldigTil: '2026-12-31', ophoerer: 'ophævet' }, { gyldigFra: '2027-01-01' }),
      /^- regler-bl\.json \[bisidder\]: .*a version follows the day after$/,
    ],
    [
      'samme felt to gange i en regel',
      (mappe) => {
        const tekst = readFileSync(join(mappe, BL), 'utf8');
        writeFileSync(join(mappe, BL), tekst.replace('"maengde": 24,', '"maengde": 24, "maengde": 48,'));
      },
      /^- regler-bl\.json \[underretning-akutvurdering\]: \/regler\/\d+\/maengde: the key stands twice in one object$/,
    ],
  ])('%s', (_hvad, aendr, grund) => {
    expect(fejlEfter(aendr)).toContainEqual(expect.stringMatching(grund));
  });

  it('én regel tilbage i hver fil: hver af de andre nævnes', () => {
    const fejl = fejlEfter((mappe) => {
      for (const fil of readdirSync(mappe).filter((navn) => navn.startsWith('regler-')))
        ret(fil, (regler) => regler.slice(0, 1))(mappe);
    });
    const mangler = (id: string): boolean => fejl.some((linje) => linje.includes(`[${id}]: the rule is missing`));
    // The first of each file; both acts begin with the same duty, and what is left of reporting ended in 2016.
    expect([...REGELKRAV.keys()].filter((id) => !mangler(id)).sort()).toEqual([
      'partshoering',
      'underretning-registrering',
    ]);
  });
});

describe('En ny pakke må ændre loven', () => {
  it.each<[string, (mappe: string) => void]>([
    [
      'en ny udgave fra dagen efter',
      toUdgaver(BL, 'klagefrist', { gyldigTil: '2026-12-31' }, { gyldigFra: '2027-01-01', maengde: 6 }),
    ],
    ['en pligt, loven ophæver', medFelter(BL, 'bisidder', { gyldigTil: '2026-12-31', ophoerer: 'Ophævet ved lov.' })],
    [
      'en pligt, der var ophævet en tid',
      toUdgaver(BL, 'bisidder', { gyldigTil: '2026-12-31', ophoerer: 'Suspenderet.' }, { gyldigFra: '2028-01-01' }),
    ],
    [
      'en ny pligt, produktet ikke kender',
      ret(BL, (regler) => [
        ...regler,
        { ...regler.find((r) => r['id'] === 'bisidder'), id: 'ny-pligt', gyldigFra: '2027-01-01' },
      ]),
    ],
    [
      'en lov for begge tider flyttes til fællesfilen',
      (mappe) => {
        const bl = JSON.parse(readFileSync(join(mappe, BL), 'utf8')) as { regler: Raekke[] };
        const flyttet = bl.regler.find((r) => r['id'] === 'opsaettende-virkning');
        uden(BL, 'opsaettende-virkning')(mappe);
        ret('regler-faelles.json', (regler) => [...regler, { ...flyttet }])(mappe);
      },
    ],
  ])('%s', (_hvad, aendr) => {
    expect(fejlEfter(aendr)).toEqual([]);
  });
});

describe('Det, produktet siger, at det skal bruge, er det, det bruger', () => {
  it('hver regel i pakken, der følger med, er erklæret under netop sin lov', () => {
    const i = (id: string): string => {
      const filer = new Set(lov.alleRegler.filter((r) => r.id === id).map((r) => r.fil.slice('regler-'.length, -5)));
      if (filer.size === 2) return 'lovene';
      const [fil = ''] = filer;
      return fil.length <= 3 ? fil.toUpperCase() : fil;
    };
    const ider = [...new Set(lov.alleRegler.map((r) => r.id))].sort();
    expect(Object.fromEntries(ider.map((id) => [id, i(id)]))).toEqual(
      Object.fromEntries(Object.entries(PRODUKTETS_REGLER).map(([id, krav]) => [id, krav.i])),
    );
  });

  // What commands ask for is held by the compiler. Guidance and lists name rules to look their deadlines up; a
  // misspelt name there would only find nothing.
  it('vejledning og lister slår kun op på erklærede regler', () => {
    const kode = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
      (fil) => fil.endsWith('.ts') && !fil.endsWith('.spec.ts'),
    );
    const navne = kode.flatMap((fil) => {
      const tekst = readFileSync(join('src', fil), 'utf8');
      const enkelte = [...tekst.matchAll(/\bregel: '([^']+)'/g)].map(([, navn = '']) => navn);
      const lister = [...tekst.matchAll(/\[((?:\s*'[^']+',?)+)\s*\]\.map\(\(regel\)/g)];
      return [
        ...enkelte,
        ...lister.flatMap(([, liste = '']) => [...liste.matchAll(/'([^']+)'/g)].map((m) => m[1] ?? '')),
      ];
    });
    expect(navne.length).toBeGreaterThan(15);
    expect(navne.filter((navn) => !REGELKRAV.has(navn))).toEqual([]);
  });
});
