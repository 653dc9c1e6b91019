import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, Kode, KortTekst, Valgfri } from '../../faelles/felter.js';
import { RETTELSESHJEMMEL, rettelsesfelter } from '../../faelles/rettelse.js';
import { declareEvent, type EventOf } from '../../platform/eventstore/event-declaration.js';

const tilhoer = { klageId: Id, sagId: Id, barnId: Id };
const Organ = Type.Union([Type.Literal('KB'), Type.Literal('BUU')]);
const KLAGE = { SEL: 'SEL §§ 166-168; RSL § 67', BL: 'BL §§ 144-146; RSL § 67' } as const;
const GENVURDERINGSNAVN = {
  fastholdt: 'afgørelsen fastholdes',
  'aendret-helt': 'klageren får fuldt medhold',
  'aendret-delvist': 'klageren får delvist medhold',
} as const;
const UDFALDSNAVN = {
  stadfaestet: 'stadfæstet',
  hjemvist: 'hjemvist til ny behandling',
  aendret: 'ændret',
  afvist: 'afvist',
} as const;
const AFSLUTNINGSNAVN = {
  medhold: 'klageren fik medhold',
  trukket: 'klagen blev trukket',
  stadfaestet: 'Ankestyrelsen stadfæstede afgørelsen',
  afvist: 'Ankestyrelsen afviste klagen',
  gennemfoert: 'Ankestyrelsens afgørelse er fulgt',
} as const;

const Regime = Type.Union([Type.Literal('SEL'), Type.Literal('BL')]);
/** What of a complaint follows from the day it came. */
const modtagelse = {
  meddelelseId: Valgfri(Id),
  organ: Organ,
  regime: Regime,
  modtaget: Dato,
  klagefrist: Valgfri(Dato),
  forSent: Type.Boolean(),
};

export const KlageModtaget = declareEvent({
  type: 'sagsstyring.KlageModtaget',
  version: 1,
  beskrivelse: 'Der er klaget over en afgørelse. Om klagen kom i tide, og om den har opsættende virkning, står her.',
  schema: Type.Object({
    ...tilhoer,
    afgoerelseId: Id,
    /** When the complainant was told of the decision; the deadline for complaints ran from there. */
    meddelelseId: Valgfri(Id),
    afgoerelseKode: Kode,
    afgoerelsesnavn: KortTekst(300),
    hjemmel: KortTekst(300),
    organ: Organ,
    regime: Type.Union([Type.Literal('SEL'), Type.Literal('BL')]),
    klagerId: Id,
    klagerErPart: Type.Boolean(),
    modtaget: Dato,
    klagefrist: Valgfri(Dato),
    forSent: Type.Boolean(),
    opsaettendeVirkning: Type.Boolean(),
    indhold: Fritekst(),
  }),
  sealed: { barnId: ['indhold'] },
  category: 'afgoerelse',
  legalBasis: KLAGE,
  journal: (d) => ({
    overskrift: `Klage modtaget: ${d.afgoerelsesnavn}`,
    tekst: `Modtaget ${d.modtaget}${d.klagefrist === undefined ? '' : `; klagefristen var ${d.klagefrist}`}.${d.forSent ? ' Klagen kom for sent; Ankestyrelsen kan se bort fra det.' : ''}${d.opsaettendeVirkning ? ' Klagen har opsættende virkning.' : ''} ${d.indhold}`,
  }),
});

export const KlagemodtagelseRettet = declareEvent({
  type: 'sagsstyring.KlagemodtagelseRettet',
  version: 1,
  beskrivelse:
    'Dagen, hvor klagen kom, var registreret forkert og er rettet; om den kom i tide, og fristen for genvurderingen følger med.',
  schema: Type.Object({ ...tilhoer, ...modtagelse, ...rettelsesfelter({ modtaget: Dato }) }),
  sealed: { barnId: ['begrundelse'] },
  category: 'afgoerelse',
  legalBasis: { begge: RETTELSESHJEMMEL },
  journal: (d) => ({
    overskrift: 'Modtagelsen af klagen er rettet',
    tekst: `Modtaget ${d.modtaget}, ikke ${d.foer.modtaget}.${d.forSent ? ' Klagen kom for sent; Ankestyrelsen kan se bort fra det.' : ''} ${d.begrundelse}`,
  }),
});

export const KlageGenvurderet = declareEvent({
  type: 'sagsstyring.KlageGenvurderet',
  version: 1,
  beskrivelse: 'Kommunen har vurderet sin afgørelse igen, før klagen eventuelt sendes videre; inden 4 uger.',
  schema: Type.Object({
    ...tilhoer,
    dato: Dato,
    udfald: Type.Union([Type.Literal('fastholdt'), Type.Literal('aendret-helt'), Type.Literal('aendret-delvist')]),
    nyAfgoerelseId: Valgfri(Id),
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'afgoerelse',
  retbar: {
    dato: {
      efter: ['sagsstyring.KlageModtaget'],
      foer: ['sagsstyring.KlageFastholdt', 'sagsstyring.KlageOversendt', 'sagsstyring.KlageTrukket'],
    },
  },
  legalBasis: { begge: 'retssikkerhedsloven § 66' },
  journal: (d) => ({
    overskrift: 'Klage genvurderet',
    tekst: `Genvurderet ${d.dato}: ${GENVURDERINGSNAVN[d.udfald]}. ${d.begrundelse}`,
  }),
});

export const KlageFastholdt = declareEvent({
  type: 'sagsstyring.KlageFastholdt',
  version: 1,
  beskrivelse: 'Klageren fik delvist medhold og holder fast i resten af klagen.',
  schema: Type.Object({ ...tilhoer, dato: Dato }),
  sealed: {},
  category: 'afgoerelse',
  retbar: { dato: { efter: ['sagsstyring.KlageGenvurderet'], foer: ['sagsstyring.KlageOversendt'] } },
  legalBasis: { begge: 'retssikkerhedsloven § 66' },
  journal: (d) => ({ overskrift: 'Klage fastholdt', tekst: `Klageren holder fast ${d.dato}.` }),
});

export const KlageOversendt = declareEvent({
  type: 'sagsstyring.KlageOversendt',
  version: 1,
  beskrivelse: 'Klagen er sendt til Ankestyrelsen med sagens akter og kommunens genvurdering.',
  schema: Type.Object({ ...tilhoer, organ: Organ, sendt: Dato, modtagetAst: Dato, udtalelse: Valgfri(Fritekst()) }),
  sealed: { barnId: ['udtalelse'] },
  category: 'afgoerelse',
  retbar: {
    sendt: {
      efter: ['sagsstyring.KlageModtaget', 'sagsstyring.KlageGenvurderet', 'sagsstyring.KlageFastholdt'],
      foerFelter: ['modtagetAst'],
    },
    modtagetAst: { foer: ['sagsstyring.AnkestyrelsenAfgjort'], efterFelter: ['sendt'], alene: true },
  },
  legalBasis: { begge: 'retssikkerhedsloven § 66' },
  journal: (d) => ({
    overskrift: 'Klage sendt til Ankestyrelsen',
    tekst: `Sendt ${d.sendt}, modtaget ${d.modtagetAst}. ${d.udtalelse ?? ''}`.trim(),
  }),
});

export const AnkestyrelsenAfgjort = declareEvent({
  type: 'sagsstyring.AnkestyrelsenAfgjort',
  version: 1,
  beskrivelse: 'Ankestyrelsen har afgjort klagen.',
  schema: Type.Object({
    ...tilhoer,
    organ: Organ,
    dato: Dato,
    udfald: Type.Union([
      Type.Literal('stadfaestet'),
      Type.Literal('hjemvist'),
      Type.Literal('aendret'),
      Type.Literal('afvist'),
    ]),
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'afgoerelse',
  retbar: {
    dato: {
      efter: ['sagsstyring.KlageModtaget', 'sagsstyring.KlageOversendt'],
      foer: ['sagsstyring.KlageudfaldGennemfoert'],
    },
  },
  legalBasis: KLAGE,
  journal: (d) => ({
    overskrift: `Ankestyrelsen: ${UDFALDSNAVN[d.udfald]}`,
    tekst: `Afgjort ${d.dato}. ${d.begrundelse}`,
  }),
});

export const KlageudfaldGennemfoert = declareEvent({
  type: 'sagsstyring.KlageudfaldGennemfoert',
  version: 1,
  beskrivelse: 'Kommunen har fulgt Ankestyrelsens afgørelse: behandlet sagen igen eller ført ændringen ud i livet.',
  schema: Type.Object({
    ...tilhoer,
    dato: Dato,
    nyAfgoerelseId: Valgfri(Id),
    beskrivelse: Fritekst(),
    /** Why what was sent back ended without a new decision: the committee did not make it, the young person came of age … */
    udenNyAfgoerelse: Valgfri(Fritekst()),
  }),
  sealed: { barnId: ['beskrivelse', 'udenNyAfgoerelse'] },
  category: 'afgoerelse',
  retbar: { dato: { efter: ['sagsstyring.AnkestyrelsenAfgjort', 'sagsstyring.KlageGenvurderet'] } },
  legalBasis: KLAGE,
  journal: (d) => ({
    overskrift: 'Ankestyrelsens afgørelse fulgt',
    tekst: `${d.dato}. ${d.beskrivelse}${d.udenNyAfgoerelse === undefined ? '' : ` Uden ny afgørelse: ${d.udenNyAfgoerelse}`}`,
  }),
});

export const KlageTrukket = declareEvent({
  type: 'sagsstyring.KlageTrukket',
  version: 1,
  beskrivelse: 'Klageren har trukket klagen tilbage.',
  schema: Type.Object({ ...tilhoer, dato: Dato, begrundelse: Valgfri(Fritekst()) }),
  sealed: { barnId: ['begrundelse'] },
  category: 'afgoerelse',
  retbar: { dato: { efter: ['sagsstyring.KlageModtaget'] } },
  legalBasis: KLAGE,
  journal: (d) => ({ overskrift: 'Klage trukket', tekst: `Trukket ${d.dato}. ${d.begrundelse ?? ''}`.trim() }),
});

export const KlageAfsluttet = declareEvent({
  type: 'sagsstyring.KlageAfsluttet',
  version: 1,
  beskrivelse: 'Klagesagen er slut.',
  schema: Type.Object({
    ...tilhoer,
    dato: Dato,
    aarsag: Type.Union([
      Type.Literal('medhold'),
      Type.Literal('trukket'),
      Type.Literal('stadfaestet'),
      Type.Literal('afvist'),
      Type.Literal('gennemfoert'),
    ]),
  }),
  sealed: {},
  category: 'administration',
  retbar: { dato: { kunSammen: true } },
  legalBasis: KLAGE,
  journal: (d) => ({ overskrift: 'Klagesag afsluttet', tekst: `${d.dato}: ${AFSLUTNINGSNAVN[d.aarsag]}.` }),
});

export const klageEvents = [
  KlageModtaget,
  KlagemodtagelseRettet,
  KlageGenvurderet,
  KlageFastholdt,
  KlageOversendt,
  AnkestyrelsenAfgjort,
  KlageudfaldGennemfoert,
  KlageTrukket,
  KlageAfsluttet,
] as const;
export type KlageEvent = EventOf<(typeof klageEvents)[number]>;
