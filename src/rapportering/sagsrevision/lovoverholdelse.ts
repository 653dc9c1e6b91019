import { SPOERGSMAAL, type Svarvaerdi } from './spoergsmaal.js';

export interface Besvarelse {
  readonly sagId: string;
  readonly spoergsmaalId: string;
  readonly vaerdi: Svarvaerdi;
}

export interface Spoergsmaalstal {
  readonly spoergsmaalId: string;
  readonly ja: number;
  /** Also what cannot be seen from the case. */
  readonly nej: number;
  readonly heraf: { readonly nej: number; readonly kanIkkeSes: number };
  readonly ikkeRelevant: number;
  /** Cases of the sample that nobody has answered for yet. */
  readonly ubesvarede: number;
  /** ja + nej. */
  readonly n: number;
  /** Whole per cent, half up; null without data, never 0 or 100. */
  readonly procent: number | null;
}

export interface Lovoverholdelse {
  readonly spoergsmaal: readonly Spoergsmaalstal[];
  /** The mean of the questions' percentages, unweighted; questions without data are left out. */
  readonly samletProcent: number | null;
  /** How many questions the mean is of. */
  readonly antalSpoergsmaal: number;
}

/**
 * Lovoverholdelsesprocent: yes / (yes + no). Not relevant is left out; cannot be seen from the case counts as no. The mean
 * is taken of the exact shares and rounded once.
 */
export function opgoerLovoverholdelse(sagIder: readonly string[], svar: readonly Besvarelse[]): Lovoverholdelse {
  const spoergsmaal = SPOERGSMAAL.map(({ id }) => taelSpoergsmaal(id, sagIder, svar));
  const medData = spoergsmaal.filter(({ n }) => n > 0);
  const sum = medData.reduce((ialt, { ja, n }) => ialt + ja / n, 0);
  return {
    spoergsmaal,
    samletProcent: medData.length === 0 ? null : halvOp((100 * sum) / medData.length),
    antalSpoergsmaal: medData.length,
  };
}

function taelSpoergsmaal(
  spoergsmaalId: string,
  sagIder: readonly string[],
  svar: readonly Besvarelse[],
): Spoergsmaalstal {
  const egne = new Map(svar.filter((s) => s.spoergsmaalId === spoergsmaalId).map((s) => [s.sagId, s.vaerdi]));
  const antal = (vaerdi: Svarvaerdi): number => sagIder.filter((sagId) => egne.get(sagId) === vaerdi).length;
  const heraf = { nej: antal('nej'), kanIkkeSes: antal('kan-ikke-ses') };
  const ja = antal('ja');
  const nej = heraf.nej + heraf.kanIkkeSes;
  const n = ja + nej;
  return {
    ...{ spoergsmaalId, ja, nej, heraf, n, ikkeRelevant: antal('ikke-relevant') },
    ubesvarede: sagIder.filter((sagId) => !egne.has(sagId)).length,
    procent: n === 0 ? null : Math.floor((ja * 200 + n) / (2 * n)),
  };
}

// Binary fractions may fall a hair below the half that they mean: 0.1 + 0.2. Nine decimals are far finer than any share.
function halvOp(procent: number): number {
  return Math.floor(Number(procent.toFixed(9)) + 0.5);
}
