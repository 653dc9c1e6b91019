import {
  DatoFelt,
  Fritekst,
  Heltal,
  JaNej,
  KodeAf,
  ObjektFelt,
  UuidFelt,
  UuidListe,
} from '../../platform/http/felt.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { HoeringsundtagelseAnmodning } from '../afgoerelse/afgoerelse.dto.js';
import { type Anmodningsform, type Anmodningsudfald } from './anbringelsesanmodning.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-00000000000b';
const NUL = { nulbar: true } as const;
const FORMER: readonly Anmodningsform[] = ['mundtlig', 'skriftlig', 'gennem-andre'];
const UDFALD: readonly Anmodningsudfald[] = ['anbringelse', 'stoettende-indsats', 'ingen'];
const ANMODNING = 'BL § 48';
const SAMTALE = 'BL § 5, stk. 3-4';

export class AnbringelsesanmodningAnmodning {
  /** When. */
  @DatoFelt('Hvornår barnet bad om det. Fra 1. januar 2024.', '2024-02-01', { hjemmel: ANMODNING })
  modtaget!: string;

  /** How. */
  @KodeAf('Hvordan. Formen er uden betydning.', 'mundtlig', FORMER, { hjemmel: 'offentlighedsloven §§ 13 og 15' })
  form!: Anmodningsform;

  /** What. */
  @Fritekst('Hvad barnet har bedt om.', 'Vil bo hos en plejefamilie.', { hjemmel: ANMODNING })
  indhold!: string;
}

export class AnmodningsvurderingAnmodning {
  /** When. */
  @DatoFelt('Hvornår.', '2024-02-10', { hjemmel: ANMODNING })
  dato!: string;

  /** Investigation. */
  @JaNej('Om der skal laves en børnefaglig undersøgelse.', true, { hjemmel: ANMODNING })
  bfuNoedvendig!: boolean;

  /** Conditions. */
  @JaNej('Om betingelserne for anbringelse efter BL §§ 46 eller 47 er opfyldt.', false, { hjemmel: ANMODNING })
  betingelserOpfyldt!: boolean;

  /** Child heard. */
  @DatoFelt('Hvornår der er talt med barnet.', '2024-02-08', {
    valgfri: true,
    hjemmel: SAMTALE,
    kraevesNaar: 'samtalen med barnet er holdt',
  })
  boernesamtaleDato?: string;

  /** Not heard. */
  @Fritekst('Hvorfor ikke.', 'Barnet ønskede kun at skrive.', {
    valgfri: true,
    hjemmel: SAMTALE,
    kraevesNaar: 'samtalen med barnet er undladt',
  })
  boernesamtaleUndladt?: string;

  /** Why. */
  @Fritekst('Begrundelse.', 'Forholdene hjemme skal undersøges.', { hjemmel: ANMODNING })
  begrundelse!: string;
}

export class AnmodningsafgoerelseAnmodning {
  /** When. */
  @DatoFelt('Hvornår.', '2024-02-20', { hjemmel: ANMODNING })
  dato!: string;

  /** Outcome. */
  @KodeAf(
    'Udfald. `ingen` er en afgørelse, som barnet fra 10 år kan klage over; parterne skal være hørt.',
    'ingen',
    UDFALD,
    { hjemmel: ANMODNING },
  )
  udfald!: Anmodningsudfald;

  /** Decision. */
  @UuidFelt('Afgørelsen om anbringelse eller indsats; kræves, når udfaldet er en af dem.', ID, {
    valgfri: true,
    hjemmel: ANMODNING,
    kraevesNaar: 'udfaldet er anbringelse eller stoettende-indsats',
  })
  afgoerelseId?: string;

  /** Hearings. */
  @UuidListe('Partshøringerne, når udfaldet er `ingen`.', [ID], {
    maks: 20,
    valgfri: true,
    hjemmel: 'forvaltningsloven § 19',
    kraevesNaar: 'udfaldet er ingen, og loven ikke gør en undtagelse',
  })
  partshoeringIder?: string[];

  /** Exception. */
  @ObjektFelt('Hvorfor parter ikke er hørt.', () => HoeringsundtagelseAnmodning, {
    valgfri: true,
    hjemmel: 'forvaltningsloven § 19, stk. 2',
    kraevesNaar: 'udfaldet er ingen, og ikke alle parter er hørt',
  })
  undtagelse?: HoeringsundtagelseAnmodning;

  /** Why. */
  @Fritekst('Begrundelse.', 'Barnet kan få den hjælp, det har brug for, hjemme.', {
    hjemmel: 'forvaltningsloven §§ 22-24',
  })
  begrundelse!: string;
}

export class AnbringelsesanmodningSvar extends KommandoSvar {
  /** Id. */
  @UuidFelt('Anmodningens id.', ID)
  anmodningId!: string;
}

export class AnmodningsafgoerelseSvar extends AnbringelsesanmodningSvar {
  /** Decision. */
  @UuidFelt('Afgørelsen; når udfaldet er `ingen`, er den ny og skal meddeles.', ID, NUL)
  afgoerelseId!: string | null;
}

export class AnmodningsvurderingVisning {
  /** When. */
  @DatoFelt('Hvornår.', '2024-02-10') dato!: string;
  /** Investigation. */
  @JaNej('Om der skal laves en undersøgelse.', true) bfuNoedvendig!: boolean;
  /** Conditions. */
  @JaNej('Om betingelserne er opfyldt.', false) betingelserOpfyldt!: boolean;
  /** Child heard. */
  @DatoFelt('Samtalen.', '2024-02-08', NUL) boernesamtaleDato!: string | null;
  /** Not heard. */
  @Fritekst('Hvorfor ikke.', 'Barnet ønskede kun at skrive.', NUL) boernesamtaleUndladt!: string | null;
  /** Why. */
  @Fritekst('Begrundelse.', 'Skal undersøges.') begrundelse!: string;
}

export class AnmodningsafgoerelseVisning {
  /** When. */
  @DatoFelt('Hvornår.', '2024-02-20') dato!: string;
  /** Outcome. */
  @KodeAf('Udfald.', 'ingen', UDFALD) udfald!: string;
  /** Decision. */
  @UuidFelt('Afgørelsen.', ID, NUL) afgoerelseId!: string | null;
  /** Why. */
  @Fritekst('Begrundelse.', 'Hjælp hjemme.') begrundelse!: string;
}

export class AnbringelsesanmodningVisning {
  /** Id. */
  @UuidFelt('Anmodningens id.', ID) anmodningId!: string;
  /** Case. */
  @UuidFelt('Sagen.', ID) sagId!: string;
  /** Child. */
  @UuidFelt('Barnet.', ID) barnId!: string;
  /** Phase. */
  @KodeAf('Fase.', 'modtaget', ['modtaget', 'vurderet', 'afgjort']) fase!: string;
  /** When. */
  @DatoFelt('Modtaget.', '2024-02-01') modtaget!: string;
  /** How. */
  @KodeAf('Hvordan.', 'mundtlig', FORMER) form!: string;
  /** What. */
  @Fritekst('Hvad barnet bad om.', 'Vil bo hos en plejefamilie.') indhold!: string;
  /** Assessment. */
  @ObjektFelt('Vurderingen.', () => AnmodningsvurderingVisning, NUL) vurdering!: AnmodningsvurderingVisning | null;
  /** Decision. */
  @ObjektFelt('Afgørelsen.', () => AnmodningsafgoerelseVisning, NUL) afgoerelse!: AnmodningsafgoerelseVisning | null;
  /** Version, for If-Match. */
  @Heltal('Version til If-Match.', 2) version!: number;
}
