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
  UuidListe,
} from '../../platform/http/felt.js';
import { SamtykkerVisning } from '../../sagsstyring/sagsstyring.public.js';
import { MAALGRUPPER, PRISENHEDER } from '../indsats/indsats.dto.js';
import { ANTAL_PR } from '../indsats/justering.dto.js';
import { BevilgetVisning, VISITATIONSFASER } from './visitation.dto.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000006';

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
