import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, type ExecuteCommand } from '../../src/platform/commands/command.js';
import { ReactorRunner } from '../../src/platform/reactor/reactor-runner.js';
import { AALBORG, startTestApi, type TestApi } from '../../src/platform/testing/api.js';
import { sagsstyringRegistration } from '../../src/sagsstyring/sagsstyring.public.js';
import { Forloeb } from './forloeb.js';

/** A caseworker leaves: the whole caseload is handed over, case by case, and nothing is left behind. 2019-03-19 10:00. */
let api: TestApi;
let f: Forloeb;
const reaktorer: ReactorRunner[] = [];

beforeAll(async () => {
  api = await startTestApi();
  f = new Forloeb(api);
});
afterEach(() => Promise.all(reaktorer.splice(0).map((runner) => runner.stop())));
afterAll(() => api.stop());

interface Post {
  readonly sagId: string;
  readonly status: string;
  readonly til: string | null;
  readonly overdragelseId: string | null;
  readonly aarsag: string | null;
  readonly nytilkommet: boolean;
  readonly aabneUnderretninger: readonly string[];
}
interface Visning {
  readonly fase: string;
  readonly fremdrift: { ialt: number; foreslaaet: number; sprungetOver: number; resterer: number };
  readonly udenAccepteretModtager: readonly string[];
  readonly sager: readonly Post[];
  readonly underretninger: readonly { underretningId: string }[];
}

/** What runs beside the API in a server; `hoejst` stands for a server that dies after so many cases. */
async function start(hoejst = Number.POSITIVE_INFINITY): Promise<ReactorRunner> {
  const bus = api.app.get(CommandBus, { strict: false });
  let sendt = 0;
  const runner = new ReactorRunner({
    store: api.store,
    pool: api.platform.pool,
    reactors: sagsstyringRegistration.reactors ?? [],
    send: (command) => {
      sendt += 1;
      if (sendt > hoejst) throw new Error('the server is gone');
      return bus.execute<ExecuteCommand, CommandResult>(command);
    },
    log: { log: () => undefined, warn: () => undefined, error: () => undefined },
    pollMs: 20,
  });
  reaktorer.push(runner);
  await runner.start();
  return runner;
}

async function vis(id: string): Promise<Visning> {
  const svar = await f.get('tl01', `/fratraedelser/${id}`);
  expect(svar.status).toBe(200);
  return svar.body as Visning;
}

async function until(id: string, opfyldt: (v: Visning) => boolean): Promise<Visning> {
  for (;;) {
    const v = await vis(id);
    if (opfyldt(v)) return v;
  }
}

async function stamme(bruger: string, antal: number, team: string): Promise<readonly string[]> {
  const sager: string[] = [];
  for (let nr = 0; nr < antal; nr += 1)
    sager.push((await f.sag(`${bruger} ${String(nr)} Testesen`, '2019-01-01', { sagsbehandler: bruger, team })).sagId);
  return sager;
}

test('Hele sagsstammen overdrages: forslag, udsendelse der tåler afbrydelse, svar, afslag og afslutning', async () => {
  const [a = '', b = '', c = '', d = ''] = await stamme('sb01', 4, 'boerne');
  await stamme('sb02', 1, 'boerne');
  const { underretningId } = await f.underret('Uden Sag Testesen', '2019-03-18T10:00:00+01:00');
  await f.akutvurder(underretningId, '2019-03-18T11:00:00+01:00', {}, 'sb01');

  const { fratraedelseId: id = '' } = await f.post('tl01', '/fratraedelser', {
    ...{ sagsbehandler: 'sb01', sidsteDag: '2019-03-31' },
    modtagere: [
      { sagsbehandler: 'sb02', team: 'boerne' },
      { sagsbehandler: 'sb03', team: 'boerne' },
    ],
  });
  // sb02 has one case and sb03 none: sb03, then in turn with the one named first.
  expect(await vis(id)).toMatchObject({
    fase: 'kladde',
    fremdrift: { ialt: 4, foreslaaet: 0, resterer: 4 },
    udenAccepteretModtager: [a, b, c, d],
    sager: [
      { sagId: a, status: 'foreslaaet', til: 'sb03' },
      { sagId: b, status: 'foreslaaet', til: 'sb02' },
      { sagId: c, status: 'foreslaaet', til: 'sb03' },
      { sagId: d, status: 'foreslaaet', til: 'sb02' },
    ],
    underretninger: [{ underretningId }],
  });
  expect((await f.get('sb02', '/sager?overdragesTil=sb02')).body.poster).toEqual([]);

  // The leader changes one proposal, and one case is closed in the meantime.
  await f.post('tl01', `/fratraedelser/${id}/modtagere`, { sagId: a, til: 'sb04' });
  await f.post('sb01', `/sager/${d}/lukning`, { lukket: '2019-03-19', begrundelse: 'Formålet er nået.' });
  const doed = await start(2);
  await f.post('tl01', `/fratraedelser/${id}/udsendelse`, {});
  const afbrudt = await until(id, ({ fremdrift }) => fremdrift.foreslaaet === 2);
  expect(afbrudt).toMatchObject({
    fase: 'udsendt',
    sager: [
      { status: 'afventer-svar' },
      { status: 'afventer-svar' },
      { status: 'under-udsendelse' },
      { status: 'lukket' },
    ],
  });
  await doed.stop();
  await start();
  const faerdig = await until(id, ({ fremdrift }) => fremdrift.resterer === 0);
  expect(faerdig.fremdrift).toEqual({ ialt: 4, foreslaaet: 3, sprungetOver: 1, resterer: 0 });
  for (const [sagId, til] of [
    [a, 'sb04'],
    [b, 'sb02'],
    [c, 'sb03'],
  ] as const) {
    const sag = (await f.get('tl01', `/sager/${sagId}`)).body as {
      sagsbehandler: string;
      overdragelser: { til: string; notat: string }[];
    };
    expect(sag).toMatchObject({
      sagsbehandler: 'sb01',
      overdragelser: [{ til, notat: expect.stringContaining(`/v1/sager/${sagId}/resume`) }],
    });
    expect(sag.overdragelser).toHaveLength(1);
  }

  // Two accept, one says no: the case goes back to the leader, and sb01 still has it.
  const svar = (sagId: string) => faerdig.sager.find((s) => s.sagId === sagId)?.overdragelseId ?? '';
  await f.post('sb04', `/sager/${a}/overdragelser/${svar(a)}/accept`, { accepteret: '2019-03-19' });
  await f.post('sb03', `/sager/${c}/overdragelser/${svar(c)}/accept`, { accepteret: '2019-03-19' });
  await f.post('sb02', `/sager/${b}/overdragelser/${svar(b)}/afvisning`, {
    begrundelse: 'Jeg kender familien privat.',
    afvist: '2019-03-19',
  });
  const efter = await vis(id);
  expect(efter.udenAccepteretModtager).toEqual([b]);
  expect(efter.sager[1]).toMatchObject({ status: 'afvist', aarsag: 'Jeg kender familien privat.' });
  expect((await f.get('tl01', '/advis?team=boerne&eskaleret=true')).body.advis).toMatchObject([
    { sagId: b, emne: 'fratraedelse', eskaleret: 'modtager-afslog', sagsbehandler: 'sb01' },
  ]);
  const forTidligt = await f.proev('tl01', `/fratraedelser/${id}/afslutning`, {});
  expect([forTidligt.status, forTidligt.body.mangler]).toEqual([422, [b]]);

  // A new case has come to the one who leaves: it is on the list by itself.
  const [ny = ''] = await stamme('sb01', 1, 'boerne');
  expect((await vis(id)).sager.at(-1)).toMatchObject({ sagId: ny, status: 'uden-modtager', nytilkommet: true });
  for (const sagId of [b, ny]) await f.post('tl01', `/fratraedelser/${id}/modtagere`, { sagId, til: 'sb05' });
  const igen = await vis(id);
  expect(igen.sager.filter(({ status }) => status === 'afventer-svar').map(({ sagId }) => sagId)).toEqual([b, ny]);
  for (const { sagId, overdragelseId } of igen.sager.filter(({ status }) => status === 'afventer-svar'))
    await f.post('sb05', `/sager/${sagId}/overdragelser/${overdragelseId ?? ''}/accept`, { accepteret: '2019-03-19' });
  expect((await vis(id)).udenAccepteretModtager).toEqual([]);
  expect((await f.proev('tl01', `/fratraedelser/${id}/afslutning`, {})).status).toBe(201);
  expect((await f.get('tl01', '/fratraedelser?fase=afsluttet')).body.poster).toMatchObject([
    { fratraedelseId: id, sagsbehandler: 'sb01', antalSager: 4 },
  ]);
});

test('En sag, der er hos en anden eller på vej dertil, springes over med grunden og standser ikke de andre', async () => {
  const [a = '', b = '', c = ''] = await stamme('sb11', 3, 'unge');
  await f.post('sb11', `/sager/${a}/overdragelser`, {
    til: 'sb12',
    notat: 'Aftalt på mødet.',
    foreslaaet: '2019-03-18',
  });
  const { fratraedelseId: id = '' } = await f.post('tl01', '/fratraedelser', {
    ...{ sagsbehandler: 'sb11', sidsteDag: '2019-04-30', modtagere: [{ sagsbehandler: 'sb13' }] },
  });
  await f.post('tl01', `/sager/${c}/tildeling`, { sagsbehandler: 'sb12', tildelt: '2019-03-19' });
  await start();
  await f.post('tl01', `/fratraedelser/${id}/udsendelse`, {});
  const v = await until(id, ({ fremdrift }) => fremdrift.resterer === 0);
  expect(v.sager).toMatchObject([
    { sagId: a, status: 'afventer-svar', til: 'sb12', aarsag: expect.stringContaining('venter på svar') },
    { sagId: b, status: 'afventer-svar', til: 'sb13', aarsag: null },
    { sagId: c, aarsag: 'Sagen er ikke længere hos sb11.' },
  ]);
});

test('Uden kandidater kan intet sendes ud, og svaret siger, hvilke sager der mangler', async () => {
  const [a = ''] = await stamme('sb14', 1, 'unge');
  const { fratraedelseId: id = '' } = await f.post('tl01', '/fratraedelser', {
    sagsbehandler: 'sb14',
    sidsteDag: '2019-04-30',
    modtagere: [],
  });
  const svar = await f.proev('tl01', `/fratraedelser/${id}/udsendelse`, {});
  expect([svar.status, svar.body.mangler]).toEqual([422, [a]]);
  const igen = await f.proev('tl01', '/fratraedelser', {
    sagsbehandler: 'sb14',
    sidsteDag: '2019-05-31',
    modtagere: [],
  });
  expect([igen.status, igen.body.type]).toEqual([409, expect.stringContaining('fratraedelse-findes')]);
  expect((await f.proev('tl01', `/fratraedelser/${id}/modtagere`, { sagId: id, til: 'sb02' })).status).toBe(404);
});

test('Den, der er fratrådt, får ingen sager, og en sag, der alligevel står hos en, der er gået, er straks lederens', async () => {
  const [lukket = '', aaben = ''] = await stamme('sb31', 2, 'fra');
  const [indgaaende = ''] = await stamme('sb32', 1, 'fra');
  await f.post('sb31', `/sager/${lukket}/lukning`, { lukket: '2019-03-18', begrundelse: 'Formålet er nået.' });
  const { overdragelseId = '' } = await f.post('sb32', `/sager/${indgaaende}/overdragelser`, {
    ...{ til: 'sb31', notat: 'Læs planen.', foreslaaet: '2019-03-18' },
  });
  const ny = { sagsbehandler: 'sb31', sidsteDag: '2019-03-18', modtagere: [{ sagsbehandler: 'sb33' }] };
  const { fratraedelseId: id = '' } = await f.post('tl01', '/fratraedelser', ny);
  // The last day was yesterday and nothing was sent out: what is still with the leaver is the team leader's at once.
  const eskaleret = async (sagId: string) =>
    ((await f.get('tl05', '/advis?eskaleret=true')).body as { advis: { sagId: string }[] }).advis.find(
      (a) => a.sagId === sagId,
    );
  expect(await eskaleret(aaben)).toMatchObject({ emne: 'fratraedelse', eskaleret: 'sagsbehandler-fratraadt' });
  await f.post('sb31', `/sager/${aaben}/lukning`, { lukket: '2019-03-19', begrundelse: 'Formålet er nået.' });

  expect((await f.get('tl01', `/fratraedelser/${id}`)).body).toMatchObject({ indgaaendeOverdragelser: [indgaaende] });
  const afslut = () => f.proev('tl01', `/fratraedelser/${id}/afslutning`, {});
  const venter = await afslut();
  expect([venter.status, venter.body.mangler]).toEqual([422, [indgaaende]]);
  const accept = await f.proev('sb31', `/sager/${indgaaende}/overdragelser/${overdragelseId}/accept`, {
    accepteret: '2019-03-19',
  });
  expect([accept.status, accept.body.type]).toEqual([422, expect.stringContaining('modtager-fratraadt')]);
  await f.post('sb32', `/sager/${indgaaende}/overdragelser/${overdragelseId}/afvisning`, {
    ...{ begrundelse: 'sb31 fratræder.', afvist: '2019-03-19' },
  });
  expect((await afslut()).status).toBe(201);

  const { sagId: tredje } = await f.sag('Tredje Testesen', '2019-03-01');
  const tildel = { sagsbehandler: 'sb31', team: 'fra', tildelt: '2019-03-19' };
  const tildelt = await f.proev('tl01', `/sager/${tredje}/tildeling`, tildel);
  expect([tildelt.status, tildelt.body.type]).toEqual([422, expect.stringContaining('modtager-fratraadt')]);
  await f.post('tl01', `/sager/${lukket}/genaabning`, { genaabnet: '2019-03-19', begrundelse: 'Ny ansøgning.' });
  expect((await f.get('tl01', `/sager/${lukket}`)).body).toMatchObject({ tilstand: 'aaben', sagsbehandler: null });
  expect((await f.get('tl01', '/sager?sagsbehandler=sb31&tilstand=aaben')).body.poster).toEqual([]);
  expect(await eskaleret(lukket)).toMatchObject({ emne: 'tildeling', eskaleret: 'ingen-sagsbehandler' });
  const uden = (await f.get('tl01', '/ledelsestilsyn/lister?liste=uden-sagsbehandler')).body as {
    poster: { sagId: string }[];
  };
  expect(uden.poster.map(({ sagId }) => sagId)).toContain(lukket);

  // Come back: withdrawn, and then the case may be assigned again; finished or withdrawn, it may be prepared anew.
  await f.post('tl01', `/fratraedelser/${id}/tilbagetraekning`, { begrundelse: 'Er ansat igen.' });
  await f.post('tl01', `/sager/${tredje}/tildeling`, tildel);
  expect(await f.post('tl01', '/fratraedelser', ny)).toMatchObject({ fratraedelseId: id });
  expect(await vis(id)).toMatchObject({ fase: 'kladde', sager: [{ sagId: tredje, til: 'sb33' }] });
});

test('Vælges en ny modtager, mens den gamle ikke har svaret, foreslås den nye straks', async () => {
  const [a = ''] = await stamme('sb41', 1, 'skift');
  const { fratraedelseId: id = '' } = await f.post('tl01', '/fratraedelser', {
    ...{ sagsbehandler: 'sb41', sidsteDag: '2019-04-30', modtagere: [{ sagsbehandler: 'sb42' }] },
  });
  await start();
  await f.post('tl01', `/fratraedelser/${id}/udsendelse`, {});
  await until(id, ({ fremdrift }) => fremdrift.resterer === 0);
  const samme = await f.proev('tl01', `/fratraedelser/${id}/modtagere`, { sagId: a, til: 'sb42' });
  expect([samme.status, samme.body.type]).toEqual([409, expect.stringContaining('overdragelse-aaben')]);
  await f.post('tl01', `/fratraedelser/${id}/modtagere`, { sagId: a, til: 'sb43' });
  expect((await vis(id)).sager).toMatchObject([{ sagId: a, status: 'afventer-svar', til: 'sb43', aarsag: null }]);
  expect((await f.get('tl01', `/sager/${a}`)).body).toMatchObject({
    overdragesTil: 'sb43',
    overdragelser: [
      { til: 'sb42', svar: 'afvist' },
      { til: 'sb43', svar: 'afventer' },
    ],
  });
});

test('Kun en teamleder i kommunen kan se og gøre det, og hvert barn på listen står i adgangsloggen', async () => {
  const [sagId = ''] = await stamme('sb15', 1, 'unge');
  const { fratraedelseId: id = '' } = await f.post('tl01', '/fratraedelser', {
    sagsbehandler: 'sb15',
    sidsteDag: '2019-04-30',
    modtagere: [],
  });
  expect((await f.get('sb15', `/fratraedelser/${id}`)).status).toBe(403);
  const nabo = await api.request
    .get(`/v1/fratraedelser/${id}`)
    .set('Authorization', await api.token('n', AALBORG, ['teamleder']));
  expect(nabo.status).toBe(404);
  await vis(id);
  const log = await api.request
    .get('/v1/revision/adgangslog?graense=20')
    .set('Authorization', await api.token('re01', 840, ['revisor']));
  expect((log.body as { poster: { rute: string; sagId: string | null }[] }).poster).toContainEqual(
    expect.objectContaining({ rute: 'GET /v1/fratraedelser/:id', sagId }),
  );
});
