import { type Emne } from './emner.js';
import { type Model, parter } from './tilstand.js';
import { meddel } from './trin_afgoerelse.js';
import { anbringelsestrin, ivaerksaetAnbringelse } from './trin_anbringelse.js';
import { beram, indstil, rejs, udtal, vejled } from './trin_buu.js';
import { beslutBfu } from './trin_bfu.js';
import { morFindes, morHarMyndighed } from './trin_familie.js';
import { ANBRINGELSE, anbringForeloebigt, foreloebigAnbringelsestrin } from './trin_anbringelse_formand.js';
import { formandstrin, ivaerksaetForeloebigt, traefForeloebigt } from './trin_formand.js';
import { afgoerSelv, klagetrin } from './trin_klage.js';
import { godkendPlan, opretPlan, opstilMaal, planrevision } from './trin_plan.js';
import { opretSag } from './trin_sag.js';
import { tvangstrin } from './trin_tvang.js';
import { anbring, tvangsanbringelsestrin, vedtag } from './trin_tvangsanbringelse.js';
import { afgoer, buutrin } from './trin_udvalg.js';
import { anbragtForspil } from './trin_visitation.js';

const familien = [morFindes, morHarMyndighed, opretSag('social', 5)];
/** The committee's case from the day it is raised to the meeting, without the decision. */
const tilMoedet = (bfuNr: number | null, nr = 0, moede = 9) => [
  ...[vejled('mor')(nr, 1), indstil(bfuNr, 'hørt')(nr, 2), beram(nr, moede), udtal('mor', 'udtalt')(nr, moede)],
  ...[vejled('barnet')(nr, 1), udtal('barnet', 'udtalt')(nr, moede)].map((trin) => ({ ...trin, kun: barnetErPart })),
];
const barnetErPart = (model: Model): boolean => parter(model).includes('barnet');
/** Placed without consent from day 17, to be treated again by day 56. */
const anbragt = [
  ...[...familien, opretPlan(0, 6), opstilMaal('')(0, 0), godkendPlan(0, 1)],
  ...[rejs('anbringelse-uden-samtykke', 0, 2, null), ...tilMoedet(null), vedtag, anbring(0, 1)],
];

/** Placed by the chairman's decision from day 10; the committee meets on day 15 to decide the matter itself. */
const anbragtForeloebigt = [
  ...[...familien, opretPlan(0, 6), opstilMaal('')(0, 0), godkendPlan(0, 1), traefForeloebigt(0, 5, ANBRINGELSE)],
  ...[anbringForeloebigt(0, 0, 0), ivaerksaetForeloebigt(0, 0), ivaerksaetAnbringelse(0, 0)],
  ...[rejs(ANBRINGELSE, 0, 1, 0), ...tilMoedet(null, 0, 4)],
];

/** Barnets lov wants the plan revised before the child comes home. */
const vejenHjem = [...planrevision, ...anbringelsestrin.slice(-4)];

/** What happens against the family's will, and the complaint of it. */
export const tvangsemner: readonly Emne[] = [
  {
    trin: [...tvangstrin, ...buutrin],
    forspil: [...familien, beslutBfu(0, 5, 3), rejs('undersoegelse-uden-samtykke', 0, 5, null)],
  },
  {
    trin: [...buutrin, ...tvangstrin],
    forspil: [
      ...[...familien, beslutBfu(0, 5, 3), rejs('undersoegelse-uden-samtykke', 0, 5, null), ...tilMoedet(0)],
      afgoer(true, [5, 0])(0, 0),
    ],
  },
  {
    trin: [...buutrin, ...formandstrin],
    forspil: [...familien, traefForeloebigt(0, 10), ivaerksaetForeloebigt(0, 0)],
  },
  {
    trin: [
      ...formandstrin,
      ...buutrin,
      ...tvangsanbringelsestrin,
      ...foreloebigAnbringelsestrin,
      ...anbringelsestrin.slice(0, -4),
    ],
    forspil: anbragtForeloebigt,
  },
  {
    trin: [...anbringelsestrin.slice(0, -4), ...formandstrin, ...foreloebigAnbringelsestrin],
    forspil: [
      ...[...anbragtForspil, ivaerksaetAnbringelse(0, 0)],
      ...[traefForeloebigt(0, 12, ANBRINGELSE), ivaerksaetForeloebigt(0, 0)],
    ],
    laant: true,
  },
  {
    trin: [meddel, ...klagetrin],
    forspil: [
      ...[...familien, rejs('laegelig-behandling', 0, 1, null), ...tilMoedet(0), afgoer(true, [4, 1])(0, 0)],
      afgoerSelv(0, 3, null),
    ],
  },
  {
    trin: [...tvangsanbringelsestrin, ...anbringelsestrin.slice(0, -4), ...vejenHjem],
    forspil: anbragt,
  },
  {
    trin: [
      ...[...buutrin.slice(0, -2), ...anbringelsestrin.slice(0, -4)],
      ...[...tvangsanbringelsestrin, ...vejenHjem],
    ],
    forspil: [
      ...[...anbragt, ivaerksaetAnbringelse(0, 0), rejs('opretholdelse', 0, 20, null, 0), ...tilMoedet(null, 1)],
    ],
  },
];
