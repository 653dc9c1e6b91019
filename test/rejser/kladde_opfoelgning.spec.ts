import { randomUUID } from 'node:crypto';
import { AALBORG, REBILD } from '../../src/platform/testing/api.js';
import { anbragtMedSamtykke, samtykkeTil } from './anbragt.js';
import { Rejse } from './familie.js';

/** The follow-up on a measure or a placement is saved while it is written, whether or not there is a plan, under both acts. */
let rejse: Rejse;
let token: string;
let fremmed: string;
beforeAll(async () => {
  rejse = await Rejse.start('2026-12-30T10:00:00+01:00', { sb01: ['sagsbehandler'], tl01: ['teamleder'] });
  [token, fremmed] = await Promise.all([
    rejse.api.token('sb01', REBILD, ['sagsbehandler']),
    rejse.api.token('aalborg-sb01', AALBORG, ['sagsbehandler']),
  ]);
});
afterAll(() => rejse.stop());

const gem = (sti: string, felt: string, tekst: string, set: number, hvem = token) =>
  rejse.api.request
    .put(`/v1${sti}/kladde/${felt}`)
    .set('Authorization', hvem)
    .set('If-Match', `"${set}"`)
    .send({ tekst });
const opgiv = (sti: string, felt: string, set: number) =>
  rejse.api.request.delete(`/v1${sti}/kladde/${felt}`).set('Authorization', token).set('If-Match', `"${set}"`);
const tilbage = async (sti: string) => {
  const svar = await rejse.get(`${sti}/kladde`);
  expect(svar.status).toBe(200);
  return (svar.body as { kladder: { felt: string; tilovers: boolean }[] }).kladder.map((k) => [k.felt, k.tilovers]);
};

interface Gang {
  readonly sti: string;
  readonly sagId: string;
  readonly planId?: string;
  readonly ophoer: object;
}
interface Lov {
  readonly aar: number;
  readonly plantype: string;
}

async function indsats({ aar }: Lov): Promise<Gang & { readonly foer: string }> {
  const dag = (d: string): string => `${String(aar)}-${d}`;
  const f = await rejse.familie(`${String(aar - 9)}-01-10`, dag('01-15'));
  const { indsatsId = '' } = await rejse.gem(`/sager/${f.sagId}/indsatser`, {
    ...{ indsatskode: 'kontaktperson', maalgruppe: 'barn', afgoerelseDato: dag('03-01') },
    ...{ forventetStart: dag('03-10'), forventetVarighedMaaneder: 12, prisOere: 42_500, prisEnhed: 'time' },
    ...{ planUndtagelse: 'Kort og afgrænset.', boernesamtale: { dato: dag('02-20') }, formaal: 'Ro.' },
    ...{ begrundelse: 'Behov.', barnetsHoldning: 'Vil gerne.', overtaget: 'Fra nabokommunen.' },
    samtykker: [samtykkeTil(f.morId, dag('02-26'))],
  });
  const sti = `/indsatser/${indsatsId}`;
  const foer = await gem(sti, 'opfoelgning', 'For tidligt', 0);
  await rejse.gem(`${sti}/ivaerksaettelse`, { dato: dag('03-15') });
  const ophoer = { dato: dag('09-01'), aarsag: 'formaal-opnaaet', begrundelse: 'Har fået det bedre.' };
  return { sti, sagId: f.sagId, ophoer, foer: foer.body.detail as string };
}

async function anbringelse(lov: Lov): Promise<Gang> {
  const f = await rejse.familie(`${String(lov.aar - 9)}-01-10`, `${String(lov.aar)}-01-15`);
  const { a, planId } = await anbragtMedSamtykke(rejse, f, lov);
  const ophoer = { dato: `${String(lov.aar)}-09-01`, aarsag: 'doed', begrundelse: 'Dødsfald.' };
  return { sti: a, sagId: f.sagId, planId, ophoer };
}

describe.each([
  { regime: 'SEL', aar: 2022, plantype: 'handleplan', hjemmel: 'SEL § 70' },
  { regime: 'BL', aar: 2025, plantype: 'barnets-plan', hjemmel: 'BL § 95' },
])('Opfølgningen skrives som kladde uden plan ($hjemmel)', ({ hjemmel, ...lov }) => {
  const opfoelgning = (maaned: string, vurdering: string) => ({
    ...{ dato: `${String(lov.aar)}-${maaned}-01`, udfald: 'uaendret', vurdering, barnetsHoldning: 'Glad.' },
    ...{ naesteDato: `${String(lov.aar)}-11-01`, rytmebegrundelse: 'Nyt.' },
  });

  test.each([
    { hvad: 'en indsats', lav: indsats },
    { hvad: 'en anbringelse', lav: anbringelse },
  ])(`${hjemmel}: $hvad – det skrevne er væk, når det er registreret, og resten er tilovers`, async ({ lav }) => {
    const { sti, ophoer } = await lav(lov);
    expect((await gem(sti, 'opfoelgning.vurdering', 'Det går fremad', 0)).status).toBe(200);
    expect((await gem(sti, 'opfoelgning.vurdering', 'Fremmed', 1, fremmed)).status).toBe(404);
    expect((await gem(sti, 'opfoelgning.barnetsHoldning', 'Savner sin kat', 0)).status).toBe(200);
    const ukendt = await gem(sti, 'maal.1', 'Hører til planen', 0);
    expect([ukendt.status, ukendt.body.fejl]).toEqual([400, [expect.objectContaining({ sti: '{felt}' })]]);

    await rejse.gem(`${sti}/opfoelgninger`, opfoelgning('06', 'Det går fremad.'));
    expect(await tilbage(sti)).toEqual([['opfoelgning.barnetsHoldning', true]]);
    const brugt = await rejse.api.request
      .post(`/v1${sti}/opfoelgninger`)
      .set({ Authorization: token, 'Idempotency-Key': randomUUID() })
      .set('Faerdige-Kladder', 'opfoelgning.barnetsHoldning=1')
      .send(opfoelgning('07', 'Stadig.'));
    expect(brugt.status).toBe(201);
    expect(await tilbage(sti)).toEqual([]);

    // What is written for the next one is new; it stays when the measure ends before it was held.
    expect((await gem(sti, 'opfoelgning.vurdering', 'Et år efter', 0)).status).toBe(200);
    expect(await tilbage(sti)).toEqual([['opfoelgning.vurdering', false]]);
    await rejse.gem(`${sti}/ophoer`, ophoer);
    expect(await tilbage(sti)).toEqual([['opfoelgning.vurdering', true]]);
    const slut = await gem(sti, 'opfoelgning.vurdering', 'For sent', 1);
    expect([slut.status, slut.body.type]).toEqual([409, expect.stringContaining('kladde-lukket')]);
    expect((await opgiv(sti, 'opfoelgning.vurdering', 1)).status).toBe(200);
    expect(await tilbage(sti)).toEqual([]);
  });

  test(`${hjemmel}: en opfølgning på planen gør også den kladde færdig, der blev skrevet på anbringelsen`, async () => {
    const { sti, planId = '' } = await anbringelse(lov);
    expect((await gem(sti, 'opfoelgning.vurdering', 'Trives i skolen', 0)).status).toBe(200);
    const { maal } = (await rejse.get(`/planer/${planId}`)).body as { maal: { maalId: string }[] };
    await rejse.gem(`/planer/${planId}/opfoelgninger`, {
      ...opfoelgning('06', 'Trives i skolen.'),
      maalstatus: maal.map(({ maalId }) => ({ maalId, status: 'i-gang' })),
    });
    expect(await tilbage(sti)).toEqual([]);
  });

  test(`${hjemmel}: der skrives ingen opfølgning på en indsats, der ikke er sat i værk`, async () => {
    expect((await indsats(lov)).foer).toBe('Der følges op på en indsats, der er i gang; den er bevilget.');
  });
});
