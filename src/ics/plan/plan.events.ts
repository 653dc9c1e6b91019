import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, Valgfri } from '../../faelles/felter.js';
import { declareEvent, type EventOf } from '../../platform/eventstore/event-declaration.js';
import * as M from './maal.events.js';
import { OpfoelgningAfholdt } from './opfoelgning.events.js';

const tilhoer = { planId: Id, barnId: Id, sagId: Id };
const Regime = Type.Union([Type.Literal('SEL'), Type.Literal('BL')]);
const Plantype = Type.Union([Type.Literal('handleplan'), Type.Literal('barnets-plan'), Type.Literal('ungeplan')]);

export const PLANNAVN = { handleplan: 'handleplan', 'barnets-plan': 'barnets plan', ungeplan: 'ungeplan' } as const;
const hjemmel = { SEL: 'SEL § 140', BL: 'BL §§ 91-92, 108-109' } as const;
const PARTSHOERING = { begge: 'forvaltningsloven § 19' } as const;

export const PlanOprettet = declareEvent({
  type: 'ics.PlanOprettet',
  version: 1,
  beskrivelse:
    'En plan er begyndt som kladde: handleplan (serviceloven), barnets plan eller ungeplan (barnets lov). En revision er en ny version; den gamle plan kan stadig læses, som den var.',
  schema: Type.Object({
    ...tilhoer,
    plantype: Plantype,
    regime: Regime,
    oprettet: Dato,
    bfuId: Valgfri(Id),
    /** The plan that this one revises, and its number in the line of versions. */
    reviderer: Valgfri(Id),
    planversion: Valgfri(Type.Integer({ minimum: 1 })),
    formaal: Fritekst(),
  }),
  sealed: { barnId: ['formaal'] },
  category: 'plan',
  retbar: { oprettet: { foer: ['ics.PlanSendtIHoering', 'ics.PlanGodkendt'] } },
  legalBasis: hjemmel,
  journal: (d) => ({
    overskrift: `${d.reviderer === undefined ? 'Plan påbegyndt' : 'Revision af plan påbegyndt'}: ${PLANNAVN[d.plantype]}`,
    tekst: `Formål: ${d.formaal}`,
  }),
});

export const PlanSendtIHoering = declareEvent({
  type: 'ics.PlanSendtIHoering',
  version: 1,
  beskrivelse: 'Planen er sendt til barnet, forældrene og andre parter, som kan svare inden en frist.',
  schema: Type.Object({ ...tilhoer, dato: Dato, svarfrist: Dato }),
  sealed: {},
  category: 'plan',
  retbar: {
    svarfrist: { planlagt: true, efterFelter: ['dato'] },
    dato: {
      efter: ['ics.PlanOprettet'],
      foer: ['ics.PlanhoeringBesvaret', 'ics.PlanhoeringTrukketTilbage', 'ics.PlanGodkendt'],
      foerFelter: ['svarfrist'],
    },
  },
  legalBasis: PARTSHOERING,
  journal: (d) => ({ overskrift: 'Plan sendt i høring', tekst: `Sendt ${d.dato}, svarfrist ${d.svarfrist}.` }),
});

export const PlanhoeringBesvaret = declareEvent({
  type: 'ics.PlanhoeringBesvaret',
  version: 1,
  beskrivelse: 'Parterne har svaret på planen.',
  schema: Type.Object({ ...tilhoer, dato: Dato, svar: Fritekst() }),
  sealed: { barnId: ['svar'] },
  category: 'plan',
  retbar: { dato: { efter: ['ics.PlanSendtIHoering'], foer: ['ics.PlanGodkendt'] } },
  legalBasis: PARTSHOERING,
  journal: (d) => ({ overskrift: 'Høring om plan besvaret', tekst: `Modtaget ${d.dato}. ${d.svar}` }),
});

export const PlanhoeringTrukketTilbage = declareEvent({
  type: 'ics.PlanhoeringTrukketTilbage',
  version: 1,
  beskrivelse: 'Planen er trukket tilbage fra høringen og er igen en kladde, der kan skrives i.',
  schema: Type.Object({ ...tilhoer, dato: Dato, begrundelse: Fritekst() }),
  sealed: { barnId: ['begrundelse'] },
  category: 'plan',
  retbar: { dato: { efter: ['ics.PlanSendtIHoering'], foer: ['ics.PlanGodkendt'] } },
  legalBasis: PARTSHOERING,
  journal: (d) => ({ overskrift: 'Plan trukket tilbage fra høring', tekst: `Trukket ${d.dato}. ${d.begrundelse}` }),
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
  retbar: {
    godkendtDato: {
      efter: ['ics.PlanOprettet', 'ics.PlanSendtIHoering', 'ics.PlanhoeringBesvaret'],
      foer: ['ics.OpfoelgningAfholdt', 'ics.PlanErstattet', 'ics.PlanAfsluttet'],
      roller: ['sagsbehandler'],
    },
  },
  legalBasis: hjemmel,
  journal: (d) => ({
    overskrift: `Plan godkendt: ${PLANNAVN[d.plantype]}`,
    tekst: `Gælder fra ${d.godkendtDato}.${d.erstatter === undefined ? '' : ' Den erstatter den tidligere plan.'} Inddragelse: ${d.inddragelse}`,
  }),
});

export const PlanErstattet = declareEvent({
  type: 'ics.PlanErstattet',
  version: 1,
  beskrivelse: 'Planen gælder ikke længere, fordi en ny version eller en ny plan er godkendt i stedet.',
  schema: Type.Object({ ...tilhoer, erstattetAf: Id, dato: Dato }),
  sealed: {},
  category: 'plan',
  retbar: { dato: { kunSammen: true } },
  legalBasis: hjemmel,
  journal: (d) => ({ overskrift: 'Plan revideret', tekst: `Afløst ${d.dato} af en ny plan.` }),
});

export const PlanAfsluttet = declareEvent({
  type: 'ics.PlanAfsluttet',
  version: 1,
  beskrivelse: 'Planen er afsluttet.',
  schema: Type.Object({ ...tilhoer, dato: Dato, begrundelse: Fritekst() }),
  sealed: { barnId: ['begrundelse'] },
  category: 'plan',
  retbar: { dato: { efter: ['ics.PlanGodkendt', 'ics.OpfoelgningAfholdt'] } },
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
  retbar: { dato: { kunSammen: true } },
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
  M.FundOverfoert,
  M.MaalOpstillet,
  M.MaalViderefoert,
  M.MaalRettet,
  M.MaalFjernet,
  M.MaalKnyttetTilIndsatser,
  PlanSendtIHoering,
  PlanhoeringBesvaret,
  PlanhoeringTrukketTilbage,
  PlanGodkendt,
  PlanErstattet,
  OpfoelgningAfholdt,
  PlanAfsluttet,
  GaeldendePlanSkiftet,
] as const;
export type PlanEvent = EventOf<Exclude<(typeof planEvents)[number], typeof GaeldendePlanSkiftet>>;
export type GaeldendePlanEvent = EventOf<typeof GaeldendePlanSkiftet>;
