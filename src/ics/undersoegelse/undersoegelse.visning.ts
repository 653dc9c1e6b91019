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
  Tekst,
  TidspunktFelt,
  UuidFelt,
} from '../../platform/http/felt.js';
import { AFBRYDELSER, FUNDARTER, SIDELOEBENDE } from './undersoegelse.dto.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000003';
const LANG = { maks: 100_000 };

export class AktoererVisning {
  /** When. */
  @DatoFelt('Hvornår aktørerne var fundet.', '2018-11-14')
  dato!: string;

  /** Who. */
  @Fritekst('Hvem der skal høres.', 'Skolen; Sundhedsplejersken', LANG)
  aktoerer!: string;
}

export class TemaVisning {
  /** Code. */
  @Kode('Temaets kode.', 'skoleforhold')
  tema!: string;

  /** Name on the day. */
  @Tekst('Temaets navn.', 'Skole og dagtilbud')
  navn!: string;

  /** Part of the investigation or not. */
  @JaNej('Om temaet er relevant.', true)
  relevant!: boolean;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Fraværet er steget.')
  begrundelse!: string;
}

export class UdtalelseVisning {
  /** Id. */
  @UuidFelt('Udtalelsens id.', ID)
  udtalelseId!: string;

  /** Who was asked. */
  @Tekst('Hvem der er bedt om udtalelsen.', 'Skolen')
  aktoer!: string;

  /** When asked. */
  @DatoFelt('Hvornår der blev bedt om den.', '2018-11-15')
  anmodet!: string;

  /** When the answer is wanted; the latest one when it was reminded. */
  @DatoFelt('Gældende svarfrist.', '2018-11-29')
  svarfrist!: string;

  /** About what. */
  @Fritekst('Hvad der ønskes oplyst.', 'Trivsel og fravær.')
  emne!: string;

  /** Last reminder. */
  @DatoFelt('Hvornår der sidst er rykket.', '2018-12-03', { nulbar: true })
  rykket!: string | null;

  /** When received. */
  @DatoFelt('Hvornår udtalelsen er modtaget.', '2018-12-05', { nulbar: true })
  modtaget!: string | null;

  /** What it says. */
  @Fritekst('Hvad den siger.', 'Fravær 18 %.', { nulbar: true })
  indhold!: string | null;
}

export class BoernesamtaleVisning {
  /** When. */
  @DatoFelt('Dato.', '2018-12-07')
  dato!: string;

  /** Held or left out. */
  @JaNej('Om samtalen blev holdt.', true)
  holdt!: boolean;

  /** Without the parents. */
  @JaNej('Om den blev holdt uden forældrene.', false)
  udenForaeldre!: boolean;

  /** Minutes, or the reason that it was left out. */
  @Fritekst('Referat, eller begrundelsen for at undlade samtalen.', 'Barnet fortalte om skolen.')
  tekst!: string;

  /** The child's view. */
  @Fritekst('Barnets holdning.', 'Vil gerne have ro om lektierne.')
  barnetsHoldning!: string;
}

export class DateretTekst {
  /** When. */
  @DatoFelt('Dato.', '2018-12-10')
  dato!: string;

  /** What. */
  @Fritekst('Tekst.', 'Forældrene ønsker hjælp.', LANG)
  tekst!: string;
}

export class FundVisning {
  /** Id. */
  @UuidFelt('Fundets id.', ID)
  fundId!: string;

  /** Theme. */
  @Kode('Temaet.', 'skoleforhold')
  tema!: string;

  /** Resource or challenge. */
  @KodeAf('Ressource eller udfordring.', 'udfordring', FUNDARTER)
  art!: string;

  /** Wording. */
  @Fritekst('Fundet.', 'Barnet møder ofte uforberedt og træt.')
  tekst!: string;

  /** Version of the investigation that worded it last. */
  @Heltal('Undersøgelsens version, da fundet sidst blev skrevet.', 9)
  fraVersion!: number;
}

export class KonklusionVisning {
  /** When. */
  @DatoFelt('Dato.', '2019-01-08')
  dato!: string;

  /** Support or not. */
  @JaNej('Om der er behov for støtte.', true)
  stoetteNoedvendig!: boolean;

  /** Which. */
  @KodeListe('Hvilken støtte.', ['kontaktperson'])
  indsatskoder!: string[];

  /** Support that runs already. */
  @KodeAf('Hvad der sker med sideløbende støtte.', 'ingen', SIDELOEBENDE)
  sideloebende!: string;

  /** Conclusion. */
  @Fritekst('Konklusion.', 'En kontaktperson kan støtte barnet.')
  konklusion!: string;

  /** Child. */
  @Fritekst('Barnets holdning.', 'Vil gerne have en voksen at tale med.')
  barnetsHoldning!: string;

  /** Parents. */
  @Fritekst('Forældrenes holdning.', 'Enige.')
  foraeldresHoldning!: string;

  /** False when the analysis was made anew afterwards. */
  @JaNej('Om konklusionen står. Falsk, når analysen er lavet om siden; så skal der konkluderes igen.', true)
  gaelder!: boolean;
}

export class PartshoeringVisning {
  /** When sent. */
  @DatoFelt('Hvornår den blev sendt.', '2019-01-10')
  dato!: string;

  /** Until when. */
  @DatoFelt('Sidste dag at svare.', '2019-01-17')
  svarfrist!: string;

  /** Answer. */
  @ObjektFelt('Parternes svar.', () => DateretTekst, { nulbar: true })
  svar!: DateretTekst | null;
}

export class ForeloebigVisning {
  /** When. */
  @DatoFelt('Dato.', '2019-03-01')
  dato!: string;

  /** Why late. */
  @Fritekst('Hvorfor undersøgelsen ikke var færdig.', 'Psykologens udtalelse mangler.')
  aarsag!: string;

  /** Assessment. */
  @Fritekst('Vurderingen.', 'Intet akut behov.')
  vurdering!: string;
}

export class AfslutningVisning {
  /** Approved, or stopped and why. */
  @KodeAf('Godkendt, eller hvorfor den blev afbrudt.', 'godkendt', ['godkendt', ...AFBRYDELSER])
  hvordan!: string;

  /** When. */
  @DatoFelt('Dato.', '2019-01-18')
  dato!: string;

  /** User who approved or stopped it. */
  @Tekst('Brugeren, der godkendte eller afbrød.', 'tl01')
  af!: string;

  /** Reasons when stopped. */
  @Fritekst('Begrundelse, når den er afbrudt.', 'Familien er flyttet.', { nulbar: true })
  begrundelse!: string | null;
}

export class MangelVisning {
  /** Code. */
  @Kode('Stabil kode.', 'bfu-boernesamtale')
  kode!: string;

  /** What is missing. */
  @Tekst('Hvad der mangler.', 'Hold en børnesamtale, eller begrund hvorfor den undlades', { maks: 1000 })
  tekst!: string;

  /** Paragraph. */
  @Tekst('Lovhjemlen.', 'SEL § 48')
  hjemmel!: string;
}

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

  /** Reasons. */
  @Fritekst('Begrundelse for undersøgelsen.', 'Bekymrende fravær.')
  begrundelse!: string;

  /** Who is heard. */
  @ObjektFelt('Aktører, der skal høres.', () => AktoererVisning, { nulbar: true })
  aktoerer!: AktoererVisning | null;

  /** Themes. */
  @ObjektListe('Temaer, der er taget stilling til.', () => TemaVisning)
  temaer!: TemaVisning[];

  /** Statements. */
  @ObjektListe('Udtalelser.', () => UdtalelseVisning)
  udtalelser!: UdtalelseVisning[];

  /** Talks with the child. */
  @ObjektListe('Samtaler med barnet, holdt eller undladt.', () => BoernesamtaleVisning)
  boernesamtaler!: BoernesamtaleVisning[];

  /** Talks with the parents. */
  @ObjektListe('Samtaler med forældrene.', () => DateretTekst)
  foraeldresamtaler!: DateretTekst[];

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
  @ObjektFelt('Partshøring.', () => PartshoeringVisning, { nulbar: true })
  partshoering!: PartshoeringVisning | null;

  /** Preliminary assessments. */
  @ObjektListe('Foreløbige vurderinger.', () => ForeloebigVisning)
  foreloebigeVurderinger!: ForeloebigVisning[];

  /** How it ended. */
  @ObjektFelt('Hvordan undersøgelsen endte.', () => AfslutningVisning, { nulbar: true })
  afslutning!: AfslutningVisning | null;

  /** What is missing before approval. */
  @ObjektListe('Hvad der mangler, før undersøgelsen kan godkendes. Tom, når den er afsluttet.', () => MangelVisning)
  mangler!: MangelVisning[];

  /** Version, also as ETag. */
  @Heltal('Version; samme tal som i ETag.', 12)
  version!: number;
}
