import { Rejse, type Familie } from './familie.js';

/** Complaints from the day they come until Ankestyrelsen's outcome is followed, through HTTP, under both acts. */
const LOVE = [
  // Told Monday 8 May 2023: four weeks end on 5 June, a closed day, so Tuesday 6 June.
  {
    lov: 'SEL',
    oprettet: '2023-01-15',
    foedt: '2016-01-10',
    truffet: '2023-05-08',
    frist: '2023-06-06',
    efter: '2023-06-07',
  },
  // Told Thursday 26 November 2026: 24 December is closed, then two holidays and a Sunday: Monday 28 December.
  {
    lov: 'BL',
    oprettet: '2026-01-15',
    foedt: '2018-01-10',
    truffet: '2026-11-26',
    frist: '2026-12-28',
    efter: '2026-12-29',
  },
] as const;

let rejse: Rejse;
beforeAll(async () => {
  rejse = await Rejse.start('2027-06-30T10:00:00+02:00', { sb01: ['sagsbehandler'], tl01: ['teamleder'] });
});
afterAll(() => rejse.stop());

describe.each(LOVE)('$lov', ({ lov, oprettet, foedt, truffet, frist, efter }) => {
  const undtagelse = { grund: 'ubetaenkelig', begrundelse: 'Mor har selv bedt om det.' };
  const plus = (dato: string, dage: number): string =>
    new Date(Date.parse(dato) + dage * 86_400_000).toISOString().slice(0, 10);

  async function afgoerelse(familie: Familie, kode = 'behandling-uddannelse', mere: object = {}): Promise<string> {
    const { afgoerelseId = '' } = await rejse.gem(`/sager/${familie.sagId}/afgoerelser`, {
      ...{ afgoerelseKode: kode, dato: truffet, begrundelse: 'Fordi.', undtagelse },
      boernesamtale: { dato: plus(truffet, -3) },
      ...mere,
    });
    return afgoerelseId;
  }
  const meddel = (afgoerelseId: string, personId: string) =>
    rejse.gem(`/afgoerelser/${afgoerelseId}/meddelelser`, {
      ...{ personId, sendt: truffet, maade: 'digital-post', klagevejledning: true },
    });
  const klag = (afgoerelseId: string, klagerId: string, modtaget: string) =>
    rejse.gem(`/afgoerelser/${afgoerelseId}/klager`, { klagerId, modtaget, indhold: 'Uenig.' });

  test('klagefristen er fire uger og flyttes fra lukkedage; klagen genvurderes inden fire uger og sendes videre', async () => {
    const familie = await rejse.familie(foedt, oprettet);
    const afgoerelseId = await afgoerelse(familie);
    await meddel(afgoerelseId, familie.morId);
    const sti = `/sager/${familie.sagId}`;
    expect((await rejse.frister(familie.sagId, `${truffet}T12:00:00+01:00`))['klagefrist']).toBe(`${frist} kommende`);
    const klage = await klag(afgoerelseId, familie.morId, frist);
    expect([klage['forSent'], klage['klagefrist']]).toEqual([false, frist]);
    const { klageId = '' } = klage;
    const frister = await rejse.frister(familie.sagId, `${efter}T12:00:00+01:00`);
    expect(frister['klagefrist']).toBe(`${frist} opfyldt`);
    expect(frister['remonstration']).toBe(`${plus(frist, 28)} kommende`);
    expect(await rejse.skridt(familie.sagId)).toEqual(expect.arrayContaining(['skal remonstration']));
    expect((await rejse.nej(`/klager/${klageId}/oversendelse`, { sendt: efter })).slice(0, 3)).toEqual([
      ...[422, 'genvurdering-mangler', 'retssikkerhedsloven § 66'],
    ]);
    await rejse.gem(`/klager/${klageId}/genvurdering`, { dato: efter, udfald: 'fastholdt', begrundelse: 'Intet nyt.' });
    await rejse.gem(`/klager/${klageId}/oversendelse`, { sendt: efter });
    expect((await rejse.frister(familie.sagId, `${efter}T12:00:00+01:00`))['remonstration']).toBe(
      `${plus(frist, 28)} opfyldt`,
    );
    await rejse.gem(`/klager/${klageId}/ankestyrelsen`, {
      dato: plus(frist, 60),
      udfald: 'hjemvist',
      begrundelse: 'Uoplyst.',
    });
    expect(await rejse.skridt(familie.sagId)).toContain('skal klage-hjemvist');
    expect(
      (await rejse.nej(`/klager/${klageId}/gennemfoerelse`, { dato: plus(frist, 70), beskrivelse: 'x' }))[3],
    ).toEqual(['ny-afgoerelse']);
    const ny = await afgoerelse(familie, 'behandling-uddannelse', { dato: plus(frist, 65), erstatterId: afgoerelseId });
    await rejse.gem(`/klager/${klageId}/gennemfoerelse`, {
      ...{ dato: plus(frist, 70), nyAfgoerelseId: ny, beskrivelse: 'Behandlet igen.' },
    });
    expect((await rejse.get(`/klager/${klageId}`)).body).toMatchObject({
      ...{ fase: 'afsluttet', regime: lov, anke: { udfald: 'hjemvist' }, afsluttet: { aarsag: 'gennemfoert' } },
    });
    expect((await rejse.get(`${sti}/klager`)).body.poster).toMatchObject([{ id: klageId, tilstand: 'gennemfoert' }]);
    expect((await rejse.get('/klager?tilstand=gennemfoert', 'tl01')).body.poster.length).toBeGreaterThan(0);
  });

  test('giver kommunen fuldt medhold, er klagesagen slut med den nye afgørelse', async () => {
    const familie = await rejse.familie(foedt, oprettet);
    const afgoerelseId = await afgoerelse(familie);
    await meddel(afgoerelseId, familie.morId);
    const { klageId = '' } = await klag(afgoerelseId, familie.morId, plus(truffet, 7));
    const dato = plus(truffet, 10);
    const uden = { dato, udfald: 'aendret-helt', begrundelse: 'Nye oplysninger.' };
    expect((await rejse.nej(`/klager/${klageId}/genvurdering`, uden))[3]).toEqual(['ny-afgoerelse']);
    const nyAfgoerelseId = await afgoerelse(familie, 'behandling-uddannelse', { dato, erstatterId: afgoerelseId });
    await rejse.gem(`/klager/${klageId}/genvurdering`, { ...uden, nyAfgoerelseId });
    expect((await rejse.get(`/klager/${klageId}`)).body.afsluttet).toEqual({ dato, aarsag: 'medhold' });
  });

  test('en klage, der kommer for sent, sendes til Ankestyrelsen, som alene kan se bort fra det', async () => {
    const familie = await rejse.familie(foedt, oprettet);
    const afgoerelseId = await afgoerelse(familie);
    await meddel(afgoerelseId, familie.morId);
    const klage = await klag(afgoerelseId, familie.morId, efter);
    expect(klage['forSent']).toBe(true);
    expect(await rejse.skridt(familie.sagId)).toContain('skal klage-oversendelse');
    await rejse.gem(`/klager/${String(klage['klageId'])}/oversendelse`, { sendt: efter });
    await rejse.gem(`/klager/${String(klage['klageId'])}/ankestyrelsen`, {
      ...{ dato: plus(efter, 5), udfald: 'afvist', begrundelse: 'For sent.' },
    });
    expect((await rejse.get(`/sager/${familie.sagId}/klager`)).body.poster).toMatchObject([{ tilstand: 'afvist' }]);
  });

  test('uden klagevejledning løber ingen klagefrist', async () => {
    const familie = await rejse.familie(foedt, oprettet);
    const afgoerelseId = await afgoerelse(familie);
    const klage = await klag(afgoerelseId, familie.morId, plus(efter, 100));
    expect([klage['forSent'], klage['klagefrist']]).toEqual([false, null]);
    const far = await klag(afgoerelseId, familie.farId, plus(efter, 100));
    expect((await rejse.get(`/klager/${String(far['klageId'])}`)).body.klagerErPart).toBe(false);
  });

  test('klagen har kun opsættende virkning, når loven giver den det (retssikkerhedsloven § 72)', async () => {
    const familie = await rejse.familie(foedt, oprettet);
    const { klageId = '' } = await klag(await afgoerelse(familie), familie.morId, plus(truffet, 3));
    expect((await rejse.get(`/klager/${klageId}`)).body.opsaettendeVirkning).toBe(false);
    expect(await rejse.skridt(familie.sagId)).toContain('kan opsaettende-virkning');
  });

  test('får parten i virkeligheden afgørelsen senere, er klagen kommet i tide, også når sagen om den er slut', async () => {
    const familie = await rejse.familie(foedt, oprettet);
    const afgoerelseId = await afgoerelse(familie);
    const { meddelelseId = '' } = await meddel(afgoerelseId, familie.morId);
    const { klageId = '' } = await klag(afgoerelseId, familie.morId, efter);
    const set = async () => (await rejse.get(`/klager/${klageId}`)).body as Readonly<Record<string, unknown>>;
    expect(await set()).toMatchObject({ forSent: true, klagefrist: frist });
    const ret = (dato: string) =>
      rejse.gem(`/afgoerelser/${afgoerelseId}/meddelelser/${meddelelseId}/rettelse`, {
        ...{ dato, begrundelse: 'Brevet kom først, da mor var hjemme igen.' },
      });
    // One week later, and so is the last day.
    await ret(plus(truffet, 7));
    const rettet = await set();
    expect(rettet).toMatchObject({ forSent: false, modtaget: efter });
    expect(String(rettet['klagefrist']) > efter).toBe(true);
    // What was said of the day the complaint came does not stand in the way of it.
    await rejse.gem(`/klager/${klageId}/rettelse`, { dato: frist, begrundelse: 'Stemplet viser det.' });
    await ret(truffet);
    expect(await set()).toMatchObject({ forSent: false, klagefrist: frist, modtaget: frist });
    await rejse.gem(`/klager/${klageId}/tilbagetraekning`, { dato: plus(frist, 2) });
    await ret(plus(truffet, 7));
    expect(String((await set())['klagefrist']) > frist).toBe(true);
  });

  test('rettes dagen, hvor afgørelsen blev sendt, regnes modtagelsen og klagefristen om, også for klager (RSL § 67)', async () => {
    const familie = await rejse.familie(foedt, oprettet);
    const afgoerelseId = await afgoerelse(familie);
    const { meddelelseId = '' } = await meddel(afgoerelseId, familie.morId);
    const { klageId = '' } = await klag(afgoerelseId, familie.morId, efter);
    const ret = (hvad: string, dato: string) =>
      rejse.gem(`/afgoerelser/${afgoerelseId}/meddelelser/${meddelelseId}${hvad}/rettelse`, {
        ...{ dato, begrundelse: 'Kvitteringen viser det.' },
      });
    const klage = async () => (await rejse.get(`/klager/${klageId}`)).body as Readonly<Record<string, unknown>>;
    expect(await klage()).toMatchObject({ forSent: true });
    // Digitally: received the day it was sent.
    expect(await ret('/afsendelse', plus(truffet, 7))).toMatchObject({ modtaget: plus(truffet, 7) });
    expect(await klage()).toMatchObject({ forSent: false });
    // A receipt that has been put right itself is known, and stands.
    await ret('', plus(truffet, 9));
    expect(await ret('/afsendelse', plus(truffet, 3))).toMatchObject({ modtaget: plus(truffet, 9) });
  });

  test('der kan klages i en lukket sag, som bliver ved med at være lukket', async () => {
    const familie = await rejse.familie(foedt, oprettet);
    const afgoerelseId = await afgoerelse(familie);
    await meddel(afgoerelseId, familie.morId);
    await rejse.gem(`/sager/${familie.sagId}/lukning`, { lukket: plus(truffet, 1), begrundelse: 'Slut.' });
    const { klageId = '' } = await klag(afgoerelseId, familie.morId, plus(truffet, 5));
    await rejse.gem(`/klager/${klageId}/tilbagetraekning`, { dato: plus(truffet, 6) });
    expect((await rejse.get(`/sager/${familie.sagId}`)).body).toMatchObject({
      tilstand: 'lukket',
      enkeltsager: [{ enkeltsagId: klageId, art: 'klage', afsluttet: plus(truffet, 6) }],
    });
  });
});
