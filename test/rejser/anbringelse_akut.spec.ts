import { rettetPaaPlads } from '../../src/platform/corrections/date-correction.js';
import { samtykkeTil } from './anbragt.js';
import { Rejse, type Familie } from './familie.js';

/** A child that cannot wait: placed by the chairman, and kept by the committee, through HTTP under both acts. */
const LOVE = [
  { regime: 'SEL', aar: '2022', plantype: 'handleplan', formand: 'SEL § 75', godkendelse: 'SEL § 75, stk. 3' },
  { regime: 'BL', aar: '2025', plantype: 'barnets-plan', formand: 'BL § 143', godkendelse: 'BL § 143, stk. 4' },
] as const;

let rejse: Rejse;
beforeAll(async () => {
  rejse = await Rejse.start('2026-12-30T10:00:00+01:00', {
    sb01: ['sagsbehandler'],
    tl01: ['teamleder'],
    bs01: ['buu-sekretaer'],
    fm01: ['formand'],
  });
});
afterAll(() => rejse.stop());

const pluk = (af: Readonly<Record<string, string>>, ...felter: readonly string[]): object =>
  Object.fromEntries(Object.entries(af).filter(([felt]) => felter.includes(felt)));

describe.each(LOVE)('Akut anbringelse ($regime)', ({ aar, plantype, formand, godkendelse }) => {
  const dag = (maanedDag: string): string => `${aar}-${maanedDag}`;

  test('formandens foreløbige afgørelse bærer den uden plan og undersøgelse, til udvalget har afgjort sagen', async () => {
    const { sagId, morId } = await rejse.familie(`${String(Number(aar) - 6)}-01-10`, dag('01-15'));
    const { formandsafgoerelseId = '' } = await rejse.gem(
      `/sager/${sagId}/formandsafgoerelser`,
      {
        ...{ afgoerelseKode: 'anbringelse-uden-samtykke', truffet: `${dag('11-23')}T22:15:00+01:00` },
        ...{ formaal: 'Sikkerhed.', begrundelse: 'Kan ikke vente.' },
      },
      'fm01',
    );
    await rejse.gem(`/formandsafgoerelser/${formandsafgoerelseId}/ivaerksaettelse`, {
      ivaerksat: `${dag('11-23')}T23:00:00+01:00`,
    });
    const sti = `/sager/${sagId}/anbringelser`;
    const krop = {
      ...{ grundlag: 'tvang', afgoerelseDato: dag('11-23'), stedtype: 'plejefamilie-almen', sted: 'Prøvesen' },
      ...{ stedGodkendt: dag('01-10'), forventetStart: dag('11-23'), varighedMaaneder: 1, prisOere: 250_000 },
      ...{ prisEnhed: 'doegn', omsorgssvigt: false, formaal: 'Sikkerhed.', begrundelse: 'Kan ikke vente.' },
      ...{ barnetsHoldning: 'Bange.', boernesamtale: { undladt: 'Kan ikke vente; holdes i morgen.' } },
    };
    // It is from the day it was made, and bears nothing that is said to be decided before.
    for (const dato of [dag('11-22'), dag('11-24')]) {
      const andenDag = { ...krop, afgoerelseDato: dag('11-24'), udvalg: { formandsafgoerelseId, dato } };
      const forventetStart = dag('11-24');
      const nej = await rejse.nej(sti, { ...andenDag, forventetStart });
      expect(nej.slice(0, 2)).toEqual([422, 'udvalgsafgoerelse-passer-ikke']);
    }
    const udvalg = { formandsafgoerelseId, dato: dag('11-23') };
    // Not approved by the committee within seven days, counting the first: from the 30th it has lapsed.
    const derefter = { ...krop, udvalg, afgoerelseDato: dag('11-30'), forventetStart: dag('11-30') };
    expect((await rejse.nej(sti, derefter)).slice(0, 3)).toEqual([422, 'foreloebig-gaelder-ikke', formand]);
    const { anbringelseId = '' } = await rejse.gem(sti, { ...krop, udvalg });
    const a = `/anbringelser/${anbringelseId}`;
    // Nor is the child moved after it.
    const forSent = await rejse.nej(`${a}/ivaerksaettelse`, { dato: dag('11-30') });
    expect([forSent[0], forSent[1], forSent[3]]).toEqual([422, 'grundlag-ophoert', ['udvalgsafgoerelse']]);
    await rejse.gem(`${a}/ivaerksaettelse`, { dato: dag('11-23') });
    expect(await rejse.skridt(sagId)).toContain('skal anbringelse-endelig-afgoerelse');
    // Days on which no act of the pack is in force, and days that nobody has seen, are refused and never a 5xx.
    for (const dato of ['1999-01-01', '2099-12-31']) {
      const om = { dato, begrundelse: 'x', personId: morId, afgoerelseDato: dato, barnetsHoldning: 'x' };
      const kald: Readonly<Record<string, object>> = {
        tilsyn: { dato, samtale: true, udenPersonale: true, bekymrende: false, vurdering: 'x' },
        hjemgivelse: { dato, begrundelse: 'x' },
        hjemgivelsesanmodninger: { dato, personId: morId },
        hjemgivelsesafgoerelse: { ...pluk(om, 'afgoerelseDato', 'begrundelse', 'barnetsHoldning'), udfald: 'afslag' },
        ungestoette: { ...pluk(om, 'afgoerelseDato', 'begrundelse'), udfald: 'ingen', ungesHoldning: 'x' },
        stoettepersoner: { dato, personId: morId, svar: 'oensker' },
        foraeldrehandleplaner: { dato, personId: morId, maal: 'x', stoette: 'x' },
        samtykketilbagekaldelser: { dato, personId: morId },
        grundlag: { dato, grundlag: 'samtykke' },
        ophoer: { dato, aarsag: 'doed', begrundelse: 'x' },
        udvalgsorientering: { dato },
        socialtilsynsunderretninger: { dato, forhold: 'x' },
      };
      for (const [navn, body] of Object.entries(kald)) {
        const { status } = await rejse.post(`${a}/${navn}`, body);
        expect([navn, dato, [409, 422].includes(status) ? 'nej' : status]).toEqual([navn, dato, 'nej']);
      }
    }
    const samme = { grundlag: 'tvang', dato: dag('11-25'), udvalg };
    expect((await rejse.nej(`${a}/grundlag`, samme)).slice(0, 2)).toEqual([409, 'grundlag-uaendret']);

    const bfuId = await rejse.undersoegelse(sagId, dag('11-24'), dag('11-25'), 'viderefoeres');
    const planId = await rejse.plan(sagId, plantype, bfuId, dag('11-25'));
    const { buuSagId = '' } = await rejse.gem(`/sager/${sagId}/buu-sager`, {
      ...{ afgoerelseKode: 'anbringelse-uden-samtykke', dato: dag('11-24'), begrundelse: 'Skade.' },
    });
    const buu = `/buu-sager/${buuSagId}`;
    await rejse.gem(`${buu}/indstilling`, {
      ...{ dato: dag('11-25'), indstilling: 'Anbringes.', formaal: 'Ro.', varighedMaaneder: 12, bfuId, planId },
      ...{ boernesamtaleDato: dag('11-24'), barnetsHoldning: 'Imod.', foraeldrenesHoldning: 'Imod.' },
    });
    await rejse.gem(`${buu}/vejledninger`, { personId: morId, dato: dag('11-26'), maade: 'brev' });
    const udtalelse = { personId: morId, dato: dag('11-28'), udfald: 'udtalt', udtalelse: 'Nej.' };
    await rejse.gem(`${buu}/udtalelser`, udtalelse, 'bs01');
    await rejse.gem(`${buu}/moede`, { moede: `${dag('11-28')}T09:00:00+01:00` }, 'bs01');
    const { afgoerelseId = '' } = await rejse.gem(
      `${buu}/afgoerelse`,
      {
        ...{ vedtaget: true, foelgerIndstilling: true, stemmerFor: 5, stemmerImod: 0, begrundelse: 'Skade.' },
        ...{ dato: dag('11-28'), formaal: 'Ro.', genbehandling: { genbehandling: '1aar', anbragtInden1Aar: false } },
      },
      'bs01',
    );
    await rejse.gem(`${a}/grundlag`, {
      ...{ grundlag: 'tvang', dato: dag('11-28'), udvalg: { afgoerelseId, dato: dag('11-28') } },
    });
    expect(await rejse.skridt(sagId)).not.toContain('skal anbringelse-endelig-afgoerelse');
    expect((await rejse.get(a)).body).toMatchObject({ tilstand: 'ivaerksat', grundlag: 'tvang' });
  });

  test('barnet flytter først ind, når fristerne løber, og når udvalget selv har afgjort sagen, er det dets afgørelse, der bærer', async () => {
    const { sagId, morId } = await rejse.familie(`${String(Number(aar) - 7)}-01-10`, dag('01-15'));
    const kode = 'anbringelse-uden-samtykke';
    const { formandsafgoerelseId = '' } = await rejse.gem(
      `/sager/${sagId}/formandsafgoerelser`,
      {
        ...{ afgoerelseKode: kode, truffet: `${dag('03-01')}T22:15:00+01:00` },
        ...{ formaal: 'Sikkerhed.', begrundelse: 'Kan ikke vente.' },
      },
      'fm01',
    );
    const krop = {
      ...{ grundlag: 'tvang', afgoerelseDato: dag('03-01'), stedtype: 'plejefamilie-almen', sted: 'Prøvesen' },
      ...{ stedGodkendt: dag('01-10'), forventetStart: dag('03-02'), varighedMaaneder: 12, prisOere: 250_000 },
      ...{ prisEnhed: 'doegn', omsorgssvigt: false, formaal: 'Sikkerhed.', begrundelse: 'Kan ikke vente.' },
      ...{ barnetsHoldning: 'Bange.', boernesamtale: { undladt: 'Kan ikke vente; holdes i morgen.' } },
      udvalg: { formandsafgoerelseId, dato: dag('03-01') },
    };
    const { anbringelseId = '' } = await rejse.gem(`/sager/${sagId}/anbringelser`, krop);
    const a = `/anbringelser/${anbringelseId}`;
    const udenFrister = await rejse.nej(`${a}/ivaerksaettelse`, { dato: dag('03-02') });
    expect(udenFrister).toEqual([422, 'foreloebig-ikke-ivaerksat', formand, ['formandsafgoerelse-ivaerksaettelse']]);
    await rejse.gem(`/formandsafgoerelser/${formandsafgoerelseId}/ivaerksaettelse`, {
      ivaerksat: `${dag('03-02')}T08:00:00+01:00`,
    });
    await rejse.gem(`${a}/ivaerksaettelse`, { dato: dag('03-02') });

    const bfuId = await rejse.undersoegelse(sagId, dag('03-02'), dag('03-03'), 'viderefoeres');
    const planId = await rejse.plan(sagId, plantype, bfuId, dag('03-03'));
    const { buuSagId = '' } = await rejse.gem(`/sager/${sagId}/buu-sager`, {
      ...{ afgoerelseKode: kode, dato: dag('03-03'), begrundelse: 'Skade.', formandsafgoerelseId },
    });
    const buu = `/buu-sager/${buuSagId}`;
    await rejse.gem(`${buu}/indstilling`, {
      ...{ dato: dag('03-04'), indstilling: 'Anbringes.', formaal: 'Ro.', varighedMaaneder: 12, bfuId, planId },
      ...{ boernesamtaleDato: dag('03-03'), barnetsHoldning: 'Imod.', foraeldrenesHoldning: 'Imod.' },
    });
    await rejse.gem(`${buu}/vejledninger`, { personId: morId, dato: dag('03-04'), maade: 'brev' });
    const udtalelse = { personId: morId, dato: dag('03-06'), udfald: 'udtalt', udtalelse: 'Nej.' };
    await rejse.gem(`${buu}/udtalelser`, udtalelse, 'bs01');
    await rejse.gem(`${buu}/moede`, { moede: `${dag('03-06')}T09:00:00+01:00` }, 'bs01');
    const genbehandling = { genbehandling: 'fastsat', genbehandlesSenest: dag('04-06'), anbragtInden1Aar: false };
    await rejse.gem(
      `${buu}/afgoerelse`,
      {
        ...{ vedtaget: true, foelgerIndstilling: true, stemmerFor: 5, stemmerImod: 0, begrundelse: 'Skade.' },
        ...{ dato: dag('03-06'), formaal: 'Ro.', genbehandling },
      },
      'bs01',
    );
    // The chairman's, which takes neither plan nor investigation, bears nothing new from then on.
    const nyDag = { afgoerelseDato: dag('03-07'), forventetStart: dag('03-07') };
    const nyPaaGammel = await rejse.nej(`/sager/${sagId}/anbringelser`, { ...krop, ...nyDag });
    expect(nyPaaGammel.slice(0, 2)).toEqual([422, 'foreloebig-gaelder-ikke']);
    const afslag = (dato: string) =>
      rejse.post(`${a}/hjemgivelsesafgoerelse`, {
        ...{ afgoerelseDato: dato, udfald: 'afslag', boernesamtale: { dato }, begrundelse: 'Skade.' },
        ...{
          barnetsHoldning: 'Savner mor.',
          hoeringsundtagelse: { grund: 'ubetaenkelig', begrundelse: 'Kender alt.' },
        },
      });
    await rejse.gem(`${a}/hjemgivelsesudtalelser`, { dato: dag('04-01'), udtalelse: 'Trives.' });
    expect((await afslag(dag('04-06'))).status).toBeLessThan(300);
    await rejse.gem(`${a}/hjemgivelsesudtalelser`, { dato: dag('04-06'), udtalelse: 'Trives.' });
    const forSent = await afslag(dag('04-07'));
    expect([forSent.status, (forSent.body as { type: string }).type]).toEqual([422, '/problemer/uden-grundlag']);
  });

  /** The chairman's decision of 1 March, carried out the next day, and the placement that is decided on it. */
  async function anbragtAfFormanden({ sagId }: Familie) {
    const { formandsafgoerelseId = '' } = await rejse.gem(
      `/sager/${sagId}/formandsafgoerelser`,
      {
        ...{ afgoerelseKode: 'anbringelse-uden-samtykke', truffet: `${dag('03-01')}T22:15:00+01:00` },
        ...{ formaal: 'Sikkerhed.', begrundelse: 'Kan ikke vente.' },
      },
      'fm01',
    );
    const f = `/formandsafgoerelser/${formandsafgoerelseId}`;
    await rejse.gem(`${f}/ivaerksaettelse`, { ivaerksat: `${dag('03-02')}T08:00:00+01:00` });
    const krop = {
      ...{ grundlag: 'tvang', afgoerelseDato: dag('03-02'), stedtype: 'plejefamilie-almen', sted: 'Prøvesen' },
      ...{ stedGodkendt: dag('01-10'), forventetStart: dag('03-02'), varighedMaaneder: 1, prisOere: 250_000 },
      ...{ prisEnhed: 'doegn', omsorgssvigt: false, formaal: 'Sikkerhed.', begrundelse: 'Kan ikke vente.' },
      ...{ barnetsHoldning: 'Bange.', boernesamtale: { undladt: 'Kan ikke vente; holdes i morgen.' } },
      udvalg: { formandsafgoerelseId, dato: dag('03-01') },
    };
    return { krop, f };
  }

  /** Decided on 4 March, and home the same day. */
  async function hjem(sagId: string, a: string): Promise<void> {
    const planId = await rejse.plan(sagId, plantype, undefined, dag('03-03'));
    await rejse.gem(`${a}/hjemgivelsesudtalelser`, { dato: dag('03-03'), udtalelse: 'Kan godt.' });
    await rejse.gem(`${a}/hjemgivelsesafgoerelse`, {
      ...{ afgoerelseDato: dag('03-04'), udfald: 'hjemgives', planId, begrundelse: 'Faren er ovre.' },
      ...{ udenPeriode: 'To døgn hjemmefra.', viderestoette: 'Familiebehandling.', barnetsHoldning: 'Glad.' },
      ...{ boernesamtale: { dato: dag('03-04') } },
      hoeringsundtagelse: { grund: 'ubetaenkelig', begrundelse: 'Mor har selv bedt om det.' },
    });
    await rejse.gem(`${a}/hjemgivelse`, { dato: dag('03-04'), begrundelse: 'Er hjemme.' });
  }

  test('er barnet hjemgivet, bærer formandens afgørelse ingen ny anbringelse, og den ophæves, eller udvalget tager stilling (SEL §§ 68 og 75, BL §§ 100 og 143)', async () => {
    const hjemmel = aar === '2022' ? 'SEL §§ 68 og 75' : 'BL §§ 100 og 143';
    const kl12 = (dato: string): string => `${dato}T12:00:00+01:00`;
    const familie = await rejse.familie(`${String(Number(aar) - 8)}-01-10`, dag('01-15'));
    const { sagId } = familie;
    const { krop, f } = await anbragtAfFormanden(familie);
    const { formandsafgoerelseId } = krop.udvalg;
    const { anbringelseId = '' } = await rejse.gem(`/sager/${sagId}/anbringelser`, krop);
    const a = `/anbringelser/${anbringelseId}`;
    await rejse.gem(`${a}/ivaerksaettelse`, { dato: dag('03-02') });
    await hjem(sagId, a);
    // Still within the seven days, counting the 2nd; nothing has ended the decision by itself.
    const skridt = await rejse.skridt(sagId, kl12(dag('03-05')));
    expect(skridt).toContain('skal formandsbeslutning-ophaevelse');
    expect(skridt).not.toContain('skal formandsbeslutning-godkendelse');
    const igen = { ...krop, afgoerelseDato: dag('03-06'), forventetStart: dag('03-06') };
    expect(await rejse.nej(`/sager/${sagId}/anbringelser`, igen)).toEqual([
      ...[422, 'grundlag-ophoert', hjemmel, ['udvalgsafgoerelse']],
    ]);
    await rejse.gem(`${f}/ophaevelse`, { dato: dag('03-06'), begrundelse: 'Barnet er hjemme.' }, 'fm01');
    // It was decided after midnight: the placement has the day of it from there.
    const truffet = (await rejse.api.store.load(840, formandsafgoerelseId))[0]?.position;
    const rettelse = { position: truffet, tidspunkt: `${dag('03-02')}T00:15:00+01:00`, begrundelse: 'Vagtens log.' };
    await rejse.gem('/datorettelser', rettelse, 'fm01');
    const [besluttet] = rettetPaaPlads(await rejse.api.store.load(840, anbringelseId));
    expect(besluttet?.data['udvalgsafgoerelseDato']).toBe(dag('03-02'));
    expect(await rejse.skridt(sagId, kl12(dag('03-06')))).not.toContain('skal formandsbeslutning-ophaevelse');
    expect((await rejse.frister(sagId, kl12(dag('03-09'))))['formandsbeslutning-godkendelse']).toContain('bortfaldet');
  });

  test('det er det samme, når barnet kom hjem fra en anbringelse, der i mellemtiden var fortsat med samtykke, og det siges ikke i en anden families sag (SEL §§ 52, 68 og 75, BL §§ 46, 100 og 143)', async () => {
    const familie = await rejse.familie(`${String(Number(aar) - 8)}-01-10`, dag('01-15'));
    const { krop } = await anbragtAfFormanden(familie);
    const { anbringelseId = '' } = await rejse.gem(`/sager/${familie.sagId}/anbringelser`, krop);
    const a = `/anbringelser/${anbringelseId}`;
    await rejse.gem(`${a}/ivaerksaettelse`, { dato: dag('03-02') });
    await rejse.gem(`${a}/grundlag`, {
      ...{ grundlag: 'samtykke', dato: dag('03-03'), samtykker: [samtykkeTil(familie.morId, dag('03-03'))] },
      ...{ begrundelse: 'Mor er enig.', boernesamtale: { dato: dag('03-03') } },
    });
    // The consent is what the placement goes on by, and coming home has nothing to do with it.
    const skridt = await rejse.get(
      `/sager/${familie.sagId}/naeste-skridt?${new URLSearchParams({ pr: `${dag('03-03')}T12:00:00+01:00`, kendtPr: rejse.nu }).toString()}`,
    );
    expect((skridt.body as { skridt: object[] }).skridt).toContainEqual(
      expect.objectContaining({
        kode: 'formandsbeslutning-ophaevelse',
        hjemmel: aar === '2022' ? 'SEL §§ 52 og 75' : 'BL §§ 46 og 143',
        inden: dag('03-08'),
      }),
    );
    await hjem(familie.sagId, a);
    const igen = { ...krop, afgoerelseDato: dag('03-06'), forventetStart: dag('03-06') };
    expect((await rejse.nej(`/sager/${familie.sagId}/anbringelser`, igen)).slice(0, 2)).toEqual([
      ...[422, 'grundlag-ophoert'],
    ]);
    const anden = await rejse.familie(`${String(Number(aar) - 8)}-01-10`, dag('01-15'));
    expect((await rejse.nej(`/sager/${anden.sagId}/anbringelser`, igen)).slice(0, 2)).toEqual([
      ...[422, 'udvalgsafgoerelse-passer-ikke'],
    ]);
  });

  test('det spørges der også om, når barnet flytter ind; en anbringelse, der blev opgivet forinden, står ikke i vejen (SEL §§ 68 og 75, BL §§ 100 og 143)', async () => {
    const familie = await rejse.familie(`${String(Number(aar) - 8)}-01-10`, dag('01-15'));
    const sti = `/sager/${familie.sagId}/anbringelser`;
    const { krop } = await anbragtAfFormanden(familie);
    const { anbringelseId: opgivet = '' } = await rejse.gem(sti, krop);
    await rejse.gem(`/anbringelser/${opgivet}/ophoer`, {
      ...{ dato: dag('03-02'), aarsag: 'ikke-ivaerksat', begrundelse: 'Familien sagde fra.' },
    });
    const { anbringelseId = '' } = await rejse.gem(sti, { ...krop, sted: 'Testesen' });
    const a = `/anbringelser/${anbringelseId}`;
    await rejse.gem(`${a}/ivaerksaettelse`, { dato: dag('03-02') });
    await hjem(familie.sagId, a);
    // Said to have been decided the day before the child came home, it is not carried out the day after.
    const sent = { ...krop, afgoerelseDato: dag('03-03'), forventetStart: dag('03-05') };
    const { anbringelseId: senere = '' } = await rejse.gem(sti, sent);
    const nej = await rejse.nej(`/anbringelser/${senere}/ivaerksaettelse`, { dato: dag('03-05') });
    const skridt = await rejse.skridt(familie.sagId, `${dag('03-05')}T12:00:00+01:00`);
    expect(skridt).toEqual(
      expect.arrayContaining([
        ...['maa-ikke anbringelse-ivaerksaettelse', 'skal anbringelse-uden-grundlag'],
        'skal formandsbeslutning-ophaevelse',
      ]),
    );
    expect([nej[0], nej[1], nej[3]]).toEqual([422, 'grundlag-ophoert', ['udvalgsafgoerelse']]);
  });

  test(`på ottende dag rejses ingen sag om at godkende formandens afgørelse (${godkendelse})`, async () => {
    const { sagId } = await rejse.familie(`${String(Number(aar) - 5)}-01-10`, dag('01-15'));
    const kode = 'anbringelse-uden-samtykke';
    const { formandsafgoerelseId = '' } = await rejse.gem(
      `/sager/${sagId}/formandsafgoerelser`,
      {
        ...{ afgoerelseKode: kode, truffet: `${dag('03-01')}T22:15:00+01:00` },
        ...{ formaal: 'Sikkerhed.', begrundelse: 'Kan ikke vente.' },
      },
      'fm01',
    );
    const ivaerksat = `${dag('03-02')}T08:00:00+01:00`;
    await rejse.gem(`/formandsafgoerelser/${formandsafgoerelseId}/ivaerksaettelse`, { ivaerksat });
    const rejs = (afgoerelseKode: string, dato: string) => ({
      ...{ afgoerelseKode, dato, begrundelse: 'Skade.', formandsafgoerelseId },
    });
    const sti = `/sager/${sagId}/buu-sager`;
    const forSent = await rejse.nej(sti, rejs('godkendelse-foreloebig', dag('03-09')));
    expect(forSent.slice(0, 3)).toEqual([422, 'foreloebig-gaelder-ikke', godkendelse]);
    await rejse.gem(sti, rejs('godkendelse-foreloebig', dag('03-08')));
    // The committee can still decide the matter itself.
    await rejse.gem(sti, rejs(kode, dag('03-09')));
  });
});
