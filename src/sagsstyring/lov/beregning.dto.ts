import { SAERDAGE } from '../../faelles/kalender.js';
import { DatoFelt, JaNej, Kode, KodeAf, KodeListe, ObjektFelt, ObjektListe, Tekst } from '../../platform/http/felt.js';

const TILLID = ['V', 'S', 'H'];

export class BeregningsparametreFelter {
  /** Whether Saturday counts. */
  @KodeAf(
    'Om lørdag er hverdag. Uden valg tæller lørdag, som er det strengeste.',
    'man-fre',
    ['loerdag-taeller', 'man-fre'],
    {
      valgfri: true,
    },
  )
  hverdag?: string;

  /** Not hverdage. */
  @KodeListe('Særdage, der ikke er hverdage. Uden valg er der ingen.', ['12-24', '12-31'], SAERDAGE, { valgfri: true })
  ikkeHverdage?: string[];

  /** Not working days. */
  @KodeListe('Særdage, der ikke er arbejdsdage. Uden valg er det 24/12, 31/12 og 5/6.', ['12-24', '12-31'], SAERDAGE, {
    valgfri: true,
  })
  ikkeArbejdsdage?: string[];

  /** Closed days. */
  @KodeListe('Særdage, som borgerens frist flyttes forbi. Uden valg er det 24/12, 31/12 og 5/6.', ['12-24'], SAERDAGE, {
    valgfri: true,
  })
  lukkedage?: string[];

  /** Moved forward to. */
  @DatoFelt('En dato, der rykker fristen frem, hvor loven siger det tidligste af to.', '2026-10-12', { valgfri: true })
  fremrykketTil?: string;

  /** Decided in the case. */
  @DatoFelt('Den dato, sagen har besluttet, hvor loven ikke har et tal.', '2025-03-03', { valgfri: true })
  dato?: string;

  /** Another amount. */
  @Kode('Et andet tal i samme regel, for eksempel en forlængelse.', 'forlaenget', { valgfri: true })
  variant?: string;
}

export class Beregningslinje {
  /** Rule. */
  @Kode('Reglens id, se GET /lov/regler.', 'underretning-kvittering')
  regel!: string;

  /** Start. */
  @Tekst(
    'En dato; et lokalt tidspunkt for regler i timer (med eller uden forskydning fra UTC); eller fødselsdatoen for regler, der regnes fra en alder.',
    '2026-11-23',
    { maks: 40 },
  )
  start!: string;

  /** Choices. */
  @ObjektFelt('Valg, hvor loven er åben.', () => BeregningsparametreFelter, { valgfri: true })
  parametre?: BeregningsparametreFelter;
}

export class Beregningsanmodning {
  /** Rule. */
  @Kode('Reglens id, når der spørges om én frist.', 'underretning-kvittering', { valgfri: true })
  regel?: string;

  /** Start. */
  @Tekst('Starten, når der spørges om én frist.', '2026-11-23', { maks: 40, valgfri: true })
  start?: string;

  /** Choices. */
  @ObjektFelt('Valg, når der spørges om én frist.', () => BeregningsparametreFelter, { valgfri: true })
  parametre?: BeregningsparametreFelter;

  /** Many at once. */
  @ObjektListe('Flere frister på én gang, i stedet for regel og start.', () => Beregningslinje, {
    min: 1,
    maks: 1000,
    valgfri: true,
  })
  linjer?: Beregningslinje[];
}

export class BeregningSvar extends Beregningslinje {
  /** Due. */
  @Tekst('Dato, eller tidspunkt med dansk forskydning for regler i timer.', '2026-11-30')
  forfald!: string;

  /** Last working day before. */
  @DatoFelt('Seneste arbejdsdag før, når forfald ikke er en arbejdsdag.', '2026-11-27', { valgfri: true })
  advis?: string;

  /** How. */
  @Tekst(
    'Hvordan der er regnet.',
    '6 hverdage efter mandag den 23. november 2026, lørdag tæller: senest mandag den 30. november 2026.',
  )
  forklaring!: string;

  /** Act. */
  @KodeAf('Loven på startdagen; for en alder på forfaldsdagen.', 'BL', ['SEL', 'BL', 'begge'])
  regime!: string;

  /** Paragraph. */
  @Tekst('Lovhjemlen.', 'BL kap. 16')
  hjemmel!: string;

  /** Confidence. */
  @KodeAf('V: læst i loven. S: læst i en sekundær kilde. H: efter hukommelsen, ikke bekræftet.', 'S', TILLID)
  tillid!: string;

  /** Whether deadlines of cases follow from it. */
  @JaNej('Om reglen er slået til. Lokale og ubekræftede regler kan regnes, men er slået fra.', true)
  aktiv!: boolean;

  /** Doubtful local time. */
  @Tekst(
    'Hvordan et klokkeslæt er taget, der findes to gange eller slet ikke, når uret stilles.',
    'Regnet som den første.',
    {
      valgfri: true,
    },
  )
  bemaerkning?: string;
}

export class BesvaretLinje extends Beregningslinje {
  /** Due. */
  @Tekst('Som for én frist; mangler, når linjen ikke kunne besvares. De øvrige felter er de samme.', '2026-11-30', {
    valgfri: true,
  })
  forfald?: string;

  /** Why not. */
  @Tekst('Hvorfor linjen ikke kunne besvares.', 'Der er ingen regel, der hedder "kvit".', { valgfri: true })
  fejl?: string;

  /** Where. */
  @Tekst('Feltet, fejlen ligger i.', 'regel', { valgfri: true })
  felt?: string;
}

export class BeregningerSvar {
  /** Lines. */
  @ObjektListe('Linjerne i samme rækkefølge.', () => BesvaretLinje, { maks: 1000 })
  linjer!: BesvaretLinje[];
}
