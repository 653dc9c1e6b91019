import { FixedClock } from '../../src/platform/clock.js';
import { startTestApi, type TestApi } from '../../src/platform/testing/api.js';
import { Forloeb } from '../rejser/forloeb.js';
import { afgoerelser } from './par/afgoerelse.js';
import { anbringelser } from './par/anbringelse.js';
import { type Emne, IDAG, kl, type Kommando, type Sagt, type Situation } from './par/begreber.js';
import { henvendelser } from './par/henvendelse.js';
import { indsatser } from './par/indsats.js';
import { planer } from './par/plan.js';
import { sager } from './par/sag.js';
import { skridtkoder } from './par/skridtkoder.js';
import { underretninger } from './par/underretning.js';
import { udvalget } from './par/udvalg.js';
import { undersoegelser } from './par/undersoegelse.js';
import { visitationer } from './par/visitation.js';

/**
 * What two things together allow: a case and its plan, a case and an afdækning, two cases of one child, a case and the
 * child's age. Each step that the guidance says can or must be taken is taken by the real command, each in a situation of
 * its own; what it says must not be done is refused.
 */
let api: TestApi;
let forloeb: Forloeb;
const f = (): Forloeb => forloeb;

beforeAll(async () => {
  api = await startTestApi({ clock: FixedClock.at(kl('10:00', IDAG)) });
  forloeb = new Forloeb(api);
});
afterAll(() => api.stop());

const EMNER: readonly Emne[] = [
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
];
const SITUATIONER = Object.assign({}, ...EMNER.map(({ situationer }) => situationer)) as Emne['situationer'];
const KOMMANDOER = Object.assign({}, ...EMNER.map(({ kommandoer }) => kommandoer)) as Emne['kommandoer'];
/** Of these the guidance says whenever they may be taken, so what it does not say is refused. */
const ALTID_SAGT = ['sag-lukning', 'sag-genaabning', 'bfu-undersoegelse'];

/** Steps that nothing here tries, and why. A new step is tried, or the reason it is not is written here. */
const UDVALGET = 'hviler på udvalgets afgørelse, som prøves i sit eget forløb (test/rejser/tvang.spec.ts)';
const FORMANDEN = 'hviler på formandens afgørelse (test/rejser/anbringelse_akut.spec.ts)';
const INGEN_KOMMANDO = 'siger, hvad der følger af loven; der er ingen kommando, der kun er den';
const UPROEVET: Readonly<Record<string, string>> = {
  genbehandling: UDVALGET,
  'bfu-uden-samtykke': UDVALGET,
  'bfu-uden-samtykke-ophold': UDVALGET,
  'undersoegelse-uden-samtykke': UDVALGET,
  'undersoegelsesophold-begynd': UDVALGET,
  'undersoegelsesophold-ophoer': UDVALGET,
  'hjemgivelse-orientering-buu': UDVALGET,
  'anbringelse-overtaget-afgoerelse': UDVALGET,
  'anbringelse-uden-grundlag': UDVALGET,
  'permanent-anbringelse': 'kræver tre års anbringelse og udvalgets afgørelse (test/rejser/anbringelse.spec.ts)',
  'anbringelse-endelig-afgoerelse': FORMANDEN,
  'formandsbeslutning-godkendelse': FORMANDEN,
  'formandsbeslutning-gyldighed': FORMANDEN,
  'opsaettende-virkning': INGEN_KOMMANDO,
  'ungestoette-overgang': 'kræver en ung, der fyldte 18 på stedet, efter afgørelsen (test/rejser/anbringelse.spec.ts)',
};

async function vejledningen({ sagId }: Situation): Promise<readonly Sagt[]> {
  const svar = await f().get('sb01', `/sager/${sagId}/naeste-skridt`);
  return (svar.body as { skridt: readonly Sagt[] }).skridt;
}

const sagte = new Set<string>();
/** Step and art -> in how many situations it has been tried. */
const proevede = new Map<string, number>();
const noegle = ({ kode, art }: Pick<Sagt, 'kode' | 'art'>): string => `${art} ${kode}`;

async function proev(kode: string, kommando: Kommando, situation: () => Promise<Situation>): Promise<void> {
  const s = await situation();
  const skridt = (await vejledningen(s)).find((sagt) => sagt.kode === kode);
  const [sti, krop, bruger = 'tl01'] = kommando(skridt ?? { kode, art: '', enkeltsagId: s.sagId, tekst: '' }, s);
  const svar = await f().proev(bruger, sti, krop);
  const ventet = skridt?.art === 'kan' || skridt?.art === 'skal' ? 'ja' : 'nej';
  const faktisk = svar.status === 201 ? 'ja' : [409, 422].includes(svar.status) ? 'nej' : String(svar.status);
  const { detail, fejl } = svar.body as { detail?: string; fejl?: unknown };
  expect([kode, skridt?.art, faktisk, detail, fejl]).toEqual([kode, skridt?.art, ventet, detail, fejl]);
}

/** The emne's own steps, and those that are always said; another's only when nobody has tried it as it is said here. */
function skalProeves(kode: string, sagt: Sagt | undefined, { kommandoer, hoejst = Infinity }: Emne): boolean {
  if (sagt === undefined) return ALTID_SAGT.includes(kode) && hoejst === Infinity;
  return (proevede.get(noegle(sagt)) ?? 0) < (kode in kommandoer ? hoejst : 1);
}

describe.each(EMNER.flatMap((emne) => Object.entries(emne.situationer).map((s) => [...s, emne] as const)))(
  '%s',
  (_navn, situation, emne) => {
    test('det, der kan eller skal gøres, siger reglerne ja til, og det, der ikke må, siger de nej til', async () => {
      const skridt = new Map((await vejledningen(await situation())).map((sagt) => [sagt.kode, sagt]));
      for (const kode of skridt.keys()) sagte.add(kode);
      const proeves = Object.entries(KOMMANDOER).filter(([kode]) => skalProeves(kode, skridt.get(kode), emne));
      // Each in a situation of its own, so they need not wait for one another.
      await Promise.all(proeves.map(([kode, kommando]) => proev(kode, kommando, situation)));
      for (const [kode] of proeves) {
        const sagt = skridt.get(kode);
        if (sagt !== undefined) proevede.set(noegle(sagt), (proevede.get(noegle(sagt)) ?? 0) + 1);
      }
    });
  },
);

test('Det, opfølgningen bad om, siges ikke igen, når det er begyndt', async () => {
  const koder = async (navn: string) => {
    const situation = SITUATIONER[navn];
    if (situation === undefined) throw new Error(navn);
    return (await vejledningen(await situation())).map(({ kode }) => kode);
  };
  expect(await koder('opfølgningen sagde, at planen skal revideres')).toContain('plan-revision');
  expect(await koder('… og revisionen er begyndt')).not.toContain('plan-revision');
  expect(await koder('opfølgningen viste behov for en undersøgelse')).toContain('ny-undersoegelse');
  expect(await koder('… og undersøgelsen er i gang')).not.toContain('ny-undersoegelse');
});

describe('Hvert skridt, vejledningen kan give', () => {
  test('er prøvet, eller der står, hvorfor det ikke er', () => {
    const kendte = [...Object.keys(KOMMANDOER), ...Object.keys(UPROEVET)];
    expect(kendte.filter((kode, nr) => kendte.indexOf(kode) !== nr)).toEqual([]);
    expect([...kendte].sort()).toEqual(skridtkoder());
  });

  test('og det, der har en kommando, er sagt i mindst én situation', () => {
    const medKommando = Object.keys(KOMMANDOER);
    expect(medKommando.filter((kode) => ![...proevede.keys()].some((n) => n.endsWith(` ${kode}`)))).toEqual([]);
    expect([...sagte].filter((kode) => !(kode in KOMMANDOER) && !(kode in UPROEVET))).toEqual([]);
  });
});
