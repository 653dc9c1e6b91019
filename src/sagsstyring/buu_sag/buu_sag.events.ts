import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, Kode, KortTekst, Tidspunkt, Valgfri } from '../../faelles/felter.js';
import { grunde } from '../../faelles/journalgrunde.js';
import { declareEvent, type EventOf } from '../../platform/eventstore/event-declaration.js';

const tilhoer = { buuSagId: Id, sagId: Id, barnId: Id };
const RegimeFelt = Type.Union([Type.Literal('SEL'), Type.Literal('BL')]);
const INDSTILLING = { SEL: 'SEL § 59', BL: 'BL § 51, stk. 1' } as const;
const UDVALG = { SEL: 'SEL § 74', BL: 'BL § 142' } as const;
const Genbehandling = Type.Union([
  Type.Literal('1aar'),
  Type.Literal('2aar'),
  Type.Literal('under-1aar'),
  Type.Literal('fastsat'),
]);
const GENBEHANDLINGSNAVN = {
  '1aar': 'et år',
  '2aar': 'to år',
  'under-1aar': 'tre år, fordi barnet var under et år',
  fastsat: 'en kortere frist',
} as const;
const OPHOER = {
  hjemgivelse: 'barnet er hjemgivet',
  samtykke: 'anbringelsen fortsætter med samtykke',
  ophaevet: 'afgørelsen er ophævet',
  'fyldt-18': 'den unge er fyldt 18 år',
  permanent: 'anbringelsen er gjort permanent',
} as const;

export const BuuSagRejst = declareEvent({
  type: 'sagsstyring.BuuSagRejst',
  version: 1,
  beskrivelse: 'Forvaltningen vil forelægge børne- og ungeudvalget en afgørelse, som kun udvalget kan træffe.',
  schema: Type.Object({
    ...tilhoer,
    afgoerelseKode: Kode,
    afgoerelsesnavn: KortTekst(300),
    hjemmel: KortTekst(300),
    regime: RegimeFelt,
    dato: Dato,
    /** The provisional decision that the committee is to approve or to replace. */
    formandsafgoerelseId: Valgfri(Id),
    /** The committee case whose decision is taken up again. */
    genbehandlerId: Valgfri(Id),
    /** Last day of a basis that was decided before the case came here. */
    overtagetGrundlagTil: Valgfri(Dato),
    plejeforaeldreIder: Type.Array(Id),
    angaarIder: Type.Array(Id),
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'afgoerelse',
  retbar: {
    overtagetGrundlagTil: { planlagt: true, roller: ['buu-sekretaer', 'sagsbehandler'] },
    dato: {
      foer: [
        'sagsstyring.BuuPartVejledt',
        'sagsstyring.BuuIndstillingAfgivet',
        'sagsstyring.BuuUdtalelseGivet',
        'sagsstyring.BuuSamtykkeGivet',
        'sagsstyring.BuuAfgjort',
        'sagsstyring.BuuSagTrukket',
      ],
      roller: ['buu-sekretaer', 'sagsbehandler'],
    },
  },
  legalBasis: UDVALG,
  journal: (d) => ({
    overskrift: `Sag til børne- og ungeudvalget: ${d.afgoerelsesnavn}`,
    tekst: `Rejst ${d.dato} efter ${d.hjemmel}. ${d.begrundelse}`,
  }),
});

export const BuuPartVejledt = declareEvent({
  type: 'sagsstyring.BuuPartVejledt',
  version: 1,
  beskrivelse: 'En part er vejledt om gratis advokatbistand, aktindsigt og retten til at udtale sig for udvalget.',
  schema: Type.Object({ ...tilhoer, personId: Id, dato: Dato, maade: KortTekst(80) }),
  sealed: {},
  category: 'afgoerelse',
  retbar: {
    dato: {
      efter: ['sagsstyring.BuuSagRejst'],
      foer: ['sagsstyring.BuuAfgjort'],
      roller: ['buu-sekretaer', 'sagsbehandler'],
    },
  },
  legalBasis: { SEL: 'SEL § 72', BL: 'BL §§ 140-141' },
  journal: (d) => ({
    overskrift: 'Part vejledt om advokat og aktindsigt',
    tekst: `Vejledt ${d.dato} (${d.maade}).`,
  }),
});

export const BuuIndstillingAfgivet = declareEvent({
  type: 'sagsstyring.BuuIndstillingAfgivet',
  version: 1,
  beskrivelse:
    'Forvaltningen har indstillet til udvalget med det, loven kræver: undersøgelse, plan og barnets holdning.',
  schema: Type.Object({
    ...tilhoer,
    regime: RegimeFelt,
    hjemmel: KortTekst(300),
    dato: Dato,
    bfuId: Valgfri(Id),
    planId: Valgfri(Id),
    boernesamtaleDato: Valgfri(Dato),
    boernesamtaleUndladt: Valgfri(Fritekst()),
    psykologiskVurderingDato: Valgfri(Dato),
    anbragtFra: Valgfri(Dato),
    /** Demands that the law lets be set aside in a special case. */
    undtagelser: Type.Array(Type.Union([Type.Literal('bfu'), Type.Literal('tre-aar')])),
    undtagelsesbegrundelse: Valgfri(Fritekst()),
    indstilling: Fritekst(),
    formaal: Fritekst(),
    varighedMaaneder: Valgfri(Type.Integer({ minimum: 1, maximum: 276 })),
    barnetsHoldning: Fritekst(),
    foraeldrenesHoldning: Fritekst(),
  }),
  sealed: {
    barnId: [
      'boernesamtaleUndladt',
      'undtagelsesbegrundelse',
      'indstilling',
      'formaal',
      'barnetsHoldning',
      'foraeldrenesHoldning',
    ],
  },
  category: 'afgoerelse',
  retbar: {
    boernesamtaleDato: { oplysning: true, foerFelter: ['dato'], roller: ['buu-sekretaer', 'sagsbehandler'] },
    psykologiskVurderingDato: { oplysning: true, foerFelter: ['dato'], roller: ['buu-sekretaer', 'sagsbehandler'] },
    anbragtFra: { oplysning: true, foerFelter: ['dato'], roller: ['buu-sekretaer', 'sagsbehandler'] },
    dato: {
      efter: ['sagsstyring.BuuSagRejst'],
      foer: ['sagsstyring.BuuAfgjort'],
      efterFelter: ['boernesamtaleDato', 'psykologiskVurderingDato', 'anbragtFra'],
      roller: ['buu-sekretaer', 'sagsbehandler'],
    },
  },
  legalBasis: INDSTILLING,
  journal: (d) => ({
    overskrift: 'Indstilling til børne- og ungeudvalget',
    tekst: `Afgivet ${d.dato} efter ${d.hjemmel}. ${d.indstilling} Formål: ${d.formaal} Barnets holdning: ${d.barnetsHoldning} Forældrenes holdning: ${d.foraeldrenesHoldning}${d.boernesamtaleUndladt === undefined ? '' : ` Børnesamtalen er undladt: ${d.boernesamtaleUndladt}`}${d.undtagelsesbegrundelse === undefined ? '' : ` Undtagelse: ${d.undtagelsesbegrundelse}`}`,
  }),
});

export const BuuMoedeBerammet = declareEvent({
  type: 'sagsstyring.BuuMoedeBerammet',
  version: 1,
  beskrivelse: 'Udvalgets møde om sagen er fastsat.',
  schema: Type.Object({ ...tilhoer, moede: Tidspunkt, dato: Dato }),
  sealed: {},
  category: 'afgoerelse',
  retbar: { dato: { efter: ['sagsstyring.BuuSagRejst'], roller: ['buu-sekretaer', 'sagsbehandler'] } },
  legalBasis: UDVALG,
  journal: (d) => ({ overskrift: 'Møde i børne- og ungeudvalget', tekst: `Mødet holdes ${d.moede}.` }),
});

export const BuuUdtalelseGivet = declareEvent({
  type: 'sagsstyring.BuuUdtalelseGivet',
  version: 1,
  beskrivelse: 'En person har haft lejlighed til at udtale sig for udvalget, eller det er lovligt undladt for barnet.',
  schema: Type.Object({
    ...tilhoer,
    personId: Id,
    dato: Dato,
    udfald: Type.Union([Type.Literal('udtalt'), Type.Literal('oenskede-ikke'), Type.Literal('undladt')]),
    udtalelse: Fritekst(),
  }),
  sealed: { barnId: ['udtalelse'] },
  category: 'afgoerelse',
  retbar: {
    dato: {
      efter: ['sagsstyring.BuuSagRejst'],
      foer: ['sagsstyring.BuuAfgjort'],
      roller: ['buu-sekretaer', 'sagsbehandler'],
    },
  },
  legalBasis: { SEL: 'SEL § 74, stk. 2-3', BL: 'BL § 142, stk. 2-3' },
  journal: (d) => ({
    overskrift: d.udfald === 'undladt' ? 'Udtalelse for udvalget undladt' : 'Lejlighed til at udtale sig for udvalget',
    tekst: `${d.dato}. ${d.udtalelse}`,
  }),
});

export const BuuSamtykkeGivet = declareEvent({
  type: 'sagsstyring.BuuSamtykkeGivet',
  version: 1,
  beskrivelse: 'En, hvis samtykke udvalgets afgørelse kræver, har givet det.',
  schema: Type.Object({ ...tilhoer, personId: Id, dato: Dato }),
  sealed: {},
  category: 'afgoerelse',
  retbar: {
    dato: {
      efter: ['sagsstyring.BuuSagRejst'],
      foer: ['sagsstyring.BuuAfgjort'],
      roller: ['buu-sekretaer', 'sagsbehandler'],
    },
  },
  legalBasis: { SEL: 'SEL § 68 a', BL: 'BL § 67, stk. 3' },
  journal: (d) => ({ overskrift: 'Samtykke til udvalgets afgørelse', tekst: `Givet ${d.dato}.` }),
});

export const BuuAfgjort = declareEvent({
  type: 'sagsstyring.BuuAfgjort',
  version: 1,
  beskrivelse: 'Udvalget har afgjort sagen i et møde.',
  schema: Type.Object({
    ...tilhoer,
    /** The decision; absent when the committee did not vote for it. */
    afgoerelseId: Valgfri(Id),
    afgoerelseKode: Kode,
    afgoerelsesnavn: KortTekst(300),
    hjemmel: KortTekst(300),
    regime: RegimeFelt,
    dato: Dato,
    vedtaget: Type.Boolean(),
    foelgerIndstilling: Type.Boolean(),
    stemmerFor: Type.Integer({ minimum: 0, maximum: 5 }),
    stemmerImod: Type.Integer({ minimum: 0, maximum: 5 }),
    genbehandlerId: Valgfri(Id),
    formaal: Valgfri(Fritekst()),
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['formaal', 'begrundelse'] },
  category: 'afgoerelse',
  retbar: {
    dato: {
      efter: [
        'sagsstyring.BuuSagRejst',
        'sagsstyring.BuuPartVejledt',
        'sagsstyring.BuuIndstillingAfgivet',
        'sagsstyring.BuuUdtalelseGivet',
        'sagsstyring.BuuSamtykkeGivet',
      ],
      foer: ['sagsstyring.UndersoegelseUdenSamtykkeGennemfoert', 'sagsstyring.AnbringelsesgrundlagOphoert'],
      roller: ['buu-sekretaer'],
    },
  },
  legalBasis: UDVALG,
  journal: (d) => ({
    overskrift: d.vedtaget
      ? `Børne- og ungeudvalget: ${d.afgoerelsesnavn}`
      : `Børne- og ungeudvalget stemte ikke for: ${d.afgoerelsesnavn}`,
    tekst: `Møde ${d.dato}, ${d.hjemmel}. ${d.stemmerFor} for, ${d.stemmerImod} imod; indstillingen blev ${d.foelgerIndstilling ? '' : 'ikke '}fulgt. ${d.begrundelse}${grunde(['Formål', d.formaal])}`,
  }),
});

export const GenbehandlingsfristSat = declareEvent({
  type: 'sagsstyring.GenbehandlingsfristSat',
  version: 1,
  beskrivelse:
    'Hvornår anbringelsen skal for udvalget igen; løber fra udvalgets, Ankestyrelsens eller rettens afgørelse.',
  schema: Type.Object({
    ...tilhoer,
    dato: Dato,
    genbehandling: Genbehandling,
    genbehandlesSenest: Valgfri(Dato),
    grundlag: Type.Union([Type.Literal('udvalg'), Type.Literal('ankestyrelsen'), Type.Literal('dom')]),
  }),
  sealed: {},
  category: 'afgoerelse',
  retbar: {
    genbehandlesSenest: { planlagt: true, efterFelter: ['dato'], roller: ['buu-sekretaer'] },
    dato: { foerFelter: ['genbehandlesSenest'], kunSammen: true },
  },
  legalBasis: { SEL: 'SEL § 62', BL: 'BL § 50' },
  journal: (d) => ({
    overskrift: 'Genbehandlingsfrist',
    tekst: `${GENBEHANDLINGSNAVN[d.genbehandling]} fra ${d.dato}${d.genbehandlesSenest === undefined ? '' : `: senest ${d.genbehandlesSenest}`}.`,
  }),
});

export const UndersoegelseUdenSamtykkeGennemfoert = declareEvent({
  type: 'sagsstyring.UndersoegelseUdenSamtykkeGennemfoert',
  version: 1,
  beskrivelse:
    'Undersøgelsen uden samtykke er gennemført; et ophold uden for hjemmet ophører, og kommunen har taget stilling.',
  schema: Type.Object({ ...tilhoer, dato: Dato, naesteSkridt: Fritekst() }),
  sealed: { barnId: ['naesteSkridt'] },
  category: 'afgoerelse',
  retbar: { dato: { efter: ['sagsstyring.BuuAfgjort'], roller: ['buu-sekretaer', 'sagsbehandler'] } },
  legalBasis: { SEL: 'SEL § 51', BL: 'BL § 23' },
  journal: (d) => ({
    overskrift: 'Undersøgelse uden samtykke gennemført',
    tekst: `Gennemført ${d.dato}. ${d.naesteSkridt}`,
  }),
});

export const AnbringelsesgrundlagOphoert = declareEvent({
  type: 'sagsstyring.AnbringelsesgrundlagOphoert',
  version: 1,
  beskrivelse: 'Udvalgets afgørelse er ikke længere grundlag for en anbringelse; den skal ikke genbehandles.',
  schema: Type.Object({
    ...tilhoer,
    dato: Dato,
    aarsag: Type.Union([
      Type.Literal('hjemgivelse'),
      Type.Literal('samtykke'),
      Type.Literal('ophaevet'),
      Type.Literal('fyldt-18'),
      Type.Literal('permanent'),
    ]),
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'afgoerelse',
  retbar: { dato: { efter: ['sagsstyring.BuuAfgjort'], roller: ['buu-sekretaer', 'sagsbehandler'] } },
  legalBasis: { SEL: 'SEL §§ 62 og 68', BL: 'BL §§ 50 og 100' },
  journal: (d) => ({
    overskrift: 'Anbringelsesgrundlaget er ophørt',
    tekst: `Ophørt ${d.dato}: ${OPHOER[d.aarsag]}. ${d.begrundelse}`,
  }),
});

export const BuuSagTrukket = declareEvent({
  type: 'sagsstyring.BuuSagTrukket',
  version: 1,
  beskrivelse: 'Forvaltningen forelægger ikke sagen for udvalget alligevel.',
  schema: Type.Object({ ...tilhoer, dato: Dato, begrundelse: Fritekst() }),
  sealed: { barnId: ['begrundelse'] },
  category: 'afgoerelse',
  retbar: { dato: { efter: ['sagsstyring.BuuSagRejst'], roller: ['buu-sekretaer', 'sagsbehandler'] } },
  legalBasis: UDVALG,
  journal: (d) => ({ overskrift: 'Sag til udvalget trukket', tekst: `Trukket ${d.dato}. ${d.begrundelse}` }),
});

export const buuSagEvents = [
  BuuSagRejst,
  BuuPartVejledt,
  BuuIndstillingAfgivet,
  BuuMoedeBerammet,
  BuuUdtalelseGivet,
  BuuSamtykkeGivet,
  BuuAfgjort,
  GenbehandlingsfristSat,
  UndersoegelseUdenSamtykkeGennemfoert,
  AnbringelsesgrundlagOphoert,
  BuuSagTrukket,
] as const;
export type BuuSagEvent = EventOf<(typeof buuSagEvents)[number]>;
