import {
  DatoFelt,
  Fritekst,
  Heltal,
  JaNej,
  Kode,
  KodeAf,
  ObjektFelt,
  Tekst,
  UuidFelt,
} from '../../platform/http/felt.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { BoernesamtaleVedAfgoerelse } from '../../sagsstyring/sagsstyring.public.js';
import { PRISENHEDER } from '../indsats/indsats.dto.js';
import { type Prisenhed } from '../indsats/tilstand.js';
import { type Grundlag } from './beslutning.js';
import { type Anbringelsesophoer } from './tilstand.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000007';
export const GRUNDLAG: readonly Grundlag[] = ['samtykke', 'tvang', 'ungestoette'];
const UDEN_VISITATION: readonly Grundlag[] = ['tvang', 'ungestoette'];
const OPHOER: readonly Exclude<Anbringelsesophoer, 'hjemgivet'>[] = [
  'fyldt-18',
  'ungestoette-slut',
  'ikke-ivaerksat',
  'anden-kommune',
  'doed',
];
const UDVALG = 'SEL §§ 74-75 / BL §§ 142-143';
const TVANG = 'SEL §§ 58 og 74 / BL §§ 47 og 142';
const GRUNDLAGET = 'SEL §§ 58, 75 og 76 / BL §§ 47, 114 og 143';
const STED = 'SEL § 66 / BL § 43, stk. 1';
const FORMAAL = 'SEL §§ 52 og 58 / BL § 46, stk. 1; § 47, stk. 2';
const UNDERSOEGELSE = 'SEL § 52, stk. 2 / BL § 46, stk. 3';
const SAMTALE = 'SEL § 48 / BL § 5, stk. 3-4';
const BEVILLING = 'kommunestyrelsesloven § 40, stk. 2';

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
  @UuidFelt('Udvalgets afgørelse i sagen. Angiv netop én af de tre.', ID, {
    valgfri: true,
    hjemmel: UDVALG,
    kraevesNaar: 'udvalget har truffet afgørelsen i systemet',
  })
  afgoerelseId?: string;

  /** The chairman's. */
  @UuidFelt('Formandens foreløbige afgørelse i sagen.', ID, {
    valgfri: true,
    hjemmel: UDVALG,
    kraevesNaar: 'formanden har truffet den foreløbigt',
  })
  formandsafgoerelseId?: string;

  /** Elsewhere. */
  @Tekst('Sags- eller protokolnummer, når afgørelsen ikke er i systemet: kun i en sag, der er overtaget.', '12/2024', {
    valgfri: true,
    hjemmel: UDVALG,
    kraevesNaar: 'afgørelsen ikke er i systemet',
  })
  reference?: string;

  /** What was decided. */
  @Kode('Sammen med `reference`: hvad udvalget afgjorde, fra kodelisten `afgoerelser`.', 'anbringelse-uden-samtykke', {
    valgfri: true,
    hjemmel: UDVALG,
    kraevesNaar: '`reference` sendes',
  })
  afgoerelseKode?: string;

  /** From where. */
  @Fritekst(
    'Sammen med `reference`: hvor sagen er overtaget fra, og hvordan afgørelsen er kendt.',
    'Overtaget fra nabokommunen; udskrift af protokollen ligger på sagen.',
    { valgfri: true, hjemmel: UDVALG, kraevesNaar: '`reference` sendes' },
  )
  overtaget?: string;

  /** When. */
  @DatoFelt('Hvornår den blev truffet.', '2024-03-18', { hjemmel: UDVALG })
  dato!: string;
}

export class AnbringelseAnmodning {
  /** Basis. */
  @KodeAf(
    'Hvad anbringelsen hviler på: udvalgets afgørelse (`tvang`) eller ungestøtte (18-22 år). Med samtykke afgøres den i en visitation.',
    'tvang',
    UDEN_VISITATION,
    { hjemmel: GRUNDLAGET },
  )
  grundlag!: Exclude<Grundlag, 'samtykke'>;

  /** Decision. */
  @DatoFelt('Hvornår anbringelsen blev afgjort.', '2024-03-18', { hjemmel: GRUNDLAGET })
  afgoerelseDato!: string;

  /** The committee. */
  @ObjektFelt('Udvalgets eller formandens afgørelse. Kræves ved tvang.', () => UdvalgAnmodning, {
    valgfri: true,
    hjemmel: TVANG,
    kraevesNaar: 'grundlaget er tvang',
  })
  udvalg?: UdvalgAnmodning;

  /** Kind of place. */
  @Kode('Stedets type, fra listen over anbringelsessteder på dagen.', 'plejefamilie-almen', { hjemmel: STED })
  stedtype!: string;

  /** Place. */
  @Tekst('Stedet.', 'Plejefamilien Prøvesen', { hjemmel: STED })
  sted!: string;

  /** Approved. */
  @DatoFelt('Hvornår stedet blev godkendt; skal være før afgørelsen.', '2024-01-10', {
    hjemmel: 'SEL § 66 / BL § 43, stk. 2',
  })
  stedGodkendt!: string;

  /** Expected start. */
  @DatoFelt('Hvornår anbringelsen forventes at begynde.', '2024-03-20', { hjemmel: GRUNDLAGET })
  forventetStart!: string;

  /** Duration. */
  @Heltal('Forventet varighed i måneder.', 24, { min: 1, maks: 276, hjemmel: FORMAAL })
  varighedMaaneder!: number;

  /** What it replaces. */
  @UuidFelt('En besluttet anbringelse, der ikke er begyndt, og som denne træder i stedet for; den ophører.', ID, {
    valgfri: true,
  })
  erstatterId?: string;

  /** Price. */
  @Heltal('Pris pr. enhed i øre.', 250_000, { min: 0, maks: 100_000_000, hjemmel: BEVILLING })
  prisOere!: number;

  /** Unit. */
  @KodeAf('Prisens enhed.', 'doegn', PRISENHEDER, { hjemmel: BEVILLING })
  prisEnhed!: Prisenhed;

  /** Neglect. */
  @JaNej(
    'Om anbringelsen skyldes omsorgssvigt eller overgreb, barnet har været udsat for; så tages der også stilling til søskende.',
    true,
    {
      hjemmel: 'BL § 21, stk. 2',
    },
  )
  omsorgssvigt!: boolean;

  /** Investigation. */
  @UuidFelt('Undersøgelsen, som anbringelsen bygger på.', ID, {
    valgfri: true,
    hjemmel: UNDERSOEGELSE,
    kraevesNaar: 'grundlaget er udvalgets egen afgørelse, og undersøgelsen kan afventes',
  })
  bfuId?: string;

  /** Why before it is finished. */
  @Fritekst('Hvorfor undersøgelsen ikke kan afventes.', 'Barnet kan ikke vente.', {
    valgfri: true,
    hjemmel: UNDERSOEGELSE,
    kraevesNaar: 'grundlaget er udvalgets egen afgørelse, og undersøgelsen ikke er afsluttet',
  })
  udenUndersoegelse?: string;

  /** Plan. */
  @UuidFelt('Barnets plan; skal gælde før en afgørelse uden samtykke.', ID, {
    valgfri: true,
    hjemmel: 'SEL §§ 58 og 140 / BL § 91, stk. 2; § 51, stk. 1, nr. 3',
    kraevesNaar: 'grundlaget er udvalgets egen afgørelse',
  })
  planId?: string;

  /** Why without a plan. */
  @Fritekst(
    'Serviceloven, ungestøtte: hvorfor afgørelsen ikke kan vente på handleplanen. Ved tvang kan planen ikke undlades.',
    'Den unge står uden bolig.',
    { valgfri: true },
  )
  planUndtagelse?: string;

  /** The child's talk. */
  @ObjektFelt('Samtalen med barnet: enten `dato` eller `undladt`.', () => BoernesamtaleVedAfgoerelse, {
    valgfri: true,
    hjemmel: SAMTALE,
    kraevesNaar: 'samtalen ikke er holdt i undersøgelsen',
  })
  boernesamtale?: BoernesamtaleVedAfgoerelse;

  /** Purpose. */
  @Fritekst('Formålet.', 'Tryghed og stabilitet.', { hjemmel: FORMAAL })
  formaal!: string;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Åbenbar risiko for barnets udvikling.', { hjemmel: 'forvaltningsloven §§ 22-24' })
  begrundelse!: string;

  /** The child's view. */
  @Fritekst('Barnets holdning.', 'Vil helst blive hos mormor.', { hjemmel: SAMTALE })
  barnetsHoldning!: string;
}

export class AnbringelsesdatoAnmodning {
  /** When. */
  @DatoFelt('Hvornår.', '2024-03-20', { hjemmel: 'SEL §§ 70 og 148 / BL §§ 95 og 156' })
  dato!: string;
}

export class AnbringelsesophoerAnmodning {
  /** When. */
  @DatoFelt('Hvornår anbringelsen ophørte.', '2024-08-01', { hjemmel: 'SEL § 68 / BL § 100' })
  dato!: string;

  /** Cause. */
  @KodeAf('Årsag. Når barnet kommer hjem, bruges hjemgivelse.', 'fyldt-18', OPHOER, { hjemmel: 'SEL § 68 / BL § 100' })
  aarsag!: Exclude<Anbringelsesophoer, 'hjemgivet'>;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Den unge er fyldt 18 og flytter i egen bolig.', { hjemmel: 'SEL § 68 / BL § 100' })
  begrundelse!: string;
}
