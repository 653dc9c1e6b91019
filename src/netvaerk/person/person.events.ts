import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, KortTekst, Tidspunkt, Valgfri } from '../../faelles/felter.js';
import { declareEvent, type EventOf } from '../../platform/eventstore/event-declaration.js';

const ArtFelt = Type.Union([Type.Literal('barn'), Type.Literal('ufoedt'), Type.Literal('voksen')]);
const ARTNAVN = { barn: 'Barn', ufoedt: 'Ufødt barn', voksen: 'Voksen' } as const;
const RELATIONSNAVN = {
  mor: 'mor',
  far: 'far',
  medmor: 'medmor',
  soeskende: 'søskende',
  anden: 'anden person i netværket',
} as const;
const JOURNALISERING = { begge: 'offentlighedsloven § 15' } as const;

const oplysninger = {
  navn: Valgfri(KortTekst()),
  cpr: Valgfri(Type.String({ pattern: String.raw`^\d{10}$` })),
  foedselsdato: Valgfri(Dato),
  adresse: Valgfri(KortTekst(400)),
  termin: Valgfri(Dato),
  giftFra: Valgfri(Dato),
};
const forseglet = ['navn', 'cpr', 'foedselsdato', 'adresse', 'termin', 'giftFra'] as const;

export const PersonRegistreret = declareEvent({
  type: 'netvaerk.PersonRegistreret',
  version: 1,
  beskrivelse: 'En person er registreret i kommunens netværk: et barn, et ufødt barn eller en voksen.',
  schema: Type.Object({ personId: Id, art: ArtFelt, ...oplysninger }),
  sealed: { personId: [...forseglet] },
  category: 'person',
  legalBasis: JOURNALISERING,
  journal: (d) => ({ overskrift: `${ARTNAVN[d.art]} registreret`, tekst: d.navn ?? 'Registreret uden navn.' }),
});

export const PersonRettet = declareEvent({
  type: 'netvaerk.PersonRettet',
  version: 1,
  beskrivelse: 'Oplysninger om en person er rettet; de gamle står uændret i loggen.',
  schema: Type.Object({ personId: Id, art: Valgfri(ArtFelt), ...oplysninger, aarsag: Fritekst() }),
  sealed: { personId: [...forseglet, 'aarsag'] },
  category: 'person',
  legalBasis: { begge: 'databeskyttelsesforordningen art. 16' },
  journal: (d) => ({
    overskrift: 'Personoplysninger rettet',
    tekst: `Rettet: ${rettedeFelter(d).join(', ')}. ${d.aarsag}`,
  }),
});

const FELTNAVNE = {
  art: 'art',
  navn: 'navn',
  cpr: 'CPR-nummer',
  foedselsdato: 'fødselsdato',
  adresse: 'adresse',
  termin: 'termin',
  giftFra: 'vielsesdato',
} as const;

function rettedeFelter(data: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(FELTNAVNE)
    .filter(([felt]) => data[felt] !== undefined)
    .map(([, navn]) => navn);
}

export const AdressebeskyttelseAendret = declareEvent({
  type: 'netvaerk.AdressebeskyttelseAendret',
  version: 1,
  beskrivelse: 'Personens navn og adresse er beskyttet fra en dato, eller beskyttelsen er ophørt.',
  schema: Type.Object({ personId: Id, beskyttet: Type.Boolean(), gaelderFra: Dato }),
  sealed: {},
  category: 'person',
  legalBasis: { begge: 'CPR-loven § 28' },
  journal: (d) => ({
    overskrift: d.beskyttet ? 'Navne- og adressebeskyttelse' : 'Navne- og adressebeskyttelse ophørt',
    tekst: `Gælder fra ${d.gaelderFra}.`,
  }),
});

export const RelationRegistreret = declareEvent({
  type: 'netvaerk.RelationRegistreret',
  version: 1,
  beskrivelse: 'En person hører til i barnets netværk fra en dato, med eller uden forældremyndighed.',
  schema: Type.Object({
    relationId: Id,
    barnId: Id,
    personId: Id,
    art: Type.Union([
      Type.Literal('mor'),
      Type.Literal('far'),
      Type.Literal('medmor'),
      Type.Literal('soeskende'),
      Type.Literal('anden'),
    ]),
    foraeldremyndighed: Type.Boolean(),
    gaelderFra: Dato,
  }),
  sealed: {},
  category: 'person',
  legalBasis: { begge: 'forældreansvarsloven §§ 1 og 3' },
  journal: (d) => ({
    overskrift: `Relation registreret: ${RELATIONSNAVN[d.art]}`,
    tekst: `Gælder fra ${d.gaelderFra}, ${d.foraeldremyndighed ? 'med' : 'uden'} forældremyndighed.`,
  }),
});

export const RelationOphoert = declareEvent({
  type: 'netvaerk.RelationOphoert',
  version: 1,
  beskrivelse: 'En relation i barnets netværk, eller dens forældremyndighed, gælder ikke længere.',
  schema: Type.Object({ relationId: Id, barnId: Id, ophoertDato: Dato }),
  sealed: {},
  category: 'person',
  legalBasis: { begge: 'forældreansvarsloven §§ 1 og 3' },
  journal: (d) => ({ overskrift: 'Relation ophørt', tekst: `Ophørt ${d.ophoertDato}.` }),
});

const SLETTEGRUND = {
  kassation: 'bevaringstiden er udløbet, og oplysningerne er arkiveret eller må kasseres',
  indsigelse: 'den registrerede har krav på det',
  fejlregistreret: 'personen skulle ikke have været registreret',
} as const;

export const PersonSlettet = declareEvent({
  type: 'netvaerk.PersonSlettet',
  version: 1,
  beskrivelse:
    'Personens nøgle destrueres, så alt, hvad der er forseglet for personen, aldrig kan læses igen. Hændelserne bliver stående.',
  schema: Type.Object({
    personId: Id,
    slettet: Tidspunkt,
    grund: Type.Union([Type.Literal('kassation'), Type.Literal('indsigelse'), Type.Literal('fejlregistreret')]),
    /** Number of the decision, or of what Rigsarkivet allowed; never anything about the person, for it stays readable. */
    reference: Type.String({ pattern: '^[0-9A-Za-zÆØÅæøå][0-9A-Za-zÆØÅæøå./_-]{2,39}$' }),
  }),
  sealed: {},
  category: 'person',
  legalBasis: { begge: 'databeskyttelsesforordningen art. 17; databeskyttelsesloven § 14; arkivloven' },
  journal: (d) => ({
    overskrift: 'Personens oplysninger slettet',
    tekst: `Slettet, fordi ${SLETTEGRUND[d.grund]}. Beslutning ${d.reference}. Hvad der stod, kan ikke læses mere.`,
  }),
});

export const personEvents = [
  PersonRegistreret,
  PersonRettet,
  AdressebeskyttelseAendret,
  RelationRegistreret,
  RelationOphoert,
  PersonSlettet,
] as const;
export type PersonEvent = EventOf<(typeof personEvents)[number]>;
