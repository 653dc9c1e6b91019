import { foreslaaetAnbringelse, samtykkeTil } from './anbragt.js';
import { Rejse } from './familie.js';

/** Whose consent is needed changes while the proposal waits for its decision, through HTTP under both acts. */
const LOVE = [
  { lov: 'SEL', aar: 2022, hjemmel: 'SEL § 52' },
  { lov: 'BL', aar: 2025, hjemmel: 'BL § 32, stk. 2; § 46, stk. 1-2' },
] as const;

describe.each(LOVE)('$lov', ({ aar, hjemmel }) => {
  const dag = (maanedDag: string): string => `${String(aar)}-${maanedDag}`;
  let rejse: Rejse;
  beforeAll(async () => {
    rejse = await Rejse.start(`${dag('03-10')}T10:00:00+01:00`, { sb01: ['sagsbehandler'], tl01: ['teamleder'] });
  });
  afterAll(() => rejse.stop());

  /** A proposal of a placement, approved on 4 March; the child turns 15 on the day that is told. */
  async function forslag(fylder15: string) {
    const f = await rejse.familie(`${String(aar - 15)}-${fylder15}`, dag('01-15'));
    const v = await foreslaaetAnbringelse(rejse, f.sagId, dag);
    const skridt = async () => {
      const { body } = await rejse.get(`/sager/${f.sagId}/naeste-skridt`);
      const { skridt: alle } = body as { readonly skridt: readonly Record<string, string>[] };
      return alle.filter(({ kode = '' }) => kode.startsWith('visitation-'));
    };
    return { ...f, v, skridt };
  }
  const AFGOER = [expect.objectContaining({ art: 'skal', kode: 'visitation-afgoerelse' })];
  const indhent = (hvem: string) => [
    expect.objectContaining({
      art: 'skal',
      kode: 'visitation-samtykke',
      hjemmel,
      hvorfor: expect.stringContaining(hvem),
    }),
    expect.objectContaining({ art: 'maa-ikke', kode: 'visitation-afgoerelse', hjemmel }),
  ];

  test(`den, der er fyldt 15 år, siden samtykket blev afklaret, skal også spørges (${hjemmel})`, async () => {
    // Fourteen when the mother consented, fifteen today.
    const { v, skridt, morId, barnId } = await forslag('03-08');
    await rejse.gem(`${v}/samtykker`, samtykkeTil(morId, dag('03-06')));
    expect(await skridt()).toEqual(indhent(`den unge selv er ikke indhentet (${barnId})`));
    await rejse.gem(`${v}/samtykker`, samtykkeTil(barnId, dag('03-09')));
    expect(await skridt()).toEqual(AFGOER);
  });

  test(`den, der har fået del i forældremyndigheden siden, skal også spørges, og den, der har mistet den, ikke (${hjemmel})`, async () => {
    const { v, skridt, morId, farId, barnId } = await forslag('06-01');
    await rejse.gem(`${v}/samtykker`, samtykkeTil(morId, dag('03-06')));
    expect(await skridt()).toEqual(AFGOER);
    const ophoer = async (personId: string, ophoertDato: string) => {
      const { body } = await rejse.get(`/personer/${barnId}`);
      const { relationer } = body as { readonly relationer: readonly Record<string, string | null>[] };
      const nu = relationer.find((r) => r['personId'] === personId && r['ophoertDato'] === null);
      return rejse.gem(`/personer/${barnId}/relationer/${nu?.['relationId'] ?? ''}/ophoer`, { ophoertDato });
    };
    await ophoer(farId, dag('03-07'));
    await rejse.relation(barnId, farId, 'far', true, dag('03-07'));
    expect(await skridt()).toEqual(indhent(`ikke indhentet (${farId})`));
    await rejse.gem(`${v}/samtykker`, { ...samtykkeTil(farId, dag('03-08')), svar: 'afslaaet' });
    expect((await skridt()).map(({ kode }) => kode)).toContain('visitation-uden-samtykke');
    await ophoer(farId, dag('03-09'));
    expect(await skridt()).toEqual(AFGOER);
    // And so says the command: it asks for the talk with the child, not for the consent.
    const [status, , , mangler] = await rejse.nej(`${v}/afgoerelse`, {
      ...{ afgoerelseDato: dag('03-10'), varighedMaaneder: 12, formaal: 'Ro.', begrundelse: 'Behov.' },
      ...{ barnetsHoldning: 'Vil gerne.', planUndtagelse: 'Kan ikke vente.' },
      anbringelse: { stedGodkendt: dag('01-10'), omsorgssvigt: false, udenUndersoegelse: 'Kan ikke vente.' },
    });
    expect([status, mangler]).toEqual([422, ['boernesamtale']]);
  });
});
