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
import {
  BoernesamtaleVedAfgoerelse,
  HoeringsundtagelseAnmodning,
  SamtykkeAnmodning,
} from '../../sagsstyring/sagsstyring.public.js';
import { PRISENHEDER } from '../indsats/indsats.dto.js';
import { type Prisenhed } from '../indsats/tilstand.js';
import { type Grundlag } from './beslutning.js';
import { type Anbringelsesophoer, type Stoettepersonsvar } from './tilstand.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000007';
export const GRUNDLAG: readonly Grundlag[] = ['samtykke', 'tvang', 'ungestoette'];
const UDEN_VISITATION: readonly Grundlag[] = ['tvang', 'ungestoette'];
export const STOETTESVAR: readonly Stoettepersonsvar[] = ['oensker', 'afslaar', 'afventer'];
const OPHOER: readonly Exclude<Anbringelsesophoer, 'hjemgivet'>[] = [
  'fyldt-18',
  'ungestoette-slut',
  'ikke-ivaerksat',
  'anden-kommune',
  'doed',
];

export class AnbringelseSvar extends KommandoSvar {
  /** The placement. */
  @UuidFelt('Anbringelsens id.', ID)
  anbringelseId!: string;
}

export class AnbringelsesafgoerelseSvar extends AnbringelseSvar {
  /** The decision. */
  @UuidFelt('Afgørelsen, som parterne skal have meddelt; null, når udvalget har truffet den.', ID, { nulbar: true })
  afgoerelseId!: string | null;
}

export class TilsynSvar extends AnbringelseSvar {
  /** The visit. */
  @UuidFelt('Besøgets id.', ID)
  tilsynId!: string;
}

export class AnbringelsesopfoelgningSvar extends AnbringelseSvar {
  /** The follow-up. */
  @UuidFelt('Opfølgningens id.', ID)
  opfoelgningId!: string;
}

export class UdvalgAnmodning {
  /** The committee's decision. */
  @UuidFelt('Udvalgets afgørelse i sagen. Angiv netop én af de tre.', ID, { valgfri: true })
  afgoerelseId?: string;

  /** The chairman's. */
  @UuidFelt('Formandens foreløbige afgørelse i sagen.', ID, { valgfri: true })
  formandsafgoerelseId?: string;

  /** Elsewhere. */
  @Tekst('Sags- eller protokolnummer, når afgørelsen ikke er i systemet: kun i en sag, der er overtaget.', '12/2024', {
    valgfri: true,
  })
  reference?: string;

  /** What was decided. */
  @Kode('Sammen med `reference`: hvad udvalget afgjorde, fra kodelisten `afgoerelser`.', 'anbringelse-uden-samtykke', {
    valgfri: true,
  })
  afgoerelseKode?: string;

  /** From where. */
  @Fritekst(
    'Sammen med `reference`: hvor sagen er overtaget fra, og hvordan afgørelsen er kendt.',
    'Overtaget fra nabokommunen; udskrift af protokollen ligger på sagen.',
    { valgfri: true },
  )
  overtaget?: string;

  /** When. */
  @DatoFelt('Hvornår den blev truffet.', '2024-03-18')
  dato!: string;
}

export class AnbringelseAnmodning {
  /** Basis. */
  @KodeAf(
    'Hvad anbringelsen hviler på: udvalgets afgørelse (`tvang`) eller ungestøtte (18-22 år). Med samtykke afgøres den i en visitation.',
    'tvang',
    UDEN_VISITATION,
  )
  grundlag!: Exclude<Grundlag, 'samtykke'>;

  /** Decision. */
  @DatoFelt('Hvornår anbringelsen blev afgjort.', '2024-03-18')
  afgoerelseDato!: string;

  /** The committee. */
  @ObjektFelt('Udvalgets eller formandens afgørelse. Kræves ved tvang.', () => UdvalgAnmodning, { valgfri: true })
  udvalg?: UdvalgAnmodning;

  /** Kind of place. */
  @Kode('Stedets type, fra listen over anbringelsessteder på dagen.', 'plejefamilie-almen')
  stedtype!: string;

  /** Place. */
  @Tekst('Stedet.', 'Plejefamilien Prøvesen')
  sted!: string;

  /** Approved. */
  @DatoFelt('Hvornår stedet blev godkendt; skal være før afgørelsen.', '2024-01-10')
  stedGodkendt!: string;

  /** Expected start. */
  @DatoFelt('Hvornår anbringelsen forventes at begynde.', '2024-03-20')
  forventetStart!: string;

  /** Duration. */
  @Heltal('Forventet varighed i måneder.', 24, { min: 1, maks: 276 })
  varighedMaaneder!: number;

  /** What it replaces. */
  @UuidFelt('En besluttet anbringelse, der ikke er begyndt, og som denne træder i stedet for; den ophører.', ID, {
    valgfri: true,
  })
  erstatterId?: string;

  /** Price. */
  @Heltal('Pris pr. enhed i øre.', 250_000, { min: 0, maks: 100_000_000 })
  prisOere!: number;

  /** Unit. */
  @KodeAf('Prisens enhed.', 'doegn', PRISENHEDER)
  prisEnhed!: Prisenhed;

  /** Neglect. */
  @JaNej('Om anbringelsen skyldes forældrenes omsorgssvigt; så vurderes også søskendes behov.', true)
  omsorgssvigt!: boolean;

  /** Investigation. */
  @UuidFelt('Undersøgelsen, som anbringelsen bygger på.', ID, { valgfri: true })
  bfuId?: string;

  /** Why before it is finished. */
  @Fritekst('Hvorfor undersøgelsen ikke kan afventes.', 'Barnet kan ikke vente.', { valgfri: true })
  udenUndersoegelse?: string;

  /** Plan. */
  @UuidFelt('Barnets plan; skal gælde før en afgørelse uden samtykke.', ID, { valgfri: true })
  planId?: string;

  /** Why without a plan. */
  @Fritekst(
    'Serviceloven, ungestøtte: hvorfor afgørelsen ikke kan vente på handleplanen. Ved tvang kan planen ikke undlades.',
    'Den unge står uden bolig.',
    { valgfri: true },
  )
  planUndtagelse?: string;

  /** The child's talk. */
  @ObjektFelt('Samtalen med barnet: enten `dato` eller `undladt`.', () => BoernesamtaleVedAfgoerelse, { valgfri: true })
  boernesamtale?: BoernesamtaleVedAfgoerelse;

  /** Purpose. */
  @Fritekst('Formålet.', 'Tryghed og stabilitet.')
  formaal!: string;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Åbenbar risiko for barnets udvikling.')
  begrundelse!: string;

  /** The child's view. */
  @Fritekst('Barnets holdning.', 'Vil helst blive hos mormor.')
  barnetsHoldning!: string;
}

export class AnbringelsesdatoAnmodning {
  /** When. */
  @DatoFelt('Hvornår.', '2024-03-20')
  dato!: string;
}

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

export class AnbringelsesophoerAnmodning {
  /** When. */
  @DatoFelt('Hvornår anbringelsen ophørte.', '2024-08-01')
  dato!: string;

  /** Cause. */
  @KodeAf('Årsag. Når barnet kommer hjem, bruges hjemgivelse.', 'fyldt-18', OPHOER)
  aarsag!: Exclude<Anbringelsesophoer, 'hjemgivet'>;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Den unge er fyldt 18 og flytter i egen bolig.')
  begrundelse!: string;
}
