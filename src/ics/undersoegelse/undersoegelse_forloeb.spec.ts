import { proevVagter, type Vagt } from '../../platform/testing/vagter.js';
import { type Regime, type UndersoegelseKommando } from './kommandoer.js';
import {
  analyse,
  BEGGE_LOVE,
  beslutBfu,
  BFU,
  boernesamtale,
  dag,
  efter,
  FUND,
  godkendelse,
  gennemgang,
  konklusion,
  nu,
  partshoering,
  temaer,
  TEMAER,
  tilGodkendelse,
} from './testing/proeveforloeb.js';
import { undersoegelseDecider } from './undersoegelse.js';

const P50 = { SEL: 'SEL § 50', BL: 'BL § 20' };
const FVL = { SEL: 'forvaltningsloven § 19', BL: 'forvaltningsloven § 19' };
const bfu = (r: Regime) => [beslutBfu(r)];
const foreloebig = (r: Regime, dato: string): UndersoegelseKommando => ({
  type: 'VurderForeloebigt',
  ...{ dato: dag(r, dato), aarsag: 'Psykologen.', vurdering: 'Intet akut.' },
});
const konkluderet = (r: Regime) => [beslutBfu(r), temaer(r), boernesamtale(r), analyse(r), konklusion(r)];
const udtalelseId = '00000000-0000-7000-8000-000000000011';
const anmod = (r: Regime, svarfrist = '03-01'): UndersoegelseKommando => ({
  type: 'AnmodUdtalelse',
  udtalelseId,
  aktoer: 'Skolen',
  anmodet: dag(r, '02-10'),
  svarfrist: dag(r, svarfrist),
  emne: 'Fravær.',
});

const VAGTER: readonly Vagt<UndersoegelseKommando>[] = [
  {
    regel: 'Der er højst én undersøgelse i gang i en sag',
    foer: () => [],
    ulovlig: (r) => beslutBfu(r, { igangvaerende: [FUND] }),
    kode: 'bfu-i-gang',
    paragraf: P50,
    status: 409,
    lovlig: (r) => [beslutBfu(r)],
    haendelse: 'ics.BfuBesluttet',
  },
  {
    regel: 'Kommunen er opmærksom på behovet, før den træffer afgørelse: fristen løber fra opmærksomheden',
    foer: () => [],
    ulovlig: (r) => beslutBfu(r, { opmaerksomDato: dag(r, '02-05') }),
    kode: 'opmaerksom-efter-afgoerelse',
    paragraf: { SEL: 'SEL § 50', BL: 'BL § 20, stk. 3' },
    lovlig: (r) => [beslutBfu(r, { opmaerksomDato: dag(r, '02-04') })],
    haendelse: 'ics.BfuBesluttet',
  },
  {
    regel: 'En afgørelse ligger ikke i fremtiden',
    foer: () => [],
    ulovlig: (r) => beslutBfu(r, { afgoerelseDato: dag(r, '06-01') }),
    kode: 'dato-i-fremtiden',
    lovlig: (r) => [beslutBfu(r, { afgoerelseDato: dag(r, '05-31') })],
    haendelse: 'ics.BfuBesluttet',
  },
  {
    regel: 'En undersøgelse handler om et barn under 18 år',
    foer: () => [],
    ulovlig: (r) => beslutBfu(r, { barn: { ufoedt: false, alder: 18 } }),
    kode: 'fyldt-18',
    paragraf: { SEL: 'SEL §§ 50 og 76', BL: 'BL §§ 20 og 111' },
    lovlig: (r) => [beslutBfu(r, { barn: { ufoedt: false, alder: 17 } })],
    haendelse: 'ics.BfuBesluttet',
  },
  {
    regel: 'Kun en afsluttet undersøgelse revideres',
    foer: () => [],
    ulovlig: (r) => beslutBfu(r, { reviderer: { bfuId: FUND, barnId: beslutBfu(r).barnId, afsluttet: false } }),
    kode: 'bfu-ikke-afsluttet',
    paragraf: P50,
    mangler: ['bfu-godkendelse'],
    lovlig: (r) => [beslutBfu(r, { reviderer: { bfuId: FUND, barnId: beslutBfu(r).barnId, afsluttet: true } })],
    haendelse: 'ics.BfuBesluttet',
  },
  {
    regel: 'En revision handler om det samme barn',
    foer: () => [],
    ulovlig: (r) => beslutBfu(r, { reviderer: { bfuId: FUND, barnId: FUND, afsluttet: true } }),
    kode: 'andet-barn',
    paragraf: P50,
    lovlig: (r) => [beslutBfu(r, { reviderer: { bfuId: FUND, barnId: beslutBfu(r).barnId, afsluttet: true } })],
    haendelse: 'ics.BfuBesluttet',
  },
  {
    regel: 'Det, undersøgelsen bygger på, er ikke ældre end opmærksomheden',
    foer: bfu,
    ulovlig: (r) => ({ type: 'AfdaekAktoerer', dato: dag(r, '01-31'), aktoerer: ['Skolen'] }),
    kode: 'forkert-raekkefoelge',
    lovlig: (r) => [{ type: 'AfdaekAktoerer', dato: dag(r, '02-01'), aktoerer: ['Skolen'] }],
    haendelse: 'ics.AktoererAfdaekket',
  },
  {
    regel: 'Kun temaer, der gælder på afgørelsesdagen, vurderes',
    foer: bfu,
    ulovlig: (r) => ({
      type: 'VurderTemaer',
      dato: dag(r, '02-10'),
      gyldigeTemaer: TEMAER,
      temaer: [{ tema: 'vejret', relevant: true, begrundelse: 'Nej.' }],
    }),
    kode: 'ukendt-tema',
    paragraf: { SEL: 'SEL § 50', BL: 'BL § 22' },
    lovlig: (r) => [temaer(r)],
    haendelse: 'ics.TemaVurderet',
  },
  {
    regel: 'Svarfristen for en udtalelse ligger ikke før anmodningen',
    foer: bfu,
    ulovlig: (r) => anmod(r, '02-09'),
    kode: 'svarfrist-foer-anmodning',
    lovlig: (r) => [anmod(r, '02-10')],
    haendelse: 'ics.UdtalelseAnmodet',
  },
  {
    regel: 'En udtalelse, der ikke er anmodet, kan ikke modtages',
    foer: bfu,
    ulovlig: (r) => ({ type: 'ModtagUdtalelse', udtalelseId, modtaget: dag(r, '02-20'), indhold: 'Fravær 18 %.' }),
    kode: 'udtalelse-findes-ikke',
    lovlig: (r) => [
      anmod(r),
      { type: 'ModtagUdtalelse', udtalelseId, modtaget: dag(r, '02-20'), indhold: 'Fravær 18 %.' },
    ],
    haendelse: 'ics.UdtalelseModtaget',
  },
  {
    regel: 'Der rykkes ikke, før der er bedt om udtalelsen',
    foer: (r) => [beslutBfu(r), anmod(r)],
    ulovlig: (r) => ({ type: 'RykUdtalelse', udtalelseId, rykket: dag(r, '02-09'), svarfrist: dag(r, '03-10') }),
    kode: 'forkert-raekkefoelge',
    lovlig: (r) => [{ type: 'RykUdtalelse', udtalelseId, rykket: dag(r, '03-02'), svarfrist: dag(r, '03-10') }],
    haendelse: 'ics.UdtalelseRykket',
  },
  {
    regel: 'Et fund hører til et tema, der er vurderet relevant',
    foer: (r) => [beslutBfu(r), temaer(r)],
    ulovlig: (r) => analyse(r, { tema: 'familieforhold' }),
    kode: 'fund-uden-relevant-tema',
    paragraf: { SEL: 'SEL § 50', BL: 'BL § 22' },
    lovlig: (r) => [analyse(r)],
    haendelse: 'ics.AnalyseUdarbejdet',
  },
  {
    regel: 'Kun en udfordring kan handle om behovet for undervisning',
    foer: (r) => [beslutBfu(r), temaer(r)],
    ulovlig: (r) => analyse(r, { art: 'ressource', undervisning: true }),
    kode: 'undervisning-uden-udfordring',
    paragraf: { SEL: 'SEL § 50', BL: 'BL § 22, stk. 4' },
    lovlig: (r) => [analyse(r, { undervisning: true })],
    haendelse: 'ics.AnalyseUdarbejdet',
  },
  {
    regel: 'Før konklusionen er der taget stilling til de temaer, loven kræver',
    foer: (r) => [beslutBfu(r), boernesamtale(r)],
    ulovlig: (r) => konklusion(r),
    kode: 'temaer-ikke-vurderet',
    paragraf: { SEL: 'SEL § 50', BL: 'BL § 22' },
    mangler: ['skoleforhold', 'familieforhold'],
    lovlig: (r) => [temaer(r), analyse(r), konklusion(r)],
    haendelse: 'ics.BfuKonkluderet',
  },
  {
    regel: 'Der konkluderes på en analyse',
    foer: (r) => [beslutBfu(r), temaer(r), boernesamtale(r)],
    ulovlig: (r) => konklusion(r),
    kode: 'analyse-mangler',
    paragraf: { SEL: 'SEL § 50', BL: 'BL § 22, stk. 1' },
    mangler: ['bfu-analyse'],
    lovlig: (r) => [analyse(r), konklusion(r)],
    haendelse: 'ics.BfuKonkluderet',
  },
  {
    regel: 'Barnet er hørt, eller undladelsen er begrundet, før der konkluderes',
    foer: (r) => [beslutBfu(r), temaer(r), analyse(r)],
    ulovlig: (r) => konklusion(r),
    kode: 'boernesamtale-mangler',
    paragraf: { SEL: 'SEL § 48', BL: 'BL § 5, stk. 3-4' },
    mangler: ['bfu-boernesamtale'],
    lovlig: (r) => [
      { type: 'UndladBoernesamtale', dato: dag(r, '02-20'), begrundelse: 'Tre måneder.', barnetsHoldning: 'Ukendt.' },
      konklusion(r),
    ],
    haendelse: 'ics.BfuKonkluderet',
  },
  {
    regel: 'Konklusionen gengiver barnets holdning',
    foer: (r) => [beslutBfu(r), temaer(r), boernesamtale(r), analyse(r)],
    ulovlig: (r) => {
      const { barnetsHoldning: _holdning, ...uden } = konklusion(r);
      return uden;
    },
    kode: 'barnets-holdning-mangler',
    paragraf: { SEL: 'SEL § 50', BL: 'BL § 22, stk. 6' },
    lovlig: (r) => [konklusion(r)],
    haendelse: 'ics.BfuKonkluderet',
  },
  {
    regel: 'Konklusionen siger, hvilken støtte der er behov for',
    foer: (r) => [beslutBfu(r), temaer(r), boernesamtale(r), analyse(r)],
    ulovlig: (r) => konklusion(r, { indsatskoder: [] }),
    kode: 'stillingtagen-uklar',
    paragraf: { SEL: 'SEL § 50', BL: 'BL § 22, stk. 6' },
    lovlig: (r) => [konklusion(r, { stoetteNoedvendig: false, indsatskoder: [] })],
    haendelse: 'ics.BfuKonkluderet',
  },
  {
    regel: 'Den støtte, der peges på, findes i kataloget',
    foer: (r) => [beslutBfu(r), temaer(r), boernesamtale(r), analyse(r)],
    ulovlig: (r) => konklusion(r, { indsatskoder: ['trylleri'] }),
    kode: 'ukendt-indsats',
    paragraf: { SEL: 'SEL § 50', BL: 'BL § 22, stk. 6' },
    lovlig: (r) => [konklusion(r, { indsatskoder: ['familiebehandling'] })],
    haendelse: 'ics.BfuKonkluderet',
  },
  {
    regel: 'Der konkluderes ikke på en ung, der er fyldt 18 år',
    foer: (r) => [beslutBfu(r), temaer(r), boernesamtale(r), analyse(r)],
    ulovlig: (r) => konklusion(r, { barn: { ufoedt: false, alder: 18 } }),
    kode: 'fyldt-18',
    paragraf: { SEL: 'SEL §§ 50 og 76', BL: 'BL §§ 20 og 111' },
    lovlig: (r) => [konklusion(r, { barn: { ufoedt: false, alder: 17 } })],
    haendelse: 'ics.BfuKonkluderet',
  },
  {
    regel: 'Undersøgelsen er konkluderet, før den gennemgås med familien',
    foer: (r) => [beslutBfu(r), temaer(r), boernesamtale(r), analyse(r)],
    ulovlig: (r) => gennemgang(r),
    kode: 'konklusion-mangler',
    paragraf: { SEL: 'SEL § 50', BL: 'BL § 22, stk. 6' },
    mangler: ['bfu-konklusion'],
    lovlig: (r) => [konklusion(r), gennemgang(r)],
    haendelse: 'ics.BfuGennemgaaet',
  },
  {
    regel: 'Parterne får tid til at svare',
    foer: konkluderet,
    ulovlig: (r) => ({ ...partshoering(r), svarfrist: dag(r, '03-25') }),
    kode: 'partshoering-uden-tid',
    paragraf: FVL,
    lovlig: (r) => [partshoering(r)],
    haendelse: 'ics.PartshoeringSendt',
  },
  {
    regel: 'Der svares på en partshøring, der er sendt',
    foer: konkluderet,
    ulovlig: (r) => ({ type: 'BesvarPartshoering', dato: dag(r, '04-01'), svar: 'Ingen.' }),
    kode: 'partshoering-ikke-sendt',
    paragraf: FVL,
    lovlig: (r) => [partshoering(r), { type: 'BesvarPartshoering', dato: dag(r, '04-01'), svar: 'Ingen.' }],
    haendelse: 'ics.PartshoeringBesvaret',
  },
  {
    regel: 'Undersøgelsen godkendes ikke, før svarfristen er gået eller parterne har svaret',
    foer: (r) => [beslutBfu(r), ...tilGodkendelse(r)],
    ulovlig: (r) => godkendelse(r, '04-05'),
    kode: 'bfu-kan-ikke-godkendes',
    paragraf: FVL,
    mangler: ['bfu-partshoering-svar'],
    lovlig: (r) => [godkendelse(r, '04-06')],
    haendelse: 'ics.BfuGodkendt',
  },
  {
    regel:
      'En undersøgelse uden fagfolk med viden om barnet godkendes, når det er begrundet (SEL § 50, BL § 22, stk. 1-2)',
    foer: (r) => [beslutBfu(r), ...tilGodkendelse(r).filter(({ type }) => type !== 'AfdaekAktoerer')],
    ulovlig: (r) => godkendelse(r),
    kode: 'bfu-kan-ikke-godkendes',
    paragraf: { SEL: 'SEL § 50', BL: 'BL § 22, stk. 1-2' },
    mangler: ['bfu-aktoerer'],
    lovlig: (r) => [
      { type: 'UndladAktoerer', dato: dag(r, '03-01'), begrundelse: 'Barnet er lige kommet til landet.' },
      godkendelse(r),
    ],
    haendelse: 'ics.BfuGodkendt',
  },
  {
    regel: 'At ingen fagfolk inddrages, er ikke ældre end opmærksomheden',
    foer: bfu,
    ulovlig: (r) => ({ type: 'UndladAktoerer', dato: dag(r, '01-31'), begrundelse: 'Ingen kender barnet.' }),
    kode: 'forkert-raekkefoelge',
    lovlig: (r) => [{ type: 'UndladAktoerer', dato: dag(r, '02-01'), begrundelse: 'Ingen kender barnet.' }],
    haendelse: 'ics.AktoererUndladt',
  },
  {
    regel: 'Et tema med fund vurderes ikke irrelevant; fundene flyttes først',
    foer: (r) => [beslutBfu(r), temaer(r), analyse(r)],
    ulovlig: (r) => ({
      ...temaer(r),
      temaer: [{ tema: 'skoleforhold', relevant: false, begrundelse: 'Alligevel ikke.' }],
    }),
    kode: 'tema-har-fund',
    paragraf: { SEL: 'SEL § 50', BL: 'BL § 22' },
    status: 409,
    lovlig: (r) => [
      { ...temaer(r), temaer: [{ tema: 'familieforhold', relevant: true, begrundelse: 'Uro.' }] },
      analyse(r, { tema: 'familieforhold' }),
      { ...temaer(r), temaer: [{ tema: 'skoleforhold', relevant: false, begrundelse: 'Alligevel ikke.' }] },
    ],
    haendelse: 'ics.TemaVurderet',
  },
  {
    regel: 'Intet godkendes uden aktører, temaer, samtale, analyse, konklusion, gennemgang og partshøring',
    foer: bfu,
    ulovlig: (r) => godkendelse(r),
    kode: 'bfu-kan-ikke-godkendes',
    paragraf: {
      SEL: 'SEL § 50; SEL § 50; SEL § 48; SEL § 50; SEL § 50; forvaltningsloven § 19; forvaltningsloven § 19',
      BL: 'BL § 22, stk. 1-2; BL § 22; BL § 5, stk. 3-4; BL § 22, stk. 1; BL § 22, stk. 6; forvaltningsloven § 19; forvaltningsloven § 19',
    },
    mangler: [
      ...['bfu-aktoerer', 'bfu-temaer', 'bfu-boernesamtale', 'bfu-analyse'],
      ...['bfu-konklusion', 'bfu-gennemgang', 'bfu-partshoering'],
    ],
    lovlig: (r) => [...tilGodkendelse(r), godkendelse(r)],
    haendelse: 'ics.BfuGodkendt',
  },
  {
    regel: 'En foreløbig vurdering laves i en undersøgelse, der er besluttet',
    foer: bfu,
    ulovlig: (r) => foreloebig(r, '02-03'),
    kode: 'forkert-raekkefoelge',
    lovlig: (r) => [foreloebig(r, '05-30')],
    haendelse: 'ics.ForeloebigVurderingForetaget',
  },
  {
    regel: 'En foreløbig vurdering hører til fristdagen og laves ikke fra starten',
    kun: 'BL',
    // Aware 1 February 2024: the four months end on 1 June, and two weeks before is 18 May.
    foer: (r) => [beslutBfu(r, { frist: dag(r, '06-01') })],
    ulovlig: (r) => foreloebig(r, '05-17'),
    kode: 'forkert-raekkefoelge',
    paragraf: { BL: 'BL § 20, stk. 3, 2. pkt.' },
    lovlig: (r) => [foreloebig(r, '05-18')],
    haendelse: 'ics.ForeloebigVurderingForetaget',
  },
];

proevVagter('Børnefaglig undersøgelse: vagter', undersoegelseDecider, nu, VAGTER);

describe.each(BEGGE_LOVE)('Børnefaglig undersøgelse (%s)', (regime) => {
  test('En afsluttet undersøgelse ændres ikke; nye forhold er en ny undersøgelse', () => {
    const slut = efter(regime, beslutBfu(regime), ...tilGodkendelse(regime), godkendelse(regime));
    for (const kommando of [...tilGodkendelse(regime), godkendelse(regime)]) {
      expect(slut.refused(kommando, nu(regime))).toMatchObject({
        kode: 'bfu-afsluttet',
        mere: { status: 409, paragraf: P50[regime] },
      });
    }
  });

  test('En ny analyse kræver en ny konklusion, og familien skal høres igen', () => {
    const igen = efter(regime, beslutBfu(regime), ...tilGodkendelse(regime), analyse(regime));
    expect(igen.refused(godkendelse(regime), nu(regime)).mere.mangler).toEqual([
      'bfu-konklusion',
      'bfu-gennemgang',
      'bfu-partshoering',
    ]);
  });

  test('En udtalelse modtages kun én gang', () => {
    const modtag = { type: 'ModtagUdtalelse', udtalelseId, modtaget: dag(regime, '02-20'), indhold: 'Alt.' } as const;
    expect(efter(regime, beslutBfu(regime), anmod(regime), modtag).refused(modtag, nu(regime))).toMatchObject({
      kode: 'udtalelse-modtaget',
      mere: { status: 409 },
    });
  });

  test('Godkendelsen nævner de indsatser, der er i gang, så deres første opfølgning kan rykkes frem', () => {
    const [sket] = efter(regime, beslutBfu(regime), ...tilGodkendelse(regime)).then(
      { ...godkendelse(regime), igangvaerendeIndsatser: [{ indsatsId: BFU, ivaerksatDato: dag(regime, '03-01') }] },
      nu(regime),
    );
    expect(sket?.data).toMatchObject({
      godkendtAf: 'sb01',
      igangvaerendeIndsatser: [{ indsatsId: BFU, ivaerksatDato: dag(regime, '03-01') }],
    });
  });
});
