import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type Regel, variantTaendt } from '../../faelles/lov/regel.js';
import { gaelder } from '../../faelles/periode.js';
import { DatoFelt, Heltal, JaNej, Kode, KodeAf, ObjektListe, Tekst, TekstListe } from '../../platform/http/felt.js';

const ENHEDER = ['TIME', 'KALENDERDAG', 'HVERDAG', 'ARBEJDSDAG', 'UGE', 'MAANED', 'AAR'];
const TILLID = ['V', 'S', 'H'];
const UR = ['klokkeslaet', 'kalender', 'arbejdsdag', 'ingen-fast'];

export class Regelvalg {
  /** Date. */
  @DatoFelt('Det, der gælder for hændelser denne dag. Udelades den, er det i dag.', '2026-11-23', { valgfri: true })
  dato?: string;

  /** Only one. */
  @Kode('Kun denne regel.', 'bfu-afslutning', { valgfri: true })
  regel?: string;

  /** Only on or off. */
  @JaNej('true: kun regler, der er slået til. false: kun lokale og ubekræftede.', true, { valgfri: true })
  aktiv?: boolean;
}

export class VariantVisning {
  /** Code. */
  @Kode('Variantens kode.', 'forlaenget') kode!: string;
  /** Name. */
  @Tekst('Hvornår den gælder.', 'Forlænget med to måneder') navn!: string;
  /** Amount. */
  @Heltal('Hvor mange.', 3) maengde!: number;
  /** Unit. */
  @KodeAf('Enhed.', 'MAANED', ENHEDER) enhed!: string;
  /** Confidence. */
  @KodeAf('Tillid.', 'V', TILLID) tillid!: string;
  /** On or off. */
  @JaNej('Om tallet bruges; et tal efter hukommelsen (H) er slået fra, også i en regel, der er slået til.', true)
  aktiv!: boolean;
}

export class RegelVisning {
  /** Rule id. */
  @Kode('Reglens id.', 'bfu-afslutning') id!: string;
  /** Name. */
  @Tekst('Reglens navn.', 'BFU afsluttet') navn!: string;
  /** Act. */
  @KodeAf('Loven.', 'BL', ['SEL', 'BL', 'begge']) regime!: string;
  /** First day. */
  @DatoFelt('Første hændelsesdag, udgaven gælder for.', '2024-01-01') gyldigFra!: string;
  /** Last day. */
  @DatoFelt('Sidste hændelsesdag, udgaven gælder for; null når den gælder.', '2023-12-31', { nulbar: true })
  gyldigTil!: string | null;
  /** Kind. */
  @KodeAf('frist har en dato, spaerre skal være gjort før næste skridt, pligt har ingen dato i loven.', 'frist', [
    'frist',
    'spaerre',
    'pligt',
  ])
  art!: string;
  /** Clock. */
  @KodeAf('Hvad der tæller: hver time, hver dag, kun visse dage, eller intet.', 'kalender', UR)
  ur!: string;
  /** Amount. */
  @Heltal('Hvor mange af enheden; null når loven ikke har et tal.', 4, { nulbar: true }) maengde!: number | null;
  /** Unit. */
  @KodeAf('Enhed.', 'MAANED', ENHEDER, { nulbar: true }) enhed!: string | null;
  /** How often. */
  @Heltal('Hvor mange gange om året mindst; null når reglen ikke siger hvor tit.', 2, { nulbar: true })
  mindstPrAar!: number | null;
  /** Counted backwards. */
  @JaNej('Om der regnes baglæns.', false) baglaens!: boolean;
  /** Event day. */
  @JaNej('Om hændelsesdagen er dag 1.', false) taelHaendelsesdag!: boolean;
  /** Extended. */
  @JaNej('Om fristen flyttes til næste åbne dag (kun borgerens frister).', false) forlaengVedLukkedag!: boolean;
  /** Earliest. */
  @JaNej('Om datoen er den tidligste mulige og ikke en frist.', false) tidligst!: boolean;
  /** Boundary. */
  @JaNej('Om datoen er en grænse, der selv er for sen.', false) inden!: boolean;
  /** Age. */
  @Heltal('Alderen, der regnes fra; null når der regnes fra en hændelse.', 18, { nulbar: true })
  ankeralder!: number | null;
  /** Other amounts. */
  @ObjektListe('Andre tal i samme regel.', () => VariantVisning) varianter!: VariantVisning[];
  /** Start. */
  @Tekst('Hvad fristen løber fra.', 'Kommunen bliver opmærksom på behovet') loeberFra!: string;
  /** Start event. */
  @Tekst('Hændelsen, fristen løber fra; null når systemet ikke har den.', 'ics.BfuBesluttet', { nulbar: true })
  udloestAf!: string | null;
  /** Satisfied by. */
  @TekstListe('Hændelser, der opfylder den.', ['ics.BfuGodkendt']) opfyldtAf!: string[];
  /** Moved forward by. */
  @TekstListe('Hændelser, der rykker den frem, når de kommer først.', ['ics.BfuGodkendt']) fremrykkesVed!: string[];
  /** Ended by. */
  @TekstListe('Hændelser, der gør den uden betydning.', ['ics.BfuAfbrudt']) bortfalderVed!: string[];
  /** Local. */
  @JaNej('Om kommunen kan sætte et serviceniveau.', false) lokal!: boolean;
  /** Bounds. */
  @TekstListe('Regler, som kommunens tal aldrig må give en senere dato end.', ['bfu-afslutning']) hoejstSom!: string[];
  /** Whether the municipality's own number may not be shorter. */
  @JaNej('Om kommunens tal aldrig må give en tidligere dato end reglens eget.', false) ikkeKortere!: boolean;
  /** Paragraph. */
  @Tekst('Lovhjemlen.', 'BL § 20, stk. 3') hjemmel!: string;
  /** Who. */
  @Kode('Hvem der skal handle.', 'KB') ansvarlig!: string;
  /** Consequence. */
  @Tekst('Hvad der følger, når den ikke holdes.', 'Fristbrud.', { maks: 2000 }) konsekvens!: string;
  /** Confidence. */
  @KodeAf('V: læst i loven. S: læst i en sekundær kilde. H: efter hukommelsen, ikke bekræftet.', 'V', TILLID)
  tillid!: string;
  /** Confidence of the number. */
  @KodeAf('Tilliden til paragraffens nummer.', 'V', TILLID) hjemmelTillid!: string;
  /** On or off. */
  @JaNej('Om den er slået til.', true) aktiv!: boolean;
  /** Source. */
  @Tekst('Kilden.', 'LBK 282/2025 § 20', { maks: 2000 }) kilde!: string;
  /** What was read. */
  @Tekst('Hvad der er læst, og hvad der ikke er bekræftet.', 'Læst i lov.', { maks: 2000 }) laest!: string;
}

export class Regeloversigt {
  /** Date. */
  @DatoFelt('Dagen, oversigten gælder.', '2026-11-23') dato!: string;
  /** Act. */
  @KodeAf('Loven for hændelser den dag.', 'BL', ['SEL', 'BL']) regime!: string;
  /** Pack. */
  @Tekst('Lovpakkens version; to servere med samme version regner ens.', '410ff158f20cda65') lovpakke!: string;
  /** Rules. */
  @ObjektListe('Reglerne.', () => RegelVisning, { maks: 1000 }) regler!: RegelVisning[];
}

export function visRegler(lov: Lovpakke, dato: string, valg: Regelvalg): Regeloversigt {
  return {
    dato,
    regime: lov.regime(dato),
    lovpakke: lov.version,
    regler: lov.alleRegler
      .filter((r) => gaelder(r, dato) && (valg.regel ?? r.id) === r.id && (valg.aktiv ?? r.aktiv) === r.aktiv)
      .map(visRegel),
  };
}

function visRegel(r: Regel): RegelVisning {
  const { id, navn, regime, gyldigFra, art, ur, lokal, hjemmel, ansvarlig, konsekvens, tillid, aktiv, kilde, laest } =
    r;
  return {
    ...{ id, navn, regime, gyldigFra, art, ur, lokal, hjemmel, ansvarlig, konsekvens, tillid, aktiv, kilde, laest },
    gyldigTil: r.gyldigTil ?? null,
    maengde: r.maengde ?? null,
    enhed: r.enhed ?? null,
    mindstPrAar: r.hyppighed?.mindst ?? null,
    baglaens: r.retning === 'BAGLAENS',
    taelHaendelsesdag: r.taelHaendelsesdag ?? false,
    forlaengVedLukkedag: r.forlaengVedLukkedag ?? false,
    tidligst: r.tidligst ?? false,
    ankeralder: r.ankeralder ?? null,
    inden: r.inden ?? false,
    varianter: (r.varianter ?? []).map((v) => ({ ...v, aktiv: variantTaendt(r, v) })),
    loeberFra: r.udloeserTekst,
    udloestAf: r.udloeser?.haendelse ?? null,
    opfyldtAf: haendelser(r.opfyldtAf),
    fremrykkesVed: haendelser(r.fremrykkesVed ?? []),
    bortfalderVed: haendelser(r.bortfalderVed),
    hoejstSom: [...(r.hoejstSom ?? [])],
    ikkeKortere: r.ikkeKortere ?? false,
    hjemmelTillid: r.hjemmelTillid ?? tillid,
  };
}

/** The types of events, each once. */
function haendelser(kilder: readonly { readonly haendelse: string }[]): string[] {
  return [...new Set(kilder.map(({ haendelse }) => haendelse))];
}
