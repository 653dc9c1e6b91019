import {
  DatoFelt,
  Fritekst,
  Heltal,
  JaNej,
  Kode,
  KodeAf,
  KodeListe,
  ObjektFelt,
  Tekst,
  UuidFelt,
} from '../../platform/http/felt.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000003';

export class TrinVisning {
  /** Number, 1-11. */
  @Heltal('Trinets nummer, 1-11.', 4, { min: 1, maks: 11 })
  nr!: number;

  /** Code. */
  @Kode('Trinets kode.', 'boernesamtale')
  kode!: string;

  /** Name. */
  @Tekst('Trinets navn.', 'Børnesamtale')
  navn!: string;

  /** How far it is. */
  @KodeAf('Hvor langt trinet er.', 'udfoert', ['udfoert', 'i-gang', 'mangler', 'ikke-relevant'])
  status!: string;

  /** When reached. */
  @DatoFelt('Hvornår trinet blev nået.', '2018-12-07', { nulbar: true })
  dato!: string | null;

  /** When planned. */
  @DatoFelt('Milepælen: hvornår trinet er planlagt.', '2018-12-10', { nulbar: true })
  planlagt!: string | null;

  /** Past its day. */
  @JaNej('Om milepælen er overskredet.', false)
  overskredet!: boolean;
}

export class AfdaekningVisning {
  /** When decided. */
  @DatoFelt('Hvornår afdækningen blev besluttet.', '2024-03-04')
  besluttet!: string;

  /** Themes. */
  @KodeListe('De forhold, der afdækkes.', ['skoleforhold'])
  forhold!: string[];

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Skolefraværet skal belyses.')
  begrundelse!: string;

  /** Outcome when it ended by itself; null when it runs, was stopped or became an investigation. */
  @KodeAf(
    'Udfald, når den er afsluttet uden en børnefaglig undersøgelse.',
    'tidlig-indsats',
    ['ingen-stoette', 'tidlig-indsats', 'stoettende-indsats'],
    { nulbar: true },
  )
  udfald!: string | null;

  /** Became an investigation. */
  @JaNej('Om den er fortsat som børnefaglig undersøgelse.', false)
  konverteret!: boolean;

  /** Measures. */
  @KodeListe('Hvilken støtte, afdækningen peger på.', ['kontaktperson'])
  indsatskoder!: string[];

  /** Conclusion. */
  @Fritekst('Konklusion.', 'Fraværet skyldes mobning, som skolen nu arbejder med.', { nulbar: true })
  konklusion!: string | null;

  /** Child. */
  @Fritekst('Barnets holdning.', 'Er glad for, at nogen tog fat.', { nulbar: true })
  barnetsHoldning!: string | null;

  /** Parents. */
  @Fritekst('Forældrenes holdning.', 'Enige.', { nulbar: true })
  foraeldresHoldning!: string | null;
}

export class SagkyndigVisning {
  /** Id. */
  @UuidFelt('Den sagkyndige undersøgelses id.', ID)
  sagkyndigId!: string;

  /** Kind. */
  @KodeAf('Læge- eller psykologundersøgelse.', 'psykolog', ['laege', 'psykolog'])
  art!: string;

  /** Who is examined. */
  @KodeAf('Hvem der undersøges.', 'barnet', ['barnet', 'foraeldre'])
  undersoeges!: string;

  /** Authorised psychologist. */
  @JaNej('Om psykologen er autoriseret.', true)
  autoriseret!: boolean;

  /** By whom. */
  @Tekst('Hvem der undersøger.', 'Psykolog Prøvesen')
  udfoerer!: string;

  /** When ordered. */
  @DatoFelt('Hvornår den blev bestilt.', '2024-04-02')
  anmodet!: string;

  /** When wanted. */
  @DatoFelt('Svarfrist.', '2024-05-02')
  svarfrist!: string;

  /** Why. */
  @Fritekst('Hvorfor den er nødvendig.', 'Der er tvivl om forældrenes kognitive formåen.')
  begrundelse!: string;

  /** When received. */
  @DatoFelt('Hvornår resultatet kom.', '2024-04-28', { nulbar: true })
  modtaget!: string | null;

  /** Result. */
  @Fritekst('Resultatet.', 'Forældrene har brug for gentagen vejledning.', { nulbar: true })
  resultat!: string | null;

  /** When given up. */
  @DatoFelt('Hvornår den blev opgivet.', '2024-04-28', { nulbar: true })
  opgivet!: string | null;

  /** Why given up. */
  @Fritekst('Hvorfor den blev opgivet.', 'Forældrene ønsker ikke at medvirke.', { nulbar: true })
  opgivetBegrundelse!: string | null;
}

export class PpvVisning {
  /** When. */
  @DatoFelt('Hvornår der blev taget stilling.', '2024-04-02')
  dato!: string;

  /** Referred or not. */
  @JaNej('Om barnet indstilles til en pædagogisk-psykologisk vurdering.', true)
  indstilles!: boolean;

  /** Why. */
  @Fritekst('Begrundelse.', 'Barnet følger ikke med i dansk og matematik.')
  begrundelse!: string;
}

export class UndersoegelsesopholdVisning {
  /** Began. */
  @DatoFelt('Hvornår opholdet begyndte.', '2024-04-10')
  begyndt!: string;

  /** Ended. */
  @DatoFelt('Hvornår opholdet ophørte.', '2024-05-10', { nulbar: true })
  ophoert!: string | null;
}

export class UdenSamtykkeVisning {
  /** Committee's case. */
  @UuidFelt('Sagen i børne- og ungeudvalget.', ID)
  buuSagId!: string;

  /** Committee's decision. */
  @DatoFelt('Hvornår børne- og ungeudvalget traf afgørelse.', '2024-04-02')
  afgoerelseDato!: string;

  /** Last day. */
  @DatoFelt('Sidste dag: to måneder efter afgørelsen.', '2024-06-02')
  udloeber!: string;

  /** Law of that decision. */
  @KodeAf('Loven på udvalgets afgørelsesdag.', 'BL', ['SEL', 'BL'])
  regime!: string;

  /** Form. */
  @KodeAf('Hvordan den gennemføres.', 'ophold', ['ambulant', 'ophold', 'indlaeggelse'])
  form!: string;

  /** Where. */
  @Tekst('Hvor.', 'Døgninstitutionen Prøven', { nulbar: true })
  sted!: string | null;

  /** Why. */
  @Fritekst('Udvalgets begrundelse.', 'Der er åbenbar risiko for barnets sundhed.')
  begrundelse!: string;

  /** Stay. */
  @ObjektFelt('Opholdet uden for hjemmet.', () => UndersoegelsesopholdVisning, { nulbar: true })
  ophold!: UndersoegelsesopholdVisning | null;

  /** Ended. */
  @DatoFelt('Hvornår undersøgelsen uden samtykke var færdig.', '2024-05-20', { nulbar: true })
  afsluttet!: string | null;

  /** Result. */
  @Fritekst('Resultatet.', 'Barnet har brug for faste voksne.', { nulbar: true })
  resultat!: string | null;
}

export class UndladtUnderretningVisning {
  /** When. */
  @DatoFelt('Hvornår det blev besluttet.', '2024-04-02')
  dato!: string;

  /** Why. */
  @Fritekst('Hvorfor den nye kommune ikke underrettes.', 'Barnet har ikke behov for særlig støtte.')
  begrundelse!: string;
}
