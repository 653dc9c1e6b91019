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
import {
  BoernesamtaleVedAfgoerelse,
  HoeringsundtagelseAnmodning,
  SamtykkerVisning,
} from '../../sagsstyring/sagsstyring.public.js';
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
  @DatoFelt('Hvornår visitationen begyndte.', '2024-03-01')
  dato!: string;

  /** Investigation. */
  @UuidFelt('Undersøgelsen, som valget bygger på.', ID, { valgfri: true })
  bfuId?: string;

  /** Purpose. */
  @Fritekst('Det overordnede formål.', 'At barnet får ro og en stabil hverdag.')
  formaal!: string;
}

export class ForslagAnmodning {
  /** When proposed. */
  @DatoFelt('Hvornår indsatsen blev foreslået.', '2024-03-02')
  dato!: string;

  /** Code. */
  @Kode('Kode i kataloget over indsatser; `anbringelse` for anbringelse med samtykke.', 'kontaktperson')
  indsatskode!: string;

  /** Child or family. */
  @KodeAf('Om indsatsen retter sig mod barnet eller familien.', 'barn', MAALGRUPPER)
  maalgruppe!: Maalgruppe;

  /** Kind of place. */
  @Kode('Ved anbringelse: stedets type, fra listen over anbringelsessteder på dagen.', 'plejefamilie-almen', {
    valgfri: true,
  })
  stedtype?: string;

  /** Place. */
  @Tekst('Ved anbringelse: stedet.', 'Plejefamilien Prøvesen', { valgfri: true })
  sted?: string;

  /** Price. */
  @Heltal('Pris pr. enhed i øre.', 42_500, { min: 0, maks: 100_000_000 })
  prisOere!: number;

  /** Unit. */
  @KodeAf('Prisens enhed.', 'time', PRISENHEDER)
  prisEnhed!: Prisenhed;

  /** How many units. */
  @Tal('Antal enheder, højst to decimaler, højst 200.', 2.5)
  antal!: number;

  /** For which stretch of time. */
  @KodeAf('Hvad antallet gælder for: hvert døgn, hver uge, hver måned eller hele perioden.', 'uge', ANTAL_PR)
  antalPr!: Antalpr;

  /** Start. */
  @DatoFelt('Hvornår indsatsen forventes at begynde.', '2024-04-01')
  forventetStart!: string;

  /** Months. */
  @Heltal('Forventet varighed i måneder.', 12, { min: 1, maks: 276 })
  maaneder!: number;

  /** Why. */
  @Fritekst('Hvorfor den foreslås.', 'Barnet mangler en fast voksen uden for hjemmet.')
  begrundelse!: string;
}

export class FjernelseAnmodning {
  /** When. */
  @DatoFelt('Hvornår indsatsen blev taget ud.', '2024-03-03')
  dato!: string;

  /** Why. */
  @Fritekst('Hvorfor.', 'En mindre indgribende indsats er nok.')
  begrundelse!: string;
}

export class VisitationsdatoAnmodning {
  /** When. */
  @DatoFelt('Hvornår.', '2024-03-04')
  dato!: string;
}

export class VisitationsgodkendelseAnmodning extends VisitationsdatoAnmodning {
  /** By whom. */
  @KodeAf('Om det er en leder eller visitationsudvalget, der godkender.', 'leder', FORA)
  forum!: Forum;

  /** Who took part. */
  @TekstListe('Hvem der deltog i visitationsudvalgets møde; mindst to.', ['tl01', 'tl02'], { maks: 20, valgfri: true })
  deltagere?: string[];

  /** Remark. */
  @Fritekst('Bemærkning.', 'Evalueres efter et halvt år.', { valgfri: true })
  bemaerkning?: string;
}

export class BegrundetAnmodning extends VisitationsdatoAnmodning {
  /** Why. */
  @Fritekst('Begrundelse.', 'Undersøg først, om netværket kan hjælpe.')
  begrundelse!: string;
}

export class AnbringelsesvalgAnmodning {
  /** Approval of the place. */
  @DatoFelt('Hvornår anbringelsesstedet blev godkendt; skal være før afgørelsen.', '2024-01-10', { valgfri: true })
  stedGodkendt?: string;

  /** Neglect. */
  @JaNej('Om anbringelsen skyldes forældrenes omsorgssvigt; så vurderes også søskendes behov.', false)
  omsorgssvigt!: boolean;

  /** Why before the investigation is finished. */
  @Fritekst('Hvilke særlige forhold der gør, at undersøgelsen ikke kan afventes.', 'Mor er indlagt akut.', {
    valgfri: true,
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
  @DatoFelt('Hvornår afgørelsen blev truffet. Datoen afgør loven, parterne og hvem der skal samtykke.', '2024-03-20')
  afgoerelseDato!: string;

  /** What is granted. */
  @UuidListe('De forslag, der bevilges. Udelades: alle. Tom: afslag.', [ID], { maks: 20, valgfri: true })
  bevilgede?: string[];

  /** Duration. */
  @Heltal('Forventet varighed i måneder; afgørelsen skal angive den.', 12, { min: 1, maks: 276 })
  varighedMaaneder!: number;

  /** Purpose. */
  @Fritekst('Formålet; afgørelsen skal angive det.', 'Stabil skolegang.')
  formaal!: string;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Undersøgelsen peger på behov for en fast voksen.')
  begrundelse!: string;

  /** The child's view. */
  @Fritekst('Barnets holdning.', 'Vil gerne have en kontaktperson.')
  barnetsHoldning!: string;

  /** Plan. */
  @UuidFelt('Barnets plan. Barnets lov § 91: angiv den, eller begrund hvorfor der ikke laves en.', ID, {
    valgfri: true,
  })
  planId?: string;

  /** Why there is no plan. */
  @Fritekst(
    'Serviceloven: hvorfor indsatsen ikke kan vente på handleplanen. Barnets lov: hvorfor der ikke laves en plan.',
    'Indsatsen er kort og afgrænset.',
    { valgfri: true },
  )
  planUndtagelse?: string;

  /** The child's talk. */
  @ObjektFelt(
    'Samtalen med barnet, når den ikke er holdt i undersøgelsen: enten `dato` eller `undladt`.',
    () => BoernesamtaleVedAfgoerelse,
    { valgfri: true },
  )
  boernesamtale?: BoernesamtaleVedAfgoerelse;

  /** For a placement. */
  @ObjektFelt('Ved anbringelse.', () => AnbringelsesvalgAnmodning, { valgfri: true })
  anbringelse?: AnbringelsesvalgAnmodning;

  /** Hearings. */
  @UuidListe('Partshøringerne, når afgørelsen går en part imod eller træffes uden et samtykke.', [ID], {
    maks: 20,
    valgfri: true,
  })
  partshoeringIder?: string[];

  /** Exception from the hearing. */
  @ObjektFelt('Hvorfor parter ikke er hørt.', () => HoeringsundtagelseAnmodning, { valgfri: true })
  hoeringsundtagelse?: HoeringsundtagelseAnmodning;
}

export class AarsomkostningVisning {
  /** Year. */
  @Heltal('År.', 2024) aar!: number;
  /** Cost. */
  @Heltal('Øre.', 4_166_517) oere!: number;
}

export class ForslagVisning {
  /** Id. */
  @UuidFelt('Forslagets id.', ID) forslagId!: string;
  /** Code. */
  @Kode('Kode.', 'kontaktperson') indsatskode!: string;
  /** Name. */
  @Tekst('Navn.', 'Fast kontaktperson', { maks: 300 }) indsatsnavn!: string;
  /** Child or family. */
  @KodeAf('Målgruppe.', 'barn', MAALGRUPPER) maalgruppe!: string;
  /** Placement. */
  @JaNej('Om det er en anbringelse.', false) anbringelse!: boolean;
  /** Kind of place. */
  @Kode('Stedets type.', 'plejefamilie-almen', { nulbar: true }) stedtype!: string | null;
  /** Place. */
  @Tekst('Stedet.', 'Plejefamilien Prøvesen', { nulbar: true }) sted!: string | null;
  /** Paragraph. */
  @Tekst('Hjemmel.', 'BL § 32, stk. 1, nr. 3') hjemmel!: string;
  /** Price. */
  @Heltal('Pris pr. enhed i øre.', 42_500) prisOere!: number;
  /** Unit. */
  @KodeAf('Enhed.', 'time', PRISENHEDER) prisEnhed!: string;
  /** Units. */
  @Tal('Antal enheder.', 2.5) antal!: number;
  /** Stretch. */
  @KodeAf('Hvad antallet gælder for.', 'uge', ANTAL_PR) antalPr!: string;
  /** Start. */
  @DatoFelt('Forventet start.', '2024-04-01') forventetStart!: string;
  /** Months. */
  @Heltal('Måneder.', 12) maaneder!: number;
  /** Whole cost. */
  @Heltal('Forventet omkostning i hele perioden, i øre.', 5_555_357) ialtOere!: number;
  /** Monthly. */
  @Heltal('I gennemsnit pr. måned, i øre.', 462_946) prMaanedOere!: number;
  /** Yearly. */
  @ObjektListe('År for år.', () => AarsomkostningVisning) prAar!: AarsomkostningVisning[];
  /** Why. */
  @Fritekst('Begrundelse.', 'Barnet mangler en fast voksen.') begrundelse!: string;
}

export class OmkostningVisning {
  /** Whole. */
  @Heltal('Samlet forventet omkostning i øre.', 5_555_357) ialtOere!: number;
  /** Monthly. */
  @Heltal('I gennemsnit pr. måned over den længste periode, i øre.', 462_946) prMaanedOere!: number;
  /** Yearly. */
  @ObjektListe('År for år.', () => AarsomkostningVisning) prAar!: AarsomkostningVisning[];
}

export class VisitationVisning {
  /** Id. */
  @UuidFelt('Visitationens id.', ID) visitationId!: string;
  /** Child. */
  @UuidFelt('Barnet.', ID) barnId!: string;
  /** Case. */
  @UuidFelt('Sagen.', ID) sagId!: string;
  /** Phase. */
  @KodeAf('Fase.', 'oekonomi-beregnet', VISITATIONSFASER) fase!: string;
  /** Begun. */
  @DatoFelt('Påbegyndt.', '2024-03-01') dato!: string;
  /** Investigation. */
  @UuidFelt('Undersøgelsen.', ID, { nulbar: true }) bfuId!: string | null;
  /** Purpose. */
  @Fritekst('Det overordnede formål.', 'At barnet får ro.') formaal!: string;
  /** Number. */
  @Heltal('Forslagets nummer; stiger ved hver ændring. Samtykke og godkendelse gælder et nummer.', 2) nummer!: number;
  /** Proposals. */
  @ObjektListe('De foreslåede indsatser med omkostning.', () => ForslagVisning) forslag!: ForslagVisning[];
  /** Cost. */
  @ObjektFelt('Den samlede forventede omkostning.', () => OmkostningVisning) omkostning!: OmkostningVisning;
  /** Approved. */
  @DatoFelt('Hvornår omkostningen blev godkendt.', '2024-03-05', { nulbar: true }) godkendt!: string | null;
  /** Consent. */
  @ObjektFelt('Samtykke: hvad der kræves nu, og hvad der er sagt.', () => SamtykkerVisning)
  samtykker!: SamtykkerVisning;
  /** Decision. */
  @DatoFelt('Afgørelsen.', '2024-03-20', { nulbar: true }) afgoerelseDato!: string | null;
  /** Decisions. */
  @UuidListe('Afgørelserne, som parterne skal have meddelt.', [ID]) afgoerelseIder!: string[];
  /** Granted. */
  @ObjektListe('Det bevilgede.', () => BevilgetVisning) bevilgede!: BevilgetVisning[];
  /** Version, for If-Match. */
  @Heltal('Version til If-Match.', 4) version!: number;
}
