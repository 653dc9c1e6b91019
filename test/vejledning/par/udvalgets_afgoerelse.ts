import { type Forloeb } from '../../rejser/forloeb.js';
import { familie, IDAG, kl, type Situation } from './begreber.js';
import { planlagt } from './visitation.js';

export const STEMMER = {
  ...{ vedtaget: true, foelgerIndstilling: true, stemmerFor: 5, stemmerImod: 0, begrundelse: 'Skade.' },
} as const;
/** Placed for the first time: treated again within a year. */
export const ET_AAR = { formaal: 'Ro.', genbehandling: { genbehandling: '1aar', anbragtInden1Aar: false } };

/** A child too young to be a party under either act, with a plan; it could not wait for an investigation. */
export async function planlagtBarn(f: Forloeb): Promise<Situation> {
  const s = await familie(f, '2018-05-01');
  return { ...s, ...(await planlagt(f, s.sagId, 'barnets-plan', undefined, '2024-02-20')) };
}

interface Udvalgssag {
  readonly kode: string;
  readonly dato: string;
  readonly rejst?: object;
  /** The day of the meeting, when it is another. */
  readonly moede?: string;
}

/** From the case that is raised until the meeting, all on a day: the mother is advised and heard. */
export async function tilMoede(
  f: Forloeb,
  { sagId, morId, bfuId, planId }: Situation,
  om: Udvalgssag,
): Promise<string> {
  const { kode: afgoerelseKode, dato } = om;
  const rejst = { afgoerelseKode, dato, begrundelse: 'Skade.', ...om.rejst };
  const { buuSagId = '' } = await f.post('sb01', `/sager/${sagId}/buu-sager`, rejst);
  const sti = `/buu-sager/${buuSagId}`;
  await f.post('sb01', `${sti}/indstilling`, {
    ...{ dato, indstilling: 'Sådan.', formaal: 'Ro.', varighedMaaneder: 24, bfuId, planId },
    ...{ boernesamtaleDato: dato, barnetsHoldning: 'Imod.', foraeldrenesHoldning: 'Imod.' },
    ...(bfuId === undefined ? { undtagelser: ['bfu'], undtagelsesbegrundelse: 'Kan ikke vente.' } : {}),
  });
  await f.post('sb01', `${sti}/vejledninger`, { personId: morId, dato, maade: 'brev' });
  await f.post('bs01', `${sti}/udtalelser`, { personId: morId, dato, udfald: 'udtalt', udtalelse: 'Nej.' });
  await f.post('bs01', `${sti}/moede`, { moede: kl('09:00', om.moede ?? dato) });
  return buuSagId;
}

/** … and what it decides there. */
export async function udvalgetAfgoer(
  f: Forloeb,
  s: Situation,
  om: Udvalgssag & { readonly afgoerelse?: object },
): Promise<{ readonly buuSagId: string; readonly udvalgsId: string }> {
  const buuSagId = await tilMoede(f, s, om);
  const krop = { ...STEMMER, dato: om.dato, ...om.afgoerelse };
  const { afgoerelseId = '' } = await f.post('bs01', `/buu-sager/${buuSagId}/afgoerelse`, krop);
  return { buuSagId, udvalgsId: afgoerelseId };
}

/** The command that raises a case. */
export const rejs = (afgoerelseKode: string, { sagId }: Situation, mere: object = {}) =>
  [`/sager/${sagId}/buu-sager`, { afgoerelseKode, dato: IDAG, begrundelse: 'Skade.', ...mere }] as const;

/** The chairman decides for the time being, and it is put to work the same day. */
export async function formandenAfgoer(f: Forloeb, { sagId }: Situation, dato: string): Promise<string> {
  const { formandsafgoerelseId = '' } = await f.post('fm01', `/sager/${sagId}/formandsafgoerelser`, {
    ...{ afgoerelseKode: 'anbringelse-uden-samtykke', truffet: kl('08:00', dato), formaal: 'Sikkerhed.' },
    begrundelse: 'Kan ikke vente.',
  });
  const sti = `/formandsafgoerelser/${formandsafgoerelseId}/ivaerksaettelse`;
  await f.post('sb01', sti, { ivaerksat: kl('12:00', dato) });
  return formandsafgoerelseId;
}
