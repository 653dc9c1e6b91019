import { DatoFelt, Fritekst, KodeAf, ObjektFelt, UuidFelt, UuidListe } from '../../platform/http/felt.js';
import { BoernesamtaleVedAfgoerelse, HoeringsundtagelseAnmodning } from '../../sagsstyring/sagsstyring.public.js';
import { UdvalgAnmodning } from './anbringelse.dto.js';
import { type Ungestoetteudfald } from './tilstand.js';
import { type Saerregel } from './voksenliv.js';

const SAERREGLER: readonly Saerregel[] = ['bl-50-stk-7', 'bl-68-stk-2'];
const ID = '0191e2b4-7c3a-7d1e-8f00-000000000007';
const UDFALD = ['hjemgives', 'afslag'] as const;
export const UNGESTOETTE: readonly Ungestoetteudfald[] = ['doegnophold', 'anden-stoette', 'ingen'];

export class HjemgivelseAnmodning {
  /** Who. */
  @UuidFelt('Hvem der har bedt om hjemgivelse: en med forældremyndighed, eller den unge fra 15 år.', ID)
  personId!: string;

  /** When. */
  @DatoFelt('Hvornår.', '2024-07-01')
  dato!: string;

  /** Why. */
  @Fritekst('Hvorfor.', 'Mor har fået det bedre.', { valgfri: true })
  begrundelse?: string;
}

export class HjemgivelsesudtalelseAnmodning {
  /** When. */
  @DatoFelt('Hvornår anbringelsesstedet udtalte sig.', '2024-07-10')
  dato!: string;

  /** What. */
  @Fritekst('Udtalelsen.', 'Barnet har brug for tid til at vænne sig til skiftet.')
  udtalelse!: string;
}

class MedHoering {
  /** The child's talk. */
  @ObjektFelt('Samtalen med barnet: enten `dato` eller `undladt`.', () => BoernesamtaleVedAfgoerelse, { valgfri: true })
  boernesamtale?: BoernesamtaleVedAfgoerelse;

  /** Hearings. */
  @UuidListe('Partshøringerne.', [ID], { maks: 20, valgfri: true })
  partshoeringIder?: string[];

  /** Exception from the hearing. */
  @ObjektFelt('Hvorfor parter ikke er hørt.', () => HoeringsundtagelseAnmodning, { valgfri: true })
  hoeringsundtagelse?: HoeringsundtagelseAnmodning;
}

export class HjemgivelsesafgoerelseAnmodning extends MedHoering {
  /** Decision. */
  @DatoFelt('Hvornår det blev afgjort.', '2024-08-01')
  afgoerelseDato!: string;

  /** Outcome. */
  @KodeAf('Om barnet hjemgives.', 'hjemgives', UDFALD)
  udfald!: 'hjemgives' | 'afslag';

  /** End of the period. */
  @DatoFelt('Sidste dag i hjemgivelsesperioden; højst seks måneder efter afgørelsen.', '2024-11-01', { valgfri: true })
  periodeSlut?: string;

  /** Why none. */
  @Fritekst('Hvorfor perioden i det særlige tilfælde undlades.', 'Barnet er allerede flyttet hjem med alles viden.', {
    valgfri: true,
  })
  udenPeriode?: string;

  /** Revised plan. */
  @UuidFelt('Den reviderede plan, som gælder.', ID, { valgfri: true })
  planId?: string;

  /** Support. */
  @Fritekst('Støtten under og efter hjemgivelsen.', 'Familiebehandling ugentligt i et halvt år.', { valgfri: true })
  viderestoette?: string;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Mor kan igen give barnet omsorg.')
  begrundelse!: string;

  /** The child's view. */
  @Fritekst('Barnets holdning.', 'Glæder sig, men vil holde kontakt med plejefamilien.')
  barnetsHoldning!: string;
}

export class HjemgivetAnmodning {
  /** When. */
  @DatoFelt('Hvornår barnet var hjemme; senest når perioden slutter.', '2024-10-15')
  dato!: string;

  /** How it went. */
  @Fritekst('Hvordan det gik.', 'Overgangen er forløbet roligt.')
  begrundelse!: string;
}

export class SaerregelAnmodning {
  /** Which. */
  @KodeAf('Hvilken særregel i barnets lov: § 50, stk. 7, eller § 68, stk. 2.', 'bl-68-stk-2', SAERREGLER)
  grund!: Saerregel;

  /** Why. */
  @Fritekst('Hvorfor den gælder her.', 'Barnet har tidligere været permanent anbragt.')
  begrundelse!: string;
}

export class PermanentAnmodning {
  /** The committee. */
  @ObjektFelt('Udvalgets afgørelse om permanent (videreført) anbringelse.', () => UdvalgAnmodning)
  udvalg!: UdvalgAnmodning;

  /** Investigation. */
  @UuidFelt('Den reviderede undersøgelse.', ID)
  bfuId!: string;

  /** Plan. */
  @UuidFelt('Den reviderede plan.', ID)
  planId!: string;

  /** Psychologist. */
  @DatoFelt('Den psykologiske helhedsvurdering.', '2027-02-01')
  psykologiskVurderingDato!: string;

  /** Consent. */
  @DatoFelt('Den unges samtykke, fra 15 år.', '2027-02-20', { valgfri: true })
  samtykkeDato?: string;

  /** Special rule. */
  @ObjektFelt('Særreglen, når der ikke er gået tre år.', () => SaerregelAnmodning, { valgfri: true })
  saerregel?: SaerregelAnmodning;

  /** Attachment. */
  @Fritekst('Barnets tilknytning til anbringelsesstedet.', 'Kalder plejeforældrene mor og far.')
  tilknytning!: string;

  /** The child's view. */
  @Fritekst('Barnets holdning.', 'Vil blive boende.')
  barnetsHoldning!: string;
}

export class UngestoetteAnmodning extends MedHoering {
  /** Decision. */
  @DatoFelt('Hvornår det blev afgjort; senest seks måneder før den unge fylder 18.', '2024-05-01')
  afgoerelseDato!: string;

  /** Outcome. */
  @KodeAf(
    'Om døgnopholdet fortsætter, der gives anden støtte (bevilges som indsats), eller ingen.',
    'doegnophold',
    UNGESTOETTE,
  )
  udfald!: Ungestoetteudfald;

  /** Revised plan. */
  @UuidFelt('Planen, revideret med den unge.', ID, { valgfri: true })
  planId?: string;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Den unge går i gang med en uddannelse og har brug for ro.')
  begrundelse!: string;

  /** The young person's view. */
  @Fritekst('Den unges holdning.', 'Vil gerne blive boende.')
  ungesHoldning!: string;
}
