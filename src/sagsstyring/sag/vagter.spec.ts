import { context } from '../../platform/testing/given-when-then.js';
import { proevVagter, type Vagt } from '../../platform/testing/vagter.js';
import { type SagKommando, sagDecider } from './sag.js';
import { type EnkeltsagArt } from './tilstand.js';

type Regime = 'SEL' | 'BL';
const nr = (n: string): string => `00000000-0000-7000-8000-0000000000${n}`;
const [SAG, BARN, OVERDRAGELSE, ENKELTSAG, INDSATS] = [nr('0a'), nr('0b'), nr('0c'), nr('0d'), nr('0e')] as const;
const dag = (r: Regime, maaneddag: string): string => `${r === 'SEL' ? '2019' : '2025'}-${maaneddag}`;
const nu = (r: Regime, bruger = 'sb01') =>
  context(`${dag(r, '03-19')}T10:00:00+01:00`, { id: bruger, roller: ['sagsbehandler'] });
const begge = (paragraf: string) => ({ SEL: paragraf, BL: paragraf });
const OFL = begge('offentlighedsloven § 13');

const opret = (r: Regime): SagKommando => ({
  ...{ type: 'OpretSag', sagId: SAG, barnId: BARN, omraade: 'social', oprettet: dag(r, '01-02'), grund: 'ansoegning' },
});
const tildel = (r: Regime, mere: object = {}): SagKommando => ({
  ...{ type: 'TildelSag', sagsbehandler: 'sb01', tildelt: dag(r, '01-03') },
  ...mere,
});
const foreslaa = (r: Regime, mere: object = {}): SagKommando => ({
  ...{ type: 'ForeslaaOverdragelse', overdragelseId: OVERDRAGELSE, til: 'sb02', notat: 'Fristen er 1. april.' },
  foreslaaet: dag(r, '02-01'),
  ...mere,
});
const afvis = (r: Regime, mere: object = {}): SagKommando => ({
  ...{ type: 'AfvisOverdragelse', overdragelseId: OVERDRAGELSE, begrundelse: 'Inhabil.', afvist: dag(r, '02-02') },
  ...mere,
});
const luk = (r: Regime, mere: object = {}): SagKommando => ({
  ...{
    type: 'LukSag',
    lukket: dag(r, '03-01'),
    begrundelse: 'Formålet er opnået.',
    aabneUnderretninger: [],
    kraeverUndersoegelse: false,
    ankeVenter: false,
  },
  ...mere,
});
const genaabn = (r: Regime, mere: object = {}): SagKommando => ({
  ...{ type: 'GenaabnSag', genaabnet: dag(r, '03-02'), begrundelse: 'Ny ansøgning.' },
  ...mere,
});
const aabn = (r: Regime, art: EnkeltsagArt): SagKommando => ({
  ...{ type: 'AabnEnkeltsag', enkeltsagId: ENKELTSAG, art, aabnet: dag(r, '01-10') },
});
const afslut = (r: Regime): SagKommando => ({
  ...{ type: 'AfslutEnkeltsag', enkeltsagId: ENKELTSAG, afsluttet: dag(r, '02-10') },
});
const status = (r: Regime, igang: boolean): SagKommando => ({
  ...{ type: 'NoterIndsatsstatus', indsatsId: INDSATS, igang, dato: dag(r, igang ? '01-10' : '02-10') },
});
const omraade = (r: Regime, omraade: 'social' | 'handicap'): SagKommando => ({
  ...{ type: 'AendrOmraade', omraade, gaelderFra: dag(r, '02-01') },
});

/** What keeps a case open, and what the act of the day it would be closed says of it. */
const spaerrer = (
  regel: string,
  art: EnkeltsagArt,
  mangler: string,
  paragraf: Vagt<SagKommando>['paragraf'] & object,
  kun?: Regime,
): Vagt<SagKommando> => ({
  regel: `En sag lukkes ikke, mens ${regel}`,
  foer: (r) => [opret(r), aabn(r, art)],
  ulovlig: (r) => luk(r),
  kode: 'sag-kan-ikke-lukkes',
  ...{ paragraf, mangler: [mangler] },
  lovlig: (r) => [afslut(r), luk(r)],
  haendelse: 'sagsstyring.SagLukket',
  ...(kun === undefined ? {} : { kun }),
});

const VAGTER: readonly Vagt<SagKommando>[] = [
  {
    regel: 'En sag lukkes ikke, mens en underretning om barnet ikke er vurderet',
    foer: (r) => [opret(r)],
    ulovlig: (r) => luk(r, { aabneUnderretninger: [ENKELTSAG] }),
    kode: 'sag-kan-ikke-lukkes',
    paragraf: { SEL: 'SEL § 155, stk. 1', BL: 'BL § 136' },
    mangler: ['aaben-underretning'],
    lovlig: (r) => [luk(r)],
    haendelse: 'sagsstyring.SagLukket',
  },
  {
    regel: 'En sag lukkes ikke, mens en søskendes anbringelse kræver en undersøgelse af barnet, som ikke er begyndt',
    kun: 'BL',
    foer: (r) => [opret(r)],
    ulovlig: (r) => luk(r, { kraeverUndersoegelse: true }),
    kode: 'sag-kan-ikke-lukkes',
    paragraf: { BL: 'BL § 21, stk. 2-3' },
    mangler: ['kraevet-bfu'],
    lovlig: (r) => [luk(r)],
    haendelse: 'sagsstyring.SagLukket',
  },
  {
    regel: 'En sag lukkes ikke, mens det, der følger af Ankestyrelsens afgørelse, ikke er gjort',
    foer: (r) => [opret(r)],
    ulovlig: (r) => luk(r, { ankeVenter: true }),
    kode: 'sag-kan-ikke-lukkes',
    paragraf: { SEL: 'SEL §§ 166-168', BL: 'BL §§ 144-146' },
    mangler: ['aaben-anke'],
    lovlig: (r) => [luk(r)],
    haendelse: 'sagsstyring.SagLukket',
  },
  spaerrer('en afklaring er i gang', 'afklaring', 'aaben-underretning', { SEL: 'SEL § 155, stk. 1', BL: 'BL § 136' }),
  spaerrer('en undersøgelse er i gang', 'bfu', 'igangvaerende-bfu', { SEL: 'SEL § 50', BL: 'BL § 22, stk. 6' }),
  spaerrer('en afdækning er i gang', 'afdaekning', 'igangvaerende-afdaekning', { BL: 'BL § 19' }, 'BL'),
  spaerrer('en visitation er åben', 'visitation', 'aaben-enkeltsag', { SEL: 'SEL § 70', BL: 'BL § 95' }),
  spaerrer('en indsats er bevilget', 'indsats-opfoelgning', 'aaben-enkeltsag', { SEL: 'SEL § 70', BL: 'BL § 95' }),
  spaerrer('parterne høres', 'partshoering', 'aaben-partshoering', begge('forvaltningsloven § 19')),
  spaerrer('udvalget har sagen', 'buu', 'aaben-buu', { SEL: 'SEL § 74', BL: 'BL § 142' }),
  spaerrer('formandens afgørelse gælder', 'formandsafgoerelse', 'aaben-formandsafgoerelse', {
    ...{ SEL: 'SEL § 75', BL: 'BL § 143' },
  }),
  spaerrer(
    ...(['barnets anmodning ikke er afgjort', 'anbringelsesanmodning', 'aaben-anbringelsesanmodning'] as const),
    { BL: 'BL § 48' },
    'BL',
  ),
  spaerrer('en ansøgning ikke er besvaret', 'ansoegning', 'aaben-ansoegning', begge('RSL § 3, stk. 2')),
  {
    regel: 'En sag lukkes ikke, mens en indsats er i gang',
    foer: (r) => [opret(r), status(r, true)],
    ulovlig: (r) => luk(r),
    kode: 'sag-kan-ikke-lukkes',
    paragraf: { SEL: 'SEL § 70', BL: 'BL § 95' },
    mangler: ['igangvaerende-indsats'],
    lovlig: (r) => [status(r, false), luk(r)],
    haendelse: 'sagsstyring.SagLukket',
  },
  {
    regel: 'En sag lukkes ikke, mens en overdragelse venter på svar',
    foer: (r) => [opret(r), tildel(r), foreslaa(r)],
    ulovlig: (r) => luk(r),
    kode: 'sag-kan-ikke-lukkes',
    paragraf: OFL,
    mangler: ['aaben-overdragelse'],
    lovlig: (r) => [afvis(r), luk(r)],
    haendelse: 'sagsstyring.SagLukket',
  },
  {
    regel: 'Alt det, der mangler, siges på én gang',
    foer: (r) => [opret(r), aabn(r, 'bfu'), status(r, true)],
    ulovlig: (r) => luk(r, { aabneUnderretninger: [ENKELTSAG] }),
    kode: 'sag-kan-ikke-lukkes',
    paragraf: { SEL: 'SEL § 155, stk. 1; SEL § 50; SEL § 70', BL: 'BL § 136; BL § 22, stk. 6; BL § 95' },
    mangler: ['aaben-underretning', 'igangvaerende-bfu', 'igangvaerende-indsats'],
    lovlig: (r) => [afslut(r), status(r, false), luk(r)],
    haendelse: 'sagsstyring.SagLukket',
  },
  {
    regel: 'En lukning begrundes',
    foer: (r) => [opret(r)],
    ulovlig: (r) => luk(r, { begrundelse: ' ' }),
    kode: 'begrundelse-mangler',
    paragraf: OFL,
    lovlig: (r) => [luk(r)],
    haendelse: 'sagsstyring.SagLukket',
  },
  {
    regel: 'En sag overdrages ikke blindt',
    foer: (r) => [opret(r), tildel(r)],
    ulovlig: (r) => foreslaa(r, { notat: ' ' }),
    kode: 'overdragelsesnotat-mangler',
    paragraf: OFL,
    lovlig: (r) => [foreslaa(r)],
    haendelse: 'sagsstyring.OverdragelseForeslaaet',
  },
  {
    regel: 'En sag tildeles ikke en, der er fratrådt',
    foer: (r) => [opret(r)],
    ulovlig: (r) => tildel(r, { fratraadt: new Map([['sb01', dag(r, '01-01')]]) }),
    kode: 'modtager-fratraadt',
    paragraf: OFL,
    lovlig: (r) => [tildel(r)],
    haendelse: 'sagsstyring.SagTildelt',
  },
  {
    regel: 'En afvist overdragelse begrundes',
    foer: (r) => [opret(r), tildel(r), foreslaa(r)],
    ulovlig: (r) => afvis(r, { begrundelse: ' ' }),
    kode: 'begrundelse-mangler',
    paragraf: OFL,
    lovlig: (r) => [afvis(r)],
    haendelse: 'sagsstyring.OverdragelseAfvist',
  },
  {
    regel: 'En genåbning begrundes',
    foer: (r) => [opret(r), luk(r)],
    ulovlig: (r) => genaabn(r, { begrundelse: ' ' }),
    kode: 'begrundelse-mangler',
    paragraf: OFL,
    lovlig: (r) => [genaabn(r)],
    haendelse: 'sagsstyring.SagGenaabnet',
  },
  {
    regel: 'En sag genåbnes tidligst den dag, den blev lukket',
    foer: (r) => [opret(r), luk(r)],
    ulovlig: (r) => genaabn(r, { genaabnet: dag(r, '02-28') }),
    kode: 'forkert-raekkefoelge',
    lovlig: (r) => [genaabn(r, { genaabnet: dag(r, '03-01') })],
    haendelse: 'sagsstyring.SagGenaabnet',
  },
  {
    regel: 'Kun en lukket sag genåbnes',
    foer: (r) => [opret(r)],
    ulovlig: (r) => genaabn(r),
    kode: 'sag-ikke-lukket',
    status: 409,
    lovlig: (r) => [luk(r), genaabn(r)],
    haendelse: 'sagsstyring.SagGenaabnet',
  },
  {
    regel: 'En lukket sag ændres ikke',
    foer: (r) => [opret(r), luk(r)],
    ulovlig: (r) => tildel(r),
    kode: 'sag-lukket',
    status: 409,
    lovlig: (r) => [genaabn(r), tildel(r)],
    haendelse: 'sagsstyring.SagTildelt',
  },
  {
    regel: 'Den samme sag oprettes én gang',
    foer: (r) => [opret(r)],
    ulovlig: (r) => opret(r),
    kode: 'sag-findes',
    status: 409,
  },
  {
    regel: 'Der sker intet i en sag, der ikke findes',
    foer: () => [],
    ulovlig: (r) => tildel(r),
    kode: 'sag-findes-ikke',
    lovlig: (r) => [opret(r), tildel(r)],
    haendelse: 'sagsstyring.SagTildelt',
  },
  {
    regel: 'Området ændres til et andet',
    foer: (r) => [opret(r)],
    ulovlig: (r) => omraade(r, 'social'),
    kode: 'samme-omraade',
    status: 409,
    lovlig: (r) => [omraade(r, 'handicap')],
    haendelse: 'sagsstyring.OmraadeAendret',
  },
];
proevVagter('Sagen: vagter', sagDecider, nu, VAGTER);
