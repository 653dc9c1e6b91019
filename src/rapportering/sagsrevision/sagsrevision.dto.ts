import {
  DatoFelt,
  Fritekst,
  Heltal,
  JaNej,
  Kode,
  KodeAf,
  ObjektFelt,
  ObjektListe,
  Tekst,
  TidspunktFelt,
  UuidFelt,
  UuidListe,
} from '../../platform/http/felt.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { SPOERGSMAAL, SVARVAERDIER, type Spoergsmaal, type Svarvaerdi } from './spoergsmaal.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000002';
const POPULATIONER = ['aktive-i-perioden', 'aabne-ved-periodens-slutning'] as const;
const FASER = ['i-gang', 'afsluttet'] as const;
const KILDER = ['system', 'person'] as const;
const TILSYN = 'retssikkerhedsloven § 16';

export class PeriodeFelt {
  /** First day. */
  @DatoFelt('Første dag.', '2018-10-01', { hjemmel: TILSYN }) fra!: string;
  /** Last day. */
  @DatoFelt('Sidste dag; senest i dag.', '2018-12-31', { hjemmel: TILSYN }) til!: string;
}

export class UdtraeksregelFelt {
  /** Population. */
  @KodeAf(
    'Hvilke sager der trækkes af: dem, der var åbne på et tidspunkt i perioden, eller ved dens slutning.',
    'aktive-i-perioden',
    POPULATIONER,
    { hjemmel: TILSYN },
  )
  population!: (typeof POPULATIONER)[number];

  /** Area. */
  @KodeAf('Kun dette område ved periodens slutning.', 'social', ['social', 'handicap'], { valgfri: true })
  omraade?: 'social' | 'handicap';

  /** Team. */
  @Tekst('Kun dette team ved periodens slutning.', 'boerne', { maks: 80, valgfri: true })
  team?: string;

  /** Caseworker. */
  @Tekst('Kun denne sagsbehandler ved periodens slutning.', 'sb01', { maks: 120, valgfri: true })
  sagsbehandler?: string;

  /** How many. */
  @Heltal('Hvor mange sager der trækkes.', 20, { min: 1, maks: 200, hjemmel: TILSYN })
  antal!: number;
}

export class SagsrevisionAnmodning {
  /** A code for it. */
  @Kode('Kort kode, som revisionen kendes på. Må ikke nævne personer.', 'tilsyn-2018-k4', { hjemmel: TILSYN })
  betegnelse!: string;

  /** Period. */
  @ObjektFelt('Perioden, der revideres: afgørelser truffet og frister forfaldet i den.', () => PeriodeFelt, {
    hjemmel: TILSYN,
  })
  periode!: PeriodeFelt;

  /** Rule. */
  @ObjektFelt('Udtræksreglen. Den gemmes.', () => UdtraeksregelFelt, { hjemmel: TILSYN })
  udtraeksregel!: UdtraeksregelFelt;

  /** Seed. */
  @Kode('Frøet. Udelades det, laver systemet et. Det gemmes, så stikprøven kan trækkes igen.', 'k4-2018', {
    valgfri: true,
  })
  seed?: string;
}

export class RevisionssvarAnmodning {
  /** The case. */
  @UuidFelt('Sagen i stikprøven.', ID, { hjemmel: TILSYN }) sagId!: string;
  /** The question. */
  @KodeAf('Spørgsmålet.', 'begrundelse-fyldestgoerende', SPOERGSMAAL.map(({ id }) => id), { hjemmel: TILSYN })
  spoergsmaalId!: string;
  /** The answer. */
  @KodeAf('Svaret.', 'nej', SVARVAERDIER, { hjemmel: TILSYN }) vaerdi!: Svarvaerdi;
  /** Remark. */
  @Fritekst(
    'Hvad der ses eller mangler. Kræves ved nej og kan-ikke-ses.',
    'Afgørelsen nævner ikke, hvad barnet mener.',
    {
      valgfri: true,
      hjemmel: TILSYN,
      kraevesNaar: 'svaret er nej eller kan-ikke-ses',
    },
  )
  bemaerkning?: string;
}

export class SagsrevisionSvar extends KommandoSvar {
  /** The audit. */
  @UuidFelt('Revisionens id.', ID) revisionId!: string;
}

export class SpoergsmaalVisning {
  /** Id. */
  @Kode('Spørgsmålets id.', 'bfu-til-tiden') id!: string;
  /** Text. */
  @Tekst('Spørgsmålet.', 'Er den børnefaglige undersøgelse afsluttet inden fristen?') tekst!: string;
  /** Who answers. */
  @KodeAf('Hvem der svarer: systemet af hændelserne, eller en person, der læser sagen.', 'system', KILDER)
  kilde!: string;
  /** Serviceloven. */
  @Tekst('Hjemmel til og med 2023.', 'SEL § 50') hjemmelSEL!: string;
  /** Barnets lov. */
  @Tekst('Hjemmel fra 2024.', 'BL § 20, stk. 3') hjemmelBL!: string;
  /** How to answer. */
  @Tekst('Hvad svarene betyder.', 'Nej, når én, hvis frist falder i perioden, ikke er.', { maks: 400 })
  vejledning!: string;
}

export class SpoergsmaalslisteVisning {
  /** All. */
  @ObjektListe('Spørgsmålene, i den rækkefølge de stilles.', () => SpoergsmaalVisning)
  spoergsmaal!: SpoergsmaalVisning[];
}

export class SagsrevisionPost {
  /** The audit. */
  @UuidFelt('Revisionens id.', ID) revisionId!: string;
  /** Code. */
  @Kode('Koden.', 'tilsyn-2018-k4') betegnelse!: string;
  /** First day. */
  @DatoFelt('Periodens første dag.', '2018-10-01') fra!: string;
  /** Last day. */
  @DatoFelt('Periodens sidste dag.', '2018-12-31') til!: string;
  /** Drawn. */
  @DatoFelt('Hvornår stikprøven blev trukket.', '2019-01-10') dato!: string;
  /** Cases drawn. */
  @Heltal('Sager i stikprøven.', 20) antal!: number;
  /** Cases drawn from. */
  @Heltal('Sager, der blev trukket af.', 451) populationsantal!: number;
  /** Phase. */
  @KodeAf('I gang eller afsluttet.', 'i-gang', FASER) fase!: string;
}

export class RevisionssvarVisning {
  /** The question. */
  @Kode('Spørgsmålet.', 'bfu-til-tiden') spoergsmaalId!: string;
  /** The answer. */
  @KodeAf('Svaret.', 'ja', SVARVAERDIER) vaerdi!: string;
  /** Who answered. */
  @KodeAf('Hvem der svarede.', 'system', KILDER) kilde!: string;
  /** What it rests on, or the remark. */
  @Fritekst('Hvad svaret hviler på, eller personens bemærkning.', '1 af 1 til tiden', { nulbar: true }) tekst!:
    string | null;
  /** Who. */
  @Kode('Hvem der svarede, når det er en person.', 'tl01', { nulbar: true }) af!: string | null;
}

export class RevisionssagVisning {
  /** The case. */
  @UuidFelt('Sagen.', ID) sagId!: string;
  /** The child. */
  @UuidFelt('Barnet.', ID) barnId!: string;
  /** Answers. */
  @ObjektListe('Svarene.', () => RevisionssvarVisning) svar!: RevisionssvarVisning[];
  /** Unanswered. */
  @ObjektListe('Spørgsmål, der ikke er besvaret endnu.', () => SpoergsmaalVisning) ubesvarede!: SpoergsmaalVisning[];
}

export class SagsrevisionVisning {
  /** The audit. */
  @UuidFelt('Revisionens id.', ID) revisionId!: string;
  /** Code. */
  @Kode('Koden.', 'tilsyn-2018-k4') betegnelse!: string;
  /** Phase. */
  @KodeAf('I gang eller afsluttet.', 'i-gang', FASER) fase!: string;
  /** Version. */
  @Heltal('Versionen; kan sendes som If-Match.', 21) version!: number;
  /** Period. */
  @ObjektFelt('Perioden.', () => PeriodeFelt) periode!: PeriodeFelt;
  /** Rule. */
  @ObjektFelt('Udtræksreglen.', () => UdtraeksregelFelt) udtraeksregel!: UdtraeksregelFelt;
  /** Seed. */
  @Kode('Frøet.', 'k4-2018') seed!: string;
  /** Position. */
  @Heltal('Pladsen i loggen, som stikprøven er trukket ved.', 4711) position!: number;
  /** Cut. */
  @TidspunktFelt('Tidspunktet, som frister er holdt op imod.', '2018-12-31T22:59:59.999Z') skaeringstid!: string;
  /** Cases drawn from. */
  @Heltal('Sager, der blev trukket af.', 451) populationsantal!: number;
  /** Cases. */
  @ObjektListe('Sagerne, i den rækkefølge de blev trukket.', () => RevisionssagVisning) sager!: RevisionssagVisning[];
}

export class SpoergsmaalstalVisning {
  /** The question. */
  @Kode('Spørgsmålet.', 'bfu-til-tiden') spoergsmaalId!: string;
  /** Yes. */
  @Heltal('Ja.', 12) ja!: number;
  /** No. */
  @Heltal('Nej, og det, der ikke kan ses af sagen.', 3) nej!: number;
  /** Of those, cannot be seen. */
  @Heltal('Heraf kan ikke ses af sagen.', 1) kanIkkeSes!: number;
  /** Left out. */
  @Heltal('Ikke relevant; tæller ikke med.', 5) ikkeRelevant!: number;
  /** Unanswered. */
  @Heltal('Endnu ikke besvaret; tæller ikke med.', 0) ubesvarede!: number;
  /** n. */
  @Heltal('n: ja og nej tilsammen.', 15) n!: number;
  /** Per cent. */
  @Heltal('Lovoverholdelsesprocent: ja af n, hele procent, halve op; null uden data.', 80, { nulbar: true })
  procent!: number | null;
}

export class LovoverholdelseVisning {
  /** The audit. */
  @UuidFelt('Revisionens id.', ID) revisionId!: string;
  /** Code. */
  @Kode('Koden.', 'tilsyn-2018-k4') betegnelse!: string;
  /** Cases. */
  @Heltal('Sager i stikprøven.', 20) antal!: number;
  /** Per question. */
  @ObjektListe('Pr. spørgsmål.', () => SpoergsmaalstalVisning) spoergsmaal!: SpoergsmaalstalVisning[];
  /** Mean. */
  @Heltal('Gennemsnit af spørgsmålenes procenter, uvægtet; spørgsmål uden data er udeladt.', 71, { nulbar: true })
  samletProcent!: number | null;
  /** Questions with data. */
  @Heltal('Hvor mange spørgsmål gennemsnittet er af.', 9) antalSpoergsmaal!: number;
}

export class EfterproevningVisning {
  /** The audit. */
  @UuidFelt('Revisionens id.', ID) revisionId!: string;
  /** Same cases. */
  @JaNej('Om samme regel, frø og position giver de samme sager i samme rækkefølge.', true) sammeSager!: boolean;
  /** Same answers. */
  @JaNej('Om hændelserne giver de samme svar.', true) sammeSvar!: boolean;
  /** Cases that differ. */
  @UuidListe('Sager, der er trukket nu og ikke da, eller omvendt, eller hvis svar er anderledes.', [ID])
  forskelle!: string[];
}

export function visSpoergsmaal({ id, tekst, kilde, hjemmel, vejledning }: Spoergsmaal): SpoergsmaalVisning {
  return { id, tekst, kilde, hjemmelSEL: hjemmel.SEL, hjemmelBL: hjemmel.BL, vejledning };
}
