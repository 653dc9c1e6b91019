import { type Emne } from './emner.js';
import { meddel } from './trin_afgoerelse.js';
import { afgoer, beram, buutrin, indstil, rejs, udtal, vejled } from './trin_buu.js';
import { beslutBfu } from './trin_bfu.js';
import { morFindes, morHarMyndighed } from './trin_familie.js';
import { formandstrin, ivaerksaetForeloebigt, traefForeloebigt } from './trin_formand.js';
import { afgoerSelv, klagetrin } from './trin_klage.js';
import { opretSag } from './trin_sag.js';
import { tvangstrin } from './trin_tvang.js';

const familien = [morFindes, morHarMyndighed, opretSag('social', 5)];
/** The committee's case from the day it is raised to the meeting, without the decision. */
const foelgTilMoedet = [vejled('mor')(0, 1), indstil(0, 'hørt')(0, 2), beram(0, 9), udtal('mor', 'udtalt')(0, 9)];

/** What happens against the family's will, and the complaint of it. */
export const tvangsemner: readonly Emne[] = [
  {
    trin: [...tvangstrin, ...buutrin],
    forspil: [...familien, beslutBfu(0, 5, 3), rejs('undersoegelse-uden-samtykke', 0, 5, null)],
  },
  {
    trin: [...buutrin, ...tvangstrin],
    forspil: [
      ...[...familien, beslutBfu(0, 5, 3), rejs('undersoegelse-uden-samtykke', 0, 5, null), ...foelgTilMoedet],
      afgoer(true, [5, 0])(0, 0),
    ],
  },
  {
    trin: [...buutrin, ...formandstrin],
    forspil: [...familien, traefForeloebigt(0, 10), ivaerksaetForeloebigt(0, 0)],
  },
  {
    trin: [meddel, ...klagetrin],
    forspil: [
      ...[...familien, rejs('laegelig-behandling', 0, 1, null), ...foelgTilMoedet, afgoer(true, [4, 1])(0, 0)],
      afgoerSelv(0, 3, null),
    ],
  },
];
