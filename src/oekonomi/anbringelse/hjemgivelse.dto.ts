import { DatoFelt, Fritekst, KodeAf, ObjektFelt, UuidFelt, UuidListe } from '../../platform/http/felt.js';
import { BoernesamtaleVedAfgoerelse, HoeringsundtagelseAnmodning } from '../../sagsstyring/sagsstyring.public.js';
import { UdvalgAnmodning } from './anbringelse.dto.js';
import { type Ungestoetteudfald } from './tilstand.js';
import { type Saerregel } from './voksenliv.js';

const SAERREGLER: readonly Saerregel[] = ['bl-50-stk-7', 'bl-68-stk-2'];
const ID = '0191e2b4-7c3a-7d1e-8f00-000000000007';
const UDFALD = ['hjemgives', 'afslag'] as const;
export const UNGESTOETTE: readonly Ungestoetteudfald[] = ['doegnophold', 'anden-stoette', 'ingen'];
const HJEMGIVELSE = 'SEL § 68, stk. 2 / BL § 100, stk. 1';
const UDTALELSE = 'SEL § 68 / BL § 100, stk. 2';
const PERIODE = 'SEL § 68 / BL § 100, stk. 3-4';
const PLANREVISION = 'BL § 100, stk. 5';
const PERMANENT = 'SEL § 68 a / BL §§ 67-68';
const UNGESTOETTE_FRIST = 'SEL § 68, stk. 11 / BL § 111, stk. 1';
const SAMTALE = 'SEL § 48 / BL § 5, stk. 3-4';
const BEGRUNDELSE = 'forvaltningsloven §§ 22-24';

export class HjemgivelseAnmodning {
  /** Who. */
  @UuidFelt('Hvem der har bedt om hjemgivelse: en med forældremyndighed, eller den unge fra 15 år.', ID, {
    hjemmel: HJEMGIVELSE,
  })
  personId!: string;

  /** When. */
  @DatoFelt('Hvornår.', '2024-07-01', { hjemmel: HJEMGIVELSE })
  dato!: string;

  /** Why. */
  @Fritekst('Hvorfor.', 'Mor har fået det bedre.', { valgfri: true })
  begrundelse?: string;
}

export class HjemgivelsesudtalelseAnmodning {
  /** When. */
  @DatoFelt('Hvornår anbringelsesstedet udtalte sig.', '2024-07-10', { hjemmel: UDTALELSE })
  dato!: string;

  /** What. */
  @Fritekst('Udtalelsen.', 'Barnet har brug for tid til at vænne sig til skiftet.', { hjemmel: UDTALELSE })
  udtalelse!: string;
}

class MedHoering {
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
    hjemmel: 'forvaltningsloven § 19',
    kraevesNaar: 'afgørelsen går en part imod, og loven ikke gør en undtagelse',
  })
  partshoeringIder?: string[];

  /** Exception from the hearing. */
  @ObjektFelt('Hvorfor parter ikke er hørt.', () => HoeringsundtagelseAnmodning, {
    valgfri: true,
    hjemmel: 'forvaltningsloven § 19, stk. 2',
    kraevesNaar: 'afgørelsen går en part imod, og ikke alle parter er hørt',
  })
  hoeringsundtagelse?: HoeringsundtagelseAnmodning;
}

export class HjemgivelsesafgoerelseAnmodning extends MedHoering {
  /** Decision. */
  @DatoFelt('Hvornår det blev afgjort.', '2024-08-01', { hjemmel: HJEMGIVELSE })
  afgoerelseDato!: string;

  /** Outcome. */
  @KodeAf('Om barnet hjemgives.', 'hjemgives', UDFALD, { hjemmel: HJEMGIVELSE })
  udfald!: 'hjemgives' | 'afslag';

  /** End of the period. */
  @DatoFelt('Sidste dag i hjemgivelsesperioden; højst seks måneder efter afgørelsen.', '2024-11-01', {
    valgfri: true,
    hjemmel: PERIODE,
    kraevesNaar: 'barnet hjemgives, og perioden ikke undlades',
  })
  periodeSlut?: string;

  /** Why none. */
  @Fritekst('Hvorfor perioden i det særlige tilfælde undlades.', 'Barnet er allerede flyttet hjem med alles viden.', {
    valgfri: true,
    hjemmel: PERIODE,
    kraevesNaar: 'barnet hjemgives uden en periode',
  })
  udenPeriode?: string;

  /** Revised plan. */
  @UuidFelt('Den reviderede plan, som gælder.', ID, {
    valgfri: true,
    hjemmel: PLANREVISION,
    kraevesNaar: 'loven er barnets lov, og barnet hjemgives',
  })
  planId?: string;

  /** Support. */
  @Fritekst('Støtten under og efter hjemgivelsen.', 'Familiebehandling ugentligt i et halvt år.', {
    valgfri: true,
    hjemmel: PLANREVISION,
    kraevesNaar: 'loven er barnets lov, og barnet hjemgives',
  })
  viderestoette?: string;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Mor kan igen give barnet omsorg.', { hjemmel: BEGRUNDELSE })
  begrundelse!: string;

  /** The child's view. */
  @Fritekst('Barnets holdning.', 'Glæder sig, men vil holde kontakt med plejefamilien.', { hjemmel: SAMTALE })
  barnetsHoldning!: string;
}

export class HjemgivetAnmodning {
  /** When. */
  @DatoFelt('Hvornår barnet var hjemme; senest når perioden slutter.', '2024-10-15', { hjemmel: PERIODE })
  dato!: string;

  /** How it went. */
  @Fritekst('Hvordan det gik.', 'Overgangen er forløbet roligt.', { hjemmel: 'offentlighedsloven § 13' })
  begrundelse!: string;
}

export class UdvalgsorienteringAnmodning {
  /** When. */
  @DatoFelt('Hvornår udvalget blev orienteret.', '2024-08-02', { hjemmel: 'offentlighedsloven § 13' })
  dato!: string;
}

export class SaerregelAnmodning {
  /** Which. */
  @KodeAf('Hvilken særregel i barnets lov: § 50, stk. 7, eller § 68, stk. 2.', 'bl-68-stk-2', SAERREGLER, {
    hjemmel: 'BL § 50, stk. 7; § 68, stk. 2',
  })
  grund!: Saerregel;

  /** Why. */
  @Fritekst('Hvorfor den gælder her.', 'Barnet har tidligere været permanent anbragt.', {
    hjemmel: 'BL § 50, stk. 7; § 68, stk. 2',
  })
  begrundelse!: string;
}

export class PermanentAnmodning {
  /** The committee. */
  @ObjektFelt('Udvalgets afgørelse om permanent (videreført) anbringelse.', () => UdvalgAnmodning, {
    hjemmel: PERMANENT,
  })
  udvalg!: UdvalgAnmodning;

  /** Investigation. */
  @UuidFelt('Den reviderede undersøgelse.', ID, { hjemmel: PERMANENT })
  bfuId!: string;

  /** Plan. */
  @UuidFelt('Den reviderede plan.', ID, { hjemmel: PERMANENT })
  planId!: string;

  /** Psychologist. */
  @DatoFelt('Den psykologiske helhedsvurdering.', '2027-02-01', { hjemmel: PERMANENT })
  psykologiskVurderingDato!: string;

  /** Consent. */
  @DatoFelt('Den unges samtykke, fra 15 år.', '2027-02-20', {
    valgfri: true,
    hjemmel: 'SEL § 68 a / BL § 67, stk. 3',
    kraevesNaar: 'den unge er fyldt 15 år',
  })
  samtykkeDato?: string;

  /** Special rule. */
  @ObjektFelt('Særreglen, når der ikke er gået tre år.', () => SaerregelAnmodning, {
    valgfri: true,
    hjemmel: 'BL § 50, stk. 7; § 68, stk. 2',
    kraevesNaar: 'loven er barnets lov, og barnet ikke har været anbragt i tre år',
  })
  saerregel?: SaerregelAnmodning;

  /** Attachment. */
  @Fritekst('Barnets tilknytning til anbringelsesstedet.', 'Kalder plejeforældrene mor og far.', { hjemmel: PERMANENT })
  tilknytning!: string;

  /** The child's view. */
  @Fritekst('Barnets holdning.', 'Vil blive boende.', { hjemmel: PERMANENT })
  barnetsHoldning!: string;
}

export class UngestoetteAnmodning extends MedHoering {
  /** Decision. */
  @DatoFelt('Hvornår det blev afgjort; senest seks måneder før den unge fylder 18.', '2024-05-01', {
    hjemmel: UNGESTOETTE_FRIST,
  })
  afgoerelseDato!: string;

  /** Outcome. */
  @KodeAf(
    'Om døgnopholdet fortsætter, der gives anden støtte (bevilges som indsats), eller ingen.',
    'doegnophold',
    UNGESTOETTE,
    { hjemmel: UNGESTOETTE_FRIST },
  )
  udfald!: Ungestoetteudfald;

  /** Revised plan. */
  @UuidFelt('Planen, revideret med den unge.', ID, {
    valgfri: true,
    hjemmel: 'SEL § 68, stk. 11 / BL § 111, stk. 2-3',
    kraevesNaar: 'planen skal være revideret inden afgørelsen',
  })
  planId?: string;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Den unge går i gang med en uddannelse og har brug for ro.', { hjemmel: BEGRUNDELSE })
  begrundelse!: string;

  /** The young person's view. */
  @Fritekst('Den unges holdning.', 'Vil gerne blive boende.', { hjemmel: SAMTALE })
  ungesHoldning!: string;
}
