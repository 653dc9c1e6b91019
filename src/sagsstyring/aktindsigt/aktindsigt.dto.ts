import {
  DatoFelt,
  Fritekst,
  Heltal,
  JaNej,
  KodeAf,
  ObjektFelt,
  ObjektListe,
  Tekst,
  UuidFelt,
} from '../../platform/http/felt.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { type Aktindsigtsart, type Aktindsigtsudfald } from './aktindsigt.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-00000000000c';
const VALGFRI = { valgfri: true } as const;
const NUL = { nulbar: true } as const;
const ARTER: readonly Aktindsigtsart[] = ['part', 'offentlighed', 'gdpr'];
const UDFALD: readonly Aktindsigtsudfald[] = ['fuld', 'delvis', 'afslag'];
const FRISTBREV = 'offentlighedsloven § 36, stk. 2';
const REGISTREREDES_FRIST = 'databeskyttelsesforordningen art. 12, stk. 3';
const INDSIGT = 'forvaltningsloven § 9; databeskyttelsesforordningen art. 15';
const SVAR = 'offentlighedsloven § 36, stk. 2; forvaltningsloven § 16; databeskyttelsesforordningen art. 12, stk. 3';
const TIDSKLAGE = 'offentlighedsloven § 39';

export class AktindsigtAnmodning {
  /** Kind. */
  @KodeAf(
    '`part`: en part i barnets sag. `offentlighed`: andre, efter offentlighedsloven. `gdpr`: den registreredes indsigt i egne oplysninger.',
    'offentlighed',
    ARTER,
    { hjemmel: 'offentlighedsloven § 7; forvaltningsloven § 9; databeskyttelsesforordningen art. 15' },
  )
  art!: Aktindsigtsart;

  /** Who. */
  @UuidFelt('Anmoderen, når personen er i netværket. Kræves for parter og registrerede.', ID, {
    ...VALGFRI,
    hjemmel: INDSIGT,
    kraevesNaar: 'anmodningen er en parts eller en registrerets',
  })
  anmoderId?: string;

  /** Name. */
  @Tekst('Anmoderens navn, når personen ikke er i netværket.', 'Avisen Test', VALGFRI)
  anmoderNavn?: string;

  /** When. */
  @DatoFelt('Hvornår anmodningen kom. 7 arbejdsdage, eller 1 måned for registrerede, løber herfra.', '2019-03-01', {
    hjemmel: SVAR,
  })
  modtaget!: string;

  /** What. */
  @Fritekst('Hvad der bedes om.', 'Alle akter i sagen.', { hjemmel: SVAR })
  oensker!: string;
}

export class FristbrevAnmodning {
  /** When. */
  @DatoFelt('Hvornår brevet blev sendt; skal ske inden de 7 arbejdsdage er gået.', '2019-03-08', { hjemmel: FRISTBREV })
  sendt!: string;

  /** Expected. */
  @DatoFelt('Hvornår svaret ventes.', '2019-03-22', { hjemmel: FRISTBREV })
  forventet!: string;

  /** Why. */
  @Fritekst('Hvorfor det tager længere tid.', 'Sagen er på 800 sider.', { hjemmel: FRISTBREV })
  begrundelse!: string;
}

export class GdprForlaengelseAnmodning {
  /** When. */
  @DatoFelt('Hvornår den registrerede fik besked; inden 1 måned.', '2019-03-15', { hjemmel: REGISTREREDES_FRIST })
  sendt!: string;

  /** Why. */
  @Fritekst('Hvorfor.', 'Oplysningerne står i mange systemer.', { hjemmel: REGISTREREDES_FRIST })
  begrundelse!: string;
}

export class AktindsigtAfgoerelseAnmodning {
  /** When. */
  @DatoFelt('Hvornår.', '2019-03-12', { hjemmel: SVAR })
  dato!: string;

  /** Outcome. */
  @KodeAf('Udfald.', 'delvis', UDFALD, { hjemmel: SVAR })
  udfald!: Aktindsigtsudfald;

  /** Why. */
  @Fritekst(
    'Begrundelse for det, der ikke udleveres; kræves ved delvis aktindsigt og afslag.',
    'Andres private forhold.',
    { ...VALGFRI, hjemmel: 'forvaltningsloven §§ 22-24', kraevesNaar: 'udfaldet er delvis aktindsigt eller afslag' },
  )
  begrundelse?: string;

  /** What. */
  @Fritekst('Hvad der er udleveret.', 'Undersøgelsen og planen.', VALGFRI)
  udleveret?: string;

  /** Guidance. */
  @JaNej('At klagevejledningen fulgte med; kræves ved delvis aktindsigt og afslag.', true, {
    ...VALGFRI,
    hjemmel: 'forvaltningsloven § 25',
    kraevesNaar: 'udfaldet er delvis aktindsigt eller afslag',
  })
  klagevejledning?: boolean;

  /** Hidden. */
  @JaNej('At andres beskyttede navne og adresser er skjult. Kræves, når nogen omkring barnet har det.', true, {
    ...VALGFRI,
    hjemmel: 'CPR-loven § 28',
    kraevesNaar: 'en anden omkring barnet har beskyttet navn og adresse',
  })
  maskeret?: boolean;
}

export class TidsklageAnmodning {
  /** When. */
  @DatoFelt('Hvornår klagen over sagsbehandlingstiden kom.', '2019-03-18', { hjemmel: TIDSKLAGE })
  modtaget!: string;
}

export class TidsklagevideresendelseAnmodning {
  /** When. */
  @DatoFelt('Hvornår klagen blev sendt videre; inden 7 arbejdsdage.', '2019-03-19', { hjemmel: TIDSKLAGE })
  dato!: string;
}

export class AktindsigtSvar extends KommandoSvar {
  /** Id. */
  @UuidFelt('Anmodningens id.', ID)
  aktindsigtId!: string;
}

export class AktindsigtAnmodetSvar extends AktindsigtSvar {
  /** Deadline. */
  @DatoFelt('Svar senest.', '2019-03-12')
  svarSenest!: string;
}

export class FristbrevVisning {
  /** Sent. */
  @DatoFelt('Sendt.', '2019-03-08') sendt!: string;
  /** Expected. */
  @DatoFelt('Forventet svar.', '2019-03-22') forventet!: string;
  /** Why. */
  @Fritekst('Hvorfor.', 'Sagen er på 800 sider.') begrundelse!: string;
}

export class GdprForlaengelseVisning {
  /** Sent. */
  @DatoFelt('Meddelt.', '2019-03-15') sendt!: string;
  /** Why. */
  @Fritekst('Hvorfor.', 'Mange systemer.') begrundelse!: string;
}

export class AktindsigtAfgoerelseVisning {
  /** When. */
  @DatoFelt('Hvornår.', '2019-03-12') dato!: string;
  /** Outcome. */
  @KodeAf('Udfald.', 'delvis', UDFALD) udfald!: string;
  /** Hidden. */
  @JaNej('Om beskyttede oplysninger er skjult.', false) maskeret!: boolean;
  /** Why. */
  @Fritekst('Begrundelse.', 'Andres private forhold.', NUL) begrundelse!: string | null;
  /** What. */
  @Fritekst('Hvad der er udleveret.', 'Undersøgelsen.', NUL) udleveret!: string | null;
}

export class TidsklageVisning {
  /** When. */
  @DatoFelt('Modtaget.', '2019-03-18') modtaget!: string;
  /** Sent on. */
  @DatoFelt('Sendt videre.', '2019-03-19', NUL) videresendt!: string | null;
}

export class AktindsigtVisning {
  /** Id. */
  @UuidFelt('Anmodningens id.', ID) aktindsigtId!: string;
  /** Case. */
  @UuidFelt('Sagen.', ID) sagId!: string;
  /** Child. */
  @UuidFelt('Barnet.', ID) barnId!: string;
  /** Phase. */
  @KodeAf('Fase.', 'anmodet', ['anmodet', 'afgjort']) fase!: string;
  /** Kind. */
  @KodeAf('Art.', 'part', ARTER) art!: string;
  /** Who. */
  @UuidFelt('Anmoderen.', ID) anmoderId!: string;
  /** Known. */
  @JaNej('Om anmoderen er i netværket.', true) kendtPerson!: boolean;
  /** Name. */
  @Tekst('Anmoderens navn, når personen ikke er i netværket.', 'Avisen Test', NUL) anmoderNavn!: string | null;
  /** When. */
  @DatoFelt('Modtaget.', '2019-03-01') modtaget!: string;
  /** Deadline. */
  @DatoFelt('Svar senest.', '2019-03-12') svarSenest!: string;
  /** What. */
  @Fritekst('Hvad der bedes om.', 'Alle akter.') oensker!: string;
  /** Letters. */
  @ObjektListe('Fristbreve.', () => FristbrevVisning) fristbreve!: FristbrevVisning[];
  /** Extended. */
  @ObjektFelt('Forlængelsen.', () => GdprForlaengelseVisning, NUL) forlaenget!: GdprForlaengelseVisning | null;
  /** Decision. */
  @ObjektFelt('Afgørelsen.', () => AktindsigtAfgoerelseVisning, NUL) afgoerelse!: AktindsigtAfgoerelseVisning | null;
  /** Complaint. */
  @ObjektFelt('Klagen over sagsbehandlingstiden.', () => TidsklageVisning, NUL) klage!: TidsklageVisning | null;
  /** Version, for If-Match. */
  @Heltal('Version til If-Match.', 2) version!: number;
}
