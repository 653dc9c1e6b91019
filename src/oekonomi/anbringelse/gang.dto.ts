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
import { type Soeskendeudfald, type Stoettepersonsvar } from './tilstand.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000007';
export const STOETTESVAR: readonly Stoettepersonsvar[] = ['oensker', 'afslaar', 'afventer'];
const FLYTNING = 'SEL §§ 68 b og 69, stk. 3 / BL §§ 52 og 98';
const STED = 'SEL § 66 / BL § 43, stk. 1';
const TVANG = 'SEL §§ 58 og 74 / BL §§ 47 og 142';
const SAMTALE = 'SEL § 48 / BL § 5, stk. 3-4';
const BEGRUNDELSE = 'forvaltningsloven §§ 22-24';
const STOETTEPERSON = 'SEL § 54 / BL § 75';
const FORAELDREPLAN = 'SEL § 54, stk. 2 / BL §§ 76-79';
const PLANUDLEVERING = 'SEL § 140 / BL § 109, stk. 5';
const SOESKENDE = 'BL § 21, stk. 2-3';
export const SOESKENDEUDFALD: readonly Soeskendeudfald[] = [
  'undersoeges',
  'undladt',
  'ikke-under-15',
  'ikke-i-husstanden',
];
const TILSYN = 'SEL § 148 / BL § 156, stk. 5';
const SOCIALTILSYN = 'SEL § 148 / BL § 156, stk. 4';
const GRUNDLAGET = 'SEL §§ 52, 58, 75 og 76 / BL §§ 46, 47, 114 og 143';

export class StedskifteAnmodning {
  /** Decision. */
  @DatoFelt('Hvornår det blev afgjort.', '2024-06-01', { hjemmel: FLYTNING })
  afgoerelseDato!: string;

  /** Moved. */
  @DatoFelt('Hvornår barnet flyttede.', '2024-06-10', { hjemmel: FLYTNING })
  dato!: string;

  /** Kind of place. */
  @Kode('Det nye steds type.', 'opholdssted', { hjemmel: STED })
  stedtype!: string;

  /** Place. */
  @Tekst('Det nye sted.', 'Opholdsstedet Prøven', { hjemmel: STED })
  sted!: string;

  /** Approved. */
  @DatoFelt('Hvornår stedet blev godkendt.', '2024-01-10', { hjemmel: 'SEL § 66 / BL § 43, stk. 2' })
  stedGodkendt!: string;

  /** Consent. */
  @ObjektListe(
    'Samtykkerne til flytningen: alle med forældremyndighed, og den unge fra 15 år. Udelades, når udvalget har afgjort den.',
    () => SamtykkeAnmodning,
    { maks: 20, valgfri: true, hjemmel: FLYTNING, kraevesNaar: 'udvalget ikke har afgjort flytningen' },
  )
  samtykker?: SamtykkeAnmodning[];

  /** The committee. */
  @ObjektFelt('Udvalgets afgørelse, når nogen ikke samtykker.', () => UdvalgAnmodning, {
    valgfri: true,
    hjemmel: FLYTNING,
    kraevesNaar: 'en, der skal samtykke, ikke gør det',
  })
  udvalg?: UdvalgAnmodning;

  /** The child's talk. */
  @ObjektFelt('Samtalen med barnet: enten `dato` eller `undladt`.', () => BoernesamtaleVedAfgoerelse, {
    valgfri: true,
    hjemmel: SAMTALE,
    kraevesNaar: 'der træffes afgørelse',
  })
  boernesamtale?: BoernesamtaleVedAfgoerelse;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Plejefamilien har opsagt aftalen.', { hjemmel: BEGRUNDELSE })
  begrundelse!: string;

  /** The child's view. */
  @Fritekst('Barnets holdning.', 'Vil gerne tættere på skolen.', { hjemmel: SAMTALE })
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
  @UuidFelt('Forælderen.', ID, { hjemmel: STOETTEPERSON })
  personId!: string;

  /** When. */
  @DatoFelt('Hvornår støttepersonen blev tilbudt.', '2024-03-20', { hjemmel: STOETTEPERSON })
  dato!: string;

  /** Answer. */
  @KodeAf('Svaret.', 'oensker', STOETTESVAR, { hjemmel: STOETTEPERSON })
  svar!: Stoettepersonsvar;
}

export class ForaeldrehandleplanAnmodning {
  /** Who. */
  @UuidFelt('Forælderen.', ID, { hjemmel: FORAELDREPLAN })
  personId!: string;

  /** When. */
  @DatoFelt('Hvornår planen blev lavet eller revideret.', '2024-04-15', { hjemmel: FORAELDREPLAN })
  dato!: string;

  /** Goals. */
  @Fritekst('Målene for forælderen.', 'Fast døgnrytme og ædru samvær.', { hjemmel: FORAELDREPLAN })
  maal!: string;

  /** Support. */
  @Fritekst('Støtten til forælderen.', 'Samtaler hver uge og rusmiddelbehandling.', { hjemmel: FORAELDREPLAN })
  stoette!: string;
}

export class PlanudleveringAnmodning {
  /** Plan. */
  @UuidFelt('Barnets gældende plan.', ID, { hjemmel: PLANUDLEVERING })
  planId!: string;

  /** When. */
  @DatoFelt('Hvornår.', '2024-03-20', { hjemmel: PLANUDLEVERING })
  dato!: string;

  /** Which parts. */
  @Fritekst('Hvilke dele stedet har fået.', 'Målene for skole og sundhed.', { maks: 2000, hjemmel: PLANUDLEVERING })
  dele!: string;
}

export class SoeskendesvarAnmodning {
  /** Who. */
  @UuidFelt('Barnets søskende.', ID, { hjemmel: SOESKENDE })
  personId!: string;

  /** Answer. */
  @KodeAf(
    'Om en børnefaglig undersøgelse sættes i gang, undlades, fordi der åbenbart ikke er behov for den, eller ikke kræves, fordi søskende var 15 år eller ikke hører til husstanden.',
    'undersoeges',
    SOESKENDEUDFALD,
    {
      valgfri: true,
      hjemmel: SOESKENDE,
      kraevesNaar: 'anbringelsen er afgjort efter barnets lov på grund af omsorgssvigt eller overgreb',
    },
  )
  udfald?: Soeskendeudfald;

  /** Reasons. */
  @Fritekst(
    'Hvorfor der åbenbart ikke er behov for en undersøgelse, eller hvad svaret ellers bygger på.',
    'Bor hos sin far.',
    {
      maks: 2000,
      valgfri: true,
      hjemmel: 'BL § 21, stk. 3',
      kraevesNaar: 'undersøgelsen undlades',
    },
  )
  begrundelse?: string;
}

export class SoeskendevurderingAnmodning {
  /** When. */
  @DatoFelt('Hvornår.', '2024-04-01', { hjemmel: SOESKENDE })
  dato!: string;

  /** Who. */
  @ObjektListe('Svaret for hver søskende; tom, når barnet ingen har.', () => SoeskendesvarAnmodning, {
    maks: 20,
    hjemmel: SOESKENDE,
  })
  soeskende!: SoeskendesvarAnmodning[];

  /** Assessment. */
  @Fritekst('Vurderingen.', 'Lillesøster får tilbudt samtaler.', { hjemmel: SOESKENDE })
  vurdering!: string;
}

export class TilsynAnmodning {
  /** When. */
  @DatoFelt('Hvornår besøget blev holdt.', '2024-06-15', { hjemmel: TILSYN })
  dato!: string;

  /** Talk. */
  @JaNej('Om der blev talt med barnet.', true, { hjemmel: TILSYN })
  samtale!: boolean;

  /** Without staff. */
  @JaNej('Om samtalen var uden personale.', true, { hjemmel: TILSYN })
  udenPersonale!: boolean;

  /** Worrying. */
  @JaNej('Om der er bekymrende forhold på stedet; socialtilsynet skal så have besked.', false, {
    hjemmel: SOCIALTILSYN,
  })
  bekymrende!: boolean;

  /** Assessment. */
  @Fritekst('Vurderingen.', 'Trives og er faldet til.', { hjemmel: TILSYN })
  vurdering!: string;

  /** What falls short. */
  @Fritekst('Hvorfor der ikke var en samtale, eller hvorfor personalet var til stede.', 'Barnet er otte måneder.', {
    valgfri: true,
    hjemmel: TILSYN,
    kraevesNaar: 'der ikke var en samtale, eller personalet var til stede',
  })
  forbehold?: string;
}

export class SocialtilsynAnmodning {
  /** When. */
  @DatoFelt('Hvornår socialtilsynet fik besked.', '2024-06-16', { hjemmel: SOCIALTILSYN })
  dato!: string;

  /** Visit. */
  @UuidFelt('Besøget, hvor det blev opdaget. Udelades: alle, der ikke er meldt.', ID, { valgfri: true })
  tilsynId?: string;

  /** What. */
  @Fritekst('Hvad der er bekymrende.', 'For få voksne om natten.', { hjemmel: SOCIALTILSYN })
  forhold!: string;
}

export class GrundlagAnmodning {
  /** New basis. */
  @KodeAf(
    'Hvad anbringelsen herefter hviler på: igen samtykke, udvalgets afgørelse, eller ungestøtte.',
    'tvang',
    GRUNDLAG,
    { hjemmel: GRUNDLAGET },
  )
  grundlag!: Grundlag;

  /** From when. */
  @DatoFelt('Fra hvornår.', '2024-07-01', { hjemmel: GRUNDLAGET })
  dato!: string;

  /** The committee. */
  @ObjektFelt('Udvalgets eller formandens afgørelse. Kræves ved tvang.', () => UdvalgAnmodning, {
    valgfri: true,
    hjemmel: TVANG,
    kraevesNaar: 'grundlaget er tvang',
  })
  udvalg?: UdvalgAnmodning;

  /** Consent. */
  @ObjektListe('Samtykkerne, når anbringelsen igen hviler på samtykke.', () => SamtykkeAnmodning, {
    maks: 20,
    valgfri: true,
    hjemmel: 'SEL § 52 / BL § 46, stk. 1-2',
    kraevesNaar: 'grundlaget er samtykke',
  })
  samtykker?: SamtykkeAnmodning[];

  /** The child's talk. */
  @ObjektFelt(
    'Samtalen med barnet: enten `dato` eller `undladt`. Kræves fra tvang til samtykke, som er en ny afgørelse.',
    () => BoernesamtaleVedAfgoerelse,
    { valgfri: true, hjemmel: SAMTALE, kraevesNaar: 'anbringelsen går fra tvang til samtykke' },
  )
  boernesamtale?: BoernesamtaleVedAfgoerelse;

  /** Reasons. */
  @Fritekst('Begrundelse. Kræves fra tvang til samtykke.', 'Forældrene er nu enige i anbringelsen.', {
    valgfri: true,
    hjemmel: BEGRUNDELSE,
    kraevesNaar: 'anbringelsen går fra tvang til samtykke',
  })
  begrundelse?: string;
}
