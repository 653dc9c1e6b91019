import { Rejse } from './familie.js';

/** A child that cannot wait: placed by the chairman, and kept by the committee, through HTTP under both acts. */
const LOVE = [
  { regime: 'SEL', aar: '2022', plantype: 'handleplan', formand: 'SEL § 75' },
  { regime: 'BL', aar: '2025', plantype: 'barnets-plan', formand: 'BL § 143' },
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

describe.each(LOVE)('Akut anbringelse ($regime)', ({ aar, plantype, formand }) => {
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
    // Not approved by the committee within seven days, counting the first: from the 30th it has lapsed.
    const bortfaldet = { ...krop, udvalg: { formandsafgoerelseId, dato: dag('11-30') } };
    expect((await rejse.nej(sti, bortfaldet)).slice(0, 3)).toEqual([422, 'foreloebig-gaelder-ikke', formand]);
    const udvalg = { formandsafgoerelseId, dato: dag('11-23') };
    // A day on which it held does not make it bear what is decided after it has lapsed.
    const derefter = { ...krop, udvalg, afgoerelseDato: dag('11-30'), forventetStart: dag('11-30') };
    expect((await rejse.nej(sti, derefter)).slice(0, 2)).toEqual([422, 'grundlag-ophoert']);
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
});
