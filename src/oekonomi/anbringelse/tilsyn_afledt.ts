import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type Afledning } from '../../platform/corrections/correct-date.js';
import { mindstTilsynPrAar, naesteTilsyn } from './tilsyn.js';
import { type AnbringelseEvent } from './haendelser.js';

/** When the next visit is due at the latest follows from the days of the earlier ones: one that is put right moves it. */
export const naesteTilsynAfledt =
  (lov: Lovpakke): Afledning =>
  (events) => {
    const nye = new Map<number, { readonly naesteTilsynSenest: string }>();
    const besoeg: string[] = [];
    let start = '';
    // The stream holds only what its decider wrote, and corrections, which are of no type named here.
    (events as readonly AnbringelseEvent[]).forEach((e, nr) => {
      if (e.type === 'oekonomi.AnbringelseBesluttet') start = e.data.afgoerelseDato;
      if (e.type === 'oekonomi.AnbringelseIvaerksat' || e.type === 'oekonomi.AnbringelsesivaerksaettelseRettet')
        start = e.data.ivaerksatDato;
      if (e.type !== 'oekonomi.TilsynsbesoegAfholdt') return;
      besoeg.push(e.data.dato);
      const naesteTilsynSenest = naesteTilsyn(start, besoeg, mindstTilsynPrAar(lov, e.data.dato));
      if (naesteTilsynSenest !== e.data.naesteTilsynSenest) nye.set(nr + 1, { naesteTilsynSenest });
    });
    return nye;
  };
