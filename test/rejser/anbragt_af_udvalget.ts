import { type Rejse } from './familie.js';

/**
 * A child that the committee has placed from 10 March, to be treated again by 5 December unless told otherwise, with its
 * birthday on 10 September; and what the case needs to be before the committee again, or for the child to come home.
 */
export async function anbragtAfUdvalget(
  rejse: Rejse,
  {
    aar,
    plantype,
    alder = 6,
    senest = '12-05',
    ogsaaSenere = false,
  }: {
    readonly aar: number;
    readonly plantype: string;
    readonly alder?: number;
    readonly senest?: string;
    /** Another placement, two years on, by a decision of 9 March. */
    readonly ogsaaSenere?: boolean;
  },
) {
  const dag = (d: string): string => `${String(aar)}-${d}`;
  const { sagId, morId, barnId } = await rejse.familie(`${String(aar - alder)}-09-10`, dag('01-15'));
  const bfuId = await rejse.undersoegelse(sagId, dag('01-20'), dag('02-10'));
  const planId = await rejse.plan(sagId, plantype, bfuId, dag('02-20'));
  const rejs = async (afgoerelseKode: string, dato: string, mere: object = {}) => {
    const { buuSagId = '' } = await rejse.gem(`/sager/${sagId}/buu-sager`, {
      ...{ afgoerelseKode, dato, begrundelse: 'Skade.', ...mere },
    });
    const sti = `/buu-sager/${buuSagId}`;
    await rejse.gem(`${sti}/indstilling`, {
      ...{ dato, indstilling: 'Anbringes.', formaal: 'Ro.', varighedMaaneder: 24, bfuId, planId },
      ...{ boernesamtaleDato: dato, barnetsHoldning: 'Imod.', foraeldrenesHoldning: 'Imod.' },
    });
    for (const personId of alder >= 10 ? [morId, barnId] : [morId]) {
      await rejse.gem(`${sti}/vejledninger`, { personId, dato, maade: 'brev' });
      await rejse.gem(`${sti}/udtalelser`, { personId, dato, udfald: 'udtalt', udtalelse: 'Nej.' }, 'bs01');
    }
    return { buuSagId, sti };
  };
  const afgoerKrop = (dato: string, genbehandlesSenest: string) => ({
    ...{ dato, vedtaget: true, foelgerIndstilling: true, stemmerFor: 5, stemmerImod: 0, begrundelse: 'Skade.' },
    ...{ formaal: 'Ro.', genbehandling: { genbehandling: 'fastsat', genbehandlesSenest, anbragtInden1Aar: false } },
  });
  const afgoer = async (kode: string, dato: string, genbehandlesSenest: string, mere: object = {}) => {
    const { buuSagId, sti } = await rejs(kode, dato, mere);
    await rejse.gem(`${sti}/moede`, { moede: `${dato}T09:00:00+02:00` }, 'bs01');
    const { afgoerelseId = '' } = await rejse.gem(`${sti}/afgoerelse`, afgoerKrop(dato, genbehandlesSenest), 'bs01');
    return { buuSagId, afgoerelseId };
  };
  const { buuSagId, afgoerelseId } = await afgoer('anbringelse-uden-samtykke', dag('03-08'), dag(senest));
  /** Decided on one of the committee's decisions, of the same day. */
  const anbring = async (om: { readonly afgoerelseId: string; readonly dato: string; readonly fra: string }) => {
    const { afgoerelseId: id, dato, fra: forventetStart } = om;
    const { anbringelseId = '' } = await rejse.gem(`/sager/${sagId}/anbringelser`, {
      ...{ grundlag: 'tvang', afgoerelseDato: dato, stedtype: 'plejefamilie-almen', sted: 'Prøvesen' },
      ...{ stedGodkendt: dag('01-10'), forventetStart, varighedMaaneder: 24, prisOere: 250_000, prisEnhed: 'doegn' },
      ...{ omsorgssvigt: false, bfuId, planId, formaal: 'Ro.', begrundelse: 'Skade.', barnetsHoldning: 'Imod.' },
      udvalg: { afgoerelseId: id, dato },
    });
    return `/anbringelser/${anbringelseId}`;
  };
  const a = await anbring({ afgoerelseId, dato: dag('03-08'), fra: dag('03-10') });
  const senere = ogsaaSenere ? await afgoer('anbringelse-uden-samtykke', dag('03-09'), dag('12-05')) : null;
  if (senere !== null)
    await anbring({ afgoerelseId: senere.afgoerelseId, dato: dag('03-09'), fra: `${String(aar + 2)}-03-11` });
  await rejse.gem(`${a}/ivaerksaettelse`, { dato: dag('03-10') });
  /** Decided on 15 August, with or without a period. */
  const afgoerHjem = async (mere: object) => {
    await rejse.gem(`${a}/hjemgivelsesudtalelser`, { dato: dag('07-10'), udtalelse: 'Har brug for tid.' });
    const nyPlanId = await rejse.plan(sagId, plantype, bfuId, dag('07-20'));
    await rejse.gem(`${a}/hjemgivelsesafgoerelse`, {
      ...{ afgoerelseDato: dag('08-15'), udfald: 'hjemgives', planId: nyPlanId, begrundelse: 'Kan igen.' },
      ...{ barnetsHoldning: 'Glad.', viderestoette: 'Familiebehandling.', boernesamtale: { dato: dag('08-01') } },
      hoeringsundtagelse: { grund: 'ubetaenkelig', begrundelse: 'Mor har selv bedt om det.' },
      ...mere,
    });
  };
  const hjemgiv = (dato: string) => rejse.gem(`${a}/hjemgivelse`, { dato, begrundelse: 'Er hjemme.' });
  return { sagId, morId, bfuId, senere, buuSagId, afgoerelseId, a, dag, rejs, afgoer, afgoerKrop, afgoerHjem, hjemgiv };
}
