import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, KortTekst, Tidspunkt, Valgfri } from '../../faelles/felter.js';
import { declareEvent, type EventOf } from '../../platform/eventstore/event-declaration.js';
import * as I from './indhentning.events.js';

const tilhoer = { bfuId: Id, barnId: Id, sagId: Id };
const Regime = Type.Union([Type.Literal('SEL'), Type.Literal('BL')]);

/** Statements that were asked for and had not come when the investigation ended. */
const aabneUdtalelser = Valgfri(Type.Array(Id));

const AFBRYDELSE = {
  flytning: 'familien er flyttet',
  'fyldt-18': 'barnet er fyldt 18 år',
  'behov-bortfaldet': 'behovet er bortfaldet',
} as const;
const SIDELOEBENDE = {
  ingen: 'Der er ingen sideløbende støtte.',
  viderefoeres: 'Den sideløbende støtte videreføres.',
  aendres: 'Den sideløbende støtte ændres.',
  ophoerer: 'Den sideløbende støtte ophører.',
} as const;

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
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'undersoegelse',
  legalBasis: { SEL: 'SEL § 50, stk. 1', BL: 'BL § 20' },
  journal: (d) => ({
    overskrift: 'Afgørelse om børnefaglig undersøgelse',
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
    tekst: Fritekst(),
  }),
  sealed: { barnId: ['tekst'] },
  category: 'undersoegelse',
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 22, stk. 1' },
  journal: (d) => ({ overskrift: d.art === 'ressource' ? 'Ressource fundet' : 'Udfordring fundet', tekst: d.tekst }),
});

export const AnalyseUdarbejdet = declareEvent({
  type: 'ics.AnalyseUdarbejdet',
  version: 1,
  beskrivelse: 'Oplysningerne er bearbejdet i en samlet analyse.',
  schema: Type.Object({ ...tilhoer, dato: Dato, analyse: Fritekst() }),
  sealed: { barnId: ['analyse'] },
  category: 'undersoegelse',
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
    barnetsHoldning: Fritekst(),
    foraeldresHoldning: Fritekst(),
  }),
  sealed: { barnId: ['konklusion', 'barnetsHoldning', 'foraeldresHoldning'] },
  category: 'undersoegelse',
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 22, stk. 6' },
  journal: (d) => ({
    overskrift: 'Undersøgelsen er konkluderet',
    tekst: `${d.stoetteNoedvendig ? 'Der er grundlag for støtte.' : 'Der er ikke grundlag for støtte.'} ${SIDELOEBENDE[d.sideloebende]} ${d.konklusion} Barnets holdning: ${d.barnetsHoldning} Forældrenes holdning: ${d.foraeldresHoldning}`,
  }),
});

export const BfuGennemgaaet = declareEvent({
  type: 'ics.BfuGennemgaaet',
  version: 1,
  beskrivelse: 'Undersøgelsen er gennemgået med familien.',
  schema: Type.Object({ ...tilhoer, dato: Dato, referat: Fritekst() }),
  sealed: { barnId: ['referat'] },
  category: 'undersoegelse',
  legalBasis: { begge: 'forvaltningsloven § 19' },
  journal: (d) => ({
    overskrift: 'Undersøgelsen er gennemgået med familien',
    tekst: `Gennemgået ${d.dato}. ${d.referat}`,
  }),
});

export const PartshoeringSendt = declareEvent({
  type: 'ics.PartshoeringSendt',
  version: 1,
  beskrivelse: 'Parterne er hørt om undersøgelsen med en svarfrist.',
  schema: Type.Object({ ...tilhoer, dato: Dato, svarfrist: Dato }),
  sealed: {},
  category: 'undersoegelse',
  legalBasis: { begge: 'forvaltningsloven § 19' },
  journal: (d) => ({ overskrift: 'Partshøring sendt', tekst: `Sendt ${d.dato}, svarfrist ${d.svarfrist}.` }),
});

export const PartshoeringBesvaret = declareEvent({
  type: 'ics.PartshoeringBesvaret',
  version: 1,
  beskrivelse: 'Parterne har svaret på partshøringen.',
  schema: Type.Object({ ...tilhoer, dato: Dato, svar: Fritekst() }),
  sealed: { barnId: ['svar'] },
  category: 'undersoegelse',
  legalBasis: { begge: 'forvaltningsloven § 19' },
  journal: (d) => ({ overskrift: 'Partshøring besvaret', tekst: `Modtaget ${d.dato}. ${d.svar}` }),
});

export const ForeloebigVurderingForetaget = declareEvent({
  type: 'ics.ForeloebigVurderingForetaget',
  version: 1,
  beskrivelse: 'Undersøgelsen kan undtagelsesvis ikke afsluttes inden 4 måneder; der er lavet en foreløbig vurdering.',
  schema: Type.Object({ ...tilhoer, dato: Dato, aarsag: Fritekst(), vurdering: Fritekst() }),
  sealed: { barnId: ['aarsag', 'vurdering'] },
  category: 'undersoegelse',
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
    igangvaerendeIndsatser: Valgfri(Type.Array(Type.Object({ indsatsId: Id, ivaerksatDato: Dato }))),
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

export const BfuAfbrudt = declareEvent({
  type: 'ics.BfuAfbrudt',
  version: 1,
  beskrivelse: 'Undersøgelsen er afbrudt uden konklusion.',
  schema: Type.Object({
    ...tilhoer,
    dato: Dato,
    aarsag: Type.Union([Type.Literal('flytning'), Type.Literal('fyldt-18'), Type.Literal('behov-bortfaldet')]),
    begrundelse: Fritekst(),
    aabneUdtalelser,
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'undersoegelse',
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 20' },
  journal: (d) => ({
    overskrift: 'Undersøgelsen er afbrudt',
    tekst: `Afbrudt ${d.dato}: ${AFBRYDELSE[d.aarsag]}. ${d.begrundelse}`,
  }),
});

/** Every event of an investigation's stream, in the order the work is done. */
export const undersoegelseEvents = [
  BfuBesluttet,
  BfuRettet,
  I.AktoererAfdaekket,
  I.TemaVurderet,
  I.UdtalelseAnmodet,
  I.UdtalelseRykket,
  I.UdtalelseModtaget,
  I.BoernesamtaleAfholdt,
  I.BoernesamtaleUndladt,
  I.ForaeldresamtaleAfholdt,
  FundNoteret,
  AnalyseUdarbejdet,
  BfuKonkluderet,
  BfuGennemgaaet,
  PartshoeringSendt,
  PartshoeringBesvaret,
  ForeloebigVurderingForetaget,
  BfuGodkendt,
  BfuAfbrudt,
] as const;

export type UndersoegelseEvent = EventOf<(typeof undersoegelseEvents)[number]>;
