import { Rejse } from './familie.js';

/** From a notification of danger to help, the parents told, the siblings not forgotten and the move known, under both acts. */
const LOVE = [
  { lov: 'SEL', aar: '2023', foedt: '2010-01-10' },
  { lov: 'BL', aar: '2026', foedt: '2013-01-10' },
] as const;

let rejse: Rejse;
beforeAll(async () => {
  rejse = await Rejse.start('2026-12-30T10:00:00+01:00', {
    sb01: ['sagsbehandler'],
    mo01: ['modtagelse'],
    fm01: ['formand'],
  });
});
afterAll(() => rejse.stop());

describe.each(LOVE)('$lov', ({ lov, aar, foedt }) => {
  const dag = (maanedDag: string): string => `${aar}-${maanedDag}`;
  const tid = (maanedDagKl: string): string => `${aar}-${maanedDagKl}:00+01:00`;
  const akut = lov === 'SEL' ? 'SEL § 155, stk. 2' : 'BL § 136';
  const modtag = (barnId: string, mere: object = {}) =>
    rejse.gem(
      '/underretninger',
      {
        ...{ barn: { barnId }, modtaget: tid('02-01T10:00'), form: 'telefonisk', beskrivelse: 'Bange hjemme.' },
        underretter: { anonym: false, kode: '2', navn: 'Inga Lærer', kontakt: 'inga@skole.example' },
        aarsagKoder: ['UDSLAG14'],
        ...mere,
      },
      'mo01',
    );
  const vurder = (underretningId: string, erAkut: boolean) =>
    rejse.gem(
      `/underretninger/${underretningId}/akutvurdering`,
      {
        ...{ vurderet: tid('02-01T12:00'), akut: erAkut, risikofaktorer: 'x', beskyttelsesfaktorer: 'x' },
        begrundelse: 'x',
      },
      'mo01',
    );
  const screening = { spor: 'bfu', screenet: tid('02-03T10:00'), begrundelse: 'Skal undersøges.' };

  test('en hastesag: formanden afgør, handlingen registreres, og først da kan der screenes', async () => {
    const { sagId, barnId } = await rejse.familie(foedt, dag('01-15'));
    const { underretningId = '' } = await modtag(barnId);
    await vurder(underretningId, true);
    const sti = `/underretninger/${underretningId}`;
    expect(await rejse.nej(`${sti}/screening`, screening, 'mo01')).toEqual([
      ...[422, 'underretning-kan-ikke-screenes', akut, ['akut-handling']],
    ]);
    expect(await rejse.skridt(sagId)).toContain('skal akut-handling');
    const { formandsafgoerelseId = '' } = await rejse.gem(
      `/sager/${sagId}/formandsafgoerelser`,
      {
        ...{ afgoerelseKode: 'anbringelse-uden-samtykke', truffet: tid('02-01T14:00'), underretningId },
        ...{ formaal: 'Sikkerhed.', begrundelse: 'Kan ikke vente.' },
      },
      'fm01',
    );
    const handling = { handlet: tid('02-01T15:00'), handling: 'formandsafgoerelse', beskrivelse: 'Anbragt.' };
    expect((await rejse.nej(`${sti}/akut-handlinger`, handling, 'mo01'))[1]).toBe('formandsafgoerelse-mangler');
    await rejse.gem(`${sti}/akut-handlinger`, { ...handling, formandsafgoerelseId }, 'mo01');
    await rejse.gem(`${sti}/screening`, screening, 'mo01');
    expect((await rejse.get(sti)).body).toMatchObject({
      ...{ tilstand: 'screenet', akut: true },
      akutHandlinger: [{ handling: 'formandsafgoerelse', formandsafgoerelseId }],
    });
    const fremmed = await rejse.familie(foedt, dag('01-15'));
    const anden = await modtag(fremmed.barnId);
    await vurder(String(anden['underretningId']), true);
    expect(
      (
        await rejse.nej(
          `/underretninger/${String(anden['underretningId'])}/akut-handlinger`,
          { ...handling, formandsafgoerelseId },
          'mo01',
        )
      )[1],
    ).toBe('andet-barn');
  });

  test('forældrene oplyses; det kan udskydes til en dag, som bliver en frist', async () => {
    const { sagId, barnId, morId, farId } = await rejse.familie(foedt, dag('01-15'));
    const { underretningId = '' } = await modtag(barnId);
    const sti = `/underretninger/${underretningId}/foraeldreorienteringer`;
    const oplys = { personId: morId, dato: dag('02-10'), maade: 'møde' };
    expect((await rejse.nej(sti, oplys))[3]).toEqual(['underretning-akutvurdering']);
    await vurder(underretningId, false);
    await rejse.gem(`${sti}/udskydelse`, { dato: dag('02-02'), revurderes: dag('02-09'), begrundelse: 'Afhøring.' });
    expect((await rejse.frister(sagId, tid('02-05T12:00')))['underretning-foraeldreorientering-udskudt']).toBe(
      `${dag('02-09')} forfalder`,
    );
    expect((await rejse.nej(sti, { ...oplys, personId: farId })).slice(1, 3)).toEqual([
      ...['ikke-foraeldremyndighed', 'forvaltningsloven § 27'],
    ]);
    // 13 years old: not told, as the young person is from 15.
    expect((await rejse.nej(sti, { ...oplys, personId: barnId }))[1]).toBe('ikke-foraeldremyndighed');
    await rejse.gem(sti, oplys);
    expect((await rejse.frister(sagId, tid('02-11T12:00')))['underretning-foraeldreorientering-udskudt']).toBe(
      `${dag('02-09')} opfyldt-for-sent`,
    );
    expect(await rejse.skridt(sagId)).not.toContain('skal underretning-foraeldreorientering');
  });

  test('den unge fra 15 år og begge forældre med myndighed oplyses, før pligten er opfyldt', async () => {
    const { sagId, barnId, morId } = await rejse.familie(`${String(Number(aar) - 16)}-01-10`, dag('01-15'));
    const { personId: andenId = '' } = await rejse.gem('/personer', { art: 'voksen', navn: 'Anden Testesen' });
    await rejse.relation(barnId, andenId, 'medmor', true, dag('01-01'));
    const { underretningId = '' } = await modtag(barnId);
    await vurder(underretningId, false);
    const oplys = (personId: string) =>
      rejse.gem(`/underretninger/${underretningId}/foraeldreorienteringer`, {
        ...{ personId, dato: dag('02-10'), maade: 'møde' },
      });
    for (const personId of [morId, andenId]) {
      await oplys(personId);
      expect(await rejse.skridt(sagId)).toContain('skal underretning-foraeldreorientering');
    }
    await oplys(barnId);
    expect(await rejse.skridt(sagId)).not.toContain('skal underretning-foraeldreorientering');
  });

  test('tegn på æresrelateret konflikt i én underretning spærrer for at oplyse forældrene om en anden (BL § 18, stk. 3)', async () => {
    const { sagId, barnId, morId } = await rejse.familie(foedt, dag('01-15'));
    const { underretningId = '' } = await modtag(barnId);
    await vurder(underretningId, false);
    const aere = await modtag(barnId, { aeresrelateret: true });
    const sti = `/underretninger/${underretningId}/foraeldreorienteringer`;
    const oplys = { personId: morId, dato: dag('02-10'), maade: 'møde' };
    // The same holds for the talk with the parents in an investigation that was under way.
    const { bfuId = '' } = await rejse.gem(`/sager/${sagId}/undersoegelser`, {
      ...{
        opmaerksomDato: dag('01-16'),
        afgoerelseDato: dag('01-16'),
        begrundelse: 'Behov.',
        grunde: ['alvorlig-eller-kompleks'],
      },
    });
    const samtale = { dato: dag('02-10'), referat: 'Talt med mor.' };
    const udtalelser = `/undersoegelser/${bfuId}/udtalelser`;
    const udtalelse = { aktoer: 'Moster', anmodet: dag('02-09'), svarfrist: dag('02-23'), emne: 'Trivsel.' };
    const hoering = { dato: dag('02-10'), svarfrist: dag('02-24') };
    if (lov === 'BL') {
      const nej = [422, 'risikovurdering-mangler', 'BL § 18, stk. 3', ['aeres-risikovurdering']];
      expect(await rejse.nej(sti, oplys)).toEqual(nej);
      expect(await rejse.nej(`/undersoegelser/${bfuId}/foraeldresamtaler`, samtale)).toEqual(nej);
      // Nor is anybody in the network asked; a professional may be, and who is not said to be one is taken for the other.
      expect(await rejse.nej(udtalelser, { ...udtalelse, kreds: 'netvaerk' })).toEqual(nej);
      expect(await rejse.nej(udtalelser, { ...udtalelse, kreds: 'foraeldre' })).toEqual(nej);
      expect(await rejse.nej(udtalelser, udtalelse)).toEqual(nej);
      await rejse.gem(udtalelser, { ...udtalelse, kreds: 'fagperson' });
      // Nor may the conclusion be gone through with them, or they be heard about it.
      expect(await rejse.nej(`/undersoegelser/${bfuId}/gennemgang`, samtale)).toEqual(nej);
      expect(await rejse.nej(`/undersoegelser/${bfuId}/partshoering`, hoering)).toEqual(nej);
      await rejse.gem(
        `/underretninger/${String(aere['underretningId'])}/risikovurdering`,
        { vurderet: tid('02-02T10:00'), risikovurdering: 'Lav risiko.' },
        'mo01',
      );
    }
    await rejse.gem(sti, oplys);
    await rejse.gem(`/undersoegelser/${bfuId}/foraeldresamtaler`, samtale);
    await rejse.gem(udtalelser, { ...udtalelse, kreds: 'netvaerk' });
    expect((await rejse.nej(`/undersoegelser/${bfuId}/gennemgang`, samtale))[1]).toBe('konklusion-mangler');
    expect((await rejse.nej(`/undersoegelser/${bfuId}/partshoering`, hoering))[1]).toBe('konklusion-mangler');
  });

  test('en henvendelse om søskende: én underretning for hvert barn, med samme henvendelse, tid og underretter', async () => {
    const { sagId, barnId } = await rejse.familie(foedt, dag('01-15'));
    const soester = await rejse.gem('/personer', { art: 'barn', navn: 'Søster Testesen', foedselsdato: foedt });
    await rejse.relation(barnId, String(soester['personId']), 'soeskende', false, foedt);
    const { underretningId = '' } = await modtag(barnId);
    expect(await rejse.skridt(sagId)).toContain('kan underretning-soeskende');
    const svar = await rejse.post(
      `/underretninger/${underretningId}/soeskende`,
      {
        boern: [{ barn: { barnId: soester['personId'] } }, { barn: { navn: 'Lillebror' }, beskrivelse: 'Også bange.' }],
      },
      'mo01',
    );
    expect([svar.status, svar.body.underretninger]).toEqual([201, [expect.anything(), expect.anything()]]);
    const [foerste, anden] = svar.body.underretninger as readonly { underretningId: string; barnId: string }[];
    expect(foerste?.barnId).toBe(soester['personId']);
    const original = (await rejse.get(`/underretninger/${underretningId}`)).body;
    expect(original.soeskendeunderretninger).toEqual([foerste?.underretningId, anden?.underretningId]);
    const ny = (await rejse.get(`/underretninger/${String(anden?.underretningId)}`)).body;
    expect(ny).toMatchObject({
      ...{ henvendelseId: original.henvendelseId, regime: lov, beskrivelse: 'Også bange.', tilstand: 'modtaget' },
      underretter: { navn: 'Inga Lærer' },
    });
    expect(Date.parse(ny.modtaget)).toBe(Date.parse(tid('02-01T10:00')));
    expect(await rejse.skridt(sagId)).not.toContain('kan underretning-soeskende');
    expect(
      (await rejse.nej(`/underretninger/${underretningId}/soeskende`, { boern: [{ barn: { barnId } }] }, 'mo01'))[1],
    ).toBe('samme-barn');
    const igen = { boern: [{ barn: { barnId: soester['personId'] } }] };
    expect((await rejse.nej(`/underretninger/${underretningId}/soeskende`, igen, 'mo01'))[0]).toBe(409);
  });

  test('flytter familien, underrettes den nye kommune med opsummering og materiale, også når sagen er lukket', async () => {
    const { sagId } = await rejse.familie(foedt, dag('01-15'));
    await rejse.gem(`/sager/${sagId}/lukning`, { lukket: dag('03-01'), begrundelse: 'Flyttet.' });
    const krop = {
      ...{ tilKommune: '851', flytter: dag('03-01'), sendt: dag('03-02'), maade: 'sikker mail' },
      ...{ opsummering: 'Behov for støtte.', materiale: 'Undersøgelsen.' },
    };
    const sti = `/sager/${sagId}/mellemkommunale-underretninger`;
    expect((await rejse.nej(sti, { ...krop, tilKommune: '999' }))[1]).toBe('kommune-findes-ikke');
    expect((await rejse.nej(sti, { ...krop, tilKommune: '840' })).slice(1, 3)).toEqual([
      ...['samme-kommune', lov === 'SEL' ? 'SEL § 152, stk. 1' : 'BL § 132, stk. 1'],
    ]);
    const { mellemkommunalId = '' } = await rejse.gem(sti, krop);
    await rejse.gem(`/mellemkommunale-underretninger/${mellemkommunalId}/bekraeftelse`, { modtaget: dag('03-03') });
    expect((await rejse.get(`/mellemkommunale-underretninger/${mellemkommunalId}`)).body).toMatchObject({
      ...{ fase: 'bekraeftet', regime: lov, opsummering: 'Behov for støtte.' },
    });
  });

  test('en ansøgning screenes efter barnets lov, får besked, når fristen ikke holder, og svares med en afgørelse', async () => {
    const { sagId, morId } = await rejse.familie(foedt, dag('01-15'));
    const { ansoegningId = '' } = await rejse.gem(
      `/sager/${sagId}/ansoegninger`,
      { ansoegerId: morId, modtaget: dag('02-01'), svarSenest: dag('03-01'), oensker: 'Aflastning.' },
      'mo01',
    );
    const sti = `/ansoegninger/${ansoegningId}`;
    expect(await rejse.skridt(sagId)).toContain(`${lov === 'BL' ? 'skal' : 'kan'} ansoegning-screening`);
    expect((await rejse.nej(`/sager/${sagId}/lukning`, { lukket: dag('02-02'), begrundelse: 'x' }))[3]).toEqual([
      'aaben-ansoegning',
    ]);
    const { afgoerelseId = '' } = await rejse.gem(`/sager/${sagId}/afgoerelser`, {
      ...{ afgoerelseKode: 'behandling-uddannelse', dato: dag('03-20'), begrundelse: 'Rimeligt.' },
      undtagelse: { grund: 'ubetaenkelig', begrundelse: 'Mor har selv søgt.' },
      boernesamtale: { dato: dag('03-10') },
    });
    const svar = { dato: dag('03-20'), udfald: 'imoedekommet', afgoerelseId };
    if (lov === 'BL') {
      expect(await rejse.nej(`${sti}/afgoerelse`, svar)).toEqual([
        ...[422, 'screening-mangler', 'BL § 18, stk. 1-2', ['screening']],
      ]);
      await rejse.gem(`${sti}/screening`, { dato: dag('02-05'), spor: 'ingen-afdaekning', begrundelse: 'Belyst.' });
    }
    await rejse.gem(`${sti}/beskeder`, { sendt: dag('02-25'), forventet: dag('03-25'), begrundelse: 'Udtalelse.' });
    await rejse.gem(`${sti}/afgoerelse`, svar);
    const frister = await rejse.frister(sagId, tid('03-28T12:00'));
    expect([frister['sagsbehandlingsfrist-besked'], frister['sagsbehandlingsfrist-lovet']]).toEqual([
      ...[`${dag('03-01')} opfyldt`, `${dag('03-25')} opfyldt`],
    ]);
    expect((await rejse.get(sti)).body).toMatchObject({ fase: 'afgjort', regime: lov, afgoerelse: { afgoerelseId } });
    const fremmed = await rejse.familie(foedt, dag('01-15'));
    const anden = await rejse.gem(`/sager/${fremmed.sagId}/ansoegninger`, {
      ...{ ansoegerId: morId, modtaget: dag('02-01'), svarSenest: dag('03-01'), oensker: 'Aflastning.' },
    });
    const andenSti = `/ansoegninger/${String(anden['ansoegningId'])}`;
    await rejse.gem(`${andenSti}/screening`, { dato: dag('02-05'), spor: 'bfu', begrundelse: 'x' });
    expect((await rejse.nej(`${andenSti}/afgoerelse`, svar))[1]).toBe('afgoerelse-i-anden-sag');
  });

  test('barnets egen anmodning om anbringelse findes i barnets lov (§ 48) og ikke i serviceloven', async () => {
    const { sagId, barnId, morId } = await rejse.familie(foedt, dag('01-15'));
    const krop = { modtaget: dag('02-01'), form: 'mundtlig', indhold: 'Vil bo hos mormor.' };
    if (lov === 'SEL') {
      expect((await rejse.nej(`/sager/${sagId}/anbringelsesanmodninger`, krop))[1]).toBe('findes-ikke-i-loven');
      return;
    }
    const { anmodningId = '' } = await rejse.gem(`/sager/${sagId}/anbringelsesanmodninger`, krop);
    const sti = `/anbringelsesanmodninger/${anmodningId}`;
    await rejse.gem(`${sti}/vurdering`, {
      ...{ dato: dag('02-05'), bfuNoedvendig: false, betingelserOpfyldt: false, boernesamtaleDato: dag('02-04') },
      begrundelse: 'Kan hjælpes hjemme.',
    });
    const afgoerelse = { dato: dag('02-20'), udfald: 'ingen', begrundelse: 'Kan hjælpes hjemme.' };
    expect((await rejse.nej(`${sti}/afgoerelse`, afgoerelse))[1]).toBe('partshoering-mangler');
    const undtagelse = { grund: 'ubetaenkelig', begrundelse: 'Parterne har udtalt sig på mødet.' };
    const { afgoerelseId = '' } = await rejse.gem(`${sti}/afgoerelse`, { ...afgoerelse, undtagelse });
    // The child is 13: a party from 10 years, and may complain.
    const parter = (await rejse.get(`/afgoerelser/${afgoerelseId}`)).body.parter as readonly { personId: string }[];
    expect(new Set(parter.map((p) => p.personId))).toEqual(new Set([barnId, morId]));
    expect((await rejse.get(sti)).body).toMatchObject({
      fase: 'afgjort',
      afgoerelse: { udfald: 'ingen', afgoerelseId },
    });
    expect((await rejse.get(`/sager/${sagId}`)).body.enkeltsager).toMatchObject([
      { art: 'anbringelsesanmodning', afsluttet: dag('02-20') },
    ]);
  });
});
