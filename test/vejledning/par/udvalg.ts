import { type Forloeb } from '../../rejser/forloeb.js';
import { person } from './afgoerelse.js';
import { type Emne, familie, IDAG, kl, type Situation } from './begreber.js';
import { ET_AAR, formandenAfgoer, rejs, STEMMER, tilMoede, udvalgetAfgoer } from './udvalgets_afgoerelse.js';
import { planlagt, undersoegt } from './visitation.js';

const KODE = 'anbringelse-uden-samtykke';

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
    if (ivaerksat !== undefined) return { ...s, formandsId: await formandenAfgoer(f(), s, ivaerksat) };
    await f().post('fm01', `/sager/${s.sagId}/formandsafgoerelser`, {
      ...{ afgoerelseKode: KODE, truffet: kl('08:00', '2024-12-19'), formaal: 'Sikkerhed.' },
      begrundelse: 'Kan ikke vente.',
    });
    return s;
  };
  /** A case about approving it, with a child too young to be heard by the committee. */
  const godkendes = async (ivaerksat: string, dato: string) => {
    const s = await familie(f(), '2018-05-01');
    const formandsafgoerelseId = await formandenAfgoer(f(), s, ivaerksat);
    return { s, om: { kode: 'godkendelse-foreloebig', dato, rejst: { formandsafgoerelseId } } };
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
      '… og afgørelsen er bortfaldet, før udvalget mødes': async () => {
        const { s, om } = await godkendes('2024-12-02', '2024-12-06');
        return { ...s, buuSagId: await tilMoede(f(), s, { ...om, moede: IDAG }), moede: IDAG };
      },
      '… men mødet blev holdt i tide': async () => {
        const { s, om } = await godkendes('2024-12-02', '2024-12-06');
        return { ...s, buuSagId: await tilMoede(f(), s, om), moede: '2024-12-06' };
      },
      '… og udvalget har godkendt den': async () => {
        const { s, om } = await godkendes('2024-12-10', '2024-12-13');
        await udvalgetAfgoer(f(), s, om);
        return s;
      },
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
      // An approval has no day to be treated again.
      'buu-afgoerelse': ({ enkeltsagId }, { moede }) => [
        `/buu-sager/${enkeltsagId}/afgoerelse`,
        { ...STEMMER, ...(moede === undefined ? ET_AAR : {}), dato: moede ?? '2024-12-19' },
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
      // What must not be done is that the committee approves it; what must be done begins with the case.
      'formandsbeslutning-godkendelse': ({ art, enkeltsagId }, s) =>
        art === 'maa-ikke'
          ? [`/buu-sager/${s['buuSagId'] ?? ''}/afgoerelse`, { ...STEMMER, dato: IDAG }, 'bs01']
          : rejs('godkendelse-foreloebig', s, { formandsafgoerelseId: enkeltsagId }),
      'formandsbeslutning-gyldighed': ({ enkeltsagId }, s) => rejs(KODE, s, { formandsafgoerelseId: enkeltsagId }),
      'formandsbeslutning-ophaevelse': ({ enkeltsagId }) => [
        `/formandsafgoerelser/${enkeltsagId}/ophaevelse`,
        { dato: IDAG, begrundelse: 'Intet hviler på den.' },
        'fm01',
      ],
      'formandsbeslutning-bortfald': ({ enkeltsagId }) => [
        `/formandsafgoerelser/${enkeltsagId}/bortfald`,
        { dato: IDAG, opfoelgning: 'Barnet er hjemme.' },
      ],
    },
  };
}
