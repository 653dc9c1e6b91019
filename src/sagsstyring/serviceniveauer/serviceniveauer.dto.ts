import { type Enhed } from '../../faelles/frist.js';
import { SAERDAGE, type Hverdagsprofil, type Saerdag } from '../../faelles/kalender.js';
import { DatoFelt, Heltal, Kode, KodeAf, KodeListe, ObjektFelt, ObjektListe, Tekst } from '../../platform/http/felt.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { NIVEAUENHEDER } from './serviceniveauer.events.js';

const PROFILER: readonly Hverdagsprofil[] = ['loerdag-taeller', 'man-fre'];
const BESLUTNING = 'Hvor kommunen har besluttet det. Skriv ingen oplysninger om personer.';
const EKSEMPEL = 'Børne- og Ungdomsudvalget, 12. november 2026, punkt 4';
const FRA =
  'Gælder for hændelser fra denne dag, som registreres, efter det er besluttet. Frister, der løber, ændres ikke.';
const OFFENTLIG = 'retssikkerhedsloven § 3, stk. 2';

export class NiveauAnmodning {
  /** Rule id. */
  @Kode('Reglens id. Kun regler, hvor loven ikke selv har et tal, kan have et serviceniveau.', 'bfu-lokal-6-uger', {
    hjemmel: OFFENTLIG,
  })
  regel!: string;

  /** From when. */
  @DatoFelt(FRA, '2027-01-01', { hjemmel: OFFENTLIG })
  gaelderFra!: string;

  /** How many. */
  @Heltal('Hvor mange af enheden.', 6, { min: 1, maks: 366, hjemmel: OFFENTLIG })
  maengde!: number;

  /** Of what. */
  @KodeAf('Enheden.', 'UGE', NIVEAUENHEDER, { hjemmel: OFFENTLIG })
  enhed!: (typeof NIVEAUENHEDER)[number];

  /** Decided where. */
  @Tekst(BESLUTNING, EKSEMPEL, { hjemmel: OFFENTLIG })
  beslutning!: string;
}

export class NiveauophoerAnmodning {
  /** Rule id. */
  @Kode('Reglens id.', 'bfu-lokal-6-uger', { hjemmel: OFFENTLIG })
  regel!: string;

  /** From when. */
  @DatoFelt(FRA, '2027-07-01', { hjemmel: OFFENTLIG })
  gaelderFra!: string;

  /** Decided where. */
  @Tekst(BESLUTNING, EKSEMPEL, { hjemmel: OFFENTLIG })
  beslutning!: string;
}

export class ParameterAnmodning {
  /** From when. */
  @DatoFelt(FRA, '2027-01-01', { hjemmel: OFFENTLIG })
  gaelderFra!: string;

  /** Whether Saturday counts. */
  @KodeAf('Om lørdag er hverdag. Uden valg tæller lørdag, som er det strengeste.', 'man-fre', PROFILER, {
    valgfri: true,
  })
  hverdag?: Hverdagsprofil;

  /** Not counted as hverdage. */
  @KodeListe('Særdage, der ikke er hverdage. Uden valg er der ingen.', ['12-24', '12-31'], SAERDAGE, { valgfri: true })
  ikkeHverdage?: Saerdag[];

  /** Not working days. */
  @KodeListe(
    'Særdage, der ikke er arbejdsdage. Uden valg er det 24/12, 31/12 og 5/6.',
    ['12-24', '12-31', '06-05'],
    SAERDAGE,
    {
      valgfri: true,
    },
  )
  ikkeArbejdsdage?: Saerdag[];

  /** The citizen's deadlines are moved past these. */
  @KodeListe(
    'Særdage, som borgerens frist flyttes forbi. 24/12, 31/12 og 5/6 skal være med.',
    ['12-24', '12-31', '06-05', 'himmelfartsfredag'],
    SAERDAGE,
    { valgfri: true },
  )
  lukkedage?: Saerdag[];

  /** Decided where. */
  @Tekst(BESLUTNING, EKSEMPEL, { hjemmel: OFFENTLIG })
  beslutning!: string;
}

export class ServiceniveauSvar extends KommandoSvar {
  /** From when. */
  @DatoFelt('Hvornår det gælder fra.', '2027-01-01')
  gaelderFra!: string;
}

export class Niveauvalg {
  /** Date. */
  @DatoFelt('Det, der gælder for hændelser denne dag. Udelades den, er det i dag.', '2027-01-01', { valgfri: true })
  dato?: string;
}

export class NiveauVisning {
  /** From when. */
  @DatoFelt('Hvornår det gælder fra.', '2027-01-01')
  gaelderFra!: string;

  /** How many; null when the level ends. */
  @Heltal('Hvor mange; null, når serviceniveauet ophører fra dagen.', 6, { nulbar: true })
  maengde!: number | null;

  /** Of what. */
  @KodeAf('Enheden.', 'UGE', NIVEAUENHEDER, { nulbar: true })
  enhed!: Enhed | null;

  /** Decided where. */
  @Tekst('Hvor det er besluttet.', EKSEMPEL)
  beslutning!: string;
}

export class NiveauregelVisning {
  /** Rule id. */
  @Kode('Reglens id.', 'bfu-lokal-6-uger')
  regel!: string;

  /** Name. */
  @Tekst('Reglens navn.', 'Lokalt hurtigspor: undersøgelse på seks uger')
  navn!: string;

  /** Legal basis. */
  @Tekst('Hjemlen.', 'Lokalt serviceniveau')
  hjemmel!: string;

  /** What is in force. */
  @ObjektFelt('Det, der gælder på dagen; null, når kommunen ikke har besluttet noget.', () => NiveauVisning, {
    nulbar: true,
  })
  gaeldende!: NiveauVisning | null;

  /** All decisions. */
  @ObjektListe('Alle beslutninger i den rækkefølge, de er registreret.', () => NiveauVisning)
  historik!: NiveauVisning[];
}

export class ParameterVisning {
  /** Whether Saturday counts. */
  @KodeAf('Om lørdag er hverdag.', 'loerdag-taeller', PROFILER)
  hverdag!: Hverdagsprofil;

  /** Not hverdage. */
  @KodeListe('Særdage, der ikke er hverdage.', [], SAERDAGE)
  ikkeHverdage!: Saerdag[];

  /** Not working days. */
  @KodeListe('Særdage, der ikke er arbejdsdage.', ['12-24', '12-31', '06-05'], SAERDAGE)
  ikkeArbejdsdage!: Saerdag[];

  /** Closed days. */
  @KodeListe('Særdage, som borgerens frist flyttes forbi.', ['12-24', '12-31', '06-05'], SAERDAGE)
  lukkedage!: Saerdag[];
}

export class Serviceniveauoversigt {
  /** Date. */
  @DatoFelt('Dagen, oversigten gælder.', '2027-01-01')
  dato!: string;

  /** Choices. */
  @ObjektFelt('Hvordan der tælles, hvor loven er åben.', () => ParameterVisning)
  parametre!: ParameterVisning;

  /** Rules. */
  @ObjektListe('Regler, som kommunen kan have et serviceniveau for.', () => NiveauregelVisning)
  niveauer!: NiveauregelVisning[];
}
