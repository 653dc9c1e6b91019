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
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { type Hoeringsundtagelse } from './tilstand.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000005';
export const UNDTAGELSER: readonly Hoeringsundtagelse[] = ['ubetaenkelig', 'lovbestemt-frist', 'ingen-aktindsigt'];
const ROLLER = ['barn', 'foraelder', 'myndighedsindehaver'] as const;
export const UNDTAGELSESTEKST =
  'Forvaltningsloven § 19, stk. 2: `ubetaenkelig` (nr. 1), `lovbestemt-frist` (nr. 2), `ingen-aktindsigt` (nr. 4).';
const HOERING = 'forvaltningsloven § 19';
const UNDTAGELSE = 'forvaltningsloven § 19, stk. 2';
const NOTATPLIGT = 'offentlighedsloven § 13';

export class PartshoeringsAnmodning {
  /** Kind of decision. */
  @Kode('Hvilken slags afgørelse der høres om, fra kodelisten `afgoerelser`.', 'hjemgivelse', { hjemmel: HOERING })
  afgoerelseKode!: string;

  /** When. */
  @DatoFelt('Hvornår partshøringen indledes. Dagen afgør, hvem der er part.', '2019-02-01', { hjemmel: HOERING })
  dato!: string;

  /** What they are told. */
  @Fritekst('De oplysninger, som parterne gøres bekendt med.', 'Skolen oplyser, at fraværet er 40 procent.', {
    hjemmel: HOERING,
  })
  oplysninger!: string;

  /** Parents whose own contact it is about. */
  @UuidListe('Forældre uden forældremyndighed, hvis egen kontakt med barnet afgørelsen angår.', [ID], {
    maks: 10,
    valgfri: true,
  })
  angaarIder?: string[];
}

export class BrevAnmodning {
  /** To whom. */
  @UuidFelt('Parten.', ID, { hjemmel: HOERING })
  personId!: string;

  /** When. */
  @DatoFelt('Hvornår brevet blev sendt.', '2019-02-02', { hjemmel: HOERING })
  sendt!: string;

  /** Until when. */
  @DatoFelt('Svarfristen, som kommunen sætter.', '2019-02-16', { hjemmel: HOERING })
  svarfrist!: string;

  /** How. */
  @Tekst('Hvordan.', 'digital post', { maks: 80, hjemmel: NOTATPLIGT })
  maade!: string;

  /** Protected addresses hidden. */
  @JaNej('At andres beskyttede navne og adresser er skjult i brevet. Kræves, når nogen omkring barnet har det.', true, {
    valgfri: true,
    hjemmel: 'CPR-loven § 28',
    kraevesNaar: 'en anden omkring barnet har beskyttet navn og adresse',
  })
  maskeret?: boolean;
}

export class HoeringssvarAnmodning {
  /** Who. */
  @UuidFelt('Parten.', ID, { hjemmel: HOERING })
  personId!: string;

  /** When. */
  @DatoFelt('Hvornår svaret kom.', '2019-02-10', { hjemmel: NOTATPLIGT })
  modtaget!: string;

  /** What. */
  @Fritekst('Hvad parten svarede; skriv også, når parten ikke havde bemærkninger.', 'Mor er enig.', {
    hjemmel: NOTATPLIGT,
  })
  svar!: string;
}

export class HoeringsundladelseAnmodning {
  /** Who. */
  @UuidFelt('Parten.', ID, { hjemmel: UNDTAGELSE })
  personId!: string;

  /** When. */
  @DatoFelt('Hvornår det blev besluttet.', '2019-02-02', { hjemmel: UNDTAGELSE })
  dato!: string;

  /** Which exception. */
  @KodeAf(`Hvilken undtagelse. ${UNDTAGELSESTEKST}`, 'ubetaenkelig', UNDTAGELSER, { hjemmel: UNDTAGELSE })
  grund!: Hoeringsundtagelse;

  /** Why. */
  @Fritekst('Begrundelse.', 'Parten har selv givet oplysningerne.', { hjemmel: UNDTAGELSE })
  begrundelse!: string;
}

export class HoeringsafslutningAnmodning {
  /** When. */
  @DatoFelt('Hvornår partshøringen er færdig.', '2019-02-17', { hjemmel: HOERING })
  dato!: string;
}

export class PartshoeringSvar extends KommandoSvar {
  /** The hearing's id. */
  @UuidFelt('Partshøringens id.', ID)
  partshoeringId!: string;
}

export class BrevSvar extends PartshoeringSvar {
  /** The letter's id. */
  @UuidFelt('Brevets id; svarfristen ses under det.', ID)
  brevId!: string;
}

export class BrevVisning {
  /** The letter's id. */
  @UuidFelt('Brevets id.', ID) brevId!: string;
  /** When. */
  @DatoFelt('Sendt.', '2019-02-02') sendt!: string;
  /** Until when. */
  @DatoFelt('Svarfrist.', '2019-02-16') svarfrist!: string;
  /** How. */
  @Tekst('Hvordan.', 'digital post') maade!: string;
  /** Hidden addresses. */
  @JaNej('Om beskyttede adresser er skjult.', false) maskeret!: boolean;
}

export class HoeringssvarVisning {
  /** When. */
  @DatoFelt('Modtaget.', '2019-02-10') modtaget!: string;
  /** What. */
  @Fritekst('Svaret.', 'Mor er enig.') tekst!: string;
}

export class HoeringsundladelseVisning {
  /** When. */
  @DatoFelt('Besluttet.', '2019-02-02') dato!: string;
  /** Which exception. */
  @KodeAf(UNDTAGELSESTEKST, 'ubetaenkelig', UNDTAGELSER) grund!: string;
  /** Why. */
  @Fritekst('Begrundelse.', 'Parten har selv givet oplysningerne.') begrundelse!: string;
}

export class HoertpartVisning {
  /** Who. */
  @UuidFelt('Parten.', ID) personId!: string;
  /** In what capacity. */
  @KodeAf('Rolle.', 'foraelder', ROLLER) rolle!: string;
  /** The letter. */
  @ObjektFelt('Brevet.', () => BrevVisning, { nulbar: true }) brev!: BrevVisning | null;
  /** The answer. */
  @ObjektFelt('Svaret.', () => HoeringssvarVisning, { nulbar: true }) svar!: HoeringssvarVisning | null;
  /** Left out. */
  @ObjektFelt('Hvorfor parten ikke høres.', () => HoeringsundladelseVisning, { nulbar: true })
  undladt!: HoeringsundladelseVisning | null;
  /** Whether heard by now. */
  @JaNej('Om parten i dag er hørt: har svaret, haft tid til det eller er lovligt undtaget.', true) hoert!: boolean;
}

export class PartshoeringVisning {
  /** The hearing's id. */
  @UuidFelt('Partshøringens id.', ID) partshoeringId!: string;
  /** The case. */
  @UuidFelt('Sagen.', ID) sagId!: string;
  /** The child. */
  @UuidFelt('Barnet.', ID) barnId!: string;
  /** Phase. */
  @KodeAf('Fase.', 'i-gang', ['i-gang', 'afsluttet']) fase!: string;
  /** Kind of decision. */
  @Kode('Hvilken slags afgørelse.', 'hjemgivelse') afgoerelseKode!: string;
  /** Its name. */
  @Tekst('Afgørelsens navn.', 'Hjemgivelse') afgoerelsesnavn!: string;
  /** Basis. */
  @Tekst('Hjemmel.', 'SEL § 68') hjemmel!: string;
  /** Act. */
  @KodeAf('Loven på dagen.', 'SEL', ['SEL', 'BL']) regime!: string;
  /** When. */
  @DatoFelt('Indledt.', '2019-02-01') dato!: string;
  /** What they are told. */
  @Fritekst('Oplysningerne.', 'Skolen oplyser, at fraværet er 40 procent.') oplysninger!: string;
  /** Parties. */
  @ObjektListe('Parterne.', () => HoertpartVisning) parter!: HoertpartVisning[];
  /** When it ended. */
  @DatoFelt('Afsluttet.', '2019-02-17', { nulbar: true }) afsluttet!: string | null;
  /** Version, for If-Match. */
  @Heltal('Version til If-Match.', 3) version!: number;
}
