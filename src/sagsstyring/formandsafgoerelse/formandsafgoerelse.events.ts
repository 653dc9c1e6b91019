import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, Kode, KortTekst, Tidspunkt, Valgfri } from '../../faelles/felter.js';
import { RETTELSESHJEMMEL, rettelsesfelter } from '../../faelles/rettelse.js';
import { declareEvent, type EventOf } from '../../platform/eventstore/event-declaration.js';

const tilhoer = { formandsafgoerelseId: Id, sagId: Id, barnId: Id };
const RegimeFelt = Type.Union([Type.Literal('SEL'), Type.Literal('BL')]);
const FORMAND = { SEL: 'SEL § 75', BL: 'BL § 143' } as const;

export const ForeloebigAfgoerelseTruffet = declareEvent({
  type: 'sagsstyring.ForeloebigAfgoerelseTruffet',
  version: 1,
  beskrivelse: 'Udvalgets formand eller næstformand har truffet en foreløbig afgørelse, fordi barnet ikke kan vente.',
  schema: Type.Object({
    ...tilhoer,
    afgoerelseKode: Kode,
    afgoerelsesnavn: KortTekst(300),
    hjemmel: KortTekst(300),
    regime: RegimeFelt,
    truffet: Tidspunkt,
    truffetAf: KortTekst(120),
    underretningId: Valgfri(Id),
    formaal: Fritekst(),
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['formaal', 'begrundelse'] },
  category: 'afgoerelse',
  retbar: {
    truffet: {
      foer: [
        'sagsstyring.ForeloebigAfgoerelseIvaerksat',
        'sagsstyring.ForeloebigAfgoerelseMeddelt',
        'sagsstyring.ForeloebigAfgoerelseOphaevet',
      ],
      roller: ['formand', 'buu-sekretaer', 'sagsbehandler'],
    },
  },
  legalBasis: FORMAND,
  journal: (d) => ({
    overskrift: `Foreløbig afgørelse: ${d.afgoerelsesnavn}`,
    tekst: `Truffet ${d.truffet} af ${d.truffetAf} efter ${d.hjemmel}. Formål: ${d.formaal} ${d.begrundelse}`,
  }),
});

const ivaerksaettelse = {
  regime: RegimeFelt,
  ivaerksat: Tidspunkt,
  /** Last day the committee can approve it; the day it was carried out is day 1. */
  godkendesSenest: Dato,
  gyldigTil: Dato,
};

export const ForeloebigAfgoerelseIvaerksat = declareEvent({
  type: 'sagsstyring.ForeloebigAfgoerelseIvaerksat',
  version: 1,
  beskrivelse: 'Den foreløbige afgørelse er sat i værk: herfra løber 24 timer, 7 dage og 1 måned.',
  schema: Type.Object({
    ...tilhoer,
    ...ivaerksaettelse,
    parter: Type.Array(
      Type.Object({
        personId: Id,
        rolle: Type.Union([Type.Literal('barn'), Type.Literal('foraelder'), Type.Literal('myndighedsindehaver')]),
      }),
    ),
  }),
  sealed: {},
  category: 'afgoerelse',
  legalBasis: FORMAND,
  journal: (d) => ({
    overskrift: 'Foreløbig afgørelse sat i værk',
    tekst: `Sat i værk ${d.ivaerksat}. Udvalget skal godkende den senest ${d.godkendesSenest}; den gælder højst til ${d.gyldigTil}.`,
  }),
});

export const ForeloebigIvaerksaettelseRettet = declareEvent({
  type: 'sagsstyring.ForeloebigIvaerksaettelseRettet',
  version: 1,
  beskrivelse:
    'Tidspunktet for iværksættelsen var registreret forkert og er rettet; 24 timer, 7 dage og 1 måned løber fra det rigtige.',
  schema: Type.Object({ ...tilhoer, ...ivaerksaettelse, ...rettelsesfelter({ ivaerksat: Tidspunkt }) }),
  sealed: { barnId: ['begrundelse'] },
  category: 'afgoerelse',
  legalBasis: { begge: RETTELSESHJEMMEL },
  journal: (d) => ({
    overskrift: 'Iværksættelsen af den foreløbige afgørelse er rettet',
    tekst: `Sat i værk ${d.ivaerksat}, ikke ${d.foer.ivaerksat}. Udvalget skal godkende den senest ${d.godkendesSenest}; den gælder højst til ${d.gyldigTil}. ${d.begrundelse}`,
  }),
});

export const ForeloebigAfgoerelseMeddelt = declareEvent({
  type: 'sagsstyring.ForeloebigAfgoerelseMeddelt',
  version: 1,
  beskrivelse: 'En part har fået skriftlig meddelelse om afgørelsen og retten til akter, advokat og udtalelse.',
  schema: Type.Object({ ...tilhoer, personId: Id, meddelt: Tidspunkt, maade: KortTekst(80) }),
  sealed: {},
  category: 'afgoerelse',
  retbar: {
    meddelt: {
      efter: ['sagsstyring.ForeloebigAfgoerelseTruffet'],
      roller: ['formand', 'buu-sekretaer', 'sagsbehandler'],
    },
  },
  legalBasis: FORMAND,
  journal: (d) => ({
    overskrift: 'Part underrettet om foreløbig afgørelse',
    tekst: `Skriftligt ${d.meddelt} (${d.maade}) med vejledning om akter, advokat og udtalelse.`,
  }),
});

export const ForeloebigAfgoerelseMeddeltAlle = declareEvent({
  type: 'sagsstyring.ForeloebigAfgoerelseMeddeltAlle',
  version: 1,
  beskrivelse: 'Alle parter har fået den skriftlige meddelelse; det skal ske inden 24 timer efter iværksættelsen.',
  schema: Type.Object({ ...tilhoer, meddelt: Tidspunkt }),
  sealed: {},
  category: 'administration',
  retbar: { meddelt: { kunSammen: true } },
  legalBasis: FORMAND,
  journal: (d) => ({ overskrift: 'Alle parter underrettet', tekst: `Den sidste ${d.meddelt}.` }),
});

export const ForeloebigAfgoerelseGodkendt = declareEvent({
  type: 'sagsstyring.ForeloebigAfgoerelseGodkendt',
  version: 1,
  beskrivelse: 'Udvalget har godkendt den foreløbige afgørelse inden 7 dage, iværksættelsesdagen medregnet.',
  schema: Type.Object({ ...tilhoer, buuSagId: Id, dato: Dato }),
  sealed: {},
  category: 'afgoerelse',
  retbar: { dato: { efter: ['sagsstyring.ForeloebigAfgoerelseIvaerksat'], roller: ['buu-sekretaer'] } },
  legalBasis: { SEL: 'SEL § 75, stk. 3', BL: 'BL § 143, stk. 4' },
  journal: (d) => ({ overskrift: 'Foreløbig afgørelse godkendt', tekst: `Godkendt af udvalget ${d.dato}.` }),
});

export const ForeloebigAfgoerelseErstattet = declareEvent({
  type: 'sagsstyring.ForeloebigAfgoerelseErstattet',
  version: 1,
  beskrivelse: 'Udvalget har truffet den endelige afgørelse, inden den foreløbige udløb.',
  schema: Type.Object({ ...tilhoer, buuSagId: Id, dato: Dato }),
  sealed: {},
  category: 'afgoerelse',
  retbar: { dato: { kunSammen: true } },
  legalBasis: FORMAND,
  journal: (d) => ({ overskrift: 'Foreløbig afgørelse afløst af den endelige', tekst: `Afgjort ${d.dato}.` }),
});

export const ForeloebigAfgoerelseOphaevet = declareEvent({
  type: 'sagsstyring.ForeloebigAfgoerelseOphaevet',
  version: 1,
  beskrivelse: 'Den foreløbige afgørelse er ophævet af formanden, eller udvalget har ikke godkendt den.',
  schema: Type.Object({ ...tilhoer, buuSagId: Valgfri(Id), dato: Dato, begrundelse: Fritekst() }),
  sealed: { barnId: ['begrundelse'] },
  category: 'afgoerelse',
  retbar: {
    dato: {
      efter: ['sagsstyring.ForeloebigAfgoerelseTruffet', 'sagsstyring.ForeloebigAfgoerelseIvaerksat'],
      roller: ['formand', 'buu-sekretaer', 'sagsbehandler'],
    },
  },
  legalBasis: FORMAND,
  journal: (d) => ({ overskrift: 'Foreløbig afgørelse ophævet', tekst: `Ophævet ${d.dato}. ${d.begrundelse}` }),
});

export const ForeloebigAfgoerelseBortfaldet = declareEvent({
  type: 'sagsstyring.ForeloebigAfgoerelseBortfaldet',
  version: 1,
  beskrivelse: 'Fristen løb ud: afgørelsen bortfaldt af sig selv, og det er noteret, hvad der skete med barnet.',
  schema: Type.Object({
    ...tilhoer,
    bortfaldt: Dato,
    dato: Dato,
    aarsag: Type.Union([Type.Literal('ikke-godkendt'), Type.Literal('udloebet')]),
    opfoelgning: Fritekst(),
  }),
  sealed: { barnId: ['opfoelgning'] },
  category: 'afgoerelse',
  retbar: {
    dato: { efter: ['sagsstyring.ForeloebigAfgoerelseIvaerksat'], roller: ['buu-sekretaer', 'sagsbehandler'] },
  },
  legalBasis: FORMAND,
  journal: (d) => ({
    overskrift: 'Foreløbig afgørelse bortfaldet',
    tekst: `Bortfaldt ${d.bortfaldt}, fordi den ${d.aarsag === 'ikke-godkendt' ? 'ikke blev godkendt i tide' : 'ikke blev afløst af en endelig afgørelse'}. ${d.opfoelgning}`,
  }),
});

export const formandsafgoerelseEvents = [
  ForeloebigAfgoerelseTruffet,
  ForeloebigAfgoerelseIvaerksat,
  ForeloebigIvaerksaettelseRettet,
  ForeloebigAfgoerelseMeddelt,
  ForeloebigAfgoerelseMeddeltAlle,
  ForeloebigAfgoerelseGodkendt,
  ForeloebigAfgoerelseErstattet,
  ForeloebigAfgoerelseOphaevet,
  ForeloebigAfgoerelseBortfaldet,
] as const;
export type FormandsafgoerelseEvent = EventOf<(typeof formandsafgoerelseEvents)[number]>;
