import {
  DatoFelt,
  Fritekst,
  JaNej,
  Kode,
  KodeAf,
  KodeListe,
  ObjektListe,
  Tekst,
  TekstListe,
  UuidFelt,
  UuidListe,
} from '../../platform/http/felt.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import {
  type Afbrydelsesaarsag,
  type Bfugrund,
  type Fundart,
  type Hastighed,
  type Sideloebende,
  type Udtalelseskreds,
} from './kommandoer.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000003';
const UDTALELSESKREDSE: readonly Udtalelseskreds[] = ['fagperson', 'netvaerk', 'foraeldre'];
export const FUNDARTER: readonly Fundart[] = ['ressource', 'udfordring'];
export const SIDELOEBENDE: readonly Sideloebende[] = ['ingen', 'viderefoeres', 'aendres', 'ophoerer'];
export const AFBRYDELSER: readonly Afbrydelsesaarsag[] = ['flytning', 'fyldt-18', 'behov-bortfaldet', 'foedsel'];
export const HASTIGHEDER: readonly Hastighed[] = ['almindelig', 'hurtig'];
/** BL § 20, stk. 1. */
export const BFUGRUNDE: readonly Bfugrund[] = [
  'alvorlig-eller-kompleks',
  'anbringelse-overvejes',
  'overgreb',
  'afbrudt-krisecenterophold',
];

export class UndersoegelseSvar extends KommandoSvar {
  /** The investigation. */
  @UuidFelt('Undersøgelsens id.', ID)
  bfuId!: string;
}

export class BfuafgoerelseSvar extends UndersoegelseSvar {
  /** The decision. */
  @UuidFelt('Afgørelsen om undersøgelsen, som skal meddeles hver part.', ID)
  afgoerelseId!: string;
}

export class UdtalelseSvar extends UndersoegelseSvar {
  /** The statement. */
  @UuidFelt('Udtalelsens id; bruges, når der rykkes eller svares.', ID)
  udtalelseId!: string;
}

export class AnalyseSvar extends UndersoegelseSvar {
  /** Findings, in the order they were sent. */
  @UuidListe('Fundenes id, i den rækkefølge de blev sendt. Bruges, når mål opstilles ud fra fundene.', [ID])
  fundIder!: string[];
}

export class BfuAnmodning {
  /** When the municipality knew that the child may need support; the deadline runs from here. */
  @DatoFelt(
    'Hvornår kommunen blev opmærksom på, at barnet kan have behov for støtte. Fristen på 4 måneder løber herfra.',
    '2018-11-01',
    { hjemmel: 'SEL § 50 / BL § 20, stk. 3' },
  )
  opmaerksomDato!: string;

  /** When it was decided. */
  @DatoFelt('Hvornår der blev truffet afgørelse om undersøgelsen.', '2018-11-12', {
    hjemmel: 'SEL § 50, stk. 1 / BL § 20, stk. 1-2',
  })
  afgoerelseDato!: string;

  /** Reasons. */
  @Fritekst('Hvorfor der undersøges.', 'Underretning fra skolen om bekymrende adfærd og fravær.', {
    hjemmel: 'forvaltningsloven §§ 22-24',
  })
  begrundelse!: string;

  /** The notification that led to it. */
  @UuidFelt('Underretningen, der førte til afgørelsen.', ID, { valgfri: true })
  underretningId?: string;

  /** Track: the law's four months, or the municipality's own six weeks. */
  @KodeAf(
    'Spor: `almindelig` efter lovens fire måneder, eller `hurtig` efter kommunens eget hurtigspor på seks uger. De fire måneder gælder under alle omstændigheder.',
    'almindelig',
    HASTIGHEDER,
    { valgfri: true },
  )
  hastighed?: Hastighed;

  /** Grounds that make it a duty. */
  @KodeListe('Forhold, der gør undersøgelsen til en pligt (BL § 20, stk. 1).', ['overgreb'], BFUGRUNDE, {
    valgfri: true,
  })
  grunde?: Bfugrund[];

  /** An earlier investigation that this one revises. */
  @UuidFelt('En tidligere, afsluttet undersøgelse af barnet, som denne reviderer.', ID, { valgfri: true })
  reviderer?: string;
}

export class AktoerAnmodning {
  /** When they were found. */
  @DatoFelt('Hvornår aktørerne var fundet.', '2018-11-14', { hjemmel: 'offentlighedsloven § 13' })
  dato!: string;

  /** Who must be heard. */
  @TekstListe('Hvem der skal høres. Er der ingen, skrives begrundelsen i stedet.', ['Skolen', 'Sundhedsplejersken'], {
    min: 1,
    maks: 50,
    valgfri: true,
    hjemmel: 'SEL § 50 / BL § 22, stk. 1-2',
    kraevesNaar: 'der er fagfolk med viden om barnet',
  })
  aktoerer?: string[];

  /** Why nobody. */
  @Fritekst('Hvorfor ingen fagfolk inddrages.', 'Barnet er lige kommet til landet og kendes ikke af fagfolk her.', {
    valgfri: true,
    hjemmel: 'SEL § 50 / BL § 22, stk. 1-2',
    kraevesNaar: 'ingen aktører er nævnt',
  })
  begrundelse?: string;
}

export class TemaVurdering {
  /** Code of the theme. */
  @Kode('Temaets kode fra lovpakkens liste `temaer`.', 'skoleforhold', { hjemmel: 'SEL § 50 / BL § 22' })
  tema!: string;

  /** Whether it is part of the investigation. */
  @JaNej('Om temaet er relevant.', true, { hjemmel: 'SEL § 50 / BL § 22' })
  relevant!: boolean;

  /** Why, or why not. */
  @Fritekst('Hvorfor det er eller ikke er relevant.', 'Fraværet er steget gennem efteråret.', {
    hjemmel: 'SEL § 50 / BL § 22',
  })
  begrundelse!: string;
}

export class TemaAnmodning {
  /** Local date of the judgement. */
  @DatoFelt('Hvornår der blev taget stilling. Udelades den, er det i dag.', '2019-01-10', { valgfri: true })
  dato?: string;

  /** Themes judged now. */
  @ObjektListe('Temaer, der tages stilling til. Et tema kan vurderes igen.', () => TemaVurdering, {
    min: 1,
    maks: 30,
    hjemmel: 'SEL § 50 / BL § 22',
  })
  temaer!: TemaVurdering[];
}

export class UdtalelseAnmodning {
  /** Who is asked. */
  @Tekst('Hvem der bedes om en udtalelse.', 'Skolen', { hjemmel: 'SEL § 50 / BL § 22, stk. 1-2' })
  aktoer!: string;

  /** What they are to the child. */
  @KodeAf(
    'Om det er en fagperson, nogen i netværket eller forældrene. Udelades det, gælder det strengeste: er der tegn på æresrelateret konflikt, skal risikoen være vurderet først.',
    'fagperson',
    UDTALELSESKREDSE,
    { valgfri: true },
  )
  kreds?: Udtalelseskreds;

  /** When asked. */
  @DatoFelt('Hvornår der blev bedt om den.', '2018-11-15', { hjemmel: 'offentlighedsloven § 13' })
  anmodet!: string;

  /** When the answer is wanted. */
  @DatoFelt('Svarfrist.', '2018-11-29', { hjemmel: 'SEL § 50 / BL § 20, stk. 3' })
  svarfrist!: string;

  /** About what. */
  @Fritekst('Hvad der ønskes oplyst.', 'Fravær, trivsel og faglig udvikling siden sommer.', {
    hjemmel: 'databeskyttelsesforordningen art. 5',
  })
  emne!: string;
}

export class RykkerAnmodning {
  /** When reminded. */
  @DatoFelt('Hvornår der blev rykket.', '2018-12-03', { hjemmel: 'offentlighedsloven § 13' })
  rykket!: string;

  /** New date. */
  @DatoFelt('Ny svarfrist.', '2018-12-10', { hjemmel: 'SEL § 50 / BL § 20, stk. 3' })
  svarfrist!: string;
}

export class UdtalelsessvarAnmodning {
  /** When received. */
  @DatoFelt('Hvornår udtalelsen blev modtaget.', '2018-12-05', { hjemmel: 'offentlighedsloven § 15' })
  modtaget!: string;

  /** What it says. */
  @Fritekst('Hvad udtalelsen siger.', 'Fravær 18 %. God kontakt til klasselæreren.', {
    hjemmel: 'SEL § 50 / BL § 22, stk. 1-2',
  })
  indhold!: string;
}

export class BfuBoernesamtaleAnmodning {
  /** When held, or when it was decided to leave it out. */
  @DatoFelt('Hvornår samtalen blev holdt, eller det blev besluttet at undlade den.', '2018-12-07', {
    hjemmel: 'SEL § 48 / BL § 5, stk. 3',
  })
  dato!: string;

  /** Whether it was held; otherwise the reason must be given. */
  @JaNej('Om samtalen blev holdt. Ellers skal `begrundelse` siges.', true, { hjemmel: 'SEL § 48 / BL § 5, stk. 3-4' })
  holdt!: boolean;

  /** Without the parents. */
  @JaNej('Om den blev holdt uden forældrenes tilstedeværelse.', false, { valgfri: true })
  udenForaeldre?: boolean;

  /** Minutes. */
  @Fritekst('Referat, når samtalen er holdt.', 'Barnet fortalte om skolen og om aftenerne hjemme.', {
    valgfri: true,
    hjemmel: 'offentlighedsloven § 13',
    kraevesNaar: 'samtalen er holdt',
  })
  referat?: string;

  /** Why it was left out. */
  @Fritekst('Hvorfor samtalen undtagelsesvis er undladt.', 'Barnet er tre måneder gammelt.', {
    valgfri: true,
    hjemmel: 'SEL § 48 / BL § 5, stk. 4',
    kraevesNaar: 'samtalen er undladt',
  })
  begrundelse?: string;

  /** The child's view, found out in another way when there was no talk. */
  @Fritekst('Barnets holdning. Er samtalen undladt, er den skaffet på anden vis.', 'Vil gerne have ro om lektierne.', {
    hjemmel: 'SEL § 48 / BL § 5, stk. 3-4',
  })
  barnetsHoldning!: string;
}

export class ForaeldresamtaleAnmodning {
  /** When held. */
  @DatoFelt('Hvornår samtalen blev holdt.', '2018-12-10', { hjemmel: 'offentlighedsloven § 13' })
  dato!: string;

  /** Minutes. */
  @Fritekst('Referat.', 'Forældrene ønsker hjælp til at skabe faste rammer.', { hjemmel: 'offentlighedsloven § 13' })
  referat!: string;
}

export class AfbrydelseAnmodning {
  /** When ended. */
  @DatoFelt('Hvornår undersøgelsen blev afbrudt.', '2019-01-18', { hjemmel: 'SEL § 50 / BL § 20, stk. 3' })
  dato!: string;

  /** Cause. */
  @KodeAf('Årsag.', 'flytning', AFBRYDELSER, { hjemmel: 'SEL §§ 50 og 152 / BL §§ 20 og 132' })
  aarsag!: Afbrydelsesaarsag;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Familien er flyttet til en anden kommune, som er underrettet.', {
    hjemmel: 'offentlighedsloven § 13',
  })
  begrundelse!: string;
}

export class OpmaerksomhedsrettelseAnmodning {
  /** The right day. */
  @DatoFelt('Hvornår kommunen i virkeligheden blev opmærksom på behovet.', '2018-10-29', {
    hjemmel: 'databeskyttelsesforordningen art. 16',
  })
  opmaerksomDato!: string;

  /** Reasons. */
  @Fritekst('Hvad der var forkert, og hvor det rigtige står.', 'Skolens brev er modtaget den 29. oktober.', {
    hjemmel: 'databeskyttelsesforordningen art. 16',
  })
  begrundelse!: string;
}
