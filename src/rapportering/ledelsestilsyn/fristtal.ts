/** A deadline with its outcome, as known; of `hentFrister`. */
export interface Fristudfald {
  readonly regel: string;
  /** Local date or instant. */
  readonly forfald: string;
  readonly status: string;
  readonly team: string | null;
}

export interface Andel {
  /** Numerator. */
  readonly rettidige: number;
  /** Denominator: all that fell due in the period, done or not. */
  readonly forfaldne: number;
  /** Half up to whole per cent; null without data, never 0 or 100. */
  readonly procent: number | null;
}

export interface Tilsynstal {
  readonly M09c: Andel;
  readonly M11: Andel;
  readonly M11lov: Andel;
  readonly M12a: Andel;
  readonly M12b: Andel;
  readonly M20: Andel;
}

/** The rules behind each indicator; M11 is the local service level, beside the law's own limits for plans. */
const REGLER: Readonly<Record<keyof Tilsynstal, readonly string[]>> = {
  M09c: ['bfu-afslutning'],
  M11: ['handleplan-lokal-6-uger', 'handleplan-lokal-anbringelse'],
  M11lov: [
    'handleplan-sel',
    'handleplan-sel-anbringelse',
    'barnets-plan',
    'barnets-plan-stoettende-indsats',
    'ungeplan',
    'ungeplan-16-aar',
  ],
  M12a: ['opfoelgning-foerste', 'opfoelgning-foerste-anbringelse'],
  M12b: ['opfoelgning-loebende'],
  M20: ['underretning-akutvurdering'],
};

export const TILSYNSREGLER: readonly string[] = Object.values(REGLER).flat();

/**
 * Of what fell due in the period, how much was done on or before the day. A deadline that lapsed (annulled, interrupted)
 * is outside both; one that is open and not yet passed when asked is not due yet.
 */
export function opgoerFrister(frister: readonly Fristudfald[]): Tilsynstal {
  const andel = (noegle: keyof Tilsynstal): Andel => {
    const egne = frister.filter(({ regel }) => REGLER[noegle].includes(regel));
    const rettidige = egne.filter(({ status }) => status === 'opfyldt').length;
    const forfaldne = egne.filter(({ status }) =>
      ['opfyldt', 'opfyldt-for-sent', 'overskredet'].includes(status),
    ).length;
    return { rettidige, forfaldne, procent: helProcent(rettidige, forfaldne) };
  };
  return {
    M09c: andel('M09c'),
    M11: andel('M11'),
    M11lov: andel('M11lov'),
    M12a: andel('M12a'),
    M12b: andel('M12b'),
    M20: andel('M20'),
  };
}

/** Half up; exact in whole numbers. */
export function helProcent(taeller: number, naevner: number): number | null {
  return naevner === 0 ? null : Math.floor((taeller * 200 + naevner) / (2 * naevner));
}
