import { AALBORG, REBILD, startTestApi, type TestApi } from '../../src/platform/testing/api.js';
import { Forloeb } from './forloeb.js';

/** Oversight across caseloads, and audits of random samples, through HTTP, at 2019-03-19 10:00 (serviceloven). */
let api: TestApi;
let f: Forloeb;
/** What the whole file is about: made once, read by all. */
const sager: Record<'rolig' | 'overskredet' | 'glemt' | 'ingens' | 'udenPlan' | 'afsluttet' | 'indsats', string> = {
  ...{ rolig: '', overskredet: '', glemt: '', ingens: '', udenPlan: '', afsluttet: '', indsats: '' },
};

beforeAll(async () => {
  api = await startTestApi();
  f = new Forloeb(api);
  const boerne = (sagsbehandler: string) => ({ sagsbehandler, team: 'boerne' });
  sager.rolig = (await f.sag('Rolig Testesen', '2019-03-01', boerne('sb01'))).sagId;
  // Aware on 1 November: due 1 March, not finished.
  sager.overskredet = (await f.sag('Overskredet Testesen', '2018-11-01', boerne('sb01'))).sagId;
  await f.bfu(sager.overskredet, '2018-11-01');
  // Nothing since 18 January is 60 days on 19 March.
  sager.glemt = (await f.sag('Glemt Testesen', '2019-01-18', { sagsbehandler: 'sb02', team: 'unge' })).sagId;
  sager.ingens = (await f.sag('Ingens Testesen', '2019-03-10')).sagId;
  // Granted because it could not wait, without a plan: serviceloven wants one within four months.
  sager.udenPlan = (await f.sag('Uden Plan Testesen', '2018-12-01', { sagsbehandler: 'sb02', team: 'unge' })).sagId;
  const { indsatsId = '' } = await f.post('tl01', `/sager/${sager.udenPlan}/indsatser`, {
    ...{
      indsatskode: 'familiebehandling',
      maalgruppe: 'familie',
      afgoerelseDato: '2018-12-01',
      forventetStart: '2018-12-05',
    },
    ...{
      forventetVarighedMaaneder: 6,
      prisOere: 100_000,
      prisEnhed: 'maaned',
      samtykkeDato: '2018-11-30',
      formaal: 'Ro.',
    },
    ...{
      planUndtagelse: 'Kan ikke vente.',
      overtaget: 'Bevilget i fraflytningskommunen.',
      boernesamtale: { dato: '2018-11-30' },
      begrundelse: 'Akut.',
      barnetsHoldning: 'Ja.',
    },
  });
  await f.post('sb02', `/indsatser/${indsatsId}/ivaerksaettelse`, { dato: '2018-12-05' });
  sager.indsats = indsatsId;
  // Finished in time: aware 1 September, due 1 January, approved 15 October; heard, the parties heard.
  sager.afsluttet = (await f.sag('Afsluttet Testesen', '2018-09-01', boerne('sb03'))).sagId;
  await f.afslutBfu(await f.bfu(sager.afsluttet, '2018-09-01'), '2018-10-01', '2018-10-10', '2018-10-15');
}, 60_000);
afterAll(() => api.stop());

async function hent<T>(bruger: string, sti: string): Promise<T> {
  const svar = await f.get(bruger, sti);
  expect([bruger, sti, svar.status]).toEqual([bruger, sti, 200]);
  return svar.body as T;
}
interface Oversigt {
  readonly position: number;
  readonly sagsstammer: readonly { nr: number; sagsbehandler: string | null; utildelt: boolean; aabneSager: number }[];
}
interface Liste {
  readonly ialt: number;
  readonly kanSes: boolean;
  readonly poster: readonly { sagId: string | null; siden: string; dage: number; tekst: string }[];
}
const liste = (navn: string, mere = '') => hent<Liste>('tl01', `/ledelsestilsyn/lister?liste=${navn}${mere}`);
const paa = ({ poster }: Liste) => poster.map(({ sagId }) => sagId);

test('Overblikket viser hver sagsbehandlers stamme; central ledelse ser tallene uden navne', async () => {
  const { sagsstammer } = await hent<Oversigt>('tl01', '/ledelsestilsyn/sagsstammer');
  // sb01 and sb02 have two cases and one overdue deadline each; the first follow-up of sb02 was due on 5 March.
  expect(sagsstammer).toMatchObject([
    {
      ...{ nr: 1, sagsbehandler: 'sb01', teams: ['boerne'], aabneSager: 2, overskredneFrister: 1 },
      ...{ laengstOverskredetDage: 18, aeldsteAktivitet: '2018-11-01', sagerUdenAktivitet: 1 },
    },
    {
      ...{ nr: 2, sagsbehandler: 'sb02', teams: ['unge'], aabneSager: 2, overskredneFrister: 1, sagerUdenAktivitet: 2 },
      ...{ laengstOverskredetDage: 14, aeldsteAktivitet: '2018-12-05', sagerUdenPlan: 0, sagerUdenOpfoelgning: 1 },
    },
    { nr: 3, sagsbehandler: null, utildelt: true, aabneSager: 1 },
    { nr: 4, sagsbehandler: 'sb03', aabneSager: 1, overskredneFrister: 0, aeldsteAktivitet: '2018-10-15' },
  ]);
  const centralt = await hent<Oversigt>('ad01', '/ledelsestilsyn/sagsstammer');
  expect(centralt.sagsstammer.map((s) => ({ ...s, sagsbehandler: null }))).toEqual(
    sagsstammer.map((s) => ({ ...s, sagsbehandler: null })),
  );
  expect(centralt.sagsstammer.every(({ sagsbehandler }) => sagsbehandler === null)).toBe(true);
  const unge = await hent<Oversigt>('tl01', '/ledelsestilsyn/sagsstammer?team=unge');
  expect(unge.sagsstammer.map(({ sagsbehandler }) => sagsbehandler)).toEqual(['sb02']);
});

test('Overblikket er det, der var kendt, og sagen var dens, der havde den på dagen', async () => {
  const dengang = await hent<Oversigt>(
    'tl01',
    `/ledelsestilsyn/sagsstammer?kendtPr=${encodeURIComponent('2019-01-01T00:00:00Z')}`,
  );
  expect(dengang.sagsstammer).toEqual([]);
  const december = await hent<Oversigt>('tl01', '/ledelsestilsyn/sagsstammer?pr=2018-11-30');
  expect(december.sagsstammer.map(({ sagsbehandler, aabneSager }) => [sagsbehandler, aabneSager])).toEqual([
    ['sb01', 1],
    ['sb03', 1],
  ]);
});

test('Listerne viser de sager, der skal ses på, de ældste først', async () => {
  expect(paa(await liste('uden-aktivitet'))).toEqual([sager.afsluttet, sager.overskredet, sager.udenPlan, sager.glemt]);
  expect(paa(await liste('uden-aktivitet', '&dage=100'))).toEqual([sager.afsluttet, sager.overskredet, sager.udenPlan]);
  expect(await liste('uden-sagsbehandler')).toMatchObject({
    ialt: 1,
    poster: [{ sagId: sager.ingens, siden: '2019-03-10', dage: 9 }],
  });
  // sb03 was given a case and has done nothing; sb01 and sb02 have.
  expect(await liste('uden-aktiv-sagsbehandler')).toMatchObject({
    poster: expect.arrayContaining([
      expect.objectContaining({ sagId: sager.afsluttet, tekst: expect.stringContaining('aldrig skrevet noget') }),
    ]),
  });
  expect(paa(await liste('uden-aktiv-sagsbehandler'))).not.toContain(sager.udenPlan);
  expect(paa(await liste('uden-aktiv-sagsbehandler'))).not.toContain(sager.overskredet);
  expect(await liste('overskredne-frister')).toMatchObject({
    ialt: 2,
    poster: [
      { sagId: sager.overskredet, siden: '2019-03-01', dage: 18, hjemmel: 'SEL § 50' },
      { sagId: sager.udenPlan, siden: '2019-03-05', dage: 14, hjemmel: 'SEL § 70' },
    ],
  });
  expect(await liste('indsats-uden-plan')).toMatchObject({
    poster: [{ sagId: sager.udenPlan, tekst: expect.stringContaining('undtagelsen er begrundet') }],
  });
  expect(await liste('overskredne-frister', '&team=unge')).toMatchObject({ ialt: 1 });
  expect(await liste('overskredne-frister', '&graense=1')).toMatchObject({
    ialt: 2,
    poster: [{ sagId: sager.overskredet }],
  });
  // Visits are followed by events, so an empty list says that none is late.
  expect(await liste('uden-tilsynsbesoeg')).toMatchObject({ ialt: 0, kanSes: true });
  // The measure's child has no CPR number and no parent.
  const tilbage = await liste('indberetning-tilbageholdt');
  expect(tilbage.poster.every(({ sagId }) => sagId === sager.udenPlan)).toBe(true);
  expect(tilbage.poster.map(({ tekst }) => tekst)).toContainEqual(expect.stringContaining('2019M02, REL-01'));
});

test('Nøgletallene er i alt og pr. team: hvad der forfaldt i perioden, og hvor meget der blev gjort', async () => {
  interface Tal {
    readonly ialt: Record<string, { rettidige: number; forfaldne: number; procent: number | null }>;
    readonly teams: readonly (Record<string, { procent: number | null }> & { team: string | null })[];
  }
  const tal = await hent<Tal>('tl01', '/ledelsestilsyn/noegletal?fra=2019-01-01&til=2019-03-19');
  // Two investigations fell due (1 January and 1 March): the first was finished in October. One first follow-up: not held.
  expect(tal.ialt).toMatchObject({
    M09c: { rettidige: 1, forfaldne: 2, procent: 50 },
    M12a: { rettidige: 0, forfaldne: 1, procent: 0 },
    M20: { procent: null },
  });
  expect(tal.teams.map(({ team, M09c, M12a }) => [team, M09c?.procent, M12a?.procent])).toEqual([
    ['boerne', 50, null],
    ['unge', null, 0],
  ]);
  const efteraar = await hent<Tal>('tl01', '/ledelsestilsyn/noegletal?fra=2018-10-01&til=2018-12-31');
  // Two decisions demand that the child is heard: the investigation of October and the measure of December.
  expect(efteraar.ialt['M21']).toEqual({ rettidige: 2, forfaldne: 2, procent: 100, undladt: 0 });
  expect((await f.get('tl01', '/ledelsestilsyn/noegletal?fra=2019-02-01&til=2019-01-01')).status).toBe(400);
});

interface Revision {
  readonly seed: string;
  readonly position: number;
  readonly populationsantal: number;
  readonly sager: readonly {
    readonly sagId: string;
    readonly svar: readonly {
      spoergsmaalId: string;
      vaerdi: string;
      kilde: string;
      tekst: string | null;
      af: string | null;
    }[];
    readonly ubesvarede: readonly { id: string }[];
  }[];
}
const anmodning = (mere: object = {}) => ({
  ...{ betegnelse: 'tilsyn-2019-k1', periode: { fra: '2018-10-01', til: '2019-03-19' }, seed: 'k1' },
  udtraeksregel: { population: 'aktive-i-perioden', antal: 6 },
  ...mere,
});

test('En stikprøve trækkes, hændelserne svarer på det, de kan, personer på resten, og procenterne følger definitionen', async () => {
  const { revisionId: id = '' } = await f.post('tl01', '/ledelsestilsyn/revisioner', anmodning());
  const revision = await hent<Revision>('tl01', `/ledelsestilsyn/revisioner/${id}`);
  expect([revision.populationsantal, revision.sager.length]).toEqual([6, 6]);
  const svar = (sagId: string) =>
    Object.fromEntries(
      revision.sager.find((s) => s.sagId === sagId)?.svar.map((s) => [s.spoergsmaalId, s.vaerdi]) ?? [],
    );
  expect(svar(sager.overskredet)).toMatchObject({
    'bfu-til-tiden': 'nej',
    'boernesamtale-holdt': 'ikke-relevant',
    'klagevejledning-sendt': 'kan-ikke-ses',
  });
  expect(svar(sager.afsluttet)).toMatchObject({
    'bfu-til-tiden': 'ja',
    'boernesamtale-holdt': 'ja',
    'partshoering-gjort': 'ja',
  });
  expect(svar(sager.udenPlan)).toMatchObject({
    'opfoelgning-til-tiden': 'nej',
    'plan-til-tiden': 'ikke-relevant',
    'boernesamtale-holdt': 'ja',
  });
  expect(new Set(Object.values(svar(sager.rolig)))).toEqual(new Set(['ikke-relevant']));
  const tilPersoner = ['begrundelse-fyldestgoerende', 'barnets-holdning-brugt', 'proportionalitet'];
  const ubesvaret = (sagId: string) => revision.sager.find((s) => s.sagId === sagId)?.ubesvarede.map((s) => s.id);
  expect(ubesvaret(sager.rolig)).toEqual(tilPersoner);
  // What the log cannot show is put to a person too.
  expect(new Set(ubesvaret(sager.overskredet))).toEqual(new Set([...tilPersoner, 'klagevejledning-sendt']));

  const tidligt = await f.proev('tl01', `/ledelsestilsyn/revisioner/${id}/afslutning`, {});
  expect([tidligt.status, tidligt.body.mangler?.length]).toEqual([422, 20]);
  const svarer = (sagId: string, spoergsmaalId: string, vaerdi: string, mere: object = {}) =>
    f.proev('tl01', `/ledelsestilsyn/revisioner/${id}/svar`, { sagId, spoergsmaalId, vaerdi, ...mere });
  expect((await svarer(sager.afsluttet, 'bfu-til-tiden', 'nej', { bemaerkning: 'Tror jeg.' })).status).toBe(409);
  expect((await svarer(sager.afsluttet, 'proportionalitet', 'nej')).status).toBe(422);
  for (const { sagId, ubesvarede } of revision.sager)
    for (const { id: spoergsmaalId } of ubesvarede)
      expect(
        (await svarer(sagId, spoergsmaalId, sagId === sager.udenPlan ? 'nej' : 'ja', { bemaerkning: 'Læst.' })).status,
      ).toBe(201);
  // The reader of the paper file can say what the log cannot.
  expect(
    (await svarer(sager.overskredet, 'klagevejledning-sendt', 'ja', { bemaerkning: 'Brev af 2. november.' })).status,
  ).toBe(201);
  const efter = await hent<Revision>('tl01', `/ledelsestilsyn/revisioner/${id}`);
  expect(efter.sager.find((s) => s.sagId === sager.overskredet)?.svar).toContainEqual({
    ...{
      spoergsmaalId: 'klagevejledning-sendt',
      vaerdi: 'ja',
      kilde: 'person',
      tekst: 'Brev af 2. november.',
      af: 'tl01',
    },
  });
  expect((await f.proev('tl01', `/ledelsestilsyn/revisioner/${id}/afslutning`, {})).status).toBe(201);
  expect((await svarer(sager.afsluttet, 'proportionalitet', 'ja')).status).toBe(409);

  interface Lovoverholdelse {
    readonly spoergsmaal: readonly { spoergsmaalId: string; ja: number; n: number; procent: number | null }[];
    readonly samletProcent: number | null;
    readonly antalSpoergsmaal: number;
  }
  const procenter = await hent<Lovoverholdelse>('ad01', `/ledelsestilsyn/revisioner/${id}/lovoverholdelse`);
  const om = (spoergsmaalId: string) => procenter.spoergsmaal.find((s) => s.spoergsmaalId === spoergsmaalId);
  // BFU: 1 of 2. Follow-up: 0 of 1. Interview: 2 of 2. Party hearing: 1 of 1. Appeal guidance: the one that was read is yes, of
  // the two others (a measure of December and no decision in the period for the one of September) one cannot be seen: 1 of 2.
  expect(om('bfu-til-tiden')).toMatchObject({ ja: 1, n: 2, procent: 50 });
  expect(om('opfoelgning-til-tiden')).toMatchObject({ ja: 0, n: 1, procent: 0 });
  expect(om('boernesamtale-holdt')).toMatchObject({ ja: 2, n: 2, procent: 100 });
  expect(om('partshoering-gjort')).toMatchObject({ ja: 1, n: 1, procent: 100 });
  expect(om('klagevejledning-sendt')).toMatchObject({ ja: 1, n: 2, procent: 50 });
  expect(om('vurderet-inden-24-timer')).toMatchObject({ n: 0, procent: null });
  // Each of the three questions for people: 5 of 6 = 83.33 %. (50 + 0 + 100 + 100 + 50 + 3 · 83.33) / 8 = 550 / 8 = 68.75.
  expect([procenter.samletProcent, procenter.antalSpoergsmaal]).toEqual([69, 8]);
});

test('Stikprøven kan trækkes igen af den gemte regel, frøet og positionen, også når sagerne er gået videre', async () => {
  const { revisionId: id = '' } = await f.post(
    'tl01',
    '/ledelsestilsyn/revisioner',
    anmodning({ udtraeksregel: { population: 'aktive-i-perioden', team: 'boerne', antal: 2 } }),
  );
  const foer = await hent<Revision>('tl01', `/ledelsestilsyn/revisioner/${id}`);
  expect([foer.populationsantal, foer.sager.length]).toEqual([3, 2]);
  for (const { sagId } of foer.sager)
    await f.post('tl01', `/sager/${sagId}/tildeling`, { sagsbehandler: 'sb09', team: 'unge', tildelt: '2019-03-19' });
  await f.sag('Ny Testesen', '2019-03-19', { sagsbehandler: 'sb01', team: 'boerne' });
  expect(await hent('tl01', `/ledelsestilsyn/revisioner/${id}/efterproevning`)).toEqual({
    ...{ revisionId: id, sammeSager: true, sammeSvar: true, forskelle: [] },
  });
  expect((await hent<{ poster: object[] }>('tl01', '/ledelsestilsyn/revisioner')).poster).toContainEqual(
    expect.objectContaining({ revisionId: id, antal: 2, populationsantal: 3, fase: 'i-gang' }),
  );
});

test('Man reviderer ikke sin egen sag, og adgangen følger rollerne; det, der ses om et barn, står i adgangsloggen', async () => {
  const regel = { population: 'aabne-ved-periodens-slutning', sagsbehandler: 'sb01', antal: 1 };
  await f.post('tl01', `/sager/${sager.rolig}/tildeling`, { sagsbehandler: 'tl02', tildelt: '2019-03-18' });
  await f.post('tl01', `/sager/${sager.rolig}/tildeling`, { sagsbehandler: 'sb01', tildelt: '2019-03-19' });
  const { revisionId: id = '' } = await f.post(
    'tl01',
    '/ledelsestilsyn/revisioner',
    anmodning({ udtraeksregel: { ...regel, antal: 50 } }),
  );
  const egen = await f.proev('tl02', `/ledelsestilsyn/revisioner/${id}/svar`, {
    sagId: sager.rolig,
    spoergsmaalId: 'proportionalitet',
    vaerdi: 'ja',
  });
  expect([egen.status, egen.body.paragraf]).toEqual([422, 'forvaltningsloven § 3']);
  for (const sti of [
    '/ledelsestilsyn/sagsstammer',
    `/ledelsestilsyn/revisioner/${id}`,
    '/ledelsestilsyn/lister?liste=uden-aktivitet',
  ])
    expect((await f.get('sb01', sti)).status).toBe(403);
  expect((await f.get('ad01', '/ledelsestilsyn/lister?liste=uden-aktivitet')).status).toBe(403);
  const nabo = await api.request
    .get(`/v1/ledelsestilsyn/revisioner/${id}`)
    .set('Authorization', await api.token('n', AALBORG, ['teamleder']));
  expect(nabo.status).toBe(404);
  const log = await api.request
    .get('/v1/revision/adgangslog?graense=200')
    .set('Authorization', await api.token('re01', REBILD, ['revisor']));
  const ruter = (log.body as { poster: { rute: string; sagId: string | null }[] }).poster
    .filter(({ sagId }) => sagId === sager.rolig)
    .map(({ rute }) => rute);
  expect(ruter).toEqual(expect.arrayContaining(['POST /v1/ledelsestilsyn/revisioner']));
  const journal = await hent<{ poster: { overskrift: string }[] }>('tl01', `/sager/${sager.rolig}/journal`);
  expect(journal.poster.map(({ overskrift }) => overskrift)).toContain('Sagen indgår i ledelsestilsyn');
});

test('Ingen sager passer: klart nej; ukendt frø laves af systemet og gemmes', async () => {
  const ingen = await f.proev(
    'tl01',
    '/ledelsestilsyn/revisioner',
    anmodning({ udtraeksregel: { population: 'aktive-i-perioden', team: 'findes-ikke', antal: 2 } }),
  );
  expect([ingen.status, ingen.body.type]).toEqual([422, expect.stringContaining('ingen-sager')]);
  const { seed: _seed, ...uden } = anmodning();
  const { revisionId: id = '' } = await f.post('tl01', '/ledelsestilsyn/revisioner', uden);
  expect((await hent<Revision>('tl01', `/ledelsestilsyn/revisioner/${id}`)).seed).toMatch(/^[0-9a-f-]{36}$/);
});

test('Det, der i virkeligheden skete tidligere, er ikke aktivitet siden; spurgt som kendt før rettelsen var det', async () => {
  const siden = async (mere = '') =>
    (await liste('uden-aktivitet', mere)).poster.find(({ sagId }) => sagId === sager.udenPlan)?.siden;
  expect(await siden()).toBe('2018-12-05');
  const { position } = await hent<Oversigt>('tl01', '/ledelsestilsyn/sagsstammer');
  const [sidste] = await api.store.readAt(REBILD, [position]);
  await f.post('sb02', `/indsatser/${sager.indsats}/ivaerksaettelse/rettelse`, {
    ...{ dato: '2018-12-03', begrundelse: 'Kontrakten viser den 3. december.' },
  });
  expect(await siden()).toBe('2018-12-03');
  expect(await siden(`&kendtPr=${encodeURIComponent(sidste?.registreret ?? '')}`)).toBe('2018-12-05');
});
