import { BarnAnmodning } from '../barn/barn.dto.js';
import {
  DatoFelt,
  Fritekst,
  JaNej,
  KodeAf,
  KodeListe,
  ObjektFelt,
  ObjektListe,
  Tekst,
  TidspunktFelt,
  UuidFelt,
} from '../../platform/http/felt.js';
import { type Akuthandling } from './tilstand.js';
import { UnderretningSvar } from './underretning.dto.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000004';
const TID = '2019-02-01T16:00:00+01:00';
const VALGFRI = { valgfri: true } as const;
export const HANDLINGER: readonly Akuthandling[] = [
  'formandsafgoerelse',
  'akut-indsats',
  'politi',
  'boernehus',
  'doegnvagt',
  'andet',
];
const AKUT = 'SEL § 155, stk. 2 / BL § 136';
const MODTAGELSE = 'SEL § 155, stk. 1 / BL § 136';
const UDSKYDELSE = 'databeskyttelsesloven § 22; BL § 18, stk. 3';

export class AkutHandlingAnmodning {
  /** When. */
  @TidspunktFelt('Hvornår der blev handlet.', TID, { hjemmel: AKUT })
  handlet!: string;

  /** Who. */
  @Tekst('Hvem der handlede. Udelades det, er det brugeren selv.', 'mod01', { maks: 120, valgfri: true })
  handletAf?: string;

  /** What. */
  @KodeAf('Hvad der blev gjort. Børnehuset kun ved overgreb.', 'politi', HANDLINGER, { hjemmel: AKUT })
  handling!: Akuthandling;

  /** Provisional decision. */
  @UuidFelt('Den foreløbige afgørelse, når det er den.', ID, {
    ...VALGFRI,
    hjemmel: 'SEL § 75 / BL § 143',
    kraevesNaar: 'handlingen er en foreløbig afgørelse',
  })
  formandsafgoerelseId?: string;

  /** Description. */
  @Fritekst('Hvad der skete.', 'Politiet hentede barnet, som er hos mormor i nat.', { hjemmel: AKUT })
  beskrivelse!: string;
}

export class ForaeldreorienteringAnmodning {
  /** Who. */
  @UuidFelt('En, der har forældremyndighed, eller den unge selv fra det fyldte 15. år.', ID, {
    hjemmel: 'forvaltningsloven § 27',
  })
  personId!: string;

  /** When. */
  @DatoFelt('Hvornår.', '2019-02-04', { hjemmel: 'databeskyttelsesforordningen art. 14; BL § 18, stk. 3' })
  dato!: string;

  /** How. */
  @Tekst('Hvordan.', 'møde', { maks: 80, hjemmel: 'offentlighedsloven § 13' })
  maade!: string;
}

export class OrienteringsudskydelseAnmodning {
  /** When. */
  @DatoFelt('Hvornår det blev besluttet.', '2019-02-02', { hjemmel: UDSKYDELSE })
  dato!: string;

  /** Until. */
  @DatoFelt('Hvornår det skal vurderes igen.', '2019-02-09', { hjemmel: UDSKYDELSE })
  revurderes!: string;

  /** Why. */
  @Fritekst('Hvorfor hensynet til barnet taler imod at oplyse forældrene nu.', 'Politiet skal afhøre barnet først.', {
    hjemmel: UDSKYDELSE,
  })
  begrundelse!: string;
}

export class SoeskendeAnmodning {
  /** Which child. */
  @ObjektFelt('Barnet.', () => BarnAnmodning, { hjemmel: MODTAGELSE })
  barn!: BarnAnmodning;

  /** Worry. */
  @Fritekst(
    'Bekymringen for dette barn. Udelades den, er den som i den første underretning.',
    'Lillebror er også bange.',
    VALGFRI,
  )
  beskrivelse?: string;

  /** Reasons. */
  @KodeListe('Årsager for dette barn. Udelades de, er de som i den første.', ['UDSLAG3'], undefined, {
    min: 1,
    maks: 20,
    valgfri: true,
  })
  aarsagKoder?: string[];

  /** Abuse. */
  @JaNej('Om der er viden eller mistanke om overgreb mod dette barn.', false, VALGFRI)
  overgreb?: boolean;

  /** Abuse by a parent. */
  @JaNej('Om overgrebet skal være begået af en forælder.', false, VALGFRI)
  overgrebFraForaeldre?: boolean;
}

export class SoeskendelisteAnmodning {
  /** Children. */
  @ObjektListe('De andre børn, henvendelsen handler om.', () => SoeskendeAnmodning, {
    min: 1,
    maks: 10,
    hjemmel: MODTAGELSE,
  })
  boern!: SoeskendeAnmodning[];
}

export class SoeskendeunderretningVisning {
  /** Notification. */
  @UuidFelt('Underretningens id.', ID)
  underretningId!: string;

  /** Child. */
  @UuidFelt('Barnets id.', ID)
  barnId!: string;
}

export class SoeskendeSvar extends UnderretningSvar {
  /** The new ones. */
  @ObjektListe('De nye underretninger, én for hvert barn, i samme rækkefølge.', () => SoeskendeunderretningVisning)
  underretninger!: SoeskendeunderretningVisning[];
}
