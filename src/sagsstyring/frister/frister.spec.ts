import { frist, frister, type Haendelse, modtaget, NOEGLE, SAG } from './testing/raekker.js';

test('en opfølgning, der registreres sent, opfylder ikke den næste, som først begyndte senere (SEL § 70, BL § 95)', () => {
  const fulgtOp = (dato: string, naesteDato: string): Haendelse => [
    'ics.OpfoelgningAfholdt',
    { indsatsIder: [NOEGLE], dato, naesteDato },
  ];
  const loebende = (...log: readonly Haendelse[]) => frist(frister(...log), 'opfoelgning-loebende');
  const [foerste, sen] = [fulgtOp('2024-08-10', '2025-02-01'), fulgtOp('2024-06-15', '2024-08-10')];
  expect(loebende(foerste, sen)).toMatchObject([
    { start: '2024-08-10', forfald_tekst: '2025-02-01', opfyldt: null, aaben: true },
    { start: '2024-06-15', forfald_tekst: '2024-08-10' },
  ]);
  // The next one that is held meets both.
  expect(
    loebende(foerste, sen, fulgtOp('2025-01-20', '2025-06-01')).filter(({ opfyldt }) => opfyldt === null),
  ).toHaveLength(1);
  // Serviceloven: six months from 10 August 2023.
  expect(loebende(fulgtOp('2023-08-10', '2024-01-01'), fulgtOp('2023-06-15', '2023-08-10'))).toMatchObject([
    { start: '2023-08-10', forfald_tekst: '2024-02-10', opfyldt: null },
    { start: '2023-06-15', forfald_tekst: '2023-12-15' },
  ]);
});

describe('Frister', () => {
  it('underretningen vurderes inden 24 reelle timer, også når uret stilles om (SEL § 155, stk. 2 / BL § 136)', () => {
    // Summer time begins 2026-03-29 at 02:00: 24 hours after 14:30 is 15:30 on the clock.
    const [f] = frist(frister(modtaget('2026-03-28T14:30:00+01:00')), 'underretning-akutvurdering');
    expect(f).toMatchObject({ forfald: '2026-03-29T13:30:00.000Z', regime: 'BL', opfyldt: null });
  });

  it('en kendt underretter får kvittering inden 6 hverdage; en ukendt har ingen frist (SEL § 155 b, stk. 1)', () => {
    // Monday 2019-02-04: 5, 6, 7, 8, 9 (Saturday counts), 11 February. End of that day in Copenhagen is 22:59:59.999 UTC.
    const [f] = frist(frister(modtaget('2019-02-04T10:00:00+01:00')), 'underretning-kvittering');
    expect(f).toMatchObject({
      forfald_tekst: '2019-02-11',
      forfald: '2019-02-11T22:59:59.999Z',
      regime: 'SEL',
      tillid: 'S',
    });
    expect(frist(frister(modtaget('2019-02-04T10:00:00+01:00', false)), 'underretning-kvittering')).toEqual([]);
  });

  it('BFU-fristen løber fra opmærksomhedsdatoen, ikke afgørelsen (SEL § 50 / BL § 20, stk. 3)', () => {
    const raekker = frister([
      'ics.BfuBesluttet',
      { bfuId: NOEGLE, opmaerksomDato: '2026-10-31', afgoerelseDato: '2026-11-10' },
    ]);
    // There is no 31 February; an authority's deadline is not moved from the Sunday, but Friday is told.
    expect(frist(raekker, 'bfu-afslutning')).toMatchObject([{ forfald_tekst: '2027-02-28', advis: '2027-02-26' }]);
  });

  it('det, der opfylder en frist, står på den', () => {
    const raekker = frister(modtaget('2019-02-04T10:00:00+01:00'), [
      'sagsstyring.AkutvurderingForetaget',
      { underretningId: NOEGLE, vurderet: '2019-02-04T12:00:00+01:00' },
    ]);
    expect(frist(raekker, 'underretning-akutvurdering')).toMatchObject([
      { opfyldt: '2019-02-04T11:00:00.000Z', opfyldt_af: 'sagsstyring.AkutvurderingForetaget', opfyldt_position: 2 },
    ]);
    expect(frist(raekker, 'underretning-kvittering')).toMatchObject([{ opfyldt: null }]);
  });

  it('en annulleret underretning har ingen frister mere', () => {
    const raekker = frister(modtaget('2019-02-04T10:00:00+01:00'), [
      'sagsstyring.UnderretningAnnulleret',
      { underretningId: NOEGLE },
    ]);
    expect(raekker.every((f) => f['bortfaldet_position'] === 2)).toBe(true);
    expect(raekker.filter((f) => f['forfald'] !== null)).toHaveLength(2);
  });

  const ivaerksat = (dato: string) =>
    ['oekonomi.IndsatsIvaerksat', { indsatsId: NOEGLE, ivaerksatDato: dato }] as const;
  const godkendt = (dato: string, start: string) =>
    [
      'ics.BfuGodkendt',
      { bfuId: SAG, godkendtDato: dato, igangvaerendeIndsatser: [{ indsatsId: NOEGLE, ivaerksatDato: start }] },
    ] as const;

  it('første opfølgning er det tidligste af 3 måneder og en sideløbende undersøgelses afslutning (BL § 95, stk. 2)', () => {
    // 3 months after 2026-08-31 is 2026-11-30; the investigation ends on 2026-10-12.
    expect(frist(frister(ivaerksat('2026-08-31')), 'opfoelgning-foerste')).toMatchObject([
      { forfald_tekst: '2026-11-30' },
    ]);
    expect(
      frist(frister(ivaerksat('2026-08-31'), godkendt('2026-10-12', '2026-08-31')), 'opfoelgning-foerste'),
    ).toMatchObject([{ forfald_tekst: '2026-10-12' }]);
  });

  it('en undersøgelse, der slutter senere, udskyder ikke første opfølgning (BL § 95, stk. 2)', () => {
    expect(
      frist(frister(ivaerksat('2026-08-31'), godkendt('2026-12-15', '2026-08-31')), 'opfoelgning-foerste'),
    ).toMatchObject([{ forfald_tekst: '2026-11-30' }]);
  });

  it('af to undersøgelser gælder den, der sluttede først, i hvilken rækkefølge de end er skrevet (BL § 95, stk. 2)', () => {
    const i = (...haendelser: readonly Haendelse[]) =>
      frist(frister(ivaerksat('2026-08-31'), ...haendelser), 'opfoelgning-foerste');
    const [tidlig, sen] = [godkendt('2026-10-12', '2026-08-31'), godkendt('2026-11-16', '2026-08-31')];
    expect(i(tidlig, sen)).toMatchObject([{ forfald_tekst: '2026-10-12', beregnet_position: 2 }]);
    expect(i(sen, tidlig)).toMatchObject([{ forfald_tekst: '2026-10-12', beregnet_position: 3 }]);
  });

  it('under serviceloven rykkes første opfølgning ikke frem (SEL § 70)', () => {
    expect(
      frist(frister(ivaerksat('2018-08-31'), godkendt('2018-10-12', '2018-08-31')), 'opfoelgning-foerste'),
    ).toMatchObject([{ forfald_tekst: '2018-11-30', regime: 'SEL' }]);
  });

  it('løbende opfølgning: højst 6 måneder (SEL § 70), den besluttede dato (BL § 95, stk. 3)', () => {
    const opfulgt = (dato: string, naesteDato: string) =>
      ['ics.OpfoelgningAfholdt', { planId: SAG, indsatsIder: [NOEGLE], dato, naesteDato }] as const;
    expect(frist(frister(opfulgt('2018-08-31', '2018-12-01')), 'opfoelgning-loebende')).toMatchObject([
      { forfald_tekst: '2019-02-28' },
    ]);
    expect(frist(frister(opfulgt('2026-08-31', '2026-12-01')), 'opfoelgning-loebende')).toMatchObject([
      { forfald_tekst: '2026-12-01' },
    ]);
    // The next follow-up meets the deadline that the one before opened, and opens its own.
    const to = frist(
      frister(opfulgt('2026-08-31', '2026-12-01'), opfulgt('2026-11-30', '2027-03-01')),
      'opfoelgning-loebende',
    );
    expect(to).toMatchObject([{ opfyldt_position: 2 }, { opfyldt_position: null, forfald_tekst: '2027-03-01' }]);
  });

  it.each([
    ['SEL § 70', '2018'],
    ['BL § 95, stk. 3', '2026'],
  ])('en opfølgning, der først skrives, når indsatsen er ophørt, venter ikke på en ny (%s)', (_paragraf, aar) => {
    const holdt: Haendelse = [
      'ics.OpfoelgningAfholdt',
      {
        ...{ planId: SAG, indsatsIder: [NOEGLE, SAG], ophoerteIder: [NOEGLE] },
        ...{ dato: `${aar}-08-31`, naesteDato: `${aar}-12-01` },
      },
    ];
    const loebende = frister(holdt).filter((f) => f['regel'] === 'opfoelgning-loebende');
    expect(loebende).toMatchObject([{ noegle: SAG, forfald: expect.any(String) as string }]);
  });
});

describe('En frist, der regnes baglæns fra en alder (SEL § 68, stk. 11 / BL § 111, stk. 1)', () => {
  const frister18 = (myndigDato: string) =>
    frist(
      frister([
        'oekonomi.AnbringelseIvaerksat',
        { anbringelseId: NOEGLE, grundlag: 'samtykke', ivaerksatDato: '2023-01-01', myndigDato },
      ]),
      'ungestoette-afgoerelse',
    );

  it('seks måneder før den dag, den unge fylder 18', () => {
    expect(frister18('2027-08-31')).toMatchObject([{ forfald_tekst: '2027-02-28', advis: '2027-02-26', regime: 'BL' }]);
  });

  it('loven er den, der gælder, når der skal afgøres, ikke når den unge fylder 18', () => {
    expect(frister18('2024-06-30')).toMatchObject([{ forfald_tekst: '2023-12-30', regime: 'SEL' }]);
    expect(frister18('2024-07-01')).toMatchObject([{ forfald_tekst: '2024-01-01', regime: 'BL' }]);
  });
});
