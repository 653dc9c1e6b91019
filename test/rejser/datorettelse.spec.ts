import { foreslaaetAnbringelse, samtykkeTil } from './anbragt.js';
import { REBILD } from '../../src/platform/testing/api.js';
import { GRUNDE, Rejse, type Familie } from './familie.js';

/** A day was recorded wrongly: whichever event it stands in, it is put right, and what rests on it follows. */
const NU = '2026-12-30T10:00:00+01:00';
const LOVE = [
  { regime: 'SEL', aar: 2022, plantype: 'handleplan' },
  { regime: 'BL', aar: 2025, plantype: 'barnets-plan' },
] as const;

let rejse: Rejse;
beforeAll(async () => {
  rejse = await Rejse.start(NU, {
    sb01: ['sagsbehandler'],
    mo01: ['modtagelse'],
    tl01: ['teamleder'],
    bs01: ['buu-sekretaer'],
  });
});
afterAll(() => rejse.stop());

interface Linje {
  readonly position: number;
  readonly type: string;
  readonly overskrift: string;
  readonly tekst: string;
  readonly dato: string;
}

async function linjer(sagId: string): Promise<readonly Linje[]> {
  const svar = await rejse.get(`/sager/${sagId}/journal?graense=200`);
  return (svar.body as { readonly poster: readonly Linje[] }).poster;
}

/** Where in the log the newest event of a type in the case is. */
async function plads(sagId: string, type: string): Promise<number> {
  const fundne = (await linjer(sagId)).filter((l) => l.type === type).map((l) => l.position);
  if (fundne.length === 0) throw new Error(`${type} is not in the journal`);
  return Math.max(...fundne);
}

const begrundelse = 'Referatet i sagen viser den rigtige dag.';
const ret = async (sagId: string, type: string, nyt: object, bruger = 'sb01') =>
  rejse.gem('/datorettelser', { position: await plads(sagId, type), begrundelse, ...nyt }, bruger);
const kanIkke = async (sagId: string, type: string, nyt: object, bruger = 'sb01') =>
  (await rejse.nej('/datorettelser', { position: await plads(sagId, type), begrundelse, ...nyt }, bruger)).slice(0, 2);

describe.each(LOVE)('Ret en dag ($regime)', ({ regime, aar, plantype }) => {
  const dag = (maanedDag: string, senere = 0): string => `${String(aar + senere)}-${maanedDag}`;
  const kl12 = (dato: string): string => `${dato}T12:00:00+01:00`;

  async function anbragt(f: Familie) {
    const bfuId = await rejse.undersoegelse(f.sagId, dag('01-20'), dag('02-10'));
    const planId = await rejse.plan(f.sagId, plantype, bfuId, dag('02-20'));
    const v = await foreslaaetAnbringelse(rejse, f.sagId, dag, bfuId);
    await rejse.gem(`${v}/samtykker`, samtykkeTil(f.morId, dag('03-06')));
    const svar = await rejse.gem(`${v}/afgoerelse`, {
      ...{ afgoerelseDato: dag('03-10'), varighedMaaneder: 12, formaal: 'Ro.', begrundelse: 'Behov.', planId },
      ...{ barnetsHoldning: 'Vil gerne.', anbringelse: { stedGodkendt: dag('01-10'), omsorgssvigt: false } },
    });
    const [bevilget] = svar['bevilgede'] as unknown as readonly { readonly enkeltsagId: string }[];
    const a = `/anbringelser/${bevilget?.enkeltsagId ?? ''}`;
    await rejse.gem(`${a}/ivaerksaettelse`, { dato: dag('03-15') });
    return { a, v };
  }
  const besoeg = (dato: string) => ({
    dato,
    samtale: true,
    udenPersonale: true,
    bekymrende: false,
    vurdering: 'Trives.',
  });

  test('et tilsynsbesøg: hvornår det næste senest skal være, følger med, også for det, der kom efter', async () => {
    const f = await rejse.familie(`${String(aar - 9)}-01-10`, dag('01-15'));
    const { a } = await anbragt(f);
    await rejse.gem(`${a}/tilsyn`, besoeg(dag('05-20')));
    const foerste = await plads(f.sagId, 'oekonomi.TilsynsbesoegAfholdt');
    await rejse.gem(`${a}/tilsyn`, besoeg(dag('09-01')));
    // Two a year: the third at the latest a year after the first.
    expect(await rejse.frister(f.sagId, kl12(dag('09-02')))).toMatchObject({
      'tilsynsbesoeg-naeste': `${dag('05-20', 1)} kommende`,
    });
    expect(await rejse.gem('/datorettelser', { position: foerste, dato: dag('04-20'), begrundelse })).toMatchObject({
      rettede: 2,
    });
    expect(await rejse.frister(f.sagId, kl12(dag('09-02')))).toMatchObject({
      'tilsynsbesoeg-naeste': `${dag('04-20', 1)} kommende`,
    });
    // Each deadline tells only what has been said of itself, also where another one of the rule was opened meanwhile.
    const { poster } = (await rejse.get(`/frister?sagId=${f.sagId}&graense=200`)).body as {
      readonly poster: readonly { readonly regel: string; readonly historik: readonly { readonly start: string }[] }[];
    };
    const naeste = poster.filter(({ regel }) => regel === 'tilsynsbesoeg-naeste');
    expect(naeste.map(({ historik }) => historik.map(({ start }) => start)).sort()).toEqual([
      [dag('05-20')],
      [dag('09-01')],
    ]);
    const set = (await rejse.get(a)).body as { readonly tilsyn: readonly { readonly dato: string }[] };
    expect(set.tilsyn.map(({ dato }) => dato)).toEqual([dag('04-20'), dag('09-01')]);
    expect(set).toMatchObject({ naesteTilsynSenest: dag('04-20', 1) });
    const [rettelse] = (await linjer(f.sagId)).filter((l) => l.type === 'oekonomi.DatoRettet').slice(-2);
    expect(rettelse).toMatchObject({ overskrift: 'En dag er rettet' });
    expect(rettelse?.tekst).toContain(begrundelse);
  });

  test('afgørelsen i en visitation: det, der blev registreret i samme skridt, rettes med, og fristerne følger', async () => {
    const f = await rejse.familie(`${String(aar - 9)}-01-10`, dag('01-15'));
    const { a, v } = await anbragt(f);
    expect(await kanIkke(f.sagId, 'oekonomi.VisitationAfgjort', { dato: dag('03-03') })).toEqual([
      422,
      'forkert-raekkefoelge',
    ]);
    expect(await kanIkke(f.sagId, 'oekonomi.VisitationAfgjort', { dato: dag('03-16') })).toEqual([
      422,
      'forkert-raekkefoelge',
    ]);
    await ret(f.sagId, 'oekonomi.VisitationAfgjort', { dato: dag('03-12') });
    expect((await rejse.get(v)).body).toMatchObject({ afgoerelseDato: dag('03-12') });
    expect((await rejse.get(a)).body).toMatchObject({ afgoerelseDato: dag('03-12') });
    const afgoerelser = (await rejse.get(`/sager/${f.sagId}/afgoerelser`)).body as {
      readonly poster: readonly { readonly dato: string; readonly afgoerelseKode: string }[];
    };
    expect(afgoerelser.poster.filter((p) => p.dato === dag('03-12')).length).toBeGreaterThan(0);
    expect(afgoerelser.poster.filter((p) => p.dato === dag('03-10'))).toEqual([]);
  });

  test('analysens fund blev noteret med den og står på samme dag', async () => {
    const { sagId } = await rejse.familie(`${String(aar - 9)}-01-10`, dag('01-15'));
    await rejse.undersoegelse(sagId, dag('01-20'), dag('02-10'));
    // The conclusion builds on the analysis, and stood on the same day.
    expect(await kanIkke(sagId, 'ics.AnalyseUdarbejdet', { dato: dag('02-04') })).toEqual([
      422,
      'forkert-raekkefoelge',
    ]);
    await ret(sagId, 'ics.BfuKonkluderet', { dato: dag('02-05') });
    expect(await ret(sagId, 'ics.AnalyseUdarbejdet', { dato: dag('02-04') })).toMatchObject({ rettede: 2 });
  });

  test('hvem der må, hvad der kan rettes, og hvilke dage der ikke kan passe', async () => {
    const f = await rejse.familie(`${String(aar - 9)}-01-10`, dag('01-15'));
    const { a } = await anbragt(f);
    await rejse.gem(`${a}/tilsyn`, besoeg(dag('05-20')));
    const besoegt = 'oekonomi.TilsynsbesoegAfholdt';
    expect(await kanIkke(f.sagId, besoegt, { dato: dag('05-19') }, 'mo01')).toEqual([403, 'ingen-adgang']);
    expect(await kanIkke(f.sagId, besoegt, { dato: dag('05-20') })).toEqual([409, 'ingen-rettelse']);
    expect(await kanIkke(f.sagId, besoegt, { dato: dag('03-14') })).toEqual([422, 'forkert-raekkefoelge']);
    if (regime === 'BL')
      expect(await kanIkke(f.sagId, besoegt, { dato: '2027-05-20' })).toEqual([422, 'dato-i-fremtiden']);
    expect(await kanIkke(f.sagId, besoegt, { dato: regime === 'SEL' ? '2024-05-20' : '2023-05-20' })).toEqual([
      422,
      'anden-lov',
    ]);
    expect(await kanIkke(f.sagId, besoegt, { tidspunkt: kl12(dag('05-19')) })).toEqual([422, 'forkert-tidsform']);
    expect(await kanIkke(f.sagId, besoegt, {})).toEqual([422, 'dag-mangler']);
    expect(await kanIkke(f.sagId, besoegt, { dato: dag('05-19'), felt: 'fylder18' })).toEqual([422, 'ukendt-felt']);
    expect(await kanIkke(f.sagId, 'oekonomi.AnbringelseIvaerksat', { dato: dag('03-14') })).toEqual([
      422,
      'kan-ikke-rettes-her',
    ]);
    expect(
      (await rejse.nej('/datorettelser', { position: 9_999_999, dato: dag('05-19'), begrundelse })).slice(0, 2),
    ).toEqual([404, 'ikke-fundet']);
    expect(await ret(f.sagId, besoegt, { dato: dag('05-19') }, 'tl01')).toMatchObject({ rettede: 1 });
    // It can be put right once more, also back.
    await ret(f.sagId, besoegt, { dato: dag('05-20') });
    expect(await rejse.frister(f.sagId, kl12(dag('09-02')))).toMatchObject({
      'tilsynsbesoeg-foerste': `${dag('09-15')} opfyldt`,
    });
  });
});

test('en frist, som en rettelse tager væk og en anden giver tilbage, kan spørges, som den var kendt imellem (BL § 20, stk. 3)', async () => {
  const { sagId } = await rejse.familie('2015-01-10', '2024-01-02');
  const { bfuId = '' } = await rejse.gem(`/sager/${sagId}/undersoegelser`, {
    ...{ opmaerksomDato: '2024-01-04', afgoerelseDato: '2024-01-10', begrundelse: 'Behov.', grunde: GRUNDE },
  });
  // The interim assessment is barnets lov's: of what was known in 2023 there is none, and of 3 January there is again.
  for (const opmaerksomDato of ['2023-12-28', '2024-01-03'])
    await rejse.gem(`/undersoegelser/${bfuId}/rettelse`, { opmaerksomDato, begrundelse });
  const kendt = async (tid: string) => {
    const frister = `/frister?enkeltsagId=${bfuId}&regel=bfu-foreloebig-vurdering`;
    const { poster } = (await rejse.get(`${frister}&kendtPr=${encodeURIComponent(tid)}`)).body as {
      readonly poster: readonly { readonly start: string; readonly bortfaldetAf: string | null }[];
    };
    return poster.map((f) => [f.start, f.bortfaldetAf]);
  };
  const log = (await rejse.api.store.load(REBILD, bfuId)).filter(({ type }) => /BfuBesluttet|BfuRettet/.test(type));
  expect(await Promise.all(log.map(({ registreret }) => kendt(registreret)))).toEqual([
    [['2024-01-04', null]],
    [['2024-01-04', 'ics.BfuRettet']],
    [['2024-01-03', null]],
  ]);
});
