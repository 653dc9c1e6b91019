import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, Kode, Valgfri } from '../../faelles/felter.js';
import { declareEvent, type EventOf } from '../../platform/eventstore/event-declaration.js';
import { ADVISKLASSER } from './rangorden.js';

const tilhoer = { advisId: Id, barnId: Id, sagId: Valgfri(Id), underretningId: Valgfri(Id), emne: Kode };
const Klasse = Type.Union(ADVISKLASSER.map((klasse) => Type.Literal(klasse)));

export const AdvisUdsat = declareEvent({
  type: 'sagsstyring.AdvisUdsat',
  version: 1,
  beskrivelse: 'Et advis er udsat til en dato med en begrundelse. Pligten og fristen er uændrede.',
  schema: Type.Object({
    ...tilhoer,
    dato: Dato,
    til: Dato,
    /** How serious it was when it was put off; if it grows more serious it shows again. */
    klasse: Klasse,
    /** A team leader put it off past the legal deadline. */
    overFrist: Type.Boolean(),
    /** What it was about; something new on the same matter shows at once. */
    enkeltsagIder: Type.Array(Id),
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'administration',
  legalBasis: { begge: 'offentlighedsloven § 13' },
  journal: (d) => ({
    overskrift: 'Advis udsat',
    tekst: `Om ${d.emne}, udsat ${d.dato} til ${d.til}${d.overFrist ? ' efter fristen (teamleder)' : ''}. ${d.begrundelse}`,
  }),
});

export const AdvisEskaleringKvitteret = declareEvent({
  type: 'sagsstyring.AdvisEskaleringKvitteret',
  version: 1,
  beskrivelse: 'Teamlederen har set et eskaleret advis og skrevet, hvad der sker.',
  schema: Type.Object({ ...tilhoer, dato: Dato, bemaerkning: Fritekst() }),
  sealed: { barnId: ['bemaerkning'] },
  category: 'administration',
  legalBasis: { begge: 'offentlighedsloven § 13' },
  journal: (d) => ({ overskrift: 'Teamleder har set advis', tekst: `Om ${d.emne}, ${d.dato}. ${d.bemaerkning}` }),
});

export const advisEvents = [AdvisUdsat, AdvisEskaleringKvitteret] as const;
export type AdvisEvent = EventOf<(typeof advisEvents)[number]>;
