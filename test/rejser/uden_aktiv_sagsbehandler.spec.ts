import { Rejse } from './rejse.js';

/**
 * A case with a name on it and nobody behind the name: the list says who, why, and since when the child has had nobody – not
 * since the case was opened, and not before it was so. Day 0 is 2025-03-03.
 */
interface Post {
  readonly sagId: string;
  readonly siden: string;
  readonly dage: number;
  readonly tekst: string;
}
let rejse: Rejse;
const sager = { fratraadt: '', aldrig: '', modtager: '', leder: '', skiftet: '' };
beforeAll(async () => {
  rejse = await Rejse.begynd('2025-03-03');
  rejse.naar(0);
  const sag = async (sagsbehandler: string): Promise<string> => {
    const { sagId } = await rejse.send('tl01', '/sager', {
      ...{
        barn: { navn: `${sagsbehandler} Testesen` },
        omraade: 'social',
        grund: 'ansoegning',
        oprettet: rejse.dag(0),
      },
    });
    await tildel(String(sagId), sagsbehandler, 0);
    return String(sagId);
  };
  const tildel = (sagId: string, sagsbehandler: string, dag: number) =>
    rejse.send('tl01', `/sager/${sagId}/tildeling`, { sagsbehandler, team: 'boerne', tildelt: rejse.dag(dag) });
  const skriv = (bruger: string, sagId: string) =>
    rejse.send(bruger, `/sager/${sagId}/notater`, {
      ...{ emne: 'Opkald', tekst: 'Talt med skolen.', oplyst: rejse.kl(0, '09:00') },
    });
  sager.fratraadt = await sag('sb01');
  sager.aldrig = await sag('sb02');
  sager.modtager = await sag('mo01');
  sager.leder = await sag('tl01');
  sager.skiftet = await sag('sb01');
  await skriv('sb01', sager.fratraadt);
  // The reception writes that a notification has come, and does no casework.
  await rejse.send('mo01', '/underretninger', {
    ...{ barn: { navn: 'Anden Testesen' }, modtaget: rejse.kl(0, '09:00'), form: 'telefonisk', beskrivelse: 'Bange.' },
    ...{ underretter: { anonym: true, kode: '8' }, aarsagKoder: ['UDSLAG14'] },
  });
  rejse.naar(5);
  await tildel(sager.skiftet, 'sb02', 5);
  await rejse.send('tl01', '/fratraedelser', {
    ...{ sagsbehandler: 'sb01', sidsteDag: rejse.dag(20), modtagere: [{ sagsbehandler: 'sb02', team: 'boerne' }] },
  });
  rejse.naar(40);
}, 60_000);
afterAll(() => rejse.api.stop());

const liste = async (dag: number) => {
  const svar = await rejse.hent('tl01', `/ledelsestilsyn/lister?liste=uden-aktiv-sagsbehandler&pr=${rejse.dag(dag)}`);
  return new Map((svar['poster'] as readonly Post[]).map((p) => [p.sagId, p]));
};

test('En fratrådt: fra dagen efter den sidste dag, og siden den', async () => {
  expect((await liste(20)).has(sager.fratraadt)).toBe(false);
  expect((await liste(21)).get(sager.fratraadt)).toMatchObject({
    ...{ siden: rejse.dag(20), dage: 1, tekst: `Sagsbehandleren er fratrådt; sidste dag var ${rejse.dag(20)}` },
  });
});

test('En, der aldrig har skrevet noget: siden den dag, vedkommende fik sagen', async () => {
  expect((await liste(30)).get(sager.aldrig)).toMatchObject({
    ...{ siden: rejse.dag(0), dage: 30, tekst: 'Sagsbehandleren har aldrig skrevet noget i systemet' },
  });
  // It was another's until day 5, who had written.
  expect((await liste(4)).has(sager.skiftet)).toBe(false);
  expect((await liste(30)).get(sager.skiftet)).toMatchObject({ siden: rejse.dag(5), dage: 25 });
});

test('En, der kun har skrevet i en anden rolle, er ingen sagsbehandler; en teamleder kan være det', async () => {
  expect((await liste(30)).get(sager.modtager)).toMatchObject({
    ...{ siden: rejse.dag(0), dage: 30 },
    tekst: 'Sagsbehandleren har kun skrevet som modtagelse, aldrig som sagsbehandler eller teamleder',
  });
  expect((await liste(30)).has(sager.leder)).toBe(false);
});

test('Det, der længst har været uden, står først', async () => {
  const poster = [...(await liste(30)).values()];
  expect(poster.map(({ dage }) => dage)).toEqual([30, 30, 25, 10]);
  expect(poster.slice(-2).map(({ sagId }) => sagId)).toEqual([sager.skiftet, sager.fratraadt]);
});
