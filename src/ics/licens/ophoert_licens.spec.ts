import { indlaesLovpakke } from '../../faelles/lov/lovpakke.js';
import { efterDomaene, temagrundlag } from '../undersoegelse/domaeneoversigt.js';
import {
  analyse,
  BEGGE_LOVE,
  beslutBfu,
  efter,
  FUND,
  nu,
  TEMAER,
  temaer,
} from '../undersoegelse/testing/proeveforloeb.js';

/** A licence that is ended, also from a day before dimensions were used: what is written stands, and goes on without it. */
const lov = indlaesLovpakke();
const SKOLE = 'nyere.dagtilbud-skoleforhold-og-laering';
const NAVN = 'Dagtilbud, skoleforhold og læring';
const NYT_FUND = '00000000-0000-7000-8000-00000000001f';
const medLicens = { ...TEMAER, [SKOLE]: { navn: NAVN, daekker: 'skoleforhold' } };
const udenLicens = { [SKOLE]: 'skoleforhold' };
const afvisning = {
  kode: 'dimension-uden-licens',
  mere: { paragraf: 'licensaftalen om ICS', mangler: ['skoleforhold'] },
};

describe.each(BEGGE_LOVE)('Når ICS-licensen er ophørt, bruges de neutrale temaer (%s)', (regime) => {
  const stilling = (tema: string) => [{ tema, relevant: true, begrundelse: 'Fraværet.' }];
  const vurderet = { ...temaer(regime), gyldigeTemaer: medLicens, temaer: stilling(SKOLE) };
  // A dimension was judged and found under while the licence was believed to be valid.
  const foer = [beslutBfu(regime), vurderet, analyse(regime, { tema: SKOLE })];
  const bagefter = efter(regime, ...foer);
  const nytFund = (tema: string, mere: object = {}) => ({
    ...analyse(regime, { fundId: NYT_FUND, tema, ...mere }),
    udenLicens,
  });

  test.each([
    ['et neutralt tema', 'familieforhold', undefined],
    ['dimensionen', SKOLE, afvisning],
  ] as const)('Der tages stilling til %s (licensaftalen om ICS)', (_hvad, tema, nej) => {
    const kommando = { ...temaer(regime), udenLicens, temaer: stilling(tema) };
    if (nej === undefined) {
      expect(bagefter.then(kommando, nu(regime))).toMatchObject([{ type: 'ics.TemaVurderet', data: { tema } }]);
    } else {
      expect(bagefter.refused(kommando, nu(regime))).toMatchObject(nej);
    }
  });

  test.each([
    ['et nyt fund under det neutrale tema, som dimensionen tæller som', nytFund('skoleforhold'), undefined],
    ['et nyt fund under dimensionen', nytFund(SKOLE), afvisning],
    ['fundet fra før, skrevet om under dimensionen', nytFund(SKOLE, { fundId: FUND }), afvisning],
    ['fundet fra før, flyttet til det neutrale tema', nytFund('skoleforhold', { fundId: FUND }), undefined],
    // The day of use counts: this one was found while there was a licence.
    ['et fund fra en dag med licens', { ...nytFund(SKOLE), udenLicens: {} }, undefined],
  ] as const)('Analysen har %s (licensaftalen om ICS)', (_hvad, kommando, nej) => {
    if (nej === undefined) {
      expect(bagefter.then(kommando, nu(regime)).map(({ type }) => type)).toEqual([
        'ics.FundNoteret',
        'ics.AnalyseUdarbejdet',
      ]);
    } else {
      const afvist = bagefter.refused(kommando, nu(regime));
      expect(afvist).toMatchObject(nej);
      expect(afvist.mere.felt).toBe('fund');
      expect(afvist.forklaring).toContain("'skoleforhold'");
    }
  });

  test('Analysen kan skrives om, og det, der er fundet under dimensionen, bliver stående', () => {
    const kommando = { ...analyse(regime), fund: [], udenLicens };
    expect(bagefter.then(kommando, nu(regime)).map(({ type }) => type)).toEqual(['ics.AnalyseUdarbejdet']);
    expect(bagefter.state).toMatchObject({ fund: { [FUND]: { tema: SKOLE } }, temaer: { [SKOLE]: true } });
  });
});

describe.each(['2019-06-01', '2024-06-01'])('Det, der er skrevet, læses, som det blev skrevet (%s)', (dato) => {
  const vurdering = { tema: SKOLE, navn: NAVN, relevant: true, begrundelse: 'Fraværet.', daekker: 'skoleforhold' };
  const set = (generation: 'aeldre' | 'nyere' | null, vurderede: readonly string[]) =>
    efterDomaene([vurdering], [], temagrundlag(lov, dato, generation, vurderede)).map((d) => [
      ...[d.domaene, d.navn],
      d.temaer.map(({ navn }) => navn),
    ]);
  const somDetBlevSkrevet = [
    ['barnet', 'Barnets udvikling', [NAVN]],
    ['omsorg', 'Forældrekompetencer', []],
    ['omgivelser', 'Familie og netværk', []],
  ];

  test.each([
    ['med licens', 'nyere'],
    ['efter at licensen er ophørt bagud', null],
    ['efter at licensen er rettet til den anden generation', 'aeldre'],
  ] as const)('En vurderet dimension står i sit domæne %s', (_hvad, generation) => {
    expect(set(generation, ['aeldre.identitet', SKOLE])).toEqual(somDetBlevSkrevet);
  });

  test('Uden licens og uden vurderede dimensioner bruges husets egne navne', () => {
    expect([...temagrundlag(lov, dato, null, ['skoleforhold']).domaenenavne.values()]).toEqual([
      'Barnet eller den unge',
      'Omsorgen i hjemmet',
      'Omgivelserne',
    ]);
  });
});
