import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, Kode, KortTekst, Valgfri } from '../../faelles/felter.js';
import { declareEvent, type EventOf } from '../../platform/eventstore/event-declaration.js';

const tilhoer = { afgoerelseId: Id, barnId: Id, sagId: Id };
const Som = Type.Union([Type.Literal('foraeldremyndighedsindehaver'), Type.Literal('barnet')]);
const SOMNAVN = { foraeldremyndighedsindehaver: 'forældremyndighedsindehaver', barnet: 'barnet' } as const;
const SVAR = {
  givet: 'Samtykke givet',
  afslaaet: 'Samtykke afslået',
  betinget: 'Betinget samtykke (er ikke samtykke)',
} as const;
const hjemmel = { SEL: 'SEL § 52', BL: 'BL § 32, stk. 2; § 46' } as const;

export const SamtykkeAfgivet = declareEvent({
  type: 'sagsstyring.SamtykkeAfgivet',
  version: 1,
  beskrivelse:
    'En, hvis samtykke afgørelsen kræver, har svaret: givet, afslået eller betinget. Kun et givet samtykke er et samtykke, og ved anbringelse skal det være informeret og omfatte formålet.',
  schema: Type.Object({
    ...tilhoer,
    personId: Id,
    som: Som,
    svar: Type.Union([Type.Literal('givet'), Type.Literal('afslaaet'), Type.Literal('betinget')]),
    dato: Dato,
    form: Type.Union([Type.Literal('skriftlig'), Type.Literal('mundtlig'), Type.Literal('digital')]),
    /** Told what is decided, why, and what it means; without that it is no informed consent. */
    informeret: Type.Boolean(),
    omfatterFormaal: Type.Boolean(),
    /** Number of the proposal that was agreed to, so that a later change is not covered. */
    grundlag: Valgfri(Type.Integer({ minimum: 0 })),
    bemaerkning: Valgfri(Fritekst()),
  }),
  sealed: { personId: ['bemaerkning'] },
  category: 'sag',
  retbar: { dato: { foer: ['sagsstyring.SamtykkeTrukketTilbage'], samme: 'personId' } },
  legalBasis: hjemmel,
  journal: (d) => ({
    overskrift: SVAR[d.svar],
    tekst: `${d.dato}, ${d.form}, som ${SOMNAVN[d.som]}. ${d.informeret ? 'Informeret' : 'Ikke informeret'}; ${d.omfatterFormaal ? 'enig i formålet' : 'ikke enig i formålet'}.${d.bemaerkning === undefined ? '' : ` ${d.bemaerkning}`}`,
  }),
});

export const SamtykkeTrukketTilbage = declareEvent({
  type: 'sagsstyring.SamtykkeTrukketTilbage',
  version: 1,
  beskrivelse: 'Et samtykke er trukket tilbage. Fra da af kan det ikke bære en afgørelse eller en anbringelse.',
  schema: Type.Object({ ...tilhoer, personId: Id, som: Som, dato: Dato, begrundelse: Valgfri(Fritekst()) }),
  sealed: { personId: ['begrundelse'] },
  category: 'sag',
  retbar: { dato: { efter: ['sagsstyring.SamtykkeAfgivet'], samme: 'personId' } },
  legalBasis: hjemmel,
  journal: (d) => ({
    overskrift: 'Samtykke trukket tilbage',
    tekst: `${d.dato}, af ${SOMNAVN[d.som]}.${d.begrundelse === undefined ? '' : ` ${d.begrundelse}`}`,
  }),
});

export const SamtykkeUndtaget = declareEvent({
  type: 'sagsstyring.SamtykkeUndtaget',
  version: 1,
  beskrivelse: 'Der kan lovligt træffes afgørelse uden et samtykke, som ellers kræves; med grund og paragraf.',
  schema: Type.Object({
    ...tilhoer,
    /** Absent: it holds for everybody with custody, e.g. when nobody is known. */
    personId: Valgfri(Id),
    grund: Kode,
    grundnavn: KortTekst(300),
    paragraf: KortTekst(),
    /** Kinds of decision that the ground holds for. */
    gaelderFor: Type.Array(Kode),
    dato: Dato,
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'sag',
  retbar: { dato: {} },
  legalBasis: { SEL: 'SEL §§ 56-57 b', BL: 'BL §§ 37-39' },
  journal: (d) => ({
    overskrift: 'Samtykke undtaget',
    tekst: `${d.dato}: ${d.grundnavn} (${d.paragraf}). ${d.begrundelse}`,
  }),
});

export const samtykkeEvents = [SamtykkeAfgivet, SamtykkeTrukketTilbage, SamtykkeUndtaget] as const;
export type SamtykkeEvent = EventOf<(typeof samtykkeEvents)[number]>;
