import { Type, type Static } from '@sinclair/typebox';
import { Dato } from '../felter.js';

export const Regime = Type.Union([Type.Literal('SEL'), Type.Literal('BL')]);
export type Regime = Static<typeof Regime>;

const lukket = { additionalProperties: false };
const Tekst = Type.String({ minLength: 1, maxLength: 2000 });
const Haendelsestype = Type.String({ pattern: '^[a-z]+\\.[A-Z][A-Za-z]+$' });
const Feltnavn = Type.String({ pattern: '^[a-z][A-Za-z]*$' });
const Tillid = Type.Union([Type.Literal('V'), Type.Literal('S'), Type.Literal('H')]);

/** The event, the field that ties it to the enkeltsag, and the field with the date that counts. */
const Kilde = Type.Object({ haendelse: Haendelsestype, noegle: Feltnavn, dato: Feltnavn }, lukket);

/** A rule of law as it is written in a pack file. */
export const Regelraekke = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' }),
    navn: Tekst,
    gyldigFra: Dato,
    gyldigTil: Type.Optional(Dato),
    /** `frist` has a date, `spaerre` must be done before the next step, `pligt` has no date in the law. */
    art: Type.Union([Type.Literal('frist'), Type.Literal('spaerre'), Type.Literal('pligt')]),
    ur: Type.Union([
      Type.Literal('klokkeslaet'),
      Type.Literal('kalender'),
      Type.Literal('arbejdsdag'),
      Type.Literal('ingen-fast'),
    ]),
    maengde: Type.Optional(Type.Integer({ minimum: 1 })),
    enhed: Type.Optional(
      Type.Union([
        Type.Literal('TIME'),
        Type.Literal('KALENDERDAG'),
        Type.Literal('HVERDAG'),
        Type.Literal('ARBEJDSDAG'),
        Type.Literal('UGE'),
        Type.Literal('MAANED'),
        Type.Literal('AAR'),
      ]),
    ),
    taelHaendelsesdag: Type.Optional(Type.Boolean()),
    retning: Type.Optional(Type.Union([Type.Literal('FREM'), Type.Literal('BAGLAENS')])),
    forlaengVedLukkedag: Type.Optional(Type.Boolean()),
    /** The trigger's field with a date that the case decided; then there is no amount. */
    datofelt: Type.Optional(Feltnavn),
    /** At least so many times in a period (supervision visits). */
    hyppighed: Type.Optional(Type.Object({ mindst: Type.Integer({ minimum: 1 }), pr: Type.Literal('AAR') }, lukket)),
    /** Null when no event of the system starts it yet. */
    udloeser: Type.Union([Kilde, Type.Null()]),
    udloeserTekst: Tekst,
    betingelser: Type.Array(
      Type.Union([
        Type.Object({ felt: Feltnavn, er: Type.Union([Type.String(), Type.Boolean()]) }, lukket),
        Type.Object({ felt: Feltnavn, blandt: Type.Array(Type.String(), { minItems: 1 }) }, lukket),
        Type.Object({ felt: Feltnavn, findes: Type.Boolean() }, lukket),
      ]),
    ),
    opfyldtAf: Type.Array(Kilde),
    bortfalderVed: Type.Array(Type.Object({ haendelse: Haendelsestype, noegle: Feltnavn }, lukket)),
    /** Events that move the deadline forward to their own date. */
    fremrykkesVed: Type.Optional(Type.Array(Kilde)),
    /** True: the municipality sets or overrides it. */
    lokal: Type.Boolean(),
    hjemmel: Tekst,
    ansvarlig: Type.Union([
      Type.Literal('KB'),
      Type.Literal('BUU'),
      Type.Literal('FMD'),
      Type.Literal('AST'),
      Type.Literal('PART'),
      Type.Literal('EKSTERN'),
    ]),
    konsekvens: Tekst,
    /** V read in the law or at an authority, S in a secondary source, H from memory. */
    tillid: Tillid,
    /** When the number of the paragraph is less sure than the duty. */
    hjemmelTillid: Type.Optional(Tillid),
    aktiv: Type.Boolean(),
    kilde: Tekst,
    /** What was read, and what is still not confirmed. */
    laest: Tekst,
  },
  lukket,
);

export const Regelfil = Type.Object(
  {
    titel: Tekst,
    regime: Type.Union([Regime, Type.Literal('begge')]),
    gyldigFra: Dato,
    gyldigTil: Type.Optional(Dato),
    bemaerkning: Tekst,
    regler: Type.Array(Regelraekke, { minItems: 1 }),
  },
  lukket,
);
export type Regelfil = Static<typeof Regelfil>;

/** One version of a rule: the one that was in force in its period. */
export type Regel = Static<typeof Regelraekke> & { readonly regime: Regime | 'begge' };
export type Betingelse = Regel['betingelser'][number];

/** Whether the trigger's data fulfil a condition of the rule. */
export function betingelseOpfyldt(betingelse: Betingelse, data: Readonly<Record<string, unknown>>): boolean {
  const vaerdi = data[betingelse.felt];
  if ('er' in betingelse) return vaerdi === betingelse.er;
  if ('blandt' in betingelse) return typeof vaerdi === 'string' && betingelse.blandt.includes(vaerdi);
  return (vaerdi !== undefined && vaerdi !== null) === betingelse.findes;
}
