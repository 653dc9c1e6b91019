import {
  DatoFelt,
  Fritekst,
  Heltal,
  JaNej,
  Kode,
  KodeAf,
  ObjektFelt,
  ObjektListe,
  Tekst,
  TidspunktFelt,
  UuidFelt,
  UuidListe,
} from '../../platform/http/felt.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { Vejledningstid } from '../naeste_skridt/naeste_skridt.dto.js';
import { type Advis, type Eskaleringsgrund } from './dan_advis.js';
import { ADVIS_HOEJST, ADVISKLASSER, type Rest } from './rangorden.js';
import { type Ventende } from './synlighed.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000002';
const GRUNDE: readonly Eskaleringsgrund[] = [
  'frist-overskredet',
  'udsat-to-gange',
  'overdragelse-ubesvaret',
  'modtager-afslog',
  'sagsbehandler-fratraadt',
  'ingen-sagsbehandler',
];
const NOTATPLIGT = 'offentlighedsloven § 13';

export class Advisvalg extends Vejledningstid {
  /** Another caseworker; for team leaders. */
  @Kode('Advis for denne sagsbehandler. Andres end ens egne kræver rollen teamleder.', 'sb01', { valgfri: true })
  ansvarlig?: string;

  /** A team; for team leaders. */
  @Tekst(
    'Advis for hele teamet. `alle` viser det eskalerede i alle kommunens teams, også dem, tokenet ikke nævner. Kræver rollen teamleder.',
    'boerne',
    { maks: 80, valgfri: true },
  )
  team?: string;

  /** Cases without a team; for team leaders. */
  @JaNej('Advis for de sager, der intet team har. Kræver rollen teamleder.', true, { valgfri: true })
  udenTeam?: boolean;

  /** Only what is escalated. */
  @JaNej(
    'Kun det, der er eskaleret til teamlederen: i de teams, tokenet nævner, det, intet team har, og underretninger; med `team=alle`, eller når tokenet intet team nævner, i hele kommunen.',
    true,
    { valgfri: true },
  )
  eskaleret?: boolean;

  /** Also what is put off. */
  @JaNej('Vis også det, der er udsat.', true, { valgfri: true })
  udsatte?: boolean;

  /** What was known at a position. */
  @Heltal('Regn med det, der var kendt ved denne plads i loggen; går forud for `kendtPr`.', 4711, { valgfri: true })
  position?: number;
}

export class AdvisVisning {
  /** The advis. */
  @UuidFelt('Advisets id; det samme, så længe det er samme emne på samme sag.', ID)
  advisId!: string;

  /** Class. */
  @KodeAf(
    'Klassen, og dermed rækkefølgen: fare for barnet, overskredet frist, frist inden for syv dage, kvalitet.',
    'forfalder',
    ADVISKLASSER,
  )
  klasse!: string;

  /** Matter. */
  @Kode('Emnet. Der er højst ét advis pr. emne på en sag.', 'undersoegelse')
  emne!: string;

  /** Child. */
  @UuidFelt('Barnet.', ID)
  barnId!: string;

  /** Case. */
  @UuidFelt('Sagen.', ID, { nulbar: true })
  sagId!: string | null;

  /** Notification without a case. */
  @UuidFelt('Underretningen, når der ingen sag er.', ID, { nulbar: true })
  underretningId!: string | null;

  /** Who must look at it. */
  @Kode('Hvem det er til; null, når ingen har sagen, eller det er modtagelsens.', 'sb01', { nulbar: true })
  sagsbehandler!: string | null;

  /** Team. */
  @Tekst('Sagens team.', 'boerne', { nulbar: true })
  team!: string | null;

  /** Heading. */
  @Tekst('Overskrift.', 'Børnefaglig undersøgelse afsluttet: senest 2019-03-01')
  overskrift!: string;

  /** The first step. */
  @Kode('Koden for det skridt, der skal tages først.', 'bfu-boernesamtale')
  skridt!: string;

  /** What to do. */
  @Tekst('Hvad der skal gøres først.', 'Hold en børnesamtale, eller begrund hvorfor den undlades')
  tekst!: string;

  /** Why. */
  @Tekst('Hvorfor.', 'Kræves, før undersøgelsen kan godkendes')
  hvorfor!: string;

  /** Paragraph. */
  @Tekst('Lovhjemlen.', 'SEL § 48', { nulbar: true })
  hjemmel!: string | null;

  /** Further steps. */
  @Heltal('Hvor mange skridt der er mere på samme emne.', 3)
  flereSkridt!: number;

  /** By when. */
  @Tekst('Inden hvornår; null uden frist.', '2019-03-01', { nulbar: true })
  inden!: string | null;

  /** The rule. */
  @Kode('Reglen, som `inden` følger af.', 'bfu-afslutning', { nulbar: true })
  indenRegel!: string | null;

  /** Days since the deadline. */
  @Heltal('Hele dage siden fristen; 0, når den ikke er overskredet.', 18)
  dageOverskredet!: number;

  /** Put off until. */
  @DatoFelt('Udsat til; null, når det ikke er udsat.', '2019-03-25', { nulbar: true })
  udsatTil!: string | null;

  /** Why it is the team leader's too. */
  @KodeAf('Hvorfor det også er teamlederens; null, når det ikke er eskaleret.', 'frist-overskredet', GRUNDE, {
    nulbar: true,
  })
  eskaleret!: string | null;
}

export class KlasseantalVisning {
  /** Danger. */
  @Heltal('Fare for barnet.', 0) fare!: number;
  /** Overdue. */
  @Heltal('Overskredet frist.', 2) overskredet!: number;
  /** Due. */
  @Heltal('Frist inden for syv dage.', 1) forfalder!: number;
  /** Quality. */
  @Heltal('Kvalitet.', 4) kvalitet!: number;
}

export class RestVisning {
  /** Whose. */
  @Kode('Sagsbehandleren; null for det, ingen har.', 'sb01', { nulbar: true })
  sagsbehandler!: string | null;

  /** How many. */
  @Heltal('Hvor mange der ikke vises.', 7)
  ialt!: number;

  /** Of which kinds. */
  @ObjektFelt('Fordelt på klasser.', () => KlasseantalVisning)
  prKlasse!: KlasseantalVisning;
}

export class VentendeOverdragelserVisning {
  /** Receiver. */
  @Kode('Hvem der skal svare.', 'sb01', { nulbar: true })
  sagsbehandler!: string | null;

  /** Text. */
  @Tekst('Teksten.', '10 overdragelser venter på dit svar')
  tekst!: string;

  /** How many. */
  @Heltal('Hvor mange sager der venter.', 10)
  antal!: number;

  /** Since when. */
  @DatoFelt('Hvornår den ældste blev foreslået.', '2019-03-11')
  aeldste!: string;

  /** The cases. */
  @UuidListe('Sagerne. Læs resuméet, før du svarer.', [ID])
  sagIder!: string[];
}

export class AndetTeamVisning {
  /** Team. */
  @Tekst('Teamet.', 'unge')
  team!: string;

  /** How many. */
  @Heltal('Hvor mange advis der er eskaleret i teamet og ikke vises her.', 3)
  antal!: number;
}

export class AdvisSvar {
  /** The instant that the answer is for. */
  @TidspunktFelt(
    'Tidspunktet, som svaret gælder. Send det med `position` for at få samme svar igen.',
    '2019-03-19T10:00:00.000+01:00',
  )
  pr!: string;

  /** Position. */
  @Heltal('Pladsen i loggen, som svaret er regnet ved.', 4711)
  position!: number;

  /** The most important. */
  @ObjektListe(
    `De vigtigste, højst ${String(ADVIS_HOEJST)} pr. sagsbehandler, i rækkefølge: fare for barnet, overskredne frister (de ældste først), frister inden for syv dage, kvalitet.`,
    () => AdvisVisning,
  )
  advis!: AdvisVisning[];

  /** The rest, counted. */
  @ObjektListe('Resten, talt pr. sagsbehandler. Når et advis er klaret, rykker det næste op.', () => RestVisning)
  resten!: RestVisning[];

  /** Handovers that wait. */
  @ObjektListe(
    'Overdragelser, der venter på svar, samlet pr. modtager og uden for de ti. De kan ikke udsættes.',
    () => VentendeOverdragelserVisning,
  )
  overdragelser!: VentendeOverdragelserVisning[];

  /** What is escalated elsewhere, counted. */
  @ObjektListe(
    'Det eskalerede i de teams, tokenet ikke nævner, talt pr. team; tom for andre end teamledere. Vis det med `team=alle`.',
    () => AndetTeamVisning,
  )
  andreTeams!: AndetTeamVisning[];
}

export class UdsaettelseAnmodning {
  /** Until when. */
  @DatoFelt(
    'Hvornår det skal vises igen. Ikke efter lovens frist, medmindre en teamleder gør det; da højst 7 dage ved fare eller overskredet frist og ellers højst 7 dage efter fristen og 30 dage i alt.',
    '2019-03-25',
    { hjemmel: NOTATPLIGT },
  )
  til!: string;

  /** Why. */
  @Fritekst('Hvorfor det kan vente.', 'Mødet med skolen er først på mandag.', { hjemmel: NOTATPLIGT })
  begrundelse!: string;
}

export class LederkvitteringAnmodning {
  /** What happens now. */
  @Fritekst('Hvad der sker nu.', 'Gennemgået med sagsbehandleren; en kollega hjælper med samtalen i morgen.', {
    hjemmel: NOTATPLIGT,
  })
  bemaerkning!: string;
}

export class AdvisKommandoSvar extends KommandoSvar {
  /** The advis. */
  @UuidFelt('Advisets id.', ID)
  advisId!: string;
}

export function visAdvis(a: Advis): AdvisVisning {
  const { advisId, klasse, emne, barnId, sagId, underretningId, sagsbehandler, team } = a;
  const { skridt, flereSkridt, dageOverskredet, udsatTil, eskaleret } = a;
  const { frist } = skridt;
  return {
    ...{ advisId, klasse, emne, barnId, sagId, underretningId, sagsbehandler, team },
    overskrift: frist === null ? skridt.tekst : `${frist.navn}: senest ${frist.forfald}`,
    skridt: skridt.kode,
    ...{ tekst: skridt.tekst, hvorfor: skridt.hvorfor, hjemmel: skridt.hjemmel ?? null, flereSkridt },
    ...{ inden: frist?.forfald ?? null, indenRegel: frist?.regel ?? null, dageOverskredet, udsatTil, eskaleret },
  };
}

export function visRest({ sagsbehandler, ialt, prKlasse }: Rest): RestVisning {
  return { sagsbehandler, ialt, prKlasse: { ...prKlasse } };
}

export function visVentende({ sagsbehandler, aeldste, sager }: Ventende): VentendeOverdragelserVisning {
  const antal = sager.length;
  return {
    ...{ sagsbehandler, antal, aeldste, sagIder: sager.map(({ sagId }) => sagId) },
    tekst: antal === 1 ? '1 overdragelse venter på dit svar' : `${String(antal)} overdragelser venter på dit svar`,
  };
}
