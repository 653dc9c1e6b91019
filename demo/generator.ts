/**
 * The Rebild municipality of early 2019 with invented people: a fixed seed gives the same people, dates and texts every
 * time. The figures of the report are never read from here – they come from the projections – but what is generated
 * follows the published management report: 451 social and 207 disability cases on 19 caseworkers, 42 running
 * investigations of which 4 are past their deadline, 181 notifications from 2018-12-01 to 2019-02-28.
 */
export const FROE = 20190319;
export const OPGOERELSESDATO = '2019-03-19';
/** Notifications per month; 60 + 62 + 59 = 181. */
const UNDERRETNINGER = [
  ['2018-12', 60, 31],
  ['2019-01', 62, 31],
  ['2019-02', 59, 28],
] as const;

export interface Person {
  readonly navn: string;
  /** Synthetic: day of birth + 60. */
  readonly cpr: string;
  readonly foedt: string;
}

export interface Familie {
  readonly barn: Person;
  /** Null where no parent is known; such lines are held back from the delivery. */
  readonly mor: Person | null;
}

export type Indsatsspor = 'ingen' | 'tidlig' | 'stoettende';

export interface DemoSag extends Familie {
  readonly noegle: string;
  readonly omraade: 'social' | 'handicap';
  readonly oprettet: string;
  readonly sagsbehandler: string;
  readonly team: string;
  /** 'igang-overskredet' was noticed more than four months before the reference date. */
  readonly bfu: 'ingen' | 'igang-overskredet' | 'afsluttet';
  readonly opmaerksom: string;
  readonly indsats: Indsatsspor;
  readonly lukket: string | null;
}

export type Forloeb =
  | 'bfu-igang'
  | 'bfu-afsluttet'
  | 'handicap'
  | 'tidlig-indsats'
  | 'ingen-indsats'
  | 'kendt-barn'
  | 'kendt-barn-med-indsats'
  | 'afventer';

export interface DemoUnderretning {
  readonly noegle: string;
  readonly forloeb: Forloeb;
  readonly modtaget: string;
  readonly form: 'telefonisk' | 'skriftlig' | 'digital';
  readonly anonym: boolean;
  readonly underretterKode: string;
  readonly aarsagKoder: readonly string[];
  readonly beskrivelse: string;
  /** A new family, or the case (its noegle) that the child already has. */
  readonly familie: Familie | null;
  readonly kendtSag: string | null;
  readonly sagsbehandler: string;
  readonly team: string;
}

export interface Demodata {
  readonly sager: readonly DemoSag[];
  readonly underretninger: readonly DemoUnderretning[];
}

/** mulberry32: small, well known, and the same everywhere. */
function tilfaeldighed(froe: number): () => number {
  let a = froe >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const FORNAVNE = [
  'Alma',
  'Anton',
  'Asta',
  'August',
  'Bertil',
  'Clara',
  'Elias',
  'Ella',
  'Emma',
  'Esther',
  'Felix',
  'Freja',
  'Hannah',
  'Ida',
  'Karla',
  'Laurits',
  'Liva',
  'Luna',
  'Malthe',
  'Nora',
  'Oskar',
  'Sofia',
  'Storm',
  'Valdemar',
  'Vera',
  'Viggo',
  'Åse',
  'Øjvind',
];
const EFTERNAVNE = [
  'Prøvesen',
  'Testgaard',
  'Eksempelborg',
  'Demolund',
  'Fiktivsen',
  'Opdigt',
  'Skabelon',
  'Mønsterdal',
  'Kunstrup',
  'Påfund',
];
const BEKYMRINGER = [
  'Barnet møder ofte træt og uden madpakke og trækker sig fra de andre.',
  'Naboen hører gentagne højlydte skænderier om aftenen, mens barnet er hjemme.',
  'Skolen har set et stigende fravær, og barnet vil ikke fortælle hvorfor.',
  'Sundhedsplejersken er bekymret for barnets vægt og for mors overskud.',
  'Klubben oplever, at den unge er udadreagerende og ofte taler om uro derhjemme.',
  'Egen læge har set barnet tre gange på kort tid med samme symptomer.',
];

export function frembringDemodata(froe = FROE): Demodata {
  const tal = tilfaeldighed(froe);
  const heltal = (fra: number, til: number): number => fra + Math.floor(tal() * (til - fra + 1));
  const valg = <T>(liste: readonly T[]): T => {
    const valgt = liste[heltal(0, liste.length - 1)];
    if (valgt === undefined) throw new Error('Nothing to choose from');
    return valgt;
  };
  const brugte = new Set<string>();

  const person = (aarFra: number, aarTil: number, efternavn: string): Person => {
    for (;;) {
      const aar = heltal(aarFra, aarTil);
      const maaned = heltal(1, 12);
      const dag = heltal(1, 28);
      // The seventh digit gives the century: 4-9 with years 00-36 is the 2000s, 0-3 the 1900s.
      const loebenr = aar >= 2000 ? heltal(4000, 4999) : heltal(1000, 3999);
      const cpr = `${to(dag + 60)}${to(maaned)}${to(aar % 100)}${loebenr}`;
      if (brugte.has(cpr)) continue;
      brugte.add(cpr);
      return { navn: `${valg(FORNAVNE)} ${efternavn}`, cpr, foedt: `${aar}-${to(maaned)}-${to(dag)}` };
    }
  };
  const familie = (udenForaelder = false): Familie => {
    const efternavn = valg(EFTERNAVNE);
    const barn = person(2003, 2017, efternavn);
    return { barn, mor: udenForaelder ? null : person(1970, 1986, efternavn) };
  };
  const dato = (fra: string, til: string): string => {
    const start = Date.parse(`${fra}T00:00:00Z`);
    const dage = Math.round((Date.parse(`${til}T00:00:00Z`) - start) / 86_400_000);
    return new Date(start + heltal(0, dage) * 86_400_000).toISOString().slice(0, 10);
  };

  // Opened directly: 396 + 197 stay open; 55 social and 10 disability cases more are opened by the screenings below.
  const sager: DemoSag[] = [];
  const sag = (omraade: 'social' | 'handicap', resten: Pick<DemoSag, 'bfu' | 'indsats' | 'lukket'>): void => {
    const nr = sager.length;
    const opmaerksom =
      resten.bfu === 'igang-overskredet' ? dato('2018-10-08', '2018-11-09') : dato('2018-01-08', '2018-06-29');
    sager.push({
      noegle: `sag-${String(nr + 1).padStart(3, '0')}`,
      ...familie(resten.indsats === 'tidlig' && nr % 40 === 0),
      omraade,
      oprettet: opmaerksom,
      sagsbehandler: sagsbehandler(nr),
      team: omraade === 'handicap' ? 'boernehandicap' : nr % 2 === 0 ? 'boerne' : 'unge',
      opmaerksom,
      ...resten,
    });
  };
  for (let i = 0; i < 396; i += 1) {
    sag('social', {
      bfu: i < 4 ? 'igang-overskredet' : i < 40 ? 'afsluttet' : 'ingen',
      indsats: i < 4 ? 'ingen' : i < 40 ? 'stoettende' : i < 160 ? 'tidlig' : 'ingen',
      lukket: null,
    });
  }
  for (let i = 0; i < 197; i += 1) sag('handicap', { bfu: 'ingen', indsats: 'ingen', lukket: null });
  for (let i = 0; i < 25; i += 1)
    sag(i % 5 === 0 ? 'handicap' : 'social', {
      bfu: 'ingen',
      indsats: 'ingen',
      lukket: dato('2018-09-03', '2019-03-18'),
    });

  const medIndsats = sager.filter((s) => s.indsats === 'stoettende');
  const udenIndsats = sager.filter((s) => s.indsats === 'ingen' && s.bfu === 'ingen' && s.lukket === null);
  // 38 + 2 + 10 + 15 + 60 + 42 + 8 + 6 = 181
  const forloeb: Forloeb[] = [
    ...gentag('bfu-igang', 38),
    ...gentag('bfu-afsluttet', 2),
    ...gentag('handicap', 10),
    ...gentag('tidlig-indsats', 15),
    ...gentag('ingen-indsats', 60),
    ...gentag('kendt-barn', 42),
    ...gentag('kendt-barn-med-indsats', 8),
  ];
  for (let i = forloeb.length - 1; i > 0; i -= 1) {
    const j = heltal(0, i);
    const [a, b] = [forloeb[i], forloeb[j]];
    if (a !== undefined && b !== undefined) [forloeb[i], forloeb[j]] = [b, a];
  }
  // The newest six still wait for their screening.
  forloeb.push(...gentag('afventer', 6));

  const modtagelser = UNDERRETNINGER.flatMap(([maaned, antal, dage]) =>
    Array.from(
      { length: antal },
      () => `${maaned}-${to(heltal(1, dage))}T${to(heltal(7, 21))}:${to(heltal(0, 59))}:00+01:00`,
    ),
  ).sort();
  let kendte = 0;
  let medIndsatsNr = 0;
  const underretninger = modtagelser.map((modtaget, nr): DemoUnderretning => {
    const art = forloeb[nr] ?? 'ingen-indsats';
    const anonym = nr % 9 === 0;
    let kendt: DemoSag | undefined;
    if (art === 'kendt-barn') kendt = udenIndsats[(kendte += 3)];
    if (art === 'kendt-barn-med-indsats') kendt = medIndsats[(medIndsatsNr += 2)];
    return {
      noegle: `underretning-${String(nr + 1).padStart(3, '0')}`,
      forloeb: art,
      modtaget,
      form: valg(['telefonisk', 'skriftlig', 'digital'] as const),
      anonym,
      underretterKode: anonym ? '8' : valg(['2', '3', '4', '5', '6', '7'] as const),
      aarsagKoder: [
        ...new Set([
          valg(['UDSLAG3', 'UDSLAG4', 'UDSLAG6', 'UDSLAG13', 'UDSLAG14']),
          valg(['UDSLAG9', 'UDSLAG11', 'UDSLAG14']),
        ]),
      ],
      beskrivelse: valg(BEKYMRINGER),
      familie: kendt === undefined ? familie() : null,
      kendtSag: kendt?.noegle ?? null,
      sagsbehandler: sagsbehandler(nr * 7 + 3),
      team: art === 'handicap' ? 'boernehandicap' : 'boerne',
    };
  });
  return { sager, underretninger };
}

function sagsbehandler(nr: number): string {
  return `sb${to((nr % 19) + 1)}`;
}

function gentag(forloeb: Forloeb, antal: number): Forloeb[] {
  return Array.from({ length: antal }, () => forloeb);
}

function to(tal: number): string {
  return String(tal).padStart(2, '0');
}
