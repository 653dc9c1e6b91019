import { context, given } from '../../platform/testing/given-when-then.js';
import { anbringelseDecider } from './anbringelse.js';
import { type BeslutAnbringelse } from './beslutning.js';
import {
  BFU,
  beslut,
  BUU,
  dag,
  efter,
  LILLESOESTER,
  LOVE,
  medTvang,
  nu,
  PLAN,
  sikret,
  svar,
  udvalg,
} from './testing/forloeb.js';

const ny = given(anbringelseDecider);
type Uden = (keyof BeslutAnbringelse)[];

function uden(command: BeslutAnbringelse, felter: Uden): BeslutAnbringelse {
  return Object.fromEntries(
    Object.entries(command).filter(([felt]) => !felter.includes(felt as keyof BeslutAnbringelse)),
  ) as unknown as BeslutAnbringelse;
}

describe.each(LOVE)('Afgørelse om anbringelse (%s)', (regime) => {
  const H = {
    SEL: {
      sted: 'SEL § 66',
      samtale: 'SEL § 48',
      bfu: 'SEL § 52, stk. 2',
      tvangsplan: 'SEL §§ 58 og 140',
      udvalg: 'SEL §§ 58 og 74',
      sikret: 'SEL §§ 63 a-63 c og 74',
    },
    BL: {
      sted: 'BL § 43, stk. 2',
      samtale: 'BL § 5, stk. 3-4',
      bfu: 'BL § 46, stk. 3',
      tvangsplan: 'BL § 91, stk. 2; § 51, stk. 1, nr. 3',
      udvalg: 'BL §§ 47 og 142',
      sikret: 'BL §§ 61-63 og 142',
    },
  }[regime];
  const overtaget = {
    ...{ reference: '12/2021', dato: dag(regime, '03-05'), afgoerelseKode: 'anbringelse-uden-samtykke' },
    overtaget: 'Fra nabokommunen.',
  };
  const stedtypehjemmel = { SEL: 'SEL § 66', BL: 'BL § 43, stk. 1' }[regime];

  it('med alt i orden besluttes den med sted, formål og varighed', () => {
    expect(ny.then(beslut(regime), nu(regime))).toMatchObject([
      {
        type: 'oekonomi.AnbringelseBesluttet',
        data: {
          ...{ regime, grundlag: 'samtykke', stedtype: 'plejefamilie-almen', bfuId: BFU, planId: PLAN },
          ...{ planUndtaget: false, ungeplan: false, boernesamtaleDato: dag(regime, '03-01') },
        },
      },
    ]);
  });

  it.each<[string, Partial<BeslutAnbringelse>, Uden, object]>([
    [
      'samtalen kan undlades med en grund',
      { boernesamtale: { art: 'undladt', begrundelse: 'Otte måneder.' } },
      [],
      { boernesamtaleUndladt: 'Otte måneder.' },
    ],
    [
      'sideløbende med undersøgelsen, når særlige forhold begrundes',
      { bfu: { bfuId: BFU, afsluttet: false }, udenUndersoegelse: 'Kan ikke vente.' },
      [],
      { udenUndersoegelse: 'Kan ikke vente.', bfuId: BFU },
    ],
    ['en på 16 år skal have ungeplan', { alder: 16 }, [], { ungeplan: true }],
    ['en på 15 skal ikke', { alder: 15 }, [], { ungeplan: false }],
    ['uden kendt fødselsdato er planen barnets', { alder: null }, [], { ungeplan: false }],
    [
      'omsorgssvigt: søskende huskes',
      { omsorgssvigt: true, soeskende: [LILLESOESTER] },
      [],
      { omsorgssvigt: true, soeskende: [LILLESOESTER] },
    ],
    [
      'uden samtykke, når udvalget har afgjort det',
      medTvang(regime),
      [],
      { grundlag: 'tvang', udvalgsafgoerelseId: BUU, udvalgsafgoerelseDato: dag(regime, '03-05') },
    ],
    [
      'formandens foreløbige afgørelse venter hverken på undersøgelse eller plan',
      {
        ...medTvang(regime),
        udvalg: { formandsafgoerelseId: BUU, dato: dag(regime, '03-05'), afgoerelseKode: 'anbringelse-uden-samtykke' },
      },
      ['bfu'],
      { formandsafgoerelseId: BUU },
    ],
    [
      'en afgørelse i en overtaget sag har en reference',
      { ...medTvang(regime), udvalg: overtaget },
      [],
      { udvalgsreference: '12/2021', udvalgOvertaget: 'Fra nabokommunen.' },
    ],
    [
      'en sikret institution, når udvalget har afgjort det',
      { ...medTvang(regime), stedtype: sikret, udvalg: udvalg(regime, dag(regime, '03-05'), 'sikret') },
      [],
      { stedtype: sikret.kode },
    ],
    [
      'ungestøtte hviler ikke på en undersøgelse',
      { grundlag: 'ungestoette', alder: 18 },
      ['bfu'],
      { grundlag: 'ungestoette' },
    ],
  ])('lovligt: %s', (_navn, mere, mangler, data) => {
    expect(ny.then(uden(beslut(regime, mere), mangler), nu(regime))).toMatchObject([{ data }]);
  });

  it.each<[string, Partial<BeslutAnbringelse>, Uden, readonly string[], string | undefined]>([
    ['stedet er ikke godkendt', {}, ['stedGodkendt'], ['sted-godkendt'], H.sted],
    ['stedet er godkendt dagen efter', { stedGodkendt: dag(regime, '03-06') }, [], ['sted-godkendt'], H.sted],
    ['barnet er ikke hørt', {}, ['boernesamtale'], ['boernesamtale'], H.samtale],
    ['ingen undersøgelse', {}, ['bfu'], ['bfu-afsluttet'], H.bfu],
    ['undersøgelsen er ikke afsluttet', { bfu: { bfuId: BFU, afsluttet: false } }, [], ['bfu-afsluttet'], H.bfu],
    ['tvang uden plan', medTvang(regime), ['plan'], ['plan-foer-tvang'], H.tvangsplan],
    [
      'tvang med en plan, der ikke gælder',
      { ...medTvang(regime), plan: { planId: PLAN, gaeldende: false }, planUndtagelse: 'Haster.' },
      [],
      ['plan-foer-tvang'],
      H.tvangsplan,
    ],
    ['tvang uden udvalgets afgørelse', { grundlag: 'tvang' }, [], [], H.udvalg],
    ['sikret institution uden udvalget', { stedtype: sikret }, [], [], H.sikret],
    [
      'sikret institution på en almindelig afgørelse om anbringelse uden samtykke',
      { ...medTvang(regime), stedtype: sikret },
      [],
      [],
      H.sikret,
    ],
    [
      'sikret institution på en afgørelse om en delvis lukket',
      { ...medTvang(regime), stedtype: sikret, udvalg: udvalg(regime, dag(regime, '03-05'), 'delvis-lukket') },
      [],
      [],
      H.sikret,
    ],
    [
      'en plejefamilie på en afgørelse om en sikret institution',
      { ...medTvang(regime), udvalg: udvalg(regime, dag(regime, '03-05'), 'sikret') },
      [],
      [],
      H.sikret,
    ],
    [
      'tvang afgjort dagen før udvalget',
      { ...medTvang(regime), udvalg: udvalg(regime, dag(regime, '03-06')) },
      [],
      ['udvalgsafgoerelse'],
      H.udvalg,
    ],
    [
      'samtalen er holdt dagen efter afgørelsen',
      { boernesamtale: { art: 'holdt', dato: dag(regime, '03-06') } },
      [],
      ['boernesamtale'],
      H.samtale,
    ],
    [
      'samtalen i undersøgelsen er holdt dagen efter afgørelsen',
      { boernesamtale: { art: 'i-bfu', dato: dag(regime, '03-06') } },
      [],
      ['boernesamtale'],
      H.samtale,
    ],
    ['en, der er fyldt 18', { alder: 18 }, [], ['fyldt-18'], { SEL: 'SEL § 52, stk. 3, nr. 7', BL: 'BL § 46' }[regime]],
    [
      'tvang over for en, der er fyldt 18',
      { ...medTvang(regime), alder: 18 },
      [],
      ['fyldt-18'],
      medTvang(regime).hjemmel,
    ],
    ['en stedtype, der ikke gælder på dagen', { stedtype: undefined }, [], [], stedtypehjemmel],
    [
      'start før afgørelsen',
      { forventetStart: dag(regime, '03-04') },
      [],
      [],
      { SEL: 'SEL § 52, stk. 3, nr. 7', BL: 'BL § 46' }[regime],
    ],
    ['afgørelse i fremtiden', { afgoerelseDato: dag(regime, '12-21', 1) }, [], [], undefined],
  ])('ulovligt: %s', (_navn, mere, felter, mangler, paragraf) => {
    const nej = ny.refused(uden(beslut(regime, mere), felter), nu(regime));
    expect(svar(nej)).toMatchObject({ status: 422, mangler, paragraf });
  });

  it.each<[string, Partial<BeslutAnbringelse>, string, string]>([
    ['tvang uden udvalgets afgørelse', { grundlag: 'tvang' }, 'udvalgsafgoerelse-mangler', H.udvalg],
    [
      'tvang afgjort dagen før udvalget',
      { ...medTvang(regime), udvalg: udvalg(regime, dag(regime, '03-06')) },
      ...(['foer-udvalgets-afgoerelse', H.udvalg] as const),
    ],
    ['sikret institution uden udvalget', { stedtype: sikret }, 'stedtype-kraever-udvalg', H.sikret],
    [
      'en plejefamilie på en afgørelse om en sikret institution',
      { ...medTvang(regime), udvalg: udvalg(regime, dag(regime, '03-05'), 'sikret') },
      ...(['stedtype-passer-ikke', H.sikret] as const),
    ],
    ['en stedtype, der ikke gælder på dagen', { stedtype: undefined }, 'ukendt-stedtype', stedtypehjemmel],
  ])('koden siger, hvad der er galt: %s', (_navn, mere, kode, paragraf) => {
    const nej = ny.refused(beslut(regime, mere), nu(regime));
    expect([nej.kode, nej.mere.paragraf]).toEqual([kode, paragraf]);
  });

  it('alt, der mangler, siges på én gang', () => {
    const nej = ny.refused(uden(beslut(regime), ['stedGodkendt', 'boernesamtale', 'bfu']), nu(regime));
    expect(svar(nej).mangler).toEqual(['sted-godkendt', 'boernesamtale', 'bfu-afsluttet']);
  });

  it('den besluttes én gang', () => {
    const nej = given(anbringelseDecider, ...efter(regime, beslut(regime))).refused(beslut(regime), nu(regime));
    expect(svar(nej)).toMatchObject({ status: 409, kode: 'anbringelse-findes' });
  });

  it('før afgørelsen findes den ikke', () => {
    expect(
      ny.refused({ type: 'OrienterUdvalg', dato: dag(regime, '03-05') }, context('2025-01-01T10:00:00+01:00')).kode,
    ).toBe('anbringelse-findes-ikke');
  });
});

it('SEL § 140, stk. 1: handleplanen gælder før afgørelsen; kan barnet ikke vente, følger den', () => {
  const nej = ny.refused(uden(beslut('SEL'), ['plan']), nu('SEL'));
  expect(svar(nej)).toMatchObject({ mangler: ['handleplan'], paragraf: 'SEL § 140, stk. 1' });
  expect(ny.then(uden(beslut('SEL', { planUndtagelse: 'Kan ikke vente.' }), ['plan']), nu('SEL'))).toMatchObject([
    { data: { planUndtaget: true, planUndtagelse: 'Kan ikke vente.' } },
  ]);
});

it('BL § 91, stk. 2: med samtykke kan planen laves bagefter (3 måneder)', () => {
  expect(ny.then(uden(beslut('BL'), ['plan']), nu('BL'))).toMatchObject([{ data: { planUndtaget: true } }]);
});

it('udvalgets afgørelse skal være angivet ved tvang, uanset hvad der ellers foreligger', () => {
  const { udvalg: _udvalg, ...resten } = medTvang('BL');
  expect(ny.refused(beslut('BL', resten), nu('BL')).mere.felt).toBe('udvalg');
  expect(ny.then(beslut('BL', { ...resten, udvalg: udvalg('BL') }), nu('BL'))).toHaveLength(1);
});
