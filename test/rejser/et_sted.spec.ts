import { Rejse, type Familie } from './familie.js';

/** A child with two cases lives in one place all the same: a placement in the one is seen from the other. */
let rejse: Rejse;
beforeAll(async () => {
  rejse = await Rejse.start('2026-12-30T10:00:00+01:00', { sb01: ['sagsbehandler'], tl01: ['teamleder'] });
});
afterAll(() => rejse.stop());

describe.each([
  ['SEL', 2022, 'SEL § 68 b'],
  ['BL', 2025, 'BL § 52'],
] as const)('Et barn med to sager (%s)', (_lov, aar, paragraf) => {
  const dag = (maanedDag: string): string => `${String(aar)}-${maanedDag}`;
  const afgoerelse = {
    ...{ varighedMaaneder: 12, formaal: 'Ro.', begrundelse: 'Behov.', barnetsHoldning: 'Vil gerne.' },
    planUndtagelse: 'Kan ikke vente.',
    anbringelse: { stedGodkendt: dag('01-10'), omsorgssvigt: false, udenUndersoegelse: 'Mor er indlagt.' },
  };

  /** A visitation about a placement that lacks only the decision. */
  async function klar(sagId: string, f: Familie, maaned: string): Promise<string> {
    const { visitationId = '' } = await rejse.gem(`/sager/${sagId}/visitationer`, {
      ...{ dato: dag(`${maaned}-01`), formaal: 'Ro.' },
    });
    const v = `/visitationer/${visitationId}`;
    await rejse.gem(`${v}/indsatser`, {
      ...{ dato: dag(`${maaned}-02`), indsatskode: 'anbringelse', maalgruppe: 'barn', prisOere: 250_000 },
      ...{ prisEnhed: 'doegn', antal: 1, antalPr: 'doegn', forventetStart: dag(`${maaned}-15`), maaneder: 12 },
      ...{ begrundelse: 'Behov.', stedtype: 'opholdssted', sted: 'Opholdsstedet Prøvesen' },
    });
    await rejse.gem(`${v}/til-godkendelse`, { dato: dag(`${maaned}-03`) });
    await rejse.gem(`${v}/godkendelse`, { dato: dag(`${maaned}-04`), forum: 'leder' }, 'tl01');
    await rejse.gem(`${v}/samtykker`, {
      ...{ personId: f.morId, svar: 'givet', dato: dag(`${maaned}-05`), form: 'skriftlig' },
      ...{ informeret: true, omfatterFormaal: true },
    });
    return v;
  }
  const paa = (maaned: string) => ({
    ...afgoerelse,
    afgoerelseDato: dag(`${maaned}-10`),
    boernesamtale: { dato: dag(`${maaned}-06`) },
  });

  test(`er det anbragt i den ene, anbringes det ikke igen i den anden (${paragraf})`, async () => {
    const f = await rejse.familie(`${String(aar - 8)}-01-10`, dag('01-15'));
    const { sagId: anden = '' } = await rejse.gem('/sager', {
      ...{ barnId: f.barnId, omraade: 'handicap', grund: 'ansoegning', oprettet: dag('01-16') },
    });
    const svar = await rejse.gem(`${await klar(f.sagId, f, '02')}/afgoerelse`, paa('02'));
    const [bevilget] = svar['bevilgede'] as unknown as readonly { readonly enkeltsagId: string }[];
    await rejse.gem(`/anbringelser/${bevilget?.enkeltsagId ?? ''}/ivaerksaettelse`, { dato: dag('02-15') });
    // The place of the exception is in the journal, for whoever asks later why the investigation was not awaited.
    const journal = JSON.stringify((await rejse.get(`/boern/${f.barnId}/journal`)).body);
    expect(journal).toContain('Uden afsluttet undersøgelse: Mor er indlagt.');
    expect(await rejse.nej(`${await klar(anden, f, '03')}/afgoerelse`, paa('03'))).toEqual([
      ...[409, 'barnet-er-anbragt', paragraf, undefined],
    ]);
  });

  test(`er det afgjort, at det anbringes, afgøres det ikke igen for samme tid, før den første er erstattet (${paragraf})`, async () => {
    const f = await rejse.familie(`${String(aar - 8)}-01-10`, dag('01-15'));
    const { sagId: anden = '' } = await rejse.gem('/sager', {
      ...{ barnId: f.barnId, omraade: 'handicap', grund: 'ansoegning', oprettet: dag('01-16') },
    });
    const bevilget = (svar: Readonly<Record<string, unknown>>): string =>
      (svar['bevilgede'] as readonly { readonly enkeltsagId: string }[])[0]?.enkeltsagId ?? '';
    const foerste = bevilget(await rejse.gem(`${await klar(f.sagId, f, '02')}/afgoerelse`, paa('02')));
    const v = await klar(anden, f, '03');
    expect(await rejse.nej(`${v}/afgoerelse`, paa('03'))).toEqual([...[409, 'barnet-er-anbragt', paragraf, undefined]]);
    const andetBarn = await rejse.familie(`${String(aar - 8)}-01-10`, dag('01-15'));
    const fremmed = bevilget(await rejse.gem(`${await klar(andetBarn.sagId, andetBarn, '02')}/afgoerelse`, paa('02')));
    const erstat = (erstatterId: string, maaned = '03') => ({
      ...paa(maaned),
      anbringelse: { ...afgoerelse.anbringelse, erstatterId },
    });
    expect((await rejse.nej(`${v}/afgoerelse`, erstat(fremmed))).slice(0, 2)).toEqual([422, 'andet-barn']);
    const ny = bevilget(await rejse.gem(`${v}/afgoerelse`, erstat(foerste)));
    expect((await rejse.get(`/anbringelser/${foerste}`)).body).toMatchObject({
      ...{ tilstand: 'ophoert', ophoer: { aarsag: 'ikke-ivaerksat', dato: dag('03-10') } },
    });
    await rejse.gem(`/anbringelser/${ny}/ivaerksaettelse`, { dato: dag('03-15') });
    // What runs is not replaced, but moved.
    expect((await rejse.nej(`${await klar(f.sagId, f, '04')}/afgoerelse`, erstat(ny, '04'))).slice(0, 2)).toEqual([
      ...[422, 'hjemgivelse-kraeves'],
    ]);
  });
});
