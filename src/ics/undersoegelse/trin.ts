import { Temporal } from 'temporal-polyfill';
import { plusDage, senesteArbejdsdag } from '../../faelles/kalender.js';
import { type Milepael } from './kommandoer.js';

/** The eleven practical steps of an investigation, in the order in which caseworkers take them. */
export const TRIN = [
  'afgoerelse',
  'aktoerer',
  'udtalelser',
  'boernesamtale',
  'foraeldresamtale',
  'opfoelgning',
  'analyse',
  'konklusion',
  'gennemgang',
  'plan',
  'ivaerksaettelse',
] as const;
export type TrinKode = (typeof TRIN)[number];

/** The steps in a sentence. */
export const TRINNAVN: Readonly<Record<TrinKode, string>> = {
  afgoerelse: 'afgørelse',
  aktoerer: 'aktører og temaer',
  udtalelser: 'anmodning om udtalelser',
  boernesamtale: 'børnesamtale',
  foraeldresamtale: 'forældresamtale',
  opfoelgning: 'opfølgning på oplysninger',
  analyse: 'analyse',
  konklusion: 'konklusion',
  gennemgang: 'gennemgang og partshøring',
  plan: 'plan',
  ivaerksaettelse: 'iværksættelse',
};

export function erTrin(kode: string): kode is TrinKode {
  return (TRIN as readonly string[]).includes(kode);
}

/** A step as the dated code list describes it: how much of the time from decision to deadline has gone when it is reached. */
export interface Trinbeskrivelse {
  readonly kode: string;
  readonly andel: number;
}

// An investigation decided on after its own deadline is still planned: on the quick track.
const MINDSTE_SPAENDVIDDE_DAGE = 42;

/**
 * Proposes a day for each step between the decision and the deadline. The time that is left is shared out, so that a late
 * decision gives a tight plan and not one whose first steps are overdue from the start.
 */
export function foreslaaMilepaele(
  beskrivelser: readonly Trinbeskrivelse[],
  afgoerelseDato: string,
  frist: string,
): readonly Milepael[] {
  const dage = Temporal.PlainDate.from(afgoerelseDato).until(frist, { largestUnit: 'day' }).days;
  const spaendvidde = dage > 0 ? dage : MINDSTE_SPAENDVIDDE_DAGE;
  return beskrivelser.flatMap(({ kode, andel }) =>
    erTrin(kode) && kode !== 'afgoerelse'
      ? [{ trin: kode, planlagt: arbejdsdag(afgoerelseDato, Math.round((spaendvidde * andel) / 100)) }]
      : [],
  );
}

/** Nobody works towards a Sunday: the last working day before it, but never before the decision. */
function arbejdsdag(fra: string, dage: number): string {
  const dag = senesteArbejdsdag(plusDage(fra, dage), []);
  return dag < fra ? fra : dag;
}
