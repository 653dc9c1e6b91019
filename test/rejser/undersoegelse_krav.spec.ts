import { GRUND, undersoegelsesrejse } from './undersoegelsesrejse.js';

/** What an investigation takes before it is concluded, its milestones, and days that no investigation can have, through HTTP. */
const { send, hent, sket, afvist, sagMed, frister, skridt } = undersoegelsesrejse();

test('Sagkyndige, PPR og revision: hvad loven kræver, før der konkluderes og godkendes (BL § 22, stk. 3-6)', async () => {
  const { sagId } = await sagMed({ navn: 'Sagkyndig Testesen', foedselsdato: '2015-01-01' });
  const { bfuId } = await sket(`/sager/${sagId}/undersoegelser`, {
    opmaerksomDato: '2024-03-01',
    afgoerelseDato: '2024-03-06',
    begrundelse: 'Fravær.',
    grunde: ['alvorlig-eller-kompleks'],
    hastighed: 'hurtig',
  });
  const bfu = `/undersoegelser/${bfuId ?? ''}`;
  // Six weeks from 1 March end on 12 April; 37 days are left, so the conclusion (75 %, day 28) is planned for 3 April.
  const hurtig = (await hent(bfu)) as { praktiskeTrin: { kode: string }[] };
  expect(hurtig.praktiskeTrin.find(({ kode }) => kode === 'konklusion')).toMatchObject({
    nr: 8,
    status: 'mangler',
    planlagt: '2024-04-03',
    overskredet: true,
  });
  expect((await skridt(sagId)).map(({ kode }) => kode)).toContain('bfu-milepael');
  const psykolog = {
    art: 'psykolog',
    undersoeges: 'foraeldre',
    autoriseret: false,
    udfoerer: 'Psykolog Prøvesen',
    anmodet: '2024-03-10',
    svarfrist: '2024-04-10',
    begrundelse: 'Tvivl om formåen.',
  };
  expect(await afvist(`${bfu}/sagkyndige`, psykolog)).toEqual([422, 'psykolog-ikke-autoriseret', 'BL § 22, stk. 5']);
  const { sagkyndigId } = await sket(`${bfu}/sagkyndige`, { ...psykolog, autoriseret: true });
  expect((await frister(sagId)).find(({ regel }) => regel === 'sagkyndig-svarfrist')).toMatchObject({
    forfald: '2024-04-10',
    status: 'overskredet',
  });
  await sket(`${bfu}/temaer`, {
    dato: '2024-03-08',
    temaer: [{ tema: 'skoleforhold', relevant: true, begrundelse: 'Fravær.' }],
  });
  await sket(`${bfu}/boernesamtaler`, {
    dato: '2024-03-12',
    holdt: true,
    referat: 'Om skolen.',
    barnetsHoldning: 'Ro.',
  });
  await sket(`${bfu}/analyse`, {
    dato: '2024-04-01',
    analyse: 'Samlet.',
    fund: [
      {
        tema: 'skoleforhold',
        art: 'udfordring',
        tekst: 'Følger ikke med.',
        undervisning: true,
        barnetsSyn: 'Keder sig.',
        foraeldrenesSyn: 'Enige.',
      },
    ],
  });
  const konklusion = {
    dato: '2024-04-12',
    stoetteNoedvendig: true,
    indsatskoder: ['kontaktperson'],
    sideloebende: 'ingen',
    konklusion: 'Kontaktperson.',
    barnetsHoldning: 'Gerne.',
    foraeldresHoldning: 'Enige.',
  };
  expect(await afvist(`${bfu}/konklusion`, konklusion)).toEqual([422, 'sagkyndig-mangler', 'BL § 22, stk. 3']);
  await sket(`${bfu}/sagkyndige/${sagkyndigId ?? ''}/resultat`, { modtaget: '2024-04-11', resultat: 'Vejledning.' });
  await sket(`${bfu}/konklusion`, konklusion);
  await sket(`${bfu}/gennemgang`, { dato: '2024-04-15', referat: 'Genkendt.' });
  await sket(`${bfu}/partshoering`, {
    dato: '2024-04-15',
    svarfrist: '2024-04-25',
    ingenParter: 'Barnet har endnu ingen værge.',
  });
  await sket(`${bfu}/partshoering/svar`, { dato: '2024-04-20', svar: 'Ingen.' });
  expect(await afvist(`${bfu}/godkendelse`, { dato: '2024-04-26' })).toEqual([
    422,
    'bfu-kan-ikke-godkendes',
    'BL § 22, stk. 1-2; BL § 22, stk. 4',
  ]);
  // Professionals are named, or it is said why there are none; not neither, and not both.
  const begrundelse = 'Skolen er spurgt; ingen andre kender barnet.';
  expect((await send(`${bfu}/aktoerer`, { dato: '2024-04-20' })).status).toBe(400);
  expect((await send(`${bfu}/aktoerer`, { dato: '2024-04-20', aktoerer: ['Skolen'], begrundelse })).status).toBe(400);
  await sket(`${bfu}/aktoerer`, { dato: '2024-04-20', begrundelse });
  expect((await hent(bfu)).aktoerer).toEqual({ dato: '2024-04-20', aktoerer: null, undladt: begrundelse });
  await sket(`${bfu}/ppv`, { dato: '2024-04-26', indstilles: true, begrundelse: 'Følger ikke med i dansk.' });
  const revision = {
    opmaerksomDato: '2024-06-01',
    afgoerelseDato: '2024-06-10',
    begrundelse: 'Nye forhold.',
    reviderer: bfuId,
  };
  expect((await afvist(`/sager/${sagId}/undersoegelser`, revision))[1]).toBe('bfu-i-gang');
  await sket(`${bfu}/godkendelse`, { dato: '2024-04-26' });
  expect(await hent(bfu)).toMatchObject({
    sagkyndige: [{ autoriseret: true, modtaget: '2024-04-11' }],
    ppv: { indstilles: true },
    fund: [{ undervisning: true, barnetsSyn: 'Keder sig.', foraeldrenesSyn: 'Enige.' }],
    afslutning: { hvordan: 'godkendt' },
  });
  const { bfuId: nyId } = await sket(`/sager/${sagId}/undersoegelser`, revision);
  expect(await hent(`/undersoegelser/${nyId ?? ''}`)).toMatchObject({ reviderer: bfuId, fase: 'i-gang' });
  expect((await hent(`/sager/${sagId}/undersoegelser`)).poster).toMatchObject([
    { bfuId: nyId, reviderer: bfuId },
    { bfuId, reviderer: null },
  ]);
});

test('Milepæle planlægges om, så undersøgelsen ikke går i stå; fristen kan ikke planlægges væk', async () => {
  const { sagId } = await sagMed({ navn: 'Milepæl Testesen', foedselsdato: '2015-01-01' });
  const { bfuId } = await sket(`/sager/${sagId}/undersoegelser`, {
    opmaerksomDato: '2024-06-03',
    afgoerelseDato: '2024-06-05',
    begrundelse: 'Fravær.',
    grunde: ['alvorlig-eller-kompleks'],
  });
  const bfu = `/undersoegelser/${bfuId ?? ''}`;
  const ny = (planlagt: string) => ({ dato: '2024-06-20', milepaele: [{ trin: 'analyse', planlagt }] });
  // Aware on 3 June: four months end on 3 October.
  expect(await afvist(`${bfu}/milepaele`, ny('2024-10-04'))).toEqual([422, 'milepael-efter-frist', 'BL § 20, stk. 3']);
  await sket(`${bfu}/milepaele`, ny('2024-09-02'));
  const trin = (await hent(bfu)).praktiskeTrin as { kode: string; planlagt: string }[];
  expect(trin.find(({ kode }) => kode === 'analyse')?.planlagt).toBe('2024-09-02');
});

test('Den fjerneste dato er et klart nej, aldrig en fejl i systemet', async () => {
  const { sagId } = await sagMed({ navn: 'Dato Testesen', foedselsdato: '2015-01-01' });
  const slut = '2199-12-31';
  const bfu = { ...GRUND, opmaerksomDato: '2024-03-01', afgoerelseDato: '2024-03-06', begrundelse: 'Fravær.' };
  for (const krop of [
    { ...bfu, afgoerelseDato: slut },
    { ...bfu, opmaerksomDato: slut, afgoerelseDato: slut },
    { ...bfu, opmaerksomDato: slut },
  ]) {
    expect((await send(`/sager/${sagId}/undersoegelser`, krop)).status).toBe(422);
  }
  // Before there was a law with a deadline, nothing can be reckoned.
  expect(await afvist(`/sager/${sagId}/undersoegelser`, { ...bfu, opmaerksomDato: '1900-01-01' })).toEqual([
    ...[422, 'regel-mangler', undefined],
  ]);
  expect((await send(`/sager/${sagId}/undersoegelser`, { ...bfu, opmaerksomDato: '2007-01-01' })).status).toBe(201);
  const [{ bfuId }] = (await hent(`/sager/${sagId}/undersoegelser`)).poster as [{ bfuId: string }];
  const sti = `/undersoegelser/${bfuId}`;
  for (const [rute, krop] of [
    ['/uden-samtykke', { afgoerelseDato: slut, form: 'ophold', begrundelse: 'Risiko.' }],
    ['/afbrydelse', { dato: slut, aarsag: 'fyldt-18', begrundelse: 'Alder.' }],
    ['/foedsel', { dato: slut, begrundelse: 'Født.' }],
    ['/milepaele', { dato: slut, milepaele: [{ trin: 'analyse', planlagt: slut }] }],
    ['/milepaele', { milepaele: [{ trin: 'analyse', planlagt: slut }] }],
    ['/konvertering', { afgoerelseDato: slut, begrundelse: 'Alvorligt.' }],
    ['/godkendelse', { dato: slut }],
  ] as const) {
    const svar = await send(`${sti}${rute}`, krop);
    expect([rute, svar.status < 500]).toEqual([rute, true]);
  }
  expect((await hent(sti)).fase).toBe('i-gang');
});
