import { foreslaaetAnbringelse, anbragtMedSamtykke, samtykkeTil } from './anbragt.js';
import { Rejse, type Familie } from './familie.js';

/** A plan that is demanded and not begun is said by the guidance and the advis, through HTTP under both acts. */
const NU = '2026-12-30T10:00:00+01:00';
const LOVE = [
  { lov: 'SEL', aar: 2022, plantype: 'handleplan', hjemmel: 'SEL § 140, stk. 1', maaneder: '07-10' },
  { lov: 'BL', aar: 2025, plantype: 'barnets-plan', hjemmel: 'BL § 91, stk. 1-2', maaneder: '06-10' },
] as const;

let rejse: Rejse;
beforeAll(async () => {
  rejse = await Rejse.start(NU, { sb01: ['sagsbehandler'], tl01: ['teamleder'] });
});
afterAll(() => rejse.stop());

interface Skridt {
  readonly kode: string;
  readonly art: string;
  readonly hjemmel: string;
  readonly inden: string | null;
  readonly indenRegel: string | null;
}

describe.each(LOVE)('$lov', ({ lov, aar, plantype, hjemmel, maaneder }) => {
  const dag = (maanedDag: string): string => `${String(aar)}-${maanedDag}`;
  const plansskridt = async (sagId: string, dato: string): Promise<readonly Skridt[]> => {
    const tid = new URLSearchParams({ pr: `${dato}T12:00:00+01:00`, kendtPr: NU }).toString();
    const { body } = await rejse.get(`/sager/${sagId}/naeste-skridt?${tid}`);
    return (body as { readonly skridt: readonly Skridt[] }).skridt.filter(({ kode }) =>
      ['plan-paabegyndelse', 'plan-udlevering', 'plan-maal', 'ungeplan'].includes(kode),
    );
  };

  /** Placed by consent on 15 March, decided on the 10th without a plan. */
  async function anbragt(f: Familie): Promise<string> {
    const bfuId = await rejse.undersoegelse(f.sagId, dag('01-20'), dag('02-10'));
    const v = await foreslaaetAnbringelse(rejse, f.sagId, dag, bfuId);
    await rejse.gem(`${v}/samtykker`, samtykkeTil(f.morId, dag('03-06')));
    const svar = await rejse.gem(`${v}/afgoerelse`, {
      ...{ afgoerelseDato: dag('03-10'), varighedMaaneder: 12, formaal: 'Ro.', begrundelse: 'Behov.' },
      ...{ barnetsHoldning: 'Vil gerne.', anbringelse: { stedGodkendt: dag('01-10'), omsorgssvigt: false } },
      ...(lov === 'SEL' ? { planUndtagelse: 'Kan ikke vente.' } : {}),
    });
    const [bevilget] = svar['bevilgede'] as unknown as readonly { readonly enkeltsagId: string }[];
    const a = `/anbringelser/${bevilget?.enkeltsagId ?? ''}`;
    await rejse.gem(`${a}/ivaerksaettelse`, { dato: dag('03-15') });
    return a;
  }

  test(`den, der er anbragt uden plan, skal have en, og det siges inden hvornår (${hjemmel})`, async () => {
    const f = await rejse.familie(`${String(aar - 9)}-01-10`, dag('01-15'));
    const a = await anbragt(f);
    const [skal, ...andet] = await plansskridt(f.sagId, dag('03-20'));
    // The place is given no parts of a plan that there is not.
    expect([skal, andet]).toEqual([
      expect.objectContaining({ kode: 'plan-paabegyndelse', art: 'skal', hjemmel, inden: dag(maaneder) }),
      [],
    ]);
    const { planId = '' } = await rejse.gem(`/sager/${f.sagId}/planer`, {
      ...{ plantype, oprettet: dag('04-01'), formaal: 'Ro.' },
    });
    // From then on the draft says what it lacks.
    expect((await plansskridt(f.sagId, dag('04-02'))).map(({ kode }) => kode)).toEqual(['plan-maal']);
    const maal = { dato: dag('04-02'), maal: 'Ro.', tema: 'familieforhold' };
    await rejse.gem(`/planer/${planId}/maal`, maal);
    await rejse.gem(`/planer/${planId}/godkendelse`, { dato: dag('04-10'), inddragelse: 'Med barnet.' }, 'tl01');
    expect((await plansskridt(f.sagId, dag('04-11'))).map(({ kode }) => kode)).toEqual(['plan-udlevering']);
    await rejse.gem(`/planer/${planId}/afslutning`, { dato: dag('08-01'), begrundelse: 'Laves om.' });
    expect((await plansskridt(f.sagId, dag('08-02'))).map(({ kode }) => kode)).toEqual(['plan-paabegyndelse']);
    const ophoer = { dato: dag('09-01'), aarsag: 'anden-kommune', begrundelse: 'Flyttet.' };
    await rejse.gem(`${a}/ophoer`, ophoer);
    expect(await plansskridt(f.sagId, dag('09-02'))).toEqual([]);
  });

  test('den, der fylder 16 år, mens barnets plan gælder, skal have en ungeplan (BL § 108)', async () => {
    // 15 at the decision of 10 March, and 16 on 1 June: three months from then.
    const f = await rejse.familie(`${String(aar - 16)}-06-01`, dag('01-15'));
    const { planId } = await anbragtMedSamtykke(rejse, f, { aar, plantype, samtykker: [f.barnId] });
    const ungeplan = async (dato: string) => (await plansskridt(f.sagId, dato)).filter((s) => s.kode === 'ungeplan');
    expect(await ungeplan(dag('05-31'))).toEqual([]);
    expect(await ungeplan(dag('06-02'))).toEqual(
      lov === 'SEL' ? [] : [expect.objectContaining({ art: 'skal', hjemmel: 'BL § 108', inden: dag('09-01') })],
    );
    const { planId: ny = '' } = await rejse.gem(`/planer/${planId}/revision`, { dato: dag('06-03') });
    await rejse.gem(`/planer/${ny}/godkendelse`, { dato: dag('06-10'), inddragelse: 'Med den unge.' }, 'tl01');
    expect((await rejse.get(`/planer/${ny}`)).body).toMatchObject({ plantype: lov === 'SEL' ? plantype : 'ungeplan' });
    expect(await ungeplan(dag('06-11'))).toEqual([]);
  });
});
