import { type Familie, GRUNDE, Rejse } from './familie.js';
import { proevRaekke, type Raekke } from './vagt.js';

/** What is decided about a child rests on what is known of that child: another's papers are refused, wherever they are named. */
const LOVE = [
  { lov: 'SEL', aar: '2022', foedt: '2010-01-10', plantype: 'handleplan' },
  { lov: 'BL', aar: '2025', foedt: '2014-01-10', plantype: 'barnets-plan' },
] as const;

let rejse: Rejse;
beforeAll(async () => {
  rejse = await Rejse.start('2026-12-30T10:00:00+01:00', {
    ...{ sb01: ['sagsbehandler'], tl01: ['teamleder'], mo01: ['modtagelse'], fm01: ['formand'] },
  });
});
afterAll(() => rejse.stop());

describe.each(LOVE)('Et andet barns oplysninger ($lov)', ({ aar, foedt, plantype }) => {
  const dag = (maanedDag: string): string => `${aar}-${maanedDag}`;
  const familie = () => rejse.familie(foedt, dag('01-15'));
  const proev = ({ barnId }: Familie, raekke: Raekke) => proevRaekke(rejse, barnId, raekke);
  async function underretning({ barnId }: Familie): Promise<string> {
    const { underretningId = '' } = await rejse.gem(
      '/underretninger',
      {
        ...{ barn: { barnId }, modtaget: `${dag('02-01')}T10:00:00+01:00`, form: 'telefonisk' },
        ...{ underretter: { anonym: true, kode: '8' }, aarsagKoder: ['UDSLAG3'], beskrivelse: 'Bekymring.' },
      },
      'mo01',
    );
    return underretningId;
  }

  test('en plan og en indstilling hviler på barnets egen undersøgelse og plan', async () => {
    const [f, anden] = [await familie(), await familie()];
    const bfuId = await rejse.undersoegelse(f.sagId, dag('01-20'), dag('02-01'));
    const andenBfu = await rejse.undersoegelse(anden.sagId, dag('01-20'), dag('02-01'));
    const andenPlan = await rejse.plan(anden.sagId, plantype, andenBfu, dag('02-10'));
    const plan = { plantype, oprettet: dag('02-10'), formaal: 'Ro.' };
    await proev(f, {
      sti: `/sager/${f.sagId}/planer`,
      ulovlig: { ...plan, bfuId: andenBfu },
      nej: [422, 'andet-barn'],
      lovlig: { ...plan, bfuId },
      haendelse: 'ics.PlanOprettet',
    });
    const planId = await rejse.plan(f.sagId, plantype, bfuId, dag('02-11'));
    const { buuSagId = '' } = await rejse.gem(`/sager/${f.sagId}/buu-sager`, {
      ...{ afgoerelseKode: 'anbringelse-uden-samtykke', dato: dag('02-05'), begrundelse: 'Skade.' },
    });
    const indstilling = {
      ...{ dato: dag('02-12'), boernesamtaleDato: dag('02-11'), indstilling: 'Anbringes.', formaal: 'Ro.' },
      ...{ varighedMaaneder: 24, barnetsHoldning: 'Imod.', foraeldrenesHoldning: 'Imod.', bfuId, planId },
    };
    const sti = `/buu-sager/${buuSagId}/indstilling`;
    expect((await rejse.nej(sti, { ...indstilling, bfuId: andenBfu })).slice(0, 2)).toEqual([422, 'andet-barn']);
    await proev(f, {
      sti,
      ulovlig: { ...indstilling, planId: andenPlan },
      nej: [422, 'andet-barn'],
      lovlig: indstilling,
      haendelse: 'sagsstyring.BuuIndstillingAfgivet',
    });
  });

  test('en undersøgelse og formandens afgørelse følger af en underretning om barnet selv', async () => {
    const [f, anden] = [await familie(), await familie()];
    const [egen, fremmed] = [await underretning(f), await underretning(anden)];
    const bfu = {
      ...{ opmaerksomDato: dag('02-01'), afgoerelseDato: dag('02-03'), begrundelse: 'Behov.', grunde: GRUNDE },
    };
    expect(
      (await rejse.nej(`/sager/${f.sagId}/undersoegelser`, { ...bfu, underretningId: fremmed })).slice(0, 2),
    ).toEqual([422, 'andet-barn']);
    const foreloebig = {
      ...{ afgoerelseKode: 'anbringelse-uden-samtykke', truffet: `${dag('02-02')}T10:00:00+01:00` },
      ...{ formaal: 'Sikkerhed.', begrundelse: 'Kan ikke vente.' },
    };
    await proev(f, {
      sti: `/sager/${f.sagId}/formandsafgoerelser`,
      ulovlig: { ...foreloebig, underretningId: fremmed },
      nej: [422, 'andet-barn'],
      lovlig: { ...foreloebig, underretningId: egen },
      haendelse: 'sagsstyring.ForeloebigAfgoerelseTruffet',
      bruger: 'fm01',
    });
  });

  test('et fund skrives om i den undersøgelse, det står i, og en afgørelse ligger ikke før sagen', async () => {
    const f = await familie();
    const { bfuId = '' } = await rejse.gem(`/sager/${f.sagId}/undersoegelser`, {
      ...{ opmaerksomDato: dag('02-01'), afgoerelseDato: dag('02-03'), begrundelse: 'Behov.', grunde: GRUNDE },
    });
    const bfu = `/undersoegelser/${bfuId}`;
    const tema = { tema: 'familieforhold', relevant: true, begrundelse: 'Uro.' };
    await rejse.gem(`${bfu}/temaer`, { dato: dag('02-10'), temaer: [tema] });
    const fund = { tema: 'familieforhold', art: 'udfordring', tekst: 'Uro.' };
    const analyse = { dato: dag('02-20'), analyse: 'Samlet.' };
    await proev(f, {
      sti: `${bfu}/analyse`,
      ulovlig: { ...analyse, fund: [{ ...fund, fundId: f.barnId }] },
      nej: [422, 'fund-findes-ikke'],
      lovlig: { ...analyse, fund: [fund] },
      haendelse: 'ics.AnalyseUdarbejdet',
    });
    const stoette = {
      ...{ afgoerelseKode: 'oekonomisk-stoette', begrundelse: 'Behov.', boernesamtale: { dato: dag('01-10') } },
    };
    await proev(f, {
      sti: `/sager/${f.sagId}/afgoerelser`,
      ulovlig: { ...stoette, dato: dag('01-14') },
      nej: [422, 'forkert-raekkefoelge'],
      lovlig: { ...stoette, dato: dag('01-15') },
      haendelse: 'sagsstyring.AfgoerelseTruffet',
    });
  });
});
