import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, Kode, KortTekst, Tidspunkt, Valgfri } from '../../faelles/felter.js';
import { declareEvent, type EventOf } from '../../platform/eventstore/event-declaration.js';
import { SVARVAERDIER } from './spoergsmaal.js';

const Vaerdi = Type.Union(SVARVAERDIER.map((v) => Type.Literal(v)));
const grundlag = { begge: 'retssikkerhedsloven § 16' } as const;
const SVARNAVN = {
  ja: 'ja',
  nej: 'nej',
  'ikke-relevant': 'ikke relevant',
  'kan-ikke-ses': 'kan ikke ses af sagen',
} as const;

export const SagsrevisionUdtrukket = declareEvent({
  type: 'rapportering.SagsrevisionUdtrukket',
  version: 1,
  beskrivelse:
    'Der er trukket en stikprøve af sager til ledelsestilsyn. Reglen, frøet og positionen er gemt, så den kan trækkes igen.',
  schema: Type.Object({
    revisionId: Id,
    /** A code, not a text: what is about no child is sealed for nobody. */
    betegnelse: Kode,
    periode: Type.Object({ fra: Dato, til: Dato }),
    udtraeksregel: Type.Object({
      population: Type.Union([Type.Literal('aktive-i-perioden'), Type.Literal('aabne-ved-periodens-slutning')]),
      omraade: Valgfri(Type.Union([Type.Literal('social'), Type.Literal('handicap')])),
      team: Valgfri(KortTekst(80)),
      sagsbehandler: Valgfri(KortTekst(120)),
      antal: Type.Integer({ minimum: 1, maximum: 200 }),
    }),
    seed: KortTekst(100),
    /** What was known. */
    position: Type.Integer({ minimum: 0 }),
    /** The instant that deadlines are held against. */
    skaeringstid: Tidspunkt,
    dato: Dato,
    populationsantal: Type.Integer({ minimum: 0 }),
    sagIder: Type.Array(Id),
  }),
  sealed: {},
  category: 'administration',
  legalBasis: grundlag,
  journal: (d) => ({
    overskrift: 'Stikprøve trukket til ledelsestilsyn',
    tekst: `${d.betegnelse}: ${String(d.sagIder.length)} af ${String(d.populationsantal)} sager, ${d.periode.fra} til ${d.periode.til}.`,
  }),
});

export const SagBesvaretAfSystemet = declareEvent({
  type: 'rapportering.SagBesvaretAfSystemet',
  version: 1,
  beskrivelse: 'Systemet har svaret på de af ledelsestilsynets spørgsmål, som hændelserne kan svare på.',
  schema: Type.Object({
    revisionId: Id,
    sagId: Id,
    barnId: Id,
    dato: Dato,
    svar: Type.Array(Type.Object({ spoergsmaalId: Kode, vaerdi: Vaerdi, forklaring: KortTekst(2000) })),
  }),
  sealed: {},
  category: 'administration',
  legalBasis: grundlag,
  journal: (d) => ({
    overskrift: 'Sagen indgår i ledelsestilsyn',
    tekst: d.svar.map(({ spoergsmaalId, vaerdi }) => `${spoergsmaalId}: ${SVARNAVN[vaerdi]}`).join(', '),
  }),
});

export const SagBesvaretAfPerson = declareEvent({
  type: 'rapportering.SagBesvaretAfPerson',
  version: 1,
  beskrivelse: 'Den, der har læst sagen, har svaret på et af ledelsestilsynets spørgsmål.',
  schema: Type.Object({
    revisionId: Id,
    sagId: Id,
    barnId: Id,
    spoergsmaalId: Kode,
    vaerdi: Vaerdi,
    dato: Dato,
    bemaerkning: Valgfri(Fritekst()),
  }),
  sealed: { barnId: ['bemaerkning'] },
  category: 'administration',
  legalBasis: grundlag,
  journal: (d) => ({
    overskrift: 'Ledelsestilsyn: spørgsmål besvaret',
    tekst: `${d.spoergsmaalId}: ${SVARNAVN[d.vaerdi]}. ${d.bemaerkning ?? ''}`.trim(),
  }),
});

export const SagsrevisionAfsluttet = declareEvent({
  type: 'rapportering.SagsrevisionAfsluttet',
  version: 1,
  beskrivelse: 'Ledelsestilsynet af stikprøven er afsluttet; svarene står fast.',
  schema: Type.Object({ revisionId: Id, dato: Dato }),
  sealed: {},
  category: 'administration',
  legalBasis: grundlag,
  journal: (d) => ({ overskrift: 'Ledelsestilsyn afsluttet', tekst: `Afsluttet ${d.dato}.` }),
});

export const sagsrevisionEvents = [
  SagsrevisionUdtrukket,
  SagBesvaretAfSystemet,
  SagBesvaretAfPerson,
  SagsrevisionAfsluttet,
] as const;
export type SagsrevisionEvent = EventOf<(typeof sagsrevisionEvents)[number]>;
export type Udtraeksregel = Extract<
  SagsrevisionEvent,
  { type: 'rapportering.SagsrevisionUdtrukket' }
>['data']['udtraeksregel'];
