import {
  DatoFelt,
  Fritekst,
  Heltal,
  JaNej,
  Kode,
  KodeAf,
  KodeListe,
  ObjektFelt,
  Tekst,
  UuidFelt,
  UuidListe,
} from '../../platform/http/felt.js';
import { AFBRYDELSER, FUNDARTER, SIDELOEBENDE } from './undersoegelse.dto.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000003';
const LANG = { maks: 100_000 };

export class AktoererVisning {
  /** When. */
  @DatoFelt('Hvornår aktørerne var fundet.', '2018-11-14')
  dato!: string;

  /** Who. */
  @Fritekst('Hvem der skal høres; null, når der ingen er.', 'Skolen; Sundhedsplejersken', { ...LANG, nulbar: true })
  aktoerer!: string | null;

  /** Why nobody. */
  @Fritekst('Hvorfor der ingen fagfolk er at inddrage.', 'Barnet er lige kommet til landet.', { nulbar: true })
  undladt!: string | null;
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

  /** Counts as. */
  @Kode('Det tema, en dimension tæller som; null for et tema.', 'skoleforhold', { nulbar: true })
  daekker!: string | null;
}

export class BfuUdtalelseVisning {
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

  /** About teaching. */
  @JaNej('Om udfordringen handler om barnets behov for undervisning.', false)
  undervisning!: boolean;

  /** Wording. */
  @Fritekst('Fundet.', 'Barnet møder ofte uforberedt og træt.')
  tekst!: string;

  /** The child's view. */
  @Fritekst('Barnets syn på fundet.', 'Synes, at morgenerne er svære.', { nulbar: true })
  barnetsSyn!: string | null;

  /** The parents' view. */
  @Fritekst('Forældrenes syn på fundet.', 'Kan genkende det.', { nulbar: true })
  foraeldrenesSyn!: string | null;

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
  @Fritekst('Barnets holdning; null, når barnet ikke var født.', 'Vil gerne have en voksen at tale med.', {
    nulbar: true,
  })
  barnetsHoldning!: string | null;

  /** Parents. */
  @Fritekst('Forældrenes holdning.', 'Enige.')
  foraeldresHoldning!: string;

  /** False when the analysis was made anew afterwards. */
  @JaNej('Om konklusionen står. Falsk, når analysen er lavet om siden; så skal der konkluderes igen.', true)
  gaelder!: boolean;
}

export class BfuPartshoeringVisning {
  /** When sent. */
  @DatoFelt('Hvornår den blev sendt.', '2019-01-10')
  dato!: string;

  /** Until when. */
  @DatoFelt('Sidste dag at svare.', '2019-01-17')
  svarfrist!: string;

  /** To whom. */
  @UuidListe('Parterne, den blev sendt til; tom, når det ikke er registreret, eller der ingen er.', [])
  parter!: string[];

  /** Nobody. */
  @Fritekst('Hvorfor der ikke var nogen at høre.', 'Barnet har endnu ingen værge.', { nulbar: true })
  ingenParter!: string | null;

  /** Answer. */
  @ObjektFelt('Det seneste svar.', () => DateretTekst, { nulbar: true })
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
  /** Approved, ended as an afdækning, or stopped and why. */
  @KodeAf('Godkendt, afsluttet som afdækning, eller hvorfor den blev afbrudt.', 'godkendt', [
    'godkendt',
    'afsluttet',
    ...AFBRYDELSER,
  ])
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
