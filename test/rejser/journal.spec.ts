import { randomUUID } from 'node:crypto';
import { REBILD } from '../../src/platform/testing/api.js';
import { akutvurdering, type Krop, Rejse, temaer, underretning } from './rejse.js';

/** What is read of a child afterwards: the journal with its filters and pages, and who has read what. */
interface Linje {
  readonly position: number;
  readonly type: string;
  readonly kategori: string;
  readonly dato: string;
  readonly klokkeslaet: string | null;
  readonly aktoer: string;
  readonly sagId: string | null;
  readonly enkeltsagId: string | null;
  readonly hjemmel: string | null;
}

describe.each([
  { regime: 'SEL', foerste: '2019-01-14' },
  { regime: 'BL', foerste: '2026-01-12' },
])('Barnets journal og adgangslog ($regime)', ({ regime, foerste }) => {
  let rejse: Rejse;
  let barnId: string;
  let sagId: string;
  let bfuId: string;
  let indsatsId: string;
  let underretningId: string;

  /** From the notification to the investigation's conclusion, and an early measure beside it. */
  beforeAll(async () => {
    rejse = await Rejse.begynd(foerste);
    const { dag, kl } = { dag: (n: number) => rejse.dag(n), kl: (n: number, time: string) => rejse.kl(n, time) };
    rejse.naar(80);
    const barn = { cpr: '6102149995', navn: 'Alma Prøvesen' };
    const modtaget = await rejse.send('mo01', '/underretninger', underretning(kl(0, '23:30'), { barn }));
    [barnId, underretningId] = [String(modtaget['barnId']), String(modtaget['underretningId'])];
    const u = `/underretninger/${underretningId}`;
    await rejse.send('mo01', `${u}/akutvurdering`, akutvurdering(kl(1, '09:30')));
    await rejse.send('mo01', `${u}/kvittering`, { sendt: dag(2), maade: 'digital post' });
    const screening = { spor: 'bfu', screenet: kl(3, '10:00'), begrundelse: 'Flere forhold.' };
    sagId = String((await rejse.send('mo01', `${u}/screening`, screening))['sagId']);
    const sag = `/sager/${sagId}`;
    await rejse.send('tl01', `${sag}/tildeling`, { sagsbehandler: 'sb01', team: 'boerne', tildelt: dag(4) });
    const besluttet = { opmaerksomDato: dag(0), afgoerelseDato: dag(5), underretningId, begrundelse: 'Behov.' };
    bfuId = String((await rejse.send('sb01', `${sag}/undersoegelser`, besluttet))['bfuId']);
    const bfu = `/undersoegelser/${bfuId}`;
    await rejse.send('sb01', `${bfu}/temaer`, temaer(dag(10)));
    const samtale = { holdt: true, udenForaeldre: true, referat: 'Om skolen.', barnetsHoldning: 'Vil hentes.' };
    await rejse.send('sb01', `${bfu}/boernesamtaler`, { dato: dag(20), ...samtale });
    // Recorded after what happened later: the journal shows it where it belongs.
    await rejse.send('sb01', `${bfu}/foraeldresamtaler`, { dato: dag(15), referat: 'Om overskuddet.' });
    await rejse.send('sb01', `${bfu}/analyse`, {
      ...{ dato: dag(60), analyse: 'Samlet set mangler en voksen om morgenen.' },
      fund: [{ tema: 'skoleforhold', art: 'udfordring', tekst: 'Kommer for sent.' }],
    });
    await rejse.send('sb01', `${bfu}/konklusion`, {
      ...{ dato: dag(60), stoetteNoedvendig: true, indsatskoder: ['kontaktperson'], sideloebende: 'ingen' },
      ...{ konklusion: 'Behov for en kontaktperson.', barnetsHoldning: 'Enig.', foraeldresHoldning: 'Enige.' },
    });
    const tidlig = {
      ...{ indsatskode: 'tidlig-netvaerksgruppe', maalgruppe: 'familie', afgoerelseDato: dag(61) },
      ...{ forventetStart: dag(62), forventetVarighedMaaneder: 6, prisOere: 0, prisEnhed: 'stk' },
      ...{ formaal: 'Netværk.', begrundelse: 'Imens.', barnetsHoldning: 'Ja.', boernesamtale: { dato: dag(60) } },
    };
    indsatsId = String((await rejse.send('tl01', `${sag}/indsatser`, tidlig))['indsatsId']);
    await rejse.send('sb01', `/indsatser/${indsatsId}/ivaerksaettelse`, { dato: dag(62) });
    const notat = { emne: 'Skolen', tekst: 'Trives efter ferien.', oplyst: kl(70, '09:00'), enkeltsagId: bfuId };
    const { notatId } = await rejse.send('sb01', `${sag}/notater`, notat);
    const rettelse = { emne: 'Skolen', tekst: 'Trives efter vinterferien.', aarsag: 'Forkert ferie.' };
    await rejse.send('sb02', `/notater/${String(notatId)}/rettelser`, rettelse);
  });
  afterAll(() => rejse.api.stop());

  const journal = async (valg = '', hvis = `boern/${barnId}`): Promise<readonly Linje[]> =>
    (await rejse.hent('sb01', `/${hvis}/journal?graense=200${valg}`))['poster'] as readonly Linje[];

  describe('Journalen', () => {
    test('er én kronologisk log for barnet efter, hvornår det skete; sagens er den del, der hører til sagen', async () => {
      const alle = await journal();
      const noegle = ({ dato, klokkeslaet, position }: Linje): string =>
        [dato, klokkeslaet ?? '', String(position).padStart(6, '0')].join(' ');
      expect(alle.map(noegle)).toEqual(alle.map(noegle).sort());
      expect(alle.map((l) => l.position)).not.toEqual(alle.map((l) => l.position).sort((a, b) => a - b));
      expect(alle.find((l) => l.type === 'sagsstyring.UnderretningModtaget')).toMatchObject({
        dato: rejse.dag(0),
        klokkeslaet: '23:30',
      });
      expect(await journal('', `sager/${sagId}`)).toEqual(alle.filter((l) => l.sagId === sagId));
      expect(await journal('&orden=nyeste')).toEqual([...alle].reverse());
      // A correction was made when it was recorded, which is not in the child's time: it cites no act on children.
      const efterLoven = alle.filter((l) => l.hjemmel?.startsWith(regime === 'SEL' ? 'BL' : 'SEL') === true);
      expect(efterLoven).toEqual([]);
    });

    test('kan filtreres på kategori, enkeltsag, bruger og dage, hver for sig og sammen', async () => {
      const alle = await journal();
      const [fra, til] = [rejse.dag(15), rejse.dag(60)];
      const udvalg: readonly (readonly [valg: string, hoerer: (l: Linje) => boolean])[] = [
        ['&kategori=undersoegelse', (l) => l.kategori === 'undersoegelse'],
        ['&kategori=sag&kategori=indsats', (l) => ['sag', 'indsats'].includes(l.kategori)],
        [`&enkeltsagId=${bfuId}`, (l) => l.enkeltsagId === bfuId],
        ['&aktoer=tl01', (l) => l.aktoer === 'tl01'],
        [`&fra=${fra}&til=${til}`, (l) => l.dato >= fra && l.dato <= til],
        [`&kategori=undersoegelse&fra=${fra}`, (l) => l.kategori === 'undersoegelse' && l.dato >= fra],
      ];
      for (const [valg, hoerer] of udvalg) {
        const ventet = alle.filter(hoerer);
        expect([valg, ventet.length > 0 && ventet.length < alle.length]).toEqual([valg, true]);
        expect([valg, await journal(valg)]).toEqual([valg, ventet]);
      }
      const sammen = await journal(`&enkeltsagId=${bfuId}&aktoer=sb01&fra=${fra}&til=${til}`);
      expect(sammen.map((l) => l.type)).toEqual([
        'ics.ForaeldresamtaleAfholdt',
        'ics.BoernesamtaleAfholdt',
        'ics.FundNoteret',
        'ics.AnalyseUdarbejdet',
        'ics.BfuKonkluderet',
      ]);
    });

    test.each(['aeldste', 'nyeste'])(
      'kan bladres (%s først), uden at noget mangler eller kommer igen',
      async (orden) => {
        const samlet: Linje[] = [];
        for (let efter: string | null = ''; efter !== null;) {
          const markoer: string = efter === '' ? '' : `&efter=${efter}`;
          const side = await rejse.hent('sb01', `/boern/${barnId}/journal?graense=4&orden=${orden}${markoer}`);
          samlet.push(...(side['poster'] as readonly Linje[]));
          efter = side['naeste'] as string | null;
        }
        expect(samlet).toEqual(await journal(`&orden=${orden}`));
      },
    );

    test('viser med kendtPr, hvad systemet vidste dengang', async () => {
      const stroem = await rejse.api.store.load(REBILD, bfuId);
      const samtale = stroem.find(({ type }) => type === 'ics.BoernesamtaleAfholdt');
      if (samtale === undefined) throw new Error('no talk');
      const dengang = await journal(`&kendtPr=${encodeURIComponent(samtale.registreret)}`);
      expect(dengang).toEqual((await journal()).filter((l) => l.position <= samtale.position));
      // The talk with the parents was before the child's, but was not known yet.
      expect(dengang.some((l) => l.type === 'ics.ForaeldresamtaleAfholdt')).toBe(false);
    });

    test('et notat rettes med et nyt; begge står der, og en fremmed enkeltsag afvises', async () => {
      expect((await journal('&kategori=notat')).map((l) => [l.type, l.aktoer])).toEqual([
        ['journalark.NotatSkrevet', 'sb01'],
        ['journalark.NotatRettet', 'sb02'],
      ]);
      const forkert = await rejse.post('sb01', `/sager/${sagId}/notater`, {
        ...{ emne: 'Skolen', tekst: '.', oplyst: rejse.kl(70, '09:00'), enkeltsagId: randomUUID() },
      });
      expect([forkert.status, forkert.body.fejl?.[0]?.felt]).toEqual([422, 'enkeltsagId']);
    });
  });

  test('Hver læsning af barnets oplysninger står i adgangsloggen, med hvem og hvad, og kun den', async () => {
    const laesninger: readonly (readonly [rute: string, sti: string])[] = [
      ['GET /v1/personer/:id', `/personer/${barnId}`],
      ['GET /v1/boern/:id/journal', `/boern/${barnId}/journal`],
      ['GET /v1/sager', `/sager?barnId=${barnId}`],
      ['GET /v1/sager/:id', `/sager/${sagId}`],
      ['GET /v1/sager/:id/journal', `/sager/${sagId}/journal`],
      ['GET /v1/sager/:id/naeste-skridt', `/sager/${sagId}/naeste-skridt`],
      ['GET /v1/sager/:id/undersoegelser', `/sager/${sagId}/undersoegelser`],
      ['GET /v1/sager/:id/indsatser', `/sager/${sagId}/indsatser`],
      ['GET /v1/undersoegelser/:id', `/undersoegelser/${bfuId}`],
      ['GET /v1/indsatser/:id', `/indsatser/${indsatsId}`],
      ['GET /v1/underretninger', `/underretninger?barnId=${barnId}`],
      ['GET /v1/underretninger/:id', `/underretninger/${underretningId}`],
      ['GET /v1/frister', `/frister?sagId=${sagId}`],
    ];
    for (const [, sti] of laesninger) await rejse.hent('sb24', sti);
    // What is not there, and an empty list, is no reading of anybody.
    expect((await rejse.get('sb24', `/undersoegelser/${randomUUID()}`)).status).toBe(404);
    expect((await rejse.hent('sb24', `/sager/${sagId}/planer`))['poster']).toEqual([]);
    const log = await rejse.hent('re01', `/revision/adgangslog?graense=200&bruger=sb24`);
    const poster = [...(log['poster'] as readonly { rute: string; barnId: string; sagId: string | null }[])].reverse();
    expect([...new Set(poster.map(({ rute }) => rute))]).toEqual(laesninger.map(([rute]) => rute));
    expect(new Set(poster.map((post) => post.barnId))).toEqual(new Set([barnId]));
    // Once each, and where the answer is about the case, with the case.
    const noegler = poster.map(({ rute, sagId: sag }) => `${rute} ${String(sag)}`);
    expect(new Set(noegler).size).toBe(noegler.length);
    expect(noegler).toContain(`GET /v1/sager/:id/journal ${sagId}`);
  });

  test('To, der retter ud fra samme version: den ene vinder, den anden får 412 og ser, hvad han gik glip af', async () => {
    const { version } = (await rejse.hent('sb01', `/undersoegelser/${bfuId}`)) as { version: number };
    const hoved = { 'If-Match': `"${String(version)}"` };
    const noegle = { ...hoved, 'Idempotency-Key': randomUUID() };
    const gennemgaa = (referat: string): Krop => ({ dato: rejse.dag(75), referat });
    const sti = `/undersoegelser/${bfuId}/gennemgang`;
    const foerste = await rejse.post('sb01', sti, gennemgaa('Med mor.'), noegle);
    expect([foerste.status, foerste.headers['etag']]).toEqual([201, `"${String(version + 1)}"`]);
    const anden = await rejse.post('sb02', sti, gennemgaa('Med far.'), hoved);
    expect([anden.status, anden.headers['etag'], anden.body.misset]).toEqual([
      412,
      `"${String(version + 1)}"`,
      [expect.objectContaining({ haendelse: 'ics.BfuGennemgaaet', version: version + 1 })],
    ]);
    // The first one's own repeat is answered as the first time, although its version is no longer the newest.
    const gentaget = await rejse.post('sb01', sti, gennemgaa('Med mor.'), noegle);
    expect([gentaget.status, gentaget.headers['idempotent-gentagelse'], gentaget.body]).toEqual([
      201,
      'true',
      foerste.body,
    ]);
    expect((await rejse.hent('sb01', `/undersoegelser/${bfuId}`))['version']).toBe(version + 1);
  });
});
