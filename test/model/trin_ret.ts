import fc from 'fast-check';
import { type RetbarDag } from './tilstand.js';
import { foerste, iFremtiden, type Trin, vaelg } from './trin.js';
import { nummer } from './trin_underretning.js';

/** What was recorded with a day that can be put right; `bygger` came before it in the same matter, `hviler` after it. */
export const retbar = (
  slags: RetbarDag['slags'],
  position: number,
  dag: number,
  om: Pick<RetbarDag, 'bygger' | 'hviler' | 'saet'>,
): RetbarDag => ({ slags, position, dag, ...om });

const kendte = (dage: readonly (number | null | undefined)[]): readonly number[] =>
  dage.filter((dag) => dag !== null && dag !== undefined);

/** What was recorded out of order stays so: only what came before it must still come before it, and after it after it. */
function forkert({ dag, bygger, hviler }: RetbarDag, ny: number): boolean {
  return (
    kendte(bygger()).some((foer) => foer <= dag && foer > ny) ||
    kendte(hviler()).some((efter) => efter >= dag && efter < ny)
  );
}

/**
 * Databeskyttelsesforordningen art. 16: a day that was recorded wrong is put right, and what rests on it follows. The law is
 * not tried again; a step that was too late is seen to have been.
 */
const ret = (slags: RetbarDag['slags']): fc.Arbitrary<Trin> =>
  fc.tuple(nummer, fc.integer({ min: -9, max: 9 })).map(([nr, flyttet]): Trin => ({
    navn: `ret dag i ${slags}(#${String(nr)} ${String(flyttet)})`,
    anmod: ({ dage }, v) => {
      const d = vaelg(
        dage.filter((dag) => dag.slags === slags),
        nr,
      );
      if (d === undefined) return null;
      const ny = d.dag + flyttet;
      return {
        som: 'alt',
        sti: '/datorettelser',
        krop: { position: d.position, dato: v.dato(ny), begrundelse: 'Brevet viser den rigtige dag.' },
        forventet: foerste(
          iFremtiden(ny),
          ny === d.dag && '409 ingen-rettelse',
          forkert(d, ny) && '422 forkert-raekkefoelge',
        ),
        sidespor: true,
        gemt: () => {
          d.saet(ny);
          d.dag = ny;
        },
      };
    },
  }));

export const retIndsigt = ret('aktindsigt');
export const retAnsoegning = ret('ansøgning');
export const retTilsyn = ret('tilsyn');
