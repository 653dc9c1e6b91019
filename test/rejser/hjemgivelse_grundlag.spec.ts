import { anbragtAfUdvalget } from './anbragt_af_udvalget.js';
import { Rejse } from './familie.js';

/**
 * The period of return goes on with the placement as it is (SEL § 68, BL § 100, stk. 4): what the committee decided carries
 * it, and is to be treated again in time, until the child is home.
 */
const LOVE = [
  { lov: 'SEL', aar: 2022, plantype: 'handleplan', periode: 'SEL § 68', uden: 'SEL §§ 62 og 68' },
  { lov: 'BL', aar: 2025, plantype: 'barnets-plan', periode: 'BL § 100, stk. 4', uden: 'BL §§ 50 og 100, stk. 4' },
] as const;

let rejse: Rejse;
beforeAll(async () => {
  rejse = await Rejse.start('2026-12-30T10:00:00+01:00', {
    ...{ sb01: ['sagsbehandler'], tl01: ['teamleder'], bs01: ['buu-sekretaer'] },
  });
});
afterAll(() => rejse.stop());

describe.each(LOVE)('$lov', ({ aar, plantype, periode, uden }) => {
  const dag = (maanedDag: string): string => `${String(aar)}-${maanedDag}`;
  const kl12 = (dato: string): string => `${dato}T12:00:00+01:00`;

  /** To be treated again by 5 October; the mother asks for the child on 1 July. */
  async function anbragt() {
    const f = await anbragtAfUdvalget(rejse, { aar, plantype, senest: '10-05' });
    const { sagId, morId, buuSagId, a, afgoer, hjemgiv } = f;
    const afgoerHjem = async (mere: object) => {
      await rejse.gem(`${a}/hjemgivelsesanmodninger`, { personId: morId, dato: dag('07-01') });
      await f.afgoerHjem(mere);
    };
    const frist = async (pr: string) => (await rejse.frister(sagId, kl12(pr)))['anbringelse-genbehandling-fastsat'];
    const grundlagOphoert = async (id = buuSagId) =>
      ((await rejse.get(`/buu-sager/${id}`)).body as { grundlagOphoert: string | null }).grundlagOphoert;
    return { sagId, buuSagId, a, afgoer, afgoerHjem, frist, grundlagOphoert, hjemgiv };
  }
  const medPeriode = (periodeSlut: string) => ({ periodeSlut });
  const hjemgivelse = (dato: string) => ({ dato, aarsag: 'hjemgivelse', begrundelse: 'Hjem.' });

  test(`i hjemgivelsesperioden løber genbehandlingsfristen, og grundlaget ophører først, når barnet er hjemme (${periode})`, async () => {
    const { sagId, buuSagId, a, afgoerHjem, frist, grundlagOphoert, hjemgiv } = await anbragt();
    await afgoerHjem(medPeriode(dag('09-30')));
    expect(await frist(dag('09-01'))).toBe(`${dag('10-05')} kommende`);
    expect(await rejse.skridt(sagId, kl12(dag('09-01')))).toContain('kan genbehandling');
    expect(await rejse.nej(`/buu-sager/${buuSagId}/ophoer`, hjemgivelse(dag('09-01')))).toEqual([
      ...[422, 'barnet-er-ikke-hjemme', periode, ['hjemgivelse']],
    ]);
    expect(await grundlagOphoert()).toBeNull();

    await hjemgiv(dag('09-20'));
    expect(await grundlagOphoert()).toBe(dag('09-20'));
    expect(await frist(dag('10-06'))).toBe(`${dag('10-05')} bortfaldet`);
    expect(await rejse.skridt(sagId, kl12(dag('09-21')))).not.toContain('kan genbehandling');
    expect((await rejse.get(a)).body).toMatchObject({ tilstand: 'hjemgivet', ophoer: { dato: dag('09-20') } });
  });

  test(`en hjemgivelse uden periode ender grundlaget den dag, den er afgjort (${periode})`, async () => {
    const { afgoerHjem, frist, grundlagOphoert, hjemgiv } = await anbragt();
    await afgoerHjem({ udenPeriode: 'Barnet har boet hjemme i hver weekend.' });
    expect(await grundlagOphoert()).toBeNull();
    await hjemgiv(dag('08-15'));
    expect(await grundlagOphoert()).toBe(dag('08-15'));
    expect(await frist(dag('10-06'))).toBe(`${dag('10-05')} bortfaldet`);
  });

  test(`skulle afgørelsen være genbehandlet i perioden, bærer den ikke resten af den (${uden})`, async () => {
    const { sagId, afgoerHjem, frist, grundlagOphoert, hjemgiv } = await anbragt();
    await afgoerHjem(medPeriode(dag('11-15')));
    expect(await frist(dag('10-06'))).toBe(`${dag('10-05')} overskredet`);
    const { skridt } = (await rejse.get(`/sager/${sagId}/naeste-skridt`)).body as {
      skridt: { kode: string; art: string; tekst: string; hjemmel: string }[];
    };
    expect(skridt).toContainEqual(
      expect.objectContaining({
        kode: 'anbringelse-uden-grundlag',
        art: 'skal',
        tekst: expect.stringMatching(/^Hjemgiv/),
      }),
    );
    await hjemgiv(dag('10-20'));
    expect(await grundlagOphoert()).toBe(dag('10-20'));
    expect(await rejse.skridt(sagId)).not.toContain('skal anbringelse-uden-grundlag');
  });

  test(`er sagen genbehandlet, ophører det, der nu gælder; det gamle er afløst (${periode})`, async () => {
    const { sagId, buuSagId, afgoer, afgoerHjem, frist, grundlagOphoert, hjemgiv } = await anbragt();
    const ny = await afgoer('opretholdelse', dag('06-20'), dag('12-05'), { genbehandlerId: buuSagId });
    await afgoerHjem(medPeriode(dag('09-30')));
    await hjemgiv(dag('09-30'));
    expect([await grundlagOphoert(), await grundlagOphoert(ny.buuSagId)]).toEqual([null, dag('09-30')]);
    expect(await frist(dag('12-06'))).toBe(`${dag('12-05')} bortfaldet`);
    // There is nothing left to keep.
    const igen = { afgoerelseKode: 'opretholdelse', dato: dag('10-10'), begrundelse: 'x', genbehandlerId: ny.buuSagId };
    expect((await rejse.nej(`/sager/${sagId}/buu-sager`, igen)).slice(0, 2)).toEqual([422, 'grundlag-ophoert']);
  });

  test('rettes dagen, hvor barnet kom hjem, følger grundlaget med (databeskyttelsesforordningen art. 16)', async () => {
    const { sagId, a, afgoerHjem, grundlagOphoert, hjemgiv } = await anbragt();
    await afgoerHjem(medPeriode(dag('09-30')));
    await hjemgiv(dag('09-20'));
    const journal = (await rejse.get(`/sager/${sagId}/journal?graense=200`)).body as {
      poster: { type: string; position: number }[];
    };
    const position = journal.poster.find(({ type }) => type === 'oekonomi.AnbringelseOphoert')?.position;
    await rejse.gem('/datorettelser', { position, felt: 'ophoertDato', dato: dag('09-22'), begrundelse: 'Dagbogen.' });
    expect((await rejse.get(a)).body).toMatchObject({ ophoer: { dato: dag('09-22') } });
    expect(await grundlagOphoert()).toBe(dag('09-22'));
  });
});
