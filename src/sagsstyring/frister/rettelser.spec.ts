import { BARN, frist, type Haendelse, raekkerEfter, SAG } from './testing/raekker.js';

const A = '00000000-0000-7000-8000-000000000003';
const B = '00000000-0000-7000-8000-000000000004';

/** The deadlines by a rule after these events. */
const frister = (regel: string, ...haendelser: readonly Haendelse[]): readonly Record<string, unknown>[] =>
  frist(raekkerEfter(haendelser).frister, regel);

describe('Det, der startede en frist, er rettet', () => {
  const formand = 'sagsstyring.ForeloebigAfgoerelseIvaerksat';
  const ivaerksat = (tidspunkt: string): Haendelse => [formand, { formandsafgoerelseId: A, ivaerksat: tidspunkt }];
  const rettet: Haendelse = [
    'sagsstyring.ForeloebigIvaerksaettelseRettet',
    {
      ...{ formandsafgoerelseId: A, ivaerksat: '2026-11-22T21:00:00+01:00' },
      foer: { ivaerksat: '2026-11-23T09:00:00+01:00' },
    },
  ];

  // Carried out Sunday 22 November 21:00, not Monday: 24 hours, 7 days counting Sunday, and a month.
  it.each([
    ['formandsbeslutning-meddelelse', '2026-11-23T21:00:00+01:00'],
    ['formandsbeslutning-godkendelse', '2026-11-28'],
    ['formandsbeslutning-gyldighed', '2026-12-22'],
  ])('formandens afgørelse: %s (BL § 143)', (regel, forfald) => {
    expect(frister(regel, ivaerksat('2026-11-23T09:00:00+01:00'), rettet)).toMatchObject([
      { forfald_tekst: forfald, udloest_position: 1, beregnet_position: 2 },
    ]);
  });

  it('en dag, der rettes, hvor kommunen ikke har valgt en frist, standser ikke fristerne for de andre', () => {
    // A level of service that this municipality has not set opens nothing, on either day.
    const bevilget = { indsatsId: A, afgoerelseDato: '2026-11-02', planBesluttet: true };
    const rettelse: Haendelse = [
      'oekonomi.DatoRettet',
      {
        ...{ rettetType: 'oekonomi.IndsatsBevilget', rettetVersion: 1 },
        haendelse: { barnId: BARN, sagId: SAG, ...bevilget, afgoerelseDato: '2026-11-09' },
        foer: { afgoerelseDato: '2026-11-02' },
      },
    ];
    const log: readonly Haendelse[] = [['oekonomi.IndsatsBevilget', bevilget], rettelse];
    expect(frister('handleplan-lokal-6-uger', ...log)).toEqual([]);
    expect(
      frister('klagefrist', ...log, ['sagsstyring.AfgoerelseMeddelt', { meddelelseId: A, modtaget: '2026-11-10' }]),
    ).toHaveLength(1);
  });

  it('af to beskeder fra samme dag flyttes den, der blev rettet (RSL § 3, stk. 2)', () => {
    const besked = (forventet: string): Haendelse => [
      'sagsstyring.SagsbehandlingsbeskedSendt',
      { ansoegningId: A, sendt: '2026-11-02', forventet },
    ];
    const rettelse = (position: number, forventet: string, foer: string, sendt: string): Haendelse => [
      'sagsstyring.DatoRettet',
      {
        ...{ rettetType: 'sagsstyring.SagsbehandlingsbeskedSendt', rettetVersion: position, rettetPosition: position },
        haendelse: { barnId: BARN, sagId: SAG, ansoegningId: A, forventet, sendt },
        foer: { sendt: foer },
      },
    ];
    const frist = frister(
      'sagsbehandlingsfrist-lovet',
      ...[besked('2026-11-30'), besked('2026-12-21')],
      rettelse(1, '2026-11-30', '2026-11-02', '2026-10-26'),
      rettelse(2, '2026-12-21', '2026-11-02', '2026-11-05'),
    );
    expect(frist.map((f) => [f['start'], f['forfald_tekst']])).toEqual([
      ['2026-10-26', '2026-11-30'],
      ['2026-11-05', '2026-12-21'],
    ]);
  });

  it('klagefristen løber fra den dag, parten i virkeligheden fik afgørelsen (RSL § 67)', () => {
    // Four weeks after Tuesday 10 November 2026 is Tuesday 8 December.
    const meddelt: Haendelse = ['sagsstyring.AfgoerelseMeddelt', { meddelelseId: A, modtaget: '2026-11-06' }];
    const rettelse: Haendelse = [
      'sagsstyring.AfgoerelsemodtagelseRettet',
      { meddelelseId: A, modtaget: '2026-11-10', foer: { modtaget: '2026-11-06' } },
    ];
    expect(frister('klagefrist', meddelt, rettelse)).toMatchObject([{ forfald_tekst: '2026-12-08' }]);
  });

  it('kommunens egen frist for en ansøgning er den, der siges på ny (RSL § 3, stk. 2)', () => {
    const modtaget: Haendelse = [
      'sagsstyring.AnsoegningModtaget',
      { ansoegningId: A, modtaget: '2026-11-02', svarSenest: '2026-12-28' },
    ];
    const rettelse: Haendelse = [
      'sagsstyring.AnsoegningsmodtagelseRettet',
      {
        ...{ ansoegningId: A, modtaget: '2026-10-26', svarSenest: '2026-12-21' },
        foer: { modtaget: '2026-11-02', svarSenest: '2026-12-28' },
      },
    ];
    expect(frister('sagsbehandlingsfrist-besked', modtaget, rettelse)).toMatchObject([{ forfald_tekst: '2026-12-21' }]);
  });

  it('også en frist for indsigt, der er forlænget (databeskyttelsesforordningen art. 12, stk. 3)', () => {
    const rettelse: Haendelse = [
      'sagsstyring.AktindsigtmodtagelseRettet',
      {
        ...{ aktindsigtId: A, art: 'gdpr', modtaget: '2026-09-01', anmodet: '2026-09-01' },
        foer: { modtaget: '2026-09-08', anmodet: '2026-09-08' },
      },
    ];
    // Three months after 1 September.
    expect(
      frister(
        'gdpr-indsigt-forlaenget',
        ['sagsstyring.AktindsigtAnmodet', { aktindsigtId: A, art: 'gdpr', modtaget: '2026-09-08' }],
        ['sagsstyring.GdprFristForlaenget', { aktindsigtId: A, anmodet: '2026-09-08', sendt: '2026-09-20' }],
        rettelse,
      ),
    ).toMatchObject([{ forfald_tekst: '2026-12-01', udloest_position: 2 }]);
  });

  it('ungestøtte følger den rigtige fødselsdag (BL § 111, stk. 1)', () => {
    const anbragt: Haendelse = [
      'oekonomi.AnbringelseIvaerksat',
      { anbringelseId: A, grundlag: 'samtykke', ivaerksatDato: '2026-03-10', myndigDato: '2028-05-23' },
    ];
    const rettelse: Haendelse = [
      'oekonomi.AnbringelsesalderRettet',
      {
        ...{ anbringelseId: A, grundlag: 'samtykke', myndigDato: '2027-05-23', fylder16Dato: null },
        foer: { myndigDato: '2028-05-23', fylder16Dato: null },
      },
    ];
    expect(frister('ungestoette-afgoerelse', anbragt, rettelse)).toMatchObject([{ forfald_tekst: '2026-11-23' }]);
    // The first follow-up has not to do with the child's age.
    expect(frister('opfoelgning-foerste-anbringelse', anbragt, rettelse)).toMatchObject([{ beregnet_position: 1 }]);
  });

  it('kun den frist, der løb fra den rettede dag, flyttes', () => {
    const ivaerksatIndsats = (indsatsId: string): Haendelse => [
      'oekonomi.IndsatsIvaerksat',
      { indsatsId, ivaerksatDato: '2026-08-31' },
    ];
    const rettelse: Haendelse = [
      'oekonomi.IndsatsivaerksaettelseRettet',
      { indsatsId: A, ivaerksatDato: '2026-08-17', foer: { ivaerksatDato: '2026-08-31' } },
    ];
    // Three months after 17 August is 17 November.
    expect(frister('opfoelgning-foerste', ivaerksatIndsats(A), ivaerksatIndsats(B), rettelse)).toMatchObject([
      { noegle: A, forfald_tekst: '2026-11-17' },
      { noegle: B, forfald_tekst: '2026-11-30', beregnet_position: 2 },
    ]);
  });
});

describe('Det, der opfyldte en frist, er rettet', () => {
  const modtaget: Haendelse = [
    'sagsstyring.UnderretningModtaget',
    { underretningId: A, modtaget: '2026-11-23T10:00:00+01:00', kendtAfsender: true },
  ];

  it('akutvurderingen var i tide alligevel; det, der stod før, kan ses (BL § 136)', () => {
    const vurderet: Haendelse = [
      'sagsstyring.AkutvurderingForetaget',
      { underretningId: A, vurderet: '2026-11-24T12:00:00+01:00' },
    ];
    const rettelse: Haendelse = [
      'sagsstyring.AkutvurderingRettet',
      {
        ...{ underretningId: A, vurderet: '2026-11-23T12:00:00+01:00' },
        foer: { vurderet: '2026-11-24T12:00:00+01:00' },
      },
    ];
    const { slutrettelser } = raekkerEfter([modtaget, vurderet, rettelse]);
    expect(slutrettelser[0]).toMatchObject({ felt: 'opfyldt', foer: '2026-11-24T11:00:00.000Z', position: 3 });
    expect(frister('underretning-akutvurdering', modtaget, vurderet, rettelse)).toMatchObject([
      {
        opfyldt: '2026-11-23T11:00:00.000Z',
        ...{ opfyldt_position: 2, opfyldt_rettet_position: 3, beregnet_position: 1 },
      },
    ]);
  });

  it('kvitteringen er sendt en anden dag (BL kap. 16)', () => {
    const kvitteret: Haendelse = ['sagsstyring.KvitteringSendt', { underretningId: A, sendt: '2026-11-24' }];
    const rettelse: Haendelse = [
      'sagsstyring.KvitteringRettet',
      { underretningId: A, sendt: '2026-12-02', foer: { sendt: '2026-11-24' } },
    ];
    expect(frister('underretning-kvittering', modtaget, kvitteret, rettelse)).toMatchObject([
      { opfyldt: '2026-12-01T23:00:00.000Z', forfald_tekst: '2026-11-30' },
    ]);
  });

  const ivaerksat: Haendelse = ['oekonomi.IndsatsIvaerksat', { indsatsId: B, ivaerksatDato: '2026-08-31' }];
  const igang = { igangvaerendeIndsatser: [{ indsatsId: B, ivaerksatDato: '2026-08-31' }] };
  const besluttet: Haendelse = [
    'ics.BfuBesluttet',
    { bfuId: A, opmaerksomDato: '2026-07-01', afgoerelseDato: '2026-07-01' },
  ];
  const godkendt: Haendelse = ['ics.BfuGodkendt', { bfuId: A, godkendtDato: '2026-10-12', ...igang }];
  const rettetTil = (godkendtDato: string): Haendelse => [
    'ics.BfuGodkendelseRettet',
    { bfuId: A, godkendtDato, ...igang, foer: { godkendtDato: '2026-10-12' } },
  ];

  it('undersøgelsen sluttede senere: den var for sen, og første opfølgning rykkes til den rigtige dag (BL § 95, stk. 2)', () => {
    const log = [besluttet, ivaerksat, godkendt, rettetTil('2026-11-04')];
    expect(frister('bfu-afslutning', ...log)).toMatchObject([
      { forfald_tekst: '2026-11-01', opfyldt: '2026-11-03T23:00:00.000Z' },
    ]);
    expect(frister('opfoelgning-foerste', ...log)).toMatchObject([{ forfald_tekst: '2026-11-04' }]);
  });

  it('sluttede den efter de tre måneder, rykker den ingenting', () => {
    expect(frister('opfoelgning-foerste', besluttet, ivaerksat, godkendt, rettetTil('2026-12-15'))).toMatchObject([
      { forfald_tekst: '2026-11-30', fremrykket_til: null },
    ]);
  });

  it('en rettet iværksættelse udskyder ikke det, en undersøgelse har rykket frem (BL § 95, stk. 2)', () => {
    const rettelse = (ivaerksatDato: string): Haendelse => [
      'oekonomi.IndsatsivaerksaettelseRettet',
      { indsatsId: B, ivaerksatDato, foer: { ivaerksatDato: '2026-08-31' } },
    ];
    const log = [besluttet, ivaerksat, godkendt];
    expect(frister('opfoelgning-foerste', ...log, rettelse('2026-09-07'))).toMatchObject([
      { start: '2026-09-07', forfald_tekst: '2026-10-12' },
    ]);
    // Three months after 1 July come before the end of the investigation.
    expect(frister('opfoelgning-foerste', ...log, rettelse('2026-07-01'))).toMatchObject([
      { start: '2026-07-01', forfald_tekst: '2026-10-01' },
    ]);
    // Begun after the end of it, the measure did not run beside it.
    expect(frister('opfoelgning-foerste', ...log, rettelse('2026-10-20'))).toMatchObject([
      { start: '2026-10-20', forfald_tekst: '2027-01-20', fremrykket_til: null },
    ]);
  });

  it('en anbringelse, der siger, at undersøgelsen da var slut, følges op den dag, og en rettet siger det på ny', () => {
    const dag = { anbringelseId: B, grundlag: 'samtykke', ivaerksatDato: '2026-08-31' };
    const anbragt: Haendelse = [
      'oekonomi.AnbringelseIvaerksat',
      { ...dag, undersoegelseId: A, undersoegelseSluttet: '2026-10-12' },
    ];
    const rettelse = (ivaerksatDato: string, undersoegelseSluttet: string | null): Haendelse => [
      'oekonomi.AnbringelsesivaerksaettelseRettet',
      { ...dag, ivaerksatDato, undersoegelseSluttet, foer: { ivaerksatDato: '2026-08-31' } },
    ];
    const foerste = (...log: readonly Haendelse[]) => frister('opfoelgning-foerste-anbringelse', anbragt, ...log);
    expect(foerste()).toMatchObject([{ forfald_tekst: '2026-10-12', fremrykket_til: '2026-10-12' }]);
    expect(foerste(rettelse('2026-10-20', null))).toMatchObject([
      { start: '2026-10-20', forfald_tekst: '2027-01-20', fremrykket_til: null },
    ]);
    expect(foerste(rettelse('2026-09-07', '2026-10-12'))).toMatchObject([
      { start: '2026-09-07', forfald_tekst: '2026-10-12', forklaring: expect.stringContaining('7. september 2026') },
    ]);
    // Serviceloven has no earliest of two (§ 70).
    expect(
      frister('opfoelgning-foerste-anbringelse', [
        'oekonomi.AnbringelseIvaerksat',
        { ...dag, ivaerksatDato: '2023-08-31', undersoegelseSluttet: '2023-10-12' },
      ]),
    ).toMatchObject([{ forfald_tekst: '2023-11-30', fremrykket_til: null }]);
  });

  it('sluttede undersøgelsen, før indsatsen begyndte, rykker den ingenting (BL § 95, stk. 2)', () => {
    expect(frister('opfoelgning-foerste', besluttet, ivaerksat, godkendt, rettetTil('2026-08-30'))).toMatchObject([
      { start: '2026-08-31', forfald_tekst: '2026-11-30', fremrykket_til: null },
    ]);
  });
});

describe('Planer og spor (BL §§ 91 og 108; kommunens serviceniveau)', () => {
  const besluttet: Haendelse = [
    'oekonomi.AnbringelseBesluttet',
    {
      ...{ anbringelseId: A, afgoerelseDato: '2026-03-05', grundlag: 'samtykke', planUndtaget: true },
      ...{ ungeplan: false, fylder16Dato: '2026-05-23' },
    },
  ];
  const godkendt = (plantype: string, godkendtDato: string): Haendelse => [
    'ics.PlanGodkendt',
    { planId: B, plantype, godkendtDato },
  ];

  it('et anbragt barn, der fylder 16, har en ungeplan tre måneder efter; barnets plan er ikke nok (BL § 108)', () => {
    // 16 on 23 May 2026: 23 August.
    const log = [besluttet, godkendt('barnets-plan', '2026-04-01')];
    expect(frister('ungeplan-16-aar', ...log)).toMatchObject([{ forfald_tekst: '2026-08-23', opfyldt: null }]);
    expect(frister('ungeplan-16-aar', ...log, godkendt('ungeplan', '2026-08-01'))).toMatchObject([
      { opfyldt_position: 3 },
    ]);
    expect(frister('barnets-plan', ...log)).toMatchObject([{ opfyldt_position: 2 }]);
  });

  it('og den flytter med fødselsdatoen, også før barnet er flyttet ind', () => {
    const rettelse: Haendelse = [
      'oekonomi.AnbringelsesalderRettet',
      {
        ...{ anbringelseId: A, grundlag: 'samtykke', myndigDato: null, fylder16Dato: '2026-06-01' },
        foer: { myndigDato: null, fylder16Dato: '2026-05-23' },
      },
    ];
    expect(frister('ungeplan-16-aar', besluttet, rettelse)).toMatchObject([{ forfald_tekst: '2026-09-01' }]);
  });

  it('også afdækningens slutning rykker første opfølgning på en anbringelse frem (BL § 95, stk. 2)', () => {
    const ivaerksat: Haendelse = [
      'oekonomi.AnbringelseIvaerksat',
      { anbringelseId: B, ivaerksatDato: '2026-03-10', grundlag: 'samtykke' },
    ];
    const afsluttet: Haendelse = [
      'ics.AfdaekningAfsluttet',
      {
        bfuId: A,
        dato: '2026-04-01',
        igangvaerendeIndsatser: [{ indsatsId: B, art: 'anbringelse', ivaerksatDato: '2026-03-10' }],
      },
    ];
    expect(frister('opfoelgning-foerste-anbringelse', ivaerksat, afsluttet)).toMatchObject([
      { forfald_tekst: '2026-04-01' },
    ]);
  });
});
