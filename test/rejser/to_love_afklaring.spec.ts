import { Temporal } from 'temporal-polyfill';
import { Rejse } from './familie.js';

/**
 * The same danger, the same parents, the same request for access, application and move under both acts: what differs is
 * only what the law says differently, and it is listed here.
 */
const FOERSTE_DAG = { SEL: '2019-02-04', BL: '2026-02-02' } as const; // both Mondays, and no holiday before the end
type Regime = keyof typeof FOERSTE_DAG;

interface Spillet {
  readonly journal: readonly { readonly dag: number; readonly type: string; readonly hjemmel: string }[];
  readonly frister: ReadonlyMap<string, string>;
  readonly skridt: readonly string[];
}

let rejse: Rejse;
let sel: Spillet;
let bl: Spillet;
beforeAll(async () => {
  rejse = await Rejse.start('2026-11-23T10:00:00+01:00', { sb01: ['sagsbehandler'], mo01: ['modtagelse'] });
  sel = await spil('SEL');
  bl = await spil('BL');
}, 60_000);
afterAll(() => rejse.stop());

async function spil(regime: Regime): Promise<Spillet> {
  const foerste = Temporal.PlainDate.from(FOERSTE_DAG[regime]);
  const dag = (n: number): string => foerste.add({ days: n }).toString();
  const kl = (n: number, time: string): string => `${dag(n)}T${time}:00+01:00`;
  const { sagId, barnId, morId } = await rejse.familie(foerste.subtract({ years: 8 }).toString(), dag(0));
  const { underretningId = '' } = await rejse.gem(
    '/underretninger',
    {
      ...{ barn: { barnId }, modtaget: kl(1, '10:00'), form: 'telefonisk', beskrivelse: 'Bange hjemme.' },
      ...{ underretter: { anonym: true, kode: '8' }, aarsagKoder: ['UDSLAG14'], aeresrelateret: true },
    },
    'mo01',
  );
  const u = `/underretninger/${underretningId}`;
  await rejse.gem(`${u}/akutvurdering`, {
    ...{ vurderet: kl(1, '12:00'), akut: true, risikofaktorer: 'x', beskyttelsesfaktorer: 'x', begrundelse: 'I fare.' },
  });
  const skridt = await rejse.skridt(sagId);
  await rejse.gem(`${u}/akut-handlinger`, { handlet: kl(1, '13:00'), handling: 'politi', beskrivelse: 'Hentet.' });
  await rejse.gem(`${u}/risikovurdering`, { vurderet: kl(2, '10:00'), risikovurdering: 'Lav.' });
  const oplysning = `${u}/foraeldreorienteringer`;
  await rejse.gem(`${oplysning}/udskydelse`, { dato: dag(2), revurderes: dag(9), begrundelse: 'Afhøring.' });
  await rejse.gem(`${u}/screening`, { spor: 'tidlig-indsats', screenet: kl(4, '10:00'), begrundelse: 'Rækker.' });
  await rejse.gem(oplysning, { personId: morId, dato: dag(8), maade: 'møde' });
  const { ansoegningId = '' } = await rejse.gem(`/sager/${sagId}/ansoegninger`, {
    ...{ ansoegerId: morId, modtaget: dag(8), svarSenest: dag(20), oensker: 'Aflastning.' },
  });
  const a = `/ansoegninger/${ansoegningId}`;
  await rejse.gem(`${a}/screening`, { dato: dag(9), spor: 'ingen-afdaekning', begrundelse: 'Belyst.' });
  await rejse.gem(`${a}/beskeder`, { sendt: dag(18), forventet: dag(40), begrundelse: 'Udtalelse.' });
  await rejse.gem(`${a}/afgoerelse`, { dato: dag(30), udfald: 'trukket' });
  const { aktindsigtId = '' } = await rejse.gem(`/sager/${sagId}/aktindsigter`, {
    ...{ art: 'part', anmoderId: morId, modtaget: dag(10), oensker: 'Alt.' },
  });
  const i = `/aktindsigter/${aktindsigtId}`;
  await rejse.gem(`${i}/fristbreve`, { sendt: dag(15), forventet: dag(30), begrundelse: 'Omfattende.' });
  await rejse.gem(`${i}/afgoerelse`, { dato: dag(28), udfald: 'fuld' });
  const { mellemkommunalId = '' } = await rejse.gem(`/sager/${sagId}/mellemkommunale-underretninger`, {
    ...{ tilKommune: '851', flytter: dag(50), sendt: dag(31), maade: 'sikker mail' },
    ...{ opsummering: 'Behov for støtte.', materiale: 'Notater.' },
  });
  await rejse.gem(`/mellemkommunale-underretninger/${mellemkommunalId}/bekraeftelse`, { modtaget: dag(32) });
  const siden = (dato: string): number => foerste.until(dato.slice(0, 10), { largestUnit: 'days' }).days;
  const { body } = await rejse.get(`/boern/${barnId}/journal?graense=200`);
  const linjer = (body as { poster: readonly { dato: string; type: string; hjemmel: string }[] }).poster;
  const frister = await rejse.frister(sagId);
  return {
    skridt,
    journal: linjer
      .filter(({ type }) => !type.startsWith('netvaerk.'))
      .map(({ dato, type, hjemmel }) => ({ dag: siden(dato), type, hjemmel })),
    frister: new Map(
      Object.entries(frister).map(([regel, hvad]) => {
        const [forfald = '', status = ''] = hvad.split(' ');
        return [regel, `${String(siden(forfald))} ${status}`];
      }),
    ),
  };
}

test('det samme sker på de samme dage', () => {
  const sket = ({ journal }: Spillet) => journal.map(({ dag, type }) => `${String(dag)} ${type}`);
  expect(sket(sel).length).toBeGreaterThan(20);
  expect(sket(bl)).toEqual(sket(sel));
});

test('hver linje har hjemmel i dagens lov: disse har en anden, resten er fælles', () => {
  const hjemler = ({ journal }: Spillet) => new Map(journal.map(({ type, hjemmel }) => [type, hjemmel]));
  const [gammel, ny] = [hjemler(sel), hjemler(bl)];
  const forskelle = [...gammel].filter(([type, hjemmel]) => ny.get(type) !== hjemmel);
  expect(Object.fromEntries(forskelle.map(([type, hjemmel]) => [type, [hjemmel, ny.get(type)]]))).toEqual({
    'sagsstyring.SagOprettet': ['SEL § 46', 'BL § 18'],
    'sagsstyring.UnderretningModtaget': ['SEL § 155, stk. 1', 'BL § 136'],
    'sagsstyring.AkutvurderingForetaget': ['SEL § 155, stk. 2', 'BL § 136'],
    'sagsstyring.AkutHandlingForetaget': ['SEL § 155, stk. 2', 'BL § 136'],
    'sagsstyring.AeresrelateretRisikoVurderet': ['SEL § 155 a', 'BL § 18, stk. 3'],
    'sagsstyring.ForaeldreorienteringUdskudt': ['forvaltningsretten', 'BL § 18, stk. 3, og forvaltningsretten'],
    'sagsstyring.ForaeldreOrienteret': ['forvaltningsretten', 'BL § 18, stk. 3, og forvaltningsretten'],
    'sagsstyring.ForaeldreneOplyst': ['forvaltningsretten', 'BL § 18, stk. 3, og forvaltningsretten'],
    'sagsstyring.UnderretningScreenet': ['SEL § 155, stk. 1', 'BL § 18, stk. 1-2'],
    'sagsstyring.AnsoegningScreenet': ['SEL § 50', 'BL § 18, stk. 1-2'],
    'sagsstyring.MellemkommunalUnderretningSendt': ['SEL § 152, stk. 1-2', 'BL § 132, stk. 1-2'],
    'sagsstyring.MellemkommunalUnderretningBekraeftet': ['SEL § 152, stk. 1-2', 'BL § 132, stk. 1-2'],
  });
});

test('fristerne er de samme i begge love', () => {
  expect(bl.frister).toEqual(sel.frister);
  // Seven working days from Thursday of the second week: Friday, five days and Monday, which is day 21.
  expect(Object.fromEntries(sel.frister)).toMatchObject({
    aktindsigt: '21 opfyldt',
    'aktindsigt-fristbrev': '30 opfyldt',
    'underretning-foraeldreorientering-udskudt': '9 opfyldt',
    'sagsbehandlingsfrist-besked': '20 opfyldt',
    'sagsbehandlingsfrist-lovet': '40 opfyldt',
  });
});

test('vejledningen er dagens: også for underretningen fra 2019 spærrer barnets lov i dag for forældre og netværk (§ 18, stk. 3)', () => {
  // It was asked in 2026 in both: what is done today is done under the act of today.
  expect(sel.skridt).toEqual(bl.skridt);
  expect(sel.skridt).toEqual(expect.arrayContaining(['maa-ikke foraeldre-inddragelse', 'skal aeres-risikovurdering']));
});
