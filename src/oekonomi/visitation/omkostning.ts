import { Temporal } from 'temporal-polyfill';
import { type Oere } from '../../faelles/beloeb.js';
import { laegMaanederTil } from '../../faelles/kalender.js';
import { type Antalpr, type Prisenhed } from '../indsats/tilstand.js';

/** What a measure costs: a price per unit, how many units, and for how long. */
export interface Prisaftale {
  readonly prisOere: Oere;
  readonly prisEnhed: Prisenhed;
  /** Units in hundredths: 2.5 hours are 250. Whole numbers, so that sums are exact. */
  readonly antalHundrededele: number;
  readonly antalPr: Antalpr;
  /** First day. */
  readonly start: string;
  readonly maaneder: number;
}

export interface Omkostning {
  readonly ialtOere: Oere;
  /** Average over the months of the period. */
  readonly prMaanedOere: Oere;
  /** What falls in each calendar year, for the budget; together exactly the total. */
  readonly prAar: readonly { readonly aar: number; readonly oere: Oere }[];
}

const LAENGDE: Readonly<Record<Prisenhed | Antalpr, number>> = {
  stk: 0,
  time: 1,
  doegn: 2,
  uge: 3,
  maaned: 4,
  periode: 5,
};

/** A price per month for each day would be thirty prices a month: the stretch is at least as long as the unit. */
export function passerSammen(prisEnhed: Prisenhed, antalPr: Antalpr): boolean {
  return LAENGDE[antalPr] >= LAENGDE[prisEnhed];
}

/** First day after the period. */
export function slutdag({ start, maaneder }: Pick<Prisaftale, 'start' | 'maaneder'>): string {
  return laegMaanederTil(start, maaneder);
}

/** The expected cost of one measure: in all, a month on average, and for each calendar year. */
export function beregnOmkostning(aftale: Prisaftale): Omkostning {
  const slut = slutdag(aftale);
  const ialtOere = indtil(aftale, slut);
  const prAar: { aar: number; oere: number }[] = [];
  const foerste = aarAf(aftale.start);
  const sidste = Temporal.PlainDate.from(slut).subtract({ days: 1 }).year;
  for (let aar = foerste; aar <= sidste; aar += 1) {
    const fra = indtil(aftale, `${String(aar)}-01-01`);
    const til = aar === sidste ? ialtOere : indtil(aftale, `${String(aar + 1)}-01-01`);
    prAar.push({ aar, oere: til - fra });
  }
  return { ialtOere, prMaanedOere: afrund(BigInt(ialtOere), BigInt(aftale.maaneder)), prAar };
}

/** The cost of several measures together. */
export function laegSammen(omkostninger: readonly Omkostning[], maaneder: number): Omkostning {
  const ialtOere = omkostninger.reduce((sum, o) => sum + o.ialtOere, 0);
  const aar = new Map<number, number>();
  for (const { aar: nr, oere } of omkostninger.flatMap((o) => o.prAar)) aar.set(nr, (aar.get(nr) ?? 0) + oere);
  return {
    ialtOere,
    prMaanedOere: maaneder === 0 ? 0 : afrund(BigInt(ialtOere), BigInt(maaneder)),
    prAar: [...aar].sort(([a], [b]) => a - b).map(([nr, oere]) => ({ aar: nr, oere })),
  };
}

/** What has been spent before the day: price × units × stretches of time, rounded once. */
function indtil(aftale: Prisaftale, dag: string): Oere {
  const { start, antalPr, prisOere, antalHundrededele } = aftale;
  const slut = slutdag(aftale);
  const til = dag > slut ? slut : dag;
  if (til <= start) return 0;
  const prisPrStraekning = BigInt(prisOere) * BigInt(antalHundrededele);
  const [taeller, naevner] = straekninger(antalPr, start, til);
  return afrund(prisPrStraekning * taeller, naevner * 100n);
}

/** Stretches between two days as a fraction: whole months and the part of the month that is begun. */
function straekninger(pr: Antalpr, fra: string, til: string): readonly [bigint, bigint] {
  switch (pr) {
    case 'doegn':
      return [dage(fra, til), 1n];
    case 'uge':
      return [dage(fra, til), 7n];
    case 'maaned': {
      const taalt = 12 * (aarAf(til) - aarAf(fra)) + maanedAf(til) - maanedAf(fra);
      const hele = laegMaanederTil(fra, taalt) <= til ? taalt : taalt - 1;
      const begyndt = laegMaanederTil(fra, hele);
      const laengde = dage(begyndt, laegMaanederTil(fra, hele + 1));
      return [BigInt(hele) * laengde + dage(begyndt, til), laengde];
    }
    case 'periode':
      return [1n, 1n];
  }
}

const aarAf = (dato: string): number => Number(dato.slice(0, 4));
const maanedAf = (dato: string): number => Number(dato.slice(5, 7));

function dage(fra: string, til: string): bigint {
  return BigInt(Temporal.PlainDate.from(fra).until(til, { largestUnit: 'day' }).days);
}

/** Half an øre is rounded up. */
function afrund(taeller: bigint, naevner: bigint): Oere {
  return Number((2n * taeller + naevner) / (2n * naevner));
}
