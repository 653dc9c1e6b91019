import { hjemmelPaa } from '../../faelles/lov/hjemmel.js';
import { type Skridt } from '../../faelles/skridt.js';
import { manglerFoerLukning } from './lukning.js';
import { type BegyndtSag, type Sag } from './tilstand.js';

const FORVALTNING = 'offentlighedsloven § 13';

type Tilfoej = (kode: string, art: Skridt['art'], tekst: string, hvorfor: string, hjemmel: string) => void;

/** What the rules look at outside the case. */
export interface Barnetsforhold {
  /** Notifications about the child that are not assessed, in any of its cases. */
  readonly aabneUnderretninger: readonly string[];
  /** Whole years; null when the date of birth is not known. */
  readonly alder: number | null;
}

const UKENDT: Barnetsforhold = { aabneUnderretninger: [], alder: null };

/** What must, can and must not be done with the case itself now. */
export function sagsskridt(sag: Sag, iDag: string, barnet: Barnetsforhold = UKENDT): readonly Skridt[] {
  if (sag.fase === 'findes-ikke') return [];
  const skridt: Skridt[] = [];
  const tilfoej: Tilfoej = (kode, art, tekst, hvorfor, hjemmel) => {
    skridt.push({ kode, art, tekst, hvorfor, hjemmel, enkeltsagId: sag.sagId });
  };
  if (sag.fase === 'lukket') lukketSag(sag, tilfoej);
  else aabenSag(sag, { iDag, barnet }, tilfoej);
  return skridt;
}

function lukketSag(sag: BegyndtSag, tilfoej: Tilfoej): void {
  tilfoej(
    'sag-aendring',
    'maa-ikke',
    'Skriv ikke nyt på en lukket sag',
    `Sagen blev lukket ${sag.lukket ?? ''}`.trim(),
    FORVALTNING,
  );
  tilfoej(
    'sag-genaabning',
    'kan',
    'Genåbn sagen, hvis der er nye forhold',
    'En ny bekymring er en underretning; en ny ansøgning genåbner sagen',
    FORVALTNING,
  );
}

function aabenSag(
  sag: BegyndtSag,
  { iDag, barnet }: { readonly iDag: string; readonly barnet: Barnetsforhold },
  tilfoej: Tilfoej,
): void {
  if (sag.sagsbehandler === null)
    tilfoej(
      'sag-tildeling',
      'skal',
      'Tildel sagen til en sagsbehandler',
      'Ingen har ansvaret for sagen',
      'retssikkerhedsloven § 15',
    );
  if (sag.overdragelse !== null) {
    tilfoej(
      'sag-overdragelse',
      'skal',
      `Få svar på overdragelsen til ${sag.overdragelse.til}`,
      `Foreslået ${sag.overdragelse.foreslaaet}; indtil da har ${sag.overdragelse.fra} ansvaret`,
      FORVALTNING,
    );
  }
  if (sag.afvistVedFratraedelse !== null) {
    tilfoej(
      'sag-fratraedelse',
      'skal',
      'Find en anden, der kan overtage sagen',
      `${sag.sagsbehandler ?? 'Sagsbehandleren'} fratræder, og den, der skulle overtage, har afvist; indtil da er ansvaret uændret`,
      FORVALTNING,
    );
  }
  const voksen = barnet.alder !== null && barnet.alder >= 18;
  const undersoeges = Object.values(sag.enkeltsager).some(({ art }) => art === 'bfu' || art === 'afdaekning');
  if (voksen) {
    tilfoej(
      'bfu-undersoegelse',
      'maa-ikke',
      'Træf ikke afgørelse om en børnefaglig undersøgelse',
      'Den unge er fyldt 18 år; tag stilling til støtte efter det 18. år',
      hjemmelPaa(iDag, '§§ 50 og 76', '§§ 20 og 111'),
    );
  } else if (!undersoeges) {
    tilfoej(
      'bfu-undersoegelse',
      'kan',
      'Træf afgørelse om en børnefaglig undersøgelse, hvis barnet kan have behov for særlig støtte',
      'Ingen undersøgelse er i gang i sagen',
      hjemmelPaa(iDag, '§ 50, stk. 1', '§ 20, stk. 1-2'),
    );
  }
  const mangler = manglerFoerLukning(sag, barnet.aabneUnderretninger, iDag);
  if (mangler.length === 0) {
    tilfoej(
      'sag-lukning',
      'kan',
      'Luk sagen, eller beslut hvad der skal ske',
      'Ingen enkeltsag eller indsats er i gang',
      FORVALTNING,
    );
  } else {
    tilfoej(
      'sag-lukning',
      'maa-ikke',
      'Luk ikke sagen endnu',
      mangler.map((m) => m.tekst).join('. '),
      mangler.map((m) => m.hjemmel).join('; '),
    );
  }
}
