import { Type, type Static, type TObject, type TProperties } from '@sinclair/typebox';
import { Dato, Kode, Kommunekode } from '../felter.js';

const lukket = { additionalProperties: false };
const Navn = Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' });
const Pgf = Type.String({ pattern: '^[0-9]{3}$' });
const Maalgruppe = Type.Union([Type.Literal('barn'), Type.Literal('familie')]);
const Hjemmel = Type.Object({ SEL: Type.Optional(Navn), BL: Type.Optional(Navn), YKL: Type.Optional(Navn) }, lukket);
const Tillid = Type.Union([Type.Literal('V'), Type.Literal('S'), Type.Literal('H')]);

const faelles = {
  kode: Kode,
  navn: Navn,
  gyldigFra: Dato,
  gyldigTil: Type.Optional(Dato),
  bemaerkning: Type.Optional(Navn),
};
const raekke = <P extends TProperties>(ekstra: P) => Type.Object({ ...faelles, ...ekstra }, lukket);

const Underretter = raekke({
  pligt: Type.Union([
    Type.Literal('skaerpet'),
    Type.Literal('almindelig'),
    Type.Literal('blandet'),
    Type.Literal('uoplyst'),
  ]),
  /** Only in published statistics; a municipality must not send it. */
  kunStatistik: Type.Boolean(),
});
const Aarsag = raekke({
  vedroerer: Type.Union([
    Type.Literal('barn'),
    Type.Literal('foraelder'),
    Type.Literal('familie'),
    Type.Literal('andet'),
  ]),
  kunStatistik: Type.Boolean(),
});
const Foranstaltning = raekke({
  kategori: Type.Union([Type.Literal('stoette'), Type.Literal('anbringelse'), Type.Literal('ophoert')]),
  maalgruppe: Type.Union([Maalgruppe, Type.Null()]),
  hjemmel: Hjemmel,
  tillid: Tillid,
});
const Indsats = raekke({
  /** The stable code of the measure type; several entries of one type need each their own code. */
  gruppe: Kode,
  maalgruppe: Maalgruppe,
  /** Null: not reported in the support statistic. */
  pgfKode: Type.Union([Pgf, Type.Null()]),
  hjemmel: Hjemmel,
  art: Type.Union([
    Type.Literal('tidlig'),
    Type.Literal('stoettende'),
    Type.Literal('oekonomisk'),
    Type.Literal('paalaeg'),
    Type.Literal('under-anbringelse'),
    Type.Literal('anbringelse'),
    Type.Literal('ungestoette'),
    Type.Literal('ungdomskriminalitet'),
    Type.Literal('behandling'),
  ]),
  kraeverSamtykke: Type.Boolean(),
  kraeverPlanFoerst: Type.Boolean(),
  kraeverBoernesamtale: Type.Boolean(),
});
const Kommune = Type.Object(
  {
    kode: Kommunekode,
    navn: Navn,
    gyldigFra: Dato,
    gyldigTil: Type.Optional(Dato),
    regioner: Type.Array(
      Type.Object(
        {
          navn: Navn,
          kode: Type.Union([Type.String({ pattern: '^\\d{4}$' }), Type.Null()]),
          gyldigFra: Dato,
          gyldigTil: Type.Optional(Dato),
        },
        lukket,
      ),
      { minItems: 1 },
    ),
  },
  lukket,
);
const Tema = raekke({
  domaener: Type.Array(Kode),
  /** Each theme must be judged relevant or not, with reasons. */
  paakraevet: Type.Boolean(),
});
const Domaene = raekke({
  /** What the domain is called in each generation, for municipalities with a licence. */
  icsNavn: Type.Optional(Type.Object({ aeldre: Navn, nyere: Navn }, lukket)),
});
const Dimension = raekke({
  generation: Type.Union([Type.Literal('aeldre'), Type.Literal('nyere')]),
  domaene: Kode,
  /** The theme that it counts as where the law wants themes judged. */
  tema: Kode,
});
const Bfutrin = raekke({
  nr: Type.Integer({ minimum: 1, maximum: 20 }),
  /** Percent of the time between decision and deadline that has gone when the step is planned; over 100 is after it. */
  andel: Type.Integer({ minimum: 0, maximum: 300 }),
});
const Anbringelsessted = raekke({
  hjemmel: Hjemmel,
  /** Codes of Danmarks Statistik that the place is reported as. */
  dstKoder: Type.Array(Type.String({ pattern: '^\\d{2}$' })),
  /** The committee's own decision (a code of `afgoerelser`) that a closed place takes; null: an open one takes none. */
  afgoerelseskode: Type.Union([Kode, Type.Null()]),
});

const Alder = Type.Union([Type.Integer({ minimum: 1, maximum: 18 }), Type.Null()]);
const Afgoerelse = raekke({
  /** KB: the administration. BUU: the committee, in a meeting. */
  organ: Type.Union([Type.Literal('KB'), Type.Literal('BUU')]),
  hjemmel: Navn,
  /** The child is a party from this age; null: not before it is of age. */
  barnPartFraAar: Alder,
  samtykke: Type.Object({ foraeldremyndighed: Type.Boolean(), barnFraAar: Alder }, lukket),
  /** The decision is about a parent without custody too. */
  foraelderUdenMyndighed: Type.Boolean(),
  /** Foster parents may speak to the committee. */
  plejeforaeldre: Type.Boolean(),
  /** Parties must be heard before it is made. */
  bebyrdende: Type.Boolean(),
  /** The chairman may make it provisionally when it cannot wait. */
  foreloebig: Type.Boolean(),
  /** At least four of the committee's five members must vote for it. */
  kvalificeretFlertal: Type.Boolean(),
  kraeverBfu: Type.Boolean(),
  kraeverPlan: Type.Boolean(),
  /** A complaint keeps the decision from being carried out. */
  opsaettendeVirkning: Type.Boolean(),
  /** It can only be made about somebody younger than this on the day. */
  foerAlder: Type.Integer({ minimum: 18, maximum: 23 }),
  /** The child's view is sought in a talk before it is made (SEL § 48; BL § 5, stk. 3). */
  kraeverBoernesamtale: Type.Boolean(),
  /** Where it is made, when its own demands are judged nowhere else. */
  egenRute: Type.Optional(Navn),
  tillid: Tillid,
});

const Samtykkeundtagelse = raekke({
  hjemmel: Hjemmel,
  /** Codes of `afgoerelser` that the ground holds for. */
  gaelderFor: Type.Array(Kode, { minItems: 1 }),
  tillid: Tillid,
});

/** Every code list, by the name of its file. */
export const KODELISTER = {
  underretter: Underretter,
  aarsager: Aarsag,
  'foranstaltninger-pgf': Foranstaltning,
  indsatskatalog: Indsats,
  kommuner: Kommune,
  temaer: Tema,
  domaener: Domaene,
  dimensioner: Dimension,
  'bfu-trin': Bfutrin,
  anbringelsessteder: Anbringelsessted,
  afgoerelser: Afgoerelse,
  samtykkeundtagelser: Samtykkeundtagelse,
} as const;

export type Listenavn = keyof typeof KODELISTER;
export type Kodepost<L extends Listenavn> = Readonly<Static<(typeof KODELISTER)[L]>>;
export const LISTENAVNE: readonly Listenavn[] = [
  'underretter',
  'aarsager',
  'foranstaltninger-pgf',
  'indsatskatalog',
  'kommuner',
  'temaer',
  'domaener',
  'dimensioner',
  'bfu-trin',
  'anbringelsessteder',
  'afgoerelser',
  'samtykkeundtagelser',
];

/** A list file: title, source and rows. */
export const listefil = <T extends TObject>(post: T) =>
  Type.Object(
    {
      titel: Navn,
      kilde: Navn,
      bemaerkning: Type.String({ maxLength: 2000 }),
      koder: Type.Array(post, { minItems: 1 }),
    },
    lukket,
  );
