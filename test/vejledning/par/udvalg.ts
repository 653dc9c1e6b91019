import { type Forloeb } from '../../rejser/forloeb.js';
import { person } from './afgoerelse.js';
import { type Emne, familie, IDAG, kl, type Situation } from './begreber.js';
import { planlagt, undersoegt } from './visitation.js';

const KODE = 'anbringelse-uden-samtykke';
const AFGOERELSE = {
  ...{ vedtaget: true, foelgerIndstilling: true, stemmerFor: 5, stemmerImod: 0, begrundelse: 'Skade.', formaal: 'Ro.' },
  genbehandling: { genbehandling: '1aar', anbragtInden1Aar: false },
};

/** A case before the children and young persons committee, and what its chairman decides meanwhile (BL §§ 47, 51 and 140-143). */
export function udvalget(f: () => Forloeb): Emne {
  const rejst = async (): Promise<Situation> => {
    const s = await familie(f());
    const bfuId = await undersoegt(f(), s.sagId, '2024-10-01', '2024-11-01');
    const plan = await planlagt(f(), s.sagId, 'barnets-plan', bfuId, '2024-11-05');
    const { buuSagId = '' } = await f().post('sb01', `/sager/${s.sagId}/buu-sager`, {
      ...{ afgoerelseKode: KODE, dato: '2024-12-02', begrundelse: 'Skade.' },
    });
    return { ...s, ...plan, bfuId, buuSagId };
  };
  const indstilling = ({ bfuId, planId }: Situation, dato: string) => ({
    ...{ dato, indstilling: 'Anbringes.', formaal: 'Ro.', varighedMaaneder: 24, bfuId, planId },
    ...{ boernesamtaleDato: '2024-11-20', barnetsHoldning: 'Imod.', foraeldrenesHoldning: 'Imod.' },
  });
  const berammet = async (): Promise<Situation> => {
    const s = await rejst();
    const sti = `/buu-sager/${s['buuSagId'] ?? ''}`;
    await f().post('sb01', `${sti}/indstilling`, indstilling(s, '2024-12-03'));
    // The child of ten is a party under barnets lov, and first at twelve under serviceloven.
    for (const personId of f().aar.lov === 'BL' ? [s['morId'], s['barnId']] : [s['morId']]) {
      await f().post('sb01', `${sti}/vejledninger`, { personId, dato: '2024-12-04', maade: 'brev' });
      const udtalelse = { personId, dato: '2024-12-05', udfald: 'udtalt', udtalelse: 'Nej.' };
      await f().post('bs01', `${sti}/udtalelser`, udtalelse);
    }
    await f().post('bs01', `${sti}/moede`, { moede: kl('09:00', '2024-12-19') });
    return s;
  };
  const foreloebig = async (ivaerksat?: string): Promise<Situation> => {
    const s = await familie(f());
    const truffet = kl('08:00', ivaerksat ?? '2024-12-19');
    const { formandsafgoerelseId = '' } = await f().post('fm01', `/sager/${s.sagId}/formandsafgoerelser`, {
      ...{ afgoerelseKode: KODE, truffet, formaal: 'Sikkerhed.', begrundelse: 'Kan ikke vente.' },
    });
    if (ivaerksat !== undefined) {
      const sti = `/formandsafgoerelser/${formandsafgoerelseId}/ivaerksaettelse`;
      await f().post('sb01', sti, { ivaerksat: kl('12:00', ivaerksat) });
    }
    return s;
  };
  return {
    navn: 'udvalget',
    hoejst: 2,
    situationer: {
      'en sag er rejst for udvalget': rejst,
      '… og mødet er berammet': berammet,
      'formanden har afgjort foreløbigt': () => foreloebig(),
      '… og det er sat i værk': () => foreloebig('2024-12-18'),
      // Put to work on 2 December as day 1; on the eighth day there was nothing to approve.
      '… og afgørelsen er bortfaldet': () => foreloebig('2024-12-02'),
    },
    kommandoer: {
      advokatbistand: ({ enkeltsagId }, { morId }) => [
        `/buu-sager/${enkeltsagId}/vejledninger`,
        { personId: morId, dato: IDAG, maade: 'brev' },
      ],
      'buu-indstilling': ({ enkeltsagId }, s) => [`/buu-sager/${enkeltsagId}/indstilling`, indstilling(s, IDAG)],
      'buu-moede': ({ enkeltsagId }) => [
        `/buu-sager/${enkeltsagId}/moede`,
        { moede: kl('09:00', '2025-01-06') },
        'bs01',
      ],
      'buu-udtaleret': ({ enkeltsagId }, { morId }) => [
        `/buu-sager/${enkeltsagId}/udtalelser`,
        { personId: morId, dato: IDAG, udfald: 'udtalt', udtalelse: 'Nej.' },
        'bs01',
      ],
      'buu-afgoerelse': ({ enkeltsagId }) => [
        `/buu-sager/${enkeltsagId}/afgoerelse`,
        { ...AFGOERELSE, dato: '2024-12-19' },
        'bs01',
      ],
      'formandsbeslutning-ivaerksaettelse': ({ enkeltsagId }) => [
        `/formandsafgoerelser/${enkeltsagId}/ivaerksaettelse`,
        { ivaerksat: kl('09:00') },
      ],
      'formandsbeslutning-meddelelse': (skridt) => [
        `/formandsafgoerelser/${skridt.enkeltsagId}/meddelelser`,
        { personId: person(skridt), meddelt: kl('09:00'), maade: 'overrakt', vejledning: true },
      ],
      'formandsbeslutning-bortfald': ({ enkeltsagId }) => [
        `/formandsafgoerelser/${enkeltsagId}/bortfald`,
        { dato: IDAG, opfoelgning: 'Barnet er hjemme.' },
      ],
    },
  };
}
