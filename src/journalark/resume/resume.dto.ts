import {
  DatoFelt,
  Heltal,
  JaNej,
  Kode,
  ObjektFelt,
  ObjektListe,
  Tekst,
  TekstListe,
  TidspunktFelt,
  UuidFelt,
} from '../../platform/http/felt.js';
import { KendtPr } from '../../platform/http/kendt-pr.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000002';

export class Resumetid extends KendtPr {
  /** The instant. */
  @TidspunktFelt(
    'Resuméet, som det var på dette tidspunkt. Udelades det, gælder nu. Udelades `kendtPr`, regnes med det, der var kendt på samme tidspunkt.',
    '2026-11-23T12:00:00+01:00',
    { valgfri: true },
  )
  pr?: string;
}

export class ResumebarnVisning {
  /** Name. */
  @Tekst('Navn.', 'Barn Testesen', { nulbar: true }) navn!: string | null;
  /** Age. */
  @Heltal('Alder i hele år.', 8, { nulbar: true }) alder!: number | null;
  /** Born. */
  @DatoFelt('Fødselsdato.', '2014-02-01', { nulbar: true }) foedselsdato!: string | null;
  /** Unborn. */
  @JaNej('Om barnet ikke er født endnu.', false) ufoedt!: boolean;
  /** Protection. */
  @JaNej('Om der er navne- og adressebeskyttelse.', false) adressebeskyttet!: boolean;
}

export class ResumepersonVisning {
  /** Name. */
  @Tekst('Navn.', 'Mor Testesen', { nulbar: true }) navn!: string | null;
  /** Relation. */
  @Kode('Relation til barnet.', 'mor') art!: string;
  /** Custody. */
  @JaNej('Om personen har forældremyndighed.', true) foraeldremyndighed!: boolean;
}

export class ResumesagVisning {
  /** Area. */
  @Kode('Område.', 'social') omraade!: string;
  /** Opened. */
  @DatoFelt('Oprettet.', '2018-06-01') oprettet!: string;
  /** Closed. */
  @DatoFelt('Lukket; null, mens den er åben.', '2019-06-01', { nulbar: true }) lukket!: string | null;
  /** State. */
  @Kode('Åben eller lukket.', 'aaben') tilstand!: string;
  /** Who has it. */
  @Tekst('Sagsbehandler.', 'sb01', { nulbar: true }) sagsbehandler!: string | null;
  /** Team. */
  @Tekst('Team.', 'boerne', { nulbar: true }) team!: string | null;
  /** Before. */
  @TekstListe('Tidligere sagsbehandlere.', ['sb07']) tidligereSagsbehandlere!: string[];
  /** Handover. */
  @Tekst('Hvem den er ved at blive overdraget til.', 'sb02', { nulbar: true }) overdragesTil!: string | null;
}

export class ResumeskridtVisning {
  /** Code. */
  @Kode('Skridtets kode.', 'bfu-boernesamtale') kode!: string;
  /** What. */
  @Tekst('Hvad.', 'Hold en børnesamtale, eller begrund hvorfor den undlades') tekst!: string;
  /** Why. */
  @Tekst('Hvorfor.', 'Kræves, før undersøgelsen kan godkendes') hvorfor!: string;
  /** Paragraph. */
  @Tekst('Lovhjemlen.', 'SEL § 48', { nulbar: true }) hjemmel!: string | null;
  /** By when. */
  @Tekst('Inden hvornår.', '2019-03-01', { nulbar: true }) inden!: string | null;
  /** Overdue. */
  @JaNej('Om fristen er overskredet.', false) overskredet!: boolean;
}

export class ResumeenkeltsagVisning {
  /** Kind. */
  @Kode('Delproces.', 'bfu') art!: string;
  /** Since. */
  @DatoFelt('Åbnet.', '2019-01-01') aabnet!: string;
}

export class ResumeindsatsVisning {
  /** Name. */
  @Tekst('Indsatsen.', 'Familiebehandling') navn!: string;
  /** Purpose. */
  @Tekst('Formålet.', 'At styrke mors overskud i hverdagen.') formaal!: string;
  /** Since. */
  @DatoFelt('Sat i værk; null, når den ikke er det.', '2019-02-01', { nulbar: true }) ivaerksat!: string | null;
}

export class ResumemaalVisning {
  /** Goal. */
  @Tekst('Målet.', 'Faste rutiner om morgenen.') maal!: string;
  /** Status. */
  @Kode('Status ved sidste opfølgning.', 'i-gang') status!: string;
}

export class ResumeventerVisning {
  /** Who. */
  @Tekst('Hvem der er bedt om en udtalelse.', 'Skolen') aktoer!: string;
  /** By when. */
  @DatoFelt('Svarfrist.', '2019-03-25') svarfrist!: string;
}

export class UdtaltVisning {
  /** When. */
  @DatoFelt('Hvornår.', '2019-02-01') dato!: string;
  /** What. */
  @Tekst('Hvad.', 'Barnet ønsker hjælp hjemme.', { maks: 400 }) tekst!: string;
}

export class ResumelinjeVisning {
  /** When. */
  @DatoFelt('Hvornår.', '2019-02-01') dato!: string;
  /** Heading. */
  @Tekst('Overskrift.', 'Børnesamtale holdt') overskrift!: string;
  /** Text. */
  @Tekst('Teksten, forkortet; journalen har den hele.', 'Holdt 2019-02-01. …') tekst!: string;
}

export class ResumeflereVisning {
  /** Urgent. */
  @Heltal('Flere, der haster.', 4) haster!: number;
  /** Must be done. */
  @Heltal('Flere, der skal gøres.', 0) skalGoeres!: number;
  /** Must not. */
  @Heltal('Flere, der ikke må gøres.', 0) maaIkke!: number;
  /** Family. */
  @Heltal('Flere i familie og netværk.', 0) netvaerk!: number;
  /** Open. */
  @Heltal('Flere enkeltsager i gang.', 0) aabneEnkeltsager!: number;
  /** Measures. */
  @Heltal('Flere indsatser.', 0) indsatser!: number;
  /** Goals. */
  @Heltal('Flere mål.', 2) maal!: number;
  /** Waiting for. */
  @Heltal('Flere udtalelser, der ventes på.', 0) venterPaa!: number;
}

export class ResumeVisning {
  /** The case. */
  @UuidFelt('Sagen.', ID) sagId!: string;
  /** The child. */
  @UuidFelt('Barnet.', ID) barnId!: string;
  /** The instant. */
  @TidspunktFelt('Tidspunktet, som resuméet gælder.', '2019-03-19T10:00:00.000+01:00') pr!: string;
  /** The child. */
  @ObjektFelt('Barnet.', () => ResumebarnVisning) barn!: ResumebarnVisning;
  /** Family. */
  @ObjektListe('Familie og netværk.', () => ResumepersonVisning) netvaerk!: ResumepersonVisning[];
  /** The case. */
  @ObjektFelt('Sagen, og hvem der har og har haft den.', () => ResumesagVisning) sag!: ResumesagVisning;
  /** Urgent. */
  @ObjektListe(
    'Det, der haster: fare for barnet, overskredne frister og frister inden for syv dage.',
    () => ResumeskridtVisning,
  )
  haster!: ResumeskridtVisning[];
  /** Must be done. */
  @ObjektListe('Det andet, der skal gøres.', () => ResumeskridtVisning) skalGoeres!: ResumeskridtVisning[];
  /** Must not. */
  @ObjektListe('Det, der ikke må gøres.', () => ResumeskridtVisning) maaIkke!: ResumeskridtVisning[];
  /** Open. */
  @ObjektListe('Enkeltsager i gang.', () => ResumeenkeltsagVisning) aabneEnkeltsager!: ResumeenkeltsagVisning[];
  /** Measures. */
  @ObjektListe('Indsatser, der er bevilget og ikke ophørt.', () => ResumeindsatsVisning)
  indsatser!: ResumeindsatsVisning[];
  /** Goals. */
  @ObjektListe('Mål i den gældende plan, som de lyder nu; en kladde gælder ikke endnu.', () => ResumemaalVisning)
  maal!: ResumemaalVisning[];
  /** Waiting for. */
  @ObjektListe('Udtalelser, der er bedt om og ikke kommet.', () => ResumeventerVisning)
  venterPaa!: ResumeventerVisning[];
  /** Conclusion. */
  @ObjektFelt('Den seneste undersøgelses konklusion.', () => UdtaltVisning, { nulbar: true })
  konklusion!: UdtaltVisning | null;
  /** The child's view. */
  @ObjektFelt('Barnets holdning, som den sidst er skrevet ned.', () => UdtaltVisning, { nulbar: true })
  barnetsHoldning!: UdtaltVisning | null;
  /** Latest. */
  @ObjektListe('Det, der senest er sket.', () => ResumelinjeVisning) seneste!: ResumelinjeVisning[];
  /** What there is no room for. */
  @ObjektFelt('Hvor mange flere der er af hver slags, end siden har plads til.', () => ResumeflereVisning)
  flere!: ResumeflereVisning;
}
