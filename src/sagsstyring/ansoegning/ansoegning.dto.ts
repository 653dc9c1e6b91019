import { DatoFelt, Fritekst, Heltal, KodeAf, ObjektFelt, ObjektListe, UuidFelt } from '../../platform/http/felt.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { DatorettelseAnmodning } from '../../platform/http/rettelse-anmodning.js';
import { type Ansoegningsspor, type Ansoegningsudfald } from './ansoegning.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-00000000000d';
const NUL = { nulbar: true } as const;
const SPOR: readonly Ansoegningsspor[] = ['tidlig-indsats', 'afdaekning', 'bfu', 'handicap', 'ingen-afdaekning'];
const UDFALD: readonly Ansoegningsudfald[] = ['imoedekommet', 'delvist', 'afslag', 'trukket'];
const FRIST = 'retssikkerhedsloven § 3, stk. 2';
const SCREENING = 'SEL § 50 / BL § 18, stk. 1-2';
const SVAR = 'forvaltningsloven §§ 22-25';

export class AnsoegningAnmodning {
  /** Who. */
  @UuidFelt('Den, der søger; en person i netværket.', ID, { hjemmel: 'retssikkerhedsloven § 5' })
  ansoegerId!: string;

  /** When. */
  @DatoFelt('Hvornår ansøgningen kom.', '2019-03-01', { hjemmel: FRIST })
  modtaget!: string;

  /** Deadline. */
  @DatoFelt('Svar senest efter kommunens offentliggjorte frist for området (RSL § 3, stk. 2).', '2019-04-26', {
    hjemmel: FRIST,
  })
  svarSenest!: string;

  /** What. */
  @Fritekst('Hvad der søges om.', 'Aflastning to weekender om måneden.', {
    hjemmel: 'retssikkerhedsloven § 5; offentlighedsloven § 13',
  })
  oensker!: string;
}

export class AnsoegningsscreeningAnmodning {
  /** When. */
  @DatoFelt('Hvornår.', '2019-03-08', { hjemmel: SCREENING })
  dato!: string;

  /** Track. */
  @KodeAf(
    'Spor. `ingen-afdaekning`: kan afgøres, som sagen står. `afdaekning` findes kun i barnets lov.',
    'bfu',
    SPOR,
    { hjemmel: SCREENING },
  )
  spor!: Ansoegningsspor;

  /** Why. */
  @Fritekst('Begrundelse.', 'Barnets behov skal undersøges nærmere.', { hjemmel: SCREENING })
  begrundelse!: string;
}

export class SagsbehandlingsbeskedAnmodning {
  /** When. */
  @DatoFelt('Hvornår ansøgeren fik beskeden.', '2019-03-18', { hjemmel: FRIST })
  sendt!: string;

  /** Expected. */
  @DatoFelt('Hvornår afgørelsen ventes.', '2019-05-24', { hjemmel: FRIST })
  forventet!: string;

  /** Why. */
  @Fritekst('Hvorfor det tager længere tid.', 'Udtalelsen fra skolen mangler.', { hjemmel: FRIST })
  begrundelse!: string;
}

export class AnsoegningsafgoerelseAnmodning {
  /** When. */
  @DatoFelt('Hvornår.', '2019-03-19', { hjemmel: SVAR })
  dato!: string;

  /** Outcome. */
  @KodeAf('Udfald. `trukket`: ansøgeren har selv trukket den.', 'trukket', UDFALD, { hjemmel: SVAR })
  udfald!: Ansoegningsudfald;

  /** Decision. */
  @UuidFelt('Afgørelsen i sagen; kræves, medmindre ansøgningen er trukket.', ID, {
    valgfri: true,
    hjemmel: SVAR,
    kraevesNaar: 'ansøgningen ikke er trukket',
  })
  afgoerelseId?: string;
}

export class AnsoegningsrettelseAnmodning extends DatorettelseAnmodning {
  /** The municipality's own deadline, from the right day. */
  @DatoFelt('Kommunens egen frist for svaret, regnet fra den rigtige dag.', '2019-05-01', { hjemmel: FRIST })
  svarSenest!: string;
}

export class AnsoegningSvar extends KommandoSvar {
  /** Id. */
  @UuidFelt('Ansøgningens id.', ID)
  ansoegningId!: string;
}

export class AnsoegningsscreeningVisning {
  /** When. */
  @DatoFelt('Hvornår.', '2019-03-08') dato!: string;
  /** Track. */
  @KodeAf('Spor.', 'bfu', SPOR) spor!: string;
  /** Why. */
  @Fritekst('Begrundelse.', 'Skal undersøges.') begrundelse!: string;
}

export class SagsbehandlingsbeskedVisning {
  /** Sent. */
  @DatoFelt('Sendt.', '2019-03-18') sendt!: string;
  /** Expected. */
  @DatoFelt('Ventes.', '2019-05-24') forventet!: string;
  /** Why. */
  @Fritekst('Hvorfor.', 'Udtalelsen mangler.') begrundelse!: string;
}

export class AnsoegningsafgoerelseVisning {
  /** When. */
  @DatoFelt('Hvornår.', '2019-03-19') dato!: string;
  /** Outcome. */
  @KodeAf('Udfald.', 'afslag', UDFALD) udfald!: string;
  /** Decision. */
  @UuidFelt('Afgørelsen.', ID, NUL) afgoerelseId!: string | null;
}

export class AnsoegningVisning {
  /** Id. */
  @UuidFelt('Ansøgningens id.', ID) ansoegningId!: string;
  /** Case. */
  @UuidFelt('Sagen.', ID) sagId!: string;
  /** Child. */
  @UuidFelt('Barnet.', ID) barnId!: string;
  /** Phase. */
  @KodeAf('Fase.', 'modtaget', ['modtaget', 'screenet', 'afgjort']) fase!: string;
  /** Act. */
  @KodeAf('Loven på dagen.', 'SEL', ['SEL', 'BL']) regime!: string;
  /** Who. */
  @UuidFelt('Ansøgeren.', ID) ansoegerId!: string;
  /** When. */
  @DatoFelt('Modtaget.', '2019-03-01') modtaget!: string;
  /** Deadline. */
  @DatoFelt('Svar senest.', '2019-04-26') svarSenest!: string;
  /** What. */
  @Fritekst('Hvad der søges om.', 'Aflastning.') oensker!: string;
  /** Screening. */
  @ObjektFelt('Screeningen.', () => AnsoegningsscreeningVisning, NUL) screening!: AnsoegningsscreeningVisning | null;
  /** Notices. */
  @ObjektListe('Beskeder om, hvornår svaret ventes.', () => SagsbehandlingsbeskedVisning)
  beskeder!: SagsbehandlingsbeskedVisning[];
  /** Decision. */
  @ObjektFelt('Svaret.', () => AnsoegningsafgoerelseVisning, NUL) afgoerelse!: AnsoegningsafgoerelseVisning | null;
  /** Version, for If-Match. */
  @Heltal('Version til If-Match.', 2) version!: number;
}
