import { samtykkeTil } from './anbragt.js';
import { anbragtAfUdvalget } from './anbragt_af_udvalget.js';
import { rettetPaaPlads } from '../../src/platform/corrections/date-correction.js';
import { Rejse } from './familie.js';

/** When the committee's decision carries nothing any more, and what then cannot be kept, under both acts. */
const LOVE = [
  { lov: 'SEL', aar: 2022, plantype: 'handleplan', ungeplan: 'handleplan' },
  { lov: 'BL', aar: 2025, plantype: 'barnets-plan', ungeplan: 'ungeplan' },
] as const;

let rejse: Rejse;
beforeAll(async () => {
  rejse = await Rejse.start('2026-12-30T10:00:00+01:00', {
    ...{ sb01: ['sagsbehandler'], tl01: ['teamleder'], bs01: ['buu-sekretaer'] },
  });
});
afterAll(() => rejse.stop());

async function anbragt(om: Parameters<typeof anbragtAfUdvalget>[1]) {
  const f = await anbragtAfUdvalget(rejse, om);
  /** Decided on 15 August, and home on the 20th. */
  const hjem = async () => {
    await f.afgoerHjem({ periodeSlut: f.dag('09-01') });
    await f.hjemgiv(f.dag('08-20'));
  };
  const frist = async () => (await rejse.frister(f.sagId))['anbringelse-genbehandling-fastsat'];
  return { ...f, hjem, frist };
}

describe.each(LOVE)('$lov', ({ aar, plantype, ungeplan }) => {
  test('en, der er fyldt 18 år, er ikke for udvalget igen, og grundlaget ophører med anbringelsen (SEL § 62 / BL § 50)', async () => {
    const f = await anbragt({ aar, plantype: ungeplan, alder: 18 });
    const dagenFoer = `${f.dag('09-09')}T12:00:00+02:00`;
    const genbehandling = 'kan genbehandling';
    expect(await rejse.skridt(f.sagId, dagenFoer)).toContain(genbehandling);
    expect(await rejse.skridt(f.sagId, `${f.dag('09-10')}T12:00:00+02:00`)).not.toContain(genbehandling);
    // Four years on it has been three years, but nobody of age is placed for good.
    expect(await rejse.skridt(f.sagId)).not.toContain('kan permanent-anbringelse');
    const igen = {
      afgoerelseKode: 'opretholdelse',
      dato: f.dag('09-10'),
      begrundelse: 'x',
      genbehandlerId: f.buuSagId,
    };
    expect((await rejse.nej(`/sager/${f.sagId}/buu-sager`, igen)).slice(0, 2)).toEqual([422, 'fyldt-18']);
    const planId = await rejse.plan(f.sagId, ungeplan, f.bfuId, f.dag('07-20'));
    await rejse.gem(`${f.a}/ungestoette`, {
      ...{ afgoerelseDato: f.dag('08-15'), udfald: 'ingen', planId, begrundelse: 'Klarer sig selv.' },
      ...{ ungesHoldning: 'Enig.', boernesamtale: { dato: f.dag('08-01') } },
      hoeringsundtagelse: { grund: 'ubetaenkelig', begrundelse: 'Har selv bedt om det.' },
    });
    await rejse.gem(`${f.a}/ophoer`, {
      dato: f.dag('09-10'),
      aarsag: 'fyldt-18',
      begrundelse: 'Flytter for sig selv.',
    });
    expect(await f.frist()).toBe(`${f.dag('12-05')} bortfaldet`);
    expect((await rejse.get(`/buu-sager/${f.buuSagId}`)).body).toMatchObject({ grundlagOphoert: f.dag('09-10') });
  });

  test('fortsætter anbringelsen med samtykke, bærer udvalgets afgørelse den ikke længere og er ikke for udvalget igen (SEL §§ 52 og 62 / BL §§ 46 og 50)', async () => {
    const f = await anbragt({ aar, plantype });
    await rejse.gem(`${f.a}/grundlag`, {
      ...{ grundlag: 'samtykke', dato: f.dag('05-01'), samtykker: [samtykkeTil(f.morId, f.dag('05-01'))] },
      ...{ begrundelse: 'Mor er enig.', boernesamtale: { dato: f.dag('05-01') } },
    });
    expect(await f.frist()).toBe(`${f.dag('12-05')} bortfaldet`);
    expect((await rejse.get(`/buu-sager/${f.buuSagId}`)).body).toMatchObject({ grundlagOphoert: f.dag('05-01') });
    expect(await rejse.skridt(f.sagId, `${f.dag('05-02')}T12:00:00+02:00`)).not.toContain('kan genbehandling');
    // What the committee decided before the consent carries nothing when that is taken back.
    await rejse.gem(`${f.a}/samtykketilbagekaldelser`, { personId: f.morId, dato: f.dag('06-01') });
    const igen = {
      grundlag: 'tvang',
      dato: f.dag('06-02'),
      udvalg: { afgoerelseId: f.afgoerelseId, dato: f.dag('03-08') },
    };
    expect((await rejse.nej(`${f.a}/grundlag`, igen)).slice(0, 2)).toEqual([422, 'grundlag-ophoert']);
    await f.hjem();
    expect((await rejse.get(`/buu-sager/${f.buuSagId}`)).body).toMatchObject({ grundlagOphoert: f.dag('05-01') });
  });

  test('det, en anden anbringelse hviler på, består, når den første ophører med hjemgivelse (SEL § 62 / BL § 50)', async () => {
    const f = await anbragt({ aar, plantype, ogsaaSenere: true });
    await f.hjem();
    const ophoert = async (id: string) =>
      ((await rejse.get(`/buu-sager/${id}`)).body as { grundlagOphoert: string | null }).grundlagOphoert;
    expect([await ophoert(f.buuSagId), await ophoert(f.senere?.buuSagId ?? '')]).toEqual([f.dag('08-20'), null]);
  });

  test('rettes den dag, udvalget afgjorde, følger dagen i anbringelsen, men ikke forbi det, der er besluttet på den (databeskyttelsesforordningen art. 16)', async () => {
    const f = await anbragt({ aar, plantype });
    const udvalgetsDag = async () => {
      const stroem = rettetPaaPlads(await rejse.api.store.load(840, f.a.slice('/anbringelser/'.length)));
      return stroem.find(({ type }) => type === 'oekonomi.AnbringelseBesluttet')?.data['udvalgsafgoerelseDato'];
    };
    const afgjort = (await rejse.api.store.load(840, f.buuSagId)).find(({ type }) => type === 'sagsstyring.BuuAfgjort');
    const ret = (dato: string) => ({ position: afgjort?.position, dato, begrundelse: 'Referatet viser dagen.' });
    expect((await rejse.nej('/datorettelser', ret(f.dag('03-09')), 'bs01')).slice(0, 2)).toEqual([
      ...[422, 'forkert-raekkefoelge'],
    ]);
    // The heard party spoke on the 8th, so it is not before that; the placement is moved first, then the committee's day.
    const besluttet = (await rejse.api.store.load(840, f.a.slice('/anbringelser/'.length)))[0]?.position;
    await rejse.gem('/datorettelser', { ...ret(f.dag('03-09')), position: besluttet, felt: 'afgoerelseDato' });
    await rejse.gem('/datorettelser', ret(f.dag('03-09')), 'bs01');
    expect(await udvalgetsDag()).toBe(f.dag('03-09'));
  });

  test('er barnet kommet hjem, mens sagen var for udvalget igen, er der intet at opretholde (SEL § 62 / BL § 50)', async () => {
    const f = await anbragt({ aar, plantype });
    const { sti } = await f.rejs('opretholdelse', f.dag('07-01'), { genbehandlerId: f.buuSagId });
    await rejse.gem(`${sti}/moede`, { moede: `${f.dag('09-20')}T09:00:00+02:00` }, 'bs01');
    expect(await rejse.skridt(f.sagId, `${f.dag('09-01')}T12:00:00+02:00`)).toContain('skal buu-afgoerelse');
    await f.hjem();
    const skridt = (await rejse.skridt(f.sagId)).filter((s) => s.endsWith('buu-afgoerelse'));
    expect(skridt).toEqual(['maa-ikke buu-afgoerelse']);
    const nej = await rejse.nej(`${sti}/afgoerelse`, f.afgoerKrop(f.dag('09-20'), f.dag('12-20')), 'bs01');
    expect(nej.slice(0, 2)).toEqual([422, 'grundlag-ophoert']);
    await rejse.gem(`${sti}/tilbagetraekning`, { dato: f.dag('09-21'), begrundelse: 'Barnet er hjemme.' });
    expect(await rejse.skridt(f.sagId)).not.toContain('maa-ikke buu-afgoerelse');
  });
});
