export const LOVHJAELP = `Brug: npm run lov -- <kommando> [valg]

  valider [mappe]      er lovpakken i orden? Alle fejl vises med fil, regel og grund
  vis                  hvad gælder i dag, og hvad er ikke bekræftet?
  sammenlign <mappe>   hvad ville en ny pakke ændre for kommunens åbne sager, før den sættes i stedet?
  beregn               læs NDJSON fra standard input, og skriv hver linje tilbage med forfald
  hjaelp               denne tekst

  --dato 2026-11-23    på den dato (vis)
  --regel ID           kun denne regel, med alle felter (vis)
  --kommune 840        kun denne kommune (sammenlign); kan gentages

beregn svarer på linjer som denne, i rækkefølge og uden database:

  {"regel":"underretning-kvittering","start":"2026-11-23","parametre":{"hverdag":"man-fre"}}

  start er en dato; et lokalt tidspunkt, fx 2026-12-24T22:15 (med eller uden sekunder og +01:00), for regler i timer;
  eller fødselsdatoen for regler, der regnes fra en alder. Startdagen afgør loven; ved en alder gør forfaldsdagen.
  En time, der findes to gange, når uret stilles tilbage, er den første; en, der springes over, tages en time senere.

  parametre, som alle kan udelades:
    hverdag          "loerdag-taeller" (strengest, og det, der ellers gælder) eller "man-fre"
    ikkeHverdage     særdage, der ikke er hverdage; ellers ingen
    ikkeArbejdsdage  særdage, der ikke er arbejdsdage; ellers ["12-24","12-31","06-05"]
    lukkedage        særdage, som borgerens frist flyttes forbi; ellers ["12-24","12-31","06-05"]
    fremrykketTil    en dato, der rykker fristen frem, hvor loven siger det tidligste af to (første opfølgning);
                     ligger den før start, løb de to ikke ved siden af hinanden, og den rykker intet
    dato             den dato, sagen har besluttet, hvor loven ikke har et tal (løbende opfølgning under barnets lov)
    variant          et andet tal i samme regel, fx "forlaenget" (gdpr-indsigt); se vis --regel
  Særdage: 05-01, 06-05, 12-24, 12-31, himmelfartsfredag.

  Svaret har forfald, advis (seneste arbejdsdag før), forklaring, regime, hjemmel, tillid og aktiv. En linje, der ikke
  kan besvares, får fejl og felt; de andre besvares stadig. Linjens øvrige felter kommer tilbage, som de blev skrevet;
  stod der et felt med et af svarets navne, er det svarets, der gælder.

Mappen med lovpakker er den, der følger med, eller den, LOVPAKKER peger på.
Afslutter med 0, når alt er i orden, 1 når der er fejl eller forskelle, og 2 når kommandoen ikke kunne udføres.`;
