import {
  DatoFelt,
  Fritekst,
  JaNej,
  KodeAf,
  KodeListe,
  ObjektListe,
  Tekst,
  UuidFelt,
} from '../../platform/http/felt.js';
import { type Afdaekningsudfald, type Bfugrund, type Hastighed } from './kommandoer.js';
import { TRIN, type TrinKode } from './trin.js';
import { BFUGRUNDE, HASTIGHEDER, UndersoegelseSvar } from './undersoegelse.dto.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000003';
const UDFALD: readonly Afdaekningsudfald[] = ['ingen-stoette', 'tidlig-indsats', 'stoettende-indsats'];
const NOTATPLIGT = 'offentlighedsloven § 13';

export class AfdaekningAnmodning {
  /** When the municipality knew; an investigation that it may become runs from here. */
  @DatoFelt(
    'Hvornår kommunen blev opmærksom på behovet. Bliver afdækningen til en børnefaglig undersøgelse, løber dennes fire måneder herfra.',
    '2024-03-01',
    { hjemmel: 'BL § 20, stk. 3' },
  )
  opmaerksomDato!: string;

  /** When decided. */
  @DatoFelt('Hvornår afdækningen blev besluttet.', '2024-03-04', { hjemmel: 'BL § 19' })
  afgoerelseDato!: string;

  /** What is looked into. */
  @KodeListe('De forhold, der skal afdækkes; koder fra lovpakkens liste `temaer`.', ['skoleforhold'], undefined, {
    min: 1,
    maks: 20,
    hjemmel: 'BL § 19',
  })
  forhold!: string[];

  /** Reasons. */
  @Fritekst('Hvorfor netop disse forhold afdækkes.', 'Skolefraværet skal belyses.', { hjemmel: NOTATPLIGT })
  begrundelse!: string;

  /** Notification. */
  @UuidFelt('Underretningen, der er screenet til afdækning. Ellers bruges sagens seneste screening.', ID, {
    valgfri: true,
  })
  underretningId?: string;

  /** Grounds of duty. */
  @KodeListe(
    'Forhold, der gør en børnefaglig undersøgelse til en pligt (BL § 20, stk. 1). Er der nogen, er en afdækning ikke nok.',
    ['overgreb'],
    BFUGRUNDE,
    { valgfri: true },
  )
  grunde?: Bfugrund[];
}

export class AfdaekningsafslutningAnmodning {
  /** When. */
  @DatoFelt('Hvornår afdækningen blev afsluttet.', '2024-04-15', { hjemmel: NOTATPLIGT })
  dato!: string;

  /** Outcome. */
  @KodeAf(
    'Udfald. Er der behov for en børnefaglig undersøgelse, konverteres afdækningen i stedet.',
    'tidlig-indsats',
    UDFALD,
    {
      hjemmel: 'BL § 19',
    },
  )
  udfald!: Afdaekningsudfald;

  /** Measures. */
  @KodeListe(
    'Hvilken støtte, der peges på; koder fra lovpakkens katalog over indsatser.',
    ['kontaktperson'],
    undefined,
    {
      maks: 20,
      valgfri: true,
    },
  )
  indsatskoder?: string[];

  /** Grounds of duty. */
  @KodeListe(
    'Forhold, som afdækningen har vist, og som gør en børnefaglig undersøgelse til en pligt (BL § 20, stk. 1).',
    ['overgreb'],
    BFUGRUNDE,
    { valgfri: true },
  )
  grunde?: Bfugrund[];

  /** Conclusion. */
  @Fritekst('Konklusion med begrundelse.', 'Fraværet skyldes mobning, som skolen nu arbejder med.', {
    hjemmel: 'BL § 19',
  })
  konklusion!: string;

  /** Child. */
  @Fritekst('Barnets holdning. Kan kun udelades, når barnet ikke er født.', 'Er glad for, at nogen tog fat.', {
    valgfri: true,
    hjemmel: 'BL § 5, stk. 3',
    kraevesNaar: 'barnet er født',
  })
  barnetsHoldning?: string;

  /** Parents. */
  @Fritekst('Forældremyndighedsindehavernes holdning.', 'Enige.', { hjemmel: 'BL § 5 og § 22, stk. 2' })
  foraeldresHoldning!: string;
}

export class KonverteringAnmodning {
  /** When decided. */
  @DatoFelt('Hvornår der blev truffet afgørelse om en børnefaglig undersøgelse.', '2024-04-15', {
    hjemmel: 'BL § 20, stk. 1-2',
  })
  afgoerelseDato!: string;

  /** Reasons. */
  @Fritekst('Hvorfor der nu skal undersøges helt.', 'Afdækningen har vist vold i hjemmet.', {
    hjemmel: 'BL § 20, stk. 1-2',
  })
  begrundelse!: string;

  /** Track. */
  @KodeAf('Spor: lovens fire måneder eller kommunens hurtigspor.', 'almindelig', HASTIGHEDER, { valgfri: true })
  hastighed?: Hastighed;

  /** Grounds of duty. */
  @KodeListe('Forhold, der gør undersøgelsen til en pligt (BL § 20, stk. 1).', ['overgreb'], BFUGRUNDE, {
    valgfri: true,
  })
  grunde?: Bfugrund[];
}

export class UdenSamtykkeAnmodning {
  /** The committee's case. */
  @UuidFelt('Sagen i børne- og ungeudvalget, hvor det er vedtaget. De to måneder løber fra udvalgets afgørelse.', ID, {
    hjemmel: 'SEL § 51 / BL § 23',
  })
  buuSagId!: string;

  /** Form. */
  @KodeAf(
    'Ambulant, under ophold på en institution eller under indlæggelse.',
    'ophold',
    ['ambulant', 'ophold', 'indlaeggelse'],
    {
      hjemmel: 'SEL § 51 / BL § 23',
    },
  )
  form!: 'ambulant' | 'ophold' | 'indlaeggelse';

  /** Why. */
  @Fritekst('Udvalgets begrundelse, kort.', 'Der er åbenbar risiko for barnets sundhed.', {
    hjemmel: 'forvaltningsloven §§ 22-24',
  })
  begrundelse!: string;

  /** Where. */
  @Tekst('Hvor undersøgelsen foregår.', 'Døgninstitutionen Prøven', { valgfri: true })
  sted?: string;
}

export class UndersoegelsesopholdAnmodning {
  /** When. */
  @DatoFelt('Hvornår opholdet begyndte.', '2024-04-10', { hjemmel: 'SEL § 51 / BL § 23' })
  dato!: string;
}

export class UndersoegelsesopholdOphoerAnmodning {
  /** When. */
  @DatoFelt('Hvornår opholdet ophørte. Registreres også, når det var for sent.', '2024-05-10', {
    hjemmel: 'SEL § 51 / BL § 23',
  })
  dato!: string;
}

export class UdenSamtykkeafslutningAnmodning {
  /** When. */
  @DatoFelt('Hvornår undersøgelsen uden samtykke var færdig.', '2024-05-20', { hjemmel: 'SEL § 51 / BL § 23' })
  dato!: string;

  /** Result. */
  @Fritekst('Resultatet.', 'Barnet har brug for faste voksne.', { hjemmel: NOTATPLIGT })
  resultat!: string;
}

export class SagkyndigSvar extends UndersoegelseSvar {
  /** The examination. */
  @UuidFelt('Den sagkyndige undersøgelses id; bruges, når resultatet kommer.', ID)
  sagkyndigId!: string;
}

export class SagkyndigAnmodning {
  /** Kind. */
  @KodeAf('Læge- eller psykologundersøgelse.', 'psykolog', ['laege', 'psykolog'], {
    hjemmel: 'SEL § 50 / BL § 22, stk. 3',
  })
  art!: 'laege' | 'psykolog';

  /** Who. */
  @KodeAf('Om det er barnet eller forældrene, der undersøges.', 'foraeldre', ['barnet', 'foraeldre'], {
    hjemmel: 'SEL § 50 / BL § 22, stk. 5',
  })
  undersoeges!: 'barnet' | 'foraeldre';

  /** Authorised. */
  @JaNej(
    'Om psykologen er autoriseret. Skal den være under barnets lov, når en psykolog undersøger forældrene.',
    true,
    {
      valgfri: true,
      hjemmel: 'BL § 22, stk. 5',
      kraevesNaar: 'loven er barnets lov, og en psykolog undersøger forældrene',
    },
  )
  autoriseret?: boolean;

  /** By whom. */
  @Tekst('Hvem der undersøger.', 'Psykolog Prøvesen', { hjemmel: NOTATPLIGT })
  udfoerer!: string;

  /** When ordered. */
  @DatoFelt('Hvornår undersøgelsen blev bestilt.', '2024-04-02', { hjemmel: NOTATPLIGT })
  anmodet!: string;

  /** When wanted. */
  @DatoFelt('Svarfrist: resultatet skal være der, før der konkluderes.', '2024-05-02', {
    hjemmel: 'SEL § 50 / BL § 22, stk. 3',
  })
  svarfrist!: string;

  /** Consent. */
  @DatoFelt('Hvornår den unge på 15 år eller mere samtykkede til at blive undersøgt.', '2019-04-01', {
    valgfri: true,
    hjemmel: 'SEL §§ 50 og 51',
    kraevesNaar: 'loven er serviceloven, barnet undersøges og er fyldt 15 år, og udvalget ikke har afgjort det',
  })
  samtykkeDato?: string;

  /** Why. */
  @Fritekst('Hvorfor den er nødvendig.', 'Der er tvivl om forældrenes formåen.', {
    hjemmel: 'SEL § 50 / BL § 22, stk. 3',
  })
  begrundelse!: string;
}

export class SagkyndigresultatAnmodning {
  /** When. */
  @DatoFelt('Hvornår resultatet blev modtaget.', '2024-04-28', { hjemmel: NOTATPLIGT })
  modtaget!: string;

  /** What. */
  @Fritekst('Resultatet.', 'Forældrene har brug for gentagen vejledning.', { hjemmel: 'SEL § 50 / BL § 22, stk. 3' })
  resultat!: string;
}

export class SagkyndigopgivelseAnmodning {
  /** When. */
  @DatoFelt('Hvornår den blev opgivet.', '2024-04-28', { hjemmel: NOTATPLIGT })
  dato!: string;

  /** Why. */
  @Fritekst('Hvorfor den ikke gennemføres.', 'Forældrene ønsker ikke at medvirke.', { hjemmel: 'BL § 22, stk. 3' })
  begrundelse!: string;
}

export class PpvAnmodning {
  /** When. */
  @DatoFelt('Hvornår der blev taget stilling.', '2024-04-02', { hjemmel: 'BL § 22, stk. 4' })
  dato!: string;

  /** Referred. */
  @JaNej('Om barnet indstilles til en pædagogisk-psykologisk vurdering.', true, { hjemmel: 'BL § 22, stk. 4' })
  indstilles!: boolean;

  /** Why. */
  @Fritekst('Begrundelse.', 'Barnet følger ikke med i dansk og matematik.', { hjemmel: 'BL § 22, stk. 4' })
  begrundelse!: string;
}

export class MilepaelAnmodning {
  /** Step. */
  @KodeAf('Det praktiske trin.', 'boernesamtale', TRIN, { hjemmel: 'SEL § 50 / BL § 20, stk. 3' })
  trin!: TrinKode;

  /** Day. */
  @DatoFelt('Hvornår trinet er planlagt nået.', '2024-04-12', { hjemmel: 'SEL § 50 / BL § 20, stk. 3' })
  planlagt!: string;
}

export class MilepaelplanAnmodning {
  /** When planned; today when left out. */
  @DatoFelt('Hvornår der blev planlagt om. Udelades den, er det i dag.', '2024-03-20', { valgfri: true })
  dato?: string;

  /** The steps that are moved. */
  @ObjektListe('De trin, der får en ny dato. Andre trin beholder deres.', () => MilepaelAnmodning, {
    min: 1,
    maks: 11,
    hjemmel: 'SEL § 50 / BL § 20, stk. 3',
  })
  milepaele!: MilepaelAnmodning[];

  /** Why. */
  @Fritekst('Hvorfor der planlægges om.', 'Skolen har bedt om to uger mere.', { valgfri: true })
  begrundelse?: string;
}

export class FoedselAnmodning {
  /** Birth. */
  @DatoFelt('Hvornår barnet blev født.', '2024-05-28', { hjemmel: 'SEL § 50 / BL §§ 20 og 26' })
  dato!: string;

  /** Why it goes on. */
  @Fritekst('Hvorfor barnet undersøges videre.', 'Behovet for støtte er det samme efter fødslen.', {
    hjemmel: NOTATPLIGT,
  })
  begrundelse!: string;
}

export class UndladtUnderretningAnmodning {
  /** When. */
  @DatoFelt('Hvornår det blev besluttet.', '2024-04-02', { hjemmel: 'SEL § 152 / BL § 132' })
  dato!: string;

  /** Why. */
  @Fritekst('Hvorfor den nye kommune ikke underrettes.', 'Barnet har ikke behov for særlig støtte.', {
    hjemmel: NOTATPLIGT,
  })
  begrundelse!: string;
}
