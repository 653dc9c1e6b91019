import { GRUNDE, Rejse } from './familie.js';

/** The decision on an investigation has parties: they are told, they can complain, and they are heard before it is approved. */
const LOVE = [
  { lov: 'SEL', aar: '2022', foedt: '2013-01-10', hjemmel: 'SEL § 50' },
  { lov: 'BL', aar: '2026', foedt: '2017-01-10', hjemmel: 'BL § 20' },
] as const;

let rejse: Rejse;
beforeAll(async () => {
  rejse = await Rejse.start('2026-12-30T10:00:00+01:00', { sb01: ['sagsbehandler'], tl01: ['teamleder'] });
});
afterAll(() => rejse.stop());

describe.each(LOVE)('$lov', ({ lov, aar, foedt, hjemmel }) => {
  const dag = (maanedDag: string): string => `${aar}-${maanedDag}`;
  const beslut = (sagId: string) =>
    rejse.gem(`/sager/${sagId}/undersoegelser`, {
      ...{ opmaerksomDato: dag('02-01'), afgoerelseDato: dag('02-03'), begrundelse: 'Behov.', grunde: GRUNDE },
    });

  /** Everything up to the hearing. */
  async function tilHoering(bfuId: string): Promise<string> {
    const bfu = `/undersoegelser/${bfuId}`;
    const temaer = [
      ...['udvikling-og-adfaerd', 'familieforhold', 'skoleforhold', 'sundhedsforhold'],
      ...['fritidsforhold-og-venskaber', 'andre-relevante-forhold'],
    ].map((tema) => ({ tema, relevant: true, begrundelse: 'Relevant.' }));
    const dato = dag('03-01');
    await rejse.gem(`${bfu}/aktoerer`, { dato, aktoerer: ['Skolen'] });
    await rejse.gem(`${bfu}/temaer`, { dato, temaer });
    const samtale = { holdt: true, udenForaeldre: true, referat: 'Samtale.', barnetsHoldning: 'Ro.' };
    await rejse.gem(`${bfu}/boernesamtaler`, { dato, ...samtale });
    await rejse.gem(`${bfu}/analyse`, {
      ...{ dato, analyse: 'Samlet.', fund: [{ tema: 'familieforhold', art: 'udfordring', tekst: 'Uro.' }] },
    });
    await rejse.gem(`${bfu}/konklusion`, {
      ...{ dato, stoetteNoedvendig: false, indsatskoder: [], sideloebende: 'ingen', konklusion: 'Intet.' },
      ...{ barnetsHoldning: 'Enig.', foraeldresHoldning: 'Enige.' },
    });
    await rejse.gem(`${bfu}/gennemgang`, { dato, referat: 'Gennemgået.' });
    return bfu;
  }

  test('afgørelsen har parter, meddeles dem med klagevejledning, og der kan klages over den', async () => {
    const { sagId, morId, farId } = await rejse.familie(foedt, dag('01-15'));
    const { bfuId, afgoerelseId = '' } = await beslut(sagId);
    expect((await rejse.get(`/afgoerelser/${afgoerelseId}`)).body).toMatchObject({
      ...{ afgoerelseKode: 'bfu', hjemmel, regime: lov, organ: 'KB', fase: 'truffet', vedroererId: bfuId },
      ...{ dato: dag('02-03'), parter: [{ personId: morId, rolle: 'foraelder' }] },
    });
    expect(await rejse.skridt(sagId)).toContain('skal afgoerelse-meddelelse');
    const besked = { sendt: dag('02-04'), maade: 'overrakt', klagevejledning: true };
    const sti = `/afgoerelser/${afgoerelseId}`;
    expect((await rejse.nej(`${sti}/meddelelser`, { ...besked, personId: farId }))[1]).toBe('ikke-part');
    await rejse.gem(`${sti}/meddelelser`, { ...besked, personId: morId });
    expect(await rejse.skridt(sagId)).not.toContain('skal afgoerelse-meddelelse');
    const klage = await rejse.gem(`${sti}/klager`, { klagerId: morId, modtaget: dag('02-10'), indhold: 'Uenig.' });
    expect(klage['forSent']).toBe(false);
  });

  test('hver part høres; den, der har fået del i forældremyndigheden siden, skal også', async () => {
    const { sagId, barnId, morId, farId } = await rejse.familie(foedt, dag('01-15'));
    const bfu = await tilHoering((await beslut(sagId))['bfuId'] ?? '');
    const hoering = { dato: dag('03-02'), svarfrist: dag('03-20') };
    await rejse.gem(`${bfu}/partshoering`, hoering);
    await rejse.gem(`${bfu}/partshoering/svar`, { dato: dag('03-05'), svar: 'Enig.' });
    // The father is known without custody: that relation ends, and a new one begins.
    const { relationer } = (await rejse.get(`/personer/${barnId}`)).body as {
      relationer: readonly { relationId: string; personId: string }[];
    };
    const gammel = relationer.find(({ personId }) => personId === farId)?.relationId ?? '';
    await rejse.gem(`/personer/${barnId}/relationer/${gammel}/ophoer`, { ophoertDato: dag('03-05') });
    await rejse.relation(barnId, farId, 'far', true, dag('03-06'));
    expect(await rejse.nej(`${bfu}/godkendelse`, { dato: dag('03-07') }, 'tl01')).toEqual([
      ...[422, 'part-ikke-hoert', 'forvaltningsloven § 19', ['bfu-partshoering']],
    ]);
    await rejse.gem(`${bfu}/partshoering`, { ...hoering, dato: dag('03-08') });
    expect((await rejse.get(bfu)).body.partshoering.parter).toEqual(expect.arrayContaining([morId, farId]));
    expect((await rejse.nej(`${bfu}/partshoering/svar`, { dato: dag('03-09'), svar: 'Enig.' }))[1]).toBe(
      'part-mangler',
    );
    await rejse.gem(`${bfu}/partshoering/svar`, { dato: dag('03-09'), svar: 'Enig.', personId: farId });
    expect((await rejse.nej(`${bfu}/godkendelse`, { dato: dag('03-10') }, 'tl01'))[3]).toEqual([
      'bfu-partshoering-svar',
    ]);
    await rejse.gem(`${bfu}/partshoering/svar`, { dato: dag('03-10'), svar: 'Enig.', personId: morId });
    await rejse.gem(`${bfu}/godkendelse`, { dato: dag('03-10') }, 'tl01');
  });

  test('er ingen part, skal det begrundes; en beskyttet adresse skjules', async () => {
    const { sagId = '' } = await rejse.gem('/sager', {
      barn: { navn: 'Alene Testesen', foedselsdato: foedt },
      ...{ omraade: 'social', grund: 'ansoegning', oprettet: dag('01-15') },
    });
    const bfu = await tilHoering((await beslut(sagId))['bfuId'] ?? '');
    const hoering = { dato: dag('03-02'), svarfrist: dag('03-20') };
    expect(await rejse.nej(`${bfu}/partshoering`, hoering)).toEqual([
      ...[422, 'ingen-parter', 'forvaltningsloven § 19', ['foraeldremyndighed']],
    ]);
    await rejse.gem(`${bfu}/partshoering`, { ...hoering, ingenParter: 'Kom alene til landet.' });
    const familie = await rejse.familie(foedt, dag('01-15'));
    await rejse.gem(`/personer/${familie.farId}/adressebeskyttelse`, { beskyttet: true, gaelderFra: dag('02-01') });
    const anden = await tilHoering((await beslut(familie.sagId))['bfuId'] ?? '');
    expect((await rejse.nej(`${anden}/partshoering`, hoering)).slice(0, 3)).toEqual([
      ...[422, 'beskyttet-adresse', 'CPR-loven § 28'],
    ]);
    await rejse.gem(`${anden}/partshoering`, { ...hoering, maskeret: true });
  });
});

test('en afdækning, der konverteres, er en ny afgørelse (BL § 20)', async () => {
  const { sagId, morId } = await rejse.familie('2017-01-10', '2026-01-15');
  await rejse.gem(`/sager/${sagId}/screeninger`, { dato: '2026-02-01', udfald: 'afdaekning', begrundelse: 'Fravær.' });
  const { bfuId = '' } = await rejse.gem(`/sager/${sagId}/afdaekninger`, {
    ...{ opmaerksomDato: '2026-02-01', afgoerelseDato: '2026-02-02', forhold: ['skoleforhold'], begrundelse: 'x.' },
  });
  expect((await rejse.get(`/sager/${sagId}/afgoerelser`)).body.poster).toEqual([]);
  const { afgoerelseId = '' } = await rejse.gem(`/undersoegelser/${bfuId}/konvertering`, {
    ...{ afgoerelseDato: '2026-02-20', begrundelse: 'Vold.' },
  });
  expect((await rejse.get(`/afgoerelser/${afgoerelseId}`)).body).toMatchObject({
    ...{ afgoerelseKode: 'bfu', vedroererId: bfuId, parter: [{ personId: morId }] },
  });
});
