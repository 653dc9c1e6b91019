import {
  DatoFelt,
  Heltal,
  JaNej,
  Kode,
  KodeAf,
  ObjektFelt,
  ObjektListe,
  Tekst,
  TekstListe,
  UuidFelt,
} from '../../platform/http/felt.js';
import { KendtPr } from '../../platform/http/kendt-pr.js';
import { type Andel } from './fristtal.js';
import { type Teamtal } from './ledelsestilsyn.query.js';
import { TILSYNSLISTER, type Listepost, type Tilsynsliste } from './lister.query.js';
import { UDEN_AKTIVITET_DAGE, type Sagsstammetal } from './oversigt.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000002';

export class Tilsynsvalg extends KendtPr {
  /** The day. */
  @DatoFelt('Opgørelsesdagen, ved dagens slutning. Udelades den, gælder i dag.', '2019-03-19', { valgfri: true })
  pr?: string;

  /** Team. */
  @Tekst('Kun dette team, som det havde sagerne på opgørelsesdagen.', 'boerne', { maks: 80, valgfri: true })
  team?: string;
}

export class Tilsynstalsvalg extends Tilsynsvalg {
  /** First day. */
  @DatoFelt('Periodens første dag. Udelades den, er perioden et år til og med opgørelsesdagen.', '2018-03-20', {
    valgfri: true,
  })
  fra?: string;

  /** Last day. */
  @DatoFelt('Periodens sidste dag. Udelades den, er det opgørelsesdagen.', '2019-03-19', { valgfri: true })
  til?: string;
}

export class Listevalg extends Tilsynsvalg {
  /** Which list. */
  @KodeAf(
    'Hvilken liste. `uden-sagsbehandler`: ingen har sagen. `uden-aktiv-sagsbehandler`: den, der har sagen, er fratrådt (fra dagen efter den sidste dag) eller har aldrig skrevet noget som sagsbehandler eller teamleder; `siden` er den sidste dag, eller den dag vedkommende fik sagen.',
    'uden-aktivitet',
    TILSYNSLISTER,
  )
  liste!: Tilsynsliste;

  /** Caseworker. */
  @Kode('Kun denne sagsbehandlers sager.', 'sb01', { valgfri: true })
  sagsbehandler?: string;

  /** Days without activity. */
  @Heltal(
    `Uden aktivitet i mindst så mange dage; ellers ${String(UDEN_AKTIVITET_DAGE)}. Bruges kun af listen uden-aktivitet.`,
    UDEN_AKTIVITET_DAGE,
    { min: 1, maks: 3650, valgfri: true },
  )
  dage?: number;

  /** Most rows. */
  @Heltal('Højst så mange poster, de ældste først.', 200, { min: 1, maks: 1000, valgfri: true })
  graense?: number;
}

export class SagsstammeVisning {
  /** Number of the line. */
  @Heltal('Linjens nummer.', 1) nr!: number;
  /** Caseworker. */
  @Kode('Sagsbehandleren. Null for de sager, ingen har, og for læsere uden rollen teamleder.', 'sb01', { nulbar: true })
  sagsbehandler!: string | null;
  /** Nobody has them. */
  @JaNej('Om det er de sager, ingen har.', false) utildelt!: boolean;
  /** Teams. */
  @TekstListe('Sagernes teams.', ['boerne']) teams!: string[];
  /** M02b. */
  @Heltal('Åbne sager.', 34) aabneSager!: number;
  /** Cases with something overdue. */
  @Heltal('Sager med mindst én overskredet frist.', 3) sagerMedOverskredetFrist!: number;
  /** Overdue deadlines. */
  @Heltal('Overskredne frister.', 4) overskredneFrister!: number;
  /** The longest. */
  @Heltal('Dage, den ældste frist har været overskredet.', 18, { nulbar: true }) laengstOverskredetDage!: number | null;
  /** Oldest activity. */
  @DatoFelt('Den sag, der har ligget længst: dagen for dens seneste aktivitet.', '2018-11-01', { nulbar: true })
  aeldsteAktivitet!: string | null;
  /** Without activity. */
  @Heltal(`Sager uden aktivitet i ${String(UDEN_AKTIVITET_DAGE)} dage.`, 2) sagerUdenAktivitet!: number;
  /** Without plan. */
  @Heltal('Sager med en indsats i gang, der kræver en plan, uden gældende plan og uden begrundet undtagelse.', 1)
  sagerUdenPlan!: number;
  /** Without follow-up. */
  @Heltal('Sager med en overskredet opfølgning.', 1) sagerUdenOpfoelgning!: number;
}

export class OversigtVisning {
  /** The day. */
  @DatoFelt('Opgørelsesdagen.', '2019-03-19') pr!: string;
  /** Position. */
  @Heltal('Pladsen i loggen, som tallene er kendt ved.', 4711) position!: number;
  /** Per caseworker. */
  @ObjektListe('Pr. sagsbehandler, dem med flest overskredne frister først.', () => SagsstammeVisning, { maks: 10_000 })
  sagsstammer!: SagsstammeVisning[];
}

export class AndelVisning {
  /** Numerator. */
  @Heltal('Tæller: opfyldt på eller før dagen.', 38) rettidige!: number;
  /** Denominator. */
  @Heltal('Nævner: alt, der forfaldt i perioden, gjort eller ej.', 42) forfaldne!: number;
  /** Per cent. */
  @Heltal('Hele procent, halve op; null uden data.', 90, { nulbar: true }) procent!: number | null;
}

export class SamtaleandelVisning extends AndelVisning {
  /** Left out with a reason. */
  @Heltal('Undladt med begrundelse; uden for både tæller og nævner.', 2) undladt!: number;
}

export class TilsynstalVisning {
  /** M09c. */
  @ObjektFelt('M09c: BFU afsluttet inden fristen, af dem, hvis frist falder i perioden.', () => AndelVisning)
  M09c!: AndelVisning;
  /** M11. */
  @ObjektFelt('M11: plan inden kommunens serviceniveau (6 uger).', () => AndelVisning) M11!: AndelVisning;
  /** M11, the law. */
  @ObjektFelt('M11 efter lovens egne frister for planer.', () => AndelVisning) M11lov!: AndelVisning;
  /** M12a. */
  @ObjektFelt('M12a: første opfølgning til tiden.', () => AndelVisning) M12a!: AndelVisning;
  /** M12b. */
  @ObjektFelt('M12b: løbende opfølgning til tiden.', () => AndelVisning) M12b!: AndelVisning;
  /** M20. */
  @ObjektFelt('M20: underretning vurderet inden 24 timer.', () => AndelVisning) M20!: AndelVisning;
  /** M21. */
  @ObjektFelt('M21: børnesamtale holdt før afgørelsen.', () => SamtaleandelVisning) M21!: SamtaleandelVisning;
}

export class TeamtalVisning extends TilsynstalVisning {
  /** Team. */
  @Tekst('Teamet; null for sager uden team og underretninger uden sag.', 'boerne', { nulbar: true }) team!:
    string | null;
}

export class TilsynsnoegletalVisning {
  /** The day. */
  @DatoFelt('Opgørelsesdagen.', '2019-03-19') pr!: string;
  /** First day. */
  @DatoFelt('Periodens første dag.', '2018-03-20') fra!: string;
  /** Last day. */
  @DatoFelt('Periodens sidste dag.', '2019-03-19') til!: string;
  /** Position. */
  @Heltal('Pladsen i loggen, som tallene er kendt ved.', 4711) position!: number;
  /** All. */
  @ObjektFelt('Hele kommunen.', () => TilsynstalVisning) ialt!: TilsynstalVisning;
  /** Per team. */
  @ObjektListe('Pr. team, som det havde sagerne på opgørelsesdagen.', () => TeamtalVisning, { maks: 1000 })
  teams!: TeamtalVisning[];
}

export class ListepostVisning {
  /** Case. */
  @UuidFelt('Sagen; null for en underretning uden sag.', ID, { nulbar: true }) sagId!: string | null;
  /** Child. */
  @UuidFelt('Barnet.', ID) barnId!: string;
  /** Caseworker. */
  @Kode('Sagsbehandleren på opgørelsesdagen.', 'sb01', { nulbar: true }) sagsbehandler!: string | null;
  /** Team. */
  @Tekst('Teamet på opgørelsesdagen.', 'boerne', { nulbar: true }) team!: string | null;
  /** What it is about. */
  @UuidFelt('Underretningen, undersøgelsen eller indsatsen.', ID, { nulbar: true }) enkeltsagId!: string | null;
  /** Since. */
  @DatoFelt('Siden hvornår.', '2018-11-01') siden!: string;
  /** Days. */
  @Heltal('Dage siden da.', 138) dage!: number;
  /** What. */
  @Tekst('Hvad der er galt.', 'Sidste aktivitet i sagen') tekst!: string;
  /** Paragraph. */
  @Tekst('Lovhjemlen.', 'SEL § 50', { nulbar: true }) hjemmel!: string | null;
}

export class ListeVisning {
  /** The list. */
  @KodeAf('Listen.', 'uden-aktivitet', TILSYNSLISTER) liste!: string;
  /** The day. */
  @DatoFelt('Opgørelsesdagen.', '2019-03-19') pr!: string;
  /** Position. */
  @Heltal('Pladsen i loggen, som listen er kendt ved.', 4711) position!: number;
  /** How many. */
  @Heltal('Hvor mange der er i alt.', 12) ialt!: number;
  /** Whether it can be seen. */
  @JaNej(
    'Om systemet kan se det, listen handler om. Falsk: ingen hændelse fortæller om det endnu, så en tom liste siger intet.',
    true,
  )
  kanSes!: boolean;
  /** Rows. */
  @ObjektListe('De ældste først.', () => ListepostVisning, { maks: 1000 }) poster!: ListepostVisning[];
}

/** The names of caseworkers are for team leaders; central leadership sees the figures. */
export function visSagsstamme(tal: Sagsstammetal, nr: number, navne: boolean): SagsstammeVisning {
  const { sagsbehandler, teams, ...resten } = tal;
  return {
    nr,
    sagsbehandler: navne ? sagsbehandler : null,
    utildelt: sagsbehandler === null,
    teams: [...teams],
    ...resten,
  };
}

export function visTilsynstal({ M09c, M11, M11lov, M12a, M12b, M20, M21 }: Omit<Teamtal, 'team'>): TilsynstalVisning {
  const andel = ({ rettidige, forfaldne, procent }: Andel): AndelVisning => ({ rettidige, forfaldne, procent });
  return {
    ...{ M09c: andel(M09c), M11: andel(M11), M11lov: andel(M11lov), M12a: andel(M12a), M12b: andel(M12b) },
    ...{ M20: andel(M20), M21: { ...andel(M21), undladt: M21.undladt } },
  };
}

export function visListepost(post: Listepost): ListepostVisning {
  return { ...post };
}
