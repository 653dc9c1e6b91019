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
  UuidFelt,
} from '../../platform/http/felt.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { SamtykkeAnmodning } from '../../sagsstyring/sagsstyring.public.js';
import { type Indsatstilstand } from '../indsatser/opfoelgningsstatus.js';
import { type Maalgruppe, type Ophoersaarsag, type Prisenhed } from './tilstand.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000005';
export const MAALGRUPPER: readonly Maalgruppe[] = ['barn', 'familie'];
export const PRISENHEDER: readonly Prisenhed[] = ['time', 'doegn', 'uge', 'maaned', 'stk'];
const OPHOERSAARSAGER: readonly Ophoersaarsag[] = [
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

export class BoernesamtaleVedIndsats {
  /** When the talk was held. */
  @DatoFelt('Hvornår samtalen med barnet blev holdt.', '2019-01-28', { valgfri: true })
  dato?: string;

  /** Why it was left out. */
  @Fritekst(
    'Hvorfor samtalen undtagelsesvis er undladt; barnets holdning er så skaffet på anden vis.',
    'Barnet er to år.',
    { valgfri: true },
  )
  undladt?: string;
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
    () => BoernesamtaleVedIndsats,
    { valgfri: true },
  )
  boernesamtale?: BoernesamtaleVedIndsats;

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

export class IndsatsophoerVisning {
  /** When. */
  @DatoFelt('Dato.', '2019-03-15')
  dato!: string;

  /** Cause. */
  @KodeAf('Årsag.', 'formaal-opnaaet', OPHOERSAARSAGER)
  aarsag!: string;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Målene er nået.')
  begrundelse!: string;
}

export class OpstartsmoedeVisning {
  /** When. */
  @DatoFelt('Dato.', '2019-02-04')
  dato!: string;

  /** What was agreed. */
  @Fritekst('Hvad der blev aftalt.', 'Kontaktpersonen henter Alma hver morgen.')
  referat!: string;
}

export class AftaleVisning {
  /** Price. */
  @Heltal('Pris pr. enhed i øre.', 42_500) prisOere!: number;
  /** Unit. */
  @KodeAf('Enhed.', 'time', PRISENHEDER) prisEnhed!: string;
  /** Units. */
  @Tal('Antal enheder; null, når det ikke er oplyst.', 2.5, { nulbar: true }) antal!: number | null;
  /** Stretch. */
  @KodeAf('Hvad antallet gælder for.', 'uge', ['doegn', 'uge', 'maaned', 'periode'], { nulbar: true })
  antalPr!: string | null;
  /** Duration. */
  @Heltal('Forventet varighed i måneder.', 12) forventetVarighedMaaneder!: number;
}

export class JusteringVisning {
  /** From when. */
  @DatoFelt('Gælder fra.', '2024-07-01') gaelderFra!: string;
  /** What it is. */
  @KodeAf('Om kun prisen er ændret, eller hjælpen er blevet mere eller mindre.', 'mindre', ['pris', 'mere', 'mindre'])
  art!: string;
  /** The agreement. */
  @ObjektFelt('Det, der gælder fra da af.', () => AftaleVisning) aftale!: AftaleVisning;
  /** The decision. */
  @UuidFelt('Afgørelsen.', ID, { nulbar: true }) afgoerelseId!: string | null;
  /** Why. */
  @Fritekst('Begrundelse.', 'Støtten trappes ned.') begrundelse!: string;
}

export class OphoersafgoerelseVisning {
  /** The decision. */
  @UuidFelt('Afgørelsen.', ID) afgoerelseId!: string;
  /** When. */
  @DatoFelt('Afgørelsen blev truffet.', '2024-08-01') afgoerelseDato!: string;
  /** From when. */
  @DatoFelt('Virkning fra.', '2024-09-01') virkningFra!: string;
  /** Why. */
  @Fritekst('Begrundelse.', 'Behovet er ophørt.') begrundelse!: string;
}

export class IndsatsopfoelgningVisning {
  /** Id. */
  @UuidFelt('Opfølgningens id.', ID) opfoelgningId!: string;
  /** When. */
  @DatoFelt('Hvornår der blev fulgt op.', '2024-06-01') dato!: string;
  /** Outcome. */
  @KodeAf('Udfald.', 'uaendret', ['uaendret', 'justeres', 'ophoerer']) udfald!: string;
  /** Next. */
  @DatoFelt('Den næste opfølgning, som blev besluttet.', '2024-10-01', { nulbar: true }) naesteDato!: string | null;
}

export class IndsatsVisning {
  /** Id. */
  @UuidFelt('Indsatsens id.', ID)
  indsatsId!: string;

  /** Child. */
  @UuidFelt('Barnet.', ID)
  barnId!: string;

  /** Case. */
  @UuidFelt('Sagen.', ID)
  sagId!: string;

  /** Law of the decision. */
  @KodeAf('Loven på afgørelsesdagen.', 'SEL', ['SEL', 'BL'])
  regime!: string;

  /** Phase. */
  @KodeAf('Fase.', 'ivaerksat', INDSATSFASER)
  fase!: string;

  /** State on the day. */
  @KodeAf(
    'Hvor indsatsen er i dag, når opfølgning, justering og afgjort ophør regnes med.',
    'fulgt-op',
    INDSATSTILSTANDE,
  )
  tilstand!: string;

  /** Next follow-up. */
  @DatoFelt('Hvornår der senest skal følges op igen.', '2024-10-01', { nulbar: true })
  naesteOpfoelgning!: string | null;

  /** Follow-ups. */
  @ObjektListe('Opfølgningerne, ældste først.', () => IndsatsopfoelgningVisning)
  opfoelgninger!: IndsatsopfoelgningVisning[];

  /** What is agreed now. */
  @ObjektFelt('Pris, omfang og varighed, som de er aftalt nu.', () => AftaleVisning)
  aftale!: AftaleVisning;

  /** Adjustments. */
  @ObjektListe('Justeringerne, ældste først.', () => JusteringVisning)
  justeringer!: JusteringVisning[];

  /** Decision to end. */
  @ObjektFelt('Afgørelsen om ophør.', () => OphoersafgoerelseVisning, { nulbar: true })
  ophoersafgoerelse!: OphoersafgoerelseVisning | null;

  /** Since when without consent. */
  @DatoFelt('Siden hvornår der ikke er samtykke.', '2024-07-01', { nulbar: true })
  samtykkeBortfaldet!: string | null;

  /** Code. */
  @Kode('Kode i kataloget.', 'kontaktperson')
  indsatskode!: string;

  /** Name on the day. */
  @Tekst('Navn.', 'Fast kontaktperson')
  indsatsnavn!: string;

  /** Child or family. */
  @KodeAf('Målgruppe.', 'barn', MAALGRUPPER)
  maalgruppe!: string;

  /** Reporting code. */
  @Kode('Kode til Danmarks Statistik.', '230')
  pgfKode!: string;

  /** Paragraph. */
  @Tekst('Lovhjemlen.', 'SEL § 52, stk. 3, nr. 6')
  hjemmel!: string;

  /** Decision. */
  @DatoFelt('Afgørelse.', '2019-01-30')
  afgoerelseDato!: string;

  /** Expected start. */
  @DatoFelt('Forventet start.', '2019-02-04')
  forventetStart!: string;

  /** Expected duration. */
  @Heltal('Forventet varighed i måneder.', 12)
  forventetVarighedMaaneder!: number;

  /** Price. */
  @Heltal('Pris pr. enhed i øre.', 42_500)
  prisOere!: number;

  /** Unit. */
  @KodeAf('Prisens enhed.', 'time', PRISENHEDER)
  prisEnhed!: string;

  /** Consent. */
  @DatoFelt('Samtykke.', '2019-01-29', { nulbar: true })
  samtykkeDato!: string | null;

  /** Consent left out. */
  @Tekst('Paragraffen, når et samtykke lovligt er undladt.', 'BL §§ 37-39', { nulbar: true })
  samtykkeUndtaget!: string | null;

  /** Visitation. */
  @UuidFelt('Visitationen, som foreslog indsatsen.', ID, { nulbar: true })
  visitationId!: string | null;

  /** Plan. */
  @UuidFelt('Plan.', ID, { nulbar: true })
  planId!: string | null;

  /** Granted without a plan. */
  @JaNej('Om indsatsen er bevilget, uden at en plan forelå.', false)
  planUndtaget!: boolean;

  /** Why. */
  @Fritekst('Hvorfor der ikke var en plan.', 'Kunne ikke vente.', { nulbar: true })
  planUndtagelse!: string | null;

  /** Investigation. */
  @UuidFelt('Undersøgelse.', ID, { nulbar: true })
  bfuId!: string | null;

  /** Talk with the child. */
  @DatoFelt('Samtale med barnet før afgørelsen, når den ikke er holdt i undersøgelsen.', '2019-01-28', { nulbar: true })
  boernesamtaleDato!: string | null;

  /** Why it was left out. */
  @Fritekst('Hvorfor samtalen er undladt.', 'Barnet er to år.', { nulbar: true })
  boernesamtaleUndladt!: string | null;

  /** Purpose. */
  @Fritekst('Formål.', 'Stabil skolegang.')
  formaal!: string;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Behov for en fast voksen.')
  begrundelse!: string;

  /** The child's view. */
  @Fritekst('Barnets holdning.', 'Vil gerne.')
  barnetsHoldning!: string;

  /** Started. */
  @DatoFelt('Hvornår indsatsen blev sat i værk.', '2019-02-04', { nulbar: true })
  ivaerksatDato!: string | null;

  /** Meeting at the start. */
  @ObjektFelt('Opstartsmødet, når det er holdt.', () => OpstartsmoedeVisning, { nulbar: true })
  opstartsmoede!: OpstartsmoedeVisning | null;

  /** Ended. */
  @ObjektFelt('Hvornår og hvorfor den ophørte.', () => IndsatsophoerVisning, { nulbar: true })
  ophoer!: IndsatsophoerVisning | null;

  /** Version, also as ETag. */
  @Heltal('Version; samme tal som i ETag.', 2)
  version!: number;
}
