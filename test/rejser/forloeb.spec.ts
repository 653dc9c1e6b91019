import { randomUUID } from 'node:crypto';
import { akutvurdering, Rejse, temaer, underretning } from './rejse.js';

/**
 * One child's way through the house as the days go by, through HTTP, under each act: what is due, overdue, met late, met or
 * lapsed is looked at on the day itself, for the caseworker, the team and the case.
 */
interface Lov {
  readonly regime: 'SEL' | 'BL';
  /** A Monday in January of a year that is no leap year. */
  readonly foerste: string;
  readonly bfuFrist: string;
  readonly foersteOpfoelgning: string;
  readonly naesteOpfoelgning: string;
  readonly plantype: string;
}
const LOVE: readonly Lov[] = [
  {
    regime: 'SEL',
    foerste: '2019-01-14',
    // Four months from the day of awareness; three from 13 June; at most six from 1 September.
    ...{ bfuFrist: '2019-05-14', foersteOpfoelgning: '2019-09-13', naesteOpfoelgning: '2020-03-01' },
    plantype: 'handleplan',
  },
  {
    regime: 'BL',
    foerste: '2026-01-12',
    // Four months from the day of awareness; three from 11 June; the day that was decided.
    ...{ bfuFrist: '2026-05-12', foersteOpfoelgning: '2026-09-11', naesteOpfoelgning: '2026-11-28' },
    plantype: 'barnets-plan',
  },
];

describe.each(LOVE)('Fra underretning til indsats og opfølgning ($regime)', (lov) => {
  let rejse: Rejse;
  let sagId: string;
  let barnId: string;
  let underretningId: string;
  let bfuId: string;
  let indsatsId: string;

  beforeAll(async () => {
    rejse = await Rejse.begynd(lov.foerste);
  });
  afterAll(() => rejse.api.stop());

  const dag = (n: number): string => rejse.dag(n);
  const kl = (n: number, time: string): string => rejse.kl(n, time);
  const status = async (regel: string, valg = `sagId=${sagId}`): Promise<readonly string[]> =>
    (await rejse.frister(`regel=${regel}&${valg}`)).map((f) => f.status);
  const skridt = async (): Promise<readonly unknown[]> =>
    (await rejse.hent('sb01', `/sager/${sagId}/naeste-skridt`))['skridt'] as readonly unknown[];

  test('Én anonym henvendelse om et barn og dets ufødte søskende er to underretninger uden kvittering', async () => {
    const henvendelseId = randomUUID();
    const anonym = { henvendelseId, underretter: { anonym: true, kode: '8' }, form: 'skriftlig' };
    const foedt = await rejse.send(
      'mo01',
      '/underretninger',
      underretning(kl(0, '09:00'), { ...anonym, barn: { navn: 'Storesøster Prøvesen' } }),
    );
    const ufoedt = await rejse.send(
      'mo01',
      '/underretninger',
      underretning(kl(0, '09:00'), { ...anonym, barn: { ufoedt: true, morsCpr: '6502909996', termin: dag(90) } }),
    );
    expect(ufoedt['barnId']).not.toBe(foedt['barnId']);
    for (const { underretningId: id } of [foedt, ufoedt]) {
      expect(await rejse.hent('mo01', `/underretninger/${String(id)}`)).toMatchObject({
        henvendelseId,
        regime: lov.regime,
        underretter: { kode: '8', navn: null, kontakt: null },
      });
      // The receipt has nobody to go to; the assessment within 24 hours is due all the same.
      expect((await rejse.frister(`enkeltsagId=${String(id)}`)).map((f) => f.regel)).toEqual([
        'underretning-akutvurdering',
      ]);
    }
    // The same pregnancy is the same child; when it is born, it keeps its journal.
    const igen = await rejse.send(
      'mo01',
      '/underretninger',
      underretning(kl(0, '09:30'), { barn: { ufoedt: true, morsCpr: '6502909996' } }),
    );
    expect(igen['barnId']).toBe(ufoedt['barnId']);
    const barnet = String(ufoedt['barnId']);
    await rejse.send('sb01', `/personer/${barnet}/rettelser`, {
      art: 'barn',
      navn: 'Nyfødt Prøvesen',
      foedselsdato: dag(0),
      aarsag: 'Barnet er født.',
    });
    const journal = (await rejse.hent('sb01', `/boern/${barnet}/journal`))['poster'] as { type: string }[];
    expect(journal.filter(({ type }) => type === 'sagsstyring.UnderretningModtaget')).toHaveLength(2);
  });

  test('De 24 timer løber time for time: forfalder, overskredet, opfyldt for sent; kvitteringen er i tide på sjette hverdag', async () => {
    const modtaget = await rejse.send(
      'mo01',
      '/underretninger',
      underretning(kl(0, '09:00'), { barn: { cpr: '6102149995', navn: 'Alma Prøvesen' } }),
    );
    underretningId = String(modtaget['underretningId']);
    barnId = String(modtaget['barnId']);
    const u = `/underretninger/${underretningId}`;
    const den = (regel: string) => status(regel, `enkeltsagId=${underretningId}`);
    expect(await den('underretning-akutvurdering')).toEqual(['forfalder']);
    rejse.naar(1, '09:00');
    expect(await den('underretning-akutvurdering')).toEqual(['forfalder']);
    rejse.naar(1, '09:01');
    expect(await den('underretning-akutvurdering')).toEqual(['overskredet']);
    await rejse.send('mo01', `${u}/akutvurdering`, akutvurdering(kl(1, '09:01')));
    expect(await den('underretning-akutvurdering')).toEqual(['opfyldt-for-sent']);
    // Tuesday to Saturday are five, Sunday is none, so the sixth is the Monday after.
    const [kvittering] = await rejse.frister(`enkeltsagId=${underretningId}&regel=underretning-kvittering`);
    expect(kvittering).toMatchObject({ forfald: dag(7), status: 'forfalder' });
    rejse.naar(7);
    await rejse.send('mo01', `${u}/kvittering`, { sendt: dag(7), maade: 'digital post' });
    expect(await den('underretning-kvittering')).toEqual(['opfyldt']);
    const screenet = await rejse.send('mo01', `${u}/screening`, {
      spor: 'bfu',
      screenet: kl(3, '10:00'),
      begrundelse: 'Flere forhold bør undersøges samlet.',
    });
    sagId = String(screenet['sagId']);
  });

  test('En overdragelse, der afvises, flytter intet; den, der accepteres, flytter fristerne til modtageren og hans team', async () => {
    const sag = `/sager/${sagId}`;
    await rejse.send('tl01', `${sag}/tildeling`, { sagsbehandler: 'sb01', team: 'boerne', tildelt: dag(4) });
    bfuId = String(
      (
        await rejse.send('sb01', `${sag}/undersoegelser`, {
          ...{ opmaerksomDato: dag(0), afgoerelseDato: dag(5), underretningId },
          begrundelse: 'Barnet må antages at trænge til særlig støtte.',
        })
      )['bfuId'],
    );
    const hos = async (valg: string) =>
      (await rejse.frister(`${valg}&regel=bfu-afslutning`)).map((f) => [f.enkeltsagId, f.forfald, f.status]);
    const fristen = [[bfuId, lov.bfuFrist, 'kommende']];
    expect([await hos('ansvarlig=sb01'), await hos('team=boerne')]).toEqual([fristen, fristen]);

    const notat = 'Fristen for undersøgelsen løber. Skolen mangler.';
    const foreslaa = async (n: number): Promise<string> =>
      String(
        (await rejse.send('sb01', `${sag}/overdragelser`, { til: 'sb02', tilTeam: 'unge', notat, foreslaaet: dag(n) }))[
          'overdragelseId'
        ],
      );
    await rejse.send('sb02', `${sag}/overdragelser/${await foreslaa(6)}/afvisning`, {
      afvist: dag(7),
      begrundelse: 'Er inhabil.',
    });
    expect([await hos('ansvarlig=sb01'), await hos('ansvarlig=sb02')]).toEqual([fristen, []]);
    await rejse.send('sb02', `${sag}/overdragelser/${await foreslaa(7)}/accept`, { accepteret: dag(7) });
    expect([await hos('ansvarlig=sb01'), await hos('team=boerne')]).toEqual([[], []]);
    expect([await hos('ansvarlig=sb02'), await hos('team=unge')]).toEqual([fristen, fristen]);
    expect((await rejse.hent('sb02', sag))['overdragelser']).toMatchObject([
      { svar: 'afvist' },
      { svar: 'accepteret' },
    ]);
  });

  test('En udtalelse, der udebliver, rykkes: den gamle svarfrist bortfalder, den nye overholdes', async () => {
    const bfu = `/undersoegelser/${bfuId}`;
    rejse.naar(10);
    await rejse.send('sb02', `${bfu}/aktoerer`, { dato: dag(10), aktoerer: ['Skolen'] });
    await rejse.send('sb02', `${bfu}/temaer`, temaer(dag(10)));
    const { udtalelseId } = await rejse.send('sb02', `${bfu}/udtalelser`, {
      ...{ aktoer: 'Skolen', anmodet: dag(10), svarfrist: dag(24), emne: 'Trivsel og fremmøde' },
    });
    const u = `${bfu}/udtalelser/${String(udtalelseId)}`;
    const forloebet: (readonly string[])[] = [];
    for (const n of [16, 18, 24, 25]) {
      rejse.naar(n);
      forloebet.push(await status('udtalelse-svarfrist'));
    }
    expect(forloebet).toEqual([['kommende'], ['forfalder'], ['forfalder'], ['overskredet']]);
    expect(await skridt()).toContainEqual(expect.objectContaining({ kode: 'bfu-ryk-udtalelse', art: 'skal' }));
    await rejse.send('sb02', `${u}/rykker`, { rykket: dag(25), svarfrist: dag(31) });
    expect(await status('udtalelse-svarfrist')).toEqual(['bortfaldet']);
    expect(await status('udtalelse-rykker-svarfrist')).toEqual(['forfalder']);
    rejse.naar(30);
    await rejse.send('sb02', `${u}/svar`, { modtaget: dag(30), indhold: 'Fraværet er højt.' });
    expect(await status('udtalelse-rykker-svarfrist')).toEqual(['opfyldt']);
    // Nobody asks the club again: its reply date lapses when the investigation ends.
    await rejse.send('sb02', `${bfu}/udtalelser`, {
      ...{ aktoer: 'Fritidsklubben', anmodet: dag(30), svarfrist: dag(44), emne: 'Venskaber' },
    });
  });

  test('En undersøgelse, der bliver for sen, får en foreløbig vurdering og slutter som opfyldt for sent (SEL § 50 / BL § 20, stk. 3)', async () => {
    const bfu = `/undersoegelser/${bfuId}`;
    rejse.naar(40);
    await rejse.send('sb02', `${bfu}/boernesamtaler`, {
      ...{ dato: dag(40), holdt: true, udenForaeldre: true },
      ...{ referat: 'Om hverdagen.', barnetsHoldning: 'Vil gerne have en voksen, der henter.' },
    });
    await rejse.send('sb02', `${bfu}/foraeldresamtaler`, { dato: dag(40), referat: 'Om overskuddet.' });
    rejse.naar(120);
    expect(await status('bfu-afslutning')).toEqual(['forfalder']);
    rejse.naar(121);
    expect(await status('bfu-afslutning')).toEqual(['overskredet']);
    expect(await status('bfu-foreloebig-vurdering')).toEqual(lov.regime === 'SEL' ? [] : ['overskredet']);
    expect(await rejse.hent('tl01', `/noegletal?pr=${dag(121)}`)).toMatchObject({ M07: 1, M09a: 0 });
    await rejse.send('sb02', `${bfu}/foreloebig-vurdering`, {
      ...{ dato: dag(120), aarsag: 'Ventetid på psykolog.', vurdering: 'Der er behov for støtte.' },
    });
    expect(await status('bfu-foreloebig-vurdering')).toEqual(lov.regime === 'SEL' ? [] : ['opfyldt']);
    rejse.naar(136);
    await rejse.send('sb02', `${bfu}/analyse`, {
      ...{ dato: dag(122), analyse: 'Barnet har gode venner, men mangler en voksen om morgenen.' },
      fund: [{ tema: 'skoleforhold', art: 'udfordring', tekst: 'Kommer for sent hver dag.' }],
    });
    await rejse.send('sb02', `${bfu}/konklusion`, {
      ...{ dato: dag(125), stoetteNoedvendig: true, indsatskoder: ['kontaktperson'], sideloebende: 'ingen' },
      ...{
        konklusion: 'Der er grundlag for en kontaktperson.',
        barnetsHoldning: 'Enig.',
        foraeldresHoldning: 'Enige.',
      },
    });
    await rejse.send('sb02', `${bfu}/gennemgang`, { dato: dag(126), referat: 'Gennemgået.' });
    await rejse.send('sb02', `${bfu}/partshoering`, {
      dato: dag(126),
      svarfrist: dag(136),
      ingenParter: 'Barnet har endnu ingen værge.',
    });
    const venter = await rejse.post('tl01', `${bfu}/godkendelse`, { dato: dag(130) });
    expect([venter.status, venter.body.mangler]).toEqual([422, ['bfu-partshoering-svar']]);
    await rejse.send('sb02', `${bfu}/partshoering/svar`, { dato: dag(130), svar: 'Ingen bemærkninger.' });
    // The caseworker does not approve his own work, and nobody dates it back into the deadline.
    expect((await rejse.post('sb02', `${bfu}/godkendelse`, { dato: dag(131) })).status).toBe(403);
    const tilbage = await rejse.post('tl01', `${bfu}/godkendelse`, { dato: dag(120) });
    expect([tilbage.status, tilbage.body.type]).toEqual([422, '/problemer/forkert-raekkefoelge']);
    await rejse.send('tl01', `${bfu}/godkendelse`, { dato: dag(131) });
    expect(await status('bfu-afslutning')).toEqual(['opfyldt-for-sent']);
    expect((await rejse.frister(`sagId=${sagId}&regel=udtalelse-svarfrist`)).map((f) => f.status)).toEqual([
      'bortfaldet',
      'bortfaldet',
    ]);
    expect(await rejse.hent('tl01', `/noegletal?pr=${dag(131)}`)).toMatchObject({ M07: 0, M09a: null });
  });

  test('Planens mål hentes fra fundet; indsatsen bevilges, sættes i værk og følges op (SEL §§ 140, 52 og 70 / BL §§ 91, 32 og 95)', async () => {
    const sag = `/sager/${sagId}`;
    rejse.naar(145);
    const { fund } = (await rejse.hent('sb02', `/undersoegelser/${bfuId}`)) as unknown as {
      fund: { fundId: string }[];
    };
    const planId = String(
      (
        await rejse.send('sb02', `${sag}/planer`, {
          ...{ plantype: lov.plantype, oprettet: dag(133), bfuId, formaal: 'At Alma kommer i skole til tiden.' },
        })
      )['planId'],
    );
    const { maalId } = await rejse.send('sb02', `/planer/${planId}/maal`, {
      ...{ dato: dag(134), maal: 'Møder til tiden fire dage om ugen.', fundId: fund[0]?.fundId },
    });
    await rejse.send('sb02', `/planer/${planId}/godkendelse`, {
      dato: dag(141),
      inddragelse: 'Lavet sammen med Alma.',
    });
    expect((await rejse.hent('sb02', `/planer/${planId}`))['maal']).toMatchObject([
      { tema: 'skoleforhold', kilde: { tekst: 'Kommer for sent hver dag.', kildeAendret: false } },
    ]);
    const indsats = {
      ...{ indsatskode: 'kontaktperson', maalgruppe: 'barn', afgoerelseDato: dag(145), forventetStart: dag(150) },
      ...{ forventetVarighedMaaneder: 12, prisOere: 42_500, prisEnhed: 'time', samtykkeDato: dag(144) },
      overtaget: 'Bevilget i det tidligere fagsystem.',
      ...{ planId, bfuId, formaal: 'Stabil skolegang.', begrundelse: 'Jf. undersøgelsen.', barnetsHoldning: 'Ja.' },
    };
    if (lov.regime === 'SEL') {
      const foerPlanen = await rejse.post('tl01', `${sag}/indsatser`, {
        ...indsats,
        afgoerelseDato: dag(140),
        samtykkeDato: dag(139),
      });
      expect([foerPlanen.status, foerPlanen.body.type, foerPlanen.body.paragraf]).toEqual([
        422,
        '/problemer/plan-gaelder-ikke',
        'SEL § 140, stk. 1',
      ]);
    }
    indsatsId = String((await rejse.send('tl01', `${sag}/indsatser`, indsats))['indsatsId']);
    expect(await skridt()).toContainEqual(expect.objectContaining({ kode: 'indsats-ivaerksaettelse', art: 'skal' }));
    rejse.naar(150);
    await rejse.send('sb02', `/indsatser/${indsatsId}/ivaerksaettelse`, { dato: dag(150) });
    await rejse.send('sb02', `/indsatser/${indsatsId}/opstartsmoede`, {
      dato: dag(150),
      referat: 'Kontaktpersonen henter.',
    });
    expect(await rejse.hent('sb02', `/indsatser/${indsatsId}`)).toMatchObject({
      ...{ fase: 'ivaerksat', pgfKode: '230', regime: lov.regime, prisOere: 42_500 },
      opstartsmoede: { dato: dag(150), referat: 'Kontaktpersonen henter.' },
    });
    const [foerste] = await rejse.frister(`sagId=${sagId}&regel=opfoelgning-foerste`);
    expect(foerste).toMatchObject({ forfald: lov.foersteOpfoelgning, status: 'kommende' });

    rejse.naar(230);
    const opfoelgning = {
      ...{ dato: dag(230), udfald: 'uaendret', vurdering: 'Fraværet falder.', barnetsHoldning: 'Er glad for ham.' },
      maalstatus: [{ maalId, status: 'i-gang' }],
    };
    const naeste = { naesteDato: dag(320), rytmebegrundelse: 'Indsatsen virker.' };
    if (lov.regime === 'BL') {
      const uden = await rejse.post('sb02', `/planer/${planId}/opfoelgninger`, opfoelgning);
      expect([uden.status, uden.body.mangler, uden.body.paragraf]).toEqual([
        422,
        ['opfoelgning-rytme'],
        'BL § 95, stk. 3',
      ]);
    }
    const forTidlig = await rejse.post('sb02', `/planer/${planId}/opfoelgninger`, {
      ...{ ...opfoelgning, dato: dag(149), indsatsIder: [indsatsId] },
      ...naeste,
    });
    expect([forTidlig.status, forTidlig.body.fejl?.[0]?.felt]).toEqual([422, 'indsatsIder']);
    await rejse.send('sb02', `/planer/${planId}/opfoelgninger`, { ...opfoelgning, ...naeste });
    expect(await status('opfoelgning-foerste')).toEqual(['opfyldt']);
    expect(await rejse.frister(`sagId=${sagId}&regel=opfoelgning-loebende`)).toMatchObject([
      {
        forfald: lov.naesteOpfoelgning,
        status: 'kommende',
        hjemmel: lov.regime === 'SEL' ? 'SEL § 70' : 'BL § 95, stk. 3-5',
      },
    ]);
  });

  test('En ny underretning, mens indsatsen er i gang, genvurderes af en, der ikke har haft barnet før (SEL § 155 a, stk. 1 / BL § 137, stk. 1)', async () => {
    rejse.naar(240);
    const ny = await rejse.send('mo01', '/underretninger', underretning(kl(240, '09:00'), { barn: { barnId } }));
    expect(ny['sagId']).toBe(sagId);
    const u = `/underretninger/${String(ny['underretningId'])}`;
    await rejse.send('mo01', `${u}/akutvurdering`, akutvurdering(kl(240, '09:30')));
    await rejse.send('mo01', `${u}/kvittering`, { sendt: dag(240), maade: 'digital post' });
    const screening = { spor: 'ingen-indsats', screenet: kl(240, '09:50'), begrundelse: 'Dækkes af indsatsen.' };
    const foer = await rejse.post('mo01', `${u}/screening`, screening);
    expect([foer.status, foer.body.mangler]).toEqual([422, ['underretning-genvurdering']]);
    const genvurder = (nyDeltager: string) =>
      rejse.post('mo01', `${u}/genvurdering`, {
        ...{ vurderet: kl(240, '09:40'), deltagere: ['sb02', nyDeltager], nyDeltager },
        begrundelse: 'Indsatsen dækker bekymringen.',
      });
    // sb01 had the case before it was handed over, mo01 assessed the first notification.
    for (const kendt of ['sb01', 'sb02', 'mo01']) expect((await genvurder(kendt)).status).toBe(422);
    expect((await genvurder('sb25')).status).toBe(201);
    expect((await rejse.post('mo01', `${u}/screening`, screening)).status).toBe(201);
  });

  test('Sagen kan lukkes, når indsatsen er ophørt; dens frister bortfalder, og alle tilstande har været der', async () => {
    const luk = { lukket: dag(300), begrundelse: 'Formålet er opnået.' };
    rejse.naar(300);
    const forTidligt = await rejse.post('sb02', `/sager/${sagId}/lukning`, luk);
    expect([forTidligt.status, forTidligt.body.mangler]).toEqual([422, ['igangvaerende-indsats']]);
    await rejse.send('sb02', `/indsatser/${indsatsId}/ophoer`, {
      ...{ dato: dag(300), aarsag: 'formaal-opnaaet', begrundelse: 'Alma kommer til tiden.' },
    });
    expect(await status('opfoelgning-loebende')).toEqual(['bortfaldet']);
    await rejse.send('sb02', `/sager/${sagId}/lukning`, luk);
    const alle = await rejse.frister(`sagId=${sagId}`);
    expect([...new Set(alle.map((f) => f.status))].sort()).toEqual(['bortfaldet', 'opfyldt', 'opfyldt-for-sent']);
    // Every deadline cites the act of its own day, and is found by its status, one status at a time or several.
    expect(alle.filter((f) => !f.hjemmel.startsWith(lov.regime))).toEqual([]);
    const afStatus = async (...navne: string[]) =>
      (await rejse.frister(`sagId=${sagId}&${navne.map((s) => `status=${s}`).join('&')}`)).length;
    const antal = (navn: string): number => alle.filter((f) => f.status === navn).length;
    expect(await afStatus('bortfaldet')).toBe(antal('bortfaldet'));
    expect(await afStatus('opfyldt', 'opfyldt-for-sent')).toBe(antal('opfyldt') + antal('opfyldt-for-sent'));
    expect(await afStatus('overskredet', 'forfalder', 'kommende')).toBe(0);
    // As it was on the day after the deadline, the investigation was overdue.
    expect(await status('bfu-afslutning', `sagId=${sagId}&pr=${encodeURIComponent(kl(121, '10:00'))}`)).toEqual([
      'overskredet',
    ]);
  });
});
