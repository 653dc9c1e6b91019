import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, KortTekst, Tidspunkt, Valgfri } from '../../faelles/felter.js';
import { RETTELSESHJEMMEL, rettelsesfelter } from '../../faelles/rettelse.js';
import { declareEvent, type EventOf } from '../../platform/eventstore/event-declaration.js';
import * as A from './afdaekning.events.js';
import * as F from './forloeb.events.js';
import * as H from './hoering.events.js';
import * as I from './indhentning.events.js';
import * as S from './sagkyndig.events.js';
import * as T from './tvang.events.js';

const tilhoer = { bfuId: Id, barnId: Id, sagId: Id };
const Regime = Type.Union([Type.Literal('SEL'), Type.Literal('BL')]);

/** Statements that were asked for and had not come when the investigation ended. */
const aabneUdtalelser = Valgfri(Type.Array(Id));

const AFBRYDELSE = {
  flytning: 'familien er flyttet',
  'fyldt-18': 'barnet er fyldt 18 år',
  'behov-bortfaldet': 'behovet er bortfaldet',
  foedsel: 'barnet er født',
} as const;
const SIDELOEBENDE = {
  ingen: 'Der er ingen sideløbende støtte.',
  viderefoeres: 'Den sideløbende støtte videreføres.',
  aendres: 'Den sideløbende støtte ændres.',
  ophoerer: 'Den sideløbende støtte ophører.',
} as const;

const Hastighed = Type.Union([Type.Literal('almindelig'), Type.Literal('hurtig')]);

export const BfuBesluttet = declareEvent({
  type: 'ics.BfuBesluttet',
  version: 1,
  beskrivelse: 'Kommunen har truffet afgørelse om en børnefaglig undersøgelse. Fristen regnes fra opmærksomhedsdatoen.',
  schema: Type.Object({
    ...tilhoer,
    regime: Regime,
    opmaerksomDato: Dato,
    afgoerelseDato: Dato,
    underretningId: Valgfri(Id),
    screeningId: Valgfri(Id),
    /** The afdækning of the same id goes on as an investigation. */
    fraAfdaekning: Valgfri(Type.Boolean()),
    reviderer: Valgfri(Id),
    hastighed: Valgfri(Hastighed),
    grunde: Valgfri(Type.Array(KortTekst(60))),
    kommendeForaeldre: Valgfri(Type.Boolean()),
    /** Expected day of birth: a date to be ready by, and so in the clear like other deadlines. */
    termin: Valgfri(Dato),
    milepaele: Valgfri(F.Milepaele),
    /** Last day under the rule in force on the day of awareness, so that guidance can speak of it. */
    frist: Valgfri(Dato),
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'undersoegelse',
  retbar: {
    termin: { planlagt: true },
    afgoerelseDato: {
      foer: [
        'ics.AktoererAfdaekket',
        'ics.UdtalelseAnmodet',
        'ics.BoernesamtaleAfholdt',
        'ics.ForaeldresamtaleAfholdt',
        'ics.AnalyseUdarbejdet',
        'ics.BfuKonkluderet',
        'ics.BfuGennemgaaet',
        'ics.PartshoeringSendt',
        'ics.SagkyndigUndersoegelseBestilt',
        'ics.BfuGodkendt',
        'ics.AfdaekningAfsluttet',
        'ics.BfuAfbrudt',
      ],
      efterFelter: ['opmaerksomDato'],
    },
  },
  legalBasis: { SEL: 'SEL § 50, stk. 1', BL: 'BL § 20' },
  journal: (d) => ({
    overskrift: bfuOverskrift(d),
    tekst: `Opmærksom på behovet ${d.opmaerksomDato}, afgørelse ${d.afgoerelseDato}. ${d.begrundelse}`,
  }),
});

export const BfuRettet = declareEvent({
  type: 'ics.BfuRettet',
  version: 1,
  beskrivelse: 'Opmærksomhedsdatoen var registreret forkert og er rettet; fristerne følger med.',
  schema: Type.Object({
    ...tilhoer,
    regime: Regime,
    opmaerksomDato: Dato,
    afgoerelseDato: Dato,
    hastighed: Valgfri(Hastighed),
    /** The law's last day, counted anew. */
    frist: Valgfri(Dato),
    rettet: Tidspunkt,
    foer: Type.Object({ opmaerksomDato: Dato }),
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'undersoegelse',
  legalBasis: { begge: 'databeskyttelsesforordningen art. 16' },
  journal: (d) => ({
    overskrift: 'Opmærksomhedsdatoen er rettet',
    tekst: `Opmærksom på behovet ${d.opmaerksomDato}, ikke ${d.foer.opmaerksomDato}. ${d.begrundelse}`,
  }),
});

function bfuOverskrift(
  d: { readonly [K in 'fraAfdaekning' | 'kommendeForaeldre']?: boolean } & { readonly reviderer?: string },
): string {
  if (d.fraAfdaekning === true) return 'Afdækningen fortsætter som børnefaglig undersøgelse';
  if (d.reviderer !== undefined) return 'Afgørelse om revideret børnefaglig undersøgelse';
  return d.kommendeForaeldre === true
    ? 'Afgørelse om undersøgelse af kommende forældre'
    : 'Afgørelse om børnefaglig undersøgelse';
}

export const FundNoteret = declareEvent({
  type: 'ics.FundNoteret',
  version: 1,
  beskrivelse: 'Undersøgelsen har fundet en ressource eller en udfordring under et tema.',
  schema: Type.Object({
    ...tilhoer,
    dato: Dato,
    fundId: Id,
    tema: KortTekst(60),
    art: Type.Union([Type.Literal('ressource'), Type.Literal('udfordring')]),
    /** A challenge in the child's need for teaching: then pædagogisk-psykologisk vurdering must be considered. */
    undervisning: Valgfri(Type.Boolean()),
    tekst: Fritekst(),
    barnetsSyn: Valgfri(Fritekst()),
    foraeldrenesSyn: Valgfri(Fritekst()),
  }),
  sealed: { barnId: ['tekst', 'barnetsSyn', 'foraeldrenesSyn'] },
  category: 'undersoegelse',
  retbar: { dato: { kunSammen: true } },
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 22, stk. 1' },
  journal: (d) => ({
    overskrift: d.art === 'ressource' ? 'Ressource fundet' : 'Udfordring fundet',
    tekst: [
      d.tekst,
      ...(d.barnetsSyn === undefined ? [] : [`Barnets syn: ${d.barnetsSyn}`]),
      ...(d.foraeldrenesSyn === undefined ? [] : [`Forældrenes syn: ${d.foraeldrenesSyn}`]),
    ].join(' '),
  }),
});

export const AnalyseUdarbejdet = declareEvent({
  type: 'ics.AnalyseUdarbejdet',
  version: 1,
  beskrivelse: 'Oplysningerne er bearbejdet i en samlet analyse.',
  schema: Type.Object({ ...tilhoer, dato: Dato, analyse: Fritekst() }),
  sealed: { barnId: ['analyse'] },
  category: 'undersoegelse',
  retbar: {
    dato: {
      efter: ['ics.AfdaekningBesluttet', 'ics.BfuBesluttet'],
      foer: ['ics.BfuKonkluderet', 'ics.BfuGodkendt', 'ics.AfdaekningAfsluttet', 'ics.BfuAfbrudt'],
    },
  },
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 22, stk. 1' },
  journal: (d) => ({ overskrift: 'Analyse udarbejdet', tekst: d.analyse }),
});

export const BfuKonkluderet = declareEvent({
  type: 'ics.BfuKonkluderet',
  version: 1,
  beskrivelse: 'Undersøgelsen er konkluderet med en begrundet stillingtagen til støtte.',
  schema: Type.Object({
    ...tilhoer,
    dato: Dato,
    stoetteNoedvendig: Type.Boolean(),
    indsatskoder: Type.Array(KortTekst(60)),
    sideloebende: Type.Union([
      Type.Literal('ingen'),
      Type.Literal('viderefoeres'),
      Type.Literal('aendres'),
      Type.Literal('ophoerer'),
    ]),
    konklusion: Fritekst(),
    /** Absent only when the child is not born. */
    barnetsHoldning: Valgfri(Fritekst()),
    foraeldresHoldning: Fritekst(),
  }),
  sealed: { barnId: ['konklusion', 'barnetsHoldning', 'foraeldresHoldning'] },
  category: 'undersoegelse',
  retbar: {
    dato: {
      efter: ['ics.AfdaekningBesluttet', 'ics.BfuBesluttet', 'ics.AnalyseUdarbejdet'],
      foer: [
        'ics.BfuGennemgaaet',
        'ics.PartshoeringSendt',
        'ics.BfuGodkendt',
        'ics.AfdaekningAfsluttet',
        'ics.BfuAfbrudt',
      ],
    },
  },
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 22, stk. 6' },
  journal: (d) => ({
    overskrift: 'Undersøgelsen er konkluderet',
    tekst: `${d.stoetteNoedvendig ? 'Der er grundlag for støtte.' : 'Der er ikke grundlag for støtte.'} ${SIDELOEBENDE[d.sideloebende]} ${d.konklusion}${d.barnetsHoldning === undefined ? '' : ` Barnets holdning: ${d.barnetsHoldning}`} Forældrenes holdning: ${d.foraeldresHoldning}`,
  }),
});

export const ForeloebigVurderingForetaget = declareEvent({
  type: 'ics.ForeloebigVurderingForetaget',
  version: 1,
  beskrivelse: 'Undersøgelsen kan undtagelsesvis ikke afsluttes inden 4 måneder; der er lavet en foreløbig vurdering.',
  schema: Type.Object({ ...tilhoer, dato: Dato, aarsag: Fritekst(), vurdering: Fritekst() }),
  sealed: { barnId: ['aarsag', 'vurdering'] },
  category: 'undersoegelse',
  retbar: {
    dato: {
      efter: ['ics.AfdaekningBesluttet', 'ics.BfuBesluttet'],
      foer: ['ics.BfuGodkendt', 'ics.AfdaekningAfsluttet', 'ics.BfuAfbrudt'],
    },
  },
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 20, stk. 3, 2. pkt.' },
  journal: (d) => ({
    overskrift: 'Foreløbig vurdering',
    tekst: `Lavet ${d.dato}. Årsag: ${d.aarsag} Vurdering: ${d.vurdering}`,
  }),
});

export const BfuGodkendt = declareEvent({
  type: 'ics.BfuGodkendt',
  version: 1,
  beskrivelse: 'Konklusionen er godkendt, og undersøgelsen er afsluttet.',
  schema: Type.Object({
    ...tilhoer,
    godkendtDato: Dato,
    godkendtAf: KortTekst(60),
    igangvaerendeIndsatser: Valgfri(Type.Array(A.IgangvaerendeIndsats)),
    aabneUdtalelser,
  }),
  sealed: {},
  category: 'undersoegelse',
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 20, stk. 3' },
  journal: (d) => ({
    overskrift: 'Undersøgelsen er godkendt og afsluttet',
    tekst: `Godkendt ${d.godkendtDato} af ${d.godkendtAf}.`,
  }),
});

export const BfuGodkendelseRettet = declareEvent({
  type: 'ics.BfuGodkendelseRettet',
  version: 1,
  beskrivelse:
    'Dagen, hvor undersøgelsen blev godkendt, var registreret forkert og er rettet; om den var rettidig, og hvornår indsatser ved siden af den følges op, følger med.',
  schema: Type.Object({
    ...tilhoer,
    godkendtDato: Dato,
    igangvaerendeIndsatser: Valgfri(Type.Array(A.IgangvaerendeIndsats)),
    ...rettelsesfelter({ godkendtDato: Dato }),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'undersoegelse',
  legalBasis: { begge: RETTELSESHJEMMEL },
  journal: (d) => ({
    overskrift: 'Godkendelsen af undersøgelsen er rettet',
    tekst: `Godkendt ${d.godkendtDato}, ikke ${d.foer.godkendtDato}. ${d.begrundelse}`,
  }),
});

export const BfuAfbrudt = declareEvent({
  type: 'ics.BfuAfbrudt',
  version: 1,
  beskrivelse: 'Undersøgelsen er afbrudt uden konklusion.',
  schema: Type.Object({
    ...tilhoer,
    dato: Dato,
    aarsag: Type.Union([
      Type.Literal('flytning'),
      Type.Literal('fyldt-18'),
      Type.Literal('behov-bortfaldet'),
      Type.Literal('foedsel'),
    ]),
    /** Law on the day, which may be another than that of the decision. */
    regime: Valgfri(Regime),
    begrundelse: Fritekst(),
    aabneUdtalelser,
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'undersoegelse',
  retbar: { dato: { efter: ['ics.AfdaekningBesluttet', 'ics.BfuBesluttet'] } },
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 20' },
  journal: (d) => ({
    overskrift: 'Undersøgelsen er afbrudt',
    tekst: `Afbrudt ${d.dato}: ${AFBRYDELSE[d.aarsag]}. ${d.begrundelse}`,
  }),
});

const indhentningEvents = [
  A.AfdaekningBesluttet,
  A.AfdaekningRettet,
  BfuBesluttet,
  BfuRettet,
  I.AktoererAfdaekket,
  I.AktoererUndladt,
  I.TemaVurderet,
  I.UdtalelseAnmodet,
  I.UdtalelseRykket,
  I.UdtalelseModtaget,
  I.BoernesamtaleAfholdt,
  I.BoernesamtaleUndladt,
  I.ForaeldresamtaleAfholdt,
  FundNoteret,
] as const;
const konklusionEvents = [
  AnalyseUdarbejdet,
  BfuKonkluderet,
  H.BfuGennemgaaet,
  H.PartshoeringSendt,
  H.PartshoeringBesvaret,
  ForeloebigVurderingForetaget,
  BfuGodkendt,
  BfuGodkendelseRettet,
  A.AfdaekningAfsluttet,
  BfuAfbrudt,
  F.MellemkommunalUnderretningSendt,
  F.MellemkommunalUnderretningUndladt,
] as const;
const sidesporEvents = [
  F.MilepaeleAendret,
  F.FoedselNoteret,
  S.SagkyndigUndersoegelseBestilt,
  S.SagkyndigUndersoegelseModtaget,
  S.SagkyndigUndersoegelseOpgivet,
  S.PpvStillingtagen,
  T.UndersoegelseUdenSamtykkeBesluttet,
  T.UndersoegelsesopholdBegyndt,
  T.UndersoegelsesopholdOphoert,
  T.UndersoegelseUdenSamtykkeAfsluttet,
] as const;

/** Every event of an investigation's stream, in the order the work is done. */
export const undersoegelseEvents = [...indhentningEvents, ...konklusionEvents, ...sidesporEvents] as const;

export type Konklusionsevent = EventOf<(typeof konklusionEvents)[number]>;
export type Sidesporsevent = EventOf<(typeof sidesporEvents)[number]>;
export type UndersoegelseEvent = EventOf<(typeof undersoegelseEvents)[number]>;
