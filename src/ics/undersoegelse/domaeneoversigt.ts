import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type Generation } from '../licens/licens.js';
import { domaenenavne, type Temavalg, temavalg } from '../licens/temavalg.js';
import { type FundVisning, type TemaVisning } from './dele.visning.js';
import { type DomaeneoversigtVisning, type DomaenetemaVisning } from './domaene.visning.js';

/** What the law pack and the licence say of themes and domains on the day of the decision. */
export interface Temagrundlag {
  readonly temavalg: ReadonlyMap<string, Temavalg>;
  readonly domaenenavne: ReadonlyMap<string, string>;
}

/**
 * How an investigation is read. What was judged under a dimension is seen in its domain and by its names whatever has become
 * of the licence since, also when that was ended from an earlier day: what stands written is not changed by it.
 */
export function temagrundlag(
  lov: Lovpakke,
  dato: string,
  licenseret: Generation | null,
  vurderede: readonly string[],
): Temagrundlag {
  const brugte = vurderede.flatMap((kode) => lov.kode('dimensioner', kode, dato)?.generation ?? []);
  const generation = brugte.at(-1) ?? licenseret;
  return {
    temavalg: new Map([generation, ...brugte].flatMap((g) => [...temavalg(lov, dato, g)])),
    domaenenavne: domaenenavne(lov, dato, generation),
  };
}

/**
 * The investigation seen by domain: in each its themes or dimensions, with their resources and challenges. A theme that
 * belongs to two domains is seen in both, and what belongs to none is seen last, across.
 */
export function efterDomaene(
  temaer: readonly TemaVisning[],
  fund: readonly FundVisning[],
  grundlag: Temagrundlag,
): DomaeneoversigtVisning[] {
  const medFund = temaer.map((tema) => ({
    tema: temaMedFund(tema, fund),
    domaener: grundlag.temavalg.get(tema.tema)?.domaener ?? [],
  }));
  const i = (kode: string): DomaenetemaVisning[] =>
    medFund.flatMap(({ tema, domaener }) => (domaener.includes(kode) ? [tema] : []));
  const paaTvaers = medFund.flatMap(({ tema, domaener }) => (domaener.length === 0 ? [tema] : []));
  return [
    ...[...grundlag.domaenenavne].map(([domaene, navn]) => ({ domaene, navn, temaer: i(domaene) })),
    ...(paaTvaers.length === 0 ? [] : [{ domaene: null, navn: 'På tværs', temaer: paaTvaers }]),
  ];
}

function temaMedFund(
  { tema, navn, relevant, begrundelse }: TemaVisning,
  fund: readonly FundVisning[],
): DomaenetemaVisning {
  const under = fund.filter((f) => f.tema === tema);
  return {
    ...{ tema, navn, relevant, begrundelse },
    ressourcer: under.filter(({ art }) => art === 'ressource'),
    udfordringer: under.filter(({ art }) => art === 'udfordring'),
  };
}
