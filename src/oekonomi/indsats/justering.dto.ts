import {
  DatoFelt,
  Fritekst,
  Heltal,
  KodeAf,
  ObjektFelt,
  ObjektListe,
  Tal,
  UuidFelt,
  UuidListe,
} from '../../platform/http/felt.js';
import {
  BoernesamtaleVedAfgoerelse,
  HoeringsundtagelseAnmodning,
  SamtykkeAnmodning,
} from '../../sagsstyring/sagsstyring.public.js';
import { IndsatsSvar, PRISENHEDER } from './indsats.dto.js';
import { type Antalpr, type Prisenhed } from './tilstand.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000005';
export const ANTAL_PR: readonly Antalpr[] = ['doegn', 'uge', 'maaned', 'periode'];
export const JUSTERINGSARTER = ['pris', 'mere', 'mindre'] as const;
const OPFOELGNING = 'SEL § 70 / BL § 95';
const SAMTALE = 'SEL § 48 / BL § 5, stk. 3-4';
const HOERING = 'forvaltningsloven § 19';
const UNDTAGELSE = 'forvaltningsloven § 19, stk. 2';
const BEGRUNDELSE = 'forvaltningsloven §§ 22-24';

export class JusteringSvar extends IndsatsSvar {
  /** What the adjustment is. */
  @KodeAf('Om kun prisen er ændret, eller hjælpen er blevet mere eller mindre.', 'mindre', JUSTERINGSARTER)
  art!: string;

  /** The decision. */
  @UuidFelt('Afgørelsen, som parterne skal have meddelt; null, når kun prisen er ændret.', ID, { nulbar: true })
  afgoerelseId!: string | null;
}

export class IndsatsophoersafgoerelseSvar extends IndsatsSvar {
  /** The decision. */
  @UuidFelt('Afgørelsen, som parterne skal have meddelt.', ID)
  afgoerelseId!: string;
}

export class JusteringAnmodning {
  /** When decided. */
  @DatoFelt('Hvornår ændringen blev besluttet.', '2024-06-20', { hjemmel: OPFOELGNING })
  dato!: string;

  /** From when. */
  @DatoFelt('Hvornår ændringen gælder fra.', '2024-07-01', { hjemmel: OPFOELGNING })
  gaelderFra!: string;

  /** New price. */
  @Heltal('Ny pris pr. enhed i øre.', 45_000, { min: 0, maks: 100_000_000, valgfri: true })
  prisOere?: number;

  /** New unit. */
  @KodeAf('Ny enhed.', 'time', PRISENHEDER, { valgfri: true })
  prisEnhed?: Prisenhed;

  /** New scope. */
  @Tal('Nyt antal enheder, højst to decimaler, højst 200. Angives sammen med `antalPr`.', 1.5, { valgfri: true })
  antal?: number;

  /** For which stretch of time. */
  @KodeAf('Hvad antallet gælder for.', 'uge', ANTAL_PR, { valgfri: true })
  antalPr?: Antalpr;

  /** New duration. */
  @Heltal('Ny forventet varighed i måneder, regnet fra starten.', 18, { min: 1, maks: 276, valgfri: true })
  forventetVarighedMaaneder?: number;

  /** Follow-up. */
  @UuidFelt('Opfølgningen, som viste behovet.', ID, { valgfri: true })
  opfoelgningId?: string;

  /** Consent. */
  @ObjektListe(
    'Samtykkerne til mere hjælp, person for person; givet senest den dag, det besluttes.',
    () => SamtykkeAnmodning,
    { maks: 20, valgfri: true, hjemmel: 'SEL § 52, stk. 2 / BL § 32, stk. 2', kraevesNaar: 'hjælpen bliver mere' },
  )
  samtykker?: SamtykkeAnmodning[];

  /** The child's talk. */
  @ObjektFelt(
    'Samtalen med barnet: enten `dato` eller `undladt`. Kræves, når hjælpen bliver mere eller mindre.',
    () => BoernesamtaleVedAfgoerelse,
    { valgfri: true, hjemmel: SAMTALE, kraevesNaar: 'hjælpen bliver mere eller mindre, og loven kræver samtalen' },
  )
  boernesamtale?: BoernesamtaleVedAfgoerelse;

  /** Why. */
  @Fritekst('Begrundelse.', 'Målene er næsten nået; støtten trappes ned.', { hjemmel: BEGRUNDELSE })
  begrundelse!: string;

  /** Hearings. */
  @UuidListe('Partshøringerne, når hjælpen bliver mindre.', [ID], {
    maks: 20,
    valgfri: true,
    hjemmel: HOERING,
    kraevesNaar: 'hjælpen bliver mindre, og loven ikke gør en undtagelse',
  })
  partshoeringIder?: string[];

  /** Exception from the hearing. */
  @ObjektFelt('Hvorfor parter ikke er hørt.', () => HoeringsundtagelseAnmodning, {
    valgfri: true,
    hjemmel: UNDTAGELSE,
    kraevesNaar: 'hjælpen bliver mindre, og ikke alle parter er hørt',
  })
  hoeringsundtagelse?: HoeringsundtagelseAnmodning;
}

export class IndsatsophoersafgoerelseAnmodning {
  /** Decision. */
  @DatoFelt('Hvornår afgørelsen om ophør blev truffet.', '2024-08-01', { hjemmel: OPFOELGNING })
  afgoerelseDato!: string;

  /** From when. */
  @DatoFelt('Hvornår indsatsen skal ophøre; ikke før afgørelsen.', '2024-09-01', { hjemmel: OPFOELGNING })
  virkningFra!: string;

  /** Why. */
  @Fritekst('Begrundelse.', 'Barnet har ikke længere behov for støtten.', { hjemmel: BEGRUNDELSE })
  begrundelse!: string;

  /** The child's view. */
  @Fritekst('Barnets holdning.', 'Vil gerne beholde kontaktpersonen.', { hjemmel: SAMTALE })
  barnetsHoldning!: string;

  /** The child's talk. */
  @ObjektFelt('Samtalen med barnet: enten `dato` eller `undladt`.', () => BoernesamtaleVedAfgoerelse, {
    valgfri: true,
    hjemmel: SAMTALE,
    kraevesNaar: 'der træffes afgørelse',
  })
  boernesamtale?: BoernesamtaleVedAfgoerelse;

  /** Hearings. */
  @UuidListe('Partshøringerne.', [ID], {
    maks: 20,
    valgfri: true,
    hjemmel: HOERING,
    kraevesNaar: 'loven ikke gør en undtagelse',
  })
  partshoeringIder?: string[];

  /** Exception from the hearing. */
  @ObjektFelt('Hvorfor parter ikke er hørt.', () => HoeringsundtagelseAnmodning, {
    valgfri: true,
    hjemmel: UNDTAGELSE,
    kraevesNaar: 'ikke alle parter er hørt',
  })
  hoeringsundtagelse?: HoeringsundtagelseAnmodning;
}
