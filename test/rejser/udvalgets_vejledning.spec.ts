import { Rejse } from './familie.js';

/** What the guidance says of a case before the committee, and by when it must treat a placement again, through HTTP under both acts. */
const NU = '2026-12-30T10:00:00+01:00';
const LOVE = [
  { lov: 'SEL', aar: 2021, plantype: 'handleplan', hjemmel: 'SEL § 62' },
  { lov: 'BL', aar: 2024, plantype: 'barnets-plan', hjemmel: 'BL § 50' },
] as const;

let rejse: Rejse;
beforeAll(async () => {
  rejse = await Rejse.start(NU, { sb01: ['sagsbehandler'], tl01: ['teamleder'], bs01: ['buu-sekretaer'] });
});
afterAll(() => rejse.stop());

test.each(LOVE)(
  'sagen rejses igen, før fristen udløber; det siges inden hvornår, og ikke længere, når den er rejst ($hjemmel)',
  async ({ aar, plantype, hjemmel }) => {
    const dag = (maanedDag: string, senere = 0): string => `${String(aar + senere)}-${maanedDag}`;
    const { sagId, morId } = await rejse.familie(`${String(aar - 7)}-01-10`, dag('01-15'));
    const bfuId = await rejse.undersoegelse(sagId, dag('01-20'), dag('02-01'));
    const planId = await rejse.plan(sagId, plantype, bfuId, dag('02-02'));
    const rejs = async (dato: string, mere: object): Promise<string> => {
      const { buuSagId = '' } = await rejse.gem(`/sager/${sagId}/buu-sager`, { dato, begrundelse: 'Skade.', ...mere });
      return buuSagId;
    };
    const buuSagId = await rejs(dag('02-05'), { afgoerelseKode: 'anbringelse-uden-samtykke' });
    const sti = `/buu-sager/${buuSagId}`;
    await rejse.gem(`${sti}/indstilling`, {
      ...{ indstilling: 'Anbringes.', formaal: 'Ro.', varighedMaaneder: 24, bfuId, planId, dato: dag('02-05') },
      ...{ barnetsHoldning: 'Imod.', foraeldrenesHoldning: 'Imod.', boernesamtaleDato: dag('02-05') },
    });
    await rejse.gem(`${sti}/vejledninger`, { personId: morId, dato: dag('02-10'), maade: 'brev' });
    const udtalt = { personId: morId, dato: dag('02-20'), udfald: 'udtalt', udtalelse: 'Nej.' };
    await rejse.gem(`${sti}/udtalelser`, udtalt, 'bs01');
    await rejse.gem(`${sti}/moede`, { moede: `${dag('03-08')}T09:00:00+01:00` }, 'bs01');
    await rejse.gem(
      `${sti}/afgoerelse`,
      {
        ...{ vedtaget: true, foelgerIndstilling: true, stemmerFor: 5, stemmerImod: 0, begrundelse: 'Skade.' },
        ...{ dato: dag('03-08'), formaal: 'Ro.', genbehandling: { genbehandling: '1aar', anbragtInden1Aar: false } },
      },
      'bs01',
    );
    const skridt = async (dato: string) => {
      const tid = new URLSearchParams({ pr: `${dato}T12:00:00+01:00`, kendtPr: NU }).toString();
      const { body } = await rejse.get(`/sager/${sagId}/naeste-skridt?${tid}`);
      const { skridt: alle } = body as { readonly skridt: readonly Record<string, string | null>[] };
      return alle
        .filter(({ kode }) => kode === 'genbehandling' || kode === 'buu-indstilling')
        .map(({ art, kode, hjemmel: h, inden }) => [art, kode, h, inden]);
    };
    const senest = dag('03-08', 1);
    expect(await skridt(dag('12-07'))).toEqual([['kan', 'genbehandling', hjemmel, senest]]);
    expect(await skridt(dag('12-08'))).toEqual([['skal', 'genbehandling', hjemmel, senest]]);
    await rejs(dag('12-10'), { afgoerelseKode: 'opretholdelse', genbehandlerId: buuSagId });
    // The new case must be decided before the basis of the old one runs out.
    expect(await skridt(dag('12-11'))).toEqual([['skal', 'buu-indstilling', expect.any(String), senest]]);
  },
);

test.each(LOVE)(
  'så længe én part ikke er vejledt eller hørt, er pligten der; barnet er part fra 12 henholdsvis 10 år ($lov)',
  async ({ lov, aar }) => {
    const dag = (maanedDag: string): string => `${String(aar)}-${maanedDag}`;
    // Twelve under serviceloven, ten under barnets lov, on the day that is asked.
    const foedt = `${String(aar - (lov === 'SEL' ? 12 : 10))}-03-01`;
    const { sagId, morId, barnId } = await rejse.familie(foedt, dag('01-15'));
    const { buuSagId = '' } = await rejse.gem(`/sager/${sagId}/buu-sager`, {
      ...{ afgoerelseKode: 'anbringelse-uden-samtykke', dato: dag('02-05'), begrundelse: 'Skade.' },
    });
    const sti = `/buu-sager/${buuSagId}`;
    const arter = async (dato: string): Promise<readonly string[]> =>
      (await rejse.skridt(sagId, `${dato}T12:00:00+01:00`)).filter((s) => /advokatbistand|buu-udtaleret/.test(s));
    const udtal = (personId: string) =>
      rejse.gem(`${sti}/udtalelser`, { personId, dato: dag('03-02'), udfald: 'udtalt', udtalelse: 'Nej.' }, 'bs01');
    await rejse.gem(`${sti}/vejledninger`, { personId: morId, dato: dag('02-10'), maade: 'brev' });
    // The day before its birthday the child is no party, and everybody is advised.
    expect(await arter(dag('02-27'))).toEqual(['skal buu-udtaleret', 'kan advokatbistand']);
    await udtal(morId);
    expect(await arter(dag('03-03'))).toEqual(['skal advokatbistand', 'skal buu-udtaleret']);
    await rejse.gem(`${sti}/vejledninger`, { personId: barnId, dato: dag('03-02'), maade: 'samtale' });
    expect(await arter(dag('03-03'))).toEqual(['skal buu-udtaleret', 'kan advokatbistand']);
    await udtal(barnId);
    expect(await arter(dag('03-03'))).toEqual(['kan advokatbistand', 'kan buu-udtaleret']);
  },
);
