import { Rejse } from './familie.js';
import { indstilling, stemmer, tilMoede } from './udvalgsmoede.js';

/** The committee's track and the chairman's, through HTTP, under both acts and across the change of act. */
const NU = '2026-12-30T10:00:00+01:00';
const LOVE = [
  // 12 years is the age under serviceloven; the child turned 12 on 10 January 2023.
  { lov: 'SEL', aar: '2023', foedt: '2011-01-10', plantype: 'handleplan', udvalg: 'SEL § 74', formand: 'SEL § 75' },
  // 10 years under barnets lov; the child turned 10 on 10 January 2026.
  { lov: 'BL', aar: '2026', foedt: '2016-01-10', plantype: 'barnets-plan', udvalg: 'BL § 142', formand: 'BL § 143' },
] as const;

let rejse: Rejse;
beforeAll(async () => {
  rejse = await Rejse.start(NU, {
    sb01: ['sagsbehandler'],
    tl01: ['teamleder'],
    mo01: ['modtagelse'],
    bs01: ['buu-sekretaer'],
    fm01: ['formand'],
  });
});
afterAll(() => rejse.stop());

describe.each(LOVE)('$lov', ({ lov, aar, foedt, plantype, udvalg, formand }) => {
  const dag = (maanedDag: string): string => `${aar}-${maanedDag}`;
  const tid = (maanedDagKl: string): string => `${aar}-${maanedDagKl}:00+01:00`;

  test('anbringelse uden samtykke: indstilling, udtalelser, afgørelse, meddelelse og genbehandling', async () => {
    const familie = await rejse.familie(foedt, dag('01-15'));
    const { sagId, morId, barnId } = familie;
    const { buuSagId = '' } = await rejse.gem(`/sager/${sagId}/buu-sager`, {
      ...{ afgoerelseKode: 'anbringelse-uden-samtykke', dato: dag('03-01'), begrundelse: 'Skade.' },
    });
    const sti = `/buu-sager/${buuSagId}`;
    expect((await rejse.get(sti, 'bs01')).status).toBe(404);
    expect(await rejse.skridt(sagId)).toEqual(
      expect.arrayContaining(['skal buu-indstilling', 'maa-ikke buu-afgoerelse']),
    );
    const tidligt = { ...indstilling, dato: dag('03-20'), boernesamtaleDato: dag('03-10') };
    expect((await rejse.nej(`${sti}/indstilling`, tidligt)).slice(0, 2)).toEqual([422, 'indstilling-mangelfuld']);
    expect((await rejse.nej(`${sti}/indstilling`, tidligt))[3]).toEqual(['buu-bfu', 'barnets-plan-tvang']);

    const bfuId = await rejse.undersoegelse(sagId, dag('01-20'), dag('03-15'));
    const planId = await rejse.plan(sagId, plantype, bfuId, dag('03-18'));
    await rejse.gem(`${sti}/indstilling`, { ...tidligt, bfuId, planId });
    expect((await rejse.get(sti, 'bs01')).body).toMatchObject({
      fase: 'indstillet',
      indstilling: { regime: lov, planId },
    });

    const afgoerelse = { ...stemmer, dato: dag('04-03'), formaal: 'Ro.' };
    const genbehandling = { genbehandling: '1aar', anbragtInden1Aar: false };
    await rejse.gem(`${sti}/moede`, { moede: tid('04-03T09:00') }, 'bs01');
    expect((await rejse.nej(`${sti}/afgoerelse`, { ...afgoerelse, genbehandling }, 'bs01'))[3]).toEqual([
      ...['advokatbistand', 'buu-udtaleret', 'advokatbistand', 'buu-udtaleret'],
    ]);
    await tilMoede(rejse, familie, buuSagId, dag('04-03'), true);
    expect(
      await rejse.nej(`${sti}/afgoerelse`, { ...afgoerelse, stemmerFor: 3, stemmerImod: 2, genbehandling }, 'bs01'),
    ).toEqual([422, 'flertal-mangler', `${udvalg}, stk. 4`, undefined]);
    const { afgoerelseId = '' } = await rejse.gem(`${sti}/afgoerelse`, { ...afgoerelse, genbehandling }, 'bs01');
    expect((await rejse.get(`/afgoerelser/${afgoerelseId}`)).body).toMatchObject({
      organ: 'BUU',
      regime: lov,
      fase: 'truffet',
    });
    expect((await rejse.get(`/afgoerelser/${afgoerelseId}`)).body.parter).toHaveLength(2);
    expect(await rejse.skridt(sagId)).toContain('skal afgoerelse-meddelelse');
    const naesteAar = String(Number(aar) + 1);
    expect((await rejse.frister(sagId, tid('04-04T12:00')))['anbringelse-genbehandling-1aar']).toBe(
      `${naesteAar}-04-03 kommende`,
    );
    for (const personId of [morId, barnId]) {
      await rejse.gem(`/afgoerelser/${afgoerelseId}/meddelelser`, {
        ...{ personId, sendt: dag('04-03'), maade: 'overrakt', klagevejledning: true },
      });
    }
    expect((await rejse.get('/buu-sager?tilstand=afgjort', 'bs01')).body.poster).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: buuSagId, slut: dag('04-03') })]),
    );
    // The basis ends: nothing to treat anew.
    await rejse.gem(`${sti}/ophoer`, { dato: dag('09-01'), aarsag: 'hjemgivelse', begrundelse: 'Hjem.' });
    expect((await rejse.frister(sagId, tid('09-02T12:00')))['anbringelse-genbehandling-1aar']).toBe(
      `${naesteAar}-04-03 bortfaldet`,
    );
  });

  test('genbehandling opfylder den gamle frist og sætter en ny', async () => {
    const familie = await rejse.familie(foedt, dag('01-15'));
    const { sagId } = familie;
    const bfuId = await rejse.undersoegelse(sagId, dag('01-20'), dag('02-01'));
    const planId = await rejse.plan(sagId, plantype, bfuId, dag('02-02'));
    const afgoer = async (
      kode: string,
      start: string,
      moede: string,
      genbehandling: object,
      genbehandlerId?: string,
    ) => {
      const { buuSagId = '' } = await rejse.gem(`/sager/${sagId}/buu-sager`, {
        ...{ afgoerelseKode: kode, dato: start, begrundelse: 'Skade.' },
        ...(genbehandlerId === undefined ? {} : { genbehandlerId }),
      });
      await rejse.gem(`/buu-sager/${buuSagId}/indstilling`, {
        ...{ ...indstilling, dato: start, boernesamtaleDato: start, bfuId, planId },
      });
      await tilMoede(rejse, familie, buuSagId, moede, true);
      await rejse.gem(
        `/buu-sager/${buuSagId}/afgoerelse`,
        { ...stemmer, dato: moede, formaal: 'Ro.', genbehandling },
        'bs01',
      );
      return buuSagId;
    };
    const fastsat = { genbehandling: 'fastsat', genbehandlesSenest: dag('09-05'), anbragtInden1Aar: false };
    const foerste = await afgoer('anbringelse-uden-samtykke', dag('03-01'), dag('03-05'), fastsat);
    expect((await rejse.frister(sagId, tid('03-06T12:00')))['anbringelse-genbehandling-fastsat']).toBe(
      `${dag('09-05')} kommende`,
    );
    await afgoer(
      'opretholdelse',
      dag('08-20'),
      dag('09-01'),
      { genbehandling: '2aar', anbragtInden1Aar: true },
      foerste,
    );
    const frister = await rejse.frister(sagId, tid('10-01T12:00'));
    expect(frister['anbringelse-genbehandling-fastsat']).toBe(`${dag('09-05')} opfyldt`);
    expect(frister['anbringelse-genbehandling-2aar']).toBe(`${String(Number(aar) + 2)}-09-01 kommende`);
  });

  test('tre års frist for det spæde barn er læst i serviceloven (§ 62, stk. 5), men ikke bekræftet i barnets lov', async () => {
    const familie = await rejse.familie(dag('02-01'), dag('02-05'));
    const { sagId } = familie;
    const bfuId = await rejse.undersoegelse(sagId, dag('02-06'), dag('02-20'));
    const planId = await rejse.plan(sagId, plantype, bfuId, dag('02-21'));
    const { buuSagId = '' } = await rejse.gem(`/sager/${sagId}/buu-sager`, {
      ...{ afgoerelseKode: 'anbringelse-uden-samtykke', dato: dag('03-01'), begrundelse: 'Skade.' },
    });
    await rejse.gem(`/buu-sager/${buuSagId}/indstilling`, {
      ...{ ...indstilling, dato: dag('03-02'), boernesamtaleUndladt: 'En måned gammel.', bfuId, planId },
    });
    await tilMoede(rejse, familie, buuSagId, dag('03-05'), false);
    const krop = {
      ...{ ...stemmer, dato: dag('03-05'), formaal: 'Omsorg.' },
      genbehandling: { genbehandling: 'under-1aar', anbragtInden1Aar: false },
    };
    if (lov === 'BL') {
      expect((await rejse.nej(`/buu-sager/${buuSagId}/afgoerelse`, krop, 'bs01')).slice(0, 3)).toEqual([
        ...[422, 'regel-ikke-bekraeftet', 'BL § 50'],
      ]);
      return;
    }
    await rejse.gem(`/buu-sager/${buuSagId}/afgoerelse`, krop, 'bs01');
    expect((await rejse.frister(sagId, tid('03-06T12:00')))['anbringelse-genbehandling-under-1aar']).toBe(
      '2026-03-05 kommende',
    );
  });

  test('formanden afgør foreløbigt; udvalget godkender på syvende dag og afløser inden en måned', async () => {
    const familie = await rejse.familie(foedt, dag('01-15'));
    const { sagId, morId, barnId } = familie;
    const krop = {
      ...{ afgoerelseKode: 'anbringelse-uden-samtykke', truffet: tid('11-23T22:15'), formaal: 'Sikkerhed.' },
      begrundelse: 'Kan ikke vente.',
    };
    expect((await rejse.post(`/sager/${sagId}/formandsafgoerelser`, krop, 'sb01')).status).toBe(403);
    expect(
      await rejse.nej(`/sager/${sagId}/formandsafgoerelser`, { ...krop, afgoerelseKode: 'hjemgivelse' }, 'fm01'),
    ).toEqual([422, 'kan-ikke-traeffes-foreloebigt', formand, undefined]);
    const { formandsafgoerelseId = '' } = await rejse.gem(`/sager/${sagId}/formandsafgoerelser`, krop, 'fm01');
    const sti = `/formandsafgoerelser/${formandsafgoerelseId}`;
    await rejse.gem(`${sti}/ivaerksaettelse`, { ivaerksat: tid('11-23T23:00') });
    // 24 hours: 24 November 23:00; 7 days counting the 23rd: the 29th (in 2026 a Sunday); a month: 23 December.
    const frister = await rejse.frister(sagId, tid('11-24T08:00'));
    expect(frister['formandsbeslutning-meddelelse']).toBe(`${tid('11-24T23:00')} forfalder`);
    expect(frister['formandsbeslutning-godkendelse']).toBe(`${dag('11-29')} forfalder`);
    expect(frister['formandsbeslutning-gyldighed']).toBe(`${dag('12-23')} kommende`);

    const besked = { maade: 'overrakt', vejledning: true };
    await rejse.gem(`${sti}/meddelelser`, { ...besked, personId: morId, meddelt: tid('11-24T09:00') });
    expect((await rejse.frister(sagId, tid('11-25T08:00')))['formandsbeslutning-meddelelse']).toContain('overskredet');
    await rejse.gem(`${sti}/meddelelser`, { ...besked, personId: barnId, meddelt: tid('11-24T15:00') });
    expect((await rejse.frister(sagId, tid('11-25T08:00')))['formandsbeslutning-meddelelse']).toContain(' opfyldt');

    const rejs = async (kode: string, dato: string): Promise<string> => {
      const { buuSagId = '' } = await rejse.gem(`/sager/${sagId}/buu-sager`, {
        ...{ afgoerelseKode: kode, dato, formandsafgoerelseId, begrundelse: 'Foreløbig afgørelse.' },
      });
      return buuSagId;
    };
    const godkendelse = await rejs('godkendelse-foreloebig', dag('11-24'));
    await rejse.gem(`/buu-sager/${godkendelse}/indstilling`, {
      ...{ ...indstilling, dato: dag('11-25'), boernesamtaleDato: dag('11-24') },
    });
    await tilMoede(rejse, familie, godkendelse, dag('11-30'), true);
    expect(await rejse.nej(`/buu-sager/${godkendelse}/afgoerelse`, { ...stemmer, dato: dag('11-30') }, 'bs01')).toEqual(
      [...[422, 'foreloebig-afgoerelse-bortfaldet', `${formand}, stk. ${lov === 'SEL' ? '3' : '4'}`, undefined]],
    );
    await tilMoede(rejse, familie, godkendelse, dag('11-29'), true);
    await rejse.gem(`/buu-sager/${godkendelse}/afgoerelse`, { ...stemmer, dato: dag('11-29') }, 'bs01');
    expect((await rejse.get(sti)).body).toMatchObject({ fase: 'godkendt', godkendt: dag('11-29') });
    expect((await rejse.frister(sagId, tid('12-01T08:00')))['formandsbeslutning-godkendelse']).toBe(
      `${dag('11-29')} opfyldt`,
    );

    const bfuId = await rejse.undersoegelse(sagId, dag('11-24'), dag('12-05'));
    const planId = await rejse.plan(sagId, plantype, bfuId, dag('12-06'));
    const endelig = await rejs('anbringelse-uden-samtykke', dag('12-01'));
    await rejse.gem(`/buu-sager/${endelig}/indstilling`, {
      ...{ ...indstilling, dato: dag('12-10'), boernesamtaleDato: dag('12-02'), bfuId, planId },
    });
    await tilMoede(rejse, familie, endelig, dag('12-23'), true);
    const genbehandling = { genbehandling: '1aar', anbragtInden1Aar: false };
    await rejse.gem(
      `/buu-sager/${endelig}/afgoerelse`,
      { ...stemmer, dato: dag('12-23'), formaal: 'Ro.', genbehandling },
      'bs01',
    );
    expect((await rejse.get(sti)).body).toMatchObject({ fase: 'erstattet', slut: dag('12-23') });
    expect((await rejse.frister(sagId))['formandsbeslutning-gyldighed']).toBe(`${dag('12-23')} opfyldt`);
  });

  test('uden godkendelse bortfalder den af sig selv, og det noteres, hvad der sker med barnet', async () => {
    const { sagId } = await rejse.familie(foedt, dag('01-15'));
    const { formandsafgoerelseId = '' } = await rejse.gem(
      `/sager/${sagId}/formandsafgoerelser`,
      {
        ...{ afgoerelseKode: 'laegelig-behandling', truffet: tid('11-02T10:00'), formaal: 'Liv.' },
        begrundelse: 'Kan ikke vente.',
      },
      'fm01',
    );
    const sti = `/formandsafgoerelser/${formandsafgoerelseId}`;
    await rejse.gem(`${sti}/ivaerksaettelse`, { ivaerksat: tid('11-02T10:30') });
    expect((await rejse.get(sti)).body).toMatchObject({
      fase: 'ivaerksat',
      bortfaldet: true,
      godkendesSenest: dag('11-08'),
    });
    expect(await rejse.skridt(sagId)).toEqual(
      expect.arrayContaining(['skal formandsbeslutning-bortfald', 'maa-ikke formandsbeslutning-godkendelse']),
    );
    expect((await rejse.frister(sagId))['formandsbeslutning-godkendelse']).toBe(`${dag('11-08')} overskredet`);
    expect((await rejse.nej(`${sti}/bortfald`, { dato: dag('11-08'), opfoelgning: 'x' }))[1]).toBe('ikke-bortfaldet');
    await rejse.gem(`${sti}/bortfald`, { dato: dag('11-09'), opfoelgning: 'Barnet er hjemme.' });
    expect((await rejse.frister(sagId))['formandsbeslutning-godkendelse']).toBe(`${dag('11-08')} bortfaldet`);
    await rejse.gem(`/sager/${sagId}/lukning`, { lukket: dag('12-01'), begrundelse: 'Slut.' });
  });
});

test('rejses sagen under serviceloven og afgøres under barnets lov, er det 11-årige barn blevet part', async () => {
  const familie = await rejse.familie('2012-06-01', '2023-10-01');
  const { sagId, barnId } = familie;
  const bfuId = await rejse.undersoegelse(sagId, '2023-10-02', '2023-11-15');
  const planId = await rejse.plan(sagId, 'handleplan', bfuId, '2023-11-20');
  const { buuSagId = '' } = await rejse.gem(`/sager/${sagId}/buu-sager`, {
    ...{ afgoerelseKode: 'anbringelse-uden-samtykke', dato: '2023-12-01', begrundelse: 'Skade.' },
  });
  const sti = `/buu-sager/${buuSagId}`;
  await rejse.gem(`${sti}/indstilling`, {
    ...indstilling,
    dato: '2023-12-10',
    boernesamtaleDato: '2023-12-05',
    bfuId,
    planId,
  });
  expect((await rejse.nej(`${sti}/vejledninger`, { personId: barnId, dato: '2023-12-11', maade: 'brev' }))[1]).toBe(
    'ikke-part',
  );
  await tilMoede(rejse, familie, buuSagId, '2024-01-10', false);
  const krop = {
    ...stemmer,
    dato: '2024-01-10',
    formaal: 'Ro.',
    genbehandling: { genbehandling: '1aar', anbragtInden1Aar: false },
  };
  expect((await rejse.nej(`${sti}/afgoerelse`, krop, 'bs01')).slice(1)).toEqual([
    ...['buu-kan-ikke-afgoere', 'BL §§ 140-141; BL § 142, stk. 2', ['advokatbistand', 'buu-udtaleret']],
  ]);
  await rejse.gem(`${sti}/vejledninger`, { personId: barnId, dato: '2024-01-05', maade: 'brev' });
  await rejse.gem(
    `${sti}/udtalelser`,
    { personId: barnId, dato: '2024-01-10', udfald: 'udtalt', udtalelse: 'Nej.' },
    'bs01',
  );
  await rejse.gem(`${sti}/afgoerelse`, krop, 'bs01');
  expect((await rejse.get(sti)).body).toMatchObject({
    regime: 'SEL',
    afgjort: { regime: 'BL', hjemmel: 'BL §§ 47 og 49' },
  });
});
