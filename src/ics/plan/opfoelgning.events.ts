import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, Valgfri } from '../../faelles/felter.js';
import { declareEvent } from '../../platform/eventstore/event-declaration.js';

const Status = Type.Union([
  Type.Literal('ikke-begyndt'),
  Type.Literal('i-gang'),
  Type.Literal('delvist-naaet'),
  Type.Literal('naaet'),
  Type.Literal('ikke-naaet'),
  Type.Literal('opgivet'),
]);
const UDFALD = {
  uaendret: 'indsatsen fortsætter uændret',
  justeres: 'indsatsen justeres',
  ophoerer: 'indsatsen ophører',
} as const;
const PLANVURDERING = {
  uaendret: 'Planen er uændret.',
  revideres: 'Planen skal revideres.',
  laves: 'Der skal laves en plan.',
} as const;
const BEHOV = {
  intet: 'Der er ikke behov for en ny undersøgelse.',
  afdaekning: 'Der skal laves en ny afdækning.',
  bfu: 'Der skal laves en ny eller revideret børnefaglig undersøgelse.',
} as const;

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
    regime: Type.Union([Type.Literal('SEL'), Type.Literal('BL')]),
    dato: Dato,
    indsatsIder: Type.Array(Id),
    /** Those of them that had already ended when it was recorded: nothing awaits another follow-up on them. */
    ophoerteIder: Valgfri(Type.Array(Id)),
    udfald: Type.Union([Type.Literal('uaendret'), Type.Literal('justeres'), Type.Literal('ophoerer')]),
    planvurdering: Valgfri(Type.Union([Type.Literal('uaendret'), Type.Literal('revideres'), Type.Literal('laves')])),
    undersoegelsesbehov: Valgfri(Type.Union([Type.Literal('intet'), Type.Literal('afdaekning'), Type.Literal('bfu')])),
    naesteDato: Valgfri(Dato),
    maalstatus: Type.Array(Type.Object({ maalId: Id, status: Status })),
    vurdering: Fritekst(),
    barnetsHoldning: Fritekst(),
    rytmebegrundelse: Valgfri(Fritekst()),
    /** What the follow-up saw that lies outside the plan. */
    udenForPlanen: Valgfri(Fritekst()),
    maalvurderinger: Valgfri(Type.Array(Type.Object({ maalId: Id, vurdering: Fritekst() }))),
  }),
  sealed: {
    barnId: ['vurdering', 'barnetsHoldning', 'rytmebegrundelse', 'udenForPlanen', 'maalvurderinger'],
  },
  category: 'opfoelgning',
  retbar: {
    naesteDato: { planlagt: true, efterFelter: ['dato'] },
    dato: { efter: ['ics.PlanGodkendt'], foer: ['ics.PlanErstattet', 'ics.PlanAfsluttet'], foerFelter: ['naesteDato'] },
  },
  legalBasis: { SEL: 'SEL § 70', BL: 'BL § 95' },
  journal: (d) => ({
    overskrift: 'Opfølgning holdt',
    tekst: [
      `Holdt ${d.dato}, udfald: ${UDFALD[d.udfald]}.`,
      ...(d.naesteDato === undefined ? [] : [`Næste opfølgning ${d.naesteDato}.`]),
      ...(d.rytmebegrundelse === undefined ? [] : [`Rytmen: ${d.rytmebegrundelse}`]),
      d.vurdering,
      ...(d.maalvurderinger ?? []).map(({ vurdering }) => `Mål: ${vurdering}`),
      ...(d.planvurdering === undefined ? [] : [PLANVURDERING[d.planvurdering]]),
      ...(d.undersoegelsesbehov === undefined ? [] : [BEHOV[d.undersoegelsesbehov]]),
      ...(d.udenForPlanen === undefined ? [] : [`Uden for planen: ${d.udenForPlanen}`]),
      `Barnets holdning: ${d.barnetsHoldning}`,
    ].join(' '),
  }),
});
