import { proevVagter, type Vagt } from '../../platform/testing/vagter.js';
import { type Regime, type UndersoegelseKommando } from './kommandoer.js';
import {
  beslutBfu,
  dag,
  efter,
  godkendelse,
  MOR,
  nu,
  partshoering,
  tilGodkendelse,
  type Kommando,
} from './testing/proeveforloeb.js';
import { undersoegelseDecider } from './undersoegelse.js';

const FAR = { personId: '00000000-0000-7000-8000-00000000001e', rolle: 'foraelder' } as const;
const P19 = { SEL: 'forvaltningsloven § 19', BL: 'forvaltningsloven § 19' };
/** All that comes before the hearing. */
const konkluderet = (r: Regime) => [beslutBfu(r), ...tilGodkendelse(r).slice(0, -1)];
const hoer = (r: Regime, mere: Partial<Kommando<'SendPartshoering'>> = {}): UndersoegelseKommando => ({
  ...partshoering(r),
  ...mere,
});
const svar = (r: Regime, dato: string, personId?: string): UndersoegelseKommando => ({
  type: 'BesvarPartshoering',
  ...{ dato: dag(r, dato), svar: 'Enig.' },
  ...(personId === undefined ? {} : { personId }),
});
const begge = (r: Regime) => [...konkluderet(r), hoer(r, { parter: [MOR, FAR] })];

const VAGTER: readonly Vagt<UndersoegelseKommando>[] = [
  {
    regel: 'En høring går til nogen, eller det begrundes, at der ingen er',
    foer: konkluderet,
    ulovlig: (r) => hoer(r, { parter: [] }),
    kode: 'ingen-parter',
    paragraf: P19,
    mangler: ['foraeldremyndighed'],
    lovlig: (r) => [hoer(r, { parter: [], ingenParter: 'Kom alene til landet og har endnu ingen værge.' })],
    haendelse: 'ics.PartshoeringSendt',
  },
  {
    regel: 'Er der parter, kan de ikke begrundes væk',
    foer: konkluderet,
    ulovlig: (r) => hoer(r, { ingenParter: 'De vil ikke.' }),
    kode: 'der-er-parter',
    paragraf: P19,
    lovlig: (r) => [hoer(r)],
    haendelse: 'ics.PartshoeringSendt',
  },
  {
    regel: 'En beskyttet adresse skjules i brevene',
    foer: konkluderet,
    ulovlig: (r) => hoer(r, { beskyttedeAndre: 1 }),
    kode: 'beskyttet-adresse',
    paragraf: { SEL: 'CPR-loven § 28', BL: 'CPR-loven § 28' },
    mangler: ['maskering'],
    lovlig: (r) => [hoer(r, { beskyttedeAndre: 1, maskeret: true })],
    haendelse: 'ics.PartshoeringSendt',
  },
  {
    regel: 'Er flere hørt, siges det, hvem der har svaret',
    foer: begge,
    ulovlig: (r) => svar(r, '03-28'),
    kode: 'part-mangler',
    paragraf: P19,
    mangler: ['personId'],
    lovlig: (r) => [svar(r, '03-28', MOR.personId)],
    haendelse: 'ics.PartshoeringBesvaret',
  },
  {
    regel: 'Kun en, der er hørt, har svaret',
    foer: konkluderet,
    ulovlig: (r) => svar(r, '03-28', FAR.personId),
    kode: 'partshoering-ikke-sendt',
    paragraf: P19,
    lovlig: (r) => [hoer(r), svar(r, '03-28')],
    haendelse: 'ics.PartshoeringBesvaret',
  },
  {
    regel: 'En, der ikke er part, svarer ikke',
    foer: (r) => [...konkluderet(r), hoer(r)],
    ulovlig: (r) => svar(r, '03-28', FAR.personId),
    kode: 'ikke-part',
    paragraf: P19,
    lovlig: (r) => [svar(r, '03-28', MOR.personId)],
    haendelse: 'ics.PartshoeringBesvaret',
  },
  {
    regel: 'Før svarfristen godkendes først, når alle har svaret',
    foer: (r) => [...begge(r), svar(r, '03-28', MOR.personId)],
    ulovlig: (r) => godkendelse(r, '04-02'),
    kode: 'bfu-kan-ikke-godkendes',
    paragraf: P19,
    mangler: ['bfu-partshoering-svar'],
    lovlig: (r) => [svar(r, '04-01', FAR.personId), godkendelse(r, '04-02')],
    haendelse: 'ics.BfuGodkendt',
  },
  {
    regel: 'Den, der er part, når der godkendes, skal være hørt',
    foer: (r) => [...konkluderet(r), hoer(r)],
    ulovlig: (r) => ({ ...godkendelse(r), parter: [MOR, FAR] }),
    kode: 'part-ikke-hoert',
    paragraf: P19,
    mangler: ['bfu-partshoering'],
    lovlig: (r) => [{ ...godkendelse(r), parter: [MOR] }],
    haendelse: 'ics.BfuGodkendt',
  },
];
proevVagter('Partshøring om undersøgelsen: vagter', undersoegelseDecider, nu, VAGTER);

test.each<Regime>(['SEL', 'BL'])(
  'Godkendelsen hviler på det seneste svar, i hvilken rækkefølge de end kommer (%s)',
  (r) => {
    const { state } = efter(r, ...begge(r), svar(r, '04-01', MOR.personId), svar(r, '03-28', FAR.personId));
    expect(state).toMatchObject({ partshoering: { besvaret: dag(r, '04-01') } });
  },
);
