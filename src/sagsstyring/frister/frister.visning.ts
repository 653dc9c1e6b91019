import {
  DatoFelt,
  Heltal,
  KodeAf,
  Kode,
  ObjektListe,
  Tekst,
  TidspunktFelt,
  UuidFelt,
} from '../../platform/http/felt.js';
import { type Frist, FRISTSTATUS, type Friststatus } from './frister.query.js';

export class TidligerefristVisning {
  /** Why it is no longer so. */
  @KodeAf('Rettet: en kendsgerning var registreret forkert. Fremrykket: loven siger det tidligste af to.', 'rettet', [
    'rettet',
    'fremrykket',
  ])
  status!: 'rettet' | 'fremrykket';

  /** Act. */
  @KodeAf('Hvilken lov fristen fulgte af.', 'SEL', ['SEL', 'BL', 'begge'])
  regime!: string;

  /** Version of the rule. */
  @DatoFelt('Hvornår den udgave af reglen, der blev brugt, gælder fra.', '2007-01-01')
  regelGyldigFra!: string;

  /** Paragraph. */
  @Tekst('Lovhjemlen.', 'SEL § 50')
  hjemmel!: string;

  /** Start. */
  @Tekst('Dato eller tidspunkt, som fristen løb fra.', '2018-11-08')
  start!: string;

  /** Due. */
  @Tekst('Sidste rettidige dato eller tidspunkt.', '2019-03-08')
  forfald!: string;

  /** Last working day before. */
  @DatoFelt('Seneste arbejdsdag før.', '2019-03-08', { nulbar: true })
  advis!: string | null;

  /** How. */
  @Tekst(
    'Hvordan datoen var regnet ud.',
    '4 måneder efter torsdag den 8. november 2018: senest fredag den 8. marts 2019.',
  )
  forklaring!: string;

  /** Position. */
  @Heltal('Pladsen i loggen for den hændelse, den fulgte af.', 4711)
  position!: number;

  /** What took its place. */
  @Heltal('Pladsen i loggen for den hændelse, der satte en ny i stedet.', 4730)
  erstattetPosition!: number;

  /** Event type. */
  @Tekst('Hændelsen, der satte en ny i stedet.', 'ics.BfuRettet')
  erstattetAf!: string;
}

export class TidligereslutningVisning {
  /** What was said. */
  @TidspunktFelt('Hvad der stod.', '2019-02-21T00:00:00.000Z')
  tidspunkt!: string;

  /** What took its place. */
  @Heltal('Pladsen i loggen for rettelsen.', 4730)
  erstattetPosition!: number;

  /** Event type. */
  @Tekst('Rettelsen.', 'sagsstyring.KvitteringRettet')
  erstattetAf!: string;
}

export class FristVisning {
  /** Rule id in the law pack. */
  @Kode('Reglen, fristen følger af.', 'bfu-afslutning')
  regel!: string;

  /** Name of the rule. */
  @Tekst('Reglens navn.', 'BFU afsluttet')
  navn!: string;

  /** Act. */
  @KodeAf('Hvilken lov fristen følger af.', 'SEL', ['SEL', 'BL', 'begge'])
  regime!: string;

  /** Paragraph. */
  @Tekst('Lovhjemlen.', 'SEL § 50')
  hjemmel!: string;

  /** Confidence of the rule. */
  @KodeAf('V: læst i loven. S: læst i en sekundær kilde.', 'V', ['V', 'S', 'H'])
  tillid!: string;

  /** Who must act. */
  @Tekst('Hvem der skal handle efter loven.', 'KB')
  ansvarligRolle!: string;

  /** Child. */
  @UuidFelt('Barnet.', '0191e2b4-7c3a-7d1e-8f00-000000000001', { nulbar: true })
  barnId!: string | null;

  /** Case, once there is one. */
  @UuidFelt('Sagen, når der er en.', '0191e2b4-7c3a-7d1e-8f00-000000000002', { nulbar: true })
  sagId!: string | null;

  /** What the deadline is on. */
  @UuidFelt(
    'Underretningen, undersøgelsen, planen eller indsatsen, som fristen gælder.',
    '0191e2b4-7c3a-7d1e-8f00-000000000003',
  )
  enkeltsagId!: string;

  /** Responsible caseworker. */
  @Kode('Sagsbehandler med ansvaret; null før sagen er tildelt.', 'sb01', { nulbar: true })
  sagsbehandler!: string | null;

  /** Team. */
  @Kode('Team med ansvaret.', 'boerne', { nulbar: true })
  team!: string | null;

  /** Date or time the deadline runs from. */
  @Tekst('Dato eller tidspunkt, som fristen løber fra.', '2018-11-01')
  start!: string;

  /** Local date (met on or before it) or instant with offset for deadlines by the clock. */
  @Tekst('Sidste rettidige dato, eller tidspunkt for frister på klokkeslæt.', '2019-03-01')
  forfald!: string;

  /** Last working day before, when the due day is closed. */
  @DatoFelt('Seneste arbejdsdag før, når forfaldsdagen er en lukkedag.', '2019-03-01', { nulbar: true })
  advis!: string | null;

  /** How it was computed. */
  @Tekst('Hvordan datoen er regnet ud.', '4 måneder efter 2018-11-01')
  forklaring!: string;

  /** Status at the instant of asking. */
  @KodeAf('Status på det spurgte tidspunkt. Forfalder: inden for syv dage.', 'overskredet', FRISTSTATUS)
  status!: Friststatus;

  /** When it was met. */
  @TidspunktFelt('Hvornår den blev opfyldt.', '2019-02-20T00:00:00.000Z', { nulbar: true })
  opfyldt!: string | null;

  /** Event that met it. */
  @Tekst('Hændelsen, der opfyldte den.', 'ics.BfuGodkendt', { nulbar: true })
  opfyldtAf!: string | null;

  /** When it was said to be met before corrections. */
  @ObjektListe(
    'Hvornår den før blev sagt opfyldt, når dagen for det, der opfyldte den, er rettet. Tom, når den ikke er.',
    () => TidligereslutningVisning,
  )
  opfyldtHistorik!: TidligereslutningVisning[];

  /** When it lapsed. */
  @TidspunktFelt('Hvornår den faldt bort.', '2019-02-20T00:00:00.000Z', { nulbar: true })
  bortfaldet!: string | null;

  /** When it was said to lapse before corrections. */
  @ObjektListe(
    'Hvornår den før blev sagt bortfaldet, når dagen for det, der fik den til det, er rettet. Tom, når den ikke er.',
    () => TidligereslutningVisning,
  )
  bortfaldetHistorik!: TidligereslutningVisning[];

  /** Event that made it lapse. */
  @Tekst(
    'Hændelsen, der gjorde den uden betydning; en rettelse, når kendsgerningen slet ikke giver fristen.',
    'ics.BfuAfbrudt',
    { nulbar: true },
  )
  bortfaldetAf!: string | null;

  /** Position of the event that opened the deadline. */
  @Heltal('Pladsen i loggen for den hændelse, der udløste fristen.', 4711)
  udloestPosition!: number;

  /** Event that opened the deadline. */
  @Tekst('Hændelsen, der udløste fristen.', 'ics.BfuBesluttet')
  udloestAf!: string;

  /** Position of the event that met it. */
  @Heltal('Pladsen i loggen for den hændelse, der opfyldte den.', 4720, { nulbar: true })
  opfyldtPosition!: number | null;

  /** Position of the event that made it lapse. */
  @Heltal('Pladsen i loggen for den hændelse, der fik den til at falde bort.', 4721, { nulbar: true })
  bortfaldetPosition!: number | null;

  /** Version of the rule. */
  @DatoFelt('Hvornår den udgave af reglen, der er brugt, gælder fra.', '2007-01-01')
  regelGyldigFra!: string;

  /** Position of the event that the date follows from. */
  @Heltal(
    'Pladsen i loggen for den hændelse, datoen er regnet af. Senere end den udløsende, når en kendsgerning er rettet eller fristen rykket frem.',
    4711,
  )
  beregnetPosition!: number;

  /** Event that the date follows from. */
  @Tekst('Hændelsen, datoen er regnet af.', 'ics.BfuBesluttet')
  beregnetAf!: string;

  /** Earlier reckonings. */
  @ObjektListe(
    'Hvad fristen var før, og hvad der kom i stedet. Tom, når den er regnet én gang.',
    () => TidligerefristVisning,
  )
  historik!: TidligerefristVisning[];
}

/** A row as it is answered: what the cursor needs is left out. */
export function visFrist({ forfaldTid: _forfaldTid, ...frist }: Frist): FristVisning {
  const { historik, opfyldtHistorik, bortfaldetHistorik } = frist;
  return {
    ...frist,
    historik: [...historik],
    opfyldtHistorik: [...opfyldtHistorik],
    bortfaldetHistorik: [...bortfaldetHistorik],
  };
}
