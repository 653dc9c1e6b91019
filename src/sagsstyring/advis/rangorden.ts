/**
 * What makes a matter worth an advis, and which goes first. The order is fixed and told to the users (docs/api.md): the
 * caseworker must be able to trust that what stands first is what cannot wait.
 */
export const ADVISKLASSER = ['fare', 'overskredet', 'forfalder', 'kvalitet'] as const;
export type Advisklasse = (typeof ADVISKLASSER)[number];

/** At most so many for each caseworker; the rest are counted. A list that nobody can get to the end of is noise. */
export const ADVIS_HOEJST = 10;
/** A legal deadline, or a proposed handover, that has been let lie so many days is the team leader's too. */
export const ESKALERES_EFTER_DAGE = 7;
/** So many snoozes of the same matter, and the team leader must look at it. */
export const ESKALERES_VED_UDSAETTELSER = 2;
/** A caseworker snoozes a matter without a legal deadline at most so many days at a time. */
export const UDSAETTES_HOEJST_DAGE = 30;
/** A team leader puts danger, or what is past its deadline, off at most so many days at a time: long enough to act, too short to forget. */
export const LEDER_UDSAETTER_HOEJST_DAGE = 7;

export function alvor(klasse: Advisklasse): number {
  return ADVISKLASSER.indexOf(klasse);
}

/** What the order looks at. */
export interface Rangeret {
  readonly klasse: Advisklasse;
  /** Instant of the deadline; null without one. */
  readonly forfaldTid: string | null;
  /** Since when there has been something to do, for what has no deadline; local date. */
  readonly siden: string;
  /** Breaks the last tie, so that the order is the same every time. */
  readonly noegle: string;
}

/** Danger to the child, then deadlines that have passed (the longest ago first), then those of the next days, then quality (the oldest first). */
export function sammenlign(a: Rangeret, b: Rangeret): number {
  return (
    alvor(a.klasse) - alvor(b.klasse) ||
    tekstorden(a.forfaldTid ?? '9999', b.forfaldTid ?? '9999') ||
    tekstorden(a.siden, b.siden) ||
    tekstorden(a.noegle, b.noegle)
  );
}

function tekstorden(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export interface Rest {
  readonly sagsbehandler: string | null;
  readonly ialt: number;
  readonly prKlasse: Readonly<Record<Advisklasse, number>>;
}

/**
 * The most important of each caseworker (or of each pool), ranked together, and how many of each kind were left out. Danger
 * to a child is never among those that are only counted.
 */
export function udvaelg<T extends Rangeret & { readonly sagsbehandler: string | null }>(
  alle: readonly T[],
  pulje: (advis: T) => string | null = ({ sagsbehandler }) => sagsbehandler,
): { readonly viste: readonly T[]; readonly resten: readonly Rest[] } {
  const viste: T[] = [];
  const udeladte = new Map<string | null, T[]>();
  const antal = new Map<string | null, number>();
  for (const advis of [...alle].sort(sammenlign)) {
    const vist = antal.get(pulje(advis)) ?? 0;
    if (vist < ADVIS_HOEJST || advis.klasse === 'fare') viste.push(advis);
    else udeladte.set(advis.sagsbehandler, [...(udeladte.get(advis.sagsbehandler) ?? []), advis]);
    antal.set(pulje(advis), vist + 1);
  }
  const resten = [...udeladte].map(([sagsbehandler, de]) => ({
    sagsbehandler,
    ialt: de.length,
    prKlasse: taelKlasser(de),
  }));
  return { viste, resten: resten.sort((a, b) => tekstorden(a.sagsbehandler ?? '', b.sagsbehandler ?? '')) };
}

function taelKlasser(de: readonly Rangeret[]): Readonly<Record<Advisklasse, number>> {
  const antal = { fare: 0, overskredet: 0, forfalder: 0, kvalitet: 0 };
  for (const { klasse } of de) antal[klasse] += 1;
  return antal;
}
