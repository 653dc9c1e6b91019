import { proevVagter, type Vagt } from '../../platform/testing/vagter.js';
import { type Regime, type UndersoegelseKommando } from './kommandoer.js';
import {
  analyse,
  beslutBfu,
  boernesamtale,
  dag,
  efter,
  godkendelse,
  konklusion,
  type Kommando,
  nu,
  temaer,
  tilGodkendelse,
  udenSamtykke,
} from './testing/proeveforloeb.js';
import { undersoegelseDecider } from './undersoegelse.js';
import { undersoegelsesskridt } from './vejledning.js';

const sagkyndigId = '00000000-0000-7000-8000-000000000012';
const bestil = (r: Regime, mere: Partial<Kommando<'BestilSagkyndig'>> = {}): UndersoegelseKommando => ({
  type: 'BestilSagkyndig',
  sagkyndigId,
  art: 'psykolog',
  undersoeges: 'foraeldre',
  autoriseret: true,
  anmodet: dag(r, '02-15'),
  svarfrist: dag(r, '03-15'),
  udfoerer: 'Psykolog Prøvesen',
  begrundelse: 'Tvivl om forældrenes formåen.',
  ...mere,
});
const modtag = (r: Regime, modtaget = '03-10'): UndersoegelseKommando => ({
  type: 'ModtagSagkyndig',
  sagkyndigId,
  modtaget: dag(r, modtaget),
  resultat: 'Brug for vejledning.',
});
const opgiv = (r: Regime): UndersoegelseKommando => ({
  type: 'OpgivSagkyndig',
  sagkyndigId,
  dato: dag(r, '03-10'),
  begrundelse: 'Forældrene ønsker det ikke.',
});
const ppv = (r: Regime): UndersoegelseKommando => ({
  type: 'TagStillingTilPpv',
  dato: dag(r, '03-01'),
  indstilles: true,
  begrundelse: 'Følger ikke med i dansk.',
});
const P22 = { SEL: 'SEL § 50', BL: 'BL § 22, stk. 3' };
const tilKonklusion = (r: Regime) => [beslutBfu(r), temaer(r), boernesamtale(r), analyse(r)];

const VAGTER: readonly Vagt<UndersoegelseKommando>[] = [
  {
    regel: 'En psykolog, der undersøger forældre, er autoriseret',
    kun: 'BL',
    foer: (r) => [beslutBfu(r)],
    ulovlig: (r) => bestil(r, { autoriseret: false }),
    kode: 'psykolog-ikke-autoriseret',
    paragraf: { BL: 'BL § 22, stk. 5' },
    lovlig: (r) => [bestil(r)],
    haendelse: 'ics.SagkyndigUndersoegelseBestilt',
  },
  {
    regel: 'En ung på 15 samtykker til at blive undersøgt; ellers kan kun udvalget afgøre det',
    kun: 'SEL',
    foer: (r) => [beslutBfu(r)],
    ulovlig: (r) => bestil(r, { undersoeges: 'barnet', barn: { ufoedt: false, alder: 15 } }),
    kode: 'samtykke-mangler',
    paragraf: { SEL: 'SEL §§ 50 og 51' },
    mangler: ['samtykke'],
    lovlig: (r) => [
      bestil(r, { undersoeges: 'barnet', barn: { ufoedt: false, alder: 15 }, samtykkeDato: dag(r, '02-15') }),
    ],
    haendelse: 'ics.SagkyndigUndersoegelseBestilt',
  },
  {
    regel: 'Samtykket ligger ikke efter bestillingen',
    foer: (r) => [beslutBfu(r)],
    ulovlig: (r) => bestil(r, { undersoeges: 'barnet', samtykkeDato: dag(r, '02-16') }),
    kode: 'samtykke-efter-bestilling',
    paragraf: P22,
    lovlig: (r) => [bestil(r, { undersoeges: 'barnet', barn: { ufoedt: false, alder: 14 } })],
    haendelse: 'ics.SagkyndigUndersoegelseBestilt',
  },
  {
    regel: 'Har udvalget afgjort det, kræves den unges samtykke ikke',
    kun: 'SEL',
    foer: (r) => [beslutBfu(r)],
    ulovlig: (r) => bestil(r, { undersoeges: 'barnet', barn: { ufoedt: false, alder: 16 } }),
    kode: 'samtykke-mangler',
    paragraf: { SEL: 'SEL §§ 50 og 51' },
    mangler: ['samtykke'],
    lovlig: (r) => [
      udenSamtykke(r),
      bestil(r, { undersoeges: 'barnet', barn: { ufoedt: false, alder: 16 }, anmodet: dag(r, '02-25') }),
    ],
    haendelse: 'ics.SagkyndigUndersoegelseBestilt',
  },
  {
    regel: 'Svarfristen ligger ikke før bestillingen',
    foer: (r) => [beslutBfu(r)],
    ulovlig: (r) => bestil(r, { svarfrist: dag(r, '02-14') }),
    kode: 'svarfrist-foer-anmodning',
    lovlig: (r) => [bestil(r, { svarfrist: dag(r, '02-15') })],
    haendelse: 'ics.SagkyndigUndersoegelseBestilt',
  },
  {
    regel: 'Der modtages kun, hvad der er bestilt',
    foer: (r) => [beslutBfu(r)],
    ulovlig: (r) => modtag(r),
    kode: 'sagkyndig-findes-ikke',
    paragraf: P22,
    lovlig: (r) => [bestil(r), modtag(r)],
    haendelse: 'ics.SagkyndigUndersoegelseModtaget',
  },
  {
    regel: 'Resultatet er ikke ældre end bestillingen',
    foer: (r) => [beslutBfu(r), bestil(r)],
    ulovlig: (r) => modtag(r, '02-14'),
    kode: 'forkert-raekkefoelge',
    lovlig: (r) => [modtag(r, '02-15')],
    haendelse: 'ics.SagkyndigUndersoegelseModtaget',
  },
  {
    regel: 'Det, der er modtaget, kan ikke opgives',
    foer: (r) => [beslutBfu(r), bestil(r), modtag(r)],
    ulovlig: (r) => opgiv(r),
    kode: 'sagkyndig-afsluttet',
    paragraf: P22,
    status: 409,
    lovlig: (r) => [boernesamtale(r)],
    haendelse: 'ics.BoernesamtaleAfholdt',
  },
  {
    regel: 'En nødvendig undersøgelse er der, eller er opgivet med en begrundelse, før der konkluderes',
    kun: 'BL',
    foer: (r) => [...tilKonklusion(r), bestil(r)],
    ulovlig: (r) => konklusion(r),
    kode: 'sagkyndig-mangler',
    paragraf: { BL: 'BL § 22, stk. 3' },
    mangler: ['bfu-sagkyndig'],
    lovlig: (r) => [opgiv(r), konklusion(r)],
    haendelse: 'ics.BfuKonkluderet',
  },
  {
    regel: 'Er der en udfordring i undervisningen, tages der stilling til PPV, før undersøgelsen godkendes',
    kun: 'BL',
    foer: (r) => [
      beslutBfu(r),
      ...tilGodkendelse(r).map((k) => (k.type === 'UdarbejdAnalyse' ? analyse(r, { undervisning: true }) : k)),
    ],
    ulovlig: (r) => godkendelse(r),
    kode: 'bfu-kan-ikke-godkendes',
    paragraf: { BL: 'BL § 22, stk. 4' },
    mangler: ['bfu-ppv-vurdering'],
    lovlig: (r) => [ppv(r), godkendelse(r)],
    haendelse: 'ics.BfuGodkendt',
  },
  {
    regel: 'Stillingtagen til PPV findes ikke under serviceloven',
    kun: 'SEL',
    foer: (r) => [beslutBfu(r)],
    ulovlig: (r) => ppv(r),
    kode: 'ppv-stillingtagen-findes-ikke',
    paragraf: { SEL: 'BL § 22, stk. 4' },
    lovlig: (r) => [boernesamtale(r)],
    haendelse: 'ics.BoernesamtaleAfholdt',
  },
];
proevVagter('Sagkyndige undersøgelser og PPV: vagter', undersoegelseDecider, nu, VAGTER);

test('Forskel på lovene: under serviceloven afvises hverken psykolog, manglende resultat eller manglende PPV', () => {
  const uautoriseret = bestil('SEL', { autoriseret: false });
  expect(efter('SEL', beslutBfu('SEL')).then(uautoriseret, nu('SEL'))).toHaveLength(1);
  expect(efter('SEL', ...tilKonklusion('SEL'), bestil('SEL')).then(konklusion('SEL'), nu('SEL'))).toHaveLength(1);
  const undervisning = tilGodkendelse('SEL').map((k) =>
    k.type === 'UdarbejdAnalyse' ? analyse('SEL', { undervisning: true }) : k,
  );
  expect(efter('SEL', beslutBfu('SEL'), ...undervisning).then(godkendelse('SEL'), nu('SEL'))).toHaveLength(1);
});

test('En sagkyndig undersøgelse, hvis svarfrist er gået, skal rykkes (BL § 22, stk. 3)', () => {
  const { state } = efter('BL', beslutBfu('BL'), bestil('BL'));
  expect(undersoegelsesskridt(state, '2024-03-15').map(({ kode }) => kode)).not.toContain('bfu-ryk-sagkyndig');
  expect(undersoegelsesskridt(state, '2024-03-16')).toContainEqual(
    expect.objectContaining({ kode: 'bfu-ryk-sagkyndig', art: 'skal', hjemmel: 'BL § 22, stk. 3' }),
  );
});
