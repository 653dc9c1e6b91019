import { frist, frister, type Haendelse, modtaget, NOEGLE } from './testing/raekker.js';

describe('Kommunens serviceniveauer og valg', () => {
  const niveau = (regel: string, gaelderFra: string, maengde: number, enhed: string): Haendelse => [
    'sagsstyring.ServiceniveauFastsat',
    { regel, gaelderFra, maengde, enhed, beslutning: 'Udvalget' },
  ];
  const ophoert = (regel: string, gaelderFra: string): Haendelse => [
    'sagsstyring.ServiceniveauOphoert',
    { regel, gaelderFra, beslutning: 'Udvalget' },
  ];
  const manFre = (gaelderFra: string): Haendelse => [
    'sagsstyring.LovparametreValgt',
    {
      gaelderFra,
      hverdag: 'man-fre',
      ikkeHverdage: [],
      ikkeArbejdsdage: ['12-24', '12-31', '06-05'],
      lukkedage: ['12-24', '12-31', '06-05'],
      beslutning: 'Udvalget',
    },
  ];
  const besluttet = (opmaerksomDato: string, hastighed = 'hurtig'): Haendelse => [
    'ics.BfuBesluttet',
    { bfuId: NOEGLE, opmaerksomDato, afgoerelseDato: opmaerksomDato, hastighed },
  ];

  it('et lokalt hurtigspor åbner en frist fra den dag, det gælder, ved siden af lovens (BL § 20, stk. 3)', () => {
    // 6 weeks after Monday 2 November 2026: Monday 14 December.
    const spor = niveau('bfu-lokal-6-uger', '2026-11-01', 6, 'UGE');
    expect(frist(frister(spor, besluttet('2026-11-02')), 'bfu-lokal-6-uger')).toMatchObject([
      { forfald_tekst: '2026-12-14', forklaring: expect.stringContaining('Kommunens serviceniveau') },
    ]);
    expect(frist(frister(spor, besluttet('2026-11-02')), 'bfu-afslutning')).toMatchObject([
      { forfald_tekst: '2027-03-02' },
    ]);
    expect(frist(frister(spor, besluttet('2026-10-31')), 'bfu-lokal-6-uger')).toEqual([]);
    expect(frist(frister(besluttet('2026-11-02'), spor), 'bfu-lokal-6-uger')).toEqual([]);
    // Who is not on the quick track has the law's four months only.
    expect(frist(frister(spor, besluttet('2026-11-02', 'almindelig')), 'bfu-lokal-6-uger')).toEqual([]);
  });

  it('planen har kommunens seks uger, når den mangler ved afgørelsen; en, der gælder, har ingen (SEL § 140 / BL § 91)', () => {
    const plan = niveau('handleplan-lokal-6-uger', '2019-01-01', 6, 'UGE');
    const bevilget = (afgoerelseDato: string, planUndtaget: boolean, planBesluttet: boolean): Haendelse => [
      'oekonomi.IndsatsBevilget',
      { indsatsId: NOEGLE, afgoerelseDato, planUndtaget, planBesluttet },
    ];
    const paa = (haendelse: Haendelse) =>
      frist(frister(plan, haendelse), 'handleplan-lokal-6-uger').map((f) => f['forfald_tekst']);
    // 6 weeks after 5 March 2019 and 5 March 2026: 16 April.
    expect(paa(bevilget('2019-03-05', true, false))).toEqual(['2019-04-16']);
    expect(paa(bevilget('2019-03-05', false, false))).toEqual([]);
    expect(paa(bevilget('2026-03-05', false, true))).toEqual(['2026-04-16']);
    // Barnets lov: it is decided, with a reason, that no plan is made.
    expect(paa(bevilget('2026-03-05', true, false))).toEqual([]);
  });

  it('ved en anbringelse er planen pligt, og kommunens tal for planer gælder også dér (BL § 91, stk. 2)', () => {
    const plan = niveau('handleplan-lokal-6-uger', '2024-01-01', 6, 'UGE');
    const anbragt = (planUndtaget: boolean): Haendelse => [
      'oekonomi.AnbringelseBesluttet',
      { anbringelseId: NOEGLE, afgoerelseDato: '2026-03-05', grundlag: 'samtykke', planUndtaget, ungeplan: false },
    ];
    expect(frist(frister(plan, anbragt(true)), 'handleplan-lokal-anbringelse')).toMatchObject([
      { forfald_tekst: '2026-04-16' },
    ]);
    expect(frist(frister(plan, anbragt(false)), 'handleplan-lokal-anbringelse')).toEqual([]);
    expect(frist(frister(anbragt(true)), 'handleplan-lokal-anbringelse')).toEqual([]);
  });

  it('alle sager screenes, også ansøgninger: kommunens tal for screening gælder begge (BL § 18, stk. 1-2)', () => {
    const raekker = frister(
      niveau('screening', '2026-01-01', 14, 'KALENDERDAG'),
      ['sagsstyring.AnsoegningModtaget', { ansoegningId: NOEGLE, modtaget: '2026-11-02', svarSenest: '2026-12-28' }],
      ['sagsstyring.AnsoegningScreenet', { ansoegningId: NOEGLE, dato: '2026-11-10' }],
    );
    expect(frist(raekker, 'screening-ansoegning')).toMatchObject([
      { forfald_tekst: '2026-11-16', opfyldt_position: 3 },
    ]);
  });

  it('et nyt niveau gælder fra sin dag, og et ophørt åbner ikke flere frister', () => {
    const alle = [
      niveau('bfu-lokal-6-uger', '2026-01-01', 6, 'UGE'),
      niveau('bfu-lokal-6-uger', '2026-07-01', 4, 'UGE'),
      ophoert('bfu-lokal-6-uger', '2027-01-01'),
    ];
    const paa = (dag: string) =>
      frist(frister(...alle, besluttet(dag)), 'bfu-lokal-6-uger').map((f) => f['forfald_tekst']);
    expect([paa('2026-06-30'), paa('2026-07-01'), paa('2027-01-01')]).toEqual([['2026-08-11'], ['2026-07-29'], []]);
  });

  it('en pligt uden tal får en frist, når kommunen har sat en (BL § 136)', () => {
    const raekker = frister(
      niveau('underretning-systematisk-vurdering', '2026-01-01', 14, 'KALENDERDAG'),
      modtaget('2026-11-23T10:00:00+01:00'),
    );
    expect(frist(raekker, 'underretning-systematisk-vurdering')).toMatchObject([{ forfald_tekst: '2026-12-07' }]);
  });

  it('et niveau for en regel, der er lov, ændrer ingenting', () => {
    expect(
      frist(frister(niveau('bfu-afslutning', '2026-01-01', 8, 'MAANED'), besluttet('2026-11-02')), 'bfu-afslutning'),
    ).toMatchObject([{ forfald_tekst: '2027-03-02' }]);
  });

  it('lørdag tæller, til kommunen vælger mandag-fredag; valget gælder fra sin dag', () => {
    // Monday 23 November 2026: 30 November with Saturday, 1 December without.
    const paa = (...foer: Haendelse[]) =>
      frist(frister(...foer, modtaget('2026-11-23T10:00:00+01:00')), 'underretning-kvittering').map(
        (f) => f['forfald_tekst'],
      );
    expect([paa(), paa(manFre('2026-11-23')), paa(manFre('2026-11-24'))]).toEqual([
      ['2026-11-30'],
      ['2026-12-01'],
      ['2026-11-30'],
    ]);
  });
});
