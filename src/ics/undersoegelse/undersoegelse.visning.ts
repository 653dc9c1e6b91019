import {
  DatoFelt,
  Fritekst,
  Heltal,
  JaNej,
  Kode,
  KodeAf,
  KodeListe,
  ObjektFelt,
  ObjektListe,
  TidspunktFelt,
  UuidFelt,
} from '../../platform/http/felt.js';
import {
  AfslutningVisning,
  AktoererVisning,
  BoernesamtaleVisning,
  DateretTekst,
  ForeloebigVisning,
  FundVisning,
  KonklusionVisning,
  MangelVisning,
  BfuPartshoeringVisning,
  TemaVisning,
  BfuUdtalelseVisning,
} from './dele.visning.js';
import { DomaeneoversigtVisning } from './domaene.visning.js';
import {
  AfdaekningVisning,
  UndladtUnderretningVisning,
  PpvVisning,
  SagkyndigVisning,
  TrinVisning,
  UdenSamtykkeVisning,
} from './sidespor.visning.js';
import { BFUGRUNDE, HASTIGHEDER } from './undersoegelse.dto.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000003';

export class OpmaerksomhedsrettelseVisning {
  /** When it was corrected. */
  @TidspunktFelt('Hvornår rettelsen blev registreret.', '2018-12-03T09:00:00+01:00')
  rettet!: string;

  /** What was recorded before. */
  @DatoFelt('Datoen, som den var registreret før.', '2018-11-01')
  opmaerksomDatoFoer!: string;

  /** Why. */
  @Fritekst('Begrundelse.', 'Skolens brev er modtaget den 29. oktober.')
  begrundelse!: string;
}

export class UndersoegelseVisning {
  /** Id. */
  @UuidFelt('Undersøgelsens id.', ID)
  bfuId!: string;

  /** Child. */
  @UuidFelt('Barnet.', ID)
  barnId!: string;

  /** Case. */
  @UuidFelt('Sagen.', ID)
  sagId!: string;

  /** Law of the decision. */
  @KodeAf('Loven på afgørelsesdagen: SEL til og med 2023, BL fra 2024.', 'SEL', ['SEL', 'BL'])
  regime!: string;

  /** Form. */
  @KodeAf('Afdækning efter § 19 eller børnefaglig undersøgelse.', 'bfu', ['afdaekning', 'bfu'])
  form!: string;

  /** Track. */
  @KodeAf('Lovens fire måneder eller kommunens hurtigspor.', 'almindelig', HASTIGHEDER)
  hastighed!: string;

  /** Phase. */
  @KodeAf('Fase.', 'i-gang', ['i-gang', 'afsluttet', 'afbrudt'])
  fase!: string;

  /** Practical step. */
  @Kode('Hvor langt undersøgelsen er.', 'samtaler')
  trin!: string;

  /** Deadline runs from here. */
  @DatoFelt('Hvornår kommunen blev opmærksom på behovet.', '2018-11-01')
  opmaerksomDato!: string;

  /** Decision. */
  @DatoFelt('Hvornår undersøgelsen blev besluttet.', '2018-11-12')
  afgoerelseDato!: string;

  /** Corrections of the day of awareness. */
  @ObjektListe('Rettelser af opmærksomhedsdatoen, i den rækkefølge de skete.', () => OpmaerksomhedsrettelseVisning)
  rettelser!: OpmaerksomhedsrettelseVisning[];

  /** Notification. */
  @UuidFelt('Underretningen, der førte til undersøgelsen.', ID, { nulbar: true })
  underretningId!: string | null;

  /** Screening by itself. */
  @UuidFelt('Screeningen, når den ikke skete gennem en underretning.', ID, { nulbar: true })
  screeningId!: string | null;

  /** Earlier investigation. */
  @UuidFelt('Den tidligere undersøgelse, som denne reviderer.', ID, { nulbar: true })
  reviderer!: string | null;

  /** Grounds of duty. */
  @KodeListe('Hvad der gør undersøgelsen til en pligt (BL § 20, stk. 1).', ['overgreb'], BFUGRUNDE)
  grunde!: string[];

  /** Parents-to-be. */
  @JaNej('Om barnet ikke er født, så det er de kommende forældre, der undersøges.', false)
  kommendeForaeldre!: boolean;

  /** Expected birth. */
  @DatoFelt('Terminen for et ufødt barn: undersøgelsen slutter senest ved fødslen.', '2024-06-01', { nulbar: true })
  termin!: string | null;

  /** Born meanwhile. */
  @DatoFelt('Hvornår barnet blev født, når det skete under undersøgelsen.', '2024-05-28', { nulbar: true })
  foedt!: string | null;

  /** Reasons. */
  @Fritekst('Begrundelse for undersøgelsen.', 'Bekymrende fravær.')
  begrundelse!: string;

  /** The afdækning that it is or began as. */
  @ObjektFelt('Afdækningen, som den er eller begyndte som.', () => AfdaekningVisning, { nulbar: true })
  afdaekning!: AfdaekningVisning | null;

  /** The practical steps. */
  @ObjektListe('De elleve praktiske trin med status, dato og milepæl. En afdækning har syv af dem.', () => TrinVisning)
  praktiskeTrin!: TrinVisning[];

  /** Who is heard. */
  @ObjektFelt('Aktører, der skal høres.', () => AktoererVisning, { nulbar: true })
  aktoerer!: AktoererVisning | null;

  /** Themes. */
  @ObjektListe('Temaer, der er taget stilling til.', () => TemaVisning)
  temaer!: TemaVisning[];

  /** By domain. */
  @ObjektListe(
    'Temaer og fund set efter de tre domæner; et tema, der hører til to, står i begge.',
    () => DomaeneoversigtVisning,
  )
  domaener!: DomaeneoversigtVisning[];

  /** Statements. */
  @ObjektListe('Udtalelser.', () => BfuUdtalelseVisning)
  udtalelser!: BfuUdtalelseVisning[];

  /** Talks with the child. */
  @ObjektListe('Samtaler med barnet, holdt eller undladt.', () => BoernesamtaleVisning)
  boernesamtaler!: BoernesamtaleVisning[];

  /** Talks with the parents. */
  @ObjektListe('Samtaler med forældrene.', () => DateretTekst)
  foraeldresamtaler!: DateretTekst[];

  /** Experts. */
  @ObjektListe('Læge- og psykologundersøgelser.', () => SagkyndigVisning)
  sagkyndige!: SagkyndigVisning[];

  /** PPR. */
  @ObjektFelt('Den seneste stillingtagen til en pædagogisk-psykologisk vurdering.', () => PpvVisning, { nulbar: true })
  ppv!: PpvVisning | null;

  /** Compulsory. */
  @ObjektFelt('Undersøgelsen uden samtykke, den seneste.', () => UdenSamtykkeVisning, { nulbar: true })
  udenSamtykke!: UdenSamtykkeVisning | null;

  /** Findings. */
  @ObjektListe('Ressourcer og udfordringer.', () => FundVisning)
  fund!: FundVisning[];

  /** Analysis. */
  @ObjektFelt('Den seneste analyse.', () => DateretTekst, { nulbar: true })
  analyse!: DateretTekst | null;

  /** Conclusion. */
  @ObjektFelt('Den seneste konklusion.', () => KonklusionVisning, { nulbar: true })
  konklusion!: KonklusionVisning | null;

  /** Gone through with the family. */
  @ObjektFelt('Gennemgang med familien.', () => DateretTekst, { nulbar: true })
  gennemgang!: DateretTekst | null;

  /** Hearing of the parties. */
  @ObjektFelt('Partshøring.', () => BfuPartshoeringVisning, { nulbar: true })
  partshoering!: BfuPartshoeringVisning | null;

  /** Preliminary assessments. */
  @ObjektListe('Foreløbige vurderinger.', () => ForeloebigVisning)
  foreloebigeVurderinger!: ForeloebigVisning[];

  /** How it ended. */
  @ObjektFelt('Hvordan undersøgelsen endte.', () => AfslutningVisning, { nulbar: true })
  afslutning!: AfslutningVisning | null;

  /** New municipality not told. */
  @ObjektFelt(
    'At den nye kommune ikke underrettes, når familien er flyttet. Underretningen selv er sagens.',
    () => UndladtUnderretningVisning,
    {
      nulbar: true,
    },
  )
  mellemkommunalUndladt!: UndladtUnderretningVisning | null;

  /** What is missing before approval. */
  @ObjektListe('Hvad der mangler, før undersøgelsen kan godkendes. Tom, når den er afsluttet.', () => MangelVisning)
  mangler!: MangelVisning[];

  /** Version, also as ETag. */
  @Heltal('Version; samme tal som i ETag.', 12)
  version!: number;
}
