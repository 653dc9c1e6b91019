import { Rejse } from './familie.js';

/** Requests for access through HTTP, under both acts: the deadline is the same, who is a party is not. */
const LOVE = [
  { lov: 'SEL', aar: '2023', foedt: '2012-01-10', barnetErPart: false },
  { lov: 'BL', aar: '2026', foedt: '2015-01-10', barnetErPart: true },
] as const;

let rejse: Rejse;
beforeAll(async () => {
  rejse = await Rejse.start('2027-06-30T10:00:00+02:00', { sb01: ['sagsbehandler'], ad01: ['administrator'] });
});
afterAll(() => rejse.stop());

describe.each(LOVE)('$lov', ({ aar, foedt, barnetErPart }) => {
  const dag = (maanedDag: string): string => `${aar}-${maanedDag}`;
  const tid = (maanedDag: string): string => `${dag(maanedDag)}T12:00:00+02:00`;

  test('parten er den, loven siger den dag; andre må bruge offentlighedsloven', async () => {
    const { sagId, barnId, morId, farId } = await rejse.familie(foedt, dag('01-15'));
    const sti = `/sager/${sagId}/aktindsigter`;
    const anmod = (anmoderId: string) => ({ art: 'part', anmoderId, modtaget: dag('06-01'), oensker: 'Alt.' });
    await rejse.gem(sti, anmod(morId));
    expect((await rejse.nej(sti, anmod(farId))).slice(0, 3)).toEqual([422, 'ikke-part', 'forvaltningsloven § 9']);
    expect((await rejse.post(sti, anmod(barnId))).status).toBe(barnetErPart ? 201 : 422);
    const presse = { art: 'offentlighed', anmoderNavn: 'Avisen Test', modtaget: dag('06-01'), oensker: 'Alt.' };
    const { aktindsigtId = '' } = await rejse.gem(sti, presse);
    expect((await rejse.get(`/aktindsigter/${aktindsigtId}`)).body).toMatchObject({
      ...{ anmoderNavn: 'Avisen Test', kendtPerson: false },
    });
  });

  test('syv arbejdsdage, hvor grundlovsdag ikke tæller; fristbrevet lover en ny dag', async () => {
    const { sagId, morId } = await rejse.familie(foedt, dag('01-15'));
    const { aktindsigtId = '', svarSenest } = await rejse.gem(`/sager/${sagId}/aktindsigter`, {
      ...{ art: 'part', anmoderId: morId, modtaget: dag('06-01'), oensker: 'Alt.' },
    });
    // 2026: 1 June is a Monday: 2, 3, 4, (5 is closed), 8, 9, 10, 11. 2023: a Thursday: 2, (5), 6, 7, 8, 9, 12, 13.
    const frist = aar === '2026' ? dag('06-11') : dag('06-13');
    expect(svarSenest).toBe(frist);
    expect((await rejse.frister(sagId, tid('06-02')))['aktindsigt']).toContain(frist);
    expect(await rejse.skridt(sagId)).toEqual(expect.arrayContaining(['skal aktindsigt', 'kan aktindsigt-fristbrev']));
    await rejse.gem(`/aktindsigter/${aktindsigtId}/fristbreve`, {
      ...{ sendt: dag('06-08'), forventet: dag('06-29'), begrundelse: 'Omfattende.' },
    });
    const frister = await rejse.frister(sagId, tid('06-15'));
    expect([frister['aktindsigt'], frister['aktindsigt-fristbrev']]).toEqual([
      `${frist} opfyldt`,
      `${dag('06-29')} kommende`,
    ]);
    // 14 days after 1 June: 15 June.
    expect(
      (await rejse.nej(`/aktindsigter/${aktindsigtId}/tidsklage`, { modtaget: dag('06-14') })).slice(0, 3),
    ).toEqual([422, 'klage-for-tidlig', 'offentlighedsloven (klagekapitlet)']);
    await rejse.gem(`/aktindsigter/${aktindsigtId}/tidsklage`, { modtaget: dag('06-16') });
    await rejse.gem(`/aktindsigter/${aktindsigtId}/tidsklage/videresendelse`, { dato: dag('06-18') });
    const delvis = { dato: dag('06-26'), udfald: 'delvis', begrundelse: 'Andres forhold.' };
    expect((await rejse.nej(`/aktindsigter/${aktindsigtId}/afgoerelse`, delvis))[1]).toBe('klagevejledning-mangler');
    await rejse.gem(`/aktindsigter/${aktindsigtId}/afgoerelse`, { ...delvis, klagevejledning: true });
    const efter = await rejse.frister(sagId, tid('06-30'));
    expect([efter['aktindsigt-fristbrev'], efter['aktindsigt-klage-tid']?.split(' ')[1]]).toEqual([
      `${dag('06-29')} opfyldt`,
      'opfyldt',
    ]);
    expect((await rejse.get(`/sager/${sagId}/aktindsigter`)).body.poster).toMatchObject([{ tilstand: 'delvis' }]);
  });

  test('den registrerede får svar inden en måned, eller inden tre efter besked om forlængelse', async () => {
    const { sagId, farId } = await rejse.familie(foedt, dag('01-15'));
    await rejse.gem(`/sager/${sagId}/lukning`, { lukket: dag('02-01'), begrundelse: 'Slut.' });
    const { aktindsigtId = '' } = await rejse.gem(`/sager/${sagId}/aktindsigter`, {
      ...{ art: 'gdpr', anmoderId: farId, modtaget: dag('03-31'), oensker: 'Mine oplysninger.' },
    });
    // A month from 31 March: 30 April.
    expect((await rejse.frister(sagId, tid('04-01')))['gdpr-indsigt']).toBe(`${dag('04-30')} kommende`);
    expect(
      (await rejse.nej(`/aktindsigter/${aktindsigtId}/forlaengelse`, { sendt: dag('05-01'), begrundelse: 'x' }))[1],
    ).toBe('forlaengelse-for-sent');
    await rejse.gem(`/aktindsigter/${aktindsigtId}/forlaengelse`, {
      sendt: dag('04-30'),
      begrundelse: 'Mange systemer.',
    });
    const frister = await rejse.frister(sagId, tid('05-02'));
    expect([frister['gdpr-indsigt'], frister['gdpr-indsigt-forlaenget']]).toEqual([
      `${dag('04-30')} opfyldt`,
      `${dag('06-30')} kommende`,
    ]);
    await rejse.gem(`/aktindsigter/${aktindsigtId}/afgoerelse`, { dato: dag('06-01'), udfald: 'fuld' });
    expect((await rejse.get(`/sager/${sagId}`)).body).toMatchObject({ tilstand: 'lukket' });
  });

  test('andres beskyttede adresser udleveres ikke (CPR-loven § 28)', async () => {
    const { sagId, morId, farId } = await rejse.familie(foedt, dag('01-15'));
    await rejse.gem(`/personer/${morId}/adressebeskyttelse`, { beskyttet: true, gaelderFra: dag('02-01') });
    const { aktindsigtId = '' } = await rejse.gem(`/sager/${sagId}/aktindsigter`, {
      ...{ art: 'offentlighed', anmoderId: farId, modtaget: dag('03-01'), oensker: 'Alt.' },
    });
    const krop = { dato: dag('03-05'), udfald: 'fuld' };
    expect((await rejse.nej(`/aktindsigter/${aktindsigtId}/afgoerelse`, krop)).slice(1, 3)).toEqual([
      ...['beskyttet-adresse', 'CPR-loven § 28'],
    ]);
    await rejse.gem(`/aktindsigter/${aktindsigtId}/afgoerelse`, { ...krop, maskeret: true });
  });
});

test('har kommunen valgt, at grundlovsdag er en arbejdsdag, er svaret og fristen én dag tidligere', async () => {
  await rejse.gem(
    '/serviceniveauer/parametre',
    { gaelderFra: '2026-06-02', ikkeArbejdsdage: ['12-24', '12-31'], beslutning: 'Udvalget 2026-05-01, punkt 3' },
    'ad01',
  );
  const { sagId, morId } = await rejse.familie('2015-01-10', '2026-01-15');
  // From Tuesday 2 June 2026: 3, 4, 5, 8, 9, 10 and 11; without the choice 5 June is closed and it would be the 12th.
  const { svarSenest } = await rejse.gem(`/sager/${sagId}/aktindsigter`, {
    ...{ art: 'part', anmoderId: morId, modtaget: '2026-06-02', oensker: 'Alt.' },
  });
  const { aktindsigt } = await rejse.frister(sagId, '2026-06-03T12:00:00+02:00');
  expect([svarSenest, aktindsigt]).toEqual(['2026-06-11', '2026-06-11 kommende']);
});
