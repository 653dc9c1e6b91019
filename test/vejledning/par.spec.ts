import { FixedClock } from '../../src/platform/clock.js';
import { startTestApi, type TestApi } from '../../src/platform/testing/api.js';
import { Forloeb } from '../rejser/forloeb.js';

/**
 * What two things together allow: a case and its plan, a case and an afdækning, two cases of one child, a case and the
 * child's age. Each step that the guidance says can or must be taken is taken by the real command, each in a situation of
 * its own; what it says must not be done is refused.
 */
let api: TestApi;
let f: Forloeb;

beforeAll(async () => {
  api = await startTestApi({ clock: FixedClock.at('2024-12-20T10:00:00+01:00') });
  f = new Forloeb(api);
});
afterAll(() => api.stop());

interface Situation {
  readonly sagId: string;
  readonly gaeldende?: string;
  readonly kladde?: string;
  readonly maalId?: string;
}
// The rule asks for the age on the day of the decision, and the guidance speaks of today.
const BFU = {
  opmaerksomDato: '2024-12-01',
  afgoerelseDato: '2024-12-20',
  begrundelse: 'Behov for særlig støtte.',
  grunde: ['alvorlig-eller-kompleks'],
};

async function sagen(foedselsdato = '2014-05-01'): Promise<{ sagId: string; barnId: string }> {
  const { sagId = '', barnId = '' } = await f.post('tl01', '/sager', {
    ...{ barn: { navn: 'Par Testesen', foedselsdato }, omraade: 'social', grund: 'ansoegning', oprettet: '2024-01-05' },
  });
  await f.post('tl01', `/sager/${sagId}/tildeling`, { sagsbehandler: 'sb01', tildelt: '2024-01-05' });
  return { sagId, barnId };
}

async function kladden(sagId: string, medMaal = true): Promise<string> {
  return (await plan(sagId, medMaal)).planId;
}

async function plan(sagId: string, medMaal: boolean): Promise<{ readonly planId: string; readonly maalId: string }> {
  const { planId = '' } = await f.post('sb01', `/sager/${sagId}/planer`, {
    ...{ plantype: 'barnets-plan', oprettet: '2024-02-01', formaal: 'En stabil hverdag.' },
  });
  if (!medMaal) return { planId, maalId: '' };
  const { maalId = '' } = await f.post('sb01', `/planer/${planId}/maal`, { ...MAAL, dato: '2024-02-01' });
  return { planId, maalId };
}

async function planen(sagId: string, opfoelgning?: object): Promise<Pick<Situation, 'gaeldende' | 'maalId'>> {
  const { planId, maalId } = await plan(sagId, true);
  await f.post('tl01', `/planer/${planId}/godkendelse`, { dato: '2024-02-05', inddragelse: 'På mødet.' });
  if (opfoelgning !== undefined)
    await f.post('sb01', `/planer/${planId}/opfoelgninger`, { ...OPFOELGNING, ...maalet(maalId), ...opfoelgning });
  return { gaeldende: planId, maalId };
}

const MAAL = { tema: 'skoleforhold', maal: 'Møder til tiden.' };
const OPFOELGNING = {
  ...{ dato: '2024-05-01', udfald: 'uaendret', naesteDato: '2024-10-01', rytmebegrundelse: 'Skoleskift.' },
  ...{ vurdering: 'Virker.', barnetsHoldning: 'Glad.' },
};
const maalet = (maalId: string) => ({ maalstatus: [{ maalId, status: 'i-gang' }] });
const luk = (sagId: string) =>
  f.post('tl01', `/sager/${sagId}/lukning`, { lukket: '2024-12-19', begrundelse: 'Slut.' });
async function tosager(medUnderretning: boolean): Promise<Situation> {
  const { sagId, barnId } = await sagen();
  const anden = await f.post('tl01', '/sager', {
    ...{ barnId, omraade: 'handicap', grund: 'ansoegning', oprettet: '2024-01-05' },
  });
  expect(anden['sagId']).not.toBe(sagId);
  if (medUnderretning) await f.underret('', '2024-12-19T10:00:00+01:00', { barn: { barnId } });
  return { sagId: anden['sagId'] ?? '' };
}

const SITUATIONER: Readonly<Record<string, () => Promise<Situation>>> = {
  'åben sag uden plan': async () => sagen(),
  'åben sag med en kladde uden mål': async () => {
    const { sagId } = await sagen();
    return { sagId, kladde: await kladden(sagId, false) };
  },
  'åben sag med en kladde med mål': async () => {
    const { sagId } = await sagen();
    return { sagId, kladde: await kladden(sagId) };
  },
  'lukket sag med kladde og gældende plan': async () => {
    const { sagId } = await sagen();
    const situation = { sagId, ...(await planen(sagId)), kladde: await kladden(sagId, false) };
    await luk(sagId);
    return situation;
  },
  'opfølgningen sagde, at planen skal revideres': async () => {
    const { sagId } = await sagen();
    return { sagId, ...(await planen(sagId, { planvurdering: 'revideres' })) };
  },
  '… og revisionen er begyndt': async () => {
    const { sagId } = await sagen();
    const gjaldt = await planen(sagId, { planvurdering: 'revideres' });
    const { planId = '' } = await f.post('sb01', `/planer/${gjaldt.gaeldende ?? ''}/revision`, { dato: '2024-05-10' });
    return { sagId, ...gjaldt, kladde: planId };
  },
  'opfølgningen viste behov for en undersøgelse': async () => {
    const { sagId } = await sagen();
    return { sagId, ...(await planen(sagId, { undersoegelsesbehov: 'bfu' })) };
  },
  '… og undersøgelsen er i gang': async () => {
    const { sagId } = await sagen();
    const gjaldt = await planen(sagId, { undersoegelsesbehov: 'bfu' });
    await f.post('sb01', `/sager/${sagId}/undersoegelser`, BFU);
    return { sagId, ...gjaldt };
  },
  'en afdækning er i gang': async () => {
    const { sagId } = await sagen();
    await f.post('sb01', `/sager/${sagId}/screeninger`, {
      dato: '2024-03-04',
      udfald: 'afdaekning',
      begrundelse: 'Fravær.',
    });
    await f.post('sb01', `/sager/${sagId}/afdaekninger`, {
      ...{
        opmaerksomDato: '2024-03-01',
        afgoerelseDato: '2024-03-05',
        forhold: ['skoleforhold'],
        begrundelse: 'Fravær.',
      },
    });
    return { sagId };
  },
  'den unge bliver 18 år i morgen': async () => sagen('2006-12-21'),
  'den unge bliver 18 år i dag': async () => sagen('2006-12-20'),
  'to sager om barnet': async () => tosager(false),
  'to sager, og en underretning i den ene er ikke vurderet': async () => tosager(true),
};

const bfu = ({ sagId }: Situation) => [`/sager/${sagId}/undersoegelser`, BFU] as const;
/** The command of each step. */
const KOMMANDOER: Readonly<Record<string, (s: Situation) => readonly [string, object]>> = {
  'sag-lukning': ({ sagId }) => [`/sager/${sagId}/lukning`, { lukket: '2024-12-20', begrundelse: 'Formålet er nået.' }],
  'sag-genaabning': ({ sagId }) => [`/sager/${sagId}/genaabning`, { genaabnet: '2024-12-20', begrundelse: 'Nyt.' }],
  'bfu-undersoegelse': bfu,
  'ny-undersoegelse': bfu,
  'plan-maal': ({ kladde = '' }) => [`/planer/${kladde}/maal`, { ...MAAL, dato: '2024-12-20' }],
  'plan-godkendelse': ({ kladde = '' }) => [
    `/planer/${kladde}/godkendelse`,
    { dato: '2024-12-20', inddragelse: 'På mødet.' },
  ],
  'plan-revision': ({ gaeldende = '' }) => [`/planer/${gaeldende}/revision`, { dato: '2024-12-20' }],
  'plan-opfoelgning': ({ gaeldende = '', maalId = '' }) => [
    `/planer/${gaeldende}/opfoelgninger`,
    { ...OPFOELGNING, ...maalet(maalId), dato: '2024-12-20', naesteDato: '2025-03-01' },
  ],
};
/** Of these the guidance says whenever they may be taken, so what it does not say is refused. */
const ALTID_SAGT = ['sag-lukning', 'sag-genaabning', 'bfu-undersoegelse'];

async function vejledningen(sagId: string): Promise<ReadonlyMap<string, string>> {
  const svar = await f.get('sb01', `/sager/${sagId}/naeste-skridt`);
  const { skridt } = svar.body as { skridt: readonly { kode: string; art: string }[] };
  return new Map(skridt.map(({ kode, art }) => [kode, art]));
}

describe.each(Object.entries(SITUATIONER))('%s', (_navn, situation) => {
  test('det, der kan eller skal gøres, siger reglerne ja til, og det, der ikke må, siger de nej til', async () => {
    const sagt = await vejledningen((await situation()).sagId);
    const proevede: string[] = [];
    for (const [kode, kommando] of Object.entries(KOMMANDOER)) {
      const art = sagt.get(kode);
      if (art === undefined && !ALTID_SAGT.includes(kode)) continue;
      const [sti, krop] = kommando(await situation());
      const svar = await f.proev('tl01', sti, krop);
      const ventet = art === 'kan' || art === 'skal' ? 'ja' : 'nej';
      const faktisk = svar.status === 201 ? 'ja' : [409, 422].includes(svar.status) ? 'nej' : String(svar.status);
      expect([kode, art, faktisk, svar.body.detail]).toEqual([kode, art, ventet, svar.body.detail]);
      proevede.push(kode);
    }
    expect(proevede.length).toBeGreaterThan(2);
  });
});

test('Det, opfølgningen bad om, siges ikke igen, når det er begyndt', async () => {
  const koder = async (navn: string) => {
    const situation = SITUATIONER[navn];
    if (situation === undefined) throw new Error(navn);
    return [...(await vejledningen((await situation()).sagId)).keys()];
  };
  expect(await koder('opfølgningen sagde, at planen skal revideres')).toContain('plan-revision');
  expect(await koder('… og revisionen er begyndt')).not.toContain('plan-revision');
  expect(await koder('opfølgningen viste behov for en undersøgelse')).toContain('ny-undersoegelse');
  expect(await koder('… og undersøgelsen er i gang')).not.toContain('ny-undersoegelse');
});
