import { DatoFelt, Fritekst, JaNej, Kode, KodeAf, KodeListe, ObjektListe, UuidFelt } from '../../platform/http/felt.js';
import { FUNDARTER, SIDELOEBENDE } from './undersoegelse.dto.js';
import { type Fundart, type Sideloebende } from './kommandoer.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000003';

export class FundAnmodning {
  /** A finding that is worded anew; left out for a new one. */
  @UuidFelt('Et tidligere funds id, når fundet skrives om. Udelades for et nyt fund.', ID, { valgfri: true })
  fundId?: string;

  /** Theme. */
  @Kode('Temaet, fundet hører til. Skal være vurderet relevant.', 'skoleforhold', {
    hjemmel: 'SEL § 50 / BL § 22, stk. 1',
  })
  tema!: string;

  /** Resource or challenge. */
  @KodeAf('Om det er en ressource eller en udfordring.', 'udfordring', FUNDARTER, {
    hjemmel: 'SEL § 50 / BL § 22, stk. 1',
  })
  art!: Fundart;

  /** The finding. */
  @Fritekst('Fundet.', 'Barnet møder ofte uforberedt og træt.', { hjemmel: 'SEL § 50 / BL § 22, stk. 1' })
  tekst!: string;

  /** About teaching. */
  @JaNej(
    'Om udfordringen handler om barnets behov for undervisning. Under barnets lov skal der så tages stilling til en pædagogisk-psykologisk vurdering.',
    false,
    { valgfri: true },
  )
  undervisning?: boolean;

  /** The child's view. */
  @Fritekst('Barnets syn på fundet.', 'Synes, at morgenerne er svære.', { valgfri: true })
  barnetsSyn?: string;

  /** The parents' view. */
  @Fritekst('Forældrenes syn på fundet.', 'Kan genkende det.', { valgfri: true })
  foraeldrenesSyn?: string;
}

export class AnalyseAnmodning {
  /** When made. */
  @DatoFelt('Hvornår analysen blev lavet.', '2018-12-20', { hjemmel: 'offentlighedsloven § 13' })
  dato!: string;

  /** The analysis. */
  @Fritekst('Den samlede analyse.', 'Barnet trives fagligt, men mangler stabile rammer.', {
    hjemmel: 'SEL § 50 / BL § 22, stk. 1',
  })
  analyse!: string;

  /** Resources and challenges. */
  @ObjektListe('Ressourcer og udfordringer, som planens mål kan bygge på.', () => FundAnmodning, {
    maks: 100,
    hjemmel: 'SEL § 50 / BL § 22, stk. 1',
  })
  fund!: FundAnmodning[];
}

export class KonklusionAnmodning {
  /** When concluded. */
  @DatoFelt('Hvornår der blev konkluderet.', '2019-01-08', { hjemmel: 'SEL § 50 / BL § 20, stk. 3' })
  dato!: string;

  /** Whether support is needed. */
  @JaNej('Om der er behov for støtte.', true, { hjemmel: 'SEL § 50 / BL § 22, stk. 6' })
  stoetteNoedvendig!: boolean;

  /** Which. */
  @KodeListe(
    'Hvilken støtte; koder fra lovpakkens katalog over indsatser. Tom, når støtte ikke er nødvendig.',
    ['kontaktperson'],
    undefined,
    { maks: 20, hjemmel: 'SEL § 50 / BL § 22, stk. 6' },
  )
  indsatskoder!: string[];

  /** What happens to support that runs already. */
  @KodeAf('Hvad der skal ske med støtte, som allerede er iværksat.', 'ingen', SIDELOEBENDE, {
    hjemmel: 'SEL § 50 / BL § 22, stk. 6',
  })
  sideloebende!: Sideloebende;

  /** The conclusion. */
  @Fritekst('Konklusion med begrundelse.', 'En kontaktperson kan give barnet støtte i hverdagen.', {
    hjemmel: 'SEL § 50 / BL § 22, stk. 6',
  })
  konklusion!: string;

  /** The child's view; only an unborn child has none. */
  @Fritekst(
    'Barnets holdning til støtten. Kan kun udelades, når barnet ikke er født.',
    'Vil gerne have en voksen at tale med.',
    { valgfri: true, hjemmel: 'SEL § 50 / BL § 22, stk. 6', kraevesNaar: 'barnet er født' },
  )
  barnetsHoldning?: string;

  /** The parents' view. */
  @Fritekst('Forældremyndighedsindehavernes holdning til støtten.', 'Forældrene er enige.', {
    hjemmel: 'SEL § 50 / BL § 22, stk. 6',
  })
  foraeldresHoldning!: string;
}

export class GennemgangAnmodning {
  /** When. */
  @DatoFelt('Hvornår undersøgelsen blev gennemgået med familien.', '2019-01-10', { hjemmel: 'forvaltningsloven § 19' })
  dato!: string;

  /** Minutes. */
  @Fritekst('Referat.', 'Familien kunne genkende beskrivelsen.', { hjemmel: 'offentlighedsloven § 13' })
  referat!: string;
}

export class PartshoeringAnmodning {
  /** When sent. */
  @DatoFelt('Hvornår partshøringen blev sendt.', '2019-01-10', { hjemmel: 'forvaltningsloven § 19' })
  dato!: string;

  /** Until when. */
  @DatoFelt('Sidste dag at svare.', '2019-01-17', { hjemmel: 'forvaltningsloven § 19' })
  svarfrist!: string;

  /** Protected addresses are hidden. */
  @JaNej('Om oplysninger om beskyttede navne og adresser er skjult i brevene (CPR-loven § 28).', true, {
    valgfri: true,
  })
  maskeret?: boolean;

  /** Nobody to hear. */
  @Fritekst('Hvorfor der ikke er nogen at høre.', 'Barnet er kommet alene til landet og har endnu ingen værge.', {
    valgfri: true,
    hjemmel: 'forvaltningsloven § 19',
    kraevesNaar: 'ingen er part i undersøgelsen den dag',
  })
  ingenParter?: string;
}

export class PartshoeringssvarAnmodning {
  /** When answered. */
  @DatoFelt('Hvornår svaret kom.', '2019-01-15', { hjemmel: 'forvaltningsloven § 19' })
  dato!: string;

  /** Who. */
  @UuidFelt('Parten, der har svaret.', '0191e2b4-7c3a-7d1e-8f00-000000000001', {
    valgfri: true,
    hjemmel: 'forvaltningsloven § 19',
    kraevesNaar: 'flere parter er hørt',
  })
  personId?: string;

  /** The answer. */
  @Fritekst('Partens svar.', 'Ingen bemærkninger.', { hjemmel: 'forvaltningsloven § 19' })
  svar!: string;
}

export class ForeloebigVurderingAnmodning {
  /** When made. */
  @DatoFelt('Hvornår vurderingen blev lavet.', '2019-03-01', { hjemmel: 'SEL § 50 / BL § 20, stk. 3' })
  dato!: string;

  /** Why four months were not enough. */
  @Fritekst('Hvorfor undersøgelsen ikke kan afsluttes inden 4 måneder.', 'Psykologens udtalelse mangler.', {
    hjemmel: 'SEL § 50 / BL § 20, stk. 3',
  })
  aarsag!: string;

  /** The preliminary assessment. */
  @Fritekst('Den foreløbige vurdering.', 'Der er ikke behov for at gribe ind, mens udtalelsen afventes.', {
    hjemmel: 'SEL § 50 / BL § 20, stk. 3',
  })
  vurdering!: string;
}

export class GodkendelseAnmodning {
  /** When approved. */
  @DatoFelt('Hvornår konklusionen blev godkendt.', '2019-01-18', { hjemmel: 'SEL § 50 / BL § 20, stk. 3' })
  dato!: string;
}
