import { GRUNDE, Rejse, type Familie } from './familie.js';

/**
 * Under barnets lov a case is screened before an investigation is decided (BL § 18); serviceloven has no such step. What the
 * guidance says of the case and what the decision is refused for are held up against each other.
 */
const NU = '2026-12-30T10:00:00+01:00';
let rejse: Rejse;
beforeAll(async () => {
  rejse = await Rejse.start(NU, { sb01: ['sagsbehandler'], mo01: ['modtagelse'], tl01: ['teamleder'] });
});
afterAll(() => rejse.stop());

const BL = '2026';
const screen = (sagId: string, udfald: string, dato = '02-10') =>
  rejse.gem(`/sager/${sagId}/screeninger`, { dato: `${BL}-${dato}`, udfald, begrundelse: 'Vurderet.' });
async function ansoeg({ sagId, morId }: Familie, spor?: string, trukket = false): Promise<void> {
  const { ansoegningId = '' } = await rejse.gem(`/sager/${sagId}/ansoegninger`, {
    ...{ ansoegerId: morId, modtaget: `${BL}-02-01`, svarSenest: `${BL}-04-01`, oensker: 'Aflastning.' },
  });
  const a = `/ansoegninger/${ansoegningId}`;
  if (spor !== undefined) {
    await rejse.gem(`${a}/screening`, { dato: `${BL}-02-05`, spor, begrundelse: 'Vurderet.' });
  }
  if (trukket) await rejse.gem(`${a}/afgoerelse`, { dato: `${BL}-02-20`, udfald: 'trukket' });
}
const beslut = (sagId: string, aar: string, mere: object = {}) =>
  rejse.post(`/sager/${sagId}/undersoegelser`, {
    ...{ opmaerksomDato: `${aar}-03-01`, afgoerelseDato: `${aar}-03-02`, begrundelse: 'Behov.' },
    ...mere,
  });
interface Skridt {
  readonly kode: string;
  readonly art: string;
  readonly tekst: string;
  readonly hjemmel: string;
}
const skridt = async (sagId: string, tid = '') =>
  ((await rejse.get(`/sager/${sagId}/naeste-skridt${tid}`)).body as { skridt: readonly Skridt[] }).skridt;

describe.each<{
  readonly hvad: string;
  readonly foer: (f: Familie) => Promise<unknown>;
  /** Why it is refused; undefined when the decision is lawful as it stands. */
  readonly nej?: string;
  /** Whether the case's own screening is offered; not where an application or a notification waits to be screened. */
  readonly tilbudt: boolean;
}>([
  { hvad: 'sagen er ikke screenet', foer: async () => undefined, nej: 'screening-mangler', tilbudt: true },
  {
    hvad: 'sagen er screenet til, at der intet behøves',
    foer: (f) => screen(f.sagId, 'ingen-afdaekning'),
    nej: 'screening-peger-paa-andet',
    tilbudt: true,
  },
  { hvad: 'sagen er screenet til en undersøgelse', foer: (f) => screen(f.sagId, 'bfu'), tilbudt: false },
  { hvad: 'ansøgningen venter på at blive screenet', foer: (f) => ansoeg(f), nej: 'screening-mangler', tilbudt: false },
  { hvad: 'ansøgningen er screenet til en undersøgelse', foer: (f) => ansoeg(f, 'bfu'), tilbudt: false },
  // The screening was made; that the family took the application back does not unmake it.
  { hvad: 'den er screenet til en undersøgelse og siden trukket', foer: (f) => ansoeg(f, 'bfu', true), tilbudt: false },
  {
    hvad: 'den er screenet til, at der intet behøves, og siden trukket',
    foer: (f) => ansoeg(f, 'ingen-afdaekning', true),
    nej: 'screening-peger-paa-andet',
    tilbudt: true,
  },
  {
    hvad: 'sagen er siden screenet til, at der intet behøves',
    foer: async (f) => {
      await ansoeg(f, 'bfu', true);
      await screen(f.sagId, 'ingen-afdaekning', '02-25');
    },
    nej: 'screening-peger-paa-andet',
    tilbudt: true,
  },
])('BL § 18: $hvad', ({ foer, nej, tilbudt }) => {
  const sag = async () => {
    const f = await rejse.familie('2017-01-10', `${BL}-01-15`);
    await foer(f);
    return f.sagId;
  };

  test('vejledningen nævner screeningen, netop når en undersøgelse ikke kan besluttes uden', async () => {
    const sagId = await sag();
    const sagt = await skridt(sagId);
    const undersoegelse = sagt.find(({ kode }) => kode === 'bfu-undersoegelse');
    expect(undersoegelse).toMatchObject({
      art: 'kan',
      hjemmel: nej === undefined ? 'BL § 20, stk. 1-2' : 'BL § 18, stk. 1-2, og § 20, stk. 1-2',
    });
    expect(undersoegelse?.tekst.startsWith('Screen først')).toBe(nej !== undefined);
    expect(sagt.filter(({ kode }) => kode === 'sag-screening').map(({ art, hjemmel }) => [art, hjemmel])).toEqual(
      tilbudt ? [['kan', 'BL § 18, stk. 1-2']] : [],
    );
    const svar = await beslut(sagId, BL);
    expect([svar.status, svar.body.paragraf, svar.body.mangler]).toEqual(
      nej === undefined ? [201, undefined, undefined] : [422, 'BL § 18, stk. 1-2', ['screening']],
    );
    if (nej !== undefined) expect(svar.body.type).toContain(nej);
  });

  test('med et af forholdene i § 20, stk. 1, er undersøgelsen en pligt uden screening', async () => {
    expect((await beslut(await sag(), BL, { grunde: GRUNDE })).status).toBe(201);
  });

  test('den screening, der bliver tilbudt, kan laves, og så kan undersøgelsen besluttes', async () => {
    const sagId = await sag();
    await screen(sagId, 'bfu', '03-01');
    expect((await skridt(sagId)).map(({ kode }) => kode)).not.toContain('sag-screening');
    expect((await beslut(sagId, BL)).status).toBe(201);
  });
});

test('SEL § 50: serviceloven kender ingen screening; vejledningen nævner den ikke, og undersøgelsen besluttes uden', async () => {
  const { sagId } = await rejse.familie('2012-01-10', '2022-01-15');
  const tid = `?pr=${encodeURIComponent('2022-03-02T12:00:00+01:00')}&kendtPr=${encodeURIComponent(NU)}`;
  const sagt = await skridt(sagId, tid);
  expect(sagt.find(({ kode }) => kode === 'bfu-undersoegelse')).toMatchObject({
    ...{ art: 'kan', hjemmel: 'SEL § 50, stk. 1' },
    tekst: 'Træf afgørelse om en børnefaglig undersøgelse, hvis barnet kan have behov for særlig støtte',
  });
  expect(sagt.map(({ kode }) => kode)).not.toContain('sag-screening');
  expect((await beslut(sagId, '2022')).status).toBe(201);
});

describe('Det, en ansøgnings screening fører til, bliver besluttet (BL §§ 19-20)', () => {
  const familie = () => rejse.familie('2017-01-10', `${BL}-01-15`);
  const afdaekning = {
    ...{ opmaerksomDato: `${BL}-03-01`, afgoerelseDato: `${BL}-03-02`, forhold: ['skoleforhold'] },
    begrundelse: 'Fravær.',
  };
  const koder = async (sagId: string) => (await skridt(sagId)).map(({ kode, art }) => `${art} ${kode}`);

  test.each([false, true])('en afdækning står som det næste skridt, til den er besluttet (trukket: %s)', async (t) => {
    const f = await familie();
    await ansoeg(f, 'afdaekning', t);
    expect(await koder(f.sagId)).toContain('skal afdaekning-afgoerelse');
    await rejse.gem(`/sager/${f.sagId}/afdaekninger`, afdaekning);
    expect(await koder(f.sagId)).not.toContain('skal afdaekning-afgoerelse');
  });

  test.each([false, true])(
    'en undersøgelse står som det næste skridt, til den er besluttet (trukket: %s)',
    async (t) => {
      const f = await familie();
      await ansoeg(f, 'bfu', t);
      expect(await koder(f.sagId)).toContain('skal bfu-afgoerelse');
      expect(await rejse.nej(`/sager/${f.sagId}/afdaekninger`, afdaekning)).toEqual([
        ...[422, 'screening-peger-paa-andet', 'BL § 18, stk. 1-2', ['screening']],
      ]);
      expect((await beslut(f.sagId, BL)).status).toBe(201);
      expect(await koder(f.sagId)).not.toContain('skal bfu-afgoerelse');
    },
  );

  test('en afdækning hviler ikke på en screening fra en senere dag (BL § 18, stk. 1-2)', async () => {
    const { sagId } = await familie();
    await screen(sagId, 'afdaekning', '03-03');
    expect((await rejse.nej(`/sager/${sagId}/afdaekninger`, afdaekning)).slice(0, 3)).toEqual([
      ...[422, 'screening-mangler', 'BL § 18, stk. 1-2'],
    ]);
    await rejse.gem(`/sager/${sagId}/afdaekninger`, { ...afdaekning, afgoerelseDato: `${BL}-03-03` });
  });

  test('en ansøgning, der afgøres, som sagen står, fører ikke til mere', async () => {
    const f = await familie();
    await ansoeg(f, 'ingen-afdaekning');
    expect((await koder(f.sagId)).filter((k) => k.startsWith('skal bfu') || k.startsWith('skal afd'))).toEqual([]);
  });
});
