import { Type, type Static } from '@sinclair/typebox';
import { Dato } from '../felter.js';
import { type Beregningsregel } from '../frist.js';

export const Regime = Type.Union([Type.Literal('SEL'), Type.Literal('BL')]);
export type Regime = Static<typeof Regime>;

const lukket = { additionalProperties: false };
// Blanks say nothing, and a legal basis is shown to people.
const Tekst = (description: string) => Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S', description });
const Dag = (description: string) => Type.String({ ...Dato, description });
const Haendelsestype = Type.String({
  pattern: '^[a-z]+\\.[A-Z][A-Za-z]+$',
  description: 'Hændelsens type, for eksempel sagsstyring.UnderretningModtaget.',
});
const Feltnavn = Type.String({ pattern: '^[a-z][A-Za-z0-9]*$', description: 'Navnet på et felt i hændelsen.' });
const Regelid = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', description: 'Reglens faste navn.' });
const Tillid = Type.Union([Type.Literal('V'), Type.Literal('S'), Type.Literal('H')], {
  description: 'V: læst i loven eller hos en myndighed. S: læst i en sekundær kilde. H: efter hukommelsen.',
});
const Maengde = Type.Integer({ minimum: 1, maximum: 9999, description: 'Hvor mange af enheden.' });
const Enhed = Type.Union(
  [
    Type.Literal('TIME'),
    Type.Literal('KALENDERDAG'),
    Type.Literal('HVERDAG'),
    Type.Literal('ARBEJDSDAG'),
    Type.Literal('UGE'),
    Type.Literal('MAANED'),
    Type.Literal('AAR'),
  ],
  { description: 'TIME er virkelige timer. HVERDAG: se kommunens valg om lørdag. ARBEJDSDAG: mandag-fredag.' },
);

const Betingelsesfelt = Type.Union([
  Type.Object({ felt: Feltnavn, er: Type.Union([Type.String(), Type.Boolean()]) }, lukket),
  Type.Object({ felt: Feltnavn, blandt: Type.Array(Type.String(), { minItems: 1 }) }, lukket),
  Type.Object({ felt: Feltnavn, findes: Type.Boolean() }, lukket),
]);

const Kilde = Type.Object(
  { haendelse: Haendelsestype, noegle: Feltnavn, dato: Feltnavn },
  {
    ...lukket,
    description:
      'En hændelse, feltet der knytter den til enkeltsagen, og feltet med den dato eller det tidspunkt, der tæller.',
  },
);

const Opfyldelse = Type.Object(
  {
    ...Kilde.properties,
    betingelser: Type.Optional(
      Type.Array(Betingelsesfelt, { description: 'Hændelsen opfylder kun fristen, når alle er opfyldt af den.' }),
    ),
    ikkeFoerStart: Type.Optional(
      Type.Boolean({
        description:
          'Hændelsen opfylder kun en frist, der var begyndt den dag: en, der registreres sent, opfylder ikke den næste.',
      }),
    ),
  },
  { ...lukket, description: Kilde.description ?? '' },
);

const Variant = Type.Object(
  { kode: Regelid, navn: Tekst('Hvornår den gælder.'), maengde: Maengde, enhed: Enhed, tillid: Tillid },
  lukket,
);

/** A rule of law as it is written in a pack file. */
export const Regelraekke = Type.Object(
  {
    id: Regelid,
    navn: Tekst('Reglens navn, som sagsbehandleren ser det.'),
    ankeralder: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 30,
        description:
          'Fristen regnes fra den dag, personen fylder så mange år; 0 er fødselsdagen selv. Loven på forfaldsdagen gælder.',
      }),
    ),
    tidligst: Type.Optional(
      Type.Boolean({ description: 'Datoen er den tidligste, noget kan ske; der er intet at overskride.' }),
    ),
    inden: Type.Optional(
      Type.Boolean({
        description:
          'Datoen er en grænse, der selv er for sen: det skal ske inden den dag. Ellers er datoen den sidste rettidige.',
      }),
    ),
    varianter: Type.Optional(
      Type.Array(Variant, {
        minItems: 1,
        description: 'Andre tal i samme regel, for eksempel en forlængelse. Beregnes, når der spørges om dem.',
      }),
    ),
    niveauFra: Type.Optional(
      Type.String({
        pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
        description:
          'Kun for lokale regler: kommunens tal er det, den har sat for den nævnte regel, og sættes kun dér.',
      }),
    ),
    hoejstSom: Type.Optional(
      Type.Array(Regelid, {
        minItems: 1,
        description: 'Kun for lokale regler: kommunens tal må aldrig give en senere dato end disse regler.',
      }),
    ),
    ikkeKortere: Type.Optional(
      Type.Literal(true, {
        description:
          'Kun for lokale regler: kommunens tal må aldrig give en tidligere dato end reglens eget, for borgerens frist løber derfra.',
      }),
    ),
    gyldigFra: Dag('Første hændelsesdag, udgaven gælder for.'),
    gyldigTil: Type.Optional(Dag('Sidste hændelsesdag, udgaven gælder for.')),
    ophoerer: Type.Optional(
      Tekst(
        'Hvorfor reglen ophører med gyldigTil, når ingen ny udgave følger dagen efter, for eksempel loven, der ophævede den.',
      ),
    ),
    art: Type.Union([Type.Literal('frist'), Type.Literal('spaerre'), Type.Literal('pligt')], {
      description: 'frist har en dato, spaerre skal være gjort før næste skridt, pligt har ingen dato i loven.',
    }),
    ur: Type.Union(
      [Type.Literal('klokkeslaet'), Type.Literal('kalender'), Type.Literal('arbejdsdag'), Type.Literal('ingen-fast')],
      { description: 'Hvad der tæller: hver time, hver dag, kun visse dage, eller intet.' },
    ),
    maengde: Type.Optional(Maengde),
    enhed: Type.Optional(Enhed),
    taelHaendelsesdag: Type.Optional(Type.Boolean({ description: 'Om hændelsesdagen er dag 1.' })),
    retning: Type.Optional(
      Type.Union([Type.Literal('FREM'), Type.Literal('BAGLAENS')], { description: 'Efter eller før startdagen.' }),
    ),
    forlaengVedLukkedag: Type.Optional(
      Type.Boolean({ description: 'Kun borgerens egne frister flyttes til næste åbne dag.' }),
    ),
    datofelt: Type.Optional(
      Type.String({
        pattern: '^[a-z][A-Za-z0-9]*$',
        description: 'Feltet med den dato, sagen selv har besluttet; så er der ingen mængde.',
      }),
    ),
    hyppighed: Type.Optional(
      Type.Object(
        { mindst: Type.Integer({ minimum: 1 }), pr: Type.Literal('AAR') },
        { ...lukket, description: 'Mindst så mange gange i perioden.' },
      ),
    ),
    udloeser: Type.Union([Kilde, Type.Null()], {
      description: 'Hændelsen, fristen løber fra. null, når systemet ikke har hændelsen.',
    }),
    udloeserTekst: Tekst('Hvad fristen løber fra, sagt til mennesker.'),
    betingelser: Type.Array(Betingelsesfelt, { description: 'Alle skal være opfyldt af den udløsende hændelse.' }),
    opfyldtAf: Type.Array(Opfyldelse, { description: 'Hændelser, der opfylder fristen.' }),
    bortfalderVed: Type.Array(
      Type.Object({ haendelse: Haendelsestype, noegle: Feltnavn, dato: Type.Optional(Feltnavn) }, lukket),
      {
        description:
          'Hændelser, der gør fristen uden betydning fra datoen i feltet; uden felt fra den dag, hændelsen blev registreret.',
      },
    ),
    fremrykkesVed: Type.Optional(
      Type.Array(Kilde, {
        description:
          'Hændelser, der rykker fristen frem til datoen i feltet: den tidligste gælder. Udløseren selv kan være en af dem, når den siger, hvad der var sket, da den blev registreret.',
      }),
    ),
    lokal: Type.Boolean({ description: 'true: kommunen kan selv sætte et serviceniveau for reglen.' }),
    hjemmel: Tekst('Lovhjemlen under filens lov.'),
    ansvarlig: Type.Union(
      [
        Type.Literal('KB'),
        Type.Literal('BUU'),
        Type.Literal('FMD'),
        Type.Literal('AST'),
        Type.Literal('PART'),
        Type.Literal('EKSTERN'),
      ],
      { description: 'Hvem der skal handle.' },
    ),
    konsekvens: Tekst('Hvad der følger, når fristen ikke holdes.'),
    tillid: Tillid,
    hjemmelTillid: Type.Optional(
      Type.Union([Type.Literal('V'), Type.Literal('S'), Type.Literal('H')], {
        description: 'Når paragraffens nummer er mindre sikkert end pligten.',
      }),
    ),
    aktiv: Type.Boolean({ description: 'Om reglen bruges. Regler efter hukommelsen (H) skal være slået fra.' }),
    kilde: Tekst('Hvor reglen er læst, med egne ord.'),
    laest: Tekst('Hvad der er læst, og hvad der ikke er bekræftet.'),
  },
  lukket,
);

export const Regelfil = Type.Object(
  {
    titel: Tekst('Filens titel.'),
    regime: Type.Union([Regime, Type.Literal('begge')], {
      description: 'Hvilken af de to love reglerne hører til; begge for regler, der gælder uanset.',
    }),
    gyldigFra: Dag('Første dag, filens regler kan gælde.'),
    gyldigTil: Type.Optional(Dag('Sidste dag, filens regler kan gælde.')),
    bemaerkning: Tekst('Hvad filen bygger på.'),
    regler: Type.Array(Regelraekke, { minItems: 1, description: 'Hver udgave af hver regel er en række.' }),
  },
  { ...lukket, title: 'Regelfil i en lovpakke' },
);
export type Regelfil = Static<typeof Regelfil>;

/** One version of a rule: the one that was in force in its period. */
export type Regel = Static<typeof Regelraekke> & {
  readonly regime: Regime | 'begge';
  /** The file it is written in. */
  readonly fil: string;
};
export type Betingelse = Regel['betingelser'][number];

/** Whether the trigger's data fulfil a condition of the rule. */
export function betingelseOpfyldt(betingelse: Betingelse, data: Readonly<Record<string, unknown>>): boolean {
  const vaerdi = data[betingelse.felt];
  if ('er' in betingelse) return vaerdi === betingelse.er;
  if ('blandt' in betingelse) return typeof vaerdi === 'string' && betingelse.blandt.includes(vaerdi);
  return (vaerdi !== undefined && vaerdi !== null) === betingelse.findes;
}

/** How long a rule is, when it has an amount of its own. */
export function beregningsregel(regel: Regel): Beregningsregel | undefined {
  const { maengde, enhed, taelHaendelsesdag, retning, forlaengVedLukkedag, tidligst, inden } = regel;
  if (maengde === undefined || enhed === undefined) return undefined;
  return {
    maengde,
    enhed,
    taelHaendelsesdag: taelHaendelsesdag ?? false,
    retning: retning ?? 'FREM',
    forlaengVedLukkedag: forlaengVedLukkedag ?? false,
    tidligst,
    inden,
  };
}

/** Whether a variant is used: its own confidence decides, for it may be less sure than the rule it stands in. */
export function variantTaendt(regel: Regel, variant: NonNullable<Regel['varianter']>[number]): boolean {
  return regel.aktiv && variant.tillid !== 'H';
}

/** What the deadline engine needs of a variant of a rule. */
export function variantregel(regel: Regel, variant: NonNullable<Regel['varianter']>[number]): Beregningsregel {
  return {
    maengde: variant.maengde,
    enhed: variant.enhed,
    taelHaendelsesdag: regel.taelHaendelsesdag ?? false,
    retning: regel.retning ?? 'FREM',
    forlaengVedLukkedag: regel.forlaengVedLukkedag ?? false,
  };
}
