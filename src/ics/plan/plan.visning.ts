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
  UuidFelt,
  UuidListe,
} from '../../platform/http/felt.js';
import { VOKSENLIV } from './maal.dto.js';
import { MAALSTATUS, PLANVURDERINGER, UDFALD, UNDERSOEGELSESBEHOV } from './opfoelgning.dto.js';
import { PLANFASER, PLANTYPER } from './plan.dto.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000004';

export class KildeVisning {
  /** Investigation. */
  @UuidFelt('Undersøgelsen.', ID)
  bfuId!: string;

  /** Finding. */
  @UuidFelt('Fundet.', ID)
  fundId!: string;

  /** Version when it was taken over. */
  @Heltal('Undersøgelsens version, da ordlyden blev hentet.', 9)
  version!: number;

  /** Wording then. */
  @Fritekst('Fundets ordlyd dengang.', 'Barnet møder ofte uforberedt og træt.')
  tekst!: string;

  /** Worded anew since. */
  @JaNej('Om fundet er skrevet om siden.', false)
  kildeAendret!: boolean;

  /** Wording now, when it is another. */
  @Fritekst('Fundets ordlyd nu, når den er en anden.', 'Barnet møder nu udhvilet.', { nulbar: true })
  tekstNu!: string | null;
}

export class MaalVisning {
  /** Id. */
  @UuidFelt('Målets id.', ID)
  maalId!: string;

  /** Parent. */
  @UuidFelt('Målet, som dette er et delmål af.', ID, { nulbar: true })
  overmaalId!: string | null;

  /** Goal. */
  @Fritekst('Målet.', 'Barnet møder til tiden fire dage om ugen.')
  maal!: string;

  /** Theme. */
  @Kode('Tema.', 'skoleforhold', { nulbar: true })
  tema!: string | null;

  /** Adult life. */
  @KodeAf('Hvad målet handler om i overgangen til voksenlivet.', 'uddannelse', VOKSENLIV, { nulbar: true })
  voksenliv!: string | null;

  /** Measures. */
  @UuidListe('Indsatser, der skal nå målet.', [ID])
  indsatsIder!: string[];

  /** Responsible. */
  @Tekst('Hvem der har ansvaret.', 'Kontaktpersonen', { nulbar: true })
  ansvarlig!: string | null;

  /** Sign. */
  @Fritekst('Hvordan det ses, at målet er nået.', 'Fraværet er under 5 %.', { nulbar: true })
  succesindikator!: string | null;

  /** Status. */
  @KodeAf('Status efter seneste opfølgning.', 'i-gang', MAALSTATUS)
  status!: string;

  /** Source. */
  @ObjektFelt('Fundet, målet er hentet fra.', () => KildeVisning, { nulbar: true })
  kilde!: KildeVisning | null;

  /** In the earlier plan. */
  @UuidFelt('Målet i den tidligere plan, som dette er ført videre fra.', ID, { nulbar: true })
  fraMaalId!: string | null;
}

export class GrundlagVisning {
  /** Theme. */
  @Kode('Tema.', 'skoleforhold')
  tema!: string;

  /** Resource or challenge. */
  @KodeAf('Ressource eller udfordring.', 'udfordring', ['ressource', 'udfordring'])
  art!: string;

  /** Text in the plan. */
  @Fritekst('Teksten i planen.', 'Barnet møder træt om morgenen.')
  tekst!: string;

  /** Source. */
  @ObjektFelt('Fundet, teksten er ført over fra.', () => KildeVisning)
  kilde!: KildeVisning;
}

export class MaalvurderingVisning {
  /** Goal. */
  @UuidFelt('Målet.', ID)
  maalId!: string;

  /** How far. */
  @KodeAf('Hvor langt det var.', 'naaet', MAALSTATUS)
  status!: string;

  /** Words. */
  @Fritekst('Vurderingen.', 'Fraværet er halveret.', { nulbar: true })
  vurdering!: string | null;
}

export class OpfoelgningVisning {
  /** Id. */
  @UuidFelt('Opfølgningens id.', ID)
  opfoelgningId!: string;

  /** When. */
  @DatoFelt('Dato.', '2019-03-18')
  dato!: string;

  /** Law on the day. */
  @KodeAf('Loven på dagen.', 'SEL', ['SEL', 'BL'])
  regime!: string;

  /** Measures. */
  @UuidListe('Indsatserne.', [ID])
  indsatsIder!: string[];

  /** Outcome. */
  @KodeAf('Udfald.', 'uaendret', UDFALD)
  udfald!: string;

  /** Goals. */
  @ObjektListe('Målene, som de blev vurderet.', () => MaalvurderingVisning)
  maal!: MaalvurderingVisning[];

  /** Plan. */
  @KodeAf('Om planen skal revideres.', 'uaendret', PLANVURDERINGER, { nulbar: true })
  planvurdering!: string | null;

  /** Investigation. */
  @KodeAf('Om der skal undersøges på ny.', 'intet', UNDERSOEGELSESBEHOV, { nulbar: true })
  undersoegelsesbehov!: string | null;

  /** Outside. */
  @Fritekst('Forhold uden for planen.', 'Storebror er flyttet hjemmefra.', { nulbar: true })
  udenForPlanen!: string | null;

  /** Next. */
  @DatoFelt('Næste opfølgning.', '2019-09-18', { nulbar: true })
  naesteDato!: string | null;

  /** Why that rhythm. */
  @Fritekst('Begrundelse for rytmen.', 'Indsatsen er ny.', { nulbar: true })
  rytmebegrundelse!: string | null;

  /** Assessment. */
  @Fritekst('Vurdering.', 'Indsatsen virker.')
  vurdering!: string;

  /** Child. */
  @Fritekst('Barnets holdning.', 'Er glad for kontaktpersonen.')
  barnetsHoldning!: string;
}

export class PlanhoeringVisning {
  /** When sent. */
  @DatoFelt('Hvornår planen blev sendt i høring.', '2019-01-21')
  dato!: string;

  /** Until when. */
  @DatoFelt('Sidste dag at svare.', '2019-01-24')
  svarfrist!: string;

  /** Answered. */
  @DatoFelt('Hvornår der blev svaret.', '2019-01-23', { nulbar: true })
  besvaret!: string | null;

  /** Answer. */
  @Fritekst('Parternes svar.', 'Ingen bemærkninger.', { nulbar: true })
  svar!: string | null;
}

export class PlanVisning {
  /** Id. */
  @UuidFelt('Planens id.', ID)
  planId!: string;

  /** Child. */
  @UuidFelt('Barnet.', ID)
  barnId!: string;

  /** Case. */
  @UuidFelt('Sagen.', ID)
  sagId!: string;

  /** Kind. */
  @KodeAf('Planens type.', 'handleplan', PLANTYPER)
  plantype!: string;

  /** Law on the day it was begun. */
  @KodeAf('Loven, planen er lavet efter.', 'SEL', ['SEL', 'BL'])
  regime!: string;

  /** Phase. */
  @KodeAf('Fase.', 'gaeldende', PLANFASER)
  fase!: string;

  /** Number in the line of versions. */
  @Heltal('Planens nummer i rækken af versioner; 1 er den første.', 1, { min: 1 })
  planversion!: number;

  /** The plan that this one revises. */
  @UuidFelt('Planen, som denne er en ny version af.', ID, { nulbar: true })
  reviderer!: string | null;

  /** Begun. */
  @DatoFelt('Hvornår planen blev påbegyndt.', '2019-01-20')
  oprettet!: string;

  /** Purpose. */
  @Fritekst('Formål.', 'En stabil hverdag.')
  formaal!: string;

  /** Investigation. */
  @UuidFelt('Undersøgelsen, planen bygger på.', ID, { nulbar: true })
  bfuId!: string | null;

  /** Findings carried over. */
  @ObjektListe('Fund, der er ført over fra undersøgelsen, med kilden.', () => GrundlagVisning)
  grundlag!: GrundlagVisning[];

  /** Goals. */
  @ObjektListe('Mål og delmål, med kilden de er hentet fra.', () => MaalVisning)
  maal!: MaalVisning[];

  /** Hearing. */
  @ObjektFelt('Den seneste høring.', () => PlanhoeringVisning, { nulbar: true })
  hoering!: PlanhoeringVisning | null;

  /** Approved. */
  @DatoFelt('Hvornår planen blev godkendt.', '2019-01-25', { nulbar: true })
  godkendt!: string | null;

  /** Participation. */
  @Fritekst('Hvordan barn og forældre er inddraget.', 'På mødet 22. januar.', { nulbar: true })
  inddragelse!: string | null;

  /** Earlier plan. */
  @UuidFelt('Planen, denne erstattede.', ID, { nulbar: true })
  erstatter!: string | null;

  /** Later plan. */
  @UuidFelt('Planen, der har erstattet denne.', ID, { nulbar: true })
  erstattetAf!: string | null;

  /** Follow-ups. */
  @ObjektListe('Opfølgninger.', () => OpfoelgningVisning)
  opfoelgninger!: OpfoelgningVisning[];

  /** When it stopped. */
  @DatoFelt('Hvornår planen blev revideret eller afsluttet.', '2019-03-18', { nulbar: true })
  slut!: string | null;

  /** Version, also as ETag. */
  @Heltal('Version; samme tal som i ETag.', 4)
  version!: number;
}
