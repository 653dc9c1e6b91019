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
import { type Afbrydelsesaarsag, type Fundart, type Sideloebende } from './kommandoer.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000003';
export const FUNDARTER: readonly Fundart[] = ['ressource', 'udfordring'];
export const SIDELOEBENDE: readonly Sideloebende[] = ['ingen', 'viderefoeres', 'aendres', 'ophoerer'];
export const AFBRYDELSER: readonly Afbrydelsesaarsag[] = ['flytning', 'fyldt-18', 'behov-bortfaldet'];

export class UndersoegelseSvar extends KommandoSvar {
  /** The investigation. */
  @UuidFelt('Undersøgelsens id.', ID)
  bfuId!: string;
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
  )
  opmaerksomDato!: string;

  /** When it was decided. */
  @DatoFelt('Hvornår der blev truffet afgørelse om undersøgelsen.', '2018-11-12')
  afgoerelseDato!: string;

  /** Reasons. */
  @Fritekst('Hvorfor der undersøges.', 'Underretning fra skolen om bekymrende adfærd og fravær.')
  begrundelse!: string;

  /** The notification that led to it. */
  @UuidFelt('Underretningen, der førte til afgørelsen.', ID, { valgfri: true })
  underretningId?: string;
}

export class AktoerAnmodning {
  /** When they were found. */
  @DatoFelt('Hvornår aktørerne var fundet.', '2018-11-14')
  dato!: string;

  /** Who must be heard. */
  @TekstListe('Hvem der skal høres.', ['Skolen', 'Sundhedsplejersken'], { min: 1, maks: 50 })
  aktoerer!: string[];
}

export class TemaVurdering {
  /** Code of the theme. */
  @Kode('Temaets kode fra lovpakkens liste `temaer`.', 'skoleforhold')
  tema!: string;

  /** Whether it is part of the investigation. */
  @JaNej('Om temaet er relevant.', true)
  relevant!: boolean;

  /** Why, or why not. */
  @Fritekst('Hvorfor det er eller ikke er relevant.', 'Fraværet er steget gennem efteråret.')
  begrundelse!: string;
}

export class TemaAnmodning {
  /** Local date of the judgement. */
  @DatoFelt('Hvornår der blev taget stilling. Udelades den, er det i dag.', '2019-01-10', { valgfri: true })
  dato?: string;

  /** Themes judged now. */
  @ObjektListe('Temaer, der tages stilling til. Et tema kan vurderes igen.', () => TemaVurdering, { min: 1, maks: 30 })
  temaer!: TemaVurdering[];
}

export class UdtalelseAnmodning {
  /** Who is asked. */
  @Tekst('Hvem der bedes om en udtalelse.', 'Skolen')
  aktoer!: string;

  /** When asked. */
  @DatoFelt('Hvornår der blev bedt om den.', '2018-11-15')
  anmodet!: string;

  /** When the answer is wanted. */
  @DatoFelt('Svarfrist.', '2018-11-29')
  svarfrist!: string;

  /** About what. */
  @Fritekst('Hvad der ønskes oplyst.', 'Fravær, trivsel og faglig udvikling siden sommer.')
  emne!: string;
}

export class RykkerAnmodning {
  /** When reminded. */
  @DatoFelt('Hvornår der blev rykket.', '2018-12-03')
  rykket!: string;

  /** New date. */
  @DatoFelt('Ny svarfrist.', '2018-12-10')
  svarfrist!: string;
}

export class UdtalelsessvarAnmodning {
  /** When received. */
  @DatoFelt('Hvornår udtalelsen blev modtaget.', '2018-12-05')
  modtaget!: string;

  /** What it says. */
  @Fritekst('Hvad udtalelsen siger.', 'Fravær 18 %. God kontakt til klasselæreren.')
  indhold!: string;
}

export class BfuBoernesamtaleAnmodning {
  /** When held, or when it was decided to leave it out. */
  @DatoFelt('Hvornår samtalen blev holdt, eller det blev besluttet at undlade den.', '2018-12-07')
  dato!: string;

  /** Whether it was held; otherwise the reason must be given. */
  @JaNej('Om samtalen blev holdt. Ellers skal `begrundelse` siges.', true)
  holdt!: boolean;

  /** Without the parents. */
  @JaNej('Om den blev holdt uden forældrenes tilstedeværelse.', false, { valgfri: true })
  udenForaeldre?: boolean;

  /** Minutes. */
  @Fritekst('Referat, når samtalen er holdt.', 'Barnet fortalte om skolen og om aftenerne hjemme.', { valgfri: true })
  referat?: string;

  /** Why it was left out. */
  @Fritekst('Hvorfor samtalen undtagelsesvis er undladt.', 'Barnet er tre måneder gammelt.', { valgfri: true })
  begrundelse?: string;

  /** The child's view, found out in another way when there was no talk. */
  @Fritekst('Barnets holdning. Er samtalen undladt, er den skaffet på anden vis.', 'Vil gerne have ro om lektierne.')
  barnetsHoldning!: string;
}

export class ForaeldresamtaleAnmodning {
  /** When held. */
  @DatoFelt('Hvornår samtalen blev holdt.', '2018-12-10')
  dato!: string;

  /** Minutes. */
  @Fritekst('Referat.', 'Forældrene ønsker hjælp til at skabe faste rammer.')
  referat!: string;
}

export class FundAnmodning {
  /** A finding that is worded anew; left out for a new one. */
  @UuidFelt('Et tidligere funds id, når fundet skrives om. Udelades for et nyt fund.', ID, { valgfri: true })
  fundId?: string;

  /** Theme. */
  @Kode('Temaet, fundet hører til. Skal være vurderet relevant.', 'skoleforhold')
  tema!: string;

  /** Resource or challenge. */
  @KodeAf('Om det er en ressource eller en udfordring.', 'udfordring', FUNDARTER)
  art!: Fundart;

  /** The finding. */
  @Fritekst('Fundet.', 'Barnet møder ofte uforberedt og træt.')
  tekst!: string;
}

export class AnalyseAnmodning {
  /** When made. */
  @DatoFelt('Hvornår analysen blev lavet.', '2018-12-20')
  dato!: string;

  /** The analysis. */
  @Fritekst('Den samlede analyse.', 'Barnet trives fagligt, men mangler stabile rammer.')
  analyse!: string;

  /** Resources and challenges. */
  @ObjektListe('Ressourcer og udfordringer, som planens mål kan bygge på.', () => FundAnmodning, { maks: 100 })
  fund!: FundAnmodning[];
}

export class KonklusionAnmodning {
  /** When concluded. */
  @DatoFelt('Hvornår der blev konkluderet.', '2019-01-08')
  dato!: string;

  /** Whether support is needed. */
  @JaNej('Om der er behov for støtte.', true)
  stoetteNoedvendig!: boolean;

  /** Which. */
  @KodeListe(
    'Hvilken støtte; koder fra lovpakkens katalog over indsatser. Tom, når støtte ikke er nødvendig.',
    ['kontaktperson'],
    undefined,
    { maks: 20 },
  )
  indsatskoder!: string[];

  /** What happens to support that runs already. */
  @KodeAf('Hvad der skal ske med støtte, som allerede er iværksat.', 'ingen', SIDELOEBENDE)
  sideloebende!: Sideloebende;

  /** The conclusion. */
  @Fritekst('Konklusion med begrundelse.', 'En kontaktperson kan give barnet støtte i hverdagen.')
  konklusion!: string;

  /** The child's view. */
  @Fritekst('Barnets holdning til støtten.', 'Vil gerne have en voksen at tale med.')
  barnetsHoldning!: string;

  /** The parents' view. */
  @Fritekst('Forældremyndighedsindehavernes holdning til støtten.', 'Forældrene er enige.')
  foraeldresHoldning!: string;
}

export class GennemgangAnmodning {
  /** When. */
  @DatoFelt('Hvornår undersøgelsen blev gennemgået med familien.', '2019-01-10')
  dato!: string;

  /** Minutes. */
  @Fritekst('Referat.', 'Familien kunne genkende beskrivelsen.')
  referat!: string;
}

export class PartshoeringAnmodning {
  /** When sent. */
  @DatoFelt('Hvornår partshøringen blev sendt.', '2019-01-10')
  dato!: string;

  /** Until when. */
  @DatoFelt('Sidste dag at svare.', '2019-01-17')
  svarfrist!: string;
}

export class PartshoeringssvarAnmodning {
  /** When answered. */
  @DatoFelt('Hvornår svaret kom.', '2019-01-15')
  dato!: string;

  /** The answer. */
  @Fritekst('Parternes svar.', 'Ingen bemærkninger.')
  svar!: string;
}

export class ForeloebigVurderingAnmodning {
  /** When made. */
  @DatoFelt('Hvornår vurderingen blev lavet.', '2019-03-01')
  dato!: string;

  /** Why four months were not enough. */
  @Fritekst('Hvorfor undersøgelsen ikke kan afsluttes inden 4 måneder.', 'Psykologens udtalelse mangler.')
  aarsag!: string;

  /** The preliminary assessment. */
  @Fritekst('Den foreløbige vurdering.', 'Der er ikke behov for at gribe ind, mens udtalelsen afventes.')
  vurdering!: string;
}

export class GodkendelseAnmodning {
  /** When approved. */
  @DatoFelt('Hvornår konklusionen blev godkendt.', '2019-01-18')
  dato!: string;
}

export class AfbrydelseAnmodning {
  /** When ended. */
  @DatoFelt('Hvornår undersøgelsen blev afbrudt.', '2019-01-18')
  dato!: string;

  /** Cause. */
  @KodeAf('Årsag.', 'flytning', AFBRYDELSER)
  aarsag!: Afbrydelsesaarsag;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Familien er flyttet til en anden kommune, som er underrettet.')
  begrundelse!: string;
}

export class OpmaerksomhedsrettelseAnmodning {
  /** The right day. */
  @DatoFelt('Hvornår kommunen i virkeligheden blev opmærksom på behovet.', '2018-10-29')
  opmaerksomDato!: string;

  /** Reasons. */
  @Fritekst('Hvad der var forkert, og hvor det rigtige står.', 'Skolens brev er modtaget den 29. oktober.')
  begrundelse!: string;
}
