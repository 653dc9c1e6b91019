import { Type } from '@sinclair/typebox';
import { beloebTekst } from '../../faelles/beloeb.js';
import { Dato, Fritekst, Id, Kode, KortTekst, Valgfri } from '../../faelles/felter.js';
import { declareEvent, type EventOf } from '../../platform/eventstore/event-declaration.js';
import { Antalprfelt, Prisenhedfelt } from '../indsats/justering.events.js';

const tilhoer = { visitationId: Id, barnId: Id, sagId: Id };
const Oere = Type.Integer({ minimum: 0 });
const Nummer = Type.Integer({ minimum: 0 });
const Regime = Type.Union([Type.Literal('SEL'), Type.Literal('BL')]);
const Forum = Type.Union([Type.Literal('leder'), Type.Literal('visitationsudvalg')]);
const afgoerelse = { SEL: 'SEL §§ 11, 52 og 68 b', BL: 'BL §§ 30-32, 46 og 52' } as const;
const forberedelse = { begge: 'retssikkerhedsloven §§ 5 og 10' } as const;

export const VisitationPaabegyndt = declareEvent({
  type: 'oekonomi.VisitationPaabegyndt',
  version: 1,
  beskrivelse: 'Valget af indsats til barnet er begyndt: forslag, pris, godkendelse, samtykke og afgørelse.',
  schema: Type.Object({ ...tilhoer, dato: Dato, bfuId: Valgfri(Id), formaal: Fritekst() }),
  sealed: { barnId: ['formaal'] },
  category: 'indsats',
  retbar: {
    dato: {
      foer: ['oekonomi.IndsatsForeslaaet', 'oekonomi.VisitationSendtTilGodkendelse', 'oekonomi.VisitationOpgivet'],
    },
  },
  legalBasis: forberedelse,
  journal: (d) => ({ overskrift: 'Visitation påbegyndt', tekst: `Påbegyndt ${d.dato}. Formål: ${d.formaal}` }),
});

export const IndsatsForeslaaet = declareEvent({
  type: 'oekonomi.IndsatsForeslaaet',
  version: 1,
  beskrivelse: 'En indsats er taget med i forslaget, med pris, omfang og periode.',
  schema: Type.Object({
    ...tilhoer,
    forslagId: Id,
    /** Number of the proposal after the change; consent and approval are given to a number. */
    nummer: Nummer,
    dato: Dato,
    indsatskode: KortTekst(60),
    indsatsnavn: KortTekst(300),
    maalgruppe: Type.Union([Type.Literal('barn'), Type.Literal('familie')]),
    anbringelse: Type.Boolean(),
    /** Kind of place, for a placement. */
    stedtype: Valgfri(Kode),
    hjemmel: KortTekst(),
    prisOere: Oere,
    prisEnhed: Prisenhedfelt,
    antalHundrededele: Type.Integer({ minimum: 1 }),
    antalPr: Antalprfelt,
    forventetStart: Dato,
    maaneder: Type.Integer({ minimum: 1, maximum: 276 }),
    ialtOere: Oere,
    sted: Valgfri(KortTekst()),
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['sted', 'begrundelse'] },
  category: 'indsats',
  retbar: {
    forventetStart: { planlagt: true, efterFelter: ['dato'] },
    dato: {
      efter: ['oekonomi.VisitationPaabegyndt'],
      foer: ['oekonomi.VisitationSendtTilGodkendelse', 'oekonomi.VisitationGodkendt', 'oekonomi.VisitationAfgjort'],
      foerFelter: ['forventetStart'],
    },
  },
  legalBasis: forberedelse,
  journal: (d) => ({
    overskrift: `Indsats foreslået: ${d.indsatsnavn}`,
    tekst: `Forslag nr. ${d.nummer}, ${d.hjemmel}${d.sted === undefined ? '' : `, ${d.sted}`}. Fra ${d.forventetStart} i ${d.maaneder} mdr., i alt ${beloebTekst(d.ialtOere)} ${d.begrundelse}`,
  }),
});

export const ForslagFjernet = declareEvent({
  type: 'oekonomi.ForslagFjernet',
  version: 1,
  beskrivelse: 'En foreslået indsats er taget ud af forslaget igen.',
  schema: Type.Object({ ...tilhoer, forslagId: Id, nummer: Nummer, dato: Dato, begrundelse: Fritekst() }),
  sealed: { barnId: ['begrundelse'] },
  category: 'indsats',
  retbar: { dato: { efter: ['oekonomi.IndsatsForeslaaet'] } },
  legalBasis: forberedelse,
  journal: (d) => ({ overskrift: 'Foreslået indsats taget ud', tekst: `Forslag nr. ${d.nummer}. ${d.begrundelse}` }),
});

export const OmkostningBeregnet = declareEvent({
  type: 'oekonomi.OmkostningBeregnet',
  version: 1,
  beskrivelse: 'Den samlede forventede omkostning ved forslaget er regnet ud, i alt og for hvert år.',
  schema: Type.Object({
    ...tilhoer,
    nummer: Nummer,
    dato: Dato,
    indsatser: Type.Array(Type.Object({ forslagId: Id, ialtOere: Oere, prMaanedOere: Oere })),
    ialtOere: Oere,
    prAar: Type.Array(Type.Object({ aar: Type.Integer(), oere: Oere })),
  }),
  sealed: {},
  category: 'indsats',
  retbar: { dato: { kunSammen: true } },
  legalBasis: forberedelse,
  journal: (d) => ({
    overskrift: 'Forventet omkostning beregnet',
    tekst: `Forslag nr. ${d.nummer} med ${d.indsatser.length} indsats(er): ${beloebTekst(d.ialtOere)} i alt. ${d.prAar.map(({ aar, oere }) => `${aar}: ${beloebTekst(oere)}`).join(' ')}`,
  }),
});

export const VisitationSendtTilGodkendelse = declareEvent({
  type: 'oekonomi.VisitationSendtTilGodkendelse',
  version: 1,
  beskrivelse: 'Forslaget er sendt til godkendelse hos den, der må bevilge beløbet.',
  schema: Type.Object({ ...tilhoer, nummer: Nummer, dato: Dato, ialtOere: Oere }),
  sealed: {},
  category: 'indsats',
  retbar: {
    dato: {
      efter: ['oekonomi.IndsatsForeslaaet', 'oekonomi.ForslagFjernet'],
      foer: ['oekonomi.VisitationGodkendt', 'oekonomi.VisitationSendtTilbage', 'oekonomi.VisitationAfgjort'],
    },
  },
  legalBasis: forberedelse,
  journal: (d) => ({
    overskrift: 'Visitation sendt til godkendelse',
    tekst: `Forslag nr. ${d.nummer}, ${beloebTekst(d.ialtOere)}.`,
  }),
});

export const VisitationGodkendt = declareEvent({
  type: 'oekonomi.VisitationGodkendt',
  version: 1,
  beskrivelse: 'Forslagets omkostning er godkendt af en leder eller visitationsudvalget inden for beløbsgrænsen.',
  schema: Type.Object({
    ...tilhoer,
    nummer: Nummer,
    dato: Dato,
    forum: Forum,
    godkendtAf: KortTekst(120),
    deltagere: Type.Array(KortTekst(120)),
    ialtOere: Oere,
    /** Limit of the forum on the day; absent: none is set. */
    graenseOere: Valgfri(Oere),
    bemaerkning: Valgfri(Fritekst()),
  }),
  sealed: { barnId: ['bemaerkning'] },
  category: 'indsats',
  retbar: { dato: { efter: ['oekonomi.VisitationSendtTilGodkendelse'], foer: ['oekonomi.VisitationAfgjort'] } },
  legalBasis: forberedelse,
  journal: (d) => ({
    overskrift: d.forum === 'leder' ? 'Visitation godkendt af leder' : 'Visitation godkendt af visitationsudvalget',
    tekst: `Forslag nr. ${d.nummer}, ${beloebTekst(d.ialtOere)}${d.graenseOere === undefined ? '' : `, grænse ${beloebTekst(d.graenseOere)}`}.${d.bemaerkning === undefined ? '' : ` ${d.bemaerkning}`}`,
  }),
});

export const VisitationSendtTilbage = declareEvent({
  type: 'oekonomi.VisitationSendtTilbage',
  version: 1,
  beskrivelse: 'Forslaget er ikke godkendt og er sendt tilbage med en begrundelse.',
  schema: Type.Object({ ...tilhoer, nummer: Nummer, dato: Dato, begrundelse: Fritekst() }),
  sealed: { barnId: ['begrundelse'] },
  category: 'indsats',
  retbar: { dato: { efter: ['oekonomi.VisitationSendtTilGodkendelse'] } },
  legalBasis: forberedelse,
  journal: (d) => ({ overskrift: 'Visitation sendt tilbage', tekst: `Forslag nr. ${d.nummer}. ${d.begrundelse}` }),
});

export const SamtykkeAfklaret = declareEvent({
  type: 'oekonomi.SamtykkeAfklaret',
  version: 1,
  beskrivelse:
    'Samtykket til det godkendte forslag er afklaret: alle, der skal, har samtykket (eller er undtaget), eller nogen har sagt det, der ikke er et samtykke.',
  schema: Type.Object({
    ...tilhoer,
    nummer: Nummer,
    dato: Dato,
    udfald: Type.Union([Type.Literal('samtykke'), Type.Literal('ikke-samtykke')]),
    mangler: Type.Array(Kode),
  }),
  sealed: {},
  category: 'indsats',
  retbar: { dato: { kunSammen: true } },
  legalBasis: { SEL: 'SEL § 52', BL: 'BL § 32, stk. 2; § 46, stk. 1-2' },
  journal: (d) => ({
    overskrift: d.udfald === 'samtykke' ? 'Samtykke er afklaret' : 'Der er ikke samtykke',
    tekst:
      d.udfald === 'samtykke'
        ? `Forslag nr. ${d.nummer} kan afgøres med samtykke.`
        : `Forslag nr. ${d.nummer} kan ikke afgøres med samtykke; tag stilling til sporet uden samtykke, eller ændr forslaget.`,
  }),
});

export const VisitationAfgjort = declareEvent({
  type: 'oekonomi.VisitationAfgjort',
  version: 1,
  beskrivelse: 'Der er truffet afgørelse om de foreslåede indsatser, med formål, varighed og stillingtagen til plan.',
  schema: Type.Object({
    ...tilhoer,
    nummer: Nummer,
    regime: Regime,
    afgoerelseDato: Dato,
    udfald: Type.Union([Type.Literal('bevilget'), Type.Literal('delvist'), Type.Literal('afslag')]),
    bevilgede: Type.Array(Type.Object({ forslagId: Id, enkeltsagId: Id, anbringelse: Type.Boolean() })),
    afslaaede: Type.Array(Id),
    /** The decisions in the case, one for each kind; each party is told of them there. */
    afgoerelseIder: Type.Array(Id),
    varighedMaaneder: Type.Integer({ minimum: 1, maximum: 276 }),
    planId: Valgfri(Id),
    formaal: Fritekst(),
    begrundelse: Fritekst(),
    barnetsHoldning: Fritekst(),
    planUndtagelse: Valgfri(Fritekst()),
  }),
  sealed: { barnId: ['formaal', 'begrundelse', 'barnetsHoldning', 'planUndtagelse'] },
  category: 'indsats',
  retbar: {
    afgoerelseDato: {
      efter: ['oekonomi.VisitationGodkendt', 'oekonomi.SamtykkeAfklaret'],
      foer: ['oekonomi.VisitationMeddelt'],
    },
  },
  legalBasis: afgoerelse,
  journal: (d) => ({
    overskrift: `Afgørelse om indsats: ${d.udfald === 'afslag' ? 'afslag' : d.udfald === 'delvist' ? 'delvist imødekommet' : 'bevilget'}`,
    tekst: `Afgørelse ${d.afgoerelseDato}, forventet varighed ${d.varighedMaaneder} mdr. Formål: ${d.formaal} Begrundelse: ${d.begrundelse} Barnets holdning: ${d.barnetsHoldning}${d.planUndtagelse === undefined ? '' : ` Om planen: ${d.planUndtagelse}`}`,
  }),
});

export const VisitationMeddelt = declareEvent({
  type: 'oekonomi.VisitationMeddelt',
  version: 1,
  beskrivelse: 'Alle parter har fået afgørelsen med klagevejledning; visitationen er slut.',
  schema: Type.Object({ ...tilhoer, dato: Dato }),
  sealed: {},
  category: 'indsats',
  retbar: { dato: { efter: ['oekonomi.VisitationAfgjort'] } },
  legalBasis: { begge: 'forvaltningsloven §§ 22-25' },
  journal: (d) => ({ overskrift: 'Afgørelsen er meddelt alle parter', tekst: `Meddelt ${d.dato}.` }),
});

export const VisitationOvergivetTilTvang = declareEvent({
  type: 'oekonomi.VisitationOvergivetTilTvang',
  version: 1,
  beskrivelse:
    'Der er ikke samtykke, og sagen går videre ad sporet uden samtykke (pålæg m.v. eller børne- og ungeudvalget).',
  schema: Type.Object({
    ...tilhoer,
    nummer: Nummer,
    dato: Dato,
    regime: Regime,
    spor: Type.Array(KortTekst()),
    mangler: Type.Array(Kode),
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'indsats',
  retbar: { dato: { efter: ['oekonomi.VisitationPaabegyndt'] } },
  legalBasis: { SEL: 'SEL §§ 56 og 58', BL: 'BL §§ 37-39 og 47' },
  journal: (d) => ({
    overskrift: 'Visitation overgivet til sporet uden samtykke',
    tekst: `${d.dato}: ${d.spor.join(', ')}. ${d.begrundelse}`,
  }),
});

export const VisitationOpgivet = declareEvent({
  type: 'oekonomi.VisitationOpgivet',
  version: 1,
  beskrivelse: 'Visitationen er slut uden afgørelse, fordi der ikke længere er noget at afgøre.',
  schema: Type.Object({ ...tilhoer, dato: Dato, begrundelse: Fritekst() }),
  sealed: { barnId: ['begrundelse'] },
  category: 'indsats',
  retbar: { dato: { efter: ['oekonomi.VisitationPaabegyndt'] } },
  legalBasis: forberedelse,
  journal: (d) => ({ overskrift: 'Visitation opgivet', tekst: `${d.dato}. ${d.begrundelse}` }),
});

export const visitationEvents = [
  VisitationPaabegyndt,
  IndsatsForeslaaet,
  ForslagFjernet,
  OmkostningBeregnet,
  VisitationSendtTilGodkendelse,
  VisitationGodkendt,
  VisitationSendtTilbage,
  SamtykkeAfklaret,
  VisitationAfgjort,
  VisitationMeddelt,
  VisitationOvergivetTilTvang,
  VisitationOpgivet,
] as const;
export type VisitationEvent = EventOf<(typeof visitationEvents)[number]>;
