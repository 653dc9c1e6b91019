import { AFDAEKNING, GRUND, undersoegelsesrejse } from './undersoegelsesrejse.js';

/** Afdækning and investigation through HTTP, from the screening to what follows when they end, on a real database. */
const { hent, sket, afvist, sagMed, frister, skridt } = undersoegelsesrejse();

test('Screening, afdækning og børnefaglig undersøgelse: det indsamlede og opmærksomhedsdatoen følger med (BL §§ 18-20)', async () => {
  const { sagId, barnId } = await sagMed({ navn: 'Afdækket Testesen', foedselsdato: '2014-05-01' });
  expect(await afvist(`/sager/${sagId}/afdaekninger`, AFDAEKNING)).toEqual([
    422,
    'screening-mangler',
    'BL § 18, stk. 1-2',
  ]);
  const { screeningId } = await sket(`/sager/${sagId}/screeninger`, {
    dato: '2024-03-04',
    udfald: 'afdaekning',
    begrundelse: 'Ansøgningen handler om fravær alene.',
  });
  expect((await hent(`/sager/${sagId}/screeninger`)).screeninger).toMatchObject([
    { screeningId, udfald: 'afdaekning' },
  ]);

  const { bfuId } = await sket(`/sager/${sagId}/afdaekninger`, AFDAEKNING);
  const bfu = `/undersoegelser/${bfuId ?? ''}`;
  await sket(`${bfu}/boernesamtaler`, {
    dato: '2024-03-12',
    holdt: true,
    referat: 'Om skolen.',
    barnetsHoldning: 'Vil have ro.',
  });
  const { udtalelseId } = await sket(`${bfu}/udtalelser`, {
    aktoer: 'Skolen',
    anmodet: '2024-03-10',
    svarfrist: '2024-03-24',
    emne: 'Fravær.',
  });
  await sket(`${bfu}/udtalelser/${udtalelseId ?? ''}/svar`, { modtaget: '2024-03-20', indhold: 'Fravær 18 %.' });
  expect(await hent(bfu)).toMatchObject({ form: 'afdaekning', fase: 'i-gang', screeningId, mangler: [] });
  expect((await frister(sagId)).map(({ regel }) => regel)).not.toContain('bfu-afslutning');
  // The case knows that something runs, and may not be closed.
  expect(await afvist(`/sager/${sagId}/lukning`, { lukket: '2024-04-01', begrundelse: 'Slut.' })).toEqual([
    422,
    'sag-kan-ikke-lukkes',
    'BL § 19',
  ]);

  await sket(`${bfu}/konvertering`, {
    afgoerelseDato: '2024-04-02',
    begrundelse: 'Der er vold i hjemmet.',
    grunde: ['overgreb'],
  });
  const visning = await hent(bfu);
  expect(visning).toMatchObject({
    form: 'bfu',
    opmaerksomDato: '2024-03-01',
    afgoerelseDato: '2024-04-02',
    grunde: ['overgreb'],
    afdaekning: { besluttet: '2024-03-05', forhold: ['skoleforhold'], konverteret: true, udfald: null },
    boernesamtaler: [{ dato: '2024-03-12' }],
    udtalelser: [{ indhold: 'Fravær 18 %.' }],
  });
  expect(visning.praktiskeTrin).toHaveLength(11);
  // Four months from the day of awareness, 1 March, and not from the conversion: 1 July.
  expect((await frister(sagId)).find(({ regel }) => regel === 'bfu-afslutning')).toMatchObject({
    start: '2024-03-01',
    forfald: '2024-07-01',
    hjemmel: 'BL § 20, stk. 3',
  });
  const sag = (await hent(`/sager/${sagId}`)) as { enkeltsager: { art: string; afsluttet: string | null }[] };
  expect(sag.enkeltsager.map(({ art, afsluttet }) => [art, afsluttet])).toEqual([
    ['afdaekning', '2024-04-02'],
    ['bfu', null],
  ]);
  expect((await hent(`/sager/${sagId}/undersoegelser`)).poster).toMatchObject([{ bfuId, form: 'bfu', fase: 'i-gang' }]);
  const journal = (await hent(`/boern/${barnId}/journal`)) as { poster: { overskrift: string; hjemmel: string }[] };
  expect(journal.poster.map(({ overskrift, hjemmel }) => [overskrift, hjemmel])).toEqual(
    expect.arrayContaining([
      ['Sagen er screenet', 'BL § 18, stk. 1-2'],
      ['Afdækning besluttet', 'BL § 19'],
      ['Afdækningen fortsætter som børnefaglig undersøgelse', 'BL § 20'],
    ]),
  );
});

test('En afdækning afsluttes for sig, og sagen kan lukkes; før 2024 findes den ikke', async () => {
  const { sagId } = await sagMed({ navn: 'Kort Testesen' }, '2023-10-01');
  expect(
    await afvist(`/sager/${sagId}/afdaekninger`, {
      ...AFDAEKNING,
      opmaerksomDato: '2023-10-01',
      afgoerelseDato: '2023-10-05',
    }),
  ).toEqual([422, 'afdaekning-findes-ikke', 'SEL § 50']);
  expect(
    await afvist(`/sager/${sagId}/screeninger`, { dato: '2023-12-31', udfald: 'bfu', begrundelse: 'Alvorligt.' }),
  ).toEqual([422, 'screening-findes-ikke', 'SEL § 50']);
  await sket(`/sager/${sagId}/screeninger`, { dato: '2024-03-04', udfald: 'afdaekning', begrundelse: 'Fravær.' });
  const { bfuId } = await sket(`/sager/${sagId}/afdaekninger`, AFDAEKNING);
  const bfu = `/undersoegelser/${bfuId ?? ''}`;
  const slut = {
    dato: '2024-04-15',
    udfald: 'tidlig-indsats',
    konklusion: 'Mobning, som skolen arbejder med.',
    barnetsHoldning: 'Glad.',
    foraeldresHoldning: 'Enige.',
  };
  expect(await afvist(`${bfu}/afdaekning/afslutning`, slut)).toEqual([
    422,
    'boernesamtale-mangler',
    'BL § 5, stk. 3-4',
  ]);
  await sket(`${bfu}/boernesamtaler`, {
    dato: '2024-03-12',
    holdt: false,
    begrundelse: 'Barnet er to år.',
    barnetsHoldning: 'Set i dagplejen.',
  });
  await sket(`${bfu}/afdaekning/afslutning`, slut);
  expect(await hent(bfu)).toMatchObject({
    fase: 'afsluttet',
    afdaekning: { udfald: 'tidlig-indsats', konverteret: false },
    afslutning: { hvordan: 'afsluttet', dato: '2024-04-15', af: 'tl01' },
  });
  await sket(`/sager/${sagId}/lukning`, { lukket: '2024-04-16', begrundelse: 'Tidlig indsats i skolen.' });
});

test.each([
  { lov: 'SEL', aar: '2023', paragraf: 'SEL § 50' },
  { lov: 'BL', aar: '2024', paragraf: 'BL §§ 20 og 26' },
])('Kommende forældre undersøges senest til fødslen ($lov)', async ({ aar, paragraf }) => {
  const modtaget = await sket('/underretninger', {
    barn: { ufoedt: true, morsNavn: `Mor Testesen ${aar}`, termin: `${aar}-06-15` },
    modtaget: `${aar}-02-01T10:00:00+01:00`,
    form: 'skriftlig',
    underretter: { anonym: false, kode: '2', navn: 'Jordemoder Prøvesen' },
    aarsagKoder: ['UDSLAG3'],
    beskrivelse: 'Bekymring for det ufødte barn.',
  });
  const underretningId = modtaget['underretningId'] ?? '';
  const u = `/underretninger/${underretningId}`;
  await sket(`${u}/akutvurdering`, {
    vurderet: `${aar}-02-01T12:00:00+01:00`,
    akut: false,
    risikofaktorer: 'Misbrug.',
    beskyttelsesfaktorer: 'Mormor.',
    begrundelse: 'Ikke akut.',
  });
  const { sagId } = await sket(`${u}/screening`, {
    screenet: `${aar}-02-05T10:00:00+01:00`,
    spor: 'bfu',
    begrundelse: 'Skal undersøges.',
  });
  const { bfuId } = await sket(`/sager/${sagId ?? ''}/undersoegelser`, {
    opmaerksomDato: `${aar}-02-01`,
    afgoerelseDato: `${aar}-02-06`,
    begrundelse: 'Misbrug under graviditeten.',
    underretningId,
  });
  const bfu = `/undersoegelser/${bfuId ?? ''}`;
  expect(await hent(bfu)).toMatchObject({ kommendeForaeldre: true, termin: `${aar}-06-15` });
  expect((await frister(sagId ?? '')).find(({ regel }) => regel === 'kommende-foraeldre-foedsel')).toMatchObject({
    forfald: `${aar}-06-15`,
  });
  const foedsel = { dato: `${aar}-06-10`, begrundelse: 'Behovet er det samme.' };
  expect(await afvist(`${bfu}/foedsel`, foedsel)).toEqual([422, 'foedsel-ikke-registreret', paragraf]);
  await sket(`/personer/${modtaget['barnId'] ?? ''}/rettelser`, {
    art: 'barn',
    foedselsdato: `${aar}-06-10`,
    aarsag: 'Barnet er født.',
  });
  await sket(`${bfu}/foedsel`, foedsel);
  expect(await hent(bfu)).toMatchObject({
    kommendeForaeldre: false,
    foedt: `${aar}-06-10`,
    opmaerksomDato: `${aar}-02-01`,
  });
  expect((await frister(sagId ?? '')).find(({ regel }) => regel === 'kommende-foraeldre-foedsel')).toMatchObject({
    status: 'bortfaldet',
  });
});

test('En børnefaglig undersøgelse følger af en screening, der ikke siger, at intet behøves (BL § 18, stk. 1-2)', async () => {
  const { sagId } = await sagMed({ navn: 'Uscreenet Testesen', foedselsdato: '2015-01-01' });
  const sti = `/sager/${sagId}/undersoegelser`;
  const krop = { opmaerksomDato: '2024-03-01', afgoerelseDato: '2024-03-06', begrundelse: 'Fravær.' };
  const nej = (kode: string) => [422, kode, 'BL § 18, stk. 1-2'];
  expect(await afvist(sti, krop)).toEqual(nej('screening-mangler'));
  const screen = (dato: string, udfald: string) =>
    sket(`/sager/${sagId}/screeninger`, { dato, udfald, begrundelse: 'Vurderet.' });
  await screen('2024-03-02', 'ingen-afdaekning');
  expect(await afvist(sti, krop)).toEqual(nej('screening-peger-paa-andet'));
  // A screening of the day after carries nothing that was decided before it.
  await screen('2024-03-07', 'afdaekning');
  expect(await afvist(sti, krop)).toEqual(nej('screening-peger-paa-andet'));
  await sket(sti, { ...krop, afgoerelseDato: '2024-03-07' });
});

test('En ansøgning, der er screenet, bærer undersøgelsen; et forhold, der gør den til en pligt, gør det selv (BL §§ 18 og 20)', async () => {
  const { sagId, barnId } = await sagMed({ navn: 'Ansøgt Testesen', foedselsdato: '2015-01-01' });
  const { personId } = await sket('/personer', { art: 'voksen', navn: 'Mor Testesen' });
  await sket(`/personer/${barnId}/relationer`, {
    ...{ personId, art: 'mor', foraeldremyndighed: true, gaelderFra: '2015-01-01' },
  });
  const { ansoegningId } = await sket(`/sager/${sagId}/ansoegninger`, {
    ...{ ansoegerId: personId, modtaget: '2024-03-01', svarSenest: '2024-04-01', oensker: 'Hjælp.' },
  });
  const krop = { opmaerksomDato: '2024-03-01', afgoerelseDato: '2024-03-06', begrundelse: 'Fravær.' };
  expect((await afvist(`/sager/${sagId}/undersoegelser`, krop))[1]).toBe('screening-mangler');
  await sket(`/ansoegninger/${ansoegningId ?? ''}/screening`, { dato: '2024-03-04', spor: 'bfu', begrundelse: 'x.' });
  await sket(`/sager/${sagId}/undersoegelser`, krop);
  const { sagId: anden } = await sagMed({ navn: 'Overgreb Testesen', foedselsdato: '2015-01-01' });
  await sket(`/sager/${anden}/undersoegelser`, { ...krop, grunde: ['overgreb'] });
});

test('Familien flytter: undersøgelsen afbrydes, og den nye kommune underrettes (BL § 132)', async () => {
  const { sagId } = await sagMed({ navn: 'Flyttet Testesen', foedselsdato: '2015-01-01' });
  const { bfuId } = await sket(`/sager/${sagId}/undersoegelser`, {
    opmaerksomDato: '2024-03-01',
    afgoerelseDato: '2024-03-06',
    begrundelse: 'Fravær.',
    grunde: ['alvorlig-eller-kompleks'],
  });
  const bfu = `/undersoegelser/${bfuId ?? ''}`;
  const undladelse = { dato: '2024-04-03', begrundelse: 'Intet behov for støtte.' };
  expect(await afvist(`${bfu}/mellemkommunal-undladelse`, undladelse)).toEqual([
    422,
    'ikke-flyttet',
    'BL § 132, stk. 1-2',
  ]);
  expect(await afvist(`${bfu}/afbrydelse`, { dato: '2024-04-02', aarsag: 'fyldt-18', begrundelse: 'Alder.' })).toEqual([
    422,
    'ikke-fyldt-18',
    'BL § 20',
  ]);
  await sket(`${bfu}/afbrydelse`, { dato: '2024-04-02', aarsag: 'flytning', begrundelse: 'Flyttet til Aalborg.' });
  const flytteskridt = async () => (await skridt(sagId)).filter(({ kode }) => kode === 'mellemkommunal-underretning');
  const skal = expect.objectContaining({ art: 'skal', hjemmel: 'BL § 132, stk. 1-2' }) as unknown;
  expect(await flytteskridt()).toEqual([skal]);
  const { sagId: anden } = await sagMed({ navn: 'Anden Testesen', foedselsdato: '2015-01-01' });
  const { bfuId: andenBfu } = await sket(`/sager/${anden}/undersoegelser`, {
    opmaerksomDato: '2024-03-01',
    afgoerelseDato: '2024-03-06',
    begrundelse: 'Fravær.',
    grunde: ['alvorlig-eller-kompleks'],
  });
  await sket(`/undersoegelser/${andenBfu ?? ''}/afbrydelse`, {
    ...{ dato: '2024-04-02', aarsag: 'flytning', begrundelse: 'Flyttet til Aalborg.' },
  });
  await sket(`/undersoegelser/${andenBfu ?? ''}/mellemkommunal-undladelse`, undladelse);
  expect((await skridt(anden)).map(({ kode }) => kode)).not.toContain('mellemkommunal-underretning');
  expect(await hent(`/undersoegelser/${andenBfu ?? ''}`)).toMatchObject({ mellemkommunalUndladt: undladelse });

  await sket(`/sager/${sagId}/mellemkommunale-underretninger`, {
    ...{ tilKommune: '851', flytter: '2024-04-02', sendt: '2024-04-03', maade: 'sikker mail' },
    ...{ opsummering: 'Nået til samtalerne.', materiale: 'Undersøgelsen så langt.' },
  });
  expect(await flytteskridt()).toEqual([]);
});

test('Den unge fylder 18: undersøgelsen kan hverken besluttes eller konkluderes, kun afbrydes', async () => {
  const { sagId } = await sagMed({ navn: 'Voksen Testesen', foedselsdato: '2006-04-15' });
  const krop = { ...GRUND, opmaerksomDato: '2024-03-01', afgoerelseDato: '2024-03-06', begrundelse: 'Fravær.' };
  const { bfuId } = await sket(`/sager/${sagId}/undersoegelser`, krop);
  const bfu = `/undersoegelser/${bfuId ?? ''}`;
  expect(
    await afvist(`${bfu}/konklusion`, {
      dato: '2024-04-15',
      stoetteNoedvendig: false,
      indsatskoder: [],
      sideloebende: 'ingen',
      konklusion: 'Intet.',
      barnetsHoldning: 'Intet.',
      foraeldresHoldning: 'Intet.',
    }),
  ).toEqual([422, 'fyldt-18', 'BL §§ 20 og 111']);
  await sket(`${bfu}/afbrydelse`, { dato: '2024-04-15', aarsag: 'fyldt-18', begrundelse: 'Fyldt 18 år.' });
  expect(await afvist(`/sager/${sagId}/undersoegelser`, { ...krop, afgoerelseDato: '2024-04-15' })).toEqual([
    422,
    'fyldt-18',
    'BL §§ 20 og 111',
  ]);
});
