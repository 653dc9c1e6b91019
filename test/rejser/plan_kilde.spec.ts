import { GRUNDE, Rejse } from './familie.js';

/** What a plan was drawn from is told through every revision of it, through HTTP under both acts. */
const NU = '2026-12-30T10:00:00+01:00';
const LOVE = [
  { lov: 'SEL', aar: 2022, plantype: 'handleplan' },
  { lov: 'BL', aar: 2025, plantype: 'barnets-plan' },
] as const;

let rejse: Rejse;
beforeAll(async () => {
  rejse = await Rejse.start(NU, { sb01: ['sagsbehandler'], tl01: ['teamleder'] });
});
afterAll(() => rejse.stop());

interface Maal {
  readonly kilde: { readonly tekst: string; readonly kildeAendret: boolean; readonly tekstNu: string | null } | null;
}

test.each(LOVE)(
  'et mål, der er ført videre to gange, viser stadig, at fundet er skrevet om siden ($lov)',
  async ({ aar, plantype }) => {
    const dag = (maanedDag: string): string => `${String(aar)}-${maanedDag}`;
    const { sagId } = await rejse.familie(`${String(aar - 9)}-01-10`, dag('01-15'));
    const { bfuId = '' } = await rejse.gem(`/sager/${sagId}/undersoegelser`, {
      ...{ opmaerksomDato: dag('01-20'), afgoerelseDato: dag('01-20'), begrundelse: 'Behov.', grunde: GRUNDE },
    });
    const bfu = `/undersoegelser/${bfuId}`;
    await rejse.gem(`${bfu}/temaer`, {
      dato: dag('01-21'),
      temaer: [{ tema: 'skoleforhold', relevant: true, begrundelse: 'Relevant.' }],
    });
    const skriv = (dato: string, tekst: string, fundId?: string) =>
      rejse.gem(`${bfu}/analyse`, {
        ...{ dato, analyse: 'Analyse.' },
        fund: [{ fundId, tema: 'skoleforhold', art: 'udfordring', tekst }],
      });
    await skriv(dag('01-22'), 'Møder træt.');
    const { body } = await rejse.get(bfu);
    const fundId = (body as { readonly fund: readonly { readonly fundId: string }[] }).fund[0]?.fundId ?? '';
    // The plan as a whole names no investigation: only the goal does.
    const { planId = '' } = await rejse.gem(`/sager/${sagId}/planer`, {
      ...{ plantype, oprettet: dag('02-01'), formaal: 'Ro.' },
    });
    await rejse.gem(`/planer/${planId}/maal`, { dato: dag('02-01'), maal: 'Sover nok.', bfuId, fundId });
    const revider = async (fra: string, godkendt: string, dato: string): Promise<string> => {
      await rejse.gem(`/planer/${fra}/godkendelse`, { dato: godkendt, inddragelse: 'Med barnet.' }, 'tl01');
      const { planId: ny = '' } = await rejse.gem(`/planer/${fra}/revision`, { dato });
      return ny;
    };
    const anden = await revider(planId, dag('02-05'), dag('03-01'));
    const tredje = await revider(anden, dag('03-05'), dag('04-01'));
    const kilde = async (id: string): Promise<Maal['kilde'] | undefined> => {
      const svar = await rejse.get(`/planer/${id}`);
      return (svar.body as { readonly maal: readonly Maal[] }).maal[0]?.kilde;
    };
    expect(await kilde(tredje)).toMatchObject({ tekst: 'Møder træt.', kildeAendret: false, tekstNu: null });
    await skriv(dag('04-02'), 'Møder udhvilet.', fundId);
    const aendret = { tekst: 'Møder træt.', kildeAendret: true, tekstNu: 'Møder udhvilet.' };
    expect([await kilde(planId), await kilde(anden), await kilde(tredje)]).toEqual([
      expect.objectContaining(aendret),
      expect.objectContaining(aendret),
      expect.objectContaining(aendret),
    ]);
  },
);
