import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, KortTekst, Valgfri } from '../../faelles/felter.js';
import { declareEvent, type EventOf } from '../../platform/eventstore/event-declaration.js';

const tilhoer = { sagId: Id, barnId: Id };
const Omraade = Type.Union([Type.Literal('social'), Type.Literal('handicap')]);
const Bruger = KortTekst(120);
const OMRAADENAVN = { social: 'social', handicap: 'handicap' } as const;
const ENKELTSAGNAVN = {
  afklaring: 'Afklaring',
  afdaekning: 'Afdækning',
  bfu: 'Børnefaglig undersøgelse',
  visitation: 'Visitation',
  'indsats-opfoelgning': 'Indsats og opfølgning',
  partshoering: 'Partshøring',
  buu: 'Børne- og ungeudvalget',
  formandsafgoerelse: 'Formandens foreløbige afgørelse',
  anbringelsesanmodning: 'Barnets anmodning om anbringelse',
  ansoegning: 'Ansøgning',
  klage: 'Klage',
  aktindsigt: 'Aktindsigt',
} as const;
const FORVALTNING = { begge: 'offentlighedsloven § 13' } as const;

export const SagOprettet = declareEvent({
  type: 'sagsstyring.SagOprettet',
  version: 1,
  beskrivelse: 'Der er oprettet en børnesag; den rummer alle enkeltsager, til den lukkes.',
  schema: Type.Object({
    ...tilhoer,
    omraade: Omraade,
    oprettet: Dato,
    underretningId: Valgfri(Id),
    grund: Type.Union([Type.Literal('underretning'), Type.Literal('ansoegning'), Type.Literal('overtaget')]),
  }),
  sealed: {},
  category: 'sag',
  retbar: {
    oprettet: {
      foer: [
        ...['sagsstyring.SagTildelt', 'sagsstyring.OmraadeAendret', 'sagsstyring.EnkeltsagAabnet'],
        ...['sagsstyring.OverdragelseForeslaaet', 'sagsstyring.SagLukket'],
      ],
      roller: ['modtagelse', 'sagsbehandler'],
    },
  },
  legalBasis: { SEL: 'SEL § 46', BL: 'BL § 18' },
  journal: (d) => ({
    overskrift: 'Sag oprettet',
    tekst: `Oprettet ${d.oprettet} på området ${OMRAADENAVN[d.omraade]} (${d.grund === 'ansoegning' ? 'ansøgning' : d.grund}).`,
  }),
});

export const SagTildelt = declareEvent({
  type: 'sagsstyring.SagTildelt',
  version: 1,
  beskrivelse: 'Sagen er tildelt en sagsbehandler og et team.',
  schema: Type.Object({ ...tilhoer, sagsbehandler: Bruger, team: Valgfri(KortTekst(80)), tildelt: Dato }),
  sealed: {},
  category: 'sag',
  retbar: {
    tildelt: {
      // Who has it goes by the day: two who got it cannot change places.
      efter: ['sagsstyring.SagOprettet', 'sagsstyring.SagGenaabnet', 'sagsstyring.SagTildelt'],
      foer: ['sagsstyring.SagTildelt', 'sagsstyring.SagLukket'],
      roller: ['modtagelse'],
    },
  },
  legalBasis: { begge: 'retssikkerhedsloven § 15' },
  journal: (d) => ({
    overskrift: 'Sag tildelt',
    tekst: `Tildelt ${d.sagsbehandler}${d.team === undefined ? '' : ` i ${d.team}`} ${d.tildelt}.`,
  }),
});

export const OverdragelseForeslaaet = declareEvent({
  type: 'sagsstyring.OverdragelseForeslaaet',
  version: 1,
  beskrivelse: 'En sagsbehandler vil overdrage sagen til en anden med et notat om, hvor den står.',
  schema: Type.Object({
    ...tilhoer,
    overdragelseId: Id,
    fra: Bruger,
    til: Bruger,
    tilTeam: Valgfri(KortTekst(80)),
    notat: Fritekst(),
    foreslaaet: Dato,
    /** The handover of a whole caseload that it is part of. */
    fratraedelseId: Valgfri(Id),
  }),
  sealed: { barnId: ['notat'] },
  category: 'sag',
  legalBasis: FORVALTNING,
  journal: (d) => ({
    overskrift: 'Overdragelse foreslået',
    tekst: `Fra ${d.fra} til ${d.til} ${d.foreslaaet}. ${d.notat}`,
  }),
});

export const OverdragelseAccepteret = declareEvent({
  type: 'sagsstyring.OverdragelseAccepteret',
  version: 1,
  beskrivelse: 'Modtageren har sagt ja til overdragelsen og er nu sagsbehandler.',
  schema: Type.Object({
    ...tilhoer,
    overdragelseId: Id,
    fra: Bruger,
    til: Bruger,
    tilTeam: Valgfri(KortTekst(80)),
    accepteret: Dato,
  }),
  sealed: {},
  category: 'sag',
  legalBasis: FORVALTNING,
  journal: (d) => ({
    overskrift: 'Overdragelse accepteret',
    tekst: `${d.til} har overtaget sagen fra ${d.fra} ${d.accepteret}.`,
  }),
});

export const OverdragelseAfvist = declareEvent({
  type: 'sagsstyring.OverdragelseAfvist',
  version: 1,
  beskrivelse: 'Overdragelsen blev ikke til noget; sagsbehandleren er uændret.',
  schema: Type.Object({
    ...tilhoer,
    overdragelseId: Id,
    fra: Bruger,
    til: Bruger,
    begrundelse: Fritekst(),
    afvist: Dato,
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'sag',
  legalBasis: FORVALTNING,
  journal: (d) => ({ overskrift: 'Overdragelse afvist', tekst: `${d.fra} beholder sagen. ${d.begrundelse}` }),
});

export const OmraadeAendret = declareEvent({
  type: 'sagsstyring.OmraadeAendret',
  version: 1,
  beskrivelse: 'Sagen er flyttet mellem det sociale område og handicapområdet fra en dato.',
  schema: Type.Object({ ...tilhoer, omraade: Omraade, gaelderFra: Dato }),
  sealed: {},
  category: 'sag',
  retbar: {
    gaelderFra: {
      efter: ['sagsstyring.SagOprettet', 'sagsstyring.OmraadeAendret'],
      foer: ['sagsstyring.OmraadeAendret', 'sagsstyring.SagLukket'],
    },
  },
  legalBasis: FORVALTNING,
  journal: (d) => ({
    overskrift: 'Område ændret',
    tekst: `Sagen hører fra ${d.gaelderFra} til området ${OMRAADENAVN[d.omraade]}.`,
  }),
});

export const SagLukket = declareEvent({
  type: 'sagsstyring.SagLukket',
  version: 1,
  beskrivelse: 'Sagen er lukket med en begrundelse.',
  schema: Type.Object({ ...tilhoer, lukket: Dato, begrundelse: Fritekst() }),
  sealed: { barnId: ['begrundelse'] },
  category: 'sag',
  retbar: {
    lukket: {
      efter: [
        ...['sagsstyring.SagOprettet', 'sagsstyring.SagGenaabnet', 'sagsstyring.SagTildelt'],
        ...['sagsstyring.OmraadeAendret', 'sagsstyring.EnkeltsagAfsluttet'],
      ],
      foer: ['sagsstyring.SagGenaabnet'],
    },
  },
  legalBasis: FORVALTNING,
  journal: (d) => ({ overskrift: 'Sag lukket', tekst: `Lukket ${d.lukket}. ${d.begrundelse}` }),
});

export const SagGenaabnet = declareEvent({
  type: 'sagsstyring.SagGenaabnet',
  version: 1,
  beskrivelse: 'En lukket sag er åbnet igen.',
  schema: Type.Object({
    ...tilhoer,
    genaabnet: Dato,
    begrundelse: Fritekst(),
    /** Its caseworker has left: nobody has the case, and it must be assigned. */
    udenSagsbehandler: Valgfri(Type.Boolean()),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'sag',
  retbar: {
    genaabnet: {
      efter: ['sagsstyring.SagLukket'],
      foer: ['sagsstyring.SagLukket', 'sagsstyring.SagTildelt', 'sagsstyring.EnkeltsagAabnet'],
    },
  },
  legalBasis: FORVALTNING,
  journal: (d) => ({
    overskrift: 'Sag genåbnet',
    tekst: `Genåbnet ${d.genaabnet}.${d.udenSagsbehandler === true ? ' Sagsbehandleren er fratrådt; sagen skal tildeles.' : ''} ${d.begrundelse}`,
  }),
});

export const EnkeltsagAabnet = declareEvent({
  type: 'sagsstyring.EnkeltsagAabnet',
  version: 1,
  beskrivelse: 'En enkeltsag (delproces) er åbnet i sagen.',
  schema: Type.Object({
    ...tilhoer,
    enkeltsagId: Id,
    art: Type.Union([
      Type.Literal('afklaring'),
      Type.Literal('afdaekning'),
      Type.Literal('bfu'),
      Type.Literal('visitation'),
      Type.Literal('indsats-opfoelgning'),
      Type.Literal('partshoering'),
      Type.Literal('buu'),
      Type.Literal('formandsafgoerelse'),
      Type.Literal('anbringelsesanmodning'),
      Type.Literal('ansoegning'),
      Type.Literal('klage'),
      Type.Literal('aktindsigt'),
    ]),
    aabnet: Dato,
  }),
  sealed: {},
  category: 'administration',
  retbar: { aabnet: { kunSammen: true } },
  legalBasis: FORVALTNING,
  journal: (d) => ({ overskrift: 'Enkeltsag åbnet', tekst: `${ENKELTSAGNAVN[d.art]}, åbnet ${d.aabnet}.` }),
});

export const EnkeltsagAfsluttet = declareEvent({
  type: 'sagsstyring.EnkeltsagAfsluttet',
  version: 1,
  beskrivelse: 'En enkeltsag (delproces) er afsluttet.',
  schema: Type.Object({ ...tilhoer, enkeltsagId: Id, afsluttet: Dato }),
  sealed: {},
  category: 'administration',
  retbar: { afsluttet: { kunSammen: true } },
  legalBasis: FORVALTNING,
  journal: (d) => ({ overskrift: 'Enkeltsag afsluttet', tekst: `Afsluttet ${d.afsluttet}.` }),
});

export const IndsatsstatusNoteret = declareEvent({
  type: 'sagsstyring.IndsatsstatusNoteret',
  version: 1,
  beskrivelse:
    'Sagen ved nu, at en indsats er gået i gang eller ophørt; en ny underretning kræver genvurdering, så længe en indsats er i gang.',
  schema: Type.Object({
    ...tilhoer,
    indsatsId: Id,
    /** Older events do not say. */
    art: Valgfri(Type.Union([Type.Literal('indsats'), Type.Literal('anbringelse')])),
    igang: Type.Boolean(),
    dato: Dato,
  }),
  sealed: {},
  category: 'administration',
  retbar: { dato: { kunSammen: true } },
  legalBasis: { SEL: 'SEL § 155 a, stk. 1', BL: 'BL § 137, stk. 1' },
  journal: (d) => ({
    overskrift: d.igang ? 'Indsats i gang' : 'Indsats ikke længere i gang',
    tekst: `Noteret i sagen med virkning fra ${d.dato}.`,
  }),
});

export const sagEvents = [
  SagOprettet,
  SagTildelt,
  OverdragelseForeslaaet,
  OverdragelseAccepteret,
  OverdragelseAfvist,
  OmraadeAendret,
  SagLukket,
  SagGenaabnet,
  EnkeltsagAabnet,
  EnkeltsagAfsluttet,
  IndsatsstatusNoteret,
] as const;
export type SagEvent = EventOf<(typeof sagEvents)[number]>;
