import { randomUUID } from 'node:crypto';
import { FixedClock } from '../../src/platform/clock.js';
import { REBILD, startTestApi, type TestApi } from '../../src/platform/testing/api.js';

/** Afdækning and investigation through HTTP, from the screening to what follows when they end, on a real database. */
let api: TestApi;
let teamleder: string;
let sagsbehandler: string;

beforeAll(async () => {
  api = await startTestApi({ clock: FixedClock.at('2024-06-28T10:00:00+02:00') });
  [teamleder, sagsbehandler] = await Promise.all([
    api.token('tl01', REBILD, ['teamleder']),
    api.token('sb01', REBILD, ['sagsbehandler']),
  ]);
});
afterAll(() => api.stop());

const send = (sti: string, krop: object, token = teamleder) =>
  api.request.post(`/v1${sti}`).set('Authorization', token).set('Idempotency-Key', randomUUID()).send(krop);
const hent = async (sti: string) => {
  const svar = await api.request.get(`/v1${sti}`).set('Authorization', sagsbehandler);
  expect([sti, svar.status]).toEqual([sti, 200]);
  return svar.body;
};
/** A step that is lawful; what it answers. */
async function sket(sti: string, krop: object): Promise<Record<string, string>> {
  const svar = await send(sti, krop);
  expect([sti, svar.status, svar.body.detail]).toEqual([sti, 201, undefined]);
  return svar.body as Record<string, string>;
}
/** A step that the law refuses: its code and paragraph. */
async function afvist(sti: string, krop: object): Promise<readonly [number, string, string | undefined]> {
  const svar = await send(sti, krop);
  return [svar.status, String(svar.body.type).split('/').at(-1) ?? '', svar.body.paragraf];
}
async function sagMed(barn: object, oprettet = '2024-01-10'): Promise<{ sagId: string; barnId: string }> {
  const { sagId, barnId } = await sket('/sager', { barn, omraade: 'social', grund: 'ansoegning', oprettet });
  return { sagId: sagId ?? '', barnId: barnId ?? '' };
}
const frister = async (sagId: string) =>
  ((await hent(`/frister?sagId=${sagId}&graense=200`)) as { poster: Record<string, string>[] }).poster;
const skridt = async (sagId: string) =>
  ((await hent(`/sager/${sagId}/naeste-skridt`)) as { skridt: { kode: string; hjemmel?: string }[] }).skridt;

/** Known at once: the investigation is a duty, also where the case has not been screened (BL § 20, stk. 1). */
const GRUND = { grunde: ['alvorlig-eller-kompleks'] };
const AFDAEKNING = {
  opmaerksomDato: '2024-03-01',
  afgoerelseDato: '2024-03-05',
  forhold: ['skoleforhold'],
  begrundelse: 'Fraværet skal belyses.',
};

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
  const hurtig = await hent(bfu);
  expect(hurtig.praktiskeTrin.find(({ kode }: { kode: string }) => kode === 'konklusion')).toMatchObject({
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
