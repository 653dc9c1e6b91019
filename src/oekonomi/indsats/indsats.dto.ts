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
  @Kode('Indsatsens kode i lovpakkens katalog over indsatser på afgørelsesdagen.', 'kontaktperson')
  indsatskode!: string;

  /** Child or family; decides the reporting code. */
  @KodeAf('Om indsatsen retter sig mod barnet eller familien. Afgør koden til Danmarks Statistik.', 'barn', MAALGRUPPER)
  maalgruppe!: Maalgruppe;

  /** Decision. */
  @DatoFelt('Hvornår der blev truffet afgørelse.', '2019-01-30')
  afgoerelseDato!: string;

  /** Expected start. */
  @DatoFelt('Hvornår indsatsen forventes at begynde.', '2019-02-04')
  forventetStart!: string;

  /** Expected duration; the decision must say it. */
  @Heltal('Forventet varighed i måneder.', 12, { min: 1, maks: 276 })
  forventetVarighedMaaneder!: number;

  /** Agreed price. */
  @Heltal('Aftalt pris pr. enhed i øre.', 42_500, { min: 0, maks: 100_000_000_000 })
  prisOere!: number;

  /** Unit of the price. */
  @KodeAf('Prisens enhed.', 'time', PRISENHEDER)
  prisEnhed!: Prisenhed;

  /** Consent. */
  @DatoFelt('Hvornår forældremyndighedsindehaveren gav samtykke. Kræves for støttende indsatser.', '2019-01-29', {
    valgfri: true,
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
    { valgfri: true },
  )
  overtaget?: string;

  /** Plan. */
  @UuidFelt('Barnets plan, som indsatsen hører til.', ID, { valgfri: true })
  planId?: string;

  /** Why there is no plan. */
  @Fritekst(
    'Serviceloven: hvorfor indsatsen ikke kan vente på handleplanen. Barnets lov: hvorfor der ikke laves en plan.',
    'Barnet har brug for støtte, før handleplanen er færdig.',
    { valgfri: true },
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
    { valgfri: true },
  )
  boernesamtale?: BoernesamtaleVedAfgoerelse;

  /** Purpose. */
  @Fritekst('Formålet; afgørelsen skal angive det.', 'Stabil skolegang.')
  formaal!: string;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Undersøgelsen peger på behov for en fast voksen uden for hjemmet.')
  begrundelse!: string;

  /** The child's view. */
  @Fritekst('Barnets holdning.', 'Vil gerne have en kontaktperson.')
  barnetsHoldning!: string;
}

export class IvaerksaettelseAnmodning {
  /** When started. */
  @DatoFelt('Hvornår indsatsen blev sat i værk. Datoen indberettes, og opfølgningsfristen løber herfra.', '2019-02-04')
  dato!: string;
}

export class OpstartsmoedeAnmodning {
  /** When held. */
  @DatoFelt('Hvornår opstartsmødet blev holdt.', '2019-02-04')
  dato!: string;

  /** What was agreed. */
  @Fritekst('Hvad der blev aftalt om målene, og hvem der gør hvad.', 'Kontaktpersonen henter Alma hver morgen.')
  referat!: string;
}

export class OphoerAnmodning {
  /** When ended. */
  @DatoFelt('Hvornår indsatsen ophørte.', '2019-03-15')
  dato!: string;

  /** Cause. */
  @KodeAf('Årsag.', 'formaal-opnaaet', OPHOERSAARSAGER)
  aarsag!: Ophoersaarsag;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Målene er nået.')
  begrundelse!: string;
}
