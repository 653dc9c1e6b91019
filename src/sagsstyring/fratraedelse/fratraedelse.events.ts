import { Type } from '@sinclair/typebox';
import { Dato, Id, KortTekst, Valgfri } from '../../faelles/felter.js';
import { declareEvent, type EventOf } from '../../platform/eventstore/event-declaration.js';

const Bruger = KortTekst(120);
const grundlag = { begge: 'offentlighedsloven § 13' } as const;
// Not called sagId on purpose: the case itself tells of its handover, and this stream must not come along with every case.
const post = { post: Id, til: Bruger, tilTeam: Valgfri(KortTekst(80)) };

export const FratraedelseOprettet = declareEvent({
  type: 'sagsstyring.FratraedelseOprettet',
  version: 1,
  beskrivelse:
    'En sagsbehandler fratræder. Alle åbne sager er listet med en foreslået modtager; ansvaret er uændret, til hver modtager har accepteret.',
  schema: Type.Object({
    fratraedelseId: Id,
    sagsbehandler: Bruger,
    sidsteDag: Dato,
    dato: Dato,
    /** What was known when the list was made. */
    position: Type.Integer({ minimum: 0 }),
    sager: Type.Array(Type.Object({ post: Id, til: Valgfri(Bruger), tilTeam: Valgfri(KortTekst(80)) })),
  }),
  sealed: {},
  category: 'administration',
  legalBasis: grundlag,
  journal: (d) => ({
    overskrift: 'Fratrædelse forberedt',
    tekst: `${d.sagsbehandler} fratræder ${d.sidsteDag} med ${String(d.sager.length)} åbne sager.`,
  }),
});

export const FratraedelsesmodtagerValgt = declareEvent({
  type: 'sagsstyring.FratraedelsesmodtagerValgt',
  version: 1,
  beskrivelse: 'Teamlederen har valgt, hvem der skal overtage en af sagerne.',
  schema: Type.Object({ fratraedelseId: Id, ...post, dato: Dato }),
  sealed: {},
  category: 'administration',
  legalBasis: grundlag,
  journal: (d) => ({ overskrift: 'Modtager valgt', tekst: `Sagen skal overtages af ${d.til}.` }),
});

export const FratraedelseUdsendt = declareEvent({
  type: 'sagsstyring.FratraedelseUdsendt',
  version: 1,
  beskrivelse: 'Overdragelserne bliver foreslået modtagerne, sag for sag.',
  schema: Type.Object({ fratraedelseId: Id, dato: Dato }),
  sealed: {},
  category: 'administration',
  legalBasis: grundlag,
  journal: (d) => ({ overskrift: 'Fratrædelse udsendt', tekst: `Overdragelserne udsendes fra ${d.dato}.` }),
});

export const FratraedelsessagForeslaaet = declareEvent({
  type: 'sagsstyring.FratraedelsessagForeslaaet',
  version: 1,
  beskrivelse: 'En af sagerne er foreslået overdraget og venter på modtagerens svar.',
  schema: Type.Object({ fratraedelseId: Id, ...post, overdragelseId: Id }),
  sealed: {},
  category: 'administration',
  legalBasis: grundlag,
  journal: (d) => ({ overskrift: 'Overdragelse foreslået', tekst: `Foreslået ${d.til}.` }),
});

export const FratraedelsessagSprungetOver = declareEvent({
  type: 'sagsstyring.FratraedelsessagSprungetOver',
  version: 1,
  beskrivelse: 'En af sagerne kunne ikke foreslås overdraget; grunden står, og sagen er stadig på listen.',
  schema: Type.Object({ fratraedelseId: Id, post: Id, aarsag: KortTekst(400) }),
  sealed: {},
  category: 'administration',
  legalBasis: grundlag,
  journal: (d) => ({ overskrift: 'Overdragelse ikke foreslået', tekst: d.aarsag }),
});

export const FratraedelseAfsluttet = declareEvent({
  type: 'sagsstyring.FratraedelseAfsluttet',
  version: 1,
  beskrivelse: 'Alle sager har fået en modtager, der har accepteret, eller er lukket.',
  schema: Type.Object({ fratraedelseId: Id, dato: Dato }),
  sealed: {},
  category: 'administration',
  legalBasis: grundlag,
  journal: (d) => ({ overskrift: 'Fratrædelse afsluttet', tekst: `Afsluttet ${d.dato}.` }),
});

export const FratraedelseTrukketTilbage = declareEvent({
  type: 'sagsstyring.FratraedelseTrukketTilbage',
  version: 1,
  beskrivelse: 'Fratrædelsen gælder ikke mere: sagsbehandleren bliver, eller er vendt tilbage.',
  schema: Type.Object({ fratraedelseId: Id, dato: Dato, begrundelse: KortTekst(400) }),
  sealed: {},
  category: 'administration',
  legalBasis: grundlag,
  journal: (d) => ({ overskrift: 'Fratrædelse trukket tilbage', tekst: `Trukket tilbage ${d.dato}. ${d.begrundelse}` }),
});

export const fratraedelseEvents = [
  FratraedelseOprettet,
  FratraedelsesmodtagerValgt,
  FratraedelseUdsendt,
  FratraedelsessagForeslaaet,
  FratraedelsessagSprungetOver,
  FratraedelseAfsluttet,
  FratraedelseTrukketTilbage,
] as const;
export type FratraedelseEvent = EventOf<(typeof fratraedelseEvents)[number]>;
