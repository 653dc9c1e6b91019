import { randomUUID } from 'node:crypto';
import { FixedClock } from '../../src/platform/clock.js';
import { REBILD, startTestApi, type TestApi } from '../../src/platform/testing/api.js';

/** Plans through HTTP: drawn from an investigation, heard, valid, followed up, revised, and readable as they were. */
let api: TestApi;
let teamleder: string;

beforeAll(async () => {
  api = await startTestApi({ clock: FixedClock.at('2024-12-20T10:00:00+01:00') });
  teamleder = await api.token('tl01', REBILD, ['teamleder']);
});
afterAll(() => api.stop());

const send = (sti: string, krop: object) =>
  api.request.post(`/v1${sti}`).set('Authorization', teamleder).set('Idempotency-Key', randomUUID()).send(krop);
const hent = async (sti: string) => {
  const svar = await api.request.get(`/v1${sti}`).set('Authorization', teamleder);
  expect([sti, svar.status]).toEqual([sti, 200]);
  return svar.body;
};
async function sket(sti: string, krop: object): Promise<Record<string, string>> {
  const svar = await send(sti, krop);
  expect([sti, svar.status, svar.body.detail]).toEqual([sti, 201, undefined]);
  return svar.body as Record<string, string>;
}
async function afvist(sti: string, krop: object): Promise<readonly [number, string, string | undefined]> {
  const svar = await send(sti, krop);
  return [svar.status, String(svar.body.type).split('/').at(-1) ?? '', svar.body.paragraf];
}

/** A case with an investigation that has found one challenge and one resource, as of the year. */
async function medUndersoegelse(aar: string, foedselsdato: string) {
  const { sagId = '', barnId = '' } = await sket('/sager', {
    barn: { navn: `Plan Testesen ${randomUUID().slice(0, 8)}`, foedselsdato },
    omraade: 'social',
    grund: 'ansoegning',
    oprettet: `${aar}-01-05`,
  });
  const { bfuId = '' } = await sket(`/sager/${sagId}/undersoegelser`, {
    opmaerksomDato: `${aar}-01-08`,
    afgoerelseDato: `${aar}-01-10`,
    begrundelse: 'Fravær.',
    grunde: ['alvorlig-eller-kompleks'],
  });
  await sket(`/undersoegelser/${bfuId}/temaer`, {
    dato: `${aar}-01-12`,
    temaer: [
      { tema: 'skoleforhold', relevant: true, begrundelse: 'Fravær.' },
      { tema: 'familieforhold', relevant: true, begrundelse: 'Uro.' },
    ],
  });
  const analyse = await sket(`/undersoegelser/${bfuId}/analyse`, {
    dato: `${aar}-01-20`,
    analyse: 'Samlet analyse.',
    fund: [
      { tema: 'skoleforhold', art: 'udfordring', tekst: 'Møder træt.' },
      { tema: 'familieforhold', art: 'ressource', tekst: 'Mormor er tæt på.' },
    ],
  });
  const [fundId = '', ressourceId = ''] = analyse['fundIder'] as unknown as string[];
  return { sagId, barnId, bfuId, fundId, ressourceId };
}
const skrivOm = (bfuId: string, fundId: string, aar: string) =>
  sket(`/undersoegelser/${bfuId}/analyse`, {
    dato: `${aar}-03-20`,
    analyse: 'Ny analyse.',
    fund: [{ fundId, tema: 'skoleforhold', art: 'udfordring', tekst: 'Møder nu til tiden, men er stille.' }],
  });

test.each([
  { lov: 'SEL', aar: '2023', plantype: 'handleplan', maal: 'SEL § 140', opf: 'SEL § 70' },
  { lov: 'BL', aar: '2024', plantype: 'barnets-plan', maal: 'BL § 92', opf: 'BL § 95, stk. 4' },
])('En plan fra kladde til afsluttet ($lov)', async ({ aar, plantype, maal, opf }) => {
  const { sagId, barnId, bfuId, fundId, ressourceId } = await medUndersoegelse(aar, '2014-05-01');
  const { planId = '' } = await sket(`/sager/${sagId}/planer`, {
    plantype,
    oprettet: `${aar}-02-01`,
    bfuId,
    formaal: 'En stabil hverdag.',
  });
  const plan = `/planer/${planId}`;
  await sket(`${plan}/grundlag`, {
    dato: `${aar}-02-01`,
    fund: [{ fundId, tekst: 'Morgenerne er svære.' }, { fundId: ressourceId }],
  });
  expect(await afvist(`${plan}/hoering`, { dato: `${aar}-02-02`, svarfrist: `${aar}-02-10` })).toEqual([
    422,
    'plan-uden-maal',
    maal,
  ]);
  const { maalId = '' } = await sket(`${plan}/maal`, {
    dato: `${aar}-02-01`,
    maal: 'Møder til tiden fire dage om ugen.',
    fundId,
  });
  const { maalId: delmaalId = '' } = await sket(`${plan}/maal`, {
    dato: `${aar}-02-01`,
    maal: 'I seng kl. 21.',
    overmaalId: maalId,
  });
  const { maalId: overfloedig = '' } = await sket(`${plan}/maal`, {
    dato: `${aar}-02-01`,
    maal: 'Dobbelt.',
    tema: 'familieforhold',
  });
  await sket(`${plan}/maal/${overfloedig}/fjernelse`, { dato: `${aar}-02-02`, begrundelse: 'Dækket.' });
  await sket(`${plan}/maal/${delmaalId}/rettelse`, { dato: `${aar}-02-02`, maal: 'I seng kl. 20.30.' });
  await sket(`${plan}/hoering`, { dato: `${aar}-02-03`, svarfrist: `${aar}-02-10` });
  expect((await afvist(`${plan}/maal`, { dato: `${aar}-02-04`, maal: 'For sent.', tema: 'skoleforhold' }))[0]).toBe(
    409,
  );
  expect(await afvist(`${plan}/godkendelse`, { dato: `${aar}-02-05`, inddragelse: 'På mødet.' })).toEqual([
    422,
    'plan-kan-ikke-godkendes',
    'forvaltningsloven § 19',
  ]);
  await sket(`${plan}/hoering/svar`, { dato: `${aar}-02-05`, svar: 'Enige.' });
  await sket(`${plan}/godkendelse`, { dato: `${aar}-02-05`, inddragelse: 'På mødet.' });
  expect(await hent(plan)).toMatchObject({
    fase: 'gaeldende',
    planversion: 1,
    hoering: { besvaret: `${aar}-02-05`, svar: 'Enige.' },
    grundlag: [
      { tekst: 'Morgenerne er svære.', art: 'udfordring', kilde: { tekst: 'Møder træt.', kildeAendret: false } },
      { tekst: 'Mormor er tæt på.', art: 'ressource' },
    ],
    maal: [
      { maalId, tema: 'skoleforhold', kilde: { fundId, tekst: 'Møder træt.', kildeAendret: false } },
      { maalId: delmaalId, overmaalId: maalId, maal: 'I seng kl. 20.30.', tema: 'skoleforhold' },
    ],
  });

  await skrivOm(bfuId, fundId, aar);
  const efter = await hent(plan);
  expect(efter.maal[0].kilde).toMatchObject({
    tekst: 'Møder træt.',
    kildeAendret: true,
    tekstNu: 'Møder nu til tiden, men er stille.',
  });
  expect(efter.grundlag.map((g: { kilde: { kildeAendret: boolean } }) => g.kilde.kildeAendret)).toEqual([true, false]);

  expect(
    (await afvist(`${plan}/maal/${maalId}/indsatser`, { dato: `${aar}-02-06`, indsatsIder: [randomUUID()] }))[1],
  ).toBe('indsats-ikke-i-sagen');
  const opfoelgning = {
    dato: `${aar}-05-01`,
    udfald: 'justeres',
    naesteDato: `${aar}-10-01`,
    rytmebegrundelse: 'Skoleskift.',
    vurdering: 'Virker delvist.',
    barnetsHoldning: 'Glad.',
    planvurdering: 'revideres',
    maalstatus: [
      { maalId, status: 'delvist-naaet' },
      { maalId: delmaalId, status: 'naaet' },
    ],
  };
  expect(await afvist(`${plan}/opfoelgninger`, opfoelgning)).toEqual([422, 'maalvurdering-mangler', opf]);
  await sket(`${plan}/opfoelgninger`, {
    ...opfoelgning,
    maalstatus: [
      { maalId, status: 'delvist-naaet', vurdering: 'Mandage er svære.' },
      { maalId: delmaalId, status: 'naaet' },
    ],
  });
  const skridt = (await hent(`/sager/${sagId}/naeste-skridt`)).skridt as { kode: string }[];
  expect(skridt.map(({ kode }) => kode)).toContain('plan-revision');

  const foer = await hent(plan);
  const { planId: nyId = '' } = await sket(`${plan}/revision`, { dato: `${aar}-05-10` });
  const ny = await hent(`/planer/${nyId}`);
  // The reached sub-goal stays behind; the goal goes on with its source.
  expect(ny).toMatchObject({
    fase: 'kladde',
    planversion: 2,
    reviderer: planId,
    formaal: 'En stabil hverdag.',
    maal: [{ fraMaalId: maalId, status: 'ikke-begyndt', kilde: { fundId, tekst: 'Møder træt.', kildeAendret: true } }],
  });
  expect(ny.maal).toHaveLength(1);
  // What the plan rests on goes on as it stood there: the plan's own words, the wording of its source, and that it has changed.
  expect(ny.grundlag).toEqual((await hent(plan)).grundlag);
  expect(ny.grundlag).toMatchObject([
    { tekst: 'Morgenerne er svære.', kilde: { fundId, tekst: 'Møder træt.', kildeAendret: true } },
    { tekst: 'Mormor er tæt på.', kilde: { fundId: ressourceId, kildeAendret: false } },
  ]);
  expect(await hent(plan)).toEqual(foer);
  await sket(`/planer/${nyId}/godkendelse`, { dato: `${aar}-05-12`, inddragelse: 'Sammen.' });
  const { fase, slut, erstattetAf, version, ...indhold } = await hent(plan);
  expect({ fase, slut, erstattetAf }).toEqual({ fase: 'revideret', slut: `${aar}-05-12`, erstattetAf: nyId });
  expect(version).toBe(Number(foer.version) + 1);
  const { fase: _fase, slut: _slut, erstattetAf: _af, version: _version, ...indholdFoer } = foer;
  expect(indhold).toEqual(indholdFoer);
  expect((await hent(`/sager/${sagId}/planer`)).poster).toMatchObject([
    { planId: nyId, fase: 'gaeldende', planversion: 2 },
    { planId, fase: 'revideret', planversion: 1 },
  ]);
  await sket(`/planer/${nyId}/afslutning`, { dato: `${aar}-06-01`, begrundelse: 'Målene er nået.' });
  const journal = (await hent(`/boern/${barnId}/journal?graense=200`)).poster as { overskrift: string }[];
  const linjer = journal.map(({ overskrift }) => overskrift);
  expect(linjer.filter((linje) => linje === 'Mål ført videre')).toHaveLength(1);
  expect(linjer.filter((linje) => linje === 'Mål opstillet')).toHaveLength(2);
  expect(linjer).toContain('Delmål opstillet');
});

test('En handleplan, der revideres efter 2023, bliver til en ungeplan fra 16 år med mål for voksenlivet (BL §§ 108-109)', async () => {
  const { sagId, fundId, bfuId } = await medUndersoegelse('2023', '2007-06-01');
  const { planId = '' } = await sket(`/sager/${sagId}/planer`, {
    plantype: 'handleplan',
    oprettet: '2023-05-02',
    bfuId,
    formaal: 'Gennemføre 9. klasse.',
  });
  await sket(`/planer/${planId}/maal`, { dato: '2023-05-03', maal: 'Til tiden.', fundId });
  // On 2 May 2023 the child is 15: a handleplan needs no goal for adult life yet; from the birthday it does.
  expect(await afvist(`/planer/${planId}/godkendelse`, { dato: '2023-06-01', inddragelse: 'Ja.' })).toEqual([
    422,
    'plan-kan-ikke-godkendes',
    'SEL § 140',
  ]);
  await sket(`/planer/${planId}/godkendelse`, { dato: '2023-05-31', inddragelse: 'Ja.' });
  const { planId: ungeplan = '' } = await sket(`/planer/${planId}/revision`, { dato: '2024-02-01' });
  expect(await hent(`/planer/${ungeplan}`)).toMatchObject({ plantype: 'ungeplan', regime: 'BL', planversion: 2 });
  expect(await hent(`/planer/${planId}`)).toMatchObject({ plantype: 'handleplan', regime: 'SEL', fase: 'gaeldende' });
  expect(await afvist(`/planer/${ungeplan}/godkendelse`, { dato: '2024-02-10', inddragelse: 'Ja.' })).toEqual([
    422,
    'plan-kan-ikke-godkendes',
    'BL § 109',
  ]);
  await sket(`/planer/${ungeplan}/maal`, {
    dato: '2024-02-05',
    maal: 'Optaget på EUD.',
    voksenliv: 'uddannelse',
  });
  await sket(`/planer/${ungeplan}/godkendelse`, { dato: '2024-02-10', inddragelse: 'Ja.' });
  expect(await hent(`/planer/${planId}`)).toMatchObject({ fase: 'revideret', erstattetAf: ungeplan });
  expect(await hent(`/planer/${ungeplan}`)).toMatchObject({ fase: 'gaeldende', erstatter: planId });
});

test('Barnets plan, der revideres fra 16 år, bliver til en ungeplan, og den gamle gælder ikke længere (BL § 108)', async () => {
  const { sagId, fundId, bfuId } = await medUndersoegelse('2024', '2008-06-01');
  const { planId = '' } = await sket(`/sager/${sagId}/planer`, {
    plantype: 'barnets-plan',
    oprettet: '2024-05-02',
    bfuId,
    formaal: 'Gennemføre 9. klasse.',
  });
  await sket(`/planer/${planId}/maal`, { dato: '2024-05-03', maal: 'Til tiden.', fundId, voksenliv: 'uddannelse' });
  await sket(`/planer/${planId}/godkendelse`, { dato: '2024-05-10', inddragelse: 'Ja.' });
  const { planId: ungeplan = '' } = await sket(`/planer/${planId}/revision`, { dato: '2024-06-10' });
  await sket(`/planer/${ungeplan}/godkendelse`, { dato: '2024-06-12', inddragelse: 'Ja.' });
  expect(await hent(`/planer/${ungeplan}`)).toMatchObject({
    plantype: 'ungeplan',
    fase: 'gaeldende',
    erstatter: planId,
    maal: [{ voksenliv: 'uddannelse' }],
  });
  expect(await hent(`/planer/${planId}`)).toMatchObject({ fase: 'revideret', erstattetAf: ungeplan });
  // From 16 nobody begins barnets plan any more.
  const ny = { plantype: 'barnets-plan', oprettet: '2024-06-20', bfuId, formaal: 'Ved en fejl.' };
  expect(await afvist(`/sager/${sagId}/planer`, ny)).toEqual([422, 'ungeplan-fra-16', 'BL § 108']);
});

test('To planer, der godkendes samtidig, kan ikke begge blive barnets gældende', async () => {
  const { sagId, fundId, bfuId } = await medUndersoegelse('2024', '2014-05-01');
  const planer = await Promise.all(
    [1, 2].map(async () => {
      const { planId = '' } = await sket(`/sager/${sagId}/planer`, {
        plantype: 'barnets-plan',
        oprettet: '2024-02-01',
        bfuId,
        formaal: 'Trivsel.',
      });
      await sket(`/planer/${planId}/maal`, { dato: '2024-02-02', maal: 'Til tiden.', fundId });
      return planId;
    }),
  );
  await Promise.all(planer.map((id) => sket(`/planer/${id}/godkendelse`, { dato: '2024-02-10', inddragelse: 'Ja.' })));
  const faser = await Promise.all(planer.map(async (id) => (await hent(`/planer/${id}`)).fase as string));
  expect([...faser].sort()).toEqual(['gaeldende', 'revideret']);
});

test.each([
  { lov: 'SEL', aar: '2023', plantype: 'handleplan' },
  { lov: 'BL', aar: '2024', plantype: 'barnets-plan' },
])('I en lukket sag skrives der ikke i en plan, og den gældende plan slutter med sagen ($lov)', async (om) => {
  const { aar, plantype } = om;
  const { sagId = '' } = await sket('/sager', {
    barn: { navn: `Lukket Testesen ${randomUUID().slice(0, 8)}`, foedselsdato: '2014-05-01' },
    ...{ omraade: 'social', grund: 'ansoegning', oprettet: `${aar}-01-05` },
  });
  const begynd = { plantype, oprettet: `${aar}-02-01`, formaal: 'En stabil hverdag.' };
  const maalkrop = { dato: `${aar}-02-01`, maal: 'Møder til tiden.', tema: 'skoleforhold' };
  const { planId: gaeldende = '' } = await sket(`/sager/${sagId}/planer`, begynd);
  await sket(`/planer/${gaeldende}/maal`, maalkrop);
  await sket(`/planer/${gaeldende}/godkendelse`, { dato: `${aar}-02-05`, inddragelse: 'På mødet.' });
  const { planId: kladde = '' } = await sket(`/sager/${sagId}/planer`, begynd);
  const { maalId = '' } = await sket(`/planer/${kladde}/maal`, maalkrop);

  await sket(`/sager/${sagId}/lukning`, { lukket: `${aar}-03-01`, begrundelse: 'Formålet er nået.' });
  expect(await hent(`/planer/${gaeldende}`)).toMatchObject({ fase: 'afsluttet', slut: `${aar}-03-01` });

  const dato = `${aar}-03-02`;
  const alle: readonly (readonly [string, object])[] = [
    ['maal', { ...maalkrop, dato }],
    [`maal/${maalId}/rettelse`, { ...maalkrop, dato }],
    [`maal/${maalId}/fjernelse`, { dato, begrundelse: 'Dækket.' }],
    [`maal/${maalId}/indsatser`, { dato, indsatsIder: [randomUUID()] }],
    ['grundlag', { dato, fund: [{ fundId: randomUUID() }] }],
    ['hoering', { dato, svarfrist: `${aar}-03-10` }],
    ['hoering/svar', { dato, svar: 'Enige.' }],
    ['hoering/tilbagetraekning', { dato, begrundelse: 'Skrives om.' }],
    ['godkendelse', { dato, inddragelse: 'På mødet.' }],
    ['revision', { dato }],
    ['opfoelgninger', { dato, udfald: 'ophoerer', vurdering: 'Virker.', barnetsHoldning: 'Glad.', maalstatus: [] }],
  ];
  for (const [sti, krop] of alle) {
    expect([sti, ...(await afvist(`/planer/${kladde}/${sti}`, krop)).slice(0, 2)]).toEqual([sti, 409, 'sag-lukket']);
  }
  // The draft can be given up; nothing else is done in a closed case.
  await sket(`/planer/${kladde}/afslutning`, { dato, begrundelse: 'Sagen er lukket.' });
  await sket(`/sager/${sagId}/genaabning`, { genaabnet: dato, begrundelse: 'Nye forhold.' });
  const { planId: ny = '' } = await sket(`/sager/${sagId}/planer`, { ...begynd, oprettet: dato });
  await sket(`/planer/${ny}/maal`, { ...maalkrop, dato });
  await sket(`/planer/${ny}/godkendelse`, { dato, inddragelse: 'På mødet.' });
  expect(await hent(`/planer/${ny}`)).toMatchObject({ fase: 'gaeldende', erstatter: null });
});
