import { BarnAnmodning } from '../barn/barn.dto.js';
import { DatoFelt, Fritekst, KodeAf, KodeListe, Kode, ObjektFelt, Tekst, UuidFelt } from '../../platform/http/felt.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { Sidevalg } from '../../platform/http/paging.js';
import { type Omraade, type Sagsgrund } from './tilstand.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000002';
export const OMRAADER: readonly Omraade[] = ['social', 'handicap'];
export const GRUNDE: readonly Sagsgrund[] = ['underretning', 'ansoegning', 'overtaget'];
const NOTATPLIGT = 'offentlighedsloven § 13';
const SAGEN = 'SEL § 46 / BL § 18';
const ANSVAR = 'retssikkerhedsloven § 15';

export class SagAnmodning {
  /** A child that is known already. */
  @UuidFelt('Barnets id, når barnet er registreret i forvejen.', ID, { valgfri: true })
  barnId?: string;

  /** Which child. */
  @ObjektFelt('Barnet, når dets id ikke kendes.', () => BarnAnmodning, {
    valgfri: true,
    hjemmel: SAGEN,
    kraevesNaar: '`barnId` ikke sendes',
  })
  barn?: BarnAnmodning;

  /** Area. */
  @KodeAf('Område. Et barn har højst én åben sag pr. område.', 'social', OMRAADER, { hjemmel: SAGEN })
  omraade!: Omraade;

  /** Why it is opened. */
  @KodeAf('Hvorfor sagen oprettes. En underretning, der screenes, opretter selv sagen.', 'ansoegning', GRUNDE, {
    hjemmel: SAGEN,
  })
  grund!: Sagsgrund;

  /** When. */
  @DatoFelt('Hvornår sagen blev oprettet.', '2018-06-01', { hjemmel: 'offentlighedsloven § 15' })
  oprettet!: string;
}

export class TildelingAnmodning {
  /** Who gets it. */
  @Tekst('Sagsbehandlerens bruger-id.', 'sb01', { maks: 120, hjemmel: ANSVAR })
  sagsbehandler!: string;

  /** Team. */
  @Tekst('Team. Udelades det, er teamet uændret.', 'boerne', { maks: 80, valgfri: true })
  team?: string;

  /** When. */
  @DatoFelt('Hvornår.', '2018-06-01', { hjemmel: ANSVAR })
  tildelt!: string;
}

export class OverdragelseAnmodning {
  /** To whom. */
  @Tekst('Modtagerens bruger-id.', 'sb02', { maks: 120, hjemmel: ANSVAR })
  til!: string;

  /** To which team. */
  @Tekst('Modtagerens team. Udelades det, er teamet uændret.', 'unge', { maks: 80, valgfri: true })
  tilTeam?: string;

  /** Where the case stands. */
  @Fritekst(
    'Overdragelsesnotat: hvor sagen står, hvilke frister der løber, og hvad der haster. En sag må ikke overdrages blindt.',
    'Undersøgelsen mangler skolens udtalelse; fristen er 1. marts.',
    { hjemmel: NOTATPLIGT },
  )
  notat!: string;

  /** When. */
  @DatoFelt('Hvornår.', '2019-02-01', { hjemmel: NOTATPLIGT })
  foreslaaet!: string;
}

export class AcceptAnmodning {
  /** When. */
  @DatoFelt('Hvornår modtageren overtog sagen.', '2019-02-02', { hjemmel: ANSVAR })
  accepteret!: string;
}

export class OverdragelsesafvisningAnmodning {
  /** Why. */
  @Fritekst('Hvorfor overdragelsen afvises.', 'Jeg er inhabil.', { hjemmel: NOTATPLIGT })
  begrundelse!: string;

  /** When. */
  @DatoFelt('Hvornår.', '2019-02-02', { hjemmel: NOTATPLIGT })
  afvist!: string;
}

export class OmraadeAnmodning {
  /** Area. */
  @KodeAf('Det nye område.', 'handicap', OMRAADER, { hjemmel: SAGEN })
  omraade!: Omraade;

  /** From when. */
  @DatoFelt('Fra hvilken dato.', '2019-01-01', { hjemmel: NOTATPLIGT })
  gaelderFra!: string;
}

export class LukningAnmodning {
  /** When. */
  @DatoFelt('Hvornår sagen blev lukket.', '2019-03-01', { hjemmel: NOTATPLIGT })
  lukket!: string;

  /** Why. */
  @Fritekst('Hvorfor.', 'Formålet er opnået, og der er ikke behov for støtte.', { hjemmel: NOTATPLIGT })
  begrundelse!: string;
}

export class GenaabningAnmodning {
  /** When. */
  @DatoFelt('Hvornår sagen blev åbnet igen.', '2019-03-10', { hjemmel: NOTATPLIGT })
  genaabnet!: string;

  /** Why. */
  @Fritekst('Hvorfor.', 'Familien har søgt om støtte igen.', { hjemmel: NOTATPLIGT })
  begrundelse!: string;
}

export class SagSvar extends KommandoSvar {
  /** The case's id. */
  @UuidFelt('Sagens id.', ID)
  sagId!: string;
}

export class SagOprettetSvar extends SagSvar {
  /** The child's id. */
  @UuidFelt('Barnets id.', ID)
  barnId!: string;

  /** What should be looked at again. */
  @KodeListe('Det, der bør efterses i CPR-numrene.', [], ['modulus11', 'erstatningscpr'])
  advarsler!: string[];
}

export class OverdragelseSvar extends SagSvar {
  /** The handover's id. */
  @UuidFelt('Overdragelsens id.', ID)
  overdragelseId!: string;
}

export class Sagsvalg extends Sidevalg {
  /** Caseworker. */
  @Kode('Kun sager hos denne sagsbehandler.', 'sb01', { valgfri: true })
  sagsbehandler?: string;

  /** Team. */
  @Tekst('Kun sager i dette team.', 'boerne', { valgfri: true })
  team?: string;

  /** Area. */
  @KodeAf('Kun sager på dette område.', 'social', OMRAADER, { valgfri: true })
  omraade?: string;

  /** Open or closed. */
  @KodeAf('Kun åbne eller lukkede sager.', 'aaben', ['aaben', 'lukket'], { valgfri: true })
  tilstand?: string;

  /** One child. */
  @UuidFelt('Kun dette barns sager.', ID, { valgfri: true })
  barnId?: string;

  /** Waits for this caseworker's answer. */
  @Kode('Kun sager, som er under overdragelse til denne sagsbehandler.', 'sb02', { valgfri: true })
  overdragesTil?: string;
}
