import { given } from '../../platform/testing/given-when-then.js';
import { buuSagDecider } from './buu_sag.js';
import { type AfgivIndstilling, type AfgoerBuuSag, type BuuSagKommando } from './kommandoer.js';
import {
  BARN,
  MOR,
  FREMMED,
  AAR,
  d,
  nu,
  lov,
  person,
  mor,
  barn,
  lilleBarn,
  pleje,
  rejs,
  faerdig,
  indstil,
  vejled,
  udtal,
  moede,
  afgoer,
  efter,
  klar,
  uden,
} from './testing/proeveudvalg.js';
import { type Regime } from './tilstand.js';
import { buuSagshvile, buuSagsskridt } from './vejledning.js';

describe.each<Regime>(['SEL', 'BL'])('Børne- og ungeudvalget under %s', (regime) => {
  const p = lov(regime).paragraf;
  const rejst = () => efter(regime, rejs(regime));

  test('lovligt → afgørelse og genbehandlingsfrist', () => {
    const haendelser = klar(regime).then(afgoer(regime), nu(regime));
    expect(haendelser.map((e) => e.type)).toEqual(['sagsstyring.BuuAfgjort', 'sagsstyring.GenbehandlingsfristSat']);
    expect(haendelser[0]?.data).toMatchObject({ vedtaget: true, afgoerelseId: FREMMED, regime });
  });

  test.each<[string, Partial<AfgivIndstilling>, readonly string[], string]>([
    ['uden undersøgelse', { grundlag: uden(faerdig(regime), 'bfu') }, ['buu-bfu'], p.indstilling],
    [
      'med en undersøgelse i gang',
      { grundlag: { ...faerdig(regime), bfu: { afsluttet: null, konkluderet: null } } },
      ['buu-bfu'],
      p.indstilling,
    ],
    ['uden plan', { grundlag: uden(faerdig(regime), 'plan') }, ['barnets-plan-tvang'], p.plan],
    [
      'med en plan i kladde',
      { grundlag: { ...faerdig(regime), plan: { gaeldendeFra: null } } },
      ['barnets-plan-tvang'],
      p.plan,
    ],
    [
      'med en plan fra efter indstillingen',
      { grundlag: { ...faerdig(regime), plan: { gaeldendeFra: d(regime, '11-06') } } },
      ['barnets-plan-tvang'],
      p.plan,
    ],
  ])('indstilling %s → nej', (_titel, mere, mangler, paragraf) => {
    const nej = rejst().refused(indstil(regime, mere), nu(regime));
    expect([nej.kode, nej.mere.mangler, nej.mere.paragraf]).toEqual(['indstilling-mangelfuld', mangler, paragraf]);
  });

  test('barnet skal være hørt, eller undladelsen begrundet; et ufødt barn kan ikke høres', () => {
    const udenSamtale = uden(indstil(regime), 'boernesamtaleDato');
    expect(rejst().refused(udenSamtale, nu(regime)).mere).toMatchObject({
      mangler: ['boernesamtale'],
      paragraf: p.boernesamtale,
    });
    expect(rejst().then({ ...udenSamtale, boernesamtaleUndladt: 'To år.' }, nu(regime))).toHaveLength(1);
    expect(rejst().then({ ...udenSamtale, ufoedt: true }, nu(regime))).toHaveLength(1);
  });

  test('en sag rejses én gang, og kun en, der er rejst, indstilles', () => {
    const igen = rejst().refused(rejs(regime), nu(regime));
    expect([igen.kode, igen.mere.status]).toEqual(['buu-sag-findes', 409]);
    expect(efter(regime).refused(indstil(regime), nu(regime)).kode).toBe('buu-sag-findes-ikke');
  });

  test('en vedtaget anbringelse skal have en dag, hvor den behandles igen', () => {
    expect(klar(regime).refused(uden(afgoer(regime), 'genbehandling'), nu(regime))).toMatchObject({
      kode: 'genbehandling-mangler',
      mere: { paragraf: { SEL: 'SEL § 62, stk. 1 og 3', BL: 'BL § 50' }[regime], mangler: ['genbehandling'] },
    });
  });

  test('en undtagelse fra undersøgelsen skal begrundes; planen kan ikke fraviges', () => {
    const undtaget = indstil(regime, { grundlag: uden(faerdig(regime), 'bfu'), undtagelser: ['bfu'] });
    expect(rejst().refused(undtaget, nu(regime)).mere.paragraf).toBe(p.indstilling);
    expect(rejst().then({ ...undtaget, undtagelsesbegrundelse: 'Nyfødt.' }, nu(regime))).toHaveLength(1);
  });

  test('forventet varighed kræves, hvor reglen er læst (BL § 47, stk. 2), ikke hvor den er efter hukommelsen', () => {
    const udenVarighed = uden(indstil(regime), 'varighedMaaneder');
    if (regime === 'SEL') expect(rejst().then(udenVarighed, nu(regime))).toHaveLength(1);
    else expect(rejst().refused(udenVarighed, nu(regime)).mere.mangler).toEqual(['afgoerelse-formaal-varighed']);
  });

  test.each<[string, readonly BuuSagKommando[], readonly string[], string]>([
    [
      'uden indstilling',
      [vejled(regime, mor), vejled(regime, barn), moede(regime), udtal(regime, mor), udtal(regime, barn)],
      ['buu-indstilling'],
      p.indstilling,
    ],
    [
      'før indstillingen er afgivet',
      [
        ...[vejled(regime, mor), vejled(regime, barn), indstil(regime, { dato: d(regime, '11-21') })],
        ...[moede(regime), udtal(regime, mor), udtal(regime, barn)],
      ],
      ['buu-indstilling'],
      p.indstilling,
    ],
    [
      'før parterne er vejledt om advokat',
      [indstil(regime), moede(regime), udtal(regime, mor), udtal(regime, barn)],
      ['advokatbistand', 'advokatbistand'],
      p.advokat,
    ],
    [
      'før parterne har haft lejlighed til at udtale sig',
      [vejled(regime, mor), vejled(regime, barn), indstil(regime), moede(regime), udtal(regime, mor)],
      ['buu-udtaleret'],
      p.udtaleret,
    ],
  ])('udvalget kan ikke afgøre %s', (_titel, foer, mangler, paragraf) => {
    const nej = efter(regime, rejs(regime), ...foer).refused(afgoer(regime), nu(regime));
    expect([nej.kode, nej.mere.mangler, nej.mere.paragraf]).toEqual(['buu-kan-ikke-afgoere', mangler, paragraf]);
  });

  test('et barn under aldersgrænsen skal hverken vejledes eller høres; er det fyldt siden, skal det', () => {
    const forberedt = efter(
      regime,
      rejs(regime),
      vejled(regime, mor),
      indstil(regime),
      moede(regime),
      udtal(regime, mor),
    );
    expect(forberedt.then(afgoer(regime, { personer: [mor, lilleBarn] }), nu(regime))).toHaveLength(2);
    expect(forberedt.refused(afgoer(regime), nu(regime)).mere.mangler).toEqual(['advokatbistand', 'buu-udtaleret']);
  });

  test('planen skal også foreligge på afgørelsens dag', () => {
    const nej = klar(regime).refused(afgoer(regime, { grundlag: uden(faerdig(regime), 'plan') }), nu(regime));
    expect([nej.mere.mangler, nej.mere.paragraf]).toEqual([['barnets-plan-tvang'], p.plan]);
  });

  test.each<[string, Partial<AfgoerBuuSag>, string, string]>([
    ['med tre stemmer for, hvor der kræves fire', { stemmerFor: 3, stemmerImod: 2 }, 'flertal-mangler', p.flertal],
    ['med seks stemmer', { stemmerFor: 5, stemmerImod: 1 }, 'stemmetal-umuligt', 'retssikkerhedsloven § 19'],
    ['med to stemmer', { stemmerFor: 2, stemmerImod: 0 }, 'stemmetal-umuligt', 'retssikkerhedsloven § 19'],
    ['som forkastet med fire for', { vedtaget: false }, 'flertal-passer-ikke', p.flertal],
    ['uden begrundelse', { begrundelse: ' ' }, 'begrundelse-mangler', 'forvaltningsloven §§ 22-24'],
    ['på en anden dag end mødet', { dato: d(regime, '11-21') }, 'moede-mangler', p.moede],
    [
      'før sagen blev rejst',
      { dato: d(regime, '10-31') },
      'forkert-raekkefoelge',
      regime === 'SEL' ? 'SEL § 74' : 'BL § 142',
    ],
  ])('afgørelse %s → nej', (_titel, mere, kode, paragraf) => {
    const nej = klar(regime).refused(afgoer(regime, mere), nu(regime));
    expect([nej.kode, nej.mere.paragraf]).toEqual([kode, paragraf]);
  });

  test('de øvrige afgørelser træffes med almindeligt flertal', () => {
    const simpel = lov(regime, { kvalificeretFlertal: false, afgoerelseKode: 'afbrydelse-forbindelse' });
    const kommando = uden(afgoer(regime, { lov: simpel, stemmerFor: 2, stemmerImod: 1 }), 'genbehandling');
    expect(klar(regime).then(kommando, nu(regime))).toHaveLength(1);
    expect(klar(regime).refused({ ...kommando, stemmerFor: 2, stemmerImod: 2 }, nu(regime)).kode).toBe(
      'flertal-mangler',
    );
  });

  test('en forkastet indstilling giver ingen afgørelse at klage over og ingen genbehandling', () => {
    const forkastet = uden(
      afgoer(regime, { vedtaget: false, foelgerIndstilling: false, stemmerFor: 2, stemmerImod: 3 }),
      'genbehandling',
    );
    const [afgjort, ...resten] = klar(regime).then(forkastet, nu(regime));
    expect([afgjort?.data, resten]).toEqual([expect.not.objectContaining({ afgoerelseId: FREMMED }), []]);
    expect(
      klar(regime).refused(afgoer(regime, { vedtaget: false, stemmerFor: 2, stemmerImod: 3 }), nu(regime)).kode,
    ).toBe('genbehandles-ikke');
  });

  const ny = (mere: object): Partial<AfgoerBuuSag> => {
    const { genbehandling } = afgoer(regime);
    return genbehandling === undefined ? {} : { genbehandling: { ...genbehandling, ...mere } };
  };
  test.each<[string, Partial<AfgoerBuuSag>, string]>([
    ['et år, når barnet har været anbragt det seneste år', ny({ anbragtInden1Aar: true }), 'genbehandling-passer-ikke'],
    ['to år, når det ikke har', ny({ genbehandling: '2aar' }), 'genbehandling-passer-ikke'],
    ['tre år, når barnet er fyldt et', ny({ genbehandling: 'under-1aar' }), 'genbehandling-passer-ikke'],
    [
      'en frist, loven ikke er læst for',
      ny({ genbehandling: 'under-1aar', under1Aar: true, bekraeftet: false }),
      'regel-ikke-bekraeftet',
    ],
    ['en fastsat frist uden dato', ny({ genbehandling: 'fastsat' }), 'genbehandling-passer-ikke'],
    [
      'en fastsat frist efter det, loven tillader',
      ny({ genbehandling: 'fastsat', genbehandlesSenest: `${String(Number(AAR[regime]) + 1)}-11-21` }),
      'genbehandling-passer-ikke',
    ],
  ])('genbehandling: %s → nej', (_titel, mere, kode) => {
    const nej = klar(regime).refused(afgoer(regime, mere), nu(regime));
    expect([nej.kode, nej.mere.paragraf]).toEqual([kode, p.genbehandling]);
  });

  test('genbehandlingen skal fastsættes; to år, tre år for det spæde barn og en kortere frist er lovlige', () => {
    expect(klar(regime).refused(uden(afgoer(regime), 'genbehandling'), nu(regime)).mere.mangler).toEqual([
      'genbehandling',
    ]);
    for (const mere of [
      ny({ genbehandling: '2aar', anbragtInden1Aar: true }),
      ny({ genbehandling: 'under-1aar', under1Aar: true }),
      ny({ genbehandling: 'fastsat', genbehandlesSenest: `${String(Number(AAR[regime]) + 1)}-05-20` }),
    ]) {
      expect(klar(regime).then(afgoer(regime, mere), nu(regime))).toHaveLength(2);
    }
  });

  test('permanent anbringelse: tre år, psykologisk vurdering og samtykke fra den unge over 15', () => {
    const permanent = lov(regime, { afgoerelseKode: 'permanent-anbringelse', kvalificeretFlertal: false });
    const grundlag = { ...faerdig(regime), tidligstPermanent: d(regime, '11-06') };
    const kommando = indstil(regime, { lov: permanent, grundlag });
    expect(rejst().refused(kommando, nu(regime)).mere).toMatchObject({
      mangler: ['permanent-anbringelse', 'psykologisk-vurdering'],
      paragraf: p.permanent,
    });
    const lovlig = indstil(regime, {
      lov: permanent,
      grundlag: { ...grundlag, tidligstPermanent: d(regime, '11-05') },
      psykologiskVurderingDato: d(regime, '11-01'),
    });
    const ung = person(BARN, { rolle: 'barn', skalSamtykke: true });
    const foer = efter(
      regime,
      rejs(regime),
      vejled(regime, mor),
      vejled(regime, ung),
      lovlig,
      moede(regime),
      udtal(regime, mor),
      udtal(regime, ung),
    );
    const beslutning = uden(
      afgoer(regime, {
        lov: permanent,
        grundlag: { ...grundlag, tidligstPermanent: d(regime, '11-05') },
        personer: [mor, ung],
      }),
      'genbehandling',
    );
    expect(foer.refused(beslutning, nu(regime)).mere.mangler).toEqual(['samtykke']);
    const samtykke = {
      type: 'RegistrerSamtykke',
      personId: BARN,
      dato: d(regime, '11-10'),
      person: ung,
      paragraf: permanent.hjemmel,
    } as const;
    expect(foer.refused({ ...samtykke, person: mor, personId: MOR }, nu(regime)).kode).toBe('samtykke-kraeves-ikke');
    const givet = efter(
      regime,
      rejs(regime),
      vejled(regime, mor),
      vejled(regime, ung),
      lovlig,
      moede(regime),
      udtal(regime, mor),
      udtal(regime, ung),
      samtykke,
    );
    expect(givet.then(beslutning, nu(regime))).toHaveLength(1);
  });

  test.each<[string, BuuSagKommando, string, string]>([
    ['vejlede en, der ikke er part', vejled(regime, undefined), 'ikke-part', `forvaltningsloven § 27; ${p.advokat}`],
    [
      'vejlede forældre før risikovurderingen',
      vejled(regime, mor, { risikovurderingMangler: true }),
      'risikovurdering-mangler',
      'BL § 18, stk. 3',
    ],
    ['høre en uden udtaleret', udtal(regime, undefined), 'uden-udtaleret', p.udtaleret],
    [
      'undlade at høre en forælder',
      udtal(regime, mor, { udfald: 'undladt' }),
      'udtaleret-kan-ikke-undlades',
      p.udtaleret,
    ],
    [
      'undlade at høre barnet uden grund',
      udtal(regime, barn, { udfald: 'undladt', udtalelse: ' ' }),
      'udtalelse-mangler',
      p.udtaleret,
    ],
  ])('man kan ikke %s', (_titel, kommando, kode, paragraf) => {
    const nej = rejst().refused(kommando, nu(regime));
    expect([nej.kode, nej.mere.paragraf]).toEqual([kode, paragraf]);
  });

  test('en godkendelse skal angive den foreløbige afgørelse, der skal godkendes', () => {
    const godkendelse = lov(regime, { afgoerelseKode: 'godkendelse-foreloebig', hjemmel: 'X' });
    const nej = given(buuSagDecider).refused(rejs(regime, { lov: godkendelse }), nu(regime));
    expect([nej.kode, nej.mere.paragraf]).toEqual(['formandsafgoerelse-mangler', 'X']);
  });

  test('barnet kan høres i alle aldre; plejeforældre, hvor loven siger det; barnets udtalelse kan undlades, når den skader', () => {
    expect(rejst().then(udtal(regime, lilleBarn), nu(regime))).toHaveLength(1);
    expect(rejst().then(udtal(regime, pleje), nu(regime))).toHaveLength(1);
    expect(rejst().then(udtal(regime, barn, { udfald: 'undladt', udtalelse: 'Skader.' }), nu(regime))).toHaveLength(1);
  });

  test('vejledningen siger, hvad udvalget mangler', () => {
    const koder = (...om: Parameters<typeof buuSagsskridt>) => buuSagsskridt(...om).map((s) => `${s.art} ${s.kode}`);
    expect(koder(rejst().state)).toEqual([
      'skal advokatbistand',
      'skal buu-indstilling',
      'skal buu-moede',
      'skal buu-udtaleret',
      'maa-ikke buu-afgoerelse',
    ]);
    expect(koder(klar(regime).state)).toEqual(['kan advokatbistand', 'kan buu-udtaleret', 'skal buu-afgoerelse']);
    const { state: afgjort } = klar(regime, afgoer(regime));
    expect(koder(afgjort)).toEqual(['kan genbehandling']);
    expect(buuSagshvile(afgjort)).toBeUndefined();
    // What has run out is not treated again, and what has lapsed is not approved.
    const slut = d(regime, '12-01');
    expect(koder(afgjort, { grundlagSlut: slut })).toEqual([]);
    expect(buuSagshvile(afgjort, { grundlagSlut: slut })).toContain('Udvalget har afgjort sagen');
    expect(koder(klar(regime).state, { intetAtGodkende: slut })).toEqual(['maa-ikke buu-afgoerelse']);
    expect(koder(klar(regime).state, { intetAtOpretholde: slut })).toEqual(['maa-ikke buu-afgoerelse']);
    expect(koder(afgjort, { myndig: true })).toEqual([]);
  });
});
