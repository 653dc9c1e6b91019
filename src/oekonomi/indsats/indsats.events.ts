import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, KortTekst, Valgfri } from '../../faelles/felter.js';
import { RETTELSESHJEMMEL, rettelsesfelter } from '../../faelles/rettelse.js';
import { declareEvent, type EventOf } from '../../platform/eventstore/event-declaration.js';
import { sluttetUndersoegelse, sluttetUndersoegelseRettet } from '../sluttet_undersoegelse.js';
import {
  Antalprfelt,
  IndsatsJusteret,
  IndsatsophoerBesluttet,
  IndsatssamtykkeBortfaldet,
  IndsatssamtykkeGenoprettet,
  Prisenhedfelt,
} from './justering.events.js';

const OPHOER = {
  'formaal-opnaaet': 'formålet er opnået',
  'aendret-behov': 'behovet er ændret',
  'samtykke-trukket': 'samtykket er trukket tilbage',
  flytning: 'familien er flyttet',
  'fyldt-18': 'barnet er fyldt 18 år',
  'kommunens-afgoerelse': 'kommunen har afgjort det',
  andet: 'anden årsag',
} as const;
const tilhoer = { indsatsId: Id, barnId: Id, sagId: Id };

export const IndsatsBevilget = declareEvent({
  type: 'oekonomi.IndsatsBevilget',
  version: 1,
  beskrivelse: 'Der er truffet afgørelse om en indsats med formål, varighed, kode til Danmarks Statistik og pris.',
  schema: Type.Object({
    ...tilhoer,
    regime: Type.Union([Type.Literal('SEL'), Type.Literal('BL')]),
    indsatskode: KortTekst(60),
    indsatsnavn: KortTekst(),
    maalgruppe: Type.Union([Type.Literal('barn'), Type.Literal('familie')]),
    pgfKode: Type.String({ pattern: '^[0-9]{3}$' }),
    hjemmel: KortTekst(),
    afgoerelseDato: Dato,
    /** When the measure is meant to start; the code must be valid then. */
    forventetStart: Dato,
    forventetVarighedMaaneder: Type.Integer({ minimum: 1, maximum: 276 }),
    /** Agreed price in øre per unit. */
    prisOere: Type.Integer({ minimum: 0 }),
    prisEnhed: Prisenhedfelt,
    /** How many units, in hundredths, and for which stretch of time; known when a visitation proposed it. */
    antalHundrededele: Valgfri(Type.Integer({ minimum: 1 })),
    antalPr: Valgfri(Antalprfelt),
    samtykkeDato: Valgfri(Dato),
    /** Paragraph that lets a consent be left out. */
    samtykkeUndtaget: Valgfri(KortTekst()),
    visitationId: Valgfri(Id),
    planId: Valgfri(Id),
    /** A measure that wants a plan first was granted without one: under serviceloven because the child could not wait. */
    planUndtaget: Type.Boolean(),
    /** Barnets lov: a plan is to be made and is not approved yet. */
    planBesluttet: Type.Boolean(),
    bfuId: Valgfri(Id),
    /** The talk with the child before the decision; absent when it was held in the investigation or left out. */
    boernesamtaleDato: Valgfri(Dato),
    formaal: Fritekst(),
    begrundelse: Fritekst(),
    barnetsHoldning: Fritekst(),
    planUndtagelse: Valgfri(Fritekst()),
    /** Granted elsewhere or before this system, and only recorded here: from where, and why. */
    overtaget: Valgfri(Fritekst()),
    boernesamtaleUndladt: Valgfri(Fritekst()),
  }),
  sealed: {
    barnId: ['formaal', 'begrundelse', 'barnetsHoldning', 'planUndtagelse', 'boernesamtaleUndladt', 'overtaget'],
  },
  category: 'indsats',
  retbar: {
    samtykkeDato: { oplysning: true, foerFelter: ['afgoerelseDato'] },
    boernesamtaleDato: { oplysning: true, foerFelter: ['afgoerelseDato'] },
    forventetStart: { planlagt: true, efterFelter: ['afgoerelseDato'] },
    afgoerelseDato: {
      foer: ['oekonomi.IndsatsIvaerksat', 'oekonomi.IndsatsophoerBesluttet', 'oekonomi.IndsatsOphoert'],
      efterFelter: ['samtykkeDato', 'boernesamtaleDato'],
      foerFelter: ['forventetStart'],
    },
  },
  legalBasis: { SEL: 'SEL §§ 11 og 52', BL: 'BL §§ 30-32' },
  journal: (d) => ({
    overskrift: `Indsats bevilget: ${d.indsatsnavn}`,
    tekst: `Afgørelse ${d.afgoerelseDato} efter ${d.hjemmel}. Formål: ${d.formaal} Forventet varighed: ${d.forventetVarighedMaaneder} mdr. Begrundelse: ${d.begrundelse} Barnets holdning: ${d.barnetsHoldning}${d.boernesamtaleUndladt === undefined ? '' : ` Børnesamtalen er undladt: ${d.boernesamtaleUndladt}`}${d.planUndtagelse === undefined ? '' : ` Om planen: ${d.planUndtagelse}`}${d.overtaget === undefined ? '' : ` Overtaget: ${d.overtaget}`}`,
  }),
});

export const IndsatsIvaerksat = declareEvent({
  type: 'oekonomi.IndsatsIvaerksat',
  version: 1,
  beskrivelse: 'Indsatsen er sat i værk. Datoen er den, der indberettes, og opfølgningsfristen løber herfra.',
  schema: Type.Object({
    ...tilhoer,
    regime: Type.Union([Type.Literal('SEL'), Type.Literal('BL')]),
    pgfKode: Type.String({ pattern: '^[0-9]{3}$' }),
    ivaerksatDato: Dato,
    ...sluttetUndersoegelse,
  }),
  sealed: {},
  category: 'indsats',
  legalBasis: { SEL: 'SEL §§ 11 og 52', BL: 'BL §§ 30-32' },
  journal: (d) => ({ overskrift: 'Indsats iværksat', tekst: `Iværksat ${d.ivaerksatDato}.` }),
});

export const IndsatsivaerksaettelseRettet = declareEvent({
  type: 'oekonomi.IndsatsivaerksaettelseRettet',
  version: 1,
  beskrivelse:
    'Dagen, hvor indsatsen blev sat i værk, var registreret forkert og er rettet; opfølgningsfristen følger med.',
  schema: Type.Object({
    ...tilhoer,
    regime: Type.Union([Type.Literal('SEL'), Type.Literal('BL')]),
    ivaerksatDato: Dato,
    ...sluttetUndersoegelseRettet,
    ...rettelsesfelter({ ivaerksatDato: Dato }),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'indsats',
  legalBasis: { begge: RETTELSESHJEMMEL },
  journal: (d) => ({
    overskrift: 'Iværksættelsen af indsatsen er rettet',
    tekst: `Iværksat ${d.ivaerksatDato}, ikke ${d.foer.ivaerksatDato}. ${d.begrundelse}`,
  }),
});

export const OpstartsmoedeAfholdt = declareEvent({
  type: 'oekonomi.OpstartsmoedeAfholdt',
  version: 1,
  beskrivelse: 'Barn, forældre og den, der udfører indsatsen, er mødtes om målene og om, hvem der gør hvad.',
  schema: Type.Object({ ...tilhoer, dato: Dato, referat: Fritekst() }),
  sealed: { barnId: ['referat'] },
  category: 'indsats',
  retbar: { dato: { efter: ['oekonomi.IndsatsBevilget'] } },
  legalBasis: { begge: 'offentlighedsloven § 13' },
  journal: (d) => ({ overskrift: 'Opstartsmøde holdt', tekst: `Holdt ${d.dato}. ${d.referat}` }),
});

export const IndsatsOphoert = declareEvent({
  type: 'oekonomi.IndsatsOphoert',
  version: 1,
  beskrivelse: 'Indsatsen er ophørt.',
  schema: Type.Object({
    ...tilhoer,
    ophoertDato: Dato,
    ivaerksat: Type.Boolean(),
    aarsag: Type.Union([
      Type.Literal('formaal-opnaaet'),
      Type.Literal('aendret-behov'),
      Type.Literal('samtykke-trukket'),
      Type.Literal('flytning'),
      Type.Literal('fyldt-18'),
      Type.Literal('kommunens-afgoerelse'),
      Type.Literal('andet'),
    ]),
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'indsats',
  retbar: { ophoertDato: { efter: ['oekonomi.IndsatsIvaerksat', 'oekonomi.IndsatsBevilget'] } },
  legalBasis: { SEL: 'SEL § 70', BL: 'BL § 95' },
  journal: (d) => ({
    overskrift: 'Indsats ophørt',
    tekst: `${d.ivaerksat ? 'Ophørt' : 'Opgivet, før den blev sat i værk,'} ${d.ophoertDato}: ${OPHOER[d.aarsag]}. ${d.begrundelse}`,
  }),
});

export const indsatsEvents = [
  IndsatsBevilget,
  IndsatsIvaerksat,
  IndsatsivaerksaettelseRettet,
  OpstartsmoedeAfholdt,
  IndsatsJusteret,
  IndsatsophoerBesluttet,
  IndsatssamtykkeBortfaldet,
  IndsatssamtykkeGenoprettet,
  IndsatsOphoert,
] as const;
export type IndsatsEvent = EventOf<(typeof indsatsEvents)[number]>;
