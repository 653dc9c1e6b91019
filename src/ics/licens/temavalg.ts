import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type Generation } from './licens.js';

/** A theme, or a dimension of the triangle, that may be judged on a day. */
export interface Temavalg {
  readonly navn: string;
  readonly domaener: readonly string[];
  readonly paakraevet: boolean;
  /** The theme that a dimension counts as; absent for a theme. */
  readonly daekker?: string;
}

/**
 * What may be chosen on a day: the neutral themes, always, and the dimensions of the generation that the municipality has
 * a licence for. Only names are shipped; forms and guidance are not.
 */
export function temavalg(lov: Lovpakke, dato: string, generation: Generation | null): ReadonlyMap<string, Temavalg> {
  const temaer = lov.koder('temaer', dato).map(({ kode, navn, domaener, paakraevet }) => {
    return [kode, { navn, domaener, paakraevet }] as const;
  });
  const dimensioner = lov
    .koder('dimensioner', dato)
    .filter((d) => d.generation === generation)
    .map(({ kode, navn, domaene, tema }) => {
      return [kode, { navn, domaener: [domaene], paakraevet: false, daekker: tema }] as const;
    });
  return new Map<string, Temavalg>([...temaer, ...dimensioner]);
}

/** The three domains, called what the municipality may call them. */
export function domaenenavne(lov: Lovpakke, dato: string, generation: Generation | null): ReadonlyMap<string, string> {
  return new Map(
    lov
      .koder('domaener', dato)
      .map(({ kode, navn, icsNavn }) => [kode, generation === null ? navn : (icsNavn?.[generation] ?? navn)]),
  );
}
