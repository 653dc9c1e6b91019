import { CommandBus } from '@nestjs/cqrs';
import { indlaesLovpakke } from '../../src/faelles/lov/lovpakke.js';
import { oekonomiRegistration } from '../../src/oekonomi/oekonomi.public.js';
import { type CommandResult, type ExecuteCommand } from '../../src/platform/commands/command.js';
import { ReactorRunner } from '../../src/platform/reactor/reactor-runner.js';
import { anbragtMedSamtykke, samtykkeTil } from './anbragt.js';
import { Rejse, type Familie } from './familie.js';

/** A placement through HTTP under both acts: by consent and home again, by the committee, and into adult life. */
const NU = '2026-12-30T10:00:00+01:00';
const LOVE = [
  { regime: 'SEL', aar: 2022, plantype: 'handleplan' },
  { regime: 'BL', aar: 2025, plantype: 'barnets-plan' },
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

const hoeringsundtagelse = { grund: 'ubetaenkelig', begrundelse: 'Parterne har selv bedt om det.' };
type Svar = Readonly<Record<string, unknown>>;
const hent = async (sti: string): Promise<Svar> => {
  const svar = await rejse.get(sti);
  expect([sti, svar.status]).toEqual([sti, 200]);
  return svar.body as Svar;
};

describe.each(LOVE)('Anbringelse ($regime)', ({ regime, aar, plantype }) => {
  const dag = (maanedDag: string, senere = 0): string => `${String(aar + senere)}-${maanedDag}`;
  const kl12 = (dato: string): string => `${dato}T12:00:00+01:00`;
  const H = {
    SEL: { hjem: 'SEL § 68, stk. 2', periode: 'SEL § 68', samtale: 'SEL § 48', tilsyn: 'SEL § 148', tvang: 'SEL § 58' },
    BL: {
      ...{ hjem: 'BL § 100, stk. 1', periode: 'BL § 100, stk. 3-4', samtale: 'BL § 5, stk. 3-4' },
      ...{ tilsyn: 'BL § 156, stk. 5', tvang: 'BL §§ 47 og 49' },
    },
  }[regime];

  const samtykke = samtykkeTil;
  const anbragt = (f: Familie, type: string = plantype, mere: readonly string[] = []) =>
    anbragtMedSamtykke(rejse, f, { aar, plantype: type, samtykker: mere });

  test('en rettet fødselsdato flytter ungestøtten, og en rettet indflytning flytter opfølgning og tilsyn', async () => {
    const f = await rejse.familie(`${String(aar - 14)}-01-10`, dag('01-15'));
    const { a } = await anbragt(f);
    // 18 years in four years; half a year before that.
    expect(await rejse.frister(f.sagId, kl12(dag('03-16')))).toMatchObject({
      'ungestoette-afgoerelse': `${dag('07-10', 3)} kommende`,
    });
    const bus = rejse.api.app.get(CommandBus, { strict: false });
    const reaktorer = new ReactorRunner({
      ...{
        store: rejse.api.store,
        pool: rejse.api.platform.pool,
        reactors: oekonomiRegistration(indlaesLovpakke()).reactors ?? [],
      },
      send: (command) => bus.execute<ExecuteCommand, CommandResult>(command),
      log: { log: () => undefined, warn: () => undefined, error: () => undefined },
      pollMs: 20,
    });
    await reaktorer.start();
    try {
      await rejse.gem(`/personer/${f.barnId}/rettelser`, {
        ...{ foedselsdato: `${String(aar - 14)}-03-01`, aarsag: 'Fødselsattesten.' },
      });
      const ventet = `${dag('09-01', 3)} kommende`;
      let set: Svar = {};
      for (const slut = performance.now() + 20_000; performance.now() < slut;) {
        set = await rejse.frister(f.sagId, kl12(dag('03-16')));
        if (set['ungestoette-afgoerelse'] === ventet) break;
      }
      expect(set['ungestoette-afgoerelse']).toBe(ventet);
    } finally {
      await reaktorer.stop();
    }
    const rettelse = { dato: dag('03-12'), begrundelse: 'Plejefamiliens kalender.' };
    await rejse.gem(`${a}/ivaerksaettelse/rettelse`, rettelse);
    expect(await rejse.frister(f.sagId, kl12(dag('03-16')))).toMatchObject({
      'opfoelgning-foerste-anbringelse': `${dag('06-12')} kommende`,
      'tilsynsbesoeg-foerste': `${dag('09-12')} kommende`,
      'ungestoette-afgoerelse': `${dag('09-01', 3)} kommende`,
    });
    expect(await hent(a)).toMatchObject({ ivaerksatDato: dag('03-12'), myndigDato: dag('03-01', 4) });
  });

  test('med samtykke: sat i værk, fulgt, besøgt, flyttet, og hjemgivet, da samtykket blev trukket tilbage', async () => {
    const f = await rejse.familie(`${String(aar - 9)}-01-10`, dag('01-15'));
    const { a, planId, bfuId } = await anbragt(f);
    // Three months and six months from 15 March.
    expect(await rejse.frister(f.sagId, kl12(dag('03-16')))).toMatchObject({
      'opfoelgning-foerste-anbringelse': `${dag('06-15')} kommende`,
      'tilsynsbesoeg-foerste': `${dag('09-15')} kommende`,
    });
    expect(await rejse.skridt(f.sagId)).toEqual(
      expect.arrayContaining([
        ...['skal anbringelse-opfoelgning', 'skal anbringelse-tilsyn', 'maa-ikke hjemgivelse'],
        ...['skal foraeldrestoetteperson', 'skal foraeldrehandleplan', 'skal plan-udlevering'],
        ...(regime === 'SEL' ? [] : ['skal soeskende-vurdering']),
      ]),
    );

    expect(await hent(`/sager/${f.sagId}/resume`)).toMatchObject({
      indsatser: [{ navn: 'Anbringelse (med samtykke)', formaal: 'Ro.', ivaerksat: dag('03-15') }],
    });

    const stoette = { personId: f.farId, dato: dag('03-16'), svar: 'oensker' };
    expect((await rejse.nej(`${a}/stoettepersoner`, { ...stoette, personId: f.barnId })).slice(0, 3)).toEqual([
      ...[422, 'ikke-foraelder', regime === 'SEL' ? 'SEL § 54' : 'BL § 75'],
    ]);
    await rejse.gem(`${a}/stoettepersoner`, stoette);
    await rejse.gem(`${a}/foraeldrehandleplaner`, {
      ...{ personId: f.morId, dato: dag('03-17'), maal: 'Fast døgnrytme.', stoette: 'Samtaler.' },
    });
    await rejse.gem(`${a}/planudleveringer`, { planId, dato: dag('03-16'), dele: 'Målene for skolen.' });
    await rejse.gem(`${a}/soeskendevurderinger`, { dato: dag('03-20'), soeskende: [], vurdering: 'Har ingen.' });

    const besoeg = { dato: dag('06-10'), samtale: false, udenPersonale: false, bekymrende: true, vurdering: 'Uro.' };
    expect(await rejse.nej(`${a}/tilsyn`, besoeg)).toEqual([
      ...[422, 'tilsyn-uden-samtale', H.tilsyn, ['samtale-med-barnet']],
    ]);
    const { tilsynId = '' } = await rejse.gem(`${a}/tilsyn`, { ...besoeg, samtale: true, udenPersonale: true });
    expect(await rejse.skridt(f.sagId)).toContain('skal tilsyn-socialtilsyn-underretning');
    await rejse.gem(`${a}/socialtilsynsunderretninger`, { tilsynId, dato: dag('06-11'), forhold: 'For få voksne.' });
    expect(await rejse.skridt(f.sagId)).not.toContain('skal tilsyn-socialtilsyn-underretning');
    // The second visit within twelve months of the start.
    expect((await rejse.frister(f.sagId, kl12(dag('06-12'))))['tilsynsbesoeg-naeste']).toBe(
      `${dag('03-15', 1)} kommende`,
    );
    // Overdue the day after the last one, 15 March of the next year; the leaders' list has it from then.
    const udenBesoeg = async (pr: string) => {
      const svar = await rejse.get(`/ledelsestilsyn/lister?liste=uden-tilsynsbesoeg&pr=${pr}`, 'tl01');
      const liste = svar.body as { kanSes: boolean; poster: { sagId: string }[] };
      return { kanSes: liste.kanSes, poster: liste.poster.filter(({ sagId }) => sagId === f.sagId) };
    };
    expect(await udenBesoeg(dag('03-15', 1))).toEqual({ kanSes: true, poster: [] });
    expect(await udenBesoeg(dag('03-16', 1))).toMatchObject({
      kanSes: true,
      poster: [{ siden: dag('03-15', 1), dage: 1 }],
    });

    await rejse.gem(`${a}/opfoelgninger`, {
      ...{ dato: dag('06-01'), udfald: 'uaendret', naesteDato: dag('11-01'), rytmebegrundelse: 'Nyt sted.' },
      ...{ vurdering: 'Trives.', barnetsHoldning: 'Glad.' },
    });
    // At most six months under serviceloven, the date that was decided under barnets lov.
    expect(await rejse.frister(f.sagId, kl12(dag('06-02')))).toMatchObject({
      'opfoelgning-foerste-anbringelse': `${dag('06-15')} opfyldt`,
      'opfoelgning-loebende': `${regime === 'SEL' ? dag('12-01') : dag('11-01')} kommende`,
    });

    const flytning = {
      ...{ afgoerelseDato: dag('06-20'), dato: dag('06-25'), stedtype: 'opholdssted', sted: 'Opholdsstedet Prøven' },
      ...{ stedGodkendt: dag('01-10'), begrundelse: 'Opsagt.', barnetsHoldning: 'Vil gerne.', hoeringsundtagelse },
    };
    expect((await rejse.nej(`${a}/stedskift`, flytning))[3]).toEqual(['samtykke-mangler', 'boernesamtale']);
    await rejse.gem(`${a}/stedskift`, {
      ...{ ...flytning, samtykker: [samtykke(f.morId, dag('06-18'))], boernesamtale: { dato: dag('06-18') } },
    });
    expect(await hent(a)).toMatchObject({
      tilstand: 'ivaerksat',
      steder: [
        { fra: dag('03-15'), sted: 'Plejefamilien Prøvesen' },
        { fra: dag('06-25'), sted: 'Opholdsstedet Prøven' },
      ],
      plandeleUdleveret: null,
      tilsyn: [{ tilsynId, bekymrende: true }],
      opfoelgninger: [{ dato: dag('06-01') }],
      stoettepersoner: [{ personId: f.farId, svar: 'oensker' }],
      foraeldrehandleplaner: [{ personId: f.morId, maal: 'Fast døgnrytme.' }],
    });

    await rejse.gem(`${a}/samtykketilbagekaldelser`, { personId: f.morId, dato: dag('07-20') });
    expect(await rejse.skridt(f.sagId)).toEqual(
      expect.arrayContaining(['skal anbringelse-uden-samtykke', 'skal hjemgivelse-afgoerelse', 'maa-ikke hjemgivelse']),
    );
    const hjemme = { dato: dag('07-21'), begrundelse: 'Hjem.' };
    expect(await rejse.nej(`${a}/hjemgivelse`, hjemme)).toEqual([
      ...[422, 'hjemgivelse-ikke-afgjort', H.hjem, ['hjemgivelse-afgoerelse']],
    ]);
    const fremmed = { personId: f.farId, dato: dag('07-22') };
    expect((await rejse.nej(`${a}/hjemgivelsesanmodninger`, fremmed)).slice(0, 3)).toEqual([
      ...[422, 'ikke-berettiget', H.hjem],
    ]);
    await rejse.gem(`${a}/hjemgivelsesanmodninger`, { personId: f.morId, dato: dag('07-22') });

    const afgoerelse = {
      ...{ afgoerelseDato: dag('08-15'), udfald: 'hjemgives', periodeSlut: dag('11-15'), begrundelse: 'Kan igen.' },
      ...{ barnetsHoldning: 'Glæder sig.', hoeringsundtagelse },
    };
    expect((await rejse.nej(`${a}/hjemgivelsesafgoerelse`, afgoerelse))[3]).toEqual(
      regime === 'SEL'
        ? ['boernesamtale']
        : ['boernesamtale', 'hjemgivelse-udtalelse', 'hjemgivelse-planrevision', 'hjemgivelse-viderestoette'],
    );
    await rejse.gem(`${a}/hjemgivelsesudtalelser`, { dato: dag('08-01'), udtalelse: 'Har brug for tid.' });
    const nyPlanId = await rejse.plan(f.sagId, plantype, bfuId, dag('08-10'));
    const fuld = {
      ...{ ...afgoerelse, planId: nyPlanId, boernesamtale: { dato: dag('08-05') } },
      viderestoette: 'Familiebehandling ugentligt.',
    };
    const { periodeSlut: _slut, ...udenPeriode } = fuld;
    expect((await rejse.nej(`${a}/hjemgivelsesafgoerelse`, { ...udenPeriode, udfald: 'afslag' })).slice(1)).toEqual([
      ...['uden-grundlag', H.tvang, ['udvalgsafgoerelse']],
    ]);
    // Six months from 15 August is 15 February.
    const forLang = { ...fuld, periodeSlut: dag('02-16', 1) };
    expect((await rejse.nej(`${a}/hjemgivelsesafgoerelse`, forLang)).slice(0, 3)).toEqual([
      ...[422, 'periode-for-lang', H.periode],
    ]);
    const { afgoerelseId = '' } = await rejse.gem(`${a}/hjemgivelsesafgoerelse`, fuld);
    expect(await hent(`/afgoerelser/${afgoerelseId}`)).toMatchObject({
      afgoerelseKode: 'hjemgivelse',
      fase: 'truffet',
      opsaettendeVirkning: true,
    });
    // A complaint of it keeps the child where it is (retssikkerhedsloven § 72).
    const { klageId = '' } = await rejse.gem(`/afgoerelser/${afgoerelseId}/klager`, {
      ...{ klagerId: f.morId, modtaget: dag('08-16'), indhold: 'For tidligt.' },
    });
    expect(await rejse.skridt(f.sagId)).toContain('maa-ikke opsaettende-virkning');
    await rejse.gem(`/klager/${klageId}/tilbagetraekning`, { dato: dag('08-17') });
    expect((await rejse.frister(f.sagId, kl12(dag('08-16'))))['hjemgivelsesperiode-slut']).toBe(
      `${dag('11-15')} kommende`,
    );
    expect(await rejse.skridt(f.sagId)).toEqual(
      expect.arrayContaining(['skal hjemgivelse', 'skal afgoerelse-meddelelse']),
    );
    expect((await rejse.nej(`${a}/hjemgivelse`, { ...hjemme, dato: dag('11-16') })).slice(0, 3)).toEqual([
      ...[422, 'efter-perioden', H.hjem],
    ]);
    await rejse.gem(`${a}/hjemgivelse`, { ...hjemme, dato: dag('11-15') });
    expect(await hent(a)).toMatchObject({ tilstand: 'hjemgivet', ophoer: { aarsag: 'hjemgivet' } });
    expect((await hent(`/sager/${f.sagId}/anbringelser`))['poster']).toMatchObject([
      { tilstand: 'hjemgivet', grundlag: 'samtykke', stedtype: 'opholdssted', ophoertDato: dag('11-15') },
    ]);
    expect((await rejse.frister(f.sagId))['tilsynsbesoeg-naeste']).toBe(`${dag('03-15', 1)} bortfaldet`);
    const journal = (await hent(`/boern/${f.barnId}/journal?graense=200`))['poster'] as readonly Svar[];
    expect(journal.map((linje) => linje['overskrift'])).toEqual(
      expect.arrayContaining([
        ...['Anbringelse besluttet med samtykke', 'Anbringelse iværksat', 'Tilsynsbesøg på anbringelsesstedet'],
        ...['Samtykket til anbringelsen er trukket tilbage', 'Hjemgivelse besluttet', 'Anbringelse ophørt'],
      ]),
    );
  });

  test('uden samtykke: efter udvalgets afgørelse, permanent, og udvalget orienteres om hjemgivelsen', async () => {
    const f = await rejse.familie(`${String(aar - 6)}-01-10`, dag('01-15'));
    const bfuId = await rejse.undersoegelse(f.sagId, dag('01-20'), dag('02-10'));
    const planId = await rejse.plan(f.sagId, plantype, bfuId, dag('02-20'));
    const afgoer = async (
      afgoerelseKode: string,
      dato: string,
      mere: object,
      indstilt: object = {},
    ): Promise<string> => {
      const { buuSagId = '' } = await rejse.gem(`/sager/${f.sagId}/buu-sager`, {
        ...{ afgoerelseKode, dato: dag('03-01'), begrundelse: 'Skade.' },
      });
      const sti = `/buu-sager/${buuSagId}`;
      await rejse.gem(`${sti}/indstilling`, {
        ...{ dato: dag('03-02'), indstilling: 'Anbringes.', formaal: 'Ro.', varighedMaaneder: 24, bfuId, planId },
        ...{ boernesamtaleDato: dag('02-10'), barnetsHoldning: 'Imod.', foraeldrenesHoldning: 'Imod.' },
        ...indstilt,
      });
      await rejse.gem(`${sti}/vejledninger`, { personId: f.morId, dato: dato, maade: 'brev' });
      await rejse.gem(`${sti}/udtalelser`, { personId: f.morId, dato, udfald: 'udtalt', udtalelse: 'Nej.' }, 'bs01');
      await rejse.gem(`${sti}/moede`, { moede: `${dato}T09:00:00+01:00` }, 'bs01');
      const { afgoerelseId = '' } = await rejse.gem(
        `${sti}/afgoerelse`,
        {
          ...{ vedtaget: true, foelgerIndstilling: true, stemmerFor: 5, stemmerImod: 0, begrundelse: 'Skade.' },
          ...{ dato, formaal: 'Ro.', ...mere },
        },
        'bs01',
      );
      return afgoerelseId;
    };
    const afgoerelseId = await afgoer('anbringelse-uden-samtykke', dag('03-08'), {
      genbehandling: { genbehandling: '1aar', anbragtInden1Aar: false },
    });
    const krop = {
      ...{ grundlag: 'tvang', afgoerelseDato: dag('03-08'), stedtype: 'plejefamilie-almen', sted: 'Prøvesen' },
      ...{ stedGodkendt: dag('01-10'), forventetStart: dag('03-10'), varighedMaaneder: 24, prisOere: 250_000 },
      ...{ prisEnhed: 'doegn', omsorgssvigt: false, bfuId, planId, formaal: 'Ro.', begrundelse: 'Skade.' },
      barnetsHoldning: 'Imod.',
    };
    const sti = `/sager/${f.sagId}/anbringelser`;
    const udvalg = { afgoerelseId, dato: dag('03-08') };
    expect((await rejse.nej(sti, krop)).slice(0, 2)).toEqual([422, 'udvalgsafgoerelse-mangler']);
    expect((await rejse.nej(sti, { ...krop, udvalg: { ...udvalg, dato: dag('03-07') } })).slice(0, 2)).toEqual([
      ...[422, 'udvalgsafgoerelse-passer-ikke'],
    ]);
    expect((await rejse.nej(sti, { ...krop, udvalg: { ...udvalg, reference: '12' } })).slice(0, 2)).toEqual([
      ...[400, 'udvalg-uklart'],
    ]);
    const { planId: _plan, ...udenPlan } = { ...krop, udvalg };
    expect((await rejse.nej(sti, udenPlan))[3]).toEqual(['plan-foer-tvang']);
    const reference = { reference: '12/2024', dato: dag('03-08') };
    expect((await rejse.nej(sti, { ...krop, udvalg: reference })).slice(0, 2)).toEqual([
      ...[422, 'reference-uden-overtagelse'],
    ]);
    expect((await rejse.nej(sti, { ...krop, grundlag: 'ungestoette' })).slice(0, 2)).toEqual([422, 'ikke-18-22']);
    const { anbringelseId = '' } = await rejse.gem(sti, { ...krop, udvalg });
    const a = `/anbringelser/${anbringelseId}`;
    await rejse.gem(`${a}/ivaerksaettelse`, { dato: dag('03-10') });

    const tidligt = { undtagelser: ['tre-aar'], undtagelsesbegrundelse: 'Tidligere permanent anbragt.' };
    // Both are made anew since the child was placed (SEL § 68 a, BL § 67).
    const nyBfuId = await rejse.undersoegelse(f.sagId, dag('09-01'), dag('09-20'), 'viderefoeres');
    const revideret = { bfuId: nyBfuId, planId: await rejse.plan(f.sagId, plantype, nyBfuId, dag('09-22')) };
    const permanentId = await afgoer(
      'permanent-anbringelse',
      dag('10-01'),
      {},
      {
        psykologiskVurderingDato: dag('02-25'),
        anbragtFra: dag('03-10'),
        dato: dag('09-25'),
        ...tidligt,
        ...revideret,
      },
    );
    const permanent = {
      ...{ udvalg: { afgoerelseId: permanentId, dato: dag('10-01') }, ...revideret },
      ...{ psykologiskVurderingDato: dag('02-25'), tilknytning: 'Stærk.', barnetsHoldning: 'Vil blive.' },
    };
    expect((await rejse.nej(`${a}/permanent`, permanent)).slice(1)).toEqual([
      ...['permanent-kan-ikke-besluttes', regime === 'SEL' ? 'SEL § 68 a' : 'BL § 67', ['tre-aar']],
    ]);
    const oprindelig = (await rejse.nej(`${a}/permanent`, { ...permanent, bfuId, planId }))[3];
    expect(oprindelig).toEqual(expect.arrayContaining(['revideret-bfu', 'revideret-plan']));
    const saerregel = { grund: 'bl-68-stk-2', begrundelse: 'Tidligere permanent anbragt.' };
    if (regime === 'SEL') {
      expect((await rejse.nej(`${a}/permanent`, { ...permanent, saerregel }))[3]).toEqual(['saerregel']);
    } else {
      await rejse.gem(`${a}/permanent`, { ...permanent, saerregel });
      expect(await hent(a)).toMatchObject({ tilstand: 'permanent', permanent: dag('10-01') });
      // It is not treated again, and nor is what it rested on before (BL §§ 50 and 67).
      const frister = await rejse.frister(f.sagId, kl12(dag('10-02')));
      expect(frister['anbringelse-genbehandling-1aar']).toBe(`${dag('03-08', 1)} bortfaldet`);
    }
    // A child that is placed is not placed once more, and moves only by a decision about the move.
    expect((await rejse.nej(sti, { ...krop, udvalg })).slice(0, 2)).toEqual([409, 'barnet-er-anbragt']);
    const flytning = {
      ...{ afgoerelseDato: dag('10-05'), dato: dag('10-06'), stedtype: 'opholdssted', sted: 'Prøven', udvalg },
      ...{ stedGodkendt: dag('01-10'), begrundelse: 'Opsagt.', barnetsHoldning: 'Imod.' },
      boernesamtale: { dato: dag('10-02') },
    };
    expect((await rejse.nej(`${a}/stedskift`, flytning)).slice(0, 2)).toEqual([422, 'udvalgsafgoerelse-passer-ikke']);

    await rejse.gem(`${a}/hjemgivelsesudtalelser`, { dato: dag('11-01'), udtalelse: 'Kan godt.' });
    const nyPlanId = await rejse.plan(f.sagId, plantype, bfuId, dag('11-05'));
    await rejse.gem(`${a}/hjemgivelsesafgoerelse`, {
      ...{ afgoerelseDato: dag('11-10'), udfald: 'hjemgives', udenPeriode: 'Er hjemme.', planId: nyPlanId },
      ...{ viderestoette: 'Støtte.', begrundelse: 'Kan igen.', barnetsHoldning: 'Ja.', hoeringsundtagelse },
      boernesamtale: { dato: dag('11-02') },
    });
    await rejse.gem(`${a}/hjemgivelse`, { dato: dag('11-10'), begrundelse: 'Hjem.' });
    expect(await rejse.skridt(f.sagId)).toContain('skal hjemgivelse-orientering-buu');
    await rejse.gem(`${a}/udvalgsorientering`, { dato: dag('11-11') });
    expect(await rejse.skridt(f.sagId)).not.toContain('skal hjemgivelse-orientering-buu');
  });
});
