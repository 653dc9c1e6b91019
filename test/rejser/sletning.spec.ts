import { randomUUID } from 'node:crypto';
import { aabneForhold, sletPerson, type Sletteadgang } from '../../src/cli/slet_person.js';
import { boundedContexts } from '../../src/contexts.js';
import { indlaesLovpakke } from '../../src/faelles/lov/lovpakke.js';
import { createPool } from '../../src/platform/db/pool.js';
import { BlindIndex } from '../../src/platform/eventstore/sealing/blind-index.js';
import { RandomIds } from '../../src/platform/ids.js';
import { differs, Rebuild } from '../../src/platform/projection/rebuild.js';
import { ReadModelSchema } from '../../src/platform/projection/read-model-schema.js';
import { REBILD } from '../../src/platform/testing/api.js';
import { Rejse } from './familie.js';

/** A person is erased for ever, and the log still says that everything happened (the General Data Protection Regulation, art. 17). */
let rejse: Rejse;
let adgang: Sletteadgang;
beforeAll(async () => {
  rejse = await Rejse.start('2026-11-23T10:00:00+01:00', {
    ...{ sb01: ['sagsbehandler'], mo01: ['modtagelse'], fm01: ['formand'] },
  });
  const { store, platform, clock, app } = rejse.api;
  adgang = { store, pool: platform.pool, blindIndex: app.get(BlindIndex), clock, ids: new RandomIds() };
});
afterAll(() => rejse.stop());

const CPR = '7403124995';
const NAVN = 'Alma Slettesen';
const sletning = (personId: string, mere: object = {}) => ({
  ...{ kommune: REBILD, personId, grund: 'kassation' as const, reference: 'SA-2026/114', bruger: 'cli:ejer' },
  ...mere,
});

async function underret(): Promise<{ readonly underretningId: string; readonly barnId: string }> {
  const svar = await rejse.gem(
    '/underretninger',
    {
      ...{ barn: { cpr: CPR, navn: NAVN }, modtaget: '2026-11-20T10:00:00+01:00', form: 'telefonisk' },
      ...{ underretter: { anonym: true, kode: '8' }, aarsagKoder: ['UDSLAG3'], beskrivelse: 'Bange for at gå hjem.' },
    },
    'mo01',
  );
  return { underretningId: svar['underretningId'] ?? '', barnId: svar['barnId'] ?? '' };
}

test('personen slettes, når intet er åbent: journalen står med [slettet], kæden holder, og nummeret kan registreres på ny', async () => {
  const { underretningId, barnId } = await underret();
  const sti = `/underretninger/${underretningId}`;

  // While the notification is open, what is known of the child is needed (art. 17, stk. 3, litra b).
  expect(await aabneForhold(adgang, REBILD, barnId)).toEqual([underretningId]);
  await expect(sletPerson(adgang, sletning(barnId))).rejects.toMatchObject({
    kode: 'aabne-forhold',
    mere: { paragraf: 'databeskyttelsesforordningen art. 17, stk. 3, litra b', mangler: [underretningId] },
  });
  await rejse.gem(
    `${sti}/annullering`,
    { annulleret: '2026-11-21T10:00:00+01:00', begrundelse: 'Forkert barn.' },
    'mo01',
  );
  await expect(sletPerson(adgang, sletning(barnId, { reference: `sag-${CPR}` }))).rejects.toMatchObject({
    kode: 'reference-ugyldig',
  });
  const foer = (await rejse.get(`/boern/${barnId}/journal`)).text;
  expect([foer.includes('Bange for'), foer.includes(NAVN), foer.includes('[slettet]')]).toEqual([true, true, false]);

  expect(await sletPerson(adgang, sletning(barnId))).toEqual({ haendelse: 'skrevet', noegle: 'destrueret' });
  expect(await rejse.api.platform.projections?.caughtUp(10_000)).toBe(true);

  const journal = await rejse.get(`/boern/${barnId}/journal`);
  expect([journal.status, journal.text.includes('Bange for'), journal.text.includes(NAVN)]).toEqual([
    200,
    false,
    false,
  ]);
  const linjer = (journal.body as { poster: readonly { overskrift: string; tekst: string }[] }).poster;
  expect(linjer.find(({ overskrift }) => overskrift === 'Underretning modtaget')?.tekst).toContain('[slettet]');
  expect(linjer.find(({ overskrift }) => overskrift === 'Personens oplysninger slettet')?.tekst).toContain(
    'Beslutning SA-2026/114',
  );
  expect((await rejse.get(`/personer/${barnId}`)).body).toMatchObject({ navn: '[slettet]', cpr: '[slettet]' });
  expect((await rejse.get(sti)).body).toMatchObject({ tilstand: 'annulleret', beskrivelse: '[slettet]' });
  expect(await rejse.api.store.verify(REBILD)).toEqual([]);

  // Nothing can be added to what is gone; whoever has the number is registered as somebody new.
  expect((await rejse.post(`/personer/${barnId}/rettelser`, { navn: 'Bo', aarsag: 'x' })).status).toBe(409);
  expect((await rejse.post('/personer/opslag', { cpr: CPR })).status).toBe(404);
  expect((await underret()).barnId).not.toBe(barnId);
});

test('en afbrudt sletning gøres færdig: hændelsen skrives én gang, og nøglen destrueres', async () => {
  const { personId = '' } = await rejse.gem('/personer', { art: 'voksen', navn: 'Far Slettesen' });
  const { store } = adgang;
  const afbrudt: Sletteadgang = {
    ...adgang,
    // The power goes after the event and before the key.
    store: Object.create(store, {
      destroySubjectKey: { value: () => Promise.reject(new Error('strømmen gik')) },
    }) as Sletteadgang['store'],
  };
  // Somebody writes of the person between the reading and the writing: nothing is erased on what was true before.
  const overhalet: Sletteadgang = {
    ...adgang,
    store: Object.create(adgang.store, {
      append: { value: () => Promise.resolve({ outcome: 'conflict', streamId: personId, version: 2 }) },
    }) as Sletteadgang['store'],
  };
  await expect(sletPerson(overhalet, sletning(personId))).rejects.toMatchObject({
    ...{ kode: 'aendret-imens', mere: { status: 409 } },
  });
  await expect(sletPerson(afbrudt, sletning(personId))).rejects.toThrow('strømmen gik');
  expect((await rejse.get(`/personer/${personId}`)).body).toMatchObject({ navn: 'Far Slettesen' });
  expect(await sletPerson(adgang, sletning(personId))).toEqual({ haendelse: 'stod-der', noegle: 'destrueret' });
  expect(await sletPerson(adgang, sletning(personId))).toEqual({ haendelse: 'stod-der', noegle: 'var-destrueret' });
  expect((await rejse.get(`/personer/${personId}`)).body).toMatchObject({ navn: '[slettet]' });
});

test('en forælder slettes ikke, mens barnets sag er åben; en ukendt person findes ikke', async () => {
  const { sagId, morId } = await rejse.familie('2018-01-10', '2026-01-15');
  expect(await aabneForhold(adgang, REBILD, morId)).toEqual([sagId]);
  await expect(sletPerson(adgang, sletning(morId))).rejects.toMatchObject({ kode: 'aabne-forhold' });
  await rejse.gem(`/sager/${sagId}/lukning`, { lukket: '2026-11-20', begrundelse: 'Slut.' });
  expect(await sletPerson(adgang, sletning(morId))).toMatchObject({ noegle: 'destrueret' });
  await expect(sletPerson(adgang, sletning(randomUUID()))).rejects.toMatchObject({ kode: 'person-findes-ikke' });
  await expect(aabneForhold(adgang, REBILD, randomUUID())).rejects.toMatchObject({ kode: 'person-findes-ikke' });
});

test('et anbragt barn slettes ikke, mens søskendes sag venter på, at der svares på ny om undersøgelsen (BL § 21, stk. 2-3)', async () => {
  const anbragte = await rejse.familie('2017-01-10', '2026-01-15');
  const soester = await rejse.familie('2018-01-10', '2026-01-15');
  await rejse.relation(anbragte.barnId, soester.barnId, 'soeskende', false, '2018-01-10');
  const truffet = '2026-03-02T08:00:00+01:00';
  const { formandsafgoerelseId = '' } = await rejse.gem(
    `/sager/${anbragte.sagId}/formandsafgoerelser`,
    { afgoerelseKode: 'anbringelse-uden-samtykke', truffet, formaal: 'Ro.', begrundelse: 'Kan ikke vente.' },
    'fm01',
  );
  const f = `/formandsafgoerelser/${formandsafgoerelseId}`;
  await rejse.gem(`${f}/ivaerksaettelse`, { ivaerksat: truffet });
  const { anbringelseId = '' } = await rejse.gem(`/sager/${anbragte.sagId}/anbringelser`, {
    ...{ grundlag: 'tvang', afgoerelseDato: '2026-03-02', stedtype: 'plejefamilie-almen', sted: 'Prøvesen' },
    ...{ stedGodkendt: '2026-01-10', forventetStart: '2026-03-02', varighedMaaneder: 1, prisOere: 250_000 },
    ...{ prisEnhed: 'doegn', omsorgssvigt: true, formaal: 'Ro.', begrundelse: 'Skade.', barnetsHoldning: 'Bange.' },
    ...{ boernesamtale: { undladt: 'Kan ikke vente.' }, udvalg: { formandsafgoerelseId, dato: '2026-03-02' } },
  });
  const a = `/anbringelser/${anbringelseId}`;
  await rejse.gem(`${a}/ivaerksaettelse`, { dato: '2026-03-02' });
  const svar = (dato: string, mere: object) =>
    rejse.gem(`${a}/soeskendevurderinger`, {
      ...{ dato, soeskende: [{ personId: soester.barnId, ...mere }], vurdering: 'Bor sammen.' },
    });
  await svar('2026-03-03', { udfald: 'undersoeges' });
  await rejse.gem(`${a}/ophoer`, { dato: '2026-03-05', aarsag: 'doed', begrundelse: 'Barnet er død.' });
  await rejse.gem(`${f}/ophaevelse`, { dato: '2026-03-06', begrundelse: 'Barnet er død.' }, 'fm01');
  await rejse.gem(`/sager/${anbragte.sagId}/lukning`, { lukket: '2026-03-10', begrundelse: 'Barnet er død.' });
  // The answer is sealed for the placed child, and without it the sister's case can never be closed.
  expect(await aabneForhold(adgang, REBILD, anbragte.barnId)).toEqual([soester.sagId]);
  await svar('2026-03-12', { udfald: 'undladt', begrundelse: 'Trives.' });
  expect(await sletPerson(adgang, sletning(anbragte.barnId))).toMatchObject({ noegle: 'destrueret' });
  await rejse.gem(`/sager/${soester.sagId}/lukning`, { lukket: '2026-04-01', begrundelse: 'Slut.' });
});

test('genafspillet er læsemodellerne de samme, også for dem, der er slettet', async () => {
  expect(await rejse.api.platform.projections?.caughtUp(10_000)).toBe(true);
  const owner = createPool(rejse.api.database.ownerUrl, { name: 'rebuild', max: 2 });
  const rebuild = new Rebuild(
    { store: rejse.api.store, pool: rejse.api.platform.pool, schema: new ReadModelSchema(owner) },
    boundedContexts(indlaesLovpakke()).flatMap(({ projections }) => projections),
  );
  try {
    await rebuild.prepare();
    expect((await rebuild.compareWithLive(REBILD)).filter(differs)).toEqual([]);
  } finally {
    await rebuild.drop();
    await owner.end();
  }
});
