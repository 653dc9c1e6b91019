import { Rejse, type Familie } from './familie.js';

/** A complaint of what the committee decided, through HTTP, under both acts. */
const NU = '2026-12-30T10:00:00+01:00';
const LOVE = [
  { lov: 'SEL', aar: '2023', foedt: '2011-01-10', plantype: 'handleplan' },
  { lov: 'BL', aar: '2026', foedt: '2016-01-10', plantype: 'barnets-plan' },
] as const;

let rejse: Rejse;
beforeAll(async () => {
  rejse = await Rejse.start(NU, {
    sb01: ['sagsbehandler'],
    tl01: ['teamleder'],
    bs01: ['buu-sekretaer'],
  });
});
afterAll(() => rejse.stop());

const indstilling = {
  ...{ indstilling: 'Anbringes.', formaal: 'Ro.', varighedMaaneder: 24 },
  ...{ barnetsHoldning: 'Imod.', foraeldrenesHoldning: 'Imod.' },
};
const stemmer = { vedtaget: true, foelgerIndstilling: true, stemmerFor: 5, stemmerImod: 0, begrundelse: 'Skade.' };

async function tilMoede(familie: Familie, buuSagId: string, dag: string, medBarnet: boolean): Promise<void> {
  const sti = `/buu-sager/${buuSagId}`;
  for (const personId of [familie.morId, ...(medBarnet ? [familie.barnId] : [])]) {
    await rejse.gem(`${sti}/vejledninger`, { personId, dato: dag, maade: 'brev' });
    await rejse.gem(`${sti}/udtalelser`, { personId, dato: dag, udfald: 'udtalt', udtalelse: 'Nej.' }, 'bs01');
  }
  await rejse.gem(`${sti}/moede`, { moede: `${dag}T09:00:00+01:00` }, 'bs01');
}

describe.each(LOVE)('$lov', ({ aar, foedt, plantype }) => {
  const dag = (maanedDag: string): string => `${aar}-${maanedDag}`;

  test('hjemviser Ankestyrelsen sagen, og træffer udvalget ikke afgørelsen igen, slutter klagen med grunden (SEL § 168, BL §§ 145-146)', async () => {
    const familie = await rejse.familie(foedt, dag('01-15'));
    const { sagId, morId } = familie;
    const bfuId = await rejse.undersoegelse(sagId, dag('01-20'), dag('02-01'));
    const planId = await rejse.plan(sagId, plantype, bfuId, dag('02-02'));
    const afgoer = async (start: string, moede: string, afgoerelse: object) => {
      const { buuSagId = '' } = await rejse.gem(`/sager/${sagId}/buu-sager`, {
        ...{ afgoerelseKode: 'anbringelse-uden-samtykke', dato: start, begrundelse: 'Skade.' },
      });
      const rejst = { ...indstilling, dato: start, boernesamtaleDato: start, bfuId, planId };
      await rejse.gem(`/buu-sager/${buuSagId}/indstilling`, rejst);
      await tilMoede(familie, buuSagId, moede, true);
      return rejse.gem(`/buu-sager/${buuSagId}/afgoerelse`, { ...stemmer, dato: moede, ...afgoerelse }, 'bs01');
    };
    const genbehandling = { genbehandling: '1aar', anbragtInden1Aar: false };
    const { afgoerelseId = '' } = await afgoer(dag('02-05'), dag('02-20'), { formaal: 'Ro.', genbehandling });
    const klage = { klagerId: morId, modtaget: dag('02-22'), indhold: 'Nej.' };
    const { klageId = '' } = await rejse.gem(`/afgoerelser/${afgoerelseId}/klager`, klage);
    await rejse.gem(`/klager/${klageId}/oversendelse`, { sendt: dag('02-23') });
    const anke = { dato: dag('05-01'), udfald: 'hjemvist', begrundelse: 'Uoplyst.' };
    await rejse.gem(`/klager/${klageId}/ankestyrelsen`, anke);
    const nej = { vedtaget: false, foelgerIndstilling: false, stemmerFor: 2, stemmerImod: 3 };
    expect((await afgoer(dag('05-02'), dag('05-20'), nej))['afgoerelseId']).toBeNull();
    const fulgt = { dato: dag('05-21'), beskrivelse: 'Sagen blev forelagt igen.' };
    expect((await rejse.nej(`/klager/${klageId}/gennemfoerelse`, fulgt)).slice(0, 2)).toEqual([
      ...[422, 'ny-afgoerelse-mangler'],
    ]);
    const udenNyAfgoerelse = 'Udvalget fandt ikke længere grundlag for det.';
    await rejse.gem(`/klager/${klageId}/gennemfoerelse`, { ...fulgt, udenNyAfgoerelse });
    expect((await rejse.get(`/klager/${klageId}`)).body).toMatchObject({
      ...{ fase: 'afsluttet', gennemfoert: { nyAfgoerelseId: null, udenNyAfgoerelse } },
    });
    expect(await rejse.skridt(sagId)).not.toContain('skal klage-hjemvist');
  });
});
