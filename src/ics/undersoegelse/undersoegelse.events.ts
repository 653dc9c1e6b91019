import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, KortTekst, Valgfri } from '../../faelles/felter.js';
import { declareEvent, type EventOf } from '../../platform/eventstore/event-declaration.js';

const tilhoer = { bfuId: Id, barnId: Id, sagId: Id };
const Regime = Type.Union([Type.Literal('SEL'), Type.Literal('BL')]);

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

export const AktoererAfdaekket = declareEvent({
  type: 'ics.AktoererAfdaekket',
  version: 1,
  beskrivelse: 'Rådgiver har sat sig ind i sagen og fundet de aktører, som skal høres.',
  schema: Type.Object({ ...tilhoer, dato: Dato, antal: Type.Integer({ minimum: 1 }), aktoerer: Fritekst() }),
  sealed: { barnId: ['aktoerer'] },
  category: 'undersoegelse',
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 22, stk. 1-2' },
  journal: (d) => ({ overskrift: 'Relevante aktører fundet', tekst: d.aktoerer }),
});

export const TemaVurderet = declareEvent({
  type: 'ics.TemaVurderet',
  version: 1,
  beskrivelse: 'Det er vurderet, om et tema er relevant for undersøgelsen, med begrundelse.',
  schema: Type.Object({ ...tilhoer, tema: KortTekst(60), temanavn: KortTekst(), relevant: Type.Boolean(), begrundelse: Fritekst() }),
  sealed: { barnId: ['begrundelse'] },
  category: 'undersoegelse',
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 22' },
  journal: (d) => ({
    overskrift: `Tema ${d.relevant ? 'indgår' : 'indgår ikke'}: ${d.temanavn}`,
    tekst: d.begrundelse,
  }),
});

export const UdtalelseAnmodet = declareEvent({
  type: 'ics.UdtalelseAnmodet',
  version: 1,
  beskrivelse: 'En aktør er bedt om en udtalelse inden en svarfrist.',
  schema: Type.Object({ ...tilhoer, udtalelseId: Id, aktoer: KortTekst(), anmodet: Dato, svarfrist: Dato, emne: Fritekst() }),
  sealed: { barnId: ['aktoer', 'emne'] },
  category: 'undersoegelse',
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 22, stk. 1-2' },
  journal: (d) => ({
    overskrift: 'Udtalelse anmodet',
    tekst: `${d.aktoer} er ${d.anmodet} bedt om en udtalelse senest ${d.svarfrist}. ${d.emne}`,
  }),
});

export const UdtalelseRykket = declareEvent({
  type: 'ics.UdtalelseRykket',
  version: 1,
  beskrivelse: 'En aktør er rykket for en udtalelse.',
  schema: Type.Object({ ...tilhoer, udtalelseId: Id, rykket: Dato, svarfrist: Dato }),
  sealed: {},
  category: 'undersoegelse',
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 22, stk. 1-2' },
  journal: (d) => ({ overskrift: 'Udtalelse rykket', tekst: `Rykket ${d.rykket}, ny svarfrist ${d.svarfrist}.` }),
});

export const UdtalelseModtaget = declareEvent({
  type: 'ics.UdtalelseModtaget',
  version: 1,
  beskrivelse: 'En udtalelse er modtaget.',
  schema: Type.Object({ ...tilhoer, udtalelseId: Id, modtaget: Dato, indhold: Fritekst() }),
  sealed: { barnId: ['indhold'] },
  category: 'undersoegelse',
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 22, stk. 1-2' },
  journal: (d) => ({ overskrift: 'Udtalelse modtaget', tekst: `Modtaget ${d.modtaget}. ${d.indhold}` }),
});

export const BoernesamtaleAfholdt = declareEvent({
  type: 'ics.BoernesamtaleAfholdt',
  version: 1,
  beskrivelse: 'Der er holdt en samtale med barnet eller den unge.',
  schema: Type.Object({ ...tilhoer, dato: Dato, udenForaeldre: Type.Boolean(), referat: Fritekst(), barnetsHoldning: Fritekst() }),
  sealed: { barnId: ['referat', 'barnetsHoldning'] },
  category: 'undersoegelse',
  legalBasis: { SEL: 'SEL § 48', BL: 'BL § 5, stk. 3' },
  journal: (d) => ({
    overskrift: 'Børnesamtale holdt',
    tekst: `Holdt ${d.dato}${d.udenForaeldre ? ' uden forældrenes tilstedeværelse' : ''}. ${d.referat} Barnets holdning: ${d.barnetsHoldning}`,
  }),
});

export const BoernesamtaleUndladt = declareEvent({
  type: 'ics.BoernesamtaleUndladt',
  version: 1,
  beskrivelse: 'Børnesamtalen er undtagelsesvis undladt; barnets holdning er skaffet på anden vis.',
  schema: Type.Object({ ...tilhoer, dato: Dato, begrundelse: Fritekst(), barnetsHoldning: Fritekst() }),
  sealed: { barnId: ['begrundelse', 'barnetsHoldning'] },
  category: 'undersoegelse',
  legalBasis: { SEL: 'SEL § 48', BL: 'BL § 5, stk. 4' },
  journal: (d) => ({
    overskrift: 'Børnesamtale undladt',
    tekst: `Begrundelse: ${d.begrundelse} Barnets holdning: ${d.barnetsHoldning}`,
  }),
});

export const ForaeldresamtaleAfholdt = declareEvent({
  type: 'ics.ForaeldresamtaleAfholdt',
  version: 1,
  beskrivelse: 'Der er holdt en samtale med forældrene.',
  schema: Type.Object({ ...tilhoer, dato: Dato, referat: Fritekst() }),
  sealed: { barnId: ['referat'] },
  category: 'undersoegelse',
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 22, stk. 1-2' },
  journal: (d) => ({ overskrift: 'Forældresamtale holdt', tekst: `Holdt ${d.dato}. ${d.referat}` }),
});

export const FundNoteret = declareEvent({
  type: 'ics.FundNoteret',
  version: 1,
  beskrivelse: 'Undersøgelsen har fundet en ressource eller en udfordring under et tema.',
  schema: Type.Object({
    ...tilhoer,
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
    tekst: `${d.stoetteNoedvendig ? 'Der er grundlag for støtte.' : 'Der er ikke grundlag for støtte.'} ${d.konklusion} Barnets holdning: ${d.barnetsHoldning} Forældrenes holdning: ${d.foraeldresHoldning}`,
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
  journal: (d) => ({ overskrift: 'Undersøgelsen er gennemgået med familien', tekst: `Gennemgået ${d.dato}. ${d.referat}` }),
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
  journal: (d) => ({ overskrift: 'Foreløbig vurdering', tekst: `Lavet ${d.dato}. Årsag: ${d.aarsag} Vurdering: ${d.vurdering}` }),
});

export const BfuGodkendt = declareEvent({
  type: 'ics.BfuGodkendt',
  version: 1,
  beskrivelse: 'Konklusionen er godkendt, og undersøgelsen er afsluttet.',
  schema: Type.Object({ ...tilhoer, godkendtDato: Dato, godkendtAf: KortTekst(60) }),
  sealed: {},
  category: 'undersoegelse',
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 20, stk. 3' },
  journal: (d) => ({ overskrift: 'Undersøgelsen er godkendt og afsluttet', tekst: `Godkendt ${d.godkendtDato} af ${d.godkendtAf}.` }),
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
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'undersoegelse',
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 20' },
  journal: (d) => ({ overskrift: 'Undersøgelsen er afbrudt', tekst: `Afbrudt ${d.dato} (${d.aarsag}). ${d.begrundelse}` }),
});

export const undersoegelseEvents = [
  BfuBesluttet, AktoererAfdaekket, TemaVurderet, UdtalelseAnmodet, UdtalelseRykket, UdtalelseModtaget,
  BoernesamtaleAfholdt, BoernesamtaleUndladt, ForaeldresamtaleAfholdt, FundNoteret, AnalyseUdarbejdet, BfuKonkluderet,
  BfuGennemgaaet, PartshoeringSendt, PartshoeringBesvaret, ForeloebigVurderingForetaget, BfuGodkendt, BfuAfbrudt,
] as const;

export type UndersoegelseEvent = EventOf<(typeof undersoegelseEvents)[number]>;
