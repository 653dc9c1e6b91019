import { frist, frister, type Haendelse, modtaget, NOEGLE, raekkerEfter } from './testing/raekker.js';

describe('En kendsgerning rettes', () => {
  const modtagelse = modtaget('2019-02-04T10:00:00+01:00');
  const rettet = (tidspunkt: string, foer: string, mere: Record<string, unknown> = {}): Haendelse => [
    'sagsstyring.UnderretningRettet',
    { underretningId: NOEGLE, modtaget: tidspunkt, kendtAfsender: true, foer: { modtaget: foer }, ...mere },
  ];

  it('fristerne regnes om, og det, der opfyldte dem, står ved magt', () => {
    const raekker = raekkerEfter([
      modtagelse,
      ['sagsstyring.AkutvurderingForetaget', { underretningId: NOEGLE, vurderet: '2019-02-04T12:00:00+01:00' }],
      rettet('2019-02-01T15:00:00+01:00', '2019-02-04T10:00:00+01:00'),
    ]);
    // 24 hours after Friday 15:00 is Saturday 15:00; the assessment on Monday was too late after all.
    expect(frist(raekker.frister, 'underretning-akutvurdering')).toMatchObject([
      {
        forfald: '2019-02-02T14:00:00.000Z',
        opfyldt: '2019-02-04T11:00:00.000Z',
        udloest_position: 1,
        beregnet_position: 3,
      },
    ]);
    // Friday 1 February: Sat 2, Mon 4, 5, 6, 7, 8.
    expect(frist(raekker.frister, 'underretning-kvittering')).toMatchObject([
      { forfald_tekst: '2019-02-08', opfyldt: null },
    ]);
    expect(
      raekker.beregninger
        .filter((b) => b['regel'] === 'underretning-kvittering')
        .map((b) => [b['aarsag'], b['position'], b['forfald_tekst']]),
    ).toEqual([
      ['udloest', 1, '2019-02-11'],
      ['rettet', 3, '2019-02-08'],
    ]);
  });

  it('rettes den over nytår til den anden lov, følger fristens hjemmel med (BL § 20, stk. 3)', () => {
    const raekker = raekkerEfter([
      ['ics.BfuBesluttet', { bfuId: NOEGLE, opmaerksomDato: '2024-01-02', afgoerelseDato: '2024-01-10' }],
      [
        'ics.BfuRettet',
        {
          bfuId: NOEGLE,
          opmaerksomDato: '2023-12-28',
          afgoerelseDato: '2024-01-10',
          foer: { opmaerksomDato: '2024-01-02' },
        },
      ],
    ]);
    expect(frist(raekker.frister, 'bfu-afslutning')).toMatchObject([
      { forfald_tekst: '2024-04-28', regime: 'SEL', hjemmel: 'SEL § 50', regel_fra: '2007-01-01' },
    ]);
    // Under serviceloven the interim assessment is from memory only, and so off.
    expect(frist(raekker.frister, 'bfu-foreloebig-vurdering')).toMatchObject([
      { bortfaldet_position: 2, bortfaldet_af: 'ics.BfuRettet' },
    ]);
  });

  const bfuBesluttet = (opmaerksomDato: string, mere: Record<string, unknown> = {}): Haendelse => [
    'ics.BfuBesluttet',
    { bfuId: NOEGLE, opmaerksomDato, afgoerelseDato: opmaerksomDato, ...mere },
  ];
  const bfuRettet = (opmaerksomDato: string, foer: string, mere: Record<string, unknown> = {}): Haendelse => [
    'ics.BfuRettet',
    { bfuId: NOEGLE, opmaerksomDato, afgoerelseDato: opmaerksomDato, foer: { opmaerksomDato: foer }, ...mere },
  ];
  const bfuGodkendt: Haendelse = ['ics.BfuGodkendt', { bfuId: NOEGLE, godkendtDato: '2024-04-01' }];
  const niveau = (regel: string, gaelderFra: string, mere: Record<string, unknown>): Haendelse => [
    mere['maengde'] === undefined ? 'sagsstyring.ServiceniveauOphoert' : 'sagsstyring.ServiceniveauFastsat',
    { regel, gaelderFra, beslutning: 'Udvalget', ...mere },
  ];

  it('en frist, som rettelsen først giver, er opfyldt af det, der allerede er sket (BL § 20, stk. 3, 2. pkt.)', () => {
    const raekker = frister(bfuBesluttet('2023-12-28'), bfuGodkendt, bfuRettet('2024-01-02', '2023-12-28'));
    // 4 months after 2 January 2024; the interim assessment is barnets lov, which did not count before.
    expect(frist(raekker, 'bfu-foreloebig-vurdering')).toMatchObject([
      { forfald_tekst: '2024-05-02', regime: 'BL', opfyldt_position: 2, opfyldt_af: 'ics.BfuGodkendt' },
    ]);
  });

  it('og er bortfaldet af det, der allerede har gjort den uden betydning', () => {
    const afbrudt: Haendelse = ['ics.BfuAfbrudt', { bfuId: NOEGLE, dato: '2024-02-01' }];
    const raekker = frister(bfuBesluttet('2023-12-28'), afbrudt, bfuRettet('2024-01-02', '2023-12-28'));
    expect(frist(raekker, 'bfu-foreloebig-vurdering')).toMatchObject([
      { bortfaldet_position: 2, bortfaldet_af: 'ics.BfuAfbrudt', bortfaldet: '2024-01-31T23:00:00.000Z' },
    ]);
  });

  it('en frist, som en rettelse tog, og en ny giver igen, kender det, der skete imens', () => {
    const raekker = frister(
      bfuBesluttet('2024-01-02'),
      bfuRettet('2023-12-28', '2024-01-02'),
      bfuGodkendt,
      bfuRettet('2024-01-03', '2023-12-28'),
    );
    expect(frist(raekker, 'bfu-foreloebig-vurdering')).toMatchObject([
      { forfald_tekst: '2024-05-03', opfyldt_position: 3, bortfaldet_position: null, udloest_position: 1 },
    ]);
  });

  it('en modtagelse, der rettes ind under et serviceniveau, er vurderet ved den screening, der er sket (BL § 136)', () => {
    const raekker = frister(
      niveau('underretning-systematisk-vurdering', '2026-12-01', { maengde: 5, enhed: 'HVERDAG' }),
      modtaget('2026-11-30T10:00:00+01:00'),
      ['sagsstyring.UnderretningScreenet', { underretningId: NOEGLE, screenet: '2026-12-02T09:00:00+01:00' }],
      rettet('2026-12-01T10:00:00+01:00', '2026-11-30T10:00:00+01:00'),
    );
    // Tuesday 1 December: 2, 3, 4, 5 (Saturday counts), 7.
    expect(frist(raekker, 'underretning-systematisk-vurdering')).toMatchObject([
      { forfald_tekst: '2026-12-07', opfyldt_position: 3 },
    ]);
  });

  it('et niveau, der er sat siden og gælder fra før, regnes med ved rettelsen: række og beregning følges ad', () => {
    const raekker = raekkerEfter([
      bfuBesluttet('2026-11-02', { hastighed: 'hurtig' }),
      niveau('bfu-lokal-6-uger', '2026-10-01', { maengde: 6, enhed: 'UGE' }),
      bfuRettet('2026-11-01', '2026-11-02', { hastighed: 'hurtig' }),
    ]);
    // 6 weeks after Sunday 1 November: Sunday 13 December.
    expect(frist(raekker.frister, 'bfu-lokal-6-uger')).toMatchObject([
      { forfald_tekst: '2026-12-13', udloest_position: 1, beregnet_position: 3 },
    ]);
    expect(raekker.beregninger.filter((b) => b['regel'] === 'bfu-lokal-6-uger')).toMatchObject([
      { aarsag: 'rettet', position: 3, forfald_tekst: '2026-12-13' },
    ]);
  });

  it('et niveau, der er ophørt bagud, giver ingen frist efter rettelsen, og grunden står på den, der var', () => {
    const raekker = frister(
      niveau('bfu-lokal-6-uger', '2026-10-01', { maengde: 6, enhed: 'UGE' }),
      bfuBesluttet('2026-11-05', { hastighed: 'hurtig' }),
      niveau('bfu-lokal-6-uger', '2026-11-01', {}),
      bfuRettet('2026-11-03', '2026-11-05', { hastighed: 'hurtig' }),
    );
    expect(frist(raekker, 'bfu-lokal-6-uger')).toMatchObject([
      { forfald_tekst: '2026-12-17', bortfaldet_position: 4, bortfaldet_af: 'ics.BfuRettet' },
    ]);
  });
});
