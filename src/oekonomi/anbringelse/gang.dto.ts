import {
  DatoFelt,
  Fritekst,
  JaNej,
  Kode,
  KodeAf,
  ObjektFelt,
  ObjektListe,
  Tekst,
  UuidFelt,
  UuidListe,
} from '../../platform/http/felt.js';
import {
  BoernesamtaleVedAfgoerelse,
  HoeringsundtagelseAnmodning,
  SamtykkeAnmodning,
} from '../../sagsstyring/sagsstyring.public.js';
import { GRUNDLAG, UdvalgAnmodning } from './anbringelse.dto.js';
import { type Grundlag } from './beslutning.js';
import { type Stoettepersonsvar } from './tilstand.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000007';
export const STOETTESVAR: readonly Stoettepersonsvar[] = ['oensker', 'afslaar', 'afventer'];

export class StedskifteAnmodning {
  /** Decision. */
  @DatoFelt('Hvornår det blev afgjort.', '2024-06-01')
  afgoerelseDato!: string;

  /** Moved. */
  @DatoFelt('Hvornår barnet flyttede.', '2024-06-10')
  dato!: string;

  /** Kind of place. */
  @Kode('Det nye steds type.', 'opholdssted')
  stedtype!: string;

  /** Place. */
  @Tekst('Det nye sted.', 'Opholdsstedet Prøven')
  sted!: string;

  /** Approved. */
  @DatoFelt('Hvornår stedet blev godkendt.', '2024-01-10')
  stedGodkendt!: string;

  /** Consent. */
  @ObjektListe(
    'Samtykkerne til flytningen: alle med forældremyndighed, og den unge fra 15 år. Udelades, når udvalget har afgjort den.',
    () => SamtykkeAnmodning,
    { maks: 20, valgfri: true },
  )
  samtykker?: SamtykkeAnmodning[];

  /** The committee. */
  @ObjektFelt('Udvalgets afgørelse, når nogen ikke samtykker.', () => UdvalgAnmodning, { valgfri: true })
  udvalg?: UdvalgAnmodning;

  /** The child's talk. */
  @ObjektFelt('Samtalen med barnet: enten `dato` eller `undladt`.', () => BoernesamtaleVedAfgoerelse, { valgfri: true })
  boernesamtale?: BoernesamtaleVedAfgoerelse;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Plejefamilien har opsagt aftalen.')
  begrundelse!: string;

  /** The child's view. */
  @Fritekst('Barnets holdning.', 'Vil gerne tættere på skolen.')
  barnetsHoldning!: string;

  /** Hearings. */
  @UuidListe('Partshøringerne.', [ID], { maks: 20, valgfri: true })
  partshoeringIder?: string[];

  /** Exception from the hearing. */
  @ObjektFelt('Hvorfor parter ikke er hørt.', () => HoeringsundtagelseAnmodning, { valgfri: true })
  hoeringsundtagelse?: HoeringsundtagelseAnmodning;
}

export class StoettepersonAnmodning {
  /** Who. */
  @UuidFelt('Forælderen.', ID)
  personId!: string;

  /** When. */
  @DatoFelt('Hvornår støttepersonen blev tilbudt.', '2024-03-20')
  dato!: string;

  /** Answer. */
  @KodeAf('Svaret.', 'oensker', STOETTESVAR)
  svar!: Stoettepersonsvar;
}

export class ForaeldrehandleplanAnmodning {
  /** Who. */
  @UuidFelt('Forælderen.', ID)
  personId!: string;

  /** When. */
  @DatoFelt('Hvornår planen blev lavet eller revideret.', '2024-04-15')
  dato!: string;

  /** Goals. */
  @Fritekst('Målene for forælderen.', 'Fast døgnrytme og ædru samvær.')
  maal!: string;

  /** Support. */
  @Fritekst('Støtten til forælderen.', 'Samtaler hver uge og rusmiddelbehandling.')
  stoette!: string;
}

export class PlanudleveringAnmodning {
  /** Plan. */
  @UuidFelt('Barnets gældende plan.', ID)
  planId!: string;

  /** When. */
  @DatoFelt('Hvornår.', '2024-03-20')
  dato!: string;

  /** Which parts. */
  @Fritekst('Hvilke dele stedet har fået.', 'Målene for skole og sundhed.', { maks: 2000 })
  dele!: string;
}

export class SoeskendevurderingAnmodning {
  /** When. */
  @DatoFelt('Hvornår.', '2024-04-01')
  dato!: string;

  /** Who. */
  @UuidListe('Søskende, der er vurderet.', [ID], { maks: 20 })
  soeskende!: string[];

  /** Assessment. */
  @Fritekst('Vurderingen.', 'Lillesøster får tilbudt samtaler.')
  vurdering!: string;
}

export class TilsynAnmodning {
  /** When. */
  @DatoFelt('Hvornår besøget blev holdt.', '2024-06-15')
  dato!: string;

  /** Talk. */
  @JaNej('Om der blev talt med barnet.', true)
  samtale!: boolean;

  /** Without staff. */
  @JaNej('Om samtalen var uden personale.', true)
  udenPersonale!: boolean;

  /** Worrying. */
  @JaNej('Om der er bekymrende forhold på stedet; socialtilsynet skal så have besked.', false)
  bekymrende!: boolean;

  /** Assessment. */
  @Fritekst('Vurderingen.', 'Trives og er faldet til.')
  vurdering!: string;

  /** What falls short. */
  @Fritekst('Hvorfor der ikke var en samtale, eller hvorfor personalet var til stede.', 'Barnet er otte måneder.', {
    valgfri: true,
  })
  forbehold?: string;
}

export class SocialtilsynAnmodning {
  /** When. */
  @DatoFelt('Hvornår socialtilsynet fik besked.', '2024-06-16')
  dato!: string;

  /** Visit. */
  @UuidFelt('Besøget, hvor det blev opdaget. Udelades: alle, der ikke er meldt.', ID, { valgfri: true })
  tilsynId?: string;

  /** What. */
  @Fritekst('Hvad der er bekymrende.', 'For få voksne om natten.')
  forhold!: string;
}

export class GrundlagAnmodning {
  /** New basis. */
  @KodeAf(
    'Hvad anbringelsen herefter hviler på: igen samtykke, udvalgets afgørelse, eller ungestøtte.',
    'tvang',
    GRUNDLAG,
  )
  grundlag!: Grundlag;

  /** From when. */
  @DatoFelt('Fra hvornår.', '2024-07-01')
  dato!: string;

  /** The committee. */
  @ObjektFelt('Udvalgets eller formandens afgørelse. Kræves ved tvang.', () => UdvalgAnmodning, { valgfri: true })
  udvalg?: UdvalgAnmodning;

  /** Consent. */
  @ObjektListe('Samtykkerne, når anbringelsen igen hviler på samtykke.', () => SamtykkeAnmodning, {
    maks: 20,
    valgfri: true,
  })
  samtykker?: SamtykkeAnmodning[];

  /** The child's talk. */
  @ObjektFelt(
    'Samtalen med barnet: enten `dato` eller `undladt`. Kræves fra tvang til samtykke, som er en ny afgørelse.',
    () => BoernesamtaleVedAfgoerelse,
    { valgfri: true },
  )
  boernesamtale?: BoernesamtaleVedAfgoerelse;

  /** Reasons. */
  @Fritekst('Begrundelse. Kræves fra tvang til samtykke.', 'Forældrene er nu enige i anbringelsen.', { valgfri: true })
  begrundelse?: string;
}
