import { proevVagter, type Vagt } from '../../platform/testing/vagter.js';
import { type AfslutAfdaekning, type KonverterTilBfu, type Regime, type UndersoegelseKommando } from './kommandoer.js';
import {
  analyse,
  beslutAfdaekning,
  beslutBfu,
  BFU,
  boernesamtale,
  dag,
  efter,
  FUND,
  godkendelse,
  konklusion,
  nu,
  partshoering,
  temaer,
  tilGodkendelse,
} from './testing/proeveforloeb.js';
import { undersoegelseDecider } from './undersoegelse.js';

const afslut = (mere: Partial<AfslutAfdaekning> = {}): AfslutAfdaekning => ({
  type: 'AfslutAfdaekning',
  dato: dag('BL', '03-20'),
  udfald: 'tidlig-indsats',
  indsatskoder: ['kontaktperson'],
  kendteIndsatskoder: ['kontaktperson'],
  grunde: [],
  konklusion: 'Mobning, som skolen arbejder med.',
  barnetsHoldning: 'Glad for hjælpen.',
  foraeldresHoldning: 'Enige.',
  ...mere,
});
const konverter = (mere: Partial<KonverterTilBfu> = {}): KonverterTilBfu => ({
  type: 'KonverterTilBfu',
  afgoerelseDato: dag('BL', '03-20'),
  regime: 'BL',
  begrundelse: 'Der er vold i hjemmet.',
  ...mere,
});
const afdaekning = (r: Regime) => [beslutAfdaekning(r)];

const VAGTER: readonly Vagt<UndersoegelseKommando>[] = [
  {
    regel: 'Afdækning findes ikke under serviceloven: der er kun den børnefaglige undersøgelse',
    kun: 'SEL',
    foer: () => [],
    ulovlig: (r) => beslutAfdaekning(r),
    kode: 'afdaekning-findes-ikke',
    paragraf: { SEL: 'SEL § 50' },
    lovlig: (r) => [beslutBfu(r)],
    haendelse: 'ics.BfuBesluttet',
  },
  {
    regel: 'En afdækning følger af en screening',
    kun: 'BL',
    foer: () => [],
    ulovlig: (r) => {
      const { screening: _screening, ...uden } = beslutAfdaekning(r);
      return uden;
    },
    kode: 'screening-mangler',
    paragraf: { BL: 'BL § 18, stk. 1-2' },
    mangler: ['screening'],
    lovlig: afdaekning,
    haendelse: 'ics.AfdaekningBesluttet',
  },
  {
    regel: 'Screeningen peger på en afdækning og ikke på noget andet',
    kun: 'BL',
    foer: () => [],
    ulovlig: (r) => beslutAfdaekning(r, { screening: { udfald: 'bfu', underretningId: FUND } }),
    kode: 'screening-peger-paa-andet',
    paragraf: { BL: 'BL § 18, stk. 1-2' },
    mangler: ['screening'],
    lovlig: (r) => [beslutAfdaekning(r, { screening: { udfald: 'afdaekning', underretningId: FUND } })],
    haendelse: 'ics.AfdaekningBesluttet',
  },
  {
    regel: 'Ved overgreb er en børnefaglig undersøgelse en pligt, og en afdækning er ikke nok',
    kun: 'BL',
    foer: () => [],
    ulovlig: (r) => beslutAfdaekning(r, { grunde: ['overgreb'] }),
    kode: 'bfu-er-pligt',
    paragraf: { BL: 'BL § 20, stk. 1' },
    mangler: ['bfu-afgoerelse'],
    lovlig: (r) => [beslutBfu(r, { grunde: ['overgreb'] })],
    haendelse: 'ics.BfuBesluttet',
  },
  {
    regel: 'Der afdækkes forhold, som findes',
    kun: 'BL',
    foer: () => [],
    ulovlig: (r) => beslutAfdaekning(r, { forhold: ['vejret'] }),
    kode: 'ukendt-tema',
    paragraf: { BL: 'BL § 19' },
    lovlig: afdaekning,
    haendelse: 'ics.AfdaekningBesluttet',
  },
  {
    regel: 'Den samme afdækning besluttes én gang',
    kun: 'BL',
    foer: afdaekning,
    ulovlig: (r) => beslutAfdaekning(r),
    kode: 'bfu-findes',
    status: 409,
  },
  {
    regel: 'Kommunen er blevet opmærksom på behovet, før den beslutter en afdækning',
    kun: 'BL',
    foer: () => [],
    ulovlig: (r) => beslutAfdaekning(r, { opmaerksomDato: dag(r, '02-05') }),
    kode: 'opmaerksom-efter-afgoerelse',
    paragraf: { BL: 'BL § 20, stk. 3' },
    lovlig: (r) => [beslutAfdaekning(r, { opmaerksomDato: dag(r, '02-04') })],
    haendelse: 'ics.AfdaekningBesluttet',
  },
  {
    regel: 'En afdækning peger på indsatser, som findes',
    kun: 'BL',
    foer: (r) => [...afdaekning(r), boernesamtale(r)],
    ulovlig: () => afslut({ indsatskoder: ['ridelejr'] }),
    kode: 'ukendt-indsats',
    paragraf: { BL: 'BL § 19' },
    lovlig: () => [afslut()],
    haendelse: 'ics.AfdaekningAfsluttet',
  },
  {
    regel: 'Der er én afdækning eller undersøgelse i gang ad gangen',
    kun: 'BL',
    foer: () => [],
    ulovlig: (r) => beslutAfdaekning(r, { igangvaerende: [BFU] }),
    kode: 'bfu-i-gang',
    paragraf: { BL: 'BL §§ 19-20' },
    status: 409,
    lovlig: afdaekning,
    haendelse: 'ics.AfdaekningBesluttet',
  },
  {
    regel: 'Barnet er hørt, før afdækningen afsluttes',
    kun: 'BL',
    foer: afdaekning,
    ulovlig: () => afslut(),
    kode: 'boernesamtale-mangler',
    paragraf: { BL: 'BL § 5, stk. 3-4' },
    mangler: ['bfu-boernesamtale'],
    lovlig: (r) => [boernesamtale(r), afslut()],
    haendelse: 'ics.AfdaekningAfsluttet',
  },
  {
    regel: 'Viser afdækningen overgreb, skal den blive til en børnefaglig undersøgelse',
    kun: 'BL',
    foer: (r) => [beslutAfdaekning(r), boernesamtale(r)],
    ulovlig: () => afslut({ grunde: ['overgreb'] }),
    kode: 'bfu-er-pligt',
    paragraf: { BL: 'BL § 20, stk. 1' },
    mangler: ['bfu-afgoerelse'],
    lovlig: () => [konverter({ grunde: ['overgreb'] })],
    haendelse: 'ics.BfuBesluttet',
  },
  {
    regel: 'Konklusionen peger ikke både på ingen støtte og på indsatser',
    kun: 'BL',
    foer: (r) => [beslutAfdaekning(r), boernesamtale(r)],
    ulovlig: () => afslut({ udfald: 'ingen-stoette' }),
    kode: 'stillingtagen-uklar',
    paragraf: { BL: 'BL § 19' },
    lovlig: () => [afslut({ udfald: 'ingen-stoette', indsatskoder: [] })],
    haendelse: 'ics.AfdaekningAfsluttet',
  },
  {
    regel: 'Der konkluderes og høres ikke efter § 22 i en afdækning',
    kun: 'BL',
    foer: (r) => [beslutAfdaekning(r), boernesamtale(r), analyse(r)],
    ulovlig: (r) => konklusion(r),
    kode: 'kun-bfu',
    paragraf: { BL: 'BL §§ 19-20' },
    mangler: ['bfu-afgoerelse'],
    status: 422,
    lovlig: (r) => [konverter({ afgoerelseDato: dag(r, '03-10') }), temaer(r), konklusion(r)],
    haendelse: 'ics.BfuKonkluderet',
  },
  {
    regel: 'En afdækning kan ikke være afsluttet, før barnet var hørt',
    kun: 'BL',
    foer: (r) => [beslutAfdaekning(r), boernesamtale(r)],
    ulovlig: (r) => afslut({ dato: dag(r, '02-05') }),
    kode: 'forkert-raekkefoelge',
    paragraf: { BL: 'BL § 5, stk. 3-4' },
    lovlig: () => [afslut()],
    haendelse: 'ics.AfdaekningAfsluttet',
  },
  {
    regel: 'En afdækning handler om et barn: den afsluttes ikke for en ung på 18',
    kun: 'BL',
    foer: (r) => [beslutAfdaekning(r), boernesamtale(r)],
    ulovlig: () => afslut({ barn: { ufoedt: false, alder: 18 } }),
    kode: 'fyldt-18',
    paragraf: { BL: 'BL §§ 20 og 111' },
    lovlig: () => [afslut({ barn: { ufoedt: false, alder: 17 } })],
    haendelse: 'ics.AfdaekningAfsluttet',
  },
  {
    regel: 'En afdækning om en ung på 18 bliver ikke til en undersøgelse',
    kun: 'BL',
    foer: afdaekning,
    ulovlig: () => konverter({ barn: { ufoedt: false, alder: 18 } }),
    kode: 'fyldt-18',
    paragraf: { BL: 'BL §§ 20 og 111' },
    lovlig: () => [konverter({ barn: { ufoedt: false, alder: 17 } })],
    haendelse: 'ics.BfuBesluttet',
  },
  {
    regel: 'En undersøgelse er ikke besluttet, før afdækningen var det',
    kun: 'BL',
    foer: afdaekning,
    ulovlig: (r) => konverter({ afgoerelseDato: dag(r, '02-03') }),
    kode: 'forkert-raekkefoelge',
    paragraf: { BL: 'BL § 20' },
    lovlig: () => [konverter()],
    haendelse: 'ics.BfuBesluttet',
  },
  {
    regel: 'Kun en afdækning konverteres',
    foer: (r) => [beslutBfu(r)],
    ulovlig: (r) => konverter({ afgoerelseDato: dag(r, '03-20'), regime: r }),
    kode: 'ikke-en-afdaekning',
    paragraf: { SEL: 'SEL § 50', BL: 'BL § 19' },
    status: 409,
    lovlig: (r) => [boernesamtale(r)],
    haendelse: 'ics.BoernesamtaleAfholdt',
  },
];
proevVagter('Afdækning: vagter', undersoegelseDecider, nu, VAGTER);

describe('En afdækning bliver til en børnefaglig undersøgelse (BL §§ 19-20)', () => {
  const samlet = [beslutAfdaekning('BL'), boernesamtale('BL'), analyse('BL')];

  test('Opmærksomhedsdatoen bevares: de fire måneder løber fra den første dag, ikke fra konverteringen', () => {
    const [sket] = efter('BL', ...samlet).then(konverter({ hastighed: 'almindelig' }), nu('BL'));
    expect(sket?.data).toMatchObject({
      bfuId: BFU,
      opmaerksomDato: '2024-02-01',
      afgoerelseDato: '2024-03-20',
      fraAfdaekning: true,
    });
  });

  test('Det indsamlede følger med: samtale, temaer og fund er der, og undersøgelsen kan konkluderes på dem', () => {
    const { state } = efter('BL', ...samlet, konverter());
    expect(state).toMatchObject({
      form: 'bfu',
      fase: 'i-gang',
      boernesamtale: 'afholdt',
      temaer: { skoleforhold: true },
      begyndt: '2024-02-04',
      afgoerelseDato: '2024-03-20',
    });
    expect(state.fase === 'findes-ikke' ? [] : Object.keys(state.fund)).toEqual([FUND]);
    const videre = efter('BL', ...samlet, konverter({ afgoerelseDato: '2024-03-10' }), ...tilGodkendelse('BL'));
    expect(videre.then(godkendelse('BL'), nu('BL')).map(({ type }) => type)).toEqual(['ics.BfuGodkendt']);
  });

  test('Efter konverteringen gælder undersøgelsens krav: partshøring kræver en konklusion', () => {
    expect(efter('BL', ...samlet, konverter()).refused(partshoering('BL'), nu('BL'))).toMatchObject({
      kode: 'konklusion-mangler',
      mere: { paragraf: 'BL § 22, stk. 6' },
    });
  });

  test('En afsluttet afdækning er slut og kan ikke konverteres', () => {
    expect(efter('BL', ...samlet, afslut()).refused(konverter(), nu('BL'))).toMatchObject({ mere: { status: 409 } });
  });
});
