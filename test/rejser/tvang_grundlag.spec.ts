import { type Familie, Rejse } from './familie.js';

/** What a decision without consent rests on: a basis that still holds, a child, and a chairman's decision that may have lapsed. */
const LOVE = [
  {
    ...{ lov: 'SEL', aar: '2023', foedt: '2011-01-10', plantype: 'handleplan', p62: 'SEL § 62, stk. 1 og 3' },
    ...{ voksen: '2005-03-01', formand: 'SEL § 75', sikret: 'SEL § 63 b', anbringelse: 'SEL § 58' },
    efter18: 'SEL § 68, stk. 11',
  },
  {
    ...{ lov: 'BL', aar: '2026', foedt: '2016-01-10', plantype: 'barnets-plan', p62: 'BL § 50' },
    ...{ voksen: '2008-03-01', formand: 'BL § 143', sikret: 'BL § 62', anbringelse: 'BL §§ 47 og 49' },
    efter18: 'BL § 111, stk. 1',
  },
] as const;

let rejse: Rejse;
beforeAll(async () => {
  rejse = await Rejse.start('2026-12-30T10:00:00+01:00', {
    ...{ sb01: ['sagsbehandler'], tl01: ['teamleder'], bs01: ['buu-sekretaer'], fm01: ['formand'] },
  });
});
afterAll(() => rejse.stop());

describe.each(LOVE)('$lov', ({ lov, aar, foedt, voksen, plantype, p62, formand, sikret, anbringelse, efter18 }) => {
  const udvalg = lov === 'SEL' ? 'SEL § 74' : 'BL § 142';
  const dag = (maanedDag: string): string => `${aar}-${maanedDag}`;
  const rejs = (sagId: string, afgoerelseKode: string, dato: string, mere: object = {}) =>
    ({ sti: `/sager/${sagId}/buu-sager`, krop: { afgoerelseKode, dato, begrundelse: 'Skade.', ...mere } }) as const;

  /** Recommended, advised, heard and met; not decided. */
  async function tilMoede({ morId, barnId }: Familie, buuSagId: string, dato: string, grundlag: object) {
    const sti = `/buu-sager/${buuSagId}`;
    await rejse.gem(`${sti}/indstilling`, {
      ...{ dato, boernesamtaleDato: dato, indstilling: 'Anbringes.', formaal: 'Ro.', varighedMaaneder: 24 },
      ...{ barnetsHoldning: 'Imod.', foraeldrenesHoldning: 'Imod.', ...grundlag },
    });
    for (const personId of [morId, barnId]) {
      await rejse.gem(`${sti}/vejledninger`, { personId, dato, maade: 'brev' });
      await rejse.gem(`${sti}/udtalelser`, { personId, dato, udfald: 'udtalt', udtalelse: 'Nej.' }, 'bs01');
    }
    await rejse.gem(`${sti}/moede`, { moede: `${dato}T09:00:00+02:00` }, 'bs01');
    return `${sti}/afgoerelse`;
  }
  const vedtag = (dato: string, genbehandling: object) => ({
    ...{ dato, vedtaget: true, foelgerIndstilling: true, stemmerFor: 5, stemmerImod: 0, begrundelse: 'Skade.' },
    ...{ formaal: 'Ro.', genbehandling },
  });
  async function grundlagI(sagId: string): Promise<{ bfuId: string; planId: string }> {
    const bfuId = await rejse.undersoegelse(sagId, dag('01-20'), dag('02-01'));
    return { bfuId, planId: await rejse.plan(sagId, plantype, bfuId, dag('02-02')) };
  }
  const fastsat = { genbehandling: 'fastsat', genbehandlesSenest: dag('09-05'), anbragtInden1Aar: false };

  test('en opretholdelse har noget at opretholde, og det gælder endnu', async () => {
    const familie = await rejse.familie(foedt, dag('01-15'));
    const { sagId } = familie;
    const grundlag = await grundlagI(sagId);
    const foerste = rejs(sagId, 'anbringelse-uden-samtykke', dag('03-30'));
    const { buuSagId: genbehandlerId = '' } = await rejse.gem(foerste.sti, foerste.krop);
    await rejse.gem(
      await tilMoede(familie, genbehandlerId, dag('04-03'), grundlag),
      vedtag(dag('04-03'), fastsat),
      'bs01',
    );

    const uden = rejs(sagId, 'opretholdelse', dag('08-20'));
    expect(await rejse.nej(uden.sti, uden.krop)).toEqual([
      ...[422, 'genbehandling-uden-grundlag', p62, ['genbehandlerId']],
    ]);
    const forSent = rejs(sagId, 'opretholdelse', dag('09-06'), { genbehandlerId });
    expect((await rejse.nej(forSent.sti, forSent.krop)).slice(0, 3)).toEqual([422, 'grundlag-ophoert', p62]);
    const fremmed = rejs(sagId, 'opretholdelse', dag('09-06'), { overtagetGrundlagTil: dag('09-05') });
    expect((await rejse.nej(fremmed.sti, fremmed.krop)).slice(0, 3)).toEqual([422, 'grundlag-ophoert', p62]);

    // Raised in time, but the committee meets the day after the basis ended.
    const iTide = rejs(sagId, 'opretholdelse', dag('08-20'), { genbehandlerId });
    const { buuSagId = '' } = await rejse.gem(iTide.sti, iTide.krop);
    const sti = await tilMoede(familie, buuSagId, dag('09-06'), grundlag);
    const igen = { genbehandling: '2aar', anbragtInden1Aar: true };
    expect((await rejse.nej(sti, vedtag(dag('09-06'), igen), 'bs01')).slice(0, 3)).toEqual([
      ...[422, 'grundlag-ophoert', p62],
    ]);
    // The basis is lifted: then there is nothing to keep either, although its day has not passed.
    await rejse.gem(`/buu-sager/${genbehandlerId}/ophoer`, {
      ...{ dato: dag('08-25'), aarsag: 'ophaevet', begrundelse: 'Retten.' },
    });
    await rejse.gem(`/buu-sager/${buuSagId}/moede`, { moede: `${dag('09-04')}T09:00:00+02:00` }, 'bs01');
    const efterOphoer = await rejse.nej(sti, vedtag(dag('09-04'), igen), 'bs01');
    expect(efterOphoer.slice(0, 3)).toEqual([422, 'grundlag-ophoert', p62]);
  });

  test('udvalget og formanden træffer ikke afgørelser om en ung på 18', async () => {
    const { sagId } = await rejse.familie(voksen, dag('01-15'));
    const foer = rejs(sagId, 'sikret', dag('02-28'));
    await rejse.gem(foer.sti, foer.krop);
    const efter = rejs(sagId, 'sikret', dag('03-01'));
    expect((await rejse.nej(efter.sti, efter.krop)).slice(0, 3)).toEqual([422, 'fyldt-18', `${sikret}; ${efter18}`]);
    const foreloebig = {
      ...{ afgoerelseKode: 'anbringelse-uden-samtykke', truffet: `${dag('03-01')}T00:30:00+01:00` },
      ...{ formaal: 'Sikkerhed.', begrundelse: 'Kan ikke vente.' },
    };
    expect((await rejse.nej(`/sager/${sagId}/formandsafgoerelser`, foreloebig, 'fm01')).slice(0, 3)).toEqual([
      ...[422, 'fyldt-18', `${anbringelse}; ${efter18}`],
    ]);
  });

  test('er formandens afgørelse bortfaldet, kan udvalget stadig træffe den endelige', async () => {
    const familie = await rejse.familie(foedt, dag('01-15'));
    const { sagId } = familie;
    const grundlag = await grundlagI(sagId);
    const { formandsafgoerelseId = '' } = await rejse.gem(
      `/sager/${sagId}/formandsafgoerelser`,
      {
        ...{ afgoerelseKode: 'anbringelse-uden-samtykke', truffet: `${dag('04-01')}T10:00:00+02:00` },
        ...{ formaal: 'Sikkerhed.', begrundelse: 'Kan ikke vente.' },
      },
      'fm01',
    );
    const sti = `/formandsafgoerelser/${formandsafgoerelseId}`;
    await rejse.gem(`${sti}/ivaerksaettelse`, { ivaerksat: `${dag('04-01')}T11:00:00+02:00` });
    const endelig = rejs(sagId, 'anbringelse-uden-samtykke', dag('04-02'), { formandsafgoerelseId });
    const { buuSagId = '' } = await rejse.gem(endelig.sti, endelig.krop);
    // Seven days counting the first: it held until 7 April.
    const afgoer = await tilMoede(familie, buuSagId, dag('04-12'), grundlag);
    const godkendelse = rejs(sagId, 'godkendelse-foreloebig', dag('04-02'), { formandsafgoerelseId });
    const { buuSagId: godkendelseId = '' } = await rejse.gem(godkendelse.sti, godkendelse.krop);
    const godkend = await tilMoede(familie, godkendelseId, dag('04-12'), {});
    const { genbehandling: _genbehandling, ...enig } = vedtag(dag('04-12'), {});
    expect((await rejse.nej(godkend, enig, 'bs01')).slice(0, 2)).toEqual([422, 'foreloebig-afgoerelse-bortfaldet']);
    const { afgoerelseId = '' } = await rejse.gem(
      afgoer,
      vedtag(dag('04-12'), { genbehandling: '1aar', anbragtInden1Aar: false }),
      'bs01',
    );
    expect((await rejse.get(`/afgoerelser/${afgoerelseId}`)).body).toMatchObject({
      organ: 'BUU',
      hjemmel: anbringelse,
    });
    // The lapsed decision is not replaced; what happened with the child meanwhile is still to be noted.
    expect((await rejse.get(sti)).body).toMatchObject({ fase: 'ivaerksat', bortfaldet: true });
    expect(await rejse.skridt(sagId)).toContain('skal formandsbeslutning-bortfald');
    await rejse.gem(`${sti}/bortfald`, { dato: dag('04-13'), opfoelgning: `Barnet kom hjem (${formand}).` });
  });

  test('udvalget får kun det, der er dets, og kun fra barnets egen sag', async () => {
    const familie = await rejse.familie(foedt, dag('01-15'));
    const { sagId } = familie;
    const kb = rejs(sagId, 'hjemgivelse', dag('02-01'));
    expect((await rejse.nej(kb.sti, kb.krop)).slice(0, 3)).toEqual([422, 'forvaltningens-afgoerelse', udvalg]);
    const laege = rejs(sagId, 'laegelig-behandling', dag('02-01'));
    const { buuSagId = '' } = await rejse.gem(laege.sti, laege.krop);
    const intet = rejs(sagId, 'opretholdelse', dag('02-02'), { genbehandlerId: buuSagId });
    expect((await rejse.nej(intet.sti, intet.krop)).slice(0, 3)).toEqual([422, 'intet-at-genbehandle', p62]);
    const { formandsafgoerelseId = '' } = await rejse.gem(
      `/sager/${sagId}/formandsafgoerelser`,
      {
        ...{ afgoerelseKode: 'anbringelse-uden-samtykke', truffet: `${dag('02-03')}T10:00:00+01:00` },
        ...{ formaal: 'Sikkerhed.', begrundelse: 'Kan ikke vente.' },
      },
      'fm01',
    );
    const anden = await rejse.familie(foedt, dag('01-15'));
    const fremmed = rejs(anden.sagId, 'godkendelse-foreloebig', dag('02-04'), { formandsafgoerelseId });
    expect((await rejse.nej(fremmed.sti, fremmed.krop)).slice(0, 2)).toEqual([422, 'anden-sag']);
    // The chairman decided a placement: a decision on treatment does not take its place, one on the placement does.
    const andet = rejs(sagId, 'laegelig-behandling', dag('02-04'), { formandsafgoerelseId });
    expect((await rejse.nej(andet.sti, andet.krop)).slice(0, 3)).toEqual([422, 'foreloebig-anden-slags', formand]);
    const samme = rejs(sagId, 'anbringelse-uden-samtykke', dag('02-04'), { formandsafgoerelseId });
    await rejse.gem(samme.sti, samme.krop);
  });

  test('uden barnets fødselsdato kan ingen sige, om det er part; hvor alderen er ligegyldig, spærrer den ikke', async () => {
    const { sagId = '' } = await rejse.gem('/sager', {
      barn: { navn: 'Ukendt Testesen' },
      ...{ omraade: 'social', grund: 'ansoegning', oprettet: dag('01-15') },
    });
    const parter = (kode: string) => rejse.get(`/sager/${sagId}/parter?afgoerelseKode=${kode}&dato=${dag('02-01')}`);
    const { status, body } = await parter('anbringelse-samtykke');
    expect([status, String(body.type).split('/').at(-1), body.paragraf]).toEqual([
      ...[422, 'foedselsdato-mangler', lov === 'SEL' ? 'SEL §§ 74 og 167' : 'BL § 3'],
    ]);
    expect((await parter('bfu')).body.personer).toMatchObject([{ rolle: 'barn', part: false }]);
  });

  test('en gift ung er ikke under forældremyndighed (forældreansvarsloven § 1)', async () => {
    const { sagId, barnId, morId } = await rejse.familie(`${String(Number(aar) - 17)}-01-10`, dag('01-15'));
    const part = async (dato: string) => {
      const svar = await rejse.get(`/sager/${sagId}/parter?afgoerelseKode=bfu&dato=${dato}`);
      const personer = svar.body.personer as readonly { personId: string; part: boolean }[];
      return [barnId, morId].map((id) => personer.find(({ personId }) => personId === id)?.part);
    };
    expect(await part(dag('03-01'))).toEqual([false, true]);
    await rejse.gem(`/personer/${barnId}/rettelser`, { giftFra: dag('03-01'), aarsag: 'Vielsesattest.' });
    expect(await part(dag('02-28'))).toEqual([false, true]);
    expect(await part(dag('03-01'))).toEqual([true, false]);
  });
});
