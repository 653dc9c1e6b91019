import { indlaesLovpakke } from '../../faelles/lov/lovpakke.js';
import { skalSamtykke, type Partsperson } from '../../faelles/parter/parter.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { context, given } from '../../platform/testing/given-when-then.js';
import * as E from './samtykke.events.js';
import { samtykkeDecider, type AfgivSamtykke, type Samtykker, type Udsagn, type UndtagSamtykke } from './samtykke.js';
import { erIkkeSamtykke, samtykkekrav, samtykkemangler, samtykkestatus, type Samtykkeemne } from './samtykkekrav.js';

const lov = indlaesLovpakke();
const AFG = '00000000-0000-7000-8000-00000000000a';
const BARN = '00000000-0000-7000-8000-00000000000b';
const SAG = '00000000-0000-7000-8000-00000000000c';
const MOR = '00000000-0000-7000-8000-00000000000d';
const FAR = '00000000-0000-7000-8000-00000000000e';
type Regime = 'SEL' | 'BL';
const LOVE: readonly Regime[] = ['SEL', 'BL'];
// The same day under both acts.
const DAG: Readonly<Record<Regime, string>> = { SEL: '2023-03-01', BL: '2024-03-01' };
const foedtForAar = (regime: Regime, aar: number): string => `${String(Number(DAG[regime].slice(0, 4)) - aar)}-02-01`;

const HJEMMEL = {
  'stoettende-indsats': { SEL: 'SEL § 52, stk. 2', BL: 'BL § 32, stk. 2' },
  'anbringelse-samtykke': { SEL: 'SEL § 52; § 53', BL: 'BL § 46, stk. 1-2' },
} as const;

type Kreds = readonly (readonly [personId: string, person: Partsperson])[];

function emne(regime: Regime, kode: keyof typeof HJEMMEL, alder: number, kreds: Kreds): Samtykkeemne {
  const regel = lov.kode('afgoerelser', kode, DAG[regime]);
  if (regel === undefined) throw new Error(`${kode} is not in the list`);
  const anbringelse = kode === 'anbringelse-samtykke';
  const afgoerelse = { regel, barn: { foedselsdato: foedtForAar(regime, alder) } };
  return {
    kode,
    hjemmel: HJEMMEL[kode][regime],
    omfatterFormaal: anbringelse,
    tvangshjemmel: anbringelse ? (regime === 'SEL' ? 'SEL § 58' : 'BL § 47') : null,
    kraeverMyndighed: alder < 18,
    personer: kreds.map(([personId, person]) => ({
      personId,
      rolle: person.rolle,
      skalSamtykke: skalSamtykke(person, afgoerelse, DAG[regime]),
    })),
  };
}

const foraelder = (fra?: string, til?: string): Partsperson => ({
  rolle: 'foraelder',
  angaarSelv: false,
  foraeldremyndighed: fra === undefined ? [] : [{ gyldigFra: fra, ...(til === undefined ? {} : { gyldigTil: til }) }],
});
const barnet = [BARN, { rolle: 'barn' }] as const;
const mor = [MOR, foraelder('2005-01-01')] as const;
const far = [FAR, foraelder('2005-01-01')] as const;
const farUden = [FAR, foraelder()] as const;
const faelles: Kreds = [barnet, mor, far];

describe.each(LOVE)('Hvis samtykke kræves (%s)', (regime) => {
  it.each<[string, keyof typeof HJEMMEL, number, Kreds, readonly string[]]>([
    ['støttende indsats: begge med fælles forældremyndighed', 'stoettende-indsats', 14, faelles, [MOR, FAR]],
    ['støttende indsats: den unge på 15 samtykker ikke', 'stoettende-indsats', 15, faelles, [MOR, FAR]],
    ['støttende indsats: kun den, der har forældremyndigheden', 'stoettende-indsats', 9, [barnet, mor, farUden], [MOR]],
    ['anbringelse: et barn på 14 samtykker ikke selv', 'anbringelse-samtykke', 14, faelles, [MOR, FAR]],
    ['anbringelse: den unge på 15 skal også samtykke', 'anbringelse-samtykke', 15, faelles, [BARN, MOR, FAR]],
    ['anbringelse: den unge på 15, én forælder', 'anbringelse-samtykke', 15, [barnet, mor, farUden], [BARN, MOR]],
    ['efter 18 år samtykker den unge alene', 'anbringelse-samtykke', 18, faelles, [BARN]],
  ])('%s', (_navn, kode, alder, kreds, forventet) => {
    expect(samtykkekrav([emne(regime, kode, alder, kreds)]).map(({ personId }) => personId)).toEqual(forventet);
  });

  it('forældremyndigheden på afgørelsesdagen tæller, ikke den før eller efter (forældreansvarsloven § 3)', () => {
    const skiftet = [FAR, foraelder('2005-01-01', '2022-12-31')] as const;
    const kommende = [MOR, foraelder('2030-01-01')] as const;
    expect(samtykkekrav([emne(regime, 'stoettende-indsats', 9, [skiftet, kommende])])).toEqual([]);
  });
});

const ja: Udsagn = {
  som: 'foraeldremyndighedsindehaver',
  svar: 'givet',
  dato: '2023-02-01',
  informeret: true,
  omfatterFormaal: true,
  grundlag: 3,
  trukketTilbage: null,
};
const sagt = (udsagn: Record<string, Udsagn>, undtagelser: Samtykker['undtagelser'] = {}): Samtykker => ({
  udsagn,
  undtagelser,
});

describe.each(LOVE)('Hvad der er et samtykke (%s)', (regime) => {
  const om = { dato: DAG[regime], grundlag: 3 };
  const dato = DAG[regime];
  it.each<[string, keyof typeof HJEMMEL, Partial<Udsagn> | null, string, boolean]>([
    ['givet', 'anbringelse-samtykke', {}, 'givet', false],
    ['ikke spurgt', 'anbringelse-samtykke', null, 'mangler', false],
    ['nej', 'anbringelse-samtykke', { svar: 'afslaaet' }, 'afslaaet', true],
    ['betinget er ikke samtykke', 'anbringelse-samtykke', { svar: 'betinget' }, 'betinget', true],
    ['uenig om formålet er ikke samtykke', 'anbringelse-samtykke', { omfatterFormaal: false }, 'uden-formaal', true],
    ['ikke informeret', 'anbringelse-samtykke', { informeret: false }, 'uinformeret', false],
    ['trukket tilbage på dagen', 'anbringelse-samtykke', { trukketTilbage: dato }, 'trukket-tilbage', true],
    ['trukket tilbage siden', 'anbringelse-samtykke', { trukketTilbage: '2030-01-01' }, 'givet', false],
    ['til et tidligere forslag', 'anbringelse-samtykke', { grundlag: 2 }, 'tidligere-forslag', false],
    ['givet efter afgørelsen', 'anbringelse-samtykke', { dato: '2030-01-01' }, 'efter-afgoerelsen', false],
    [
      'støttende: formålet er ikke en del af samtykket',
      'stoettende-indsats',
      { omfatterFormaal: false },
      'givet',
      false,
    ],
    ['støttende: betinget er ikke samtykke', 'stoettende-indsats', { svar: 'betinget' }, 'betinget', true],
  ])('%s', (_navn, kode, mors, status, ikke) => {
    const [krav] = samtykkekrav([emne(regime, kode, 9, [barnet, mor])]);
    if (krav === undefined) throw new Error('no demand');
    const samtykker = sagt(mors === null ? {} : { [MOR]: { ...ja, ...mors } });
    expect(samtykkestatus(krav, samtykker, om)).toBe(status);
    expect(erIkkeSamtykke([krav], samtykker, om)).toBe(ikke);
  });

  it('mangler den ene forælders samtykke, nævnes paragraffen og sporet uden samtykke (BL § 46 / § 47, SEL § 52 / § 58)', () => {
    const samtykker = sagt({ [MOR]: ja, [FAR]: { ...ja, svar: 'afslaaet' } });
    expect(samtykkemangler([emne(regime, 'anbringelse-samtykke', 14, faelles)], samtykker, om)).toEqual([
      {
        kode: 'samtykke-afslaaet',
        tekst: `Samtykket fra en, der har forældremyndigheden, er ikke givet: der er sagt nej (${FAR}); sporet uden samtykke er ${regime === 'SEL' ? 'SEL § 58' : 'BL § 47'}`,
        hjemmel: HJEMMEL['anbringelse-samtykke'][regime],
      },
    ]);
  });

  it('den unge på 15 år, som ikke er spurgt, mangler; på 14 år mangler intet', () => {
    const samtykker = sagt({ [MOR]: ja, [FAR]: ja });
    const mangler = (alder: number) =>
      samtykkemangler([emne(regime, 'anbringelse-samtykke', alder, faelles)], samtykker, om).map((m) => m.kode);
    expect([mangler(14), mangler(15)]).toEqual([[], ['samtykke-mangler']]);
  });

  it('er ingen registreret med forældremyndighed, mangler det; en undtagelse med grund kan træde i stedet', () => {
    const emner = (...kreds: Kreds) => [emne(regime, 'anbringelse-samtykke', 9, kreds)];
    const undtagelse = {
      grund: 'foraelder-ukendt',
      paragraf: 'forældreansvarsloven § 3',
      gaelderFor: ['stoettende-indsats', 'anbringelse-samtykke'],
      dato: '2023-02-01',
    };
    expect(samtykkemangler(emner(barnet, farUden), sagt({}), om).map((m) => m.kode)).toEqual([
      'foraeldremyndighed-ukendt',
    ]);
    expect(samtykkemangler(emner(barnet), sagt({}, { alle: undtagelse }), om)).toEqual([]);
    expect(samtykkemangler(emner(barnet, mor), sagt({}, { [MOR]: undtagelse }), om)).toEqual([]);
    const tilStoette = { ...undtagelse, gaelderFor: ['stoettende-indsats'] };
    expect(samtykkemangler(emner(barnet, mor), sagt({}, { [MOR]: tilStoette }), om).map((m) => m.kode)).toEqual([
      'samtykke-mangler',
    ]);
  });
});

const tilhoer = { afgoerelseId: AFG, barnId: BARN, sagId: SAG };
const nu = context('2024-03-10T10:00:00+01:00');
const svar: AfgivSamtykke = {
  type: 'AfgivSamtykke',
  ...tilhoer,
  personId: MOR,
  som: 'foraeldremyndighedsindehaver',
  svar: 'givet',
  dato: '2024-03-01',
  form: 'skriftlig',
  informeret: true,
  omfatterFormaal: true,
  grundlag: 1,
  hjemmel: 'BL § 46, stk. 1-2',
};
const givet = event(E.SamtykkeAfgivet, {
  ...tilhoer,
  personId: MOR,
  som: 'foraeldremyndighedsindehaver',
  svar: 'givet',
  dato: '2024-03-01',
  form: 'skriftlig',
  informeret: true,
  omfatterFormaal: true,
});
const tilbage = event(E.SamtykkeTrukketTilbage, {
  ...tilhoer,
  personId: MOR,
  som: 'foraeldremyndighedsindehaver',
  dato: '2024-03-05',
});
const grund = { kode: 'uden-samtykke', navn: 'Uden samtykke', gaelderFor: ['stoettende-indsats'] };
const undtag: UndtagSamtykke = {
  type: 'UndtagSamtykke',
  ...tilhoer,
  personId: FAR,
  grund,
  afgoerelser: ['stoettende-indsats'],
  paragraf: 'BL §§ 37-39',
  dato: '2024-03-01',
  begrundelse: 'Barnets behov vejer tungest.',
  erBarnet: false,
  hjemmel: 'BL § 32, stk. 2',
};
const traek = { type: 'TraekSamtykkeTilbage', ...tilhoer, personId: MOR, dato: '2024-03-05' } as const;

describe('Samtykke registreres', () => {
  it('et svar står i loggen med form, formål og det forslag, der blev svaret på', () => {
    expect(given(samtykkeDecider).then(svar, nu)).toMatchObject([
      {
        type: 'sagsstyring.SamtykkeAfgivet',
        data: { personId: MOR, svar: 'givet', grundlag: 1, omfatterFormaal: true },
      },
    ]);
  });

  it('den, der har trukket sit samtykke tilbage, kan give det igen', () => {
    const igen = given(samtykkeDecider, givet, tilbage).then({ ...svar, dato: '2024-03-06' }, nu);
    expect(given(samtykkeDecider, givet, tilbage, ...igen).state.udsagn[MOR]).toMatchObject({
      dato: '2024-03-06',
      trukketTilbage: null,
    });
  });

  it.each<[string, AfgivSamtykke, string, string | undefined]>([
    ['den, hvis samtykke ikke kræves', { ...svar, som: null }, 'ikke-samtykkeberettiget', 'BL § 46, stk. 1-2'],
    ['i fremtiden', { ...svar, dato: '2024-03-11' }, 'dato-i-fremtiden', undefined],
    [
      'et betinget svar uden betingelser',
      { ...svar, svar: 'betinget', bemaerkning: ' ' },
      'betingelse-mangler',
      'BL § 46, stk. 1-2',
    ],
  ])('afvises: %s', (_navn, command, kode, paragraf) => {
    const afvist = given(samtykkeDecider).refused(command, nu);
    expect([afvist.kode, afvist.mere.paragraf]).toEqual([kode, paragraf]);
  });

  it('et svar kan ikke dateres før det, personen har sagt siden', () => {
    expect(given(samtykkeDecider, givet, tilbage).refused({ ...svar, dato: '2024-03-04' }, nu).kode).toBe(
      'forkert-raekkefoelge',
    );
  });

  it('kun et givet samtykke kan trækkes tilbage, og ikke før det blev givet', () => {
    expect(given(samtykkeDecider, givet).then(traek, nu)).toMatchObject([
      { type: 'sagsstyring.SamtykkeTrukketTilbage', data: { personId: MOR, dato: '2024-03-05' } },
    ]);
    expect(given(samtykkeDecider).refused(traek, nu)).toMatchObject({ kode: 'intet-samtykke', mere: { status: 409 } });
    expect(given(samtykkeDecider, givet, tilbage).refused(traek, nu).kode).toBe('intet-samtykke');
    expect(given(samtykkeDecider, givet).refused({ ...traek, dato: '2024-02-28' }, nu).kode).toBe(
      'forkert-raekkefoelge',
    );
  });
});

test('et samtykke, der er oplyst med afgørelsen, kan også trækkes tilbage, og gives igen', () => {
  const oplyst = { ...traek, oplystSom: 'foraeldremyndighedsindehaver' } as const;
  const events = given(samtykkeDecider).then(oplyst, nu);
  expect(given(samtykkeDecider, ...events).state.udsagn[MOR]).toMatchObject({ trukketTilbage: '2024-03-05' });
  const igen = given(samtykkeDecider, ...events).then({ ...svar, dato: '2024-03-06' }, nu);
  expect(given(samtykkeDecider, ...events, ...igen).state.udsagn[MOR]).toMatchObject({ trukketTilbage: null });
});

describe('Samtykke undtages (BL §§ 37-39, SEL § 56)', () => {
  it('med grund, paragraf og begrundelse', () => {
    expect(given(samtykkeDecider).then(undtag, nu)).toMatchObject([
      {
        type: 'sagsstyring.SamtykkeUndtaget',
        data: { personId: FAR, grund: 'uden-samtykke', paragraf: 'BL §§ 37-39' },
      },
    ]);
  });

  it.each<[string, Partial<UndtagSamtykke>, string]>([
    ['den unges eget samtykke', { erBarnet: true }, 'unges-samtykke-kan-ikke-undtages'],
    ['en grund, som ikke er på listen', { grund: undefined }, 'ukendt-undtagelse'],
    [
      'anbringelse med en grund, som kun gælder støttende indsatser',
      { afgoerelser: ['stoettende-indsats', 'anbringelse-samtykke'] },
      'undtagelse-gaelder-ikke',
    ],
    ['uden paragraf', { paragraf: undefined }, 'paragraf-mangler'],
    ['uden begrundelse', { begrundelse: ' ' }, 'begrundelse-mangler'],
  ])('afvises: %s', (_navn, mere, kode) => {
    expect(given(samtykkeDecider).refused({ ...undtag, ...mere }, nu).kode).toBe(kode);
  });

  it('listen over undtagelser har paragraffen under begge love', () => {
    expect(LOVE.map((r) => lov.kode('samtykkeundtagelser', 'uden-samtykke', DAG[r])?.hjemmel[r])).toEqual([
      'SEL § 56',
      'BL §§ 37-39',
    ]);
  });
});
