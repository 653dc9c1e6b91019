import { anbragtMedSamtykke } from './anbragt.js';
import { Rejse } from './familie.js';

/** What oversight sees of a placement, and of what the committee decided, through HTTP under both acts. */
const NU = '2026-12-30T10:00:00+01:00';
const LOVE = [
  { lov: 'SEL', aar: 2022, plantype: 'handleplan' },
  { lov: 'BL', aar: 2025, plantype: 'barnets-plan' },
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

describe.each(LOVE)('Ledelsestilsyn med anbringelser ($lov)', ({ aar, plantype }) => {
  const dag = (maanedDag: string): string => `${String(aar)}-${maanedDag}`;

  /** The system's answers about one case, of a sample of all that were active in the period. */
  async function svar(sagId: string, fra: string, til: string): Promise<Readonly<Record<string, string>>> {
    const { revisionId = '' } = await rejse.gem(
      '/ledelsestilsyn/revisioner',
      {
        ...{ betegnelse: 'tilsyn', periode: { fra, til }, seed: 'k1' },
        udtraeksregel: { population: 'aktive-i-perioden', antal: 200 },
      },
      'tl01',
    );
    const { body } = await rejse.get(`/ledelsestilsyn/revisioner/${revisionId}`, 'tl01');
    const { sager } = body as {
      readonly sager: readonly { sagId: string; svar: readonly { spoergsmaalId: string; vaerdi: string }[] }[];
    };
    const egne = sager.find((sag) => sag.sagId === sagId)?.svar ?? [];
    return Object.fromEntries(egne.map(({ spoergsmaalId, vaerdi }) => [spoergsmaalId, vaerdi]));
  }

  const tal = async (fra: string, til: string): Promise<Readonly<Record<string, unknown>>> => {
    const { body } = await rejse.get(`/ledelsestilsyn/noegletal?fra=${dag(fra)}&til=${dag(til)}`, 'tl01');
    return (body as { readonly ialt: Readonly<Record<string, unknown>> }).ialt;
  };
  const liste = async (navn: string) => {
    const { body } = await rejse.get(`/ledelsestilsyn/lister?liste=${navn}&graense=200`, 'tl01');
    return (body as { readonly poster: readonly { sagId: string; enkeltsagId: string; siden: string }[] }).poster;
  };

  test('anbringelsen svarer for planen, samtalen og opfølgningen, også hjemgivelsen (SEL §§ 48, 70 og 140, BL §§ 5, 91 og 95)', async () => {
    const f = await rejse.familie(`${String(aar - 9)}-01-10`, dag('01-15'));
    const { a, planId, anbringelseId } = await anbragtMedSamtykke(rejse, f, { aar, plantype });
    // The plan was valid and the child heard before the decision of 10 March; it is told to nobody yet.
    expect(await svar(f.sagId, dag('03-01'), dag('03-31'))).toMatchObject({
      'plan-til-tiden': 'ja',
      'boernesamtale-holdt': 'ja',
      'klagevejledning-sendt': 'nej',
    });
    // Due on 15 June.
    expect(await svar(f.sagId, dag('06-01'), dag('06-30'))).toMatchObject({ 'opfoelgning-til-tiden': 'nej' });
    const foer = (await tal('06-01', '06-30'))['M12a'];
    await rejse.gem(`${a}/opfoelgninger`, {
      ...{ dato: dag('06-10'), udfald: 'uaendret', naesteDato: dag('11-01'), rytmebegrundelse: 'Nyt sted.' },
      ...{ vurdering: 'Trives.', barnetsHoldning: 'Glad.' },
    });
    expect(await svar(f.sagId, dag('06-01'), dag('06-30'))).toMatchObject({ 'opfoelgning-til-tiden': 'ja' });
    expect([foer, (await tal('06-01', '06-30'))['M12a']]).toEqual([
      expect.objectContaining({ rettidige: 0, forfaldne: 1 }),
      expect.objectContaining({ rettidige: 1, forfaldne: 1 }),
    ]);
    // The investigation of 10 February, and the decision of 10 March.
    expect((await tal('03-01', '03-31'))['M21']).toMatchObject({ rettidige: 1, forfaldne: 1, undladt: 0 });

    const udenPlan = async () => (await liste('indsats-uden-plan')).filter((p) => p.enkeltsagId === anbringelseId);
    expect(await udenPlan()).toEqual([]);
    await rejse.gem(`/planer/${planId}/afslutning`, { dato: dag('08-01'), begrundelse: 'Laves om.' });
    expect(await udenPlan()).toEqual([expect.objectContaining({ sagId: f.sagId, siden: dag('03-10') })]);

    await rejse.gem(`${a}/hjemgivelsesudtalelser`, { dato: dag('09-01'), udtalelse: 'Kan godt.' });
    const ny = await rejse.plan(f.sagId, plantype, undefined, dag('09-02'));
    const { afgoerelseId = '' } = await rejse.gem(`${a}/hjemgivelsesafgoerelse`, {
      ...{ afgoerelseDato: dag('09-05'), udfald: 'hjemgives', udenPeriode: 'Er parat.', planId: ny },
      ...{ viderestoette: 'Støtte.', barnetsHoldning: 'Ja.', begrundelse: 'Kan.' },
      boernesamtale: { undladt: 'Barnet er indlagt.' },
      hoeringsundtagelse: { grund: 'ubetaenkelig', begrundelse: 'Parterne har selv bedt om det.' },
    });
    // Why the child was not heard is kept with the decision.
    expect((await rejse.get(`/afgoerelser/${afgoerelseId}`)).body).toMatchObject({
      boernesamtaleDato: null,
      boernesamtaleUndladt: 'Barnet er indlagt.',
    });
    await rejse.gem(`${a}/hjemgivelse`, { dato: dag('09-05'), begrundelse: 'Hjem.' });
    await rejse.gem(`/planer/${ny}/afslutning`, { dato: dag('09-10'), begrundelse: 'Hjemme.' });
    expect(await udenPlan()).toEqual([]);
  });

  test('udvalget har selv hørt parterne, og hver af dem skal have afgørelsen (SEL § 74, BL § 142, forvaltningsloven § 25)', async () => {
    const f = await rejse.familie(`${String(aar - 13)}-01-10`, dag('01-15'));
    const { sagId, morId, barnId } = f;
    const bfuId = await rejse.undersoegelse(sagId, dag('01-20'), dag('03-15'));
    const planId = await rejse.plan(sagId, plantype, bfuId, dag('03-18'));
    const { buuSagId = '' } = await rejse.gem(`/sager/${sagId}/buu-sager`, {
      ...{ afgoerelseKode: 'anbringelse-uden-samtykke', dato: dag('03-20'), begrundelse: 'Skade.' },
    });
    const sti = `/buu-sager/${buuSagId}`;
    await rejse.gem(`${sti}/indstilling`, {
      ...{ indstilling: 'Anbringes.', formaal: 'Ro.', varighedMaaneder: 24, bfuId, planId, dato: dag('03-20') },
      ...{ barnetsHoldning: 'Imod.', foraeldrenesHoldning: 'Imod.', boernesamtaleDato: dag('03-10') },
    });
    for (const personId of [morId, barnId]) {
      await rejse.gem(`${sti}/vejledninger`, { personId, dato: dag('04-03'), maade: 'brev' });
      const udtalt = { personId, dato: dag('04-03'), udfald: 'udtalt', udtalelse: 'Nej.' };
      await rejse.gem(`${sti}/udtalelser`, udtalt, 'bs01');
    }
    await rejse.gem(`${sti}/moede`, { moede: `${dag('04-03')}T09:00:00+01:00` }, 'bs01');
    const { afgoerelseId = '' } = await rejse.gem(
      `${sti}/afgoerelse`,
      {
        ...{ vedtaget: true, foelgerIndstilling: true, stemmerFor: 5, stemmerImod: 0, begrundelse: 'Skade.' },
        ...{ dato: dag('04-03'), formaal: 'Ro.', genbehandling: { genbehandling: '1aar', anbragtInden1Aar: false } },
      },
      'bs01',
    );
    const meddel = (personId: string) =>
      rejse.gem(`/afgoerelser/${afgoerelseId}/meddelelser`, {
        ...{ personId, sendt: dag('04-03'), maade: 'overrakt', klagevejledning: true },
      });
    await meddel(morId);
    const april = () => svar(sagId, dag('04-01'), dag('04-30'));
    expect(await april()).toMatchObject({
      'boernesamtale-holdt': 'ja',
      'partshoering-gjort': 'ja',
      'klagevejledning-sendt': 'nej',
    });
    await meddel(barnId);
    expect(await april()).toMatchObject({ 'klagevejledning-sendt': 'ja' });
  });
});
