import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, Kode, KortTekst, Valgfri } from '../../faelles/felter.js';
import { grunde } from '../../faelles/journalgrunde.js';
import { RETTELSESHJEMMEL, rettelsesfelter } from '../../faelles/rettelse.js';
import { declareEvent } from '../../platform/eventstore/event-declaration.js';
import { Prisenhedfelt } from '../indsats/justering.events.js';
import { sluttetUndersoegelse, sluttetUndersoegelseRettet } from '../sluttet_undersoegelse.js';

const tilhoer = { anbringelseId: Id, barnId: Id, sagId: Id };
const Regime = Type.Union([Type.Literal('SEL'), Type.Literal('BL')]);
export const Grundlag = Type.Union([Type.Literal('samtykke'), Type.Literal('tvang'), Type.Literal('ungestoette')]);
/** A decision of the committee, as the decision says of itself. */
const udvalg = {
  udvalgsafgoerelseId: Valgfri(Id),
  formandsafgoerelseId: Valgfri(Id),
  udvalgsafgoerelseDato: Valgfri(Dato),
  udvalgsreference: Valgfri(KortTekst()),
  /** A case taken over: from where, and how the decision is known. */
  udvalgOvertaget: Valgfri(Fritekst()),
};
/** How the committee's decision is known, for the journal. */
export const udvalgsgrunde = (d: { readonly udvalgsreference?: string; readonly udvalgOvertaget?: string }) =>
  [
    ['Udvalgets afgørelse', d.udvalgsreference],
    ['Overtaget', d.udvalgOvertaget],
  ] as const;
const anbringelse = { SEL: 'SEL § 52, stk. 3, nr. 7; § 58', BL: 'BL §§ 46-47' } as const;
const GRUNDLAG = { samtykke: 'med samtykke', tvang: 'uden samtykke', ungestoette: 'som ungestøtte' } as const;

export const AnbringelseBesluttet = declareEvent({
  type: 'oekonomi.AnbringelseBesluttet',
  version: 1,
  beskrivelse:
    'Der er truffet afgørelse om anbringelse: med samtykke, uden samtykke (af udvalget) eller som døgnophold for en ung efter det fyldte 18. år.',
  schema: Type.Object({
    ...tilhoer,
    regime: Regime,
    grundlag: Grundlag,
    hjemmel: KortTekst(),
    afgoerelseDato: Dato,
    visitationId: Valgfri(Id),
    /** The decided placement, not begun, that this one takes the place of. */
    erstatterId: Valgfri(Id),
    ...udvalg,
    stedtype: Kode,
    /** The place must be approved before the decision. */
    stedGodkendt: Dato,
    forventetStart: Dato,
    varighedMaaneder: Type.Integer({ minimum: 1, maximum: 276 }),
    prisOere: Type.Integer({ minimum: 0 }),
    prisEnhed: Prisenhedfelt,
    bfuId: Valgfri(Id),
    planId: Valgfri(Id),
    /** No plan was valid on the day: one follows, within four months under serviceloven, three under barnets lov. */
    planUndtaget: Type.Boolean(),
    /** The young person is 16 or more, so the plan is a ungeplan. */
    ungeplan: Type.Boolean(),
    /** The day the child turns 16, when that is after the decision: from then the plan must be a ungeplan. */
    fylder16Dato: Valgfri(Dato),
    /** Placed because of neglect or abuse: brothers and sisters must be looked at too. */
    omsorgssvigt: Type.Boolean(),
    soeskende: Type.Array(Id),
    /** Those of them who were 15 or more, grown up or not born on the day: no investigation of them is demanded. */
    soeskendeIkkeOmfattet: Valgfri(Type.Array(Id)),
    boernesamtaleDato: Valgfri(Dato),
    sted: KortTekst(),
    formaal: Fritekst(),
    begrundelse: Fritekst(),
    barnetsHoldning: Fritekst(),
    planUndtagelse: Valgfri(Fritekst()),
    udenUndersoegelse: Valgfri(Fritekst()),
    boernesamtaleUndladt: Valgfri(Fritekst()),
  }),
  sealed: {
    barnId: [
      'sted',
      'formaal',
      'begrundelse',
      'barnetsHoldning',
      'planUndtagelse',
      'udenUndersoegelse',
      'boernesamtaleUndladt',
      'udvalgsreference',
      'udvalgOvertaget',
    ],
  },
  category: 'indsats',
  retbar: {
    udvalgsafgoerelseDato: {
      oplysning: true,
      foerFelter: ['afgoerelseDato'],
      roller: ['formand', 'buu-sekretaer', 'sagsbehandler'],
    },
    stedGodkendt: { oplysning: true, foerFelter: ['afgoerelseDato'] },
    boernesamtaleDato: { oplysning: true, foerFelter: ['afgoerelseDato'] },
    forventetStart: { planlagt: true, efterFelter: ['afgoerelseDato'] },
    afgoerelseDato: {
      foer: ['oekonomi.AnbringelseIvaerksat', 'oekonomi.AnbringelseOphoert'],
      efterFelter: ['boernesamtaleDato', 'stedGodkendt', 'udvalgsafgoerelseDato'],
      foerFelter: ['forventetStart'],
    },
  },
  legalBasis: anbringelse,
  journal: (d) => ({
    overskrift: `Anbringelse besluttet ${GRUNDLAG[d.grundlag]}`,
    tekst: `Afgørelse ${d.afgoerelseDato} efter ${d.hjemmel}.${d.erstatterId === undefined ? '' : ' Træder i stedet for en, der ikke var begyndt.'} Sted: ${d.sted}. Formål: ${d.formaal} Forventet varighed: ${d.varighedMaaneder} mdr. Begrundelse: ${d.begrundelse} Barnets holdning: ${d.barnetsHoldning}${grunde(['Uden afsluttet undersøgelse', d.udenUndersoegelse], ['Om planen', d.planUndtagelse], ['Børnesamtalen er undladt', d.boernesamtaleUndladt], ...udvalgsgrunde(d))}`,
  }),
});

export const AnbringelseIvaerksat = declareEvent({
  type: 'oekonomi.AnbringelseIvaerksat',
  version: 1,
  beskrivelse: 'Barnet er flyttet ind på anbringelsesstedet. Opfølgning og tilsyn løber herfra.',
  schema: Type.Object({
    ...tilhoer,
    regime: Regime,
    grundlag: Grundlag,
    stedtype: Kode,
    ivaerksatDato: Dato,
    ...sluttetUndersoegelse,
    /** Latest day of the first supervision visit, by the rule of the day. */
    naesteTilsynSenest: Dato,
    /** The day the young person comes of age; unknown for a child whose birth is not registered. */
    myndigDato: Valgfri(Dato),
  }),
  sealed: {},
  category: 'indsats',
  legalBasis: anbringelse,
  journal: (d) => ({
    overskrift: 'Anbringelse iværksat',
    tekst: `Iværksat ${d.ivaerksatDato} ${GRUNDLAG[d.grundlag]}. Første tilsynsbesøg senest ${d.naesteTilsynSenest}.`,
  }),
});

export const AnbringelsesivaerksaettelseRettet = declareEvent({
  type: 'oekonomi.AnbringelsesivaerksaettelseRettet',
  version: 1,
  beskrivelse:
    'Dagen, hvor barnet flyttede ind, var registreret forkert og er rettet; opfølgning og tilsyn følger med.',
  schema: Type.Object({
    ...tilhoer,
    regime: Regime,
    grundlag: Grundlag,
    ivaerksatDato: Dato,
    ...sluttetUndersoegelseRettet,
    naesteTilsynSenest: Dato,
    ...rettelsesfelter({ ivaerksatDato: Dato, naesteTilsynSenest: Dato }),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'indsats',
  legalBasis: { begge: RETTELSESHJEMMEL },
  journal: (d) => ({
    overskrift: 'Iværksættelsen af anbringelsen er rettet',
    tekst: `Iværksat ${d.ivaerksatDato}, ikke ${d.foer.ivaerksatDato}. ${d.begrundelse}`,
  }),
});

const Kendtdag = Type.Union([Dato, Type.Null()]);

export const AnbringelsesalderRettet = declareEvent({
  type: 'oekonomi.AnbringelsesalderRettet',
  version: 1,
  beskrivelse:
    'Barnets fødselsdato er rettet; hvornår den unge fylder 16 og 18, og fristerne for ungeplan og ungestøtte følger med.',
  schema: Type.Object({
    ...tilhoer,
    /** What the placement rested on when it was carried out, or else when it was decided. */
    grundlag: Grundlag,
    /** Null: it has no meaning for the placement, or was not known. */
    myndigDato: Kendtdag,
    fylder16Dato: Kendtdag,
    ...rettelsesfelter({ myndigDato: Kendtdag, fylder16Dato: Kendtdag }),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'indsats',
  legalBasis: { begge: RETTELSESHJEMMEL },
  journal: (d) => ({
    overskrift: 'Alderen i anbringelsen er rettet',
    tekst: `${d.begrundelse}${d.myndigDato === null ? '' : ` Fylder 18 år ${d.myndigDato}.`}`,
  }),
});

export const AnbringelsesstedSkiftet = declareEvent({
  type: 'oekonomi.AnbringelsesstedSkiftet',
  version: 1,
  beskrivelse: 'Barnet er flyttet til et andet anbringelsessted efter en afgørelse om det.',
  schema: Type.Object({
    ...tilhoer,
    regime: Regime,
    hjemmel: KortTekst(),
    afgoerelseDato: Dato,
    dato: Dato,
    fraStedtype: Kode,
    stedtype: Kode,
    stedGodkendt: Dato,
    samtykke: Type.Boolean(),
    ...udvalg,
    /** The administration's decision in the case; absent when the committee decided. */
    afgoerelseId: Valgfri(Id),
    sted: KortTekst(),
    begrundelse: Fritekst(),
    barnetsHoldning: Fritekst(),
  }),
  sealed: { barnId: ['sted', 'begrundelse', 'barnetsHoldning', 'udvalgsreference', 'udvalgOvertaget'] },
  category: 'indsats',
  retbar: {
    stedGodkendt: { oplysning: true, foerFelter: ['dato'] },
    udvalgsafgoerelseDato: {
      oplysning: true,
      foerFelter: ['afgoerelseDato'],
      roller: ['formand', 'buu-sekretaer', 'sagsbehandler'],
    },
    dato: {
      efter: ['oekonomi.AnbringelseIvaerksat'],
      foer: ['oekonomi.AnbringelseOphoert'],
      efterFelter: ['afgoerelseDato', 'stedGodkendt'],
      alene: true,
    },
    afgoerelseDato: {
      efter: ['oekonomi.AnbringelseIvaerksat'],
      efterFelter: ['udvalgsafgoerelseDato'],
      foerFelter: ['dato'],
    },
  },
  legalBasis: { SEL: 'SEL §§ 68 b og 69, stk. 3', BL: 'BL §§ 52 og 98' },
  journal: (d) => ({
    overskrift: 'Anbringelsessted skiftet',
    tekst: `Flyttet ${d.dato} til ${d.sted} efter ${d.hjemmel}, ${d.samtykke ? 'med' : 'uden'} samtykke. ${d.begrundelse} Barnets holdning: ${d.barnetsHoldning}${grunde(...udvalgsgrunde(d))}`,
  }),
});

export const StoettepersonTilbudt = declareEvent({
  type: 'oekonomi.StoettepersonTilbudt',
  version: 1,
  beskrivelse: 'En forælder er tilbudt en støtteperson under anbringelsen.',
  schema: Type.Object({
    ...tilhoer,
    personId: Id,
    dato: Dato,
    svar: Type.Union([Type.Literal('oensker'), Type.Literal('afslaar'), Type.Literal('afventer')]),
  }),
  sealed: {},
  category: 'indsats',
  retbar: { dato: { efter: ['oekonomi.AnbringelseBesluttet'] } },
  legalBasis: { SEL: 'SEL § 54', BL: 'BL § 75' },
  journal: (d) => ({
    overskrift: 'Støtteperson tilbudt',
    tekst: `Tilbudt ${d.dato}: ${d.svar === 'oensker' ? 'ønskes' : d.svar === 'afslaar' ? 'afslået' : 'afventer svar'}.`,
  }),
});

export const ForaeldrehandleplanLavet = declareEvent({
  type: 'oekonomi.ForaeldrehandleplanLavet',
  version: 1,
  beskrivelse:
    'En forælder til et anbragt barn har fået en plan for støtten til sig selv under anbringelsen, eller den er revideret.',
  schema: Type.Object({
    ...tilhoer,
    regime: Regime,
    personId: Id,
    dato: Dato,
    revision: Type.Boolean(),
    maal: Fritekst(),
    stoette: Fritekst(),
  }),
  sealed: { personId: ['maal', 'stoette'] },
  category: 'plan',
  retbar: { dato: { efter: ['oekonomi.AnbringelseBesluttet'] } },
  legalBasis: { SEL: 'SEL § 54, stk. 2', BL: 'BL §§ 76-79' },
  journal: (d) => ({
    overskrift: d.revision ? 'Forældrehandleplan revideret' : 'Forældrehandleplan lavet',
    tekst: `${d.dato}. Mål: ${d.maal} Støtte: ${d.stoette}`,
  }),
});

export const PlandeleUdleveret = declareEvent({
  type: 'oekonomi.PlandeleUdleveret',
  version: 1,
  beskrivelse: 'De relevante dele af planen er givet til anbringelsesstedet.',
  schema: Type.Object({ ...tilhoer, planId: Id, dato: Dato, dele: Fritekst(2000) }),
  sealed: { barnId: ['dele'] },
  category: 'plan',
  retbar: { dato: { efter: ['oekonomi.AnbringelseBesluttet'] } },
  legalBasis: { SEL: 'SEL § 140', BL: 'BL § 109, stk. 5' },
  journal: (d) => ({ overskrift: 'Dele af planen udleveret til anbringelsesstedet', tekst: `${d.dato}: ${d.dele}` }),
});

export const AnbringelsessamtykkeBortfaldet = declareEvent({
  type: 'oekonomi.AnbringelsessamtykkeBortfaldet',
  version: 1,
  beskrivelse:
    'Et samtykke, som anbringelsen hviler på, er trukket tilbage. Der skal træffes afgørelse om hjemgivelse, eller udvalget skal afgøre sagen.',
  schema: Type.Object({ ...tilhoer, regime: Regime, personId: Id, dato: Dato }),
  sealed: {},
  category: 'indsats',
  retbar: {
    dato: {
      efter: ['oekonomi.AnbringelseBesluttet'],
      foer: ['oekonomi.AnbringelsesgrundlagSkiftet', 'oekonomi.AnbringelseOphoert'],
    },
  },
  legalBasis: { SEL: 'SEL § 68, stk. 2', BL: 'BL § 100, stk. 1' },
  journal: (d) => ({
    overskrift: 'Samtykket til anbringelsen er trukket tilbage',
    tekst: `Fra ${d.dato}. Afgør hjemgivelsen, eller indstil sagen til børne- og ungeudvalget.`,
  }),
});

export const AnbringelsesgrundlagSkiftet = declareEvent({
  type: 'oekonomi.AnbringelsesgrundlagSkiftet',
  version: 1,
  beskrivelse: 'Anbringelsen hviler fra en dato på et andet grundlag: udvalgets afgørelse, eller igen samtykke.',
  schema: Type.Object({
    ...tilhoer,
    regime: Regime,
    fra: Grundlag,
    grundlag: Grundlag,
    hjemmel: KortTekst(),
    dato: Dato,
    ...udvalg,
    /** The decision in the case, when it goes from compulsion to consent. */
    afgoerelseId: Valgfri(Id),
    begrundelse: Valgfri(Fritekst()),
    boernesamtaleDato: Valgfri(Dato),
    boernesamtaleUndladt: Valgfri(Fritekst()),
  }),
  sealed: { barnId: ['udvalgsreference', 'udvalgOvertaget', 'begrundelse', 'boernesamtaleUndladt'] },
  category: 'indsats',
  retbar: {
    udvalgsafgoerelseDato: {
      oplysning: true,
      foerFelter: ['dato'],
      roller: ['formand', 'buu-sekretaer', 'sagsbehandler'],
    },
    boernesamtaleDato: { oplysning: true, foerFelter: ['dato'] },
    dato: {
      efter: ['oekonomi.AnbringelseBesluttet'],
      foer: ['oekonomi.AnbringelseOphoert'],
      efterFelter: ['udvalgsafgoerelseDato', 'boernesamtaleDato'],
    },
  },
  legalBasis: anbringelse,
  journal: (d) => ({
    overskrift: `Anbringelsen fortsætter ${GRUNDLAG[d.grundlag]}`,
    tekst: `Fra ${d.dato} efter ${d.hjemmel} (før: ${GRUNDLAG[d.fra]}).${grunde(['Begrundelse', d.begrundelse], ['Børnesamtalen er undladt', d.boernesamtaleUndladt], ...udvalgsgrunde(d))}`,
  }),
});

const AARSAG = {
  hjemgivet: 'hjemgivet',
  'fyldt-18': 'den unge er fyldt 18 år',
  'ungestoette-slut': 'ungestøtten er slut',
  'ikke-ivaerksat': 'blev ikke sat i værk',
  'anden-kommune': 'en anden kommune har overtaget',
  doed: 'dødsfald',
} as const;

export const AnbringelseOphoert = declareEvent({
  type: 'oekonomi.AnbringelseOphoert',
  version: 1,
  beskrivelse: 'Anbringelsen er slut.',
  schema: Type.Object({
    ...tilhoer,
    regime: Regime,
    ophoertDato: Dato,
    ivaerksat: Type.Boolean(),
    aarsag: Type.Union([
      Type.Literal('hjemgivet'),
      Type.Literal('fyldt-18'),
      Type.Literal('ungestoette-slut'),
      Type.Literal('ikke-ivaerksat'),
      Type.Literal('anden-kommune'),
      Type.Literal('doed'),
    ]),
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'indsats',
  retbar: {
    ophoertDato: {
      efter: [
        'oekonomi.AnbringelseBesluttet',
        'oekonomi.AnbringelseIvaerksat',
        'oekonomi.TilsynsbesoegAfholdt',
        'oekonomi.AnbringelsesstedSkiftet',
        'oekonomi.HjemgivelseAfgjort',
      ],
    },
  },
  legalBasis: { SEL: 'SEL § 68', BL: 'BL § 100' },
  journal: (d) => ({
    overskrift: 'Anbringelse ophørt',
    tekst: `Ophørt ${d.ophoertDato}: ${AARSAG[d.aarsag]}. ${d.begrundelse}`,
  }),
});
