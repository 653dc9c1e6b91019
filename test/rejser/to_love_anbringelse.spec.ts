import { andenHjemmel, andreFrister, dage, haendt, type Regime, type Spillet, spillet } from './begge_love.js';
import { Rejse } from './familie.js';

/**
 * The same placement by consent under both acts: proposed, priced, approved, agreed to, decided and told; carried out,
 * followed up and visited; and home again when the consent is withdrawn. The child is 9 and a party under neither act. What
 * differs is only what the law says differently, and it is listed here.
 */
const SIDSTE_DAG = 270;
const PLAN = { SEL: 'handleplan', BL: 'barnets-plan' } as const;

let rejse: Rejse;
let sel: Spillet;
let bl: Spillet;
const afslag: Record<Regime, unknown[]> = { SEL: [], BL: [] };
const skridt: Record<Regime, readonly string[]> = { SEL: [], BL: [] };
beforeAll(async () => {
  rejse = await Rejse.start('2026-12-30T10:00:00+01:00', { sb01: ['sagsbehandler'], tl01: ['teamleder'] });
  sel = await spil('SEL');
  bl = await spil('BL');
}, 120_000);
afterAll(() => rejse.stop());

async function spil(regime: Regime): Promise<Spillet> {
  const { dag, foedt } = dage(regime);
  const { sagId, barnId, morId } = await rejse.familie(foedt(9), dag(0));
  const bfuId = await rejse.undersoegelse(sagId, dag(1), dag(20));
  const planId = await rejse.plan(sagId, PLAN[regime], bfuId, dag(22));
  const { visitationId = '' } = await rejse.gem(`/sager/${sagId}/visitationer`, {
    ...{ dato: dag(25), formaal: 'Ro.', bfuId },
  });
  const v = `/visitationer/${visitationId}`;
  await rejse.gem(`${v}/indsatser`, {
    ...{ dato: dag(26), indsatskode: 'anbringelse', maalgruppe: 'barn', prisOere: 250_000, prisEnhed: 'doegn' },
    ...{ antal: 1, antalPr: 'doegn', forventetStart: dag(40), maaneder: 12, begrundelse: 'Behov.' },
    ...{ stedtype: 'opholdssted', sted: 'Opholdsstedet Prøven' },
  });
  await rejse.gem(`${v}/til-godkendelse`, { dato: dag(27) });
  await rejse.gem(`${v}/godkendelse`, { dato: dag(28), forum: 'leder' }, 'tl01');
  const afgoerelse = {
    ...{ afgoerelseDato: dag(35), varighedMaaneder: 12, formaal: 'Ro.', begrundelse: 'Behov.', planId },
    ...{ barnetsHoldning: 'Vil gerne.', anbringelse: { stedGodkendt: dag(1), omsorgssvigt: true } },
  };
  afslag[regime].push(await rejse.nej(`${v}/afgoerelse`, afgoerelse));
  await rejse.gem(`${v}/samtykker`, {
    ...{ personId: morId, svar: 'givet', dato: dag(30), form: 'skriftlig', informeret: true, omfatterFormaal: true },
  });
  const svar = await rejse.gem(`${v}/afgoerelse`, afgoerelse);
  const [bevilget] = svar['bevilgede'] as unknown as readonly { readonly enkeltsagId: string }[];
  const a = `/anbringelser/${bevilget?.enkeltsagId ?? ''}`;
  await rejse.gem(`${a}/ivaerksaettelse`, { dato: dag(40) });
  skridt[regime] = await rejse.skridt(sagId);
  await rejse.gem(`${a}/soeskendevurderinger`, { dato: dag(42), soeskende: [], vurdering: 'Har ingen.' });
  await rejse.gem(`${a}/planudleveringer`, { planId, dato: dag(42), dele: 'Målene for skolen.' });
  const besoeg = { dato: dag(90), samtale: true, udenPersonale: true, bekymrende: false, vurdering: 'Trives.' };
  afslag[regime].push(await rejse.nej(`${a}/tilsyn`, { ...besoeg, samtale: false, udenPersonale: false }));
  await rejse.gem(`${a}/tilsyn`, besoeg);
  await rejse.gem(`${a}/opfoelgninger`, {
    ...{ dato: dag(110), udfald: 'uaendret', naesteDato: dag(240), rytmebegrundelse: 'Nyt sted.' },
    ...{ vurdering: 'Trives.', barnetsHoldning: 'Glad.' },
  });
  await rejse.gem(`${a}/samtykketilbagekaldelser`, { personId: morId, dato: dag(150) });
  const hjem = {
    ...{ afgoerelseDato: dag(170), udfald: 'hjemgives', periodeSlut: dag(260), begrundelse: 'Kan igen.' },
    ...{ barnetsHoldning: 'Glæder sig.' },
    hoeringsundtagelse: { grund: 'ubetaenkelig', begrundelse: 'Mor har selv bedt om det.' },
  };
  afslag[regime].push(await rejse.nej(`${a}/hjemgivelsesafgoerelse`, hjem));
  await rejse.gem(`${a}/hjemgivelsesudtalelser`, { dato: dag(160), udtalelse: 'Har brug for tid.' });
  const nyPlanId = await rejse.plan(sagId, PLAN[regime], bfuId, dag(165));
  await rejse.gem(`${a}/hjemgivelsesafgoerelse`, {
    ...{ ...hjem, planId: nyPlanId, boernesamtale: { dato: dag(162) }, viderestoette: 'Familiebehandling.' },
  });
  await rejse.gem(`${a}/hjemgivelse`, { dato: dag(260), begrundelse: 'Hjem.' });
  return spillet(rejse, regime, { sagId, barnId, sidsteDag: SIDSTE_DAG });
}

test('det samme sker på de samme dage', () => {
  expect(haendt(sel).length).toBeGreaterThan(40);
  expect(haendt(bl)).toEqual(haendt(sel));
});

test('hver linje har hjemmel i dagens lov: disse har en anden, resten er fælles', () => {
  // Those of the investigation and the plan stand in to_love.spec.ts.
  expect(andenHjemmel(sel, bl)).toEqual({
    'oekonomi.AnbringelseBesluttet': ['SEL § 52, stk. 3, nr. 7; § 58', 'BL §§ 46-47'],
    'oekonomi.AnbringelseIvaerksat': ['SEL § 52, stk. 3, nr. 7; § 58', 'BL §§ 46-47'],
    'oekonomi.AnbringelseOphoert': ['SEL § 68', 'BL § 100'],
    'oekonomi.AnbringelsessamtykkeBortfaldet': ['SEL § 68, stk. 2', 'BL § 100, stk. 1'],
    'oekonomi.HjemgivelseAfgjort': ['SEL § 68, stk. 2', 'BL § 100, stk. 1'],
    'oekonomi.HjemgivelsesudtalelseIndhentet': ['SEL § 68', 'BL § 100, stk. 2'],
    'oekonomi.PlandeleUdleveret': ['SEL § 140', 'BL § 109, stk. 5'],
    'oekonomi.SamtykkeAfklaret': ['SEL § 52', 'BL § 32, stk. 2; § 46, stk. 1-2'],
    'oekonomi.SoeskendeVurderet': ['offentlighedsloven § 13', 'BL § 21, stk. 2-3'],
    'oekonomi.TilsynsbesoegAfholdt': ['SEL § 148', 'BL § 156, stk. 5'],
    'oekonomi.VisitationAfgjort': ['SEL §§ 11, 52 og 68 b', 'BL §§ 30-32, 46 og 52'],
    'sagsstyring.IndsatsstatusNoteret': ['SEL § 155 a, stk. 1', 'BL § 137, stk. 1'],
    'sagsstyring.SagOprettet': ['SEL § 46', 'BL § 18'],
    'sagsstyring.SamtykkeAfgivet': ['SEL § 52', 'BL § 32, stk. 2; § 46'],
    'sagsstyring.SamtykkeTrukketTilbage': ['SEL § 52', 'BL § 32, stk. 2; § 46'],
  });
});

test('fristerne er de samme, bortset fra disse', () => {
  expect(andreFrister(sel, bl)).toEqual({
    'bfu-foreloebig-vurdering': [undefined, '121 opfyldt'],
    // SEL § 70: at most six months after day 110. BL § 95, stk. 3: the day that was decided.
    'opfoelgning-loebende': ['294 bortfaldet', '240 bortfaldet'],
    // Twelve months from day 40; 2020 is a leap year.
    'tilsynsbesoeg-naeste': ['406 bortfaldet', '405 bortfaldet'],
  });
});

test('loven siger nej til det samme, med sin egen paragraf; barnets lov kræver mere før hjemgivelsen', () => {
  expect(afslag.SEL).toEqual([
    [422, 'visitation-kan-ikke-afgoeres', 'SEL §§ 52 og 53', ['samtykke-mangler']],
    [422, 'tilsyn-uden-samtale', 'SEL § 148', ['samtale-med-barnet']],
    [422, 'hjemgivelse-kan-ikke-afgoeres', 'SEL § 48', ['boernesamtale']],
  ]);
  expect(afslag.BL.map((nej) => (nej as readonly unknown[])[3])).toEqual([
    ['samtykke-mangler'],
    ['samtale-med-barnet'],
    ['boernesamtale', 'hjemgivelse-udtalelse', 'hjemgivelse-planrevision', 'hjemgivelse-viderestoette'],
  ]);
});

test('vejledningen efter iværksættelsen: kun barnets lov har disse pligter', () => {
  const kun = (en: Regime, anden: Regime) => skridt[en].filter((s) => !skridt[anden].includes(s)).sort();
  expect(kun('BL', 'SEL')).toEqual(['skal soeskende-vurdering']);
  // Guidance is of the day it is asked, in 2026: the placement of 2019 has then lasted for three years, and the child is 16
  // with a handleplan (BL § 108).
  expect(kun('SEL', 'BL')).toEqual(['kan permanent-anbringelse', 'skal ungeplan']);
});
