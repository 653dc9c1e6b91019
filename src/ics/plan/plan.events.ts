import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, KortTekst, Valgfri } from '../../faelles/felter.js';
import { declareEvent, type EventOf } from '../../platform/eventstore/event-declaration.js';

const tilhoer = { planId: Id, barnId: Id, sagId: Id };
const Regime = Type.Union([Type.Literal('SEL'), Type.Literal('BL')]);
export const Plantype = Type.Union([
  Type.Literal('handleplan'),
  Type.Literal('barnets-plan'),
  Type.Literal('ungeplan'),
]);
const Status = Type.Union([
  Type.Literal('ikke-begyndt'),
  Type.Literal('i-gang'),
  Type.Literal('delvist-naaet'),
  Type.Literal('naaet'),
  Type.Literal('opgivet'),
]);

export const PLANNAVN = { handleplan: 'handleplan', 'barnets-plan': 'barnets plan', ungeplan: 'ungeplan' } as const;
const UDFALD = {
  uaendret: 'indsatsen fortsætter uændret',
  justeres: 'indsatsen justeres',
  ophoerer: 'indsatsen ophører',
} as const;
const hjemmel = { SEL: 'SEL § 140', BL: 'BL §§ 91-92, 108-109' } as const;

export const PlanOprettet = declareEvent({
  type: 'ics.PlanOprettet',
  version: 1,
  beskrivelse: 'En plan er begyndt som kladde: handleplan (serviceloven), barnets plan eller ungeplan (barnets lov).',
  schema: Type.Object({
    ...tilhoer,
    plantype: Plantype,
    regime: Regime,
    oprettet: Dato,
    bfuId: Valgfri(Id),
    formaal: Fritekst(),
  }),
  sealed: { barnId: ['formaal'] },
  category: 'plan',
  legalBasis: hjemmel,
  journal: (d) => ({ overskrift: `Plan påbegyndt: ${PLANNAVN[d.plantype]}`, tekst: `Formål: ${d.formaal}` }),
});

export const MaalOpstillet = declareEvent({
  type: 'ics.MaalOpstillet',
  version: 1,
  beskrivelse: 'Et mål er opstillet. Kommer det fra et fund i undersøgelsen, følger kilden med.',
  schema: Type.Object({
    ...tilhoer,
    dato: Dato,
    maalId: Id,
    tema: Valgfri(KortTekst(60)),
    bfuId: Valgfri(Id),
    fundId: Valgfri(Id),
    /** Version of the investigation's stream when the text was taken over, so that a later change can be seen. */
    kildeversion: Valgfri(Type.Integer({ minimum: 1 })),
    maal: Fritekst(),
    kildetekst: Valgfri(Fritekst()),
    ansvarlig: Valgfri(KortTekst()),
    succesindikator: Valgfri(Fritekst()),
  }),
  sealed: { barnId: ['maal', 'kildetekst', 'ansvarlig', 'succesindikator'] },
  category: 'plan',
  legalBasis: { SEL: 'SEL § 140', BL: 'BL § 92' },
  journal: (d) => ({
    overskrift: 'Mål opstillet',
    tekst: d.kildetekst === undefined ? d.maal : `${d.maal} (ud fra undersøgelsens fund: ${d.kildetekst})`,
  }),
});

export const PlanGodkendt = declareEvent({
  type: 'ics.PlanGodkendt',
  version: 1,
  beskrivelse: 'Planen er godkendt og gælder nu.',
  schema: Type.Object({
    ...tilhoer,
    plantype: Plantype,
    godkendtDato: Dato,
    erstatter: Valgfri(Id),
    inddragelse: Fritekst(),
  }),
  sealed: { barnId: ['inddragelse'] },
  category: 'plan',
  legalBasis: hjemmel,
  journal: (d) => ({
    overskrift: `Plan godkendt: ${PLANNAVN[d.plantype]}`,
    tekst: `Gælder fra ${d.godkendtDato}.${d.erstatter === undefined ? '' : ' Den erstatter den tidligere plan.'} Inddragelse: ${d.inddragelse}`,
  }),
});

export const PlanErstattet = declareEvent({
  type: 'ics.PlanErstattet',
  version: 1,
  beskrivelse: 'Planen gælder ikke længere, fordi en ny plan af samme type er godkendt.',
  schema: Type.Object({ ...tilhoer, erstattetAf: Id, dato: Dato }),
  sealed: {},
  category: 'plan',
  legalBasis: hjemmel,
  journal: (d) => ({ overskrift: 'Plan erstattet', tekst: `Afløst ${d.dato} af en ny plan.` }),
});

export const OpfoelgningAfholdt = declareEvent({
  type: 'ics.OpfoelgningAfholdt',
  version: 1,
  beskrivelse: 'Der er fulgt op på indsatserne og på planen, når der er en, og den videre rytme er besluttet.',
  schema: Type.Object({
    barnId: Id,
    sagId: Id,
    /** Absent when a measure without a plan was followed up: under barnets lov a plan is not always made. */
    planId: Valgfri(Id),
    opfoelgningId: Id,
    regime: Regime,
    dato: Dato,
    indsatsIder: Type.Array(Id),
    udfald: Type.Union([Type.Literal('uaendret'), Type.Literal('justeres'), Type.Literal('ophoerer')]),
    naesteDato: Valgfri(Dato),
    maalstatus: Type.Array(Type.Object({ maalId: Id, status: Status })),
    vurdering: Fritekst(),
    barnetsHoldning: Fritekst(),
    rytmebegrundelse: Valgfri(Fritekst()),
  }),
  sealed: { barnId: ['vurdering', 'barnetsHoldning', 'rytmebegrundelse'] },
  category: 'opfoelgning',
  legalBasis: { SEL: 'SEL § 70', BL: 'BL § 95' },
  journal: (d) => ({
    overskrift: 'Opfølgning holdt',
    tekst: `Holdt ${d.dato}, udfald: ${UDFALD[d.udfald]}.${d.naesteDato === undefined ? '' : ` Næste opfølgning ${d.naesteDato}.`} ${d.vurdering} Barnets holdning: ${d.barnetsHoldning}`,
  }),
});

export const PlanAfsluttet = declareEvent({
  type: 'ics.PlanAfsluttet',
  version: 1,
  beskrivelse: 'Planen er afsluttet.',
  schema: Type.Object({ ...tilhoer, dato: Dato, begrundelse: Fritekst() }),
  sealed: { barnId: ['begrundelse'] },
  category: 'plan',
  legalBasis: hjemmel,
  journal: (d) => ({ overskrift: 'Plan afsluttet', tekst: `Afsluttet ${d.dato}. ${d.begrundelse}` }),
});

/** One stream per child and plan type says which plan is valid: there is only ever one. */
export const GaeldendePlanSkiftet = declareEvent({
  type: 'ics.GaeldendePlanSkiftet',
  version: 1,
  beskrivelse: 'Barnets gældende plan af denne type er skiftet.',
  schema: Type.Object({ barnId: Id, sagId: Id, plantype: Plantype, planId: Valgfri(Id), dato: Dato }),
  sealed: {},
  category: 'administration',
  legalBasis: hjemmel,
  journal: (d) => ({
    overskrift: 'Gældende plan skiftet',
    tekst:
      d.planId === undefined
        ? `Barnet har ingen gældende ${PLANNAVN[d.plantype]} fra ${d.dato}.`
        : `Ny gældende ${PLANNAVN[d.plantype]} fra ${d.dato}.`,
  }),
});

export const planEvents = [
  PlanOprettet,
  MaalOpstillet,
  PlanGodkendt,
  PlanErstattet,
  OpfoelgningAfholdt,
  PlanAfsluttet,
  GaeldendePlanSkiftet,
] as const;
export type PlanEvent = EventOf<Exclude<(typeof planEvents)[number], typeof GaeldendePlanSkiftet>>;
export type GaeldendePlanEvent = EventOf<typeof GaeldendePlanSkiftet>;
