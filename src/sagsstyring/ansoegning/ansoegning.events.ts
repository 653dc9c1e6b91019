import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, Valgfri } from '../../faelles/felter.js';
import { RETTELSESHJEMMEL, rettelsesfelter } from '../../faelles/rettelse.js';
import { declareEvent, type EventOf } from '../../platform/eventstore/event-declaration.js';

const tilhoer = { ansoegningId: Id, sagId: Id, barnId: Id };
const FRIST = { begge: 'RSL § 3, stk. 2' } as const;
const SPORNAVN = {
  'tidlig-indsats': 'tidlig forebyggende indsats',
  afdaekning: 'afdækning',
  bfu: 'børnefaglig undersøgelse',
  handicap: 'handicapsporet',
  'ingen-afdaekning': 'afgøres uden yderligere afdækning',
} as const;
const UDFALDSNAVN = {
  imoedekommet: 'imødekommet',
  delvist: 'delvist imødekommet',
  afslag: 'afslag',
  trukket: 'trukket tilbage',
} as const;

export const AnsoegningModtaget = declareEvent({
  type: 'sagsstyring.AnsoegningModtaget',
  version: 1,
  beskrivelse: 'Familien har søgt om støtte; kommunens egen frist for svaret er kendt.',
  schema: Type.Object({
    ...tilhoer,
    regime: Type.Union([Type.Literal('SEL'), Type.Literal('BL')]),
    ansoegerId: Id,
    modtaget: Dato,
    /** Answer at the latest, by the municipality's published deadline for the area. */
    svarSenest: Dato,
    oensker: Fritekst(),
  }),
  sealed: { barnId: ['oensker'] },
  category: 'sag',
  legalBasis: FRIST,
  journal: (d) => ({
    overskrift: 'Ansøgning modtaget',
    tekst: `Modtaget ${d.modtaget}, svar senest ${d.svarSenest}. ${d.oensker}`,
  }),
});

export const AnsoegningsmodtagelseRettet = declareEvent({
  type: 'sagsstyring.AnsoegningsmodtagelseRettet',
  version: 1,
  beskrivelse: 'Dagen, hvor ansøgningen kom, var registreret forkert og er rettet, og kommunens frist med den.',
  schema: Type.Object({
    ...tilhoer,
    regime: Type.Union([Type.Literal('SEL'), Type.Literal('BL')]),
    modtaget: Dato,
    svarSenest: Dato,
    ...rettelsesfelter({ modtaget: Dato, svarSenest: Dato }),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'sag',
  legalBasis: { begge: RETTELSESHJEMMEL },
  journal: (d) => ({
    overskrift: 'Modtagelsen af ansøgningen er rettet',
    tekst: `Modtaget ${d.modtaget}, ikke ${d.foer.modtaget}; svar senest ${d.svarSenest}. ${d.begrundelse}`,
  }),
});

export const AnsoegningScreenet = declareEvent({
  type: 'sagsstyring.AnsoegningScreenet',
  version: 1,
  beskrivelse: 'Ansøgningen er screenet: det er vurderet, om og hvordan barnets behov skal afdækkes.',
  schema: Type.Object({
    ...tilhoer,
    dato: Dato,
    spor: Type.Union([
      Type.Literal('tidlig-indsats'),
      Type.Literal('afdaekning'),
      Type.Literal('bfu'),
      Type.Literal('handicap'),
      Type.Literal('ingen-afdaekning'),
    ]),
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'sag',
  retbar: {
    dato: {
      efter: ['sagsstyring.AnsoegningModtaget'],
      foer: ['sagsstyring.AnsoegningAfgjort'],
      roller: ['modtagelse', 'sagsbehandler'],
    },
  },
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 18, stk. 1-2' },
  journal: (d) => ({
    overskrift: `Ansøgning screenet: ${SPORNAVN[d.spor]}`,
    tekst: `Screenet ${d.dato}. ${d.begrundelse}`,
  }),
});

export const SagsbehandlingsbeskedSendt = declareEvent({
  type: 'sagsstyring.SagsbehandlingsbeskedSendt',
  version: 1,
  beskrivelse: 'Fristen kan ikke holdes; ansøgeren har skriftligt fået at vide, hvornår afgørelsen ventes.',
  schema: Type.Object({ ...tilhoer, sendt: Dato, forventet: Dato, begrundelse: Fritekst() }),
  sealed: { barnId: ['begrundelse'] },
  category: 'sag',
  retbar: {
    forventet: { planlagt: true, efterFelter: ['sendt'] },
    sendt: {
      efter: ['sagsstyring.AnsoegningModtaget'],
      foer: ['sagsstyring.AnsoegningAfgjort'],
      foerFelter: ['forventet'],
    },
  },
  legalBasis: FRIST,
  journal: (d) => ({
    overskrift: 'Besked om senere svar på ansøgning',
    tekst: `Sendt ${d.sendt}; afgørelsen ventes ${d.forventet}. ${d.begrundelse}`,
  }),
});

export const AnsoegningAfgjort = declareEvent({
  type: 'sagsstyring.AnsoegningAfgjort',
  version: 1,
  beskrivelse: 'Ansøgeren har fået svar, eller ansøgningen er trukket tilbage.',
  schema: Type.Object({
    ...tilhoer,
    dato: Dato,
    udfald: Type.Union([
      Type.Literal('imoedekommet'),
      Type.Literal('delvist'),
      Type.Literal('afslag'),
      Type.Literal('trukket'),
    ]),
    afgoerelseId: Valgfri(Id),
  }),
  sealed: {},
  category: 'sag',
  retbar: {
    dato: {
      efter: [
        'sagsstyring.AnsoegningModtaget',
        'sagsstyring.AnsoegningScreenet',
        'sagsstyring.SagsbehandlingsbeskedSendt',
      ],
    },
  },
  legalBasis: { begge: 'forvaltningsloven §§ 22-25' },
  journal: (d) => ({ overskrift: `Ansøgning afgjort: ${UDFALDSNAVN[d.udfald]}`, tekst: `Afgjort ${d.dato}.` }),
});

export const ansoegningEvents = [
  AnsoegningModtaget,
  AnsoegningsmodtagelseRettet,
  AnsoegningScreenet,
  SagsbehandlingsbeskedSendt,
  AnsoegningAfgjort,
] as const;
export type AnsoegningEvent = EventOf<(typeof ansoegningEvents)[number]>;
