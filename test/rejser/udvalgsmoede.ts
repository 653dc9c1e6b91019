import { type Familie, type Rejse } from './familie.js';

/** What a case before the committee has, where the test is about something else. */
export const indstilling = {
  ...{ indstilling: 'Anbringes.', formaal: 'Ro.', varighedMaaneder: 24 },
  ...{ barnetsHoldning: 'Imod.', foraeldrenesHoldning: 'Imod.' },
};
export const stemmer = {
  vedtaget: true,
  foelgerIndstilling: true,
  stemmerFor: 5,
  stemmerImod: 0,
  begrundelse: 'Skade.',
};

/** Advised, heard, and called: the committee can decide. */
export async function tilMoede(
  rejse: Rejse,
  familie: Familie,
  buuSagId: string,
  dag: string,
  medBarnet: boolean,
): Promise<void> {
  const sti = `/buu-sager/${buuSagId}`;
  for (const personId of [familie.morId, ...(medBarnet ? [familie.barnId] : [])]) {
    await rejse.gem(`${sti}/vejledninger`, { personId, dato: dag, maade: 'brev' });
    await rejse.gem(`${sti}/udtalelser`, { personId, dato: dag, udfald: 'udtalt', udtalelse: 'Nej.' }, 'bs01');
  }
  await rejse.gem(`${sti}/moede`, { moede: `${dag}T09:00:00+01:00` }, 'bs01');
}
