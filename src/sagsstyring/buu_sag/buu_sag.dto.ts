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
  TidspunktFelt,
  UuidFelt,
  UuidListe,
} from '../../platform/http/felt.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { type Genbehandling, type Ophoersaarsag, type Udtalelsesudfald, type Undtagelseskrav } from './tilstand.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000007';
const VALGFRI = { valgfri: true } as const;
export const UDFALD: readonly Udtalelsesudfald[] = ['udtalt', 'oenskede-ikke', 'undladt'];
export const GENBEHANDLINGER: readonly Genbehandling[] = ['1aar', '2aar', 'under-1aar', 'fastsat'];
export const UNDTAGELSESKRAV: readonly Undtagelseskrav[] = ['bfu', 'tre-aar'];
const OPHOER: readonly Ophoersaarsag[] = ['hjemgivelse', 'samtykke', 'ophaevet', 'fyldt-18'];
const UDVALG = 'SEL § 74 / BL § 142';
const ADVOKAT = 'SEL § 72 / BL §§ 140-141';
const INDSTILLING = 'SEL § 59 / BL § 51, stk. 1';
const SAMTALE = 'SEL § 48 / BL § 5, stk. 3-4';
const UDTALERET = 'SEL § 74, stk. 2 / BL § 142, stk. 2';
const FLERTAL = 'SEL § 74, stk. 4 / BL § 142, stk. 4';
const PERMANENT = 'SEL § 68 a / BL §§ 67-68';
const GENBEHANDLINGSFRIST = 'SEL § 62 / BL § 50';
const UNDERSOEGELSE = 'SEL § 51 / BL § 23';
const GRUNDLAGSOPHOER = 'SEL §§ 62 og 68 / BL §§ 50 og 100';

export class BuuSagAnmodning {
  /** Kind of decision. */
  @Kode('Afgørelsen, fra kodelisten `afgoerelser`, hvor organet er BUU.', 'anbringelse-uden-samtykke', {
    hjemmel: UDVALG,
  })
  afgoerelseKode!: string;

  /** When. */
  @DatoFelt('Hvornår sagen rejses.', '2019-02-01', { hjemmel: UDVALG })
  dato!: string;

  /** Provisional decision. */
  @UuidFelt('Den foreløbige afgørelse, som udvalget skal godkende, eller som afgørelsen skal afløse.', ID, {
    ...VALGFRI,
    hjemmel: 'SEL § 75, stk. 3 / BL § 143, stk. 4',
    kraevesNaar: 'udvalget skal godkende en foreløbig afgørelse',
  })
  formandsafgoerelseId?: string;

  /** What is treated anew. */
  @UuidFelt('Den tidligere BUU-sag, hvis anbringelse genbehandles.', ID, {
    ...VALGFRI,
    hjemmel: GENBEHANDLINGSFRIST,
    kraevesNaar: 'en anbringelse skal opretholdes, og den er afgjort i kommunen',
  })
  genbehandlerId?: string;

  /** A basis from elsewhere. */
  @DatoFelt(
    'Sidste dag for det grundlag, der skal opretholdes, når det er afgjort, før sagen kom til kommunen eller systemet.',
    '2027-04-03',
    {
      ...VALGFRI,
      hjemmel: GENBEHANDLINGSFRIST,
      kraevesNaar: 'en anbringelse skal opretholdes, og den er afgjort, før sagen kom til kommunen eller systemet',
    },
  )
  overtagetGrundlagTil?: string;

  /** Foster parents. */
  @UuidListe('Plejeforældre, som afgørelsen angår; de må udtale sig ved flytning fra privat familiepleje.', [ID], {
    maks: 4,
    valgfri: true,
  })
  plejeforaeldreIder?: string[];

  /** Parents without custody. */
  @UuidListe('Forældre uden forældremyndighed, hvis egen kontakt med barnet afgørelsen angår.', [ID], {
    maks: 4,
    valgfri: true,
  })
  angaarIder?: string[];

  /** Why. */
  @Fritekst(
    'Hvorfor sagen rejses.',
    'Barnets sundhed og udvikling lider alvorlig skade, og forældrene samtykker ikke.',
    { hjemmel: UDVALG },
  )
  begrundelse!: string;
}

export class BuuVejledningAnmodning {
  /** Who. */
  @UuidFelt('Parten.', ID, { hjemmel: ADVOKAT })
  personId!: string;

  /** When. */
  @DatoFelt('Hvornår.', '2019-02-02', { hjemmel: ADVOKAT })
  dato!: string;

  /** How. */
  @Tekst('Hvordan.', 'brev', { maks: 80, hjemmel: 'offentlighedsloven § 13' })
  maade!: string;
}

export class IndstillingAnmodning {
  /** When. */
  @DatoFelt('Hvornår indstillingen afgives.', '2019-02-20', { hjemmel: INDSTILLING })
  dato!: string;

  /** Investigation. */
  @UuidFelt('Den børnefaglige undersøgelse, den bygger på.', ID, {
    ...VALGFRI,
    hjemmel: INDSTILLING,
    kraevesNaar: 'afgørelsen skal bygge på en undersøgelse, eller er om at undersøge uden samtykke',
  })
  bfuId?: string;

  /** Plan. */
  @UuidFelt('Handleplanen eller barnets plan; skal være godkendt ved anbringelse.', ID, {
    ...VALGFRI,
    hjemmel: 'SEL §§ 59 og 140 / BL § 91, stk. 2; § 51, stk. 1, nr. 3',
    kraevesNaar: 'afgørelsen er om anbringelse, som planen skal foreligge før',
  })
  planId?: string;

  /** Child heard. */
  @DatoFelt('Hvornår barnet er hørt ved en samtale.', '2019-02-15', {
    ...VALGFRI,
    hjemmel: SAMTALE,
    kraevesNaar: 'barnet er født, og samtalen ikke er undladt',
  })
  boernesamtaleDato?: string;

  /** Not heard. */
  @Fritekst('Hvorfor samtalen er undladt, og hvordan barnets holdning er skaffet.', 'Barnet er to år.', {
    ...VALGFRI,
    hjemmel: SAMTALE,
    kraevesNaar: 'barnet er født, og samtalen er undladt',
  })
  boernesamtaleUndladt?: string;

  /** Psychological assessment. */
  @DatoFelt('Hvornår den psykologiske helhedsvurdering forelå; kræves ved permanent anbringelse.', '2019-02-10', {
    ...VALGFRI,
    hjemmel: PERMANENT,
    kraevesNaar: 'anbringelsen skal være permanent',
  })
  psykologiskVurderingDato?: string;

  /** Placed since. */
  @DatoFelt('Siden hvornår barnet har været anbragt; kræves ved permanent anbringelse.', '2016-01-01', {
    ...VALGFRI,
    hjemmel: PERMANENT,
    kraevesNaar: 'anbringelsen skal være permanent',
  })
  anbragtFra?: string;

  /** Exceptions. */
  @KodeListe(
    'Krav, som loven i et særligt tilfælde lader fravige: `bfu` eller `tre-aar`. Planen kan ikke fraviges.',
    ['bfu'],
    UNDTAGELSESKRAV,
    VALGFRI,
  )
  undtagelser?: Undtagelseskrav[];

  /** Why. */
  @Fritekst('Begrundelse for undtagelserne.', 'Barnet er nyfødt.', {
    ...VALGFRI,
    hjemmel: INDSTILLING,
    kraevesNaar: 'loven i et særligt tilfælde lader et krav fravige',
  })
  undtagelsesbegrundelse?: string;

  /** Recommendation. */
  @Fritekst('Hvad forvaltningen indstiller, og hvorfor.', 'Barnet indstilles anbragt i en plejefamilie.', {
    hjemmel: INDSTILLING,
  })
  indstilling!: string;

  /** Purpose. */
  @Fritekst('Formålet.', 'Barnet skal have ro og omsorg.', { hjemmel: INDSTILLING })
  formaal!: string;

  /** Duration. */
  @Heltal('Forventet varighed i måneder.', 24, {
    min: 1,
    maks: 276,
    valgfri: true,
    hjemmel: 'BL § 47, stk. 2',
    kraevesNaar: 'loven er barnets lov, og barnet indstilles anbragt uden samtykke',
  })
  varighedMaaneder?: number;

  /** Child's view. */
  @Fritekst('Barnets holdning.', 'Vil helst bo hos mormor.', { hjemmel: SAMTALE })
  barnetsHoldning!: string;

  /** Parents' view. */
  @Fritekst('Forældrenes holdning.', 'Mor er imod.', { hjemmel: INDSTILLING })
  foraeldrenesHoldning!: string;
}

export class MoedeAnmodning {
  /** When. */
  @TidspunktFelt('Hvornår mødet holdes.', '2019-03-05T09:00:00+01:00', { hjemmel: UDVALG })
  moede!: string;
}

export class BuuUdtalelseAnmodning {
  /** Who. */
  @UuidFelt('Personen.', ID, { hjemmel: UDTALERET })
  personId!: string;

  /** When. */
  @DatoFelt('Hvornår.', '2019-03-05', { hjemmel: UDTALERET })
  dato!: string;

  /** Outcome. */
  @KodeAf(
    'Om personen udtalte sig, ikke ønskede det, eller det for barnet er undladt, fordi det ville skade.',
    'udtalt',
    UDFALD,
    { hjemmel: UDTALERET },
  )
  udfald!: Udtalelsesudfald;

  /** What was said, or why not. */
  @Fritekst('Hvad der blev sagt, eller hvorfor det er undladt.', 'Vil gerne hjem til sommer.', { hjemmel: UDTALERET })
  udtalelse!: string;
}

export class BuuSamtykkeAnmodning {
  /** Who. */
  @UuidFelt('Den unge.', ID, { hjemmel: 'SEL § 68 a / BL § 67, stk. 3' })
  personId!: string;

  /** When. */
  @DatoFelt('Hvornår samtykket blev givet.', '2019-03-01', { hjemmel: 'SEL § 68 a / BL § 67, stk. 3' })
  dato!: string;
}

export class GenbehandlingAnmodning {
  /** Which. */
  @KodeAf(
    '`1aar`: barnet har ikke været anbragt det seneste år. `2aar`: det har. `under-1aar`: tre år i særlige tilfælde. `fastsat`: en kortere frist.',
    '1aar',
    GENBEHANDLINGER,
    { hjemmel: GENBEHANDLINGSFRIST },
  )
  genbehandling!: Genbehandling;

  /** Date. */
  @DatoFelt('Datoen, når udvalget fastsætter en kortere frist.', '2019-09-05', {
    ...VALGFRI,
    hjemmel: GENBEHANDLINGSFRIST,
    kraevesNaar: 'fristen er fastsat kortere',
  })
  genbehandlesSenest?: string;

  /** Placed within the year. */
  @JaNej('Om barnet har været anbragt inden for det seneste år før denne anbringelse.', false, {
    hjemmel: GENBEHANDLINGSFRIST,
  })
  anbragtInden1Aar!: boolean;
}

export class BuuAfgoerelseAnmodning {
  /** When. */
  @DatoFelt('Mødets dag. Dagen afgør loven og hvem der er part.', '2019-03-05', { hjemmel: UDVALG })
  dato!: string;

  /** Adopted. */
  @JaNej('Om afgørelsen blev vedtaget.', true, { hjemmel: FLERTAL })
  vedtaget!: boolean;

  /** Followed. */
  @JaNej('Om indstillingen blev fulgt.', true, { hjemmel: INDSTILLING })
  foelgerIndstilling!: boolean;

  /** For. */
  @Heltal('Stemmer for. De dybeste indgreb kræver mindst 4 af 5.', 5, { min: 0, maks: 5, hjemmel: FLERTAL })
  stemmerFor!: number;

  /** Against. */
  @Heltal('Stemmer imod.', 0, { min: 0, maks: 5, hjemmel: FLERTAL })
  stemmerImod!: number;

  /** Purpose. */
  @Fritekst('Formålet med anbringelsen.', 'Barnet skal have ro og omsorg.', {
    ...VALGFRI,
    hjemmel: 'BL § 47, stk. 2',
    kraevesNaar: 'loven er barnets lov, og en anbringelse uden samtykke vedtages',
  })
  formaal?: string;

  /** Why. */
  @Fritekst('Begrundelse.', 'Der er åbenbar risiko for alvorlig skade.', { hjemmel: 'forvaltningsloven §§ 22-24' })
  begrundelse!: string;

  /** Renewal. */
  @ObjektFelt(
    'Genbehandlingsfristen; kræves, når en anbringelse uden samtykke vedtages.',
    () => GenbehandlingAnmodning,
    { ...VALGFRI, hjemmel: GENBEHANDLINGSFRIST, kraevesNaar: 'en anbringelse uden samtykke vedtages' },
  )
  genbehandling?: GenbehandlingAnmodning;
}

export class NyGenbehandlingAnmodning extends GenbehandlingAnmodning {
  /** When. */
  @DatoFelt('Den endelige afgørelses eller doms dag.', '2019-06-01', { hjemmel: GENBEHANDLINGSFRIST })
  dato!: string;

  /** Who. */
  @KodeAf('Hvem der traf den.', 'ankestyrelsen', ['ankestyrelsen', 'dom'], { hjemmel: GENBEHANDLINGSFRIST })
  grundlag!: 'ankestyrelsen' | 'dom';
}

export class UndersoegelseGennemfoertAnmodning {
  /** When. */
  @DatoFelt('Hvornår undersøgelsen var gennemført.', '2019-04-20', { hjemmel: UNDERSOEGELSE })
  dato!: string;

  /** Next. */
  @Fritekst('Kommunens stillingtagen til næste skridt.', 'Barnet vender hjem med støtte.', { hjemmel: UNDERSOEGELSE })
  naesteSkridt!: string;
}

export class GrundlagsophoerAnmodning {
  /** When. */
  @DatoFelt('Hvornår.', '2019-12-01', { hjemmel: GRUNDLAGSOPHOER })
  dato!: string;

  /** Why. */
  @KodeAf('Hvorfor afgørelsen ikke længere bærer en anbringelse.', 'hjemgivelse', OPHOER, { hjemmel: GRUNDLAGSOPHOER })
  aarsag!: Ophoersaarsag;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Barnet er hjemgivet.', { hjemmel: GRUNDLAGSOPHOER })
  begrundelse!: string;
}

export class BuuTilbagetraekningAnmodning {
  /** When. */
  @DatoFelt('Hvornår.', '2019-02-25', { hjemmel: UDVALG })
  dato!: string;

  /** Why. */
  @Fritekst('Hvorfor sagen trækkes.', 'Forældrene har samtykket.', { hjemmel: 'offentlighedsloven § 13' })
  begrundelse!: string;
}

export class BuuSagSvar extends KommandoSvar {
  /** The case's id. */
  @UuidFelt('BUU-sagens id.', ID)
  buuSagId!: string;
}

export class BuuAfgoerelseSvar extends BuuSagSvar {
  /** The decision. */
  @UuidFelt('Afgørelsens id; den meddeles parterne på `afgoerelser`. null, når den ikke blev vedtaget.', ID, {
    nulbar: true,
  })
  afgoerelseId!: string | null;
}
