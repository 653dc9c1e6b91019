import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, KortTekst, Valgfri } from '../../faelles/felter.js';
import { declareEvent } from '../../platform/eventstore/event-declaration.js';

const tilhoer = { bfuId: Id, barnId: Id, sagId: Id };
const hjemmel = { SEL: 'SEL § 51', BL: 'BL § 23' } as const;
const FORMNAVN = {
  ambulant: 'ambulant',
  ophold: 'under ophold på en institution',
  indlaeggelse: 'under indlæggelse',
} as const;

export const UndersoegelseUdenSamtykkeBesluttet = declareEvent({
  type: 'ics.UndersoegelseUdenSamtykkeBesluttet',
  version: 1,
  beskrivelse:
    'Børne- og ungeudvalget har besluttet, at undersøgelsen gennemføres uden samtykke. Den skal være færdig inden to måneder fra afgørelsen.',
  schema: Type.Object({
    ...tilhoer,
    regime: Type.Union([Type.Literal('SEL'), Type.Literal('BL')]),
    afgoerelseDato: Dato,
    /** Last day under the rule in force on the day of the decision. */
    udloeber: Dato,
    /** The committee's case; the deadline stands there. */
    buuSagId: Id,
    form: Type.Union([Type.Literal('ambulant'), Type.Literal('ophold'), Type.Literal('indlaeggelse')]),
    sted: Valgfri(KortTekst()),
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['sted', 'begrundelse'] },
  category: 'undersoegelse',
  // The committee's day, copied: it is put right there, and this one follows (`afskrifter`).
  retbar: {
    afgoerelseDato: {
      efter: ['ics.AfdaekningBesluttet', 'ics.BfuBesluttet'],
      foer: ['ics.UndersoegelsesopholdBegyndt', 'ics.UndersoegelseUdenSamtykkeAfsluttet'],
      kunSammen: true,
    },
  },
  legalBasis: hjemmel,
  journal: (d) => ({
    overskrift: 'Undersøgelse uden samtykke besluttet af børne- og ungeudvalget',
    tekst: `Afgørelse ${d.afgoerelseDato}; gennemføres ${FORMNAVN[d.form]}${d.sted === undefined ? '' : ` (${d.sted})`} senest ${d.udloeber}. ${d.begrundelse}`,
  }),
});

export const UndersoegelsesopholdBegyndt = declareEvent({
  type: 'ics.UndersoegelsesopholdBegyndt',
  version: 1,
  beskrivelse: 'Barnets ophold uden for hjemmet er begyndt; det varer kun, så længe undersøgelsen varer.',
  schema: Type.Object({ ...tilhoer, dato: Dato }),
  sealed: {},
  category: 'undersoegelse',
  retbar: { dato: { efter: ['ics.UndersoegelseUdenSamtykkeBesluttet'], foer: ['ics.UndersoegelsesopholdOphoert'] } },
  legalBasis: hjemmel,
  journal: (d) => ({ overskrift: 'Ophold under undersøgelsen begyndt', tekst: `Begyndt ${d.dato}.` }),
});

export const UndersoegelsesopholdOphoert = declareEvent({
  type: 'ics.UndersoegelsesopholdOphoert',
  version: 1,
  beskrivelse: 'Barnets ophold uden for hjemmet under undersøgelsen er ophørt.',
  schema: Type.Object({ ...tilhoer, dato: Dato, efterUdloeb: Type.Boolean() }),
  sealed: {},
  category: 'undersoegelse',
  retbar: { dato: { efter: ['ics.UndersoegelsesopholdBegyndt'], foer: ['ics.UndersoegelseUdenSamtykkeAfsluttet'] } },
  legalBasis: hjemmel,
  journal: (d) => ({
    overskrift: 'Ophold under undersøgelsen ophørt',
    tekst: `Ophørt ${d.dato}${d.efterUdloeb ? ', efter at undersøgelsens to måneder var gået' : ''}.`,
  }),
});

export const UndersoegelseUdenSamtykkeAfsluttet = declareEvent({
  type: 'ics.UndersoegelseUdenSamtykkeAfsluttet',
  version: 1,
  beskrivelse: 'Undersøgelsen uden samtykke er gennemført; den børnefaglige undersøgelse går videre.',
  schema: Type.Object({ ...tilhoer, dato: Dato, resultat: Fritekst() }),
  sealed: { barnId: ['resultat'] },
  category: 'undersoegelse',
  retbar: { dato: { efter: ['ics.UndersoegelseUdenSamtykkeBesluttet', 'ics.UndersoegelsesopholdOphoert'] } },
  legalBasis: hjemmel,
  journal: (d) => ({ overskrift: 'Undersøgelse uden samtykke afsluttet', tekst: `Afsluttet ${d.dato}. ${d.resultat}` }),
});
