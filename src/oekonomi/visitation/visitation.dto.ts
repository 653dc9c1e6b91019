import {
  DatoFelt,
  Fritekst,
  Heltal,
  JaNej,
  Kode,
  KodeAf,
  ObjektFelt,
  ObjektListe,
  Tal,
  Tekst,
  TekstListe,
  UuidFelt,
  UuidListe,
} from '../../platform/http/felt.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { BoernesamtaleVedAfgoerelse, HoeringsundtagelseAnmodning } from '../../sagsstyring/sagsstyring.public.js';
import { MAALGRUPPER, PRISENHEDER } from '../indsats/indsats.dto.js';
import { ANTAL_PR } from '../indsats/justering.dto.js';
import { type Antalpr, type Maalgruppe, type Prisenhed } from '../indsats/tilstand.js';
import { type Visitationsfase } from './tilstand.js';
import { type Forum } from './kommandoer.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000006';
const FORA: readonly Forum[] = ['leder', 'visitationsudvalg'];
export const VISITATIONSFASER: readonly Visitationsfase[] = [
  'forslag-under-udarbejdelse',
  'oekonomi-beregnet',
  'til-godkendelse',
  'godkendt',
  'samtykke-afklaret',
  'afgjort',
  'meddelt',
  'overgivet-til-tvang',
  'opgivet',
];
const UDEN_SAMTYKKE = 'SEL §§ 56 og 58 / BL §§ 37-39 og 47';
const HELHED = 'retssikkerhedsloven §§ 5 og 10';
const INDSATS = 'SEL §§ 11, 52 og 68 b / BL §§ 30-32, 46 og 52';
const FORMAAL = 'SEL § 52 / BL § 32, stk. 3; § 46, stk. 1';
const STED = 'SEL § 66 / BL § 43';
const STED_GODKENDT = 'SEL § 66 / BL § 43, stk. 2';
const PLAN = 'SEL § 140, stk. 1 / BL § 91, stk. 1';
const SAMTALE = 'SEL § 48 / BL § 5, stk. 3-4';
const BEVILLING = 'kommunestyrelsesloven § 40, stk. 2';
const NOTATPLIGT = 'offentlighedsloven § 13';

export class VisitationSvar extends KommandoSvar {
  /** The visitation. */
  @UuidFelt('Visitationens id.', ID)
  visitationId!: string;
}

export class ForslagSvar extends VisitationSvar {
  /** The proposed measure. */
  @UuidFelt('Det foreslåedes id.', ID)
  forslagId!: string;
}

export class BevilgetVisning {
  /** Proposal. */
  @UuidFelt('Forslaget.', ID) forslagId!: string;
  /** What it became. */
  @UuidFelt('Indsatsens eller anbringelsens id.', ID) enkeltsagId!: string;
  /** Placement. */
  @JaNej('Om det er en anbringelse (ellers en indsats).', false) anbringelse!: boolean;
}

export class VisitationsafgoerelseSvar extends VisitationSvar {
  /** What was granted. */
  @ObjektListe('Det, der er bevilget.', () => BevilgetVisning)
  bevilgede!: BevilgetVisning[];

  /** The decisions that the parties must be told. */
  @UuidListe('Afgørelserne, som parterne skal have meddelt.', [ID])
  afgoerelseIder!: string[];
}

export class TvangssporSvar extends VisitationSvar {
  /** Paragraphs of the track. */
  @TekstListe('Paragrafferne for sporet uden samtykke.', ['BL § 47'])
  spor!: string[];
}

export class VisitationAnmodning {
  /** When begun. */
  @DatoFelt('Hvornår visitationen begyndte.', '2024-03-01', { hjemmel: HELHED })
  dato!: string;

  /** Investigation. */
  @UuidFelt('Undersøgelsen, som valget bygger på.', ID, { valgfri: true })
  bfuId?: string;

  /** Purpose. */
  @Fritekst('Det overordnede formål.', 'At barnet får ro og en stabil hverdag.', { hjemmel: FORMAAL })
  formaal!: string;
}

export class ForslagAnmodning {
  /** When proposed. */
  @DatoFelt('Hvornår indsatsen blev foreslået.', '2024-03-02', { hjemmel: HELHED })
  dato!: string;

  /** Code. */
  @Kode('Kode i kataloget over indsatser; `anbringelse` for anbringelse med samtykke.', 'kontaktperson', {
    hjemmel: INDSATS,
  })
  indsatskode!: string;

  /** Child or family. */
  @KodeAf('Om indsatsen retter sig mod barnet eller familien.', 'barn', MAALGRUPPER, {
    hjemmel: 'retssikkerhedsloven § 84, databekendtgørelsen',
  })
  maalgruppe!: Maalgruppe;

  /** Kind of place. */
  @Kode('Ved anbringelse: stedets type, fra listen over anbringelsessteder på dagen.', 'plejefamilie-almen', {
    valgfri: true,
    hjemmel: STED,
    kraevesNaar: 'indsatsen er en anbringelse',
  })
  stedtype?: string;

  /** Place. */
  @Tekst('Ved anbringelse: stedet.', 'Plejefamilien Prøvesen', {
    valgfri: true,
    hjemmel: STED,
    kraevesNaar: 'indsatsen er en anbringelse',
  })
  sted?: string;

  /** Price. */
  @Heltal('Pris pr. enhed i øre.', 42_500, { min: 0, maks: 100_000_000, hjemmel: BEVILLING })
  prisOere!: number;

  /** Unit. */
  @KodeAf('Prisens enhed.', 'time', PRISENHEDER, { hjemmel: BEVILLING })
  prisEnhed!: Prisenhed;

  /** How many units. */
  @Tal('Antal enheder, højst to decimaler, højst 200.', 2.5, { hjemmel: BEVILLING })
  antal!: number;

  /** For which stretch of time. */
  @KodeAf('Hvad antallet gælder for: hvert døgn, hver uge, hver måned eller hele perioden.', 'uge', ANTAL_PR, {
    hjemmel: BEVILLING,
  })
  antalPr!: Antalpr;

  /** Start. */
  @DatoFelt('Hvornår indsatsen forventes at begynde.', '2024-04-01', { hjemmel: INDSATS })
  forventetStart!: string;

  /** Months. */
  @Heltal('Forventet varighed i måneder.', 12, { min: 1, maks: 276, hjemmel: FORMAAL })
  maaneder!: number;

  /** Why. */
  @Fritekst('Hvorfor den foreslås.', 'Barnet mangler en fast voksen uden for hjemmet.', { hjemmel: HELHED })
  begrundelse!: string;
}

export class FjernelseAnmodning {
  /** When. */
  @DatoFelt('Hvornår indsatsen blev taget ud.', '2024-03-03', { hjemmel: NOTATPLIGT })
  dato!: string;

  /** Why. */
  @Fritekst('Hvorfor.', 'En mindre indgribende indsats er nok.', { hjemmel: NOTATPLIGT })
  begrundelse!: string;
}

export class VisitationsdatoAnmodning {
  /** When. */
  @DatoFelt('Hvornår.', '2024-03-04', { hjemmel: NOTATPLIGT })
  dato!: string;
}

export class VisitationsgodkendelseAnmodning extends VisitationsdatoAnmodning {
  /** By whom. */
  @KodeAf('Om det er en leder eller visitationsudvalget, der godkender.', 'leder', FORA, { hjemmel: BEVILLING })
  forum!: Forum;

  /** Who took part. */
  @TekstListe('Hvem der deltog i visitationsudvalgets møde; mindst to.', ['tl01', 'tl02'], {
    maks: 20,
    valgfri: true,
    hjemmel: BEVILLING,
    kraevesNaar: 'visitationsudvalget godkender',
  })
  deltagere?: string[];

  /** Remark. */
  @Fritekst('Bemærkning.', 'Evalueres efter et halvt år.', { valgfri: true })
  bemaerkning?: string;
}

export class BegrundetAnmodning extends VisitationsdatoAnmodning {
  /** Why. */
  @Fritekst('Begrundelse.', 'Undersøg først, om netværket kan hjælpe.', { hjemmel: NOTATPLIGT })
  begrundelse!: string;
}

export class VisitationsmeddelelseAnmodning {
  /** When. */
  @DatoFelt('Hvornår den sidste part havde fået afgørelsen.', '2024-03-25', { hjemmel: 'forvaltningsloven §§ 22-25' })
  dato!: string;
}

export class TvangssporAnmodning {
  /** When. */
  @DatoFelt('Hvornår sagen blev overgivet.', '2024-03-04', { hjemmel: UDEN_SAMTYKKE })
  dato!: string;

  /** Why. */
  @Fritekst('Hvorfor der ikke er et samtykke.', 'Far siger nej til al hjælp.', { hjemmel: UDEN_SAMTYKKE })
  begrundelse!: string;
}

export class AnbringelsesvalgAnmodning {
  /** Approval of the place. */
  @DatoFelt('Hvornår anbringelsesstedet blev godkendt; skal være før afgørelsen.', '2024-01-10', {
    valgfri: true,
    hjemmel: STED_GODKENDT,
    kraevesNaar: 'en anbringelse bevilges',
  })
  stedGodkendt?: string;

  /** Neglect. */
  @JaNej(
    'Om anbringelsen skyldes omsorgssvigt eller overgreb, barnet har været udsat for; så tages der også stilling til søskende.',
    false,
    {
      hjemmel: 'BL § 21, stk. 2',
    },
  )
  omsorgssvigt!: boolean;

  /** Why before the investigation is finished. */
  @Fritekst('Hvilke særlige forhold der gør, at undersøgelsen ikke kan afventes.', 'Mor er indlagt akut.', {
    valgfri: true,
    hjemmel: 'SEL § 52, stk. 2 / BL § 46, stk. 3',
    kraevesNaar: 'en anbringelse bevilges, før undersøgelsen er afsluttet',
  })
  udenUndersoegelse?: string;

  /** What it replaces. */
  @UuidFelt('En besluttet anbringelse, der ikke er begyndt, og som denne træder i stedet for; den ophører.', ID, {
    valgfri: true,
  })
  erstatterId?: string;
}

export class VisitationsafgoerelseAnmodning {
  /** Decision. */
  @DatoFelt('Hvornår afgørelsen blev truffet. Datoen afgør loven, parterne og hvem der skal samtykke.', '2024-03-20', {
    hjemmel: INDSATS,
  })
  afgoerelseDato!: string;

  /** What is granted. */
  @UuidListe('De forslag, der bevilges. Udelades: alle. Tom: afslag.', [ID], { maks: 20, valgfri: true })
  bevilgede?: string[];

  /** Duration. */
  @Heltal('Forventet varighed i måneder; afgørelsen skal angive den.', 12, { min: 1, maks: 276, hjemmel: FORMAAL })
  varighedMaaneder!: number;

  /** Purpose. */
  @Fritekst('Formålet; afgørelsen skal angive det.', 'Stabil skolegang.', { hjemmel: FORMAAL })
  formaal!: string;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Undersøgelsen peger på behov for en fast voksen.', {
    hjemmel: 'forvaltningsloven §§ 22-24',
  })
  begrundelse!: string;

  /** The child's view. */
  @Fritekst('Barnets holdning.', 'Vil gerne have en kontaktperson.', { hjemmel: SAMTALE })
  barnetsHoldning!: string;

  /** Plan. */
  @UuidFelt('Barnets plan. Barnets lov § 91: angiv den, eller begrund hvorfor der ikke laves en.', ID, {
    valgfri: true,
    hjemmel: PLAN,
    kraevesNaar: 'loven kræver en plan først, og den ikke undtages',
  })
  planId?: string;

  /** Why there is no plan. */
  @Fritekst(
    'Serviceloven: hvorfor indsatsen ikke kan vente på handleplanen. Barnets lov: hvorfor der ikke laves en plan.',
    'Indsatsen er kort og afgrænset.',
    { valgfri: true, hjemmel: PLAN, kraevesNaar: 'loven kræver en plan først, og der ikke er en' },
  )
  planUndtagelse?: string;

  /** The child's talk. */
  @ObjektFelt(
    'Samtalen med barnet, når den ikke er holdt i undersøgelsen: enten `dato` eller `undladt`.',
    () => BoernesamtaleVedAfgoerelse,
    {
      valgfri: true,
      hjemmel: SAMTALE,
      kraevesNaar: 'loven kræver den om afgørelsen, og den ikke er holdt i undersøgelsen',
    },
  )
  boernesamtale?: BoernesamtaleVedAfgoerelse;

  /** For a placement. */
  @ObjektFelt('Ved anbringelse.', () => AnbringelsesvalgAnmodning, {
    valgfri: true,
    hjemmel: STED_GODKENDT,
    kraevesNaar: 'en anbringelse bevilges',
  })
  anbringelse?: AnbringelsesvalgAnmodning;

  /** Hearings. */
  @UuidListe('Partshøringerne, når afgørelsen går en part imod eller træffes uden et samtykke.', [ID], {
    maks: 20,
    valgfri: true,
    hjemmel: 'forvaltningsloven § 19',
    kraevesNaar: 'afgørelsen går en part imod eller træffes uden et samtykke, og loven ikke gør en undtagelse',
  })
  partshoeringIder?: string[];

  /** Exception from the hearing. */
  @ObjektFelt('Hvorfor parter ikke er hørt.', () => HoeringsundtagelseAnmodning, {
    valgfri: true,
    hjemmel: 'forvaltningsloven § 19, stk. 2',
    kraevesNaar: 'afgørelsen går en part imod eller træffes uden et samtykke, og ikke alle parter er hørt',
  })
  hoeringsundtagelse?: HoeringsundtagelseAnmodning;
}
