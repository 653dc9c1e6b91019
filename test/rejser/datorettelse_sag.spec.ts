import { Rejse } from './familie.js';

/** Days of the case itself, days that a step only tells of, and days that were promised: put right, and what rests on them. */
const NU = '2026-12-30T10:00:00+01:00';
const begrundelse = 'Brevet i sagen viser den rigtige dag.';
const LOVE = [
  { regime: 'SEL', aar: 2022 },
  { regime: 'BL', aar: 2025 },
] as const;

let rejse: Rejse;
beforeAll(async () => {
  rejse = await Rejse.start(NU, {
    ...{ sb01: ['sagsbehandler'], mo01: ['modtagelse'], tl01: ['teamleder'], ad01: ['administrator'] },
  });
});
afterAll(() => rejse.stop());

/** Where the event stands that said a day last. */
async function plads(barnId: string, type: string): Promise<number> {
  const svar = await rejse.get(`/boern/${barnId}/journal?graense=200`);
  const { poster } = svar.body as { readonly poster: readonly { position: number; type: string }[] };
  const fundne = poster.filter((l) => l.type === type).map((l) => l.position);
  if (fundne.length === 0) throw new Error(`${type} is not in the journal: ${JSON.stringify(svar.body)}`);
  return Math.max(...fundne);
}
const ret = async (barnId: string, type: string, nyt: object, bruger = 'sb01') =>
  rejse.gem('/datorettelser', { position: await plads(barnId, type), begrundelse, ...nyt }, bruger);
const nej = async (barnId: string, type: string, nyt: object, bruger = 'sb01') =>
  (await rejse.nej('/datorettelser', { position: await plads(barnId, type), begrundelse, ...nyt }, bruger))[1];

describe.each(LOVE)('Sagens og skridtenes dage ($regime)', ({ regime, aar }) => {
  const dag = (maanedDag: string): string => `${String(aar)}-${maanedDag}`;
  const tid = (maanedDagKl: string): string => `${dag(maanedDagKl)}:00+01:00`;
  const foedt = `${String(aar - 9)}-01-10`;
  const aktive = async (pr: string, kendtPr?: string): Promise<number> => {
    const svar = await rejse.get(
      `/noegletal?pr=${pr}${kendtPr === undefined ? '' : `&kendtPr=${encodeURIComponent(kendtPr)}`}`,
      'ad01',
    );
    return (svar.body as { readonly M01: { readonly ialt: number } }).M01.ialt;
  };

  test('en sag, der er åbnet og lukket en anden dag: sagslisten og M01 følger; det, der blev svaret, kan svares igen', async () => {
    const { sagId, barnId } = await rejse.familie(foedt, dag('03-10'));
    await rejse.gem(`/sager/${sagId}/tildeling`, { sagsbehandler: 'sb01', tildelt: dag('03-12') }, 'tl01');
    await rejse.gem(`/sager/${sagId}/tildeling`, { sagsbehandler: 'sb02', tildelt: dag('03-15') }, 'tl01');
    // The figures count who got it last by the day: the one who got it after another did not get it before.
    expect(await nej(barnId, 'sagsstyring.SagTildelt', { dato: dag('03-11') }, 'tl01')).toBe('forkert-raekkefoelge');
    await rejse.gem(`/sager/${sagId}/lukning`, { lukket: dag('04-20'), begrundelse: 'Flyttet.' });
    const [foer, efter] = [await aktive(dag('03-05')), await aktive(dag('04-15'))];
    const log = await rejse.api.store.load(840, sagId);
    const kendt = log.at(-1)?.registreret;
    // Not after the day it was given to a caseworker, and not closed before it was.
    expect(await nej(barnId, 'sagsstyring.SagOprettet', { dato: dag('03-13') })).toBe('forkert-raekkefoelge');
    expect(await nej(barnId, 'sagsstyring.SagLukket', { dato: dag('03-11') })).toBe('forkert-raekkefoelge');
    await ret(barnId, 'sagsstyring.SagOprettet', { dato: dag('03-01') });
    await ret(barnId, 'sagsstyring.SagLukket', { dato: dag('04-10') });
    expect((await rejse.get(`/sager/${sagId}`)).body).toMatchObject({ oprettet: dag('03-01'), lukket: dag('04-10') });
    const liste = (await rejse.get(`/sager?barnId=${barnId}`)).body as { readonly poster: readonly object[] };
    expect(liste.poster).toContainEqual(
      expect.objectContaining({ sagId, oprettet: dag('03-01'), lukket: dag('04-10') }),
    );
    expect([await aktive(dag('03-05')), await aktive(dag('04-15'))]).toEqual([foer + 1, efter - 1]);
    expect([await aktive(dag('03-05'), kendt), await aktive(dag('04-15'), kendt)]).toEqual([foer, efter]);
  });

  test('en sag, der blev åbnet ved screeningen, er åbnet den dag, der blev screenet, og rettes ikke uden den', async () => {
    const { underretningId = '', barnId = '' } = await rejse.gem(
      '/underretninger',
      {
        ...{ barn: { navn: 'Ny Testesen', foedselsdato: foedt }, modtaget: tid('02-01T10:00'), form: 'telefonisk' },
        underretter: { anonym: false, kode: '2', navn: 'Inga Lærer', kontakt: 'inga@skole.example' },
        ...{ beskrivelse: 'Bange hjemme.', aarsagKoder: ['UDSLAG14'] },
      },
      'mo01',
    );
    const u = `/underretninger/${underretningId}`;
    await rejse.gem(
      `${u}/akutvurdering`,
      {
        ...{ vurderet: tid('02-01T12:00'), akut: false, risikofaktorer: 'x', beskyttelsesfaktorer: 'x' },
        begrundelse: 'x',
      },
      'mo01',
    );
    const { sagId = '' } = await rejse.gem(
      `${u}/screening`,
      { spor: 'bfu', screenet: tid('02-05T10:00'), begrundelse: 'Skal undersøges.' },
      'mo01',
    );
    expect(await nej(barnId, 'sagsstyring.SagOprettet', { dato: dag('02-04') })).toBe('kan-ikke-rettes-her');
    await ret(barnId, 'sagsstyring.UnderretningScreenet', { tidspunkt: tid('02-03T15:00') }, 'mo01');
    expect((await rejse.get(`/sager/${sagId}`)).body).toMatchObject({ oprettet: dag('02-03') });
  });

  test('alle er oplyst den dag, den sidste blev det, i hvilken rækkefølge det så er skrevet', async () => {
    const { barnId, morId } = await rejse.familie(foedt, dag('01-15'));
    const { personId: andenId = '' } = await rejse.gem('/personer', { art: 'voksen', navn: 'Anden Testesen' });
    await rejse.relation(barnId, andenId, 'medmor', true, dag('01-01'));
    const { underretningId = '' } = await rejse.gem(
      '/underretninger',
      {
        ...{ barn: { barnId }, modtaget: tid('02-01T10:00'), form: 'telefonisk', beskrivelse: 'Bange hjemme.' },
        underretter: { anonym: false, kode: '2', navn: 'Inga Lærer', kontakt: 'inga@skole.example' },
        aarsagKoder: ['UDSLAG14'],
      },
      'mo01',
    );
    await rejse.gem(
      `/underretninger/${underretningId}/akutvurdering`,
      {
        ...{ vurderet: tid('02-01T12:00'), akut: false, risikofaktorer: 'x', beskyttelsesfaktorer: 'x' },
        begrundelse: 'x',
      },
      'mo01',
    );
    const oplys = (personId: string, dato: string) =>
      rejse.gem(`/underretninger/${underretningId}/foraeldreorienteringer`, { personId, dato, maade: 'møde' });
    const alle = async () =>
      (await rejse.api.store.load(840, underretningId)).findLast(
        ({ type, data }) =>
          type === 'sagsstyring.ForaeldreneOplyst' || data['rettetType'] === 'sagsstyring.ForaeldreneOplyst',
      )?.data;
    await oplys(morId, dag('02-10'));
    const mors = await plads(barnId, 'sagsstyring.ForaeldreOrienteret');
    await oplys(andenId, dag('02-08'));
    expect(await alle()).toMatchObject({ dato: dag('02-10') });
    await rejse.gem('/datorettelser', { position: mors, dato: dag('02-06'), begrundelse });
    expect(await alle()).toMatchObject({ haendelse: { dato: dag('02-08') }, foer: { dato: dag('02-10') } });
  });

  test('den næste opfølgning var aftalt til en anden dag: fristen følger, også forude; samtalen før afgørelsen rettes for sig', async () => {
    const { sagId, barnId } = await rejse.familie(foedt, dag('01-15'));
    const { indsatsId = '' } = await rejse.gem(`/sager/${sagId}/indsatser`, {
      ...{ indsatskode: 'familiebehandling', maalgruppe: 'familie', formaal: 'Ro.', begrundelse: 'Akut.' },
      ...{ afgoerelseDato: dag('03-01'), forventetStart: dag('03-03'), forventetVarighedMaaneder: 24 },
      ...{ prisOere: 100_000, prisEnhed: 'maaned', samtykkeDato: dag('02-28'), planUndtagelse: 'Kan ikke vente.' },
      ...{ overtaget: 'Bevilget i fraflytningskommunen.', boernesamtale: { dato: dag('02-27') } },
      barnetsHoldning: 'Vil gerne.',
    });
    const i = `/indsatser/${indsatsId}`;
    await rejse.gem(`${i}/ivaerksaettelse`, { dato: dag('03-03') });
    await rejse.gem(`${i}/opfoelgninger`, {
      ...{ dato: dag('05-20'), udfald: 'uaendret', naesteDato: dag('11-01'), rytmebegrundelse: 'Et halvt år.' },
      ...{ vurdering: 'Støtten virker.', barnetsHoldning: 'Tilfreds.' },
    });
    const [holdt] = await rejse.api.store.readAt(840, [await plads(barnId, 'ics.OpfoelgningAfholdt')]);
    await ret(barnId, 'ics.OpfoelgningAfholdt', { felt: 'naesteDato', dato: dag('10-01') });
    await ret(barnId, 'ics.OpfoelgningAfholdt', { dato: dag('05-18') });
    expect((await rejse.get(i)).body).toMatchObject({
      naesteOpfoelgning: dag('10-01'),
      opfoelgninger: [{ dato: dag('05-18'), naesteDato: dag('10-01') }],
    });
    // As it was known before it was put right, it says what it said then.
    const kendt = encodeURIComponent(holdt?.registreret ?? '');
    expect((await rejse.get(`${i}?kendtPr=${kendt}`)).body).toMatchObject({
      opfoelgninger: [{ dato: dag('05-20'), naesteDato: dag('11-01') }],
    });
    if (regime === 'BL')
      expect(await rejse.frister(sagId, tid('06-01T12:00'))).toMatchObject({
        'opfoelgning-loebende': `${dag('10-01')} kommende`,
      });
    // The talk must still come before the decision that it was held for.
    const samtale = (dato: string) => ({ felt: 'boernesamtaleDato', dato });
    expect(await nej(barnId, 'oekonomi.IndsatsBevilget', samtale(dag('03-02')))).toBe('forkert-raekkefoelge');
    await ret(barnId, 'oekonomi.IndsatsBevilget', samtale(dag('02-20')));
    expect((await rejse.get(i)).body).toMatchObject({ boernesamtaleDato: dag('02-20'), afgoerelseDato: dag('03-01') });
    // Without a field the day of the decision is meant, though the event tells of others.
    await ret(barnId, 'oekonomi.IndsatsBevilget', { dato: dag('03-02') });
    expect((await rejse.get(i)).body).toMatchObject({ afgoerelseDato: dag('03-02'), samtykkeDato: dag('02-28') });
  });
});

test('samtalen før en afgørelse i januar 2024 kan have været i december 2023; afgørelsen selv kan ikke (serviceloven/barnets lov)', async () => {
  const { sagId, barnId } = await rejse.familie('2015-01-10', '2023-12-01');
  await rejse.gem(`/sager/${sagId}/indsatser`, {
    ...{ indsatskode: 'familiebehandling', maalgruppe: 'familie', formaal: 'Ro.', begrundelse: 'Akut.' },
    ...{ afgoerelseDato: '2024-01-05', forventetStart: '2024-01-08', forventetVarighedMaaneder: 12 },
    ...{ prisOere: 100_000, prisEnhed: 'maaned', samtykkeDato: '2024-01-04', planUndtagelse: 'Kan ikke vente.' },
    ...{ overtaget: 'Bevilget i fraflytningskommunen.', boernesamtale: { dato: '2024-01-03' } },
    barnetsHoldning: 'Vil gerne.',
  });
  await ret(barnId, 'oekonomi.IndsatsBevilget', { felt: 'boernesamtaleDato', dato: '2023-12-20' });
  await ret(barnId, 'oekonomi.IndsatsBevilget', { felt: 'samtykkeDato', dato: '2023-12-20' });
  expect(await nej(barnId, 'oekonomi.IndsatsBevilget', { dato: '2023-12-28' })).toBe('anden-lov');
});

test('hvilken lov et klokkeslæt hører til, er den danske dag, også når det er skrevet i en anden tidszone', async () => {
  const { underretningId = '', barnId = '' } = await rejse.gem(
    '/underretninger',
    {
      ...{ barn: { navn: 'Nytår Testesen', foedselsdato: '2015-01-10' }, modtaget: '2023-12-20T10:00:00+01:00' },
      ...{
        form: 'telefonisk',
        underretter: { anonym: false, kode: '2', navn: 'Inga Lærer', kontakt: 'i@skole.example' },
      },
      ...{ beskrivelse: 'Bange hjemme.', aarsagKoder: ['UDSLAG14'] },
    },
    'mo01',
  );
  await rejse.gem(
    `/underretninger/${underretningId}/akutvurdering`,
    {
      ...{ vurderet: '2023-12-20T12:00:00+01:00', akut: false, risikofaktorer: 'x', beskyttelsesfaktorer: 'x' },
      begrundelse: 'x',
    },
    'mo01',
  );
  await rejse.gem(
    `/underretninger/${underretningId}/screening`,
    { spor: 'bfu', screenet: '2023-12-21T10:00:00+01:00', begrundelse: 'Skal undersøges.' },
    'mo01',
  );
  // Half past midnight on New Year's Day in Denmark.
  const nytaar = { tidspunkt: '2023-12-31T23:30:00Z' };
  expect(await nej(barnId, 'sagsstyring.UnderretningScreenet', nytaar, 'mo01')).toBe('anden-lov');
});
