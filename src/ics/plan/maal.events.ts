import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, KortTekst, Valgfri } from '../../faelles/felter.js';
import { grunde } from '../../faelles/journalgrunde.js';
import { declareEvent } from '../../platform/eventstore/event-declaration.js';

const tilhoer = { planId: Id, barnId: Id, sagId: Id };
const hjemmel = { SEL: 'SEL § 140', BL: 'BL § 92' } as const;
const Version = Type.Integer({ minimum: 1 });

/** What a goal is about besides its words. */
const Voksenliv = Type.Union([
  Type.Literal('uddannelse'),
  Type.Literal('beskaeftigelse'),
  Type.Literal('bolig'),
  Type.Literal('oekonomi'),
  Type.Literal('netvaerk'),
  Type.Literal('andet'),
]);

/** Who is to reach the goal, and how it is seen. */
const opnaaelse = (d: { readonly ansvarlig?: string; readonly succesindikator?: string }): string =>
  grunde(['Ansvarlig', d.ansvarlig], ['Nået, når', d.succesindikator]);

export const MaalOpstillet = declareEvent({
  type: 'ics.MaalOpstillet',
  version: 1,
  beskrivelse: 'Et mål eller delmål er opstillet. Kommer det fra et fund i undersøgelsen, følger kilden med.',
  schema: Type.Object({
    ...tilhoer,
    dato: Dato,
    maalId: Id,
    /** The goal that this is a part of. */
    overmaalId: Valgfri(Id),
    tema: Valgfri(KortTekst(60)),
    voksenliv: Valgfri(Voksenliv),
    indsatsIder: Valgfri(Type.Array(Id)),
    bfuId: Valgfri(Id),
    fundId: Valgfri(Id),
    /** Version of the investigation's stream when the text was taken over, so that a later change can be seen. */
    kildeversion: Valgfri(Version),
    maal: Fritekst(),
    kildetekst: Valgfri(Fritekst()),
    ansvarlig: Valgfri(KortTekst()),
    succesindikator: Valgfri(Fritekst()),
  }),
  sealed: { barnId: ['maal', 'kildetekst', 'ansvarlig', 'succesindikator'] },
  category: 'plan',
  legalBasis: hjemmel,
  journal: (d) => ({
    overskrift: d.overmaalId === undefined ? 'Mål opstillet' : 'Delmål opstillet',
    tekst: `${d.maal}${d.kildetekst === undefined ? '' : ` (ud fra undersøgelsens fund: ${d.kildetekst})`}${opnaaelse(d)}`,
  }),
});

export const MaalRettet = declareEvent({
  type: 'ics.MaalRettet',
  version: 1,
  beskrivelse: 'Et mål i en kladde er skrevet om. Hvor det kom fra, er uændret.',
  schema: Type.Object({
    ...tilhoer,
    dato: Dato,
    maalId: Id,
    tema: Valgfri(KortTekst(60)),
    voksenliv: Valgfri(Voksenliv),
    maal: Fritekst(),
    ansvarlig: Valgfri(KortTekst()),
    succesindikator: Valgfri(Fritekst()),
  }),
  sealed: { barnId: ['maal', 'ansvarlig', 'succesindikator'] },
  category: 'plan',
  legalBasis: hjemmel,
  journal: (d) => ({ overskrift: 'Mål skrevet om', tekst: `${d.maal}${opnaaelse(d)}` }),
});

export const MaalFjernet = declareEvent({
  type: 'ics.MaalFjernet',
  version: 1,
  beskrivelse: 'Et mål er taget ud af en kladde, med dets delmål.',
  schema: Type.Object({ ...tilhoer, dato: Dato, maalId: Id, begrundelse: Fritekst() }),
  sealed: { barnId: ['begrundelse'] },
  category: 'plan',
  legalBasis: hjemmel,
  journal: (d) => ({ overskrift: 'Mål taget ud', tekst: d.begrundelse }),
});

export const MaalKnyttetTilIndsatser = declareEvent({
  type: 'ics.MaalKnyttetTilIndsatser',
  version: 1,
  beskrivelse: 'Det er noteret, hvilke indsatser der skal nå målet.',
  schema: Type.Object({ ...tilhoer, dato: Dato, maalId: Id, indsatsIder: Type.Array(Id, { minItems: 1 }) }),
  sealed: {},
  category: 'plan',
  legalBasis: hjemmel,
  journal: (d) => ({
    overskrift: 'Mål knyttet til indsats',
    tekst:
      d.indsatsIder.length === 1
        ? 'Målet skal nås med én indsats.'
        : `Målet skal nås med ${d.indsatsIder.length} indsatser.`,
  }),
});

/** One event for all goals of the earlier plan, so that a revision is one line in the journal and not one for each goal. */
export const MaalViderefoert = declareEvent({
  type: 'ics.MaalViderefoert',
  version: 1,
  beskrivelse: 'De mål, der ikke er nået, er ført videre fra planen, der revideres; deres kilder følger med.',
  schema: Type.Object({
    ...tilhoer,
    dato: Dato,
    fraPlanId: Id,
    maal: Type.Array(
      Type.Object({
        maalId: Id,
        fraMaalId: Id,
        overmaalId: Valgfri(Id),
        tema: Valgfri(KortTekst(60)),
        voksenliv: Valgfri(Voksenliv),
        indsatsIder: Type.Array(Id),
        bfuId: Valgfri(Id),
        fundId: Valgfri(Id),
        kildeversion: Valgfri(Version),
      }),
    ),
    tekster: Valgfri(
      Type.Array(
        Type.Object({
          maalId: Id,
          maal: Fritekst(),
          kildetekst: Valgfri(Fritekst()),
          ansvarlig: Valgfri(KortTekst()),
          succesindikator: Valgfri(Fritekst()),
        }),
      ),
    ),
  }),
  sealed: { barnId: ['tekster'] },
  category: 'plan',
  retbar: { dato: { kunSammen: true } },
  legalBasis: hjemmel,
  journal: (d) => ({
    overskrift: 'Mål ført videre',
    tekst: `${d.maal.length === 1 ? 'Ét mål er' : `${d.maal.length} mål er`} ført videre fra den tidligere plan.`,
  }),
});

export const FundOverfoert = declareEvent({
  type: 'ics.FundOverfoert',
  version: 1,
  beskrivelse:
    'Fund fra undersøgelsen er ført over i planen, eller videre fra planen, der revideres; hvert har sin kilde og dens version.',
  schema: Type.Object({
    ...tilhoer,
    dato: Dato,
    bfuId: Id,
    /** The plan that is revised, when they go on from it as they stood there. */
    fraPlanId: Valgfri(Id),
    fund: Type.Array(
      Type.Object({
        fundId: Id,
        kildeversion: Version,
        tema: KortTekst(60),
        art: Type.Union([Type.Literal('ressource'), Type.Literal('udfordring')]),
      }),
      { minItems: 1 },
    ),
    tekster: Valgfri(Type.Array(Type.Object({ fundId: Id, tekst: Fritekst(), kildetekst: Fritekst() }))),
  }),
  sealed: { barnId: ['tekster'] },
  category: 'plan',
  legalBasis: hjemmel,
  journal: (d) => ({
    overskrift: d.fraPlanId === undefined ? 'Fund ført over i planen' : 'Fund ført videre fra den tidligere plan',
    tekst: (d.tekster ?? []).map(({ tekst }) => tekst).join(' ') || `${d.fund.length} fund fra undersøgelsen.`,
  }),
});
