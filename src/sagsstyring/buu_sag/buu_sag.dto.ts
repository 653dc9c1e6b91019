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

export class BuuSagAnmodning {
  /** Kind of decision. */
  @Kode('Afgørelsen, fra kodelisten `afgoerelser`, hvor organet er BUU.', 'anbringelse-uden-samtykke')
  afgoerelseKode!: string;

  /** When. */
  @DatoFelt('Hvornår sagen rejses.', '2019-02-01')
  dato!: string;

  /** Provisional decision. */
  @UuidFelt('Den foreløbige afgørelse, som udvalget skal godkende, eller som afgørelsen skal afløse.', ID, VALGFRI)
  formandsafgoerelseId?: string;

  /** What is treated anew. */
  @UuidFelt('Den tidligere BUU-sag, hvis anbringelse genbehandles.', ID, VALGFRI)
  genbehandlerId?: string;

  /** A basis from elsewhere. */
  @DatoFelt(
    'Sidste dag for det grundlag, der skal opretholdes, når det er afgjort, før sagen kom til kommunen eller systemet.',
    '2027-04-03',
    VALGFRI,
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
  @Fritekst('Hvorfor sagen rejses.', 'Barnets sundhed og udvikling lider alvorlig skade, og forældrene samtykker ikke.')
  begrundelse!: string;
}

export class BuuVejledningAnmodning {
  /** Who. */
  @UuidFelt('Parten.', ID)
  personId!: string;

  /** When. */
  @DatoFelt('Hvornår.', '2019-02-02')
  dato!: string;

  /** How. */
  @Tekst('Hvordan.', 'brev', { maks: 80 })
  maade!: string;
}

export class IndstillingAnmodning {
  /** When. */
  @DatoFelt('Hvornår indstillingen afgives.', '2019-02-20')
  dato!: string;

  /** Investigation. */
  @UuidFelt('Den børnefaglige undersøgelse, den bygger på.', ID, VALGFRI)
  bfuId?: string;

  /** Plan. */
  @UuidFelt('Handleplanen eller barnets plan; skal være godkendt ved anbringelse.', ID, VALGFRI)
  planId?: string;

  /** Child heard. */
  @DatoFelt('Hvornår barnet er hørt ved en samtale.', '2019-02-15', VALGFRI)
  boernesamtaleDato?: string;

  /** Not heard. */
  @Fritekst('Hvorfor samtalen er undladt, og hvordan barnets holdning er skaffet.', 'Barnet er to år.', VALGFRI)
  boernesamtaleUndladt?: string;

  /** Psychological assessment. */
  @DatoFelt(
    'Hvornår den psykologiske helhedsvurdering forelå; kræves ved permanent anbringelse.',
    '2019-02-10',
    VALGFRI,
  )
  psykologiskVurderingDato?: string;

  /** Placed since. */
  @DatoFelt('Siden hvornår barnet har været anbragt; kræves ved permanent anbringelse.', '2016-01-01', VALGFRI)
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
  @Fritekst('Begrundelse for undtagelserne.', 'Barnet er nyfødt.', VALGFRI)
  undtagelsesbegrundelse?: string;

  /** Recommendation. */
  @Fritekst('Hvad forvaltningen indstiller, og hvorfor.', 'Barnet indstilles anbragt i en plejefamilie.')
  indstilling!: string;

  /** Purpose. */
  @Fritekst('Formålet.', 'Barnet skal have ro og omsorg.')
  formaal!: string;

  /** Duration. */
  @Heltal('Forventet varighed i måneder.', 24, { min: 1, maks: 276, valgfri: true })
  varighedMaaneder?: number;

  /** Child's view. */
  @Fritekst('Barnets holdning.', 'Vil helst bo hos mormor.')
  barnetsHoldning!: string;

  /** Parents' view. */
  @Fritekst('Forældrenes holdning.', 'Mor er imod.')
  foraeldrenesHoldning!: string;
}

export class MoedeAnmodning {
  /** When. */
  @TidspunktFelt('Hvornår mødet holdes.', '2019-03-05T09:00:00+01:00')
  moede!: string;
}

export class BuuUdtalelseAnmodning {
  /** Who. */
  @UuidFelt('Personen.', ID)
  personId!: string;

  /** When. */
  @DatoFelt('Hvornår.', '2019-03-05')
  dato!: string;

  /** Outcome. */
  @KodeAf(
    'Om personen udtalte sig, ikke ønskede det, eller det for barnet er undladt, fordi det ville skade.',
    'udtalt',
    UDFALD,
  )
  udfald!: Udtalelsesudfald;

  /** What was said, or why not. */
  @Fritekst('Hvad der blev sagt, eller hvorfor det er undladt.', 'Vil gerne hjem til sommer.')
  udtalelse!: string;
}

export class BuuSamtykkeAnmodning {
  /** Who. */
  @UuidFelt('Den unge.', ID)
  personId!: string;

  /** When. */
  @DatoFelt('Hvornår samtykket blev givet.', '2019-03-01')
  dato!: string;
}

export class GenbehandlingAnmodning {
  /** Which. */
  @KodeAf(
    '`1aar`: barnet har ikke været anbragt det seneste år. `2aar`: det har. `under-1aar`: tre år i særlige tilfælde. `fastsat`: en kortere frist.',
    '1aar',
    GENBEHANDLINGER,
  )
  genbehandling!: Genbehandling;

  /** Date. */
  @DatoFelt('Datoen, når udvalget fastsætter en kortere frist.', '2019-09-05', VALGFRI)
  genbehandlesSenest?: string;

  /** Placed within the year. */
  @JaNej('Om barnet har været anbragt inden for det seneste år før denne anbringelse.', false)
  anbragtInden1Aar!: boolean;
}

export class BuuAfgoerelseAnmodning {
  /** When. */
  @DatoFelt('Mødets dag. Dagen afgør loven og hvem der er part.', '2019-03-05')
  dato!: string;

  /** Adopted. */
  @JaNej('Om afgørelsen blev vedtaget.', true)
  vedtaget!: boolean;

  /** Followed. */
  @JaNej('Om indstillingen blev fulgt.', true)
  foelgerIndstilling!: boolean;

  /** For. */
  @Heltal('Stemmer for. De dybeste indgreb kræver mindst 4 af 5.', 5, { min: 0, maks: 5 })
  stemmerFor!: number;

  /** Against. */
  @Heltal('Stemmer imod.', 0, { min: 0, maks: 5 })
  stemmerImod!: number;

  /** Purpose. */
  @Fritekst('Formålet med anbringelsen.', 'Barnet skal have ro og omsorg.', VALGFRI)
  formaal?: string;

  /** Why. */
  @Fritekst('Begrundelse.', 'Der er åbenbar risiko for alvorlig skade.')
  begrundelse!: string;

  /** Renewal. */
  @ObjektFelt(
    'Genbehandlingsfristen; kræves, når en anbringelse uden samtykke vedtages.',
    () => GenbehandlingAnmodning,
    VALGFRI,
  )
  genbehandling?: GenbehandlingAnmodning;
}

export class NyGenbehandlingAnmodning extends GenbehandlingAnmodning {
  /** When. */
  @DatoFelt('Den endelige afgørelses eller doms dag.', '2019-06-01')
  dato!: string;

  /** Who. */
  @KodeAf('Hvem der traf den.', 'ankestyrelsen', ['ankestyrelsen', 'dom'])
  grundlag!: 'ankestyrelsen' | 'dom';
}

export class UndersoegelseGennemfoertAnmodning {
  /** When. */
  @DatoFelt('Hvornår undersøgelsen var gennemført.', '2019-04-20')
  dato!: string;

  /** Next. */
  @Fritekst('Kommunens stillingtagen til næste skridt.', 'Barnet vender hjem med støtte.')
  naesteSkridt!: string;
}

export class GrundlagsophoerAnmodning {
  /** When. */
  @DatoFelt('Hvornår.', '2019-12-01')
  dato!: string;

  /** Why. */
  @KodeAf('Hvorfor afgørelsen ikke længere bærer en anbringelse.', 'hjemgivelse', OPHOER)
  aarsag!: Ophoersaarsag;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Barnet er hjemgivet.')
  begrundelse!: string;
}

export class BuuTilbagetraekningAnmodning {
  /** When. */
  @DatoFelt('Hvornår.', '2019-02-25')
  dato!: string;

  /** Why. */
  @Fritekst('Hvorfor sagen trækkes.', 'Forældrene har samtykket.')
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
