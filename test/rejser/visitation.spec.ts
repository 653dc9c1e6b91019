import { FixedClock } from '../../src/platform/clock.js';
import { startTestApi, type TestApi } from '../../src/platform/testing/api.js';
import { lavFamilie, somBruger, type Familie, type Kald } from './visitationsfamilie.js';

/**
 * The visitation through HTTP under both acts: the same days of the year, 2023 under serviceloven and 2024 under barnets
 * lov. Who must consent, and who is told, follows from age, custody and the act.
 */
type Regime = 'SEL' | 'BL';
const LOVE: readonly Regime[] = ['SEL', 'BL'];
const AAR: Readonly<Record<Regime, number>> = { SEL: 2023, BL: 2024 };

let api: TestApi;
let sb: Kald;
let tl: Kald;

beforeAll(async () => {
  api = await startTestApi({ clock: FixedClock.at('2024-12-30T10:00:00+01:00') });
  sb = await somBruger(api, 'sb01', ['sagsbehandler']);
  tl = await somBruger(api, 'tl01', ['teamleder']);
});
afterAll(() => api.stop());

const dag = (regime: Regime, dato: string): string => `${String(AAR[regime])}-${dato}`;
const foedt = (regime: Regime, alder: number): string => `${String(AAR[regime] - alder)}-01-15`;

async function familie(regime: Regime, alder: number, mere: { farHarMyndighed?: boolean } = {}): Promise<Familie> {
  return lavFamilie(sb, { foedt: foedt(regime, alder), oprettet: dag(regime, '02-01'), ...mere });
}

const kontaktperson = (regime: Regime) => ({
  dato: dag(regime, '03-02'),
  indsatskode: 'kontaktperson',
  maalgruppe: 'barn',
  prisOere: 42_500,
  prisEnhed: 'time',
  antal: 2.5,
  antalPr: 'uge',
  forventetStart: dag(regime, '04-01'),
  maaneder: 12,
  begrundelse: 'Mangler en fast voksen.',
});
const anbringelse = (regime: Regime) => ({
  ...kontaktperson(regime),
  indsatskode: 'anbringelse',
  stedtype: 'plejefamilie-almen',
  sted: 'Plejefamilien Prøvesen',
  prisOere: 250_000,
  prisEnhed: 'doegn',
  antal: 1,
  antalPr: 'doegn',
});
const samtykke = (regime: Regime, personId: string, mere: object = {}) => ({
  ...{ personId, svar: 'givet', dato: dag(regime, '03-06'), form: 'skriftlig', informeret: true },
  omfatterFormaal: true,
  ...mere,
});
const afgoerelse = (regime: Regime, mere: object = {}) => ({
  afgoerelseDato: dag(regime, '03-20'),
  varighedMaaneder: 12,
  formaal: 'Ro og stabilitet.',
  begrundelse: 'Behovet er beskrevet.',
  barnetsHoldning: 'Vil gerne.',
  boernesamtale: { dato: dag(regime, '03-05') },
  planUndtagelse: 'Kan ikke vente.',
  ...mere,
});
const sted = (regime: Regime) => ({
  anbringelse: {
    stedGodkendt: dag(regime, '01-10'),
    omsorgssvigt: true,
    udenUndersoegelse: 'Situationen kan ikke afvente undersøgelsen.',
  },
});

/** A visitation whose proposal is approved, and that waits for consent. */
async function godkendt(regime: Regime, { sagId }: Familie, forslag: object): Promise<string> {
  const { visitationId } = await sb.lav(`/sager/${sagId}/visitationer`, {
    dato: dag(regime, '03-01'),
    formaal: 'Ro og stabilitet.',
  });
  const v = `/visitationer/${String(visitationId)}`;
  await sb.lav(`${v}/indsatser`, forslag);
  await sb.lav(`${v}/til-godkendelse`, { dato: dag(regime, '03-03') });
  await tl.lav(`${v}/godkendelse`, { dato: dag(regime, '03-04'), forum: 'leder' });
  return v;
}
const fase = async (v: string): Promise<unknown> => (await sb.get(v))['fase'];

describe.each(LOVE)('Visitation (%s)', (regime) => {
  const hjemmel = { SEL: 'SEL § 52, stk. 2', BL: 'BL § 32, stk. 2' }[regime];

  test('forslag ind og ud, pris, godkendelse, samtykke fra begge, afgørelse og meddelelse til alle parter', async () => {
    const f = await familie(regime, 14);
    const { visitationId } = await sb.lav(`/sager/${f.sagId}/visitationer`, {
      dato: dag(regime, '03-01'),
      formaal: 'Ro og stabilitet.',
    });
    const v = `/visitationer/${String(visitationId)}`;
    await sb.lav(`${v}/indsatser`, kontaktperson(regime));
    const { forslagId } = await sb.lav(`${v}/indsatser`, {
      ...kontaktperson(regime),
      ...{ indsatskode: 'familiebehandling', maalgruppe: 'familie' },
      ...{ prisOere: 1_250_000, prisEnhed: 'maaned', antal: 1, antalPr: 'maaned' },
    });
    // 366 days from 1 April 2023 (a leap day between), 365 from 1 April 2024: days / 7 × 2.5 × 425.00 kr., and 12 × 12,500 kr.
    const kontakt = { SEL: 5_555_357, BL: 5_540_179 }[regime];
    expect((await sb.get(v))['omkostning']).toMatchObject({ ialtOere: kontakt + 15_000_000 });
    await sb.lav(`${v}/indsatser/${String(forslagId)}/fjernelse`, {
      dato: dag(regime, '03-02'),
      begrundelse: 'For indgribende.',
    });
    expect(await sb.get(v)).toMatchObject({ fase: 'oekonomi-beregnet', omkostning: { ialtOere: kontakt }, nummer: 3 });
    await sb.lav(`${v}/til-godkendelse`, { dato: dag(regime, '03-03') });
    expect((await sb.post(`${v}/godkendelse`, { dato: dag(regime, '03-04'), forum: 'leder' })).status).toBe(403);
    await tl.lav(`${v}/godkendelse`, { dato: dag(regime, '03-04'), forum: 'leder' });

    const foer = await sb.post(`${v}/afgoerelse`, afgoerelse(regime));
    expect([foer.status, foer.body['paragraf'], foer.body['mangler']]).toEqual([422, hjemmel, ['samtykke-mangler']]);
    await sb.lav(`${v}/samtykker`, samtykke(regime, f.morId));
    expect(await fase(v)).toBe('godkendt');
    await sb.lav(`${v}/samtykker`, samtykke(regime, f.farId));
    expect(await fase(v)).toBe('samtykke-afklaret');

    const svar = await sb.lav(`${v}/afgoerelse`, afgoerelse(regime));
    const [bevilget] = svar['bevilgede'] as { enkeltsagId: string; anbringelse: boolean }[];
    expect(await sb.get(`/indsatser/${bevilget?.enkeltsagId ?? ''}`)).toMatchObject({
      fase: 'bevilget',
      regime,
      samtykkeDato: dag(regime, '03-06'),
      formaal: 'Ro og stabilitet.',
    });
    const [afgoerelseId] = svar['afgoerelseIder'] as string[];
    // The child of 14 is a party from 12 (SEL) and from 10 (BL).
    const { parter } = await sb.get(`/afgoerelser/${afgoerelseId ?? ''}`);
    expect((parter as { personId: string }[]).map(({ personId }) => personId).sort()).toEqual(
      [f.barnId, f.morId, f.farId].sort(),
    );
    const forTidligt = await sb.post(`${v}/meddelelse`, { dato: dag(regime, '03-21') });
    expect([forTidligt.status, forTidligt.body['paragraf']]).toEqual([422, 'forvaltningsloven §§ 22-25']);
    for (const personId of [f.barnId, f.morId, f.farId]) {
      await sb.lav(`/afgoerelser/${afgoerelseId ?? ''}/meddelelser`, {
        ...{ personId, sendt: dag(regime, '03-21'), maade: 'digital-post', klagevejledning: true },
      });
    }
    await sb.lav(`${v}/meddelelse`, { dato: dag(regime, '03-21') });
    expect(await fase(v)).toBe('meddelt');
    // Four weeks from 21 March: 18 April, an ordinary day in both years.
    const { poster } = await sb.get(`/frister?sagId=${f.sagId}&regel=klagefrist`);
    expect((poster as { forfald: string }[]).map(({ forfald }) => forfald)).toEqual(
      Array<string>(3).fill(dag(regime, '04-18')),
    );
    const { poster: enkeltsager } = await sb.get(`/sager/${f.sagId}/visitationer`);
    expect(enkeltsager).toMatchObject([{ fase: 'meddelt', udfald: 'bevilget' }]);
  });

  test.each([
    [14, ['mor', 'far']],
    [15, ['mor', 'far', 'barnet']],
  ] as const)('anbringelse af en på %i år: samtykke fra %j', async (alder, hvem) => {
    const f = await familie(regime, alder);
    const v = await godkendt(regime, f, anbringelse(regime));
    const id = { mor: f.morId, far: f.farId, barnet: f.barnId };
    if (alder === 14) {
      const barnets = await sb.post(`${v}/samtykker`, samtykke(regime, f.barnId));
      expect([barnets.status, barnets.body['type']]).toEqual([422, expect.stringContaining('ikke-samtykkeberettiget')]);
    }
    for (const rolle of hvem) {
      const foer = await sb.post(`${v}/afgoerelse`, { ...afgoerelse(regime), ...sted(regime) });
      expect([foer.status, foer.body['mangler']]).toEqual([422, ['samtykke-mangler']]);
      await sb.lav(`${v}/samtykker`, samtykke(regime, id[rolle]));
    }
    const udenSted = await sb.post(`${v}/afgoerelse`, afgoerelse(regime));
    expect([udenSted.status, udenSted.body['mangler']]).toEqual([422, ['sted-godkendt', 'bfu-afsluttet']]);
    const svar = await sb.lav(`${v}/afgoerelse`, { ...afgoerelse(regime), ...sted(regime) });
    expect(svar['bevilgede']).toMatchObject([{ anbringelse: true }]);
  });

  test('siger den ene forælder nej, kan der ikke afgøres med samtykke: sporet uden samtykke er udvalgets', async () => {
    const f = await familie(regime, 14);
    const v = await godkendt(regime, f, anbringelse(regime));
    const foerDerErSpurgt = await sb.post(`${v}/tvangsspor`, { dato: dag(regime, '03-07'), begrundelse: 'Nej.' });
    expect([foerDerErSpurgt.status, foerDerErSpurgt.body['mangler']]).toEqual([422, ['samtykke-afklaret']]);
    await sb.lav(`${v}/samtykker`, samtykke(regime, f.morId));
    await sb.lav(`${v}/samtykker`, samtykke(regime, f.farId, { svar: 'afslaaet' }));
    const nej = await sb.post(`${v}/afgoerelse`, { ...afgoerelse(regime), ...sted(regime) });
    expect([nej.status, nej.body['mangler']]).toEqual([422, ['samtykke-afslaaet']]);
    expect(nej.body['detail']).toContain(regime === 'SEL' ? 'SEL § 58' : 'BL §§ 47 og 49');
    const undtaget = await sb.post(`${v}/samtykkeundtagelser`, {
      ...{ personId: f.farId, grund: 'uden-samtykke', dato: dag(regime, '03-07'), begrundelse: 'Barnets behov.' },
    });
    expect([undtaget.status, undtaget.body['type']]).toEqual([422, expect.stringContaining('undtagelse-gaelder-ikke')]);
    const tvang = await sb.lav(`${v}/tvangsspor`, { dato: dag(regime, '03-08'), begrundelse: 'Faren siger nej.' });
    expect(tvang['spor']).toEqual([regime === 'SEL' ? 'SEL § 58' : 'BL §§ 47 og 49']);
    expect(await fase(v)).toBe('overgivet-til-tvang');
  });

  test.each([
    ['betinget', { svar: 'betinget', bemaerkning: 'Kun til sommer.' }, 'samtykke-betinget'],
    ['uenig om formålet', { omfatterFormaal: false }, 'samtykke-uden-formaal'],
  ])('et samtykke, der er %s, er ikke et samtykke til anbringelse', async (_navn, mere, mangel) => {
    const f = await familie(regime, 9, { farHarMyndighed: false });
    const v = await godkendt(regime, f, anbringelse(regime));
    await sb.lav(`${v}/samtykker`, samtykke(regime, f.morId, mere));
    const nej = await sb.post(`${v}/afgoerelse`, { ...afgoerelse(regime), ...sted(regime) });
    expect([nej.status, nej.body['mangler']]).toEqual([422, [mangel]]);
    const skridt = (await sb.get(`/sager/${f.sagId}/naeste-skridt`))['skridt'] as { kode: string }[];
    expect(skridt.map(({ kode }) => kode)).toContain('visitation-uden-samtykke');
  });

  test('støttende indsats uden den enes samtykke: undtagelsen gør afgørelsen bebyrdende, og parterne høres først', async () => {
    const f = await familie(regime, 9);
    const v = await godkendt(regime, f, kontaktperson(regime));
    await sb.lav(`${v}/samtykker`, samtykke(regime, f.morId));
    await sb.lav(`${v}/samtykkeundtagelser`, {
      ...{ personId: f.farId, grund: 'uden-samtykke', dato: dag(regime, '03-07'), begrundelse: 'Barnets behov.' },
    });
    expect(await fase(v)).toBe('samtykke-afklaret');
    const uhoert = await sb.post(`${v}/afgoerelse`, afgoerelse(regime));
    expect([uhoert.status, uhoert.body['paragraf']]).toEqual([422, 'forvaltningsloven § 19']);
    const { partshoeringId } = await sb.lav(`/sager/${f.sagId}/partshoeringer`, {
      afgoerelseKode: 'stoettende-indsats',
      dato: dag(regime, '03-08'),
      oplysninger: 'Skolens udtalelse.',
    });
    for (const personId of [f.morId, f.farId]) {
      await sb.lav(`/partshoeringer/${String(partshoeringId)}/breve`, {
        ...{ personId, sendt: dag(regime, '03-08'), svarfrist: dag(regime, '03-15'), maade: 'digital post' },
      });
    }
    const svar = await sb.lav(`${v}/afgoerelse`, afgoerelse(regime, { partshoeringIder: [partshoeringId] }));
    const [bevilget] = svar['bevilgede'] as { enkeltsagId: string }[];
    expect(await sb.get(`/indsatser/${bevilget?.enkeltsagId ?? ''}`)).toMatchObject({
      samtykkeUndtaget: regime === 'SEL' ? 'SEL § 56' : 'BL §§ 37-39',
    });
  });

  test('et samtykke, der trækkes tilbage før afgørelsen, bærer den ikke', async () => {
    const f = await familie(regime, 9, { farHarMyndighed: false });
    const v = await godkendt(regime, f, kontaktperson(regime));
    await sb.lav(`${v}/samtykker`, samtykke(regime, f.morId));
    await sb.lav(`${v}/samtykketilbagekaldelser`, { personId: f.morId, dato: dag(regime, '03-10') });
    expect(await fase(v)).toBe('godkendt');
    const nej = await sb.post(`${v}/afgoerelse`, afgoerelse(regime));
    expect([nej.status, nej.body['mangler']]).toEqual([422, ['samtykke-trukket-tilbage']]);
  });

  test('et samtykke gælder det forslag, der blev svaret på: en ændring kræver nyt svar og ny godkendelse', async () => {
    const f = await familie(regime, 9, { farHarMyndighed: false });
    const v = await godkendt(regime, f, kontaktperson(regime));
    await sb.lav(`${v}/samtykker`, samtykke(regime, f.morId));
    await sb.lav(`${v}/indsatser`, {
      ...kontaktperson(regime),
      dato: dag(regime, '03-07'),
      indsatskode: 'stoetteophold',
    });
    expect(await fase(v)).toBe('oekonomi-beregnet');
    expect((await sb.post(`${v}/afgoerelse`, afgoerelse(regime))).status).toBe(409);
    await sb.lav(`${v}/til-godkendelse`, { dato: dag(regime, '03-08') });
    await tl.lav(`${v}/godkendelse`, { dato: dag(regime, '03-08'), forum: 'leder' });
    const nej = await sb.post(`${v}/afgoerelse`, afgoerelse(regime));
    expect([nej.status, nej.body['mangler']]).toEqual([422, ['samtykke-tidligere-forslag']]);
  });

  test('forældremyndigheden på afgørelsesdagen tæller: den, der har mistet den, skal ikke samtykke', async () => {
    const f = await familie(regime, 9);
    const barn = await sb.get(`/personer/${f.barnId}`);
    const relationer = barn['relationer'] as { relationId: string; personId: string }[];
    const fars = relationer.find(({ personId }) => personId === f.farId);
    await sb.lav(`/personer/${f.barnId}/relationer/${fars?.relationId ?? ''}/ophoer`, {
      ophoertDato: dag(regime, '03-10'),
    });
    const v = await godkendt(regime, f, kontaktperson(regime));
    await sb.lav(`${v}/samtykker`, samtykke(regime, f.morId));
    await sb.lav(`${v}/afgoerelse`, afgoerelse(regime));
  });

  test('et afslag går parterne imod og kræver ingen godkendelse, men partshøring (forvaltningsloven § 19)', async () => {
    const f = await familie(regime, 9, { farHarMyndighed: false });
    const { visitationId } = await sb.lav(`/sager/${f.sagId}/visitationer`, {
      dato: dag(regime, '03-01'),
      formaal: 'Ansøgt om støtte.',
    });
    const v = `/visitationer/${String(visitationId)}`;
    await sb.lav(`${v}/indsatser`, kontaktperson(regime));
    const nej = await sb.post(`${v}/afgoerelse`, afgoerelse(regime, { bevilgede: [] }));
    expect([nej.status, nej.body['paragraf']]).toEqual([422, 'forvaltningsloven § 19']);
    const svar = await sb.lav(
      `${v}/afgoerelse`,
      afgoerelse(regime, {
        bevilgede: [],
        hoeringsundtagelse: { grund: 'ubetaenkelig', begrundelse: 'Afgøres på ansøgerens egne oplysninger.' },
      }),
    );
    expect(svar['bevilgede']).toEqual([]);
  });
});

test('en leder kan ikke godkende mere end kommunens grænse på dagen; visitationsudvalget kan', async () => {
  const ad = await somBruger(api, 'ad01', ['administrator']);
  await ad.lav('/bevillingsgraenser', {
    ...{ forum: 'leder', graenseOere: 5_000_000, gaelderFra: '2024-06-01', begrundelse: 'Kompetenceplan.' },
  });
  expect(await ad.get('/bevillingsgraenser')).toMatchObject({ graenser: [{ forum: 'leder', graenseOere: 5_000_000 }] });
  const f = await lavFamilie(sb, { foedt: '2012-01-15', oprettet: '2024-06-01' });
  const { visitationId } = await sb.lav(`/sager/${f.sagId}/visitationer`, { dato: '2024-06-02', formaal: 'Ro.' });
  const v = `/visitationer/${String(visitationId)}`;
  await sb.lav(`${v}/indsatser`, { ...kontaktperson('BL'), dato: '2024-06-02', forventetStart: '2024-07-01' });
  await sb.lav(`${v}/til-godkendelse`, { dato: '2024-06-03' });
  const nej = await tl.post(`${v}/godkendelse`, { dato: '2024-06-03', forum: 'leder' });
  expect([nej.status, nej.body['type']]).toEqual([422, expect.stringContaining('over-beloebsgraensen')]);
  const alene = await tl.post(`${v}/godkendelse`, { dato: '2024-06-03', forum: 'visitationsudvalg' });
  expect([alene.status, alene.body['type']]).toEqual([422, expect.stringContaining('udvalg-uden-deltagere')]);
  await tl.lav(`${v}/godkendelse`, {
    ...{ dato: '2024-06-03', forum: 'visitationsudvalg', deltagere: ['tl01', 'tl02'] },
  });
  expect(await fase(v)).toBe('godkendt');
});
