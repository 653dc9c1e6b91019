import { BarnAnmodning } from '../barn/barn.dto.js';
import {
  DatoFelt,
  Fritekst,
  JaNej,
  Kode,
  KodeAf,
  KodeListe,
  ObjektFelt,
  Tekst,
  TekstListe,
  TidspunktFelt,
  UuidFelt,
} from '../../platform/http/felt.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { Sidevalg } from '../../platform/http/paging.js';
import { type Henvendelsesform, type Spor } from './tilstand.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000004';
const TID = '2019-02-01T10:00:00+01:00';
export const FORMER: readonly Henvendelsesform[] = ['telefonisk', 'skriftlig', 'personlig', 'digital'];
export const SPOR: readonly Spor[] = ['ingen-indsats', 'tidlig-indsats', 'afdaekning', 'bfu', 'handicap'];
export const TILSTANDE = ['modtaget', 'akutvurderet', 'screenet', 'videresendt', 'annulleret'] as const;
const BRUGER = { maks: 120, valgfri: true } as const;
const NOTATPLIGT = 'offentlighedsloven § 13';
const MODTAGELSE = 'SEL § 155, stk. 1 / BL § 136';
const AKUT = 'SEL § 155, stk. 2 / BL § 136';
const KVITTERING = 'SEL § 155 b, stk. 1 / BL kap. 16';
const FAGPERSON = 'SEL § 155 b, stk. 2-3 / BL kap. 16';
const GENVURDERING = 'SEL § 155 a, stk. 1 / BL § 137, stk. 1';
const SAMTALE = 'SEL § 155 a / BL § 137, stk. 2-4';
const RISIKO = 'BL § 18, stk. 3';
const SCREENING = 'SEL § 155, stk. 1 / BL § 18, stk. 1-2';
const ANDEN_KOMMUNE = 'SEL § 152 / BL § 132';
const BERIGTIGELSE = 'databeskyttelsesforordningen art. 16';
const INDBERETNING = 'retssikkerhedsloven § 84, databekendtgørelsen § 1, nr. 4';

export class UnderretterAnmodning {
  /** Whether nobody knows who it is. */
  @JaNej('Om underretteren er anonym. Da må navn og kontakt ikke angives, og koden er 8.', false, {
    hjemmel: KVITTERING,
  })
  anonym!: boolean;

  /** Who notified, from the dated list. */
  @Kode('Hvem der underrettede, fra kodelisten `underretter` på modtagelsesdagen.', '2', { hjemmel: INDBERETNING })
  kode!: string;

  /** Name. */
  @Tekst('Underretterens navn.', 'Skoleleder Test Testesen', { valgfri: true })
  navn?: string;

  /** Where the receipt is sent. */
  @Tekst('Hvor kvitteringen kan sendes hen.', 'skole@example.dk', { maks: 400, valgfri: true })
  kontakt?: string;

  /** Whether the notifier has the sharper duty of professionals. */
  @JaNej('Om underretteren er fagperson med skærpet underretningspligt. Udelades det, følger det af koden.', true, {
    valgfri: true,
  })
  fagperson?: boolean;
}

export class UnderretningAnmodning {
  /** Which child. */
  @ObjektFelt(
    'Barnet. En underretning om flere børn sendes én gang for hvert barn, gerne med samme henvendelseId.',
    () => BarnAnmodning,
    { hjemmel: MODTAGELSE },
  )
  barn!: BarnAnmodning;

  /** When it was received. */
  @TidspunktFelt('Hvornår kommunen modtog underretningen. De 24 timer løber herfra.', TID, { hjemmel: AKUT })
  modtaget!: string;

  /** How it came. */
  @KodeAf('Hvordan den kom.', 'telefonisk', FORMER, { hjemmel: 'offentlighedsloven §§ 13 og 15' })
  form!: Henvendelsesform;

  /** Who notified. */
  @ObjektFelt('Hvem der underrettede.', () => UnderretterAnmodning, { hjemmel: KVITTERING })
  underretter!: UnderretterAnmodning;

  /** Why, from the dated list. */
  @KodeListe('Årsager fra kodelisten `aarsager` på modtagelsesdagen.', ['UDSLAG3', 'UDSLAG14'], undefined, {
    min: 1,
    maks: 20,
    hjemmel: INDBERETNING,
  })
  aarsagKoder!: string[];

  /** What the notifier is worried about. */
  @Fritekst('Hvad underretteren er bekymret for.', 'Barnet kommer ofte i skole uden mad og er ked af det.', {
    hjemmel: MODTAGELSE,
  })
  beskrivelse!: string;

  /** Abuse. */
  @JaNej('Om der er viden eller mistanke om overgreb. Følger også af årsagskoderne 7 og 18.', false, { valgfri: true })
  overgreb?: boolean;

  /** Abuse by a parent. */
  @JaNej('Om overgrebet skal være begået af en forælder. Følger også af årsagskode 18.', false, { valgfri: true })
  overgrebFraForaeldre?: boolean;

  /** Honour-related conflict. */
  @JaNej('Om der er tegn på æresrelateret konflikt eller negativ social kontrol.', false, { valgfri: true })
  aeresrelateret?: boolean;

  /** Ties siblings' notifications together. */
  @UuidFelt('Fælles id for underretninger om flere børn i samme henvendelse.', ID, { valgfri: true })
  henvendelseId?: string;
}

export const UNDERRETNING = {
  barn: { cpr: '6102149995' },
  modtaget: TID,
  form: 'telefonisk',
  underretter: { anonym: false, kode: '2', navn: 'Inga Lærer', kontakt: 'inga@skole.example' },
  aarsagKoder: ['UDSLAG3', 'UDSLAG14'],
  beskrivelse: 'Barnet kommer ofte i skole uden mad og er ked af det.',
} as const;

export class AkutvurderingAnmodning {
  /** When. */
  @TidspunktFelt(
    'Hvornår vurderingen blev foretaget. Er det for sent, registreres den alligevel; fristoversigten viser det.',
    TID,
    { hjemmel: AKUT },
  )
  vurderet!: string;

  /** Who, when not the user. */
  @Tekst('Hvem der vurderede. Udelades det, er det brugeren selv.', 'mod01', BRUGER)
  vurderetAf?: string;

  /** Whether the child needs help at once. */
  @JaNej('Om barnet har brug for hjælp nu.', false, { hjemmel: AKUT })
  akut!: boolean;

  /** Risk factors. */
  @Fritekst('Risikofaktorer.', 'Forælder med misbrug, tidligere underretninger.', { hjemmel: AKUT })
  risikofaktorer!: string;

  /** Protective factors. */
  @Fritekst('Beskyttelsesfaktorer.', 'Mormor er i hjemmet hver dag.', { hjemmel: AKUT })
  beskyttelsesfaktorer!: string;

  /** Why. */
  @Fritekst('Begrundelse.', 'Barnet er i sikkerhed hos mormor.', { hjemmel: AKUT })
  begrundelse!: string;

  /** Honour-related conflict. */
  @JaNej('Om vurderingen viser tegn på æresrelateret konflikt eller negativ social kontrol.', false, { valgfri: true })
  aeresrelateret?: boolean;
}

export class KvitteringAnmodning {
  /** When. */
  @DatoFelt('Hvornår kvitteringen blev sendt.', '2019-02-05', { hjemmel: KVITTERING })
  sendt!: string;

  /** How. */
  @Tekst('Hvordan.', 'digital post', { maks: 80, hjemmel: NOTATPLIGT })
  maade!: string;
}

export class OrienteringAnmodning {
  /** When. */
  @DatoFelt('Hvornår fagpersonen blev orienteret, eller det blev besluttet at lade være.', '2019-02-20', {
    hjemmel: FAGPERSON,
  })
  dato!: string;

  /** Left out. */
  @JaNej('Om orienteringen er undladt af særlige grunde.', false, { valgfri: true })
  undladt?: boolean;

  /** Why it was left out. */
  @Fritekst('Hvorfor den er undladt.', 'Hensynet til barnet taler imod.', {
    valgfri: true,
    hjemmel: FAGPERSON,
    kraevesNaar: 'orienteringen er undladt',
  })
  begrundelse?: string;
}

export class GenvurderingAnmodning {
  /** When. */
  @TidspunktFelt('Hvornår genvurderingen blev foretaget.', TID, { hjemmel: GENVURDERING })
  vurderet!: string;

  /** Who took part. */
  @TekstListe('Alle, som deltog (bruger-id).', ['sb01', 'tl02'], { min: 1, maks: 20, hjemmel: GENVURDERING })
  deltagere!: string[];

  /** Who is new. */
  @Tekst('Den deltager, som ikke før har haft med sagen at gøre (bruger-id).', 'tl02', {
    maks: 120,
    hjemmel: GENVURDERING,
  })
  nyDeltager!: string;

  /** Why. */
  @Fritekst('Begrundelse.', 'Den igangværende indsats er ikke tilstrækkelig.', { hjemmel: GENVURDERING })
  begrundelse!: string;
}

export class BoernesamtaleAnmodning {
  /** When it was held, or it was decided not to. */
  @DatoFelt('Hvornår samtalen blev holdt, eller det blev besluttet at undlade den.', '2019-02-03', { hjemmel: SAMTALE })
  dato!: string;

  /** Held or left out. */
  @KodeAf('Om samtalen blev holdt eller undladt.', 'holdt', ['holdt', 'undladt'], { hjemmel: SAMTALE })
  udfald!: 'holdt' | 'undladt';

  /** Without the parents. */
  @JaNej('Om den blev holdt uden forældrenes tilstedeværelse.', true, {
    valgfri: true,
    hjemmel: 'SEL § 155 a / BL § 137, stk. 3',
    kraevesNaar: 'samtalen er holdt, og overgrebet skal være begået af en forælder',
  })
  udenForaeldre?: boolean;

  /** What was said; required when it was held. */
  @Fritekst('Referat; kræves, når samtalen er holdt.', 'Barnet fortalte, at …', {
    valgfri: true,
    hjemmel: NOTATPLIGT,
    kraevesNaar: 'samtalen er holdt',
  })
  referat?: string;

  /** Why not; required when it was left out. */
  @Fritekst('Begrundelse; kræves, når samtalen er undladt.', 'Barnet er tre uger gammelt.', {
    valgfri: true,
    hjemmel: 'SEL § 155 a / BL § 137, stk. 4',
    kraevesNaar: 'samtalen er undladt',
  })
  begrundelse?: string;
}

export class RisikovurderingAnmodning {
  /** When. */
  @TidspunktFelt('Hvornår risikoen blev vurderet.', TID, { hjemmel: RISIKO })
  vurderet!: string;

  /** Who, when not the user. */
  @Tekst('Hvem der vurderede. Udelades det, er det brugeren selv.', 'sb01', BRUGER)
  vurderetAf?: string;

  /** The assessment. */
  @Fritekst('Risikovurderingen.', 'Familien må ikke kontaktes, før den unge er i sikkerhed.', { hjemmel: RISIKO })
  risikovurdering!: string;
}

export class ScreeningAnmodning {
  /** Where it goes. */
  @KodeAf(
    'Sporet. Afdækning findes kun efter barnets lov. Alle spor undtagen `ingen-indsats` åbner eller finder barnets sag.',
    'bfu',
    SPOR,
    { hjemmel: SCREENING },
  )
  spor!: Spor;

  /** When. */
  @TidspunktFelt('Hvornår der blev screenet.', TID, { hjemmel: SCREENING })
  screenet!: string;

  /** Who, when not the user. */
  @Tekst('Hvem der screenede. Udelades det, er det brugeren selv.', 'mod01', BRUGER)
  screenetAf?: string;

  /** Why. */
  @Fritekst('Begrundelse for valget af spor.', 'Flere bekymrende forhold skal undersøges samlet.', {
    hjemmel: SCREENING,
  })
  begrundelse!: string;
}

export class VideresendelseAnmodning {
  /** To whom. */
  @Kode('Kommunekode på den kommune, der får underretningen.', '851', {
    moenster: /^[1-9]\d{2}$/,
    hjemmel: ANDEN_KOMMUNE,
  })
  tilKommune!: string;

  /** When. */
  @TidspunktFelt('Hvornår den blev sendt.', TID, { hjemmel: ANDEN_KOMMUNE })
  videresendt!: string;

  /** Why. */
  @Fritekst('Begrundelse.', 'Familien er flyttet til Aalborg.', { hjemmel: ANDEN_KOMMUNE })
  begrundelse!: string;
}

export class AnnulleringAnmodning {
  /** When. */
  @TidspunktFelt('Hvornår den blev annulleret.', TID, { hjemmel: BERIGTIGELSE })
  annulleret!: string;

  /** Why. */
  @Fritekst('Hvorfor registreringen var en fejl.', 'Registreret to gange.', { hjemmel: BERIGTIGELSE })
  begrundelse!: string;
}

export class UnderretningsrettelseAnmodning {
  /** The right time. */
  @TidspunktFelt('Hvornår underretningen i virkeligheden blev modtaget.', TID, { hjemmel: BERIGTIGELSE })
  modtaget!: string;

  /** Why. */
  @Fritekst('Hvad der var forkert, og hvor det rigtige står.', 'Telefonnotatet viser, at opkaldet kom dagen før.', {
    hjemmel: BERIGTIGELSE,
  })
  begrundelse!: string;
}

export class UnderretningSvar extends KommandoSvar {
  /** The notification's id. */
  @UuidFelt('Underretningens id.', ID)
  underretningId!: string;
}

export class ModtagelseSvar extends UnderretningSvar {
  /** The child's id. */
  @UuidFelt('Barnets id.', ID)
  barnId!: string;

  /** The child's open case, when there is one. */
  @UuidFelt('Barnets åbne sag, når der er en.', ID, { nulbar: true })
  sagId!: string | null;

  /** What should be looked at again. */
  @KodeListe('Det, der bør efterses i CPR-numrene.', [], ['modulus11', 'erstatningscpr'])
  advarsler!: string[];
}

export class ScreeningSvar extends UnderretningSvar {
  /** The case that the track leads to. */
  @UuidFelt('Sagen, som sporet fører til.', ID, { nulbar: true })
  sagId!: string | null;
}

export class Underretningsvalg extends Sidevalg {
  /** State. */
  @KodeAf('Kun underretninger i denne tilstand.', 'modtaget', TILSTANDE, { valgfri: true })
  tilstand?: string;

  /** First day. */
  @DatoFelt('Modtaget fra og med denne dag.', '2018-12-01', { valgfri: true })
  modtagetFra?: string;

  /** Last day. */
  @DatoFelt('Modtaget til og med denne dag.', '2019-02-28', { valgfri: true })
  modtagetTil?: string;

  /** One child. */
  @UuidFelt('Kun underretninger om dette barn.', ID, { valgfri: true })
  barnId?: string;
}
