import { fristregler } from '../../faelles/lov/fristregler.js';
import { indlaesLovpakke } from '../../faelles/lov/lovpakke.js';
import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Bound, type Row, type Writer } from '../../platform/projection/projection.js';
import { serviceniveauEvents } from '../serviceniveauer/serviceniveauer.events.js';
import { fristerProjection } from './frister.projection.js';

const lov = indlaesLovpakke();
const projection = fristerProjection(fristregler(lov), 1, (dato) => lov.regime(dato));
const BARN = '00000000-0000-7000-8000-000000000001';
const SAG = '00000000-0000-7000-8000-000000000002';
const NOEGLE = '00000000-0000-7000-8000-000000000003';

const VALG = new Set<string>(serviceniveauEvents.map((e) => e.type));

/** Rows as the database would hold them, kept in memory with the same meaning. */
class Raekker implements Writer {
  readonly frister: Record<string, unknown>[] = [];
  readonly beregninger: Record<string, unknown>[] = [];

  insert(table: string, row: Row): void {
    (table === 'frist' ? this.frister : this.beregninger).push({ ...row });
  }
  upsert(): void {
    // Responsibility is not what these tests are about.
  }
  update(): void {
    throw new Error('not used');
  }
  updateWhere(table: string, where: Row, set: Row, bound?: Bound): void {
    if (table !== 'frist') return;
    for (const frist of this.frister) {
      const rammes = Object.entries(where).every(([felt, vaerdi]) => (frist[felt] ?? null) === vaerdi);
      if (rammes && (bound === undefined || indenFor(frist[bound.column], bound))) Object.assign(frist, set);
    }
  }
  deleteWhere(): void {
    throw new Error('not used');
  }
}

// Days and UTC instants in ISO form, which sort as text.
function indenFor(vaerdi: unknown, { is, value }: Bound): boolean {
  if (typeof vaerdi !== 'string') return false;
  return is === '>' ? vaerdi > String(value) : vaerdi <= String(value);
}

type Haendelse = readonly [type: string, data: Record<string, unknown>];

function frister(...haendelser: readonly Haendelse[]): readonly Record<string, unknown>[] {
  return raekkerEfter(haendelser).frister;
}

function raekkerEfter(haendelser: readonly Haendelse[]): Raekker {
  const raekker = new Raekker();
  let settings: readonly ClearEvent[] = [];
  haendelser.forEach(([type, data], nr) => {
    const event: ClearEvent = {
      tenant: 840,
      position: nr + 1,
      streamId: NOEGLE,
      version: nr + 1,
      type,
      registreret: '2026-11-24T00:00:00.000Z',
      data: { barnId: BARN, sagId: SAG, ...data },
      sealed: {},
      meta: { aktoer: 'sb01', roller: [], korrelation: 'k' },
    };
    if (VALG.has(type)) settings = [...settings, event];
    projection.project(event, raekker, settings);
  });
  return raekker;
}

/** The deadlines by a rule, without the rows that only a correction could make one of. */
const frist = (raekker: readonly Record<string, unknown>[], regel: string) =>
  raekker.filter((f) => f['regel'] === regel && f['forfald'] !== null);
const modtaget = (tidspunkt: string, kendtAfsender = true) =>
  ['sagsstyring.UnderretningModtaget', { underretningId: NOEGLE, modtaget: tidspunkt, kendtAfsender }] as const;

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

describe('En frist, der regnes baglæns fra en alder (SEL § 68, stk. 11 / BL § 111, stk. 1)', () => {
  const frister18 = (myndigDato: string) => {
    const raekker = new Raekker();
    projection.project(
      {
        tenant: 840,
        position: 1,
        streamId: NOEGLE,
        version: 1,
        type: 'oekonomi.AnbringelseIvaerksat',
        registreret: '2023-01-01T00:00:00.000Z',
        data: { anbringelseId: NOEGLE, grundlag: 'samtykke', ivaerksatDato: '2023-01-01', myndigDato },
        sealed: {},
        meta: { aktoer: 'sb01', roller: [], korrelation: 'k' },
      },
      raekker,
    );
    return frist(raekker.frister, 'ungestoette-afgoerelse');
  };

  it('seks måneder før den dag, den unge fylder 18', () => {
    expect(frister18('2027-08-31')).toMatchObject([{ forfald_tekst: '2027-02-28', advis: '2027-02-26', regime: 'BL' }]);
  });

  it('loven er den, der gælder, når der skal afgøres, ikke når den unge fylder 18', () => {
    expect(frister18('2024-06-30')).toMatchObject([{ forfald_tekst: '2023-12-30', regime: 'SEL' }]);
    expect(frister18('2024-07-01')).toMatchObject([{ forfald_tekst: '2024-01-01', regime: 'BL' }]);
  });
});
