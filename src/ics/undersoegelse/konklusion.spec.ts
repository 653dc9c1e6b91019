import { type DomainEvent } from '../../platform/eventstore/event-declaration.js';
import { given } from '../../platform/testing/given-when-then.js';
import { FUND, forloeb, LOVE, UDTALELSE } from './testing/forloeb.js';
import { type UndersoegelseEvent } from './undersoegelse.events.js';
import { undersoegelseDecider } from './undersoegelse.js';
import { trin } from './tilstand.js';
import { undersoegelsesskridt } from './vejledning.js';

const HOER = {
  type: 'SendPartshoering',
  parter: [],
  ingenParter: 'Ingen værge.',
  maskeret: false,
  beskyttedeAndre: 0,
} as const;

const typer = (events: readonly DomainEvent[]): readonly string[] => events.map(({ type }) => type.replace('ics.', ''));
const sket = (...events: readonly UndersoegelseEvent[]) => given(undersoegelseDecider, ...events);

describe.each(LOVE)('Undersøgelsen fra analyse til afslutning ($regime)', (lov) => {
  const f = forloeb(lov);
  const {
    besluttet,
    aktoerer,
    temaer,
    samtale,
    undladt,
    fund,
    analyse,
    konklusion,
    gennemgang,
    hoering,
    hoeringssvar,
  } = f.haendelser;
  const uden = (...udeladt: readonly UndersoegelseEvent[]) => sket(...f.klar.filter((e) => !udeladt.includes(e)));

  describe('Trin 7: analyse', () => {
    const analyser = { type: 'UdarbejdAnalyse', dato: f.dag(60), analyse: 'Samlet set …' } as const;
    const etFund = { fundId: FUND, tema: 'skoleforhold', art: 'udfordring', tekst: 'Kommer for sent.' } as const;

    test('Fund noteres som ressource eller udfordring under et tema, der er vurderet relevant', () => {
      expect(typer(sket(...f.indhentet).then({ ...analyser, fund: [etFund] }, f.nu()))).toEqual([
        'FundNoteret',
        'AnalyseUdarbejdet',
      ]);
      const afvist = sket(...f.indhentet).refused(
        { ...analyser, fund: [{ ...etFund, tema: 'sundhedsforhold' }] },
        f.nu(),
      );
      expect(afvist).toMatchObject({ kode: 'fund-uden-relevant-tema', mere: { felt: 'fund' } });
    });

    test(`En ny analyse kræver en ny konklusion, gennemgang og partshøring (${lov.konklusion})`, () => {
      expect(sket(...f.klar, analyse).state).toMatchObject({
        konkluderet: null,
        gennemgaaet: null,
        partshoering: null,
      });
      expect(sket(...f.klar, analyse).refused(f.godkend, f.nu()).mere.mangler).toEqual([
        'bfu-konklusion',
        'bfu-gennemgang',
        'bfu-partshoering',
      ]);
    });

    test('Et fund kan skrives om; det seneste gælder', () => {
      const om = { ...fund, data: { ...fund.data, tekst: 'Møder nu til tiden.' } };
      expect(sket(besluttet, ...temaer, fund, om).state).toMatchObject({
        fund: { [FUND]: { tekst: 'Møder nu til tiden.' } },
      });
    });
  });

  describe(`Trin 8: konklusion (${lov.konklusion})`, () => {
    test('Konklusionen tager stilling til støtte og hvilken, sideløbende støtte og familiens holdning', () => {
      const [e] = sket(...f.analyseret).then(f.konkluder, f.nu());
      expect(e).toMatchObject({
        type: 'ics.BfuKonkluderet',
        data: {
          stoetteNoedvendig: true,
          indsatskoder: ['kontaktperson'],
          sideloebende: 'ingen',
          barnetsHoldning: 'Enig.',
          foraeldresHoldning: 'Enige.',
        },
      });
      expect(e?.data).not.toHaveProperty('kendteIndsatskoder');
    });

    test('Siger den, at støtte er nødvendig, skal den sige hvilken, og omvendt', () => {
      const i = sket(...f.analyseret);
      expect(i.refused({ ...f.konkluder, indsatskoder: [] }, f.nu())).toMatchObject({
        kode: 'stillingtagen-uklar',
        mere: { felt: 'indsatskoder', paragraf: lov.konklusion },
      });
      expect(i.refused({ ...f.konkluder, stoetteNoedvendig: false }, f.nu()).kode).toBe('stillingtagen-uklar');
      expect(typer(i.then({ ...f.konkluder, stoetteNoedvendig: false, indsatskoder: [] }, f.nu()))).toEqual([
        'BfuKonkluderet',
      ]);
    });

    test('Indsatsen skal stå i kataloget den dag, der konkluderes', () => {
      const afvist = sket(...f.analyseret).refused({ ...f.konkluder, indsatskoder: ['trylleri'] }, f.nu());
      expect(afvist.kode).toBe('ukendt-indsats');
      expect(afvist.forklaring).toContain('trylleri');
    });

    test('Er der en indsats i gang, skal der tages stilling til, om den videreføres, ændres eller ophører', () => {
      const i = sket(...f.analyseret);
      expect(i.refused({ ...f.konkluder, indsatsIGang: true }, f.nu())).toMatchObject({
        kode: 'sideloebende-stoette',
        mere: { felt: 'sideloebende', paragraf: lov.konklusion },
      });
      const [e] = i.then({ ...f.konkluder, indsatsIGang: true, sideloebende: 'viderefoeres' }, f.nu());
      expect(e).toMatchObject({ data: { sideloebende: 'viderefoeres' } });
    });

    test('Uden analyse kan der ikke konkluderes', () => {
      const i = sket(...f.indhentet);
      expect(i.refused(f.konkluder, f.nu())).toMatchObject({
        kode: 'analyse-mangler',
        mere: { mangler: ['bfu-analyse'] },
      });
    });

    test(`Uden en børnesamtale eller en begrundet undladelse kan der ikke konkluderes (${lov.boernesamtale})`, () => {
      const tavst = f.analyseret.filter((e) => e !== samtale);
      expect(sket(...tavst).refused(f.konkluder, f.nu())).toMatchObject({
        kode: 'boernesamtale-mangler',
        mere: { paragraf: lov.boernesamtale, mangler: ['bfu-boernesamtale'] },
      });
      expect(typer(sket(...tavst, undladt).then(f.konkluder, f.nu()))).toEqual(['BfuKonkluderet']);
    });

    test(`Barnet skal være hørt, før der konkluderes, ikke bagefter (${lov.boernesamtale})`, () => {
      const sen = { ...samtale, data: { ...samtale.data, dato: f.dag(71) } };
      const i = sket(...f.analyseret.filter((e) => e !== samtale), sen);
      expect(i.refused(f.konkluder, f.nu())).toMatchObject({
        kode: 'forkert-raekkefoelge',
        mere: { felt: 'dato', paragraf: lov.boernesamtale },
      });
      expect(typer(i.then({ ...f.konkluder, dato: f.dag(71) }, f.nu()))).toEqual(['BfuKonkluderet']);
    });

    test('Konklusionen kan ikke være ældre end analysen, den bygger på', () => {
      const i = sket(...f.analyseret);
      expect(i.refused({ ...f.konkluder, dato: f.dag(59) }, f.nu()).kode).toBe('forkert-raekkefoelge');
      expect(typer(i.then({ ...f.konkluder, dato: f.dag(60) }, f.nu()))).toEqual(['BfuKonkluderet']);
    });

    test(
      lov.regime === 'SEL'
        ? 'Der skal være taget stilling til alle seks temaer, før der konkluderes (SEL § 50)'
        : 'Loven opregner ikke temaer: der kan konkluderes uden dem, ud fra en helhedsbetragtning (BL § 22, stk. 1)',
      () => {
        const i = sket(...f.analyseret.filter((e) => e !== temaer[1] && e !== temaer[4]));
        if (lov.regime === 'SEL') {
          expect(i.refused(f.konkluder, f.nu())).toMatchObject({
            kode: 'temaer-ikke-vurderet',
            mere: { paragraf: 'SEL § 50', mangler: ['familieforhold', 'fritidsforhold-og-venskaber'] },
          });
        } else {
          expect(typer(i.then(f.konkluder, f.nu()))).toEqual(['BfuKonkluderet']);
        }
      },
    );
  });

  describe('Trin 9: gennemgang og partshøring (forvaltningsloven § 19)', () => {
    test('Gennemgang og partshøring sker efter konklusionen', () => {
      const i = sket(...f.analyseret);
      expect(i.refused({ type: 'Gennemgaa', dato: f.dag(75), referat: '.' }, f.nu()).mere.mangler).toEqual([
        'bfu-konklusion',
      ]);
      expect(sket(...f.konkluderet).refused({ ...HOER, dato: f.dag(69), svarfrist: f.dag(80) }, f.nu()).kode).toBe(
        'forkert-raekkefoelge',
      );
    });

    test('Parterne skal have tid til at svare', () => {
      expect(sket(...f.konkluderet).refused({ ...HOER, dato: f.dag(75), svarfrist: f.dag(75) }, f.nu())).toMatchObject({
        kode: 'partshoering-uden-tid',
        mere: { felt: 'svarfrist', paragraf: 'forvaltningsloven § 19' },
      });
    });

    test('Et svar kan ikke komme, før der er hørt', () => {
      const svar = { type: 'BesvarPartshoering', svar: 'Ingen bemærkninger.' } as const;
      expect(sket(...f.konkluderet).refused({ ...svar, dato: f.dag(76) }, f.nu()).kode).toBe('partshoering-ikke-sendt');
      expect(sket(...f.konkluderet, hoering).refused({ ...svar, dato: f.dag(74) }, f.nu()).kode).toBe(
        'forkert-raekkefoelge',
      );
    });
  });

  describe('Godkendelse', () => {
    test('Teamlederen, der godkender, står på afslutningen, og datoen er den, fristen måles på', () => {
      const events = sket(...f.klar).then(f.godkend, f.nu(100, ['teamleder']));
      expect(events).toMatchObject([
        { type: 'ics.BfuGodkendt', data: { godkendtDato: f.dag(90), godkendtAf: 'tl01' } },
      ]);
    });

    test('Alt, der mangler, siges på én gang, hvert med sin paragraf', () => {
      const afvist = sket(besluttet).refused(f.godkend, f.nu());
      expect(afvist.mere.mangler).toEqual([
        'bfu-aktoerer',
        'bfu-temaer',
        'bfu-boernesamtale',
        'bfu-analyse',
        'bfu-konklusion',
        'bfu-gennemgang',
        'bfu-partshoering',
      ]);
      expect(afvist.mere.paragraf).toBe(
        [
          lov.regime === 'SEL' ? 'SEL § 50' : 'BL § 22, stk. 1-2',
          lov.regime === 'SEL' ? 'SEL § 50' : 'BL § 22',
          lov.boernesamtale,
          lov.regime === 'SEL' ? 'SEL § 50' : 'BL § 22, stk. 1',
          lov.konklusion,
          'forvaltningsloven § 19',
          'forvaltningsloven § 19',
        ].join('; '),
      );
    });

    test.each([
      ['bfu-aktoerer', aktoerer],
      ['bfu-gennemgang', gennemgang],
      ['bfu-partshoering', hoering],
    ] as const)('Uden %s kan undersøgelsen ikke afsluttes', (mangel, udeladt) => {
      const i = udeladt === hoering ? uden(hoering, hoeringssvar) : uden(udeladt);
      expect(i.refused(f.godkend, f.nu()).mere.mangler).toEqual([mangel]);
    });

    test('Svarfristen i partshøringen skal være gået, eller svaret være kommet (forvaltningsloven § 19)', () => {
      const i = uden(hoeringssvar);
      expect(i.refused({ ...f.godkend, dato: f.dag(85) }, f.nu()).mere.mangler).toEqual(['bfu-partshoering-svar']);
      expect(typer(i.then({ ...f.godkend, dato: f.dag(86) }, f.nu()))).toEqual(['BfuGodkendt']);
      // With the answer on day 80 the approval need not wait for day 85.
      expect(typer(sket(...f.klar).then({ ...f.godkend, dato: f.dag(80) }, f.nu()))).toEqual(['BfuGodkendt']);
    });

    test('Godkendelsen kan ikke dateres tilbage til før det, den hviler på, så en frist ser overholdt ud', () => {
      const i = sket(...f.klar);
      // The conclusion is of day 70, the family saw it on day 75, and answered on day 80.
      for (const dag of [69, 74, 79]) {
        expect(i.refused({ ...f.godkend, dato: f.dag(dag) }, f.nu())).toMatchObject({
          kode: 'forkert-raekkefoelge',
          mere: { felt: 'dato', paragraf: lov.regime === 'SEL' ? 'SEL § 50' : 'BL § 20, stk. 3' },
        });
      }
    });

    test('De indsatser, der løber ved siden af, følger med, så første opfølgning kan rykkes frem (BL § 95, stk. 2)', () => {
      const indsatser = [{ indsatsId: UDTALELSE, ivaerksatDato: f.dag(50) }];
      const [e] = sket(...f.klar).then({ ...f.godkend, igangvaerendeIndsatser: indsatser }, f.nu());
      expect(e).toMatchObject({ data: { igangvaerendeIndsatser: indsatser } });
    });

    test('En udtalelse, ingen venter på mere, følger med, så dens svarfrist bortfalder', () => {
      const i = uden(f.haendelser.modtaget);
      expect(i.then(f.godkend, f.nu())[0]).toMatchObject({ data: { aabneUdtalelser: [UDTALELSE] } });
      expect(sket(...f.klar).then(f.godkend, f.nu())[0]?.data).not.toHaveProperty('aabneUdtalelser');
    });

    test(`En afsluttet undersøgelse kan ikke ændres (${lov.undersoegelse})`, () => {
      const i = sket(...f.klar, f.haendelser.godkendt);
      expect(i.refused({ type: 'AfholdForaeldresamtale', dato: f.dag(95), referat: '.' }, f.nu())).toMatchObject({
        kode: 'bfu-afsluttet',
        mere: { status: 409 },
      });
      expect(i.refused(f.godkend, f.nu()).kode).toBe('bfu-afsluttet');
    });
  });

  describe('Foreløbig vurdering og afbrydelse', () => {
    const foreloebig = {
      type: 'VurderForeloebigt',
      aarsag: 'Ventetid på psykolog.',
      vurdering: 'Behov for støtte.',
    } as const;
    const afbryd = {
      type: 'AfbrydBfu',
      regime: lov.regime,
      aarsag: 'flytning',
      begrundelse: 'Flyttet til Aalborg.',
    } as const;

    test(`Kan de 4 måneder undtagelsesvis ikke holdes, laves en foreløbig vurdering, og undersøgelsen fortsætter (${lov.regime === 'SEL' ? 'SEL § 50' : 'BL § 20, stk. 3, 2. pkt.'})`, () => {
      const [e] = sket(...f.indhentet).then({ ...foreloebig, dato: f.dag(120) }, f.nu(120));
      if (e === undefined) throw new Error('no assessment');
      expect(e).toMatchObject({ type: 'ics.ForeloebigVurderingForetaget', data: { aarsag: 'Ventetid på psykolog.' } });
      expect(sket(...f.indhentet, e).state).toMatchObject({ fase: 'i-gang', foreloebigVurdering: true });
    });

    test('En undersøgelse kan hverken vurderes foreløbigt eller afbrydes, før den var besluttet', () => {
      expect(sket(besluttet).refused({ ...foreloebig, dato: f.dag(10) }, f.nu()).kode).toBe('forkert-raekkefoelge');
      expect(sket(besluttet).refused({ ...afbryd, dato: f.dag(10) }, f.nu()).kode).toBe('forkert-raekkefoelge');
    });

    test('Afbrydes undersøgelsen, står årsagen, og ingen venter på udtalelser mere', () => {
      const i = sket(besluttet, f.haendelser.anmodet);
      const [e] = i.then({ ...afbryd, dato: f.dag(50) }, f.nu());
      if (e === undefined) throw new Error('not stopped');
      expect(e).toMatchObject({ data: { aarsag: 'flytning', aabneUdtalelser: [UDTALELSE] } });
      expect(sket(besluttet, e).state).toMatchObject({ fase: 'afbrudt' });
      expect(sket(besluttet, e).refused({ ...afbryd, dato: f.dag(51) }, f.nu()).kode).toBe('bfu-afsluttet');
    });
  });

  test('Hvor undersøgelsen står, følger af det, der er sket', () => {
    const { anmodet, foraeldre, godkendt } = f.haendelser;
    const i = (...events: readonly UndersoegelseEvent[]): string => {
      const { state } = sket(...events);
      return state.fase === 'findes-ikke' ? 'findes-ikke' : trin(state);
    };
    expect([
      i(besluttet),
      i(besluttet, aktoerer),
      i(besluttet, aktoerer, anmodet),
      i(besluttet, aktoerer, anmodet, foraeldre),
      i(...f.analyseret),
      i(...f.konkluderet),
      i(...f.konkluderet, hoering),
      i(...f.klar, godkendt),
    ]).toEqual([
      'besluttet',
      'planlagt',
      'oplysninger-indhentes',
      'samtaler',
      'analyse',
      'konklusion-udkast',
      'partshoering',
      'afsluttet',
    ]);
  });

  test('Vejledningen siger, at der ikke må godkendes, mens der ventes på parterne, og ellers hvem der skal', () => {
    const venter = undersoegelsesskridt(uden(hoeringssvar).state, f.dag(85));
    expect(venter.map(({ kode, art }) => [kode, art])).toEqual([
      ['bfu-partshoering-svar', 'maa-ikke'],
      ['bfu-foreloebig-vurdering', 'kan'],
    ]);
    const klar = undersoegelsesskridt(sket(...f.klar).state, f.dag(86));
    expect(klar).toMatchObject([
      { kode: 'bfu-godkendelse', art: 'skal', hjemmel: lov.regime === 'SEL' ? 'SEL § 50' : 'BL § 20, stk. 3' },
    ]);
    expect(undersoegelsesskridt(sket(...f.klar, f.haendelser.godkendt).state, f.dag(91))).toEqual([]);
  });

  test(`Vejledningen siger først »konkludér«, når de krævede temaer er vurderet (${lov.undersoegelse})`, () => {
    const foer = sket(...f.klar.slice(0, f.klar.indexOf(konklusion)).filter((e) => e !== temaer[0]));
    const kravet = lov.kraevedeTemaer.length > 0;
    const koder = undersoegelsesskridt(foer.state, f.dag(70), lov.kraevedeTemaer).map(({ kode }) => kode);
    expect([koder.includes('bfu-temaer'), koder.includes('bfu-konklusion')]).toEqual([kravet, !kravet]);
    if (kravet) expect(foer.refused(f.konkluder, f.nu()).kode).toBe('temaer-ikke-vurderet');
    else expect(typer(foer.then(f.konkluder, f.nu()))).toEqual(['BfuKonkluderet']);
  });

  test('Konklusionen gælder ikke mere, når der er konkluderet på ny', () => {
    const ny = { ...konklusion, data: { ...konklusion.data, dato: f.dag(88) } };
    expect(sket(...f.klar, ny).state).toMatchObject({ konkluderet: f.dag(88), gennemgaaet: null, partshoering: null });
  });
});
