import {
  DatoFelt,
  Fritekst,
  Heltal,
  Kode,
  KodeAf,
  ObjektFelt,
  ObjektListe,
  UuidFelt,
} from '../../platform/http/felt.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { BoernesamtaleVedAfgoerelse, SamtykkeAnmodning } from '../../sagsstyring/sagsstyring.public.js';
import { type Indsatstilstand } from '../indsatser/opfoelgningsstatus.js';
import { type Maalgruppe, type Ophoersaarsag, type Prisenhed } from './tilstand.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000005';
export const MAALGRUPPER: readonly Maalgruppe[] = ['barn', 'familie'];
export const PRISENHEDER: readonly Prisenhed[] = ['time', 'doegn', 'uge', 'maaned', 'stk'];
export const OPHOERSAARSAGER: readonly Ophoersaarsag[] = [
  'formaal-opnaaet',
  'aendret-behov',
  'samtykke-trukket',
  'flytning',
  'fyldt-18',
  'kommunens-afgoerelse',
  'andet',
];
export const INDSATSFASER = ['bevilget', 'ivaerksat', 'ophoert'] as const;
export const INDSATSTILSTANDE: readonly Indsatstilstand[] = [
  'bevilget',
  'ivaerksat',
  'opfoelgning-forfalden',
  'fulgt-op',
  'justeret',
  'ophoer-besluttet',
  'ophoert',
];
const INDSATS = 'SEL §§ 11 og 52 / BL §§ 30-32';
const FORMAAL = 'SEL § 52 / BL § 32, stk. 3';
const SAMTYKKE = 'SEL § 52, stk. 2 / BL § 32, stk. 2';
const SAMTALE = 'SEL § 48 / BL § 5, stk. 3-4';
const PLAN = 'SEL § 140, stk. 1 / BL § 91, stk. 1';
const OPFOELGNING = 'SEL § 70 / BL § 95';
const BEVILLING = 'kommunestyrelsesloven § 40, stk. 2';

export class IndsatsSvar extends KommandoSvar {
  /** The measure. */
  @UuidFelt('Indsatsens id.', ID)
  indsatsId!: string;
}

export class BevillingSvar extends IndsatsSvar {
  /** The decision. */
  @UuidFelt('Afgørelsen, som parterne skal have meddelt; null, når indsatsen er overtaget.', ID, { nulbar: true })
  afgoerelseId!: string | null;
}

export class IndsatsAnmodning {
  /** Code in the catalogue of measures. */
  @Kode('Indsatsens kode i lovpakkens katalog over indsatser på afgørelsesdagen.', 'kontaktperson', {
    hjemmel: INDSATS,
  })
  indsatskode!: string;

  /** Child or family; decides the reporting code. */
  @KodeAf(
    'Om indsatsen retter sig mod barnet eller familien. Afgør koden til Danmarks Statistik.',
    'barn',
    MAALGRUPPER,
    { hjemmel: 'retssikkerhedsloven § 84, databekendtgørelsen' },
  )
  maalgruppe!: Maalgruppe;

  /** Decision. */
  @DatoFelt('Hvornår der blev truffet afgørelse.', '2019-01-30', { hjemmel: INDSATS })
  afgoerelseDato!: string;

  /** Expected start. */
  @DatoFelt('Hvornår indsatsen forventes at begynde.', '2019-02-04', { hjemmel: INDSATS })
  forventetStart!: string;

  /** Expected duration; the decision must say it. */
  @Heltal('Forventet varighed i måneder.', 12, { min: 1, maks: 276, hjemmel: FORMAAL })
  forventetVarighedMaaneder!: number;

  /** Agreed price. */
  @Heltal('Aftalt pris pr. enhed i øre.', 42_500, { min: 0, maks: 100_000_000_000, hjemmel: BEVILLING })
  prisOere!: number;

  /** Unit of the price. */
  @KodeAf('Prisens enhed.', 'time', PRISENHEDER, { hjemmel: BEVILLING })
  prisEnhed!: Prisenhed;

  /** Consent. */
  @DatoFelt('Hvornår forældremyndighedsindehaveren gav samtykke. Kræves for støttende indsatser.', '2019-01-29', {
    valgfri: true,
    hjemmel: SAMTYKKE,
    kraevesNaar: 'indsatsen kræver samtykke, og `samtykker` ikke sendes',
  })
  samtykkeDato?: string;

  /** Consent, person by person. */
  @ObjektListe(
    'Svarene på samtykke, person for person. Når de er med, efterprøves de mod forældremyndighed og alder på afgørelsesdagen, og `samtykkeDato` følger af dem.',
    () => SamtykkeAnmodning,
    { maks: 20, valgfri: true },
  )
  samtykker?: SamtykkeAnmodning[];

  /** Taken over. */
  @Fritekst(
    'At indsatsen er bevilget et andet sted eller før systemet og kun registreres her: hvor fra, og hvorfor. Ellers går en indsats, der kræver samtykke, gennem en visitation.',
    'Bevilget i fraflytningskommunen 3. januar; afgørelsen ligger på sagen.',
    { valgfri: true, hjemmel: SAMTYKKE, kraevesNaar: 'indsatsen kræver samtykke' },
  )
  overtaget?: string;

  /** Plan. */
  @UuidFelt('Barnets plan, som indsatsen hører til.', ID, {
    valgfri: true,
    hjemmel: PLAN,
    kraevesNaar: 'loven kræver en plan først, og den ikke undtages',
  })
  planId?: string;

  /** Why there is no plan. */
  @Fritekst(
    'Serviceloven: hvorfor indsatsen ikke kan vente på handleplanen. Barnets lov: hvorfor der ikke laves en plan.',
    'Barnet har brug for støtte, før handleplanen er færdig.',
    { valgfri: true, hjemmel: PLAN, kraevesNaar: 'loven kræver en plan først, og der ikke er en' },
  )
  planUndtagelse?: string;

  /** Investigation; its talk with the child counts. */
  @UuidFelt('Undersøgelsen i samme sag, som indsatsen bygger på. Er barnet hørt i den, tæller det her.', ID, {
    valgfri: true,
  })
  bfuId?: string;

  /** The child's talk, when it was not held in the investigation. */
  @ObjektFelt(
    'Samtalen med barnet, når den ikke er holdt i undersøgelsen: enten `dato` eller `undladt`.',
    () => BoernesamtaleVedAfgoerelse,
    {
      valgfri: true,
      hjemmel: SAMTALE,
      kraevesNaar: 'loven kræver den om indsatsen, og den ikke er holdt i undersøgelsen',
    },
  )
  boernesamtale?: BoernesamtaleVedAfgoerelse;

  /** Purpose. */
  @Fritekst('Formålet; afgørelsen skal angive det.', 'Stabil skolegang.', { hjemmel: FORMAAL })
  formaal!: string;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Undersøgelsen peger på behov for en fast voksen uden for hjemmet.', {
    hjemmel: 'forvaltningsloven §§ 22-24',
  })
  begrundelse!: string;

  /** The child's view. */
  @Fritekst('Barnets holdning.', 'Vil gerne have en kontaktperson.', { hjemmel: SAMTALE })
  barnetsHoldning!: string;
}

export class IvaerksaettelseAnmodning {
  /** When started. */
  @DatoFelt(
    'Hvornår indsatsen blev sat i værk. Datoen indberettes, og opfølgningsfristen løber herfra.',
    '2019-02-04',
    { hjemmel: OPFOELGNING },
  )
  dato!: string;
}

export class OpstartsmoedeAnmodning {
  /** When held. */
  @DatoFelt('Hvornår opstartsmødet blev holdt.', '2019-02-04', { hjemmel: 'offentlighedsloven § 13' })
  dato!: string;

  /** What was agreed. */
  @Fritekst('Hvad der blev aftalt om målene, og hvem der gør hvad.', 'Kontaktpersonen henter Alma hver morgen.', {
    hjemmel: 'offentlighedsloven § 13',
  })
  referat!: string;
}

export class OphoerAnmodning {
  /** When ended. */
  @DatoFelt('Hvornår indsatsen ophørte.', '2019-03-15', { hjemmel: OPFOELGNING })
  dato!: string;

  /** Cause. */
  @KodeAf('Årsag.', 'formaal-opnaaet', OPHOERSAARSAGER, { hjemmel: OPFOELGNING })
  aarsag!: Ophoersaarsag;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Målene er nået.', { hjemmel: OPFOELGNING })
  begrundelse!: string;
}
