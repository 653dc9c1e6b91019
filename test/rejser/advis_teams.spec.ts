import { FixedClock } from '../../src/platform/clock.js';
import { REBILD, startTestApi, type TestApi } from '../../src/platform/testing/api.js';
import { Forloeb } from './forloeb.js';

/**
 * A team leader whose token names teams gets what is escalated in them, and all that no team or nobody has; what is escalated
 * elsewhere is counted, so that nothing is unseen when a team has no leader. 2019-03-19 10:00, serviceloven.
 */
let api: TestApi;
let f: Forloeb;
const sager = { syd: '', nord: '', udenTeam: '', ingens: '' };
beforeAll(async () => {
  api = await startTestApi({ clock: FixedClock.at('2019-03-19T10:00:00+01:00') });
  f = new Forloeb(api);
  // Aware on 1 November: due 1 March, 18 days ago.
  const forfalden = async (navn: string, til: { sagsbehandler: string; team?: string }): Promise<string> => {
    const { sagId } = await f.sag(`${navn} Testesen`, '2018-10-01', til);
    await f.bfu(sagId, '2018-11-01', til.sagsbehandler);
    return sagId;
  };
  sager.syd = await forfalden('Syd', { sagsbehandler: 'sb01', team: 'syd' });
  sager.nord = await forfalden('Nord', { sagsbehandler: 'sb02', team: 'nord' });
  sager.udenTeam = await forfalden('Uden Team', { sagsbehandler: 'sb03' });
  sager.ingens = (await f.sag('Ingens Testesen', '2019-03-01')).sagId;
}, 60_000);
afterAll(() => api.stop());

interface Svar {
  readonly advis: readonly { readonly sagId: string | null }[];
  readonly andreTeams: readonly { readonly team: string; readonly antal: number }[];
}
const hent = async (sti: string, teams: readonly string[] | undefined) => {
  const hvem = { bruger: 'tl01', kommune: REBILD, roller: ['teamleder'] } as const;
  const token = await api.issuer.token({ ...hvem, ...(teams === undefined ? {} : { teams }) });
  const svar = await api.request.get(`/v1${sti}`).set('Authorization', `Bearer ${token}`);
  expect([sti, svar.status]).toEqual([sti, 200]);
  return svar.body as Svar & { readonly teams: readonly string[] };
};
const alt = ['syd', 'nord', 'udenTeam', 'ingens'] as const;

test.each<{ teams: readonly string[] | undefined; valg: string; set: readonly string[]; andre: readonly object[] }>([
  { teams: undefined, valg: '', set: alt, andre: [] },
  { teams: [], valg: '', set: alt, andre: [] },
  { teams: ['syd'], valg: '', set: ['syd', 'udenTeam', 'ingens'], andre: [{ team: 'nord', antal: 1 }] },
  { teams: ['syd'], valg: '?eskaleret=true', set: ['syd', 'udenTeam', 'ingens'], andre: [{ team: 'nord', antal: 1 }] },
  { teams: ['syd'], valg: '?team=alle', set: alt, andre: [] },
  { teams: ['syd', 'nord'], valg: '', set: alt, andre: [] },
  { teams: ['syd'], valg: '?team=nord', set: ['nord'], andre: [] },
  // The token's name of the team is none of the cases': what is escalated is there to be seen all the same, counted.
  {
    ...{ teams: ['Sydteamet'], valg: '', set: ['udenTeam', 'ingens'] },
    andre: [
      { team: 'nord', antal: 1 },
      { team: 'syd', antal: 1 },
    ],
  },
])('SEL § 50: lederen af $teams ser $set ($valg)', async ({ teams, valg, set, andre }) => {
  const svar = await hent(`/advis${valg}`, teams);
  expect(alt.filter((navn) => svar.advis.some(({ sagId }) => sagId === sager[navn]))).toEqual(set);
  expect(svar.andreTeams).toEqual(andre);
});

test('team=alle er lederens; en sagsbehandler får 403, og hvilke teams tokenet nævner, siges af /mig', async () => {
  expect((await f.get('sb01', '/advis?team=alle')).status).toBe(403);
  expect((await f.get('sb01', '/advis')).body.andreTeams).toEqual([]);
  expect((await hent('/mig', ['syd'])).teams).toEqual(['syd']);
  expect((await hent('/mig', undefined)).teams).toEqual([]);
});
