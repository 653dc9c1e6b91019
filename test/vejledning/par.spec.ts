import { FixedClock } from '../../src/platform/clock.js';
import { startTestApi, type TestApi } from '../../src/platform/testing/api.js';
import { BARNETS_LOV, iAaret, SERVICELOVEN } from '../rejser/aar.js';
import { Forloeb } from '../rejser/forloeb.js';
import { afgoerelser } from './par/afgoerelse.js';
import { anbringelser } from './par/anbringelse.js';
import { type Emne, IDAG, kl } from './par/begreber.js';
import { henvendelser } from './par/henvendelse.js';
import { indsatser } from './par/indsats.js';
import { planer } from './par/plan.js';
import { Proeve } from './par/proeve.js';
import { sager } from './par/sag.js';
import { skridtkoder } from './par/skridtkoder.js';
import { tvangsanbringelser } from './par/tvangsanbringelse.js';
import { undersoegelserUdenSamtykke } from './par/uden_samtykke.js';
import { underretninger } from './par/underretning.js';
import { udvalget } from './par/udvalg.js';
import { undersoegelser } from './par/undersoegelse.js';
import { visitationer } from './par/visitation.js';

/**
 * What two things together allow: a case and its plan, a case and an afdækning, two cases of one child, a case and the
 * child's age. Each step that the guidance says can or must be taken is taken by the real command, each in a situation of
 * its own; what it says must not be done is refused.
 */
const ur = FixedClock.at(kl('10:00', IDAG));
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ clock: ur });
});
afterAll(() => api.stop());

const emner = (f: () => Forloeb): readonly Emne[] => [
  sager(f),
  planer(f),
  underretninger(f),
  undersoegelser(f),
  afgoerelser(f),
  henvendelser(f),
  visitationer(f),
  indsatser(f),
  anbringelser(f),
  udvalget(f),
  tvangsanbringelser(f),
  undersoegelserUdenSamtykke(f),
];
const bl = (): Forloeb => new Forloeb(api, BARNETS_LOV);
const sel = (): Forloeb => new Forloeb(api, SERVICELOVEN);
const barnetsLov = new Proeve(bl, emner(bl));
const serviceloven = new Proeve(sel, emner(sel), 1);

/** Steps that nothing here tries, and why. A new step is tried, or the reason it is not is written here. */
const UPROEVET: Readonly<Record<string, string>> = {};
describe('Barnets lov', () => {
  describe.each(barnetsLov.emner.flatMap((emne) => Object.entries(emne.situationer).map((s) => [...s, emne] as const)))(
    '%s',
    (_navn, situation, emne) => {
      test('det, der kan eller skal gøres, siger reglerne ja til, og det, der ikke må, siger de nej til', async () =>
        barnetsLov.proev(emne, situation));
    },
  );
});

describe('Serviceloven', () => {
  beforeAll(() => ur.set(iAaret(SERVICELOVEN, kl('10:00', IDAG))));

  const situationer = serviceloven.emner.flatMap((emne) =>
    Object.entries(emne.situationer)
      .filter(([navn]) => !(emne.kunBarnetsLov ?? []).includes(navn))
      .map((s) => [...s, emne] as const),
  );
  describe.each(situationer)('%s', (_navn, situation, emne) => {
    test('det, der kan eller skal gøres, siger reglerne ja til, og det, der ikke må, siger de nej til', async () =>
      serviceloven.proev(emne, situation));
  });
});
test('x', () => {
  console.log(
    skridtkoder().filter((k) => !serviceloven.sagte.has(k)),
    UPROEVET,
  );
});
