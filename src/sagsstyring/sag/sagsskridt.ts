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
  /** Whether a placement of a brother or sister demands an investigation that must begin in the case (BL § 21, stk. 2). */
  readonly kraeverUndersoegelse: (sagId: string) => boolean;
  /** Ankestyrelsen has sent a decision in the case back or changed it, and what follows from that is not done. */
  readonly ankeVenter: boolean;
}

const UKENDT: Barnetsforhold = {
  ...{ aabneUnderretninger: [], alder: null, kraeverUndersoegelse: () => false, ankeVenter: false },
};

/** What must, can and must not be done with the case itself now. */
export function sagsskridt(sag: Sag, iDag: string, barnet: Barnetsforhold = UKENDT): readonly Skridt[] {
  if (sag.fase === 'findes-ikke') return [];
  const skridt: Skridt[] = [];
  const tilfoej: Tilfoej = (kode, art, tekst, hvorfor, hjemmel) => {
    skridt.push({ kode, art, tekst, hvorfor, hjemmel, enkeltsagId: sag.sagId });
  };
  if (sag.fase === 'lukket') lukketSag(sag, tilfoej);
  else aabenSag(sag, barnet, iDag, tilfoej);
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

function aabenSag(sag: BegyndtSag, barnet: Barnetsforhold, iDag: string, tilfoej: Tilfoej): void {
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
  const mangler = manglerFoerLukning(
    sag,
    {
      aabneUnderretninger: barnet.aabneUnderretninger,
      kraeverUndersoegelse: barnet.kraeverUndersoegelse(sag.sagId),
      ankeVenter: barnet.ankeVenter,
    },
    iDag,
  );
  if (mangler.length === 0) {
    tilfoej(
      'sag-lukning',
      'kan',
      'Luk sagen, eller beslut hvad der skal ske',
      'Ingen indsats er i gang, og ingen enkeltsag holder sagen åben',
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
