import { Type } from '@sinclair/typebox';
import { beloebTekst } from '../../faelles/beloeb.js';
import { Dato, Fritekst, Id, Valgfri } from '../../faelles/felter.js';
import { grunde } from '../../faelles/journalgrunde.js';
import { declareEvent } from '../../platform/eventstore/event-declaration.js';

const tilhoer = { indsatsId: Id, barnId: Id, sagId: Id };
const Regime = Type.Union([Type.Literal('SEL'), Type.Literal('BL')]);
export const Prisenhedfelt = Type.Union([
  Type.Literal('time'),
  Type.Literal('doegn'),
  Type.Literal('uge'),
  Type.Literal('maaned'),
  Type.Literal('stk'),
]);
export const Antalprfelt = Type.Union([
  Type.Literal('doegn'),
  Type.Literal('uge'),
  Type.Literal('maaned'),
  Type.Literal('periode'),
]);
const opfoelgning = { SEL: 'SEL § 70', BL: 'BL § 95' } as const;
const ART = {
  pris: 'prisen er ændret',
  mere: 'indsatsen er udvidet eller forlænget',
  mindre: 'indsatsen er indskrænket eller forkortet',
} as const;

export const IndsatsJusteret = declareEvent({
  type: 'oekonomi.IndsatsJusteret',
  version: 1,
  beskrivelse:
    'Indsatsens pris, omfang eller periode er ændret fra en dato; det, der gjaldt før, bliver stående. En indskrænkning er en afgørelse, som går parterne imod.',
  schema: Type.Object({
    ...tilhoer,
    regime: Regime,
    art: Type.Union([Type.Literal('pris'), Type.Literal('mere'), Type.Literal('mindre')]),
    gaelderFra: Dato,
    prisOere: Type.Integer({ minimum: 0 }),
    prisEnhed: Prisenhedfelt,
    antalHundrededele: Valgfri(Type.Integer({ minimum: 1 })),
    antalPr: Valgfri(Antalprfelt),
    forventetVarighedMaaneder: Type.Integer({ minimum: 1, maximum: 276 }),
    /** The decision in the case; absent when only the price is new. */
    afgoerelseId: Valgfri(Id),
    opfoelgningId: Valgfri(Id),
    samtykkeDato: Valgfri(Dato),
    boernesamtaleDato: Valgfri(Dato),
    begrundelse: Fritekst(),
    boernesamtaleUndladt: Valgfri(Fritekst()),
  }),
  sealed: { barnId: ['begrundelse', 'boernesamtaleUndladt'] },
  category: 'indsats',
  retbar: {
    gaelderFra: {
      planlagt: true,
      efter: ['oekonomi.IndsatsBevilget'],
      efterFelter: ['samtykkeDato', 'boernesamtaleDato'],
    },
    samtykkeDato: { oplysning: true, foerFelter: ['gaelderFra'] },
    boernesamtaleDato: { oplysning: true, foerFelter: ['gaelderFra'] },
  },
  legalBasis: opfoelgning,
  journal: (d) => ({
    overskrift: 'Indsats justeret',
    tekst: `Fra ${d.gaelderFra}: ${ART[d.art]}. ${beloebTekst(d.prisOere)} pr. ${d.prisEnhed}${d.antalHundrededele === undefined ? '' : `, ${String(d.antalHundrededele / 100)} pr. ${d.antalPr ?? ''}`}, forventet varighed ${d.forventetVarighedMaaneder} mdr. ${d.begrundelse}${grunde(['Børnesamtalen er undladt', d.boernesamtaleUndladt])}`,
  }),
});

export const IndsatsophoerBesluttet = declareEvent({
  type: 'oekonomi.IndsatsophoerBesluttet',
  version: 1,
  beskrivelse: 'Kommunen har afgjort, at indsatsen skal ophøre, efter at parterne er hørt.',
  schema: Type.Object({
    ...tilhoer,
    regime: Regime,
    afgoerelseId: Id,
    afgoerelseDato: Dato,
    virkningFra: Dato,
    begrundelse: Fritekst(),
    barnetsHoldning: Fritekst(),
  }),
  sealed: { barnId: ['begrundelse', 'barnetsHoldning'] },
  category: 'indsats',
  retbar: {
    virkningFra: { planlagt: true, efterFelter: ['afgoerelseDato'], foer: ['oekonomi.IndsatsOphoert'] },
    afgoerelseDato: {
      efter: ['oekonomi.IndsatsBevilget'],
      foer: ['oekonomi.IndsatsOphoert'],
      foerFelter: ['virkningFra'],
    },
  },
  legalBasis: opfoelgning,
  journal: (d) => ({
    overskrift: 'Afgørelse om ophør af indsatsen',
    tekst: `Truffet ${d.afgoerelseDato} med virkning fra ${d.virkningFra}. ${d.begrundelse} Barnets holdning: ${d.barnetsHoldning}`,
  }),
});

export const IndsatssamtykkeBortfaldet = declareEvent({
  type: 'oekonomi.IndsatssamtykkeBortfaldet',
  version: 1,
  beskrivelse:
    'Et samtykke, som indsatsen hviler på, er trukket tilbage; indsatsen skal ophøre, medmindre loven tillader den uden.',
  schema: Type.Object({ ...tilhoer, regime: Regime, personId: Id, dato: Dato }),
  sealed: {},
  category: 'indsats',
  retbar: { dato: { kunSammen: true } },
  legalBasis: { SEL: 'SEL § 52, stk. 2', BL: 'BL § 32, stk. 2' },
  journal: (d) => ({
    overskrift: 'Samtykket til indsatsen er trukket tilbage',
    tekst: `Fra ${d.dato}. Lad indsatsen ophøre, eller tag stilling til, om loven tillader den uden samtykke.`,
  }),
});

export const IndsatssamtykkeGenoprettet = declareEvent({
  type: 'oekonomi.IndsatssamtykkeGenoprettet',
  version: 1,
  beskrivelse: 'Samtykket til indsatsen er der igen, eller det er lovligt undtaget.',
  schema: Type.Object({ ...tilhoer, regime: Regime, dato: Dato }),
  sealed: {},
  category: 'indsats',
  retbar: { dato: { kunSammen: true } },
  legalBasis: { SEL: 'SEL § 52, stk. 2', BL: 'BL § 32, stk. 2; §§ 37-39' },
  journal: (d) => ({ overskrift: 'Indsatsens grundlag er genoprettet', tekst: `Fra ${d.dato}.` }),
});
