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
import { MAALGRUPPER, PRISENHEDER, OPHOERSAARSAGER, INDSATSFASER, INDSATSTILSTANDE } from './indsats.dto.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000005';

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
