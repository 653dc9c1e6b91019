import fc from 'fast-check';
import { type Plan } from './tilstand.js';
import { type Anmodning, foerste, type Trin, vaelg } from './trin.js';
import { nummer } from './trin_underretning.js';

/** A field that no step of these walks finishes: the text stays until it is given up. */
const FELT = 'grundlag.tekst';

type Svar = Parameters<Anmodning['gemt']>;

/** A text that is being written is no part of the case: nothing of it comes in the log, nor in the journal. */
function kraevUdenSpor([, position]: Svar): void {
  if (position !== 0) throw new Error(`A draft has come in the log, at ${String(position)}`);
}

const tekst = (version: number): string => `Udkast ${String(version)}`;

/** What the writer has seen, and writes: the newest, the newest once more when the answer was lost, or something older. */
const MAADER = {
  'gem kladde': ({ kladde }: Plan) => ({ set: kladde, skrevet: tekst(kladde + 1) }),
  'gem kladde igen': ({ kladde }: Plan) => ({ set: kladde - 1, skrevet: tekst(kladde) }),
  'gem kladde oven i en nyere': ({ kladde }: Plan) => ({ set: kladde === 0 ? 1 : kladde - 1, skrevet: 'Et andet ord' }),
} as const;

const gem = fc
  .tuple(nummer, fc.constantFrom(...(Object.keys(MAADER) as (keyof typeof MAADER)[])))
  .map(([nr, hvad]): Trin => ({
    navn: `${hvad}(#${String(nr)})`,
    anmod: ({ planer }) => {
      const plan = vaelg(planer, nr);
      if (plan === undefined) return null;
      const { set, skrevet } = MAADER[hvad](plan);
      if (set < 0) return null;
      const slut = plan.fase === 'revideret' || plan.fase === 'afsluttet' || plan.sag.lukket !== null;
      const ny = hvad === 'gem kladde' ? plan.kladde + 1 : plan.kladde;
      return {
        ...{ som: 'alt', metode: 'PUT', sti: `/planer/${plan.id}/kladde/${FELT}`, set, krop: { tekst: skrevet } },
        forventet: foerste(
          slut && '409 kladde-lukket',
          hvad === 'gem kladde oven i en nyere' && '412 kladde-aendret-siden',
        ),
        sidespor: true,
        gemt: (...svar) => {
          kraevUdenSpor(svar);
          if (svar[0]['version'] !== ny) throw new Error(`The draft is ${JSON.stringify(svar[0])}, not ${String(ny)}`);
          plan.kladde = ny;
        },
      };
    },
  }));

/** What is gone is gone; what somebody has written since is not given up unseen. Also of a plan that has ended. */
const opgiv = fc.tuple(nummer, fc.constantFrom(0, 1)).map(([nr, senere]): Trin => ({
  navn: `opgiv kladde${senere === 0 ? '' : ' i en anden version'}(#${String(nr)})`,
  anmod: ({ planer }) => {
    const plan = vaelg(planer, nr);
    if (plan === undefined) return null;
    return {
      ...{
        som: 'alt',
        metode: 'DELETE',
        sti: `/planer/${plan.id}/kladde/${FELT}`,
        set: plan.kladde + senere,
        krop: {},
      },
      forventet: foerste(senere > 0 && plan.kladde > 0 && '412 kladde-aendret-siden'),
      sidespor: true,
      gemt: (...svar) => {
        kraevUdenSpor(svar);
        plan.kladde = 0;
      },
    };
  },
}));

/** From the shallow to the deep. */
export const kladdetrin = [opgiv, gem];
