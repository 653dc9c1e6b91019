import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, Kode, Kommunekode, KortTekst, Tidspunkt, Valgfri } from '../../faelles/felter.js';
import { RETTELSESHJEMMEL, rettelsesfelter } from '../../faelles/rettelse.js';
import { declareEvent, type EventOf } from '../../platform/eventstore/event-declaration.js';
import { afklaringEvents } from './afklaring.events.js';

const tilhoer = { underretningId: Id, barnId: Id, sagId: Valgfri(Id) };
const Bruger = KortTekst(120);
const MODTAGELSE = { SEL: 'SEL § 155, stk. 1', BL: 'BL § 136' } as const;
const FORMNAVN = {
  telefonisk: 'telefonisk',
  skriftlig: 'skriftligt',
  personlig: 'ved personlig henvendelse',
  digital: 'digitalt',
} as const;
const SPORNAVN = {
  'ingen-indsats': 'ingen yderligere indsats',
  'tidlig-indsats': 'tidlig forebyggende indsats',
  afdaekning: 'afdækning',
  bfu: 'børnefaglig undersøgelse',
  handicap: 'handicapsporet',
} as const;

/** The clear facts of a receipt; a correction states them all anew, so that what follows from them can be worked out again. */
const kendsgerninger = {
  henvendelseId: Valgfri(Id),
  modtaget: Tidspunkt,
  form: Type.Union([
    Type.Literal('telefonisk'),
    Type.Literal('skriftlig'),
    Type.Literal('personlig'),
    Type.Literal('digital'),
  ]),
  anonym: Type.Boolean(),
  kendtAfsender: Type.Boolean(),
  ufoedt: Type.Boolean(),
  underretterKode: Kode,
  aarsagKoder: Type.Array(Kode, { minItems: 1 }),
  fagperson: Type.Boolean(),
  overgreb: Type.Boolean(),
  overgrebFraForaeldre: Type.Boolean(),
  aeresrelateret: Type.Boolean(),
  igangvaerendeIndsats: Type.Boolean(),
  regime: Type.Union([Type.Literal('SEL'), Type.Literal('BL')]),
};

export const UnderretningModtaget = declareEvent({
  type: 'sagsstyring.UnderretningModtaget',
  version: 1,
  beskrivelse: 'Kommunen har modtaget en underretning om ét barn. Fristen på 24 timer løber fra modtagelsen.',
  schema: Type.Object({
    ...tilhoer,
    ...kendsgerninger,
    /** Siblings that the network knew of on the day. */
    kendteSoeskende: Valgfri(Type.Array(Id)),
    underretterId: Valgfri(Id),
    underretterNavn: Valgfri(KortTekst()),
    underretterKontakt: Valgfri(KortTekst(400)),
    beskrivelse: Fritekst(),
  }),
  sealed: { barnId: ['beskrivelse'], underretterId: ['underretterNavn', 'underretterKontakt'] },
  category: 'underretning',
  legalBasis: MODTAGELSE,
  journal: (d) => ({
    overskrift: 'Underretning modtaget',
    tekst: `Modtaget ${d.modtaget} ${FORMNAVN[d.form]}${d.anonym ? ' fra en anonym underretter' : d.underretterNavn === undefined ? '' : ` fra ${d.underretterNavn}`}.${d.igangvaerendeIndsats ? ' Barnet har en igangværende indsats.' : ''} ${d.beskrivelse}`,
  }),
});

export const AkutvurderingForetaget = declareEvent({
  type: 'sagsstyring.AkutvurderingForetaget',
  version: 1,
  beskrivelse:
    'Det er vurderet, om barnets sundhed eller udvikling er i fare; det skal ske inden 24 timer efter modtagelsen.',
  schema: Type.Object({
    ...tilhoer,
    vurderet: Tidspunkt,
    vurderetAf: Bruger,
    akut: Type.Boolean(),
    aeresrelateret: Type.Boolean(),
    risikofaktorer: Fritekst(),
    beskyttelsesfaktorer: Fritekst(),
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['risikofaktorer', 'beskyttelsesfaktorer', 'begrundelse'] },
  category: 'underretning',
  legalBasis: { SEL: 'SEL § 155, stk. 2', BL: 'BL § 136' },
  journal: (d) => ({
    overskrift: d.akut ? 'Akutvurdering: barnet har brug for hjælp nu' : 'Akutvurdering: ikke akut',
    tekst: `Vurderet ${d.vurderet} af ${d.vurderetAf}. Risikofaktorer: ${d.risikofaktorer} Beskyttelsesfaktorer: ${d.beskyttelsesfaktorer} Begrundelse: ${d.begrundelse}`,
  }),
});

export const KvitteringSendt = declareEvent({
  type: 'sagsstyring.KvitteringSendt',
  version: 1,
  beskrivelse: 'Underretteren har fået kvittering for, at underretningen er modtaget.',
  schema: Type.Object({ ...tilhoer, sendt: Dato, maade: KortTekst(80) }),
  sealed: {},
  category: 'underretning',
  legalBasis: { SEL: 'SEL § 155 b, stk. 1', BL: 'BL kap. 16' },
  journal: (d) => ({ overskrift: 'Kvittering sendt til underretter', tekst: `Sendt ${d.sendt} (${d.maade}).` }),
});

export const FagpersonOrienteret = declareEvent({
  type: 'sagsstyring.FagpersonOrienteret',
  version: 1,
  beskrivelse:
    'Den fagperson, som underrettede, er orienteret om, hvorvidt der er sat noget i gang, eller orienteringen er undladt med begrundelse.',
  schema: Type.Object({ ...tilhoer, dato: Dato, undladt: Type.Boolean(), begrundelse: Valgfri(Fritekst()) }),
  sealed: { barnId: ['begrundelse'] },
  category: 'underretning',
  retbar: { dato: { efter: ['sagsstyring.UnderretningModtaget'], roller: ['modtagelse', 'sagsbehandler'] } },
  legalBasis: { SEL: 'SEL § 155 b, stk. 2-3', BL: 'BL kap. 16' },
  journal: (d) => ({
    overskrift: d.undladt ? 'Orientering af fagperson undladt' : 'Fagperson orienteret',
    tekst: `${d.dato}. ${d.begrundelse ?? ''}`.trim(),
  }),
});

export const GenvurderingForetaget = declareEvent({
  type: 'sagsstyring.GenvurderingForetaget',
  version: 1,
  beskrivelse:
    'Barnet har en igangværende indsats; sagen er genvurderet med mindst én, som ikke før har deltaget i den.',
  schema: Type.Object({
    ...tilhoer,
    vurderet: Tidspunkt,
    deltagere: Type.Array(Bruger, { minItems: 1 }),
    nyDeltager: Bruger,
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'underretning',
  retbar: { vurderet: { efter: ['sagsstyring.UnderretningModtaget'], roller: ['modtagelse', 'sagsbehandler'] } },
  legalBasis: { SEL: 'SEL § 155 a, stk. 1', BL: 'BL § 137, stk. 1' },
  journal: (d) => ({
    overskrift: 'Genvurdering',
    tekst: `Deltagere: ${d.deltagere.join(', ')}; ny i sagen: ${d.nyDeltager}. ${d.begrundelse}`,
  }),
});

export const BoernesamtaleIUnderretning = declareEvent({
  type: 'sagsstyring.BoernesamtaleIUnderretning',
  version: 1,
  beskrivelse:
    'Der er holdt en samtale med barnet til brug for vurderingen, eller samtalen er undladt med begrundelse.',
  schema: Type.Object({
    ...tilhoer,
    dato: Dato,
    udfald: Type.Union([Type.Literal('holdt'), Type.Literal('undladt')]),
    udenForaeldre: Type.Boolean(),
    referat: Valgfri(Fritekst()),
    begrundelse: Valgfri(Fritekst()),
  }),
  sealed: { barnId: ['referat', 'begrundelse'] },
  category: 'underretning',
  retbar: { dato: { efter: ['sagsstyring.UnderretningModtaget'], roller: ['modtagelse', 'sagsbehandler'] } },
  legalBasis: { SEL: 'SEL § 155 a', BL: 'BL § 137, stk. 2-4' },
  journal: (d) =>
    d.udfald === 'holdt'
      ? {
          overskrift: 'Samtale med barnet om underretningen',
          tekst: `Holdt ${d.dato}${d.udenForaeldre ? ' uden forældrenes tilstedeværelse' : ''}. ${d.referat ?? ''}`,
        }
      : { overskrift: 'Samtale med barnet undladt', tekst: `Besluttet ${d.dato}. Begrundelse: ${d.begrundelse ?? ''}` },
});

export const AeresrelateretRisikoVurderet = declareEvent({
  type: 'sagsstyring.AeresrelateretRisikoVurderet',
  version: 1,
  beskrivelse:
    'Risikoen ved en æresrelateret konflikt eller negativ social kontrol er vurderet, før forældre og netværk inddrages.',
  schema: Type.Object({ ...tilhoer, vurderet: Tidspunkt, vurderetAf: Bruger, risikovurdering: Fritekst() }),
  sealed: { barnId: ['risikovurdering'] },
  category: 'underretning',
  retbar: { vurderet: { efter: ['sagsstyring.UnderretningModtaget'], roller: ['modtagelse', 'sagsbehandler'] } },
  legalBasis: { SEL: 'SEL § 155 a', BL: 'BL § 18, stk. 3' },
  journal: (d) => ({
    overskrift: 'Risikovurdering ved æresrelateret konflikt',
    tekst: `Vurderet ${d.vurderet} af ${d.vurderetAf}. ${d.risikovurdering}`,
  }),
});

export const UnderretningScreenet = declareEvent({
  type: 'sagsstyring.UnderretningScreenet',
  version: 1,
  beskrivelse: 'Underretningen er vurderet færdig og sendt videre i et af sporene med en begrundelse.',
  schema: Type.Object({
    ...tilhoer,
    spor: Type.Union([
      Type.Literal('ingen-indsats'),
      Type.Literal('tidlig-indsats'),
      Type.Literal('afdaekning'),
      Type.Literal('bfu'),
      Type.Literal('handicap'),
    ]),
    screenet: Tidspunkt,
    screenetAf: Bruger,
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'underretning',
  retbar: {
    screenet: {
      efter: ['sagsstyring.UnderretningModtaget', 'sagsstyring.AkutvurderingForetaget'],
      roller: ['modtagelse', 'sagsbehandler'],
    },
  },
  legalBasis: { SEL: 'SEL § 155, stk. 1', BL: 'BL § 18, stk. 1-2' },
  journal: (d) => ({
    overskrift: `Screenet: ${SPORNAVN[d.spor]}`,
    tekst: `Screenet ${d.screenet} af ${d.screenetAf}. ${d.begrundelse}`,
  }),
});

export const UnderretningVideresendt = declareEvent({
  type: 'sagsstyring.UnderretningVideresendt',
  version: 1,
  beskrivelse: 'Underretningen hører til i en anden kommune og er sendt dertil.',
  schema: Type.Object({ ...tilhoer, tilKommune: Kommunekode, videresendt: Tidspunkt, begrundelse: Fritekst() }),
  sealed: { barnId: ['begrundelse'] },
  category: 'underretning',
  retbar: {
    videresendt: {
      efter: ['sagsstyring.UnderretningModtaget', 'sagsstyring.AkutvurderingForetaget'],
      roller: ['modtagelse', 'sagsbehandler'],
    },
  },
  legalBasis: { SEL: 'SEL § 152', BL: 'BL § 132' },
  journal: (d) => ({
    overskrift: 'Underretning videresendt',
    tekst: `Sendt til kommune ${d.tilKommune} ${d.videresendt}. ${d.begrundelse}`,
  }),
});

export const UnderretningAnnulleret = declareEvent({
  type: 'sagsstyring.UnderretningAnnulleret',
  version: 1,
  beskrivelse: 'Registreringen var en fejl; underretningen tæller ikke med, men bliver stående i loggen.',
  schema: Type.Object({ ...tilhoer, annulleret: Tidspunkt, begrundelse: Fritekst() }),
  sealed: { barnId: ['begrundelse'] },
  category: 'underretning',
  retbar: { annulleret: { efter: ['sagsstyring.UnderretningModtaget'], roller: ['modtagelse', 'sagsbehandler'] } },
  legalBasis: { begge: 'databeskyttelsesforordningen art. 16' },
  journal: (d) => ({ overskrift: 'Underretning annulleret', tekst: `Annulleret ${d.annulleret}. ${d.begrundelse}` }),
});

export const AkutvurderingRettet = declareEvent({
  type: 'sagsstyring.AkutvurderingRettet',
  version: 1,
  beskrivelse: 'Tidspunktet for akutvurderingen var registreret forkert og er rettet; om den kom i tide, følger med.',
  schema: Type.Object({ ...tilhoer, vurderet: Tidspunkt, ...rettelsesfelter({ vurderet: Tidspunkt }) }),
  sealed: { barnId: ['begrundelse'] },
  category: 'underretning',
  legalBasis: { begge: RETTELSESHJEMMEL },
  journal: (d) => ({
    overskrift: 'Tidspunktet for akutvurderingen er rettet',
    tekst: `Vurderet ${d.vurderet}, ikke ${d.foer.vurderet}. ${d.begrundelse}`,
  }),
});

export const KvitteringRettet = declareEvent({
  type: 'sagsstyring.KvitteringRettet',
  version: 1,
  beskrivelse: 'Dagen for kvitteringen var registreret forkert og er rettet; om den kom i tide, følger med.',
  schema: Type.Object({ ...tilhoer, sendt: Dato, ...rettelsesfelter({ sendt: Dato }) }),
  sealed: { barnId: ['begrundelse'] },
  category: 'underretning',
  legalBasis: { begge: RETTELSESHJEMMEL },
  journal: (d) => ({
    overskrift: 'Dagen for kvitteringen er rettet',
    tekst: `Sendt ${d.sendt}, ikke ${d.foer.sendt}. ${d.begrundelse}`,
  }),
});

export const UnderretningRettet = declareEvent({
  type: 'sagsstyring.UnderretningRettet',
  version: 1,
  beskrivelse: 'Tidspunktet for modtagelsen var registreret forkert og er rettet; fristerne følger med.',
  schema: Type.Object({
    ...tilhoer,
    ...kendsgerninger,
    rettet: Tidspunkt,
    foer: Type.Object({ modtaget: Tidspunkt, igangvaerendeIndsats: Type.Boolean() }),
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'underretning',
  legalBasis: { begge: 'databeskyttelsesforordningen art. 16' },
  journal: (d) => ({
    overskrift: 'Modtagelsen af underretningen er rettet',
    tekst: `Modtaget ${d.modtaget}, ikke ${d.foer.modtaget}. ${d.begrundelse}`,
  }),
});

export const underretningEvents = [
  UnderretningModtaget,
  UnderretningRettet,
  AkutvurderingForetaget,
  AkutvurderingRettet,
  KvitteringSendt,
  KvitteringRettet,
  FagpersonOrienteret,
  GenvurderingForetaget,
  BoernesamtaleIUnderretning,
  AeresrelateretRisikoVurderet,
  UnderretningScreenet,
  UnderretningVideresendt,
  UnderretningAnnulleret,
  ...afklaringEvents,
] as const;
export type UnderretningEvent = EventOf<(typeof underretningEvents)[number]>;
