import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, Kode, KortTekst, Valgfri } from '../../faelles/felter.js';
import { RETTELSESHJEMMEL, rettelsesfelter } from '../../faelles/rettelse.js';
import { declareEvent, type EventOf } from '../../platform/eventstore/event-declaration.js';

const tilhoer = { afgoerelseId: Id, sagId: Id, barnId: Id };
const ORGANNAVN = { KB: 'forvaltningen', BUU: 'børne- og ungeudvalget' } as const;
const MAADENAVN = {
  'digital-post': 'med digital post',
  brev: 'med brev',
  overrakt: 'overrakt',
} as const;

export const AfgoerelseTruffet = declareEvent({
  type: 'sagsstyring.AfgoerelseTruffet',
  version: 1,
  beskrivelse:
    'Der er truffet en afgørelse i sagen. Parterne er fundet efter loven den dag, og hvem der er hørt, står her.',
  schema: Type.Object({
    ...tilhoer,
    afgoerelseKode: Kode,
    afgoerelsesnavn: KortTekst(300),
    hjemmel: KortTekst(300),
    regime: Type.Union([Type.Literal('SEL'), Type.Literal('BL')]),
    organ: Type.Union([Type.Literal('KB'), Type.Literal('BUU')]),
    dato: Dato,
    /** Goes against a party, so that the parties must be heard first. */
    tilUgunst: Type.Boolean(),
    /** What was applied for or considered is not given. */
    afslag: Valgfri(Type.Boolean()),
    opsaettendeVirkning: Type.Boolean(),
    parter: Type.Array(
      Type.Object({
        personId: Id,
        rolle: Type.Union([Type.Literal('barn'), Type.Literal('foraelder'), Type.Literal('myndighedsindehaver')]),
      }),
    ),
    partshoeringIder: Type.Array(Id),
    /** Why parties were not heard; forvaltningsloven § 19, stk. 2. */
    hoeringUndladt: Valgfri(
      Type.Union([Type.Literal('ubetaenkelig'), Type.Literal('lovbestemt-frist'), Type.Literal('ingen-aktindsigt')]),
    ),
    hoeringUndladtBegrundelse: Valgfri(Fritekst()),
    /** The investigation, measure, committee case … that the decision is about. */
    vedroererId: Valgfri(Id),
    /** The decision that this one takes the place of. */
    erstatterId: Valgfri(Id),
    begrundelse: Fritekst(),
    /** The talk with the child, when the decision is made here and not on a route of its own. */
    boernesamtaleDato: Valgfri(Dato),
    boernesamtaleUndladt: Valgfri(Fritekst()),
  }),
  sealed: { barnId: ['begrundelse', 'hoeringUndladtBegrundelse', 'boernesamtaleUndladt'] },
  category: 'afgoerelse',
  retbar: {
    boernesamtaleDato: { oplysning: true, foerFelter: ['dato'], roller: ['buu-sekretaer', 'sagsbehandler'] },
    dato: {
      foer: ['sagsstyring.AfgoerelseMeddelt'],
      efterFelter: ['boernesamtaleDato'],
      roller: ['buu-sekretaer', 'sagsbehandler'],
    },
  },
  legalBasis: { begge: 'forvaltningsloven §§ 19 og 22-25' },
  journal: (d) => ({
    overskrift: `${d.afslag === true ? 'Afslag' : 'Afgørelse'}: ${d.afgoerelsesnavn}`,
    tekst: `Truffet ${d.dato} af ${ORGANNAVN[d.organ]} efter ${d.hjemmel}. ${d.begrundelse}${d.hoeringUndladtBegrundelse === undefined ? '' : ` Partshøring undladt: ${d.hoeringUndladtBegrundelse}`}${d.boernesamtaleUndladt === undefined ? '' : ` Samtale med barnet undladt: ${d.boernesamtaleUndladt}`}`,
  }),
});

const meddelelse = {
  meddelelseId: Id,
  personId: Id,
  sendt: Dato,
  modtaget: Dato,
  maade: Type.Union([Type.Literal('digital-post'), Type.Literal('brev'), Type.Literal('overrakt')]),
  maskeret: Type.Boolean(),
};

export const AfgoerelseMeddelt = declareEvent({
  type: 'sagsstyring.AfgoerelseMeddelt',
  version: 1,
  beskrivelse:
    'En part har fået afgørelsen med begrundelse og klagevejledning. Klagefristen løber fra den dag, parten anses for at have modtaget den.',
  schema: Type.Object({ ...tilhoer, ...meddelelse }),
  sealed: {},
  category: 'afgoerelse',
  legalBasis: { begge: 'forvaltningsloven §§ 22-25' },
  journal: (d) => ({
    overskrift: 'Afgørelse meddelt til en part',
    tekst: `Sendt ${d.sendt} ${MAADENAVN[d.maade]} med klagevejledning; anses for modtaget ${d.modtaget}.`,
  }),
});

export const AfgoerelsemodtagelseRettet = declareEvent({
  type: 'sagsstyring.AfgoerelsemodtagelseRettet',
  version: 1,
  beskrivelse:
    'Dagen, hvor afgørelsen blev sendt til parten, eller hvor parten fik den, var registreret forkert og er rettet; klagefristen løber fra den rigtige modtagelse.',
  schema: Type.Object({ ...tilhoer, ...meddelelse, ...rettelsesfelter({ modtaget: Dato, sendt: Valgfri(Dato) }) }),
  sealed: { barnId: ['begrundelse'] },
  category: 'afgoerelse',
  legalBasis: { begge: RETTELSESHJEMMEL },
  journal: (d) => ({
    overskrift: 'Modtagelsen af en afgørelse er rettet',
    tekst: `${d.foer.sendt === undefined ? '' : `Sendt ${d.sendt}, ikke ${d.foer.sendt}. `}${d.modtaget === d.foer.modtaget ? '' : `Modtaget ${d.modtaget}, ikke ${d.foer.modtaget}. `}${d.begrundelse}`,
  }),
});

export const afgoerelseEvents = [AfgoerelseTruffet, AfgoerelseMeddelt, AfgoerelsemodtagelseRettet] as const;
export type AfgoerelseEvent = EventOf<(typeof afgoerelseEvents)[number]>;
