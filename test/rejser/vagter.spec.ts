import { type Familie, GRUNDE, Rejse } from './familie.js';
import { proevRaekke, type Raekke } from './vagt.js';

/**
 * Guards that look beyond one stream – the plan, the investigation, the talk – through HTTP under both acts: what the law
 * says no to gets 422 with its paragraph, and the lawful counterpart becomes the event, seen in the child's journal.
 */
const LOVE = [
  { lov: 'SEL', aar: '2022', foedt: '2010-01-10', plantype: 'handleplan' },
  { lov: 'BL', aar: '2025', foedt: '2014-01-10', plantype: 'barnets-plan' },
] as const;

let rejse: Rejse;
beforeAll(async () => {
  rejse = await Rejse.start('2026-12-30T10:00:00+01:00', {
    ...{
      sb01: ['sagsbehandler'],
      tl01: ['teamleder'],
      bs01: ['buu-sekretaer'],
      mo01: ['modtagelse'],
      fm01: ['formand'],
    },
  });
});
afterAll(() => rejse.stop());

describe.each(LOVE)('Vagter gennem HTTP ($lov)', ({ lov, aar, foedt, plantype }) => {
  const dag = (maanedDag: string): string => `${aar}-${maanedDag}`;
  const P = {
    SEL: {
      ...{ udvalgsplan: 'SEL §§ 59 og 140', tvangsplan: 'SEL §§ 58 og 140', bfu: 'SEL § 52, stk. 2' },
      ...{ udenSamtykke: 'SEL § 51', samtale: 'SEL § 48', opfoelgning: 'SEL § 70', plan: 'SEL § 140' },
      ...{ formand: 'SEL § 75', ungesSamtykke: 'SEL § 52, stk. 2' },
    },
    BL: {
      udvalgsplan: 'BL § 91, stk. 2; § 51, stk. 1, nr. 3',
      tvangsplan: 'BL § 91, stk. 2; § 51, stk. 1, nr. 3',
      ...{ bfu: 'BL § 46, stk. 3', udenSamtykke: 'BL § 23', samtale: 'BL § 5, stk. 3-4' },
      ...{ opfoelgning: 'BL § 95', plan: 'BL § 91', formand: 'BL § 143', ungesSamtykke: 'BL § 32, stk. 2' },
    },
  }[lov];

  const proev = ({ barnId }: Familie, raekke: Raekke) => proevRaekke(rejse, barnId, raekke);

  const indstilling = (dato: string, mere: object) => ({
    ...{ dato, boernesamtaleDato: dato, indstilling: 'Anbringes.', formaal: 'Ro.', varighedMaaneder: 24 },
    ...{ barnetsHoldning: 'Imod.', foraeldrenesHoldning: 'Imod.' },
    ...mere,
  });
  async function rejsBuuSag({ sagId }: Familie, afgoerelseKode: string, dato: string): Promise<string> {
    const krop = { afgoerelseKode, dato, begrundelse: 'Skade.' };
    const { buuSagId = '' } = await rejse.gem(`/sager/${sagId}/buu-sager`, krop);
    return `/buu-sager/${buuSagId}`;
  }
  const familie = () => rejse.familie(foedt, dag('01-15'));
  async function beslutBfu(sagId: string): Promise<string> {
    const { bfuId = '' } = await rejse.gem(`/sager/${sagId}/undersoegelser`, {
      ...{ opmaerksomDato: dag('02-01'), afgoerelseDato: dag('02-02'), begrundelse: 'Behov.', grunde: GRUNDE },
    });
    return bfuId;
  }

  test('planen foreligger før tvang, i indstillingen og i anbringelsen, og undersøgelsen er afsluttet', async () => {
    const f = await familie();
    const bfuId = await rejse.undersoegelse(f.sagId, dag('01-20'), dag('02-01'));
    const planId = await rejse.plan(f.sagId, plantype, bfuId, dag('02-10'));
    const sti = await rejsBuuSag(f, 'anbringelse-uden-samtykke', dag('02-05'));
    await proev(f, {
      sti: `${sti}/indstilling`,
      ulovlig: indstilling(dag('02-12'), { bfuId }),
      nej: [422, 'indstilling-mangelfuld', P.udvalgsplan, ['barnets-plan-tvang']],
      lovlig: indstilling(dag('02-12'), { bfuId, planId }),
      haendelse: 'sagsstyring.BuuIndstillingAfgivet',
    });
    // The plan was approved on 10 February: on the 9th there was none.
    expect(await rejse.nej(`${sti}/indstilling`, indstilling(dag('02-09'), { bfuId, planId }))).toEqual([
      ...[422, 'indstilling-mangelfuld', P.udvalgsplan, ['barnets-plan-tvang']],
    ]);
    for (const personId of [f.morId, f.barnId]) {
      await rejse.gem(`${sti}/vejledninger`, { personId, dato: dag('02-12'), maade: 'brev' });
      const udtalelse = { personId, dato: dag('02-20'), udfald: 'udtalt', udtalelse: 'Nej.' };
      await rejse.gem(`${sti}/udtalelser`, udtalelse, 'bs01');
    }
    await rejse.gem(`${sti}/moede`, { moede: `${dag('02-20')}T09:00:00+01:00` }, 'bs01');
    const vedtaget = {
      ...{ dato: dag('02-20'), vedtaget: true, foelgerIndstilling: true, stemmerFor: 5, stemmerImod: 0 },
      ...{ formaal: 'Ro.', begrundelse: 'Skade.' },
    };
    const { afgoerelseId } = await proev(f, {
      sti: `${sti}/afgoerelse`,
      ulovlig: vedtaget,
      nej: [
        ...([422, 'genbehandling-mangler', lov === 'SEL' ? 'SEL § 62, stk. 1 og 3' : 'BL § 50'] as const),
        ['genbehandling'],
      ],
      lovlig: { ...vedtaget, genbehandling: { genbehandling: '1aar', anbragtInden1Aar: false } },
      haendelse: 'sagsstyring.BuuAfgjort',
      bruger: 'bs01',
    });

    const uafsluttet = await beslutBfu(f.sagId);
    const anbringelse = {
      ...{ grundlag: 'tvang', afgoerelseDato: dag('02-20'), stedtype: 'plejefamilie-almen', sted: 'Prøvesen' },
      ...{ stedGodkendt: dag('01-10'), forventetStart: dag('03-01'), varighedMaaneder: 24, prisOere: 250_000 },
      ...{ prisEnhed: 'doegn', omsorgssvigt: false, formaal: 'Ro.', begrundelse: 'Skade.', barnetsHoldning: 'Imod.' },
      ...{ udvalg: { afgoerelseId, dato: dag('02-20') }, boernesamtale: { dato: dag('02-12') } },
    };
    expect(await rejse.nej(`/sager/${f.sagId}/anbringelser`, { ...anbringelse, planId, bfuId: uafsluttet })).toEqual([
      ...[422, 'anbringelse-kan-ikke-besluttes', P.bfu, ['bfu-afsluttet']],
    ]);
    const { anbringelseId = '' } = await proev(f, {
      sti: `/sager/${f.sagId}/anbringelser`,
      ulovlig: { ...anbringelse, bfuId },
      nej: [422, 'anbringelse-kan-ikke-besluttes', P.tvangsplan, ['plan-foer-tvang']],
      lovlig: { ...anbringelse, bfuId, planId },
      haendelse: 'oekonomi.AnbringelseBesluttet',
    });

    const opfoelgning = {
      ...{ dato: dag('04-01'), udfald: 'uaendret', naesteDato: dag('08-01'), rytmebegrundelse: 'Nyt sted.' },
      ...{ vurdering: 'Trives.', barnetsHoldning: 'Glad.' },
    };
    const a = `/anbringelser/${anbringelseId}`;
    await proev(f, {
      sti: `${a}/opfoelgninger`,
      ulovlig: opfoelgning,
      nej: [409, 'anbringelse-ikke-i-gang', P.opfoelgning],
      haendelse: 'ics.OpfoelgningAfholdt',
    });
    await rejse.gem(`${a}/ivaerksaettelse`, { dato: dag('03-01') });
    await rejse.gem(`${a}/opfoelgninger`, opfoelgning);
  });

  test('udvalget får den besluttede undersøgelse, som ikke kan gennemføres med samtykke', async () => {
    const f = await familie();
    const bfuId = await beslutBfu(f.sagId);
    const sti = await rejsBuuSag(f, 'undersoegelse-uden-samtykke', dag('02-10'));
    await proev(f, {
      sti: `${sti}/indstilling`,
      ulovlig: indstilling(dag('02-12'), {}),
      nej: [422, 'indstilling-mangelfuld', P.udenSamtykke, ['buu-bfu']],
      lovlig: indstilling(dag('02-12'), { bfuId }),
      haendelse: 'sagsstyring.BuuIndstillingAfgivet',
    });
    await proev(f, {
      sti: `/undersoegelser/${bfuId}/uden-samtykke`,
      ulovlig: { buuSagId: sti.split('/').at(-1), form: 'ambulant', begrundelse: 'Åbenbar risiko.' },
      nej: [422, 'udvalgets-afgoerelse-mangler', P.udenSamtykke, ['udvalgets-afgoerelse']],
      haendelse: 'ics.UndersoegelseUdenSamtykkeBesluttet',
    });
  });

  const samtykke = (personId: string) => ({
    ...{ personId, svar: 'givet', dato: dag('03-06'), form: 'skriftlig', informeret: true, omfatterFormaal: true },
  });

  /** A visitation with one proposal, approved and with consent; only the decision is left. */
  async function visiteret({ sagId, morId }: Familie, forslag: object, bfuId?: string): Promise<string> {
    const { visitationId = '' } = await rejse.gem(`/sager/${sagId}/visitationer`, {
      ...{ dato: dag('03-01'), formaal: 'Ro.' },
      ...(bfuId === undefined ? {} : { bfuId }),
    });
    const v = `/visitationer/${visitationId}`;
    await rejse.gem(`${v}/indsatser`, {
      ...{ dato: dag('03-02'), maalgruppe: 'barn', prisOere: 100_000, prisEnhed: 'maaned', antal: 1 },
      ...{ antalPr: 'maaned', forventetStart: dag('03-15'), maaneder: 12, begrundelse: 'Behov.' },
      ...forslag,
    });
    await rejse.gem(`${v}/til-godkendelse`, { dato: dag('03-03') });
    await rejse.gem(`${v}/godkendelse`, { dato: dag('03-04'), forum: 'leder' }, 'tl01');
    await rejse.gem(`${v}/samtykker`, samtykke(morId));
    return v;
  }
  const bevilling = {
    ...{ afgoerelseDato: dag('03-10'), varighedMaaneder: 12, formaal: 'Ro.', begrundelse: 'Behov.' },
    barnetsHoldning: 'Vil gerne.',
  };

  test('en anbringelse med samtykke hviler på en afsluttet undersøgelse af barnet', async () => {
    const f = await familie();
    const aaben = await beslutBfu(f.sagId);
    const anbringelse = {
      ...{ indsatskode: 'anbringelse', stedtype: 'plejefamilie-almen', sted: 'Prøvesen', prisEnhed: 'doegn' },
      antalPr: 'doegn',
    };
    const v = await visiteret(f, anbringelse, aaben);
    const sidste = {
      ...{ ...bevilling, planUndtagelse: 'Kan ikke vente.', boernesamtale: { dato: dag('03-05') } },
      anbringelse: { stedGodkendt: dag('01-10'), omsorgssvigt: false },
    };
    await proev(f, {
      sti: `${v}/afgoerelse`,
      ulovlig: sidste,
      nej: [422, 'visitation-kan-ikke-afgoeres', P.bfu, ['bfu-afsluttet']],
      // Only under special circumstances beside the investigation, and then with the reason (SEL § 52, stk. 2; BL § 46, stk. 3).
      lovlig: { ...sidste, anbringelse: { ...sidste.anbringelse, udenUndersoegelse: 'Mor er indlagt.' } },
      haendelse: 'oekonomi.AnbringelseBesluttet',
    });
  });

  test('en ung på 15 samtykker selv, og det kan ingen undtage fra', async () => {
    const f = await rejse.familie(`${String(Number(aar) - 16)}-01-10`, dag('01-15'));
    const v = await visiteret(f, { indsatskode: 'kontaktperson' });
    const undtag = { grund: 'uden-samtykke', dato: dag('03-06'), begrundelse: 'Barnets behov.' };
    await proev(f, {
      sti: `${v}/samtykkeundtagelser`,
      ulovlig: { ...undtag, personId: f.barnId },
      nej: [422, 'unges-samtykke-kan-ikke-undtages', P.ungesSamtykke],
      lovlig: { ...undtag, personId: f.morId },
      haendelse: 'sagsstyring.SamtykkeUndtaget',
    });
  });

  test('en undersøgelse, en plan og en høring hører til barnets egen sag og gælder endnu', async () => {
    const f = await familie();
    const anden = await familie();
    const andenBfu = await rejse.undersoegelse(anden.sagId, dag('01-20'), dag('02-01'));
    const bfuId = await rejse.undersoegelse(f.sagId, dag('01-20'), dag('02-01'));
    await proev(f, {
      sti: `/sager/${f.sagId}/visitationer`,
      ulovlig: { dato: dag('03-01'), formaal: 'Ro.', bfuId: andenBfu },
      nej: [422, 'undersoegelse-i-anden-sag'],
      lovlig: { dato: dag('03-01'), formaal: 'Ro.', bfuId },
      haendelse: 'oekonomi.VisitationPaabegyndt',
    });
    const gammel = await rejse.plan(f.sagId, plantype, bfuId, dag('02-10'));
    const planId = await rejse.plan(f.sagId, plantype, bfuId, dag('02-20'));
    const indsats = {
      ...{ indsatskode: 'kontaktperson', maalgruppe: 'barn', afgoerelseDato: dag('03-10'), prisOere: 42_500 },
      ...{ forventetStart: dag('03-12'), forventetVarighedMaaneder: 12, prisEnhed: 'time', formaal: 'Ro.' },
      ...{ begrundelse: 'Behov.', barnetsHoldning: 'Vil gerne.', overtaget: 'Fra nabokommunen.' },
      ...{ samtykker: [samtykke(f.morId)], boernesamtale: { dato: dag('03-05') } },
    };
    const sti = `/sager/${f.sagId}/indsatser`;
    expect((await rejse.nej(sti, { ...indsats, planId, bfuId: andenBfu })).slice(0, 2)).toEqual([
      ...[422, 'undersoegelse-i-anden-sag'],
    ]);
    expect((await rejse.nej(sti, { ...indsats, planId: await fremmedPlan(anden, andenBfu) })).slice(0, 2)).toEqual([
      ...[422, 'andet-barn'],
    ]);
    const { indsatsId = '' } = await proev(f, {
      sti,
      ulovlig: { ...indsats, planId: gammel },
      nej: [422, 'plan-gaelder-ikke', P.plan],
      lovlig: { ...indsats, planId },
      haendelse: 'oekonomi.IndsatsBevilget',
    });
    const opfoelgning = {
      ...{ dato: dag('05-01'), udfald: 'uaendret', naesteDato: dag('08-01'), rytmebegrundelse: 'Ny.' },
      ...{ vurdering: 'Virker.', barnetsHoldning: 'Glad.' },
    };
    await proev(f, {
      sti: `/indsatser/${indsatsId}/opfoelgninger`,
      ulovlig: opfoelgning,
      nej: [409, 'indsats-ikke-i-gang', P.opfoelgning],
      haendelse: 'ics.OpfoelgningAfholdt',
    });

    const hoering = { afgoerelseKode: 'samvaer', dato: dag('03-01'), oplysninger: 'Udtalelse.' };
    const { partshoeringId } = await rejse.gem(`/sager/${anden.sagId}/partshoeringer`, hoering);
    const samvaer = {
      ...{ afgoerelseKode: 'samvaer', dato: dag('03-18'), begrundelse: 'Ro.', boernesamtale: { dato: dag('03-10') } },
      undtagelse: { grund: 'ubetaenkelig', begrundelse: 'De har selv bedt om det.' },
    };
    const { afgoerelseId: fremmed } = await rejse.gem(`/sager/${anden.sagId}/afgoerelser`, samvaer);
    expect(
      (await rejse.nej(`/sager/${f.sagId}/afgoerelser`, { ...samvaer, erstatterId: fremmed })).slice(0, 2),
    ).toEqual([422, 'afgoerelse-i-anden-sag']);
    await proev(f, {
      sti: `/sager/${f.sagId}/afgoerelser`,
      ulovlig: { ...samvaer, partshoeringIder: [partshoeringId] },
      nej: [422, 'partshoering-i-anden-sag'],
      lovlig: samvaer,
      haendelse: 'sagsstyring.AfgoerelseTruffet',
    });
  });
  const fremmedPlan = ({ sagId }: Familie, bfuId: string) => rejse.plan(sagId, plantype, bfuId, dag('02-10'));

  test('et afslag er også en afgørelse om barnet: der tales med det først, i visitationen og uden for den', async () => {
    const f = await familie();
    const v = await visiteret(f, { indsatskode: 'kontaktperson' });
    const undtagelse = { grund: 'ubetaenkelig', begrundelse: 'De har selv bedt om det.' };
    const nej = { ...bevilling, bevilgede: [], hoeringsundtagelse: undtagelse };
    const svar = await proev(f, {
      sti: `${v}/afgoerelse`,
      ulovlig: nej,
      nej: [422, 'visitation-kan-ikke-afgoeres', P.samtale, ['boernesamtale']],
      lovlig: { ...nej, boernesamtale: { dato: dag('03-05') } },
      haendelse: 'oekonomi.VisitationAfgjort',
    });
    const [afslaaet] = svar['afgoerelseIder'] as unknown as readonly string[];
    expect((await rejse.get(`/afgoerelser/${afslaaet ?? ''}`)).body).toMatchObject({ afslag: true, tilUgunst: true });

    const { ansoegningId = '' } = await rejse.gem(`/sager/${f.sagId}/ansoegninger`, {
      ...{ ansoegerId: f.morId, modtaget: dag('04-01'), svarSenest: dag('05-27'), oensker: 'Aflastning.' },
    });
    if (lov === 'BL')
      await rejse.gem(`/ansoegninger/${ansoegningId}/screening`, {
        ...{ dato: dag('04-02'), spor: 'ingen-afdaekning', begrundelse: 'Intet behov.' },
      });
    const afslag = {
      ...{ afgoerelseKode: 'stoettende-indsats', dato: dag('04-10'), afslag: true, undtagelse },
      begrundelse: 'Intet behov.',
    };
    const { afgoerelseId } = await proev(f, {
      sti: `/sager/${f.sagId}/afgoerelser`,
      ulovlig: afslag,
      nej: [422, 'boernesamtale-mangler', P.samtale, ['boernesamtale']],
      lovlig: { ...afslag, boernesamtale: { dato: dag('04-08') } },
      haendelse: 'sagsstyring.AfgoerelseTruffet',
    });
    await proev(f, {
      sti: `/ansoegninger/${ansoegningId}/afgoerelse`,
      ulovlig: { dato: dag('04-10'), udfald: 'afslag' },
      nej: [422, 'afgoerelse-mangler', 'forvaltningsloven §§ 22-25', ['afgoerelse']],
      lovlig: { dato: dag('04-10'), udfald: 'afslag', afgoerelseId },
      haendelse: 'sagsstyring.AnsoegningAfgjort',
    });
  });

  test('en klage over et afslag imødekommes på den rute, hvor kravene efterprøves', async () => {
    const f = await familie();
    const afslag = {
      ...{ afgoerelseKode: 'stoettende-indsats', dato: dag('02-10'), afslag: true, begrundelse: 'Intet behov.' },
      ...{ undtagelse: { grund: 'ubetaenkelig', begrundelse: 'De har selv bedt om det.' } },
      boernesamtale: { dato: dag('02-08') },
    };
    const { afgoerelseId = '' } = await rejse.gem(`/sager/${f.sagId}/afgoerelser`, afslag);
    const klage = { klagerId: f.morId, modtaget: dag('02-20'), indhold: 'Uenig.' };
    const { klageId = '' } = await rejse.gem(`/afgoerelser/${afgoerelseId}/klager`, klage);
    const v = await visiteret(f, { indsatskode: 'kontaktperson' });
    const svar = await rejse.gem(`${v}/afgoerelse`, {
      ...{ ...bevilling, planUndtagelse: 'Kort og afgrænset.', boernesamtale: { dato: dag('03-05') } },
    });
    const [nyAfgoerelseId] = svar['afgoerelseIder'] as unknown as readonly string[];
    expect((await rejse.get(`/afgoerelser/${nyAfgoerelseId ?? ''}`)).body).toMatchObject({ afslag: false });
    const genvurdering = { dato: dag('03-11'), udfald: 'aendret-helt', begrundelse: 'Nye oplysninger.' };
    await proev(f, {
      sti: `/klager/${klageId}/genvurdering`,
      ulovlig: genvurdering,
      nej: [422, 'ny-afgoerelse-mangler', 'retssikkerhedsloven § 66', ['ny-afgoerelse']],
      lovlig: { ...genvurdering, nyAfgoerelseId },
      haendelse: 'sagsstyring.KlageGenvurderet',
    });
  });

  test('formandens afgørelse flyttes ikke til en dag, hvor ingen regel siger, hvornår den bortfalder', async () => {
    const f = await familie();
    const { formandsafgoerelseId = '' } = await rejse.gem(
      `/sager/${f.sagId}/formandsafgoerelser`,
      {
        ...{ afgoerelseKode: 'anbringelse-uden-samtykke', truffet: `${dag('04-01')}T10:00:00+02:00` },
        ...{ formaal: 'Sikkerhed.', begrundelse: 'Kan ikke vente.' },
      },
      'fm01',
    );
    const sti = `/formandsafgoerelser/${formandsafgoerelseId}/ivaerksaettelse`;
    await rejse.gem(sti, { ivaerksat: `${dag('04-01')}T11:00:00+02:00` });
    const begrundelse = 'Politiets rapport.';
    await proev(f, {
      sti: `${sti}/rettelse`,
      // Mistyped, and from before the acts that the rules are read in.
      ulovlig: { tidspunkt: '2002-04-01T10:30:00+02:00', begrundelse },
      nej: [422, 'regel-ikke-i-kraft', P.formand],
      lovlig: { tidspunkt: `${dag('04-01')}T10:30:00+02:00`, begrundelse },
      haendelse: 'sagsstyring.ForeloebigIvaerksaettelseRettet',
    });
  });

  test('hvad barnet sagde, skrives, når samtalen er holdt', async () => {
    const f = await familie();
    const { underretningId = '' } = await rejse.gem(
      '/underretninger',
      {
        ...{ barn: { barnId: f.barnId }, modtaget: `${dag('02-20')}T10:00:00+01:00`, form: 'telefonisk' },
        ...{ underretter: { anonym: true, kode: '8' }, aarsagKoder: ['UDSLAG3'], beskrivelse: 'Bekymring.' },
      },
      'mo01',
    );
    await proev(f, {
      sti: `/underretninger/${underretningId}/boernesamtale`,
      ulovlig: { dato: dag('02-21'), udfald: 'holdt' },
      nej: [422, 'referat-mangler', 'offentlighedsloven § 13'],
      lovlig: { dato: dag('02-21'), udfald: 'holdt', referat: 'Bange for far.' },
      haendelse: 'sagsstyring.BoernesamtaleIUnderretning',
      bruger: 'mo01',
    });
  });
});
