import { anbragtMedSamtykke } from './anbragt.js';
import { Rejse } from './familie.js';

/** A young person's placement into adult life through HTTP, under both acts (SEL §§ 68 and 76, BL §§ 111-114). */
const LOVE = [
  { regime: 'SEL', aar: 2022, ungeplan: 'handleplan' },
  { regime: 'BL', aar: 2025, ungeplan: 'ungeplan' },
] as const;

let rejse: Rejse;
beforeAll(async () => {
  rejse = await Rejse.start('2026-12-30T10:00:00+01:00', { sb01: ['sagsbehandler'], tl01: ['teamleder'] });
});
afterAll(() => rejse.stop());

const hent = async (sti: string): Promise<unknown> => {
  const svar = await rejse.get(sti);
  expect([sti, svar.status]).toEqual([sti, 200]);
  return svar.body;
};

describe.each(LOVE)('Den unges anbringelse ($regime)', ({ regime, aar, ungeplan }) => {
  const dag = (maanedDag: string, senere = 0): string => `${String(aar + senere)}-${maanedDag}`;
  const kl12 = (dato: string): string => `${dato}T12:00:00+01:00`;

  test('en ung: eget samtykke, ungestøtte afgjort seks måneder før 18, og døgnophold derefter', async () => {
    // 16 years at the decision, 18 on 23 May of the next year.
    const f = await rejse.familie(`${String(aar - 17)}-05-23`, dag('01-15'));
    const { a, bfuId } = await anbragtMedSamtykke(rejse, f, { aar, plantype: ungeplan, samtykker: [f.barnId] });
    expect((await rejse.frister(f.sagId, kl12(dag('03-16'))))['ungestoette-afgoerelse']).toBe(
      `${dag('11-23')} kommende`,
    );
    const ophoer = { dato: dag('05-23', 1), aarsag: 'fyldt-18', begrundelse: 'Egen bolig.' };
    expect((await rejse.nej(`${a}/ophoer`, ophoer)).slice(1)).toEqual([
      ...[
        'ungestoette-ikke-afgjort',
        regime === 'SEL' ? 'SEL § 68, stk. 11' : 'BL § 111, stk. 1',
        ['ungestoette-afgoerelse'],
      ],
    ]);
    const afgoerelse = {
      ...{ afgoerelseDato: dag('11-20'), udfald: 'doegnophold', begrundelse: 'Uddannelse.' },
      ungesHoldning: 'Vil blive.',
    };
    expect((await rejse.nej(`${a}/ungestoette`, afgoerelse))[3]).toEqual(['boernesamtale', 'ungestoette-planrevision']);
    const planId = await rejse.plan(f.sagId, ungeplan, bfuId, dag('11-10'));
    await rejse.gem(`${a}/ungestoette`, { ...afgoerelse, planId, boernesamtale: { dato: dag('11-12') } });
    expect((await rejse.frister(f.sagId, kl12(dag('11-21'))))['ungestoette-afgoerelse']).toBe(
      `${dag('11-23')} opfyldt`,
    );
    expect(await rejse.skridt(f.sagId)).toContain('skal ungestoette-overgang');
    const over = { grundlag: 'ungestoette', dato: dag('05-22', 1) };
    expect((await rejse.nej(`${a}/grundlag`, over)).slice(0, 2)).toEqual([422, 'ikke-fyldt-18']);
    expect((await rejse.nej(`${a}/grundlag`, { grundlag: 'samtykke', dato: dag('05-23', 1) })).slice(0, 2)).toEqual([
      ...[422, 'fyldt-18'],
    ]);
    await rejse.gem(`${a}/grundlag`, { ...over, dato: dag('05-23', 1) });
    expect(await hent(a)).toMatchObject({
      ...{ tilstand: 'overgaaet-til-ungestoette', grundlag: 'ungestoette', ungestoette: { udfald: 'doegnophold' } },
    });
    await rejse.gem(`${a}/ophoer`, { ...ophoer, dato: dag('09-01', 1), aarsag: 'ungestoette-slut' });
    expect(await hent(a)).toMatchObject({ tilstand: 'ophoert', ophoer: { aarsag: 'ungestoette-slut' } });

    // The young person changes their mind: until 23, the stay can be made again (SEL § 76, BL §§ 113-114).
    const igen = {
      ...{ grundlag: 'ungestoette', afgoerelseDato: dag('11-01', 1), forventetStart: dag('11-05', 1) },
      ...{ stedtype: 'eget-vaerelse', sted: 'Kollegiet Prøven', stedGodkendt: dag('10-01', 1), varighedMaaneder: 6 },
      ...{ prisOere: 50_000, prisEnhed: 'doegn', omsorgssvigt: false, formaal: 'Ro.', begrundelse: 'Fortrød.' },
      ...{ barnetsHoldning: 'Vil tilbage.', boernesamtale: { dato: dag('10-20', 1) }, planId },
    };
    const naar23 = { ...igen, forventetStart: dag('05-23', 6) };
    expect((await rejse.nej(`/sager/${f.sagId}/anbringelser`, naar23)).slice(0, 2)).toEqual([422, 'ikke-18-22']);
    const nyt = await rejse.gem(`/sager/${f.sagId}/anbringelser`, igen);
    expect(await hent(`/afgoerelser/${nyt['afgoerelseId'] ?? ''}`)).toMatchObject({ afgoerelseKode: 'ungestoette' });
    await rejse.gem(`/anbringelser/${nyt['anbringelseId'] ?? ''}/ivaerksaettelse`, { dato: dag('11-05', 1) });
  });
});
