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
import { ANBRINGELSESTILSTANDE } from '../anbringelser/tilstand.js';
import { PRISENHEDER } from '../indsats/indsats.dto.js';
import { IndsatsopfoelgningVisning } from '../indsats/indsats.visning.js';
import { GRUNDLAG } from './anbringelse.dto.js';
import { SOESKENDEUDFALD, STOETTESVAR } from './gang.dto.js';
import { UNGESTOETTE } from './hjemgivelse.dto.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000007';

export class Stedvisning {
  /** Since. */
  @DatoFelt('Fra hvornår barnet bor der; forventet, når anbringelsen ikke er sat i værk.', '2024-03-20')
  fra!: string;

  /** Kind of place. */
  @Kode('Stedets type.', 'plejefamilie-almen')
  stedtype!: string;

  /** Place. */
  @Tekst('Stedet.', 'Plejefamilien Prøvesen')
  sted!: string;

  /** Basis. */
  @Tekst('Hjemlen for valget.', 'BL § 52')
  hjemmel!: string;
}

export class StoettepersonVisning {
  /** Who. */
  @UuidFelt('Forælderen.', ID)
  personId!: string;

  /** When. */
  @DatoFelt('Hvornår den blev tilbudt.', '2024-03-20')
  dato!: string;

  /** Answer. */
  @KodeAf('Svaret.', 'oensker', STOETTESVAR)
  svar!: string;
}

export class ForaeldrehandleplanVisning {
  /** Who. */
  @UuidFelt('Forælderen.', ID)
  personId!: string;

  /** When. */
  @DatoFelt('Hvornår den blev lavet eller revideret.', '2024-04-15')
  dato!: string;

  /** Goals. */
  @Fritekst('Målene for forælderen.', 'Fast døgnrytme og ædru samvær.')
  maal!: string;

  /** Support. */
  @Fritekst('Støtten til forælderen.', 'Samtaler hver uge og rusmiddelbehandling.')
  stoette!: string;
}

export class SoeskendesvarVisning {
  /** Who. */
  @UuidFelt('Søskende.', ID)
  personId!: string;

  /** When. */
  @DatoFelt('Hvornår der blev taget stilling.', '2024-04-01')
  dato!: string;

  /** Answer. */
  @KodeAf('Svaret.', 'undersoeges', SOESKENDEUDFALD)
  udfald!: string;

  /** Reasons. */
  @Fritekst('Hvad svaret bygger på.', 'Bor hos sin far.', { nulbar: true })
  begrundelse!: string | null;
}

export class TilsynVisning {
  /** Visit. */
  @UuidFelt('Besøgets id.', ID)
  tilsynId!: string;

  /** When. */
  @DatoFelt('Hvornår.', '2024-06-15')
  dato!: string;

  /** Talk. */
  @JaNej('Om der blev talt med barnet.', true)
  samtale!: boolean;

  /** Without staff. */
  @JaNej('Om samtalen var uden personale.', true)
  udenPersonale!: boolean;

  /** Worrying. */
  @JaNej('Om der er bekymrende forhold.', false)
  bekymrende!: boolean;

  /** Assessment. */
  @Fritekst('Vurderingen.', 'Trives og er faldet til.')
  vurdering!: string;

  /** What falls short. */
  @Fritekst('Hvorfor der ikke var en samtale uden personale.', 'Barnet er otte måneder.', { nulbar: true })
  forbehold!: string | null;
}

export class TilsynsopgoerelseVisning {
  /** Rolling. */
  @Heltal('Besøg i de seneste 12 måneder.', 2)
  rullende!: number;

  /** This year. */
  @Heltal('Besøg i år.', 1)
  iAar!: number;

  /** Last year. */
  @Heltal('Besøg sidste kalenderår, når barnet var anbragt hele året.', 2, { nulbar: true })
  sidsteAar!: number | null;
}

export class HjemgivelsesafgoerelseVisning {
  /** Decision. */
  @UuidFelt('Afgørelsen i sagen.', ID)
  afgoerelseId!: string;

  /** When. */
  @DatoFelt('Hvornår det blev afgjort.', '2024-08-01')
  afgoerelseDato!: string;

  /** Outcome. */
  @KodeAf('Udfald.', 'hjemgives', ['hjemgives', 'afslag'])
  udfald!: string;

  /** End of the period. */
  @DatoFelt('Hjemgivelsesperiodens sidste dag.', '2024-11-01', { nulbar: true })
  periodeSlut!: string | null;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Mor kan igen give barnet omsorg.')
  begrundelse!: string;

  /** Support. */
  @Fritekst('Støtten under og efter hjemgivelsen.', 'Familiebehandling ugentligt.', { nulbar: true })
  viderestoette!: string | null;
}

export class HjemgivelseVisning {
  /** Request. */
  @DatoFelt('Hvornår der senest er bedt om hjemgivelse.', '2024-07-01', { nulbar: true })
  anmodet!: string | null;

  /** Statement. */
  @DatoFelt('Hvornår stedet har udtalt sig.', '2024-07-10', { nulbar: true })
  udtalelse!: string | null;

  /** Committee. */
  @DatoFelt('Hvornår udvalget er orienteret.', '2024-08-02', { nulbar: true })
  udvalgOrienteret!: string | null;

  /** Decisions. */
  @ObjektListe('Afgørelserne, ældste først.', () => HjemgivelsesafgoerelseVisning)
  afgoerelser!: HjemgivelsesafgoerelseVisning[];
}

export class UngestoetteVisning {
  /** Decision. */
  @UuidFelt('Afgørelsen i sagen.', ID)
  afgoerelseId!: string;

  /** When. */
  @DatoFelt('Hvornår det blev afgjort.', '2024-05-01')
  afgoerelseDato!: string;

  /** Outcome. */
  @KodeAf('Udfald.', 'doegnophold', UNGESTOETTE)
  udfald!: string;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Den unge går i gang med en uddannelse.')
  begrundelse!: string;

  /** The young person's view. */
  @Fritekst('Den unges holdning.', 'Vil gerne blive boende.')
  ungesHoldning!: string;
}

export class AnbringelsesophoerVisning {
  /** When. */
  @DatoFelt('Hvornår.', '2024-11-01')
  dato!: string;

  /** Cause. */
  @Kode('Årsag.', 'hjemgivet')
  aarsag!: string;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Overgangen er forløbet roligt.')
  begrundelse!: string;
}

export class AnbringelseVisning {
  /** Id. */
  @UuidFelt('Anbringelsens id.', ID)
  anbringelseId!: string;

  /** Child. */
  @UuidFelt('Barnet.', ID)
  barnId!: string;

  /** Case. */
  @UuidFelt('Sagen.', ID)
  sagId!: string;

  /** Visitation. */
  @UuidFelt('Visitationen, som den blev afgjort i.', ID, { nulbar: true })
  visitationId!: string | null;

  /** Law of the decision. */
  @KodeAf('Loven på afgørelsesdagen.', 'BL', ['SEL', 'BL'])
  regime!: string;

  /** What it rests on. */
  @KodeAf('Hvad anbringelsen hviler på nu.', 'samtykke', GRUNDLAG)
  grundlag!: string;

  /** Paragraph. */
  @Tekst('Hjemlen for det, anbringelsen hviler på nu.', 'BL § 46')
  hjemmel!: string;

  /** State on the day. */
  @KodeAf('Hvor anbringelsen er; i hjemgivelsesperioden er barnet stadig anbragt.', 'ivaerksat', ANBRINGELSESTILSTANDE)
  tilstand!: string;

  /** Decision. */
  @DatoFelt('Afgørelse.', '2024-03-18')
  afgoerelseDato!: string;

  /** Expected start. */
  @DatoFelt('Hvornår den forventes at begynde.', '2024-03-20')
  forventetStart!: string;

  /** Duration. */
  @Heltal('Forventet varighed i måneder.', 24)
  varighedMaaneder!: number;

  /** Price. */
  @Heltal('Pris pr. enhed i øre.', 250_000)
  prisOere!: number;

  /** Unit. */
  @KodeAf('Prisens enhed.', 'doegn', PRISENHEDER)
  prisEnhed!: string;

  /** Investigation. */
  @UuidFelt('Undersøgelsen, som den bygger på.', ID, { nulbar: true })
  bfuId!: string | null;

  /** Plan. */
  @UuidFelt('Planen på afgørelsesdagen.', ID, { nulbar: true })
  planId!: string | null;

  /** Neglect. */
  @JaNej('Om den skyldes omsorgssvigt eller overgreb.', true)
  omsorgssvigt!: boolean;

  /** Purpose. */
  @Fritekst('Formålet.', 'Tryghed og stabilitet.')
  formaal!: string;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Åbenbar risiko for barnets udvikling.')
  begrundelse!: string;

  /** The child's view. */
  @Fritekst('Barnets holdning.', 'Vil helst blive hos mormor.')
  barnetsHoldning!: string;

  /** Started. */
  @DatoFelt('Hvornår barnet flyttede ind.', '2024-03-20', { nulbar: true })
  ivaerksatDato!: string | null;

  /** Of age. */
  @DatoFelt('Hvornår den unge fylder 18 år.', '2030-05-23', { nulbar: true })
  myndigDato!: string | null;

  /** Since when without consent. */
  @DatoFelt('Siden hvornår der ikke er samtykke.', '2024-07-01', { nulbar: true })
  samtykkeBortfaldet!: string | null;

  /** Places. */
  @ObjektListe('Stederne, ældste først; det sidste er det nuværende.', () => Stedvisning)
  steder!: Stedvisning[];

  /** Support persons. */
  @ObjektListe('Støttepersoner, der er tilbudt forældrene.', () => StoettepersonVisning)
  stoettepersoner!: StoettepersonVisning[];

  /** Plans of the parents. */
  @ObjektListe('Forældrehandleplanerne, ældste først; hver revision for sig.', () => ForaeldrehandleplanVisning)
  foraeldrehandleplaner!: ForaeldrehandleplanVisning[];

  /** Plan handed over. */
  @DatoFelt('Hvornår det nuværende sted fik de relevante dele af planen.', '2024-03-20', { nulbar: true })
  plandeleUdleveret!: string | null;

  /** Siblings. */
  @UuidListe('Søskende på afgørelsesdagen.', [ID])
  soeskende!: string[];

  /** Siblings judged. */
  @DatoFelt('Hvornår der senest er taget stilling til søskende.', '2024-04-01', { nulbar: true })
  soeskendeVurderet!: string | null;

  /** Answers. */
  @ObjektListe('Hvad der senest er svaret for hver søskende (BL § 21, stk. 2-3).', () => SoeskendesvarVisning)
  soeskendesvar!: SoeskendesvarVisning[];

  /** Visits. */
  @ObjektListe('Tilsynsbesøgene, ældste først.', () => TilsynVisning)
  tilsyn!: TilsynVisning[];

  /** How many visits. */
  @ObjektFelt('Hvor mange besøg der har været; loven siger to om året.', () => TilsynsopgoerelseVisning)
  tilsynsopgoerelse!: TilsynsopgoerelseVisning;

  /** Next visit. */
  @DatoFelt('Hvornår næste tilsynsbesøg senest skal holdes.', '2024-09-20', { nulbar: true })
  naesteTilsynSenest!: string | null;

  /** Follow-ups. */
  @ObjektListe('Opfølgningerne, ældste først.', () => IndsatsopfoelgningVisning)
  opfoelgninger!: IndsatsopfoelgningVisning[];

  /** Next follow-up. */
  @DatoFelt('Hvornår der senest skal følges op igen.', '2024-06-20', { nulbar: true })
  naesteOpfoelgning!: string | null;

  /** The way home. */
  @ObjektFelt('Hjemgivelsen: anmodning, udtalelse og afgørelser.', () => HjemgivelseVisning)
  hjemgivelse!: HjemgivelseVisning;

  /** Permanent. */
  @DatoFelt('Hvornår udvalget besluttede, at den er permanent.', '2027-03-01', { nulbar: true })
  permanent!: string | null;

  /** Support after 18. */
  @ObjektFelt('Den seneste afgørelse om ungestøtte.', () => UngestoetteVisning, { nulbar: true })
  ungestoette!: UngestoetteVisning | null;

  /** End. */
  @ObjektFelt('Ophøret.', () => AnbringelsesophoerVisning, { nulbar: true })
  ophoer!: AnbringelsesophoerVisning | null;

  /** Version. */
  @Heltal('Version; samme tal som ETag.', 3)
  version!: number;
}
